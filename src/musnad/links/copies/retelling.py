"""Pages that tell what another page tells, sentence by sentence and in its order, in other words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from musnad.links.copies.features import Point

__all__ = ["Pair", "Retelling", "Weighed", "retelling", "rows", "share", "weighed"]

_ALIKE = 0.38  # of the lighter sentence's weight
_OF_LONGER = 0.15  # of the heavier one's
_FEW = 3  # traits that two sentences must have in common
_CLASH = 0.6  # what two sentences are worth that have numbers, and none in common
_TOLD_IN = 2  # sentences that one sentence of the source may be told in
_LEAST = 3  # sentences of the source


class Weighed(NamedTuple):
    """A sentence: how many words it has, what its traits weigh, each and together, and which of them are numbers and
    days."""

    words: int
    traits: Mapping[str, float]
    total: float
    figures: frozenset[str]


class Pair(NamedTuple):
    """Sentence `here` of one page tells what sentence `there` of the other does; `alike` is above 0, at most 1."""

    here: int
    there: int
    alike: float
    shared: tuple[str, ...]


class Retelling(NamedTuple):
    """Sentences that tell the same, by their order on page `here`. `share`: of the words of the article `here`;
    `weight`: the same, each sentence counted by how much alike it is."""

    pairs: tuple[Pair, ...]
    share: float
    weight: float

    @property
    def in_order(self) -> bool:
        return all(one.there <= other.there for one, other in pairwise(self.pairs))


def weighed(page: Sequence[Point]) -> list[Weighed]:
    """A page's sentences for laying beside others."""
    return [
        Weighed(
            point.words, point.traits, sum(point.traits.values()), frozenset(t for t in point.traits if t[0] in "#@")
        )
        for point in page
    ]


def rows(here: Sequence[Weighed], there: Sequence[Weighed], without: Collection[int] = ()) -> list[dict[int, Pair]]:
    """By sentence of page `here` those of page `there` that tell the same; none for those at `without`, which are
    explained otherwise."""
    return [{} if i in without else _alike(i, one, there) for i, one in enumerate(here)]


def share(here: Sequence[Weighed], told: Collection[int], without: Collection[int] = ()) -> float:
    """Of the words of a page's sentences, but for those at `without`, how many the sentences at `told` have."""
    return sum(here[i].words for i in told) / max(sum(one.words for i, one in enumerate(here) if i not in without), 1)


def retelling(
    here: Sequence[Weighed],
    alike: Sequence[Mapping[int, Pair]],
    width: int,
    without: Collection[int] = (),
    *,
    in_order: bool = True,
) -> Retelling | None:
    """How page `here` retells one of `width` sentences by its `rows`. None if it does not."""
    pairs = _in_order(alike, width) if in_order else _in_any_order(alike)
    if len({pair.there for pair in pairs}) < _LEAST:
        return None
    total = sum(one.words for i, one in enumerate(here) if i not in without)
    weight = sum(pair.alike * here[pair.here].words for pair in pairs)
    return Retelling(tuple(pairs), share(here, {pair.here for pair in pairs}, without), weight / max(total, 1))


def _alike(i: int, here: Weighed, there: Sequence[Weighed]) -> dict[int, Pair]:
    """By sentence of the other page that tells the same, how much the same."""
    found = {}
    for j, other in enumerate(there):
        common = here.traits.keys() & other.traits.keys()
        if len(common) >= _FEW:
            light, heavy = sorted((here.total, other.total))
            weight = sum(min(here.traits[trait], other.traits[trait]) for trait in here.traits if trait in common)
            alike = min(1.0, weight / light) * (1 if _agree(here, other) else _CLASH)
            if alike >= _ALIKE and weight >= _OF_LONGER * heavy:
                found[j] = Pair(i, j, alike, tuple(sorted(common)))
    return found


def _agree(here: Weighed, there: Weighed) -> bool:
    return not here.figures or not there.figures or bool(here.figures & there.figures)


def _in_order(alike: Sequence[Mapping[int, Pair]], width: int) -> list[Pair]:
    """The heaviest row of pairs that goes down both pages; a sentence of the source may be told in two."""
    best: list[tuple[float, tuple[Pair, ...]]] = [(0.0, ())] * width
    for row in alike:
        ahead = list(best)
        before: tuple[float, tuple[Pair, ...]] = (0.0, ())
        for j in range(width):
            before = max(before, best[j], key=lambda each: each[0])
            pair = row.get(j)
            if pair is None or [last.there for last in before[1][-_TOLD_IN:]] == [j] * _TOLD_IN:
                continue
            if before[0] + pair.alike > ahead[j][0]:
                ahead[j] = (before[0] + pair.alike, (*before[1], pair))
        best = ahead
    return list(max(best, key=lambda each: each[0], default=(0.0, ()))[1])


def _in_any_order(alike: Sequence[Mapping[int, Pair]]) -> list[Pair]:
    """Each sentence with the one that it is most alike, in the order of `here`."""
    taken: Counter[int] = Counter()
    found: dict[int, Pair] = {}
    for pair in sorted((pair for row in alike for pair in row.values()), key=lambda each: (-each.alike, each)):
        if pair.here not in found and taken[pair.there] < _TOLD_IN:
            found[pair.here] = pair
            taken[pair.there] += 1
    return [found[i] for i in sorted(found)]

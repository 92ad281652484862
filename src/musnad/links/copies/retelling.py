"""Pages that tell what another page tells, sentence by sentence and in its order, in other words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from musnad.links.copies.features import Point

__all__ = ["Pair", "Retelling", "Weighed", "retelling", "weighed"]

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


def retelling(
    here: Sequence[Weighed], there: Sequence[Weighed], without: Collection[int] = (), *, in_order: bool = True
) -> Retelling | None:
    """How page `here` retells page `there`; its sentences at `without` are explained otherwise. None if it does not."""
    where: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, other in enumerate(there):
        for trait, weight in other.traits.items():
            where[trait].append((j, weight))
    alike = [{} if i in without else _alike(i, one, there, where) for i, one in enumerate(here)]
    pairs = _in_order(alike, len(there)) if in_order else _in_any_order(alike)
    if len({pair.there for pair in pairs}) < _LEAST:
        return None
    told = {pair.here for pair in pairs}
    total = sum(one.words for i, one in enumerate(here) if i not in without)
    weight = sum(pair.alike * here[pair.here].words for pair in pairs)
    return Retelling(tuple(pairs), sum(here[i].words for i in told) / max(total, 1), weight / max(total, 1))


def _alike(
    i: int, here: Weighed, there: Sequence[Weighed], where: Mapping[str, Sequence[tuple[int, float]]]
) -> dict[int, Pair]:
    """By sentence of the other page that tells the same, how much the same."""
    shared: dict[int, list[tuple[float, str]]] = defaultdict(list)
    for trait, weight in here.traits.items():
        for j, other in where.get(trait, ()):
            shared[j].append((min(weight, other), trait))
    found = {}
    for j, traits in shared.items():
        light, heavy = sorted((here.total, there[j].total))
        weight = sum(each for each, _ in traits)
        alike = min(1.0, weight / light) * (1 if _agree(here, there[j]) else _CLASH)
        if len(traits) >= _FEW and alike >= _ALIKE and weight >= _OF_LONGER * heavy:
            found[j] = Pair(i, j, alike, tuple(sorted(trait for _, trait in traits)))
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

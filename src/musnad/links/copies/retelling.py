"""Pages that tell what another page tells, sentence by sentence and in its order, in other words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations
from math import log2
from typing import NamedTuple

from musnad.links.copies.features import Point

__all__ = ["Pair", "Retelling", "likely", "retelling", "weights"]

_RARE = 24  # pages; a trait that more have proposes nothing
_BEST = 8  # pages that a page is laid beside
_TRAITS = 5  # rare traits that a pair must have in common
_ALIKE = 0.38  # of the lighter sentence's weight
_FEW = 3  # traits that two sentences must have in common
_CLASH = 0.6  # what two sentences are worth that have numbers, and none in common
_LEAST = 3  # sentences


class Pair(NamedTuple):
    """Sentence `here` of one page tells what sentence `there` of the other does; `alike` is above 0, at most 1."""

    here: int
    there: int
    alike: float
    shared: tuple[str, ...]


class Retelling(NamedTuple):
    """Sentences in one order on both pages. `share`: of the words of the article `here`; `weight`: of all traits."""

    pairs: tuple[Pair, ...]
    share: float
    weight: float


def weights(pages: Sequence[Sequence[Point]]) -> Mapping[str, float]:
    """How much a trait tells by the number of pages that have it: half for two, a fifth for sixteen."""
    counts: dict[str, int] = defaultdict(int)
    for page in pages:
        for trait in {trait for point in page for trait in point.traits}:
            counts[trait] += 1
    return {trait: 1 / (1 + log2(count)) for trait, count in counts.items()}


def likely(pages: Sequence[Sequence[Point]], rarity: Mapping[str, float]) -> set[tuple[int, int]]:
    """Pairs of pages (lower place first) that have most rare traits in common, a few for each page."""
    having: dict[str, list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        for trait in {trait for point in page for trait in point.traits}:
            having[trait].append(number)
    partners: list[dict[int, tuple[float, int]]] = [defaultdict(lambda: (0.0, 0)) for _ in pages]
    for trait, numbers in having.items():
        if 1 < len(numbers) <= _RARE:
            for pair in combinations(numbers, 2):
                for one, other in (pair, pair[::-1]):
                    total, count = partners[one][other]
                    partners[one][other] = (total + rarity[trait], count + 1)
    found = set()
    for number, others in enumerate(partners):
        able = [(total, other) for other, (total, count) in others.items() if count >= _TRAITS]
        for _, other in sorted(able, key=lambda each: (-each[0], each[1]))[:_BEST]:
            found.add((min(number, other), max(number, other)))
    return found


def retelling(
    here: Sequence[Point], there: Sequence[Point], rarity: Mapping[str, float], without: Collection[int] = ()
) -> Retelling | None:
    """How page `here` retells page `there`; its sentences at `without` are explained otherwise. None if it does not."""
    alike = [
        [_alike(one, other, rarity, i, j) for j, other in enumerate(there)] if i not in without else []
        for i, one in enumerate(here)
    ]
    pairs = _in_order(alike, len(there))
    if len(pairs) < _LEAST:
        return None
    told = {pair.here for pair in pairs}
    total = sum(point.words for i, point in enumerate(here) if i not in without)
    return Retelling(
        tuple(pairs),
        sum(here[i].words for i in told) / max(total, 1),
        sum(pair.alike * here[pair.here].words for pair in pairs),
    )


def _alike(here: Point, there: Point, rarity: Mapping[str, float], i: int, j: int) -> Pair | None:
    shared = here.traits.keys() & there.traits.keys()
    if len(shared) < _FEW:
        return None
    lighter = min(_total(here, here.traits, rarity), _total(there, there.traits, rarity))
    alike = min(1.0, _total(here, shared, rarity) / lighter)
    if not _agree(here, there):
        alike *= _CLASH
    return Pair(i, j, alike, tuple(sorted(shared))) if alike >= _ALIKE else None


def _agree(here: Point, there: Point) -> bool:
    ours, theirs = ({trait for trait in point.traits if trait[0] in "#@"} for point in (here, there))
    return not ours or not theirs or bool(ours & theirs)


def _total(point: Point, traits: Collection[str], rarity: Mapping[str, float]) -> float:
    return sum(point.traits[trait] * rarity[trait] for trait in traits)


def _in_order(alike: Sequence[Sequence[Pair | None]], width: int) -> list[Pair]:
    """The heaviest row of pairs that goes down both pages; a sentence of the source may be told in two."""
    best: list[tuple[float, tuple[Pair, ...]]] = [(0.0, ())] * width
    for row in alike:
        ahead = list(best)
        before: tuple[float, tuple[Pair, ...]] = (0.0, ())
        for j, pair in enumerate(row):
            before = max(before, best[j], key=lambda each: each[0])
            if pair is not None and before[0] + pair.alike > ahead[j][0]:
                ahead[j] = (before[0] + pair.alike, (*before[1], pair))
        best = ahead
    return list(max(best, key=lambda each: each[0], default=(0.0, ()))[1])

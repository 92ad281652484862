"""Which pages may have words in common: an index of sampled runs of words, whose cost grows with the words.

Of all runs of `_RUN` words a page keeps those that hash lowest in their neighbourhood (winnowing), so that any
`_RUN + _NEAR - 1` words in a row that two pages share are found on both, wherever they stand.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from zlib import crc32

from musnad.links.account import Account

__all__ = ["Index", "index"]

_RUN = 6  # words
_NEAR = 4  # runs of which one is kept
_MANY = 24  # pages; what more pages have in common is paired by neighbours only
_BEFORE, _FIRST = 6, 3  # neighbours: pages just before in time, and the first ones of all
_SHARED = 2  # kept runs that a pair must have in common
_SITE, _SITE_MOST = (
    4,
    12,
)  # pages of one outlet that share a run which no other outlet has: from here on it is boilerplate
_REPEATED = 0.5  # share of a page's runs; a page that is more of the same than this is a repeated article


class Index:
    """`pairs`: places of pages (lower first) that may share words; `barred`: each page's words that are boilerplate."""

    def __init__(self, pairs: Sequence[tuple[int, int]], barred: Mapping[int, frozenset[int]]) -> None:
        self.pairs = pairs
        self.barred = barred


def index(pages: Sequence[Account]) -> Index:
    """Of pages in the order of their publication."""
    numbers: dict[str, int] = {}
    kept = [_kept(page.words, numbers) for page in pages]
    having: dict[int, list[int]] = {}
    for number, runs in enumerate(kept):
        for run in runs:
            having.setdefault(run, []).append(number)
    having = {run: found for run, found in having.items() if len(found) > 1}
    barred = _boilerplate(pages, kept, having)
    counts: Counter[tuple[int, int]] = Counter()
    for run, found in having.items():
        whose = [number for number in found if run not in barred.get(number, ())]
        counts.update(_pairs(whose))
    pairs = sorted(pair for pair, shared in counts.items() if shared >= _SHARED)
    return Index(pairs, {number: _words(kept[number], runs) for number, runs in barred.items()})


def _kept(words: Sequence[str], numbers: dict[str, int]) -> dict[int, list[int]]:
    """The runs that a page keeps, each with its places."""
    for word in set(words).difference(numbers):
        numbers[word] = crc32(word.encode())
    spelt = [numbers[word] for word in words]
    hashes = [hash(run) for run in zip(*(spelt[shift:] for shift in range(_RUN)), strict=False)]
    found: dict[int, list[int]] = {}
    last = -1
    for at in range(max(len(hashes) - _NEAR + 1, min(len(hashes), 1))):
        near = hashes[at : at + _NEAR]
        lowest = min(near)
        place = at + near.index(lowest)
        if place != last:
            found.setdefault(lowest, []).append(place)
            last = place
    return found


def _boilerplate(
    pages: Sequence[Account], kept: Sequence[Mapping[int, object]], having: Mapping[int, Sequence[int]]
) -> dict[int, set[int]]:
    """By page the runs that are its outlet's own furniture: on many of its pages and on nobody else's."""
    found: dict[int, set[int]] = defaultdict(set)
    always: dict[int, set[int]] = defaultdict(set)
    for run, numbers in having.items():
        if len(numbers) < _SITE:
            continue
        outlets = {pages[number].outlet for number in numbers}
        if len(outlets) == 1 and None not in outlets:
            for number in numbers:
                found[number].add(run)
                if len(numbers) > _SITE_MOST:
                    always[number].add(run)
    return {
        number: runs if len(runs) <= _REPEATED * len(kept[number]) else always[number] for number, runs in found.items()
    }


def _pairs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(numbers) <= _MANY:
        yield from combinations(numbers, 2)
        return
    for at, number in enumerate(numbers):
        for other in {*numbers[: min(_FIRST, at)], *numbers[max(0, at - _BEFORE) : at]}:
            yield other, number


def _words(kept: Mapping[int, Sequence[int]], runs: set[int]) -> frozenset[int]:
    return frozenset(at + shift for run in runs for at in kept[run] for shift in range(_RUN))

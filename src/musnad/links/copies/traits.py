"""Which pages may tell the same in other words: those that have most rare traits in common, a few for each page."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cache
from math import log2

from musnad.links.copies.features import points
from musnad.links.memory import Memory, Register
from musnad.links.pages import Pages

__all__ = ["Traits"]

_RARE = 24  # pages; a trait that more have proposes nothing
_BEST = 8  # pages that a page is laid beside
_TRAITS = 5  # rare traits that a pair must have in common
_UNIT = 10_000  # by which weights are made whole numbers
_BITS = 4  # of what a trait weighs by itself, in halves

Pair = tuple[str, str]


class Traits:
    """The traits of all pages. `likely`: pairs of pages to be laid side by side."""

    def __init__(self, memory: Memory, pages: Pages) -> None:
        self._memory = memory
        self._pages = pages
        self._shelf = memory.shelf("traits", "Q")
        self._register = Register(*(memory.read("trait_counts", tuple[list[str], list[int]]) or ()))
        self._partners: dict[str, list[str]] = memory.read("partners", dict[str, list[str]]) or {}
        self._held: dict[str, dict[int, int]] = {}

    @property
    def likely(self) -> set[Pair]:
        return {(min(doc, other), max(doc, other)) for doc, others in self._partners.items() for other in others}

    def update(self, gone: Set[str], come: Set[str]) -> None:
        """Take pages out and put pages in."""
        counts = self._register.counts
        before: dict[int, int] = {}
        for doc in gone:
            for trait in self._bases(doc):
                before.setdefault(trait, counts[trait])
                counts[trait] -= 1
            self._shelf.drop(doc)
            self._held.pop(doc, None)
            self._partners.pop(doc, None)
        for doc in self._pages.ordered(come):
            told = points(self._pages[doc])
            weights = {trait: weight for point in told for trait, weight in point.traits.items()}
            numbers = [self._register.number(trait) << _BITS | int(2 * weight) for trait, weight in weights.items()]
            self._shelf[doc] = array("Q", numbers)
            for trait in (number >> _BITS for number in numbers):
                before.setdefault(trait, counts[trait])
                counts[trait] += 1
        moved = {trait for trait, often in before.items() if min(often, counts[trait]) <= _RARE}
        self._propose(self._having(moved) | come)
        self._memory.keep("trait_counts", (self._register.words, counts))
        self._memory.keep("partners", self._partners)

    def contained(self, here: str, there: str) -> float:
        """How much of what one page tells is on the other at all, in whatever order: the share of its weight."""
        ours, theirs = self._bases(here), self._bases(there)
        return sum(ours[trait] for trait in ours.keys() & theirs.keys()) / max(sum(ours.values()), 1)

    def _propose(self, docs: Set[str]) -> None:
        """Find for these pages the partners that they have most in common with."""
        counts = self._register.counts
        asking = {doc: {t: by for t, by in self._bases(doc).items() if 1 < counts[t] <= _RARE} for doc in docs}
        posts = self._posts({trait for traits in asking.values() for trait in traits})
        for doc, traits in asking.items():
            shares: dict[str, int] = defaultdict(int)
            common: dict[str, int] = defaultdict(int)
            for trait, base in traits.items():
                weight = base * _rarity(counts[trait])
                for other in posts[trait]:
                    shares[other] += weight
                    common[other] += 1
            shares.pop(doc, None)
            able = [
                (-total, self._pages.rank[other], other) for other, total in shares.items() if common[other] >= _TRAITS
            ]
            self._partners[doc] = [other for _, _, other in sorted(able)[:_BEST]]
            if not able:
                del self._partners[doc]

    def _bases(self, doc: str) -> dict[int, int]:
        """What each trait of a page weighs by itself."""
        found = self._held.get(doc)
        if found is None:
            numbers = self._shelf.get(doc) or ()
            found = self._held[doc] = {number >> _BITS: number & (1 << _BITS) - 1 for number in numbers}
        return found

    def _having(self, traits: Set[int]) -> set[str]:
        marked = {trait << _BITS | weight for trait in traits for weight in _HALVES}
        return {doc for doc, numbers in self._shelf.items() if not marked.isdisjoint(numbers)} if traits else set()

    def _posts(self, traits: Set[int]) -> Mapping[int, Sequence[str]]:
        """By trait the pages that have it."""
        marked = {trait << _BITS | weight for trait in traits for weight in _HALVES}
        found: dict[int, list[str]] = defaultdict(list)
        for doc, numbers in self._shelf.items():
            for number in marked.intersection(numbers):
                found[number >> _BITS].append(doc)
        return found


_HALVES = (2, 3, 4, 6)  # what traits weigh by themselves, in halves


@cache
def _rarity(pages: int) -> int:
    """How much a trait tells by the number of pages that have it: half for two, a fifth for sixteen."""
    return round(_UNIT / (1 + log2(pages)))

"""Which pages may have words in common: an index of sampled runs of words, whose cost grows with the words.

Of all runs of `_RUN` words a page keeps those that hash lowest in their neighbourhood (winnowing), so that any
`_RUN + _NEAR - 1` words in a row that two pages share are found on both, wherever they stand.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations
from typing import NamedTuple
from zlib import crc32

from musnad.links.account import Account
from musnad.links.memory import Memory
from musnad.links.pages import Pages

__all__ = ["Pair", "Runs", "Shift", "kept", "places"]

_RUN = 6  # words
_NEAR = 4  # runs of which one is kept
_MANY = 24  # pages; what more pages have in common is paired by neighbours only
_BEFORE, _FIRST = 6, 3  # neighbours: pages just before in time, and the first ones of all
_SHARED = 2  # kept runs that a pair must have in common
# Pages of one outlet that share a run which no other outlet has: from here on it is boilerplate.
_SITE, _SITE_MOST = 4, 12
_REPEATED = 0.5  # share of a page's runs; a page that is more of the same than this is a repeated article

Pair = tuple[str, str]  # pages, in no order but always the same


class _Site(NamedTuple):
    """Runs of a page that only its own outlet has: those on many of its pages, and those on very many."""

    many: frozenset[int] = frozenset()
    most: frozenset[int] = frozenset()


class Shift(NamedTuple):
    """What is not as it was: pairs that may share words, that may no more, and pages that came, went or have other
    boilerplate."""

    new: set[Pair]
    lost: set[Pair]
    pages: set[str]


class Runs:
    """The kept runs of all pages. `pairs`: pages that may share words."""

    def __init__(self, memory: Memory, pages: Pages) -> None:
        self._memory = memory
        self._pages = pages
        self._shelf = memory.shelf("runs", "q")
        self._held: dict[int, list[str]] = {}  # by run the pages that have it, as far as they were looked up
        self._sites: dict[str, _Site] = memory.read("sites", dict[str, _Site]) or {}
        self.pairs: set[Pair] = set(memory.read("alike", list[Pair]) or ())

    def update(self, gone: Set[str], come: Set[str]) -> Shift:
        """Take pages out and put pages in; a page that has changed is in both."""
        old = {doc: set(self._shelf.get(doc) or ()) for doc in gone}
        for doc in gone:
            self._shelf.drop(doc)
        fresh = {doc: kept(self._pages[doc].words) for doc in self._pages.ordered(come)}
        for doc, runs in fresh.items():
            self._shelf[doc] = array("q", runs)
        moved = set[int]().union(*old.values(), *fresh.values())
        before = {doc: self.barred(doc) for doc in self._sites}
        self._furnish(self._posts(moved), gone)
        other = {doc for doc in before.keys() | self._sites.keys() if before.get(doc, frozenset()) != self.barred(doc)}
        moved.update(run for doc in other for run in before.get(doc, frozenset()) ^ self.barred(doc))
        many = self._crowds(moved, old)
        ask = {*come, *(doc for doc in other if doc in self._pages), *many}
        asked = self._paired(ask)
        was = {pair for pair in self.pairs if not (ask.isdisjoint(pair) and gone.isdisjoint(pair))}
        self.pairs = self.pairs - was | asked
        self._memory.keep("sites", self._sites)
        self._memory.keep("alike", sorted(self.pairs))
        return Shift(asked - was, was - asked, {*gone, *come, *other})

    def barred(self, doc: str) -> frozenset[int]:
        """The runs of a page that are its outlet's own furniture: on many of its pages and on nobody else's."""
        site = self._sites.get(doc)
        if site is None:
            return frozenset()
        size = len(self._shelf.get(doc) or ())
        return site.many if len(site.many) <= _REPEATED * size else site.most

    def _posts(self, runs: Set[int]) -> dict[int, list[str]]:
        """By run the pages that have it, in their order."""
        ask = runs - self._held.keys()
        if ask:
            found: dict[int, list[str]] = defaultdict(list)
            for doc, held in self._shelf.items():
                for run in ask.intersection(held):
                    found[run].append(doc)
            self._held |= {
                run: docs if len(docs) < 2 else self._pages.ordered(docs)
                for run, docs in ((run, found.get(run, [])) for run in ask)
            }
        return {run: self._held[run] for run in runs}

    def _furnish(self, posts: Mapping[int, Sequence[str]], gone: Set[str]) -> None:
        """Tell anew for these runs whether they are some outlet's own."""
        site = {doc: (set(each.many), set(each.most)) for doc, each in self._sites.items() if doc not in gone}
        for run, docs in posts.items():
            own = len(docs) >= _SITE and self._of_one(docs)
            for doc in docs:
                if own or doc in site:
                    many, most = site.setdefault(doc, (set(), set()))
                    (many.add if own else many.discard)(run)
                    (most.add if own and len(docs) > _SITE_MOST else most.discard)(run)
        self._sites = {doc: _Site(frozenset(many), frozenset(most)) for doc, (many, most) in site.items() if many}

    def _of_one(self, docs: Sequence[str]) -> bool:
        """Whether pages are of one outlet."""
        outlets = {self._pages.cards[doc].outlet for doc in docs}
        return len(outlets) == 1 and None not in outlets

    def _crowds(self, runs: Set[int], old: Mapping[str, Set[int]]) -> set[str]:
        """Pages with one of these runs where so many have it, or had, that only neighbours are paired by it."""
        left = Counter(run for mine in old.values() for run in mine)
        return {doc for run, docs in self._posts(runs).items() if len(docs) + left[run] > _MANY for doc in docs}

    def _paired(self, ask: Set[str]) -> set[Pair]:
        """The pairs of which one of these pages is one."""
        runs = set[int]().union(*(self._shelf.get(doc) or () for doc in ask))
        barred = {doc: self.barred(doc) for doc in self._sites}
        counts: Counter[Pair] = Counter()
        for run, docs in self._posts(runs).items():
            if len(docs) > 1:
                whose = [doc for doc in docs if run not in barred.get(doc, ())]
                counts.update(pair for pair in _pairs(whose) if not ask.isdisjoint(pair))
        return {pair for pair, shared in counts.items() if shared >= _SHARED}


def kept(words: Sequence[str]) -> dict[int, list[int]]:
    """The runs that a page keeps, each with its places."""
    numbers = {word: crc32(word.encode()) for word in set(words)}
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


def places(page: Account, runs: Set[int]) -> frozenset[int]:
    """The words of a page that stand in some of its runs."""
    if not runs:
        return frozenset()
    found = kept(page.words)
    return frozenset(at + shift for run in runs for at in found[run] for shift in range(_RUN))


def _pairs(docs: Sequence[str]) -> Iterator[Pair]:
    if len(docs) <= _MANY:
        yield from (_pair(*pair) for pair in combinations(docs, 2))
        return
    for at, doc in enumerate(docs):
        for other in {*docs[: min(_FIRST, at)], *docs[max(0, at - _BEFORE) : at]}:
            yield _pair(other, doc)


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)

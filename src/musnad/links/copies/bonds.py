"""Pages that share words, laid side by side: which are bound by them, and which of two took them from the other.

What is found of a page holds until a page that it shares words with, or what is shared, changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import lru_cache

from musnad.links.copies.direction import decide, sentences
from musnad.links.copies.names import Outlets
from musnad.links.copies.overlap import Leaf, Overlap, leaf, overlap
from musnad.links.copies.parents import Bond, Parent, parents
from musnad.links.copies.rephrase import retold, sheet
from musnad.links.copies.shingles import Pair, Runs, Shift, places
from musnad.links.findings import Copy
from musnad.links.memory import Memory
from musnad.links.pages import Pages
from musnad.wording import phrase

__all__ = ["Bonds"]

_WHOLE = 0.9  # share of the copy's article that is the source's
_MOST = 0.85  # share of the source's article, where words are changed throughout
_HELD, _PAIRS = 1_000, 5_000  # pages, and pairs, that are held once they were laid beside each other
_FEW, _RETOLD = 0.35, 0.6  # a copy with fewer of the source's words that tells so much of it is a rephrase


class Bonds:
    """`bound`: pairs of pages that have more words in common than chance or custom gives."""

    def __init__(self, memory: Memory, pages: Pages, runs: Runs) -> None:
        self._memory = memory
        self._pages = pages
        self._runs = runs
        self._leaf = lru_cache(_HELD)(self._open)
        self._lay = lru_cache(_PAIRS)(self._beside)
        self.bound: set[Pair] = set(memory.read("bound", list[Pair]) or ())
        self._new: set[Pair] = set()

    def update(self, shift: Shift) -> set[str]:
        """Lay side by side what is not as it was; the pages whose bonds are not, but for bonds that are new."""
        again = {pair for pair in self._runs.pairs if not shift.pages.isdisjoint(pair)} | shift.new
        copied = {pair for pair in sorted(again) if self._lay(pair).copied}
        old = {pair for pair in self.bound if pair in again or pair in shift.lost}
        self._new = copied - old
        self.bound = self.bound - old | copied
        self._memory.keep("bound", sorted(self.bound))
        return {doc for pair in old for doc in pair} | shift.pages

    def copies(
        self, docs: Set[str], outlets: Outlets, taken: Callable[[str], Sequence[Copy]]
    ) -> Iterator[tuple[str, list[Copy]]]:
        """The copies, by the page that took words, of these pages, of copies by new bonds, and of those for which that
        may have changed with them. `taken`: what was found of a page before."""
        beside: dict[str, list[str]] = defaultdict(list)
        for one, other in self.bound:
            beside[one].append(other)
            beside[other].append(one)
        rank = self._pages.rank
        bond = lru_cache(_PAIRS)(lambda pair: self._bond(pair, outlets))
        order = list(self._pages)
        docs = {*docs, *(order[bond(pair).copy] for pair in self._new if not all(map(docs.__contains__, pair)))}
        done: set[str] = set()
        for start in self._pages.ordered(docs):
            hanging = _hanging(start, beside) if start not in done else ()
            done.update(hanging)
            ways: dict[int, set[int]] = {}
            turned: set[str] = set()  # pages from which earlier ones took words: only to them may a way lead back
            for doc in self._pages.ordered(hanging):
                old = found = taken(doc)
                if doc in docs or doc in turned:
                    bonds = (bond(_pair(doc, other)) for other in beside[doc])
                    own = (each for each in bonds if each.copy == rank[doc])
                    found = [_copy(parent) for parent in parents(own, ways)]
                    yield doc, found
                ways[rank[doc]] = {rank[copy.of] for copy in found}
                turned.update(copy.of for copy in (*old, *found) if rank.get(copy.of, -1) > rank[doc])

    def _bond(self, pair: Pair, outlets: Outlets) -> Bond:
        """Which of two pages took words from the other."""
        laid = self._lay(pair)
        first, second = (self._pages.rank[each.page.doc] for each in (laid.here, laid.there))
        here = sentences(laid.here.page, [passage.here for passage in laid.passages])
        there = sentences(laid.there.page, [passage.there for passage in laid.passages])
        verdict = decide(laid.here.page, laid.there.page, outlets, here, there)
        return Bond(first, second, laid, verdict) if verdict.first else Bond(second, first, laid.flipped, verdict)

    def _beside(self, pair: Pair) -> Overlap:
        """One page beside the other, the earlier first."""
        here, there = self._pages.ordered(pair)
        return overlap(self._leaf(here), self._leaf(there))

    def _open(self, doc: str) -> Leaf:
        page = self._pages[doc]
        return leaf(page, places(page, self._runs.barred(doc)))


def _hanging(start: str, beside: Mapping[str, list[str]]) -> set[str]:
    seen, ahead = {start}, [start]
    while ahead:
        fresh = [doc for doc in beside.get(ahead.pop(), ()) if doc not in seen]
        seen.update(fresh)
        ahead += fresh
    return seen


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _copy(parent: Parent) -> Copy:
    bond = parent.bond
    laid, verdict = bond.overlap, bond.verdict
    kept = {(tile.here, tile.there) for tile in parent.tiles}
    passages = tuple(
        passage for tile, passage in zip(laid.tiles, laid.passages, strict=True) if (tile.here, tile.there) in kept
    )
    words = sum(passage.words for passage in passages)
    here, there = laid.here.page, laid.there.page
    reasons = (phrase("copying.words", words, len(here.words), here.doc, there.doc),)
    whole = laid.share >= _WHOLE or (laid.told >= _WHOLE and laid.flipped.told >= _MOST)
    share, retelling = (0.0, ()) if whole or laid.share >= _FEW else retold(sheet(here), sheet(there))
    rephrased = parent.first and share >= _RETOLD
    return Copy(
        doc=here.doc,
        of=there.doc,
        kind="whole" if whole and parent.first else "rephrase" if rephrased else "partial",
        credited=verdict.credited,
        passages=passages,
        reasons=reasons + verdict.reasons,
        sure=verdict.sure,
        retold=retelling if rephrased else (),
    )

"""Pairs of statements that were laid side by side: which put one content forward, and which disagree.

What is kept of a pair holds until one of its contents, what its marks weigh, or what their pages took from each other
changes; only then is it looked at again.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from musnad.links.claims.cluster import Bar, confirmed
from musnad.links.claims.content import Content
from musnad.links.claims.contrary import DATED, ENOUGH, against
from musnad.links.claims.crowd import BITS, Crowd, Row, Scale, numbered
from musnad.links.claims.match import compare
from musnad.links.claims.propose import CROWD, partners, telling
from musnad.links.claims.taken import Taken
from musnad.links.memory import Memory
from musnad.links.pages import Pages

__all__ = ["Against", "Edge", "Pairs"]

Pair = tuple[int, int]  # statements by number, the earlier first
_ITEM = "Q"
_LOW = (1 << BITS) - 1


class Edge(NamedTuple):
    """By how much a pair passes its bar, and how alike its contents are."""

    by: float
    score: float


class Against(NamedTuple):
    """A facet in which a pair disagrees, how surely it is one matter, and what its claims must differ in."""

    score: float
    on: str
    apart: bool | None


class _Sketch(NamedTuple):
    """A statement as its marks tell it; `total`: what they weigh together."""

    facets: int
    marks: frozenset[int]
    context: frozenset[int]
    total: int


class Pairs:
    """`edges`: pairs of one content, `disputes`: pairs that disagree."""

    def __init__(self, memory: Memory, pages: Pages, crowd: Crowd) -> None:
        self._memory = memory
        self._pages = pages
        self._crowd = crowd
        self._contents = memory.shelf("contents", list[Content])
        self._near = memory.shelf("near", bytes)
        self._sketches: dict[int, list[_Sketch]] = {}
        edges = memory.read("edges", list[tuple[int, int, float, float]]) or []
        self.edges: dict[Pair, Edge] = {(i, j): Edge(by, score) for i, j, by, score in edges}
        disputes = memory.read("disputes", list[tuple[int, int, list[Against]]]) or []
        self.disputes: dict[Pair, list[Against]] = {(i, j): found for i, j, found in disputes}
        self.disputed: set[Pair] = set()  # those of both pages still here that disagree otherwise than before

    def content(self, number: int) -> Content:
        """What a statement puts forward."""
        found: Content = self._contents[self._pages.by_number[number >> BITS]][(number & _LOW) - 1]
        return found

    def order(self, number: int) -> int:
        """A number that sorts statements by page and place."""
        return self._pages.rank[self._pages.by_number[number >> BITS]] << BITS | number & _LOW

    def settle(self, changed: Set[int], copied: Iterable[tuple[str, str]], copies: Taken, scale: Scale) -> set[int]:
        """Look again at what is not as it was: `changed` contents, and pages of which one took `copied` words from the
        other. The statements for which something is not as it was."""
        asking, heavy = self._asking(changed, scale)
        new, lost = self._meet(asking, scale)
        between = {pair for one, other in copied for pair in self._between(one, other)}
        touched = heavy | {number for pair in between for number in pair} | self._forget(lost)
        for i, j in sorted({*self._around(heavy), *new, *between}):
            if self._look(i, j, copies, scale):
                touched.update((i, j))
        self._memory.keep("edges", [(i, j, *edge) for (i, j), edge in self.edges.items()])
        self._memory.keep("disputes", [(i, j, found) for (i, j), found in self.disputes.items()])
        return touched

    def _asking(self, changed: Set[int], scale: Scale) -> tuple[dict[int, Row], set[int]]:
        """Statements that may have other partners now; those whose own marks are or weigh something else."""
        crowd = self._crowd
        before = crowd.before()
        reweighed = crowd.reweighed(scale, before)
        if reweighed is None:
            everything = dict(crowd.having(None))
            return everything, set(everything)
        posted = {mark for mark, before in crowd.posted.items() if min(before, crowd.told[mark]) <= CROWD}
        having = dict(crowd.having(reweighed | posted))
        other = reweighed | posted
        asking = {
            number: row
            for number, row in having.items()
            if not (other.isdisjoint(telling(row, scale)) and other.isdisjoint(telling(row, before)))
        }
        for doc in {self._pages.by_number[number >> BITS] for number in changed}:
            page = self._pages.cards[doc].number
            asking |= {numbered(page, at): row for at, row in enumerate(crowd.rows(doc), 1)}
        heavy = {n for n, row in having.items() if not (reweighed.isdisjoint(row.marks) and reweighed.isdisjoint(row.context))}
        return asking, heavy | changed

    def _meet(self, asking: Mapping[int, Row], scale: Scale) -> tuple[set[Pair], set[Pair]]:
        """Give those that ask their partners; the pairs that are new, and those that are none any more."""
        found = dict(partners(asking, self._crowd, scale, self.order))
        new: set[Pair] = set()
        left: set[Pair] = set()
        by_page: dict[int, list[int]] = defaultdict(list)
        for number in found:
            by_page[number >> BITS].append(number)
        for page, numbers in by_page.items():
            doc = self._pages.by_number[page]
            rows = self._rows(doc) or [array(_ITEM) for _ in self._contents[doc]]
            for number in numbers:
                at = (number & _LOW) - 1
                before, now = set(rows[at]), set(found[number])
                new.update(self._pair(number, other) for other in now - before)
                left.update((number, other) for other in before - now)
                rows[at] = array(_ITEM, found[number])
            self._near[doc] = array(_ITEM, (n for row in rows for n in (len(row), *row))).tobytes()
        lost = {(x, y) for x, y in left if not self._is_here(y) or x not in self._row(y)}
        return new, {pair for x, y in lost for pair in ((x, y), (y, x))}

    def _around(self, heavy: Set[int]) -> Iterator[Pair]:
        """All pairs of which one is such a statement."""
        pages = {number >> BITS for number in heavy}
        for doc, body in self._near.items():
            page = self._pages.cards[doc].number
            if page in pages or not heavy.isdisjoint(_array(body)):
                for at, row in enumerate(_rows(_array(body)), 1):
                    own = numbered(page, at)
                    yield from (self._pair(own, other) for other in row if own in heavy or other in heavy)

    def _between(self, one: str, other: str) -> Iterator[Pair]:
        """The pairs of two pages."""
        for doc, to in ((one, other), (other, one)):
            if doc in self._pages and to in self._pages:
                page, there = (self._pages.cards[each].number for each in (doc, to))
                for at, row in enumerate(self._rows(doc), 1):
                    yield from (self._pair(numbered(page, at), each) for each in row if each >> BITS == there)

    def _forget(self, lost: Set[Pair]) -> set[int]:
        """Let go of pairs that are none any more, or of pages that are gone; the statements that are left of them."""
        touched = set()
        for table in (self.edges, self.disputes):
            for pair in [p for p in table if p in lost or not (self._is_here(p[0]) and self._is_here(p[1]))]:
                del table[pair]
                touched.update(filter(self._is_here, pair))
                if table is self.disputes and all(map(self._is_here, pair)):
                    self.disputed.add(pair)
        return touched

    def _look(self, i: int, j: int, copies: Taken, scale: Scale) -> bool:
        """Lay two statements side by side; whether that came out otherwise than before."""
        edge, disputed = None, list[Against]()
        if self._may_matter(i, j, scale):
            a, b, weights = self.content(i), self.content(j), scale.weights
            like = compare(a, b, weights)
            by = confirmed(a, b, like, copies)
            edge = Edge(by, like.score) if by > 0 else None
            disputed = [Against(*found) for found in against(a, b, like, weights)]
        if disputed != self.disputes.get((i, j), []):
            self.disputed.add((i, j))
        other = edge != self.edges.get((i, j))
        for table, found in ((self.edges, edge), (self.disputes, disputed)):
            table.pop((i, j), None)
            if found:
                table[i, j] = found  # type: ignore[index]
        return other

    def _may_matter(self, i: int, j: int, scale: Scale) -> bool:
        """Whether two statements can be one content or disagree: by their marks alone, without opening them."""
        a, b = self._sketch(i, scale), self._sketch(j, scale)
        shared = scale.sum(a.marks & b.marks)
        if a.context or b.context:
            shared += scale.sum((a.context & b.marks) | (b.context & a.marks))
        both = a.facets & b.facets
        if both & ~DATED and (shared >= ENOUGH * scale.weights.rare or i >> BITS == j >> BITS):
            return True
        most = shared + scale.weights.rare if both else shared  # days that lie in each other count too
        low = min(a.total, b.total)
        if not low or most < Bar.EASE * Bar.SHARED * scale.weights.rare:
            return False
        return 0.5 * most / low + most / (a.total + b.total) > Bar.LEAST

    def _sketch(self, number: int, scale: Scale) -> _Sketch:
        page = number >> BITS
        found = self._sketches.get(page)
        if found is None:
            rows = self._crowd.rows(self._pages.by_number[page])
            found = self._sketches[page] = [
                _Sketch(row.facets, frozenset(row.marks), frozenset(row.context), scale.sum(row.marks)) for row in rows
            ]
        return found[(number & _LOW) - 1]

    def _pair(self, one: int, other: int) -> Pair:
        return (one, other) if self.order(one) < self.order(other) else (other, one)

    def _is_here(self, number: int) -> bool:
        return number >> BITS in self._pages.by_number

    def _row(self, number: int) -> Sequence[int]:
        return self._rows(self._pages.by_number[number >> BITS])[(number & _LOW) - 1]

    def _rows(self, doc: str) -> list[array[int]]:
        return list(_rows(_array(self._near.get(doc) or b"")))


def _array(body: bytes) -> array[int]:
    found = array(_ITEM)
    found.frombytes(body)
    return found


def _rows(numbers: array[int]) -> Iterator[array[int]]:
    at = 0
    while at < len(numbers):
        end = at + 1 + numbers[at]
        yield numbers[at + 1 : end]
        at = end

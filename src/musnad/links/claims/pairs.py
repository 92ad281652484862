"""Pairs of statements that were laid side by side: which put one content forward, and which disagree.

What is kept of a pair holds until one of its contents, what its marks weigh, or what their pages took from each other
changes; only then is it looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import partial
from typing import NamedTuple

from musnad.links.claims.borrowed import heard
from musnad.links.claims.calls import Calls, neighbours
from musnad.links.claims.chance import (
    Chance,
    Sketch,
    Topic,
    both_unnamed,
    chance,
    may_be_heard,
    may_be_one,
    may_disagree,
    topical,
)
from musnad.links.claims.cluster import confirmed
from musnad.links.claims.content import Content
from musnad.links.claims.contrary import ONWARD, disputes
from musnad.links.claims.crowd import BITS, LOW, Crowd, Row, Scale, numbered
from musnad.links.claims.match import compare
from musnad.links.claims.near import Near, Pair
from musnad.links.claims.ties import Ties
from musnad.links.findings import Ref
from musnad.links.memory import Memory
from musnad.links.pages import Pages

__all__ = ["Against", "Edge", "Pair", "Pairs"]


class Edge(NamedTuple):
    """By how much a pair passes its bar, and how alike its contents are."""

    by: float
    score: float


class Against(NamedTuple):
    """Two statements, by number, that disagree in a facet, how surely it is one matter, and what their claims must
    differ in."""

    one: int
    other: int
    on: str
    score: float
    apart: bool | None


class Pairs:
    """`edges`: pairs of one content, `disputes`: pairs that show a disagreement, `voices`: pairs that one unnamed
    source may have said, with how much they are alike. `stirred`: pairs of pages for which these are not as they were,
    `disputed`: pairs of statements that disagree otherwise than before."""

    def __init__(self, memory: Memory, pages: Pages, crowd: Crowd) -> None:
        self._memory = memory
        self._pages = pages
        self._crowd = crowd
        self._contents = memory.rows("contents", Content)
        self._near = Near(memory, pages, crowd)
        self._rows: dict[int, list[Row]] = {}  # by page
        self._sketches: dict[int, Sketch] = {}
        self._topics: dict[int, Topic] = {}
        self._calls = Calls(memory)
        self._look: set[Pair] = set()
        self._heavy: set[int] = set()
        self._left: set[int] = set()  # statements that were laid beside something, and are no more
        self.order = self._near.order
        edges = memory.read("edges", list[tuple[int, int, float, float]]) or []
        self.edges: dict[Pair, Edge] = {(i, j): Edge(by, score) for i, j, by, score in edges}
        disputed = memory.read("disputes", list[tuple[int, int, list[Against]]]) or []
        self.disputes: dict[Pair, list[Against]] = {(i, j): found for i, j, found in disputed}
        voices = memory.read("voices", list[tuple[int, int, float]]) or []
        self.voices: dict[Pair, float] = {(i, j): like for i, j, like in voices}
        self.disputed: set[Pair] = set()
        self.stirred: set[tuple[str, str]] = set()

    def content(self, number: int) -> Content:
        """What a statement puts forward."""
        found: Content = self._contents[self.doc(number)][(number & LOW) - 1]
        return found

    def doc(self, number: int) -> str:
        """The page of a statement."""
        return self._pages.by_number[number >> BITS]

    def known(self, ref: Ref) -> Content | None:
        """What a statement puts forward, None where there is no such statement."""
        found: Sequence[Content] = self._contents.get(ref.doc) or ()
        return found[ref.number - 1] if 0 < ref.number <= len(found) else None

    def meet(self, parties: Set[str], changed: Set[int], scale: Scale, ties: Ties) -> None:
        """Find which pairs have to be looked at again; for what unnamed sources may have said it is done at once.

        `parties`: pages that name parties which are not as they were, `changed`: statements that say something else.
        """
        docs = {doc for doc in parties if self._contents.get(doc)}
        # What is laid beside a denial may go on behind it.
        around = {number - back for number in changed for back in range(ONWARD + 1) if (number & LOW) > back}
        asking, self._heavy = self._near.asking(docs, around, scale)
        new, lost = self._near.meet(asking, scale)
        read = docs | {self.doc(number) for number in changed}
        self._look = {*self._near.around(self._heavy), *new, *self._called(read, ties)}
        self._forget({pair for pair in lost if not self._is_called(pair, ties)})
        for i, j in self._look:
            if (i, j) in self.voices or both_unnamed(self._row(i).bits, self._row(j).bits):
                self._listen(i, j, scale)
        self._memory.keep("voices", [(i, j, like) for (i, j), like in self.voices.items()])

    def settle(self, copied: Iterable[tuple[str, str]], ties: Ties, scale: Scale) -> set[int]:
        """Look again at the pairs that `meet` found, and at those of pages of which one takes words from the other as
        it did not before. The statements for which something is not as it was."""
        between = {pair for one, other in copied for pair in self._between(one, other)}
        touched = self._heavy | self._left | {number for pair in between for number in pair}
        laid = [(i, j, *self._outlook(i, j, ties, scale)) for i, j in sorted(self._look | between)]
        self._contents.fetch(self.doc(number) for i, j, *may_be in laid if any(may_be) for number in (i, j))
        for i, j, one, apart in laid:
            edge = self._edge(i, j, ties, scale) if one else None
            if self._note((i, j), edge, self._disputed(i, j, ties, scale) if apart else []):
                touched.update((i, j))
        self._memory.keep("edges", [(i, j, *edge) for (i, j), edge in self.edges.items()])
        self._memory.keep("disputes", [(i, j, found) for (i, j), found in self.disputes.items()])
        return touched

    def _between(self, one: str, other: str) -> Iterator[Pair]:
        """The pairs of two pages."""
        yield from self._near.between(one, other)
        page, there = (self._pages.cards[doc].number for doc in (one, other))
        own = {numbered(page, content.ref.number) for content in self._contents.get(one) or ()}
        called = (pair for pair in self._calls.pairs(own) if there in (pair[0] >> BITS, pair[1] >> BITS))
        yield from (self._near.pair(*pair) for pair in called)

    def _called(self, read: Set[str], ties: Ties) -> Iterator[Pair]:
        """Pairs of statements that are not as they were and are looked at whatever marks they share. `read`: pages of
        which something says something else, or names other parties."""
        for doc in read:
            page = self._pages.cards[doc].number
            for content in self._contents[doc]:
                self._calls.put(numbered(page, content.ref.number), content, ties.setting.sides)
        docs = {self.doc(number) for number in self._heavy}
        self._contents.fetch(docs)
        for doc in docs:
            page, contents = self._pages.cards[doc].number, self._contents[doc]
            pairs = ((numbered(page, i + 1), numbered(page, j + 1)) for i, j in neighbours(contents, ties))
            yield from (pair for pair in pairs if not self._heavy.isdisjoint(pair))
        self._calls.keep(self._near.is_here)
        yield from (self._near.pair(*pair) for pair in self._calls.pairs(self._heavy))

    def _is_called(self, pair: Pair, ties: Ties) -> bool:
        """Whether a pair that shares few marks is looked at all the same."""
        i, j = pair
        if i >> BITS == j >> BITS:
            return ((i & LOW) - 1, (j & LOW) - 1) in neighbours(self._contents[self.doc(i)], ties)
        return self._calls.meet(i, j)

    def _forget(self, lost: Set[Pair]) -> None:
        """Let go of pairs that are looked at no more."""

        def gone(pair: Pair) -> bool:
            if pair in lost or not all(map(self._near.is_here, pair)):
                return True
            return pair not in self._look and not self._heavy.isdisjoint(pair)

        for pair in list(filter(gone, self.voices)):
            self._hear(pair, 0.0)
        for pair in {*filter(gone, self.edges), *filter(gone, self.disputes)}:
            if self._note(pair, None, []):
                self._left.update(filter(self._near.is_here, pair))

    def _hear(self, pair: Pair, like: float) -> None:
        if like != self.voices.pop(pair, 0.0):
            docs = [self._pages.by_number.get(number >> BITS) for number in pair]
            self.stirred.add((docs[0] or "", docs[1] or ""))
        if like:
            self.voices[pair] = like

    def _note(self, pair: Pair, edge: Edge | None, disputed: list[Against]) -> bool:
        """Put down what comes of a pair; whether that is something else than before."""
        before = self.edges.pop(pair, None), self.disputes.pop(pair, [])
        if edge:
            self.edges[pair] = edge
        if disputed:
            self.disputes[pair] = disputed
        if disputed != before[1]:
            told = ((each.one, each.other) for each in (*before[1], *disputed))
            self.disputed.update(pair for pair in told if all(map(self._near.is_here, pair)))
        return before != (edge, disputed)

    def _listen(self, i: int, j: int, scale: Scale) -> None:
        """Tell whether two statements may be what one unnamed source said."""
        a, b = self._sketch(i, scale), self._sketch(j, scale)
        may_be = both_unnamed(a.bits, b.bits) and may_be_heard(self._chance(a, b, scale))
        self._hear((i, j), heard(self.content(i), self.content(j), scale.weights) if may_be else 0.0)

    def _edge(self, i: int, j: int, ties: Ties, scale: Scale) -> Edge | None:
        """Whether two statements are one content."""
        a, b = self.content(i), self.content(j)
        like = compare(a, b, scale.weights)
        by = confirmed(a, b, like, ties)
        return Edge(by, like.score) if by > 0 else None

    def _disputed(self, i: int, j: int, ties: Ties, scale: Scale) -> list[Against]:
        """Where two statements disagree."""
        found = disputes(self.content(i), self.content(j), scale.weights, ties.setting.sides, self.known)
        return [
            Against(self._number(one.ref), self._number(other.ref), on, score, apart)
            for one, other, on, score, apart in found
        ]

    def _outlook(self, i: int, j: int, ties: Ties, scale: Scale) -> tuple[bool, bool]:
        """Whether two statements can be one content, and whether they can disagree."""
        if i >> BITS == j >> BITS or self._calls.meet(i, j):
            return True, True
        a, b = self._sketch(i, scale), self._sketch(j, scale)
        told = self._chance(a, b, scale)
        tied = partial(ties.setting.copies.tied, self.doc(i), self.doc(j))

        def topic() -> Chance:
            return topical(self._topic(i, scale), self._topic(j, scale), scale.sum, scale.weights.rare)

        return may_be_one(a, b, told, tied), may_disagree(a, b, told, topic)

    def _chance(self, a: Sketch, b: Sketch, scale: Scale) -> Chance:
        shared = scale.sum(a.marks & b.marks)
        if a.context or b.context:
            shared += scale.sum((a.context & b.marks) | (b.context & a.marks))
        return chance(a, b, shared, scale.weights.rare)

    def _sketch(self, number: int, scale: Scale) -> Sketch:
        found = self._sketches.get(number)
        if found is None:
            row = self._row(number)
            marks, context = frozenset(row.marks), frozenset(row.context)
            found = self._sketches[number] = Sketch(row.bits, marks, context, scale.sum(marks))
        return found

    def _topic(self, number: int, scale: Scale) -> Topic:
        found = self._topics.get(number)
        if found is None:
            told = self._sketch(number, scale)
            marks = frozenset(filter(scale.topic.__getitem__, told.marks))
            least = scale.sum(filter(scale.word.__getitem__, marks))
            found = self._topics[number] = Topic(marks, least, told.context)
        return found

    def _row(self, number: int) -> Row:
        rows = self._rows.get(number >> BITS)
        if rows is None:
            rows = self._rows[number >> BITS] = self._crowd.rows(self.doc(number))
        return rows[(number & LOW) - 1]

    def _number(self, ref: Ref) -> int:
        return numbered(self._pages.cards[ref.doc].number, ref.number)

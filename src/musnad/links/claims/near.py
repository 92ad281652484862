"""The partners of each statement: those that share marks with it which few others have, kept until that changes."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from musnad.links.claims.crowd import BITS, LOW, Crowd, Row, Scale, numbered
from musnad.links.claims.propose import CROWD, MOST, least, partners, telling
from musnad.links.memory import Memory
from musnad.links.packed import pack, unpack
from musnad.links.pages import Pages

__all__ = ["Near", "Pair"]

Pair = tuple[int, int]  # statements by number, the earlier first


class Near:
    """Which statements are to be laid beside which."""

    def __init__(self, memory: Memory, pages: Pages, crowd: Crowd) -> None:
        self._pages = pages
        self._crowd = crowd
        self._shelf = memory.shelf("near", "Q")
        self._order = {card.number: pages.rank[doc] << BITS for doc, card in pages.cards.items()}

    def asking(self, docs: Set[str], changed: Set[int], scale: Scale) -> tuple[dict[int, Row], set[int]]:
        """Statements that may have other partners now; those that weigh something else, stand on `docs` or are
        `changed`."""
        crowd = self._crowd
        was = crowd.before()
        reweighed = crowd.reweighed(scale, was)
        if reweighed is None:
            everything = dict(crowd.having(None))
            return everything, set(everything)
        other = reweighed | {mark for mark, told in crowd.posted.items() if min(told, crowd.told[mark]) <= CROWD}
        having = dict(crowd.having(other))
        heavy = {
            n
            for n, row in having.items()
            if not (reweighed.isdisjoint(row.marks) and reweighed.isdisjoint(row.context))
        }
        asking = {}
        for number, row in having.items():
            now, before = telling(row, scale), telling(row, was)
            if other.isdisjoint(now) and other.isdisjoint(before):
                continue
            # Where all weigh what they did, only a statement that has other marks than before comes or goes.
            if number in heavy or now != before or crowd.turned(now, scale) >= self._bar(number, now, changed, scale):
                asking[number] = row
        for doc in docs | {self._pages.by_number[number >> BITS] for number in changed}:
            page = self._pages.cards[doc].number
            rows = {numbered(page, at): row for at, row in enumerate(crowd.rows(doc), 1)}
            asking |= rows
            heavy.update(rows if doc in docs else rows.keys() & changed)
        return asking, heavy

    def _bar(self, number: int, marks: Sequence[int], changed: Set[int], scale: Scale) -> float:
        """What a statement more must share with one, by these marks, to be a partner of it: as much as the last of its
        partners, where it has as many as it may have."""
        rows, at = self._rows(self._pages.by_number[number >> BITS]), (number & LOW) - 1
        if at >= len(rows) or len(rows[at]) < MOST:
            return least(scale)
        last = rows[at][-1]
        if not self.is_here(last) or last in changed:
            return 0.0
        there = self._crowd.rows(self._pages.by_number[last >> BITS])[(last & LOW) - 1]
        return scale.sum(frozenset(marks).intersection(there.marks))

    def meet(self, asking: Mapping[int, Row], scale: Scale) -> tuple[set[Pair], set[Pair]]:
        """Give those that ask their partners; the pairs that are new, and those that are none any more."""
        new: set[Pair] = set()
        left: set[Pair] = set()
        by_page: dict[int, list[tuple[int, list[int]]]] = defaultdict(list)
        for number, found in partners(asking, self._crowd, scale, self.order):
            by_page[number >> BITS].append((number, found))
        for page, told in by_page.items():
            doc = self._pages.by_number[page]
            rows = self._rows(doc) or [array("Q") for _ in self._crowd.rows(doc)]
            for number, found in told:
                at = (number & LOW) - 1
                before, now = set(rows[at]), set(found)
                new.update(self.pair(number, other) for other in now - before)
                left.update((number, other) for other in before - now)
                rows[at] = array("Q", found)
            self._shelf[doc] = pack("Q", rows)
        return new, {self.pair(x, y) for x, y in left if self.is_here(y) and x not in self._row(y)}

    def around(self, heavy: Set[int]) -> Iterator[Pair]:
        """All pairs of which one is such a statement."""
        pages = {number >> BITS for number in heavy}
        for doc, numbers in self._shelf.items():
            page = self._pages.cards[doc].number
            if page in pages or not heavy.isdisjoint(numbers):
                for at, row in enumerate(unpack(numbers), 1):
                    own = numbered(page, at)
                    yield from (self.pair(own, other) for other in row if own in heavy or other in heavy)

    def between(self, one: str, other: str) -> Iterator[Pair]:
        """The pairs of two pages."""
        for doc, to in ((one, other), (other, one)):
            page, there = (self._pages.cards[each].number for each in (doc, to))
            for at, row in enumerate(self._rows(doc), 1):
                yield from (self.pair(numbered(page, at), each) for each in row if each >> BITS == there)

    def order(self, number: int) -> int:
        """A number that sorts statements by page and place."""
        return self._order[number >> BITS] | number & LOW

    def pair(self, one: int, other: int) -> Pair:
        """Two statements in their order."""
        return (one, other) if self.order(one) < self.order(other) else (other, one)

    def is_here(self, number: int) -> bool:
        """Whether a statement's page is still there, and as it was."""
        return number >> BITS in self._pages.by_number

    def _row(self, number: int) -> Sequence[int]:
        return self._rows(self._pages.by_number[number >> BITS])[(number & LOW) - 1]

    def _rows(self, doc: str) -> list[array[int]]:
        return list(unpack(self._shelf.get(doc) or array("Q")))

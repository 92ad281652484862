"""Statements of one content, grouped: found pair by pair where something changed, kept everywhere else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set

from musnad.links.claims.cluster import Edge, cluster
from musnad.links.claims.crowd import BITS, LOW
from musnad.links.claims.match import Weights
from musnad.links.claims.pairs import Pairs
from musnad.links.claims.ties import Ties
from musnad.links.memory import Memory
from musnad.links.pages import Pages

__all__ = ["Groups"]


class Groups:
    """What the pairs of a casefile make of its statements, by number."""

    def __init__(self, memory: Memory, pages: Pages, pairs: Pairs) -> None:
        self._pages = pages
        self._pairs = pairs
        self._lead = memory.shelf("groups", list[int])
        self._beside: dict[int, list[int]] = defaultdict(list)
        for i, j in pairs.edges:
            self._beside[i].append(j)
            self._beside[j].append(i)

    def form(self, touched: Iterable[int], weights: Weights, ties: Ties) -> set[int]:
        """Group anew what such statements hang together with; all that was grouped."""
        done: set[int] = set()
        changed: dict[str, list[int]] = {}
        for start in touched:
            if start in done:
                continue
            place = sorted(self._hanging(start), key=self._pairs.order)
            done.update(place)
            for group in self._cluster(place, weights, ties):
                for number in group:
                    doc = self._pages.by_number[number >> BITS]
                    leads = changed.setdefault(doc, list(self._lead.get(doc) or ()))
                    at = (number & LOW) - 1
                    leads += [0] * (at + 1 - len(leads))
                    leads[at] = group[0]
        for doc, leads in changed.items():
            self._lead[doc] = leads
        for doc in self._pages.gone:
            self._lead.drop(doc)
        return done

    def whole(self, numbers: Iterable[int]) -> set[int]:
        """All statements of the groups in which these stand."""
        return {
            each for number in numbers for each in self._hanging(number) if self._leading(each) == self._leading(number)
        }

    def split(self, numbers: Iterable[int]) -> list[list[int]]:
        """Whole groups told from each other, the statements of each in their order."""
        found: dict[int, list[int]] = defaultdict(list)
        for number in numbers:
            found[self._leading(number)].append(number)
        return list(map(self.sorted, found.values()))

    def sorted(self, numbers: Iterable[int]) -> list[int]:
        """Statements in the order of pages and places."""
        return sorted(numbers, key=self._pairs.order)

    def _leading(self, number: int) -> int:
        leads: list[int] = self._lead[self._pages.by_number[number >> BITS]]
        return leads[(number & LOW) - 1]

    def _hanging(self, start: int) -> Set[int]:
        """All that a chain of pairs leads to."""
        seen, ahead = {start}, [start]
        while ahead:
            fresh = [other for other in self._beside.get(ahead.pop(), ()) if other not in seen]
            seen.update(fresh)
            ahead += fresh
        return seen

    def _cluster(self, place: list[int], weights: Weights, ties: Ties) -> Iterator[list[int]]:
        if len(place) == 1:
            yield place
            return
        at = {number: here for here, number in enumerate(place)}
        edges = [
            Edge(edge.by, at[number], at[other], edge.score)
            for number in place
            for other in self._beside[number]
            if (edge := self._pairs.edges.get((number, other)))
        ]
        contents = [self._pairs.content(number) for number in place]
        for group in cluster(contents, edges, weights, ties):
            yield [place[here] for here in group]

"""Which statements a page took over with the words that it took from another page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from musnad.doc import Span
from musnad.links.claims.content import Content
from musnad.links.findings import Copy

__all__ = ["Taken"]


class Taken:
    """The copies among pages. `of`: those by which a page took words from others."""

    def __init__(self, of: Callable[[str], Iterable[Copy]]) -> None:
        self._of = of
        self._held: dict[str, dict[str, Copy]] = {}

    def sources(self, doc: str) -> Mapping[str, Copy]:
        """By page that a page took words from, the copy."""
        found = self._held.get(doc)
        if found is None:
            found = self._held[doc] = {copy.of: copy for copy in self._of(doc)}
        return found

    def tied(self, one: str, other: str) -> bool:
        """Whether one of two pages took words from the other."""
        return other in self.sources(one) or one in self.sources(other)

    def between(self, a: Content, b: Content) -> Copy | None:
        """The copy by which one of two statements came from the other's page. A page that was taken in part gives
        only the statements that stand in its passages; one taken whole, or told in other words, gives all."""
        for one, other in ((a, b), (b, a)):
            copy = self.sources(one.page).get(other.page)
            if copy and (copy.kind != "partial" or not copy.passages or _in_passage(copy, one, other)):
                return copy
        return None

    def told_again(self, a: Content, b: Content) -> bool:
        """Whether the page of one tells, in other words and at its place, what the other says."""
        copy = self.between(a, b)
        if copy is None:
            return False
        one, other = (a, b) if copy.doc == a.ref.doc else (b, a)
        return any(_meets(pair.here, one) and _meets(pair.there, other) for pair in copy.retold)


def _in_passage(copy: Copy, one: Content, other: Content) -> bool:
    return any(_meets(passage.here, one) and _meets(passage.there, other) for passage in copy.passages)


def _meets(passage: Span, content: Content) -> bool:
    spans = content.said.content or (Span(content.said.start, content.said.end),)
    return any(span.start < passage.end and passage.start < span.end for span in spans)

"""Which statements a page took over with the words that it took from another page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from musnad.doc import Span
from musnad.links.claims.content import Content
from musnad.links.findings import Copy

__all__ = ["Taken", "taken"]


@dataclass(frozen=True)
class Taken:
    """The copies among pages, by page and page that it took from."""

    copies: Mapping[tuple[str, str], Copy]
    of: Mapping[str, frozenset[str]]

    def between(self, a: Content, b: Content) -> Copy | None:
        """The copy by which one of two statements came from the other's page. A page that was taken in part gives
        only the statements that stand in its passages; one taken whole, or told in other words, gives all."""
        for one, other in ((a, b), (b, a)):
            copy = self.copies.get((one.ref.doc, other.ref.doc))
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


def taken(copies: Iterable[Copy]) -> Taken:
    """The copies, ready to be asked."""
    found = {(copy.doc, copy.of): copy for copy in copies}
    of: dict[str, set[str]] = {}
    for doc, source in found:
        of.setdefault(doc, set()).add(source)
    return Taken(found, {doc: frozenset(sources) for doc, sources in of.items()})


def _in_passage(copy: Copy, one: Content, other: Content) -> bool:
    return any(_meets(passage.here, one) and _meets(passage.there, other) for passage in copy.passages)


def _meets(passage: Span, content: Content) -> bool:
    spans = content.said.content or (Span(content.said.start, content.said.end),)
    return any(span.start < passage.end and passage.start < span.end for span in spans)

"""The words on both sides of a contradiction: the day, the place or the number, else the whole content."""

from __future__ import annotations

from collections.abc import Sequence

from musnad.doc import Span
from musnad.links.account import Account
from musnad.links.claims.content import Content
from musnad.links.findings import Contradiction, Evidence
from musnad.wording import phrase

__all__ = ["contradiction"]

_TOLD = frozenset(("date", "venue", "number"))  # facets that stand in words of their own


def contradiction(
    a: str, b: str, on: str, one: Content, other: Content, pages: Sequence[Account]
) -> Contradiction | None:
    """The contradiction of two claims, as two of their contents show it. None where both tell the facet in the same
    words: these contradict nothing, whatever was made of them."""
    here, there = _words(one, on, pages), _words(other, on, pages)
    ours, theirs = _quoted(here, pages[one.page]), _quoted(there, pages[other.page])
    if on in _TOLD and ours == theirs:
        return None
    return Contradiction(a, b, on, here, there, phrase("against.words", on, ours, theirs))


def _words(content: Content, on: str, pages: Sequence[Account]) -> Evidence:
    """The words in which the facet is told: the day, the place or the number, else the whole content."""
    page, said = pages[content.page], content.said
    spans = said.content or ((said.start, said.end),)
    inside = [content.venue] if on == "venue" and content.venue else []
    if on == "date":
        inside = [Span(time.start, time.end) for time in page.times if time.type in {"DATE", "TIME"}]
    if on == "number":
        inside = [Span(page.starts[q.at], page.ends[q.end - 1]) for q in content.numbers]
    for start, end in inside:
        if any(first <= start < last for first, last in spans):
            return Evidence(page.doc, start, end)
    return Evidence(page.doc, spans[0][0], spans[-1][1])


def _quoted(words: Evidence, page: Account) -> str:
    """The words of a stretch as the reading has them, at most a line."""
    found = [w for w, start in zip(page.words, page.starts, strict=True) if words.start <= start < words.end]
    return " ".join(found[:15])

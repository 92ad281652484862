"""Copies: which page took its text from which, and the passages of two pages side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from musnad.casefile import browse, found, pages
from musnad.doc import Span
from musnad.web.site import leafing, number_of, render, site_of

__all__ = ["ROUTES", "Stretch", "aligned"]

_LEAF = 40


@dataclass(frozen=True)
class Stretch:
    """Text of a page: of the passage of this number, or (None) of no passage. `first`: the passage begins here."""

    text: str
    passage: int | None
    first: bool = False


def copies(request: Request) -> Response:
    """`/copies`"""
    with site_of(request).read() as db:
        start = (number_of(request) - 1) * _LEAF
        shown = found.of_kind(db, "copies", _LEAF, start)
        total = found.count(db, "copies")
        known = browse.titles(db, (name for copy in shown for name in (copy.doc, copy.of)))
    return render(request, "copies.html", {"shown": shown, "pages": known, "leaf": leafing(request, total, _LEAF)})


def pair(request: Request) -> Response:
    """`/copy?doc=DOC&of=OTHER`: both texts, the same passages marked in both."""
    doc, other = request.query_params.get("doc", ""), request.query_params.get("of", "")
    with site_of(request).read() as db:
        copy = next((copy for copy in found.copies(db, doc) if (copy.doc, copy.of) == (doc, other)), None)
        known = browse.titles(db, (doc, other))
        if copy is None or len(known) < len({doc, other}):
            raise HTTPException(404)
        texts = {name: pages.page(db, page.id).source for name, page in known.items()}
    context = {
        "copy": copy,
        "pages": known,
        "here": list(aligned(texts[doc], (passage.here for passage in copy.passages))),
        "there": list(aligned(texts[other], (passage.there for passage in copy.passages))),
    }
    return render(request, "copy.html", context)


def aligned(text: str, spans: Iterable[Span]) -> Iterator[Stretch]:
    """A text cut at passages, which are numbered from 1; where two overlap the later one's rest is its own."""
    place = 0
    for (start, end), number in sorted((tuple(span), number) for number, span in enumerate(spans, 1)):
        start, end = max(start, place), min(end, len(text))
        if start >= end:
            continue
        if start > place:
            yield Stretch(text[place:start], None)
        yield Stretch(text[start:end], number, first=True)
        place = end
    if place < len(text):
        yield Stretch(text[place:], None)


ROUTES = [Route("/copies", copies), Route("/copy", pair)]

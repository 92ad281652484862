"""Copies: which page took its text from which, and the two pages side by side."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from musnad.casefile import browse, found
from musnad.doc import Doc, Furniture, Span
from musnad.links.findings import Copy
from musnad.web.alignment import Pair, rows
from musnad.web.site import leafing, number_of, render, site_of

__all__ = ["ROUTES"]

_LEAF = 40


def copies(request: Request) -> Response:
    """`/copies`"""
    with site_of(request).read() as db:
        start = (number_of(request) - 1) * _LEAF
        shown = found.of_kind(db, "copies", _LEAF, start)
        total = found.count(db, "copies")
        known = browse.titles(db, (name for copy in shown for name in (copy.doc, copy.of)))
    return render(request, "copies.html", {"shown": shown, "pages": known, "leaf": leafing(request, total, _LEAF)})


def pair(request: Request) -> Response:
    """`/copy?doc=DOC&of=OTHER`: both texts, what they have in common beside each other."""
    doc, other = request.query_params.get("doc", ""), request.query_params.get("of", "")
    with site_of(request).read() as db:
        copy = next((copy for copy in found.copies(db, doc) if (copy.doc, copy.of) == (doc, other)), None)
        known = browse.titles(db, (doc, other))
        if copy is None or len(known) < len({doc, other}):
            raise HTTPException(404)
        here, there = (browse.doc(db, known[name].id) for name in (doc, other))
    laid = list(rows(_text(here), _text(there), _pairs(copy)))
    context = {
        "copy": copy,
        "pages": known,
        "rows": laid,
        "moved": any(part.how == "moved" for row in laid for part in row.here),
    }
    return render(request, "copy.html", context)


def _text(doc: Doc) -> tuple[str, list[Span]]:
    """A page's text and what of it is not the article; its title is."""
    return doc.source, [mark.span for mark in doc.marks(Furniture) if mark.label != "title"]


def _pairs(copy: Copy) -> list[Pair]:
    copied = [Pair(passage.here, passage.there) for passage in copy.passages]
    return [*copied, *(Pair(told.here, told.there, "retold") for told in copy.retold)]


ROUTES = [Route("/copies", copies), Route("/copy", pair)]

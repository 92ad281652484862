"""One page: its text with its marks, the chain of each statement beside it, its versions, its copies."""

from __future__ import annotations

import re
import sqlite3
from itertools import chain as chained
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from musnad.casefile import browse, found, pages
from musnad.casefile.versions import article, versions
from musnad.doc import Doc, Span
from musnad.entry import entries
from musnad.explain import explain, facts_of
from musnad.export.changes import changes
from musnad.links.findings import Ref
from musnad.web.highlight import LAYERS, paragraphs
from musnad.web.language import chosen
from musnad.web.site import render, site_of

__all__ = ["ROUTES", "page_named"]

_AT = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


def page(request: Request) -> Response:
    """`/page/DOC`: `?at=START-END` points words out, `?layers=` says which marks are shown."""
    with site_of(request).read() as db:
        number, doc = page_named(db, request.path_params["doc"])
        at = _place(request, doc)
        context = _findings(db, doc) | {
            "doc": doc,
            "page": browse.titles(db, [doc.page.doc])[doc.page.doc],
            "versions": versions(db, doc.page.url) if doc.page.url else [],
            "layers": _layers(request),
            "at": at,
            "number": number,
        }
    lines = list(paragraphs(doc, context.pop("rests"), at))
    return render(request, "page.html", context | {"paragraphs": lines})


def why(request: Request) -> Response:
    """`/why/DOC?at=START-END`: the marks at a place, with their rules."""
    with site_of(request).read() as db:
        _, doc = page_named(db, request.path_params["doc"])
    at = _place(request, doc)
    tongue = chosen(request)
    tree = explain(doc, *at, tongue) if at else facts_of(doc, tongue)
    return render(request, "why.html", {"doc": doc, "tree": tree, "at": at})


def changed(request: Request) -> Response:
    """`/changes/DOC?since=OLDER`: what became of the words of an older version."""
    with site_of(request).read() as db:
        number, doc = page_named(db, request.path_params["doc"])
        seen = versions(db, doc.page.url) if doc.page.url else []
        older = next((each for each in seen if each.doc == request.query_params.get("since")), None)
        if older is None:
            raise HTTPException(404)
        lines = list(changes(article(db, older.page), article(db, number)))
    return render(request, "changes.html", {"doc": doc, "older": older, "lines": lines, "versions": seen})


def page_named(db: sqlite3.Connection, name: str) -> tuple[int, Doc]:
    """A page and its number; 404 where the casefile has none of that name."""
    number = pages.named(db, name)
    if number is None:
        raise HTTPException(404)
    return number, browse.doc(db, number)


def _findings(db: sqlite3.Connection, doc: Doc) -> dict[str, Any]:
    """What links found on a page: the claims of its statements, its copies, the words that findings rest on."""
    said = {entry.number: entry for entry in entries(doc)}
    claims = found.claims_of(db, (Ref(doc.page.doc, number) for number in said))
    copies = found.copies(db, doc.page.doc)
    events = found.events(db, doc.page.doc)
    disputed = found.disputed(db)
    rests = (words for event in events for words in event.rests)
    against = (
        words
        for claim in dict.fromkeys(claims.values())
        if claim in disputed
        for pair in found.about(db, claim).against
        for words in (pair.here, pair.there)
    )
    return {
        "said": said,
        "claims": {ref.number: claim for ref, claim in claims.items()},
        "told": found.told(db, claims.values()),
        "disputed": disputed,
        "copies": copies,
        "others": browse.titles(db, (name for copy in copies for name in (copy.doc, copy.of))),
        "rests": [words for words in chained(rests, against) if words.doc == doc.page.doc],
    }


def _layers(request: Request) -> dict[str, bool]:
    """Which layers are shown: those asked for, else the usual ones."""
    if "layers" not in request.query_params:
        return dict(LAYERS)
    wanted = request.query_params.getlist("layers")
    return {name: name in wanted for name in LAYERS}


def _place(request: Request, doc: Doc) -> Span | None:
    text = request.query_params.get("at")
    if not text:
        return None
    place = _AT.fullmatch(text)
    if not place or not int(place[1]) < int(place[2]) <= len(doc.source):
        raise HTTPException(404)
    return Span(int(place[1]), int(place[2]))


ROUTES = [
    Route("/page/{doc:path}", page),
    Route("/why/{doc:path}", why),
    Route("/changes/{doc:path}", changed),
]

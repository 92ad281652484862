"""Claims: all of them, and one with its carriers, origins, contradictions, predictions, grades and verdicts."""

from __future__ import annotations

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from musnad.casefile import browse, found, story
from musnad.casefile.ledger import statements
from musnad.casefile.verdicts import KINDS, of_claim
from musnad.links.findings import Claim, Ref
from musnad.web.disputes import quoted, sides
from musnad.web.drawing import draw
from musnad.web.language import chosen
from musnad.web.site import leafing, number_of, render, site_of
from musnad.wording import Phrase

__all__ = ["NAME", "ROUTES", "remembered", "show"]

NAME = "musnad_name"  # the cookie that remembers by whom verdicts are given in this browser
_LEAF = 30
_DRAWN = 60  # statements of a claim that are drawn; the list below the drawing has all


def claims(request: Request) -> Response:
    """`/claims`"""
    given, site = request.query_params, site_of(request)
    search = given.get("q", "").strip() or None
    several, disputed = given.get("several") == "yes", given.get("disputed") == "yes"
    with site.read() as db:
        try:
            start = (number_of(request) - 1) * _LEAF
            shown, total = site.kept(
                ("claims", search, several, disputed, start),
                lambda: found.claim_rows(
                    db, search=search, several=several, disputed=disputed, limit=_LEAF, offset=start
                ),
            )
        except ValueError:
            shown, total = [], 0
        context = {
            "shown": shown,
            "against": site.found(db, "disputed", lambda: found.disputed(db)),
            "leaf": leafing(request, total, _LEAF),
            "search": search,
            "several": several,
            "disputed": disputed,
        }
    return render(request, "claims.html", context)


def claim(request: Request) -> Response:
    """`/claim/ID`"""
    return show(request, request.path_params["id"])


def show(request: Request, name: str, wrong: str | None = None, status: int = 200) -> Response:
    """A claim; `wrong`: what a verdict on it, that was just refused, lacks."""
    with site_of(request).read() as db:
        told = story.claim(db, name)
        if told is None:
            raise HTTPException(404)
        entries = statements(db, told.members)
        about = found.about(db, name)
        resolving = statements(db, (p.resolved_by for p in about.foretold if p.resolved_by))
        shown = {ref: entries[ref] for ref in told.members[:_DRAWN] if ref in entries}
        context: dict[str, Any] = {
            "claim": told,
            "entries": entries,
            "pages": browse.titles(db, {ref.doc for ref in told.members}),
            "against": sides(db, about.against),
            "foretold": about.foretold,
            "resolving": resolving,
            "evidence": quoted(db, (p.evidence for p in about.foretold if p.evidence)),
            "verdicts": of_claim(db, name),
            "had": _had(told),
            "grades": _grades(told),
            "tellers": {name for e in entries.values() for link in e.chain for name in (link.entity, link.text)},
            "drawing": draw(shown, told.carriers, told.origins, mirrored=chosen(request).direction == "rtl"),
        }
    context |= {"kinds": KINDS, "name": remembered(request), "wrong": wrong}
    return render(request, "claim.html", context, status)


def remembered(request: Request) -> str:
    """By whom the last verdict of this browser was given."""
    from urllib.parse import unquote

    return unquote(request.cookies.get(NAME, ""))


def _grades(told: Claim) -> list[tuple[str, tuple[Phrase, ...], list[Ref]]]:
    """Grades with their reasons, and the statements that they are proposed for."""
    alike: dict[tuple[str, tuple[Phrase, ...]], list[Ref]] = {}
    for grade in told.grades:
        alike.setdefault((f"{grade.source}{grade.information}", grade.reasons), []).append(grade.ref)
    return [(*key, refs) for key, refs in alike.items()]


def _had(told: Claim) -> dict[tuple[str, int], list[tuple[Phrase, str | None]]]:
    """From whom each statement was had: names, and the page where it was had from a page."""
    had: dict[tuple[str, int], list[tuple[Phrase, str | None]]] = {}
    for carrier in told.carriers:
        had.setdefault(carrier.ref, []).append((carrier.name, carrier.doc))
    return had


ROUTES = [Route("/claims", claims), Route("/claim/{id:path}", claim)]

"""Who speaks: all who do, and one with all that was said, through whom, and what became of it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from musnad.casefile import browse, found
from musnad.casefile.ledger import statements
from musnad.web.site import leafing, number_of, render, site_of

__all__ = ["ROUTES"]

_LEAF = 40


def sources(request: Request) -> Response:
    """`/sources`"""
    site = site_of(request)
    with site.read() as db:
        everyone = site.kept("everyone", lambda: browse.speakers(db, -1))
    start = (number_of(request) - 1) * _LEAF
    shown = everyone[start : start + _LEAF]
    return render(request, "sources.html", {"shown": shown, "leaf": leafing(request, len(everyone), _LEAF)})


def source(request: Request) -> Response:
    """`/source?name=NAME`"""
    site, name = site_of(request), request.query_params.get("name", "").strip()
    if not name:
        raise HTTPException(404)
    with site.read() as db:
        said = site.kept(("said", name), lambda: browse.said_by(db, name))
        start = (number_of(request) - 1) * _LEAF
        here = said[start : start + _LEAF]
        claims = found.claims_of(db, (each.ref for each in said))
        mine = set(claims.values())
        context: dict[str, Any] = {
            "name": name,
            "said": said,
            "shown": here,
            "entries": statements(db, (each.ref for each in here)),
            "claims": claims,
            "disputed": sorted(found.disputed(db) & mine),
            "foretold": found.predictions_of(db, mine),
            "leaf": leafing(request, len(said), _LEAF),
        }
        context["gists"] = found.gists(db, [*context["disputed"][:20], *(told.claim for told in context["foretold"])])
    context |= {
        "first": sum(each.first for each in said),
        "stances": Counter(each.stance for each in said).most_common(),
        "outlets": Counter(each.outlet for each in said if each.outlet).most_common(10),
        "through": Counter(
            each.through.entity or each.through.text
            for each in said
            if name not in (each.through.entity, each.through.text)
        ).most_common(10),
        "outcomes": Counter(told.outcome for told in context["foretold"]).most_common(),
    }
    return render(request, "source.html", context)


ROUTES = [Route("/sources", sources), Route("/source", source)]

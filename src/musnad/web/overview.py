"""The overview: what is in the casefile, what is new, what is disputed."""

from __future__ import annotations

import sqlite3

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from musnad.casefile import browse, found, story
from musnad.casefile.verdicts import verdicts
from musnad.web.disputes import sides
from musnad.web.site import Site, leafing, number_of, render, site_of

__all__ = ["ROUTES"]

_NEW, _DISPUTED, _SPEAKERS, _VERDICTS, _TOLD = 8, 6, 12, 5, 6
_LEAF = 50


def overview(request: Request) -> Response:
    """`/`"""
    site = site_of(request)
    with site.read() as db:
        context = {
            "amounts": _amounts(site, db),
            "new": site.kept("new", lambda: browse.shelf(db, newest=True, limit=_NEW)),
            "disputes": sides(db, found.contradictions(db, _DISPUTED)),
            "told": site.found(db, "told", lambda: found.claim_rows(db, several=True, limit=_TOLD)[0]),
            "speakers": site.kept("speakers", lambda: browse.speakers(db, _SPEAKERS)),
            "verdicts": list(verdicts(db))[: -_VERDICTS - 1 : -1],
            "linked": story.linked(db),
            "outdated": site.kept("outdated", lambda: story.outdated(db)),
        }
    return render(request, "overview.html", context)


def shelf(request: Request) -> Response:
    """`/pages`: all pages, by when they were added."""
    site, outlet = site_of(request), request.query_params.get("outlet")
    with site.read() as db:
        outlets = site.kept("outlets", lambda: browse.outlets(db))
        total = sum(count for name, count in outlets if outlet is None or name == outlet)
        start = (number_of(request) - 1) * _LEAF
        shown = site.kept(
            ("shelf", outlet, start),
            lambda: browse.shelf(db, outlet=outlet, newest=True, limit=_LEAF, offset=start),
        )
    return render(
        request,
        "pages.html",
        {"shown": shown, "outlets": outlets, "outlet": outlet, "leaf": leafing(request, total, _LEAF)},
    )


def _amounts(site: Site, db: sqlite3.Connection) -> browse.Amounts:
    return site.kept("amounts", lambda: browse.amounts(db))


ROUTES = [Route("/", overview), Route("/pages", shelf)]

"""The overview: what is in the casefile, what is new, what is disputed, what is due; and the shelf of its pages."""

from __future__ import annotations

import sqlite3
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from musnad.casefile import browse, found, story
from musnad.casefile.verdicts import verdicts
from musnad.casefile.versions import changed
from musnad.links.findings import Prediction
from musnad.web.disputes import disputes
from musnad.web.site import leafing, number_of, render, site_of

__all__ = ["ROUTES"]

_NEW, _CHANGED, _DISPUTED, _DUE, _SPEAKERS, _VERDICTS, _TOLD = 8, 3, 5, 5, 12, 5, 8
_LEAF = 50


def overview(request: Request) -> Response:
    """`/`"""
    site = site_of(request)
    with site.read() as db:
        period = site.kept("period", lambda: browse.period(db))
        latest = period[1] if period else ""
        due = site.found(db, ("due", latest), lambda: _due(db, latest))
        context: dict[str, Any] = {
            "amounts": site.kept("amounts", lambda: browse.amounts(db)),
            "outlets": [name for name, _ in site.kept("outlets", lambda: browse.outlets(db)) if name],
            "period": "/".join(period) if period else None,
            "new": site.kept("new", lambda: browse.shelf(db, newest=True, limit=_NEW)),
            "changed": site.kept("changed", lambda: changed(db))[:_CHANGED],
            "disputes": site.found(db, "disputes", lambda: disputes(db, _DISPUTED)),
            "told": site.found(db, "told", lambda: found.claim_rows(db, several=True, limit=_TOLD)[0]),
            "due": due,
            "gists": found.gists(db, (told.claim for told in due)),
            "speakers": site.kept("speakers", lambda: browse.speakers(db, _SPEAKERS)),
            "verdicts": list(verdicts(db))[: -_VERDICTS - 1 : -1],
            "linked": story.linked(db),
            "outdated": site.kept("outdated", lambda: story.outdated(db)),
        }
    return render(request, "overview.html", context)


def _due(db: sqlite3.Connection, latest: str) -> list[Prediction]:
    """What should come about next: predictions of which no page tells yet, by the day on which they are due."""
    waiting = (told for told in found.predictions(db) if told.outcome == "unresolved")
    dated = [
        (end, told) for told in waiting if (end := told.due.partition("/")[2] or told.due) > latest and end != ".."
    ]
    return [told for _, told in sorted(dated, key=lambda each: (each[0], each[1].claim))[:_DUE]]


def shelf(request: Request) -> Response:
    """`/pages`: `?outlet=` shows those of one outlet."""
    site, outlet = site_of(request), request.query_params.get("outlet") or None
    with site.read() as db:
        outlets = site.kept("outlets", lambda: browse.outlets(db))
        total = sum(count for name, count in outlets if outlet in (None, name))
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


ROUTES = [Route("/", overview), Route("/pages", shelf)]

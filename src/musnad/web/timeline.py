"""The timeline: events, claims told more than once and what was foretold, drawn in lanes and listed day by day."""

from __future__ import annotations

import re
import sqlite3
from datetime import date
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from musnad.casefile import browse, found
from musnad.web.disputes import quoted
from musnad.web.lanes import GUTTER, WIDTH, draw, zoom
from musnad.web.language import chosen
from musnad.web.moments import KINDS, Moment, days, moments, within
from musnad.web.site import Site, brief, called, leafing, number_of, render, site_of
from musnad.wording import Tongue

__all__ = ["ROUTES"]

_LEAF = 40
_BEFORE, _AFTER = 31, 92  # days around the pages' own that are shown where nothing else is asked for
_LONG = 62  # days; what lies somewhere in more of them is listed behind all else
_NAME = 20  # characters of a name in the picture
_ISOLATE, _END = "\u2068", "\u2069"  # around a name that is written the other way
_WISH = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


def timeline(request: Request) -> Response:
    """`/timeline?since=&until=&kind=`"""
    given, site, tongue = request.query_params, site_of(request), chosen(request)
    since, until = (_period(given.get(name, "").strip()) for name in ("since", "until"))
    kind = given.get("kind", "") if given.get("kind") in KINDS else ""
    with site.read() as db:
        first, last = _window(site, db, kind, since, until)
        here = site.found(db, ("moments", kind, first, last), lambda: _listed(_every(site, db, kind), first, last))
        start = (number_of(request) - 1) * _LEAF
        shown = here[start : start + _LEAF]
        asked = (kind, first, last, tongue.code)
        picture = site.found(db, ("lanes", *asked), lambda: _picture(site, db, here, (first, last), kind, tongue))
        listed = site.found(
            db, ("days", start, *asked), lambda: site.piece("days.html", tongue, _days(db, shown, kind))
        )
        beyond = site.found(
            db, ("beyond", kind, first, last), lambda: _beyond(_every(site, db, kind), first, last, kind)
        )
    context: dict[str, Any] = {
        "listed": listed,
        "picture": picture,
        "since": since,
        "until": until,
        "kind": kind,
        "kinds": KINDS,
        "span": f"{date.fromordinal(first)}/{date.fromordinal(last)}",
        "earlier": beyond[0],
        "later": beyond[1],
        "leaf": leafing(request, len(here), _LEAF),
    }
    return render(request, "timeline.html", context)


def _days(db: sqlite3.Connection, shown: list[Moment], kind: str) -> dict[str, Any]:
    return {
        "days": [(day, list(group)) for day, group in groupby(shown, key=lambda moment: moment.date)],
        "pages": browse.titles(db, {words.doc for m in shown if m.event for words in m.event.rests}),
        "gists": found.gists(db, (m.foretold.claim for m in shown if m.foretold)),
        "words": quoted(db, (m.event.rests[0] for m in shown if m.event and m.event.rests)),
        "zoom": zoom,
        "kind": kind,
    }


def _period(text: str) -> str:
    """A year, month or day that there is; else nothing."""
    try:
        return text if _WISH.fullmatch(text) and days(text) else ""
    except ValueError:
        return ""


def _every(site: Site, db: sqlite3.Connection, kind: str) -> list[Moment]:
    every = site.found(db, "moments", lambda: moments(db))
    return [moment for moment in every if moment.kind == kind] if kind else every


def _listed(every: list[Moment], first: int, last: int) -> list[Moment]:
    """What lies between two days, in the order in which it is listed."""
    here = within(every, first, last)
    return sorted(here, key=lambda m: (m.last - m.first > _LONG and not m.open, m.date, m.last))


def _window(site: Site, db: sqlite3.Connection, kind: str, since: str, until: str) -> tuple[int, int]:
    """The first and the last day that are shown: those asked for, else those around the pages' own."""
    known = _published(site, db)
    first, last = site.found(db, ("ends", kind), lambda: _ends(_every(site, db, kind)))
    if known and not since:
        first = max(first, known[0] - _BEFORE)
    if known and not until:
        last = min(last, known[1] + _AFTER)
    first, last = (days(since)[0] if since else first), (days(until)[1] if until else last)
    return (first, last) if first <= last else (last, first)


def _ends(every: list[Moment]) -> tuple[int, int]:
    firsts, lasts = [m.first for m in every], [m.last for m in every if not m.open]
    return min(firsts, default=1), max([*lasts, *firsts], default=1)


def _published(site: Site, db: sqlite3.Connection) -> tuple[int, int] | None:
    """The first and the last day on which pages were published."""
    known = site.kept("period", lambda: browse.period(db))
    return (days(known[0])[0], days(known[1])[1]) if known else None


def _picture(
    site: Site, db: sqlite3.Connection, here: list[Moment], window: tuple[int, int], kind: str, t: Tongue
) -> Markup | None:
    """The picture as markup; None of nothing."""
    if not here:
        return None
    known = _published(site, db)

    def words(moment: Moment) -> str:
        assert moment.event
        event = moment.event
        names = [
            f"{_ISOLATE}{brief(called(name, t), _NAME)}{_END}" for name in (*event.actors[:2], event.place) if name
        ]
        who, place = names[: len(event.actors[:2])], names[len(event.actors[:2]) :]
        return " · ".join(filter(None, (t.label("event", event.type), t.several(who), *place)))

    picture = draw(here, *window, mirrored=t.direction == "rtl", latest=known[1] if known else None, words=words)
    one_by_one = (mark.moment.foretold for lane in picture.lanes for mark in lane.marks)
    gists = found.gists(db, (told.claim for told in one_by_one if told))
    context = {"picture": picture, "gists": gists, "kind": kind, "size": (WIDTH, GUTTER), "zoom": zoom}
    return site.piece("lanes.html", t, context)


def _beyond(every: list[Moment], first: int, last: int, kind: str) -> list[tuple[int, str] | None]:
    """How much lies before and after what is shown, and the addresses that show it."""
    sides = [moment for moment in every if moment.last < first], [moment for moment in every if moment.first > last]
    return [_address(side, kind) for side in sides]


def _address(side: list[Moment], kind: str) -> tuple[int, str] | None:
    if not side:
        return None
    since, until = min(moment.first for moment in side), max(moment.last for moment in side)
    asked = {"since": date.fromordinal(since).isoformat(), "until": date.fromordinal(until).isoformat(), "kind": kind}
    return len(side), f"?{urlencode(asked)}"


ROUTES = [Route("/timeline", timeline)]

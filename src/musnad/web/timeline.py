"""The timeline: events, claims told more than once and what was foretold, drawn in lanes and listed day by day."""

from __future__ import annotations

import re
import sqlite3
from datetime import date
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from musnad.casefile import browse, found
from musnad.web.disputes import quoted
from musnad.web.lanes import GUTTER, WIDTH, Picture, draw, zoom
from musnad.web.language import chosen
from musnad.web.moments import KINDS, Moment, days, moments, within
from musnad.web.site import Site, brief, called, leafing, number_of, render, site_of
from musnad.wording import Tongue

__all__ = ["ROUTES"]

_LEAF = 50
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
        every = [m for m in site.found(db, "moments", lambda: moments(db)) if not kind or m.kind == kind]
        first, last = _window(site, db, every, since, until)
        here = sorted(
            within(every, first, last), key=lambda m: (m.last - m.first > _LONG and not m.open, m.date, m.last)
        )
        start = (number_of(request) - 1) * _LEAF
        shown = here[start : start + _LEAF]
        picture = site.found(
            db, ("lanes", kind, first, last, tongue.code), lambda: _picture(site, db, here, first, last, tongue)
        )
        pages = browse.titles(db, {words.doc for m in shown if m.event for words in m.event.rests[:6]})
        gists = found.gists(db, _foretold(shown, picture))
        words = quoted(db, (m.event.rests[0] for m in shown if m.event and m.event.rests))
    context: dict[str, Any] = {
        "days": [(day, list(group)) for day, group in groupby(shown, key=lambda moment: moment.date)],
        "picture": picture,
        "size": (WIDTH, GUTTER),
        "zoom": zoom,
        "pages": pages,
        "gists": gists,
        "words": words,
        "since": since,
        "until": until,
        "kind": kind,
        "kinds": KINDS,
        "span": f"{date.fromordinal(first)}/{date.fromordinal(last)}",
        "earlier": _beyond([m for m in every if m.last < first], kind),
        "later": _beyond([m for m in every if m.first > last], kind),
        "leaf": leafing(request, len(here), _LEAF),
    }
    return render(request, "timeline.html", context)


def _period(text: str) -> str:
    """A year, month or day that there is; else nothing."""
    try:
        return text if _WISH.fullmatch(text) and days(text) else ""
    except ValueError:
        return ""


def _window(site: Site, db: sqlite3.Connection, every: list[Moment], since: str, until: str) -> tuple[int, int]:
    """The first and the last day that are shown: those asked for, else those around the pages' own."""
    known = _published(site, db)
    firsts, lasts = [m.first for m in every], [m.last for m in every if not m.open]
    first, last = min(firsts, default=1), max([*lasts, *firsts], default=1)
    if known and not since:
        first = max(first, known[0] - _BEFORE)
    if known and not until:
        last = min(last, known[1] + _AFTER)
    first, last = (days(since)[0] if since else first), (days(until)[1] if until else last)
    return (first, last) if first <= last else (last, first)


def _published(site: Site, db: sqlite3.Connection) -> tuple[int, int] | None:
    """The first and the last day on which pages were published."""
    known = site.kept("period", lambda: browse.period(db))
    return (days(known[0])[0], days(known[1])[1]) if known else None


def _picture(
    site: Site, db: sqlite3.Connection, here: list[Moment], first: int, last: int, t: Tongue
) -> Picture | None:
    known = _published(site, db)

    def words(moment: Moment) -> str:
        assert moment.event
        event = moment.event
        names = [
            f"{_ISOLATE}{brief(called(name, t), _NAME)}{_END}" for name in (*event.actors[:2], event.place) if name
        ]
        who, place = names[: len(event.actors[:2])], names[len(event.actors[:2]) :]
        return " · ".join(filter(None, (t.label("event", event.type), t.several(who), *place)))

    mirrored, latest = t.direction == "rtl", known[1] if known else None
    return draw(here, first, last, mirrored=mirrored, latest=latest, words=words) if here else None


def _foretold(shown: list[Moment], picture: Picture | None) -> list[str]:
    """The claims whose words are needed: of what is listed, and of what is drawn one by one."""
    drawn = [mark.moment for lane in (picture.lanes if picture else ()) for mark in lane.marks]
    return [m.foretold.claim for m in (*shown, *drawn) if m.foretold]


def _beyond(left: list[Moment], kind: str) -> tuple[int, str] | None:
    """How much lies before or after what is shown, and the address that shows it."""
    if not left:
        return None
    first, last = min(moment.first for moment in left), max(moment.last for moment in left)
    since, until = (date.fromordinal(day).isoformat() for day in (first, last))
    return len(left), f"?{urlencode({'since': since, 'until': until, 'kind': kind})}"


ROUTES = [Route("/timeline", timeline)]

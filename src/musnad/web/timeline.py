"""The timeline: events, claims told more than once and what was foretold, day by day on an axis."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from musnad.casefile import browse, found
from musnad.links.findings import Claim, Event, Prediction
from musnad.web.language import chosen
from musnad.web.site import leafing, number_of, render, site_of

__all__ = ["ROUTES", "Bar", "Moment", "bars"]

_LEAF = 60
_CLAIMS = 500  # claims that stand on the axis, those first that most statements put forward
_HEIGHT, _ACROSS = 72, 960  # of the axis
_START = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_WISH = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


@dataclass(frozen=True)
class Moment:
    """Something that stands at a date (EDTF)."""

    date: str
    kind: str
    event: Event | None = None
    claim: Claim | None = None
    foretold: Prediction | None = None


@dataclass(frozen=True)
class Bar:
    """How much stands at a year, month or day; `address` shows it closer."""

    period: str
    count: int
    x: float
    y: float
    width: float
    height: float
    address: str


def timeline(request: Request) -> Response:
    """`/timeline?since=&until=&kind=`"""
    given, site = request.query_params, site_of(request)
    since, until = (text if _WISH.fullmatch(text := given.get(name, "")) else "" for name in ("since", "until"))
    kind = given.get("kind", "") if given.get("kind") in ("event", "claim", "prediction") else ""
    with site.read() as db:
        every = site.found(db, "moments", lambda: _moments(db))
        moments = [
            moment for moment in every if (not kind or moment.kind == kind) and _within(moment.date, since, until)
        ]
        start = (number_of(request) - 1) * _LEAF
        shown = moments[start : start + _LEAF]
        pages = browse.titles(db, {words.doc for m in shown if m.event for words in m.event.rests[:4]})
        gists = found.gists(db, (m.foretold.claim for m in shown if m.foretold))
    context = {
        "days": [(date, list(group)) for date, group in groupby(shown, key=lambda moment: moment.date)],
        "bars": bars([moment.date for moment in moments], kind, mirrored=chosen(request).direction == "rtl"),
        "axis": (_ACROSS, _HEIGHT),
        "pages": pages,
        "gists": gists,
        "since": since,
        "until": until,
        "kind": kind,
        "leaf": leafing(request, len(moments), _LEAF),
    }
    return render(request, "timeline.html", context)


def bars(dates: list[str], kind: str = "", *, mirrored: bool = False) -> list[Bar]:
    """As many bars as fit: by day where few months are shown, by month where few years are, else by year."""
    size = next((size for size in (10, 7, 4) if len({date[:size] for date in dates}) <= 62), 4)
    counted = sorted(Counter(date[:size] for date in dates if len(date) >= size).items())[:200]
    if not counted:
        return []
    step, most = min(48.0, _ACROSS / len(counted)), max(count for _, count in counted)
    made = []
    for place, (period, count) in enumerate(counted):
        height = max(4, _HEIGHT * count / most)
        x = _ACROSS - (place + 1) * step + 1 if mirrored else place * step + 1
        address = f"?{urlencode({'since': period, 'until': period, 'kind': kind})}"
        made.append(
            Bar(period, count, round(x, 1), round(_HEIGHT - height, 1), round(step - 2, 1), round(height, 1), address)
        )
    return made


def _moments(db: sqlite3.Connection) -> list[Moment]:
    made = [Moment(_start(event.date), "event", event=event) for event in found.events(db) if event.date]
    rows, _ = found.claim_rows(db, several=True, limit=_CLAIMS)
    days = browse.dates(db, (row.claim.members[0].doc for row in rows))
    made += [
        Moment(_start(day), "claim", claim=row.claim) for row in rows if (day := days.get(row.claim.members[0].doc))
    ]
    made += [Moment(_start(told.due), "prediction", foretold=told) for told in found.predictions(db) if told.due]
    return sorted((moment for moment in made if moment.date), key=lambda moment: moment.date)


def _start(edtf: str) -> str:
    """The beginning of a date or interval, as precise as it is."""
    found_ = _START.match(edtf.lstrip(".").lstrip("/"))
    return found_[0] if found_ else ""


def _within(date: str, since: str, until: str) -> bool:
    return (not since or date[: len(since)] >= since[: len(date)]) and (
        not until or date[: len(until)] <= until[: len(date)]
    )


ROUTES = [Route("/timeline", timeline)]

"""Talks: who met whom at which level, and what each party wants, offers, refuses, on what condition."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from itertools import groupby
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from musnad.casefile import browse, found
from musnad.casefile.ledger import statements
from musnad.links.findings import Event, Position
from musnad.web.site import render, site_of

__all__ = ["ROUTES"]

_TALKING = ("meeting", "call", "visit", "exchange", "agreement", "decision", "vote")
_LEVELS = ("leaders", "ministers", "military", "security", "experts", None)
_MOST = 80  # events and positions that one page shows; a party shows its own


def talks(request: Request) -> Response:
    """`/talks`: `?party=` shows what one party takes part in."""
    party, site = request.query_params.get("party") or None, site_of(request)
    with site.read() as db:
        context = site.found(db, ("talks", party), lambda: _told(db, party))
    return render(request, "talks.html", dict(context))


def _told(db: sqlite3.Connection, party: str | None) -> dict[str, Any]:
    events = [event for event in found.events(db) if event.type in _TALKING and event.actors]
    positions = found.positions(db)
    met = [event for event in events if party in (None, *event.actors)]
    taken = [each for each in positions if party in (None, each.actor, each.toward)]
    most = sorted(taken, key=lambda each: -len(each.docs))[:_MOST]
    seen = sorted(met, key=lambda event: -len({words.doc for words in event.rests}))[:_MOST]
    return {
        "parties": sorted({name for each in positions for name in (each.actor, each.toward) if name}),
        "party": party,
        "tracks": _tracks(seen),
        "positions": _by_actor(most),
        "conditions": [each for each in most if each.kind == "condition"],
        "says": statements(db, (ref for each in most for ref in each.says[:3])),
        "pages": browse.titles(db, {words.doc for event in seen for words in event.rests[:6]}),
        "left": (len(taken) - len(most)) + (len(met) - len(seen)),
    }


def _tracks(events: list[Event]) -> list[tuple[str | None, list[Event]]]:
    """Meetings by level, each level by date."""
    levels: defaultdict[str | None, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda event: (event.date is None, event.date or "", event.id)):
        levels[event.level if event.level in _LEVELS else None].append(event)
    return [(level, levels[level]) for level in _LEVELS if levels[level]]


def _by_actor(positions: list[Position]) -> list[tuple[str | None, list[Position]]]:
    ordered = sorted(positions, key=lambda each: (each.actor is None, each.actor or "", each.track or "", each.kind))
    return [(actor, list(group)) for actor, group in groupby(ordered, key=lambda each: each.actor)]


ROUTES = [Route("/talks", talks)]

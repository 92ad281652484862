"""Who speaks: all who do, and one with all that was said, through whom, and what became of what was foretold."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from musnad.casefile import browse, found
from musnad.casefile.ledger import statements
from musnad.links.findings import Prediction
from musnad.links.process.record import OUTCOMES, wilson
from musnad.web.site import leafing, number_of, render, site_of

__all__ = ["ROUTES", "Record", "record"]

_LEAF = 40
_LISTED = 12  # predictions, disputed claims, positions


@dataclass(frozen=True)
class Record:
    """What became of predictions: how many of each outcome, and between which shares (0 to 1) the fulfilled ones lie
    among those that were resolved; None where none was."""

    outcomes: tuple[tuple[str, int], ...]
    resolved: int
    share: tuple[float, float] | None


def sources(request: Request) -> Response:
    """`/sources`: `?kind=` shows those of one kind."""
    site, kind = site_of(request), request.query_params.get("kind") or None
    with site.read() as db:
        everyone = site.kept("everyone", lambda: browse.speakers(db, -1))
    here = [speaker for speaker in everyone if kind in (None, speaker.kind)]
    start = (number_of(request) - 1) * _LEAF
    context = {
        "shown": here[start : start + _LEAF],
        "kinds": [each for each, _ in Counter(speaker.kind for speaker in everyone).most_common()],
        "kind": kind,
        "leaf": leafing(request, len(here), _LEAF),
    }
    return render(request, "sources.html", context)


def source(request: Request) -> Response:
    """`/source?name=NAME`"""
    site, name = site_of(request), request.query_params.get("name", "").strip()
    if not name:
        raise HTTPException(404)
    with site.read() as db:
        said = site.kept(("said", name), lambda: browse.said_by(db, name))
        start = (number_of(request) - 1) * _LEAF
        here = said[start : start + _LEAF]
        # What is kept may be older than the casefile: a page that was read again says other things.
        entries = statements(db, (each.ref for each in here))
        here = [each for each in here if each.ref in entries]
        findings = site.found(db, ("of", name, len(said)), lambda: _findings(db, name, said))
        context: dict[str, Any] = findings | {
            "name": name,
            "said": said,
            "shown": here,
            "entries": entries,
            "publishes": next((n for who, n in site.kept("outlets", lambda: browse.outlets(db)) if who == name), 0),
            "leaf": leafing(request, len(said), _LEAF),
        }
    days = [each.published for each in said if each.published]
    context |= {
        "period": f"{min(days)}/{max(days)}" if days else None,
        "first": sum(each.first for each in said),
        "stances": Counter(each.stance for each in said).most_common(),
        "outlets": Counter(each.outlet for each in said if each.outlet).most_common(10),
        "through": Counter(
            each.through.entity or each.through.text
            for each in said
            if name not in (each.through.entity, each.through.text)
        ).most_common(10),
    }
    return render(request, "source.html", context)


def _findings(db: sqlite3.Connection, name: str, said: list[browse.Said]) -> dict[str, Any]:
    """What links tell of one who speaks: his claims, which of them are disputed, what he foretold, his positions."""
    claims = found.claims_of(db, (each.ref for each in said))
    # What he only passed on is no word of his own.
    own = {claims[each.ref] for each in said if each.first and each.ref in claims}
    disputed = sorted(found.disputed(db) & own)
    foretold = found.predictions_of(db, own)
    foretold.sort(key=lambda told: (told.outcome == "unresolved", told.due.partition("/")[2] or told.due))
    positions = [held for held in found.positions(db) if held.actor == name]
    return {
        "claims": claims,
        "disputed": disputed,
        "foretold": foretold[:_LISTED],
        "record": record(foretold),
        "positions": positions[:_LISTED],
        "gists": found.gists(db, [*disputed[:_LISTED], *(told.claim for told in foretold[:_LISTED])]),
    }


def record(foretold: list[Prediction]) -> Record:
    """Counted by what later pages tell; a share of few is a wide one."""
    counted = Counter(told.outcome for told in foretold)
    resolved = sum(counted[outcome] for outcome in OUTCOMES if outcome != "unresolved")
    outcomes = tuple((outcome, counted[outcome]) for outcome in OUTCOMES if counted[outcome])
    return Record(outcomes, resolved, wilson(counted["fulfilled"], resolved))


ROUTES = [Route("/sources", sources), Route("/source", source)]

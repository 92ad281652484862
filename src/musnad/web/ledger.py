"""The ledger: filters, search in any spelling, sorting, leafing, and what is shown as CSV."""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections.abc import Iterable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from musnad.casefile import browse, found
from musnad.casefile.ledger import ORDERS, Filter, lines, numbers
from musnad.entry import STANCES, STATUSES, Entry
from musnad.export.ledger import as_csv
from musnad.links.findings import Ref
from musnad.web.site import leafing, number_of, render, site_of

__all__ = ["ROUTES", "filter_of"]

_LEAF = 40
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


def ledger(request: Request) -> Response:
    """`/ledger`"""
    site = site_of(request)
    wanted, wrong = filter_of(request)
    with site.read() as db:
        try:
            found_, start = _numbers(request, db, wanted), (number_of(request) - 1) * _LEAF
            shown, total = lines(db, found_[start : start + _LEAF]), len(found_)
        except ValueError:
            shown, total = [], 0
            wrong = [*wrong, "ledger.no_word"]
        context = {
            "shown": shown,
            "claims": found.claims_of(db, (Ref(entry.doc, entry.number) for entry in shown)),
            "disputed": site.found(db, "disputed", lambda: found.disputed(db)),
            "outlets": [name for name, _ in site.kept("outlets", lambda: browse.outlets(db)) if name],
            "leaf": leafing(request, total, _LEAF),
            "wrong": wrong,
            **_form(request, wanted),
        }
    return render(request, "ledger.html", context)


def sheet(request: Request) -> Response:
    """`/ledger.csv`: everything that fits, as the command writes it."""
    wanted, _ = filter_of(request)
    with site_of(request).read() as db:
        try:
            shown = lines(db, _numbers(request, db, wanted))
        except ValueError:
            shown = []
    return Response(
        "\ufeff" + "".join(as_csv(shown)),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": 'attachment; filename="ledger.csv"'},
    )


def filter_of(request: Request) -> tuple[Filter, list[str]]:
    """What a query asks for, and the keys of what is wrong with it; that is then left out."""
    given = request.query_params
    wrong = []
    days: dict[str, str | None] = {}
    for name, problem in (("since", "ledger.bad_since"), ("until", "ledger.bad_until")):
        text = given.get(name, "").strip()
        days[name] = text if _DATE.fullmatch(text) else None
        if text and not days[name]:
            wrong.append(problem)
    wanted = Filter(
        source=given.get("source", "").strip() or None,
        outlet=given.get("outlet", "").strip() or None,
        stances=_among(STANCES, given.getlist("stance")),
        statuses=_among(STATUSES, given.getlist("status")),
        since=days["since"],
        until=days["until"],
        search=given.get("q", "").strip() or None,
        all_versions=given.get("versions") == "all",
    )
    return wanted, wrong


def _numbers(request: Request, db: sqlite3.Connection, wanted: Filter) -> array[int]:
    order = _order(request)
    return site_of(request).kept(("ledger", wanted, order), lambda: numbers(db, wanted, order))


def _among(known: tuple[str, ...], given: Iterable[str]) -> tuple[str, ...]:
    return tuple(value for value in given if value in known)


def _order(request: Request) -> str:
    wish = request.query_params.get("sort", "")
    return wish if wish in ORDERS else "newest"


def _form(request: Request, wanted: Filter) -> dict[str, Any]:
    query = str(request.url.query)
    return {
        "wanted": wanted,
        "orders": tuple(ORDERS),
        "order": _order(request),
        "stances": STANCES,
        "statuses": STATUSES,
        "csv": f"/ledger.csv?{query}" if query else "/ledger.csv",
        "filtered": wanted != Filter(),
        "place": _place,
    }


def _place(entry: Entry) -> tuple[int, int]:
    """The words that a line of the ledger opens on: its cue."""
    return entry.cue.start, entry.cue.end


ROUTES = [Route("/ledger", ledger), Route("/ledger.csv", sheet)]

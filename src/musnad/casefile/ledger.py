"""Asking a casefile for its statements."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from musnad.casefile.words import query, searchable
from musnad.entry import Entry, Teller, Words
from musnad.links.findings import Ref

__all__ = ["ORDERS", "Filter", "ledger", "lines", "numbers", "statements"]

# As the view's column `superseded`, but asked once for all pages and not for every statement.
_SUPERSEDED = """
SELECT earlier.id FROM pages AS earlier JOIN pages AS later ON later.url = earlier.url
WHERE (coalesce(later.captured, later.added), later.id) > (coalesce(earlier.captured, earlier.added), earlier.id)
"""

# Undated pages always come last.
ORDERS = {
    "oldest": "published IS NULL, published, page, number",
    "newest": "published IS NULL, published DESC, page DESC, number",
    "outlet": "outlet IS NULL, outlet, published IS NULL, published DESC, page, number",
    "stance": "stance, published IS NULL, published DESC, page, number",
    "status": "status, published IS NULL, published DESC, page, number",
}


@dataclass(frozen=True)
class Filter:
    """Which statements; all that is given must hold.

    `source`: words of one who stands in the chain, as on the page or canonical. `outlet`: part of its
    name. `stances`, `statuses`: one of them. `since`, `until`: EDTF, both included, as precise as both
    dates are; pages without a date are left out. `search`: words of the content. `all_versions`: also
    what a page said before its words were changed.
    """

    source: str | None = None
    outlet: str | None = None
    stances: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    search: str | None = None
    all_versions: bool = False


def ledger(db: sqlite3.Connection, wanted: Filter) -> Iterator[Entry]:
    """The statements that `wanted` lets through, by publication date, page and place; undated pages last.

    ValueError where `source` or `search` has no word in it.
    """
    where, values = _where(db, wanted)
    yield from map(_entry, db.execute(f"SELECT * FROM ledger WHERE {where} ORDER BY {ORDERS['oldest']}", values))


def numbers(db: sqlite3.Connection, wanted: Filter, order: str = "oldest") -> array[int]:
    """The statements that `wanted` lets through, in one of `ORDERS`, as numbers to give to `lines`.

    ValueError as for `ledger`.
    """
    where, values = _where(db, wanted)
    return array(
        "q", (row[0] for row in db.execute(f"SELECT id FROM ledger WHERE {where} ORDER BY {ORDERS[order]}", values))
    )


def lines(db: sqlite3.Connection, wanted: Iterable[int]) -> list[Entry]:
    """These statements; those of pages that were read anew since they were numbered are left out."""
    rows = (db.execute("SELECT * FROM ledger WHERE id = ?", (number,)).fetchone() for number in wanted)
    return [_entry(row) for row in rows if row]


def _where(db: sqlite3.Connection, wanted: Filter) -> tuple[str, list[Any]]:
    """The condition, and the values of its question marks."""
    where = ["1"] if wanted.all_versions else [f"page NOT IN ({_SUPERSEDED})"]
    values: list[Any] = []
    for column, text in (("chain", wanted.source), ("content", wanted.search)):
        if text is not None:
            found = query(db, column, text)
            where.append("id IN (SELECT rowid FROM statement_words WHERE statement_words MATCH ?)" if found else "0")
            values += [found] if found else []
    for column, choices in (("stance", wanted.stances), ("status", wanted.statuses)):
        if choices:
            where.append(f"{column} IN ({', '.join('?' * len(choices))})")
            values += choices
    for sign, day in ((">=", wanted.since), ("<=", wanted.until)):
        if day is not None:
            where.append("published GLOB '[0-9][0-9][0-9][0-9]*'")
            where.append(f"substr(published, 1, length(?)) {sign} substr(?, 1, length(published))")
            values += [day, day]
    if wanted.outlet is not None:
        part = searchable(wanted.outlet)
        names = [row[0] for row in db.execute("SELECT DISTINCT outlet FROM ledger") if part in searchable(row[0] or "")]
        where.append(f"coalesce(outlet, '') IN ({', '.join('?' * len(names))})")
        values += [name or "" for name in names]
    return " AND ".join(where), values


def statements(db: sqlite3.Connection, refs: Iterable[Ref]) -> dict[Ref, Entry]:
    """The statements of these names; those that the casefile does not have are left out."""
    rows = ((ref, db.execute("SELECT * FROM ledger WHERE doc = ? AND number = ?", ref).fetchone()) for ref in refs)
    return {ref: _entry(row) for ref, row in rows if row}


def _entry(row: sqlite3.Row) -> Entry:
    return Entry(
        doc=row["doc"],
        outlet=row["outlet"],
        published=row["published"],
        url=row["url"],
        number=row["number"],
        cue=Words(**json.loads(row["cue"])),
        source=Words(**json.loads(row["source"])) if row["source"] else None,
        chain=tuple(Teller(**link) for link in json.loads(row["chain"])),
        content=tuple(Words(**part) for part in json.loads(row["content"])),
        mode=row["mode"],
        stance=row["stance"],
        status=row["status"],
        negated=bool(row["negated"]),
    )

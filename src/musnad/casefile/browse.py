"""Leafing through a casefile: pages with their titles, who speaks, how much of what there is, marks of one page."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from musnad import doc as marks_of
from musnad.casefile import pages
from musnad.casefile.words import exactly, query
from musnad.doc import Doc, Mark
from musnad.entry import Teller
from musnad.links.findings import Ref

__all__ = [
    "Amounts",
    "Said",
    "Shelved",
    "Speaker",
    "amounts",
    "dates",
    "doc",
    "outlets",
    "period",
    "runs",
    "said_by",
    "shelf",
    "speakers",
    "titles",
]

# The index has all that is asked for; without being told, SQLite opens the account itself, which is long.
_SHELF = """
SELECT pages.id, pages.doc, pages.url, pages.added, pages.type,
  coalesce(pages.outlet, head_outlet) AS outlet,
  coalesce(pages.published, head_published) AS published,
  head_title AS title,
  (SELECT count(*) FROM statements WHERE statements.page = pages.id) AS statements
FROM pages LEFT JOIN accounts INDEXED BY account_heads ON accounts.page = pages.id
"""
_OUTLET = """coalesce(pages.outlet, (
  SELECT json_extract(body, '$.name') FROM marks
  WHERE marks.page = pages.id AND kind = 'Outlet' ORDER BY "start", "end", rule LIMIT 1))"""


@dataclass(frozen=True)
class Shelved:
    """A page as a list shows it. `published` is EDTF, `added` UTC, ISO 8601; None where not known."""

    id: int
    doc: str
    url: str | None
    added: str
    type: str
    outlet: str | None
    published: str | None
    title: str | None
    statements: int


@dataclass(frozen=True)
class Speaker:
    """Who stands in chains: the canonical name, else the words; `kind`, the statements, those told first-hand."""

    name: str
    kind: str
    statements: int
    first: int


@dataclass(frozen=True)
class Said:
    """A statement in whose chain somebody stands: as its `first` teller or on the way; `through` is the last link."""

    ref: Ref
    outlet: str | None
    published: str | None
    stance: str
    status: str
    first: bool
    through: Teller


@dataclass(frozen=True)
class Amounts:
    """How much a casefile holds."""

    pages: int
    statements: int
    dated: int
    with_outlet: int
    with_url: int
    versions: int
    findings: dict[str, int]


def shelf(
    db: sqlite3.Connection, *, outlet: str | None = None, newest: bool = False, limit: int = 50, offset: int = 0
) -> list[Shelved]:
    """Pages in the order in which they were added, with `newest` the last first; of one outlet, or of all."""
    order = "DESC" if newest else "ASC"
    where = f"WHERE {_OUTLET} = :outlet" if outlet is not None else ""
    chosen = f"SELECT pages.id FROM pages {where} ORDER BY added {order}, id {order} LIMIT :limit OFFSET :offset"
    rows = db.execute(
        f"{_SHELF} WHERE pages.id IN ({chosen}) ORDER BY added {order}, pages.id {order}",
        {"outlet": outlet, "limit": limit, "offset": offset},
    )
    return [Shelved(**row) for row in rows]


def titles(db: sqlite3.Connection, docs: Iterable[str]) -> dict[str, Shelved]:
    """The pages of these names; those that the casefile does not have are left out."""
    wanted = list(dict.fromkeys(docs))
    rows = db.execute(f"{_SHELF} WHERE pages.doc IN ({', '.join('?' * len(wanted))})", wanted)
    return {row["doc"]: Shelved(**row) for row in rows}


def dates(db: sqlite3.Connection, docs: Iterable[str]) -> dict[str, str]:
    """The days (EDTF) on which these pages were published; undated ones are left out."""
    wanted = list(dict.fromkeys(docs))
    rows = db.execute(
        "SELECT doc, coalesce(published, head_published) AS day"
        " FROM pages LEFT JOIN accounts INDEXED BY account_heads ON accounts.page = pages.id"
        f" WHERE doc IN ({', '.join('?' * len(wanted))})",
        wanted,
    )
    return {row["doc"]: row["day"] for row in rows if row["day"]}


def period(db: sqlite3.Connection) -> tuple[str, str] | None:
    """The first and the last day on which pages were published, of those whose day is known."""
    row = db.execute(
        "SELECT min(day) AS first, max(day) AS last FROM"
        " (SELECT substr(coalesce(published, head_published), 1, 10) AS day"
        "  FROM pages LEFT JOIN accounts INDEXED BY account_heads ON accounts.page = pages.id)"
        " WHERE date(day) = day"
    ).fetchone()
    return (row["first"], row["last"]) if row["first"] else None


def outlets(db: sqlite3.Connection) -> list[tuple[str | None, int]]:
    """Who published the pages, and how many each; None for pages of nobody known."""
    rows = db.execute(f"SELECT {_OUTLET} AS name, count(*) AS count FROM pages GROUP BY name ORDER BY count DESC, name")
    return [(row["name"], row["count"]) for row in rows]


def amounts(db: sqlite3.Connection) -> Amounts:
    """Counts over the whole casefile."""
    row = db.execute(
        "SELECT count(*) AS pages, count(published) AS dated, count(outlet) AS with_outlet, count(url) AS with_url,"
        " (SELECT count(*) FROM statements) AS statements, count(url) - count(DISTINCT url) AS versions FROM pages"
    ).fetchone()
    found = db.execute("SELECT kind, count(*) AS count FROM findings GROUP BY kind")
    return Amounts(**row, findings={each["kind"]: each["count"] for each in found})


def speakers(db: sqlite3.Connection, limit: int = 50, offset: int = 0) -> list[Speaker]:
    """Who stands in the chains of most statements. Told first-hand: the speaker is the chain's first teller."""
    rows = db.execute(
        """WITH links AS (
             SELECT coalesce(json_extract(value, '$.entity'), json_extract(value, '$.text')) AS name,
               json_extract(value, '$.entity') IS NOT NULL AS known, json_extract(value, '$.kind') AS kind,
               key = json_array_length(chain) - 1 AS first
             FROM statements, json_each(chain))
           SELECT name, min(kind) AS kind, count(*) AS statements, sum(first) AS first
           FROM links
           WHERE known OR kind IN ('person', 'official_body', 'state', 'outlet', 'agency', 'organization')
           GROUP BY name ORDER BY statements DESC, name LIMIT ? OFFSET ?""",
        (limit, offset),
    )
    return [Speaker(**row) for row in rows]


def said_by(db: sqlite3.Connection, name: str) -> list[Said]:
    """The statements in whose chain one of this name stands, by date.

    `name` is a canonical name, or the words of a link on the page.
    """
    asked = exactly("chain", name)
    if asked is None:
        return []
    said = _said(db, name, asked)
    # Words that were broken on the page stand in the index as they are read.
    return said or _said(db, name, query(db, "chain", name) or asked)


def _said(db: sqlite3.Connection, name: str, asked: str) -> list[Said]:
    rows = db.execute(
        """SELECT doc, number, outlet, published, stance, status, chain FROM ledger
           WHERE id IN (SELECT rowid FROM statement_words WHERE statement_words MATCH ?) AND NOT superseded
           ORDER BY published IS NULL, published, page, number""",
        (asked,),
    )
    said = []
    for row in rows:
        chain = [Teller(**link) for link in json.loads(row["chain"])]
        places = [place for place, link in enumerate(chain) if name in (link.entity, link.text)]
        if places:
            first = places[-1] == len(chain) - 1
            ref = Ref(row["doc"], row["number"])
            said.append(Said(ref, row["outlet"], row["published"], row["stance"], row["status"], first, chain[0]))
    return said


def runs(db: sqlite3.Connection) -> list[tuple[str, str, int]]:
    """What pages were read with: Musnad's version, a short name for the stages' hashes, and how many pages."""
    rows = db.execute(
        "SELECT version, stages, count(*) AS count FROM pages JOIN runs ON runs.id = run GROUP BY version, stages "
        "ORDER BY max(runs.id) DESC"
    )
    return [(row["version"], _short(row["stages"]), row["count"]) for row in rows]


def doc(db: sqlite3.Connection, number: int) -> Doc:
    """A page with its marks as the casefile has them; nothing is read anew."""
    found = [_mark(row) for row in db.execute("SELECT * FROM marks WHERE page = ?", (number,))]
    return Doc(pages.page(db, number)).add({type(mark) for mark in found}, found)


def _mark(row: sqlite3.Row) -> Mark:
    body = json.loads(row["body"]) | {"span": (row["start"], row["end"]), "rule": row["rule"]}
    made: Mark = msgspec.convert(body, _kinds()[row["kind"]])
    return made


@cache
def _kinds() -> dict[str, Any]:
    return {
        kind.__name__: kind for kind in vars(marks_of).values() if isinstance(kind, type) and issubclass(kind, Mark)
    }


def _short(stages: str) -> str:
    from hashlib import sha256

    return sha256(stages.encode()).hexdigest()[:8]

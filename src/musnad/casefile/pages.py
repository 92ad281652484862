"""Pages in a casefile: finding one again, keeping one, and those that other rules have read.

Two files with the same bytes are the same page, unless what is known of them (outlet, url) differs:
outlets do publish each other's words letter for letter, and that must be seen.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any

from musnad.casefile.store import transaction
from musnad.casefile.words import searchable
from musnad.doc import Anchor, Doc, Fact, Mark, Page, Span, Statement
from musnad.entry import Entry, entries
from musnad.links.account import account, dump

__all__ = ["TEXT", "Kept", "Run", "find", "keep", "named", "original", "page", "renew", "stale"]

TEXT = "text/plain"


@dataclass(frozen=True)
class Run:
    """One command that writes pages: when it started (UTC, ISO 8601), Musnad's version, the stages' hashes."""

    started: str
    version: str
    stages: Mapping[str, str]


@dataclass(frozen=True)
class Kept:
    """A page of the casefile. `page` has what was known of it before and what is known now.

    `changed`: that is more than, or other than, what the casefile has.
    """

    id: int
    page: Page
    changed: bool


def find(db: sqlite3.Connection, fresh: Page, data: bytes) -> Kept | None:
    """The page of these bytes, if the casefile has it."""
    row = db.execute(
        """SELECT id, doc, outlet, published, url, facts FROM pages WHERE sha256 = :sha256
           AND (outlet IS NULL OR :outlet IS NULL OR outlet = :outlet)
           AND (url IS NULL OR :url IS NULL OR url = :url)
           ORDER BY (url IS :url) + (outlet IS :outlet) DESC, id LIMIT 1""",
        {"sha256": sha256(data).hexdigest(), "outlet": fresh.outlet, "url": fresh.url},
    ).fetchone()
    if row is None:
        return None
    merged = replace(
        fresh,
        doc=row["doc"],
        outlet=fresh.outlet or row["outlet"],
        published=fresh.published or row["published"],
        url=fresh.url or row["url"],
        facts=tuple(dict.fromkeys((*fresh.facts, *(Fact(**fact) for fact in json.loads(row["facts"]))))),
    )
    return Kept(row["id"], merged, changed=any(row[name] != value for name, value in _known(merged).items()))


def keep(db: sqlite3.Connection, doc: Doc, data: bytes, run: Run, captured: str | None = None, kind: str = TEXT) -> str:
    """Write a new page with its marks, whole or not at all; the name that it has then: the next free one.

    `captured`: when its bytes were captured (UTC, ISO 8601), where that is known. `kind`: their media type.
    """
    with transaction(db):
        row = {
            **_known(doc.page),
            **_text(doc.page, data),
            "run": _run(db, run),
            "doc": (name := _free(db, doc.page.doc)),
            "bytes": data,
            "sha256": sha256(data).hexdigest(),
            "type": kind,
            "added": run.started,
            "captured": captured,
        }
        _annotations(db, _insert(db, "pages", row), doc)
    return name


def renew(db: sqlite3.Connection, number: int, doc: Doc, run: Run) -> None:
    """Write what is known of a page now, and its marks, in place of what the casefile had; whole or not at all."""
    with transaction(db):
        data = db.execute("SELECT bytes FROM pages WHERE id = ?", (number,)).fetchone()["bytes"]
        row = {**_known(doc.page), **_text(doc.page, data), "run": _run(db, run)}
        db.execute(
            f"UPDATE pages SET {', '.join(f'{name} = :{name}' for name in row)} WHERE id = :id", {**row, "id": number}
        )
        db.execute("DELETE FROM statement_words WHERE rowid IN (SELECT id FROM statements WHERE page = ?)", (number,))
        db.execute("DELETE FROM statements WHERE page = ?", (number,))
        db.execute("DELETE FROM marks WHERE page = ?", (number,))
        _annotations(db, number, doc)


def stale(db: sqlite3.Connection, stages: Mapping[str, str]) -> list[int]:
    """The pages that were read with other code or data than `stages`."""
    rows = db.execute("SELECT pages.id, stages FROM pages JOIN runs ON runs.id = run ORDER BY pages.id")
    return [row["id"] for row in rows if json.loads(row["stages"]) != dict(stages)]


def named(db: sqlite3.Connection, doc: str) -> int | None:
    """The page of this name."""
    row = db.execute("SELECT id FROM pages WHERE doc = ?", (doc,)).fetchone()
    return row and int(row["id"])


def page(db: sqlite3.Connection, number: int) -> Page:
    """A page as it was given: its text, and what was known of it."""
    row = db.execute("SELECT * FROM pages WHERE id = ?", (number,)).fetchone()
    return Page(
        row["doc"],
        row["bytes"].decode("utf-8") if row["source"] is None else row["source"],
        row["outlet"],
        row["published"],
        row["url"],
        tuple(Fact(**fact) for fact in json.loads(row["facts"])),
        tuple(Anchor(Span(*span), href) for span, href in json.loads(row["anchors"])),
    )


def original(db: sqlite3.Connection, number: int) -> tuple[bytes, str]:
    """The bytes that a page was read from, and their media type."""
    row = db.execute("SELECT bytes, type FROM pages WHERE id = ?", (number,)).fetchone()
    return row["bytes"], row["type"]


def _known(given: Page) -> dict[str, str | None]:
    return {"outlet": given.outlet, "published": given.published, "url": given.url}


def _text(given: Page, data: bytes) -> dict[str, str | None]:
    """A page's text where it is not its bytes, its facts and its links."""
    return {
        "source": None if given.source.encode("utf-8", "replace") == data else given.source,
        "facts": _json([asdict(fact) for fact in given.facts]),
        "anchors": _json(given.anchors),
    }


def _annotations(db: sqlite3.Connection, number: int, doc: Doc) -> None:
    for kind in sorted(doc.layers, key=lambda kind: kind.__name__):
        for mark in doc.layers[kind]:
            _insert(db, "marks", {"page": number, **_mark(mark)})
    name = db.execute("SELECT doc FROM pages WHERE id = ?", (number,)).fetchone()["doc"]
    body = dump(replace(account(doc), doc=name))
    digest = sha256(body.encode()).hexdigest()
    db.execute("INSERT OR REPLACE INTO accounts (page, body, digest) VALUES (?, ?, ?)", (number, body, digest))
    for entry, mark in zip(entries(doc), doc.marks(Statement), strict=True):
        known = _insert(db, "statements", {"page": number, **_statement(entry)})
        _insert(db, "statement_words", {"rowid": known, **_words(doc, mark)})


def _run(db: sqlite3.Connection, run: Run) -> int:
    row = {"started": run.started, "version": run.version, "stages": _json(dict(run.stages))}
    found = db.execute(
        "SELECT id FROM runs WHERE started = :started AND version = :version AND stages = :stages", row
    ).fetchone()
    return found["id"] if found else _insert(db, "runs", row)


def _free(db: sqlite3.Connection, doc: str) -> str:
    name, count = doc, 1
    while db.execute("SELECT 1 FROM pages WHERE doc = ?", (name,)).fetchone():
        count += 1
        name = f"{doc}-{count}"
    return name


def _mark(mark: Mark) -> dict[str, Any]:
    body = {field: value for field, value in asdict(mark).items() if field not in ("span", "rule")}
    start, end = mark.span
    return {"kind": type(mark).__name__, "start": start, "end": end, "rule": mark.rule, "body": _json(body)}


def _statement(entry: Entry) -> dict[str, Any]:
    row = asdict(entry)
    plain = ("number", "mode", "stance", "status", "negated")
    words = ("cue", "source", "chain", "content")
    return {name: row[name] for name in plain} | {
        name: None if row[name] is None else _json(row[name]) for name in words
    }


def _words(doc: Doc, mark: Statement) -> dict[str, str]:
    """What a statement is searched by: the words as they are read, so that broken ones are found whole."""

    def read(span: Span) -> str:
        start, end = doc.reading.within(*span)
        return doc.reading.string[start:end]

    chain = (f"{read(link.span)} {link.entity or ''}" for link in mark.chain)
    return {"content": searchable("\n".join(map(read, mark.content))), "chain": searchable("\n".join(chain))}


def _insert(db: sqlite3.Connection, table: str, row: Mapping[str, Any]) -> int:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join(f":{name}" for name in row)
    return db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", row).lastrowid or 0


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)

"""What holds across a casefile's pages: the accounts that links are made of, and the story that they found.

`keep` is the one place where a story is written; everything else reads it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, get_args, get_type_hints

import msgspec

from musnad.casefile.store import transaction
from musnad.links import link
from musnad.links.account import Account
from musnad.links.account import load as load_account
from musnad.links.findings import Claim, Ref, Story

__all__ = ["accounts", "claim", "claim_of", "keep", "linked", "load", "outdated", "relink"]

_ENCODER = msgspec.json.Encoder()


def accounts(db: sqlite3.Connection) -> Iterator[Account]:
    """The accounts of all pages, each in its newest version."""
    for row in db.execute(f"SELECT body FROM accounts WHERE page NOT IN ({_SUPERSEDED}) ORDER BY page"):
        yield load_account(row["body"])


_SUPERSEDED = """
SELECT page FROM versions WHERE seq < (SELECT max(seq) FROM versions AS newer WHERE newer.url = versions.url)
"""


def relink(db: sqlite3.Connection, progress: Callable[[str], object] = str) -> Story:
    """Join all pages anew, keep what was found in place of what was kept before, and return it."""
    mark = _hash(db)
    found = link(accounts(db), progress)
    keep(db, found, mark)
    return found


def keep(db: sqlite3.Connection, found: Story, mark: str | None = None) -> None:
    """Write a story in place of the one that was kept before; `mark`: of the pages that it was made of, else of all."""
    with transaction(db):
        db.execute("DELETE FROM findings")
        db.execute("DELETE FROM claim_members")
        for kind in fields(Story):
            rows = (
                (kind.name, place, getattr(item, "id", None), _ENCODER.encode(item).decode())
                for place, item in enumerate(getattr(found, kind.name))
            )
            db.executemany("INSERT INTO findings (kind, place, id, body) VALUES (?, ?, ?, ?)", rows)
        members = ((ref.doc, ref.number, told.id) for told in found.claims for ref in told.members)
        db.executemany("INSERT INTO claim_members (doc, number, claim) VALUES (?, ?, ?)", members)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        db.execute("INSERT OR REPLACE INTO linked (only, at, hash) VALUES (1, ?, ?)", (now, mark or _hash(db)))


def load(db: sqlite3.Connection) -> Story:
    """The story as it was linked last; empty where it never was."""
    return Story(**{name: tuple(_found(db, name)) for name in _kinds()})


def claim(db: sqlite3.Connection, name: str) -> Claim | None:
    """The claim of this id."""
    row = db.execute("SELECT body FROM findings WHERE kind = 'claims' AND id = ?", (name,)).fetchone()
    return msgspec.json.decode(row["body"], type=Claim) if row else None


def claim_of(db: sqlite3.Connection, ref: Ref) -> str | None:
    """The id of the claim that a statement stands in."""
    row = db.execute("SELECT claim FROM claim_members WHERE (doc, number) = (?, ?)", ref).fetchone()
    return row and str(row["claim"])


def linked(db: sqlite3.Connection) -> str | None:
    """When the pages were linked last (UTC, ISO 8601)."""
    row = db.execute("SELECT at FROM linked").fetchone()
    return row and str(row["at"])


def outdated(db: sqlite3.Connection) -> bool:
    """Whether pages were added, changed or read anew since, or other code links them now."""
    row = db.execute("SELECT hash FROM linked").fetchone()
    return row is None or row["hash"] != _hash(db)


def _found(db: sqlite3.Connection, kind: str) -> Iterator[Any]:
    decoder = _kinds()[kind]
    for row in db.execute("SELECT body FROM findings WHERE kind = ? ORDER BY place", (kind,)):
        yield decoder.decode(row["body"])


@cache
def _kinds() -> dict[str, msgspec.json.Decoder[Any]]:
    hints = get_type_hints(Story)
    return {field.name: msgspec.json.Decoder(get_args(hints[field.name])[0]) for field in fields(Story)}


def _hash(db: sqlite3.Connection) -> str:
    """Of what a story is made of: which pages, read when, in which version; and the code that links them."""
    total = sha256(_code().encode())
    for row in db.execute(
        "SELECT page, run, outlet, published, url FROM accounts JOIN pages ON id = page ORDER BY page"
    ):
        total.update(repr(tuple(row)).encode())
    return total.hexdigest()


@cache
def _code() -> str:
    root = files("musnad.links")
    total = sha256()
    rooms = [root, *sorted((item for item in root.iterdir() if item.is_dir()), key=lambda item: item.name)]
    for room in rooms:
        for item in sorted((i for i in room.iterdir() if i.is_file()), key=lambda item: item.name):
            total.update(f"{room.name}/{item.name}\0".encode() + item.read_bytes())
    return total.hexdigest()

"""What holds across a casefile's pages: the accounts that links are made of, and the story that they found.

`relink` is the one place where a story is written; everything else reads it.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from typing import Any

import msgspec

from musnad import links
from musnad.casefile.memory import Shelves
from musnad.casefile.rulings import rulings
from musnad.casefile.store import transaction
from musnad.links import KINDS, no_search_for_cycles
from musnad.links.account import Account
from musnad.links.account import load as load_account
from musnad.links.findings import Claim, Ref, Ruling, Story
from musnad.links.memory import Memory
from musnad.sources import hashed, within

__all__ = ["accounts", "claim", "claim_of", "linked", "load", "outdated", "relink"]

_NEWEST = """page NOT IN (
SELECT page FROM versions WHERE seq < (SELECT max(seq) FROM versions AS newer WHERE newer.url = versions.url))"""


def accounts(db: sqlite3.Connection) -> Iterator[Account]:
    """The accounts of all pages, each in its newest version."""
    for row in db.execute(f"SELECT body FROM accounts WHERE {_NEWEST} ORDER BY page"):
        yield load_account(row["body"])


def _digests(db: sqlite3.Connection) -> dict[str, str]:
    rows = db.execute(f"SELECT doc, digest FROM accounts JOIN pages ON id = page WHERE {_NEWEST}")
    return {row["doc"]: row["digest"] for row in rows}


def _account(db: sqlite3.Connection, doc: str) -> Account:
    row = db.execute("SELECT body FROM accounts JOIN pages ON id = page WHERE doc = ?", (doc,)).fetchone()
    return load_account(row["body"])


@no_search_for_cycles()
def relink(db: sqlite3.Connection, progress: Callable[[str], object] = str, *, anew: bool = False) -> None:
    """Bring what was found across pages up to those that there are now, whole or not at all.

    What was remembered is not looked at where other code remembered it, or with `anew`.
    """
    row = db.execute("SELECT code FROM linked").fetchone()
    blank = anew or row is None or row["code"] != _code()
    shelves = Shelves(db, blank=blank)
    memory = Memory(shelves, blank=blank)
    # Others may write while all is found anew, which is long; what is brought up must stay as it is.
    with transaction(db, "DEFERRED" if blank else "IMMEDIATE"):
        ruled, digests = rulings(db), _digests(db)
        mark = _hash(digests, ruled)
        links.relink(memory, digests, partial(_account, db), progress, ruled)
        if not blank:
            _keep(db, memory, mark)
    if blank:
        with transaction(db):
            shelves.clear()
            _keep(db, memory, mark)


def _keep(db: sqlite3.Connection, memory: Memory, mark: str) -> None:
    memory.flush()
    now = datetime.now(UTC).isoformat(timespec="seconds")
    db.execute("INSERT OR REPLACE INTO linked (only, at, hash, code) VALUES (1, ?, ?, ?)", (now, mark, _code()))


def load(db: sqlite3.Connection) -> Story:
    """The story as it was linked last; empty where it never was."""
    return Story(**{name: tuple(_found(db, name)) for name in KINDS})


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
    return row is None or row["hash"] != _hash(_digests(db), rulings(db))


def _found(db: sqlite3.Connection, kind: str) -> Iterator[Any]:
    decoder = msgspec.json.Decoder(KINDS[kind])
    for row in db.execute("SELECT body FROM findings WHERE kind = ? ORDER BY place", (kind,)):
        yield decoder.decode(row["body"])


def _hash(digests: Mapping[str, str], ruled: Sequence[Ruling]) -> str:
    """Of what a story is made of: which pages, as they are read; what people ruled; and the code that links them."""
    return sha256(repr((_code(), sorted(digests.items()), ruled)).encode()).hexdigest()


@cache
def _code() -> str:
    """Of what links are made with: code, all tables, and the Python, by whose hashes runs of words go."""
    root = files("musnad")
    base = [(name, root / name) for name in ("text.py", "doc.py", "rules.py")]
    return sys.version + hashed([*base, *within(root / "links"), *within(root / "stages")])

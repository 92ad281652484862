"""What people think of claims: accepted, rejected, merged, split or noted, by name; withdrawn, never erased.

A statement's number and a claim's id change when pages are read or linked anew; the words on a page do not.
A verdict therefore points at the places of the statements it was given on.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from musnad.casefile.rulings import refs
from musnad.casefile.story import claim, claim_of
from musnad.links.findings import Claim, Ref

__all__ = ["KINDS", "Verdict", "give", "of_claim", "verdicts", "withdraw"]

KINDS = ("accept", "reject", "merge", "split", "note")

Place = tuple[str, int]  # a page, and where the cue of a statement begins on it


@dataclass(frozen=True)
class Verdict:
    """`at`, `withdrawn`: UTC, ISO 8601. `claim` is the id that the claim has now, None where it is no more.

    `other`: the claim to merge with, by the id that it has now, or the statement (`page.number`) to split off.
    """

    id: int
    at: str
    who: str
    verdict: str
    claim: str | None
    other: str | None
    note: str | None
    withdrawn: str | None


def give(
    db: sqlite3.Connection, who: str, verdict: str, about: str, other: str | None = None, note: str | None = None
) -> int:
    """Write a verdict on the claim `about`; its number.

    ValueError where something is missing or is no verdict, LookupError where there is no such claim or statement.
    """
    if verdict not in KINDS:
        raise ValueError(f"a verdict is one of {', '.join(KINDS)}, not {verdict!r}")
    if not who.strip():
        raise ValueError("a verdict needs the name of who gives it")
    if verdict == "note" and not (note or "").strip():
        raise ValueError("a note needs its words")
    found = claim(db, about)
    if found is None:
        raise LookupError(f"there is no claim {about}")
    row = {
        "at": _now(),
        "who": who.strip(),
        "verdict": verdict,
        "members": json.dumps(_places(db, found.members)),
        "other": json.dumps(_places(db, _others(db, verdict, found, other))),
        "note": (note or "").strip() or None,
    }
    made = db.execute(
        "INSERT INTO verdicts (at, who, verdict, members, other, note) "
        "VALUES (:at, :who, :verdict, :members, :other, :note)",
        row,
    )
    return made.lastrowid or 0


def withdraw(db: sqlite3.Connection, number: int, who: str) -> None:
    """Take a verdict back. LookupError where `who` has no standing verdict of this number."""
    done = db.execute(
        "UPDATE verdicts SET withdrawn = ? WHERE id = ? AND who = ? AND withdrawn IS NULL", (_now(), number, who)
    )
    if not done.rowcount:
        raise LookupError(f"{who} has no standing verdict {number}")


def verdicts(db: sqlite3.Connection) -> Iterator[Verdict]:
    """All verdicts, also those withdrawn, in the order in which they were given."""
    for row in db.execute("SELECT * FROM verdicts ORDER BY id"):
        members, others = list(refs(db, row["members"])), list(refs(db, row["other"]))
        about = next((name for ref in members if (name := claim_of(db, ref))), None)
        if row["verdict"] == "merge":
            other = next((name for ref in others if (name := claim_of(db, ref))), None)
        else:
            other = next((f"{ref.doc}.{ref.number}" for ref in others), None)
        yield Verdict(row["id"], row["at"], row["who"], row["verdict"], about, other, row["note"], row["withdrawn"])


def of_claim(db: sqlite3.Connection, about: str) -> list[Verdict]:
    """The verdicts on one claim."""
    return [verdict for verdict in verdicts(db) if verdict.claim == about]


def _others(db: sqlite3.Connection, verdict: str, found: Claim, other: str | None) -> tuple[Ref, ...]:
    """The statements of the claim to merge with, or the one to split off."""
    if verdict == "merge":
        merged = claim(db, other) if other and other != found.id else None
        if merged is None:
            raise LookupError(f"there is no other claim {other or ''} to merge with")
        return merged.members
    if verdict == "split":
        ref = next((ref for ref in found.members if f"{ref.doc}.{ref.number}" == other), None)
        if ref is None:
            raise LookupError(f"the claim {found.id} has no statement {other or ''} to split off")
        return (ref,)
    return ()


def _places(db: sqlite3.Connection, refs: Iterable[Ref]) -> list[Place]:
    query = "SELECT json_extract(cue, '$.start') FROM ledger WHERE doc = ? AND number = ?"
    return [(ref.doc, row[0]) for ref in refs if (row := db.execute(query, ref).fetchone())]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

"""What people think of claims: accepted, rejected, merged, split or noted, by name; withdrawn, never erased."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from musnad.casefile.story import claim, claim_of
from musnad.links.findings import Ref

__all__ = ["KINDS", "Verdict", "give", "of_claim", "verdicts", "withdraw"]

KINDS = ("accept", "reject", "merge", "split", "note")


@dataclass(frozen=True)
class Verdict:
    """`at`, `withdrawn`: UTC, ISO 8601. `claim` is the id that the claim has now, None where it is no more.

    `other`: the claim to merge with, or the statement (`page.number`) to split off.
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
    """Write a verdict on the claim `about`; its number. ValueError where something is missing, LookupError where
    there is no such claim or statement."""
    found = claim(db, about)
    if found is None:
        raise LookupError(f"there is no claim {about}")
    if verdict not in KINDS:
        raise ValueError(f"a verdict is one of {', '.join(KINDS)}, not {verdict!r}")
    if not who.strip():
        raise ValueError("a verdict needs the name of who gives it")
    if verdict == "note" and not (note or "").strip():
        raise ValueError("a note needs its words")
    if verdict == "merge" and (not other or other == about or claim(db, other) is None):
        raise LookupError(f"there is no other claim {other or ''} to merge with")
    if verdict == "split" and other not in {f"{ref.doc}.{ref.number}" for ref in found.members}:
        raise LookupError(f"the claim {about} has no statement {other or ''} to split off")
    made = db.execute(
        "INSERT INTO verdicts (at, who, verdict, claim, members, other, note) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (_now(), who.strip(), verdict, about, json.dumps(found.members), other, (note or "").strip() or None),
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
        yield Verdict(
            row["id"], row["at"], row["who"], row["verdict"], _now_called(db, row), row["other"], row["note"],
            row["withdrawn"],
        )  # fmt: skip


def of_claim(db: sqlite3.Connection, about: str) -> list[Verdict]:
    """The verdicts on one claim."""
    return [verdict for verdict in verdicts(db) if verdict.claim == about]


def _now_called(db: sqlite3.Connection, row: sqlite3.Row) -> str | None:
    """A claim's id changes when an earlier page joins it: it is where the first of its statements is now."""
    members = (Ref(doc, number) for doc, number in json.loads(row["members"]))
    return next((name for ref in members if (name := claim_of(db, ref))), None)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

"""Asking for findings without loading the whole story: by kind, by the claim or by the page that they are about."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from musnad.casefile.words import query
from musnad.links import KINDS
from musnad.links.findings import Claim, Contradiction, Copy, Event, Position, Prediction, Ref

__all__ = [
    "About", "ClaimRow", "about", "claim_rows", "claims_of", "contradictions", "copies", "count",
    "disputed", "events", "gists", "of_kind", "positions", "predictions", "predictions_of", "state", "told",
]  # fmt: skip


@dataclass(frozen=True)
class ClaimRow:
    """A claim in a list: `told` is how many statements put it forward."""

    claim: Claim
    told: int


@dataclass(frozen=True)
class About:
    """What stands against a claim, and what it foretold."""

    against: tuple[Contradiction, ...]
    foretold: tuple[Prediction, ...]


def state(db: sqlite3.Connection) -> tuple[Any, ...]:
    """What is another whenever pages were linked anew or a verdict was given or withdrawn."""
    return tuple(
        db.execute("SELECT (SELECT at || hash FROM linked), max(id), count(withdrawn) FROM verdicts").fetchone()
    )


def count(db: sqlite3.Connection, kind: str) -> int:
    """How many findings of a kind there are."""
    return int(db.execute("SELECT count(*) FROM findings WHERE kind = ?", (kind,)).fetchone()[0])


def of_kind(db: sqlite3.Connection, kind: str, limit: int = -1, offset: int = 0) -> list[Any]:
    """Findings of a kind (a field of Story) in their order; without `limit` all."""
    rows = db.execute("SELECT body FROM findings WHERE kind = ? ORDER BY place LIMIT ? OFFSET ?", (kind, limit, offset))
    return [_decoders()[kind].decode(row["body"]) for row in rows]


def about(db: sqlite3.Connection, claim: str) -> About:
    """The contradictions that a claim stands in, and the predictions that it makes."""
    return About(
        tuple(_of(db, "contradictions", claim)),
        tuple(_of(db, "predictions", claim)),
    )


def contradictions(db: sqlite3.Connection, limit: int = -1, offset: int = 0) -> list[Contradiction]:
    """Pairs of claims that cannot both hold."""
    return of_kind(db, "contradictions", limit, offset)


def predictions(db: sqlite3.Connection) -> list[Prediction]:
    """All claims about what was still to come."""
    return of_kind(db, "predictions")


def predictions_of(db: sqlite3.Connection, claims: Iterable[str]) -> list[Prediction]:
    """What these claims foretold, in the order of findings."""
    return list(_of(db, "predictions", *claims))


def copies(db: sqlite3.Connection, doc: str | None = None) -> list[Copy]:
    """Pages that took their text from others; with `doc` those that this page is one side of."""
    if doc is None:
        return of_kind(db, "copies")
    return list(_of(db, "copies", doc))


def events(db: sqlite3.Connection, doc: str | None = None) -> list[Event]:
    """What pages tell to have happened; with `doc` what this page tells."""
    if doc is None:
        return of_kind(db, "events")
    return list(_of(db, "events", doc))


def positions(db: sqlite3.Connection) -> list[Position]:
    """What parties want, offer and refuse."""
    return of_kind(db, "positions")


def gists(db: sqlite3.Connection, claims: Iterable[str]) -> dict[str, Claim]:
    """The claims of these ids; those that are not there are left out."""
    wanted = list(dict.fromkeys(claims))
    rows = db.execute(
        f"SELECT body FROM findings WHERE kind = 'claims' AND id IN ({', '.join('?' * len(wanted))})", wanted
    )
    return {claim.id: claim for claim in (_decoders()["claims"].decode(row["body"]) for row in rows)}


def claims_of(db: sqlite3.Connection, refs: Iterable[Ref]) -> dict[Ref, str]:
    """The claim that each of these statements stands in."""
    wanted = set(refs)
    docs = sorted({ref.doc for ref in wanted})
    rows = db.execute(f"SELECT * FROM claim_members WHERE doc IN ({', '.join('?' * len(docs))})", docs)
    return {ref: row["claim"] for row in rows if (ref := Ref(row["doc"], row["number"])) in wanted}


def told(db: sqlite3.Connection, claims: Iterable[str]) -> dict[str, int]:
    """How many statements put each of these claims forward."""
    wanted = list(dict.fromkeys(claims))
    rows = db.execute(
        f"SELECT claim, count(*) AS told FROM claim_members WHERE claim IN ({', '.join('?' * len(wanted))})"
        " GROUP BY claim",
        wanted,
    )
    return {row["claim"]: row["told"] for row in rows}


def disputed(db: sqlite3.Connection) -> frozenset[str]:
    """The ids of all claims that another contradicts."""
    rows = db.execute("SELECT DISTINCT name FROM finding_names WHERE kind = 'contradictions'")
    return frozenset(row["name"] for row in rows)


def claim_rows(
    db: sqlite3.Connection,
    *,
    search: str | None = None,
    several: bool = False,
    disputed: bool = False,
    limit: int = 50,
    offset: int = 0,
) -> tuple[list[ClaimRow], int]:
    """Claims, those first that most statements put forward, and how many there are in all.

    `search`: words of any of their statements, ValueError where it has none; `several`: told more than once;
    `disputed`: another claim contradicts them.
    """
    where, values = ["1"], []
    if search is not None:
        found = query(db, "content", search)
        if found is None:
            return [], 0
        where.append(
            "claim IN (SELECT m.claim FROM statement_words JOIN statements s ON s.id = statement_words.rowid"
            " JOIN pages p ON p.id = s.page JOIN claim_members m ON m.doc = p.doc AND m.number = s.number"
            " WHERE statement_words MATCH ?)"
        )
        values.append(found)
    if disputed:
        where.append("claim IN (SELECT name FROM finding_names WHERE kind = 'contradictions')")
    groups = (
        f"SELECT claim, count(*) AS told, min(place) AS first FROM claim_members WHERE {' AND '.join(where)}"
        " GROUP BY claim"
        f" HAVING told > {int(several)}"
    )
    total = db.execute(f"SELECT count(*) FROM ({groups})", values).fetchone()[0]
    rows = db.execute(
        f"SELECT body, told FROM (SELECT * FROM ({groups}) ORDER BY told DESC, first LIMIT ? OFFSET ?)"
        " JOIN findings ON kind = 'claims' AND id = claim ORDER BY told DESC, first",
        [*values, limit, offset],
    )
    return [ClaimRow(_decoders()["claims"].decode(row["body"]), row["told"]) for row in rows], total


def _of(db: sqlite3.Connection, kind: str, *names: str) -> Iterator[Any]:
    """Findings of a kind that are about one of these pages or claims."""
    rows = db.execute(
        "SELECT body FROM findings WHERE kind = ? AND place IN"
        f" (SELECT place FROM finding_names WHERE kind = ? AND name IN ({', '.join('?' * len(names))})) ORDER BY place",
        (kind, kind, *names),
    )
    return (_decoders()[kind].decode(row["body"]) for row in rows)


@cache
def _decoders() -> dict[str, msgspec.json.Decoder[Any]]:
    return {name: msgspec.json.Decoder(kind) for name, kind in KINDS.items()}

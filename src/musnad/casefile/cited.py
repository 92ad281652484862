"""Who cites whom: how many statements each outlet has through whom from which first teller."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from dataclasses import dataclass

__all__ = ["Party", "Way", "copied", "ways"]

_NAMED = ("person", "official_body", "state", "outlet", "agency", "organization", "document")
_SUPERSEDED = """
SELECT earlier.id FROM pages AS earlier JOIN pages AS later ON later.url = earlier.url
WHERE (coalesce(later.captured, later.added), later.id) > (coalesce(earlier.captured, earlier.added), earlier.id)
"""


@dataclass(frozen=True)
class Party:
    """One who publishes or tells. `name` is None for all who are not named, of one kind."""

    name: str | None
    kind: str


@dataclass(frozen=True)
class Way:
    """From whom statements come: the `outlet` that published them (None: not known), whom it names next to itself, and
    the first teller; both are one where the chain is no longer."""

    outlet: str | None
    through: Party
    first: Party


def ways(db: sqlite3.Connection) -> Counter[Way]:
    """The statements of all pages in their newest versions, by their way; those without a chain are left out."""
    found: Counter[Way] = Counter()
    rows = db.execute(f"SELECT outlet, chain FROM ledger WHERE page NOT IN ({_SUPERSEDED}) AND chain <> '[]'")
    for row in rows:
        chain = json.loads(row["chain"])
        found[Way(row["outlet"], _party(chain[0]), _party(chain[-1]))] += 1
    return found


def copied(db: sqlite3.Connection) -> list[tuple[str | None, str | None, int]]:
    """Which outlet took how many pages from which other, most first."""
    rows = db.execute(
        """SELECT coalesce(a.outlet, ha.head_outlet) AS took, coalesce(b.outlet, hb.head_outlet) AS lender,
             count(*) AS pages
           FROM findings AS f
           JOIN pages AS a ON a.doc = json_extract(f.body, '$.doc')
           LEFT JOIN accounts AS ha INDEXED BY account_heads ON ha.page = a.id
           JOIN pages AS b ON b.doc = json_extract(f.body, '$.of')
           LEFT JOIN accounts AS hb INDEXED BY account_heads ON hb.page = b.id
           WHERE f.kind = 'copies' GROUP BY took, lender ORDER BY pages DESC, took, lender"""
    )
    return [(row["took"], row["lender"], row["pages"]) for row in rows]


def _party(link: dict[str, str | None]) -> Party:
    kind = str(link["kind"])
    name = link["entity"] or (" ".join(str(link["text"]).split()) if kind in _NAMED else None)
    return Party(name, kind)

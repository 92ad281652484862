"""Who cites whom: how many statements each outlet has through whom from which first teller."""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import NamedTuple

__all__ = ["Party", "Way", "copied", "ways"]

_NAMED = ("person", "official_body", "state", "outlet", "agency", "organization", "document")
_SUPERSEDED = """
SELECT earlier.id FROM pages AS earlier JOIN pages AS later ON later.url = earlier.url
WHERE (coalesce(later.captured, later.added), later.id) > (coalesce(earlier.captured, earlier.added), earlier.id)
"""

_NAME = """coalesce(json_extract(chain, '$[{0}].entity'),
  iif(json_extract(chain, '$[{0}].kind') IN {1}, json_extract(chain, '$[{0}].text'), NULL))"""
# Counted by the database: meanwhile Python makes pages for others.
_WAYS = f"""
SELECT outlet, {_NAME.format(0, _NAMED)}, json_extract(chain, '$[0].kind'),
  {_NAME.format("#-1", _NAMED)}, json_extract(chain, '$[#-1].kind'), count(*)
FROM ledger WHERE page NOT IN ({_SUPERSEDED}) AND chain <> '[]' GROUP BY 1, 2, 3, 4, 5 ORDER BY count(*) DESC, min(id)
"""


class Party(NamedTuple):
    """One who publishes or tells. `name` is None for all who are not named, of one kind."""

    name: str | None
    kind: str


class Way(NamedTuple):
    """From whom statements come: the `outlet` that published them (None: not known), whom it names next to itself, and
    the first teller; both are one where the chain is no longer."""

    outlet: str | None
    through: Party
    first: Party


def ways(db: sqlite3.Connection) -> Counter[Way]:
    """The statements of all pages in their newest versions, by their way; those without a chain are left out."""
    rows = db.execute(_WAYS)
    return Counter({Way(row[0], Party(*row[1:3]), Party(*row[3:5])): row[5] for row in rows})


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

"""What people have ruled on claims, as links take it: by the statements that stand where it was given."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from musnad.links.findings import Ref, Ruling

__all__ = ["refs", "rulings"]


def rulings(db: sqlite3.Connection) -> list[Ruling]:
    """The standing verdicts by which claims are merged or split, in the order in which they were given."""
    rows = db.execute("SELECT * FROM verdicts WHERE verdict IN ('merge', 'split') AND withdrawn IS NULL ORDER BY id")
    return [
        Ruling(row["verdict"], row["who"], row["at"], tuple(refs(db, row["members"])), tuple(refs(db, row["other"])))
        for row in rows
    ]


def refs(db: sqlite3.Connection, places: str) -> Iterator[Ref]:
    """The statements that stand at these places now."""
    query = "SELECT number FROM ledger WHERE doc = ? AND json_extract(cue, '$.start') = ?"
    for doc, start in json.loads(places):
        if row := db.execute(query, (doc, start)).fetchone():
            yield Ref(doc, row["number"])

"""The shelves of links' memory in a casefile. Those that hold findings are a table of their own, for others to ask."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from musnad.links import KINDS

__all__ = ["Shelves"]


class Shelves:
    """A `musnad.links.memory.Store`; whoever writes holds the transaction. `blank`: `clear` comes before anything is
    written."""

    def __init__(self, db: sqlite3.Connection, *, blank: bool = False) -> None:
        self._db = db
        self._blank = blank

    def get(self, shelf: str, keys: Sequence[str]) -> Iterable[tuple[str, bytes]]:
        """What stands at some keys."""
        return self._select(shelf, f"AND place IN ({', '.join('?' * len(keys))})", *keys)

    def each(self, shelf: str) -> Iterable[tuple[str, bytes]]:
        """All that stands on a shelf, by key."""
        return self._select(shelf, "")

    def write(self, shelf: str, kept: Mapping[str, bytes], dropped: Iterable[str]) -> None:
        """Put and take away. All is taken away first: a statement stands in one claim at a time."""
        table = _table(shelf)
        if not self._blank:
            places = ((shelf, place) for place in (*dropped, *kept))
            self._db.executemany(f"DELETE FROM {table} WHERE kind = ? AND place = ?", places)
        rows = ((shelf, place, kept[place] if table == "memory" else kept[place].decode()) for place in sorted(kept))
        self._db.executemany(f"INSERT INTO {table} (kind, place, body) VALUES (?, ?, ?)", rows)

    def clear(self) -> None:
        """Forget everything."""
        for table in ("memory", "findings", "claim_members", "finding_names"):
            self._db.execute(f"DELETE FROM {table}")

    def _select(self, shelf: str, where: str, *values: str) -> list[tuple[str, bytes]]:
        query = f"SELECT place, CAST(body AS BLOB) FROM {_table(shelf)} WHERE kind = ? {where}"
        return self._db.execute(query, (shelf, *values)).fetchall()


def _table(shelf: str) -> str:
    return "findings" if shelf in KINDS else "memory"

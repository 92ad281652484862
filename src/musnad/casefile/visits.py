"""What a casefile remembers of the web: when a URL was asked for, what feeds named, when rounds began."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from musnad.casefile.store import transaction

__all__ = ["Visit", "begin_round", "feed_pages", "keep_feed", "note", "round_began", "validate", "visit"]


@dataclass(frozen=True)
class Visit:
    """The last one of a URL. Times are UTC, ISO 8601; `etag` and `modified` are of what was kept last."""

    checked: str
    outcome: str
    etag: str | None
    modified: str | None
    not_before: str | None


def visit(db: sqlite3.Connection, url: str) -> Visit | None:
    """The last visit of a URL, if there was one."""
    row = db.execute("SELECT checked, outcome, etag, modified, not_before FROM visits WHERE url = ?", (url,)).fetchone()
    return Visit(**row) if row else None


def note(db: sqlite3.Connection, url: str, checked: str, outcome: str, not_before: str | None = None) -> None:
    """A URL was asked for; what is known of the page that was kept of it stays."""
    db.execute(
        """INSERT INTO visits (url, checked, outcome, not_before) VALUES (:url, :checked, :outcome, :not_before)
           ON CONFLICT (url) DO UPDATE SET checked = :checked, outcome = :outcome, not_before = :not_before""",
        {"url": url, "checked": checked, "outcome": outcome, "not_before": not_before},
    )


def validate(db: sqlite3.Connection, url: str, etag: str | None, modified: str | None) -> None:
    """What a visited URL answered was kept, and these are the server's marks of it."""
    db.execute("UPDATE visits SET etag = ?, modified = ? WHERE url = ?", (etag, modified, url))


def keep_feed(db: sqlite3.Connection, feed: str, pages: Iterable[tuple[str, str | None]]) -> None:
    """The pages (URL, day) that a feed names now."""
    with transaction(db):
        db.execute("DELETE FROM feed_pages WHERE feed = ?", (feed,))
        db.executemany(
            "INSERT INTO feed_pages (feed, place, url, published) VALUES (?, ?, ?, ?)",
            ((feed, place, url, published) for place, (url, published) in enumerate(pages)),
        )


def feed_pages(db: sqlite3.Connection, feed: str) -> list[tuple[str, str | None]]:
    """The pages that a feed named when it was read last; none of what is no feed."""
    rows = db.execute("SELECT url, published FROM feed_pages WHERE feed = ? ORDER BY place", (feed,))
    return [(row["url"], row["published"]) for row in rows]


def begin_round(db: sqlite3.Connection, name: str, started: str) -> None:
    """A round of a watched list begins."""
    db.execute("INSERT OR REPLACE INTO rounds (list, started) VALUES (?, ?)", (name, started))


def round_began(db: sqlite3.Connection, name: str) -> str | None:
    """When the last round of a list began, whether or not it was ended."""
    row = db.execute("SELECT started FROM rounds WHERE list = ?", (name,)).fetchone()
    return row and str(row["started"])

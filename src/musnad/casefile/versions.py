"""Versions of a page: what stood at one URL, one time after another.

Two captures of a URL are two versions where the article's own words differ. Menus, read-also lines, comments
and stamps change with every visit and make no version; so do bytes that say the same.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from musnad.casefile import pages
from musnad.doc import Doc, Furniture, Span

__all__ = ["Version", "article", "changed", "known", "same_words", "versions"]

# Furniture whose words are the page's own all the same: an editor changes these, a template does not.
_OWN = {"title", "caption", "credit", "byline"}
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Version:
    """`seq` counts from 1; `first_seen` is UTC, ISO 8601; `page` and `doc` name the page in the casefile.

    `sha256` is that of its bytes.
    """

    seq: int
    first_seen: str
    page: int
    doc: str
    sha256: str


def versions(db: sqlite3.Connection, url: str) -> list[Version]:
    """The versions of a URL, oldest first; none where the casefile does not have it."""
    rows = db.execute("SELECT seq, first_seen, page, doc, sha256 FROM versions WHERE url = ? ORDER BY seq", (url,))
    return [Version(**row) for row in rows]


def changed(db: sqlite3.Connection) -> list[tuple[str, int]]:
    """The URLs that have more than one version, and how many."""
    rows = db.execute("SELECT url, max(seq) AS count FROM versions GROUP BY url HAVING count > 1 ORDER BY url")
    return [(row["url"], row["count"]) for row in rows]


def article(db: sqlite3.Connection, number: int) -> str:
    """The words of a kept page that make a version of it, line by line."""
    rows = db.execute(
        """SELECT "start", "end", json_extract(body, '$.label') AS label FROM marks
           WHERE page = ? AND kind = 'Furniture'""",
        (number,),
    )
    around = [Span(row["start"], row["end"]) for row in rows if row["label"] not in _OWN]
    return _without(pages.page(db, number).source, around)


def known(db: sqlite3.Connection, doc: Doc) -> bool:
    """Whether its URL has been seen with these words, now or before."""
    return any(same_words(db, version.page, doc) for version in versions(db, doc.page.url or ""))


def same_words(db: sqlite3.Connection, number: int, doc: Doc) -> bool:
    """Whether a page just read has the same article as one that was kept; punctuation and spaces do not count."""
    around = [mark.span for mark in doc.marks(Furniture) if mark.label not in _OWN]
    return _WORD.findall(_without(doc.page.source, around)) == _WORD.findall(article(db, number))


def _without(text: str, spans: Iterable[Span]) -> str:
    kept = []
    place = 0
    for start, end in sorted(spans):
        kept.append(text[place:start])
        place = max(place, end)
    kept.append(text[place:])
    lines = ("".join(kept).removeprefix("\ufeff")).splitlines()
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())

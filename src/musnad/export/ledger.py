"""Ledger rows as JSONL and as CSV: one row a statement."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from musnad.entry import Entry
from musnad.export.readings import line, statement

__all__ = ["COLUMNS", "as_csv", "as_jsonl", "chain_text", "content_text", "safe", "shortened"]

COLUMNS = (
    "published", "outlet", "doc", "id", "chain", "kinds", "entities", "stance", "status", "negated", "mode",
    "cue", "source", "content", "start", "end", "url",
)  # fmt: skip

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for the beginning of a formula
_NOBODY = re.compile("-( ←.*)?")  # entities whose first has no canonical name: no formula


def chain_text(entry: Entry, longest: int | None = None) -> str:
    """The chain from the link nearest to the page to the first teller; `←` points on, as Arabic reads.

    With `longest`, no teller is given more characters than that.
    """
    return " ← ".join(shortened(" ".join(teller.text.split()), longest) for teller in entry.chain)


def content_text(entry: Entry) -> str:
    """What is said, on one line; `…` stands where the page's own words lie between two parts."""
    return " … ".join(" ".join(part.text.split()) for part in entry.content)


def shortened(text: str, longest: int | None) -> str:
    """At most `longest` characters of a text, whole words, and `…` where it went on."""
    return text if longest is None or len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


def as_jsonl(entries: Iterable[Entry]) -> Iterator[str]:
    """A statement as in a reading, with its page's doc, outlet, published and url before it."""
    for entry in entries:
        page = {"doc": entry.doc, "outlet": entry.outlet, "published": entry.published, "url": entry.url}
        yield line(page | statement(entry))


def as_csv(entries: Iterable[Entry]) -> Iterator[str]:
    """A header and a row a statement; `start` and `end` are the cue's."""
    yield _row(COLUMNS)
    for entry in entries:
        yield _row(
            (
                entry.published, entry.outlet, entry.doc, entry.number, chain_text(entry),
                " ← ".join(teller.kind for teller in entry.chain),
                " ← ".join(teller.entity or "-" for teller in entry.chain),
                entry.stance, entry.status, "yes" if entry.negated else "no", entry.mode,
                entry.cue.text, entry.source and " ".join(entry.source.text.split()), content_text(entry),
                entry.cue.start, entry.cue.end, entry.url,
            )
        )  # fmt: skip


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before what would begin one."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _row(cells: Iterable[Any]) -> str:
    page = io.StringIO()
    plain = (safe(cell) if isinstance(cell, str) and not _NOBODY.fullmatch(cell) else cell for cell in cells)
    csv.writer(page, lineterminator="\n").writerow(plain)
    return page.getvalue()

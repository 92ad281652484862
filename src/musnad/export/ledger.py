"""Ledger rows as JSONL and as CSV: one row a statement."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from musnad.entry import Entry
from musnad.export.cells import safe
from musnad.export.readings import line, statement

__all__ = ["COLUMNS", "as_csv", "as_jsonl", "chain_text", "content_text", "shortened"]

COLUMNS = (
    "published", "outlet", "doc", "id", "chain", "kinds", "entities", "stance", "status", "negated", "mode",
    "cue", "source", "content", "start", "end", "url",
)  # fmt: skip


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


def _row(cells: Iterable[Any]) -> str:
    page = io.StringIO()
    csv.writer(page, lineterminator="\n").writerow(safe(cell) if isinstance(cell, str) else cell for cell in cells)
    return page.getvalue()

"""Names that two things bear: `عمان` is the sultanate's or Jordan's, `الجزيرة` a channel or a newspaper."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.doc import Hit
from musnad.rules import lexicon
from musnad.stages.names import knowledge as known
from musnad.stages.names.words import CLOSING, OPENING, Page
from musnad.text import fold

__all__ = ["namesake"]

_TABLE = lexicon("names/namesakes")
_SITES = lexicon("names/sites")
_DOUBLED, _ROUNDED = "\u0651", "\u064f"  # `عمّان`, `عُمان`


def namesake(page: Page, hit: Hit) -> Mapping[str, str] | None:
    """The row of the other thing that a hit's words name here; None where they name what their lexicon says."""
    row = _TABLE.get(page.reading[hit.start : hit.end])
    if row is None or row["type"] != hit.row.get("type", "GPE"):
        return None
    number = page.holding(hit.start)
    before, behind = page.form(number - 1), page.form(page.holding(hit.end - 1) + 1)
    joined = page.gap(number).strip(f" {OPENING}(") == "" and "\n" not in page.gap(number)
    closes = page.gap(page.holding(hit.end - 1) + 1).strip(f" {CLOSING})") == ""
    if (joined and before.lstrip("وبلف") in _words(row["before"])) or (closes and behind in _words(row["behind"])):
        return row
    if row["type"] == "OUTLET":
        return row if _own_outlet(page) == row["entity"] else None
    written = page.written(hit.start, hit.end)
    if _DOUBLED in written or _ROUNDED in written:
        return row if _ROUNDED in written else None
    dateline = "\n" in page.gap(number) or (joined and before in ("العاصمه", "محافظه", "امانه", "مدينه"))
    if (
        (row["without"] and row["without"] in page.isos)
        or _named(page, row["without"])
        or dateline
        or not (row["with"] or row["without"])
    ):
        return None
    return row if not row["with"] or row["with"] in page.isos or _named(page, row["with"]) else None


def _words(cell: str) -> frozenset[str]:
    return frozenset(fold(word) for word in cell.split("|") if word)


def _named(page: Page, code: str) -> bool:
    """Whether the page has an adjective of a state: `الأردني`."""
    state = known.state_of_code(code) if code else None
    return any(hit.row["entity"] == state for hit in page.doc.hits["names/nationalities"])


def _own_outlet(page: Page) -> str | None:
    """The page's own outlet, by its name or by its site's."""
    outlet = page.doc.page.outlet or ""
    labels = [part for part in outlet.lower().split(".") if part]
    return next((row["entity"] for part in labels if (row := _SITES.get(part)) is not None), outlet or None)

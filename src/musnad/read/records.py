"""Records of a dump → pages as they are held. One record that is broken stops no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from musnad.doc import Fact
from musnad.read.columns import Columns
from musnad.read.dates import machine_day
from musnad.read.item import HTML, PART, TEXT, Item, Problem

__all__ = ["Record", "items"]

Record = Mapping[str, Any]
_TRIED = 20  # records in a row from the first on that are no pages: the dump is something else
_PARTS = ("<p>", "<p ", "<br", "<div", "</p>")


def items(records: Iterable[tuple[str, Record | ValueError]], where: str, columns: Columns) -> Iterator[Item | Problem]:
    """The pages of records, each of which comes with its place (`line 12`), or with why it is none."""
    good = bad = 0
    known: dict[tuple[str, ...], dict[str, str]] = {}
    for number, (place, record) in enumerate(records, 1):
        try:
            if isinstance(record, ValueError):
                raise record
            names = tuple(record)
            if names not in known:
                known = {names: columns.find(names)}
            yield _item(record, known[names], number)
            good += 1
        except ValueError as error:
            bad += 1
            yield Problem(f"{where}, {place}", str(error))
            if not good and bad == _TRIED:
                yield Problem(where, f"none of its first {_TRIED} records is a page; the others are passed over")
                return


def _item(record: Record, columns: Mapping[str, str], number: int) -> Item:
    def cell(field: str) -> str:
        value = record.get(columns.get(field, ""))
        if isinstance(value, list):
            value = "، ".join(str(each) for each in value if each)
        return "" if value is None else str(value).strip() if field not in ("text", "html") else _words(value)

    facts = [
        Fact(name, cell(name), f"column {columns[name]}") for name in ("url", "outlet", "title", "author") if cell(name)
    ]
    if when := machine_day(cell("published")):
        facts.append(Fact("published", when, f"column {columns['published']}"))
    name = cell("id") or str(number)
    if html := cell("html"):
        return Item(html.encode("utf-8", "replace"), HTML, tuple(facts), name)
    text = cell("text")
    if not text.strip():
        raise ValueError("has no text; it is passed over")
    kind = PART if any(sign in text.lower() for sign in _PARTS) else TEXT
    return Item(text.encode("utf-8", "replace"), kind, tuple(facts), name)


def _words(value: Any) -> str:
    """A cell's text; bytes (as Parquet holds crawled HTML) in whatever encoding."""
    if isinstance(value, bytes):
        from musnad.read.charset import decode

        return decode(value)
    return str(value)

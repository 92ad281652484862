"""What leaves Musnad has every layer, in a fixed form, and every text is the slice of the page that it names."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from musnad.doc import Doc, Page
from musnad.entry import entries
from musnad.export.ledger import COLUMNS, as_csv, as_jsonl
from musnad.export.readings import line, reading
from musnad.export.table import as_table
from musnad.pipeline import annotate
from tests.handmade import SOURCE, handmade
from tests.test_determinism import PIECES, demo_pages

LAYERS = [
    "doc", "outlet", "published", "facts", "links", "furniture", "obfuscations", "times", "mentions", "statements"
]  # fmt: skip
STATEMENT = ["id", "cue", "source", "chain", "content", "mode", "stance", "status", "negated"]


def slices(item: Any) -> Iterator[dict[str, Any]]:
    """Everything in a reading that names a stretch of the page."""
    if isinstance(item, dict):
        if {"start", "end"} <= item.keys():
            yield item
        for part in item.values():
            yield from slices(part)
    elif isinstance(item, list):
        for part in item:
            yield from slices(part)


def test_a_reading_has_every_layer_even_of_an_unread_page() -> None:
    """Keys and their order are the format; an empty layer is an empty list."""
    assert list(reading(handmade())) == LAYERS
    assert reading(Doc(Page("x", "قال"))) == {
        "doc": "x", "outlet": None, "published": None,
        "facts": [], "links": [], "furniture": [], "obfuscations": [], "times": [], "mentions": [], "statements": [],
    }  # fmt: skip


def test_statements_are_numbered_from_one_in_the_order_of_their_cues() -> None:
    """Each has all its fields, with the page's own words."""
    found = reading(handmade())["statements"]
    assert [(item["id"], item["cue"]["text"]) for item in found] == [(1, "نقلت"), (2, "أضاف"), (3, "نفت")]
    assert all(list(item) == STATEMENT for item in found)
    assert found[1]["source"] is None
    assert found[1]["chain"] == found[0]["chain"]
    assert [part["text"] for part in found[1]["content"]] == ["«الكلفة\r\nلم تتغير»", "العمل انتهى"]


def test_acts_for_stands_only_where_a_capital_acts_for_its_state() -> None:
    """The other mentions do not have the key."""
    ankara, *others = sorted(reading(handmade())["mentions"], key=lambda item: "acts_for" not in item)
    assert ankara == {**ankara, "text": "أنقرة", "entity": "Ankara", "type": "GPE", "acts_for": "Turkey"}
    assert others
    assert all(item.keys() == {"start", "end", "text", "entity", "type"} for item in others)


def test_every_text_of_a_reading_is_its_slice_of_the_page() -> None:
    """On the handmade page and on every page of the demo."""
    docs = [handmade(), *map(annotate, demo_pages())]
    found = [(doc, item) for doc in docs for item in slices(reading(doc))]
    assert found
    assert all(item["text"] == doc.source[item["start"] : item["end"]] for doc, item in found)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_text_is_its_slice_whatever_the_page(source: str) -> None:
    """Also of pages that nobody would write; and the line is the same when the page is read again."""
    doc = annotate(Page("any", source))
    assert all(item["text"] == source[item["start"] : item["end"]] for item in slices(reading(doc)))
    assert line(reading(doc)) == line(reading(annotate(Page("any", source))))


def test_a_line_is_one_line_of_plain_arabic() -> None:
    """Line ends inside a page's words are escaped, letters are not."""
    text = line(reading(handmade()))
    assert text.count("\n") == 1
    assert "\r" not in text
    assert "صحيفة الضفاف" in text
    assert json.loads(text) == reading(handmade())


def test_ledger_lines_are_statements_with_their_page() -> None:
    """A statement is the same in a ledger and in a reading."""
    found = [json.loads(text) for text in as_jsonl(entries(handmade()))]
    page = {"doc": "012", "outlet": "جريدة المثال", "published": "2024-03-05", "url": "https://example.org/12"}
    assert found == [page | item for item in reading(handmade())["statements"]]


def test_csv_has_a_row_a_statement_and_no_line_breaks_inside_cells() -> None:
    """Links of a chain are joined by arrows that point on as Arabic reads."""
    header, first, second, third = csv.reader(io.StringIO("".join(as_csv(entries(handmade())))))
    assert tuple(header) == COLUMNS
    assert first[header.index("chain")] == "صحيفة الضفاف ← مصدر في الوزارة"
    assert first[header.index("entities")] == "Al-Difaf ← -"
    assert second[header.index("content")] == "«الكلفة لم تتغير» … العمل انتهى"
    assert second[header.index("negated")] == "yes"
    assert SOURCE[int(third[header.index("start")]) : int(third[header.index("end")])] == third[header.index("cue")]


def table(terminal: bool, width: int = 100) -> str:
    out = io.StringIO()
    as_table(entries(handmade()), Console(file=out, force_terminal=terminal, width=width, color_system="standard"))
    return out.getvalue()


def test_a_table_outside_a_terminal_is_plain_aligned_lines_that_nothing_cuts() -> None:
    """One line a statement under one of headings: no colour, no frame, no isolates, no blanks at line ends."""
    rows = table(terminal=False, width=20).splitlines()
    assert len(rows) == 4
    assert not any(char in row for row in rows for char in "\x1b\u2067│━─")
    assert all(row == row.rstrip() for row in rows)
    assert rows[0].split() == ["when", "outlet", "chain", "stance", "status", "what", "where"]
    assert "2024-03-05  جريدة المثال  صحيفة الضفاف ← مصدر في الوزارة  confirms  planned" in rows[1]
    assert rows[2].endswith(f"012 {SOURCE.index('أضاف')}")
    assert "not occurred" in rows[2]


def test_in_a_terminal_each_line_of_each_arabic_cell_is_isolated() -> None:
    """A terminal that reorders right-to-left text would else swap neighbouring cells."""
    rows = table(terminal=True, width=70).splitlines()
    assert "\x1b[" in table(terminal=True)
    assert sum("\u2067" in row for row in rows) > 3, "cells are wrapped at this width"
    assert all(row.count("\u2067") == row.count("\u2069") for row in rows)


def test_no_cell_of_a_ledger_is_a_formula() -> None:
    """What a page says cannot make a spreadsheet compute."""
    doc = handmade()
    source = doc.source.replace("ذلك", "=1+")
    changed = replace(doc, page=replace(doc.page, source=source, outlet="@outlet"))
    rows = list(csv.DictReader(io.StringIO("".join(as_csv(entries(changed))))))
    assert [row["outlet"] for row in rows] == ["'@outlet"] * 3
    assert rows[2]["content"] == "'=1+"
    assert rows[0]["entities"] == "Al-Difaf ← -"

"""Readings: all that was found on a page, one JSON object a line.

Offsets are code points into the page's text, end-exclusive; every `text` is the slice that it names.
Every layer is there, also when nothing was found. The same page gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from musnad.doc import Doc, Furniture, Mark, Mention, Repair, TimeExpression
from musnad.entry import Entry, entries, words

__all__ = ["line", "reading", "statement"]


def reading(doc: Doc) -> dict[str, Any]:
    """A page's layers as plain data."""
    return {
        "doc": doc.page.doc,
        "outlet": doc.outlet,
        "published": doc.published,
        "facts": [asdict(fact) for fact in doc.facts],
        "links": [asdict(words(doc, anchor.span)) | {"href": anchor.href} for anchor in doc.page.anchors],
        "furniture": list(_layer(doc, Furniture, "label")),
        "obfuscations": list(_layer(doc, Repair, "clean")),
        "times": list(_layer(doc, TimeExpression, "type", "value")),
        "mentions": [_mention(item) for item in _layer(doc, Mention, "entity", "type", "acts_for")],
        "statements": [statement(entry) for entry in entries(doc)],
    }


def statement(entry: Entry) -> dict[str, Any]:
    """A statement as it stands in a reading."""
    return {
        "id": entry.number,
        "cue": asdict(entry.cue),
        "source": entry.source and asdict(entry.source),
        "chain": [asdict(teller) for teller in entry.chain],
        "content": [asdict(part) for part in entry.content],
        "mode": entry.mode,
        "stance": entry.stance,
        "status": entry.status,
        "negated": entry.negated,
    }


def line(item: dict[str, Any]) -> str:
    """One line of JSONL."""
    return json.dumps(item, ensure_ascii=False) + "\n"


def _layer(doc: Doc, kind: type[Mark], *fields: str) -> Iterator[dict[str, Any]]:
    for mark in doc.marks(kind):
        yield asdict(words(doc, mark.span)) | {field: getattr(mark, field) for field in fields}


def _mention(item: dict[str, Any]) -> dict[str, Any]:
    """`acts_for` stands only where a capital acts for its state."""
    return item if item["acts_for"] else {key: value for key, value in item.items() if key != "acts_for"}

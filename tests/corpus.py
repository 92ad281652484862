"""The one runner for every room's examples.

`corpus.toml` of a room holds `[[case]]` tables: `text` (a page), optionally `published` and `outlet`,
`yes` (lines that the room must show), `only = true` (it must show nothing else), `no` (lines that it
must not show; with `none = true` it must show nothing at all), `source`. `rules.toml` holds `yes` pairs [text, line]
and `no` texts for each rule. A lexicon's row may have `yes` and `no` columns. What a room shows for a
mark is its own `show(doc, mark)`, one line.
"""

from __future__ import annotations

import tomllib
from importlib import import_module
from importlib.resources import files
from typing import Any

from musnad.doc import Doc, Page
from musnad.pipeline import STAGES, annotate

ROOMS = {stage.NAME: stage for stage in STAGES}


def folder(room: str) -> Any:
    return files("musnad.stages") / room


def cases(room: str) -> list[dict[str, Any]]:
    path = folder(room) / "corpus.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")).get("case", []) if path.is_file() else []


def read(text: str, published: str | None = None, outlet: str | None = None) -> Doc:
    return annotate(Page("example", text, outlet=outlet, published=published))


def shown(room: str, doc: Doc, rule: str | None = None) -> list[str]:
    """What a room shows of its marks on a doc, of one rule or of all."""
    show = import_module(f"musnad.stages.{room}").show
    marks = [mark for kind in ROOMS[room].WRITES for mark in doc.marks(kind)]
    if rule is not None:
        marks = [mark for mark in marks if rule in (mark.rule, getattr(mark, "chain_rule", None))]
    return [show(doc, mark) for mark in sorted(marks, key=lambda mark: mark.span)]

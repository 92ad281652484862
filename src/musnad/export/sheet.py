"""Findings as sheets: a table to read, CSV for spreadsheets, or JSONL with every offset."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, TextIO

from rich.console import Console

from musnad.export.cells import safe
from musnad.export.table import as_rows
from musnad.wording import Phrase, Tongue

__all__ = ["Sheet", "plain", "write"]


@dataclass(frozen=True)
class Sheet:
    """`rows` of cells under their `columns`, and for JSONL the findings themselves, one a row."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    items: Sequence[Any]


def write(sheet: Sheet, form: str, file: TextIO, language: str = "en") -> None:
    """Write a sheet as `table`, `csv` or `jsonl`; `language`: of the phrases in JSONL."""
    if form == "jsonl":
        file.writelines(json.dumps(plain(item, language), ensure_ascii=False) + "\n" for item in sheet.items)
    elif form == "csv":
        table = csv.writer(file, lineterminator="\n")
        table.writerow(sheet.columns)
        table.writerows([safe(cell) for cell in row] for row in sheet.rows)
    else:
        as_rows(sheet.columns, sheet.rows, Console(file=file))


def plain(value: Any, language: str = "en") -> Any:
    """A finding as JSON has it: records are objects with their fields' names, phrases are told in `language`."""
    if isinstance(value, Phrase):
        return Tongue(language).say(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name), language) for field in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: plain(item, language) for name, item in value._asdict().items()}
    if isinstance(value, Mapping):
        return {name: plain(item, language) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item, language) for item in value]
    return value

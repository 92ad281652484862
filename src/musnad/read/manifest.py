"""A manifest: a CSV file with what a collector knew of pages that their text may not tell.

Columns `file`, `outlet`, `published`, `url` in any order; other columns are left alone, empty cells mean
not known. A byte order mark and `;` or tabs between cells (as spreadsheets write them) are understood.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from musnad.read.dates import day

__all__ = ["Known", "Manifest", "load"]


@dataclass(frozen=True)
class Known:
    """What is known of a page from outside its text."""

    outlet: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Manifest:
    """Rows by the `file` they name: a file's name, or as much of its path as tells it from others."""

    rows: Mapping[str, Known]

    def get(self, path: Path) -> Known | None:
        """What is known of a file; the longest part of its path that a row names decides. None: no row names it."""
        ends = ("/".join(path.parts[first:]) for first in range(len(path.parts)))
        return next((self.rows[end] for end in ends if end in self.rows), None)


def load(path: Path) -> Manifest:
    """Read a manifest. ValueError names the file, the line and what is wrong; OSError where it cannot be opened."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ValueError(f"{path}:{line}: not UTF-8; save the manifest as CSV UTF-8") from None
    first = text.split("\n", 1)[0]
    table = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
    rows: dict[str, Known] = {}
    columns: dict[str, int] = {}
    try:
        for cells in table:
            if not columns:
                columns = _columns(cells)
            elif any(map(str.strip, cells)):
                _take(rows, columns, cells)
    except (ValueError, csv.Error) as error:
        raise ValueError(f"{path}:{table.line_num}: {error}") from None
    if not columns:
        raise ValueError(f"{path}:1: is empty; its first line must name the columns file,outlet,published,url")
    return Manifest(rows)


def _columns(cells: list[str]) -> dict[str, int]:
    columns = {cell.strip().lower(): place for place, cell in enumerate(cells)}
    if "file" not in columns:
        raise ValueError("no column is called file; the first line must name the columns file,outlet,published,url")
    return columns


def _take(rows: dict[str, Known], columns: Mapping[str, int], cells: list[str]) -> None:
    def cell(name: str) -> str | None:
        place = columns.get(name, len(cells))
        return cells[place].strip() or None if place < len(cells) else None

    file, published = cell("file"), cell("published")
    if file is None:
        raise ValueError("the cell under file is empty")
    file = file.replace("\\", "/").removeprefix("./")
    if file in rows:
        raise ValueError(f"{file} stands in the manifest twice")
    rows[file] = Known(cell("outlet"), published and day(published), cell("url"))

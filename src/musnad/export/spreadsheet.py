"""A table as CSV that spreadsheets open as it is meant: UTF-8 with its mark, no formula, no line break in a cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from musnad.casefile.contents import Contents
from musnad.export.cells import safe
from musnad.export.tables import Cell, table

__all__ = ["as_spreadsheet"]


def as_spreadsheet(case: Contents, name: str, language: str = "en") -> Iterator[str]:
    """A header, and a line a row; parts of a list are joined by `; `, an unknown value is an empty cell."""
    found = table(case, name, language)
    yield "\ufeff" + _line([column.name for column in found.columns])
    for row in found.rows:
        yield _line([_cell(cell) for cell in row])


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int):
        return str(cell)
    return safe(" ".join(("; ".join(cell) if isinstance(cell, tuple) else cell).split()))


def _line(cells: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()

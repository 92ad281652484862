"""Results of the Python interface: a sequence of records that is also a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from importlib import import_module
from typing import Any, Generic, TypeVar, overload

from musnad.export.tables import Cell, Table

__all__ = ["Rows"]

T = TypeVar("T")
_SHOWN = 20  # rows in a notebook
_LONGEST = 160  # characters of a cell in a notebook


@dataclass(frozen=True)
class Rows(Generic[T]):
    """Records in their order: dataclasses with every offset. `table` has the same, flat, a row each."""

    items: tuple[T, ...]
    table: Table

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Rows[T]: ...
    def __getitem__(self, place: int | slice) -> T | Rows[T]:
        if isinstance(place, slice):
            return Rows(self.items[place], Table(self.table.columns, self.table.rows[place]))
        return self.items[place]

    def to_dicts(self) -> list[dict[str, Cell]]:
        """The table as plain dictionaries."""
        names = [column.name for column in self.table.columns]
        return [dict(zip(names, row, strict=True)) for row in self.table.rows]

    def to_arrow(self) -> Any:
        """The table as a pyarrow.Table; lists stay lists. ImportError says how to install pyarrow."""
        _need("pyarrow", "data")
        return import_module("musnad.export.parquet").as_arrow(self.table)

    def to_pandas(self) -> Any:
        """The table as a pandas.DataFrame; an unknown value is None or NA. ImportError says how to install pandas."""
        pandas = _need("pandas", "frames")
        types = {"str": object, "int": "Int64", "bool": "boolean", "list": object}
        cells = list(zip(*self.table.rows, strict=True)) or [() for _ in self.table.columns]
        return pandas.DataFrame(
            {
                column.name: pandas.Series(list(values), dtype=types[column.type])
                for column, values in zip(self.table.columns, cells, strict=True)
            }
        )

    def to_polars(self) -> Any:
        """The table as a polars.DataFrame. ImportError says how to install polars."""
        polars = _need("polars", "frames")
        types = {"str": polars.String, "int": polars.Int64, "bool": polars.Boolean, "list": polars.List(polars.String)}
        rows = [tuple(list(cell) if isinstance(cell, tuple) else cell for cell in row) for row in self.table.rows]
        return polars.DataFrame(rows, {c.name: types[c.type] for c in self.table.columns}, orient="row")

    def _repr_html_(self) -> str:
        """The first rows, for notebooks; columns in which nothing is known are left out."""
        rows = self.table.rows[:_SHOWN]
        kept = [n for n in range(len(self.table.columns)) if any(row[n] not in (None, "", ()) for row in rows)]
        head = "".join(f"<th>{escape(self.table.columns[n].name)}</th>" for n in kept)
        body = "".join(f"<tr>{''.join(f'<td dir=auto>{_html(row[n])}</td>' for n in kept)}</tr>" for row in rows)
        more = f"<p>{len(rows)} of {len(self)} rows</p>" if len(rows) < len(self) else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _html(cell: Cell) -> str:
    if cell is None:
        return ""
    text = "; ".join(cell) if isinstance(cell, tuple) else str(cell)
    return escape(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")


def _need(module: str, extra: str) -> Any:
    try:
        return import_module(module)
    except ImportError as error:
        from musnad.read.extras import remedy

        raise ImportError(f"needs the library {error.name or module}; {remedy(extra)}", name=module) from None

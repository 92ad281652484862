"""Parquet dumps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from musnad.read.columns import Columns
from musnad.read.extras import need
from musnad.read.item import Item, Problem
from musnad.read.records import Record, items

__all__ = ["read"]

_BATCH = 32  # rows in memory at a time


def read(stream: BinaryIO, where: str, columns: Columns) -> Iterator[Item | Problem]:
    """The pages of a Parquet file, a batch of rows at a time. ValueError where it has no column of pages."""
    parquet, arrow = need("pyarrow.parquet", "data"), need("pyarrow", "data")
    try:
        file = parquet.ParquetFile(stream, pre_buffer=False)
    except (arrow.ArrowException, OSError) as error:
        raise ValueError(f"is no Parquet file that can be read ({error})") from None
    wanted = sorted(set(columns.find(file.schema_arrow.names).values()))

    def records() -> Iterator[tuple[str, Record | ValueError]]:
        number = 0
        try:
            for batch in file.iter_batches(_BATCH, columns=wanted):
                for row in batch.to_pylist():
                    number += 1
                    yield f"row {number}", row
        except (arrow.ArrowException, OSError) as error:
            yield f"row {number + 1}", ValueError(f"cannot be read ({error}); the rest is passed over")

    yield from items(records(), where, columns)

"""A table as Parquet. Needs pyarrow."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from musnad.casefile.contents import Contents
from musnad.export.tables import Table, table

__all__ = ["as_arrow", "as_parquet"]

_TYPES = {"str": pa.string(), "int": pa.int64(), "bool": pa.bool_(), "list": pa.list_(pa.string())}


def as_arrow(found: Table) -> Any:
    """The table as a pyarrow.Table."""
    schema = pa.schema([(column.name, _TYPES[column.type]) for column in found.columns])
    arrays = [pa.array([row[place] for row in found.rows], field.type) for place, field in enumerate(schema)]
    return pa.Table.from_arrays(arrays, schema=schema)


def as_parquet(case: Contents, name: str, language: str = "en") -> bytes:
    """The file's bytes."""
    sink = pa.BufferOutputStream()
    pq.write_table(as_arrow(table(case, name, language)), sink, compression="zstd")
    return bytes(sink.getvalue().to_pybytes())

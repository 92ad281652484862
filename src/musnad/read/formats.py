"""What a file is → the reader of its kind."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import PurePath

from musnad.read import feed, jsonl, parquet, table, warc
from musnad.read.columns import Columns
from musnad.read.item import HTML, MHTML, TEXT, Item, Problem
from musnad.read.streams import format_of, seekable

__all__ = ["read_items"]

_HEAD = 4096
_LARGEST = 50_000_000  # bytes of a single page
_PAGES = {"html": HTML, "mhtml": MHTML, "text": TEXT}


def read_items(stream: io.BufferedReader, path: PurePath, where: str, columns: Columns) -> Iterator[Item | Problem]:
    """The pages that a stream holds, as they are held. ValueError and OSError where it cannot be read at all."""
    form = format_of(stream.peek(_HEAD)[:_HEAD], path)
    if form in _PAGES:
        data = stream.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise ValueError("is larger than 50 MB; a page is not; give a dump as .jsonl, .csv, .parquet or .warc")
        yield Item(data, _PAGES[form])
    elif form == "jsonl":
        yield from jsonl.read(stream, where, columns)
    elif form == "csv":
        yield from table.read(stream, where, columns)
    elif form == "feed":
        yield from feed.read(stream, where)
    elif form == "warc":
        yield from warc.read(stream, where)
    else:
        with seekable(stream) as file:
            if form == "parquet":
                yield from parquet.read(file, where, columns)
            else:
                yield from warc.read_wacz(file, where)

"""CSV dumps: `,`, `;` or tabs between cells, in UTF-8 or as a spreadsheet of an Arabic Windows writes them."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Generator, Iterator
from contextlib import closing

from musnad.read.charset import plausibility
from musnad.read.columns import Columns
from musnad.read.item import Item, Problem
from musnad.read.records import Record, items

__all__ = ["is_dump", "read"]

_SAMPLE = 1 << 16  # bytes from which the encoding is told


def read(stream: io.BufferedReader, where: str, columns: Columns) -> Iterator[Item | Problem]:
    """The pages of a CSV dump, a row at a time. ValueError where its first line names no column of pages."""
    with closing(_rows(stream)) as rows:
        header = next(rows, None)
        if not isinstance(header, list):
            raise header or ValueError("is empty; nothing to read")
        columns.find(header)
        yield from items(_records(header, rows), where, columns)


def is_dump(stream: io.BufferedReader, columns: Columns) -> bool:
    """Whether a CSV file holds pages: its first line names their column, and none of files."""
    try:
        with closing(_rows(stream)) as rows:
            header = next(rows, None)
        return isinstance(header, list) and "file" not in header and bool(columns.find(header))
    except ValueError:
        return False


def _rows(stream: io.BufferedReader) -> Generator[list[str] | ValueError]:
    head = stream.peek(_SAMPLE)[:_SAMPLE]
    names = ["utf-8-sig", "windows-1256"]
    name = names[0] if _utf8(head) else max(names, key=lambda each: plausibility(head.decode(each, "replace")))
    text = io.TextIOWrapper(stream, encoding=name, errors="replace", newline="")
    first = head.decode(name, "replace").split("\n", 1)[0]
    csv.field_size_limit(sys.maxsize)
    table = csv.reader(text, delimiter=max(",;\t", key=first.count))
    try:
        while (row := _row(table)) is not None:
            if isinstance(row, ValueError) or any(map(str.strip, row)):
                yield row
    finally:
        text.detach()  # the stream is not ours to close


def _row(table: Iterator[list[str]]) -> list[str] | ValueError | None:
    """The next row, what is wrong with it, or None at the end."""
    try:
        return next(table, None)
    except csv.Error as error:
        return ValueError(f"is no CSV ({error})")


def _records(header: list[str], rows: Iterator[list[str] | ValueError]) -> Iterator[tuple[str, Record | ValueError]]:
    for number, row in enumerate(rows, 2):
        yield f"row {number}", row if isinstance(row, ValueError) else dict(zip(header, row, strict=False))


def _utf8(data: bytes) -> bool:
    """Whether bytes, perhaps cut within a character, are UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return len(data) - error.start < 4
    return True

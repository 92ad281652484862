"""musnad read: pages → readings."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer
from rich.console import Console

from musnad.commands.options import ColumnMap, ManifestFile, NamesFile, Paths, PublishedOn, Workers
from musnad.commands.output import whole
from musnad.commands.session import Reader, interruptible, own_names, processes, watched

__all__ = ["ReadingFormat", "read"]


class ReadingFormat(StrEnum):
    """How readings are written: statements to look at, or everything that was found."""

    table = "table"
    jsonl = "jsonl"


def read(
    paths: Paths,
    manifest: ManifestFile = None,
    published: PublishedOn = None,
    columns: ColumnMap = None,
    names: NamesFile = None,
    form: Annotated[
        ReadingFormat, typer.Option("--format", help="table: the statements; jsonl: all layers, a page a line.")
    ] = ReadingFormat.table,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead of standard output."),
    ] = None,
    workers: Workers = None,
) -> None:
    """Read pages and print who said what, through whom."""
    from musnad.commands.attempt import attempt_all
    from musnad.entry import entries
    from musnad.export.readings import line, reading
    from musnad.export.table import as_table

    reader = Reader(paths, manifest, published, columns)
    count = reader.count
    pages = (capture.page for capture in reader.captures())
    tried = attempt_all(pages, processes(workers, count), own_names(names))
    if output or form is ReadingFormat.table or not sys.stdout.isatty():  # else the lines themselves show the progress
        tried = watched(tried, count)
    docs = reader.sound(tried)
    with interruptible("nothing more is written"), _sink(output) as out:
        if form is ReadingFormat.jsonl:
            for doc in docs:
                out.write(line(reading(doc)))
        else:
            found = [entry for doc in docs for entry in entries(doc)]
            as_table(found, Console(file=out))
    reader.end()


@contextmanager
def _sink(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that is there whole or not at all."""
    if output is None:
        yield sys.stdout
        return
    with whole(output) as draft, draft.open("w", encoding="utf-8", newline="") as out:
        yield out

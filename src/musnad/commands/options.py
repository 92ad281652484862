"""Arguments and options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "CaseFile", "ColumnMap", "InLanguage", "Language", "ManifestFile", "NamesFile", "NoLink", "Paths", "PublishedOn",
    "TableFormat", "Workers", "date",
]  # fmt: skip


def date(text: str | None) -> str | None:
    """An option's date; what is no date ends the command with usage's exit status, 2."""
    from musnad.read.dates import day

    try:
        return text and day(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def columns(text: str | None) -> str | None:
    """An option's map of columns; what is none ends the command with usage's exit status, 2."""
    from musnad.read.columns import parse

    try:
        parse(text or "")
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    return text


class TableFormat(StrEnum):
    """How a ledger is written."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"


class Language(StrEnum):
    """What is written for readers is written in one of these."""

    ar = "ar"
    en = "en"


InLanguage = Annotated[Language, typer.Option("--language", help="Of reasons and explanations: ar or en.")]
Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH", help="Pages, feeds, web archives, dumps, folders of these, or - for standard input."
    ),
]
CaseFile = Annotated[Path, typer.Argument(metavar="CASEFILE", help="The casefile: one SQLite file.")]
ManifestFile = Annotated[
    Path | None,
    typer.Option(
        "--manifest", metavar="CSV", help="CSV file with what is known of pages: file, outlet, published, url."
    ),
]
NamesFile = Annotated[
    Path | None,
    typer.Option(
        "--names", metavar="FILE", help="Your own lexicon of names (TSV), before the one that lies beside a casefile."
    ),
]
PublishedOn = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="Publication date (2023, 2023-02 or 2023-02-11) of pages whose date nothing else gives.",
        callback=date,
    ),
]
ColumnMap = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="FIELD=COLUMN,…",
        help="Columns of dumps that have unusual names: text, html, url, outlet, published, title, author, id.",
        callback=columns,
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        metavar="N",
        min=1,
        help="Processes to read with (default: 1; all cores for more than 50 pages and dumps).",
    ),
]
NoLink = Annotated[bool, typer.Option("--no-link", help="Leave what holds across pages as it was; link later.")]

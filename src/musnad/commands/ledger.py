"""musnad ledger: what a casefile's pages say, who says it, through whom."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from musnad.casefile import ledger as asking
from musnad.casefile.store import CasefileError, use
from musnad.commands.options import CaseFile, TableFormat, date
from musnad.commands.session import fail, say
from musnad.entry import STANCES, STATUSES, Entry
from musnad.export.ledger import as_csv, as_jsonl
from musnad.export.table import as_table

__all__ = ["ledger", "show"]


def _among(known: tuple[str, ...], given: list[str] | None) -> tuple[str, ...]:
    for value in given or ():
        if value not in known:
            raise typer.BadParameter(f"{value!r} is none of {', '.join(known)}")
    return tuple(given or ())


def ledger(
    casefile: CaseFile,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="WORDS", help="Words of one who stands in the chain, or his canonical name."),
    ] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar="WORDS", help="Part of the name of the page's outlet.")
    ] = None,
    stance: Annotated[
        list[str] | None,
        typer.Option("--stance", metavar="STANCE", help=f"One of {', '.join(STANCES)}; may be repeated."),
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option("--status", metavar="STATUS", help=f"One of {', '.join(STATUSES)}; may be repeated."),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Published on this date or later.", callback=date)
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Published on this date or earlier.", callback=date)
    ] = None,
    search: Annotated[
        str | None, typer.Option("--search", metavar="WORDS", help="Words of what is said, in any spelling and order.")
    ] = None,
    all_versions: Annotated[
        bool, typer.Option("--all-versions", help="Also what a page said before its words were changed.")
    ] = False,
    form: Annotated[
        TableFormat, typer.Option("--format", help="table to read, csv for spreadsheets, jsonl with every offset.")
    ] = TableFormat.table,
) -> None:
    """Show the statements of a casefile: when, by which outlet, through whom, how, and what."""
    stances, statuses = _among(STANCES, stance), _among(STATUSES, status)
    wanted = asking.Filter(source, outlet, stances, statuses, since, until, search, all_versions)
    show(casefile, wanted, form)


def show(casefile: Path, wanted: asking.Filter, form: TableFormat = TableFormat.table) -> list[Entry]:
    """Print what `wanted` lets through, and return it."""
    try:
        with use(casefile) as db:
            found = list(asking.ledger(db, wanted))
    except (CasefileError, ValueError) as problem:
        fail(str(problem))
    if form is TableFormat.table:
        as_table(found, Console(file=sys.stdout))
    else:
        sys.stdout.writelines((as_csv if form is TableFormat.csv else as_jsonl)(found))
    if not found:
        say(f"{casefile}: no statement" + (" that fits" if wanted != asking.Filter() else ""))
    return found

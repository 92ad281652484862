"""musnad predictions, track-record, events, talks and timeline: what was foretold, what happened, where talks stand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from musnad.casefile.store import CasefileError, use
from musnad.commands.claims import print_sheet
from musnad.commands.link import linked_story
from musnad.commands.options import CaseFile, InLanguage, Language, TableFormat
from musnad.commands.session import fail
from musnad.export import process as sheets
from musnad.links.account import Account
from musnad.wording import Tongue

__all__ = ["events", "predictions", "talks", "timeline", "track_record"]

Format = Annotated[
    TableFormat, typer.Option("--format", help="table to read, csv for spreadsheets, jsonl with every offset.")
]


def predictions(
    casefile: CaseFile,
    form: Format = TableFormat.table,
    language: InLanguage = Language.en,
) -> None:
    """Show what was foretold, when it was due, and what later pages tell of it."""
    found = sheets.predictions(linked_story(casefile), Tongue(language.value))
    print_sheet(found, form, f"{casefile}: nothing was foretold", language)


def track_record(casefile: CaseFile, form: Format = TableFormat.table) -> None:
    """Show what outlets, kinds of sources and named sources foretold and what came of it."""
    from musnad.links.process.record import records

    found = records(linked_story(casefile), _accounts(casefile))
    print_sheet(sheets.record(found), form, f"{casefile}: nothing was foretold")


def events(casefile: CaseFile, form: Format = TableFormat.table) -> None:
    """Show the events that the pages tell of: who, at which level, where, when and whether."""
    print_sheet(sheets.events(linked_story(casefile).events), form, f"{casefile}: no event")


def talks(casefile: CaseFile, form: Format = TableFormat.table) -> None:
    """Show where talks stand: parties, mediators, meetings by level, demands, offers, refusals and conditions."""
    from musnad.links.process.talks import talks as stand

    print_sheet(sheets.talks(stand(linked_story(casefile), _accounts(casefile))), form, f"{casefile}: no talks")


def timeline(casefile: CaseFile, form: Format = TableFormat.table) -> None:
    """Show in the order of days what happened, is to happen or is disputed."""
    print_sheet(sheets.timeline(linked_story(casefile).events), form, f"{casefile}: no event has a day")


def _accounts(casefile: Path) -> list[Account]:
    from musnad.casefile.story import accounts

    try:
        with use(casefile) as db:
            return list(accounts(db))
    except CasefileError as problem:
        fail(str(problem))

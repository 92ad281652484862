"""musnad copies, claims, claim and contradictions: one source or ten, and where they disagree."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.console import Console

from musnad.casefile.store import CasefileError, use
from musnad.commands.link import linked_story
from musnad.commands.options import CaseFile, InLanguage, Language, TableFormat
from musnad.commands.session import fail, say
from musnad.export import findings
from musnad.export.sheet import Sheet, write
from musnad.wording import Tongue

__all__ = ["claim", "claims", "contradictions", "copies", "print_sheet"]

Format = Annotated[
    TableFormat, typer.Option("--format", help="table to read, csv for spreadsheets, jsonl with every offset.")
]


def copies(casefile: CaseFile, form: Format = TableFormat.table, language: InLanguage = Language.en) -> None:
    """Show which page took its text from which, and whether it says so."""
    found = findings.copies(linked_story(casefile).copies, Tongue(language.value))
    print_sheet(found, form, f"{casefile}: no page is a copy of another", language)


def claims(
    casefile: CaseFile,
    form: Format = TableFormat.table,
    several: Annotated[bool, typer.Option("--several", help="Only what more than one statement puts forward.")] = False,
    disputed: Annotated[bool, typer.Option("--disputed", help="Only what another claim contradicts.")] = False,
    language: InLanguage = Language.en,
) -> None:
    """Show what is claimed, by how many, and how many independent origins that has."""
    story = linked_story(casefile)
    against = {name for pair in story.contradictions for name in (pair.a, pair.b)}
    found = [
        claim
        for claim in story.claims
        if (not several or len(claim.members) > 1) and (not disputed or claim.id in against)
    ]
    print_sheet(findings.claims(found, Tongue(language.value)), form, f"{casefile}: no claim", language)


def contradictions(casefile: CaseFile, form: Format = TableFormat.table, language: InLanguage = Language.en) -> None:
    """Show the pairs of claims that cannot both hold, with the words on both sides."""
    found = findings.contradictions(linked_story(casefile), Tongue(language.value))
    print_sheet(found, form, f"{casefile}: no two claims contradict each other", language)


def claim(
    casefile: CaseFile,
    name: Annotated[str, typer.Argument(metavar="ID", help="The claim's id, as musnad claims shows it.")],
    language: InLanguage = Language.en,
) -> None:
    """Show one claim: who told it, through whom, its independent origins and why, and what stands against it."""
    from musnad.casefile.ledger import statements
    from musnad.casefile.verdicts import of_claim
    from musnad.export.tree import as_tree

    story = linked_story(casefile)
    found = next((claim for claim in story.claims if claim.id == name), None)
    if found is None:
        fail(f"{casefile}: there is no claim {name}; musnad claims {casefile} lists them")
    try:
        with use(casefile) as db:
            entries = statements(db, found.members)
            judged = [
                f"{given.at} {given.who}: {given.verdict} {given.other or ''} {given.note or ''}".strip()
                + (f" (withdrawn {given.withdrawn})" if given.withdrawn else "")
                for given in of_claim(db, name)
            ]
    except CasefileError as problem:
        fail(str(problem))
    tree = findings.claim_tree(found, story, entries, judged, Tongue(language.value))
    as_tree(tree, Console(file=sys.stdout))


def print_sheet(sheet: Sheet, form: TableFormat, nothing: str, language: Language = Language.en) -> None:
    """Write a sheet to standard output; say `nothing` on standard error where it has no row."""
    if sheet.rows or form is not TableFormat.table:
        write(sheet, form.value, sys.stdout, language.value)
    if not sheet.rows:
        say(nothing)

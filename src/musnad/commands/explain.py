"""musnad explain: why a place on a page reads as it does."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from musnad.casefile import pages
from musnad.casefile.store import CasefileError, use
from musnad.commands.options import InLanguage, Language, ManifestFile, NamesFile, PublishedOn
from musnad.commands.session import Reader, fail, own_names
from musnad.doc import Page
from musnad.export.tree import as_tree
from musnad.wording import Tongue

__all__ = ["explain"]

_PLACE = re.compile(r"(\d+)(?::(\d+))?", re.ASCII)


def explain(
    page: Annotated[
        Path, typer.Argument(metavar="PAGE", help="A page, - for standard input, or with --in a page's name.")
    ],
    place: Annotated[
        str | None,
        typer.Argument(
            metavar="START[:END]",
            help="Where on it: characters from START up to END, which is left out; START alone is one character.",
        ),
    ] = None,
    facts: Annotated[
        bool, typer.Option("--facts", help="Show what is known of the page, and where each fact was found.")
    ] = False,
    casefile: Annotated[
        Path | None, typer.Option("--in", metavar="CASEFILE", help="Take the page of this name from a casefile.")
    ] = None,
    manifest: ManifestFile = None,
    published: PublishedOn = None,
    names: NamesFile = None,
    language: InLanguage = Language.en,
) -> None:
    """Show what was found at a place of a page, by which rule, and what it rests on."""
    from musnad.explain import explain as explaining
    from musnad.explain import facts_of
    from musnad.pipeline import annotate

    found = _place(place, facts)
    given = _kept(casefile, str(page)) if casefile else _given(page, manifest, published)
    doc = annotate(given, own_names(names, casefile))
    tongue = Tongue(language.value)
    try:
        if facts:
            as_tree(facts_of(doc, tongue), Console(file=sys.stdout))
        if found:
            as_tree(explaining(doc, *found, tongue), Console(file=sys.stdout))
    except IndexError as error:
        fail(f"{page}: {error}")


def _place(text: str | None, facts: bool) -> tuple[int, int] | None:
    """START and END; none is needed where facts are asked for."""
    if text is None and facts:
        return None
    found = _PLACE.fullmatch(text or "")
    if not found:
        raise typer.BadParameter(f"{text or ''!r} is no place; write START:END or START, e.g. 120:150")
    return int(found[1]), int(found[2]) if found[2] else int(found[1]) + 1


def _given(page: Path, manifest: Path | None, published: str | None) -> Page:
    if page.is_dir():
        fail(f"{page}: is a folder; give one page")
    for capture in Reader([page], manifest, published).captures():
        return capture.page
    raise typer.Exit(1)


def _kept(casefile: Path, doc: str) -> Page:
    try:
        with use(casefile) as db:
            number = pages.named(db, doc)
            if number is None:
                fail(f"{casefile}: has no page called {doc}")
            return pages.page(db, number)
    except CasefileError as problem:
        fail(str(problem))

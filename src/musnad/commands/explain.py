"""musnad explain: why a place on a page reads as it does."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from musnad.commands.options import ManifestFile, PublishedOn
from musnad.commands.session import Reader, fail
from musnad.explain import explain as explaining
from musnad.export.tree import as_tree
from musnad.pipeline import annotate

__all__ = ["explain"]

_PLACE = re.compile(r"(\d+)(?::(\d+))?", re.ASCII)


def explain(
    page: Annotated[Path, typer.Argument(metavar="PAGE", help="A text page, or - for standard input.")],
    place: Annotated[
        str,
        typer.Argument(
            metavar="START[:END]",
            help="Where on it: characters from START up to END, which is left out; START alone is one character.",
        ),
    ],
    manifest: ManifestFile = None,
    published: PublishedOn = None,
) -> None:
    """Show what was found at a place of a page, by which rule, and what it rests on."""
    found = _PLACE.fullmatch(place)
    if not found:
        raise typer.BadParameter(f"{place!r} is no place; write START:END or START, e.g. 120:150")
    if page.is_dir():
        fail(f"{page}: is a folder; give one page")
    start = int(found[1])
    end = int(found[2]) if found[2] else start + 1
    reader = Reader([page], manifest, published)
    for capture in reader.captures():
        try:
            as_tree(explaining(annotate(capture.page), start, end), Console(file=sys.stdout))
        except IndexError as error:
            fail(f"{page}: {error}")
    reader.end()

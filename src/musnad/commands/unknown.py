"""musnad names unknown: the words that stand as names do and are none of the names known."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from musnad.commands.options import ColumnMap, ManifestFile, NamesFile, Paths, PublishedOn, Workers
from musnad.commands.session import Reader, fail, interruptible, own_names, processes, say, watched
from musnad.doc import Doc, Page
from musnad.export.table import as_rows

if TYPE_CHECKING:
    from musnad.namebook.unknown import Place
    from musnad.own import Own
    from musnad.read.paths import Problem

__all__ = ["unknown"]

_TOP = 100
_SQLITE = b"SQLite format 3\0"


def unknown(
    paths: Paths,
    top: Annotated[int, typer.Option("--top", metavar="N", min=1, help="How many words.")] = _TOP,
    manifest: ManifestFile = None,
    published: PublishedOn = None,
    columns: ColumnMap = None,
    names: NamesFile = None,
    workers: Workers = None,
) -> None:
    """Show the most frequent words that stand where names stand, and that are no known name; pages or one casefile."""
    from musnad.namebook.unknown import ranked
    from musnad.workers import spread

    case = paths[0] if len(paths) == 1 and _is_casefile(paths[0]) else None
    reader = Reader(() if case else paths, manifest, published, columns)
    kept = list(_kept(case)) if case else []
    pages = kept or (capture.page for capture in reader.captures())
    count = len(kept) if case else reader.count
    work = partial(_look, own=own_names(names, case))
    tried = watched(spread(work, pages, processes(workers, count)), count)
    with interruptible("nothing was shown"):
        found = ranked(reader.sound(tried), top)
    rows = (
        (str(times), str(on), place.word, place.beside, f"{place.doc} {place.start}", place.around)
        for times, on, place in found
    )
    if found:
        as_rows(("times", "pages", "word", "beside", "where", "for example"), rows, Console(file=sys.stdout))
    else:
        say("no word stands where a name would that is not known")
    reader.end()


def _look(page: Page, own: Own | None) -> tuple[list[Place], Counter[str]] | Problem:
    from musnad.commands.attempt import attempt
    from musnad.namebook.unknown import places

    doc = attempt(page, own)
    return places(doc) if isinstance(doc, Doc) else doc


def _is_casefile(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def _kept(casefile: Path) -> Iterator[Page]:
    from musnad.casefile import pages
    from musnad.casefile.store import CasefileError, use

    try:
        with use(casefile) as db:
            for row in db.execute("SELECT id FROM pages ORDER BY id"):
                yield pages.page(db, row["id"])
    except CasefileError as problem:
        fail(str(problem))

"""musnad add and musnad reread: pages → a casefile.

Here and in the other commands the rooms are imported where they are used: what reads no page starts without them.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, deque
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from musnad.casefile import pages, versions
from musnad.casefile.store import CasefileError, use
from musnad.casefile.story import outdated
from musnad.commands.link import relink
from musnad.commands.options import CaseFile, ColumnMap, ManifestFile, NamesFile, NoLink, Paths, PublishedOn, Workers
from musnad.commands.session import Reader, fail, interruptible, make_way, own_names, processes, watched
from musnad.doc import Page
from musnad.own import Own

if TYPE_CHECKING:
    from musnad.read.item import Capture

__all__ = ["add", "fill", "pages_said", "refresh", "reread", "this_run"]


def add(
    casefile: CaseFile,
    paths: Paths,
    manifest: ManifestFile = None,
    published: PublishedOn = None,
    columns: ColumnMap = None,
    names: NamesFile = None,
    workers: Workers = None,
    no_link: NoLink = False,
) -> None:
    """Read pages into a casefile, which is made where there is none, and link them."""
    reader = Reader(paths, manifest, published, columns)
    fill(casefile, reader, workers, own_names(names, casefile), join=not no_link)
    reader.end()


def reread(casefile: CaseFile, names: NamesFile = None, workers: Workers = None) -> None:
    """Read the pages of a casefile again, from the bytes it keeps, where rules have changed since."""
    reader = Reader((), None, None)
    own = own_names(names, casefile)
    make_way()
    try:
        with interruptible(_go_on(casefile)), use(casefile) as db:
            count = refresh(db, this_run(own), reader, workers, own)
    except CasefileError as problem:
        fail(str(problem))
    typer.echo(f"{casefile}: {pages_said(count)} read again")
    reader.end()


def fill(casefile: Path, reader: Reader, workers: int | None, own: Own | None = None, *, join: bool = True) -> None:
    """Write a reader's pages into a casefile, one transaction a page, link them (`join`), and say what came of it."""
    made = not casefile.exists()
    if made and not reader.targets:
        return
    make_way()
    try:
        with interruptible(_go_on(casefile)), use(casefile, create=True) as db:
            run = this_run(own)
            again = refresh(db, run, reader, workers, own)
            done = _take(db, run, reader, workers, own)
            held, statements = (
                db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("pages", "statements")
            )
            found = relink(db) if join and held and outdated(db) else None
    except CasefileError as problem:
        fail(str(problem))
    if made and not held:
        casefile.unlink()
        return
    parts = [f"{pages_said(done['added'])} added", f"{done['there']} already there"]
    parts += [f"{again} read again by changed rules"] if again else []
    parts += [f"{done['changed']} with more known of them"] if done["changed"] else []
    typer.echo(f"{casefile}: {', '.join(parts)}; it holds {pages_said(held)}, {statements} statements")
    if found:
        typer.echo(f"{casefile}: linked: {found}")


def _take(db: sqlite3.Connection, run: pages.Run, reader: Reader, workers: int | None, own: Own | None) -> Counter[str]:
    """Read what is not in the casefile yet. Counts: added, there, changed."""
    from musnad.commands.attempt import attempt_all
    from musnad.pipeline import annotate
    from musnad.read.paths import Problem

    done: Counter[str] = Counter()
    originals: deque[Capture] = deque()

    def waiting() -> Iterator[Page]:
        for capture in reader.captures():
            kept = pages.find(db, capture.page, capture.data)
            if kept and not kept.changed:
                done["there"] += 1
                continue
            originals.append(capture)
            yield kept.page if kept else capture.page

    count = reader.count
    for doc in watched(attempt_all(waiting(), processes(workers, count), own), count):
        original = originals.popleft()
        if isinstance(doc, Problem):
            reader.refuse(doc)
            continue
        kept = pages.find(db, doc.page, original.data)  # again: a page just written may be this one
        if kept and not kept.changed:
            done["there"] += 1
            continue
        if kept:
            doc = doc if kept.page == doc.page else annotate(kept.page, own)
            pages.renew(db, kept.id, doc, run)
            done["changed"] += 1
        elif doc.page.url and versions.known(db, doc):
            done["there"] += 1
        else:
            pages.keep(db, doc, original.data, run, original.captured, original.type)
            done["added"] += 1
    return done


def refresh(db: sqlite3.Connection, run: pages.Run, reader: Reader, workers: int | None, own: Own | None) -> int:
    """Read again what other rules have read; the number of pages."""
    from musnad.commands.attempt import attempt_all
    from musnad.read.paths import Problem

    done = 0
    old = pages.stale(db, run.stages)
    docs = attempt_all((_again(db, number) for number in old), processes(workers, len(old)), own)
    for number, doc in zip(old, watched(docs, len(old)), strict=True):
        if isinstance(doc, Problem):
            reader.refuse(doc)
        else:
            pages.renew(db, number, doc, run)
            done += 1
    return done


def _again(db: sqlite3.Connection, number: int) -> Page:
    """A page as it was given; where its text was taken out of HTML, as it is taken out now."""
    from musnad.read.content import again

    kept, (data, kind) = pages.page(db, number), pages.original(db, number)
    return kept if kind == pages.TEXT else again(kept, data, kind)


def this_run(own: Own | None) -> pages.Run:
    from musnad.fingerprint import fingerprints

    return pages.Run(datetime.now(UTC).isoformat(timespec="seconds"), version("musnad"), fingerprints(own))


def _go_on(casefile: Path) -> str:
    return f"{casefile} holds the pages read so far; run the same command again to go on"


def pages_said(count: int) -> str:
    return f"{count} page" if count == 1 else f"{count} pages"

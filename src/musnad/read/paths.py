"""Paths as users give them → pages.

What cannot be read is a Problem among the pages, never an end: the other files are still read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from musnad.doc import Fact
from musnad.read.columns import Columns
from musnad.read.content import content, page
from musnad.read.formats import read_items
from musnad.read.item import Capture, Item, Problem
from musnad.read.manifest import Known, Manifest
from musnad.read.streams import DUMPS, SUFFIXES, bare, unpacked
from musnad.read.table import is_dump

__all__ = ["STDIN", "Capture", "Problem", "Target", "read", "targets"]

STDIN = Path("-")
_USUAL = Columns({})
_FOREIGN = "has no Arabic letter"


@dataclass(frozen=True)
class Target:
    """A file to read and what its page will be called. `renamed`: its own name was taken already."""

    path: Path
    doc: str
    renamed: bool = False

    @property
    def many(self) -> bool:
        """Whether the file may hold any number of pages; those are called by the file's name, a dot and a number."""
        return self.path == STDIN or bare(self.path).suffix.lower() in DUMPS


def targets(paths: Iterable[Path], columns: Columns = _USUAL) -> list[Target | Problem]:
    """The files that `paths` stand for: a folder for the pages and dumps in and under it, `-` for standard input.

    A page is called by its file's name up to the first underscore or dot; where two would be called the
    same, the later one gets `-2`, `-3` … A file that is given twice is read once.
    """
    found: list[Target | Problem] = []
    seen: set[Path] = set()
    taken: set[str] = set()
    for path in (file for given in paths for file in _files(given, columns)):
        if isinstance(path, Problem):
            found.append(path)
            continue
        if (real := path.resolve()) in seen:
            continue
        seen.add(real)
        own = "stdin" if path == STDIN else re.split(r"[_.]", path.name)[0] or path.name
        doc = own
        count = 1
        while doc in taken:
            count += 1
            doc = f"{own}-{count}"
        taken.add(doc)
        found.append(Target(path, doc, renamed=doc != own))
    return found


def _files(given: Path, columns: Columns) -> Iterator[Path | Problem]:
    try:
        yield from _found(given, columns)
    except OSError as error:
        yield Problem(str(given), f"cannot be read: {error.strerror}")


def _found(given: Path, columns: Columns) -> Iterator[Path | Problem]:
    if given == STDIN:
        yield given
    elif given.is_dir():
        pages = sorted(path for path in given.rglob("*") if _wanted(path, given, columns))
        yield from pages
        if not pages:
            yield Problem(
                str(given), f"no page in this folder; pages are files that end in {' '.join(sorted(SUFFIXES))}"
            )
    elif given.exists():
        yield given
    else:
        yield Problem(str(given), "does not exist; check the path")


def _wanted(path: Path, folder: Path, columns: Columns) -> bool:
    """Whether a file in a folder is a page or a dump: by its ending, and CSV (which manifests are too) by its columns.

    What is hidden is none, nor are the pictures and frames that browsers save beside a page.
    """
    suffix = bare(path).suffix.lower()
    inside = path.relative_to(folder).parts
    if suffix not in SUFFIXES or any(part.startswith(".") for part in inside) or not path.is_file():
        return False
    if any(part.endswith(("_files", ".files")) for part in inside[:-1]):
        return False
    if suffix in (".csv", ".tsv"):
        with suppress(OSError, EOFError, ValueError), path.open("rb") as file, unpacked(file) as stream:
            return is_dump(stream, columns)
        return False
    return True


def read(
    target: Target, manifest: Manifest, published: str | None, stdin: BinaryIO, columns: Columns = _USUAL
) -> Iterator[Capture | Problem]:
    """The pages of one file, as they are read; a dump's one after another.

    `published` stands for pages of which neither the manifest nor the page gives a date.
    """
    where = "standard input" if target.path == STDIN else str(target.path)
    known = list(_facts(manifest.get(target.path) or Known()))
    last = [Fact("published", published, "--published")] if published else []
    foreign = 0
    try:
        with ExitStack() as stack:
            source = stdin if target.path == STDIN else stack.enter_context(target.path.open("rb"))
            for item in read_items(unpacked(source), target.path, where, columns):
                if isinstance(item, Problem):
                    yield item
                    continue
                found = _capture(item, target.doc, where, known, last)
                if isinstance(found, Problem) and item.captured and found.what.startswith(_FOREIGN):
                    foreign += 1  # a crawl has such pages; none of them is a fault
                else:
                    yield found
    except OSError as error:
        yield Problem(where, f"cannot be read: {error.strerror or error}")
    except ValueError as error:
        yield Problem(where, " ".join(str(error).split()))
    except Exception as error:  # each library has its own ways to say that bytes are broken
        yield Problem(where, f"cannot be read ({type(error).__name__}: {' '.join(str(error).split())})")
    if foreign:
        yield Problem(where, f"{foreign} records without an Arabic letter are passed over", grave=False)


def _capture(item: Item, doc: str, where: str, known: list[Fact], last: list[Fact]) -> Capture | Problem:
    facts = [*known, *item.facts]
    name = doc if item.name is None else f"{doc}.{item.name}"
    try:
        made = content(item.data, item.type, facts)
    except ValueError as error:
        return Problem(where if item.name is None else f"{where}, record {item.name}", str(error))
    except Exception as error:  # one page that a library stumbles over stops no other
        what = f"cannot be read ({type(error).__name__}: {' '.join(str(error).split())})"
        return Problem(where if item.name is None else f"{where}, record {item.name}", what)
    return Capture(page(name, made, facts, last), item.data, item.type, item.captured)


def _facts(known: Known) -> Iterator[Fact]:
    for name in ("outlet", "published", "url"):
        if value := getattr(known, name):
            yield Fact(name, value, "manifest")

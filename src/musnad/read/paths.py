"""Paths as users give them → pages.

What cannot be read is a Problem among the pages, never an end: the other files are still read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from musnad.doc import Page
from musnad.read.manifest import Known, Manifest
from musnad.read.text import decode

__all__ = ["STDIN", "Capture", "Problem", "Target", "read", "targets"]

STDIN = Path("-")


@dataclass(frozen=True)
class Problem:
    """What could not be read, why, and what to do: one line."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


@dataclass(frozen=True)
class Target:
    """A file to read and what its page will be called. `renamed`: its own name was taken already."""

    path: Path
    doc: str
    renamed: bool = False


@dataclass(frozen=True)
class Capture:
    """A page and the very bytes that it was read from."""

    page: Page
    data: bytes


def targets(paths: Iterable[Path]) -> list[Target | Problem]:
    """The files that `paths` stand for: a folder for the `.txt` files in and under it, `-` for standard input.

    A page is called by its file's name up to the first underscore or dot; where two would be called the
    same, the later one gets `-2`, `-3` … A file that is given twice is read once.
    """
    found: list[Target | Problem] = []
    seen: set[Path] = set()
    taken: set[str] = set()
    for path in (file for given in paths for file in _files(given)):
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


def _files(given: Path) -> Iterator[Path | Problem]:
    try:
        yield from _found(given)
    except OSError as error:
        yield Problem(str(given), f"cannot be read: {error.strerror}")


def _found(given: Path) -> Iterator[Path | Problem]:
    if given == STDIN:
        yield given
    elif given.is_dir():
        pages = sorted(path for path in given.rglob("*.txt") if path.is_file() and not _hidden(path, given))
        yield from pages
        if not pages:
            yield Problem(str(given), "no page in this folder; pages are files that end in .txt")
    elif given.exists():
        yield given
    else:
        yield Problem(str(given), "does not exist; check the path")


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def read(target: Target, manifest: Manifest, published: str | None, stdin: BinaryIO) -> Capture | Problem:
    """Read one page. `published` stands for pages of which the manifest gives no date."""
    try:
        data = stdin.read() if target.path == STDIN else target.path.read_bytes()
        source = decode(data)
    except OSError as error:
        return Problem(str(target.path), f"cannot be read: {error.strerror}")
    except ValueError as error:
        return Problem("standard input" if target.path == STDIN else str(target.path), str(error))
    known = manifest.get(target.path) or Known()
    page = Page(target.doc, source, known.outlet, known.published or published, known.url)
    return Capture(page, data)

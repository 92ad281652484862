"""Opening a casefile, and bringing an older one up to this version's schema."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

__all__ = ["CasefileError", "look", "transaction", "use"]

APPLICATION = 0x4D534E44  # "MSND" in the file's header tells a casefile from other SQLite files
_SQLITE = b"SQLite format 3\0"


class CasefileError(Exception):
    """A path that cannot be used as a casefile; the message says why and what to do."""


@contextmanager
def use(path: Path, *, create: bool = False) -> Iterator[sqlite3.Connection]:
    """A casefile, opened, of this version's schema, and closed at the end.

    With `create` a missing one is made. CasefileError where the path holds something else, or a casefile of
    a newer Musnad. Every statement is its own transaction unless `transaction` holds several together.
    """
    fresh = not path.exists() or (path.is_file() and path.stat().st_size == 0)
    if fresh and not create:
        raise CasefileError(f"{path}: there is no casefile here; make one with: musnad add {path} PAGES")
    if not fresh:
        _check(path)
    elif not path.parent.is_dir():
        raise CasefileError(f"{path}: the folder {path.parent} does not exist")
    try:
        with closing(sqlite3.connect(path, isolation_level=None, timeout=30)) as db:
            db.row_factory = sqlite3.Row
            db.execute("PRAGMA foreign_keys = ON")
            _migrate(db, path, fresh)
            yield db
    except sqlite3.DatabaseError as error:
        raise CasefileError(f"{path}: {error}") from error


@contextmanager
def look(path: Path) -> Iterator[sqlite3.Connection]:
    """A casefile opened for reading alone: what is asked through it cannot change it. All questions see one state.

    CasefileError where there is none, or where another Musnad than this one wrote its schema.
    """
    if not path.is_file():
        raise CasefileError(f"{path}: there is no casefile here; make one with: musnad add {path} PAGES")
    _check(path)
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=30)) as db:
            db.isolation_level = None
            db.row_factory = sqlite3.Row
            have, known = db.execute("PRAGMA user_version").fetchone()[0], _steps()[-1][0]
            if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
                raise CasefileError(f"{path}: is an SQLite file of another program, no casefile")
            if have != known:
                raise CasefileError(f"{path}: has schema {have}, this Musnad {known}; bring it up: musnad link {path}")
            db.execute("BEGIN")
            yield db
    except sqlite3.DatabaseError as error:
        raise CasefileError(f"{path}: {error}") from error


def _check(path: Path) -> None:
    """Refuse what is no SQLite file before SQLite touches it."""
    try:
        with path.open("rb") as file:
            found = file.read(len(_SQLITE))
    except OSError as error:
        raise CasefileError(f"{path}: cannot be opened: {error.strerror}") from None
    if found != _SQLITE:
        raise CasefileError(f"{path}: is no casefile; the casefile comes first, then the pages")


def _migrate(db: sqlite3.Connection, path: Path, fresh: bool) -> None:
    """Apply the numbered migrations that a casefile has not had, each whole or not at all."""
    if not fresh and db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise CasefileError(f"{path}: is an SQLite file of another program, no casefile")
    steps = _steps()
    have = db.execute("PRAGMA user_version").fetchone()[0]
    if have > steps[-1][0]:
        raise CasefileError(
            f"{path}: was written by a newer Musnad (schema {have}, known {steps[-1][0]}); update Musnad"
        )
    if fresh:
        db.execute("PRAGMA journal_mode = WAL")
    for number, step in steps:
        if number > have:
            with transaction(db):
                for statement in _statements(step.read_text(encoding="utf-8")):
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {number}")
                db.execute(f"PRAGMA application_id = {APPLICATION}")


def _steps() -> list[tuple[int, Traversable]]:
    folder = files("musnad.casefile.migrations").iterdir()
    return sorted(
        ((int(step.name[:4]), step) for step in folder if step.name.endswith(".sql")), key=lambda step: step[0]
    )


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: executescript would end the transaction they belong to."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def transaction(db: sqlite3.Connection, how: str = "IMMEDIATE") -> Iterator[None]:
    """All of it or nothing. DEFERRED: what is asked within it sees one state, and others may write."""
    db.execute(f"BEGIN {how}")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")

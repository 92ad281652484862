"""What every command does alike: what it says on standard error, how it ends, how it shows that it works."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, NoReturn, TypeVar

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from musnad.own import Own
    from musnad.read.manifest import Manifest
    from musnad.read.paths import Capture, Problem, Target

__all__ = [
    "INTERRUPTED",
    "Reader",
    "fail",
    "interruptible",
    "make_way",
    "own_names",
    "processes",
    "say",
    "stepping",
    "watched",
]

INTERRUPTED = 130
TERMINATED = 143
_MANY = 50  # pages from which on all cores are used
_WAY = 10  # niceness, of 19, of what writes into a casefile
_PATIENCE = 1.0  # seconds before a progress bar appears

T = TypeVar("T")


def say(message: str) -> None:
    """One line on standard error."""
    typer.echo(f"musnad: {' '.join(message.split())}", err=True)


def fail(message: str) -> NoReturn:
    """Say what is wrong and end with exit status 1."""
    say(message)
    raise typer.Exit(1)


def processes(workers: int | None, pages: int | None) -> int:
    """How many processes read `pages` pages; None: nobody knows how many there are."""
    return workers or ((os.cpu_count() or 1) if pages is None or pages > _MANY else 1)


def make_way() -> None:
    """From now on this process and what it starts let others go first: who reads the site, who works at the machine."""
    if sys.platform != "win32":
        os.setpriority(os.PRIO_PROCESS, 0, max(os.getpriority(os.PRIO_PROCESS, 0), _WAY))


@contextmanager
def interruptible(hint: str) -> Iterator[None]:
    """Ctrl-C ends the command with one line and exit status 130; so does SIGTERM, with 143.

    Either is an exception where the work stands, so that files are closed and worker processes end.
    """
    before = signal.signal(signal.SIGTERM, _terminated) if current_thread() is main_thread() else None
    try:
        yield
    except KeyboardInterrupt:
        say(f"interrupted; {hint}")
        raise typer.Exit(INTERRUPTED) from None
    except _TerminatedError:
        say(f"terminated; {hint}")
        raise typer.Exit(TERMINATED) from None
    finally:
        if before is not None:
            signal.signal(signal.SIGTERM, before)


class _TerminatedError(BaseException):
    """Somebody wants this process to end."""


def _terminated(*_: object) -> None:
    raise _TerminatedError


def own_names(named: Path | None, casefile: Path | None = None) -> Own | None:
    """The user's own lexicon: the one that is named, else the one beside the casefile, if there is one."""
    from musnad.own import beside, load

    path = named or (beside(casefile) if casefile else None)
    if path is None or (not named and not path.exists()):
        return None
    try:
        return load(path)
    except OSError as error:
        fail(f"{path}: cannot be read: {error.strerror}; write names into it with: musnad names add")
    except ValueError as error:
        fail(str(error))


def watched(items: Iterable[T], total: int | None) -> Iterator[T]:
    """The same items, with a progress bar where standard error is a terminal and the work takes a while."""
    if not sys.stderr.isatty():
        yield from items
        return
    columns = (TextColumn("pages"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
    task = bar.add_task("pages", total=total)
    begun = time.monotonic()
    try:
        for item in items:
            yield item
            bar.advance(task)
            if time.monotonic() - begun > _PATIENCE:
                bar.start()
    finally:
        if bar.live.is_started:
            bar.stop()


@contextmanager
def stepping() -> Iterator[Callable[[str], None]]:
    """A function that is told the step that work has come to, and shows it where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with Console(stderr=True).status("linking") as status:
        yield lambda step: status.update(f"linking: {step}")


class Reader:
    """Reads the pages that a command was given, and remembers whether any could not be read."""

    def __init__(
        self, paths: Iterable[Path], manifest: Path | None, published: str | None, columns: str | None = None
    ) -> None:
        from musnad.read.columns import parse
        from musnad.read.manifest import Manifest, load
        from musnad.read.paths import Problem, targets

        self.failed = False
        self.targets: list[Target] = []
        self._published = published
        self._columns = parse(columns or "")
        try:
            self._manifest: Manifest = load(manifest) if manifest else Manifest({})
        except OSError as error:
            fail(f"{manifest}: cannot be read: {error.strerror}")
        except ValueError as error:
            fail(str(error))
        for target in targets(paths, self._columns):
            if isinstance(target, Problem):
                self.refuse(target)
            else:
                self.targets.append(target)
        if manifest and self.targets and not any(self._manifest.get(target.path) for target in self.targets):
            say(f"{manifest}: names none of these pages; a row's file is a file's name or the end of its path")

    @property
    def count(self) -> int | None:
        """How many pages there are; None where a file may hold any number of them."""
        return None if any(target.many for target in self.targets) else len(self.targets)

    def refuse(self, problem: Problem) -> None:
        """Say what could not be read; where that is grave the command will end with exit status 1."""
        self.failed = self.failed or problem.grave
        say(str(problem))

    def captures(self) -> Iterator[Capture]:
        """The pages that can be read, in order; what cannot be read is said and passed over."""
        from musnad.read.paths import Problem, read

        for target in self.targets:
            renamed = target.renamed
            for found in read(target, self._manifest, self._published, sys.stdin.buffer, self._columns):
                if isinstance(found, Problem):
                    self.refuse(found)
                    continue
                if renamed:
                    say(f"{target.path}: another page has this name already; it is called {target.doc}")
                    renamed = False
                yield found

    def sound(self, tried: Iterable[T | Problem]) -> Iterator[T]:
        """What is no problem; problems are said."""
        from musnad.read.paths import Problem

        for item in tried:
            if isinstance(item, Problem):
                self.refuse(item)
            else:
                yield item

    def end(self) -> None:
        """Exit status 1 where something could not be read."""
        if self.failed:
            raise typer.Exit(1)

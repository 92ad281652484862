"""Reading pages of which one may show a defect of a room: the others are read all the same."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from musnad.doc import Doc, Page
from musnad.own import Own
from musnad.pipeline import annotate
from musnad.read.paths import Problem
from musnad.workers import spread

__all__ = ["attempt", "attempt_all"]


def attempt(page: Page, own: Own | None = None) -> Doc | Problem:
    """The page's marks, or one line on what went wrong and where in the code."""
    try:
        return annotate(page, own)
    except Exception as error:  # whatever a rule raises is a defect of this program and no reason to read nothing
        frames = traceback.extract_tb(error.__traceback__)
        last = next((frame for frame in reversed(frames) if "stages" in Path(frame.filename).parts), frames[-1])
        where = f"{'/'.join(Path(last.filename).parts[-2:])}:{last.lineno}"
        what = f"Musnad failed on this page ({type(error).__name__}: {error}; {where})"
        return Problem(page.doc, f"{what}; it is passed over, please report it")


def attempt_all(pages: Iterable[Page], workers: int, own: Own | None = None) -> Iterator[Doc | Problem]:
    """The same for many pages, in their order."""
    return spread(partial(attempt, own=own), pages, workers)

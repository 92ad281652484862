"""musnad link: what holds across a casefile's pages."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import typer

from musnad.casefile.store import CasefileError, use
from musnad.commands.options import CaseFile
from musnad.commands.session import fail, interruptible, stepping
from musnad.links.findings import Story

__all__ = ["link", "linked_story", "relink"]


def link(casefile: CaseFile) -> None:
    """Join a casefile's pages: copies, claims and their origins, contradictions, predictions, events, positions."""
    try:
        with interruptible(f"{casefile} holds what was linked before"), use(casefile) as db:
            typer.echo(f"{casefile}: {relink(db)}")
    except CasefileError as problem:
        fail(str(problem))


def relink(db: sqlite3.Connection) -> str:
    """Link what a casefile holds, showing the steps; what came of it, in words."""
    from musnad.casefile import story

    with stepping() as progress:
        found = story.relink(db, progress)
    several = sum(len(claim.members) > 1 for claim in found.claims)
    return (
        f"{len(found.copies)} copies, {len(found.claims)} claims ({several} told more than once), "
        f"{len(found.contradictions)} contradictions, {len(found.predictions)} predictions, "
        f"{len(found.events)} events, {len(found.positions)} positions"
    )


def linked_story(casefile: Path) -> Story:
    """The story of a casefile; linked first, where pages have come since. What is wrong ends the command."""
    from musnad.casefile import story

    try:
        with interruptible("nothing was changed"), use(casefile) as db:
            if story.outdated(db):
                with stepping() as progress:
                    return story.relink(db, progress)
            return story.load(db)
    except CasefileError as problem:
        fail(str(problem))

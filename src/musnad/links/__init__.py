"""What holds across pages: copies, claims and their origins, contradictions, predictions, events, positions.

Links are pure functions over accounts of annotated pages (`musnad.links.account`): the same accounts give the
same story, in whatever order they come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from musnad.links import claims, copies
from musnad.links.account import Account
from musnad.links.findings import Story
from musnad.links.process import Process

__all__ = ["link"]


def link(accounts: Iterable[Account], progress: Callable[[str], object] = str) -> Story:
    """Join the accounts of all pages. `progress` is called with the name of each step that begins."""
    pages = sorted(accounts, key=lambda page: (page.published or "9999", page.doc))
    progress("copies")
    copied = copies.find(pages)
    progress("claims")
    read = claims.readings(pages)
    copied += claims.borrowed(pages, copied, read)
    told = claims.find(pages, copied, read)
    progress("contradictions")
    against = claims.contradictions(pages, told, read)
    process = Process(pages, told)
    progress("predictions")
    foretold = process.predictions(against)
    progress("events")
    events = process.events()
    progress("positions")
    positions = process.positions()
    return Story(copied, told, against, foretold, events, positions, copies.credited_outside(pages, copied))

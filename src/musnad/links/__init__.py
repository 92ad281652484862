"""What holds across pages: copies, claims and their origins, contradictions, predictions, events, positions.

Links are pure functions over accounts of annotated pages (`musnad.links.account`): the same accounts give the
same story, in whatever order they come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from musnad.links import claims, copies
from musnad.links.account import Account
from musnad.links.claims.taken import Taken
from musnad.links.findings import Claim, Contradiction, Copy, Credit, Story
from musnad.links.known import know
from musnad.links.memory import Memory
from musnad.links.pages import Pages
from musnad.links.process import Process

__all__ = ["link"]


def link(accounts: Iterable[Account], progress: Callable[[str], object] = str) -> Story:
    """Join the accounts of all pages. `progress` is called with the name of each step that begins."""
    given = {page.doc: page for page in accounts}
    memory = Memory()
    opened = Pages(memory, dict.fromkeys(given, ""), given.__getitem__)
    pages = [given[doc] for doc in opened]
    progress("copies")
    shifted = copies.find(memory, opened)
    copied = tuple(copy for _, copy in sorted(memory.shelf("copies", Copy).items()))
    credits = tuple(c for _, c in sorted(memory.shelf("credits", Credit).items()))
    progress("claims")
    known = know(memory, opened)
    claims.join(memory, opened, known, Taken(lambda doc: copies.of(memory, doc)), shifted, ())
    told = tuple(claim for _, claim in sorted(memory.shelf("claims", Claim).items()))
    against = tuple(pair for _, pair in sorted(memory.shelf("contradictions", Contradiction).items()))
    process = Process(pages, told)
    progress("predictions")
    foretold = process.predictions(against)
    progress("events")
    events = process.events()
    progress("positions")
    positions = process.positions()
    return Story(copied, told, against, foretold, events, positions, credits)

"""Who did what, where a statement lays stress on who: it accuses somebody, or sets him apart (`it was X that …`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from musnad.links.account import Account, Saying
from musnad.links.claims.marks import Marked, stretch
from musnad.links.claims.words import particles

__all__ = ["NOBODY", "Deed", "deed"]

_DOER = 7  # words of a content within which the doer is set apart


class Deed(NamedTuple):
    """Marks of the words that name the doer, and of those that tell what was done."""

    doer: frozenset[str]
    done: frozenset[str]


NOBODY = Deed(frozenset(), frozenset())
_SOMEBODY = frozenset(("?",))  # the accused stands elsewhere: he is none whom another statement sets apart


def deed(marked: Marked, said: Saying, here: Sequence[range]) -> Deed:
    """The deed that a statement lays at somebody's door; NOBODY where it does not."""
    page = marked.page
    if not here or not here[0]:
        return NOBODY
    if any(word.removeprefix("و") in particles("accuses") for word in said.cue.split()):
        between = [at for at in _between(page, said, here[0].start) if marked.marks[at]]
        return Deed(_marks(marked, between) or _SOMEBODY, _marks(marked, [at for span in here for at in span]))
    words = page.words
    for at in here[0][1:_DOER]:
        after = words[at + 1] if at + 1 < here[0].stop else ""
        if words[at] in particles("he") and after in particles("that_did"):
            return Deed(_marks(marked, here[0][: at - here[0].start]), _marks(marked, range(at + 2, here[0].stop)))
        if words[at] in particles("cause"):
            return Deed(_marks(marked, here[0][: at - here[0].start]), _marks(marked, range(at + 1, here[0].stop)))
    return NOBODY


def _between(page: Account, said: Saying, end: int) -> list[int]:
    """The places of the words between a cue and its content that do not say who speaks."""
    tellers = {at for link in said.chain for at in stretch(page, link.start, link.end)}
    first = stretch(page, said.start, said.end).stop
    return [at for at in range(first, end) if at not in tellers]


def _marks(marked: Marked, places: Sequence[int]) -> frozenset[str]:
    return frozenset(mark for at in places for mark in marked.marks[at])

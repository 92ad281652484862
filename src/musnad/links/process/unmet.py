"""What is told not to have come about: what a report says was put off, called off or did not come, and what a page
recalls as foretold and goes on to say of it (`he had promised …, but …`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from musnad.doc import Span
from musnad.links.account import Saying
from musnad.links.claims.marks import Marked
from musnad.links.claims.words import against, future, particles
from musnad.links.process.leaves import Leaf
from musnad.links.process.tables import has

__all__ = ["annuls", "in_part", "opposite", "recalled", "undone"]

_GOVERNS = 4  # words behind `called off` among which the thing stands
_RIGHT_BEHIND = 2  # words behind a `not` among which the deed stands
_BEFORE = 7  # words before a cue among which it is put into the past
_TOLD = 2  # words that a turn has at least
# Opposites of which one told is the other not come about; a strike that ended has begun, who left had come.
_POLES = frozenset(
    ("=win", "=lose", "=increase", "=decrease", "=accept", "=refuse", "=open", "=close", "=approve", "=reject",
     "=succeed", "=collapse", "=support", "=oppose", "=hold", "=cancel", "=attend", "=absent", "=price_stable")
)  # fmt: skip


def annuls(word: str) -> bool:
    """Whether a word tells that something did not come about."""
    return has("ahead", word, "annul") or has("ahead", word.removeprefix("س"), "annul")


def undone(marked: Marked, places: Sequence[int], keys: Set[str]) -> bool:
    """Whether words (by place, in order) tell that a thing with these keys was put off or did not come: the thing, or
    a verb that only says `it took place`, stands close behind what undoes it."""
    words = marked.page.words
    for n, at in enumerate(places):
        word = words[at].removeprefix("و").removeprefix("ف")
        no = word in particles("undoes")
        if not no and not annuls(words[at]) and not has("ahead", word, "away"):
            continue
        does = no and any(has("ahead", words[at], "does") for at in places[n + 1 : n + 2])
        reach = _RIGHT_BEHIND if no and not does else _GOVERNS  # `لم يقدموا أي طعن`
        near = places[n + 1 : n + 1 + reach]
        if any(not keys.isdisjoint(marked.marks[at]) for at in near) or (
            no and any(has("ahead", words[at], "takes_place") for at in near)
        ):
            return not any(words[at] in particles("no_negation") for at in near[:1])
    return False


def in_part(marked: Marked, places: Sequence[int], keys: Set[str]) -> bool:
    """Whether words tell that a part of a thing with these keys came: `half of the wages`, `twelve lorries only`."""
    words, last = marked.page.words, max(places, default=-1)
    for at in places:
        if has("ahead", words[at], "part") and at < last and not keys.isdisjoint(marked.marks[at + 1]):
            return True
        if words[at] in particles("mere") and any(n.at <= at <= n.end + 1 for n in marked.numbers):
            return True
    return False


def opposite(ours: Iterable[str], theirs: Set[str]) -> bool:
    """Whether one tells the opposite of what was foretold, and not the thing itself."""
    poles = [key for key in ours if key in _POLES and key not in theirs]
    return any(against(one, other) for one in poles for other in theirs & _POLES)


def recalled(leaf: Leaf, saying: Saying) -> tuple[str, Span] | None:
    """The outcome of what a page recalls as foretold, and the words that tell it; None where it tells nothing.

    `وكان فلان قد وعد بفتح المستشفى، لكنه لم يفتح`, `…، وهو ما حدث`.
    """
    part = leaf.part(saying.start)
    if part is None or not saying.content or not _past(leaf, saying, part.start):
        return None
    end = leaf.index(saying.content[-1].end - 1)
    first, last = end + 1, min(leaf.index(part.end - 1) + 1, len(leaf.page.words))
    words = leaf.page.words
    for at in range(leaf.index(saying.content[0].start), last):
        behind = words[at + 1] if at + 1 < last else ""
        turns = has("ahead", words[at], "turns") or has("ahead", f"{words[at]} {behind}", "turns")
        came = has("ahead", f"{words[at]} {behind}", "came") or (at >= first and has("ahead", words[at], "came"))
        if not turns and not came:
            continue
        told = words[at + 1 : last]
        span = Span(leaf.page.starts[at], part.end)
        if len(told) < _TOLD - came or any(future(w) or has("ahead", w, "will") for w in told):
            return None
        if any(span.start < other.start < span.end for other in leaf.page.sayings if other.number != saying.number):
            return None  # what somebody says against it
        if came:
            return ("not_fulfilled" if any(w in particles("undoes") for w in told) else "fulfilled"), span
        return ("partly" if any(has("ahead", w, "part") for w in told) else "not_fulfilled"), span
    return None


def _past(leaf: Leaf, saying: Saying, start: int) -> bool:
    """`had said`, `said before`: a word that puts the telling into the past stands before or right behind the cue."""
    at = leaf.index(saying.start)
    before = leaf.page.words[max(at - _BEFORE, leaf.index(start)) : at]
    return any(word in particles("was") for word in before) and "قد" in before[-1:]

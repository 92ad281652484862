"""What a party answers to what is said of it: it denies the deed, or says that the other did it.

Who is spoken of in a statement and speaks in the other ties the two together; few words in common are enough.
"""

from __future__ import annotations

from collections.abc import Mapping

from musnad.links.claims.content import Content, days_apart, tellers
from musnad.links.claims.facets import SHARED
from musnad.links.claims.match import Weights, compare, nested
from musnad.links.claims.words import light, particles, sense
from musnad.text import fold

__all__ = ["answered", "brief", "laid_at_each_other", "of_the_denier"]

_DAYS = 7  # between two pages of which one answers the other
_BEHIND = 2  # statements from what is said to the denial that is set against it
_BRIEF = 10  # words of a statement that may answer one of another page
_NAME = 3  # words of a teller by which a statement may speak of him
_MOST = 0.6  # of a denial's weight that the other has
_PLAIN = 0.6  # likeness of what is said and what is only told not to be so
_UNSAID = frozenset(("opinion", "demanded", "conditional", "denied"))
_DIFFER = frozenset(("number", "date", "venue", "level", "choice"))


def answered(one: Content, other: Content) -> bool:
    """`The union counted … But the company denied any …`: the page sets a denial against what stands right before
    it, and they have a word in common besides names."""
    no, yes = (one, other) if one.act == "deny" else (other, one)
    if no.act != "deny" or not _said_and_denied(no, yes) or no.page != yes.page or not no.counter:
        return False
    return 0 < no.ref.number - yes.ref.number <= _BEHIND and not yes.title and bool(_common(no, yes))


def of_the_denier(one: Content, other: Content, weights: Weights, sides: Mapping[str, frozenset[str]]) -> bool:
    """`The union says that the company dismissed forty`, `the company denied having dismissed anybody`."""
    no, yes = (one, other) if one.against else (other, one)
    if not _said_and_denied(no, yes) or no.limited or days_apart(no, yes) > _DAYS or "=move" in no.marks:
        return False
    if nested(no, yes) or not _common(no, yes) & no.head or not _spoken_of(no, yes, sides):
        return False
    shared = weights.sum(no.marks & yes.marks)
    if shared < _MOST * weights.total(no) or shared < SHARED * weights.rare:
        return False
    like = compare(no, yes, weights)
    return not like.conflicts & _DIFFER and (no.act == "deny" or like.score >= _PLAIN)


def brief(content: Content) -> bool:
    """Whether it tells something done in a few words."""
    told = content.act == "say" and not content.against and content.status in {"occurred", "ongoing"}
    return told and len(content.said.what.split()) <= _BRIEF


def laid_at_each_other(
    one: Content, other: Content, sides: Mapping[str, frozenset[str]], weights: Weights | None = None
) -> bool:
    """`The army says that the rebels broke the truce`, `the rebels say that the army broke it`; of two pages in brief,
    and with much in common (`weights`)."""
    apart = one.page != other.page
    if apart and not (brief(one) and brief(other)):
        return False
    if apart and weights is not None and weights.sum(one.marks & other.marks) < SHARED * weights.rare:
        return False
    if {one.act, other.act} != {"say"} or one.against or other.against or days_apart(one, other) > _DAYS:
        return False
    if {one.status, other.status} - {"occurred", "ongoing"}:
        return False
    first, second = _called(one, sides), _called(other, sides)
    if first & second or not (first & other.head and second & one.head):
        return False
    return bool(_common(one, other) - first - second)


def _said_and_denied(no: Content, yes: Content) -> bool:
    """Whether one denies and the other says something that can have been, and they have two tellers."""
    if no.act not in {"deny", "say"} or not no.against or yes.act != "say" or yes.against or yes.status in _UNSAID:
        return False
    if (no.act == "deny" and no.said.negated) or no.status in _UNSAID - {"denied"}:
        return False
    ours, theirs = tellers(no), tellers(yes)
    if no.page == yes.page and (ours == theirs[: len(ours)] or theirs == ours[: len(theirs)]):
        return False  # what one says that another said
    return ours[-1:] != theirs[-1:] and not (no.actors and no.actors == yes.actors)


def _common(one: Content, other: Content) -> set[str]:
    """Words in common: no names, numbers and days."""
    return {mark for mark in one.marks & other.marks if mark[0] not in "@#~<√"}


def _called(content: Content, sides: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Marks by which other statements may name who says this one: his name and whom he speaks for, else his words."""
    if content.actors and content.actors[0] in sides:
        return frozenset(f"@{key}" for actor in content.actors for key in (actor, *sides.get(actor, ())))
    last = content.said.chain[-1:]
    small = particles("unnamed") | particles("office")
    words = [word for word in fold(last[0].text).split()[:_NAME] if word not in small] if last else []
    return frozenset([*(f"@{key}" for key in content.actors), *(sense(word) or light(word) for word in words)])


def _spoken_of(no: Content, yes: Content, sides: Mapping[str, frozenset[str]]) -> bool:
    """Whether a statement names who denies: by name, or by all words by which he is called."""
    called, there = _called(no, sides), yes.who | yes.marks
    names = {mark for mark in called if mark[0] == "@"}
    words = called - names
    return bool(names & there) or (bool(words) and words <= there)

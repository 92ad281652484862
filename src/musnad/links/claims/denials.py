"""A denial and what it denies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from musnad.links.claims.content import Content, days_apart
from musnad.links.claims.match import Weights, compare, nested
from musnad.links.claims.words import particles

__all__ = ["DENIED", "MOST_OF_IT", "ONE_MIND", "denied_by_party", "said_and_denied"]

_UN = frozenset(("غير",))
_AHEAD = frozenset(("planned", "expected", "possible", "conditional", "ongoing"))
MOST_OF_IT = 0.35  # of a denial's weight
_LATER = 14  # days from a denial to what happens after all
ONE_MIND = 3  # days within which nobody denies what he said
DENIED = 0.40  # likeness of what is denied and what is said
_NEGATED = 0.60  # the same where one only says that it is not so
_LONG = 40  # words of a speech, of which some are in many a denial
_PLAIN, _PLAINLY = 0.7, 1.4  # the same, and rare words' weight in common, where both name nobody and no place
_TRUTH = 0.9  # likeness of a denial and what stands in it, where its truth is denied and not a thing about it
_SHARED = 0.8  # rare words' weight in common
_WORDS = 2  # words that two contents themselves share
_TURNS = frozenset(("=boycott", "=refuse", "=cancel", "=delay", "=collapse"))  # what makes another thing of it
_WORD = re.compile(r"\w+")


def said_and_denied(one: Content, other: Content, weights: Weights) -> Iterator[tuple[float, str, bool | None]]:
    """A denial and what it denies, in day, place and number; neither sets one thing before another."""
    if one.limited or other.limited or "opinion" in {one.status, other.status}:
        return
    if one.page == other.page and one.said.content == other.said.content:
        return
    if one.actors and one.actors == other.actors and days_apart(one, other) <= ONE_MIND:
        return
    like = compare(one, other, weights)
    if like.conflicts & {"number", "date", "venue", "level"} or like.own < 0.5 * _SHARED or like.shared < _SHARED:
        return
    denied = "deny" in {one.act, other.act}
    no, yes = (one, other) if one.against else (other, one)
    if (yes.marks - no.marks) & _TURNS or _came_later(no, yes):
        return
    plain = like.score >= _PLAIN and like.own >= _PLAINLY
    if not denied and not plain and not _one_name(no, yes):
        return
    if _turned(no, yes, denied) or not (_own_words(one, other) or nested(no, yes)):
        return
    if not no.head & (yes.marks | yes.context) or (nested(no, yes) and like.score < _TRUTH):
        return
    if like.score < _NEGATED and len(yes.said.what.split()) > _LONG:
        return
    apart_pages = like.own >= _SHARED and one.page != other.page
    if like.score >= (DENIED if denied else _NEGATED) and (denied or apart_pages):
        yield like.score, "occurrence", False


def denied_by_party(one: Content, other: Content, weights: Weights, sides: Mapping[str, frozenset[str]]) -> bool:
    """Whether one is told to be about to do something, and denies in the other that there is any such thing: a denial
    is short, and names what it denies by a word or two. `sides`: for whom each entity speaks."""
    no, yes = (one, other) if one.act == "deny" else (other, one)
    if no.act != "deny" or yes.act != "say" or yes.against or no.limited or yes.status not in _AHEAD:
        return False
    if not no.day or not yes.day or not 0 <= (no.day[0] - yes.day[1]).days <= _LATER or no.said.negated:
        return False
    party = {f"@{key}" for actor in no.actors for key in (actor, *sides.get(actor, ()))}
    if not party & yes.who or no.actors == yes.actors:
        return False
    common = {mark for mark in no.marks & yes.marks if mark[0] not in "@#~<√"}
    names = {mark for mark in no.marks & yes.marks if mark[0] == "@"} - party
    like = compare(no, yes, weights)
    if (
        not ((common and "=move" not in no.marks) or len(names) > 1)
        or like.shared < _SHARED
        or like.conflicts & {"number", "date", "venue", "level", "choice"}
    ):
        return False
    return weights.sum(no.marks & yes.marks) >= MOST_OF_IT * weights.total(no)


def _came_later(no: Content, yes: Content) -> bool:
    """What has happened long after somebody denied it makes no liar of him."""
    days = (yes.day[0] - no.day[1]).days if yes.day and no.day else 0
    return yes.status == "occurred" and days > _LATER


def _turned(no: Content, yes: Content, denied: bool) -> bool:
    """What a denial is laid beside is itself turned round, or only what would follow from it; or the denial points
    at what its own page said just before, and the other is not that."""
    words = frozenset(_WORD.findall(yes.said.what))
    if words & (particles("untrue") | _UN) or yes.status in {"conditional", "denied"} or (denied and no.said.negated):
        return True
    if not denied and words & particles("not_sentence"):
        return True
    pointing, *rest = _WORD.findall(no.said.what) or [""]
    near = no.page == yes.page and no.ref.number - yes.ref.number == 1
    return pointing in particles("pointing") and not (near and rest)


def _one_name(one: Content, other: Content) -> bool:
    """Whether both name somebody or some place alike, or count alike."""
    return any(mark[0] in "@#" for mark in (one.marks | one.context) & (other.marks | other.context))


def _own_words(one: Content, other: Content) -> bool:
    """Whether two contents have words in common, besides the names that a page is full of."""
    common = [mark for mark in one.marks & other.marks if mark[0] != "√"]
    return len(common) >= _WORDS and any(mark[0] not in "@#~<" for mark in common)

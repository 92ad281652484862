"""Claims that cannot both hold: one day and another, one place and another, so many and so many, said and denied.

Demands, offers and refusals are no contradictions of each other: they are positions, and may all be held at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from musnad.links.account import Account
from musnad.links.claims.both_sides import doers, figures, moved, only_place, put_right, taken_and_denied
from musnad.links.claims.content import Content, days_apart, tellers
from musnad.links.claims.evidence import contradiction
from musnad.links.claims.match import Weights, compare, conflicts, nested, rivals
from musnad.links.claims.places import CAPITAL, capitals
from musnad.links.claims.words import particles
from musnad.links.findings import Contradiction, Ref

__all__ = ["Dispute", "Told", "contrary", "disputes"]

_TOPIC = 0.50  # likeness of two contents without their days, places and numbers
_PLANNED = 0.46  # the same where a day to come differs
_DENIED = 0.40  # likeness of what is denied and what is said
_NEGATED = 0.60  # the same where one only says that it is not so
_COUNTED = 0.55  # likeness of two contents that count: many things are counted in the same words
_ACTOR = 0.50  # likeness of two contents that give one deed to two
_PAST = 0.85  # likeness of two contents about one past event, with a number in common: many events are alike
_WORDS = 2  # words that two contents themselves share, besides what they disagree on
_TRUTH = 0.9  # likeness of a denial and what stands in it, where its truth is denied and not a thing about it
_SHARED = 0.8  # rare words' weight in common
_ONE_MIND = 3  # days within which nobody denies what he said
_TIMES = 5  # how many times a number another of the same is, at most
_WEEK = 7
_WORD = re.compile(r"\w+")
# What makes another event of the thing denied, and of one whose day, place or number is told.
_TURNS = frozenset(("=boycott", "=refuse", "=cancel", "=delay", "=collapse"))
_ENDS = _TURNS - {"=refuse", "=delay"}
_COMING = frozenset(("planned", "expected", "possible", "conditional"))
_POSITIONS = frozenset(("=demand", "=offer", "=pledge", "=refuse", "=accept"))  # numbers that are wanted or offered


class Told(NamedTuple):
    """A claim as it is compared: its id and the contents of its members."""

    id: str
    members: tuple[Content, ...]

    @property
    def where(self) -> frozenset[str]:
        """The places of all members, without capitals that have no name."""
        return frozenset(key for c in self.members for key in c.where if not key.startswith(CAPITAL))


class Dispute(NamedTuple):
    """Two contents that disagree in a facet, and how surely they are about one matter."""

    one: Content
    other: Content
    on: str
    score: float
    apart: bool | None  # whether their claims must have other days or places too; None: that is all the same


def disputes(
    pairs: Iterable[tuple[Content, Content]], weights: Weights, sides: Mapping[str, frozenset[str]]
) -> Iterator[Dispute]:
    """Where pairs of contents disagree; which claims they will stand in does not matter yet. `sides`: for whom each
    entity speaks."""
    known: dict[Ref, Content] = {}
    denied: list[Dispute] = []
    for one, other in pairs:
        known[one.ref], known[other.ref] = one, other
        for score, on, apart in _against(one, other, weights):
            dispute = Dispute(one, other, on, score, apart)
            if on == "occurrence":
                denied.append(dispute)
            yield dispute
        if taken_and_denied(one, other, sides):
            yield Dispute(one, other, "occurrence", 1.0, None)
    for dispute in denied:
        yield from _of_place(dispute, known)


def _of_place(denied: Dispute, known: Mapping[Ref, Content]) -> Iterator[Dispute]:
    """What a denial goes on to call the only place is a place against the one that it denies."""
    no, yes = (denied.one, denied.other) if denied.one.act == "deny" else (denied.other, denied.one)
    for number in (no.ref.number + 1, no.ref.number + 2):
        only = known.get(Ref(no.ref.doc, number))
        if only and only_place(only, no) and yes.where and not only.who & {f"@{key}" for key in yes.where}:
            yield Dispute(yes, only, "venue", denied.score, None)


def contrary(
    claims: Sequence[Told], disputed: Iterable[Dispute], pages: Sequence[Account]
) -> tuple[Contradiction, ...]:
    """The contradictions among claims. One for each pair of claims and facet."""
    of = {content.ref: told for told in claims for content in told.members}
    place = {told.id: n for n, told in enumerate(claims)}
    best: dict[tuple[str, str, str], tuple[float, Content, Content]] = {}
    for one, other, on, score, wanted in disputed:
        a, b = of[one.ref], of[other.ref]
        if a.id == b.id or not _stands(on, wanted, a, b):
            continue
        if place[a.id] > place[b.id]:
            one, other, a, b = other, one, b, a
        key = (a.id, b.id, on)
        if key not in best or score > best[key][0]:
            best[key] = (score, one, other)
    found = [
        contradiction(a, b, on, one, other, pages)
        for (a, b, on), (_, one, other) in sorted(
            best.items(), key=lambda item: (place[item[0][0]], place[item[0][1]], item[0][2])
        )
    ]
    return tuple(filter(None, found))


def _stands(on: str, wanted: bool | None, a: Told, b: Told) -> bool:
    """Claims as wholes differ in the day or the place that two of their statements differ in; and in no other where
    the number or the occurrence is in dispute."""
    if wanted is None:
        return True
    apart = _apart(a, b)
    return on in apart if wanted else not apart


def _against(one: Content, other: Content, weights: Weights) -> Iterator[tuple[float, str, bool | None]]:
    """The facets in which two statements disagree, and how surely it is one matter."""
    if {one.act, other.act} - {"say", "deny"} or _one_breath(one, other):
        return
    if (sure := doers(one, other, weights)) is not None:
        yield sure, "actor", None
        return
    if figures(one, other) or put_right(one, other) or put_right(other, one):
        yield 1.0, "number", None
        return
    if moved(one, other) or moved(other, one):
        yield 1.0, "occurrence", None
        return
    if one.against != other.against:
        yield from _said_and_denied(one, other, weights)
        return
    differ = conflicts(one, other)
    if nested(one, other) and (one.elsewhere & other.where or other.elsewhere & one.where):
        yield 1.0, "venue", None  # `in X, and not in Y as some have it`
        return
    if not one.against and not differ and one.page != other.page and rivals(one, other):
        score, shared = _topic(one, other, weights)
        if score >= _ACTOR and shared >= _SHARED:
            yield score, "actor", None
        return
    if one.against or not differ & {"date", "venue", "number"} or differ & {"tense", "level"}:
        return
    if _headline(one, other) or (one.marks ^ other.marks) & _ENDS:
        return
    score, shared = _topic(one, other, weights)
    planned = "future" in {one.tense, other.tense} and "date" in differ
    if shared < _SHARED or score < (_PLANNED if planned else _TOPIC):
        return
    if _another(one, other):
        return
    if one.actors and one.actors == other.actors and days_apart(one, other) <= _ONE_MIND and "number" not in differ:
        return
    exact = any(mark[0] == "#" for mark in one.marks & other.marks)
    ahead = (_ahead(one) and _ahead(other)) or (score >= _PAST and exact)
    if (
        ahead
        and "date" in differ
        and "number" not in differ
        and _one_day(one)
        and _one_day(other)
        and not _same_word_of_day(one, other)
        and _one_head(one, other)
    ):
        yield score, "date", True
    if ahead and "venue" in differ and not _within(one, other):
        yield score, "venue", True
    position = (one.marks | other.marks) & _POSITIONS
    if (
        "number" in differ
        and score >= _COUNTED
        and not differ & {"date", "venue"}
        and not position
        and (one.said.status in _COMING) == (other.said.status in _COMING)
        and _counts(one, other)
        and _one_scene(one, other)
    ):
        yield score, "number", False


def _said_and_denied(one: Content, other: Content, weights: Weights) -> Iterator[tuple[float, str, bool | None]]:
    """A denial and what it denies, in day, place and number; neither sets one thing before another."""
    if one.limited or other.limited or "opinion" in {one.said.status, other.said.status}:
        return
    if one.page == other.page and one.said.content == other.said.content:
        return
    if one.actors and one.actors == other.actors and days_apart(one, other) <= _ONE_MIND:
        return
    like = compare(one, other, weights)
    if like.conflicts & {"number", "date", "venue", "level"} or like.own < 0.5 * _SHARED or like.shared < _SHARED:
        return
    denied = "deny" in {one.act, other.act}
    no, yes = (one, other) if one.against else (other, one)
    if (yes.marks - no.marks) & _TURNS:
        return
    if _turned(no, yes, denied) or not (_own_words(one, other) or nested(no, yes)):
        return
    if not no.head & (yes.marks | yes.context) or (nested(no, yes) and like.score < _TRUTH):
        return
    apart_pages = like.own >= _SHARED and one.page != other.page
    if like.score >= (_DENIED if denied else _NEGATED) and (denied or apart_pages):
        yield like.score, "occurrence", False


def _turned(no: Content, yes: Content, denied: bool) -> bool:
    """What a denial is laid beside is itself turned round, or only what would follow from it; or the denial points
    at what its own page said just before, and the other is not that."""
    words = _spoken(yes)
    if words & particles("untrue") or yes.said.status in {"conditional", "denied"} or (denied and no.said.negated):
        return True
    if not denied and (words & particles("not_sentence") or not _one_name(no, yes)):
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


def _spoken(content: Content) -> frozenset[str]:
    """The words of a content in the reading."""
    return frozenset(_WORD.findall(content.said.what))


def _another(one: Content, other: Content) -> bool:
    """Opinions, and what one content tells as `another` thing, are no other telling of the same."""
    ours, theirs = (_spoken(c) & particles("another") for c in (one, other))
    return bool(ours) != bool(theirs) or "opinion" in {one.said.status, other.said.status}


def _ahead(content: Content) -> bool:
    """Whether it is about what is still to come."""
    return content.tense == "future" or (content.tense != "past" and content.said.status in _COMING)


def _one_head(one: Content, other: Content) -> bool:
    """What either begins with, the other tells too: the day is that of one event. `It was to be held in May` tells the
    day of nothing."""
    once = any(_spoken(content) & particles("was") and _spoken(content) & particles("due") for content in (one, other))
    return not once and (bool(one.head & other.marks) or bool(other.head & one.marks))


def _one_day(content: Content) -> bool:
    """Of several days nobody can say which is the event's; a weekday's neighbours are no other days."""
    return len({day for day in content.when if (day[0] - content.when[0][0]).days % _WEEK}) == 0


def _same_word_of_day(one: Content, other: Content) -> bool:
    """`today` of two pages, or one weekday: what comes every day, or a page that took over the other's words; `today`
    and `tomorrow` of one teller; or a year to which another is compared."""
    ours, theirs = _spoken(one), _spoken(other)
    daily = bool(one.actors) and one.actors == other.actors and bool(ours & particles("day") and theirs & particles("day"))
    return daily or bool(ours & theirs & particles("day")) or bool((ours | theirs) & particles("compared"))


def _within(one: Content, other: Content) -> bool:
    """A state and its own capital are no two places."""
    return any(capitals().get(a) == b or capitals().get(b) == a for a in one.where for b in other.where)


def _one_scene(one: Content, other: Content) -> bool:
    """Whether the place that one page names most is named on the other: floods in two states are alike in words."""
    return any(a.scene is None or a.scene in b.named for a, b in ((one, other), (other, one)))


def _headline(one: Content, other: Content) -> bool:
    """A headline and its own story: what they differ in, two statements of the story would."""
    return one.page == other.page and one.said.title != other.said.title


def _one_breath(one: Content, other: Content) -> bool:
    """One teller on one page does not contradict himself."""
    return one.page == other.page and tellers(one)[-1:] == tellers(other)[-1:]


def _topic(one: Content, other: Content, weights: Weights) -> tuple[float, float]:
    """How much two contents are about the same matter, leaving out what they may disagree on."""
    places = {f"@{key}" for c in (one, other) for key in (*c.where, *c.elsewhere)}

    def bare(marks: frozenset[str]) -> set[str]:
        return {mark for mark in marks - places if mark[:1] not in "~#"}

    ours, theirs = bare(one.marks), bare(other.marks)
    common = ours & theirs
    near = (bare(one.context) & theirs) | (bare(other.context) & ours)
    shared = weights.sum(common) + 0.5 * weights.sum(near)
    mine, yours = weights.sum(ours) + 0.5 * weights.sum(near), weights.sum(theirs) + 0.5 * weights.sum(near)
    if sum(mark[0] != "√" for mark in common) < _WORDS:
        return 0.0, 0.0
    return 0.5 * shared / min(mine, yours) + shared / (mine + yours), shared / weights.rare


def _apart(a: Told, b: Told) -> set[str]:
    """Whether two claims as wholes have other days or other places."""
    found = set()
    days = [[day for c in told.members for day in c.when] for told in (a, b)]
    if all(days) and not any(x[0] <= y[1] and y[0] <= x[1] for x in days[0] for y in days[1]):
        found.add("date")
    ruled = [frozenset(key for c in told.members for key in c.elsewhere) for told in (a, b)]
    if not a.where & b.where and ((a.where and b.where) or a.where & ruled[1] or b.where & ruled[0]):
        found.add("venue")
    return found


def _counts(one: Content, other: Content) -> bool:
    """Both count the same, in one order of size, and say the same of it: words in common besides names and what is
    counted."""
    units = _units(one) & _units(other)
    common = (one.marks & other.marks) - units
    ours, theirs = (
        [q.value for q in c.numbers if q.value and {q.unit, *_dead(c, q.unit)} & units] for c in (one, other)
    )
    near = any(x <= _TIMES * y and y <= _TIMES * x for x in ours for y in theirs)
    return near and bool(units) and sum(mark[0] not in "@√~#<" for mark in common) >= _WORDS


def _units(content: Content) -> set[str]:
    """What is counted; persons of whom it is told that they died are counted as dead."""
    return {unit for q in content.numbers for unit in (q.unit, *_dead(content, q.unit))}


def _dead(content: Content, unit: str) -> tuple[str, ...]:
    return ("=die",) if unit in {"=person", "=people"} and "=die" in content.marks else ()

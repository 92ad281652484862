"""The facets in which two statements of one matter disagree: who, where, when, how many, whether at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from musnad.links.claims.both_sides import doers, figures, moved, other_fates, put_right
from musnad.links.claims.content import Content, days_apart, tellers
from musnad.links.claims.denials import ONE_MIND, said_and_denied
from musnad.links.claims.match import Weights, conflicts, nested, rivals, turned
from musnad.links.claims.places import capitals
from musnad.links.claims.quantities import Quantity
from musnad.links.claims.words import particles

__all__ = ["PLANNED", "SHARED", "facets"]

_TOPIC = 0.50  # likeness of two contents without their days, places and numbers
PLANNED = 0.46  # the same where a day to come differs: the least that is asked
_PLAN = 0.70  # likeness of two contents that tell of one plan, or of the last of its kind, another day
_TURNED = 0.60  # likeness of two contents of which one says that it is not so of a thing: `unsafe`
_COUNTED = 0.55  # likeness of two contents that count: many things are counted in the same words
_ACTOR = 0.50  # likeness of two contents that give one deed to two
_PAST = 0.85  # likeness of two contents about one past event, with a number in common: many events are alike
_WORDS = 2  # words that two contents themselves share, besides what they disagree on
SHARED = 0.8  # rare words' weight in common
_TIMES = 10  # how many times a number another of the same is, at most
_WEEK = 7
_STATISTICS = 2  # numbers of one content, beyond which it is no count
_LATELY = frozenset(("اليوم", "امس"))
_BY = re.compile(r"\b(?:قبل|حتي|بحلول|لغايه|يتجاوز) (?:\d|نهايه|منتصف|مطلع|يوم|شهر|آخر|انتهاء|انقضاء)")
_WORD = re.compile(r"\w+")
_ENDS = frozenset(("=boycott", "=cancel", "=collapse", "=stop"))  # what makes another event of it
_COMING = frozenset(("planned", "expected", "possible", "conditional"))
_POSITIONS = frozenset(("=demand", "=offer", "=pledge", "=refuse", "=accept"))  # numbers that are wanted or offered


def facets(one: Content, other: Content, weights: Weights) -> Iterator[tuple[float, str, bool | None]]:
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
    if turned(one, other):
        score, shared = _topic(one, other, weights)
        if score >= _TURNED and shared >= SHARED and one.against == other.against and not nested(one, other):
            yield score, "occurrence", False
        return
    if one.against != other.against:
        yield from said_and_denied(one, other, weights)
        return
    differ = conflicts(one, other)
    if nested(one, other) and (one.elsewhere & other.where or other.elsewhere & one.where):
        yield 1.0, "venue", None  # `in X, and not in Y as some have it`
        return
    if not one.against and not differ and one.page != other.page and rivals(one, other):
        score, shared = _topic(one, other, weights)
        if score >= _ACTOR and shared >= SHARED:
            yield score, "actor", None
        return
    if one.against or not differ & {"date", "venue", "number"} or differ & {"tense", "level"}:
        return
    if "hopes" not in {one.said.stance, other.said.stance}:
        yield from _told_otherwise(one, other, weights, differ)


def _told_otherwise(
    one: Content, other: Content, weights: Weights, differ: frozenset[str]
) -> Iterator[tuple[float, str, bool | None]]:
    """The day, the place and the number of one matter, as far as two statements tell them otherwise (`differ`)."""
    if _headline(one, other) or (one.marks ^ other.marks) & _ENDS:
        return
    score, shared = _topic(one, other, weights)
    planned = "future" in {one.tense, other.tense} and "date" in differ
    if shared < SHARED or score < (PLANNED if planned else _TOPIC):
        return
    if _another(one, other):
        return
    if one.actors and one.actors == other.actors and days_apart(one, other) <= ONE_MIND and "number" not in differ:
        return
    exact = any(mark[0] == "#" for mark in one.marks & other.marks)
    once = score >= _PLAN and all(_spoken(content) & particles("once") for content in (one, other))
    ahead = (_ahead(one) and _ahead(other)) or (score >= _PAST and exact) or once
    if (
        ahead
        and "date" in differ
        and "number" not in differ
        and _one_day(one)
        and _one_day(other)
        and not _same_word_of_day(one, other)
        and not _by_then(one, other)
        and not _stale(one, other)
        and _one_head(one, other)
    ):
        yield score, "date", True
    if ahead and "venue" in differ and "number" not in differ and not _within(one, other):
        yield score, "venue", True
    if ahead and {"date", "number"} <= differ and "venue" not in differ and _one_plan(one, other, score):
        yield score, "date", True
        yield score, "number", None
    if "number" in differ and not differ & {"date", "venue"} and score >= _COUNTED and _counted(one, other):
        yield score, "number", False


def _counted(one: Content, other: Content) -> bool:
    """Whether two numbers that differ are of one thing, and neither is only wanted or still to come."""
    if (one.marks | other.marks) & _POSITIONS:
        return False
    if one.page == other.page and max(len(one.numbers), len(other.numbers)) > _STATISTICS:
        return False
    if _within_bound(one, other) or _within_bound(other, one):
        return False
    coming = [content.status in _COMING for content in (one, other)]
    return coming[0] == coming[1] and _counts(one, other) and _one_scene(one, other)


def _one_plan(one: Content, other: Content, score: float) -> bool:
    """Whether two contents that tell another day and another number are of one thing to come."""
    planned = {one.status, other.status} <= _COMING and score >= _PLAN
    return planned and _one_day(one) and _one_day(other) and _one_head(one, other) and _counted(one, other)


def _within_bound(bound: Content, other: Content) -> bool:
    """Whether all numbers of the other are as many as one says that there are at least, or at most."""
    if bound.status not in _COMING:
        return False  # two tolls, however many more there may be
    ours, theirs = [q.value for q in bound.numbers], [q.value for q in other.numbers]
    least = bound.at_least and min(theirs) >= max(ours)
    return least or (bound.at_most and max(theirs) <= min(ours))


def _spoken(content: Content) -> frozenset[str]:
    """The words of a content in the reading."""
    return frozenset(_WORD.findall(content.said.what))


def _another(one: Content, other: Content) -> bool:
    """Opinions, and what one content tells as `another` thing, are no other telling of the same."""
    ours, theirs = (_spoken(c) & particles("another") for c in (one, other))
    return bool(ours) != bool(theirs) or "opinion" in {one.status, other.status}


def _ahead(content: Content) -> bool:
    """Whether it is about what is still to come."""
    return content.tense == "future" or (content.tense != "past" and content.status in _COMING)


def _one_head(one: Content, other: Content) -> bool:
    """What either begins with, the other tells too: the day is that of one event. `It was to be held in May` tells the
    day of nothing."""
    once = any(_spoken(content) & particles("was") and _spoken(content) & particles("due") for content in (one, other))
    return not once and (bool(one.head & other.marks) or bool(other.head & one.marks))


def _one_day(content: Content) -> bool:
    """Of several days nobody can say which is the event's; a weekday's neighbours are no other days."""
    return len({day for day in content.when if (day[0] - content.when[0][0]).days % _WEEK}) == 0


def _stale(one: Content, other: Content) -> bool:
    """`today` of one page is `yesterday` of the next day's, or is printed a day late."""
    said = all(_spoken(content) & _LATELY for content in (one, other))
    return said and abs((one.when[0][0] - other.when[0][0]).days) <= 1


def _by_then(one: Content, other: Content) -> bool:
    """`before the 25th` and `on the 20th`: what comes by a day may come on any that is earlier."""
    bounds = [bool(_BY.search(content.said.what)) for content in (one, other)]
    by, then = (one, other) if bounds[0] else (other, one)
    return all(bounds) or (any(bounds) and then.when[0][0] <= by.when[0][1])


def _same_word_of_day(one: Content, other: Content) -> bool:
    """`today` of two pages, or one weekday: what comes every day, or a page that took over the other's words; `today`
    and `tomorrow` of one teller; or a year to which another is compared."""
    ours, theirs = _spoken(one), _spoken(other)
    daily = (
        bool(one.actors) and one.actors == other.actors and bool(ours & particles("day") and theirs & particles("day"))
    )
    return daily or bool(ours & theirs & particles("day")) or bool((ours | theirs) & particles("compared"))


def _within(one: Content, other: Content) -> bool:
    """A state and its own capital are no two places."""
    return any(capitals().get(a) == b or capitals().get(b) == a for a in one.where for b in other.where)


def _one_scene(one: Content, other: Content) -> bool:
    """Whether the place that one page names most is named on the other: floods in two states are alike in words."""
    return any(a.scene is None or a.scene in b.named for a, b in ((one, other), (other, one)))


def _headline(one: Content, other: Content) -> bool:
    """A headline and its own story: what they differ in, two statements of the story would."""
    return one.page == other.page and one.title != other.title


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


def _counts(one: Content, other: Content) -> bool:
    """Both count the same, in one order of size, and say the same of it: words in common besides names and what is
    counted."""
    units = _units(one) & _units(other)
    common = (one.marks & other.marks) - units
    ours, theirs = ([q.value for q in c.numbers if q.value and {q.unit, *_dead(c, q)} & units] for c in (one, other))
    if other_fates(one.numbers, other.numbers):
        return False
    near = any(x <= _TIMES * y and y <= _TIMES * x for x in ours for y in theirs)
    said = sum(mark[0] not in "@√~#<" for mark in common) >= _WORDS or _but_for_numbers(one) == _but_for_numbers(other)
    return near and bool(units) and said


def _but_for_numbers(content: Content) -> frozenset[str]:
    """All that a content tells besides how many."""
    return frozenset(mark for mark in content.marks if mark[0] != "#")


def _units(content: Content) -> set[str]:
    """What is counted; persons of whom it is told that they died are counted as dead."""
    return {unit for q in content.numbers for unit in (q.unit, *_dead(content, q))}


def _dead(content: Content, number: Quantity) -> tuple[str, ...]:
    """`four people died`; `four workers died` where it is the first that is counted."""
    people = number.unit in {"=person", "=people"} and "=die" in content.marks
    first = number == content.numbers[0] and "=die" in number.near
    return ("=die",) if people or first else ()

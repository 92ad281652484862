"""Whether two statements put the same content forward: how much of their words' weight they share, and what stands
against it. A pair is confirmed here; which pairs are looked at is told elsewhere (`propose`)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import cache, cached_property
from typing import NamedTuple

from musnad.links.claims.content import Content
from musnad.links.claims.days import Days
from musnad.links.claims.places import CAPITAL, capitals, elsewhere
from musnad.links.claims.words import Counts, against
from musnad.links.rarity import counted, sized

__all__ = ["ONE_ONLY", "Likeness", "Weights", "compare", "conflicts", "nested", "opposed", "rivals", "turned"]

_NAMED = {"@": 1.0, "=": 1.0, "#": 1.3, "~": 1.3, "<": 0.4, "√": 0.5}
_EXACT = 1.8  # a number that is told to the unit is seldom the same by chance
_BARE = 0.5  # a word's form and its root are two marks; together they weigh one
_CONTEXT = 0.5
_MOOD = 0.15  # what happened and what may happen, where only the statements' status tells them apart
_TURN = 0.16  # a word that turns the rest round stands in one alone
_TURNS = frozenset(("=refuse", "=cancel", "=delay", "=stop", "=accept", "=attend"))
_MANY, _ROUND = 1_000, 0.01  # from which number on how far one may be rounded
_UNIT = 10_000  # by which weights are made whole numbers
_MONTH = 32
_LATE = ((25, 0.15), (10, 0.08))  # days between two pages: news are repeated at once, or they are other news
_FIXED = 0.15  # the same, where a plan has got a day meanwhile: it is a plan of its own
ONE_ONLY = frozenset(("=win", "=appoint", "=responsible"))  # deeds of one alone
_COMING = frozenset(("planned", "expected", "possible", "conditional"))
_DONE = frozenset(("occurred", "opinion"))  # what nobody can tell of before it is there


class Likeness(NamedTuple):
    """`score` 0-1: the share of weight in common; `shared`: that weight, `own` the part of it that the contents
    themselves have, without the words around them, both in rare words; `conflicts`: facets that differ."""

    score: float
    shared: float
    own: float
    conflicts: frozenset[str]


NOTHING = Likeness(0.0, 0.0, 0.0, frozenset())


class Weights(dict[str, int]):
    """What each mark weighs: the rarer among the pages, the more. Weights are whole numbers, whose sums are the same in
    any order. `often`: on how many pages each mark stands, `pages`: how many pages say anything."""

    def __init__(self, often: Counts, pages: int) -> None:
        super().__init__()
        self._often = often
        self._pages = sized(max(pages, 1))
        self._totals: dict[tuple[str, int], int] = {}

    def __missing__(self, mark: str) -> int:
        found = self[mark] = _weight(mark, counted(max(self._often.get(mark, 0), 1)), self._pages)
        return found

    @cached_property
    def rare(self) -> int:
        """The weight of a word that one page alone has: what `much in common` is measured by."""
        return _weight("=", 1, self._pages)

    def sum(self, marks: Iterable[str]) -> int:
        """The weight of several marks."""
        return sum(map(self.__getitem__, marks))

    def total(self, content: Content) -> int:
        """The weight of a whole content."""
        found = self._totals.get(content.ref)
        if found is None:
            found = self._totals[content.ref] = self.sum(content.marks)
        return found


def _weight(mark: str, often: int, pages: int) -> int:
    by = _EXACT if mark[:1] == "#" and float(mark[1:]) > 12 else _NAMED.get(mark[:1], _BARE)
    return _rarity(by, often, pages)


@cache
def _rarity(by: float, often: int, pages: int) -> int:
    return round(_UNIT * (0.5 + math.log1p(pages / often)) * by)


def compare(a: Content, b: Content, weights: Weights) -> Likeness:
    """How alike two contents are, whichever of them comes first."""
    common = a.marks & b.marks
    near = (a.context & b.marks) | (b.context & a.marks) if a.context or b.context else frozenset()
    ours, theirs = weights.total(a), weights.total(b)
    if not ours or not theirs or not common | near:
        return NOTHING
    own: float = weights.sum(common)
    if a.when and b.when and _same_days(a, b, common):
        own += 0.5 * weights.rare
    extra = _CONTEXT * weights.sum(mark for mark in near if not mark.startswith("#")) if near else 0.0
    shared = own + extra
    score = 0.5 * shared / (min(ours, theirs) + extra) + shared / (ours + theirs + 2 * extra)
    score -= _MOOD if _moods(a, b) else 0
    score -= _TURN if (a.marks ^ b.marks) & _TURNS else 0
    score -= _late(a, b)
    return Likeness(score, shared / weights.rare, own / weights.rare, conflicts(a, b))


def _same_days(a: Content, b: Content, common: frozenset[str]) -> bool:
    """Days that lie in each other and are not written alike."""
    return not any(mark[0] == "~" for mark in common) and any(_within(x, y) for x in a.when for y in b.when)


def conflicts(a: Content, b: Content) -> frozenset[str]:
    """The facets in which two contents cannot both be meant: act, tense, occurrence, number, venue, date,
    level of a meeting, one place or the choice of several, who did it."""
    found: set[str] = set()
    if not _acts(a, b):
        found.add("act")
    if {a.tense, b.tense} == {"past", "future"} or _still_to_come(a, b) or _still_to_come(b, a):
        found.add("tense")
    if a.against != b.against or turned(a, b):
        found.add("occurrence")
    if _numbers(a, b):
        found.add("number")
    if _venues(a, b):
        found.add("venue")
    if a.level and b.level and not a.level & b.level:
        found.add("level")
    if a.where & b.where and a.where != b.where and _choice(a) != _choice(b):
        found.add("choice")
    if a.when and b.when and not any(_meet(x, y) for x in a.when for y in b.when):
        found.add("date")
    if a.deed.doer and b.deed.doer and not a.deed.doer & b.deed.doer:
        found.add("doer")
    return frozenset(found)


def turned(a: Content, b: Content) -> bool:
    """Whether one tells turned into its opposite (`unsafe`) what the other tells as it is."""
    if not a.unlike and not b.unlike:
        return False
    return bool((a.unlike - b.unlike) & b.marks or (b.unlike - a.unlike) & a.marks)


def _still_to_come(a: Content, b: Content) -> bool:
    """One has a day ahead or a verb of the future, the other is told as done, judged, or announced as it is done."""
    announced = b.said.stance == "announces" and not b.when
    if not (b.status in _DONE or announced) or b.tense == "future" or b.ahead or b.title:
        return False  # a headline leaves its verb out
    return a.ahead or (a.tense == "future" and a.status in _COMING)


def _late(a: Content, b: Content) -> float:
    """What the days between two pages take off, where they share no party's position, no teller and no day."""
    if not a.day or not b.day or a.act not in {"say", "deny"} or a.limited or (a.actors and a.actors == b.actors):
        return 0.0
    apart = max((a.day[0] - b.day[1]).days, (b.day[0] - a.day[1]).days)
    off = next((off for days, off in _LATE if apart > days), 0.0)
    if off and bool(a.when) != bool(b.when) and {a.status, b.status} <= _COMING:
        off += _FIXED
    return 0.0 if off and any(mark[0] == "~" for mark in a.marks & b.marks) else off


def _moods(a: Content, b: Content) -> bool:
    return {a.status in _COMING, b.status in _COMING} == {True, False} and not _DONE.isdisjoint((a.status, b.status))


def _acts(a: Content, b: Content) -> bool:
    """A party's offer and its plan are one where both are to come; a denial and a negative are told by `against`."""
    if a.act == b.act or {a.act, b.act} == {"deny", "say"}:
        return True
    own = bool(a.actors) and a.actors == b.actors
    return {a.act, b.act} == {"offer", "say"} and own and "occurred" not in {a.status, b.status}


def _numbers(a: Content, b: Content) -> bool:
    """Other numbers of one thing, or as many numbers of the same things of which some are others."""
    mine, yours = ([q for q in c.numbers if not q.ruled_out] for c in (a, b))
    if not mine or not yours:
        return False
    ours = {q.value for q in mine}
    theirs = {next((value for value in ours if _rounded(value, q.value)), q.value) for q in yours}
    units = Counter(q.unit for q in mine), Counter(q.unit for q in yours)
    if ours & theirs:
        return ours != theirs and units[0] == units[1] and len(ours) == len(theirs)
    return bool(units[0] & units[1]) or len(ours) == len(theirs)


def _rounded(one: float, other: float) -> bool:
    """`13.2 thousand` and 13,282; a point that parts thousands."""
    low, high = sorted((one, other))
    return high >= _MANY and (high - low <= _ROUND * high or high == low * 1_000)


def _venues(a: Content, b: Content) -> bool:
    """Other places, or a place that the other rules out. A capital without its name may be any place but a capital; a
    town may lie in a state that is not known to have another capital."""
    if not ((a.where or a.elsewhere) and (b.where or b.elsewhere)) or a.where & b.where:
        return False
    unnamed = {any(place.startswith(CAPITAL) for place in c.where) for c in (a, b)}
    far = elsewhere(a.where, b.where) and len(unnamed) == 1
    if far and all(_may_lie_in(x, y) for x in a.where for y in b.where):
        far = False
    return far or bool(a.where & b.elsewhere or a.elsewhere & b.where)


def _may_lie_in(one: str, other: str) -> bool:
    """Whether one of two places is a state and the other may be in it."""
    states = [place in capitals() for place in (one, other)]
    town, state = (one, other) if states[1] else (other, one)
    return states[0] != states[1] and town not in capitals().values() and not town.startswith(CAPITAL) and bool(state)


def _within(x: Days, y: Days) -> bool:
    """A day within a month or the like; a year is no day's neighbour."""
    return _meet(x, y) and (x[1] - x[0]).days < _MONTH and (y[1] - y[0]).days < _MONTH


def _choice(content: Content) -> bool:
    """`in X or in Y`, whatever stands with it: two places, and the one or the other."""
    return len(content.where) > 1 and bool({"او", "ام"} & set(content.said.what.split()))


def _meet(x: Days, y: Days) -> bool:
    return x[0] <= y[1] and y[0] <= x[1]


def rivals(a: Content, b: Content) -> bool:
    """Whether two contents give one deed that only one can have done (won, was named, claimed an attack) to two."""
    if not a.marks & b.marks & ONE_ONLY:
        return False
    ours, theirs = a.who - b.who, b.who - a.who
    return len(ours) == 1 and len(theirs) == 1 and not {key[1:] for key in ours | theirs} & (a.where | b.where)


def opposed(a: Content, b: Content) -> bool:
    """Whether one has a word whose opposite the other has, and not the word itself."""
    ours = [mark for mark in a.marks - b.marks if mark[0] == "="]
    theirs = [mark for mark in b.marks - a.marks if mark[0] == "="]
    return any(against(one, other) for one in ours for other in theirs)


def nested(a: Content, b: Content) -> bool:
    """One statement stands inside the other's content: what a speaker says that another said."""
    if a.page != b.page or not a.said.content or not b.said.content:
        return False
    spans = [(c.said.content[0].start, c.said.content[-1].end) for c in (a, b)]
    (s, e), (t, f) = spans
    return spans[0] != spans[1] and ((s <= t and f <= e) or (t <= s and e <= f))

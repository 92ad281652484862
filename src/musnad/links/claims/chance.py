"""Whether two statements can be one content, or disagree, told by their marks and a few bits alone: most pairs that
share a rare word are neither, and need not be opened.

What is told here has to be true of every pair that `cluster.confirmed` or `contrary.disputes` makes something of; a
test holds it to that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from musnad.links.claims.borrowed import ALIKE, of_unnamed
from musnad.links.claims.cluster import ENOUGH
from musnad.links.claims.content import Content
from musnad.links.claims.denials import DENIED, MOST_OF_IT
from musnad.links.claims.facets import PLANNED, SHARED
from musnad.links.claims.match import ONE_ONLY
from musnad.links.claims.rejoinders import brief
from musnad.links.claims.ties import APART, DENIED_AGAIN, ONE_PLACE, QUOTED, RETOLD, SAID_AGAIN, Tie

__all__ = [
    "Chance",
    "Sketch",
    "Topic",
    "bits",
    "both_unnamed",
    "chance",
    "may_be_heard",
    "may_be_one",
    "may_disagree",
    "topical",
]

# What a content has or does.
_SAYS, _DATED, _COUNTS, _PLACED, _ALONE, _DEED, _CORRECTS, _STAYS = (1 << bit for bit in range(8))
_DENIES, _WANTS, _EXPECTS, _ONLY, _QUOTES, _PRESSED, _UNNAMED, _AGAINST = (1 << bit for bit in range(8, 16))
_UNLIKE, _BRIEF = 1 << 16, 1 << 17
_DIFFER = _DATED | _COUNTS | _PLACED | _ALONE
_AGAIN = ((_DENIES, DENIED_AGAIN), (_WANTS | _EXPECTS, SAID_AGAIN), (_ONLY, ONE_PLACE))
_PRESS = frozenset(("outlet", "agency"))


def bits(content: Content) -> int:
    """What a content has or does, as `chance` reads it."""
    told = {
        _SAYS: content.act in {"say", "deny"},
        _DATED: content.when,
        _COUNTS: content.numbers,
        _PLACED: content.where or content.elsewhere,
        _ALONE: content.marks & ONE_ONLY,
        _DEED: content.deed.doer,
        _CORRECTS: any(number.ruled_out for number in content.numbers),
        _STAYS: content.act == "deny" and "=move" in content.marks,
        _DENIES: content.act == "deny",
        _WANTS: content.act in {"demand", "offer", "refuse"},
        _EXPECTS: content.said.stance == "expects",
        _ONLY: content.only,
        _QUOTES: any(link.kind in _PRESS and link.entity for link in content.said.chain),
        _PRESSED: any(link.kind in _PRESS for link in content.said.chain),
        _UNNAMED: of_unnamed(content),
        _AGAINST: content.against,
        _UNLIKE: content.unlike,
        _BRIEF: brief(content),
    }
    return sum(bit for bit, has in told.items() if has)


class Sketch(NamedTuple):
    """A statement as its marks tell it, by number; `total`: what they weigh together."""

    bits: int
    marks: frozenset[int]
    context: frozenset[int]
    total: int


class Topic(NamedTuple):
    """The marks of a statement that are no days and numbers, what those of them weigh that are no names, and those of
    the words around it."""

    marks: frozenset[int]
    least: int
    context: frozenset[int]


class Chance(NamedTuple):
    """At most so much weight is in common, in rare words, and so much alike two statements are."""

    shared: float
    score: float


def chance(a: Sketch, b: Sketch, shared: int, rare: int) -> Chance:
    """`shared`: the weight of the marks that they have in common, context and all; `rare`: of a rare word."""
    most = shared + rare if a.bits & b.bits & _DATED else shared  # days that lie in each other count too
    low = min(a.total, b.total)
    return Chance(most / rare, 0.5 * most / low + most / (a.total + b.total) if low else 0.0)


def topical(a: Topic, b: Topic, weigh: Callable[[frozenset[int]], int], rare: int) -> Chance:
    """The same, whatever days, places and numbers the two have. `weigh`: what some marks weigh together."""
    near = 0.5 * weigh((a.context & b.marks) | (b.context & a.marks))
    most, low = weigh(a.marks & b.marks) + near, min(a.least, b.least) + near
    return Chance(most / rare, 0.5 * most / low + most / (a.least + b.least + 2 * near) if low else 1.0)


def both_unnamed(a: int, b: int) -> bool:
    """Whether unnamed sources have said both of two statements, by what they have or do."""
    return bool(a & b & _UNNAMED)


def may_be_heard(told: Chance) -> bool:
    """Whether two statements of unnamed sources can be what one of them said."""
    return told.score >= ALIKE


def may_be_one(a: Sketch, b: Sketch, told: Chance, tied: Callable[[], bool]) -> bool:
    """Whether two statements of two pages can be one content. `tied`: one page took words of the other."""

    def passes(tie: Tie) -> bool:
        return told.score > tie.bar and told.shared >= tie.ease * ENOUGH

    if passes(APART):
        return True
    if not passes(ONE_PLACE):  # none is looser
        return False
    return any(map(passes, _ties(a.bits, b.bits))) or (passes(RETOLD) and tied())


def _ties(a: int, b: int) -> Iterator[Tie]:
    """What may tie two statements, by what they have or do."""
    if (a & _QUOTES and not b & _PRESSED) or (b & _QUOTES and not a & _PRESSED):
        yield QUOTED
    yield from (tie for bits, tie in _AGAIN if a & b & bits)


def may_disagree(a: Sketch, b: Sketch, told: Chance, topic: Callable[[], Chance]) -> bool:
    """Whether two statements of two pages can disagree. `topic`: what they share besides days, places and numbers."""
    both = a.bits & b.bits
    if not both & _SAYS:
        return False
    if both & _DEED or _crossed(a.bits, b.bits) or _crossed(b.bits, a.bits):
        return True
    if told.shared < SHARED or both & _AGAINST:
        return False
    if (a.bits ^ b.bits) & _AGAINST:
        return told.score >= (0.5 * MOST_OF_IT if (a.bits ^ b.bits) & _DENIES else DENIED)
    if both & _BRIEF or (a.bits ^ b.bits) & _DEED:
        return True
    if not both & _DIFFER and not (a.bits | b.bits) & _UNLIKE:
        return False
    besides = topic()
    return besides.shared >= SHARED and besides.score >= PLANNED


def _crossed(a: int, b: int) -> bool:
    """A number that is put right and one that may be; what is denied to have moved and where it may be."""
    return bool((a & _CORRECTS and b & _COUNTS) or (a & _STAYS and b & _PLACED))

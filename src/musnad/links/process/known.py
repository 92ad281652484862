"""An event without its tellings: what tells whether a page that only says `the meeting` means it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import cache

import msgspec

from musnad.links.process.cluster import Cluster
from musnad.links.process.days import Days, apart, bounds
from musnad.links.process.tellings import Telling

__all__ = ["AND", "Summary", "meant", "nearby", "summary"]

AND = "\x1f"  # between the parts of a telling's id: its page, where it stands, its type, a count
_NEAR = 30  # days between pages that speak of one thing without naming all who take part


class Summary(msgspec.Struct, array_like=True):
    """A cluster as it was gathered. `members`: its tellings by id, in order, of which the first `own` name something of
    their own; `kept_at`: where its finding is kept. `happened`: a page says where or when it was; `published`: the days
    of its pages. The rest is the cluster's."""

    type: str
    level: str | None
    days: Days | None
    happened: bool
    done: str | None
    sides: frozenset[str]
    actors: frozenset[str]
    published: list[str | None]
    start: int
    own: int
    members: list[str]
    kept_at: str = ""

    def on(self, doc: str) -> list[int]:
        """Where a page tells it in words of its own."""
        begins = doc + AND
        return [int(name.split(AND, 2)[1]) for name in self.members[: self.own] if name.startswith(begins)]


def summary(cluster: Cluster, members: Sequence[str]) -> Summary:
    """What is kept of a cluster; `members`: the ids of its tellings."""
    return Summary(
        type=cluster.type,
        level=cluster.level,
        days=cluster.days,
        happened=any(t.status == "occurred" and (t.place or t.days) for t in cluster.members),
        done=cluster.done,
        sides=cluster.sides,
        actors=cluster.actors,
        published=sorted({t.published for t in cluster.members}, key=str),
        start=cluster.members[0].start,
        own=len(members),
        members=list(members),
    )


def meant(
    telling: Telling,
    here: Iterable[str],
    there: Iterable[str],
    events: Mapping[str, Summary],
    claims: Mapping[str, set[str]],
    near: Callable[[str | None], Set[str | None]],
) -> str | None:
    """Which event a telling means that only says `the meeting`: one that its page tells of (`here`), else one of the
    pages of its parties (`there`, of several parties where no level is told); of several the one that it is nearest to
    by claim, by level, as the one that its page spoke of last, by size. `claims`: by event the claims that it belongs
    to, `near`: by day those on which pages speak of one thing without naming all who take part."""
    level, now = telling.level, bounds(telling.published, None) if telling.ahead else None
    days = near(telling.published)

    def may_be(told: Summary) -> bool:
        """A summit is none that pages do not call so; what is still awaited is nothing that happened before."""
        if level and level != told.level:
            return False
        return now is None or told.done is None or told.done >= now[0]

    def theirs(told: Summary) -> bool:
        """Whether a page that names one of their parties can mean these: it names all, or is near."""
        return told.sides <= telling.there or not days.isdisjoint(told.published)

    known = [lead for lead in here if may_be(events[lead])]
    known = known or [lead for lead in there if may_be(events[lead]) and theirs(events[lead])]

    def close(lead: str) -> tuple[bool, bool, int, int, int]:
        told = events[lead]
        claim = bool(telling.claim) and telling.claim in claims[lead]
        before = max((start for start in told.on(telling.doc) if start < telling.start), default=-1)
        return claim, bool(telling.level) and telling.level == told.level, before, told.own, -told.start

    return max(known, key=close, default=None)


def nearby(of: Iterable[str | None]) -> Callable[[str | None], Set[str | None]]:
    """By day those `of` the days that are near it."""
    days = frozenset(of)
    return cache(lambda day: frozenset(each for each in days if _days_apart(day, each) <= _NEAR))


def _days_apart(a: str | None, b: str | None) -> int:
    one, other = bounds(a, None), bounds(b, None)
    return apart(one[0], other[0]) if one and other else _NEAR + 1

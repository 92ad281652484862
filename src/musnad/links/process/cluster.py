"""An event as the tellings that it rests on, and what makes one more telling belong to it."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import NamedTuple

from musnad.links.process.days import OPEN, Days, apart, bounds, overlap
from musnad.links.process.tellings import Telling

__all__ = ["Cluster", "apart_from", "score"]

_PUT_OFF = 60  # days by which a meeting may come later or earlier than was announced and be the same
_TALKS = ("meeting", "call", "visit")
_FEW = 4  # share of the tellings that name anybody, of which one at least names who matters
_LIKE = 3  # stems in common that make two deeds of no other type one


class Cluster:
    """Tellings of one event, in the order of their pages."""

    def __init__(self, *members: Telling) -> None:
        self.members = list(members)

    def add(self, *tellings: Telling) -> None:
        self.members.extend(tellings)
        for name in _TOLD:
            self.__dict__.pop(name, None)

    @property
    def type(self) -> str:
        return self.members[0].type

    @cached_property
    def level(self) -> str | None:
        found = Counter(t.level for t in self.members if t.level)
        return min(found, key=lambda level: (-found[level], level)) if found else None

    @cached_property
    def best(self) -> Telling:
        """The telling that decides place and day: the last that says it happened, else the last that names a day."""
        return max(
            enumerate(self.members),
            key=lambda pair: (
                pair[1].status == "occurred" and pair[1].days is not None,
                pair[1].days is not None and pair[1].status != "denied",
                pair[1].days is not None,
                pair[0],
            ),
        )[1]

    @cached_property
    def place(self) -> str | None:
        order = [self.best, *(t for t in reversed(self.members) if t.status == "occurred"), *reversed(self.members)]
        return next((t.place for t in order if t.place), None)

    @property
    def days(self) -> Days | None:
        return self.best.days

    @property
    def occurred(self) -> bool:
        return self.best.status == "occurred"

    @cached_property
    def sides(self) -> frozenset[str]:
        """The parties of those who take part."""
        return frozenset(p for t in self.members for p in t.parties)

    @cached_property
    def actors(self) -> frozenset[str]:
        """All who take part."""
        return frozenset(actor for t in self.members for actor in t.actors)

    @cached_property
    def core(self) -> frozenset[str]:
        """Those actors and parties that many of its tellings name: whom one page puts there brings nobody else in."""
        named = [t for t in self.members if t.actors or t.parties]
        count = Counter(name for t in named for name in {*t.actors, *t.parties})
        return frozenset(name for name, times in count.items() if times * _FEW >= len(named))

    @cached_property
    def done(self) -> str | None:
        """The last day on which a page says that it happened."""
        return max((t.days[1] for t in self.members if t.status == "occurred" and t.days), default=None)

    @cached_property
    def awaited(self) -> str | None:
        """The last day on which a page still awaited it."""
        found = (b[0] for t in self.members if t.ahead and not t.bare and (b := bounds(t.published, None)))
        return max(found, default=None)


_TOLD = ("level", "best", "place", "sides", "actors", "core", "done", "awaited")  # what a telling more may change


def score(telling: Telling, cluster: Cluster) -> int:
    """How much speaks for one event; 0 where something speaks against it or nothing for it."""
    if apart_from(telling, cluster):
        return 0
    if telling.type == "statement":
        return _one_occasion(telling, cluster)
    share = _shared(telling, cluster)
    if telling.type == "other":
        return _one_deed(telling, cluster, share)
    if not _strong(telling, cluster, share):
        return 0
    return 4 * share.people + 3 * share.sides + 3 * (share.claim + share.place + share.day) + 2 * share.level + 1


class _Shared(NamedTuple):
    """What a telling has in common with a cluster: how many people, how many parties, and which of the rest."""

    people: int
    sides: int
    level: bool
    place: bool
    day: bool
    claim: bool


def _shared(telling: Telling, cluster: Cluster) -> _Shared:
    day = telling.days is not None and telling.days == cluster.days
    return _Shared(
        people=len(cluster.core.intersection(telling.actors) - cluster.sides),
        sides=len(telling.parties & cluster.sides & cluster.core),
        level=bool(telling.level) and telling.level == cluster.level,
        place=bool(telling.place) and telling.place == cluster.place,
        day=day,
        claim=bool(telling.claim)
        and any(
            t.claim == telling.claim and t.said != telling.said and (day or t.trigger == telling.trigger)
            for t in cluster.members
        ),
    )


def _strong(telling: Telling, cluster: Cluster, share: _Shared) -> bool:
    """Whether what is shared is enough to be one event."""
    if share.claim or share.people > 1 or share.sides > 1:
        return True
    here = [t for t in cluster.members if t.doc == telling.doc]
    known = telling.definite and not telling.actors
    held = telling.parties <= cluster.sides or cluster.sides <= telling.parties
    if telling.type == "meeting" and here and share.sides and held and all(map(_nowhere, (telling, *cluster.members))):
        return True  # the talks that a page is about
    other = telling.parties and cluster.sides and not share.sides
    if share.level and share.place and not other and telling.ahead == cluster.best.ahead:
        return True
    apart = telling.type in _TALKS and len(telling.parties) > 1 and len(cluster.sides & cluster.core) > 1
    if apart and not (share.place or (share.day and share.level)):
        return False  # one of them meets somebody else
    if share.people and (share.level or share.place or share.day or not telling.level):
        return True
    if (share.sides and (share.level or share.day)) or (share.day and (share.place or share.level)):
        return True
    if known and (share.place or here):
        return True
    if share.level and not telling.actors and cluster.sides and cluster.sides <= telling.there:
        return True
    if share.day and (here or any(len(t.around & telling.around) >= _LIKE for t in cluster.members)):
        return True
    if telling.type == "vote" and share.sides and telling.days is None:
        return True
    if telling.ahead and cluster.best.ahead and cluster.sides and cluster.sides <= telling.there:
        return any(len(t.gist & telling.gist) > 1 for t in cluster.members)  # `a second round`, of whom it names
    if telling.type in ("decision", "vote") and share.sides and telling.ahead != cluster.best.ahead:
        return any(t.trigger == telling.trigger for t in cluster.members)
    return telling.type != "meeting" and any(len(t.gist & telling.gist) > 1 for t in here)


def _nowhere(telling: Telling) -> bool:
    """Whether neither place nor day nor level is told."""
    return not (telling.place or telling.days or telling.level)


def _one_deed(telling: Telling, cluster: Cluster, share: _Shared) -> int:
    """Deeds of no other type are one by their words."""
    like = max(len(telling.gist & t.gist) for t in cluster.members)
    near = max(len(telling.around & t.around) for t in cluster.members)
    here = any(t.doc == telling.doc for t in cluster.members)
    alike = any(t.trigger in telling.trigger or telling.trigger in t.trigger for t in cluster.members)  # سلّم, تسليم
    if not (alike or share.claim or (like >= _LIKE and share.day)):
        return 0
    same = like >= _LIKE or (like > 1 and (share.claim or share.place or here)) or (like > 0 and near >= _LIKE)
    return like * 2 + 3 * share.day + 4 * share.claim if same else 0


def _alike(telling: Telling, here: list[Telling]) -> bool:
    return any(t.gist & telling.gist for t in here)


def _one_occasion(telling: Telling, cluster: Cluster) -> int:
    if cluster.actors.isdisjoint(telling.actors):
        one = not cluster.sides.isdisjoint(telling.parties) and telling.days is not None
        return int(one and telling.days == cluster.days and any(t.claim == telling.claim for t in cluster.members))
    if telling.claim and any(t.claim == telling.claim for t in cluster.members):
        return 1
    here = [t for t in cluster.members if t.doc == telling.doc]
    if here:
        unlike = telling.days and here[0].days and telling.days != here[0].days
        return int(not unlike and (telling.days is None or here[0].days is None or _alike(telling, here)))
    return int(telling.days is not None and telling.days == cluster.days)


def apart_from(telling: Telling, cluster: Cluster) -> bool:
    """What cannot be one event: other level, other place, other day."""
    if telling.level and cluster.level and telling.level != cluster.level:
        return True
    if telling.place and cluster.place and telling.place != cluster.place:
        return True
    days = cluster.days
    if _past(telling, cluster):
        return True
    if telling.days is None or days is None or overlap(telling.days, days):
        return False
    if telling.status == "occurred" and cluster.occurred:
        return True
    if telling.ahead and cluster.occurred and telling.days[0] > days[1]:
        return True
    return OPEN in (*telling.days, *days) or apart(telling.days[0], days[0]) > _PUT_OFF


def _past(telling: Telling, cluster: Cluster) -> bool:
    """What a page still awaits is nothing that happened before it was published."""
    if telling.ahead:
        now = bounds(telling.published, None)
        return cluster.done is not None and now is not None and cluster.done < now[0]
    if telling.status != "occurred" or telling.days is None:
        return False
    return cluster.awaited is not None and cluster.awaited > telling.days[1]

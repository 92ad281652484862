"""The same event from many pages is one: tellings joined by who, at which level, where and when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from musnad.links.account import Account
from musnad.links.findings import Claim, Event, Evidence
from musnad.links.process.cluster import Cluster, apart_from, closeness, score
from musnad.links.process.days import apart, bounds
from musnad.links.process.leaves import Leaf
from musnad.links.process.parties import Parties
from musnad.links.process.tellings import Telling, tellings

__all__ = ["clusters", "find"]

_NEAR = 30  # days between pages that speak of one thing without naming all who take part
# Of the clusters with one actor those told of last, so that a name of every day costs no more than others.
_LATEST = 40
_BARE = ("other", "statement")  # types that stand without actor, place or date


def find(joined: Iterable[Cluster], who: Parties) -> tuple[Event, ...]:
    """Events of all pages, by their day, then by the order in which pages tell them."""
    found = [_event(cluster, who) for cluster in joined]
    return tuple(sorted(found, key=lambda event: (event.date or "9999", event.rests[0])))


def clusters(
    pages: Sequence[Account], claims: Sequence[Claim], who: Parties, opened: Mapping[str, Leaf]
) -> list[Cluster]:
    """The events of all pages as the tellings that they rest on."""
    told = list(tellings(pages, opened, claims, who))
    index = _Index()
    for telling in told:
        if telling.bare and telling.type not in _BARE:
            continue
        same = _same(telling, index.near(telling))
        if same is None:
            same = Cluster(telling)
        else:
            same.add(telling)
        index.put(telling, same)
    found = _joined(index.all)
    for telling in told:  # what only says `the meeting` is the one that its page tells of, or the pages of its parties
        if telling.bare and telling.type not in _BARE:
            known = [c for c in found.get((telling.type, telling.doc), ()) if _may_be(telling, c)]
            known = known or [
                c
                for c in found.get((telling.type, str(telling.level)) if telling.level else (telling.type, "any"), ())
                if _may_be(telling, c) and (telling.level or len(c.sides) > 1) and _theirs(telling, c)
            ]
            if known:
                max(known, key=lambda c: (closeness(telling, c), -c.members[0].start)).add(telling)
    return sorted(
        {id(c): c for cs in found.values() for c in cs}.values(), key=lambda c: (c.members[0].doc, c.members[0].start)
    )


def _joined(held: Iterable[Cluster]) -> dict[tuple[str, str], list[Cluster]]:
    """Clusters that turned out to be one when more was known; by type and page, and by type and level."""
    one: dict[tuple[object, ...], Cluster] = {}
    for cluster in held:
        days = cluster.days
        exact = days if days and days[0] == days[1] else None
        keys: list[tuple[object, ...]] = []
        if exact and cluster.place:
            keys.append(("place", cluster.type, exact, cluster.place))
        if exact and cluster.level:
            keys.append(("level", cluster.type, exact, cluster.level))
        if len(cluster.sides) > 1 and (cluster.level or cluster.type in ("exchange", "agreement")):
            keys.append(("sides", cluster.type, cluster.sides, cluster.level))
        for key in keys if cluster.type not in _BARE else ():
            other = one.setdefault(key, cluster)
            if other is not cluster and other.members and not _parted(cluster, other):
                other.members.extend(cluster.members)
                cluster.members = []
                break
    found: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in held:
        if cluster.members:
            for doc in dict.fromkeys(t.doc for t in cluster.members):
                found[cluster.type, doc].append(cluster)
            found[cluster.type, str(cluster.level)].append(cluster)
            found[cluster.type, "any"].append(cluster)
    return found


def _parted(a: Cluster, b: Cluster) -> bool:
    """Other parties meet at the same level on the same day, or the same parties elsewhere or on another day."""
    if any(apart_from(telling, b) for telling in a.members):
        return True
    return bool(a.sides and b.sides and not a.sides & b.sides)


def _theirs(telling: Telling, cluster: Cluster) -> bool:
    """Whether a page that only says `the talks` can mean these: it names their parties, or one of them, and is near."""
    if not cluster.sides & telling.there:
        return False
    return cluster.sides <= telling.there or any(_days_apart(telling, t) <= _NEAR for t in cluster.members)


def _days_apart(a: Telling, b: Telling) -> int:
    one, other = bounds(a.published, None), bounds(b.published, None)
    return apart(one[0], other[0]) if one and other else _NEAR + 1


def _may_be(telling: Telling, cluster: Cluster) -> bool:
    """A summit is none that pages do not call so."""
    return not apart_from(telling, cluster) and (not telling.level or telling.level == cluster.level)


class _Index:
    """Clusters by what a telling may share with them."""

    def __init__(self) -> None:
        self.all: list[Cluster] = []
        self._by: dict[tuple[str, ...], list[Cluster]] = defaultdict(list)

    def put(self, telling: Telling, cluster: Cluster) -> None:
        if len(cluster.members) == 1:
            self.all.append(cluster)
        for key in _keys(telling):
            held = self._by[key]
            if cluster in held[-_LATEST:]:
                held.remove(cluster)
            held.append(cluster)

    def near(self, telling: Telling) -> list[Cluster]:
        found: dict[int, Cluster] = {}
        for key in _keys(telling):
            found.update((id(c), c) for c in self._by.get(key, ())[-_LATEST:])
        return list(found.values())


def _keys(telling: Telling) -> Iterable[tuple[str, ...]]:
    kind = telling.type
    yield kind, "page", telling.doc
    if telling.claim:
        yield kind, "claim", telling.claim
    if telling.place:
        yield kind, "place", telling.place
    if telling.days and telling.days[0] == telling.days[1]:
        yield kind, "day", telling.days[0]
    if telling.level:
        yield kind, "level", telling.level
    for name in {*telling.actors, *telling.parties}:
        yield kind, "who", name
    if kind == "other":
        for word in telling.gist:
            yield kind, "word", word


def _same(telling: Telling, near: Iterable[Cluster]) -> Cluster | None:
    scored = [(found, i, cluster) for i, cluster in enumerate(near) if (found := score(telling, cluster)) > 0]
    return max(scored, key=lambda found: (found[0], found[1]))[2] if scored else None


def _event(cluster: Cluster, who: Parties) -> Event:
    first = cluster.members[0]
    places = Counter(t.place for t in cluster.members if t.place)
    names = Counter(a for t in cluster.members for a in t.actors if a not in places)
    order = sorted(names, key=lambda name: (-names[name], name))
    behind = [party for name in order if (party := who.of(name)) and party not in names]
    return Event(
        id=f"{first.doc}@{first.start}",
        type=cluster.type,
        actors=tuple(dict.fromkeys([*order, *behind])),
        place=cluster.place,
        date=cluster.best.date,
        status=_status(cluster.members),
        level=cluster.level,
        rests=tuple(sorted({Evidence(t.doc, t.start, t.end) for t in cluster.members})),
    )


def _status(members: Sequence[Telling]) -> str:
    """What the pages together make of it: later ones settle what earlier ones announced."""
    told = [t.status for t in members]
    happened = [t for t in members if t.status in ("occurred", "ongoing") and (t.days or t.actors or t.type in _BARE)]
    denied = [t for t in members if t.status == "denied"]
    if happened and denied:
        return "occurred" if _last(happened) > _last(denied) else "disputed"
    if happened:
        return "occurred"
    if denied:
        return "denied"
    order: Mapping[str, int] = {"planned": 4, "expected": 3, "possible": 2, "conditional": 1}
    latest = [t.status for t in members if t.published == _last(members)]
    return max(latest or told, key=lambda status: (order.get(status, 0), status))


def _last(members: Iterable[Telling]) -> str:
    return max((t.published or "" for t in members), default="")

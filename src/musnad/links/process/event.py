"""An event as it is told: from the tellings that it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from musnad.links.findings import Event, Evidence
from musnad.links.process.cluster import Cluster
from musnad.links.process.parties import Parties
from musnad.links.process.tellings import Telling

__all__ = ["BARE", "event"]

_STRAY = 8
BARE = ("other", "statement")  # types that stand without actor, place or date


def event(cluster: Cluster, who: Parties) -> Event:
    """The event of these tellings; it is called by the first of them."""
    first = cluster.members[0]
    places = Counter(t.place for t in cluster.members if t.place)
    names = Counter(a for t in cluster.members for a in t.actors if a not in places)
    stray = len(cluster.members) // _STRAY  # whom so few of the pages name has strayed in
    names = Counter({name: times for name, times in names.items() if times > stray})
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
    happened = [t for t in members if t.status in ("occurred", "ongoing") and (t.days or t.actors or t.type in BARE)]
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

"""The same event from many pages is one: tellings joined by who, at which level, where and when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from musnad.links.account import Account
from musnad.links.findings import Claim, Event, Evidence
from musnad.links.process.days import OPEN, Days, apart, bounds, overlap
from musnad.links.process.leaves import leaves
from musnad.links.process.parties import Parties, parties
from musnad.links.process.tellings import Telling, tellings

__all__ = ["Cluster", "clusters", "find"]

_PUT_OFF = 60  # days by which a meeting may come later or earlier than was announced and be the same
_NEAR = 30  # days between pages that speak of one thing without naming all who take part
_LATEST = 40  # of the clusters with one actor: the ones told of last, so that a name of every day costs no more than others
_LIKE = 3  # stems in common that make two deeds of no other type one
_BARE = ("other", "statement")  # types that stand without actor, place or date


class Cluster:
    """Tellings of one event, in the order of their pages."""

    def __init__(self, first: Telling) -> None:
        self.members = [first]

    def add(self, telling: Telling) -> None:
        self.members.append(telling)

    @property
    def type(self) -> str:
        return self.members[0].type

    @property
    def level(self) -> str | None:
        found = Counter(t.level for t in self.members if t.level)
        return min(found, key=lambda level: (-found[level], level)) if found else None

    @property
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

    @property
    def place(self) -> str | None:
        order = [self.best, *(t for t in reversed(self.members) if t.status == "occurred"), *reversed(self.members)]
        return next((t.place for t in order if t.place), None)

    @property
    def days(self) -> Days | None:
        return self.best.days

    @property
    def sides(self) -> frozenset[str]:
        """The parties of those who take part."""
        return frozenset(p for t in self.members for p in t.parties)

    @property
    def occurred(self) -> bool:
        return any(t.status == "occurred" and not t.bare for t in self.members)


def find(pages: Sequence[Account], claims: Sequence[Claim]) -> tuple[Event, ...]:
    """Events of all pages, by their day, then by the order in which pages tell them."""
    who = parties(pages, claims)
    found = [_event(cluster, who) for cluster in clusters(pages, claims, who)]
    return tuple(sorted(found, key=lambda event: (event.date or "9999", event.rests[0])))


def clusters(pages: Sequence[Account], claims: Sequence[Claim], who: Parties) -> list[Cluster]:
    """The events of all pages as the tellings that they rest on."""
    told = list(tellings(pages, leaves(pages), claims, who))
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
                max(known, key=lambda c: (_closeness(telling, c), -c.members[0].start)).add(telling)
    return sorted({id(c): c for cs in found.values() for c in cs}.values(), key=lambda c: (c.members[0].doc, c.members[0].start))


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
    if any(_apart(telling, b) for telling in a.members):
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
    return not _apart(telling, cluster) and (not telling.level or telling.level == cluster.level)


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
    scored = [(score, i, cluster) for i, cluster in enumerate(near) if (score := _score(telling, cluster)) > 0]
    return max(scored, key=lambda found: (found[0], found[1]))[2] if scored else None


def _score(telling: Telling, cluster: Cluster) -> int:
    """How much speaks for one event; 0 where something speaks against it or nothing for it."""
    if _apart(telling, cluster):
        return 0
    if telling.type == "statement":
        return _one_occasion(telling, cluster)
    actors = {a for t in cluster.members for a in t.actors}
    sides = {p for t in cluster.members for p in t.parties}
    people = set(telling.actors) & actors - sides
    shared = telling.parties & sides
    level = bool(telling.level) and telling.level == cluster.level
    place = bool(telling.place) and telling.place == cluster.place
    day = telling.days is not None and telling.days == cluster.days
    claim = bool(telling.claim) and any(
        t.claim == telling.claim and t.said != telling.said and (day or t.trigger == telling.trigger)
        for t in cluster.members
    )
    if telling.type == "other":
        like = max(len(telling.gist & t.gist) for t in cluster.members)
        here = any(t.doc == telling.doc for t in cluster.members)
        near = max(len(telling.around & t.around) for t in cluster.members)
        return like * 2 + 3 * day + 4 * claim if like >= _LIKE or (like > 1 and (claim or place or here)) or (like and near >= _LIKE) else 0
    known = telling.definite and not telling.actors
    strong = (
        claim
        or len(people) > 1
        or (people and (level or place or day or not telling.level))
        or len(shared) > 1
        or (shared and (level or day))
        or (day and (place or level))
        or (known and place)
        or (known and any(t.doc == telling.doc for t in cluster.members))
        or (level and not telling.actors and sides and sides <= telling.there)
        or (day and any(t.doc == telling.doc or len(t.around & telling.around) >= _LIKE for t in cluster.members))
        or (shared and telling.type in ("decision", "vote") and telling.ahead != cluster.best.ahead and _same_word(telling, cluster))
        or (telling.type != "meeting" and any(t.doc == telling.doc and len(t.gist & telling.gist) > 1 for t in cluster.members))
    )
    return 4 * len(people) + 3 * len(shared) + 3 * claim + 3 * place + 3 * day + 2 * level + 1 if strong else 0


def _same_word(telling: Telling, cluster: Cluster) -> bool:
    """Whether the same word names both."""
    return any(t.trigger == telling.trigger for t in cluster.members)


def _one_occasion(telling: Telling, cluster: Cluster) -> int:
    if not set(telling.actors) & {a for t in cluster.members for a in t.actors}:
        return 0
    here = [t for t in cluster.members if t.doc == telling.doc]
    if here:
        return int(any(t.gist & telling.gist for t in here) and telling.days == here[0].days)
    return int(telling.days is not None and telling.days == cluster.days)


def _apart(telling: Telling, cluster: Cluster) -> bool:
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
    if telling.status == "occurred" and cluster.best.status == "occurred":
        return True
    if telling.ahead and cluster.best.status == "occurred" and telling.days[0] > days[1]:
        return True
    return OPEN in (*telling.days, *days) or apart(telling.days[0], days[0]) > _PUT_OFF


def _past(telling: Telling, cluster: Cluster) -> bool:
    """What a page still awaits is nothing that happened before it was published."""
    if telling.ahead:
        done = [t.days for t in cluster.members if t.status == "occurred" and t.days]
        now = bounds(telling.published, None)
        return bool(done and now) and max(d[1] for d in done) < (now or ("", ""))[0]
    if telling.status != "occurred" or telling.days is None:
        return False
    awaited = [b[0] for t in cluster.members if t.ahead and not t.bare and (b := bounds(t.published, None))]
    return any(day > telling.days[1] for day in awaited)


def _closeness(telling: Telling, cluster: Cluster) -> tuple[bool, bool, int]:
    level = bool(telling.level) and telling.level == cluster.level
    claim = bool(telling.claim) and any(t.claim == telling.claim for t in cluster.members)
    return claim, level, len(cluster.members)


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

"""The same event from many pages is one: tellings joined by who, at which level, where and when.

Tellings gather in the order of their pages (`gather`); clusters that turn out to be one when more is known are merged;
what only says `the meeting` goes to the one that its page tells of (`known`). Each type of event is told by itself, and
only where something of it is not as it was.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from musnad.links.claims import Moves
from musnad.links.findings import Event, Ref
from musnad.links.memory import Memory
from musnad.links.pages import Pages
from musnad.links.process.cluster import Cluster
from musnad.links.process.event import BARE, event
from musnad.links.process.gather import Gathering, Ghost, Item, Order, gather, keys
from musnad.links.process.known import AND, Summary, meant, nearby, summary
from musnad.links.process.merging import merge, merging_keys
from musnad.links.process.parties import Parties
from musnad.links.process.standing import Standing
from musnad.links.process.tellings import Telling

__all__ = ["Events"]

_LAST = "9999"


class _Join(msgspec.Struct, array_like=True):
    """A telling that is not opened: its id, its type, whether it has nothing of its own, where it stands, the statement
    whose claim it belongs to (0: none), what it may share, the parties on its page (where it has nothing of its own);
    and the first telling of the cluster that it joined, as they were gathered and as they are told in the end."""

    id: str
    type: str
    bare: bool
    start: int
    of: int
    keys: list[str]
    there: list[str]
    lead: str = ""
    end: str = ""


class Events:
    """The events of a casefile by the id of their first telling. `changed`: those that are new or other than before,
    `gone`: those that are no more, as they were."""

    def __init__(self, memory: Memory, pages: Pages, of: Callable[[Ref], str]) -> None:
        self._memory = memory
        self._pages = pages
        self._of = of
        self._tellings = memory.rows("tellings", Telling)
        self._joins = memory.shelf("joins", list[_Join])
        self._parts: dict[str, tuple[str, list[str], str]] = (
            memory.read("parts", dict[str, tuple[str, list[str], str]]) or {}
        )
        self.told: dict[str, Summary] = memory.read("events_told", dict[str, Summary]) or {}
        self._opened: dict[str, Telling] = {}
        self._touched: set[str] = set()
        self._other: set[str] = set()  # tellings that are new, or not as they were
        self._ghosts: dict[str, list[Ghost]] = defaultdict(list)  # by type, of tellings as they were
        self._was = of
        self.changed: set[str] = set()
        self.gone: dict[str, Summary] = {}

    def update(
        self, changed: Mapping[str, tuple[Sequence[Telling], Sequence[Telling]]], moves: Moves, standing: Standing
    ) -> None:
        """Bring the shelf `events` up to what pages tell now. `changed`: what a page told before and tells now;
        `moves`: statements whose claim is another now."""
        self._was = moves.was
        types = {join.type for doc, (old, new) in changed.items() for join in self._replace(doc, old, new)}
        for ref in moves.refs:
            for join in self._joins.get(ref.doc) or ():
                if join.of == ref.number:
                    types.add(join.type)
                    self._other.add(join.id)
                    order = _order(self._pages.cards[ref.doc].published, ref.doc, join.start)
                    self._ghosts[join.type].append(Ghost(order, join.lead, self._claim(ref, moves.was)))
        for kind in sorted(types):
            self._tell(kind)
        for doc in self._touched:
            self._joins[doc] = self._joins[doc]
        self._memory.keep("parts", self._parts)
        self.changed.update(lead for lead, told in self.told.items() if not standing.other.isdisjoint(told.actors))
        self._write(standing.who)
        self._memory.keep("events_told", self.told)

    def cluster(self, lead: str) -> Cluster:
        """An event with all its tellings, opened."""
        return Cluster(*map(self.telling, self.told[lead].members))

    def telling(self, name: str) -> Telling:
        """A telling by its id."""
        found = self._opened.get(name)
        if found is None:
            doc = name.split(AND)[0]
            told = self._tellings[doc][next(at for at, join in enumerate(self._joins[doc]) if join.id == name)]
            found = self._opened[name] = replace(told, claim=self._of(told.of) if told.of else None)
        return found

    def stated(self, told: Summary) -> Iterator[Ref]:
        """The statements that tell an event, or told it; those that are no more are left out."""
        for name in told.members:
            doc = name.split(AND)[0]
            if any(join.id == name for join in self._joins.get(doc) or ()) and (said := self.telling(name).said):
                yield said

    def of(self, ref: Ref) -> list[tuple[Telling, str]]:
        """What a statement itself tells of events, and which they are."""
        joins = self._joins.get(ref.doc) or ()
        found = ((self.telling(join.id), join.end) for join in joins if join.of == ref.number and join.end)
        return [(telling, end) for telling, end in found if telling.said == ref]

    def _replace(self, doc: str, old: Sequence[Telling], new: Sequence[Telling]) -> Iterator[_Join]:
        """Put a page's tellings in place of what it told before; those that are not as they were, before and now."""
        before = {join.id: (join, telling) for join, telling in zip(self._joins.get(doc) or (), old, strict=True)}
        counts: Counter[tuple[int, str]] = Counter()
        joins = []
        for telling in new:
            join = _join(telling, counts[telling.start, telling.type])
            counts[telling.start, telling.type] += 1
            was = before.get(join.id)
            if was and was[1] == telling:
                join = before.pop(join.id)[0]
            else:
                self._other.add(join.id)
                yield join
            joins.append(join)
        for join, telling in before.values():
            shared = [*join.keys, *self._claim(Ref(doc, join.of), self._was)]
            ghost = Ghost(_order(telling.published, doc, join.start), join.lead, shared)
            self._ghosts[join.type].append(ghost)
            yield join
        self._joins.drop(doc)
        if joins:
            self._joins[doc] = joins

    def _tell(self, kind: str) -> None:
        """Tell the events of one type."""
        rows = [
            (_order(self._pages.cards[doc].published, doc, join.start), join.id, doc, join)
            for doc, joins in self._joins.items()
            for join in joins
            if join.type == kind
        ]
        rows.sort(key=lambda row: row[:2])
        items = [self._item(order, doc, join) for order, _, doc, join in rows if not join.bare]
        found = {each.lead: each for each in gather(items, sorted(self._ghosts[kind], key=lambda ghost: ghost.order))}
        leads = {item.id: lead for lead, each in found.items() if each.other for item in each.items}
        for _, name, doc, join in rows:
            if leads.get(name, join.lead) != join.lead:
                join.lead = leads[name]
                self._touched.add(doc)
        self._settle(kind, found, self._merge(kind, found))
        self._add_bare(kind, [row for row in rows if row[3].bare], {lead: at for at, lead in enumerate(found)})
        ends = {name: lead for lead, told in self.told.items() if told.type == kind for name in told.members}
        for _, name, doc, join in rows:
            if ends.get(name, "") != join.end:
                join.end = ends.get(name, "")
                self._touched.add(doc)

    def _item(self, order: Order, doc: str, join: _Join) -> Item:
        shared = [*join.keys, *self._claim(Ref(doc, join.of), self._of)]
        return Item(join.id, order, join.lead, shared, join.id in self._other, lambda: self.telling(join.id))

    def _claim(self, ref: Ref, of: Callable[[Ref], str]) -> list[str]:
        """What a telling of a statement may share by its claim."""
        claim = of(ref) if ref.number else ""
        return [f"claim {claim}"] if claim else []

    def _merge(self, kind: str, found: Mapping[str, Gathering]) -> dict[str, str]:
        """By first telling of what was gathered that of what it is one with; remembered."""
        before = {lead: part for lead, part in self._parts.items() if part[0] == kind}
        stirred = {lead for lead, each in found.items() if each.other or lead not in before}
        parts = {
            lead: merging_keys(each.cluster) if lead in stirred else before[lead][1] for lead, each in found.items()
        }
        left = [part[1] for lead, part in before.items() if lead in stirred or lead not in found]
        other = {key for own in (*left, *(parts[lead] for lead in stirred)) for key in own}
        roots = {lead: lead if lead in stirred else before[lead][2] for lead in found}
        roots |= merge(parts, other, lambda lead: found[lead].cluster)
        for lead in before:
            del self._parts[lead]
        self._parts |= {lead: (kind, parts[lead], roots[lead]) for lead in found}
        return roots

    def _settle(self, kind: str, found: Mapping[str, Gathering], roots: Mapping[str, str]) -> None:
        """Put down what was gathered and merged; `changed` and `gone` are told by it."""
        merged: dict[str, list[Gathering]] = defaultdict(list)
        for lead, root in roots.items():
            merged[root].append(found[lead])
        for lead in [lead for lead, told in self.told.items() if told.type == kind and lead not in merged]:
            self.gone[lead] = self.told.pop(lead)
        for root, each in merged.items():
            members = [item.id for one in each for item in one.items]
            old = self.told.get(root)
            if old is None or old.members[: old.own] != members or any(one.other for one in each):
                if old:
                    self.gone[root] = old
                self.told[root] = summary(Cluster(*map(self.telling, members)), members)
                self.changed.add(root)

    def _add_bare(self, kind: str, rows: Sequence[tuple[Order, str, str, _Join]], order: Mapping[str, int]) -> None:
        """Give what only says `the meeting` to the event that it means."""
        events = {lead: told for lead, told in self.told.items() if told.type == kind}
        here: dict[str, list[str]] = defaultdict(list)
        there: dict[str, list[str]] = defaultdict(list)
        joint: dict[str, list[str]] = defaultdict(list)  # the same of those of several parties
        for lead in sorted(events, key=order.__getitem__):
            for doc in dict.fromkeys(name.partition(AND)[0] for name in events[lead].members[: events[lead].own]):
                here[doc].append(lead)
            for side in events[lead].sides:
                there[side].append(lead)
                if len(events[lead].sides) > 1:
                    joint[side].append(lead)
        stirred = [*(self.told[lead] for lead in self.changed & events.keys()), *self.gone.values()]
        docs = {name.split(AND)[0] for told in stirred if told.type == kind for name in told.members[: told.own]}
        sides = {side for told in stirred if told.type == kind for side in told.sides}
        bare: dict[str, list[str]] = defaultdict(list)
        claims = _Claims(events, self.telling)

        near = nearby(day for told in events.values() for day in told.published)

        def theirs(telling: Telling) -> Iterator[str]:
            of = there if telling.level else joint
            yield from sorted({lead for side in telling.there for lead in of.get(side, ())}, key=order.__getitem__)

        for _, name, doc, join in rows:
            end = join.end
            if name in self._other or doc in docs or not sides.isdisjoint(join.there):
                telling = self.telling(name)
                end = meant(telling, here.get(doc, ()), theirs(telling), events, claims, near) or ""
            if end:
                bare[end].append(name)
        for lead, told in events.items():
            members = told.members[: told.own] + bare.get(lead, [])
            if told.members != members:
                self.gone.setdefault(lead, replace(told))
                told.members = members
                self.changed.add(lead)

    def _write(self, who: Parties) -> None:
        """Write the events that are new or changed in place of what they were."""
        findings = self._memory.shelf("events", Event, json=True)
        for told in self.gone.values():
            findings.drop(told.kept_at)
        for lead in sorted(self.changed):
            found = event(self.cluster(lead), who)
            words = found.rests[0]
            place = AND.join((found.date or _LAST, words.doc, f"{words.start:09}", f"{words.end:09}", lead))
            if self.told[lead].kept_at:
                findings.drop(self.told[lead].kept_at)
            findings[place] = found
            self.told[lead].kept_at = place


class _Claims(dict[str, set[str]]):
    """By event the claims that its tellings belong to, told when they are asked for."""

    def __init__(self, events: Mapping[str, Summary], telling: Callable[[str], Telling]) -> None:
        super().__init__()
        self._events = events
        self._telling = telling

    def __missing__(self, lead: str) -> set[str]:
        told = self._events[lead]
        found = self[lead] = {claim for name in told.members[: told.own] if (claim := self._telling(name).claim)}
        return found


def _join(telling: Telling, count: int) -> _Join:
    name = AND.join((telling.doc, f"{telling.start:09}", telling.type, str(count)))
    of = telling.of.number if telling.of else 0
    bare = telling.bare and telling.type not in BARE
    return _Join(
        name,
        telling.type,
        bare,
        telling.start,
        of,
        [] if bare else keys(telling),
        sorted(telling.there) if bare else [],
    )


def _order(published: str | None, doc: str, start: int) -> Order:
    return published or _LAST, doc, start

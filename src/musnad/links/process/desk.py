"""Where outcomes are looked for (`outcomes.Desk`): it remembers what was asked of it, so that an outcome is looked for
again only where something of that has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

import msgspec

from musnad.links.findings import Claim, Contradiction, Ref
from musnad.links.memory import Shelf
from musnad.links.pages import Pages
from musnad.links.process.archive import Answer, Archive, Ask
from musnad.links.process.cluster import Cluster
from musnad.links.process.ends import Ends
from musnad.links.process.foretold import Foretold
from musnad.links.process.happened import Events
from musnad.links.process.known import Summary
from musnad.links.process.leaves import Leaf
from musnad.links.process.matter import Matters
from musnad.links.process.met import met
from musnad.links.process.outcomes import instead, near, outcome
from musnad.links.process.reports import Report
from musnad.links.process.settled import Ended
from musnad.links.process.standing import Standing
from musnad.links.process.tellings import Telling

__all__ = ["AND", "Desk", "Read", "may_be_rival"]

_HELD = 500  # pages that are held once they were opened
AND = "\x1e"  # between the places of two claims


class Read(msgspec.Struct, array_like=True):
    """All that an outcome was read from: pages, claims (by place), events, those instead of which others might have
    come, levels of meetings, and what reports were asked for, with the answers."""

    pages: set[str] = msgspec.field(default_factory=set)
    claims: set[str] = msgspec.field(default_factory=set)
    events: set[str] = msgspec.field(default_factory=set)
    rivals: set[str] = msgspec.field(default_factory=set)
    levels: set[str] = msgspec.field(default_factory=set)
    asked: list[tuple[Ask, Answer]] = msgspec.field(default_factory=list)


class Desk:
    """All that outcomes are read from. `opposed`: by the place of a claim those that contradict it, and on what."""

    def __init__(
        self, pages: Pages, standing: Standing, events: Events, archive: Archive, matters: Matters,
        claims: Shelf[Claim], against: Shelf[Contradiction], place: Callable[[Ref], str],
    ) -> None:  # fmt: skip
        self._events = events
        self._archive = archive
        self._claims = claims
        self._place = place
        self._clusters: dict[str, Cluster] = {}
        self._silent = False
        self.read = Read()
        self.who = standing.who
        self.opened = _Opened(pages, standing, self)
        self.ends = Ends(self.opened, standing.who, matters, self._reports)
        self._happened: dict[str, list[str]] = defaultdict(list)
        for lead, told in sorted(events.told.items()):
            if told.happened:
                self._happened[told.type].append(lead)
        self.opposed: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for key, pair in sorted(against.items()):
            one, other = key.split(AND)[:2]
            self.opposed[one].append((other, pair.on))
            self.opposed[other].append((one, pair.on))

    def look(self, told: Foretold) -> tuple[Ended, Read]:
        """What comes of a prediction, and what that was read from."""
        self.read = Read()
        return outcome(told, self), self.read

    def rehearse(self, told: Foretold) -> Iterator[str]:
        """The keys by which reports will be asked for, so that they can be fetched for many predictions at once."""
        self.read, self._silent = Read(), True
        self.ends.before(told)
        self.ends.told(told)
        self.ends.spared(told)
        self._silent = False
        for ask, _ in self.read.asked:
            yield from self._archive.rare(ask.matter.keys)

    def about(self, ref: Ref) -> list[tuple[Telling, str]]:
        """The events that a statement tells, by the telling."""
        return self._events.of(ref)

    def cluster(self, lead: str) -> Cluster:
        """An event with its tellings."""
        self.read.events.add(lead)
        return self.event(lead)

    def event(self, lead: str) -> Cluster:
        """The same, for what is not read for an outcome."""
        found = self._clusters.get(lead)
        if found is None:
            found = self._clusters[lead] = self._events.cluster(lead)
        return found

    def rivals(self, lead: str, told: Foretold) -> Iterator[Cluster]:
        """Events that came instead of one, in the order of their first pages."""
        self.read.rivals.add(lead)
        own = self._events.told[lead]
        for other in self._happened[own.type]:
            may_be = other != lead and may_be_rival(own, self._events.told[other], told)
            if may_be and instead(self.event(lead), self.event(other), told):
                yield self.cluster(other)

    def meetings(self, level: str) -> Iterator[Cluster]:
        """Meetings at a level that happened, in their order."""
        self.read.levels.add(level)
        return (self.event(lead) for lead in self._happened["meeting"] if self._events.told[lead].level == level)

    def claim(self, ref: Ref) -> Claim:
        """The claim that a statement stands in."""
        place = self._place(ref)
        self.read.claims.add(place)
        return self._claims[place]

    def against(self, claim: str) -> Iterator[tuple[Claim, str]]:
        """What contradicts a claim, and on what."""
        doc, number = claim.rsplit(".", 1)
        place = self._place(Ref(doc, int(number)))
        self.read.claims.add(place)
        for other, on in self.opposed.get(place, ()):
            self.read.claims.add(other)
            yield self._claims[other], on

    def _reports(self, ask: Ask) -> list[tuple[float, Report]]:
        answer = [] if self._silent else self._archive.answer(ask)
        self.read.asked.append((ask, answer))
        return [(alike, self._archive.report(doc, at)) for alike, doc, at in answer]


class _Opened(Mapping[str, Leaf]):
    """Pages, opened when they are asked for."""

    def __init__(self, pages: Pages, standing: Standing, desk: Desk) -> None:
        self._pages = pages
        self._desk = desk
        self._leaf = lru_cache(_HELD)(lambda doc: Leaf(met(pages[doc], standing.who.entities), standing.stems))

    def __getitem__(self, doc: str) -> Leaf:
        self._desk.read.pages.add(doc)
        return self._leaf(doc)

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)


def may_be_rival(one: Summary, other: Summary, told: Foretold) -> bool:
    """Whether an event can have come instead of one of its type, as far as it is told without its tellings."""
    if not near(other.days, told):
        return False
    if one.actors & other.actors or one.sides & other.sides:
        return True
    return not one.sides and bool(other.sides)

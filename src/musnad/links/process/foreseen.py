"""Predictions as they are kept: an outcome is looked for again where something that it rests on has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from musnad.links.findings import Claim, Contradiction, Prediction, Ref
from musnad.links.memory import Memory, Shelf
from musnad.links.pages import Pages
from musnad.links.process.archive import Archive
from musnad.links.process.cluster import Cluster
from musnad.links.process.foretold import Foretold, foretold
from musnad.links.process.happened import Events
from musnad.links.process.known import Summary
from musnad.links.process.leaves import Leaf
from musnad.links.process.matter import Matter, matter
from musnad.links.process.outcomes import instead, near, outcome
from musnad.links.process.reports import Report
from musnad.links.process.standing import Standing
from musnad.links.process.tellings import Telling

__all__ = ["Foreseen"]

_AND = "\x1e"  # between the places of two claims


class Foreseen:
    """The predictions of a casefile, and the desk (`outcomes.Desk`) at which their outcomes are looked for."""

    def __init__(
        self, memory: Memory, pages: Pages, standing: Standing, events: Events, archive: Archive,
        place: Callable[[Ref], str],
    ) -> None:  # fmt: skip
        self._memory = memory
        self._pages = pages
        self._standing = standing
        self._events = events
        self._archive = archive
        self._place = place
        self._claims: Shelf[Claim] = memory.shelf("claims", Claim, json=True)
        self._against: Shelf[Contradiction] = memory.shelf("contradictions", Contradiction, json=True)
        self._matters: Shelf[Matter] = memory.shelf("foretold", Matter)
        self._opposed: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for key, pair in sorted(self._against.items()):
            one, other = key.split(_AND)[:2]
            self._opposed[one].append((other, pair.on))
            self._opposed[other].append((one, pair.on))
        self._clusters: dict[str, Cluster] = {}
        self._near: Mapping[str, list[tuple[str, int]]] = {}
        self.opened = _Opened(pages, standing)

    def update(self) -> None:
        """Bring the shelf `predictions` up to what pages tell now."""
        anew = self._foretell()
        todo = {place for place, given in self._matters.items() if place in anew or self._stirred(place, given)}
        rare = {word for place in todo for word in self._archive.rare(self._matters[place].words)}
        self._near = self._archive.near(rare)
        findings = self._memory.shelf("predictions", Prediction, json=True)
        for place in sorted(todo):
            found, self._matters[place] = outcome(self._matters[place], self)
            if findings.get(place) != found:
                findings[place] = found

    def _foretell(self) -> set[str]:
        """Which claims foretell something, where that may have changed; those that do."""
        findings = self._memory.shelf("predictions", Prediction, json=True)
        anew = set()
        for place, claim in self._claims.touched:
            told = foretold(claim, self.opened) if claim else None
            if told is None:
                self._matters.drop(place)
                findings.drop(place)
            else:
                self._matters[place] = matter(told, self.opened[told.lead.doc], self._standing.who)
                anew.add(place)
        for place, given in list(self._matters.items()):
            if place not in anew and not self._standing.dirty.isdisjoint(ref.doc for ref in given.told.members):
                told = given.told
                self._matters[place] = matter(told, self.opened[told.lead.doc], self._standing.who)
                anew.add(place)
        return anew

    def _stirred(self, place: str, given: Matter) -> bool:
        """Whether something that an outcome rests on is not as it was."""
        events, archive = self._events, self._archive
        other = events.changed | events.gone.keys()
        if place in self._concerned or given.tells == "deny" or given.rival in other or not other.isdisjoint(given.mains):
            return True
        if self._reweighed is None or not given.words.isdisjoint(self._reweighed):
            return True
        if given.level in self._levels or not archive.posted.isdisjoint(archive.rare(given.words)):
            return True
        return not given.settled and any(self._overtaken(given, lead) for lead in given.mains)

    def _overtaken(self, given: Matter, lead: str) -> bool:
        """Whether an event that is new or changed may have come instead of one."""
        told = self._events.told[lead]
        return any(
            instead(self.cluster(lead), self.cluster(other), given.told)
            for other, rival in self._fresh.get(told.type, ())
            if other != lead and near(rival.days, given.told) and _related(told, rival)
        )

    @cached_property
    def _reweighed(self) -> set[str] | None:
        return self._archive.reweighed

    @cached_property
    def _concerned(self) -> set[str]:
        """Claims of which statements tell events that are not as they were, or that contradict others than before."""
        found = {place for key, _ in self._against.touched for place in key.split(_AND)[:2]}
        told = [*(self._events.told[lead] for lead in self._events.changed), *self._events.gone.values()]
        return found | {self._place(ref) for each in told for ref in self._events.stated(each)}

    @cached_property
    def _levels(self) -> set[str]:
        """The levels of meetings that are not as they were."""
        told = [*(self._events.told[lead] for lead in self._events.changed), *self._events.gone.values()]
        return {each.level for each in told if each.type == "meeting" and each.level}

    @cached_property
    def _fresh(self) -> dict[str, list[tuple[str, Summary]]]:
        """Events that happened, by type, of those that are new or changed."""
        found: dict[str, list[tuple[str, Summary]]] = defaultdict(list)
        for lead in self._events.changed:
            told = self._events.told[lead]
            if told.happened:
                found[told.type].append((lead, told))
        return found

    @cached_property
    def _happened(self) -> dict[str, list[str]]:
        """By type the events of which a page says where or when they were, by their first telling's page."""
        found: dict[str, list[str]] = defaultdict(list)
        for lead, told in sorted(self._events.told.items()):
            if told.happened:
                found[told.type].append(lead)
        return found

    def about(self, ref: Ref) -> list[tuple[Telling, str]]:
        """The events that a statement tells, by the telling."""
        return self._events.of(ref)

    def cluster(self, lead: str) -> Cluster:
        """An event with its tellings."""
        found = self._clusters.get(lead)
        if found is None:
            found = self._clusters[lead] = self._events.cluster(lead)
        return found

    def rivals(self, lead: str, told: Foretold) -> Iterator[str]:
        """Events of the same type that may have come instead of one, in their order."""
        events = self._events.told
        own = events[lead]
        for other in self._happened[own.type]:
            if other != lead and near(events[other].days, told) and _related(own, events[other]):
                yield other

    def meetings(self, level: str) -> Iterator[str]:
        """Meetings at a level that happened, in their order."""
        return (lead for lead in self._happened["meeting"] if self._events.told[lead].level == level)

    def reports(self, given: Matter) -> list[Report]:
        """Later reports in a prediction's words, the closest first."""
        docs = {ref.doc for ref in given.told.members}
        return self._archive.of(given.words, given.who, given.told.made, docs, self._near)

    def claim(self, ref: Ref) -> Claim:
        """The claim that a statement stands in."""
        return self._claims[self._place(ref)]

    def against(self, claim: str) -> Iterator[tuple[Claim, str]]:
        """What contradicts a claim, and on what."""
        doc, number = claim.rsplit(".", 1)
        for other, on in self._opposed.get(self._place(Ref(doc, int(number))), ()):
            yield self._claims[other], on


class _Opened(dict[str, Leaf]):
    """Pages, opened when they are asked for."""

    def __init__(self, pages: Pages, standing: Standing) -> None:
        super().__init__()
        self._pages = pages
        self._stems = standing.stems

    def __missing__(self, doc: str) -> Leaf:
        found = self[doc] = Leaf(self._pages[doc], self._stems)
        return found


def _related(one: Summary, other: Summary) -> bool:
    """Whether the one can be told of the people or parties of the other."""
    if one.actors & other.actors or one.sides & other.sides:
        return True
    return not one.sides and bool(other.sides)

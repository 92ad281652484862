"""Predictions as they are kept: an outcome is looked for again where something that it was read from has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from operator import itemgetter

import msgspec

from musnad.links.findings import Claim, Contradiction, Prediction, Ref
from musnad.links.memory import Memory, Shelf
from musnad.links.pages import Pages
from musnad.links.process.archive import Archive
from musnad.links.process.desk import AND, Desk, Read, may_be_rival
from musnad.links.process.foretold import Foretold, foretold
from musnad.links.process.happened import Events
from musnad.links.process.matter import Matters
from musnad.links.process.outcomes import instead
from musnad.links.process.settled import Ended, settled
from musnad.links.process.standing import Standing

__all__ = ["Foreseen"]


class _Kept(msgspec.Struct, array_like=True):
    """What came of a prediction by itself, and what that was read from."""

    ended: Ended
    read: Read


class Foreseen:
    """The predictions of a casefile."""

    def __init__(
        self, memory: Memory, pages: Pages, standing: Standing, events: Events, archive: Archive, matters: Matters,
        place: Callable[[Ref], str],
    ) -> None:  # fmt: skip
        self._pages = pages
        self._standing = standing
        self._events = events
        self._archive = archive
        self._place = place
        self._claims: Shelf[Claim] = memory.shelf("claims", Claim, json=True)
        self._against: Shelf[Contradiction] = memory.shelf("contradictions", Contradiction, json=True)
        self._findings: Shelf[Prediction] = memory.shelf("predictions", Prediction, json=True)
        self._kept: Shelf[_Kept] = memory.shelf("foretold", _Kept)
        self._desk = Desk(pages, standing, events, archive, matters, self._claims, self._against, place)

    def update(self) -> None:
        """Bring the shelf `predictions` up to what pages tell now."""
        todo = self._foretell()
        fresh = _Fresh(self._events, self._desk)
        touched = (key for shelf in (self._claims, self._against) for key, _ in shelf.touched)
        claims = {place for key in touched for place in key.split(AND)[:2]}
        claims |= {self._place(ref) for told in fresh.told for ref in self._events.stated(told)}
        doubtful: dict[str, _Kept] = {}
        for place, kept in self._kept.items():
            if place not in todo:
                if place in claims or self._stirred(kept, claims, fresh):
                    todo[place] = kept.ended.told
                elif any(self._archive.may_differ(*asked) for asked in kept.read.asked):
                    doubtful[place] = kept
        asked = (ask for kept in doubtful.values() for ask, _ in kept.read.asked)
        keys = {key for ask in asked for key in self._archive.rare(ask.matter.keys)}
        self._archive.fetch(keys.union(*map(self._desk.rehearse, todo.values())))
        for place, kept in doubtful.items():
            if any(self._archive.answer(ask) != answer for ask, answer in kept.read.asked):
                todo[place] = kept.ended.told
        for place, told in sorted(todo.items()):
            self._kept[place] = _Kept(*self._desk.look(told))
        for place, kept in self._kept.items():
            if place in todo or place in self._desk.opposed:
                rivals = ((self._kept.get(other), on) for other, on in self._desk.opposed.get(place, ()))
                found = settled(kept.ended, [(rival.ended, on) for rival, on in rivals if rival])
                if self._findings.get(place) != found:
                    self._findings[place] = found

    def _foretell(self) -> dict[str, Foretold]:
        """The claims that foretell something, where that may have changed."""
        found: dict[str, Foretold] = {}
        for place, claim in sorted(self._claims.touched, key=itemgetter(0)):  # pages next to each other are open
            told = foretold(claim, self._desk.opened) if claim else None
            if told is not None:
                found[place] = told
            else:
                self._kept.drop(place)
                self._findings.drop(place)
        return found

    def _stirred(self, kept: _Kept, claims: set[str], fresh: _Fresh) -> bool:
        """Whether something that an outcome was read from is not as it was."""
        read = kept.read
        docs = {ref.doc for ref in kept.ended.told.members}
        if not (self._standing.dirty.isdisjoint(docs) and claims.isdisjoint(read.claims)):
            return True
        if not (self._pages.changed.isdisjoint(read.pages) and self._pages.gone.isdisjoint(read.pages)):
            return True
        if not (fresh.leads.isdisjoint(read.events) and fresh.levels.isdisjoint(read.levels)):
            return True
        return any(fresh.overtakes(lead, kept.ended.told) for lead in read.rivals)


class _Fresh:
    """Events that are new or not as they were: `leads` by their first telling, `told` as they are and as they were."""

    def __init__(self, events: Events, desk: Desk) -> None:
        self._desk = desk
        self._events = events
        self.leads = events.changed | events.gone.keys()
        self.told = [*(events.told[lead] for lead in events.changed), *events.gone.values()]
        self.levels = {told.level for told in self.told if told.type == "meeting" and told.level}
        self._happened: dict[str, list[str]] = defaultdict(list)
        for lead in events.changed:
            if events.told[lead].happened:
                self._happened[events.told[lead].type].append(lead)

    def overtakes(self, lead: str, told: Foretold) -> bool:
        """Whether one of them may have come instead of an event that is as it was."""
        own = self._events.told[lead]
        return any(
            instead(self._desk.event(lead), self._desk.event(other), told)
            for other in self._happened.get(own.type, ())
            if may_be_rival(own, self._events.told[other], told)
        )

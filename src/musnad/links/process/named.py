"""What titles without names tell on the pages of a casefile, counted; and the pages for which that may be otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from musnad.links.atoms import named
from musnad.links.entities import nationalities
from musnad.links.known import Known
from musnad.links.memory import Memory
from musnad.links.pages import Pages
from musnad.links.process.leaves import Leaf
from musnad.links.process.met import met
from musnad.links.process.parties import Parties, by_titles
from musnad.links.process.titles import Offices

__all__ = ["Titles"]


class _Means(NamedTuple):
    """What `Offices` are told by."""

    ministries: dict[str, str]
    unions: dict[str, str]
    states: frozenset[str]


class Titles:
    """`dirty`: pages on which titles, and what they are short for, may mean something else than before."""

    def __init__(self, memory: Memory, pages: Pages, known: Known) -> None:
        self._memory = memory
        self._pages = pages
        self._known = known
        self.dirty: Set[str] = frozenset()

    def votes(self, titles: Offices) -> Mapping[str, Mapping[str, int]]:
        """How often titles tell for whom each speaks."""
        before = self._memory.read("offices", _Means) or _Means({}, {}, frozenset())
        now = _Means(dict(titles.ministries), dict(titles.unions), titles.states)
        self._memory.keep("offices", now)
        if self._known.anew:
            self.dirty = set(self._pages)
        else:
            moved = (before.ministries.items() ^ now.ministries.items()) | (before.unions.items() ^ now.unions.items())
            words = [word for word, _ in moved]
            self.dirty = self._known.atoms.having(words) | self._of_states(before.states ^ now.states)
        shelf = self._memory.shelf("title_votes", list[tuple[str, str, int]])
        totals = self._memory.read("by_titles", dict[str, dict[str, int]]) or {}
        docs = (self.dirty | self._known.dirty) & self._pages.cards.keys()
        for doc in sorted(self._pages.gone | docs):
            for key, party, times in shelf.get(doc) or ():
                totals[key][party] -= times
                if not totals[key][party]:
                    del totals[key][party]
            shelf.drop(doc)
        for doc in self._pages.ordered(docs):
            found = by_titles(Leaf(met(self._pages[doc], self._known.entities), ()), titles)
            if found:
                shelf[doc] = [(key, party, times) for (key, party), times in found.items()]
            for (key, party), times in found.items():
                of = totals.setdefault(key, {})
                of[party] = of.get(party, 0) + times
        self._memory.keep("by_titles", {key: found for key, found in totals.items() if found})
        return totals

    def concerned(self, other: Set[str], who: Parties) -> Set[str]:
        """Pages that mean one of these keys, or did, by words that are no names."""
        offices = (who.offices.ministries, who.offices.unions)
        words = (word for titles in offices for word, key in titles.items() if key in other)
        return self._known.atoms.having(words) | self._of_states(other)

    def called(self, other: Set[str], who: Parties) -> Set[str]:
        """Senses by which an event's words (`the parliament`) mean one of these keys, or meant another before."""
        before = self._memory.read("only", dict[str, str]) or {}
        self._memory.keep("only", dict(who.only))
        senses = {told for told, _ in before.items() ^ who.only.items()}
        return senses | {told for told, key in who.only.items() if key in other}

    def _of_states(self, keys: Set[str]) -> Set[str]:
        """Pages that name one of these, or have an adjective of theirs."""
        if not keys:
            return set()
        entities, atoms = self._known.entities, self._known.atoms
        return atoms.having([*self._adjectives(keys), *map(named, entities.named(keys))])

    def _adjectives(self, keys: Set[str]) -> Iterable[str]:
        known = self._known.entities
        if keys.isdisjoint((*known.adjectives.values(), *map(known.key, nationalities().values()))):
            return ()
        return (word for word in self._known.words.words if known.of_adjective(word) in keys)

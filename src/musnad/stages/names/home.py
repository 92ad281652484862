"""Whose ministry a bare `وزارة الصحة` is: the state that a page, or one of its paragraphs, is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.words import Page

__all__ = ["Home"]

_GOVERNS = {"Taliban": "Afghanistan"}  # `وزارة الصحة في حكومة طالبان`
_SAUDI = "خادم الحرمين"
_HIJRI = re.compile(r"1[34]\d\d ?هـ?(?![^\W_])")
# The first of these where the page names none of them.
_KINGDOMS = ("Saudi Arabia", "Jordan", "Bahrain", "Morocco")
_KINGDOM = re.compile(r"(?<![^\W_])(?:[وف]?[بل]?ا?ل?لمملكه|المملكه)(?! (?:ال[^\W_]+|المتحده))(?![^\W_])")
_EGYPTIAN = " فى "  # a final ya without its dots
_IN = re.compile(r" (?:في|فى) (?:مدينه |قطاع |العاصمه )?")
_LONGEST = 3  # words of a place's name at the end of a longer name


@dataclass(frozen=True)
class Home:
    """The state of a page with `names`, if one is clear, and the one of the paragraph round a place in it."""

    page: Page
    names: Sequence[Found]

    @cached_property
    def whole(self) -> str | None:
        """By the states named and their adjectives, else by the places named, else by who publishes the page."""
        states, places = self._all
        clear, placed = _clear(states, 2), _clear(places, 3)
        if clear and placed and clear != placed and places[placed] > states[clear]:
            clear = placed  # a page about one state, written in the towns of another
        clear = clear or _clear(places, 2) or _clear(states + places, 3)
        return clear or self._of_outlet(states + places)

    @cached_property
    def ranked(self) -> list[str]:
        """All states of the page, the most voted first."""
        states, places = self._all
        return [state for state, _ in (states + places).most_common()]

    @cached_property
    def _all(self) -> tuple[Counter[str], Counter[str]]:
        """The votes of the whole page, with what tells of a state without its name."""
        states, places = self._votes(0, len(self.page.reading))
        if self.page.doc.source.count(_EGYPTIAN) > self.page.doc.source.count(" في "):
            places["Egypt"] += 2
        if _SAUDI in self.page.reading or _HIJRI.search(self.page.reading):
            places["Saudi Arabia"] += 1
        kingdoms = len(_KINGDOM.findall(self.page.reading))
        if kingdoms:
            told = Counter({state: (states + places)[state] for state in _KINGDOMS})
            places[told.most_common(1)[0][0]] += min(kingdoms, 3)
        return states, places

    def behind(self, end: int) -> str | None:
        """The state of a place that a name which ends at `end` is said to be in: `وزارة الصحة في غزة`."""
        where = _IN.match(self.page.reading, end)
        name = self._starting.get(where.end()) if where else None
        return self._of_state(name) if name else None

    @cached_property
    def _starting(self) -> Mapping[int, Found]:
        return {name.start: name for name in self.names}

    def _of_state(self, name: Found) -> str | None:
        if name.entity in _GOVERNS:
            return _GOVERNS[name.entity]
        return name.entity if name.rule.startswith("names/states") else self._of_place(name)

    def here(self, position: int) -> str | None:
        """The only state that the paragraph round `position` names; else the page's, or its places' state."""
        states, places = self._votes(*self._paragraph(position))
        return self._only(states) or self.whole or (None if states else self._only(places))

    def _paragraph(self, position: int) -> tuple[int, int]:
        reading = self.page.reading
        end = reading.find("\n", position)
        return reading.rfind("\n", 0, position) + 1, len(reading) if end < 0 else end

    def _only(self, votes: Counter[str]) -> str | None:
        """The only state of a paragraph's votes, if the page names it again: for pages about several."""
        state = next(iter(votes)) if len(votes) == 1 else None
        return state if state and sum(all_[state] for all_ in self._all) > 1 else None

    def _of_outlet(self, votes: Counter[str]) -> str | None:
        """The state of the page's known outlet, where the page names no other more often."""
        outlet = self.page.doc.page.outlet
        state = known.state_of_outlet(outlet) if outlet else None
        return state if state and all(one == state for one in votes) else None

    def _votes(self, start: int, end: int) -> tuple[Counter[str], Counter[str]]:
        """How often the reading from `start` to `end` tells of each state, and of places in it."""
        states: Counter[str] = Counter()
        places: Counter[str] = Counter()
        for name in self.names:
            if not start <= name.start < end:
                continue
            if name.acts_for or (name.rule.startswith("names/states") and name.entity):
                states[name.acts_for or name.entity or ""] += 1
            state = self._of_place(name)
            if state:
                places[state] += 2 if self.page.reading[name.start - 1 : name.start] in ("", "\n") else 1
            elif name.type in ("ORG", "OUTLET") and name.entity:
                told = _told(name.entity)
                if told:
                    places[told] += 1
        for number in range(self.page.at(start), self.page.at(end)):
            form = self.page.form(number)
            adjective = known.nationality(form) if len(form) > 4 else None
            of_another = self.page.form(number - 1).startswith(("نظير", "ونظير"))
            if adjective and not (of_another or self.page.words[number].start in self._in_persons):
                states[adjective] += 1
        return states, places

    @cached_property
    def _in_persons(self) -> frozenset[int]:
        """Where persons' names lie: a house may be called `التركي`."""
        return frozenset(at for name in self.names if name.type == "PER" for at in range(name.start, name.end))

    def _of_place(self, name: Found) -> str | None:
        form = self.page.reading[name.start : name.end]
        if name.rule.startswith("names/capitals"):
            row = known.CAPITALS.get(form)
            own = row is None or row["entity"] == name.entity  # `عمان` may be the sultanate
            return row["acts_for"] if row and own else name.entity
        table = {"names/places": known.PLACES, "names/towns": known.TOWNS}.get(name.rule.partition(":")[0])
        row = table.get(form) if table is not None else None
        if row:
            return known.state_of_code(row["state"])
        return _ends_in(form) if name.type != "PER" and name.rule.startswith("names/rules") else None


@lru_cache(1 << 12)
def _ends_in(form: str) -> str | None:
    """The state of the place that a longer name ends in: `ميناء بجاية`, `جامعة المنيا`."""
    words = form.split(" ")
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        last = " ".join(words[-size:])
        row = known.CAPITALS.get(last)
        if row:
            return row["acts_for"]
        row = known.STATES.get(last)
        if row and not row["when"]:
            return row["entity"]
        row = known.PLACES.get(last) or known.TOWNS.get(last)
        if row and not row["when"]:
            return known.state_of_code(row["state"])
    return None


@lru_cache(1 << 12)
def _told(entity: str) -> str | None:
    """The state that a body's English name ends in brackets with: `Audit Bureau (Iraq)`."""
    state = entity.rpartition(" (")[2].removesuffix(")") if entity.endswith(")") else ""
    return state if known.adjective_of(state) else None


def _clear(votes: Counter[str], least: int) -> str | None:
    """The most voted, where it has votes enough and more than twice those of the next."""
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < least or (len(ranked) > 1 and ranked[0][1] <= 2 * ranked[1][1]):
        return None
    return ranked[0][0]

"""Who held an office on a page's day: the name behind `الرئيس التركي`, `وزير خارجية روسيا`, `نظيره التركي`.

The tables lie in the names room (holders.tsv, offices.tsv). This is no part of that room, because roles without
names are no mentions: whoever resolves them (rooms do not import rooms) asks here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from musnad.rules import Lexicon, lexicon
from musnad.text import fold

__all__ = ["Office", "holder", "ministry", "office"]

_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
_COUNTERPART = "counterpart"


class Office(NamedTuple):
    """An office by its English name, and the state or organisation that has it."""

    name: str
    state: str


class _Term(NamedTuple):
    """A person in an office: in it for certain on days between `since` and `until`, perhaps between `earliest`
    and `latest`; the days of coming and going belong to two persons."""

    person: str
    earliest: str
    since: str
    until: str
    latest: str


def holder(role: str, published: str | None, colleague: str | None = None) -> str | None:
    """The canonical name of the one person who held the office that `role` names, all through `published` (EDTF).

    `role` is the whole role without attached conjunctions or prepositions, in any spelling: with a word more
    (`السابق`) it is another role. `colleague` is the canonical name of the person spoken of before, whose
    counterpart `نظيره التركي` is. None where the role, the day or the holder is not known for certain: two persons
    in one month, an office that lies empty, a day after the table was last looked at.
    """
    found = office(role)
    days = _days(published)
    if found is None or days is None:
        return None
    if found.name != _COUNTERPART:
        return _holder(found, *days)
    offices = {held for held, terms in _terms().items() if colleague and any(t.person == colleague for t in terms)}
    theirs = {held.name for held in offices if held.state != found.state and _holder(held, *days) == colleague}
    people = {_holder(Office(name, found.state), *days) for name in theirs} - {None}
    return people.pop() if len(people) == 1 else None


def office(role: str) -> Office | None:
    """The office that a role names, for `نظيره` that of a `counterpart`; None where it names none that is known."""
    words = fold(role).split()
    for cut in range(len(words), 0, -1):
        for name, state in _asked(" ".join(words[:cut]), " ".join(words[cut:])):
            return Office(name, state)
    return None


def ministry(role: str) -> str | None:
    """The English name of the ministry whose head a role with its state names: of `وزير المالية القبرصي` the Cypriot
    Ministry of Finance; None where no table knows the portfolio or the state."""
    words = fold(role).split()[1:]
    for cut in range(len(words) - 1, 0, -1):
        tail = " ".join(words[cut:])
        state, subject = _nationality(tail) or _state(tail), _portfolios().get(" ".join(words[:cut]))
        adjective = next((row["adjective"] for row in _states().rows if row["entity"] == state), "")
        if subject and adjective:
            own = lexicon("names/own_portfolios").by_form.get(fold(f"{state}: {subject['entity']}"))
            name = own[0]["entity"] if own else subject["entity"]
            return name if any(kind in name for kind in _WHOLE) else f"{adjective} Ministry of {name}"
    return None


_WHOLE = ("Department", "Ministry", "Office", "HM Treasury")


def _asked(head: str, tail: str) -> Iterator[Office]:
    table = _offices()
    if not tail:
        yield from (Office(row["office"], row["state"]) for row in table.by_form.get(head, ()))
        return
    slots = {"{nationality}": _nationality(tail), "{state}": _state(tail)}
    for slot, state in slots.items():
        if state:
            yield from (Office(row["office"], state) for row in table.by_form.get(f"{head} {slot}", ()))


def _nationality(adjective: str) -> str | None:
    row = _nationalities().get(adjective.removeprefix("ال")) if adjective.startswith("ال") else None
    return row["entity"] if row else None


def _state(name: str) -> str | None:
    row = _states().get(name)
    return row["entity"] if row else None


def _holder(wanted: Office, first: str, last: str) -> str | None:
    terms = [term for term in _terms().get(wanted, ()) if term.earliest <= last and first <= term.latest]
    if len(terms) == 1 and terms[0].since <= first and last < terms[0].until:
        return terms[0].person
    return None


def _days(date: str | None) -> tuple[str, str] | None:
    """The first and last day of a date; as strings they compare as days do."""
    if date is None or not _DAY.fullmatch(date):
        return None
    return date + "-01-01"[len(date) - 4 :], date + "-12-31"[len(date) - 4 :]


@cache
def _terms() -> Mapping[Office, tuple[_Term, ...]]:
    rows = lexicon("names/holders").rows
    looked = max(max(row["from"], row["to"]) for row in rows)  # the table was looked at then, or later
    terms: dict[Office, tuple[_Term, ...]] = {}
    for row in rows:
        begun, ended = _days(row["from"]), _days(row["to"] or None)
        if begun is None:
            raise ValueError(f"names/holders.tsv: {row['key']}: {row['from']!r} is no date")
        until, latest = ended or (looked, "9999")
        held = Office(row["office"], row["state"])
        terms[held] = (*terms.get(held, ()), _Term(row["person"], begun[0], begun[1], until, latest))
    return terms


@cache
def _offices() -> Lexicon:
    return lexicon("names/offices")


@cache
def _portfolios() -> Lexicon:
    return lexicon("names/portfolios")


@cache
def _nationalities() -> Lexicon:
    return lexicon("names/nationalities")


@cache
def _states() -> Lexicon:
    return lexicon("names/states")

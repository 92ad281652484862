"""For whom somebody speaks: the state or body behind a person, an office or a capital, as the pages call it.

It is read off the pages: the adjective or the name in a title (`وزير الخارجية الفلاني`, `المتحدث باسم …`), the
adjective in the name of an office, and one claim told by a state on one page and by its capital on another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from musnad.links.account import Account, Name, Saying
from musnad.links.claims.words import phrase_at
from musnad.links.entities import Entities, entities
from musnad.links.findings import Claim
from musnad.links.mentions import mentioned
from musnad.links.process.leaves import Leaf
from musnad.links.process.tables import of_role
from musnad.links.process.titles import Offices, offices
from musnad.rules import lexicon
from musnad.text import fold

__all__ = [
    "Parties", "Votes", "by_titles", "capitals", "elected", "may_be_adjective", "office", "parties", "speaking",
    "votes",
]  # fmt: skip

_TITLE = 9  # words of a title before a name
_GAP = 3  # code points between the words of one title
_LINE = 3  # code points before a dateline's town
_THERE = ("في", "الي", "لدي")


@dataclass(frozen=True)
class Parties:
    """`behind`: the party of every entity (by key) that has another behind it. `bodies`: what `النقابة` is, where these
    pages have one union only; `offices`: what titles without names mean; `sizes`: how often each is named."""

    entities: Entities
    behind: Mapping[str, str]
    bodies: Mapping[str, str]
    offices: Offices
    sizes: Mapping[str, int]

    @cached_property
    def sides(self) -> frozenset[str]:
        """Who has somebody speaking for it."""
        return frozenset(self.behind.values())

    @cached_property
    def voices(self) -> Mapping[str, int]:
        """By party how many speak for it."""
        return Counter(self.behind.values())

    @cached_property
    def acting(self) -> frozenset[str]:
        """Who may be dealt with: parties that somebody speaks for, and bodies."""
        return self.sides | {key for key, kind in self.entities.types.items() if kind == "ORG"}

    @cached_property
    def only(self) -> Mapping[str, str]:
        """What `the parliament` is, where one body alone is of that sense: its key, by sense."""
        found: dict[str, set[str]] = defaultdict(set)
        for key, kind in self.entities.types.items():
            if kind == "ORG" and (told := phrase_at(words := fold(key).split(), 0, len(words))):
                found[told[1]].add(key)
        return {sense: next(iter(keys)) for sense, keys in found.items() if len(keys) == 1}

    def of(self, entity: str | None) -> str | None:
        """The party of one entity, which is itself where nobody stands behind it."""
        if not entity:
            return None
        key = self.bodies.get(entity) or self.entities.key(entity)
        return self.behind.get(key, key)

    def all(self, joint: str | None) -> tuple[str, ...]:
        """The parties of joint entities (`A; B`), in their order."""
        return tuple(dict.fromkeys(p for part in (joint or "").split(";") if (p := self.of(part.strip()))))


class Votes(NamedTuple):
    """What one page tells of who stands behind whom: how often, and of advisers, whose they are (pairs of keys)."""

    behind: dict[tuple[str, str], int]
    advisers: list[tuple[str, str]]


def parties(pages: Sequence[Account], claims: Iterable[Claim], opened: Mapping[str, Leaf]) -> Parties:
    """Who stands behind whom on these pages, which are opened, and in these claims."""
    known = entities(pages)
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    advisers: dict[str, str] = {}
    for page in pages:
        told = votes(opened[page.doc], known)
        advisers.update(told.advisers)
        for (key, party), times in told.behind.items():
            totals[key][party] += times
    states = {
        known.of_adjective(word) for word in set[str]().union(*(p.words for p in pages)) if may_be_adjective(word)
    }
    told_by = (speaking((opened[ref.doc].said[ref.number] for ref in claim.members), known) for claim in claims)

    def titled(titles: Offices) -> dict[str, Counter[str]]:
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for page in pages:
            for (key, party), times in by_titles(opened[page.doc], titles).items():
                found[key][party] += times
        return found

    often = Counter(name for page in pages for name in {name for name, _ in mentioned(page)})
    return elected(totals, advisers, capitals(told_by, states, known), known, titled, often.items())


def votes(leaf: Leaf, known: Entities) -> Votes:
    """What one page tells of who stands behind whom."""
    found: Counter[tuple[str, str]] = Counter()
    advisers = []
    for name in leaf.page.names:
        key = known.key(name.entity)
        if name.acts_for and name.acts_for != name.entity:
            found[key, known.key(name.acts_for)] += 1
        elif name.type == "PER":
            found.update((key, party) for party in _titled(leaf, name, known))
            if whose := _adviser(leaf, name):
                advisers.append((key, known.key(whose)))
        elif name.type == "ORG" and name.kind in (None, "official_body") and (s := office(name.entity, known)):
            found[key, known.key(s)] += 1
    if (seat := _dateline(leaf.page, known)) is not None:
        found[seat] += 1
    for said in leaf.page.sayings:
        for link in said.chain:
            if link.kind == "official_body" and link.entity and (state := office(link.entity, known)):
                found[known.key(link.entity), known.key(state)] += 1
    return Votes(dict(found), advisers)


def _dateline(page: Account, known: Entities) -> tuple[str, str] | None:
    """`كرمان، 4 أيار – أعلنت وزارة الخارجية السلفارية …`: a town that the namebook does not know, and the state whose
    office opens a report from there."""
    body = next((part for part in page.parts if not part.title), None)
    first = next((name for name in page.names if body and name.start >= body.start), None)
    said = next((said for said in page.sayings if not said.title and said.chain), None)
    if body is None or first is None or said is None or first.type != "GPE" or not said.start < body.end:
        return None
    link, town = said.chain[-1], known.key(first.entity)
    if first.start > body.start + _LINE or town.isascii() or link.kind != "official_body" or not link.entity:
        return None
    state = office(link.entity, known)
    return (town, known.key(state)) if state and known.key(state) != town else None


def elected(
    totals: Mapping[str, Mapping[str, int]], advisers: Mapping[str, str], named: Mapping[str, str], known: Entities,
    titled: Callable[[Offices], Mapping[str, Mapping[str, int]]], often: Iterable[tuple[str, int]],
) -> Parties:  # fmt: skip
    """Who stands behind whom by all votes; `named`: the states of capitals, `titled`: the votes of titles, which count
    where nothing else tells it, `often`: names, each with how many pages have it."""
    behind = {key: min(found, key=lambda p: (-found[p], -len(p), p)) for key, found in totals.items() if found}
    behind |= {capital: state for capital, state in named.items() if capital not in behind}
    behind |= {who: behind.get(whose, whose) for who, whose in advisers.items() if who not in behind}
    behind = _followed(behind)
    titles = offices(known.types.items(), known, behind)
    told = titled(titles)
    by_title = {key: min(found, key=lambda p: (-found[p], p)) for key, found in told.items() if found}
    return Parties(known, _followed({**by_title, **behind}), _bodies(known), titles, _sizes(often, known))


def _sizes(often: Iterable[tuple[str, int]], known: Entities) -> dict[str, int]:
    """On how many pages each entity is, doubled for each size: so that one page more seldom changes it."""
    found: Counter[str] = Counter()
    for name, pages in often:
        found[known.key(name)] += pages
    return {key: pages.bit_length() for key, pages in found.items()}


def by_titles(leaf: Leaf, titles: Offices) -> Counter[tuple[str, str]]:
    """How often titles tell on a page for whom somebody speaks, by both keys."""
    keys = ((name, titles.known.key(name.entity)) for name in leaf.page.names if name.type == "PER")
    return Counter((key, party) for name, key in keys for party in titles.behind(leaf, name) if party != key)


def _bodies(known: Entities) -> dict[str, str]:
    """`النقابة`, where these pages have one such body only: its name."""
    held: dict[str, set[str]] = defaultdict(set)
    for key, kind in known.types.items():
        if kind == "ORG" and " " in key:
            held["ال" + fold(key).split()[0]].add(key)
    one = {form: min(keys) for form, keys in held.items() if len(keys) == 1}
    return {**one, **{name: one[form] for name in known.names if (form := fold(name)) in one}}


def _followed(behind: Mapping[str, str]) -> dict[str, str]:
    """Behind a ministry stands its state, and so behind its spokesman."""
    found = {}
    for key in behind:
        party, seen = behind[key], {key}
        while party in behind and party not in seen:
            seen.add(party)
            party = behind[party]
        if party != key:
            found[key] = party
    return found


def _titled(leaf: Leaf, name: Name, known: Entities) -> Iterable[str]:
    """Whom the title before a person's name names: by an adjective, or by a name that stands right before it."""
    page, at = leaf.page, leaf.index(name.start)
    for i in range(at - 1, max(at - 1 - _TITLE, -1), -1):
        following = page.starts[i + 1] if i + 1 < at else name.start
        if following - page.ends[i] > _GAP:
            return
        inside = leaf.named(i)
        if inside is not None and inside.start != name.start:
            if inside.type in ("GPE", "ORG") and _opens(page, leaf.index(inside.start)):
                yield known.key(inside.acts_for or inside.entity)
            return
        if page.words[i].startswith(("ال", "وال")) and (state := known.of_adjective(page.words[i])):
            if all(word.startswith("ال") for word in page.words[i + 1 : at]):
                yield state
            return


def _opens(page: Account, at: int) -> bool:
    """Whether a title's word stands close before: then the name behind it is whose it is, if he is not sent there."""
    return page.words[at - 1] not in _THERE and any(
        _bare(word) in _titles() for word in page.words[max(at - 4, 0) : at]
    )


def _bare(word: str) -> str:
    if word in _titles():
        return word  # `وزير`
    for start in ("وال", "ال", "و", "ل"):
        if word.startswith(start) and len(word) - len(start) > 2:
            return word[len(start) :]
    return word


@cache
def _titles() -> frozenset[str]:
    """Words that open a title: those of the names room, and those that say for whom somebody speaks."""
    roles = (of_role("roles", role) for role in ("speaks", "union", "minister"))
    return frozenset(lexicon("names/titles").by_form).union(*roles)


def _adviser(leaf: Leaf, name: Name) -> str | None:
    """`فلان، مستشار الرئيس علان`: whose adviser a person is."""
    page, at = leaf.page, leaf.index(name.end)
    if not any(word in of_role("roles", "serves") for word in page.words[at : at + 2]) or at + 1 >= len(page.words):
        return None
    last = page.ends[min(at + 5, len(page.words) - 1)]
    return next((n.entity for n in page.names if name.end < n.start < last and n.type == "PER"), None)


def office(entity: str, known: Entities) -> str | None:
    """The state whose adjective an office's name has."""
    if entity.isascii():
        return _english().get(entity.split()[0])
    *_, last = fold(entity).split()
    return known.of_adjective(last) if last.startswith("ال") else None


@cache
def _english() -> Mapping[str, str]:
    rows = lexicon("names/states").rows
    return {row["adjective"]: row["entity"] for row in rows if row.get("adjective")}


def may_be_adjective(word: str) -> bool:
    """Whether a word of the reading has the ending of a state's adjective."""
    return word.endswith(("ي", "يه"))


def speaking(sayings: Iterable[Saying], known: Entities) -> frozenset[str]:
    """The states, and places called so, that are the first tellers of these statements."""
    tellers = (said.chain[-1] for said in sayings if said.chain)
    return frozenset(
        known.key(link.entity) for link in tellers if link.kind == "state" and link.entity and ";" not in link.entity
    )


def capitals(claims: Iterable[Set[str]], states: Container[str | None], known: Entities) -> dict[str, str]:
    """Places without an adjective that tell what a state tells on another page: the state's name for itself.

    `claims`: who tells each (`speaking`), `states`: those that have an adjective on some page.
    """
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for tellers in claims:
        proper = [name for name in tellers if name in states]
        for place in tellers if len(proper) == 1 else ():
            if place not in states and known.types.get(place) == "GPE":
                found[place][proper[0]] += 1
    return {place: min(each, key=lambda s: (-each[s], s)) for place, each in found.items()}

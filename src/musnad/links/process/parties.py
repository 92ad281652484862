"""For whom somebody speaks: the state or body behind a person, an office or a capital, as the pages call it.

It is read off the pages: the adjective or the name in a title (`وزير الخارجية الفلاني`, `المتحدث باسم …`), the
adjective in the name of an office, and one claim told by a state on one page and by its capital on another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from musnad.links.account import Account, Name
from musnad.links.entities import Entities, entities
from musnad.links.findings import Claim
from musnad.links.process.leaves import Leaf, leaves
from musnad.links.process.tables import of_role
from musnad.links.process.titles import Offices, offices
from musnad.rules import lexicon
from musnad.text import fold

__all__ = ["Parties", "office", "parties"]

_TITLE = 9  # words of a title before a name
_GAP = 3  # code points between the words of one title
_THERE = ("في", "الي", "لدي")


@dataclass(frozen=True)
class Parties:
    """`behind`: the party of every entity (by key) that has another behind it; `weight`: on how many pages a party is.

    `bodies`: what `النقابة` is, where these pages have one union only; `offices`: what titles without names mean.
    """

    entities: Entities
    behind: Mapping[str, str]
    weight: Mapping[str, int]
    bodies: Mapping[str, str]
    offices: Offices

    @cached_property
    def sides(self) -> frozenset[str]:
        """Who has somebody speaking for it."""
        return frozenset(self.behind.values())

    def of(self, entity: str | None) -> str | None:
        """The party of one entity, which is itself where nobody stands behind it."""
        if not entity:
            return None
        key = self.bodies.get(entity) or self.entities.key(entity)
        return self.behind.get(key, key)

    def all(self, joint: str | None) -> tuple[str, ...]:
        """The parties of joint entities (`A; B`), in their order."""
        return tuple(dict.fromkeys(p for part in (joint or "").split(";") if (p := self.of(part.strip()))))


def parties(pages: Sequence[Account], claims: Iterable[Claim], opened: Mapping[str, Leaf] | None = None) -> Parties:
    """Who stands behind whom on these pages; `opened`: their leaves, where they are at hand."""
    known = entities(pages)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    advisers: dict[str, str] = {}
    opened = leaves(pages) if opened is None else opened
    for leaf in opened.values():
        for name in leaf.page.names:
            key = known.key(name.entity)
            if name.acts_for and name.acts_for != name.entity:
                votes[key][known.key(name.acts_for)] += 1
            elif name.type == "PER":
                for party in _titled(leaf, name, known):
                    votes[key][party] += 1
                if whose := _adviser(leaf, name):
                    advisers[key] = known.key(whose)
            elif name.type == "ORG" and name.kind in (None, "official_body") and (s := office(name.entity, known)):
                votes[key][known.key(s)] += 1
        for said in leaf.page.sayings:
            for link in said.chain:
                if link.kind == "official_body" and link.entity and (state := office(link.entity, known)):
                    votes[known.key(link.entity)][known.key(state)] += 1
    behind = {key: min(found, key=lambda p: (-found[p], -len(p), p)) for key, found in votes.items()}
    behind |= {capital: state for capital, state in _capitals(opened, claims, known).items() if capital not in behind}
    behind |= {who: behind.get(whose, whose) for who, whose in advisers.items() if who not in behind}
    behind = _followed(behind)
    titles = offices(known.types.items(), known, behind)
    behind = _followed({**_by_titles(opened, titles, known, behind), **behind})
    weight = Counter(
        p for page in pages for p in {behind.get(k, k) for n in page.names for k in (known.key(n.entity),)}
    )
    return Parties(known, behind, weight, _bodies(known), titles)


def _by_titles(
    opened: Mapping[str, Leaf], titles: Offices, known: Entities, behind: Mapping[str, str]
) -> dict[str, str]:
    """For whom those speak of whom nothing else tells it."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for leaf in opened.values():
        for name in leaf.page.names:
            if name.type == "PER" and (key := known.key(name.entity)) not in behind:
                votes[key].update(party for party in titles.behind(leaf, name) if party != key)
    return {key: min(found, key=lambda p: (-found[p], p)) for key, found in votes.items() if found}


def _bodies(known: Entities) -> dict[str, str]:
    """`النقابة`, where these pages have one such body only: its name."""
    held: dict[str, set[str]] = defaultdict(set)
    for key, kind in known.types.items():
        if kind == "ORG" and " " in key:
            held["ال" + fold(key).split()[0]].add(key)
    return {name: min(held[form]) for name in known.names if len(held.get(form := fold(name), ())) == 1}


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


def _capitals(opened: Mapping[str, Leaf], claims: Iterable[Claim], known: Entities) -> dict[str, str]:
    """Places without an adjective that tell what a state tells on another page: the state's name for itself."""
    adjectives: Counter[str] = Counter()
    for word, often in Counter(w for leaf in opened.values() for w in leaf.page.words).items():
        if word.endswith(("ي", "يه")) and (state := known.of_adjective(word)):
            adjectives[state] += often
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        tellers: Counter[str] = Counter()
        for ref in claim.members:
            chain = opened[ref.doc].said[ref.number].chain
            if chain and chain[-1].kind == "state" and chain[-1].entity and ";" not in chain[-1].entity:
                tellers[known.key(chain[-1].entity)] += 1
        states = [name for name in tellers if adjectives[name]]
        for place in tellers:
            if not adjectives[place] and len(states) == 1 and known.types.get(place) == "GPE":
                votes[place][states[0]] += 1
    return {place: min(found, key=lambda s: (-found[s], s)) for place, found in votes.items()}

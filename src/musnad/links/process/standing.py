"""Who stands behind whom in a casefile, and the pages for which that has changed, remembered from time to time."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Set
from itertools import chain
from typing import NamedTuple

from musnad.links.atoms import named
from musnad.links.claims.content import Content
from musnad.links.findings import Claim
from musnad.links.known import Known
from musnad.links.memory import Memory
from musnad.links.mentions import Mention
from musnad.links.pages import Pages
from musnad.links.process.leaves import Leaf, attached, stem
from musnad.links.process.met import met
from musnad.links.process.named import Titles
from musnad.links.process.parties import Parties, Votes, capitals, elected, may_be_adjective, speaking, votes

__all__ = ["Standing", "stand"]


class Standing(NamedTuple):
    """`stems`: of all words; `dirty`: pages that are new, or whose words, names or parties may mean another thing;
    `other`: names of which that holds, `senses`: senses by which bodies are called of which that holds."""

    who: Parties
    stems: Container[str]
    dirty: Set[str]
    other: Set[str]
    senses: Set[str]


class _Of(NamedTuple):
    """What a name means here: its party, how many stand behind that (up to two), its type, whether it may be dealt
    with, and of those behind whom others stand how often they are named."""

    party: str | None
    sided: int
    type: str | None
    acting: bool
    size: int


def stand(memory: Memory, pages: Pages, known: Known) -> Standing:
    """Who stands behind whom now. It is told after claims are written."""
    stems, words = _stems(memory, known)
    totals, advisers = _votes(memory, pages, known)
    named_by = capitals(_speaking(memory, known), set(_adjectives(memory, known).values()), known.entities)
    titles = Titles(memory, pages, known)
    mentions = memory.read("mentions", dict[str, Mention]) or {}
    often = ((name, len(each.on)) for name, each in mentions.items())
    who = elected(totals, advisers, named_by, known.entities, titles.votes, often)
    means = who.only.values(), who.offices.ministries.values(), who.offices.unions.values()
    now = {name: _of(name, who) for name in {*known.entities.names, *who.behind, *who.sides, *who.bodies}}
    now |= {name: _of(name, who) for name in chain(*means) if name not in now}
    before = memory.read("standing", dict[str, _Of]) or {}
    memory.keep("standing", now)
    other = {name for name in before.keys() | now.keys() if _in(before, name) != _in(now, name)}
    dirty: Set[str] = set(pages)
    if not known.anew:
        dirty = known.dirty | titles.dirty | titles.concerned(other, who)
        dirty |= known.atoms.having([*words, *map(named, other)])
    return Standing(who, stems, dirty & pages.cards.keys(), other, titles.called(other, who))


def _of(name: str, who: Parties) -> _Of:
    party = who.of(name)
    size = who.sizes.get(name, 0) if name in who.sides else 0
    return _Of(
        party, min(who.voices.get(party or "", 0), 2), who.entities.types.get(party or ""), party in who.acting, size
    )


def _in(table: Mapping[str, _Of], name: str) -> _Of:
    return table.get(name) or _Of(name, 0, None, False, 0)


def _stems(memory: Memory, known: Known) -> tuple[dict[str, int], set[str]]:
    """The stems of all words, each with how many have it; words that have another stem for those that came or went."""
    counts = memory.read("stems", dict[str, int]) or {}
    waiting = memory.read("attached", dict[str, list[str]]) or {}
    moved = set()
    for word in known.came:
        found = stem(word)
        if found not in counts:
            moved.add(found)
        counts[found] = counts.get(found, 0) + 1
        bare = attached(word)
        if bare is not None and word not in waiting.setdefault(bare, []):
            waiting[bare].append(word)
    for word in known.went:
        found = stem(word)
        counts[found] -= 1
        if not counts[found]:
            del counts[found]
            moved ^= {found}
    memory.keep("stems", counts)
    memory.keep("attached", waiting)
    return counts, {word for bare in moved for word in waiting.get(bare, ())}


def _votes(memory: Memory, pages: Pages, known: Known) -> tuple[dict[str, dict[str, int]], dict[str, str]]:
    """How often each is named as somebody's, and whose each adviser is, as the last page has it."""
    shelf = memory.shelf("behind_votes", Votes)
    totals = memory.read("behind", dict[str, dict[str, int]]) or {}
    advisers = memory.read("advisers", dict[str, list[tuple[str, str]]]) or {}
    for doc in sorted(pages.gone | known.dirty):
        for (key, party), times in (old.behind if (old := shelf.get(doc)) else {}).items():
            totals[key][party] -= times
            if not totals[key][party]:
                del totals[key][party]
        shelf.drop(doc)
        advisers.pop(doc, None)
    for doc in pages.ordered(known.dirty):
        found = votes(Leaf(met(pages[doc], known.entities), ()), known.entities)
        if found.behind:
            shelf[doc] = found
        if found.advisers:
            advisers[doc] = found.advisers
        for (key, party), times in found.behind.items():
            of = totals.setdefault(key, {})
            of[party] = of.get(party, 0) + times
    memory.keep("behind", {key: found for key, found in totals.items() if found})
    memory.keep("advisers", advisers)
    return totals, dict(pair for doc in pages.ordered(advisers) for pair in advisers[doc])


def _adjectives(memory: Memory, known: Known) -> dict[str, str]:
    """The states whose adjective is a word of some page, by that word."""
    found = memory.read("adjectives", dict[str, str]) or {}
    words: Iterable[str] = known.words.words if known.anew else known.came | known.went | known.other
    for word in words:
        if may_be_adjective(word):
            state = known.entities.of_adjective(word) if known.words.get(word) else None
            found.pop(word, None)
            if state:
                found[word] = state
    memory.keep("adjectives", found)
    return found


def _speaking(memory: Memory, known: Known) -> list[frozenset[str]]:
    """The states that tell one claim, of claims that several tell."""
    contents = memory.rows("contents", Content)
    found = memory.read("states", dict[str, frozenset[str]]) or {}
    for place, claim in memory.shelf("claims", Claim, json=True).touched:
        found.pop(place, None)
        if claim is not None and len(claim.members) > 1:
            told = speaking((contents[ref.doc][ref.number - 1].said for ref in claim.members), known.entities)
            if len(told) > 1:
                found[place] = told
    memory.keep("states", found)
    return list(found.values())

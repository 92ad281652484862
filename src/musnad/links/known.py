"""What the pages of a casefile together tell of words and names, and which pages are read otherwise for it.

A page that comes brings words and names; few of them change what other pages mean. `know` tells both: entities,
counts of words and who speaks for whom as they are now, and the pages for which any of that is not as it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple

from musnad.links.account import Account
from musnad.links.atoms import Atoms, named
from musnad.links.claims.marks import Vocabulary
from musnad.links.claims.parties import elected, votes
from musnad.links.claims.words import Lexis
from musnad.links.entities import ENDINGS, PREFIXES, Entities, nationalities, of_mentions
from musnad.links.lights import Lights
from musnad.links.memory import Memory, Register
from musnad.links.mentions import Mention, add, mentioned, remove
from musnad.links.pages import Pages

__all__ = ["Known", "know"]

_WHOLE = 0.25  # share of pages from which on all of them are read anew: it is cheaper than to tell which need not


class _Spoken(NamedTuple):
    """What a page brings: its number, its words (by number) and how often it has each, its names by type."""

    number: int
    words: list[int]
    counts: list[int]
    mentions: list[tuple[str, str, int]]


class _Plain(NamedTuple):
    """Entities as they are kept."""

    names: dict[str, str]
    types: dict[str, str]
    words: dict[str, str]
    adjectives: dict[str, str]
    phrases: dict[str, str]


@dataclass(frozen=True)
class Known:
    """`sides`: for whom each entity speaks. `dirty`: pages of which the words or names may mean something else now, and
    those that are new (`anew`: all are); `parties`: those of them that name somebody who goes by another key, or speaks
    for others, than before. `other`: words that mean something else, as far as that was told; `came` and
    `went`: words that no page had, and that none has any more."""

    entities: Entities
    words: Register
    vocabulary: Vocabulary
    sides: Mapping[str, frozenset[str]]
    atoms: Atoms
    dirty: frozenset[str]
    parties: frozenset[str]
    anew: bool
    other: frozenset[str]
    came: frozenset[str]
    went: frozenset[str]


def know(memory: Memory, pages: Pages) -> Known:
    """What is known now; remembered for the next time."""
    register = Register(*(memory.read("vocabulary", tuple[list[str], list[int]]) or ()))
    mentions = memory.read("mentions", dict[str, Mention]) or {}
    plain = memory.read("entities", _Plain)
    atoms = Atoms(memory, register)
    delta = _take(memory, pages, register, mentions, atoms)
    before = Entities(*plain) if plain else of_mentions({})
    now = of_mentions(mentions)
    moved = _moved(before, now)
    anew = len(pages.changed) > _WHOLE * len(pages)
    lights = Lights(memory, register)
    words = [] if anew else sorted(_candidates(register, lights, delta, moved, before, now))
    lexis = Lexis(register, lights)
    told = [_meaning(word, before, lexis) for word in words]
    came = frozenset(register.words[n] for n, by in delta.items() if by and not register.counts[n])
    for number, by in delta.items():
        register.counts[number] += by
        lights.add(register.words[number], by)
    went = frozenset(register.words[n] for n, by in delta.items() if by and not register.counts[n])
    lights.keep()
    lexis = Lexis(register, lights)
    other = [word for word, old in zip(words, told, strict=True) if old != _meaning(word, now, lexis)]
    dirty = set(pages) if anew else _having(pages, atoms, other, moved.names, moved.phrases) | pages.changed
    sides = _sides(memory, pages, now, dirty)
    parties = set(pages)
    if not anew:
        words_of, names_of, phrases_of = _concerned(sides[1], now)
        parties = _having(pages, atoms, words_of, moved.names | names_of, phrases_of) | pages.changed
    dirty |= parties
    memory.keep("vocabulary", (register.words, register.counts))
    memory.keep("mentions", mentions)
    memory.keep("entities", _Plain(now.names, now.types, now.words, now.adjectives, now.phrases))  # type: ignore[arg-type]
    here = pages.cards.keys()
    return Known(
        now, register, Vocabulary(now, lexis), sides[0], atoms, frozenset(dirty & here), frozenset(parties & here),
        anew, frozenset(other), came, went,
    )  # fmt: skip


def _take(memory: Memory, pages: Pages, register: Register, mentions: dict[str, Mention], atoms: Atoms) -> Counter[int]:
    """Put in what pages bring, take out what they brought before; by how much each word is found more often."""
    shelf = memory.shelf("spoken", _Spoken)
    delta: Counter[int] = Counter()
    for doc in sorted(pages.gone | pages.changed):
        if (old := shelf.get(doc)) is not None:
            remove(mentions, old.number, {(name, kind): count for name, kind, count in old.mentions})
            delta.subtract(dict(zip(old.words, old.counts, strict=True)))
            shelf.drop(doc)
            atoms.drop(doc)
    for doc in pages.ordered(pages.changed):
        page, number = pages[doc], pages.cards[doc].number
        spoken = _spoken(page, number, register)
        shelf[doc] = spoken
        atoms.put(page)
        add(mentions, number, {(name, kind): count for name, kind, count in spoken.mentions})
        delta.update(dict(zip(spoken.words, spoken.counts, strict=True)))
    return delta


def _spoken(page: Account, number: int, register: Register) -> _Spoken:
    counts = Counter(page.words)
    names = [(name, kind, count) for (name, kind), count in mentioned(page).items()]
    return _Spoken(number, list(map(register.number, counts)), list(counts.values()), names)


class _Moved(NamedTuple):
    """What became of names: those that mean something else, words, adjectives (by their bones) and phrases likewise."""

    names: set[str]
    words: set[str]
    adjectives: set[str]
    phrases: set[str]


def _moved(before: Entities, now: Entities) -> _Moved:
    retyped = _other(before.types, now.types)

    def of(one: Mapping[str, str], other: Mapping[str, str]) -> set[str]:
        found = _other(one, other)
        if retyped:
            found.update(form for form, key in other.items() if key in retyped)
        return found

    return _Moved(
        of(before.names, now.names) | retyped,
        of(before.words, now.words),
        of(before.adjectives, now.adjectives),
        of(before.phrases, now.phrases),
    )


def _other(one: Mapping[str, str], other: Mapping[str, str]) -> set[str]:
    return {key for key, _ in one.items() ^ other.items()}


def _candidates(
    register: Register, lights: Lights, delta: Mapping[int, int], moved: _Moved, before: Entities, now: Entities
) -> set[str]:
    """Words that may mean something else: because counts have changed, or what names and adjectives mean has."""
    found = {word for number, by in delta.items() if by for word in lights.concerned(register.words[number])}
    found.update(prefix + form for form in moved.words for prefix in PREFIXES)
    states = moved.names & set(nationalities().values())
    if moved.adjectives or states:
        words = register.words if states else [word for word in register.words if word.endswith(ENDINGS)]
        found.update(word for word in words if before.of_adjective(word) != now.of_adjective(word))
        found.update(word for word in words if now.of_adjective(word) in states)
    return found & register.numbers.keys()


def _meaning(word: str, entities: Entities, lexis: Lexis) -> tuple[object, ...]:
    """All that a word of the reading means by what a casefile knows."""
    keys = entities.of_adjective(word), entities.of_word(word)
    return (*keys, *map(entities.types.get, keys), *lexis(word))  # type: ignore[arg-type]


def _having(pages: Pages, atoms: Atoms, words: Iterable[str], names: Iterable[str], phrases: Iterable[str]) -> set[str]:
    return atoms.having([*words, *map(named, names)], phrases, lambda doc, phrase: _stands(pages[doc], phrase))


def _stands(page: Account, phrase: str) -> bool:
    """Whether these words stand one behind the other, in the article or in words for a teller."""
    told = (link.text.split() for said in page.sayings for link in said.chain)
    return any(f" {phrase} " in f" {' '.join(words)} " for words in (page.words, *told))


def _sides(
    memory: Memory, pages: Pages, entities: Entities, dirty: Set[str]
) -> tuple[dict[str, frozenset[str]], set[str]]:
    """For whom each entity speaks, and those for which that has changed."""
    shelf = memory.shelf("votes", list[tuple[str, str, int]])
    totals = memory.read("sides", dict[str, dict[str, int]]) or {}
    before = elected(totals)
    for doc in sorted(pages.gone | dirty):
        for key, party, times in shelf.get(doc) or ():
            totals[key][party] -= times
            if not totals[key][party]:
                del totals[key][party]
        shelf.drop(doc)
    for doc in pages.ordered(dirty & pages.cards.keys()):
        found = votes(pages[doc], entities)
        shelf[doc] = [(key, party, times) for (key, party), times in found.items()]
        for (key, party), times in found.items():
            votes_of = totals.setdefault(key, {})
            votes_of[party] = votes_of.get(party, 0) + times
    now = elected(totals)
    memory.keep("sides", {key: found for key, found in totals.items() if found})
    return now, {key for key in before.keys() | now.keys() if before.get(key) != now.get(key)}


def _concerned(keys: Set[str], entities: Entities) -> tuple[set[str], set[str], set[str]]:
    """Words, names and phrases that mean one of these entities."""
    if not keys:
        return set(), set(), set()
    return (
        {prefix + form for form, key in entities.words.items() if key in keys for prefix in PREFIXES},
        entities.named(keys),
        {phrase for phrase, key in entities.phrases.items() if key in keys},
    )

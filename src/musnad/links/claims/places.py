"""Where a content says that something is: the places that it names as the venue, and those that it rules out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import NamedTuple

from musnad.links.account import Account, Name
from musnad.links.claims.words import particles
from musnad.links.entities import Entities
from musnad.rules import lexicon
from musnad.text import fold

__all__ = ["CAPITAL", "capitals", "elsewhere", "venues"]

_PLACES = ("GPE", "LOC")
_CLOSE = 5  # words before a place
VENUE = "venue "  # how the key of a place begins that is no name: `the conference palace`
_ONE_HOUSE = {"مقر": "مبني"}
_Sign = tuple[int, str]
CAPITAL = "capital of "  # how the key of a capital begins whose name no page gives


def venues(
    page: Account, spans: Sequence[tuple[int, int]], known: Entities
) -> tuple[dict[str, tuple[int, int]], dict[str, tuple[int, int]]]:
    """Where the content has it, and where it says that it is not (`X, not in Y`): keys of places, and where each stands
    on the page."""
    where: dict[str, tuple[int, int]] = {}
    elsewhere: dict[str, tuple[int, int]] = {}
    signs = _signs(page, known)
    for start, end in spans:
        first, last = bisect_left(page.starts, start), bisect_left(page.starts, end)
        names = [name for name in page.names if start <= name.start < end]
        placed = False
        for name in _named(page, names, _within(signs.towns, first, last), known):
            at = bisect_left(page.starts, name.start + 1) - 1
            here = _at(page, name, at, first, placed)
            placed = here or (placed and page.words[at - 1] in {"او", "ام"})
            if placed:
                named = elsewhere if _ruled_out(page.words, first, at) else where
                named.setdefault(known.key(name.entity), (name.start, name.end))
        houses = [
            (at, key)
            for at, key in _within(signs.houses, first + 1, last - 1)
            if not any(name.start <= page.starts[at] < name.end for name in names)
        ]
        for at, key in (*_within(signs.capitals, first, last - 1), *houses):
            named = elsewhere if _ruled_out(page.words, first, at) else where
            named.setdefault(key, (page.starts[at], page.ends[at + 1]))
    return where, {key: span for key, span in elsewhere.items() if key not in where}


class _Signs(NamedTuple):
    """The words of a page that may tell a place, by their places, with its key: `towns` by a word that only other
    pages' readings know for a name, `capitals` without their names, `houses` that are no names."""

    towns: Sequence[_Sign]
    capitals: Sequence[_Sign]
    houses: Sequence[_Sign]


def _signs(page: Account, known: Entities) -> _Signs:
    """Told once a page: whatever is asked of a page is asked of each of its statements and sentences."""
    found: _Signs | None = known.placed.get(page.doc)
    if found is None:
        words = enumerate(page.words)
        towns = [(at, key) for at, word in words if (key := known.of_word(word)) and known.types.get(key) in _PLACES]
        found = known.placed[page.doc] = _Signs(towns, [*_capitals_named(page, known)], [*_houses(page)])
    return found


def _within(signs: Sequence[_Sign], first: int, last: int) -> Sequence[_Sign]:
    """Those at the places [first, last)."""
    return signs[bisect_left(signs, (first, "")) : bisect_left(signs, (last, ""))] if signs else signs


def _named(page: Account, names: Sequence[Name], towns: Sequence[_Sign], known: Entities) -> list[Name]:
    """The places among the names of a stretch, and those that only other pages' readings know to be names."""
    found = [name for name in names if name.type in _PLACES]
    for at, key in towns:
        here, there = page.starts[at], page.ends[at]
        if not any(name.start < there and here < name.end for name in names):
            found.append(Name(here, there, key, known.types[key], None, None))
    return sorted(found)


def _at(page: Account, name: Name, at: int, first: int, placed: bool) -> bool:
    """Whether the name is said to be a place where something is: behind `في`, with `ب`, or as the host."""
    if page.starts[at] < name.start and page.words[at][0] == "ب":
        return True
    here = at - 1
    while here > first and page.words[here] in particles("town"):
        here -= 1  # `in the city of X`, and not `the fall of the city of X`
    before = page.words[here] if here >= first else ""
    if any(word in particles("topic") for word in page.words[max(here - 2, first) : here]):
        return False  # `to discuss the conflict in X`
    if here < at - 1 and page.words[here + 1][0] == "ب":
        return True
    if before in {"او", "ام"} and placed:
        return True
    if before == "الي" and name.acts_for:
        return False
    after = page.words[at + 1] if at + 1 < len(page.words) else ""
    return before in particles("at") or bool({after, before} & particles("host"))


def _ruled_out(words: Sequence[str], first: int, at: int) -> bool:
    """A `not` stands before it (a bare one close), behind the content's beginning, and no `but` after that."""
    if particles("but_rather") & set(words[at + 1 : at + _CLOSE]) and particles("not_sentence") & set(words[first:at]):
        return True  # `will not be in Cairo but in Tunis`
    for here in range(at - 1, first + 1, -1):
        if words[here] in particles("back"):
            return False
        if words[here] in particles("instead"):
            return words[here] not in particles("not_of_nouns") or at - here <= _CLOSE
    return False


def _capitals_named(page: Account, known: Entities) -> Iterator[_Sign]:
    """`in the Turkish capital` without its name: the capital that the namebook knows, else `capital of` its state."""
    for at in range(len(page.words) - 1):
        if page.words[at] in particles("capital") and (state := known.of_adjective(page.words[at + 1])):
            yield at, known.key(capitals().get(state, f"{CAPITAL}{state}"))


def _houses(page: Account) -> Iterator[_Sign]:
    """Places that are no names: `in the conference palace`, `moved to the X hotel`, `in its own building`."""
    words, owned, built = page.words, particles("venue_own"), particles("venue")
    for at in range(1, len(words) - 1):
        word = words[at].removeprefix("ب")
        own, house = word in owned, word in built
        if not (own or house):
            continue
        if not (words[at].startswith("ب") or words[at - 1] in particles("at")) or (house and words[at + 1][:2] != "ال"):
            continue
        noun = word[: -2 if word.endswith(("ها", "هم")) else -1] if own else word
        noun = _ONE_HOUSE.get(noun, "مبني" if noun == "مبنا" else noun)
        yield at, f"{VENUE}{noun} {'' if own else words[at + 1]}"


def elsewhere(one: Set[str], other: Set[str]) -> bool:
    """Whether two sets of places are elsewhere: towns by towns, and houses by houses; a house may be in any town."""
    towns, houses = zip(_sorted(one), _sorted(other), strict=True)
    return (all(towns) and not towns[0] & towns[1]) or (
        all(houses) and not any(_one_house(a, b) for a in houses[0] for b in houses[1])
    )


def _sorted(places: Set[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Towns and lands, and houses."""
    houses = frozenset(place for place in places if place.startswith(VENUE) or place.split()[0] in particles("venue"))
    return frozenset(places) - houses, houses


def _one_house(one: str, other: str) -> bool:
    """The same house, or `its building` and a building of somebody."""
    a, b = (fold(place.removeprefix(VENUE)) for place in (one, other))
    return a == b or ((a.endswith(" ") or b.endswith(" ")) and a.split()[0] == b.split()[0])


@cache
def capitals() -> dict[str, str]:
    """The capital of each state that the namebook has, by the state's name."""
    return {row["acts_for"]: row["entity"] for row in lexicon("names/capitals").rows}

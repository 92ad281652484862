"""Where a content says that something is: the places that it names as the venue, and those that it rules out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from functools import cache

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
CAPITAL = "capital of "  # how the key of a capital begins whose name no page gives


def venues(
    page: Account, spans: Sequence[tuple[int, int]], known: Entities
) -> tuple[dict[str, tuple[int, int]], dict[str, tuple[int, int]]]:
    """Where the content has it, and where it says that it is not (`X, not in Y`): keys of places, and where each stands
    on the page."""
    where: dict[str, tuple[int, int]] = {}
    elsewhere: dict[str, tuple[int, int]] = {}
    for start, end in spans:
        first = bisect_left(page.starts, start)
        placed = False
        for name in _named(page, start, end, known):
            at = bisect_left(page.starts, name.start + 1) - 1
            here = _at(page, name, at, first, placed)
            placed = here or (placed and page.words[at - 1] in {"او", "ام"})
            if placed:
                named = elsewhere if _ruled_out(page.words, first, at) else where
                named.setdefault(known.key(name.entity), (name.start, name.end))
        for at, key in _capitals_named(page, start, end, known):
            named = elsewhere if _ruled_out(page.words, first, at) else where
            named.setdefault(key, (page.starts[at], page.ends[at + 1]))
        for at, key in _houses(page, start, end):
            named = elsewhere if _ruled_out(page.words, first, at) else where
            named.setdefault(key, (page.starts[at], page.ends[at + 1]))
    return where, {key: span for key, span in elsewhere.items() if key not in where}


def _named(page: Account, start: int, end: int, known: Entities) -> list[Name]:
    """The places that a stretch names, those too that only other pages' readings know to be names."""
    names = [name for name in page.names if start <= name.start < end]
    taken = [(name.start, name.end) for name in names]
    found = [name for name in names if name.type in _PLACES]
    for at in range(bisect_left(page.starts, start), bisect_left(page.starts, end)):
        key = known.of_word(page.words[at])
        if key is None or known.types.get(key) not in _PLACES:
            continue
        here, there = page.starts[at], page.ends[at]
        if not any(a < there and here < b for a, b in taken):
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


def _capitals_named(page: Account, start: int, end: int, known: Entities) -> Iterator[tuple[int, str]]:
    """`in the Turkish capital` without its name: the capital that the namebook knows, else `capital of` its state."""
    for at in range(bisect_left(page.starts, start), bisect_left(page.starts, end) - 1):
        if page.words[at] in particles("capital") and (state := known.of_adjective(page.words[at + 1])):
            yield at, known.key(capitals().get(state, f"{CAPITAL}{state}"))


def _houses(page: Account, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Places that are no names: `in the conference palace`, `moved to the X hotel`, `in its own building`."""
    words = page.words
    first, last = bisect_left(page.starts, start), bisect_left(page.starts, end)
    taken = [(name.start, name.end) for name in page.names if start <= name.start < end]
    for at in range(first + 1, last - 1):
        word = words[at].removeprefix("ب")
        own, house = word in particles("venue_own"), word in particles("venue")
        if not (own or house) or any(a <= page.starts[at] < b for a, b in taken):
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

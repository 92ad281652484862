"""How many of what: numbers in digits and in words, each with the word that it counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from musnad.links.account import Account, When
from musnad.links.claims.words import Lexis, number, particles, stop

__all__ = ["Quantity", "quantities"]

_NEAR = 2  # words on either side of a number that may say of whom it is told
_AHEAD = 10  # words before a number among which `the number of …` may say what it counts
_JOINED = re.compile(r"\d+[.,]\d+", re.ASCII)  # 11.2, 1,200
_SCALES = {"الف": 1e3, "الاف": 1e3, "مليون": 1e6, "ملايين": 1e6, "مليار": 1e9, "مليارات": 1e9, "بليون": 1e9}
_TEN = frozenset(("عشر", "عشره"))  # behind a number below ten: اثنا عشر
_VAGUE = frozenset(("الاف", "ملايين", "مليارات", "مئات", "عشرات"))  # alone they count nothing


class Quantity(NamedTuple):
    """A number and the first mark of what it counts; `at` and `end` are places among the page's words. `near`: the
    first marks of the words right before it and behind it (`the death of seven drivers`). `ruled_out`: it is not so
    many (`42, not 35`)."""

    value: float
    unit: str
    at: int
    end: int
    near: frozenset[str] = frozenset()
    ruled_out: bool = False


def quantities(page: Account, sentences: Iterable[range], lexicon: Lexis) -> tuple[Quantity, ...]:
    """The numbers of a page's sentences in their order, without those of dates, times and lengths of time (`for ten
    days`, `on the 20th of this month`), read as such or not."""
    counting = frozenset(filter(_counting, set(page.words)))
    if not counting:
        return ()
    timed = {at for time in page.times for at in range(*_words(page, time))}
    joined = {match[0] for said in page.sayings for match in _JOINED.finditer(said.what)}
    return tuple(each for span in sentences for each in _quantities(page, span, lexicon, counting, timed, joined))


def _words(page: Account, time: When) -> tuple[int, int]:
    """From the first word that begins in a time to behind the last one."""
    return bisect_left(page.starts, time.start), bisect_left(page.starts, time.end)


def _quantities(
    page: Account, span: range, lexicon: Lexis, counting: Set[str], timed: Set[int], joined: Set[str]
) -> list[Quantity]:
    """The numbers of one sentence; `counting`: words with which numbers begin, `timed`: places of words of times,
    `joined`: numbers of two parts (1,200)."""
    found: list[Quantity] = []
    at, size = span.start, span.stop
    if counting.isdisjoint(page.words[at:size]):
        return found
    while at < size:
        word = page.words[at]
        if word not in counting or at in timed:
            at += 1
            continue
        value, after = _number(page, at, size, joined)
        if value is None:
            at += 1
            continue
        if after < size and page.words[after] in particles("of_time"):
            at = after + 1
            continue
        counted = _counted(page.words, span.start, at, lexicon)
        unit = counted or _unit(page.words, after, size, lexicon) or _told_of(page.words, span.start, at, lexicon)
        near = frozenset(_near(page.words, max(span.start, at - _NEAR), at, lexicon))
        met = any(
            word in particles("met") for word in page.words[after : after + _NEAR]
        )  # `four workers met their death`
        near |= frozenset(_near(page.words, after, min(after + _NEAR + met, size), lexicon))
        unlike = bool(found) and _ruled_out(page.words, found[-1].end, at)
        unit = found[-1].unit if unlike else unit
        found.append(Quantity(value, unit, at, after, near | {unit} - {""}, unlike))
        at = after
    return found


@lru_cache(maxsize=100_000)
def _counting(word: str) -> bool:
    """Whether a number may begin with the word."""
    return _digits(word).isdigit() or number(word) is not None or _scale(word) is not None


@lru_cache(maxsize=10_000)
def _scale(word: str) -> float | None:
    """What a word multiplies the number before it by, in any of its endings: `الفا`, `المليون`."""
    found = _SCALES.get(word) or _SCALES.get(word.removesuffix("ا"))
    return found or (_SCALES.get(word[2:]) if word.startswith("ال") else None)


def _digits(word: str) -> str:
    """A number in digits without the clitic before it."""
    return word if word[:1].isdigit() else word.lstrip("وبلف")


def _ordinal(words: Sequence[str], at: int) -> bool:
    """`the twenty-first camp` counts nothing."""
    return words[at].startswith(("ال", "وال")) or (at > 0 and words[at - 1] == "ال")


def _number(page: Account, at: int, stop_at: int, joined: Set[str]) -> tuple[float | None, int]:
    """The value of the number that begins at a word, and the place behind it."""
    words = page.words
    if {words[at], words[at][2:]} & _VAGUE or _ordinal(words, at):
        return None, at
    total = 0.0
    part: float | None = None
    here = at
    while here < stop_at:
        word = words[here]
        if word in particles("percent"):
            break
        digits = _digits(word)
        scale = _scale(word)
        if digits.isascii() and digits.isdigit():
            if part is not None:
                break
            part = float(digits)
            after = words[here + 1] if here + 1 < stop_at else ""
            if joined and (f"{digits}.{after}" in joined or f"{digits},{after}" in joined):
                here += 1
                part = float(digits + after if len(after) == 3 else f"{digits}.{after}")
        elif scale and (part is not None or here > at):
            total, part = total + (part or 1) * scale, None
        elif word in _TEN and part is not None and part < 10:
            part += 10
        elif (spelt := number(word)) and (part is None or word.startswith("و")):
            slot, value = spelt
            if slot == "thousand":
                total, part = total + value * (part or 1), None
            else:
                part = (part or 0) + value
        else:
            break
        here += 1
    if here == at or (part is None and not total):
        return None, at
    return total + (part or 0), here


def _unit(words: Sequence[str], at: int, stop_at: int, lexicon: Lexis) -> str:
    """What is counted: the next word that says something, within three."""
    for word in words[at : min(at + 3, stop_at)]:
        if word in particles("percent"):
            return "%"
        if not stop(word) and not word[:1].isdigit():
            return lexicon(word)[0]
    return ""


def _ruled_out(words: Sequence[str], start: int, at: int) -> bool:
    """Whether `not`, `instead of` stands right before a number."""
    return any(word in particles("instead") for word in words[max(start, at - 2) : at])


def _counted(words: Sequence[str], start: int, at: int, lexicon: Lexis) -> str:
    """What is counted where it stands before: `the number of those closed does not exceed 25`."""
    for here in range(at - 2, max(start, at - _AHEAD) - 1, -1):
        if words[here].removeprefix("و") in particles("number_of") and not stop(words[here + 1]):
            return lexicon(words[here + 1])[0]
    return ""


def _told_of(words: Sequence[str], start: int, at: int, lexicon: Lexis) -> str:
    """What is counted where the number is said of it: `the dead are five`."""
    before = words[at - 1] if at > start else ""
    return lexicon(before)[0] if before.startswith("ال") and not stop(before) else ""


def _near(words: Sequence[str], start: int, end: int, lexicon: Lexis) -> Iterator[str]:
    """The first marks of some words."""
    yield from (lexicon(word)[0] for word in words[start:end] if not stop(word) and not word[:1].isdigit())

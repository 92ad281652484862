"""Words around the triggers of a page, each with the slot that it can fill.

A page is not read through: only windows of a few words round a trigger (or round a year in digits) are
cut into tokens, and windows that meet are one. A window never crosses a line's end.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from heapq import merge
from typing import NamedTuple

from musnad.doc import Doc, Hit
from musnad.stages.times.lexicons import MARKS, SLOTS, TRIGGERS, neighbour

__all__ = ["CODE", "Token", "Window", "windows"]

REACH = 64  # characters on each side of a trigger that a time expression may take in
CODE: Mapping[str, str] = {slot: chr(0xE000 + number) for number, slot in enumerate(SLOTS)}
_YEAR = re.compile(
    r"(?<!\d)(?:1[345]|19|20)\d\d(?!\d)|(?<!\d)\d\d?(?= الجاري(?!\w))|\d\d?(?:[/.-])\d\d?(?:[/.-])\d\d(?!\d)"
)
_WORD = re.compile(
    r"""\d{4}\ ?([/.-])\ ?\d\d?\ ?\1\ ?\d\d?(?!\d)      # 2024/02/16
      | \d\d?\ ?([/.-])\ ?\d\d?\ ?\2\ ?(?:\d{4}|\d\d)(?!\d)  # 16-02-2024, 28 / 7 / 1433
      | \d\d?:\d\d(?::\d\d)?(?!\d)
      | \d+(?:[.,]\d+)* | [^\W\d_]+ | [^\s\w] | _+""",
    re.VERBOSE,
)


class Token(NamedTuple):
    """A word at [start, end) of the reading; `number` is its value where it counts or names a number."""

    slot: str
    start: int
    end: int
    text: str
    number: int
    row: Mapping[str, str]


class Window(NamedTuple):
    """A stretch of tokens; `codes` has one character a token, for the grammar's patterns."""

    tokens: list[Token]
    codes: str


_NO_ROW: Mapping[str, str] = {}


def windows(doc: Doc) -> Iterator[Window]:
    """The windows of a page in order."""
    reading = doc.reading.string
    hits = [hit for lex in TRIGGERS for hit in doc.hits.get(lex.name, ())]
    hits.sort(key=lambda hit: (hit.start, -hit.end))
    hits = list(_longest(hits))
    years = [match.span() for match in _YEAR.finditer(reading)]
    starts = [hit.start for hit in hits]
    for start, end in _stretches(reading, merge(((hit.start, hit.end) for hit in hits), years)):
        inside = hits[bisect_left(starts, start) : bisect_left(starts, end)]
        tokens = list(_joined(_tokens(reading, start, end, inside)))
        yield Window(tokens, "".join(CODE[token.slot] for token in tokens))


def _longest(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Of hits that overlap, the one that begins first, and of those the longest."""
    done = -1
    for hit in hits:
        if hit.start >= done:
            yield hit
            done = hit.end


def _stretches(reading: str, triggers: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where to read: every trigger with its reach, cut at line ends and at words' edges, merged."""
    first = last = -1
    for start, end in triggers:
        low = max(reading.rfind("\n", 0, start) + 1, start - REACH)
        high = reading.find("\n", end, end + REACH)
        high = min(len(reading), end + REACH) if high < 0 else high
        while low > 0 and low < start and reading[low - 1].isalnum() and reading[low].isalnum():
            low += 1
        while high < len(reading) and reading[high - 1].isalnum() and reading[high].isalnum():
            high += 1
        if low <= last:
            last = max(last, high)
            continue
        if last >= 0:
            yield first, last
        first, last = low, high
    if last >= 0:
        yield first, last


def _tokens(reading: str, start: int, end: int, hits: list[Hit]) -> Iterator[Token]:
    """Hits are tokens; what lies between them is cut into words and looked up."""
    here = start
    for hit in hits:
        yield from _words(reading, here, hit.start)
        row = hit.row
        yield Token(row["slot"], hit.start, hit.end, reading[hit.start : hit.end], int(row.get("number") or 0), row)
        here = hit.end
    yield from _words(reading, here, end)


def _words(reading: str, start: int, end: int) -> Iterator[Token]:
    for match in _WORD.finditer(reading, start, end):
        text, at, stop = match.group(), match.start(), match.end()
        if text[0].isdigit():
            yield _digits(text, at, stop)
        elif not text[0].isalpha():
            slot = MARKS.get(text) or ("stop" if text in ".!?؟;؛:…" else "quote" if text in "\"«»“”„'" else "word")
            yield Token(slot, at, stop, text, 0, _NO_ROW)
        elif (known := neighbour(text)) is None:
            yield Token("word", at, stop, text, 0, _NO_ROW)
        else:
            skip, row = known
            if skip:
                slot = "and" if text[0] in "وف" else "for" if text[0] == "ل" else "clitic"
                yield Token(slot, at, at + skip, text[:skip], 0, _NO_ROW)
            yield Token(row["slot"], at + skip, stop, text[skip:], int(row.get("number") or 0), row)


def _digits(text: str, start: int, end: int) -> Token:
    if not text.isdigit():
        slot = "clock" if ":" in text else "numeric" if re.search(r"\d ?([/.-]) ?\d+ ?\1 ?\d", text) else "word"
        return Token(slot, start, end, text, 0, _NO_ROW)
    number = int(text)
    if len(text) == 4:
        slot = "year" if 1800 <= number <= 2100 else "hijri_year" if 1343 <= number <= 1500 else "old_year"
    elif len(text) > 4:
        slot = "word"
    else:
        slot = next((name for name, top in _LIMITS if number <= top), "number")
    return Token(slot, start, end, text, number, _NO_ROW)


_LIMITS = (("n12", 12), ("n24", 24), ("n31", 31), ("n60", 60))


_COUNTING = frozenset(("cardinal", "ordinal", "ordinal_hour", "eleven_head", "tens", "hundred", "thousand"))


def _joined(tokens: Iterable[Token]) -> Iterator[Token]:
    """Number words put together: `خمسة وعشرون`, `الخامس عشر`, `ألفين وثمانية عشر`. A thousand or more is a year
    in words, which no bare preposition makes a year."""
    found = list(tokens)
    i = 0
    while i < len(found):
        head = found[i]
        if head.slot not in _COUNTING:
            yield head
            i += 1
            continue
        size, number = _compound(found, i)
        last = found[i + size - 1]
        slot = head.slot
        if slot == "eleven_head" and size == 1:
            slot = "word"  # `أحد` alone is somebody
        elif number >= 1000 and slot == "thousand":
            slot = "year_words" if number < 2200 else "word"
        elif slot in ("eleven_head", "hundred") or (slot == "tens" and size > 1):
            slot = "cardinal"
        yield Token(slot, head.start, last.end, " ".join(token.text for token in found[i : i + size]), number, head.row)
        i += size


def _compound(found: list[Token], at: int) -> tuple[int, int]:
    """How many tokens from `at` make one number, and the number."""
    head = found[at]
    ones = head.number if head.slot not in ("tens", "hundred", "thousand") else 0
    if ones:
        after = found[at + 1] if at + 1 < len(found) else None
        if after is not None and after.number == 10 and after.text in ("عشر", "عشره") and ones <= 11:
            return 2, (1 if ones == 11 else ones) + 10
        if _follows(found, at + 1, ("tens",)) and ones < 12:
            return 3, (1 if ones == 11 else ones) + found[at + 2].number
        return 1, ones
    lower = {"tens": (), "hundred": ("cardinal", "tens"), "thousand": ("hundred", "cardinal", "tens")}[head.slot]
    if lower and _follows(found, at + 1, lower):
        size, number = _compound(found, at + 2)
        return size + 2, head.number + number
    return 1, head.number


def _follows(found: list[Token], at: int, slots: tuple[str, ...]) -> bool:
    return at + 1 < len(found) and found[at].slot == "and" and found[at + 1].slot in slots

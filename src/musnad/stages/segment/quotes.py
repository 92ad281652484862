"""Pair quotation marks within a paragraph, and carry an open quotation into the next ones.

Arabic pages use guillemets, curly and straight marks, single marks and primes, often the wrong way
round (`”…“`) or the same mark at both ends (`“…“`). So a mark's place tells more than its shape: it opens
where a word follows and no word stands before it (a clitic may: `لـ«…»`, `و”…”`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

OPENING = "«‹“„❝‘‚"
FAMILIES = {"guillemets": "«»‹›", "curly": "“”„‟″❝❞", "straight": '"', "single": "‘’‚‛'"}
FAMILY = {mark: family for family, marks in FAMILIES.items() for mark in marks}
# `“…"` and `"…”` are one quotation typed on two keyboards.
DOUBLE = ("curly", "straight")
_MARK = re.compile("[" + "".join(FAMILY) + "]")
_CLITIC = re.compile(r"(?:^|[\s(\[«“\"])(?:[وف]?[بلك]?(?:ال)?|[وف]?لل)-?$")
_SPACE_OR_STOP = re.compile(r"[\s.,،؛:!؟?…)\]»”“\"'-]|$")


class Quote(NamedTuple):
    """A quotation in the reading; `span` with its marks. `rule` is the family, or `carried`."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    rule: str


class Paired(NamedTuple):
    """The quotations of a paragraph, and the first mark that closes what no mark here opened."""

    quotes: list[Quote]
    stray: int | None


def _opens_here(text: str, start: int, i: int, end: int) -> bool:
    follows = i + 1 < end and not text[i + 1].isspace() and text[i + 1] not in ".,،؛:!؟?…)]"
    return follows and _CLITIC.search(text[max(start, i - 8) : i] if i > start else "") is not None


def _closes_here(text: str, start: int, i: int, end: int) -> bool:
    return (
        i > start
        and not text[i - 1].isspace()
        and text[i - 1] != ":"
        and _SPACE_OR_STOP.match(text[i + 1 : min(end, i + 2)]) is not None
    )


def _partner(stack: list[tuple[int, str, str]], family: str) -> int | None:
    """The place in the stack of the nearest open mark that `family` can close."""
    for place in range(len(stack) - 1, -1, -1):
        other = stack[place][2]
        if other == family or (other in DOUBLE and family in DOUBLE):
            return place
    return None


def pair(text: str, start: int, end: int, written: Callable[[int], str]) -> Paired:
    """The quotations in text[start:end]. `written(i)` is the character that the page has at i."""
    stack: list[tuple[int, str, str]] = []
    quotes: list[Quote] = []
    stray: int | None = None
    for found in _MARK.finditer(text, start, end):
        i = found.start()
        mark = written(i) if found.group() == "'" else found.group()
        family = FAMILY.get(mark, "single")
        opens, closes = _opens_here(text, start, i, end), _closes_here(text, start, i, end)
        if family == "single" and not opens and not closes:
            continue  # an apostrophe
        place = _partner(stack, family)
        if place is None:
            if opens or not closes or (mark in OPENING and not stack):
                stack.append((i, mark, family))
            elif stray is None and family != "single":
                stray = i
        elif (opens and not closes and (mark == "«" or (family != "straight" and mark in OPENING))) or (
            opens and not closes and family == "curly" and text[i - 1].isspace()
        ):
            stack.append((i, mark, family))
        else:
            first, _, rule = stack[place]
            del stack[place:]
            quotes.append(Quote(first, i + 1, first + 1, i, True, rule))
    for first, _, rule in stack:
        if rule != "single":
            quotes.append(Quote(first, end, first + 1, end, False, rule))
    return Paired(sorted(quotes), stray)


def carry(text: str, paragraphs: Sequence[Paired], places: Sequence[tuple[int, int]]) -> list[list[Quote]]:
    """Carry a quotation left open into the paragraphs up to the one that closes it.

    Only where a later paragraph has a closing mark of its own that nothing there opened, and the
    paragraphs between have no marks: an open mark alone says nothing of the next paragraph. Over more
    than one line only speech that a colon announces is carried; the rest are marks somebody forgot.
    """
    quotes = [list(p.quotes) for p in paragraphs]
    for i, paragraph in enumerate(paragraphs):
        left_open = [quote for quote in paragraph.quotes if not quote.closed]
        if not left_open:
            continue
        announced = text[max(0, left_open[0].start - 3) : left_open[0].start].rstrip()[-1:] == ":"
        j = i + 1
        while j < len(paragraphs) and not paragraphs[j].quotes and paragraphs[j].stray is None:
            j += 1
        if j == len(paragraphs) or (j > i + 1 and not announced):
            continue
        stray = paragraphs[j].stray
        if stray is None or any(quote.start < stray for quote in paragraphs[j].quotes):
            continue
        for k in range(i + 1, j):
            quotes[k].append(Quote(*places[k], *places[k], False, "carried"))
        start = places[j][0]
        quotes[j].insert(0, Quote(start, stray + 1, start, stray, True, "carried"))
    return quotes

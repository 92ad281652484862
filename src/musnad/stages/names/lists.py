"""Persons by what stands round them: in a list of persons, or with their age behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from musnad.stages.names import extents, parts
from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import ordinary
from musnad.stages.names.words import Page

__all__ = ["find"]

_AGE = re.compile(r" ?\((?:البالغ[^()]{0,12})?\d{1,2} ?(?:عام|سن)")
_BETWEEN = re.compile(
    r"[،,] ?(?P<name>[^\W\d_]+(?: [^\W\d_]+){1,3}) ?[،,] ?(?=و?$)|[،,] ?و?(?P<last>[^\W\d_]+ [^\W\d_]+) ?[،,] ?(?=و?$)"
)
_MOST = 3  # words of a name that only its age tells


def find(page: Page, names: Sequence[Found]) -> Iterator[Found]:
    """Persons of these shapes that are not among `names`, in reading order."""
    taken = {at for name in names for at in range(name.start, name.end)}
    for match in _AGE.finditer(page.reading):
        yield from _aged(page, match.start(), taken)
    yield from _met(page, taken)
    persons = [name for name in names if name.type == "PER"]
    for one, other in pairwise(persons):
        yield from _listed(page, one.end, other.start, taken)


_MEET = r"(?:لقاء|قمه|اجتماع|مصافحه|مكالمه|خلاف|محادثات)(?: [^\W\d_]+)? بين "
_MET = re.compile(_MEET + r"[«“\"](?P<one>[^\W\d_]{4,})[»”\"] و ?[«“\"](?P<other>[^\W\d_]{4,})[»”\"]")


def _met(page: Page, taken: set[int]) -> Iterator[Found]:
    """`قبل أي لقاء بين «X» و«Y»`: two by their family names, where no place, body or outlet is called so."""
    for match in _MET.finditer(page.reading):
        spans = match.span("one"), match.span("other")
        if all(start not in taken and not known.place(page.reading[start:end]) for start, end in spans):
            for start, end in spans:
                yield Found(start, end, "PER", known.RULES["listed"].name, kind="person", weight=0)


def _aged(page: Page, end: int, taken: set[int]) -> Iterator[Found]:
    """`سابيتري سامال (37 عاما)`: two or three words of no known class before an age."""
    last = page.holding(end - 1)
    if page.words[last].end != end:
        return
    first = last
    while last - first < _MOST - 1 and page.gap(first) == " " and _part(page, first - 1):
        first -= 1
    if first < last and _part(page, last) and page.words[first].start not in taken and end - 1 not in taken:
        yield Found(page.words[first].start, end, "PER", known.RULES["aged"].name, kind="person", weight=1)


def _part(page: Page, number: int) -> bool:
    form = page.form(number)
    return parts.nameable(form) and (parts.listed(form) or not ordinary(form)) and not form.startswith("ال" * 2)


def _listed(page: Page, start: int, end: int, taken: set[int]) -> Iterator[Found]:
    """`X، جبير المليحان، Y`: two to four words that can be a name, alone between two persons."""
    match = _BETWEEN.fullmatch(page.reading, start, end)
    if match is None:
        return
    begin, stop = match.span("name") if match["name"] else match.span("last")
    first = page.at(begin)
    if begin in taken or extents.person(page, first, titled=True) != page.at(stop) or known.title(page.form(first)):
        return
    yield Found(begin, stop, "PER", known.RULES["listed"].name, kind="person", weight=1)

"""Words that stand where names stand, and that no rule made a name of.

Arabic has no capitals. A name shows by its place: behind a title or a word for a kind of body or place, in the
quotation marks behind such a word, beside a verb of saying. A word is worth a row in a lexicon where a good part
of all its places on the pages are of these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from musnad.doc import Doc, Furniture, Hit, Mark, Mention, Statement, TimeExpression
from musnad.stages.names import knowledge as known
from musnad.stages.names.words import CLOSING, OPENING, Page

__all__ = ["Place", "Unknown", "places", "ranked"]

_LEAST = 3  # letters
_SHARE = 1 / 3  # of a word's places on all pages that must be a name's
_QUOTED = 4  # words of a name in quotation marks
_BESIDE = {"PER": "title", "GPE": "place", "LOC": "place"}  # by what a title or head stands before; else "kind"
_ADJECTIVE_OR_OWNER = ("يه", "ته", "تها", "تهم")  # `منطقة صناعية`, `مجلس إدارتها`
_PERSONS = ("title", "saying")
_AROUND = 30  # characters of an example on either side


class Place(NamedTuple):
    """A word where names stand: its folded form, behind or beside what it stands, where, and the words around."""

    form: str
    word: str
    beside: str
    doc: str
    start: int
    around: str


class Unknown(NamedTuple):
    """A word, how often it stands as a name does and on how many pages, and the first of its places."""

    times: int
    pages: int
    example: Place


def places(doc: Doc) -> tuple[list[Place], Counter[str]]:
    """The places of a page, which must have its hits; and how often each word stands anywhere on it."""
    page = Page(doc)
    covered = _covered(doc, page)
    found: dict[int, Place] = {}
    for beside, first, last in _where(doc, page):
        if first in found or any(number in covered for number in range(first, last)):
            continue
        if not (_nameable(page, first, last) if last - first > 1 else _worthy(page.form(first), beside)):
            continue
        start, end = page.words[first].start, page.words[last - 1].end
        span = doc.span(start, end)
        around = doc.source[max(0, span.start - _AROUND) : span.end + _AROUND]
        form = page.reading[start:end]
        found[first] = Place(form, doc.text(span), beside, doc.page.doc, span.start, " ".join(around.split()))
    return list(found.values()), Counter(word.form for word in page.words)


def ranked(pages: Iterable[tuple[list[Place], Counter[str]]], top: int) -> list[Unknown]:
    """The `top` most frequent words of all pages."""
    everywhere: Counter[str] = Counter()
    found: dict[str, list[Place]] = {}
    for here, words in pages:
        everywhere.update(words)
        for place in here:
            found.setdefault(place.form, []).append(place)
    rows = [
        Unknown(len(them), len({place.doc for place in them}), them[0])
        for form, them in found.items()
        if len(them) >= _SHARE * everywhere.get(form, 0)
    ]
    return sorted(rows, key=lambda row: (-row.times, -row.pages, row.example.form))[:top]


def _where(doc: Doc, page: Page) -> Iterator[tuple[str, int, int]]:
    """Where a name might stand: beside what, and its words as [first, last)."""
    for name in (known.TITLES.name, known.HEADS.name):
        for hit in {hit.end: hit for hit in reversed(doc.hits[name])}.values():
            yield from _behind(page, hit, _BESIDE.get(hit.row.get("type", "PER"), "kind"))
    for statement in doc.marks(Statement):
        start, end = doc.reading.within(*statement.span)
        first, last = page.holding(start), page.holding(end - 1) + 1
        if page.gap(last) == " ":
            yield "saying", last, last + 1
        if page.gap(first) == " ":
            yield "saying", first - 1, first


def _behind(page: Page, hit: Hit, beside: str) -> Iterator[tuple[str, int, int]]:
    number = page.holding(hit.end - 1)
    if page.words[number].end != hit.end:
        return
    first = number + 1
    gap = page.gap(first)
    if gap == " ":
        yield beside, first, first + 1
    elif gap[-1:] in OPENING and gap[:1] == " ":
        ends = (last for last in range(first + 1, first + _QUOTED + 1) if page.gap(last)[:1] in CLOSING)
        last = next(ends, None)
        if last is not None:
            yield "quoted", first, last


def _nameable(page: Page, first: int, last: int) -> bool:
    return not all(known.common(page.form(number)) for number in range(first, last))


def _worthy(form: str, beside: str) -> bool:
    """Whether a word could be a name there: no common word, adjective, title, word for a kind, or number."""
    if len(form) < _LEAST or not form.isalpha() or known.says(form):
        return False
    bare = form.lstrip("وف")
    article = bare.startswith("ال")
    if any(_everyday(each) for each in {form, bare, bare.removeprefix("ال"), form[1:]}):
        return False
    if known.given(form) or known.surname(form):
        return True
    if beside in _PERSONS:  # a person whom no table knows has no article, and nobody is told of with a preposition
        return not article and form[0] not in "بل"
    return beside == "place" if article else not form.endswith(_ADJECTIVE_OR_OWNER)


def _everyday(word: str) -> bool:
    return known.common(word) or known.title(word) or word in known.HEADS.by_form or known.nationality(word) is not None


def _covered(doc: Doc, page: Page) -> set[int]:
    """The words that are accounted for: in a name, a time, a cue, or beside the article."""
    covered: set[int] = set()
    kinds: tuple[type[Mark], ...] = (Mention, TimeExpression, Statement, Furniture)
    for kind in kinds:
        for mark in doc.marks(kind):
            start, end = doc.reading.within(*mark.span)
            covered.update(range(page.holding(start), page.at(end)))
    return covered

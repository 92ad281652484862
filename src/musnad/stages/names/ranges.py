"""Bodies and districts that some words for a kind begin in a way of their own.

`قيادة عمليات X`, `غرفة طوارئ X`, `شبكة أطباء السودان`, `بنك الرياض`, `نادي X الأدبي`, and `مديرية X`, a district.
"""

from __future__ import annotations

from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.names import constructs, parts, towns
from musnad.stages.names import knowledge as known
from musnad.stages.names.composed import english
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import ordinary
from musnad.stages.names.words import Page

__all__ = ["find"]

_COMMANDS = {"قياده": ("عمليات",), "غرفه": ("طوارئ", "طواريء", "عمليات")}
_CLUBS = ("الادبي", "الرياضي", "الثقافي", "الاهلي", "العلمي")
_VERBAL = known.cues("apart verbal")
_FIRSTS = known.cues("towns firsts")


def find(page: Page, hit: Hit, first: int, places: Mapping[int, Found]) -> Found | None:
    """The name that begins at `hit`, or behind it, where it is one of these; `first` is the word behind it."""
    head, form = page.reading[hit.start : hit.end], page.form(first)
    place = places.get(page.words[first].start)
    if head in _COMMANDS and form in _COMMANDS[head]:
        return _command(page, hit, first + 1, places)
    if head == "شبكه":
        return _network(page, hit, first)
    if head in ("بنك", "مصرف") and place is not None:
        return _body(page, hit, constructs.adjectives(page, page.at(place.end)), "organization")
    if head == "نادي" and place is not None and page.form(page.at(place.end)) in _CLUBS:
        return _body(page, hit, page.at(place.end) + 1, "organization")
    return _district(page, first, place) if head == "مديريه" else None


def _body(page: Page, hit: Hit, after: int, kind: str) -> Found:
    rule = known.RULES["ranged"].name
    end = page.words[after - 1].end
    return Found(hit.start, end, "ORG", rule, english(page.reading[hit.start : end]), kind=kind, weight=1)


def _command(page: Page, hit: Hit, number: int, places: Mapping[int, Found]) -> Found | None:
    """`قيادة عمليات بغداد`, `غرفة طوارئ مخيم X`: of a known place, or of one that no list has."""
    if page.gap(number) != " " or not page.form(number):
        return None
    place = places.get(page.words[number].start)
    if place is not None:
        return _body(page, hit, page.at(place.end), "official_body")
    form = page.form(number)
    plain = parts.nameable(form, person=False) and not known.everyday(form) and known.nationality(form) is None
    return _body(page, hit, number + 1, "official_body") if plain else None


def _network(page: Page, hit: Hit, first: int) -> Found | None:
    """`شبكة أطباء السودان`, `شبكة عين الناخب`: two everyday nouns are a network of people, no channel."""
    form = page.form(first)
    if page.article(first) or not ordinary(form) or page.gap(first + 1) != " " or not page.article(first + 1):
        return None
    second = page.form(first + 1)
    if known.binds(form) or known.nationality(second) or second in _VERBAL or _describes(page, first):
        return None
    return _body(page, hit, constructs.adjectives(page, first + 2), "organization")


def _describes(page: Page, number: int) -> bool:
    return known.describes(page.form(number)) or page.form(number).endswith(("يه", "ات"))


def _district(page: Page, first: int, place: Found | None) -> Found | None:
    """`مديرية المنصورة`, `مديرية دار سعد`: a district by its place, where no office is named by its field."""
    start, form = page.words[first].start, page.form(first)
    rule = known.RULES["apart"].name
    if place is not None:
        return None if place.type == "ORG" else Found(place.start, place.end, "GPE", place.rule, place.entity, weight=3)
    after = towns.town(page, first, start)
    if after == first or (form not in _FIRSTS and ordinary(form)) or constructs.foreign(form):
        return None
    end = page.words[after - 1].end
    row = known.PLACES.get(page.reading[start:end])
    return Found(start, end, "GPE", rule, row["entity"] if row else None, weight=3)

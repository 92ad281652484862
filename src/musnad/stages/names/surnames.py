"""Persons whom a page calls by their family name alone: `ونفت السنجاري، رئيسة الوفد`, `قال الصالحي إن`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from musnad.stages.names import constructs, parts
from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import ordinary
from musnad.stages.names.words import Page
from musnad.verbs import verb

__all__ = ["find"]

_SPEAKS = known.cues("people speaks")
_THAT = known.cues("surnames that")
_QUOTES = (" «", " “", ' "')
_LEAST, _LONG = 4, 6  # letters of a name without its article; of one that no noun's shape tells against
_OFFICES = known.cues("surnames apposed")


def find(page: Page, titles: set[int], taken: Collection[int]) -> Iterator[Found]:
    """Family names behind a verb of saying, with what is said or an office behind them.

    `titles` are the words that are titles, `taken` where names begin that are no persons.
    """
    for number, word in enumerate(page.words):
        if not _may(word.form) or word.start in taken or number in titles:
            continue
        if _of_person(page, number) or (
            _told(page, number, titles)
            and (_named(page, number, foreign=_apposed(page, number + 1, titles)) or _unlisted(page, number))
        ):
            yield Found(word.start, word.end, "PER", known.RULES["surname_alone"].name, kind="person", weight=-1)


def _of_person(page: Page, number: int) -> bool:
    """Whether a family name with its article stands behind what only a person has: `مكتب الصيرفي`, `سقوط الباشق`."""
    form = page.form(number)
    if page.gap(number) != " " or page.form(number - 1).lstrip("وبل") not in _HAS:
        return False
    if not page.article(number):  # `مكتب هانسيرو`, and again on the page
        return constructs.foreign(form) and sum(word.form == form for word in page.words) > 1
    goes_on = page.gap(number + 1) == " " and (page.article(number + 1) or known.given(page.form(number + 1)))
    return known.family(form) and not goes_on and _named(page, number, foreign=False)


_HAS = known.cues("surnames of persons")


def _told(page: Page, number: int, titles: set[int]) -> bool:
    """Whether word `number` stands where a speaker does."""
    gap, before = page.gap(number + 1), page.form(number - 1)
    if "\n" in page.gap(number):  # a headline: `الصالحي: …`, `الصالحي لـ«X»: …`
        end = page.words[number].end
        return gap.startswith(":") or _TOLD.match(page.reading, end) is not None
    if page.gap(number) != " " or not (before.lstrip("وف") in _SPEAKS or known.says(before) or before in _THAT):
        return False
    said = (gap == " " and page.form(number + 1) in _THAT) or gap.startswith(":") or gap in _QUOTES
    return (said and before not in _THAT) or _apposed(page, number + 1, titles)


def _apposed(page: Page, after: int, titles: set[int]) -> bool:
    """Whether an office stands behind a comma."""
    return page.gap(after) == "، " and (after in titles or page.form(after) in _OFFICES)


_TOLD = re.compile(r" ل ?[«“\"][^»”\"\n]{2,30}[»”\"] ?:")


def _named(page: Page, number: int, *, foreign: bool) -> bool:
    """Whether a word can be a family name; `foreign`: or one that no list has."""
    form = page.form(number)
    if page.article(number):
        return known.family(form) or (form.endswith("ي") and len(form) - 2 >= _LEAST)
    if foreign and parts.nameable(form) and (len(form) > _LONG or not parts.everyday(form)) and len(form) > _LEAST:
        return True
    return known.surname(form) and not known.everyday(form) and len(form) >= _LEAST


def _unlisted(page: Page, number: int) -> bool:
    """Whether a word of no list, and of no shape of nouns, says something: `وأضاف بلاتنر أن`."""
    form = page.form(number)
    plain = len(form) > _LEAST and form[0] not in "موفبكلا" and verb(form) is None
    return plain and parts.nameable(form) and not form.endswith(_PLURAL) and "\n" not in page.gap(number)


_PLURAL = ("ون", "ين", "ات", "ان", "و", "ه", "ها", "هم", "نا", "ا", "ي")


@lru_cache(1 << 15)
def _may(form: str) -> bool:
    """Whether a folded word is nothing else that is known."""
    if known.common(form) or known.nationality(form) or known.place(form) or known.title(form) or ordinary(form):
        return False
    other = known.OUTLETS.get(form) is not None or known.GROUPS.get(form) is not None or form in known.HEADS.by_form
    return not other and (form.startswith("ال") or parts.nameable(form))

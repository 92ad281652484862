"""Bodies that bear a day or a year: `حركة 14 آذار`, `تجمع شباب 2011`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from musnad.stages.names import knowledge as known
from musnad.stages.names.extents import closed
from musnad.stages.names.found import Found
from musnad.stages.names.words import Page

__all__ = ["find"]

_MONTH = (
    r"(?:كانون (?:الثاني|الاول)|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|تشرين (?:الثاني|الاول)"
    r"|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر)"
)
_HEAD = r"(?:ائتلاف|تجمع|تحالف|تيار|جبهه|حراك|حركه|قوي|كتله|لجنه|مبادره|مجموعه|منظمه|ميثاق|هيئه)"
_DAY = re.compile(rf"(?<![^\W_])[وبل]?(?P<name>{_HEAD} \d{{1,2}} {_MONTH})(?![^\W_]|[ /]\d)")
_YEAR = re.compile(
    rf"(?<![^\W_])[وبل]?(?P<name>{_HEAD} (?P<of>[^\W\d_]{{3,}})(?: ال[^\W\d_]+)? (?:19|20)\d\d)(?![\w/-])"
)


def find(page: Page) -> Iterator[Found]:
    """Bodies by a day of a month, or by a year where somebody of that name speaks or acts."""
    for match in _DAY.finditer(page.reading):
        yield _found(*match.span("name"))
    for match in _YEAR.finditer(page.reading):
        start, end = match.span("name")
        after = page.at(end)
        acts = page.gap(after) == " " and (known.says(page.form(after)) or (closed(page, after) and _told(page, start)))
        again = page.reading.count(match["name"]) > 1
        if (acts or again) and not known.binds(match["of"]):
            yield _found(start, end)


def _told(page: Page, start: int) -> bool:
    return known.says(page.form(page.holding(start) - 1))


def _found(start: int, end: int) -> Found:
    return Found(start, end, "ORG", known.RULES["ranged"].name, kind="organization", weight=2)

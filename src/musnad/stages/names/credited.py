"""Outlets that a line of credits names, whatever they are called: `المصدر: مدارج + وكالات`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from musnad.stages.names import extents
from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.words import CLOSING, OPENING, Page

__all__ = ["find"]

_LINE = re.compile(r"^ *(?:المصدر|المصادر|مصدر الخبر) ?: ?(?P<names>[^\n:.]{3,80}?) *$", re.MULTILINE)
_PART = re.compile(rf"[^+،/|–—{OPENING}{CLOSING}()-]+")
_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}(?: \d{1,3})?")


def find(page: Page) -> Iterator[Found]:
    """Each part of such a line that is a name of one to three words; what lexicons hold weighs more."""
    for line in _LINE.finditer(page.reading):
        for part in _PART.finditer(page.reading, *line.span("names")):
            name = part.group().strip()
            start = part.start() + part.group().index(name)
            if _NAME.fullmatch(name) and _nameable(page, start, name):
                rule = known.RULES["credit_line"].name
                yield Found(start, start + len(name), "OUTLET", rule, kind="outlet", weight=0)


_NO_OUTLET = known.cues("publisher bylines") | known.cues("publisher menu") | known.cues("credits of many")


def _nameable(page: Page, start: int, name: str) -> bool:
    words = name.split(" ")
    first = page.at(start)
    person = known.given(words[0]) and extents.person(page, first) - first == len(words) > 1
    everyday = known.common(words[0]) if len(words) == 1 else all(known.common(word) for word in words)
    headed = (
        words[0] in _NO_OUTLET
        or words[0] in known.HEADS.by_form
        or known.title(words[0])
        or known.nationality(words[-1]) is not None
    )
    return not (person or everyday or headed or known.binds(words[0]) or known.says(words[0]) or known.place(name))

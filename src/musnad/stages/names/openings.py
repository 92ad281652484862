"""First names from abroad that are spelt like everyday words: `آن ماري`, `سيلفيا`, `(الصيني) لي جيان فنغ`."""

from __future__ import annotations

import re

from musnad.stages.names import knowledge as known
from musnad.stages.names.parts import listed, nameable
from musnad.stages.names.vocabulary import ordinary
from musnad.stages.names.words import Page

__all__ = ["from_abroad"]

_FEMININE = re.compile(r"[^يتمب]\w{2,4}يا")  # سيلفيا، أوليفيا
_EAST = known.cues("openings east")  # family names that are everyday words too
_EASTERN = ("China", "South Korea", "North Korea", "Taiwan", "Vietnam", "Singapore", "Malaysia", "Hong Kong")


def from_abroad(page: Page, first: int, form: str, titled: bool) -> bool:
    """Whether word `first`, read as `form`, opens a name although it may be an everyday word."""
    second = page.form(first + 1)
    if form in ("انا", "ان") and page.written(*page.words[first][:2]).startswith("آ"):  # not `أنا`, `أن`
        return form == "انا" or (titled and (listed(second) or (nameable(second) and not ordinary(second))))
    if not titled or not nameable(second):
        return False
    eastern = form in _EAST and known.nationality(page.form(first - 1)) in _EASTERN
    feminine = _FEMININE.fullmatch(form) is not None and not known.is_noun(form)  # but `داعيا`
    return feminine or (eastern and not ordinary(second))

"""Figures of speech: `باع الوهم`, `أدار ظهره`, `دفع ثمن صمته` tell what their teller makes of things."""

from __future__ import annotations

import re

from musnad.rules import lexicon
from musnad.stages.attribution.case import Case
from musnad.text import fold

__all__ = ["figure"]

FIGURES = lexicon("attribution/figures")
_PRONOUN = re.compile(r"(?:ه|ها|هم|هما|نا|ي)$")


_BILLS = frozenset("كهرباء ماء مياه غاز هاتف انترنت اتصالات علاج مستشفي مطعم فندق وقود طاقه استهلاك".split())


def figure(case: Case) -> bool:
    """Whether the predicate and the words behind it are a figure of speech."""
    at, past = case.told.at, fold(case.past)
    after = case.word(at + 1)
    if not past or not after:
        return False
    if past == "دفع" and after == "ثمن":
        return _PRONOUN.search(case.scene.written(at + 2)) is not None  # `ثمن صمته`, not `ثمن التذكرة`
    if past == "دفع" and after == "فاتوره":
        return case.word(at + 2).removeprefix("ال") not in _BILLS
    owned = _PRONOUN.sub("", after)
    forms = {after, owned, re.sub("ت$", "ه", owned), f"{after} {case.word(at + 2)}"}
    return any(FIGURES.get(f"{past} {form}") is not None for form in forms)

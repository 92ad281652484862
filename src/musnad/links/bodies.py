"""Bodies as newsrooms shorten them: `نقابة عمال الموانئ` is `نقابة الموانئ`, and no rank is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from musnad.text import fold

__all__ = ["plainly", "short_form", "short_forms"]

_BODIES = frozenset(map(fold, "نقابة رابطة جمعية اتحاد تحالف حركة شركة هيئة مفوضية تجمع تنسيقية منظمة غرفة".split()))
_RANKED = re.compile(r"ال(\w+) (?:العام|العامه|العليا|الاعلي|الوطني|الوطنيه|المركزي|المركزيه) ل(ل)?(.+)")
_PLURALS = ("ين", "ون", "ات", "ي", "و", "ه")


def short_forms(words: Sequence[str]) -> Iterator[str]:
    """The keys of all forms of two words that a longer name (in folded words) may have."""
    if len(words) > 2 and words[0] in _BODIES:
        yield from (f"{words[0]}~{_kin(word)}" for word in words[1:])


def short_form(words: Sequence[str]) -> str | None:
    """The key of a name that is such a form."""
    return f"{words[0]}~{_kin(words[1])}" if len(words) == 2 and words[0] in _BODIES else None


def _kin(word: str) -> str:
    """A folded word without article and ending: `الناقلين` and `ناقلي البضائع` are of one word."""
    bare = word.removeprefix("لل").removeprefix("ال")
    return next((bare.removesuffix(end) for end in _PLURALS if bare.endswith(end) and len(bare) > len(end) + 2), bare)


def plainly(name: str) -> str | None:
    """A body's title as newsrooms shorten it: `المفوضية العليا للانتخابات` is `مفوضية الانتخابات`."""
    found = _RANKED.match(name)
    return f"{found[1]} {'ال' if found[2] else ''}{found[3]}" if found else None

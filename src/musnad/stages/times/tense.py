"""Which way a bare weekday or month points: news tells of the past unless its words tell of the future."""

from __future__ import annotations

import re

from musnad.rules import lexicon

__all__ = ["speaks_of_future"]

BEFORE, AFTER = 110, 45  # characters of the same sentence that are asked
_FORMS = lexicon("times/future").by_form
_ENDS = re.compile(r"[\n.!؟?;؛]")


def _either(slot: str) -> str:
    forms = sorted((form for form, rows in _FORMS.items() if rows[0]["slot"] == slot), key=len, reverse=True)
    return "|".join(map(re.escape, forms))


# A verb with the sin of the future (سيعقد, ستجتمع), or a word or phrase that promises, plans or expects.
_CUE = re.compile(rf"(?<!\w)(?:[وف]?(?!{_either('not_future')})س[يتنا]\w{{3,}}|[وفبل]?(?:{_either('future')})(?!\w))")
_SINCE = re.compile(rf"(?<!\w)[وف]?(?:{_either('past_lead')}) (?:\w+ )?$")
_LEAD = re.compile(rf"(?<!\w)[وف]?(?:{_either('future_lead')}) (?:\w+ )?$")


def speaks_of_future(reading: str, start: int, end: int) -> bool:
    """Whether a word of the future stands in the sentence near the reading's [start, end)."""
    low = max(0, start - BEFORE)
    breaks = [match.end() for match in _ENDS.finditer(reading, low, start)]
    low = breaks[-1] if breaks else low
    if _SINCE.search(reading[low:start]):
        return False
    stop = _ENDS.search(reading, end)
    high = min(end + AFTER, stop.start() if stop else len(reading))
    return bool(_CUE.search(reading, low, start) or _CUE.search(reading, end, high)) or bool(
        _LEAD.search(reading[low:start])
    )

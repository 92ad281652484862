"""What words of time narrow: `within two weeks` counts from the page's day, `mid-March` is no whole month."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from musnad.links.account import When
from musnad.links.process.days import OPEN, Days, bounds
from musnad.links.process.tables import has

__all__ = ["narrowed"]

_SPAN = re.compile(r"^PT?(\d+)([DWMYH])$")
_MONTHS = re.compile(r"^(\d{4})-(\d\d)/(\d{4})-(\d\d)$")
_MONTH = re.compile(r"^\d{4}-(?:0[1-9]|1[0-2])$")  # no season
_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}  # days of a month
_MID = 15  # `before mid-March` is before this day


def narrowed(when: When, before: Sequence[str], words: Sequence[str], published: str | None) -> Days | None:
    """The days of a time expression that has these folded words, and `before` it, on a page of this day.

    None where its value alone tells no day: a duration that nothing counts from the page's day.
    """
    day = bounds(published, None)
    within = any(has("ahead", word, "within") or has("ahead", word, "until") for word in before[-2:])
    if within and day is not None and day[0] == day[1] and OPEN not in day:
        last = _ends(when.value, words, date.fromisoformat(day[0]))
        if last is not None:
            return day[0], last
    if when.type not in ("DATE", "TIME"):
        return None
    days = bounds(when.value, published)
    if days is not None and _MONTH.match(when.value):
        for part, (first, last_day) in _PARTS.items():
            if any(has("ahead", word, part) for word in words[:1]):
                till = _MID if part == "mid" and any(_until(word) for word in before[-2:]) else last_day
                return f"{when.value}-{first:02}", f"{when.value}-{min(till, int(days[1][-2:])):02}"
    return days


def _until(word: str) -> bool:
    return has("ahead", word, "before") or has("ahead", word, "until")


def _ends(value: str, words: Sequence[str], start: date) -> str | None:
    """The last day of a stretch that begins on a day: of a duration, or of months that are counted, not named."""
    if found := _SPAN.match(value):
        count, unit = int(found[1]), found[2]
        if unit in "MY" and not value.startswith("PT"):
            return _months_on(start, count * (12 if unit == "Y" else 1))
        if unit in "DWH":
            days = {"D": count, "W": 7 * count, "H": -(-count // 24)}[unit]
            return (start + timedelta(days=days)).isoformat() if days < 36_525 else None
    if (found := _MONTHS.match(value)) and any(has("ahead", word, "months") for word in words):
        first, last = int(found[1]) * 12 + int(found[2]), int(found[3]) * 12 + int(found[4])
        if first == start.year * 12 + start.month:
            return _months_on(start, last - first)
    return None


def _months_on(start: date, months: int) -> str | None:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > 9999:
        return None
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])).isoformat()

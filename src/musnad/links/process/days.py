"""Days as EDTF intervals: from when to when a date, a month or something relative to the page may be."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

__all__ = ["OPEN", "Days", "apart", "bounds", "interval", "later", "overlap"]

Days = tuple[str, str]  # first and last day, ISO 8601; ".." is open
_DAY = re.compile(r"^\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"^\d{4}-\d\d$")
_YEAR = re.compile(r"^\d{4}$")
_SEASON = re.compile(r"^(\d{4})-(2[1-4])$")
_SHIFT = re.compile(r"^DCT(?:([+-])P(?:(\d+)D|T(\d+)H))?$")
OPEN = ".."


@lru_cache(maxsize=1 << 16)
def bounds(value: str | None, published: str | None) -> Days | None:
    """The first and the last day of an EDTF or symbolic value; None where it names none.

    `published` is the day that symbolic values count from: of a month, its first day or its last.
    """
    if not value or value.endswith("_REF"):
        return None
    if "/" in value:
        first, last = value.split("/", 1)
        start, end = _one(first, published), _one(last, published)
        if first == OPEN or last == OPEN:
            return (start[0] if start else OPEN, end[1] if end else OPEN)
        return (start[0], end[1]) if start and end else None
    return _one(value, published)


def _one(value: str, published: str | None) -> Days | None:
    if _DAY.match(value):
        return (value[:10], value[:10]) if _real(value[:10]) else None
    if season := _SEASON.match(value):
        return _of_season(int(season[1]), season[2])
    if _MONTH.match(value):
        year, month = int(value[:4]), int(value[5:7])
        return (f"{value}-01", f"{value}-{monthrange(year, month)[1]:02}") if 1 <= month <= 12 and year else None
    if _YEAR.match(value):
        return f"{value}-01-01", f"{value}-12-31"
    if (shift := _SHIFT.match(value)) and published and not published.startswith("DCT"):
        held = bounds(published, None)
        if held is None or OPEN in held:
            return None
        days = int(shift[2] or 0) + (int(shift[3]) + 23) // 24 if shift[3] else int(shift[2] or 0)
        sign = -1 if shift[1] == "-" else 1
        return _moved(held[0], sign * days), _moved(held[1], sign * days)
    return None


def _of_season(year: int, code: str) -> Days:
    """EDTF seasons by their months; winter ends in the next year."""
    first = {"21": 3, "22": 6, "23": 9, "24": 12}[code]
    last, ends = (first + 2, year) if first < 12 else (2, year + 1)
    return f"{year}-{first:02}-01", f"{ends}-{last:02}-{monthrange(ends, last)[1]:02}"


def _real(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _moved(day: str, by: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=by)).isoformat()


def apart(a: str, b: str) -> int:
    """Days from one day to another, of a month or year from its first; none from or to what is open."""
    if OPEN in (a, b):
        return 0
    return abs((date.fromisoformat(_first(a)) - date.fromisoformat(_first(b))).days)


def _first(day: str) -> str:
    return day + "-01-01"[len(day) - 4 :] if len(day) in (4, 7) else day


def interval(first: str, last: str) -> str:
    """As EDTF."""
    return f"{first}/{last}"


def overlap(a: Days | None, b: Days | None) -> bool:
    """Whether two stretches of days share one; what is not known may."""
    if a is None or b is None:
        return True
    return _before(a[0], b[1]) and _before(b[0], a[1])


def _before(first: str, last: str) -> bool:
    return OPEN in (first, last) or first <= last


def later(day: str | None, than: str | None) -> bool:
    """Whether one page came after another; of unknown days, and of a month and a day in it, it may be so."""
    if day is None or than is None or len(day) != len(than):
        return day is None or than is None or day[: len(than)] >= than[: len(day)]
    return day > than or len(day) < 10

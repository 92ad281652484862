"""When a content says that something is: days from EDTF values, counted from the page's own where they are symbolic."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

__all__ = ["Days", "days", "published"]

Days = tuple[date, date]

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?", re.ASCII)
_COUNTED = re.compile(r"DCT(?:([+-])P(\d+)([DWMY]))?", re.ASCII)
_LENGTH = {"D": 1, "W": 7, "M": 30, "Y": 365}


@lru_cache(maxsize=10_000)
def days(value: str, now: str | None) -> Days | None:
    """The first and the last day of an EDTF value; `now` is EDTF. None where it names no days (`PAST_REF`, `P3D`)."""
    first, _, last = value.partition("/")
    start = _one(first, now)
    end = _one(last, now) if last else start
    if start is None or end is None or start[0] > end[1]:
        return None
    return start[0], end[1]


def published(value: str | None) -> Days | None:
    """The day or days on which a page came out."""
    return days(value, None) if value else None


def _one(value: str, now: str | None) -> Days | None:
    if found := _DATE.fullmatch(value):
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        try:
            if month is None:
                return date(year, 1, 1), date(year, 12, 31)
            last = monthrange(year, month)[1]
            return date(year, month, day or 1), date(year, month, day or last)
        except ValueError:
            return None
    counted = _COUNTED.fullmatch(value)
    today = _DATE.fullmatch(now or "")
    if not counted or not today or not today[3]:
        return None
    sign, amount, unit = counted.groups()
    here = date(int(today[1]), int(today[2]), int(today[3]))
    if sign:
        here += timedelta(int(amount) * _LENGTH[unit]) * (1 if sign == "+" else -1)
    return here, here

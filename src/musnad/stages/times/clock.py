"""Clock times beside a day, and the stamps in which they are left out."""

from __future__ import annotations

import re

from musnad.stages.times.place import Place

__all__ = ["in_stamp", "with_clock"]


_STAMPED = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|تحديث|(?<!\w)(?:نشر|النشر)(?!\w)|gmt")


def in_stamp(place: Place) -> bool:
    """Whether the line is short and has a year in it, or says that it was published or updated."""
    start, end = place.span
    low, high = place.reading.rfind("\n", 0, start) + 1, place.reading.find("\n", end)
    line = place.reading[low : high if high >= 0 else None]
    return len(line) < 80 and _STAMPED.search(line) is not None


def with_clock(place: Place, value: str | None) -> str | None:
    """A full day with the clock time told beside it: `2025-02-09T05:12`; `Z` where that is Greenwich's."""
    told = _told(place)
    if value is None or told is None:
        return value
    hours, minutes = _of_day(told[0], _half(place)), told[1]
    if minutes < 0:
        hours, minutes = hours - 1, minutes + 60
    if not (0 <= hours < 24 and 0 <= minutes < 60):
        return None
    return f"{value}T{hours:02d}:{minutes:02d}{'Z' if place.has('gmt') else ''}" if len(value) == 10 else value


def _told(place: Place) -> tuple[int, int] | None:
    """Hours and minutes as written, in digits or words; minutes below nought where `إلا` takes them away."""
    clock, digits = place.get("clock"), place.get("four_digits")
    hour = place.get("hour") or place.get("hour_named") or place.get("hour_digits")
    if clock is not None:
        hours, minutes = clock.text.split(":")[:2]
        return int(hours), int(minutes)
    if digits is not None:
        return digits.number // 100, digits.number % 100
    return None if hour is None else (hour.number, _minutes(place))


def _half(place: Place) -> str:
    """Which half of the day is meant: am, pm or night; empty where nothing tells."""
    part = place.get("adverb") or place.get("daypart")
    if part is not None:
        return part.row.get("half", "night")
    return "night" if place.has("tonight", "last_night") else ""


def _minutes(place: Place) -> int:
    part = place.get("fraction")
    if part is None:
        minute = place.get("minute")
        return minute.number if minute else 0
    size = {"half": 30, "half_of": 30, "quarter_hour": 15, "quarter": 15, "third_hour": 20, "third_of": 20}[part.slot]
    return -size if place.has("less") else size


def _of_day(hours: int, half: str) -> int:
    if half == "pm" and hours < 12:
        return hours + 12
    if half == "night" and 6 <= hours < 12:
        return hours + 12
    return 0 if hours == 12 and half in ("am", "night") else hours

"""Days, weeks, months and years as EDTF, with no more precision than is known; Hijri by Umm al-Qura."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from hijridate import Gregorian, Hijri

__all__ = [
    "Now", "add_months", "day", "from_hijri", "hijri_month", "interval", "last_day",
    "month", "months_on", "now", "to_hijri", "week",
]  # fmt: skip


class Now(NamedTuple):
    """The page's publication as far as it is known: a year, a year and month, or a day. All None: not known."""

    year: int | None = None
    month: int | None = None
    date: date | None = None


def now(published: str | None) -> Now:
    """Read EDTF `2023`, `2023-02` or `2023-02-05` (with or without a time); anything else counts as not known."""
    if not published:
        return Now()
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?", published)
    if match is None:
        return Now()
    year, number, of_month = (int(part) if part else None for part in match.groups())
    try:
        there = date(year or 0, number or 1, of_month or 1)
        return Now(year, number, there if of_month else None)
    except ValueError:
        return Now()


def month(year: int | None, number: int) -> str:
    """`2023-02`; without a year `XXXX-02`."""
    return f"{_year(year)}-{number:02d}"


def day(year: int | None, number: int, of_month: int) -> str | None:
    """`2023-02-05`; without a year `XXXX-02-05`; None for a day that the month does not have."""
    if not 1 <= of_month <= monthrange(year or 2024, number)[1]:
        return None
    return f"{_year(year)}-{number:02d}-{of_month:02d}"


def last_day(year: int | None, number: int) -> str | None:
    """The month's last day. February without a year has none that is sure (None)."""
    return None if year is None and number == 2 else day(year, number, monthrange(year or 2023, number)[1])


def _year(year: int | None) -> str:
    return "XXXX" if year is None else f"{year:04d}"


def add_months(year: int, number: int, more: int) -> tuple[int, int]:
    """The (year, month) that lies `more` months on."""
    whole = year * 12 + number - 1 + more
    return whole // 12, whole % 12 + 1


def months_on(of: date, more: int) -> date:
    """The same day `more` months on, or that month's last."""
    year, number = add_months(of.year, of.month, more)
    return date(year, number, min(of.day, monthrange(year, number)[1]))


def week(of: date, more: int = 0) -> str:
    """The Monday-to-Sunday interval that holds a day, `more` weeks on."""
    monday = of - timedelta(days=of.weekday()) + timedelta(weeks=more)
    return interval(monday, monday + timedelta(days=6))


def interval(first: object, last: object) -> str:
    """`first/last`; one value where both are the same."""
    return str(first) if str(first) == str(last) else f"{first}/{last}"


def to_hijri(of: date) -> tuple[int, int, int]:
    """(year, month, day). Raises OverflowError outside 1343-1500."""
    there = Gregorian(of.year, of.month, of.day).to_hijri()
    return there.year, there.month, there.day


def from_hijri(year: int, number: int, of_month: int) -> date | None:
    """The civil day of a Hijri one; None where the calendar has no such day or its table ends."""
    try:
        there = Hijri(year, number, of_month).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(there.year, there.month, there.day)


def hijri_month(year: int, number: int) -> str | None:
    """A Hijri month as the interval of its civil days."""
    first = from_hijri(year, number, 1)
    last = from_hijri(year, number, 30) or from_hijri(year, number, 29)
    return None if first is None or last is None else interval(first, last)

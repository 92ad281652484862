"""Values of feasts: those with a fixed day in their own calendar, and `العيد` without a name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from musnad.rules import lexicon
from musnad.stages.times import calendar
from musnad.stages.times.place import Place
from musnad.stages.times.years import hijri_year_for, month_for, year_told

__all__ = ["feast", "the_feast"]

_THE_TWO = ("عيد الفطر", "عيد الاضحي")
_ROWS = lexicon("times/holidays").by_form
NEAR = 45  # days from the page's own within which `العيد` alone is one of the two
_HIJRI_BEGINS = 622  # the civil year in which the Hijri count begins


def feast(place: Place) -> str | None:
    """`عيد الميلاد`, `عيد الفطر`: in the year told, else the feast nearest to the page's day, by its own calendar."""
    token = place.get("holiday")
    if token is None or token.row["calendar"] == "easter":
        return None
    number, of_month = _day(token.row)
    if token.row["calendar"] == "greg":
        told = year_told(place)
        told = month_for(place, number)[0] if told is None else told
        return calendar.day(told, number, of_month)
    there = _hijri(place, number, of_month)
    return there.isoformat() if there else "XXXX-XX-XX"


def the_feast(place: Place) -> str | None:
    """`بعد العيد`: the one of the two that the page names; where it names none, one that is near."""
    days = {name: _hijri(place, *_day(_ROWS[name][0])) for name in _THE_TWO}
    named = [there for name, there in days.items() if name in place.reading]
    if len(named) == 1:
        return named[0].isoformat() if named[0] else "XXXX-XX-XX"
    near = [there for there in days.values() if there and place.now.date and abs((there - place.now.date).days) <= NEAR]
    return near[0].isoformat() if len(near) == 1 else None


def _day(row: Mapping[str, str]) -> tuple[int, int]:
    """The month and day of a feast in its calendar."""
    month, _, day = row["day"].partition("-")
    return int(month), int(day)


def _hijri(place: Place, number: int, of_month: int) -> date | None:
    """The civil day of a Hijri one: in the year told, which may be a civil one, else the nearest."""
    year = year_told(place)
    if year is not None and year > 1600:
        about = round((year - _HIJRI_BEGINS) * 33 / 32)
        days = (calendar.from_hijri(one, number, of_month) for one in (about - 1, about, about + 1))
        return next((day for day in days if day is not None and day.year == year), None)
    year = hijri_year_for(place, number, of_month) if year is None else year
    return calendar.from_hijri(year, number, of_month) if year else None

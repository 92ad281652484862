"""Which year a day or month without one belongs to."""

from __future__ import annotations

from datetime import date

from musnad.stages.times import calendar
from musnad.stages.times.place import Place

__all__ = ["HIJRI", "hijri_year_for", "month_for", "year_for", "year_told"]

HIJRI = ("hijri", "maybe_hijri")  # the slots of a Hijri month


def year_told(place: Place, which: str = "") -> int | None:
    """The year that the text gives, in digits or as `العام الماضي`."""
    token = place.get("year" + which) or place.get("year") or place.get("year_b")
    if token is not None:
        return token.number
    if place.has("this") and place.has("the_year"):
        return place.now.year
    way = place.direction("year_adjective")
    return None if way is None or place.now.year is None else place.now.year + way


def year_for(place: Place, month: int, of_month: int) -> str | None:
    """The day of a month whose year is left out; `XXXX` where nothing tells, `?` where it is far from sure."""
    year, sure = _nearest(place, month, of_month)
    value = calendar.day(year, month, of_month)
    return value if value is None or sure else value + "?"


def month_for(place: Place, month: int) -> tuple[int | None, bool]:
    """The year of a month that stands without one, and whether it is sure."""
    return _nearest(place, month, None)


def _nearest(place: Place, month: int, of_month: int | None) -> tuple[int | None, bool]:
    """The year, and whether it can be trusted.

    An adjective decides; else the verb's tense; else the page's own year, but for months
    that lie nearer in the year beside it. One that
    lies in another year and more than four months off is a guess.
    """
    now, way = place.now, place.direction()
    if now.year is None:
        return None, True
    if now.month is None:
        return now.year + (way or 0), True
    if way == 0:
        return now.year, True
    off = month - now.month  # months from the page's, within its year
    if of_month is not None and now.date is not None and off == 0:
        later = (of_month > now.date.day) - (of_month < now.date.day)
    else:
        later = (off > 0) - (off < 0)
    if way is not None:
        return now.year + (way if later * way <= 0 else 0), True
    if off >= 6 and not place.future:
        year = now.year - 1
    elif off < -8 or (off < -1 and place.future):
        year = now.year + 1
    else:
        year = now.year
    distance = abs((year - now.year) * 12 + off)
    return year, year == now.year or distance <= 4 or place.future


def hijri_year_for(place: Place, month: int, of_month: int | None = None) -> int | None:
    """The Hijri year of a month without one: the nearest that the adjective allows. None: page's day not known."""
    now = place.now.date or (date(place.now.year, place.now.month, 15) if place.now.year and place.now.month else None)
    if now is None:
        return None
    year, current, today = calendar.to_hijri(now)
    way = place.direction()
    if way is not None:
        later = (month > current) - (month < current)
        if later == 0 and of_month is not None:
            later = (of_month > today) - (of_month < today)
        return year if way == 0 or later * way > 0 else year + way
    return min((year - 1, year, year + 1), key=lambda one: abs((one - year) * 12 + month - current))

"""Values of weekdays: alone, in pairs, with a day in digits, and counted within a month."""

from __future__ import annotations

from datetime import date, timedelta

from musnad.stages.times import calendar
from musnad.stages.times.clock import with_clock
from musnad.stages.times.days import relative
from musnad.stages.times.place import Place
from musnad.stages.times.years import HIJRI, hijri_year_for, year_for, year_told

__all__ = ["day_alone", "nth_weekday", "weekday_day", "weekday_pair"]


def day_alone(place: Place) -> str | None:
    """`الخميس 21`, `يوم 27`: of the page's month; with a weekday, of the near month in which both agree."""
    of_month, weekday, now = place.get("day_digits"), place.get("weekday"), place.now
    if of_month is None or not of_month.number:
        return None
    if weekday is None:
        if now.year is None or now.month is None:
            return f"XXXX-XX-{of_month.number:02d}"
        return calendar.day(now.year, now.month, of_month.number)
    if now.date is None:
        return None
    for more in (0, -1, 1):
        value = calendar.day(*calendar.add_months(now.date.year, now.date.month, more), of_month.number)
        if value and date.fromisoformat(value).weekday() == weekday.number:
            return value
    return None


def nth_weekday(place: Place) -> str | None:
    """`أول جمعة من رمضان`, `ثاني أحد من الشهر المقبل`."""
    which, weekday = place.get("ordinal"), place.get("weekday") or place.get("bare_weekday")
    token, now = place.get("month"), place.now
    if which is None or weekday is None or which.number > 5:
        return None
    if token is not None and token.slot in HIJRI:
        year = year_told(place) or hijri_year_for(place, token.number)
        first = calendar.from_hijri(year, token.number, 1) if year else None
    elif token is not None:
        value = year_for(place, token.number, 1) if year_told(place) is None else None
        told = year_told(place) or (int(value[:4]) if value and value[:4].isdigit() else None)
        first = date(told, token.number, 1) if told else None
    elif now.year and now.month:
        first = date(*calendar.add_months(now.year, now.month, place.direction() or 0), 1)
    else:
        first = None
    if first is None:
        return "XXXX-XX-XX"
    return (first + timedelta(days=(weekday.number - first.weekday()) % 7 + 7 * (which.number - 1))).isoformat()


def weekday_day(place: Place) -> str | None:
    """`الخميس`, `اليوم الجمعة`, `أمس الخميس`, `الاثنين المقبل`."""
    token = place.get("weekday")
    if place.before == "not_day_head" or (token is not None and token.start in place.names):
        return None  # `صلاة الجمعة`; a weekly called so
    if place.reading.startswith(_TEENS, place.span[1]):
        return None  # `الأعضاء الأحد عشر`: the eleven
    if place.before == "between" and place.after not in ("and", "to"):
        return None  # `بين الاثنين`: the two
    if place.has("relative", "today"):
        return with_clock(place, relative(place))
    return None if token is None else with_clock(place, _weekday(place, token.number))


_TEENS = (" عشر ", " عشره ", " عشر\n", " عشر،", " عشر.")


def _weekday(place: Place, number: int) -> str:
    direction = place.direction()
    if place.now.date is None:
        ahead = direction == 1 or (direction is None and place.tense > 0)
        return "FUTURE_REF" if ahead else "PAST_REF"
    back = (place.now.date.weekday() - number) % 7
    if direction in (-1, -2):
        days = -(back or 7) - (7 if direction == -2 else 0)
    elif direction in (1, 2):
        days = 7 - back + (7 if direction == 2 else 0)
    elif direction is None and place.tense > 0 and back:
        days = 7 - back
    else:
        days = -back
    return (place.now.date + timedelta(days=days)).isoformat()


def weekday_pair(place: Place) -> str | None:
    """`ليل الأربعاء - الخميس`, `الاثنين والثلاثاء الماضيين`: two days that follow each other."""
    first, second = place.get("weekday"), place.get("weekday_b")
    if first is None or second is None:
        return None
    last = _weekday(place, second.number)
    if place.now.date is None:
        return last
    between = (second.number - first.number) % 7
    start = date.fromisoformat(last) - timedelta(days=between)
    return calendar.interval(start, last) if between else None

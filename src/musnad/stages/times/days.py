"""Values of days: full dates, weekdays, relative days, clock times."""

from __future__ import annotations

import re
from datetime import date, timedelta

from musnad.stages.times import calendar
from musnad.stages.times.clock import in_stamp, with_clock
from musnad.stages.times.place import Place
from musnad.stages.times.tokens import Token
from musnad.stages.times.years import HIJRI, hijri_year_for, year_for, year_told

__all__ = [
    "HIJRI",
    "around_last",
    "calendar_day",
    "clock_today",
    "day_and_hour",
    "day_in_digits",
    "day_of_last_month",
    "day_span",
    "dual_day",
    "numeric_day",
    "of_this_month",
    "part_of_today",
    "relative",
    "relative_day",
]  # fmt: skip


def calendar_day(place: Place) -> str | None:
    """`الأحد 27 حزيران/ يونيو 2021`."""
    value = _day_of_month(place, "")
    if value is None:
        return None
    weekday = place.get("weekday")
    if weekday is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        value = _agreeing(place, value, weekday.number)
    return with_clock(place, value)


_MOON = (timedelta(0), timedelta(1), timedelta(-1))


def day_and_hour(place: Place) -> str | None:
    """`10 مايو عند الساعة 17:00`; in a stamp the day stands alone."""
    return None if place.has("year") and in_stamp(place) else calendar_day(place)


def _agreeing(place: Place, value: str, weekday: int) -> str:
    """The date if its weekday agrees. Else, where the text gave no year, the near year in which it does;
    where it did, the date with `?`: one of the two is wrong."""
    there = date.fromisoformat(value)
    month = place.get("month")
    if month is not None and month.slot in HIJRI:  # a local sighting of the moon may lie a day off the tables
        there = next((day for day in map(there.__add__, _MOON) if day.weekday() == weekday), there)
        value = there.isoformat()
    if there.weekday() == weekday:
        return value
    if not place.has("year", "year_b", "year_adjective"):
        for year in (there.year - 1, there.year + 1):
            other = calendar.day(year, there.month, there.day)
            if other and date.fromisoformat(other).weekday() == weekday:
                return other
    return value + "?"


def _day_of_month(place: Place, which: str) -> str | None:
    """The day of a month with the slots' suffix `which`; the month and year may stand in the other half."""
    if place.before == "name_head" and not place.has("year", "year_b"):
        return None  # `مدينة 6 أكتوبر`
    of_month = place.get("day" + which)
    month = place.get("month" + which) or place.get("month") or place.get("month_b")
    if of_month is None or month is None or not _same_month(place.get("alias"), place.get("month")):
        return None
    if " - " in place.reading[of_month.end : month.start]:
        return None  # `العدد 12 - تموز 2024`
    if month.slot in HIJRI:
        return _hijri_day(place, month.number, of_month.number)
    year = year_told(place, which)
    if year is None:
        if place.has("relative", "today") and place.now.date is not None:
            return relative(place)
        if place.before == "event_head":  # `ثورة 25 يناير`: a year that all know and the page does not tell
            return calendar.day(None, month.number, of_month.number)
        return year_for(place, month.number, of_month.number)
    return calendar.day(year, month.number, of_month.number)


def _same_month(alias: Token | None, month: Token | None) -> bool:
    return alias is None or month is None or alias.number == month.number


def _hijri_day(place: Place, month: int, of_month: int) -> str | None:
    year = year_told(place, "")
    year = hijri_year_for(place, month, of_month) if year is None else year
    if year is None:
        return "XXXX-XX-XX"  # never a Gregorian guess
    there = calendar.from_hijri(year, month, of_month)
    return None if there is None else there.isoformat()


def dual_day(place: Place) -> str | None:
    """`15 شعبان 1446 هـ الموافق 14 فبراير 2025 م`: the civil day of the two, whichever stands first."""
    first, second = place.get("month"), place.get("month_b")
    numeric, numeric_b = place.get("numeric"), place.get("numeric_b")
    values = [_numeric(token.text) for token in (numeric, numeric_b) if token is not None]
    for token, which in ((first, ""), (second, "_b")):
        day, year = place.get("day" + which), place.get("year" + which)
        if token is None or day is None:
            continue
        if token.slot in HIJRI:
            there = calendar.from_hijri(year.number, token.number, day.number) if year else None
            values.append((True, there.isoformat() if there else None))
        else:
            values.append((False, calendar.day(year.number, token.number, day.number) if year else None))
    if len(values) != 2 or values[0][0] == values[1][0]:
        return None
    return next(value for is_hijri, value in values if not is_hijri)


def numeric_day(place: Place) -> str | None:
    """`27/07/2021`, `2024-02-16`, `28/7/1433`."""
    token = place.get("numeric")
    return None if token is None else with_clock(place, _numeric(token.text)[1])


def _numeric(text: str) -> tuple[bool, str | None]:
    """(whether Hijri, value) of a date in digits: year first or last, else the day before the month."""
    parts = [int(part) for part in re.findall(r"\d+", text)]
    widths = [len(part) for part in re.findall(r"\d+", text)]
    if len(parts) != 3 or max(widths) > 4:
        return False, None
    if widths[0] == 4:
        year, month, day = parts
    elif widths[2] == 4:
        day, month, year = parts
    elif widths == [2, 2, 2] and "." not in text:
        day, month, year = parts[0], parts[1], parts[2] + (2000 if parts[2] < 50 else 1900)
    else:
        return False, None
    if month > 12 >= day:
        day, month = month, day
    if not 1 <= month <= 12:
        return False, None
    if 1343 <= year <= 1500:
        there = calendar.from_hijri(year, month, day)
        return True, there.isoformat() if there else None
    return False, calendar.day(year, month, day) if 1800 <= year <= 2100 else None


def day_span(place: Place) -> str | None:
    """`من 3 إلى 5 مايو 2022`, `28 مايو إلى 3 يونيو`."""
    first, last = _day_of_month(place, ""), _day_of_month(place, "_b")
    if first is None or last is None or first >= last:
        return None
    return calendar.interval(first, last)


def of_this_month(place: Place) -> str | None:
    """`18 من الشهر الجاري`, `يوم 14 الجاري`."""
    of_month, now = place.get("day") or place.get("day_digits"), place.now
    if of_month is None:
        return None
    if now.year is None or now.month is None:
        return f"XXXX-XX-{of_month.number:02d}"
    year, month = calendar.add_months(now.year, now.month, place.direction() or 0)
    first = calendar.day(year, month, of_month.number)
    other = place.get("day_b")
    last = calendar.day(year, month, other.number) if other else None
    return calendar.interval(first, last) if first and last else first


def day_in_digits(place: Place) -> str | None:
    """`يوم 22/4`: the day before the month."""
    of_month, month = place.get("day"), place.get("month_digits")
    return year_for(place, month.number, of_month.number) if of_month and month and month.number else None


MENU = 5  # words of a line that can be a menu's entry


def relative_day(place: Place) -> str | None:
    """`اليوم`, `مساء يوم أمس`, `بعد غد`."""
    today = place.get("today")
    relative_word = place.get("relative")
    if any(token is not None and token.start in place.names for token in (today, relative_word)):
        return None  # a newspaper
    if today is not None and place.before in ("in", "for_long", "within") and not place.has("this"):
        return None  # `مرتين في اليوم`, `طوال اليوم`, `خلال اليوم`
    if place.before == "that" or (place.before == "today_head" and len(place.line.split()) <= MENU):
        return None  # `تلك الليلة`; `فيديو اليوم` in a menu
    return with_clock(place, relative(place))


def relative(place: Place) -> str:
    names = ("relative", "last_night", "today", "tonight")
    token = next((found for name in names if (found := place.get(name))), None)
    offset = token.number if token else 0
    if place.now.date is not None:
        return (place.now.date + timedelta(days=offset)).isoformat()
    return "DCT" if offset == 0 else f"DCT{'+' if offset > 0 else '-'}P{abs(offset)}D"


def around_last(place: Place) -> str | None:
    """`اليوم نفسه`, `اليوم التالي`: counted from the day told last."""
    if place.last is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", place.last[-10:]):
        return "XXXX-XX-XX"
    return (date.fromisoformat(place.last[-10:]) + timedelta(days=place.step)).isoformat()


def day_of_last_month(place: Place) -> str | None:
    """`التاسع من الشهر نفسه`."""
    of_month, last = place.get("day"), (place.last or "").rpartition("/")[2]
    if of_month is None:
        return None
    if not re.match(r"\d{4}-(?:0\d|1[0-2])", last):
        return f"XXXX-XX-{of_month.number:02d}"
    return calendar.day(*calendar.add_months(int(last[:4]), int(last[5:7]), place.step), of_month.number)


def part_of_today(place: Place) -> str | None:
    """`صباحاً` alone, `منذ الفجر`: the page's day."""
    part = place.get("the_daypart")
    if part is not None and (
        (part.text == "العصر" and place.has("this"))
        or re.search(r"من (?:ال)?\w+ ?و?حتي $|من \w+ الي $", place.line_before)
    ):
        return None  # this age; `من الصباح حتى المساء`
    return relative(place)


def clock_today(place: Place) -> str | None:
    """`السادسة صباحاً`: a clock time of the page's day. Not that of a stamp: a short line with a year in it."""
    if in_stamp(place):
        return None
    return with_clock(place, relative(place))

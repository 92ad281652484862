"""Values of years, of their quarters, halves, seasons and feasts, and of decades and centuries."""

from __future__ import annotations

from musnad.stages.times import calendar
from musnad.stages.times.place import Place
from musnad.stages.times.years import year_told

__all__ = [
    "bare_year", "century", "copyright_year", "half", "last_decade", "months_of_year",
    "quarter", "season", "year", "year_span",
]  # fmt: skip


def _year_here(place: Place) -> int | None:
    told = year_told(place)
    if told is not None or place.now.year is None:
        return told
    return place.now.year + (place.direction() or 0)


def quarter(place: Place) -> str | None:
    """`الربع الأول من عام 2026`, `الثلاثي الثاني من السنة الجارية`."""
    which, year = place.get("ordinal"), _year_here(place)
    number = 4 if which is None else which.number  # الربع الأخير
    if year is None or number > 4:
        return None
    return _months(place, year, number * 3 - 2, number * 3)


def _months(place: Place, year: int, first: int, last: int) -> str | None:
    """From a month to another; the last day where the end of it is told."""
    if place.at_end:
        return calendar.last_day(year, last)
    return calendar.interval(calendar.month(year, first), calendar.month(year, last))


def half(place: Place) -> str | None:
    """`النصف الثاني من عام 2024`."""
    which, year = place.get("ordinal"), _year_here(place)
    number = 2 if which is None else which.number
    if year is None or number > 2:
        return None
    return _months(place, year, number * 6 - 5, number * 6)


def months_of_year(place: Place) -> str | None:
    """`الأشهر الخمسة الأولى من 2025`, `الأشهر الستة الأخيرة من العام`: from January on, or up to December."""
    count, unit, year = place.get("count"), place.get("many") or place.get("the_plural"), _year_here(place)
    if count is None or unit is None or unit.row["unit"] != "M" or year is None or not 1 < count.number < 12:
        return None
    if place.has("final"):
        return calendar.interval(calendar.month(year, 13 - count.number), calendar.month(year, 12))
    which = place.get("ordinal")
    if which is not None and which.number != 1:
        return None
    return calendar.interval(calendar.month(year, 1), calendar.month(year, count.number))


def year(place: Place) -> str | None:
    """`عام 2011`, `العام الهجري 1445`, `نهاية 2024`."""
    token = place.get("any_year") or place.get("year") or place.get("year_digits")
    if token is None:
        return None
    if token.slot == "hijri_year":
        first, last = calendar.from_hijri(token.number, 1, 1), calendar.hijri_month(token.number, 12)
        return calendar.interval(first, last.rpartition("/")[2]) if first and last else None
    return f"{token.number:04d}-12-31" if place.at_end else f"{token.number:04d}"


# What may follow a year that stands alone; a noun after it would be what is counted.
_NOT_COUNTED = frozenset(["stop", "comma", "close", "dash", "quote", "and", "to", "of", "in", "on", "within", ""])
_LEADS = frozenset(["in", "since", "by", "within", "before", "after", "to"])
_RECENT = range(1990, 2040)  # years of the news; as a count (`في 2011 صفحة`) such a number is rare


def bare_year(place: Place) -> str | None:
    """`منذ 2011`, `في 2019،`: where what follows cannot be counted, or the number is a recent year."""
    token = place.get("year_digits") or place.get("year_words")
    if token is None or (token.number < 1900 and token.slot == "year"):
        return None
    recent = token.number in _RECENT and token.number != 2000 and place.before in _LEADS
    if place.after in _NOT_COUNTED or (recent and place.after != "countable"):
        return str(token.number)
    return None


def copyright_year(place: Place) -> str | None:
    """The year in a line with ©."""
    token = place.get("year_digits")
    if token is None:
        return None
    line = place.line_before
    return str(token.number) if "©" in line or "حقوق" in line else None


def year_span(place: Place) -> str | None:
    """`بين عامي 2010 و2015`, `موسم 2019/2020`."""
    first, last = place.get("year"), place.get("year_b")
    if first is None or last is None or first.number >= last.number:
        return None
    if first.slot == last.slot == "hijri_year":
        start, end = calendar.from_hijri(first.number, 1, 1), calendar.hijri_month(last.number, 12)
        return calendar.interval(start, end.rpartition("/")[2]) if start and end else None
    return f"{first.number}/{last.number}"


def season(place: Place) -> str | None:
    """`صيف 2019`, `الربيع المقبل`, `الصيف`: EDTF seasons (21 spring … 24 winter)."""
    token = place.get("season") or place.get("the_season")
    if token is None:
        return None
    told, now, way = year_told(place), place.now, place.direction()
    old = place.get("any_year")
    told = old.number if old else told
    if told is not None:
        return f"{told}-{token.number}"
    if now.year is None:
        return f"XXXX-{token.number}"
    begins = (token.number - 21) * 3 + 3  # March, June, September, December
    month = now.month or 6
    if way is None and (place.future or place.before in ("before", "to", "by")):
        return f"{now.year + (1 if begins + 2 < month else 0)}-{token.number}"
    if way is None:
        return f"{now.year - (1 if begins - month > 6 else 0)}-{token.number}"
    if way > 0:
        return f"{now.year + (1 if begins <= month else 0)}-{token.number}"
    # a winter runs into the next year: in January, `الشتاء الماضي` began two calendar years ago
    return f"{now.year - (1 if way < 0 and begins + 2 >= month else 0)}-{token.number}"


def last_decade(place: Place) -> str | None:
    """`العقد الماضي`: the ten years before the page's own decade."""
    return "PAST_REF" if place.now.year is None else f"{place.now.year // 10 + (1 if place.has('next') else -1)}X"


def century(place: Place) -> str | None:
    """`القرن الماضي`, `القرن الحادي والعشرين`."""
    which = place.get("ordinal") or place.get("century_number")
    if which is not None:
        return f"{which.number - 1:02d}XX" if 1 < which.number < 30 else None
    return None if place.now.year is None else f"{place.now.year // 100 + (place.direction() or 0)}XX"

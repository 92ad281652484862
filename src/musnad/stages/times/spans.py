"""Values of months, weeks, years and what is longer or shorter than they."""

from __future__ import annotations

from datetime import date, timedelta

from musnad.stages.times import calendar
from musnad.stages.times.place import Place
from musnad.stages.times.years import hijri_year_for, month_for, year_told

__all__ = [
    "around_last_span", "bare_year", "century", "copyright_year", "decade", "feast", "half", "last_decade", "month", "month_half", "month_pair", "period", "present", "quarter",
    "reference", "season", "sport_season", "unit_here", "week_ending", "week_of_month", "year", "year_span",
]  # fmt: skip

HIJRI = ("hijri", "maybe_hijri")


def reference(place: Place) -> str | None:
    """Words whose value the lexicon gives: `مؤخراً`, `في وقت لاحق`."""
    token = place.get("ref")
    if token is not None and token.text == "الان" and place.after == "" and len(_line_before(place).split()) < 4:
        return None  # a button: `تبرع الآن`
    if token is not None and token.text == "قريبا" and place.after == "of":
        return None  # near to
    return next((token.row["value"] for name in ("ref", "moment_ref", "decade", "each") if (token := place.get(name))), None)


def _line_before(place: Place) -> str:
    start = place.span[0]
    return place.reading[place.reading.rfind("\n", 0, start) + 1 : start]


def present(place: Place) -> str | None:
    """`حتى الساعة`, `هذه الأيام`."""
    unit = place.get("the_plural")
    if unit is not None and unit.row["unit"] != "D":
        return None  # `هذه العقود` are contracts
    return "PRESENT_REF"


def period(place: Place) -> str:
    """`المرحلة المقبلة`, `السنوات الأخيرة`: nothing narrower can be said."""
    return {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[_sign(place.direction())]


def _sign(way: int | None) -> int:
    return -1 if way is None else (way > 0) - (way < 0)


def sport_season(place: Place) -> str | None:
    """`الموسم المقبل`, `نهاية الموسم`."""
    way = place.direction()
    return "FUTURE_REF" if way is None else {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[_sign(way)]


def month(place: Place) -> str | None:
    """`شهر فبراير/ شباط الجاري`, `مطلع ديسمبر المقبل`, `نهاية مايو`, `رمضان`."""
    token, alias = place.get("month"), place.get("alias")
    if token is None or (alias is not None and alias.number != token.number):
        return None
    if token.slot.startswith("maybe_") and not _certain(place):
        return None
    year, sure = year_told(place), True
    if token.slot in HIJRI:
        year = hijri_year_for(place, token.number) if year is None else year
        if year is None:
            return "XXXX-XX"
        value = calendar.hijri_month(year, token.number)
        return value.rpartition("/")[2] if value and place.has("edge_end") else value
    if year is None:
        year, sure = month_for(place, token.number)
    value = calendar.last_day(year, token.number) if place.has("edge_end") else calendar.month(year, token.number)
    value = value or calendar.month(year, token.number)
    return value if sure else value + "?"


_BEFORE_MONTH = ("in", "since", "within", "before", "after", "to", "by", "between")


def _certain(place: Place) -> bool:
    """Whether a name that is also another word is a month here."""
    told = ("edge", "edge_end", "month_word", "alias", "year", "year_adjective", "adjective", "blessed")
    return place.has(*told) or (place.before in _BEFORE_MONTH)


def month_pair(place: Place) -> str | None:
    """`بين مارس ومايو 2023`, `من يناير إلى مارس`."""
    first, last = place.get("month"), place.get("month_b")
    if first is None or last is None or first.slot in HIJRI or last.slot in HIJRI:
        return None
    year = year_told(place)
    if year is None:
        year = month_for(place, last.number)[0]
    start = year - 1 if year is not None and first.number > last.number else year
    if place.get("year") is not None and place.get("year_b") is not None:
        start, year = place.get("year").number, place.get("year_b").number  # type: ignore[union-attr]
    return calendar.interval(calendar.month(start, first.number), calendar.month(year, last.number))


def _month_here(place: Place) -> tuple[int, int] | None:
    """(year, month) of a month named, or of the page's own, moved by an adjective."""
    token = place.get("month")
    if token is not None:
        if token.slot in HIJRI:
            return None
        year = year_told(place)
        year = month_for(place, token.number)[0] if year is None else year
        return None if year is None else (year, token.number)
    if place.now.year is None or place.now.month is None:
        return None
    return calendar.add_months(place.now.year, place.now.month, place.direction() or 0)


def month_half(place: Place) -> str | None:
    """`النصف الأول من آذار`: days 1 to 15; the second is the rest."""
    which, here = place.get("ordinal"), _month_here(place)
    if which is None or here is None or which.number > 2:
        return None
    if which.number == 1:
        return calendar.interval(calendar.day(*here, 1), calendar.day(*here, 15))
    return calendar.interval(calendar.day(*here, 16), calendar.last_day(*here))


def week_of_month(place: Place) -> str | None:
    """`الأسبوع الأخير من الشهر`: its last seven days; `الأسبوع الأول`: its first."""
    here, which = _month_here(place), place.get("ordinal")
    if here is None:
        return None
    last = calendar.last_day(*here)
    if which is None:
        assert last is not None
        return calendar.interval(date.fromisoformat(last) - timedelta(days=6), last)
    first = (which.number - 1) * 7 + 1
    return calendar.interval(calendar.day(*here, first), calendar.day(*here, first + 6)) if which.number < 5 else None


def week_ending(place: Place) -> str | None:
    """`الأسبوع المنتهي في 30 مايو`: the seven days up to that one."""
    of_month, here = place.get("day"), _month_here(place)
    value = calendar.day(*here, of_month.number) if of_month and here else None
    return calendar.interval(date.fromisoformat(value) - timedelta(days=6), value) if value else None


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
    return calendar.interval(calendar.month(year, number * 3 - 2), calendar.month(year, number * 3))


def half(place: Place) -> str | None:
    """`النصف الثاني من عام 2024`."""
    which, year = place.get("ordinal"), _year_here(place)
    number = 2 if which is None else which.number
    if year is None or number > 2:
        return None
    return calendar.interval(calendar.month(year, number * 6 - 5), calendar.month(year, number * 6))


def year(place: Place) -> str | None:
    """`عام 2011`, `العام الهجري 1445`, `نهاية 2024`."""
    token = place.get("year") or place.get("year_digits")
    if token is None:
        return None
    if token.slot == "hijri_year":
        first, last = calendar.from_hijri(token.number, 1, 1), calendar.hijri_month(token.number, 12)
        return calendar.interval(first, last.rpartition("/")[2]) if first and last else None
    return f"{token.number}-12-31" if place.has("edge_end") else str(token.number)


# What may follow a year that stands alone; a noun after it would be what is counted.
_NOT_COUNTED = {"stop", "comma", "close", "dash", "quote", "and", "to", "of", "in", "on", "within", "before", "after", ""}


def bare_year(place: Place) -> str | None:
    """`منذ 2011`, `في 2019،`: where what follows cannot be counted."""
    token = place.get("year_digits")
    if token is None or token.number < 1900:
        return None
    if place.after in _NOT_COUNTED or (place.before in ("since", "by") and token.number > 1990):
        return str(token.number)
    return None


def copyright_year(place: Place) -> str | None:
    """The year in a line with ©."""
    token = place.get("year_digits")
    if token is None:
        return None
    line = _line_before(place)
    return str(token.number) if "©" in line or "حقوق" in line else None


def year_span(place: Place) -> str | None:
    """`بين عامي 2010 و2015`, `موسم 2019/2020`."""
    first, last = place.get("year"), place.get("year_b")
    return f"{first.number}/{last.number}" if first and last and first.number < last.number else None


def unit_here(place: Place) -> str | None:
    """`الشهر الماضي`, `هذا العام`, `نهاية الأسبوع الجاري`."""
    way, now, at_end = place.direction() or 0, place.now, place.has("edge_end")
    token = place.get("the_unit")
    unit = token.slot if token else "the_year"
    if unit == "the_week":
        value = calendar.week(now.date, way) if now.date else None
        letter = "W"
        value = value.rpartition("/")[2] if value and at_end else value
    elif unit == "the_month":
        here = calendar.add_months(now.year, now.month, way) if now.year and now.month else None
        value = (calendar.last_day(*here) if at_end else calendar.month(*here)) if here else None
        letter = "M"
    else:
        value = f"{now.year + way}{'-12-31' if at_end else ''}" if now.year else None
        letter = "Y"
    if value is not None:
        return value
    return "PRESENT_REF" if way == 0 else f"DCT{'+' if way > 0 else '-'}P{abs(way)}{letter}"


def around_last_span(place: Place) -> str | None:
    """`العام نفسه`, `الشهر التالي`: counted from the time told last."""
    if place.has("year"):
        return year(place)
    last = (place.last or "").rpartition("/")[2]
    step = {"same": 0, "following": 1, "preceding": -1}[(place.get("same") or place.get("order")).slot]  # type: ignore[union-attr]
    if not last[:4].isdigit():
        return None
    unit = place.get("the_unit")
    assert unit is not None
    if unit.slot == "the_year":
        return str(int(last[:4]) + step)
    if not last[5:7].isdigit():
        return None
    if unit.slot == "the_month":
        return calendar.month(*calendar.add_months(int(last[:4]), int(last[5:7]), step))
    return calendar.week(date.fromisoformat(last[:10]), step) if len(last) >= 10 else None


def season(place: Place) -> str | None:
    """`صيف 2019`, `الربيع المقبل`, `الصيف`: EDTF seasons (21 spring … 24 winter)."""
    token = place.get("season") or place.get("the_season")
    if token is None:
        return None
    told, now, way = year_told(place), place.now, place.direction()
    if told is not None:
        return f"{told}-{token.number}"
    if now.year is None:
        return f"XXXX-{token.number}"
    begins = (token.number - 21) * 3 + 3  # March, June, September, December
    month = now.month or 6
    if way is None:
        way = 1 if place.future else 0
        return f"{now.year + (1 if way and begins + 2 < month else 0)}-{token.number}"
    if way > 0:
        return f"{now.year + (1 if begins <= month else 0)}-{token.number}"
    # a winter runs into the next year: in January, `الشتاء الماضي` began two calendar years ago
    return f"{now.year - (1 if way < 0 and begins + 2 >= month else 0)}-{token.number}"


def decade(place: Place) -> str | None:
    """`تسعينيات القرن الماضي`, `الثمانينات`."""
    return reference(place)


def last_decade(place: Place) -> str | None:
    """`العقد الماضي`: the ten years before the page's own decade."""
    return None if place.now.year is None else f"{place.now.year // 10 + (place.direction() or 0)}X"


def century(place: Place) -> str | None:
    """`القرن الماضي`, `القرن الحادي والعشرين`."""
    which = place.get("ordinal")
    if which is not None:
        return f"{which.number - 1:02d}XX"
    return None if place.now.year is None else f"{place.now.year // 100 + (place.direction() or 0)}XX"


def feast(place: Place) -> str | None:
    """`عيد الميلاد`, `عيد الفطر`: the feast nearest to the page's day, by its own calendar."""
    token = place.get("holiday")
    if token is None or token.row["calendar"] == "easter":
        return None
    number, of_month = (int(part) for part in token.row["day"].split("-"))
    if token.row["calendar"] == "greg":
        told = year_told(place)
        told = month_for(place, number)[0] if told is None else told
        return calendar.day(told, number, of_month)
    year = year_told(place)
    year = hijri_year_for(place, number, of_month) if year is None or year > 1600 else year
    there = calendar.from_hijri(year, number, of_month) if year else None
    return there.isoformat() if there else "XXXX-XX-XX"

"""Values of weeks and months, of parts of them, and of words that have a value of their own."""

from __future__ import annotations

import re
from datetime import date, timedelta

from musnad.stages.times import calendar
from musnad.stages.times.place import Place
from musnad.stages.times.seasons import year
from musnad.stages.times.tense import PAST
from musnad.stages.times.tokens import Token
from musnad.stages.times.years import HIJRI, hijri_year_for, month_for, year_told

__all__ = [
    "around_last_span", "later", "month", "month_half", "month_pair", "period", "present", "reference", "sport_season",
    "unit_here", "week_ending", "week_of_month", "week_of_year",
]  # fmt: skip


def reference(place: Place) -> str | None:
    """Words whose value the lexicon gives: `مؤخراً`, `في وقت لاحق`."""
    token = place.get("ref")
    if (
        token is not None
        and token.text == "الان"
        and (token.start in place.names or (place.after == "" and len(place.line_before.split()) < 4))
    ):
        return None  # an outlet; a button: `تبرع الآن`
    if token is not None and token.text == "قريبا" and (place.after == "of" or place.before == "turned"):
        return None  # near to: `بات قريبا`
    token = token or place.get("decade")
    return token.row["value"] if token else None


def later(place: Place) -> str:
    """`لاحقاً`: after something that has happened, where the verb is past; else still to come."""
    before_that = re.search(r"(?<!\w)و?قبل ان (?:\w+ ){1,8}(?:في )?$", place.line_before)
    return "PAST_REF" if place.tense == PAST and not before_that else "FUTURE_REF"


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
    way = 0 if place.has("this") else place.direction()
    return "FUTURE_REF" if way is None else {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[_sign(way)]


def month(place: Place) -> str | None:
    """`شهر مارس/ آذار الجاري`, `مطلع ديسمبر المقبل`, `نهاية مايو`, `رمضان`."""
    token, alias = place.get("month"), place.get("alias")
    if token is None or (alias is not None and alias.number != token.number):
        return None
    if token.slot.startswith("maybe_") and not _certain(place):
        return None
    if place.before in ("n12", "n24", "n31"):
        return None  # `مدينة 6 أكتوبر`: the day has been refused
    year, sure = year_told(place) or _shared_year(place, token), True
    if token.slot in HIJRI:
        year = hijri_year_for(place, token.number) if year is None else year
        if year is None:
            return "XXXX-XX"
        value = calendar.hijri_month(year, token.number)
        return value.rpartition("/")[2] if value and place.at_end else value
    if year is None:
        year, sure = month_for(place, token.number)
    value = calendar.last_day(year, token.number) if place.at_end else calendar.month(year, token.number)
    value = value or calendar.month(year, token.number)
    return value if sure else value + "?"


def _shared_year(place: Place, month: Token) -> int | None:
    """The year told behind a second month: `غشت وأكتوبر 2023`."""
    following = place.window.tokens[place.match.end() : place.match.end() + 4]
    joined = [token for token in following if token.slot not in ("year_word", "of")][:3]
    if len(joined) == 3 and joined[0].slot in ("and", "or") and joined[2].slot in ("year", "hijri_year"):
        same = joined[1].slot.endswith("hijri") == month.slot.endswith("hijri")
        return joined[2].number if same and joined[1].slot.removeprefix("maybe_") in ("month", "hijri") else None
    return None


_BEFORE_MONTH = ("in", "dated_head", "since", "within", "before", "after", "to", "by", "between")


def _certain(place: Place) -> bool:
    """Whether a name that is also another word is a month here."""
    told = ("edge", "edge_end", "month_word", "alias", "year", "year_adjective", "adjective", "blessed")
    return place.has(*told) or (place.before in _BEFORE_MONTH)


def month_pair(place: Place) -> str | None:
    """`بين مارس ومايو 2023`, `من يناير إلى مارس`."""
    first, last = place.get("month"), place.get("month_b")
    if first is None or last is None or first.slot in HIJRI or last.slot in HIJRI:
        return None
    told, told_last = place.get("year"), place.get("year_b") or place.get("year")
    year = told_last.number if told_last else month_for(place, last.number)[0]
    start = year - 1 if year is not None and first.number > last.number else year
    if told is not None and told is not told_last:
        start = told.number
    value = calendar.interval(calendar.month(start, first.number), calendar.month(year, last.number))
    return value if start is None or year is None or (start, first.number) < (year, last.number) else None


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
    which, days = place.get("ordinal"), _days_of_month(place)
    if days is None:
        return None
    first, last = days
    if which is None:
        return calendar.interval(last - timedelta(days=6), last)
    first += timedelta(days=(which.number - 1) * 7)
    return calendar.interval(first, first + timedelta(days=6)) if which.number < 5 else None


def _days_of_month(place: Place) -> tuple[date, date] | None:
    """The first and last day of a month named, in either calendar, or of the page's own."""
    token = place.get("month")
    if token is not None and token.slot in HIJRI:
        year = year_told(place) or hijri_year_for(place, token.number)
        value = calendar.hijri_month(year, token.number) if year else None
    else:
        here = _month_here(place)
        value = calendar.interval(calendar.day(*here, 1), calendar.last_day(*here)) if here else None
    if value is None:
        return None
    first, _, last = value.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last)


def week_of_year(place: Place) -> str | None:
    """`الأسبوع الثالث من عام 2027`: Monday to Sunday, as ISO 8601 counts."""
    which, told = place.get("ordinal"), year_told(place)
    if told is None:
        told = place.now.year + (place.direction() or 0) if place.now.year else None
    number = which.number if which else 0
    if told is None or number > 52:
        return None
    # 28 December always lies in a year's last week
    monday = date.fromisocalendar(told, number or date(told, 12, 28).isocalendar().week, 1)
    return calendar.week(monday)


def week_ending(place: Place) -> str | None:
    """`الأسبوع المنتهي في 5 نيسان`: the seven days up to that one."""
    of_month, here = place.get("day"), _month_here(place)
    value = calendar.day(*here, of_month.number) if of_month and here else None
    return calendar.interval(date.fromisoformat(value) - timedelta(days=6), value) if value else None


def unit_here(place: Place) -> str | None:
    """`الشهر الماضي`, `هذا العام`, `نهاية الأسبوع الجاري`."""
    way, now, at_end = place.direction() or 0, place.now, place.at_end
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
    if value is not None and place.has("edge_rest") and now.date is not None:
        return calendar.interval(now.date, _last(value))
    if value is not None:
        return value
    return "PRESENT_REF" if way == 0 else f"DCT{'+' if way > 0 else '-'}P{abs(way)}{letter}"


def _last(value: str) -> str:
    """The last day of a week, month or year."""
    last = value.rpartition("/")[2]
    if len(last) == 4:
        return f"{last}-12-31"
    return last if len(last) > 7 else calendar.last_day(int(last[:4]), int(last[5:])) or last


def around_last_span(place: Place) -> str | None:
    """`العام نفسه`, `الشهر التالي`: counted from the time told last."""
    if place.has("year"):
        return year(place)
    last = (place.last or "").rpartition("/")[2]
    step = place.step
    if not last[:4].isdigit():
        return "PAST_REF"
    unit = place.get("the_unit")
    assert unit is not None
    if unit.slot == "the_year":
        return str(int(last[:4]) + step)
    if not last[5:7].isdigit():
        return "PAST_REF"
    if unit.slot == "the_month":
        return calendar.month(*calendar.add_months(int(last[:4]), int(last[5:7]), step))
    return calendar.week(date.fromisoformat(last[:10]), step) if len(last) >= 10 else "PAST_REF"

"""Values of amounts of time: durations, spans counted from the page's day, and what recurs."""

from __future__ import annotations

from datetime import timedelta

from musnad.stages.times import calendar
from musnad.stages.times.place import Place
from musnad.stages.times.tokens import Token

__all__ = [
    "after", "ago", "compound", "counted_from_now", "duration", "every", "few_from_now", "per_unit", "weekly",
    "whole_day", "within", "yearly",
]  # fmt: skip

UNITS = ("amount_unit", "many", "single", "single_led", "plural", "dual", "the_plural", "the_dual", "the_unit")
ONE = ("counted", "day_word", "week_word", "month_word", "year_word", "hour_word")  # slots of `يوما`, `عام`


def _unit(place: Place) -> Token | None:
    return next((token for name in UNITS if (token := place.get(name))), None)


def _amount(place: Place) -> tuple[int | None, str]:
    """(how many, unit); None for a vague number."""
    unit = _unit(place)
    assert unit is not None
    count = place.get("count")
    if place.has("count_b", "vague", "vague_after", "few"):
        return None, unit.row["unit"]
    if count is not None:
        return count.number * unit.number, unit.row["unit"]
    return (None if unit.slot in ("plural", "the_plural") else unit.number), unit.row["unit"]


def _iso(number: int | None, unit: str) -> str:
    time, letter = ("T", unit[0]) if unit in ("H", "MIN", "S") else ("", unit)
    return f"P{time}{'X' if number is None else number}{letter}"


# Half of a unit, in the next smaller one.
_HALVES = {"Y": ("M", 12, 6), "M": ("D", 30, 15), "H": ("MIN", 60, 30), "MIN": ("S", 60, 30), "D": ("H", 24, 12)}


def duration(place: Place) -> str | None:
    """`عشر سنوات`, `أسبوعين`, `ساعة ونصف`; vague amounts as `PXD`."""
    number, unit = _amount(place)
    if number == 0 or _no_amount(place) or (number is None and _of_something(place)):
        return None
    fraction = place.get("fraction")
    if fraction is not None:
        return _part(_PARTS[fraction.slot], number or 1, unit)
    if place.has("half") and number is not None and unit in _HALVES:
        smaller, size, part = _HALVES[unit]
        return _iso(number * size + part, smaller)
    return _iso(number, unit)


def _no_amount(place: Place) -> bool:
    """`عقود عديدة` are contracts, `أشهر من` the best known, `يوماً بعد يوم` is more and more."""
    unit = _unit(place)
    if unit is None or place.has("vague"):
        return False
    if place.before == "after" and place.before_that in ONE and not place.has("count"):
        return True
    if place.before in _LED:
        return False
    return unit.text == "عقود" or (unit.text == "اشهر" and place.after == "of")


_LED = ("before", "after", "since", "within", "for", "for_long", "about")
_PARTS = {"half": 2, "half_of": 2, "quarter_hour": 4, "quarter": 4, "third_hour": 3, "third_of": 3}


def _part(of: int, number: int, unit: str) -> str | None:
    """A half, third or quarter of a unit: `نصف ساعة` is PT30M, `ربع قرن` P25Y."""
    if unit == "Y" and number % of == 0:
        return _iso(number // of, "Y")
    if unit not in _HALVES:
        return None
    smaller, size, _ = _HALVES[unit]
    return _iso(size // of, smaller)


_ORDER = ("Y", "M", "W", "D", "H", "MIN", "S")


def compound(place: Place) -> str | None:
    """`سنتين وستة أشهر`: P2Y6M; the greater unit first, both of the calendar or both of the clock."""
    parts: list[tuple[int, str]] = []
    for which in ("", "_b"):
        names = ("amount_unit", "single", "dual")
        unit = next((token for name in names if (token := place.get(name + which))), None)
        count = place.get("count" + which)
        if unit is None or (which == "" and place.has("count_b") and not place.has("amount_unit_b")):
            return None
        parts.append(((count.number if count else 1) * unit.number, unit.row["unit"]))
    (first, great), (second, small) = parts
    places = _ORDER.index(great), _ORDER.index(small)
    if places[0] >= places[1] or (places[0] < 4) != (places[1] < 4):
        return None
    time = "T" if places[0] >= 4 else ""
    return f"P{time}{first}{great[0]}{second}{small[0]}"


def _of_something(place: Place) -> bool:
    """`ساعات العمل`, `سنوات الحرب`: a bare plural before a definite noun measures nothing."""
    end = place.match.end()
    after = place.window.tokens[end] if end < len(place.window.tokens) else None
    bare = not place.has("count", "vague", "vague_after", "many")
    return (
        bare and after is not None and after.slot in ("word", "the_week", "the_month") and after.text.startswith("ال")
    )


def ago(place: Place) -> str | None:
    """`قبل ثلاثة أيام`: the day, month or year; a duration where the amount is vague or the page's day unknown."""
    return (None if _none_before(place) else _moved(place, -1)) or duration(place)


def _none_before(place: Place) -> bool:
    """`لا إخلاء قبل سنة`, `لن تنتهي قبل شهرين`: a stretch that has to pass, not a day gone by."""
    return place.comes or any(word in ("لا", "ليس", "وليس", "ولا") for word in place.line_before.split()[-5:-1])


def after(place: Place) -> str | None:
    """`بعد يومين`: a date only where the sentence speaks of the future."""
    if _no_amount(place):
        return None
    return (_moved(place, 1) if place.comes or place.has("ref") else None) or duration(place)


def _moved(place: Place, way: int) -> str | None:
    number, unit = _amount(place)
    now = place.now
    if number is None or place.has("half"):
        return None
    if unit in ("D", "W"):
        days = number * (7 if unit == "W" else 1) * way
        return None if now.date is None else (now.date + timedelta(days=days)).isoformat()
    if now.year is None:
        return None
    if unit == "Y":
        return str(now.year + number * way)
    if unit == "M" and now.month is not None:
        return calendar.month(*calendar.add_months(now.year, now.month, number * way))
    return None


def within(place: Place) -> str | None:
    """`خلال 48 ساعة`: an interval from now where the future is spoken of, else a duration."""
    number, unit = _amount(place)
    if number is not None and place.comes and unit in ("D", "W", "H", "M"):
        if unit == "M" and place.now.date is not None:
            return calendar.interval(place.now.date, calendar.months_on(place.now.date, number))
        return _interval(place, number, unit, 1) or duration(place)
    return duration(place)


def counted_from_now(place: Place) -> str | None:
    """`العشرة أيام المقبلة`, `الـ48 ساعة الماضية`, `السنوات الثلاث الماضية`."""
    number, unit = _amount(place)
    if number is None:
        return few_from_now(place)
    return _interval(place, number, unit, _way(place))


def _way(place: Place) -> int:
    return 1 if (place.direction() or 0) > 0 else -1


def few_from_now(place: Place) -> str:
    """`الأيام القليلة الماضية` is seven days, `الساعات الماضية` a day; other spans stay open."""
    unit, way = _unit(place), _way(place)
    assert unit is not None
    if unit.row["unit"] == "H" and place.has("adjective"):
        return _interval(place, 24, "H", way) or ""
    if unit.row["unit"] == "D" and place.has("few"):
        return _interval(place, 7, "D", way) or ""
    return {-1: "PAST_REF", 1: "FUTURE_REF"}[way] if place.direction() != 0 else "PRESENT_REF"


def _interval(place: Place, number: int, unit: str, way: int) -> str | None:
    """From the page's day to `number` units on (way 1) or back (-1); symbolic where that day is not known."""
    now = place.now
    other: object = None
    here: object = now.date
    if unit in ("D", "W", "H"):
        days = number * 7 if unit == "W" else -(-number // 24) if unit == "H" else number
        other = now.date + timedelta(days=days * way) if now.date else None
        if unit == "H" and number < 24:
            other = None
    elif unit == "M" and now.year and now.month:
        here = calendar.month(now.year, now.month)
        other = calendar.month(*calendar.add_months(now.year, now.month, number * way))
    elif unit == "Y" and now.year and 1000 <= now.year + number * way <= 3000:
        here, other = now.year, now.year + number * way
    if other is not None:
        return f"{here}/{other}" if way > 0 else f"{other}/{here}"
    if unit in ("MIN", "S", "M", "Y", "D", "W", "H"):
        amount = _iso(number, unit)
        return f"DCT/DCT+{amount}" if way > 0 else f"DCT-{amount}/DCT"
    return None


def every(place: Place) -> str | None:
    """`كل 60 ثانية`, `كل يوم`, `مرة كل شهر`, `كل مساء`."""
    if place.has("daypart"):
        return "P1D"
    if place.has("season", "month"):
        return "P1Y"
    number, unit = _amount(place)
    return _iso(number or 1, unit)


def per_unit(place: Place) -> str | None:
    """`مرتين في الأسبوع`, `ستة أيام أسبوعياً`: the unit that the pattern recurs by."""
    each = place.get("each")
    if each is not None:
        return each.row["value"]
    unit = place.get("amount_unit") or place.get("the_unit")
    return None if unit is None else _iso(unit.number, unit.row["unit"])


def yearly(place: Place) -> str:
    """`مارس من كل عام`, `العاشر من كل شهر`."""
    return "P1Y" if place.has("months", "month") else "P1M"


def whole_day(place: Place) -> str | None:
    """`طوال اليوم`."""
    del place
    return "P1D"


def weekly(place: Place) -> str | None:
    """`كل يوم جمعة`."""
    del place
    return "P1W"

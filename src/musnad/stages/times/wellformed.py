"""What a time's value may look like: EDTF, or the symbolic forms of a page whose day is not known."""

from __future__ import annotations

import re
from calendar import monthrange

__all__ = ["well_formed"]

_REFERENCE = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"}
_AMOUNT = r"P(?:T(?:\d+|X)[HMS]|(?:\d+|X)[YMWD])"
_DURATION = re.compile(rf"{_AMOUNT}|P(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?|PT(?:\d+H)?(?:\d+M)?(?:\d+S)?")
_FROM_PAGE = re.compile(rf"DCT(?:[+-]{_AMOUNT})?")
_YEARS = re.compile(r"\d{2}(?:XX|\dX)")  # a century, a decade
_DAY = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX)(?:T([01]\d|2[0-3]):([0-5]\d)Z?)?)?)?\??")
_SEASONS = range(21, 25)


def well_formed(value: str) -> bool:
    """Whether a value is one that the guidelines know: a point, an interval of points, an amount or a reference."""
    if value in _REFERENCE or (_DURATION.fullmatch(value) and value[-1].isalpha() and len(value) > 2):
        return True
    points = value.split("/")
    if len(points) > 2 or not all(map(_is_point, points)):
        return False
    return len(points) == 1 or _in_order(*points)


def _is_point(value: str) -> bool:
    if _FROM_PAGE.fullmatch(value) or _YEARS.fullmatch(value):
        return True
    match = _DAY.fullmatch(value)
    if match is None:
        return False
    year, month, day = match.group(1, 2, 3)
    if month is None or month == "XX":
        return year != "XXXX" or month == "XX"
    if int(month) in _SEASONS:
        return day is None
    if not 1 <= int(month) <= 12:
        return False
    longest = monthrange(int(year) if year.isdigit() else 2024, int(month))[1]
    return day in (None, "XX") or 1 <= int(day) <= longest


def _in_order(first: str, last: str) -> bool:
    """Two plain dates of an interval stand in order; with symbolic ends nothing can be said."""
    plain = re.compile(r"\d{4}(?:-\d\d){0,2}(?:T\d\d:\d\d)?")
    return not (plain.fullmatch(first) and plain.fullmatch(last)) or first <= last

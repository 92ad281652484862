"""EDTF dates for formats that know plain dates only."""

from __future__ import annotations

import re
from calendar import monthrange

__all__ = ["bounds", "plain"]

_DAY = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?=$|[T~?%/])")


def plain(edtf: str | None) -> str | None:
    """The first day, month or year of an EDTF value as an ISO prefix; None where it has none.

    A season is its year; a time of day and a qualifier fall away.
    """
    if edtf is None:
        return None
    first = edtf.split("/")[0]
    found = _DAY.match(first)
    if found:
        year, month, day = found.groups()
        if day and int(day) > monthrange(int(year) or 4, int(month))[1]:
            day = None  # there is no such day
        return "-".join(filter(None, (year, month, day)))
    season = re.match(r"(\d{4})-", first)
    return season and season[1]


def bounds(edtf: str | None) -> tuple[str | None, str | None]:
    """First and last day, month or year of an EDTF value; both are the same where it is no interval."""
    if edtf is None:
        return None, None
    first, *rest = edtf.split("/")
    return plain(first), plain(rest[0] if rest else first)

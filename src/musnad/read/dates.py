"""Publication dates as users give them, and as machines write them."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

__all__ = ["day", "machine_day", "url_day"]

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_CLOCK = re.compile(r"(?<=\d)[T ]\d{2}:\d{2}.*")
_ISO = re.compile(r"\s*(\d{4})-(\d\d?)(?:-(\d\d?))?(?=$|[T\s])", re.ASCII)
_RUN = re.compile(r"(\d{4})(\d\d)(\d\d)(?:\d{6})?$", re.ASCII)
_SLASHED = re.compile(r"\s*(?:(\d{4})[/.](\d\d?)[/.](\d\d?)|(\d\d?)[/.-](\d\d?)[/.-](\d{4}))(?!\d)", re.ASCII)
_MONTH_NAMED = re.compile(r"\s*(?:\w{3,9},?\s+)?(\w{3,9})\.? (\d{1,2}),? (\d{4})", re.ASCII)
_IN_URL = re.compile(
    r"[/=_-](\d{4})([/-])(\d\d?)(?:\2(\d\d?))?(?=[/_.?&#-]|$)|[/=_-](20\d\d)([01]\d)([0-3]\d)(?!\d)", re.ASCII
)
_OLDEST = 1990  # pages are no older; what is, is a default that nobody filled in


def day(text: str) -> str:
    """EDTF `2023`, `2023-02` or `2023-02-11`; a clock time after a day is cut off.

    ValueError says what is wrong with anything else.
    """
    plain = _CLOCK.sub("", text.strip())
    found = _EDTF.fullmatch(plain)
    try:
        if found:
            date(*(int(part or 1) for part in found.groups()))
            return plain
    except ValueError:
        pass
    raise ValueError(f"{text!r} is no date; write 2023, 2023-02 or 2023-02-11")


def machine_day(text: str) -> str | None:
    """EDTF of a date as metadata, feeds and dumps write it, to the day or the month; None for anything else.

    The day is the one that was written, whatever its time zone: it is the day that readers saw. Which of 3/4/2023
    is the month is not guessed.
    """
    if found := _ISO.match(text) or _RUN.match(text.strip()):
        return _edtf(*found.groups())
    if found := _SLASHED.match(text):
        year, month, number, first, second, last = found.groups()
        if year:
            return _edtf(year, month, number)
        if int(second) > 12 or (int(first) <= 12 and first != second):
            return None
        return _edtf(last, second, first)
    if (found := _MONTH_NAMED.match(text)) and (month := _month(found[1])):
        return _edtf(found[3], str(month), found[2])
    try:
        return _edtf(*parsedate_to_datetime(text).date().isoformat().split("-"))
    except (ValueError, TypeError, IndexError):
        return None


def url_day(url: str) -> str | None:
    """The day or month that stands in an address: `/2023/01/16/`, `/2023-01-16-`, `/20230116`, `/2023/01/`."""
    for found in _IN_URL.finditer(url):
        if value := _edtf(*((found[1], found[3], found[4]) if found[1] else (found[5], found[6], found[7]))):
            return value
    return None


def _month(name: str) -> int | None:
    for form in ("%B", "%b"):
        try:
            return datetime.strptime(name, form).month
        except ValueError:
            continue
    return None


def _edtf(year: str, month: str, number: str | None = None) -> str | None:
    try:
        found = date(int(year), int(month), int(number or 1))
    except ValueError:
        return None
    if found.year < _OLDEST:
        return None
    return found.isoformat() if number else found.isoformat()[:7]

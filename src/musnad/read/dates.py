"""Publication dates as users give them."""

from __future__ import annotations

import re
from datetime import date

__all__ = ["day"]

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_CLOCK = re.compile(r"(?<=\d)[T ]\d{2}:\d{2}.*")


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

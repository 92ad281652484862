"""The words of what is written for readers, in Arabic and in English."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["LANGUAGES", "Tongue", "wording"]

LANGUAGES = ("ar", "en")
_MONTHS = (
    "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيو", "تموز/يوليو",
    "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
)  # fmt: skip
_OPEN = ("", "..")
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")


@cache
def wording() -> dict[str, dict[str, str]]:
    """Key → language → text."""
    return tomllib.loads((files("musnad.export") / "wording.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Tongue:
    """One of LANGUAGES."""

    code: str

    @property
    def direction(self) -> str:
        return "rtl" if self.code == "ar" else "ltr"

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its `{values}` filled in; KeyError where there is none."""
        return wording()[key][self.code].format(**values)

    def label(self, kind: str, value: str | None) -> str:
        """The word for one of a closed set of values; the value itself where it is not of the set."""
        known = wording().get(f"{kind}.{value}")
        return known[self.code] if known else value or ""

    def date(self, edtf: str | None) -> str:
        """A day, month or year, or an interval of them, as it is written; anything else stays EDTF."""
        if edtf is None:
            return self("undated")
        first, *rest = edtf.split("/")
        if rest and rest[0] != first:
            if rest[0] in _OPEN or first in _OPEN:
                return (
                    self("until", date=self.date(rest[0])) if first in _OPEN else self("since", date=self.date(first))
                )
            return f"{self.date(first)} – {self.date(rest[0])}"
        found = _DATE.fullmatch(first)
        if found is None or self.code != "ar":
            return first
        year, month, day = found.groups()
        return " ".join(filter(None, (day and str(int(day)), month and _MONTHS[int(month) - 1], year)))

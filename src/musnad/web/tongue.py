"""The interface's languages: its words, numbers and dates in English and in Arabic."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from starlette.requests import Request

__all__ = ["COOKIE", "LANGUAGES", "Tongue", "chosen", "strings"]

LANGUAGES = ("en", "ar")
COOKIE = "musnad_lang"

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)")
_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@cache
def strings() -> dict[str, dict[str, str]]:
    """The words of the interface: key → language → text."""
    return tomllib.loads((files("musnad.web") / "strings.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Tongue:
    """One language of the interface."""

    code: str

    @property
    def direction(self) -> str:
        return "rtl" if self.code == "ar" else "ltr"

    @property
    def other(self) -> str:
        return "en" if self.code == "ar" else "ar"

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its `{values}` filled in; KeyError where there is none."""
        text = strings()[key][self.code]
        return text.format(**values) if values else text

    def label(self, kind: str, value: str | None) -> str:
        """The word for one of a closed set of values; the value itself where it is not of the set."""
        known = strings().get(f"{kind}.{value}")
        return known[self.code] if known else str(value or "")

    def number(self, value: int) -> str:
        """A whole number as it is written in this language."""
        text = f"{value:,}"
        return text.translate(_DIGITS).replace(",", "٬") if self.code == "ar" else text

    def date(self, edtf: str | None) -> str:
        """A date as precise as it is known; what is more than a plain day, month or year stays EDTF."""
        if edtf is None:
            return self("date.unknown")
        if "/" in edtf and ".." not in edtf:
            return " – ".join(dict.fromkeys(map(self.date, edtf.split("/"))))
        found = _DAY.fullmatch(edtf)
        if not found:
            return edtf
        year, month, day = found.groups()
        if month is None or not 1 <= int(month) <= 12:
            return self._figures(edtf)
        name = self(f"month.{month}")
        return self._figures(" ".join(part for part in (str(int(day)) if day else "", name, year) if part))

    def moment(self, iso: str | None) -> str:
        """A day and a time (UTC) of an ISO 8601 moment."""
        found = _MOMENT.match(iso or "")
        return f"{self.date(found[1])}{self('list.and')}{self._figures(found[2])} UTC" if found else iso or ""

    def _figures(self, text: str) -> str:
        return text.translate(_DIGITS) if self.code == "ar" else text


def chosen(request: Request) -> Tongue:
    """The language that was asked for: by `?lang=`, by the cookie of an earlier choice, by the browser."""
    for wish in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if wish in LANGUAGES:
            return Tongue(wish)
    wishes = []
    for place, part in enumerate(request.headers.get("accept-language", "").split(",")):
        code, _, weight = part.strip().partition(";q=")
        try:
            wishes.append((-float(weight or 1), place, code.split("-")[0].lower()))
        except ValueError:
            continue
    return Tongue(next((code for _, _, code in sorted(wishes) if code in LANGUAGES), "en"))

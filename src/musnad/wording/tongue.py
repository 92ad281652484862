"""One of the languages that readers are told things in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import NamedTuple

from musnad.wording.phrase import Phrase

__all__ = ["LANGUAGES", "Piece", "Tongue", "words"]

LANGUAGES = ("ar", "en")

_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d)(?:T(\d\d:\d\d))?)?)?")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)")
_OPEN = ("", "..")


@cache
def words() -> dict[str, dict[str, str]]:
    """Key → language → text, of all files."""
    found: dict[str, dict[str, str]] = {}
    for item in sorted(files("musnad.wording").iterdir(), key=lambda item: item.name):
        if item.name.endswith(".toml"):
            found |= tomllib.loads(item.read_text(encoding="utf-8"))
    return found


class Piece(NamedTuple):
    """A part of a phrase: its own words (`kind` is None), or what fills a blank, of the kind that the blank names."""

    text: str
    kind: str | None = None
    value: str = ""


@dataclass(frozen=True)
class Tongue:
    """One of LANGUAGES."""

    code: str

    @property
    def direction(self) -> str:
        return "rtl" if self.code == "ar" else "ltr"

    @property
    def other(self) -> str:
        return "en" if self.code == "ar" else "ar"

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its `{values}` filled in; KeyError where there is none."""
        text = words()[key][self.code]
        return text.format(**values) if values else text

    def label(self, kind: str, value: str | None) -> str:
        """The word for one of a closed set of values; the value itself where it is not of the set."""
        known = words().get(f"{kind}.{value}")
        return known[self.code] if known else str(value or "")

    def say(self, told: Phrase | None) -> str:
        """A phrase as one text; nothing for none."""
        return "".join(piece.text for piece in self.pieces(told)) if told else ""

    def pieces(self, told: Phrase) -> Iterator[Piece]:
        """A phrase part by part. One whose key this version does not know is told by its key and what fills it."""
        known = words().get(told.key)
        if known is None:
            yield Piece(" ".join((told.key, *told.values)))
            return
        for text, place, kind, _ in Formatter().parse(known[self.code]):
            if text:
                yield Piece(text)
            if place is not None:
                value = told.values[int(place)]
                yield Piece(self._filled(kind or "", value), kind or "", value)

    def several(self, names: Iterable[str]) -> str:
        """Several in a row."""
        return self("list.and").join(names)

    def every(self, told: Iterable[Phrase]) -> str:
        """Several phrases as one text."""
        return self("list.then").join(map(self.say, told))

    def number(self, value: int) -> str:
        """A whole number, its thousands set apart."""
        return f"{value:,}"

    def date(self, edtf: str | None) -> str:
        """A day, with or without its hour, a month or year, or an interval of them; anything else stays EDTF."""
        if edtf is None:
            return self("date.unknown")
        first, *rest = edtf.split("/")
        if rest and rest[0] != first:
            if rest[0] in _OPEN and first in _OPEN:
                return self("date.unknown")
            if first in _OPEN:
                return self("date.until", date=self.date(rest[0]))
            if rest[0] in _OPEN:
                return self("date.since", date=self.date(first))
            return f"{self.date(first)} – {self.date(rest[0])}"
        found = _DATE.fullmatch(first)
        if found is None:
            return first
        year, month, day, hour = found.groups()
        written = " ".join(filter(None, (day and str(int(day)), month and self(f"month.{month}"), year)))
        return self.several(filter(None, (written, hour)))

    def moment(self, iso: str | None) -> str:
        """A day and a time (UTC) of an ISO 8601 moment."""
        found = _MOMENT.match(iso or "")
        return f"{self.date(found[1])}{self('list.and')}{found[2]} UTC" if found else iso or ""

    def _filled(self, kind: str, value: str) -> str:
        if kind == "date":
            return self.date(value)
        if kind == "number":
            return self.number(int(value))
        return self.label(kind, value) if kind else value

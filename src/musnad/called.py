"""What those are called in Arabic whose canonical name is English: `جون كيري` is what readers of Arabic are told.

The tables lie in the names room. This is no part of that room: it goes their way back, for whoever shows names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from musnad.rules import lexicon

__all__ = ["called", "in_arabic"]

_ROOM = ("states", "capitals", "places", "towns", "persons", "organizations", "bodies", "groups", "outlets")
_SEVERAL = "; "  # stands between the names of those who spoke together
_REMEMBERED = 1 << 12
_ARABIC = re.compile("[\u0621-\u064a]")
_SLOT = re.compile(r"\\{(?:state|adjective)\\}")  # in an escaped name
_FEMININE = ("ة", "قوات", "سلطات", "مخابرات", "استخبارات")  # ends of a noun whose adjective is feminine


def called(name: str, language: str) -> str:
    """A canonical name as readers of a language know it."""
    return in_arabic(name) if language == "ar" else name


@lru_cache(_REMEMBERED)
def in_arabic(name: str) -> str:
    """The first Arabic form of a canonical name; the name itself where none is known or it is Arabic already."""
    if _SEVERAL in name:
        return " و".join(map(in_arabic, name.split(_SEVERAL)))
    if _ARABIC.search(name):
        return name
    return _names().get(name) or _body(name) or name


@cache
def _names() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for table in _ROOM:
        rows = lexicon(f"names/{table}").rows
        # A state's long name has a row of its own where its short one needs care in a text: here the short one will do.
        for row in sorted(rows, key=lambda row: len(row["form"].split("|")[0])) if table == "states" else rows:
            form = next(_whole(row["form"]), None)
            if form:
                found.setdefault(row["entity"], form)
    return found


def _whole(forms: str) -> Iterator[str]:
    """The forms that are Arabic words, no letters of an abbreviation."""
    for form in forms.split("|"):
        if _ARABIC.search(form) and all(len(part) > 1 for part in re.split(r"[ .]+", form)):
            yield form


def _body(name: str) -> str | None:
    """A ministry or another body of a state: its Arabic name with the state's adjective."""
    for pattern, form in _bodies():
        if found := pattern.fullmatch(name):
            state = found["state"].removeprefix("the ")
            named = f"وزارة {_portfolios()[found['subject']]}" if "subject" in pattern.groupindex else form
            adjective = _adjective(state, named.split()[0].removeprefix("ال"))
            return f"{named} {adjective}" if adjective else None
    return None


@cache
def _bodies() -> tuple[tuple[re.Pattern[str], str], ...]:
    subjects = "|".join(map(re.escape, sorted(_portfolios(), key=len, reverse=True)))
    ministry = re.compile(f"(?P<state>.+) Ministry of (?P<subject>{subjects})")
    seats = [
        (re.compile(_SLOT.sub("(?P<state>.+)", re.escape(row["entity"]))), row["form"].split("|")[0])
        for row in lexicon("names/seats").rows
        if "{" in row["entity"]
    ]
    return (ministry, ""), *seats


@cache
def _portfolios() -> Mapping[str, str]:
    """What a ministry is for: English to Arabic, also by the names that some states have for their own."""
    found: dict[str, str] = {}
    for row in lexicon("names/portfolios").rows:
        found.setdefault(row["entity"], row["form"].split("|")[0])
    for row in lexicon("names/own_portfolios").rows:
        subject = row["state and portfolio"].partition(": ")[2]
        if subject in found:
            found.setdefault(row["entity"], found[subject])
    return found


def _adjective(state: str, noun: str) -> str | None:
    """The adjective of a state, or of the state that an English adjective means, as it stands behind a noun."""
    masculine, feminine = _adjectives().get(_states().get(state, state), ("", ""))
    wanted = feminine if noun.endswith(_FEMININE) else masculine
    return f"ال{wanted}" if wanted else None


@cache
def _states() -> Mapping[str, str]:
    return {row["adjective"]: row["entity"] for row in lexicon("names/states").rows if row["adjective"]}


@cache
def _adjectives() -> Mapping[str, tuple[str, str]]:
    """The masculine and the feminine adjective of each state, where both are known."""
    found: dict[str, tuple[str, str]] = {}
    for row in lexicon("names/nationalities").rows:
        forms = row["form"].split("|")
        if f"{forms[0]}ة" in forms:
            found.setdefault(row["entity"], (forms[0], f"{forms[0]}ة"))
    return found

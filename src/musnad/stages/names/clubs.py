"""Sports clubs by one definite word, on pages of games: in quotation marks, by their board, by a result."""

from __future__ import annotations

import re
from collections.abc import Iterator

from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import ordinary
from musnad.stages.names.words import Page

__all__ = ["find"]

_GAMES = known.cues("general games")
_ROLES = known.cues("clubs roles")
_LEAST = 3  # words of games on a page of games
_NAME = r"(?P<name>ال[^\W\d_]{3,})"
_QUOTED = re.compile(rf"(?P<role>[^\W\d_]+) ل?[«“\"]{_NAME}[»”\"](?! ?(?:[:،]|ان |انه |انها ))")
_BOARD = re.compile(rf"(?<![^\W_])و?[بل]?(?:مجلس )?اداره {_NAME}(?! ال)(?![^\W_])")
_FEDERATION = re.compile(
    r"(?<![^\W_])(?<!كاس )(?<!دوري )(?<!بطوله )[وب]?(?P<name>الاتحاد (?P<state>ال[^\W\d_]+ي))(?![^\W_])(?! ل)"
)
_SCORE = re.compile(rf"(?<![^\W_])(?:امام|ضد|علي) {_NAME} ?\(?\d{{1,2}} ?[-–] ?\d")


def find(page: Page) -> Iterator[Found]:
    """`الرئيس التنفيذي لـ«النسور»`, `مجلس إدارة المرجان`, `أمام العقيق 1-2`."""
    if len(page.forms & _GAMES) < _LEAST:
        return
    for match in _QUOTED.finditer(page.reading):
        if match["role"].removeprefix("ال").lstrip("و") in _ROLES and not known.nationality(match["name"]):
            yield _found(match)
    for match in _FEDERATION.finditer(page.reading):
        row = known.ORGANIZATIONS.get(f"{match['name']} لكره القدم") or known.BODIES.get(f"{match['name']} لكره القدم")
        if row is not None and known.nationality(match["state"]) != "Saudi Arabia":  # `الاتحاد السعودي` may be a club
            rule = known.RULES["club"].name
            yield Found(*match.span("name"), "ORG", rule, row["entity"], kind="organization", weight=1)
    for pattern in (_BOARD, _SCORE):
        for match in pattern.finditer(page.reading):
            name = match["name"]
            everyday = known.common(name) or ordinary(name) or known.title(name[2:]) or name.endswith(("ات", "ين"))
            if not everyday and not known.nationality(name) and not known.place(name):
                yield _found(match)


def _found(match: re.Match[str]) -> Found:
    rule = known.RULES["club"].name
    return Found(*match.span("name"), "ORG", rule, kind="organization", weight=1)

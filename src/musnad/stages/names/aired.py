"""Shows of radio and television in quotation marks, and the platform X in a bar of others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.words import CLOSING, OPENING, Page

__all__ = ["find"]

_TALK = "|".join(sorted(known.cues("aired talks")))
_AIR = "|".join(sorted(known.cues("aired on")))
# `في مداخلة مع برنامج «X»`, `برنامج «X» على قناة Y`: a show, and no programme of aid
_SHOW = re.compile(
    rf"(?P<talk>(?<![^\W_])(?:{_TALK})(?: [^\W\d_]+){{0,3}}? )?(?<![^\W_])[ولب]{{0,2}}برنامج(?:ه|ها)? [{OPENING}]"
    rf"(?P<name>[^\W\d_]+(?: [^\W\d_]+){{0,3}})[{CLOSING}]"
    rf"(?P<air>،? (?:(?:علي|عبر|في|فى) (?:{_AIR})|الذي (?:يبث|يعرض|يذاع|تبثه|تقدمه|يقدمه)|المذاع|التلفزيوني|الاذاعي))?"
)
_OTHERS = "|".join(sorted(known.cues("aired platforms")))
_BAR = r"[ |/·•،,\n-]{1,3}"
_X = re.compile(rf"(?:{_OTHERS}){_BAR}(?P<a>x)(?![^\W_])|(?<![^\W_])(?P<b>x){_BAR}(?:{_OTHERS})")


def find(page: Page) -> Iterator[Found]:
    """Shows that somebody talks to or that a channel airs; `Facebook X WhatsApp`."""
    for match in _SHOW.finditer(page.reading):
        if match["talk"] or match["air"]:
            rule = known.RULES["quoted"].name
            yield Found(*match.span("name"), "OUTLET", rule, kind="outlet", weight=4)
    for match in _X.finditer(page.reading):
        span = match.span(match.lastgroup or "a")
        yield Found(*span, "OUTLET", known.RULES["told"].name, "X (social network)", "outlet", weight=1)

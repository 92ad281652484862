"""Where a pattern matched: the tokens in its slots, the page's day, and what stands before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from musnad.stages.times.calendar import Now
from musnad.stages.times.tense import AHEAD, tense
from musnad.stages.times.tokens import Token, Window

__all__ = ["Place"]

_DIRECTION = {"past": -1, "preceding": -1, "current": 0, "running": 0, "next": 1, "following": 1}


@dataclass(frozen=True)
class Place:
    """What a value function sees. `last` is the value of the time told last before this one;
    `names` is where `اليوم` ends a name."""

    now: Now
    match: re.Match[str]
    groups: Mapping[str, tuple[int, ...]]
    window: Window
    reading: str
    last: str | None
    names: frozenset[int]

    def get(self, slot: str) -> Token | None:
        """The token in a slot; None where the pattern has no such slot or left it empty."""
        for group in self.groups.get(slot, ()):
            if self.match.start(group) >= 0:
                return self.window.tokens[self.match.start(group)]
        return None

    @property
    def before(self) -> str:
        """The slot of the token before the match."""
        return self.window.tokens[self.match.start() - 1].slot if self.match.start() else ""

    @property
    def before_that(self) -> str:
        """The slot of the last token but one before the match."""
        return self.window.tokens[self.match.start() - 2].slot if self.match.start() > 1 else ""

    @property
    def after(self) -> str:
        """The slot of the token after the match."""
        end = self.match.end()
        return self.window.tokens[end].slot if end < len(self.window.tokens) else ""

    def has(self, *slots: str) -> bool:
        return any(self.get(slot) is not None for slot in slots)

    def direction(self, slot: str = "adjective") -> int | None:
        """-1 for what is past, 0 for what runs, 1 for what comes; 2 and -2 for `بعد المقبل`, `قبل الماضي`."""
        token = self.get(slot)
        if token is None:
            return None
        way = _DIRECTION[token.slot]
        start = self.match.start()
        index = next(i for i in range(start, self.match.end()) if self.window.tokens[i] is token)
        # `الأسبوع بعد المقبل`, `الشهر قبل الماضي`
        beyond = index > start and self.window.tokens[index - 1].slot in ("before", "after")
        return way * 2 if beyond else way

    @property
    def step(self) -> int:
        """How far from the time told last: 0 for `نفسه`, 1 for `التالي`, -1 for `السابق`."""
        token = self.get("order")
        return 0 if token is None else _DIRECTION[token.slot]

    @property
    def span(self) -> tuple[int, int]:
        """The match in the reading."""
        tokens = self.window.tokens
        return tokens[self.match.start()].start, tokens[self.match.end() - 1].end

    @property
    def line_before(self) -> str:
        """The line's words before the match."""
        start = self.span[0]
        return self.reading[self.reading.rfind("\n", 0, start) + 1 : start]

    @property
    def line(self) -> str:
        """The line that the match stands in."""
        return self.line_before + self.reading[self.span[0] :].partition("\n")[0]

    @property
    def at_end(self) -> bool:
        """Whether the end of a month, quarter or year is told: `نهاية أيلول`, `آخر الشهر`."""
        return self.has("edge_end", "latest")

    @cached_property
    def tense(self) -> int:
        """How the sentence tells this time: `tense.PAST`, `PRESENT`, `AHEAD` or `UNTOLD`."""
        return tense(self.reading, *self.span)

    @property
    def future(self) -> bool:
        """Whether the sentence speaks of what is to come."""
        return self.tense == AHEAD

    @cached_property
    def comes(self) -> bool:
        """Whether what happens within this amount of time is to come."""
        return tense(self.reading, *self.span, point=False) == AHEAD

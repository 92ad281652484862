"""Embassies and consulates of a state by its name: `سفارة بيرقاد`, `قنصلية بيرقاد في حلب`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.words import Page

__all__ = ["find"]

_HEAD = re.compile(
    r"(?<![^\W_])[وفبلك]?(?P<head>سفاره|قنصليه|القنصليه العامه ل|قنصليه عامه ل) ?(?:جمهوريه |دوله |مملكه )?"
)
_ENGLISH = {"سفاره": "Embassy of {}"}


def find(page: Page, places: Mapping[int, Found]) -> Iterator[Found]:
    """Embassies of a known state; `places` are the names found so far that are no persons, by their start."""
    for match in _HEAD.finditer(page.reading):
        state = places.get(match.end())
        if state is None or state.type != "GPE" or not state.rule.startswith("names/states"):
            continue
        pattern = _ENGLISH.get(match["head"], "Consulate of {}")
        entity = pattern.format(state.entity)
        rule = known.RULES["embassy"].name
        yield Found(match.start("head"), state.end, "ORG", rule, entity, kind="official_body", weight=2)

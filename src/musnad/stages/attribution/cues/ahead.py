"""Whether what a cue governs can stand ahead of it at all."""

from __future__ import annotations

from functools import cache

from musnad.stages.attribution.page.government import PREPOSITIONS, Governs
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import COMMAS, THATS

__all__ = ["nothing_ahead"]


def nothing_ahead(scene: Scene, i: int, hi: int, takes: Governs) -> bool:
    """Whether the cue at i wants an أن, a quotation, a colon, a preposition or a feeling and its sentence has none, so
    that none need ask who speaks: `يشهد السوق ركودا`, `قدم كتابه`. Behind a comma or كما it may tell of what stands
    before it."""
    if scene.text(i - 1) in COMMAS or scene.text(i - 1).endswith("كما"):
        return False
    wants = takes.alone | takes.soft
    more = takes.hearer == "obj" or takes.direct or takes.renews or takes.relays
    if more or not (takes.feels or wants <= _TOLD):
        return False
    ahead = range(i + 1, hi + 1)
    if takes.feels:
        return not any(scene.text(j) in _MARKS or j in scene.feelings for j in ahead)
    words, joined = _spelt(wants)
    return not any(scene.text(j) in words or scene.text(j)[:1] in joined for j in ahead)


_TOLD = frozenset({"أن", "quote", "colon", "ب", "ل", *PREPOSITIONS.values()})
_MARKS = THATS | frozenset(":(") | frozenset(OPENING)  # a bracket may stand for a quotation mark


@cache
def _spelt(wants: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words that may open what a cue wants, and the letters of prepositions that are written on a word."""
    return _MARKS | {word for word, told in PREPOSITIONS.items() if told in wants}, wants & {"ب", "ل"}

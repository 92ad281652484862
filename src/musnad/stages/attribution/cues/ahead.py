"""Whether what a cue governs can stand ahead of it at all."""

from __future__ import annotations

from musnad.stages.attribution.page.government import Governs
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import COMMAS, THATS

__all__ = ["nothing_ahead"]


def nothing_ahead(scene: Scene, i: int, hi: int, takes: Governs) -> bool:
    """Whether the cue at i wants an أن, a quotation, a colon or a feeling and its sentence has none, so that none need
    ask who speaks: `يشهد السوق ركودا`, `قدم كتابه`. Behind a comma or كما it may tell of what stands before it."""
    if scene.text(i - 1) in COMMAS or scene.text(i - 1).endswith("كما"):
        return False
    more = takes.hearer == "obj" or takes.direct or takes.renews or takes.relays
    if more or not (takes.feels or (takes.alone | takes.soft) <= _MARKED):
        return False
    ahead = range(i + 1, hi + 1)
    return not any(scene.text(j) in _MARKS for j in ahead) and not (
        takes.feels and any(j in scene.feelings for j in ahead)
    )


_MARKED = frozenset({"أن", "quote", "colon"})

_MARKS = THATS | frozenset(":(") | frozenset(OPENING)  # a bracket may stand for a quotation mark

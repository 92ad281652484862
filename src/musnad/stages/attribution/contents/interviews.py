"""An interview's answers: what stands in a later sentence of one is told by whoever answers."""

from __future__ import annotations

from musnad.stages.attribution.chains.pointing import CONTINUES
from musnad.stages.attribution.cues.openings import Opening, answers
from musnad.stages.attribution.page.scene import Scene

__all__ = ["in_answer", "interviewed"]


def interviewed(scene: Scene, opening: Opening, lo: int, hi: int) -> bool:
    """`الراعي: …`: a person, and no capital of which a list tells."""
    named = scene.mentions.get(opening.source.first) if opening.source else None
    return opening.way == "colon" and named is not None and named[1].type == "PER" and answers(scene, lo, hi)


def in_answer(scene: Scene, opening: Opening, lo: int) -> bool:
    """Whether whoever is interviewed tells of it: in a later sentence of an answer, and no `وأضافت` of the page."""
    later = opening.at >= scene.sentence_end(lo)
    return later and not (opening.source is None and opening.row["lemma"] in CONTINUES)

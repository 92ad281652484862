"""Who acts in a clause: the first phrase of it that can."""

from __future__ import annotations

from musnad.stages.attribution.phrases import noun_phrase
from musnad.stages.attribution.scene import Place, Scene
from musnad.stages.attribution.words import role

__all__ = ["doer"]


def doer(scene: Scene, lo: int, at: int) -> Place | None:
    """The first phrase of a clause that can act or speak: the subject of its verb."""
    turn = next((k + 1 for k in range(at - 1, lo, -1) if scene.text(k) in {"لكن", "ولكن", "فيما", "بينما", "غير"}), lo)
    for i in range(turn, at):
        known = i in scene.mentions and scene.mentions[i][1].type in ("PER", "ORG", "GPE")
        if (i in scene.heads or known) and role(scene.text(i - 1)) not in ("preposition", "place"):
            end = noun_phrase(scene, i, at)
            if end > i:
                return Place(i, end)
    return None

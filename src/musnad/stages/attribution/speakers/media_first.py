"""A medium between a verb and its subject: `قال [في تصريح لـ«الضفة»] وزير النقل إن`."""

from __future__ import annotations

from musnad.stages.attribution.cues.manner import front_end, how_said, speaker_at
from musnad.stages.attribution.page.government import Governs
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS
from musnad.stages.attribution.speakers.carriers import Walk, carrier

__all__ = ["past_medium"]


def past_medium(scene: Scene, k: int, hi: int, takes: Governs) -> tuple[int, tuple[Place, ...]] | None:
    """Past a medium and its outlet at k, with that outlet, where a speaker stands behind them; else None."""
    if scene.text(k) not in {"في", "خلال", "عبر", "ضمن"} or scene.text(k) in takes.prepositions:
        return None
    walk = Walk(k)
    while walk.k < hi and walk.k - k < _LONGEST and scene.text(walk.k) not in COMMAS:
        past = walk.k
        if (how := how_said(scene, past)) > 0:
            walk.k += how
        elif not carrier(scene, walk, hi):
            break
    if walk.k == k or walk.after:
        return None
    end = max(walk.k, front_end(scene, k))
    end += scene.text(end) in _WHICH and scene.text(end - 1).endswith(("ه", "ها"))  # `في تقريره الأخير`
    speaks = speaker_at(scene, k, end, told=takes.hearer == "obj")
    return (speaks, tuple(walk.before)) if speaks > k else None


_WHICH = frozenset("الاخير الاخيره الجديد الجديده السنوي السنويه".split())
_LONGEST = 16  # words of a medium, its outlet and their adjectives

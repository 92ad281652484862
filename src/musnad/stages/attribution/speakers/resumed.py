"""Between a verb and its subject or object, what takes up what was told before: `خلالها`, `في الوقت ذاته`."""

from __future__ import annotations

from musnad.stages.attribution.cues.manner import how_said
from musnad.stages.attribution.nouns.phrase_starts import starts_phrase
from musnad.stages.attribution.page.scene import Scene

__all__ = ["taken_up"]


def taken_up(scene: Scene, k: int) -> int:
    """How many words at k do so: `الجولة التي أشاد خلالها الوالي`, `ونفى في الوقت ذاته وجود خلاف`; 0 for none."""
    if scene.text(k) in _RESUMED and starts_phrase(scene, k + 1):
        return 1
    return how_said(scene, k) if scene.text(k) in {"في", "بشكل", "بصوره"} else 0


_RESUMED = frozenset("خلالها خلاله فيها فيه عنها عنه عنهم".split())

"""A speaker's own words with no mark before them: `قال نحن نعمل ليلا`, `قائلا رأيت السيارة`."""

from __future__ import annotations

from musnad.stages.attribution.scene import Scene
from musnad.stages.attribution.words import finite

__all__ = ["unmarked"]


def unmarked(scene: Scene, k: int) -> bool:
    """`قال نحن نعمل ليلا`, `وقال المدير لم ننته بعد`: a speaker's own words with no mark before them."""
    denied = scene.text(k) in _NOT and finite(scene, k + 1)
    return denied or (scene.text(k) in _OURS and scene.text(k + 1).isalpha())


_NOT = frozenset("لا لم لن".split())
_OURS = frozenset(
    "نحن لقد هناك سوف لدينا لسنا هدفنا نعم نتمني نامل نسعي نعمل كنا كنت رايت رايتها رايته سمعت وجدت شعرت انا لدي "
    "لست اتمني اعتقد احب اشعر وجدنا راينا شعرنا سمعنا نريد نحتاج".split()
)

"""A body that the page has called in full and calls by its noun alone: `اللجنة`, `الشركة`."""

from __future__ import annotations

from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import everyday, role
from musnad.stages.attribution.transmitters.kinds import link

__all__ = ["told_whole"]

_TRADED = ("شركة", "مجموعة", "مؤسسة")


def told_whole(scene: Scene, form: str, source: Place) -> str | None:
    """`اللجنة` behind `لجنة المسابقات الرياضية`: as the page called it in full, nearest first."""
    for i in range(source.first - 1, -1, -1):
        named = form in _TRADED and _own_name(scene, i + 1)  # `شركة دانات العقارية`
        if (named or scene.text(i + 1).startswith("ال")) and any(
            hit.row["form"] == form for hit in scene.heads.get(i, ())
        ):
            words = range(i + 1 + named, i + 6)
            end = next(
                (j for j in words if not scene.text(j).startswith(("ال", "وال")) or role(scene.text(j))),
                i,
            )
            named = any(j in scene.mentions for j in range(i, end))
            if end > i + 1 and not named and not scene.text(i).startswith("ال"):
                return link(scene, Place(i, end)).entity
    return None


def _own_name(scene: Scene, i: int) -> bool:
    word = scene.text(i)
    return (
        len(word) > 3
        and word.isalpha()
        and word[0] not in "لبو"
        and not (role(word) or everyday(word) or i in scene.heads)
    )

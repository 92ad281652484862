"""Words that no list has: what a name is that nobody knew of."""

from __future__ import annotations

from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import everyday, role

__all__ = ["unheard_of"]


def unheard_of(scene: Scene, i: int, *, article: bool = False) -> bool:
    """`ميرو`, `بكتاني`, `داريوا`: a plain word at token i that no list has, in no name so far, and no feminine noun or
    accusative by its ending. `article`: one with it may be a family's name (`الحوشان`)."""
    word = scene.text(i).removeprefix("ال") if article else scene.text(i)
    if not word.isalpha() or len(word) < 3 or scene.written(i).endswith(("ة", "اً", "ًا")):
        return False
    listed = i in scene.heads or i in scene.forms or i in scene.nations or i in scene.media
    return not (listed or scene.in_name(i) or scene.in_time(i) or role(scene.text(i)) or everyday(word))

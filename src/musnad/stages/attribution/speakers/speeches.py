"""Whose the words are: `واختتم حديثه قائلا:`, `مصنع أعلنت إدارته إفلاسه`."""

from __future__ import annotations

from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.page.government import Governs
from musnad.stages.attribution.page.scene import Place, Scene

__all__ = ["own_speech", "owner_behind"]

_SPEAKS_ON = ("ختم", "اختتم", "أنهى", "أكمل", "استهلّ", "تابع", "واصل", "استأنف", "استطرد", "بدأ")


def own_speech(scene: Scene, k: int, lemma: str) -> bool:
    """`واختتم [حديثه] قائلا:`, `ختم الكاتب [مقاله] بأن`: whether token k is the speech of whoever the verb is of."""
    if lemma not in _SPEAKS_ON or k >= len(scene.tokens) or scene.in_name(k):
        return False
    people = any(hit.row["kind"] != "document" for hit in scene.heads.get(k, ()))  # `واختتم رئيسها اللقاء`
    return scene.written(k).endswith(("ه", "ها", "هم")) and not people


def owner_behind(scene: Scene, before: Place, i: int, k: int, takes: Governs) -> bool:
    """`اشتعلت النار في مصنع أعلنت إدارته إفلاسه`: behind the verb those whom the bare noun before it has."""
    bare = before.last == i and not scene.text(before.first).startswith("ال") and before.first not in scene.mentions
    theirs = scene.written(k).endswith(("ه", "ها", "هم")) and k not in scene.mentions
    return takes.hearer != "obj" and bare and theirs and can_speak(scene, k, k + 1)

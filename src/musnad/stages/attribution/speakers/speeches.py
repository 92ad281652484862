"""Whose the words are: `واختتم حديثه قائلا:`, `كلمة سعيد بدر، أشاد فيها ب`, `مصنع أعلنت إدارته إفلاسه`."""

from __future__ import annotations

from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.government import Governs
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS

__all__ = ["in_whose_words", "own_speech", "owner_behind"]

_SPEAKS_ON = ("ختم", "اختتم", "أنهى", "أكمل", "استهلّ", "تابع", "واصل", "استأنف", "استطرد", "بدأ")


def own_speech(scene: Scene, k: int, lemma: str) -> bool:
    """`واختتم [حديثه] قائلا:`, `ختم الكاتب [مقاله] بأن`: whether token k is the speech of whoever the verb is of."""
    if lemma not in _SPEAKS_ON or k >= len(scene.tokens) or scene.in_name(k):
        return False
    people = any(hit.row["kind"] != "document" for hit in scene.heads.get(k, ()))  # `واختتم رئيسها اللقاء`
    return scene.written(k).endswith(("ه", "ها", "هم")) and not people


def in_whose_words(scene: Scene, i: int, lo: int) -> Place | None:
    """`تخلل الحفل كلمة سعيد بدر مدير المصنع، أشاد فيها ب`: whose speech stands right before the comma."""
    if scene.text(i + 1) not in _IN_IT or scene.text(i - 1) not in COMMAS:
        return None
    for k in range(i - 2, max(lo, i - _OWNER) - 1, -1):
        if scene.text(k) in COMMAS:
            return None
        if scene.text(k) in _SPEECHES:
            end = noun_phrase(scene, k + 1, i - 1)
            owner = Place(k + 1, end)
            return owner if end == i - 1 and scene.names_in(owner, "PER") and can_speak(scene, *owner) else None
    return None


_IN_IT = frozenset("فيها فيه خلالها خلاله".split())
_SPEECHES = frozenset("كلمه خطاب محاضره رساله مداخله خطبه كلمات تصريح بيان".split())
_OWNER = 14  # words of whose speech it is


def owner_behind(scene: Scene, before: Place, i: int, k: int, takes: Governs) -> bool:
    """`اشتعلت النار في مصنع أعلنت إدارته إفلاسه`: behind the verb those whom the bare noun before it has."""
    bare = before.last == i and not scene.text(before.first).startswith("ال") and before.first not in scene.mentions
    theirs = scene.written(k).endswith(("ه", "ها", "هم")) and k not in scene.mentions
    return takes.hearer != "obj" and bare and theirs and can_speak(scene, k, k + 1)

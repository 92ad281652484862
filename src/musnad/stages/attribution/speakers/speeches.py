"""What somebody ends or goes on with (`واختتم حديثه قائلا:`, `وتابع كلامه:`) has not spoken itself."""

from __future__ import annotations

from musnad.stages.attribution.page.scene import Scene

__all__ = ["own_speech"]

_SPEAKS_ON = ("ختم", "اختتم", "أنهى", "أكمل", "استهلّ", "تابع", "واصل", "استأنف", "استطرد", "بدأ")


def own_speech(scene: Scene, k: int, lemma: str) -> bool:
    """`واختتم [حديثه] قائلا:`, `ختم الكاتب [مقاله] بأن`: whether token k is the speech of whoever the verb is of."""
    if lemma not in _SPEAKS_ON or k >= len(scene.tokens) or scene.in_name(k):
        return False
    people = any(hit.row["kind"] != "document" for hit in scene.heads.get(k, ()))  # `واختتم رئيسها اللقاء`
    return scene.written(k).endswith(("ه", "ها", "هم")) and not people

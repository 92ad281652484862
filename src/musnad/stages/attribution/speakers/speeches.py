"""What somebody ends or goes on with (`واختتم حديثه قائلا:`, `وتابع كلامه:`) has not spoken itself; in whose speech
something is said (`كلمة سعيد بدر، أشاد فيها ب`)."""

from __future__ import annotations

from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS

__all__ = ["in_it", "in_whose_words", "own_speech"]

_SPEAKS_ON = ("ختم", "اختتم", "أنهى", "أكمل", "استهلّ", "تابع", "واصل", "استأنف", "استطرد", "بدأ")


def own_speech(scene: Scene, k: int, lemma: str) -> bool:
    """`واختتم [حديثه] قائلا:`, `ختم الكاتب [مقاله] بأن`: whether token k is the speech of whoever the verb is of."""
    if lemma not in _SPEAKS_ON or k >= len(scene.tokens) or scene.in_name(k):
        return False
    people = any(hit.row["kind"] != "document" for hit in scene.heads.get(k, ()))  # `واختتم رئيسها اللقاء`
    return scene.written(k).endswith(("ه", "ها", "هم")) and not people


def in_whose_words(scene: Scene, i: int, lo: int) -> Place | None:
    """`تخلل الحفل كلمة سعيد بدر مدير المصنع، أشاد فيها ب`, `تلقى القسم بلاغا من المواطن سامي الراوي، قال فيه`: whose
    speech, or from whom it is, stands right before the comma."""
    if scene.text(i + 1) not in _IN_IT or scene.text(i - 1) not in COMMAS:
        return None
    for k in range(i - 2, max(lo, i - _OWNER) - 1, -1):
        if scene.text(k) in COMMAS:
            return None
        if scene.text(k) in _SPEECHES:
            first = k + 1 + (scene.text(k + 1) == "من")
            owner = Place(first, noun_phrase(scene, first, i - 1))
            person = any(hit.row["class"] == "person" for hit in scene.heads.get(first, ()))
            whole = owner.last == i - 1 and (scene.names_in(owner, "PER") or (person and first > k + 1))
            return owner if whole and can_speak(scene, *owner) else None
    return None


_IN_IT = frozenset("فيها فيه خلالها خلاله".split())
_SPEECHES = frozenset(
    "كلمه خطاب خطابا محاضره رساله مداخله خطبه كلمات تصريح تصريحا بيان بيانا احاطه بلاغ بلاغا شكوي شهاده مذكره برقيه "
    "تقرير تقريرا".split()
)
_OWNER = 14  # words of whose speech it is


def in_it(scene: Scene, k: int) -> bool:
    """`(بيانا قالت) فيه`, `(دراسة توقعت) من خلالها`"""
    through = scene.text(k) == "من" and scene.text(k + 1) in {"خلاله", "خلالها"}
    return through or scene.text(k) in {"فيه", "فيها"}

"""A negation with a term: `لا قمة قبل إطلاق الأسرى` is a condition, and not `قبل نهاية العام`."""

from __future__ import annotations

from musnad.stages.attribution.page.scene import Place, Scene
from musnad.verbs import verb

__all__ = ["not_before"]


def not_before(scene: Scene, whole: Place) -> bool:
    """`لا قمة قبل إطلاق الأسرى`, `لن … إلا بعد`: a negation with a term is a condition."""
    if scene.text(whole.first) != "لا" and all(scene.text(whole.first + k) != "لن" for k in range(6)):
        return False
    words = [scene.text(i) for i in range(whole.first, whole.last)]
    noun = scene.written(whole.first + 1).endswith("ة") or verb("".join(words[1:2])) is None
    if not (words[:1] == ["لا"] and noun) and "لن" not in words[:6]:
        return False
    for k, word in enumerate(words[:-1]):
        if word in _WITHOUT and k > 1:
            return True  # `لا جولة ثانية من دون إطلاق المحتجزين`
        if word == "الا" and "لن" in words[:k] and words[k + 1][:1] == "ب" and len(words[k + 1]) > 3:
            return True  # `لن يمر إلا بموافقة …`
        if word == "قبل" and not _dated(scene, whole.first + k + 1):
            return True
    return False


_WITHOUT = frozenset("دون بدون بلا".split())


def _dated(scene: Scene, i: int) -> bool:
    """`قبل نهاية العام`, `قبل مرور 5 سنوات`, `قبل الانتخابات`: a day that comes by itself is no condition."""
    return i in scene.times or scene.text(i) in _DATES or scene.text(i).isdigit()


_DATES = frozenset(
    "يوم نهايه متم موفي اواخر اخر مطلع بدايه منتصف حلول العام السنه الشهر الاسبوع الغد عام شهر مرور انقضاء انتهاء"
    " الانتخابات انتخابات الصيف الشتاء الربيع الخريف الشوط عطله العيد عيد رمضان سنه سنوات اشهر اسابيع ايام".split()
)

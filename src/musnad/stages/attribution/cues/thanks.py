"""Feelings and thanks that somebody voices: `أبدى المدافع ارتياحه`, `رفع الوزير أسمى آيات الشكر`."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import COMMAS, role

__all__ = ["THANKS", "before_feeling", "thanking", "thanks_ahead", "thanks_at", "thanks_in_full"]


def before_feeling(scene: Scene, k: int, end: int) -> int:
    """`أبدى المدافع كوستوف ارتياحه للاتفاق`: a subject at k ends before what is felt, whatever its last words are; a
    title between commas is his (`أبدى سليم الناجي، مدرب الفريق، سعادته`)."""
    titled = False
    for j in range(k + 1, min(k + 14, len(scene.tokens))):
        if scene.text(j) in COMMAS:
            if thanks_at(scene, j + 1):
                return j
            if titled:
                return end
            titled = True
        elif role(scene.text(j)) in ("preposition", "relative", "conjunction"):
            return end
        if voiced(scene, j) and scene.text(j - 1) not in COMMAS:
            return j
        if thanks_in_full(scene, j) and scene.text(j - 1) not in COMMAS:
            return j  # `رفع الوزير الشكر للأمير`, `رفع الوزير أسمى آيات الشكر`
    return end


def voiced(scene: Scene, k: int) -> bool:
    """`سعادته`, `عدم رضا`: a feeling of somebody's own at token k."""
    return k in scene.feelings and (scene.text(k) == "عدم" or scene.written(k).endswith(("ه", "ها", "هم", "هما")))


def thanks_at(scene: Scene, k: int) -> bool:
    """`رفع الشكر`, `أبدى أسفه`: thanks in full or a feeling of somebody's own at token k."""
    return voiced(scene, k) or thanks_in_full(scene, k)


def thanks_in_full(scene: Scene, k: int) -> bool:
    """`الشكر`, `أسمى آيات الشكر`, `خالص شكره`: thanks at token k."""
    return scene.text(k) in _IN_FULL and (scene.text(k)[:2] == "ال" or scene.text(k + 1) in _PRAISE)


def thanking(scene: Scene, start: int, row: Mapping[str, str]) -> bool:
    """`قدّم الأمير شكره للوزير`, `رفع تهانيه`: thanks or wishes offered; not `قدّم دعمه`, `رفع البنك توقعاته`."""
    k = scene.index(start)
    of_others = scene.text(k) in {"تعازي", "تهاني"} and scene.text(k + 1).startswith("ال")  # `قدم الوفد تعازي القيادة`
    return row["lemma"] not in ("قدّم", "رفع") or (_offered(scene, k) and not of_others)


def _offered(scene: Scene, k: int) -> bool:
    """`شكره`, `الشكر`, `خالص التهاني`: whether thanks or wishes begin at token k."""
    return scene.text(k).startswith(_THANKS) or scene.text(k) in _IN_FULL


def thanks_ahead(scene: Scene, i: int) -> bool:
    """Whether behind token i and somebody's words his thanks stand: `المدير شكره`."""
    j = before_feeling(scene, i, i)
    return j > i and _offered(scene, j)


THANKS = frozenset("الشكر التهاني التهنئه التعازي التقدير الامتنان العرفان التحيه التحيات".split())
_IN_FULL = THANKS | frozenset("اسمي ايات خالص جزيل عظيم اصدق احر وافر بالغ ارق".split())
_PRAISE = frozenset("ايات الشكر التهاني التعازي التقدير شكره تهانيه تعازيه شكرها شكرهم عبارات معاني".split())
_THANKS = tuple("شكر تهنئ تهاني تعازي تعزيت امتنان تقدير مواسات".split())  # with a pronoun behind: `شكره`

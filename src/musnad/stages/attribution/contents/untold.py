"""What the page says was not said: `، ولم يذكر المصدر`, `، دون الكشف عن`, `، ولم يتسن التحقق`."""

from __future__ import annotations

from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import COMMAS

__all__ = ["HOWEVER", "untold"]

HOWEVER = frozenset("لكن لكنه لكنها لكنهم ولكن ولكنه ولكنها".split())

# Verbs and nouns of what a speaker leaves out: `لكنه لم يذكر تفاصيل`, `، دون الكشف عن`.
_DISCLOSES = frozenset("ذكر شير حدد وضح كشف عط فصح شر قدم دل سم ورد خض تطرق فصل بين حض علق".split())

_DISCLOSURE = frozenset("ذكر تحديد توضيح الكشف اعطاء تقديم الافصاح الخوض ايراد مزيد المزيد الاشاره تسميه".split())


def untold(scene: Scene, i: int) -> bool:
    """`، ولم يذكر المصدر`, `، لكنه لم يحدد موعدا`, `، دون الكشف عن`: what the page says was not said."""
    word, closed = scene.text(i), scene.text(i - 1) in COMMAS
    if word in {"دون", "بدون"} or (word == "من" and scene.text(i + 1) == "دون"):
        k = i + 1 + (word == "من")
        neither = scene.text(k + 1)[1:] in _NEITHER  # `من دون أن تستبعد العمد`
        neither = neither or (scene.text(k + 1)[1:] == "اتي" and scene.text(k + 3) == "ذكر")  # `أن يأتي على ذكره`
        silent = scene.text(k) == "ان" and (neither or _discloses(scene.text(k + 1)) or _unconfirmed(scene, k + 1))
        return closed and (scene.text(k) in _DISCLOSURE or silent)
    k = i + (word in {"فيما", "بينما"}) + 2 * (word == "في" and scene.text(i + 1) == "حين")
    if closed and scene.text(k) in {"لم", "ولم"} and _unchecked(scene, k + 1):
        return True  # `، ولم يتسن التحقق`, `، فيما لم يصدر تعليق`
    if closed and word == "وان" and scene.text(i + 1) == "لم" and _we_found(scene.text(i + 2)):
        return True  # `، وإن لم نجد عقدا يثبت هذا`
    if word == "لم" and scene.text(i + 1) in _GRANTED:
        return True  # `خبرا عن انهيار الجسر لم يتسن التأكد منه`
    if closed and word in {"ورفض", "ورفضت", "ورفضوا", "وامتنع", "وامتنعت", "رافضا", "رافضه"}:
        return any(scene.text(j) == "التعليق" for j in range(i + 1, i + 6))
    k = i + 1 if word in HOWEVER else i
    if scene.text(k) not in {"لم", "ولم"} or not _discloses(scene.text(k + 1)):
        return False
    return k > i or (word == "ولم" and (closed or k + 2 in scene.anaphors))


def _we_found(word: str) -> bool:
    """`نعثر`, `نجد`, `نتمكن`: what whoever writes the page looked for."""
    return word in _FINDS or word in _GRANTED


_FINDS = frozenset("نعثر نجد نتمكن نستطع نتوصل نحصل نتاكد نتحقق نتلق تتمكن".split())


def _unconfirmed(scene: Scene, i: int) -> bool:
    """`دون أن يصدر تأكيد رسمي`, `دون أن يتسنى التحقق`"""
    return scene.text(i) in _ISSUED and any(scene.text(j).removeprefix("ال") in _WORD for j in range(i + 1, i + 4))


_NEITHER = frozenset("ستبعد نفي وكد".split())

_ISSUED = frozenset("يصدر تصدر يرد ترد يتسني".split())

_WORD = frozenset("تاكيد تعليق تعقيب نفي رد بيان توضيح تحقق".split())

_GRANTED = frozenset("يتسن يتسنن".split())

_UNCHECKED = frozenset("يصدر تصدر يعلق تعلق يرد ترد يتضح تتضح".split())

_CHECKING = frozenset("التحقق التاكد التثبت الحصول الوصول التواصل الاتصال".split())


def _unchecked(scene: Scene, i: int) -> bool:
    """`يتسن التحقق`, `يصدر تعليق`, `تتمكن الوكالة من التحقق`; but `لم يتمكن من تفادي الشاحنة`."""
    if scene.text(i) in {"يتمكن", "تتمكن", "نتمكن"}:
        return any(scene.text(j) in _CHECKING for j in range(i + 1, i + 5))
    return scene.text(i) in _UNCHECKED | _GRANTED


def _discloses(word: str) -> bool:
    """`يذكر`, `توضح`, `يدلوا`: a present of disclosure."""
    return word[:1] in "يت" and any(word[1:] in (stem, stem + "وا", stem + "ي") for stem in _DISCLOSES)

"""Where a form that is a verb and a noun is the noun: `وهو أمر`, `يعتزم طلب التأشيرة`, `عقب عرض الفيلم`."""

from __future__ import annotations

from musnad.doc import Hit
from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import is_that, role, without_and
from musnad.verbs import verb

__all__ = ["OF_VIEWS", "a_noun"]


def a_noun(scene: Scene, i: int, hit: Hit) -> bool:
    """`وهو أمر`, `يعتزم طلب التأشيرة`: right behind a pronoun or another verb a form that is a noun too is the noun."""
    before, ahead = scene.text(i - 1), scene.text(i + 1)
    if without_and(before) in _ALL_HOPE:
        return True  # `وكلي أمل وثقة بأن`
    if (
        hit.row["form"] == "رأى"
        and (ahead in {":", "اخر", "مختلف", "مغاير"} or before in OF_VIEWS)
        and scene.written(i).endswith("ي")
    ):
        return True  # `رأي: ماذا يريد الجيران؟`: a label; `مقال رأي`
    if hit.row["form"] == "شجب" and ahead.startswith("ال") and not can_speak(scene, i + 1, i + 2):
        return True  # `وإدانة الهجمات وشجب التعسف`
    if (
        hit.row["form"] == "كشف"
        and scene.text(i) == "كشف"
        and ahead.startswith("ال")
        and not can_speak(scene, i + 1, i + 2)
    ):
        free = role(before) or scene.in_name(i - 1) or scene.in_time(i - 1) or before.startswith("ال")
        return before.isalpha() and not free  # `أجهزة كشف المعادن`
    if hit.row["class"] == "perfect" and before.removeprefix("و") in _MAY and hit.start == scene.tokens[i].start:
        return True  # `لا يمكن وصف المدير بأنه محايد`
    if not hit.row.get("risk") or hit.row["class"] != "perfect":
        return False
    if hit.row["lemma"] == "ثمّن" and any(scene.text(j).lstrip("وس")[-3:] == "دفع" for j in range(i - 3, i)):
        return True  # `دفعوا ثمن الخطأ`
    if hit.row["form"] == "أمر" and ahead.endswith("ي") and len(ahead) > 3:
        whom = i + 1 in scene.mentions or any(h.end == scene.tokens[i + 1].end for h in scene.heads.get(i + 1, ()))
        if not whom:
            return True  # `صدر أمر ملكي بإنشاء`, `أمر طبيعي`
    if hit.row["form"] == "أمر" and before.endswith(("انه", "هذا", "لكنه", "ذلك")):
        return True  # `إنه أمر جدير بالشكر`
    if hit.row["form"] == "شكر" and before in _OF_THANKS:
        return True  # `خطاب شكر على جهوده`
    if before in _OF_ANY or (before in {"حال", "حاله"} and scene.text(i - 2) in {"في", "وفي"}):
        return True  # `بأي أمر`, `عقب عرض الفيلم`
    if before in {"ان", "بان", "لان"} and is_that(scene, i - 1):
        done = any(without_and(scene.text(j)) == "سبق" for j in range(max(0, i - 10), i - 1))
        if not done:  # but `سبق للوزير أن حذر من`
            return True  # `قال إن رفض الخطة خطأ`
    if hit.start == scene.tokens[i].start and hit.row["gender"] == "m" and before in _OF_WHAT:
        return True  # `عمليات بحث مضنية`, `مذكرة رفض`
    free = before.startswith(("ال", "لل"))  # `مدير التحرير حذر`, `شقيق الضحية حذر`
    if hit.start == scene.tokens[i].start and not free and deed(before.lstrip("ل")) is not None:
        return True  # `لتقديم طلب التأشيرة`
    other = verb(before) if not scene.written(i - 1).endswith("ة") else None
    return before in {"هو", "هي", "وهو", "وهي", "فهو", "فهي"} or (
        other is not None and not other.alike and not role(before) and not scene.in_name(i - 1)
    )


_ALL_HOPE = frozenset("كلي كلنا كله كلها كلهم".split())


_OF_THANKS = frozenset("خطاب خطابات شهاده شهادات كلمه كلمات رساله رسائل برقيه برقيات درع دروع حفل واجب عبارات".split())

_OF_WHAT = frozenset("عمليات عمليه فرق فرقه لجان لجنه حمله حملات مذكره ورقه استماره نموذج غرفه وحده اجهزه".split())

OF_VIEWS = frozenset("مقال مقاله مقالات استطلاع استطلاعات صفحه صفحات عمود كاتب كتاب قاده قضيه".split())

_OF_ANY = frozenset("اي باي لاي واي كل عقب".split())

_MAY = frozenset("تم يتم تتم سيتم جري يجري تجري يمكن يمكنه يمكنها يمكننا يجب يجوز يصعب يسهل ينبغي يستحيل يتعذر".split())

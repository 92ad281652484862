"""What a negation denies, and where it denies nothing: `لا شك`, `لا يزال`, `لا يقل عن`, `في التوزيع لا في الإنتاج`."""

from __future__ import annotations

from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import is_that, role
from musnad.text import fold

__all__ = ["IS_NOT", "LEST", "MEASURES", "NEGATIONS", "all_but", "asserts", "set_against", "still"]

LEST = frozenset({"ألا", "ألّا", "بألا", "بألّا"})
# Negations, with the tense that the verb behind them has.
NEGATIONS = {"لم": "perfect", "لن": "future", "لا": "imperfect", "ما": "perfect", "ولم": "perfect", "ولن": "future"}
IS_NOT = frozenset("ليس ليست ليسوا لسنا لست ليسا".split())
_NO_DOUBT = frozenset("شك ريب جدال بد سيما محاله".split())


def asserts(scene: Scene, i: int, last: int) -> bool:
    """Whether what stands at i behind `لا` makes it an assertion: `لا شك`, `لا خلاف على أن …`."""
    return scene.text(i) in _NO_DOUBT or _agreed(scene, i, last)


def _agreed(scene: Scene, i: int, last: int) -> bool:
    """`لا خلاف على أن …`, where `لا خلاف مع الجيران` denies one."""
    return scene.text(i) == "خلاف" and any(
        scene.text(k) in {"ان", "انه", "انها"} for k in range(i + 1, min(i + 3, last))
    )


def set_against(scene: Scene, i: int) -> bool:
    """`في التوزيع لا في الاستيراد`, `اختبار للقضاء لا للمتهم`: `لا` sets one phrase against another, or closes it
    (`لا أكثر`)."""
    before, after = scene.text(i - 1), scene.text(i + 1)
    if is_that(scene, i - 1):
        return False
    if after in {"اكثر", "غير", "اقل"}:
        return True
    led = role(after) == "preposition" or after[:2] in ("لل", "بال") or after[:1] in "بل"
    return before.isalpha() and not role(before) and (led or after[:2] == "ال" or scene.written(i + 1).endswith("اً"))


# `لا يتجاوز 35 ألفا`, `لا يقل عن عشرة`: a measure, not a denial; `لا يمانع` consents.
MEASURES = frozenset(map(fold, "تجاوز قل أقل زاد تعدى عدا فاق تخطى مانع".split()))


def still(scene: Scene, i: int) -> bool:
    """`لا يزال`, `ما زالت`, `ما دام`: a negation that says that something goes on."""
    if scene.text(i - 1) not in NEGATIONS:
        return False
    word = scene.text(i)
    lasts = scene.text(i - 1) == "ما" and word.startswith("دام")
    return lasts or (word.lstrip("يتن")[:2] == "زا" and word != "زاد")


_TERMS = frozenset("اذا بعد عندما حين".split())  # `لن يصوت إلا إذا`: the negation stands, with a term


def all_but(scene: Scene, i: int, last: int) -> bool:
    """`لم يستقبل سوى`, `لا يكفي إلا`: what is negated is all but one thing, and that is told."""
    near = range(i + 1, min(i + 6, last))
    return any(scene.text(k) in {"سوي", "الا"} and scene.text(k + 1) not in _TERMS for k in near)

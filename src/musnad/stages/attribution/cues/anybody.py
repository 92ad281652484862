"""What anybody may say, and nobody is told to have said: `يمكن القول إن`, `غني عن القول إن`, `من وجهة نظر اقتصادية`."""

from __future__ import annotations

from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, without_and

__all__ = ["kind_of_view", "one_may"]


def kind_of_view(scene: Scene, source: Place) -> bool:
    """`من وجهة نظر شخصية`, `من وجهة نظر اقتصادية بحتة`, `في رأي شخصي`: what kind of view it is, and nobody's."""
    word, view = scene.text(source.first), scene.text(source.first - 1)
    ending = "يه" if view in {"نظر", "منظور"} else "ي" if view in {"راي", "براي"} else ""
    named = word.startswith("ال") or source.first in scene.mentions or scene.nations.get(source.first)
    whose = scene.text(source.first + 1).startswith("ال")  # `في رأي محامي الدفاع`
    return ending != "" and word.endswith(ending) and not named and not whose


def one_may(scene: Scene, i: int) -> bool:
    """`يمكن القول إن`, `غني عن القول إن`, `لا تفوتنا الإشارة إلى أن`: nobody's word; nor is `بوسع الأهالي القول إن`."""
    if any(without_and(scene.text(j)) in _ONE_MAY for j in range(i - 3, i)):
        return True
    if not scene.text(i).startswith("ال"):
        return False  # `اكتفى المدير الذي يستطيع الحضور بالقول إن`
    clause = next((j + 1 for j in range(i - 1, i - 9, -1) if scene.text(j) in COMMAS or is_that(scene, j)), i - 8)
    return any(scene.text(j).lstrip("وف") in _ABLE for j in range(clause, i - 1))


_ONE_MAY = frozenset(
    (
        "يمكن يمكنني يمكننا نستطيع استطيع غني غنيا يصعب تفوتنا يفوتنا يفوتني تفوتني بد لابد يبقي بقي يجوز يجدر تجدر"
        " جدير الجدير يكفي يعز اود اريد ينبغي يجب وجب يلزم يسعني يسعنا استطعنا نحتاج مناص"
    ).split()
)
_ABLE = frozenset("بامكان باستطاعه بوسع بمقدور يمكن يستطيع تستطيع يستطيعون".split())

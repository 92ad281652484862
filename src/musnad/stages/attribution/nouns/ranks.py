"""A rank and a name behind an office: `قائد الشرطة [العميد سامر الراوي]`."""

from __future__ import annotations

from musnad.stages.attribution.nouns.heads import past_honour
from musnad.stages.attribution.nouns.ranked import person_at
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import with_ba

__all__ = ["past_rank"]


def past_rank(scene: Scene, first: int, i: int, governed: frozenset[str]) -> tuple[int, bool]:
    """Past the rank at token i and the name behind it, or past `صاحب السمو`, behind an office that begins at `first`;
    whether the name is told; i for none.

    Of a verb that has a person as its object, only where what it governs still comes: `هاجم رئيس النادي الدكتور سليم`.
    """
    if (honour := past_honour(scene, i)) > i:
        return honour, False
    army = scene.text(i) in _ARMY
    if not (army or scene.text(i) in _HONOURED) or not person_at(scene, first):
        return i, False
    k = i + 1
    while scene.text(k) in _ADDED or scene.text(k) in _HONOURED:
        k += 1
    named = scene.mentions.get(k)
    if named is None or named[1].type != "PER" or scene.clitic_on_name(k):
        return i, False
    last = named[0].last
    if "obj" in governed:
        bound = scene.text(last) in {"", ".", "،", ",", "؛", "!"} or scene.text(last)[:1] == "و"
        if bound or (not army and "ب" in governed and with_ba(scene, last)):
            return i, False
    return last, True


_ARMY = frozenset(
    "اللواء العميد العقيد المقدم الرائد النقيب الفريق المشير الملازم الجنرال الادميرال العماد الكولونيل".split()
)
_HONOURED = frozenset(
    "القاضي القاضيه المستشار المستشاره الدكتور الدكتوره المهندس المهندسه الشيخ السيد السيده الاستاذ الاستاذه السفير "
    "السفيره الامير الاميره البروفيسور البروفسور الكاردينال المحامي المحاميه الحاج النائب النائبه".split()
)
_ADDED = frozenset(
    "الركن ركن اول الاول الطيار طيار مهندس الطبيب طبيب حرب اركان متقاعد المتقاعد المظلي البحري بحري الحقوقي".split()
)

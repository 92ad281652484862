"""The status of a content that is a noun with what belongs to it, and no clause: `إغلاق المعبر`, `وجود خلافات`."""

from __future__ import annotations

from musnad.stages.attribution.case import Case, Reading
from musnad.stages.attribution.deeds import deed, deed_at, when
from musnad.stages.attribution.scene import Place, Scene
from musnad.stages.attribution.words import is_that
from musnad.verbs import verb

__all__ = ["by_noun"]


_THERE = frozenset("هناك ثمه وجود".split())
_LEADS = frozenset("علي عن الي".split())
_IS_NOT = frozenset("ليس ليست".split())


def by_noun(case: Case) -> Reading | None:
    """A content that begins with a noun told as the cue's object, or in a headline: no clause of its own."""
    scene, frame, place, told, stance = case.scene, case.frame, case.place, case.told, case.stance
    first = place.first
    if scene.text(first) == "وجود" and (row := deed(scene.text(first + 1))) is not None and row["told"] == "ongoing":
        return Reading("ongoing", False, "ongoing")  # `وجود خلافات`
    if scene.text(first) in _THERE:
        verbs = (verb(scene.text(i)) for i in range(first + 1, min(first + 7, place.last)))
        if any(v and v.tense == "imperfect" and v.row.get("now") == "ongoing" for v in verbs):
            return Reading("ongoing", False, "ongoing")  # `وجود اتصالات تجري بعيدا عن الأضواء`
    if scene.text(first) in {"هناك", "ثمه"}:
        row = deed(scene.text(first + 1))
        return Reading(row["told"], False, "deed") if row and row["told"] in ("planned", "possible") else None
    headline = frame.opening.way == "colon"
    led = scene.quoted_at(first) and scene.text(first - 2) in _LEADS  # `شدد على «الأهمية الكبيرة لـ…»`
    clause = not headline and not led and (frame.opening.way in ("preposition", "colon") or scene.quoted_at(first))
    indefinite = led or (not scene.text(first).startswith("ال") and first not in scene.mentions)
    if is_that(scene, first - 1) or (told.tense != "none" and (told.at == first or not indefinite)):
        return None
    if ((headline or clause or scene.text(first) == "لن") and told.tense != "none") or scene.text(first) in _IS_NOT:
        return None
    if told.tense == "perfect" and told.at - first <= 4:
        return Reading("occurred", told.negated, "perfect")  # `رسالة وصلت إلى …`, `قرار اتخذته …`
    word = scene.text(first)
    negated = word in {"عدم", "لا"}
    if negated:
        word = scene.text(first + 1)
    row = deed_at(scene, first + negated)
    if negated and row is None and scene.text(first) == "لا" and _until(scene, place):
        return Reading("planned", True, "deed")  # `لا رحلات قبل نهاية الشهر`
    if row is None and not clause and not headline and not negated:
        announced = stance == "announces" and when(scene, place) != "behind"
        status = "planned" if announced else "occurred" if word.isdigit() or stance == "announces" else "state"
        return Reading(status, False, "deed")
    if row is None:
        return Reading("occurred", True, "deed") if scene.text(first) == "عدم" else None
    if scene.text(first) == "لا" and row["announced"] == "planned":
        return Reading("planned" if _until(scene, place) else "state", True, "deed")  # `لا توظيف هذا العام`, `لا موعد`
    side = when(scene, place)
    announced = headline or stance == "announces" or stance == "promises"
    status = row["announced"] if announced else row["told"]
    if side and (row["told"] != row["announced"] or status == "occurred"):
        status = "planned" if side == "ahead" else "occurred"
    return Reading(status, negated, "deed")


def _until(scene: Scene, place: Place) -> bool:
    return when(scene, place) == "ahead" or any(scene.text(i) == "قبل" for i in range(*place))

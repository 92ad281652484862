"""What has become of the event that a content tells of, as its teller puts it.

Three things tell: words that say so (`modality`), the noun that a content without a verb begins with (`nominal`), and
the tense of the main clause's predicate (`tense`). The first rule that knows decides.
"""

from __future__ import annotations

from collections.abc import Callable

from musnad.stages.attribution.contents.frames import Frame
from musnad.stages.attribution.judged import modality
from musnad.stages.attribution.judged.case import Case, Reading
from musnad.stages.attribution.judged.clause import main_clause, pointed_at, sentences_of
from musnad.stages.attribution.judged.nominal import by_noun
from musnad.stages.attribution.judged.predicate import Predicate, predicate
from musnad.stages.attribution.judged.signs import signs_of
from musnad.stages.attribution.judged.tense import by_tense
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import is_that

__all__ = ["Reading", "read"]


def _alone(case: Case) -> Reading | None:
    """`المفتاح معه وحده`"""
    if case.word(case.first) in {"شكرا", "عذرا", "مبروك"}:
        return Reading("opinion", False, "opinion")  # `شكرا لمن وقف معنا`
    ends = {case.word(case.place.last - 1), case.word(case.place.last - 2)}
    if case.told.tense == "none" and "اولا" in ends and len(range(*case.place)) < 6 and case.word(case.first) != "لا":
        return case.says("opinion", "opinion")  # `ملف المياه أولا`
    against = any(case.word(i) == "لا" for i in range(*case.place))  # `للقضاء لا للمتهم وحده`
    return case.says("state", "nominal") if case.told.tense == "none" and _ALONE & ends and not against else None


_ALONE = frozenset("وحده وحدها وحدهم وحدهما".split())


_WH = frozenset("هل وهل كيف وكيف لماذا ولماذا ماذا وماذا اين واين متي ومتي اليس اليست لم ولم الي_متي".split())


def _rhetorical(case: Case) -> Reading | None:
    """`«كيف نثق بمن باع البيت؟»`, said and not asked."""
    asks = case.word(case.place.first) in _WH and case.word(case.place.last) == "؟"
    said = case.stance == "says" and case.scene.quoted_at(case.scene.index(case.frame.content[0][0]))
    return Reading("opinion", False, "opinion") if asks and said else None


def _answered(case: Case) -> Reading | None:
    """`رد الوفد كان: «لا نملك تفويضا»`: what was said."""
    near = range(case.first + 1, case.first + 6)
    said = any(case.word(i) in {"كان", "كانت"} and case.word(i + 1) == ":" for i in near)
    return Reading("occurred", False, "was") if said else None


_RULES: tuple[Callable[[Case], Reading | None], ...] = (
    _answered,
    _rhetorical,
    modality.denied,
    modality.wished,
    modality.conditional,
    modality.general,
    modality.named,
    modality.unlikely,
    modality.possible,
    modality.due,
    modality.owed,
    _alone,
    by_noun,
    by_tense,
)
# How a sentence is read that tells an event.
_EVENTS = frozenset("perfect was future planned ahead".split())


def read(scene: Scene, frame: Frame, stance: str, teller: str) -> Reading:
    """The status of a frame's content where its stance alone does not tell it: of its first sentence with an event.

    `teller`: the kind of who says it.
    """
    sentences = sentences_of(scene, frame)
    readings = (_read(_case(scene, frame, stance, teller, place, len(sentences) == 1)) for place in sentences)
    first = next(readings)
    if first.rule != "opinion":
        return first
    told = zip(sentences[1:], readings, strict=True)
    events = (reading for place, reading in told if not scene.text(place.first).endswith("وا"))  # `راقبوا المطار`
    return next((reading for reading in events if reading.rule in _EVENTS), first)


def _read(case: Case) -> Reading:
    return next(reading for rule in _RULES if (reading := rule(case)) is not None)


def _case(scene: Scene, frame: Frame, stance: str, teller: str, sentence: Place, alone: bool) -> Case:
    """One sentence of a content made ready to be judged. `alone`: it is all there is."""
    last = sentence.last
    first, clause = main_clause(scene, frame, sentence)
    told = predicate(scene, first, last, verbal=clause)
    inner = pointed_at(scene, told, last)
    if inner is not None:
        first, told = inner, predicate(scene, inner, last, verbal=None)
    end = scene.index(frame.content[-1][1] - 1) + 1 if alone else last
    whole = Place(sentence.first, _retold(scene, told, end))
    signs = frozenset(signs_of(scene, whole, told))
    return Case(scene, frame, stance, teller, Place(first, last), whole, told, signs, scene.text)


_AGREES = frozenset({"اتفق", "قرر"})  # what is agreed on is as it was agreed


def _retold(scene: Scene, told: Predicate, last: int) -> int:
    """Where what the content's own subject says begins (`النائب أبلغ الرئيس بأن …`): those signs are its own."""
    if told.tense != "perfect" or told.row.get("past") in _AGREES or not scene.forms.get(told.at):
        return last
    return next((i for i in range(told.at + 1, min(told.at + 9, last)) if is_that(scene, i)), last)

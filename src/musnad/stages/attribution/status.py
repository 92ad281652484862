"""What has become of the event that a content tells of, as its teller puts it.

Three things tell: words that say so (`signs`: conditions, modals, evaluations), the tense of the main
clause's predicate, and, where no verb is told, the noun the content begins with (`deeds`). Times that lie
ahead of the page's day make a present tense or a deed a plan.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from musnad.stages.attribution.clause import main_clause, pointed_at, sentences_of
from musnad.stages.attribution.deeds import deed, when
from musnad.stages.attribution.frames import Frame
from musnad.stages.attribution.future import foreseen, own
from musnad.stages.attribution.nominal import Reading, by_noun
from musnad.stages.attribution.predicate import Predicate, predicate
from musnad.stages.attribution.scene import Place, Scene
from musnad.stages.attribution.signs import clause_end, if_clause, not_before, signs_of
from musnad.stages.attribution.words import COMMAS, is_that, role
from musnad.text import fold
from musnad.verbs import present, verb

__all__ = ["Reading", "read"]


def read(scene: Scene, frame: Frame, stance: str, teller: str) -> Reading:
    """The status of a frame's content where its stance alone does not tell it: of its first sentence with an event.

    `teller`: the kind of who says it.
    """
    sentences = sentences_of(scene, frame)
    said = Said(frame, stance, teller)
    readings = (_read(scene, said, place, len(sentences) == 1) for place in sentences)
    first = next(readings)
    if first.rule != "opinion":
        return first
    return next((reading for reading in readings if reading.rule in _EVENTS), first)


class Said(NamedTuple):
    """What a content stands in: its frame, its stance, and the kind of its first teller (empty where unknown)."""

    frame: Frame
    stance: str
    teller: str


# How a sentence is read that tells an event.
_EVENTS = frozenset("perfect was future planned ahead".split())


def _read(scene: Scene, said: Said, sentence: Place, alone: bool) -> Reading:
    """What one sentence of a content tells. `alone`: it is all there is."""
    frame, stance, _ = said
    last = sentence.last
    first, clause = main_clause(scene, frame, sentence)
    place = Place(first, last)
    whole = Place(sentence.first, scene.index(frame.content[-1][1] - 1) + 1 if alone else last)
    told = predicate(scene, *place, verbal=clause)
    inner = pointed_at(scene, told, last)
    if inner is not None:
        place = Place(inner, last)
        told = predicate(scene, *place, verbal=None)
    whole = Place(whole.first, _retold(scene, told, whole.last))
    signs = signs_of(scene, whole, told)
    if "denied" in signs:
        return Reading("denied", True, "denial")
    if told.row.get("past") == "أراد" and told.tense == "imperfect":
        return Reading("demanded" if _asks_for(scene, frame, told, first) else "state", told.negated, "demanded")
    if told.row.get("now") == "demanded" and told.tense == "imperfect" and scene.text(told.at)[1:5] == "شترط":
        return Reading("demanded", told.negated, "demanded")
    if told.tense == "future" and scene.text(first + (scene.text(first) == "كل")) == "من":
        return Reading("conditional", told.negated, "condition")  # `كل من يتخلف سيتعرض لغرامة`
    if "conditional" in signs or if_clause(scene, whole) or not_before(scene, whole):
        return Reading("conditional", told.negated, "condition")
    if "named" in signs:
        return Reading("opinion", told.negated, "opinion")
    if "unlikely" in signs and scene.text(told.at) != "غير":
        return Reading("expected", True, "expected")
    if "possible" in signs and scene.text(told.at) == "غير" and "مستبعد" not in scene.text(told.at + 1):
        return Reading("state", True, "nominal")  # `غير وارد`: that it cannot be is a fact
    if "possible" in signs and told.negated and told.tense == "none" and scene.text(told.at - 1) == "لا":
        return Reading("state", True, "nominal")  # `لا عروض على الطاولة`
    if told.perhaps or ("possible" in signs and not (told.negated and told.row.get("now") == "possible")):
        ruled_out = told.negated and "unlikely" not in signs  # `غير مستبعد` is no negation
        return Reading("possible", ruled_out, "possible")
    if stance == "announces" and "expected" in signs and any(scene.text(i).endswith("مرتقب") for i in range(*place)):
        return Reading("planned", told.negated, "planned")
    for status in ("demanded", "expected", "planned"):
        if status in signs:
            done = status == "planned" and told.tense == "perfect" and when(scene, place) == "behind"
            return Reading("occurred" if done else status, told.negated, status)
    if scene.written(first) == "على" and _owed(scene, first) and (told.tense == "none" or told.row.get("alike")):
        return Reading("demanded", False, "demanded")
    if told.tense == "none" and _ALONE & {scene.text(last - 1), scene.text(last - 2)}:
        return Reading("state", told.negated, "nominal")  # `المفتاح معه وحده`
    noun = by_noun(scene, frame, place, told, stance)
    return noun or _by_tense(scene, said, place, told, signs)


def _by_tense(scene: Scene, said: Said, place: Place, told: Predicate, signs: set[str]) -> Reading:
    frame, stance, teller = said
    row = told.row
    clause = Place(place.first, clause_end(scene, place, told))
    match told.tense:
        case "future":
            return Reading(foreseen(scene, frame, teller, place, told, stance), told.negated, "future")
        case "perfect" if told.negated and _not_yet(scene, told):
            return Reading("ongoing", True, "perfect")
        case "perfect" if told.negated and (row.get("past") in _LASTS or scene.text(told.at) in _ENDS):
            return Reading("state", True, "perfect")
        case "perfect" if told.negated and re.fullmatch(r"[يتن]ك(?:ن|ونوا|ونا)", scene.text(told.at)) and not told.row:
            after = verb(scene.text(told.at + 1))
            if after is not None and after.tense == "imperfect":
                return Reading("occurred", True, "was")
            judged = any(hit.row["status"] == "opinion" for hit in scene.signs.get(told.at + 1, ()))
            return Reading("opinion" if judged else "state", True, "nominal")
        case "perfect" if row.get("past") in _FEELS and scene.text(told.at).endswith("نا"):
            return Reading("opinion", told.negated, "opinion")  # `سئمنا الانتظار`: how the speaker feels
        case "perfect" if (now := _has_become(scene, told)) is not None:
            return Reading(now, told.negated, "present")
        case "perfect" if not (told.was and "opinion" in signs):
            judged = "opinion" in signs or _became(scene, frame, place, told)
            return Reading("opinion" if judged else "occurred", told.negated, "perfect")
        case "imperfect" if told.was:
            if row.get("now") == "state":
                return Reading("state", told.negated, "was")
            return Reading("occurred", told.negated, "was")
        case "imperfect" if (not row.get("now") or _mine(scene, told)) and when(scene, clause) == "ahead":
            return Reading(row.get("later") or "planned", told.negated, "ahead")
        case "none" if not told.negated and deed(scene.text(place.first)) and when(scene, place) == "ahead":
            return Reading("planned", False, "ahead")
    return _at_present(scene, said, place, told, signs)


def _at_present(scene: Scene, said: Said, place: Place, told: Predicate, signs: set[str]) -> Reading:
    """What a present tense or a clause without a verb tells, where no time lays it ahead."""
    frame, stance, _ = said
    row = told.row
    clause = Place(place.first, clause_end(scene, place, told))
    subject = deed(scene.text(place.first)) if told.tense == "none" else None
    if subject is not None and subject["told"] == "possible":
        return Reading("possible", told.negated, "possible")
    if "ongoing" in signs and not (told.tense == "none" and _still_with(scene, told.at)):
        return Reading("ongoing", told.negated, "ongoing")
    if "planned" in signs:
        return Reading("planned", told.negated, "planned")
    now = row.get("now", "")
    scheduled = now == "" and row.get("later") == "planned" and told.tense == "imperfect"
    if scheduled and (scene.text(told.at).startswith("ن") or scene.in_title(place.first)):
        return Reading("planned", told.negated, "present")
    if (
        told.negated
        and told.tense == "none"
        and (role(scene.text(told.at + 1)) or scene.text(told.at + 1)[:3] == "لدي")
    ):
        return Reading("state", True, "nominal")  # `ليس لدينا مخزن`, `ليست على جدول الأعمال`
    if told.negated and row.get("past") == "ملك":
        return Reading("state", True, "present")  # `لا نملك مخزنا`
    if now in ("", "ongoing") and not told.negated and _for_some_time(scene, told, clause):
        return Reading("ongoing", False, "ongoing")
    if now == "opinion" and told.tense == "imperfect" and not told.negated and _measured(scene, told, clause):
        return Reading("state", told.negated, "present")  # `يكفي ثلاثة أشهر`
    if "opinion" in signs or (now in ("", "state") and stance in ("says", "claims") and _image(scene, told, clause)):
        return Reading("opinion", told.negated, "opinion")
    counted = scene.text(place.first).isdigit() or scene.in_time(place.first)
    if now in ("", "state") and stance != "confirms" and not counted and _in_own_words(scene, frame, place, told):
        return Reading("opinion", told.negated, "opinion")
    now = now or ("ongoing" if row.get("later") == "planned" and told.tense == "imperfect" else "state")
    status = "state" if now in ("possible", "ongoing") and told.negated else now
    return Reading(status, told.negated, "present" if told.tense == "imperfect" else "nominal")


def _retold(scene: Scene, told: Predicate, last: int) -> int:
    """Where what the content's own subject says begins (`النائب أبلغ الرئيس بأن …`): those signs are its own."""
    if told.tense != "perfect" or not scene.forms.get(told.at):
        return last
    return next((i for i in range(told.at + 1, min(told.at + 9, last)) if is_that(scene, i)), last)


def _mine(scene: Scene, told: Predicate) -> bool:
    """`أصور`: what the speaker does himself."""
    return scene.written(told.at).startswith("أ")


def _owed(scene: Scene, first: int) -> bool:
    """`على الحكومة أن تصغي`, and not where something is: `على متن الطائرة`, `على المدرج، ومعي كتاب`."""
    return scene.text(first + 1).removeprefix("ال") not in _SURFACES and scene.text(first + 2) not in COMMAS


_SURFACES = frozenset("متن مدرج طاوله جدول راس ارض ورق صعيد مدار طول بعد حدود هامش جانب شاطئ سطح قائمه مقعد".split())
_ALONE = frozenset("وحده وحدها وحدهم وحدهما".split())
_ENDS = frozenset("ينته انته ينتهي تنته تنتهي يكتمل تكتمل يتوقف تتوقف ينقطع تنقطع يحسم تحسم".split())


def _not_yet(scene: Scene, told: Predicate) -> bool:
    """`لم ينته بعد`: what has not ended yet goes on."""
    return scene.text(told.at) in _ENDS and "بعد" in (scene.text(told.at + 1), scene.text(told.at + 2))


_WITH = frozenset("علي من لدي عند مع".split())
_GOING = ("جار", "مستمر", "متواصل", "قائم", "محتجز", "عالق", "محاصر", "مفقود", "مشتعل", "تحت", "قيد", "في طور")


def _still_with(scene: Scene, i: int) -> bool:
    """`لا تزال بيد الجيش`, `ما زال على رأيه`, `لا يزال متفائلا`: a state that lasts, and nothing that goes on."""
    after = scene.text(i + 1)
    stays = after[:1] == "ب" or after in _WITH or scene.written(i + 1).endswith(("اً", "ا"))
    return scene.text(i).lstrip("يتن")[:2] == "زا" and stays and not after.startswith(_GOING)


def _asks_for(scene: Scene, frame: Frame, told: Predicate, first: int) -> bool:
    """`نريد`, `بلاده تريد`, `تريد منهم أن`: a wish put to somebody, where `تريد تسريع` tells what one is about."""
    near = {scene.text(i) for i in range(told.at + 1, told.at + 4)}
    return scene.text(told.at)[:1] in "نا" or own(scene, frame, first) or "من" in near or told.at == first


def _measured(scene: Scene, told: Predicate, clause: Place) -> bool:
    """A number or a span of time right behind the predicate: what can be counted is no matter of opinion."""
    near = range(told.at + 1, min(told.at + 5, clause.last))
    return any(scene.text(i)[:1].isdigit() or scene.in_time(i) or role(scene.text(i)) == "quantifier" for i in near)


_FEELS = frozenset("سئم تعب أحب كره فخر ندم حزن فرح غضب مل يئس".split())
_BECAME = frozenset("صار أصبح بات أضحى غدا".split())


def _has_become(scene: Scene, told: Predicate) -> str | None:
    """`باتت تخشى …`: what has come to be is as the present behind it tells."""
    if told.row.get("past") not in _BECAME:
        return None
    if fold(told.row["past"]) == "بات" and verb(scene.text(told.at + 1)) is None:
        return "state"  # `باتت جاهزة`
    found = present(scene.text(told.at + 1)) or verb(scene.text(told.at + 1))
    return (found.row.get("now") or "state") if found and found.tense == "imperfect" else None


def _became(scene: Scene, frame: Frame, place: Place, told: Predicate) -> bool:
    """`صار الحلم عبئا` in its speaker's own words: what he makes of things."""
    quoted = _in_own_words(scene, frame, place, told)
    return quoted and told.row.get("past") in _BECAME and verb(scene.text(told.at + 1)) is None


def _for_some_time(scene: Scene, told: Predicate, clause: Place) -> bool:
    """`ينامون في العراء منذ أسبوع`: what lasts until now."""
    return told.tense == "imperfect" and any(scene.text(i) == "منذ" for i in range(told.at + 1, clause.last))


def _image(scene: Scene, told: Predicate, clause: Place) -> bool:
    """A subject with a quoted predicate to the clause's end (`اللوحة «قصيدة»`): what its teller likens it to."""
    stop = clause.first + 4 if told.at == clause.first else told.at + 1
    opening = next((i for i in range(clause.first + 1, min(stop, clause.last)) if scene.quoted_at(i)), None)
    if opening and re.fullmatch(r"ا\w{2,3}", scene.text(opening)):
        return False  # `«أغلى بثلاث مرات»`: a comparison can be counted
    if opening is None or told.negated or told.at - opening > 1 or scene.text(opening)[:2] == "ال":
        return False
    word = scene.text(opening)
    return verb(word) is not None or not re.match(r"م\w\w+|\wا\w\wه?$|غير", word)


# What has not changed, ended or come together is a state of things.
_LASTS = frozenset("تغير انتهى اكتمل انقطع تبدل".split())


def _in_own_words(scene: Scene, frame: Frame, place: Place, told: Predicate) -> bool:
    """A sentence without an event, quoted whole: what its speaker makes of things."""
    if frame.opening.way == "colon":
        # A headline tells facts (`X: المخزون جاهز`) more often than what X makes of them.
        return not scene.in_title(place.first) or told.negated or place.last - place.first < 3
    return scene.quoted_at(scene.index(frame.content[0][0])) and place.last - place.first < 31

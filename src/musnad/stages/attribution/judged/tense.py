"""What a clause's tense tells: a past has happened, a future is planned or expected, a present goes on or stands."""

from __future__ import annotations

import re

from musnad.stages.attribution.judged.case import Case, Reading
from musnad.stages.attribution.judged.evaluation import judged
from musnad.stages.attribution.judged.figures import bodiless, figure
from musnad.stages.attribution.judged.future import PERIODS, foreseen, scheduled_for, within_days
from musnad.stages.attribution.judged.nature import of_nature
from musnad.stages.attribution.judged.nominal import headline
from musnad.stages.attribution.judged.own_words import in_own_words
from musnad.stages.attribution.judged.predicative import definite
from musnad.stages.attribution.judged.present import at_present
from musnad.stages.attribution.judged.worth import weighs
from musnad.stages.attribution.page.deeds import DEEDS, deed, when
from musnad.stages.attribution.page.words import is_number, role
from musnad.text import fold
from musnad.verbs import present, verb

__all__ = ["by_tense"]

_ENDS = frozenset("ينته انته ينتهي تنته تنتهي يكتمل تكتمل يتوقف تتوقف ينقطع تنقطع".split())
_PAUSES = frozenset("يتوقف تتوقف ينقطع تنقطع يهدا تهدا".split())
# What has not changed, ended or come together is a state of things.
_LASTS = frozenset("تغير انتهى اكتمل انقطع تبدل".split())
# A past that tells how things stand, and one that judges what somebody did.
_STANDS = frozenset("انحصر اقتصر استقر".split())
_STAYED = frozenset("ظل بقي".split())
_JUDGES = frozenset(
    "بالغ انحاز أفسد أساء أخطأ أحسن أجاد أبدع خذل ظلم تقاعس تمادى تخبط غالى تهاون استهان أجحف أنصف تألق".split()
)
_FEELS = frozenset("سئم تعب أحب كره فخر ندم حزن فرح غضب مل يئس".split())
_WEARY = frozenset("سئم يئس ضجر ملّ".split())
# What lasts, though told of the past: `كان يعرف`.
_STOOD = frozenset("عرف علم ملك امتلك ضم شمل تضمن وقع وجد كفى بلغ احتوى انتمى شغل عنى خضع سيطر سكن قطن".split())
_AGAIN = frozenset("يعد تعد يعودا يعودوا نعد اعد".split())  # behind `لم`, of عاد: what is so no more
_BECAME = frozenset("صار أصبح بات أضحى غدا".split())


def by_tense(case: Case) -> Reading:
    """The status of a clause in which no word tells it."""
    told = case.told
    match told.tense:
        case "future":
            return case.says(foreseen(case), "future")
        case "perfect" if told.negated:
            return _not_done(case)
        case "perfect":
            return _done(case)
        case "imperfect" if told.was:
            return case.says("state" if case.past in _STOOD else "occurred", "was")
        case "imperfect" if _stayed(case):
            return case.says("occurred", "was")  # `القارب الذي أقله ظل يدور`
        case "imperfect" if (status := scheduled_for(case)) is not None:
            return case.says(status, "ahead")
        case "none" if told.was:
            return case.says("opinion" if judged(case) else "state", "nominal")
        case "none" if not told.negated and (status := _to_come(case)) is not None:
            return Reading(status, False, "ahead")
    return at_present(case)


def _to_come(case: Case) -> str | None:
    """A clause without a predicate that a time lays ahead: `اجتماع اللجنة غدا`, `أمطار على الساحل غدا`."""
    if _soon(case):
        return "planned"
    if case.word(case.first) in PERIODS and case.word(case.first + 1) in _NEXT:
        return "expected"  # `الأيام المقبلة حبلى بالمفاجآت`
    if case.word(case.first) in _TO_COME and re.match("ا", case.word(case.first + 1)):
        return "expected"  # `القادم أصعب`
    if case.told.at != case.first or not (when(case.scene, case.place) == "ahead" or within_days(case)):
        return None
    if of_nature(case.scene, case.first):
        return "expected"
    said = any(
        definite(case.scene, i - 1) and (weighs(case.word(i)) or weighs(case.word(i), "fact"))
        for i in (case.first + 1, case.first + 2)
    )
    until = any(case.word(i) in {"حتي", "لغايه"} for i in range(*case.place)) and not headline(case)
    return "planned" if (deed(case.word(case.first)) or headline(case)) and not said and not until else None


def _stayed(case: Case) -> bool:
    found = verb(case.word(case.told.at - 1)) if case.told.at > case.first else None
    return found is not None and found.tense == "perfect" and found.row.get("past") in _STAYED


def _soon(case: Case) -> bool:
    """`القمة المقبلة في مراكش`, `«قبل نهاية الشهر»`: where or when it is to be, and nothing else."""
    first, last = case.place
    near = range(first + 1, min(first + 4, last))
    meets = (deed(case.word(first)) or {}).get("announced") == "planned" and any(case.word(i) in _NEXT for i in near)
    placed = any(role(case.word(i)) in {"preposition", "during"} for i in range(first + 2, last))
    brief = last - first < 6 and role(case.word(first)) in {"during", "preposition", "adverb"}
    return case.told.at == first and ((meets and placed) or (brief and (when(case.scene, case.place) == "ahead")))


_TO_COME = frozenset("القادم المقبل الاتي".split())
_NEXT = frozenset("المقبل المقبله القادم القادمه".split())


def _not_done(case: Case) -> Reading:
    """`لم يصل` has not happened; `لم ينته بعد` goes on; `لم يتغير`, `لم يكن مرتبا` are states."""
    word, at = case.word(case.told.at), case.told.at
    if "opinion" in case.signs:
        return Reading("opinion", True, "opinion")  # `لم تدخر أي جهد`
    goes = verb(case.word(at + 1)) if case.past == "عاد" or word in _AGAIN else None
    if goes is not None and goes.tense == "imperfect":
        return Reading("opinion" if goes.row.get("now") == "opinion" else "state", True, "present")  # `لم يعد يملك`
    if word in _ENDS and "بعد" in (case.word(at + 1), case.word(at + 2)):
        return Reading("ongoing", True, "perfect")
    if word in _PAUSES:
        return Reading("ongoing", True, "perfect")  # `لم يتوقف القصف`
    if word in _AGAIN and _no_longer(case, at + 1):
        return Reading("opinion" if judged(case) else "state", True, "present")
    if case.past in _LASTS or word in _ENDS or _stays_below(case):
        return Reading("state", True, "perfect")
    if re.fullmatch(r"[يتن]ك(?:ن|ونوا|ونا)", word) and not case.told.row:
        after = verb(case.word(at + 1))
        if after is not None and after.tense == "imperfect":
            return Reading("occurred", True, "was")
        return Reading("opinion" if judged(case) else "state", True, "nominal")
    return Reading("occurred", True, "perfect")


_MEASURES = frozenset("تجاوز تعدى تخطى زاد".split())
_SUMS = re.compile(
    "(?:ال)?(?:نسب|عدد|معدل|حص|كلف|تكلف|قيم|نمو|تضخم|سعر|اسعار|ايراد|طاق|مساح|نصف|ثلث|ربع|حوار|محادث|مفاوض|نقاش)\\w*"
)


def _stays_below(case: Case) -> bool:
    """`النسبة لم تتجاوز الثلث`, `ثلث المشاريع لم يغادر الورق`: how much or how far a thing is."""
    measure = case.past in _MEASURES or re.fullmatch("[يت](?:تعد|تخط|زد)", case.word(case.told.at)) is not None
    left = case.past == "غادر" and case.word(case.told.at + 1) in {"مرحله", "الورق", "الادراج", "نقطه", "مكانه"}
    return left or (measure and case.told.at > case.first and _SUMS.fullmatch(case.word(case.first)) is not None)


def _no_longer(case: Case, i: int) -> bool:
    """`لم تعد هناك حاجة`, `لم يعد حكرا على`, `لم يعد الحل ممكنا`, and not `لم يعد إلى بلاده`, `لم يعد بعد`."""
    if case.word(i) in {"هناك", "ثمه", "لدي", "لديه", "لديها", "لدينا", "لديهم", "كما", "مجرد", "سوي"}:
        return True
    near = range(i, min(i + 4, case.place.last))
    back = any(case.word(k) in {"الي", "بعد", "من"} for k in near)
    said = any(case.scene.written(k).endswith(("اً", "ا", "ة", "ين")) and case.word(k)[:2] != "ال" for k in near)
    return said and not back


def _done(case: Case) -> Reading:
    if case.past in _WEARY or (case.past in _FEELS and case.word(case.told.at).endswith("نا")):
        return Reading("opinion", False, "opinion")  # `سئمنا الانتظار`: how the speaker feels
    if figure(case):
        return Reading("opinion", False, "opinion")
    now = _has_become(case) or _begun(case)
    if now is not None:
        return Reading(now, False, "present")
    stays = case.past in _STAYED and re.search("(?:اً|ا|ة|ين)$", case.scene.written(case.told.at + 1))
    if case.past in _STANDS or (stays and not judged(case)):  # `ظل قائما`
        return Reading("state", False, "perfect")
    if case.past in _JUDGES and case.stance == "confirms":
        return Reading("occurred", False, "perfect")  # `اعترف بأنه أخطأ`
    valued = "opinion" in case.signs or judged(case) or _became(case) or case.past in _JUDGES
    return Reading("opinion" if valued else "occurred", False, "perfect")


def _has_become(case: Case) -> str | None:
    """`باتت تخشى …`: what has come to be is as the present behind it tells."""
    if case.past not in _BECAME:
        return None
    after = case.word(case.told.at + 1)
    if "expected" in case.signs or after in _NEAR:
        return "expected"  # `بات قريبا`
    if fold(case.past) == "بات" and verb(after) is None and not judged(case):
        return "state"  # `باتت جاهزة`
    if after in {"لديه", "لديها", "لديهم", "لدينا", "لدي"}:
        return "opinion" if judged(case) else "state"
    found = present(after) or verb(after)
    return (found.row.get("now") or "ongoing") if found and found.tense == "imperfect" else None


_NEAR = frozenset("قريبا قريبه وشيكا وشيكه".split())


def _begun(case: Case) -> str | None:
    """`بدأت تمتلئ` goes on; `ظل يدور ثلاثة أيام` is over."""
    after = verb(case.word(case.told.at + 1))
    if case.past == "دخل" and re.fullmatch("(?:يوم|اسبوع|شهر|عام|سنت)(?:ه|ها|هم)", case.word(case.told.at + 1)):
        return "ongoing"  # `دخلت يومها الثالث`
    if after is None or after.tense != "imperfect":
        return None
    return "ongoing" if case.past in _BEGINS else "occurred" if case.past in _STAYED else None


_BEGINS = frozenset("بدأ أخذ شرع راح".split())


def _became(case: Case) -> bool:
    """`صار الحلم عبئا` in its speaker's own words: what he makes of things."""
    after = case.word(case.told.at + 1)
    verbal = verb(after) is not None and not case.scene.written(case.told.at + 1).endswith("ة")
    if case.past not in _BECAME or verbal:
        return False
    thing = (
        after.isalpha()
        and after[:2] != "ال"
        and not role(after)
        and not is_number(after)
        and (DEEDS.get(after) or {}).get("told") in _NO_DEED
    )
    thing = thing and after.removesuffix("ا") not in _PARTS and _QUALITY.fullmatch(after) is None
    if after in _FACILITIES:
        return False  # `المدرسة صارت مستشفى`
    return in_own_words(case) or (thing and bodiless(case) and case.teller not in ("agency", "document"))


_QUALITY = re.compile(r"م\w+[اه]|\w\wي\w[اه]|\wا\w{1,2}[اه]|\w+(?:ين|ون|يا|يه)")  # مغلقة, ضعيفا, جاهزة
_FACILITIES = frozenset("مستشفي مركز مراكز مخزن مخزنا ملجا ماوي ثكنه مقر محطه سوق سوقا مسكنا معبر ساحه".split())


_NO_DEED = frozenset({None, "state", "opinion"})
_PARTS = frozenset("عضو شريك جزء طرف مقر مالك ملك رئيس قائد مدير لاعب جاهز متاح قادر مستعد".split())

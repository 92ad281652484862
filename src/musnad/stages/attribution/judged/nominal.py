"""The status of a content that is a noun with what belongs to it, and no clause: `إغلاق المعبر`, `وجود خلافات`."""

from __future__ import annotations

from musnad.stages.attribution.judged.case import Case, Reading
from musnad.stages.attribution.judged.nature import of_nature
from musnad.stages.attribution.judged.negation import IS_NOT, asserts
from musnad.stages.attribution.judged.predicative import definite
from musnad.stages.attribution.judged.worth import weighs
from musnad.stages.attribution.page.deeds import DEEDS, deed, deed_at, when, with_lam
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import is_number, is_that, role
from musnad.verbs import verb

__all__ = ["by_noun", "headline"]

_THERE = frozenset("هناك ثمه وجود".split())
_STANDING = frozenset("ongoing planned possible".split())
_LEADS = frozenset("علي عن الي".split())


def by_noun(case: Case) -> Reading | None:
    """A content that begins with a noun told as the cue's object, or in a headline: no clause of its own."""
    if case.word(case.first) in _THERE and (there := _there(case)) is not None:
        return there
    agreed = asserts(case.scene, case.first + 1, case.place.last)  # `لا خلاف على أن …`
    if case.word(case.first) == "لا" and case.told.tense == "none" and not agreed:
        return _none_of(case)
    if case.word(case.first) in {"هناك", "ثمه"} or not _phrase(case):
        return None
    if headline(case) and _toll(case):
        return Reading("occurred", False, "deed")
    of_noun = case.word(case.first) == "وجود" and (found := verb(case.word(case.told.at))) and found.alike
    if _bent_on(case.scene, case.first):
        return Reading("planned", False, "deed")
    if case.told.tense == "perfect" and case.told.at - case.first <= 4 and not (_joined(case) or of_noun):
        return case.says("occurred", "perfect")  # `رسالة وصلت إلى …`, `قرار اتخذته …`
    ahead = case.told.tense == "future" and not case.told.negated and case.told.row  # of the table, and no name
    if ahead and 0 < case.told.at - case.first <= 3:
        return Reading("expected" if of_nature(case.scene, case.first) else "planned", False, "future")
    if _awaited(case):
        return Reading("planned", False, "deed")
    if case.told.tense == "none" and _that_did(case):
        return Reading("occurred", False, "perfect")
    if case.word(case.first) in {"عدم", "بعدم"}:
        row = deed_at(case.scene, case.first + 1)
        felt = case.first + 1 in case.scene.feelings  # `عدم رضاه`
        told = _told(case, row["told"], row["announced"]) if row else "opinion" if felt else "occurred"
        return Reading(told, True, "opinion" if felt and not row else "deed")
    row = deed_at(case.scene, case.first)
    if "opinion" in case.signs and case.told.tense == "none" and case.first not in case.scene.signs:
        return Reading("opinion", False, "opinion")  # `سلامة الركاب خط أحمر`
    if row is not None:
        return Reading(_told(case, row["told"], row["announced"]), False, "deed")
    if _spoken(case) or headline(case):
        return None
    return case.says("opinion", "opinion") if "opinion" in case.signs else Reading(_unknown(case), False, "deed")


def _joined(case: Case) -> bool:
    """`الحرص على تطويرها ودعمها`, `… ورفض التدخل`: what was read as the predicate is one more noun."""
    word = case.word(case.told.at)
    found, itself = verb(word[1:]), case.past[:1] == "و"  # `وصل`
    noun = deed(case.word(case.first)) is not None and found is not None and found.alike and not itself
    noun = noun and not is_that(case.scene, case.first - 1)
    return case.told.tense == "perfect" and word[:1] == "و" and (word.endswith(("ه", "ها", "هم")) or noun)


_BENT = frozenset("توجه نيه عزم اتجاه".split())


def _bent_on(scene: Scene, i: int) -> bool:
    """`توجه لرفع الرسوم`, `نية لبيع المبنى`"""
    return scene.text(i) in _BENT and with_lam(scene, i + 1)


def _that_did(case: Case) -> bool:
    """`رتل خرج من البلدة`, `ما دار في الفندق`: a thing, and what it did though the verb is spelt as a noun too."""
    scene, first = case.scene, case.first
    found = verb(scene.text(first + 1))
    if (
        found is None
        or found.tense != "perfect"
        or case.word(first)[:2] == "ال"
        or headline(case)
        or scene.quoted_at(first)
    ):
        return False
    goes = role(scene.text(first + 2)) == "preposition"
    return goes and deed(scene.text(first)) is None and (found.row.get("past") or "و")[0] == scene.text(first + 1)[0]


def _awaited(case: Case) -> bool:
    """`لقاء يجمعه بالنقيب السبت`: a meeting that a present tense and a time tell of, where none lies behind."""
    row = deed_at(case.scene, case.first)
    dated = any(case.scene.in_time(i) for i in range(*case.place)) and when(case.scene, case.place) != "behind"
    present = case.told.tense == "imperfect" and not case.told.negated and case.told.at == case.first + 1
    return row is not None and row["announced"] == "planned" and present and dated


def _there(case: Case) -> Reading | None:
    """`وجود خلافات`, `هناك خطة`, `وجود اتصالات تجري بعيدا عن الأضواء`"""
    row = deed(case.word(case.first + 1))
    if row is not None and row["told"] in _STANDING and (row["told"] != "ongoing" or case.word(case.first) == "وجود"):
        return Reading(row["told"], False, "deed")
    verbs = (verb(case.word(i)) for i in range(case.first + 1, min(case.first + 7, case.place.last)))
    goes_on = any(v and v.tense == "imperfect" and v.row.get("now") == "ongoing" for v in verbs)
    return Reading("ongoing", False, "ongoing") if goes_on else None


def _none_of(case: Case) -> Reading | None:
    """`لا رحلات قبل نهاية الشهر` is a plan, `لا أضرار حتى الآن` an outcome, `لا موعد` a state."""
    row = deed_at(case.scene, case.first + 1)
    if _neither_nor(case):
        return Reading("denied", True, "denial")
    if "opinion" in case.signs:
        return Reading("opinion", True, "opinion")  # `لا بديل عن الحوار`
    if row is None:
        if case.word(case.first + 1) in _REFUSED:
            return Reading("planned", True, "deed")  # `لا رجعة عن القرار`
        if weighs(case.word(case.first + 2), "fact"):
            return Reading("state", True, "nominal")  # `لا لوائح جاهزة`
        dated = headline(case) and any(case.scene.in_time(i) for i in range(*case.place))
        return Reading("planned", True, "deed") if dated or _until(case) else None
    if case.word(case.first + 1) in _POLICY and case.teller in _IN_CHARGE:
        return Reading("planned", True, "deed")  # `الوزير: لا زيادة في الأسعار`
    if row["told"] == "occurred" and any(case.word(i) == "حتي" for i in range(*case.place)):
        return Reading("occurred", True, "deed")
    return Reading("planned" if _until(case) else "state", True, "deed")


def _toll(case: Case) -> bool:
    """`30 حادثا في ليلة`, `سبعة قتلى`: how many mishaps or victims there have been."""
    if not is_number(case.word(case.first)):
        return False
    row = deed_at(case.scene, case.first + 1) or deed(case.word(case.first + 1).removesuffix("ا"))
    happened = row is not None and row["told"] == row["announced"] == "occurred"
    return happened and case.told.tense == "none" and when(case.scene, case.place) != "ahead"


_REPLIES = frozenset("ردّ أجاب عقّب".split())


def _neither_nor(case: Case) -> bool:
    """`«لا بيع ولا تأجير»`: deeds denied or refused one by one; not `لا ماء ولا كهرباء`, `لا إصابات ولا أضرار`."""
    scene, i = case.scene, case.first + 2
    if scene.text(i) not in {"ولا", "و"} or any(scene.text(k) == "حتي" for k in range(*case.place)):
        return False
    told = [deed_at(scene, k) for k in (case.first + 1, i + 1)]
    plans = any(row is not None and row["told"] == "occurred" and row["announced"] == "planned" for row in told)
    bare = scene.text(i - 1) not in {"موعد", "احد"} and not scene.text(i - 1).endswith(("كم", "هم", "نا"))
    return bare and (plans or case.frame.opening.row["lemma"] in _REPLIES)


def _phrase(case: Case) -> bool:
    """Whether the content has no clause: its first word is a noun that what follows belongs to."""
    scene, told, first = case.scene, case.told, case.first
    if is_that(scene, first - 1) or scene.text(first) in IS_NOT or scene.text(first) == "لن":
        return False
    if scene.written(first)[:2] == "ال" and told.at == first + 1 and told.tense == "none":
        return False  # `العقد محترم`, `القتلى هم …`
    mine = scene.quoted_at(first) and scene.written(first).endswith(("ي", "نا"))
    said = role(scene.text(first + 1)) == "preposition" or weighs(case.word(told.at))  # `«وضعنا صعب»`
    if told.tense == "none" and mine and deed(scene.text(first)) and said:
        return False  # `«عقدي مع النادي حتى 2028»`
    spoken = scene.quoted_at(first) and definite(scene, told.at - 1) and told.at > first + 1
    if told.tense == "none" and (scene.written(first)[:2] == "ال" or spoken) and weighs(case.word(told.at)):
        return False  # `«التعاون مع الجيران أفضل من الحرب»`
    if told.tense == "none" and any(
        case.word(i) == case.word(first) for i in range(first + 2, min(first + 6, case.place.last))
    ):
        return False  # `هدنة بلا راتب هدنة بلا خبز`
    if told.tense == "none" or _joined(case):
        return not (headline(case) and told.at > first and _said(case, told.at))
    if role(scene.text(first)) in {"preposition", "during", "place"}:
        return False  # `عند النظر إلى البحر يبدو كل قارب صغيرا`
    plain = _led(case) or (not scene.text(first).startswith("ال") and first not in scene.mentions)
    return told.at != first and plain and not (headline(case) or _spoken(case))


def _said(case: Case, i: int) -> bool:
    """Whether a word is a predicate for sure: `حالة المصابين مستقرة`, `التعادل نتيجة عادلة`."""
    return weighs(case.word(i)) or weighs(case.word(i), "fact") or weighs(case.word(i + 1))


def headline(case: Case) -> bool:
    return case.frame.opening.way == "colon"


def _led(case: Case) -> bool:
    """`شدد على «الأهمية الكبيرة لـ…»`"""
    return case.scene.quoted_at(case.first) and case.word(case.first - 2) in _LEADS


def _spoken(case: Case) -> bool:
    """Whether the content can be a clause without `أن` before it: quoted, or behind a preposition."""
    if headline(case) or _led(case):
        return False
    return case.frame.opening.way == "preposition" or case.scene.quoted_at(case.first)


def _told(case: Case, told: str, announced: str) -> str:
    """What a noun tells, as news or as an announcement; a time ahead makes a deed a plan."""
    laid_down = case.frame.opening.row["lemma"] in ("نصّ", "قضى")  # `نص الاتفاق على إعادة الأسرى`
    by_saying = deed_at(case.scene, case.first) in map(DEEDS.get, _BY_SAYING)
    if case.stance == "announces" and (by_saying or case.word(case.first) in {"تبنيه", "تبنيها"}):
        announced = "occurred"  # `أعلن الحزب انسحابه`
    official = headline(case) or laid_down or case.stance in ("announces", "promises")
    side = when(case.scene, _before_until(case) if told == announced else case.place)
    if _rumoured(case) and {case.word(case.first), case.word(case.first).removeprefix("ال")} & _DECIDED:
        official, announced = True, "planned"  # `يشاع رفع الرسوم`
    if (
        side == "ahead"
        and told == "occurred"
        and (case.word(case.first) in _FALLS or of_nature(case.scene, case.first + 1))
    ):
        return "expected"  # `هطول أمطار يوم الأحد المقبل`
    status = announced if official else told
    if status == "occurred" and any(case.word(case.first + k) in _AGAIN for k in (1, 2, 3)):
        return "ongoing"  # `انقطاع التيار المتكرر`
    if side and (told != announced or status == "occurred"):
        return "planned" if side == "ahead" else "occurred"
    if status == "occurred" and any(case.word(case.first + k) in _AHEAD for k in (1, 2)):
        return "planned"  # `تعديل وزاري قريب`
    if status == "planned" and told == "occurred" and _counted(case):
        return "occurred"  # `أعلنت إزالة 200 لوحة`
    return status


def _before_until(case: Case) -> Place:
    """The place up to `حتى صيف 2028` or `على أن تصل …`, whose time is not the deed's own."""
    inside = range(case.first + 1, case.place.last)
    ends = (
        i
        for i in inside
        if case.word(i) in {"حتي", "لغايه"}
        or (case.word(i) == "علي" and case.word(i + 1) == "ان")
        or (i > case.first + 1 and (found := verb(case.word(i))) is not None and found.tense == "imperfect")
    )  # `فتح تحقيق تنشر خلاصته في أكتوبر`
    return Place(case.first, next(ends, case.place.last))


_AGAIN = frozenset("المتكرر المتكرره المستمر المستمره المتواصل المتواصله الدائم المتزايد المتزايده".split())
_AHEAD = frozenset("قريب قريبه مرتقب مرتقبه وشيك وشيكه مقبل مقبله".split())
_HANDLED = frozenset(
    "اغلاق اتلاف سحب ايقاف احاله توزيع ازاله اجلاء نقل ترحيل استقبال ادخال تسليم صرف فحص اصلاح رفع"
    " زراعه تركيب مصادره".split()
)


def _counted(case: Case) -> bool:
    """A handling of so many things, which one counts when it is done."""
    near = (case.word(case.first + 1), case.word(case.first + 2))
    return case.word(case.first).removeprefix("ال") in _HANDLED and any(is_number(word) for word in near)


_REFUSED = frozenset("رجعه رجوع مساومه تفريط هواده مهادنه".split())
_POLICY = frozenset("تمديد زياده رفع تغيير تعديل خفض تخفيض تقليص بيع تسريح تاجيل الغاء".split())
_IN_CHARGE = frozenset("official_body state person organization".split())
# What is done when it is announced.
_BY_SAYING = tuple("قبول انسحاب حل تجميد تعليق ترشيح انضمام ايقاف اعتزال استقاله".split())
# What somebody decides, and so is still to come where it is rumoured.
_DECIDED = frozenset(
    "فرض رفع الغاء الزام ترحيل تطبيق خفض منع حظر اغلاق بيع هدم ازاله تقليص تخفيض تعديل دمج تاجيل اقاله تغيير زياده"
    " سحب وقف تحويل".split()
)
_FALLS = frozenset("هطول تساقط هبوب انحسار".split())


def _rumoured(case: Case) -> bool:
    """Whether nobody, or nobody who is named, claims it: what is said to be done is then still to come."""
    vague = case.teller in ("", "public", "media_reports")
    return case.stance == "claims" and vague and case.frame.opening.row["lemma"] not in ("زعم", "ادّعى", "تداول")


def _unknown(case: Case) -> str:
    """What a noun that is in no table tells."""
    if case.stance == "announces" and case.scene.written(case.first).endswith(("ه", "ها", "هم")):
        return "state"  # `أعلن مسؤوليته عن الهجوم`, `أعلنت تضامنها مع المضربين`
    if case.stance == "announces":
        return "occurred" if when(case.scene, case.place) == "behind" else "planned"
    return "occurred" if is_number(case.word(case.first)) else "state"


def _until(case: Case) -> bool:
    return when(case.scene, case.place) == "ahead" or any(case.word(i) == "قبل" for i in range(*case.place))

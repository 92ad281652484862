"""What a present tense or a clause without a verb tells, where no time lays it ahead."""

from __future__ import annotations

import re

from musnad.rules import lexicon
from musnad.stages.attribution.judged.case import Case, Reading, own
from musnad.stages.attribution.judged.complements import governed, usual
from musnad.stages.attribution.judged.evaluation import judged
from musnad.stages.attribution.judged.figures import figure
from musnad.stages.attribution.judged.nature import of_nature
from musnad.stages.attribution.judged.nominal import headline
from musnad.stages.attribution.judged.own_words import image, in_own_words, plain
from musnad.stages.attribution.judged.predicative import elative
from musnad.stages.attribution.judged.spoken import NOTHING
from musnad.stages.attribution.judged.worth import weighs
from musnad.stages.attribution.page.deeds import deed, when
from musnad.stages.attribution.page.words import is_number, role

__all__ = ["at_present"]

HAPPENED = lexicon("attribution/happened")


def at_present(case: Case) -> Reading:
    told, now = case.told, governed(case) or case.now
    nominal = told.tense == "none"
    if nominal and not told.negated and any(case.word(i) in _ON_TIME for i in range(*case.clause)):
        return case.says("planned", "planned")  # `الإضراب قائم في موعده`
    if nominal and not told.negated and (subject := deed(case.word(case.first))) and subject["told"] == "possible":
        return case.says("possible", "possible")
    if nominal and not told.negated and _repeats(case):
        return case.says("opinion", "opinion")
    if _holds(case):
        return Reading("state", False, "nominal")
    if nominal and not told.negated and _among(case):
        return case.says("state", "nominal")
    if nominal and not told.negated and not told.was and (lasts := lasting(case)):
        return Reading(lasts, False, "ongoing" if lasts == "ongoing" else "nominal")
    if nominal and not told.negated and judged(case) and not _still(case):
        return case.says("opinion", "opinion")
    if not (nominal or told.negated) and headline(case) and HAPPENED.get(case.past) and told.at > case.first:
        return case.says("occurred", "present")  # `الشرطة: حريق يلتهم مخزنا`
    if not nominal and figure(case):
        return case.says("opinion", "opinion")
    if "ongoing" in case.signs and of_nature(case.scene, case.first) and when(case.scene, case.clause) == "ahead":
        return case.says("expected", "expected")  # `الأمطار مستمرة حتى مساء الغد`
    if "ongoing" in case.signs:
        return case.says("state", "nominal") if nominal and _still_with(case) else case.says("ongoing", "ongoing")
    if told.negated:
        return _is_not(case)
    if now == "" and not nominal and case.later == "planned" and _mine(case):
        return case.says("planned" if _steps(case) else "ongoing", "present")
    if case.past not in _KNOWS and not nominal and now in ("", "ongoing", "state") and _for_some_time(case):
        return case.says("ongoing", "ongoing")
    near = range(told.at + 1, min(told.at + 4, case.clause.last))
    if case.past in _TAKES and any(case.word(i) in {"%", "بالمئه", "بالمائه"} for i in near):
        return case.says("state", "present")  # `الرواتب تلتهم 60% من الموازنة`
    if (now == "opinion" and not nominal and _measured(case)) or (now == "ongoing" and _share(case)):
        return case.says("state", "present")  # `يكفي ثلاثة أشهر`, `ثلث الناس ينامون باكرا`
    if now in ("", "ongoing") and case.word(told.at)[:1] == "ن" and usual(case):
        return case.says("ongoing", "present")  # `نشتري الماء كل يوم`
    if case.past == "عد" and _counted_among(case):
        return case.says("state", "present")
    if "opinion" in case.signs or judged(case):
        return case.says("opinion", "opinion")
    if now in ("", "state") and case.stance in ("says", "claims") and image(case):
        return case.says("opinion", "opinion")
    counted = any(is_number(case.word(i)) for i in range(case.first, case.first + 6))
    near = range(case.told.at + 1, min(case.told.at + 5, case.clause.last))
    counted = counted or any(is_number(case.word(i).removeprefix("ب")) for i in near) or case.scene.in_time(case.first)
    if now in ("", "state") and case.stance != "confirms" and not counted and in_own_words(case) and not plain(case):
        return case.says("opinion", "opinion")
    now = now or ("state" if nominal else "ongoing")
    if now == "state" and not told.negated and (_seen(case) or _passive(case)):
        return case.says("ongoing", "present")
    return case.says(now, "nominal" if nominal else "present")


def _is_not(case: Case) -> Reading:
    """What is not so: a fact, or what its teller makes of things."""
    told = case.told
    if case.word(told.at) == "غير" and weighs(case.word(told.at + 1), "fact") and "opinion" not in case.signs:
        return Reading("state", True, "nominal")  # `«الدواء غير متوفر»`
    valued = "opinion" in case.signs
    if (
        not valued
        and told.tense == "none"
        and (role(case.word(told.at + 1)) or case.word(told.at + 1)[:3] in ("لدي", "عند"))
    ):
        return Reading("state", True, "nominal")  # `ليس لدينا مخزن`, `ليست على جدول الأعمال`
    if told.tense == "none" and case.word(told.at) in NOTHING | {"ما"}:
        return Reading("state", True, "nominal")  # `مفيش مية`
    if "opinion" in case.signs or judged(case):
        return Reading("opinion", True, "opinion")
    if told.tense == "imperfect" and own(case.scene, case.frame, case.first) and not case.scene.quoted_at(case.first):
        return Reading("state", True, "present")  # `بلاده «لا تساوم على سيادتها»`
    if case.frame.opening.row["lemma"] == "نصّ":
        return Reading("state", True, "present")  # `ينص العقد على أن البند لا يقبل التعديل`
    if any(case.word(i) in _HOURS for i in range(told.at + 1, case.clause.last)) and not figure(case):
        return Reading("state", True, "present")  # `«المحطة لا تعمل ليلا»`
    if case.past in _DISCUSSES and case.word(told.at)[:1] == "ن":
        return Reading("state", True, "present")  # `«لا نعلق على المراسلات»`
    if case.past in _BEARS and _measured(case):
        return Reading("state", True, "present")  # `لا يتحمل أكثر من ستين طنا`
    if case.past not in _KNOWS and case.stance != "confirms" and in_own_words(case):
        return Reading("opinion", True, "opinion")
    status = "opinion" if (governed(case) or case.now) == "opinion" else "state"
    return Reading(status, True, "present" if told.tense == "imperfect" else "nominal")


def _seen(case: Case) -> bool:
    """`مراسلنا: طوابير تمتد إلى الشارع`: what one sees where he stands."""
    source = case.frame.opening.source
    there = source is not None and case.word(source.first).startswith("مراسل")
    nominal = case.told.tense == "none"
    return there and not (nominal and not re.match(r"م\w\w\w|\wا\w\w", case.word(case.told.at)))


def _passive(case: Case) -> bool:
    """`السفن تُحمل بالعتاد`, and not `تُعرف بسوقها`: what is being done to a thing."""
    written = case.scene.written(case.told.at)
    return re.match("[وف]?[يت]\u064f", written) is not None and case.past in ("حمل", "نقل", "وصل", "سمع")


_MEASURES = re.compile("(?:مدت|طول|وزن|عمر|قيمت|سعر|عرض|عدد|كلفت|تكلفت|سعت|ارتفاع|عمق)(?:ه|ها|هم|هما)")


def _holds(case: Case) -> bool:
    """`في الخزينة أموال تكفي شهرين`, `لدى البنك سيولة تغطي …`: that there is any."""
    first, at = case.first, case.told.at
    if case.told.tense == "none" and _MEASURES.fullmatch(case.word(first + 1)):
        return True  # `الفيلم مدته تسعون دقيقة`
    led = case.word(first) in {"في", "لدي", "عند"} and case.word(first + 1)[:2] == "ال"
    bare = case.word(first + 2).isalpha() and case.word(first + 2)[:2] != "ال"
    return led and bare and case.told.tense == "imperfect" and not case.told.negated and at == first + 3


def _repeats(case: Case) -> bool:
    """`هدنة بلا راتب هدنة بلا خبز`: a saying, that says the same word of itself."""
    again = range(case.first + 2, min(case.first + 6, case.clause.last))
    same = next((i for i in again if case.word(i) == case.word(case.first)), None)
    return same is not None and len(case.word(case.first)) > 2 and role(case.word(same - 1)) == ""


_TAKES = frozenset("التهم استهلك استنزف".split())
_KNOWS = frozenset("ملك عرف علم".split())
_HOURS = frozenset("ليلا نهارا صباحا مساء الجمعه السبت الاحد الاثنين الثلاثاء الاربعاء الخميس".split())
_DISCUSSES = frozenset("علق ناقش كشف أفصح تحدث خاض أعلن نشر".split())
_BEARS = frozenset("تحمل احتمل كفى وسع اتسع".split())


def _among(case: Case) -> bool:
    """`بين الموقوفين قاصرون`, `من بين الجرحى أطفال`"""
    i = case.first + (case.word(case.first) == "من")
    return case.word(i) in {"بين", "ضمن"} and case.word(i + 1)[:2] == "ال"


def _mine(case: Case) -> bool:
    """A first person, or a headline's own present: `نقدم استجوابا`."""
    return not usual(case) and (case.word(case.told.at)[:1] == "ن" or case.scene.in_title(case.first))


def _steps(case: Case) -> bool:
    """A headline's own present, a consent (`نقبل العرض`), steps in turn (`نبدأ بالخبراء أولا، ثم …`)."""
    return (
        case.scene.in_title(case.first)
        or case.past in ("قبل", "وافق")
        or any(case.word(i) == "اولا" for i in range(*case.place))
    )


def _counted_among(case: Case) -> bool:
    """`تعد من الجمعيات الخيرية`, `يعد الأعلى منذ سنوات`, and not `تعد من أهم المدن`."""
    after = case.word(case.told.at + 1)
    return (after == "من" and not weighs(case.word(case.told.at + 2))) or after in _TOPS


_ON_TIME = frozenset("موعده موعدها موعدهما".split())
_TOPS = frozenset("الاعلي الاول الاولي الاكبر الادني الاقل الثاني الثانيه الثالث الثالثه".split())
_SHARES = frozenset("ثلث ثلثا ثلثي نصف ربع خمس عشر غالبيه معظم اغلب".split())


def _share(case: Case) -> bool:
    first, after = case.word(case.first), case.word(case.first + 1)
    if first in ("خمس", "عشر") and after[:2] != "ال":
        return False  # `عشر سفن`
    return first in _SHARES or (first[:1].isdigit() and case.word(case.first + 1) in {"%", "في", "بالمئه", "بالمائه"})


_WITH = frozenset("علي من لدي عند مع".split())
_GOING = (
    "منتشر",
    "متمركز",
    "متحصن",
    "معتصم",
    "مرابط",
    "مضرب",
    "نازح",
    "جار",
    "مستمر",
    "متواصل",
    "قائم",
    "محتجز",
    "عالق",
    "محاصر",
    "مفقود",
    "مشتعل",
    "تحت",
    "قيد",
    "في طور",
)


def _still_with(case: Case) -> bool:
    """`لا تزال بيد الجيش`, `ما زال على رأيه`, `لا يزال متفائلا`: a state that lasts, and nothing that goes on."""
    i = case.told.at
    after = case.word(i + 1)
    stays = after[:1] == "ب" or after in _WITH or case.scene.written(i + 1).endswith(("اً", "ا", "ة"))
    stays = stays or elative(case.scene, i + 1)  # `ما زال أرخص من غيره`
    return _still(case) and stays and not after.startswith(_GOING)


def _still(case: Case) -> bool:
    """`ما زال`, `لا تزال`"""
    return case.word(case.told.at).lstrip("يتن")[:2] == "زا"


def _measured(case: Case) -> bool:
    """A number or a span of time right behind the predicate: what can be counted is no matter of opinion."""
    near = range(case.told.at + 1, min(case.told.at + 5, case.clause.last))
    scene = case.scene
    return any(
        is_number(scene.text(i)) or (role(scene.text(i)) == "quantifier" and not scene.text(i).startswith("كبير"))
        for i in near
    )


def _for_some_time(case: Case) -> bool:
    """`ينامون في العراء منذ أسبوع`: what lasts until now."""
    since = range(case.told.at + 1, case.clause.last)
    dated = any(re.fullmatch(r"(?:19|20)\d\d", case.word(i)) for i in since)
    return not dated and any(case.word(i) == "منذ" for i in since)


def lasting(case: Case) -> str:
    """What a clause without a verb tells that says since when or until when: `الطريق مقطوعة منذ الفجر` goes on,
    `العمولة متأخرة منذ عام 2022` stands; and nothing of `الأسوأ منذ سنوات`."""
    said = range(case.first + 2, case.clause.last)
    until = next(
        (i for i in said if case.word(i) in _SINCE or (case.word(i) == "حين" and case.word(i - 1) == "الي")), None
    )
    if until is None:
        return ""
    if any(re.fullmatch(r"(?:ال)?أ\w{2,3}|الأولى", case.scene.written(i)) for i in range(case.first, until)):
        return ""
    if case.word(until) == "منذ":
        return "ongoing" if _for_some_time(case) else "state"
    stays = any(re.match(r"باق|معلق|مغلق|مقطوع|متوقف|مرابط|صامد", case.word(i)) for i in range(case.first + 1, until))
    return "ongoing" if stays and not case.scene.in_time(until + 1) else ""


_SINCE = frozenset("منذ حتي لحين ريثما".split())

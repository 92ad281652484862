"""Whether what is told as to come is a plan or an expectation: who says it, of whom, and what kind of doing it is."""

from __future__ import annotations

import re

from musnad.doc import TimeExpression
from musnad.stages.attribution.contents.frames import Frame
from musnad.stages.attribution.judged.case import Case, own
from musnad.stages.attribution.judged.nature import MOVES, of_nature
from musnad.stages.attribution.page.deeds import deed_at, when
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import role

__all__ = ["PERIODS", "foreseen", "onlooker", "scheduled_for", "within_days"]

# What befalls its subject, though he says it of himself: `سنخسر`.
_BEFALLS = frozenset("خسر فقد رأى شهد مات عانى ندم فاز نجح".split())


# Who has a say in what is to come; others only foresee it.
_IN_CHARGE = frozenset("person official_body organization state agency document".split())
# The course that a work or a meeting takes: planned where its own people tell it.
_COURSE = frozenset("انتهى استمر شهد تركز ركز شمل ضم تضمن تناول اقتصر جرى اكتمل عاد تواصل اشتمل احتوى".split())
# What is set going by appointment: a truce, a sale, a course.
_BY_APPOINTMENT = frozenset("دخل سرى بدأ انطلق عقد أقيم افتتح التأم صدر".split())
_COUNTS = frozenset("عدد اعداد طاقه سعه مساحه قدره".split())
_GROWS = frozenset("ارتفع زاد تضاعف انخفض تقلص وصل بلغ".split())
_ONLOOKERS = frozenset(
    "خبير خبيره خبراء محلل محلله محللون محللين باحث باحثه باحثون باحثين مراقب مراقبون مراقبين كاتب كاتبه كتاب استاذ"
    " استاذه مختص مختصون متخصص متابع متابعون ناقد نقاد معلق معلقه مدون مدونه".split()
)
_READY = re.compile("(?:جاهز|متاح|مفتوح|مكتمل|منجز|مجهز|متوفر|مجاني)")
_FORMER = frozenset("سابق سابقه اسبق".split())
# What one chooses not to do, for oneself or one's own: `الرئاسة لن تسمح`.
_CHOOSES = frozenset(
    "سمح قبل تراجع تنازل تهاون تسامح فرط رضخ ساوم وقع شارك تخلى اعترف زاد خفض رفع لبى دفع باع رد".split()
)


# `سيتقدم بشكوى` is a deed, `سيعود بالنفع` an effect.
_BY_PREPOSITION = {("تقدم", "ب"): "planned", ("عاد", "ب"): "expected"}
# What those who act do on purpose, and to others only happens.
_ON_PURPOSE = frozenset("وسع خفض قلص قلل كثف حرر دعم وفر شن".split())
PERIODS = frozenset("الايام الساعات المرحله الفتره الاشهر الاسابيع السنوات الاعوام الدقائق".split())


def foreseen(case: Case) -> str:
    """A future is a plan where its teller commits himself or has a say in it, or of what is done by appointment.

    Any other is expected.
    """
    if (settled := _at_once(case)) is not None:
        return settled
    scene, told, word = case.scene, case.told, case.word(case.told.at)
    nature = of_nature(scene, case.subject)
    watches = onlooker(scene, case.frame)
    in_charge = case.teller in _IN_CHARGE and not (watches or nature)
    moves = nature and scene.text(case.first) in MOVES  # `حركة الرياح`
    acts = not moves and (_agent(scene, case.first) or own(scene, case.frame, case.first))
    if case.past in _ON_PURPOSE and not told.negated and case.teller in _IN_CHARGE and acts:
        return "planned"
    if case.past in _CHOOSES and told.negated and in_charge and acts:
        return "planned"
    if case.past == "شهد" and (case.word(case.first) in PERIODS or of_nature(scene, told.at + 1)):
        return "expected"
    set_ = case.word(case.first).startswith(_PRICED) and told.negated and case.teller in ("person", "official_body")
    if set_ and not watches:
        return "planned"  # `الوزير: الأسعار لن ترتفع في رمضان`
    if nature and not acts:
        return "expected"
    if nature and case.subject != case.first and not _mine(case):
        return "expected"  # `ستهطل أمطار رعدية`
    if case.past in _BY_APPOINTMENT and not nature and not told.negated:
        return "planned"
    if case.later == "expected" and in_charge and not told.negated and case.past in _COURSE:
        return "planned"
    counted = in_charge and case.word(case.first) in _COUNTS
    if counted and case.past in _GROWS and not told.negated:
        return "planned"  # `عدد المسارات سيرتفع إلى 30`
    if case.past == "عمل" and case.word(told.at + 1) == "علي" and not acts:
        return "expected"  # `الاتفاق سيعمل على جعل المنطقة أكثر أمنا`
    apart = not own(scene, case.frame, case.first) and not re.search("[يت]كون$", word)
    watched = told.negated and apart and (watches or case.teller == "anonymous")
    if case.later == "expected" or case.teller == "experts" or watched:
        return "expected"
    if case.stance in ("announces", "reveals") and told.row:
        return "planned"
    if re.search("[يت]كون$", word) and not nature:
        role_of_own = told.negated and acts  # `الرياض لن تكون طرفا`
        if in_charge and case.teller in ("person", "official_body") and _READY.match(case.word(told.at + 1)):
            return "planned"  # `الوزيرة: المحطات ستكون جاهزة`
        return "planned" if role_of_own or _placed(scene, told.at + 1) else "expected"
    if told.at == case.first and scene.quoted_at(case.first) and word.endswith("ون"):
        return "expected"
    people = word.endswith(("ون", "وا")) and bool(told.row)
    if people or own(scene, case.frame, case.first) or told.at == case.first:
        return "planned"
    subject = deed_at(scene, case.first)
    if subject and subject["told"] != "ongoing" and case.later != "planned":
        return "expected"
    if case.later == "planned" or _agent(scene, case.first):
        return "planned"
    return "planned" if in_charge else "expected"


def _at_once(case: Case) -> str | None:
    """What set phrases tell, a time that is settled, and the teller's own word."""
    scene, told = case.scene, case.told
    if (bent := _BY_PREPOSITION.get((case.past, case.word(told.at + 1)[:1]))) is not None:
        return bent
    if case.past == "حمل" and case.word(told.at + 1).startswith("اسم"):
        return "planned"  # `القاعة ستحمل اسم الشاعر`
    if _in_time(case) or (_by_decree(case) and case.teller != "experts"):
        return "planned"
    if _mine(case) and case.past not in _BEFALLS:
        return "planned"
    if case.frame.opening.row["lemma"] == "جزم" and not own(scene, case.frame, case.first):
        return "expected"  # `يجزم الكاتب بأن القوة لن تعيد الأمن`
    if onlooker(scene, case.frame) and case.word(case.first) in {"بلاده", "بلادها"}:
        return "expected"  # `قال الباحث إن بلاده ستقبل …`
    return None


def _mine(case: Case) -> bool:
    found = re.match(r"[وف]?(?:[سهح][ان]|ن)", case.word(case.told.at))  # `هنكمل`, as it is spoken
    return found is not None or case.scene.written(case.told.at).startswith("أ")


def scheduled_for(case: Case) -> str | None:
    """What a present tense tells of what a time lays ahead (`تبدأ بعد أسبوع`); None where none does."""
    side = when(case.scene, case.clause)
    timed = any(case.scene.in_time(i) for i in range(case.told.at + 1, case.clause.last))
    if case.past in _TRAVELS and _agent(case.scene, case.subject) and timed and side != "behind" and not _usual(case):
        return "planned"  # `يصل المبعوث إلى العاصمة فجر الخميس`
    if side == "ahead" and of_nature(case.scene, case.subject) and not case.told.negated:
        return "expected"  # `الرياح تشتد مساء الغد`
    if side == "ahead" and case.told.tense == "imperfect" and _by_decree(case) and not case.told.negated:
        return "planned"
    mine = case.word(case.told.at)[:1] in "ان"
    if (case.now and not mine and case.past not in ("انتهى", "اكتمل")) or case.told.negated:
        return None
    if side == "ahead" or (not side and within_days(case)):
        return "expected" if of_nature(case.scene, case.first) else "planned" if mine else case.later or "planned"
    dated = any(i in case.scene.times for i in range(case.told.at + 1, case.clause.last))
    dated = dated or any(case.word(i) in _SEASONS for i in range(case.told.at + 1, case.clause.last))
    return "planned" if case.past in _BY_APPOINTMENT and side != "behind" and dated else None


_TRAVELS = frozenset("وصل غادر زار توجه سافر التقى استقبل اجتمع".split())


def _usual(case: Case) -> bool:
    return case.told.negated or any(case.word(i) in {"كل", "عاده", "منذ", "الان", "اليوم"} for i in range(*case.clause))


def within_days(case: Case) -> bool:
    """`خلال أيام`, `قبل رمضان`, `قريبا`"""
    near = range(case.told.at + 1, case.clause.last)
    return any(
        (case.word(i) in {"خلال", "غضون"} and (case.word(i + 1) in _SPAN or (_to_come(case, i + 2))))
        or (case.word(i) in {"قبل", "بعد"} and _a_feast(case, i + 1 + (case.word(i + 1) in _PARTS)))
        or (case.word(i) == "قبل" and case.word(i + 1) in _PARTS and not case.scene.in_time(i + 1))
        or (case.word(i) == "قريبا" and case.word(i - 1) not in {"صار", "بات", "كان"})
        for i in near
    )


def _to_come(case: Case, i: int) -> bool:
    """`300 حافلة جديدة في غضون ثلاثة أشهر`"""
    return case.told.tense == "none" and case.word(i) in _SPAN | {"شهرا", "يوما", "عاما", "سنوات"}


def _a_feast(case: Case, i: int) -> bool:
    return case.word(i) in _FEASTS or (case.word(i) == "عيد" and case.word(i + 1) in {"الفطر", "الاضحي"})


_PARTS = frozenset("نهايه مطلع منتصف اواخر اوائل بدايه انتهاء ختام متم حلول".split())
_FEASTS = frozenset("رمضان العيد الصيف الشتاء الخريف الربيع الانتخابات".split())


_SPAN = frozenset("ايام ساعات اسابيع اسبوع يومين اسبوعين شهر شهرين".split())
_SEASONS = frozenset("الخريف الشتاء الربيع الصيف".split())


def _in_time(case: Case) -> bool:
    """`ستبدأ في موعدها`: somebody has settled it."""
    near = range(case.told.at + 1, case.told.at + 4)
    return any(re.fullmatch(r"موعد(?:ه|ها|هما|هم)", case.word(i)) for i in near)


_PRICED = tuple("اسعار سعر رسوم تعرف ضريب اجور اجره رواتب فاتور الاسعار السعر الرسوم التعرف الضريب الاجور".split())
_FROM = frozenset("ابتداء بدءا اعتبارا بدايه انطلاقا".split())


def _by_decree(case: Case) -> bool:
    """`أسعار الخبز سترتفع 10% يوم الثلاثاء 1 أبريل`, `ابتداء من مطلع أبريل`: a price that is set from a day on."""
    scene, clause = case.scene, case.clause
    if not case.word(case.first).startswith(_PRICED) or onlooker(scene, case.frame) or case.told.negated:
        return False
    if any(case.word(i) in _FROM and case.word(i + 1) == "من" for i in range(*clause)):
        return True
    start, end = scene.doc.span(*scene.chars(clause))
    times = (t.value for t in scene.doc.marks(TimeExpression) if start <= t.span.start < end)
    return any(re.fullmatch(r"\d{4}-\d\d-\d\d", value) for value in times) and when(scene, clause) == "ahead"


def onlooker(scene: Scene, frame: Frame) -> bool:
    """Whether the teller is one who watches: an analyst, a scholar, a writer, one who held an office once."""
    source = frame.opening.source
    words = [scene.text(i).removeprefix("ال") for i in range(source.first, source.last)] if source is not None else []
    return any(word in _ONLOOKERS for word in words) or any(word in _FORMER for word in words[1:3])


_AGENTS = frozenset("person official_body organization state agency outlet".split())


def _agent(scene: Scene, first: int) -> bool:
    """Whether the subject at token first is somebody who can act: a body, a person, a state."""
    if first in scene.mentions:
        return scene.mentions[first][1].type in ("PER", "ORG", "GPE")
    return any(hit.row["kind"] in _AGENTS for hit in scene.heads.get(first, ()))


def _placed(scene: Scene, i: int) -> bool:
    """`سيكون في العاصمة`, `سيكون بمياه معالجة`: where, when or how, and not what it will be like."""
    if scene.text(i) in _HAS:
        return False
    return (
        i in scene.times
        or (role(scene.text(i)) in {"preposition", "place", "during"} and scene.text(i) != "من")
        or scene.text(i)[:1] in "بل"
    )


_HAS = frozenset("له لها لهم لهما لنا لديه لديها".split())  # `ستكون لها نتائج`: what it will have

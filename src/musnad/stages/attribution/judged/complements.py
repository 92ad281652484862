"""What a present tells by what it governs or is said of: its preposition, its object, a law, a plan, a rate."""

from __future__ import annotations

from musnad.stages.attribution.judged.case import Case
from musnad.stages.attribution.judged.modality import LAWS
from musnad.stages.attribution.judged.nature import of_nature
from musnad.stages.attribution.page.deeds import deed, deed_at, with_lam
from musnad.stages.attribution.page.scene import OPENING
from musnad.verbs import verb

__all__ = ["governed", "usual"]

_USUALLY = frozenset("كل اليوم الان حاليا منذ دائما يوميا عاده".split())
_GOVERNED = {
    ("قام", "علي"): "state",
    ("زاد", "من"): "state",
    ("زاد", "عن"): "state",
    ("زاد", "علي"): "state",
    ("حدث", "نتيجه"): "state",
    ("حدث", "بسبب"): "state",
    ("تم", "عن"): "state",
    ("تم", "عبر"): "state",
    ("تم", "وفق"): "state",
    ("تم", "من"): "state",
    ("بعث", "علي"): "opinion",
    ("اتسع", "ل"): "state",
    ("تمثل", "في"): "state",
    ("انتقل", "عبر"): "state",
    ("بدأ", "من"): "state",
    ("دار", "حول"): "state",
    ("صلح", "ل"): "opinion",
    ("مال", "الي"): "possible",
}
# What a study finds that a thing does to another.
_WORKS = frozenset(
    "ساعد ضعف ساهم أسهم أدى سبب قلل زاد حسن عزز أثر ضر تسبب أبطأ سرع خفض رفع قلص أضعف قوى نشط أخر حد منع حمى وقى أضر"
    " غير حفز هدأ كبح أفسد دعم".split()
)
_PLANS = frozenset("خطه مرحله مقترح مسوده مبادره صفقه قرار".split())
_DRAFTS = frozenset("مقترح مسوده".split())
_STAGES = frozenset("مرحله هدنه".split())
_SPANS = frozenset("امتد شمل استمر استغرق بدأ انطلق تضمن".split())
_HEADS_FOR = frozenset("اتجه استعد تهيأ تأهب حضر".split())


def _for_a_deed(case: Case) -> bool:
    """Whether what a verb of heading for governs is a deed of one's own: `لإطلاق`, `إلى رفع`, `نحو إلغاء`."""
    i = case.told.at + 1
    i += case.word(i) in {"الي", "نحو"}
    row = deed(case.word(i))
    led = row is None and with_lam(case.scene, i) and case.word(i)[:2] != "لل"  # `لتصوير فيلم`
    return led or (row is not None and row["told"] == "occurred")


_STUDIES = frozenset("دراسه بحث مسح ابحاث دراسات".split())


def _study(case: Case) -> bool:
    source = case.frame.opening.source
    return source is not None and case.word(source.first).removeprefix("ال") in _STUDIES


_AIMS = frozenset("برنامج مشروع حمله مبادره خطه دوره ورشه ملتقي معرض مسابقه قرار نظام دراسه مهرجان لقاء عمل".split())
_AIMING = frozenset({"استهدف", "سعى"})


_SHOWS = frozenset({"وثق", "أظهر", "رصد"})
_UNITS = frozenset("ثانيه ثوان دقيقه دقائق ساعه ساعات".split())


def _rate(case: Case) -> bool:
    """`كل دقيقة`, `كل 30 ثانية`"""
    near = range(case.told.at + 1, case.place.last)
    return any(case.word(i) == "كل" and _UNITS & {case.word(i + 1), case.word(i + 2)} for i in near)


def governed(case: Case) -> str | None:
    """What a present tells by its preposition (`يقوم على`, `يتم عن طريق`) or its subject (`البرنامج يستهدف`)."""
    if case.frame.opening.row["lemma"] == "نصّ" and case.now in ("", "ongoing", "opinion"):
        return "state"  # `ينص القانون على أن الجنسية تسقط …`
    if case.past in _AIMING and case.word(case.first).removeprefix("ال") in _AIMS:
        return "state"
    if case.word(case.told.at - 1) == "ما" and case.now in ("", "ongoing"):
        return "state"  # `غالبا ما تغلق`
    if case.word(case.first).removeprefix("ال") in LAWS and case.now in ("", "ongoing"):
        return "state"  # `القانون يحظر البيع`
    if case.teller == "document" and case.past in _WORKS and _study(case):
        return "state"  # `الماء يساعد على الهضم`
    if case.word(case.first) == "كل" and case.told.at > case.first and case.now in ("", "ongoing"):
        return "state"  # `كل زيادة في السعر تقتطع نقطة من النمو`
    if case.now in ("", "ongoing") and case.word(case.told.at)[:1] != "ن" and _rate(case):
        return "state"  # `طفل يموت كل دقيقة`
    if case.word(case.first) == "اي" and case.told.at > case.first and case.past == "تم":
        return "state"  # `أي إفصاح يتم عبر الموقع`
    after = case.word(case.told.at + 1 + (case.word(case.told.at + 1) in OPENING))
    if case.past in _SHOWS and any(
        (goes := verb(case.word(i))) is not None and goes.tense == "imperfect"
        for i in range(case.told.at + 2, min(case.told.at + 5, case.place.last))
    ):
        return "occurred"  # `المقطع يظهر سفينة تحترق`
    if case.past in _SHOWS and (row := deed_at(case.scene, case.told.at + 1)) and row["told"] == "occurred":
        return "occurred"  # `المقطع يوثق هدم السور`
    if case.word(case.first).removeprefix("ال") in _PLANS and case.past in ("قضى", "نص", "تضمن", "لحظ"):
        if case.past == "تضمن" and case.word(case.first).removeprefix("ال") in _DRAFTS:
            return "state"  # `المقترح يتضمن …`: nobody has committed himself to it yet
        return "planned"  # `الخطة تقضي بفتح المعبر`
    if case.word(case.first).removeprefix("ال") in _STAGES and case.past in _SPANS and not usual(case):
        return "planned"  # `المرحلة الأولى تمتد شهرين وتشمل …`
    if case.past == "عد" and with_lam(case.scene, case.told.at + 1):
        return "planned"  # `يعدون لاستجواب الوزير`
    if case.past in _HEADS_FOR and not of_nature(case.scene, case.first) and _for_a_deed(case):
        return "planned"  # `تستعد لإطلاق حملة`, `تتجه إلى رفع الرسوم`
    return _GOVERNED.get((case.past, after)) or _GOVERNED.get((case.past, after[:1]))


def usual(case: Case) -> bool:
    return any(case.word(i) in _USUALLY for i in range(*case.clause))

"""Stance and status: how the teller puts the content, and what he says has become of it.

Stance comes from the cue (or from the noun that carries the first teller's own words), bent by what
follows: `شدد على ضرورة` demands, `أكد عدم` denies. Some stances tell the status by themselves; for the
others the content does (`status`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from musnad.rules import lexicon
from musnad.stages.attribution.contents.frames import Frame
from musnad.stages.attribution.cues.speaking import first_person, imperative, threatens
from musnad.stages.attribution.judged.by_cue import TRENDS, by_cue, survey
from musnad.stages.attribution.judged.evaluation import likened
from musnad.stages.attribution.judged.negation import LEST
from musnad.stages.attribution.judged.signs import SIGNS
from musnad.stages.attribution.judged.status import Reading, read
from musnad.stages.attribution.judged.warned import brief, daily, feared, may_come
from musnad.stages.attribution.page.deeds import deed, deed_at
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import is_that

__all__ = ["JUDGEMENTS", "SIGNS", "Judgement", "judge"]

JUDGEMENTS = lexicon("attribution/judgements")


class Judgement(NamedTuple):
    """`rule` is the row of judgements.tsv that told the status."""

    stance: str
    status: str
    negated: bool
    rule: str


_NEEDS = frozenset("ضروره وجوب اهميه الضروره".split())
# `جدد دعوته الأطراف إلى …`, `أعلن رفضه أي …`: what the noun that a neutral cue governs does.
_CALLS = re.compile(r"(?:(دعوت|مطالبت|مناشدت)|رفض|معارضت|ممانعت)(?:ه|ها|هم|هما|نا)")
_NEUTRAL = frozenset("says confirms announces".split())
# A stance that tells the status whatever the content's form.
_TELLS = {"denies": "denied", "demands": "demanded", "refuses": "denied", "hopes": "possible"}
# What a stance makes of a content that by itself tells one of these; `*` is any other.
_BENDS: dict[str, dict[str, str]] = {
    "believes": {"possible": "possible", "expected": "expected", "planned": "expected", "conditional": "conditional",
                 "denied": "denied", "*": "opinion"},
    "criticises": {"possible": "possible", "*": "opinion"},
    "praises": {"*": "opinion"},
    "expects": {"possible": "possible", "conditional": "conditional", "*": "expected"},
    "warns": {"possible": "possible", "conditional": "conditional", "opinion": "opinion", "state": "opinion",
              "ongoing": "ongoing", "*": "expected"},
    "promises": {"possible": "possible", "conditional": "conditional", "*": "planned"},
    "asks": {"possible": "possible", "expected": "possible", "planned": "possible", "*": "opinion"},
    "hints": {"occurred": "occurred", "opinion": "opinion", "ongoing": "ongoing", "conditional": "conditional",
              "*": "possible"},
}  # fmt: skip


def judge(scene: Scene, frame: Frame, teller: str = "") -> Judgement:
    """Stance, status and negation of one frame. `teller`: the kind of the chain's last link, empty where unknown."""
    opening = frame.opening
    row = opening.row if opening.row["lemma"] == "كشف" else opening.inner or opening.row
    lemma = row.get("lemma", "")
    first = scene.index(frame.content[0][0])
    stance = _leaning(scene, frame, lemma, _stance(scene, first, row["stance"]))
    if lemma in ("نفى", "أنكر") and scene.text(opening.at - 1) in _NOT:
        stance = "confirms"  # `لم ينف المدير وجود خلافات`
    if stance == "demands" and scene.text(first) in _GO_AND_ASK and scene.quoted_at(first):
        return Judgement(stance, "opinion", False, "opinion")  # `«اسألوا من وقع العقد»`
    if lemma == "تداول" and stance == "says" and teller in ("", "public"):
        stance = "claims"
    if stance == "believes" and (lemma, teller) in _REPORTS:
        stance = "says"  # `ذهبت الصحيفة إلى أن …`, `وجد الباحثون أن …`: what is told or found, and nobody's belief
    if stance == "hopes" and read(scene, frame, stance, teller).status == "conditional":
        return Judgement(stance, "conditional", False, "condition")
    if stance in _TELLS:
        return Judgement(stance, _TELLS[stance], stance in ("demands", "hopes") and _lest(scene, first), "stance")
    found = read(scene, frame, stance, teller)
    jests = stance == "says" and any(scene.text(i) in _JESTING for i in range(opening.at + 1, first))
    if jests and found.status in ("occurred", "ongoing", "state"):
        return Judgement(stance, "opinion", found.negated, "opinion")  # `علق ساخرا: «الحكومة اكتشفت المطر»`
    if stance == "confirms" and scene.text(first) == "عدم":
        return Judgement("denies", "denied", True, "denial")
    if lemma == "اقترح" and _advises(scene, frame, teller) and found.status != "conditional":
        return Judgement("demands", "demanded", False, "stance")  # `اقترح النائب إنشاء جسر`
    if lemma == "استبعد":  # `استبعد حدوث موجات`: it will not happen; `لم يستبعد`: it may
        ruled_out = scene.text(opening.at - 1) not in _NOT
        if found.status == "conditional":
            return Judgement(stance, "conditional", ruled_out, "condition")
        return Judgement(stance, "expected" if ruled_out else "possible", ruled_out, "stance")
    none = lemma in _THINKS and scene.text(opening.at - 1) in _NOT  # `ولا يتوقع المحللون انفراجا`
    negated = none or found.negated or (stance == "promises" and (_lest(scene, first) or scene.text(first) in _NO))
    told = by_cue(scene, frame, lemma, found)
    if told:
        return Judgement(stance, told, negated and lemma not in _LIKENS, "stance")
    if opening.way == "noun" and found.rule == "deed" and scene.text(opening.at - 1) in _AFTER:
        return Judgement(stance, "occurred", negated, "deed")  # `بعد أسابيع من إعلان الوزارة إجراء …`
    if lemma == "اتّهم" and not is_that(scene, first - 1):
        negated = negated and scene.text(first + (scene.text(first) in OPENING)) in _NO
    status, rule = _bent(scene, frame, stance, lemma, teller, found)
    return Judgement(stance, status, negated, rule)


_REPORTS = {("ذهب", kind) for kind in ("outlet", "agency", "anonymous", "public")}
_REPORTS |= {("وجد", "experts"), ("وجد", "document")}
_GO_AND_ASK = frozenset("اسالوا اسال سلوا اسالوهم اسالوه".split())
_JESTING = frozenset("ساخرا متهكما مازحا بسخريه بتهكم ساخره متهكمه".split())
_MEDIATORS = frozenset("وسيط وسطاء وسيطان مبعوث موفد".split())


def _advises(scene: Scene, frame: Frame, teller: str) -> bool:
    """Whether one proposes to others; what one who stands between two sides proposes is an offer."""
    source = frame.opening.source
    words = range(source.first, source.last) if source is not None else ()
    mediates = any(scene.text(i).removeprefix("ال") in _MEDIATORS for i in words)
    return teller in ("person", "official_body") and not mediates


_NO = frozenset({"عدم", "بعدم"})


def _lest(scene: Scene, first: int) -> bool:
    """`ألا يوقع`, also behind the one who is addressed (`السلطات ألا تسلم …`)."""
    quoted = scene.text(first - 1) in OPENING  # `ألا «يكافئوا الصمت»`
    return any(scene.written(i) in LEST for i in range(first - 1 - quoted, first + 6))


_AFTER = frozenset("من بعد منذ عقب".split())
_NOT = frozenset("لا لم ولا ولم".split())
_THINKS = frozenset({"توقّع", "اعتقد", "ظنّ", "رأى"})
_CONDEMNS = frozenset({"ندّد", "أدان", "استنكر", "شجب"})
_COMPLAINS = frozenset({"اشتكى", "شكا", "تظلّم", "احتجّ", "اتّهم", "استغرب"})
_THREATS = frozenset({"توعّد", "هدّد"})
_OFFERS = frozenset({"عرض", "اقترح"})
_PRACTICES = frozenset("تحويل اتخاذ هروب تهرب استغلال ابتزاز تجويع".split())
_GOES_ON = frozenset("تفشي استفحال استمرار تواصل تنامي تزايد تصاعد".split())
_SITUATIONS = frozenset("وضع اوضاع ظروف الوضع الاوضاع الحاله الحال الظروف المشهد حالته حالتها".split())
_LIKENS = frozenset({"وصف", "نعت", "شبّه"})


def _bent(scene: Scene, frame: Frame, stance: str, lemma: str, teller: str, found: Reading) -> tuple[str, str]:
    """The status that a stance leaves of what the content tells."""
    first = scene.index(frame.content[0][0])
    if lemma in _THREATS:
        whoever = scene.text(first + (scene.text(first) in OPENING)) == "من"  # `من يفتح محله سيندم`
        return ("conditional" if whoever or found.status == "conditional" else "planned"), "stance"
    if stance == "hints" and found.rule == "future":
        return "expected", "future"  # `تهمس أوساطه بأنه سيستقيل`
    if stance == "hints" and found.rule in ("deed", "nominal") and found.status == "occurred":
        return "possible", "stance"
    comes = found.rule == "future" or found.status == "possible"
    if stance == "warns" and not comes and scene.text(first).removeprefix("ال") in _GOES_ON:
        return "ongoing", "deed"  # `حذر من تنامي العنف`
    if stance == "warns" and any(scene.text(i)[1:] in ("هدد", "نذر") for i in range(first, first + 6)):
        return ("conditional" if found.status == "conditional" else "possible"), "stance"  # `الجفاف يهدد المحاصيل`
    if stance == "warns" and found.status == "state" and daily(scene, frame):
        return "ongoing", "present"  # `حذر من أن التوقف يكلف مليونا يوميا`
    that = scene.text(first - 1).lstrip("بوف")
    if stance == "warns" and found.rule == "perfect" and found.status == "occurred" and that[:2] == "ان":
        return "occurred", "perfect"  # `نبه إلى أن الصحيفة نشرت صورة قديمة`
    if stance == "warns" and that == "ان" and found.status != "conditional" and may_come(scene, first):
        return "possible", "stance"  # `حذر من أن تكون المبادرة فخا`
    if lemma == "نبّه" and found.status == "ongoing" and found.rule == "deed":
        return "ongoing", "deed"  # `نبه إلى محاولات لتشويه سمعته`
    if stance == "warns" and found.rule == "deed":
        return (feared(scene, first) if found.status not in ("possible", "planned") else found.status), "stance"
    if stance == "believes" and frame.opening.source is None and not teller:
        return found.status, found.rule  # `يُعتقد أن …`: nobody's opinion
    if lemma == "اتّهم" and not is_that(scene, first - 1):
        row = deed_at(scene, first + (scene.text(first) in OPENING))  # quoted or not: `اتهمه بـ«تبديد المال»`
        told = row["told"] if row is not None else "occurred"
        practice = re.sub("^ب?(?:ال)?", "", scene.text(first + (scene.text(first) in OPENING))) in _PRACTICES
        return ("ongoing" if practice and told == "occurred" else told), "deed"  # `اتهمه بـ«تحويل الخبز إلى سلاح»`
    if stance == "criticises" and scene.quoted_at(first) and (deed(scene.text(first)) or {}).get("told") == "ongoing":
        return "ongoing", "deed"  # `انتقدت «استمرار التضييق»`
    if stance == "criticises" and not scene.quoted_at(first) and (blamed := _blamed(scene, first, lemma, found)):
        return blamed, found.rule
    bends = _BENDS.get(stance)
    if stance == "warns" and found.rule == "nominal" and that[:2] != "ان" and brief(scene, frame):
        return "possible", "stance"  # `تحذر الصحيفة: «شتاء بلا غاز»`
    if stance == "warns" and found.rule == "opinion" and that == "من" and not found.negated:
        return "possible", "stance"  # `حذر من هدنة على حساب القرى`
    if stance == "warns" and found.rule == "present" and found.status == "state" and that == "ان" and not found.negated:
        return "state", "present"  # `حذرت الهيئة من أن المنتج يحتوي على مادة محظورة`
    if stance == "warns" and found.rule == "nominal":
        return found.status, found.rule  # `نبه إلى أن نصف السيارات معطلة`
    if bends is None:
        return found.status, found.rule
    status = bends.get(found.status, bends["*"])
    if status == "planned" and lemma in _OFFERS:
        status = "possible"
    return status, found.rule if status == found.status else "stance"


def _blamed(scene: Scene, first: int, lemma: str, found: Reading) -> str | None:
    """What is condemned or complained of has been done or is being done; None where it is only found bad."""
    if lemma in _COMPLAINS and is_that(scene, first - 1):
        return found.status if found.status in ("occurred", "ongoing", "state") else None  # `اشتكى من أن المياه لم تصل`
    if found.rule not in ("deed", "nominal"):
        return "occurred" if lemma in _COMPLAINS and found.rule == "perfect" else None
    if found.status in ("occurred", "ongoing"):
        return found.status
    return "occurred" if lemma in _CONDEMNS else None


def _stance(scene: Scene, first: int, stance: str) -> str:
    """The cue's stance, bent by the content's first words."""
    word = scene.text(first)
    if stance in _NEUTRAL and word.removeprefix("ب") in _NEEDS and not _of_a_thing(scene, first):
        return "demands"
    if stance == "says":
        if word == "(" and (end := next((i for i in range(first, first + 6) if scene.text(i) == ")"), None)):
            first = end + 1  # `(مبتسما) أنفي ذلك`
        return first_person(scene, first) or ("demands" if imperative(scene, first) else stance)
    return stance


def _of_a_thing(scene: Scene, first: int) -> bool:
    """`أهمية السوق`: what its teller makes of a thing, where `أهمية تطوير السوق` asks for a deed."""
    if not scene.text(first).endswith("اهميه"):
        return False
    row = deed_at(scene, first + 1)
    return row is None or row["announced"] in ("state", "opinion")


def _leaning(scene: Scene, frame: Frame, lemma: str, stance: str) -> str:
    """What some cues lean to by their content: `نوه بـ` praises, an estimate of what is to come expects."""
    first = scene.index(frame.content[0][0])
    if lemma in _LIKENS and stance == "says":
        source = frame.opening.source
        thing = max(frame.opening.at + 1, source.last if source is not None else 0)
        if thing < first and scene.text(thing) in _SITUATIONS:
            return stance  # `وصف الوضع بأنه كارثي` blames nobody
        return likened(scene, first, scene.index(frame.content[-1][1] - 1) + 1)
    if stance == "says" and threatens(scene, first):
        return "warns"
    if stance == "says" and scene.text(first) == "علي" and read(scene, frame, stance, "").rule == "demanded":
        return "demands"  # `على الوزارة أن تدفع`: what one says that others owe, he demands
    if lemma == "أظهر" and read(scene, frame, stance, "").rule in ("future", "expected") and _polled(scene, frame):
        return "expects"  # `أظهر مسح شمل عشرين محللا أن السعر سيرتفع`
    if lemma == "أشار" and _estimates(scene, frame):
        found = read(scene, frame, stance, "")
        ahead = found.status in ("expected", "planned", "possible", "state")
        return "expects" if ahead or scene.text(first).removeprefix("ال") in TRENDS else stance
    if lemma == "أظهر" and survey(scene, frame):
        return "says"
    if lemma == "نوّه" and scene.tokens[first].start < frame.content[0][0] and not is_that(scene, first):
        return "praises"
    if lemma == "نبّه" and scene.text(first) in _NEEDS and not _of_a_thing(scene, first):
        return "demands"  # `نبه إلى ضرورة`
    if frame.opening.row["lemma"] == "شدّد" and not is_that(scene, first - 1) and _urged(scene, first):
        return "demands"
    if lemma == "قدّر" and is_that(scene, first - 1):
        status = read(scene, frame, stance, "").status
        return "expects" if status in ("expected", "planned", "possible") else stance
    if lemma in ("أقسم", "حلف") and stance == "confirms" and read(scene, frame, stance, "").rule == "future":
        return "promises"
    if lemma == "أصرّ" and is_that(scene, first - 1):
        sure = read(scene, frame, stance, "").rule in ("future", "perfect", "nominal", "condition")
        return "confirms" if sure or scene.text(first - 1) != "ان" else stance  # `أصر على أنه لا يوجد خلل`
    if stance in _NEUTRAL and (calls := _CALLS.fullmatch(scene.text(first))) is not None:
        return "demands" if calls[1] else "refuses"
    return stance


def _urged(scene: Scene, first: int) -> bool:
    """`شدد على تضافر الجهود`, `شدد على سرعة الإنجاز`, `شدد على عدم التهاون مع المخالفين`: a deed that is wanted."""
    if scene.text(first) == "عدم":
        row = deed_at(scene, first + 1)
        return row is not None and row["announced"] == "planned"
    word = scene.text(first)
    return (word in _WANTED or word.removeprefix("ال") in _WANTED - _OWN) and not scene.quoted_at(first)


# What a speaker has himself where it is not definite: `شدد على حرص بلاده على السلام`.
_OWN = frozenset("الحرص الالتزام الاهتمام التعاون الانضباط التقيد البعد".split())
_WANTED = _OWN | frozenset(
    "تضافر تظافر تكاتف تطبيق اتخاذ فحص اختيار سرعه اسراع تكثيف تعزيز توفير مضاعفه تنفيذ متابعه مراعاه بذل تسهيل ابتعاد "
    "تجنب محاسبه تفعيل تنسيق استفاده اتباع احترام تحقيق حفاظ محافظه".split()
)


def _estimates(scene: Scene, frame: Frame) -> bool:
    """`تشير تقديرات البنك إلى …`, `تشير توقعاته إلى …`"""
    words = (scene.text(frame.opening.at + 1), scene.text(frame.opening.at - 1))
    return any(re.match("(?:ال)?(?:تقدير|توقع|تنبؤ)ات", word) for word in words)


def _polled(scene: Scene, frame: Frame) -> bool:
    source = frame.opening.source
    return survey(scene, frame) or (source is not None and scene.text(source.first).removeprefix("ال") == "مسح")

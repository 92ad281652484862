"""What words say of an event besides its tense: that it is untrue, hangs on something, may be, is due or wanted."""

from __future__ import annotations

from musnad.stages.attribution.judged.case import Case, Reading, own
from musnad.stages.attribution.judged.negation import IS_NOT, LEST, NEGATIONS
from musnad.stages.attribution.judged.signs import SURFACES, if_clause, settled
from musnad.stages.attribution.judged.terms import not_before
from musnad.stages.attribution.page.deeds import deed, when
from musnad.verbs import verb

__all__ = ["LAWS", "conditional", "denied", "due", "general", "named", "owed", "possible", "unlikely", "wished"]


def denied(case: Case) -> Reading | None:
    """`الخبر كاذب`, and not `كذب على البرلمان`."""
    if "denied" not in case.signs or (case.told.tense == "perfect" and case.word(case.told.at) == "كذب"):
        return None
    thing = case.told.tense == "none" and case.told.at == case.first and deed(case.word(case.first)) is not None
    if thing and case.stance == "announces":
        return None  # `أعلنت ضبط 300 جواز مزور`
    return Reading("denied", True, "denial")


def wished(case: Case) -> Reading | None:
    """`نريد`, `بلاده تريد`, `تريد منهم أن`: a wish put to somebody, where `تريد تسريع` tells what one is about."""
    if case.told.tense != "imperfect":
        return None
    if case.now == "demanded" and case.word(case.told.at)[1:5] == "شترط":
        rule = case.word(case.first).removeprefix("ال") in LAWS
        return case.says("state" if rule else "demanded", "present" if rule else "demanded")
    if case.past == "انتظر" and "من" in (case.word(case.told.at + 1), case.word(case.told.at + 2)):
        return case.says("demanded", "demanded")  # `ننتظر من الوسطاء جوابا`
    if case.past != "أراد":
        return None
    if case.word(case.first) in _PEOPLE and case.scene.quoted_at(case.first):
        return case.says("opinion", "opinion")  # `«الشعب يريد أن يأكل»`
    near = {case.word(i) for i in range(case.told.at + 1, case.told.at + 4)}
    mine = case.word(case.told.at)[:1] in "نا" or own(case.scene, case.frame, case.first) or case.told.at == case.first
    return case.says("demanded" if mine or "من" in near else "state", "demanded")


LAWS = frozenset("قانون نظام لائحه ماده عقد دستور اتفاقيه معاهده".split())
_PEOPLE = frozenset("الشعب الناس الشارع الجمهور الشباب المواطن الجميع البلد".split())
_MARKS = frozenset("اثار علامات ديون كتابه كتابات بصمات حراسه رسوم ضرائب خلاف خلافات".split())
_ANSWERED = frozenset("قوبل جوبه ووجه".split())


def conditional(case: Case) -> Reading | None:
    """A condition, a term behind a negation, what meets whoever does something (`كل من يتخلف سيتعرض لغرامة`)."""
    first = case.word(case.first)
    if _maxim(case):
        return Reading("opinion", False, "opinion")
    if case.told.tense == "future":
        whoever = case.word(case.first + (first == "كل")) == "من" or (first == "اي" and not case.told.negated)
        met = case.past in _ANSWERED or (case.past == "قابل" and case.word(case.told.at + 1)[:1] == "ب")
        if whoever and first == "من" and not met and _foretold(case):
            return Reading("opinion", False, "opinion")
        if whoever and _has(case):
            return case.says("planned", "future")  # `كل من نشر وثيقة سيساءل`
        if whoever or met:
            return case.says("conditional", "condition")
    if case.told.tense == "future" and not case.told.negated and _would(case):
        return case.says("conditional", "condition")
    if case.word(case.whole.first) == "حتي" and case.word(case.whole.first + 1) == "لو" and case.told.tense == "future":
        return case.says("conditional", "condition")
    hangs = not settled(case.told, case.whole.first) and if_clause(case.scene, case.whole)
    term = case.teller != "experts" and not_before(case.scene, case.whole)  # what onlookers foresee hangs on nothing
    if "conditional" in case.signs or hangs or term:
        term = case.word(case.told.at - 1) == "لم" and case.word(case.told.at - 2) == "ما"  # `ما لم تدفع`
        term = term or (case.past == "التزم" and case.word(case.told.at - 1) == "ما")  # `ما التزم به الطرف الآخر`
        put_first = term or case.word(case.first) in {"ان", "اذا", "لو"}  # the predicate found is the condition's
        negated = case.told.negated or any(
            case.scene.written(i) in LEST for i in range(case.told.at + 1, case.told.at + 4)
        )
        return Reading("conditional", negated and not put_first, "condition")
    return None


def _has(case: Case) -> bool:
    i = case.first + (case.word(case.first) == "كل")
    found = verb(case.word(i + 1))
    return case.word(i) == "من" and found is not None and found.tense == "perfect" and case.told.at - i < 6


def _would(case: Case) -> bool:
    """`حذر من أن تأخير الجراحة سيكلف المريض بصره`: what a deed, not yet done, would bring about."""
    row = deed(case.word(case.first))
    undone = row is not None and row["told"] == "occurred" and row["announced"] == "planned"
    apart = case.told.at > case.first + 1 and case.past not in _RUNS and case.word(case.first + 1)[:1] != "ه"
    feared = case.stance == "warns" or (case.stance == "believes" and case.teller in ("experts", "person"))
    return undone and apart and feared


_RUNS = frozenset("استغرق استمر بدأ تم جرى عقد انتهى تأجل شمل تأخر انطلق حدث كان امتد دام".split())


def _foretold(case: Case) -> bool:
    """`«من يبيع اليوم سيندم غدا»`: what a speaker holds of people, and no penalty that he sets or foresees."""
    official = case.teller in ("official_body", "state")
    return case.scene.quoted_at(case.first) and not official and case.past not in _PENALTIES


_PENALTIES = frozenset("تعرض دفع حوسب حاسب عوقب عاقب واجه تحمل حرم خضع سجن أحيل لقي رد".split())


def _maxim(case: Case) -> bool:
    """`«إذا غابت المحاسبة ضاعت الحقوق»`: what always follows on what, in a speaker's own words, and nothing to come."""
    scene, whole = case.scene, case.whole
    if case.word(whole.first) != "اذا" or not scene.quoted_at(whole.first) or case.word(whole.first + 1) in NEGATIONS:
        return False
    verbs = [v for i in range(*whole) if (v := verb(case.word(i))) is not None]
    past = len(verbs) > 1 and all(v.tense == "perfect" for v in verbs)
    return past and not any(case.word(i).endswith("نا") for i in range(*whole))


def general(case: Case) -> Reading | None:
    """`من يريد البقاء يخترع الأعذار`: what is said of whoever does a thing."""
    tense = case.told.tense
    whoever = case.word(case.first) == "من" and (
        case.word(case.first + 1) in NEGATIONS or verb(case.word(case.first + 1))
    )
    if not whoever or case.told.at <= case.first + 1 or "demanded" in case.signs:
        return None
    if tense != "imperfect" and not (tense == "future" and case.told.negated):
        return None
    return case.says("opinion", "opinion")


def named(case: Case) -> Reading | None:
    """`يمكن أن نسمي ما جرى …`"""
    return case.says("opinion", "opinion") if "named" in case.signs else None


def unlikely(case: Case) -> Reading | None:
    if "unlikely" in case.signs and case.word(case.told.at) in IS_NOT:
        return Reading("possible", False, "possible")  # `الانقلاب ليس مستبعدا`
    if "unlikely" not in case.signs or case.word(case.told.at) == "غير" or case.word(case.told.at - 1) == "لا":
        return None
    return Reading("expected", True, "expected")


def possible(case: Case) -> Reading | None:
    """What may be; and what cannot be (`غير وارد`, `لا عروض على الطاولة`), which is a fact."""
    told, here = case.told, "possible" in case.signs
    if told.negated and case.word(told.at)[1:] == "مكن" and case.word(told.at + 1) == "استبعاد":
        return Reading("possible", False, "possible")
    if here and case.word(told.at) == "غير" and "مستبعد" not in case.word(told.at + 1):
        return Reading("state", True, "nominal")
    if here and told.negated and told.tense == "none" and case.word(told.at - 1) == "لا":
        return Reading("state", True, "nominal")
    if told.perhaps or (here and not (told.negated and case.now == "possible")):
        ruled_out = told.negated and "unlikely" not in case.signs  # `غير مستبعد` is no negation
        return Reading("possible", ruled_out, "possible")
    return None


def due(case: Case) -> Reading | None:
    """Words of demand, expectation and plan: what was planned and has been done (`قررت … أمس`) has happened."""
    said = range(*case.place)
    if case.stance == "announces" and "expected" in case.signs and any(case.word(i).endswith("مرتقب") for i in said):
        return case.says("planned", "planned")
    likely = case.told.tense == "perfect" and any(case.word(i) in {"المرجح", "الارجح"} for i in said)
    for status in ("demanded", "expected", "planned"):
        if status == "expected" in case.signs and likely:
            return case.says("possible", "possible")  # `على الأرجح تعرضت للتلف`
        if status in case.signs:
            done = status == "planned" and case.told.tense == "perfect" and when(case.scene, case.place) == "behind"
            done = done and case.past != "اتفق"  # `اتفقا أمس على …`: what they agreed on is still to come
            return case.says("occurred" if done else status, status)
    return None


_UPON = frozenset("عليه عليها عليهم عليهما عليهن علينا".split())


def _owes(case: Case, i: int) -> bool:
    """`عليها أن تصغي`, `عليهم تجنب الملح`"""
    row = deed(case.word(i))
    return case.word(i) == "ان" or (case.told.tense == "none" and row is not None and row["announced"] == "planned")


# `على الرغم من الضغوط، حافظت الدول على إنفاقها`
_FRONTED = frozenset("الرغم المدي العكس الصعيد المستوي الاقل الارجح الاغلب النحو الفور الجانب الصعيدين الدوام".split())


def owed(case: Case) -> Reading | None:
    """`على الحكومة أن تصغي`, and not where something is: `على متن الطائرة`, `على المدرج، ومعي كتاب`."""
    scene, first = case.scene, case.first
    if any(case.word(i) in _UPON and _owes(case, i + 1) for i in range(first + 1, min(first + 6, case.place.last))):
        return Reading("demanded", False, "demanded")  # `الحكومة عليها أن تصغي`
    after = case.word(first + 1)
    if scene.written(first) != "على" or after.removeprefix("ال") in SURFACES or after in _FRONTED:
        return None
    that = next((i for i in range(first + 2, min(first + 9, case.place.last)) if case.word(i) == "ان"), None)
    nothing = case.told.tense == "none" or bool(case.told.row.get("alike"))
    someone = case.word(first + 1)[:2] == "ال" or first + 1 in scene.mentions or first + 1 in scene.heads
    someone = someone and case.word(first + 2) not in _MARKS  # `على الجثة آثار تعذيب`
    if that is None and not someone:
        return None  # `إنه على علم بالمخالفات`
    if that is None and (not nothing or not case.word(first + 2).isalpha()):
        return None
    return Reading("demanded", False, "demanded")

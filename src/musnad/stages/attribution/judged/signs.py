"""Words that say what has become of an event, where they are said of the content's main clause."""

from __future__ import annotations

import re
from typing import NamedTuple

from musnad.doc import Hit
from musnad.rules import lexicon
from musnad.stages.attribution.judged.decided import decided
from musnad.stages.attribution.judged.predicate import Predicate
from musnad.stages.attribution.page.deeds import deed, deed_at
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that
from musnad.verbs import verb

__all__ = ["SIGNS", "SURFACES", "clause_end", "if_clause", "settled", "signs_of"]

# `مرشحة للارتفاع`, `مستعد للدفع`, not `مستعدون وراثيا`
_BOUND_FOR = frozenset("مرشح مرشحا مرشحة مستعد مستعدة مستعدون".split())
_POSTS = frozenset("منصب رئاسه خلافه تولي وساطه عضويه جائزه وزاره حقيبه مقعد قياده".split())
_ASKED = frozenset("مطالب مطالبة مطالبون".split())
SIGNS = lexicon("attribution/signs", clitics="conjunction")


class _Bounds(NamedTuple):
    """Tokens of a sentence: `stop`, its main clause's end; `apart`, where another clause with conditions of its own
    begins; `full`, its first full stop."""

    stop: int
    apart: int
    full: int


def signs_of(scene: Scene, whole: Place, told: Predicate) -> set[str]:
    """What the signs within their scope tell."""
    found: set[str] = set()
    full = next((i for i in range(told.at, whole.last) if scene.text(i) in {".", "؛"}), whole.last)
    apart = next((i for i in range(told.at + 1, whole.last) if _another(scene, i)), whole.last)
    bounds = _Bounds(clause_end(scene, whole, told), apart, full)
    hidden = -1
    at = told.at + (told.negated and told.tense == "none")
    reach = min(full + 1, whole.last)
    for i in (*range(whole.first, reach), *range(max(reach, whole.last - 6), whole.last)):
        patterned = _patterned(scene, i, whole.last, at, told.tense)
        over = patterned == "conditional" and (i > apart or (i > told.at and settled(told, whole.first)))
        if patterned and not over:
            found.add(patterned)
        for hit in scene.signs.get(i, ()):
            if hit.row["status"] == "whether":
                hidden = hit.end
            if hit.start < hidden or _set_phrase(scene, i, hit.row["sign"]):
                continue
            if _in_scope(scene, hit, i, whole, told, bounds) and _of_event(scene, hit, i, whole, told, bounds):
                found.add(hit.row["status"])
    return found


def _in_scope(scene: Scene, hit: Hit, i: int, whole: Place, told: Predicate, bounds: _Bounds) -> bool:
    """Whether a sign at token i stands where it tells anything."""
    match hit.row["scope"]:
        case "clause":
            near = i < bounds.stop
        case "first":
            near = i in (whole.first, told.at)
        case "start":
            near = i - whole.first < 3 or whole.last - i < 6
        case _:
            near = i <= bounds.full
    ahead = told.at - scene.index(hit.end - 1)
    led = ahead == 1 or (ahead == 2 and scene.text(told.at - 1) == "ان")
    return near and (led or not _relative_before(scene, i, whole.first, told))


def _of_event(scene: Scene, hit: Hit, i: int, whole: Place, told: Predicate, bounds: _Bounds) -> bool:
    """Whether what a sign at token i tells is told of the clause's event, and not of something beside it."""
    status, behind = hit.row["status"], i > told.at
    joined = scene.tokens[i].start < hit.start
    if status == "conditional":
        if joined and (behind or hit.row["sign"] in _NEVER_JOINED):
            return False  # `ولو على عكاز`, `الموقف محدد، وفي حال …`
        settles = behind and settled(told, whole.first) and hit.row["sign"] != "لولا"
        return not settles and (not behind or i <= bounds.apart)
    if hit.row["scope"] == "clause" and status in _OF_THE_PRESENT and behind:
        likened = status == "opinion" and told.row.get("past") == "جاء" and i == told.at + 1
        sure = told.tense in ("perfect", "future") and told.row.get("past") not in _BECAME and not told.was
        if (sure and not likened) or (told.negated and i > told.at + 2) or (joined and told.at > whole.first):
            return False
    return not (status == "opinion" and told.tense == "imperfect" and i > told.at + 2)


def _set_phrase(scene: Scene, i: int, sign: str) -> bool:
    """`حاجة إلى مزيد من المدارس`, `في أقرب وقت ممكن`, `كل ما من شأنه`: words that tell nothing of the event."""
    if sign[:4] == "معرض":  # `معرض للخزف`
        return scene.text(i + 1)[:1] != "ل" or (deed_at(scene, i + 1) is None and scene.text(i + 1) != "للخطر")
    if sign in _BOUND_FOR:
        post = re.sub("^لل?", "", scene.text(i + 1)).removeprefix("ال") in _POSTS  # `مرشح لمنصب المحافظ`
        return post or not scene.text(i + 1).startswith(("ل", "ان", "لان"))  # `مرشح الحزب`: who stands for something
    if sign in _ASKED:
        return scene.text(i + 1)[:1] != "ب"  # `مطالب الأهالي`: what they ask for
    match sign:
        case "إلى مزيد من":
            return scene.text(i - 1) in _NEEDED
        case "ممكن" | "ممكنة":
            return scene.text(i - 2) in _UTMOST
        case "من شأن" | "من شأنه" | "من شأنها":
            return scene.text(i - 1) == "ما"
        case "من المتوقع" | "من المنتظر" | "عرضة" | "احتمالا":
            return scene.text(i - 1) in _UTMOST  # `أكبر من المتوقع`
        case "يشتبه":  # `توقيف أشخاص يشتبه في تورطهم`
            before = scene.text(i - 1)
            return before.isalpha() and before[:2] != "ال" and not is_that(scene, i - 1) and i - 1 not in scene.mentions
        case "احتمالية" | "احتمال":
            return scene.text(i - 1) == "لوجود"
        case "يمكن":
            return scene.text(i - 1) == "ما" and scene.text(i - 2) in _UTMOST
        case "مزور" | "مزورة" | "كاذب" | "كاذبة" | "مفبرك" | "مفبركة":  # `كان يحمل وثائق مزورة`: what one has
            own = scene.text(i - 3) != "ما" and verb(scene.text(i - 2)) is not None
            return own and scene.text(i - 1).isalpha() and scene.text(i - 1)[:2] != "ال"
        case "حال":
            return scene.text(i - 1) == "وفي"
        case "إذا":
            return scene.text(i - 1) in _KNOWING  # `لا أعرف إذا كان …`
        case "باقون":  # `جنوده باقون` goes on; `باقون هنا` is a promise
            k = i - 1 - (scene.text(i - 1) in OPENING)
            return scene.text(k) != ":" and not is_that(scene, k) and k not in scene.forms
        case "على الطاولة":
            return scene.text(i - 2) == "كل" or scene.text(i - 3) == "كل"  # `كل الفرضيات على الطاولة`
        case "مرتبط" | "مرتبطا" | "مرتبطة":
            return (
                deed(re.sub("^ب", "", scene.text(i + 1))) is None or _BONDS.match(scene.text(i + 1)) is not None
            )  # `مرتبط بعقد`
        case "مفتوح":  # `الطريق مفتوح`: how it stands
            return not any(scene.text(k).removeprefix("و").removeprefix("ال") in _OPEN for k in (i - 1, i - 2))
        case "شرط":
            return scene.text(i - 1) in OPENING + ":" or is_that(scene, i - 1)
    return False


_OPEN = frozenset("ملف قضيه تحقيق مزاد باب نقاش حوار اعتصام اضراب ملفها ملفه".split())
_BONDS = re.compile(r"ب(?:ال)?(?:عقد|عقود|اتفاق|التزام|علاق|صداق|موعد|مواعيد|شراك|صل[هت])\w{0,3}")


def _another(scene: Scene, i: int) -> bool:
    """Whether another clause begins at i, with conditions of its own: `حيث …`, `، وسيغرم من يخالفه`."""
    word = scene.text(i)
    joined = word[:1] == "و" and scene.text(i - 1) in COMMAS and not scene.written(i).endswith("ة")
    found = verb(word[1:]) if joined and i not in scene.mentions and i not in scene.heads else None
    if found is not None and not found.alike:
        return True
    return word in _ANOTHER and not (word == "حيث" and scene.text(i - 1) == "من")


def settled(told: Predicate, first: int) -> bool:
    """Whether the predicate of a clause that begins at `first` has happened for sure, so that a condition behind it is
    of something else: `أقر غرامة في حال …`."""
    tells = not told.row.get("alike") or told.row.get("past") in _PROPOSES
    sure = told.tense == "perfect" and not told.was and tells and told.at <= first + _NEARBY
    return sure and told.row.get("past", "") not in _COMMITS


# Acts of speech that have been done, though what is offered or threatened hangs on the condition behind them.
_PROPOSES = frozenset("عرض لوح هدد".split())
_NEARBY = 4  # a past further on may be a relative's
# What is promised, threatened, consented to or come to be hangs on the condition behind it.
_COMMITS = frozenset(
    "وافق تعهد وعد اشترط قبل رفض علق ربط رهن أبدى التزم حذر أعرب قال أكد اتفق قرر أبلغ"
    " بات أصبح صار ظل بقي أضحى غدا جاء".split()
)
_ITS_WAY = frozenset({"طريقه", "طريقها", "طريقهم", "طريقنا"})


def _depends(scene: Scene, i: int, at: int, tense: str) -> bool:
    """Whether the words at a token tell what the rest waits for: `متى خصصت الأرض`, `ما دام قائما`, `رهن بالطقس`."""
    word = scene.text(i)
    after = verb(scene.text(i + 1)) if word == "متي" or (word == "ان" and scene.written(i) == "إن") else None
    if after is not None and after.tense == "perfect" and not (word == "ان" and after.alike):
        return True  # `متى خصصت الأرض`, `إن استيقظت`
    if word == "ما" and scene.text(i + 1) == "ان" and (goes := verb(scene.text(i + 2))) and goes.tense == "imperfect":
        return True  # `ما إن يطرح البند`
    if (
        word == "ما"
        and scene.text(i + 1) in {"دام", "دامت"}
        and i > at
        and (tense == "future" or (tense == "none" and (i - at < 3 or scene.quoted_at(i))))
    ):
        return True  # `العرض قائم ما دام …`, `سيبقى ما دام …`
    by = scene.text(i + 1)
    return word in {"رهن", "رهين", "رهينه"} and by[:1] == "ب" and by[:3] != "بين"  # not `30 رهينة بينهم أطفال`


def _patterned(scene: Scene, i: int, last: int, at: int, tense: str) -> str | None:
    """What words with a gap between them tell: `رهن بالطقس`, `فليعد السد`, `عارية من الصحة`, `باب مفتوح`.

    `at`: the predicate's token.
    """
    word = scene.text(i)
    if i != at and word not in _PATTERNED and word[:2] != "فل" and "يمكن" not in word[:5]:
        return None
    if _depends(scene, i, at, tense):
        return "conditional"
    if word == "عم" and (goes := verb(scene.text(i + 1).removeprefix("ب"))) and goes.tense == "imperfect":
        return "ongoing"  # `عم يدفعوا`: as it is spoken in Syria
    if (
        word[:2] == "فل"
        and re.match(r"فل[يتن]\w\w", word)
        and verb(word[2:]) is not None
        and not any(scene.text(k) == "ومن" for k in range(max(at + 1, i - 6), i))
    ):
        return "demanded"  # not `لم نبع، ومن عنده عقد فليأت به`
    if word.removeprefix("و")[:4] == "يمكن" and _NAMING.fullmatch(scene.text(i + 1 + (scene.text(i + 1) == "ان"))):
        return "named"
    if (
        word == "لا"
        and scene.text(i + 1)[1:] == "مت"
        and any(scene.text(k) == "بصله" for k in range(i + 2, min(i + 9, last)))
    ):
        return "denied"  # `لا يمت إلى الواقع بصلة`
    if i == at and decided(scene, i, last):
        return "planned"  # `قرروا الانسحاب`, `اتفقا على دمج الفرق`
    if word in {"معلق", "معلقه"} and scene.text(i + 1) == "علي" and deed(scene.text(i + 2)) is not None:
        return "conditional"  # `معلق على توقيع البنك`
    if word in _NEAR and scene.text(i + 1) != "من" and i == at:
        return "expected"  # `الحل ليس قريبا`
    if word == "مساله" and i >= at and tense != "imperfect" and scene.text(i + 1) in _SPELLS:
        return "expected"
    if word in _BARE and any(scene.text(k) == "الصحه" for k in range(i + 1, min(i + 5, last))):
        return "denied"
    if word in _ITS_WAY and scene.text(i - 1) == "في" and scene.text(i + 1) in {"الي", "نحو"}:
        ahead = deed(scene.text(i + 2)) or scene.text(i + 2) in _ENDINGS
        return "expected" if ahead else "ongoing"  # `في طريقها إلى الانفراج`, `إلى المرفأ`
    if word in _DOORS and any(scene.text(i + k) == "مفتوحا" and scene.text(i + k + 1) == "امام" for k in (1, 2, 3, 4)):
        return "possible"  # `الباب ما زال مفتوحا أمام تسوية`
    doors = word in _DOORS or (word == "الابواب" and scene.text(i - 1) == "كل")
    if doors and {"مفتوح", "مفتوحه"} & {scene.text(i + k) for k in (1, 2, 3)}:
        return "possible"
    return None


_ENDINGS = frozenset("الحل الزوال النهايه الانفراج".split())
_NEAR = frozenset("قريب قريبا قريبه".split())
# Where a thing is, not what is owed or hung on.
SURFACES = frozenset(
    "متن مدرج طاوله جدول راس ارض ورق صعيد مدار طول بعد حدود هامش جانب شاطئ سطح قائمه مقعد الطريق".split()
)
_BECAME = frozenset("بات أصبح صار".split())
_ANOTHER = frozenset(
    "وان وانه وانها وانهم لكن ولكن لكنه لكنها فيما بينما حيث لان لانه لانها اذ مما كما وهو وهي فهو فهي فهم".split()
)
_SPELLS = frozenset("توقيت وقت ايام ساعات اسابيع اشهر".split())  # `بات مسألة أيام`
# Behind a past or a future tense these are said of something else than the event.
_OF_THE_PRESENT = frozenset("unlikely possible expected planned demanded ongoing opinion".split())
# `يمكن القول`, `يمكن أن نسمي`: not what may come to be, but what one makes of things.
_NAMING = re.compile(r"القول|[نا](?:قول|سمي|صف|عتبر)(?:ه|ها)?|(?:اعتبار|وصف|تسمي[هت])(?:ه|ها)?")
_DOORS = frozenset("باب الباب بابه بابها بابنا".split())
_BARE = frozenset("عار عاري عاريه عاريان".split())
# The words that such patterns begin with, but for those of the predicate itself and `فليعد`.
_PATTERNED = frozenset(
    (*_NEAR, *_BARE, *_DOORS, *_ITS_WAY, *"متي ان ما رهن رهين رهينه عم لا معلق معلقه مساله الابواب".split())
)
_KNOWING = frozenset("اعرف نعرف يعرف تعرف ادري ندري يدري تدري اعلم نعلم يعلم تعلم معرفه نري اري اسالوا".split())
_NEEDED = frozenset("حاجه بحاجه الحاجه يحتاج تحتاج نحتاج".split())  # `حاجة إلى مزيد من المدارس`
_UTMOST = frozenset("اقرب اسرع اكبر اكثر افضل اقل اقصي اعلي ادني اسوا اوسع ابكر اطول".split())
_NEVER_JOINED = frozenset({"لو", "حال"})  # ولو على عكاز
_SUBORDINATES = frozenset("حيث بينما فيما لكن ولكن لكنه لكنها لان لانه لانها بعدما مما كي لكي وهو وهي".split())


def clause_end(scene: Scene, whole: Place, told: Predicate) -> int:
    """Where the main clause ends: a subordinate clause or a relative behind its predicate."""
    for i in range(max(told.at + 1, whole.first + 1), whole.last):
        word = scene.text(i)
        if word in _SUBORDINATES or word in {".", "؛"} or word in {"الذي", "التي", "الذين"}:
            return i
        if word in COMMAS and scene.text(i + 1)[:1] in "وف" and i - whole.first > 4:
            return i
    return whole.last


def _relative_before(scene: Scene, i: int, first: int, told: Predicate) -> bool:
    """Whether a sign stands in a relative clause of the subject."""
    return i < told.at and any(scene.text(k) in {"الذي", "التي", "الذين"} for k in range(first, i))


def if_clause(scene: Scene, whole: Place) -> bool:
    """`إن سارت الأمور`: إن before a past tense, behind its main clause."""
    for i in range(whole.first + 2, whole.last - 1):
        if _another(scene, i) and scene.text(i) != "وان":
            return False
        if scene.text(i) in {"ان", "وان"} and scene.written(i).lstrip("و").startswith("إ"):
            found = verb(scene.text(i + 1))
            if scene.text(i) != "ان" or found is None or found.tense != "perfect":
                continue
            if not (found.alike and scene.forms.get(i - 1)):
                return True
    return False

"""Whether a word is a verb where it stands. No analyser stands behind this: forms, neighbours and tables tell."""

from __future__ import annotations

import re

from musnad.rules import lexicon
from musnad.stages.attribution.judged.negation import IS_NOT, NEGATIONS, still
from musnad.stages.attribution.judged.predicative import OF_IT
from musnad.stages.attribution.judged.worth import weighs
from musnad.stages.attribution.page.deeds import deed, deed_at
from musnad.stages.attribution.page.scene import CLOSING, OPENING, Place, Scene
from musnad.stages.attribution.page.words import is_number, role
from musnad.stages.attribution.transmitters.agreement import agreement
from musnad.verbs import NOT_VERBS, Verb, of_me, present, verb

__all__ = ["may_be", "told", "verb_here", "verbal"]

# Words that a place's name follows: port, dam, bridge.
_PLACES = frozenset(
    form for form, rows in lexicon("names/heads").by_form.items() if any(row["type"] in ("LOC", "GPE") for row in rows)
)


def verbal(scene: Scene, i: int) -> Verb | None:
    """A verb at i where only a verb can stand."""
    word = scene.text(i)
    found = verb(word) or _saying(scene, i)
    if (
        found is None
        and re.fullmatch(r"[يتن]\w+", word)
        and not (word.endswith("ه") or (word[0] == "ت" and deed_at(scene, i) and not _not_done(scene, i)))
    ):
        return Verb("imperfect", False, {})
    denied = scene.text(i - 1) in {"لا", "لن", "لم"}
    if found is None and denied and scene.written(i).startswith("أ") and not weighs(word):
        return of_me(word)  # `لا أعرف`
    if found is not None and found.alike and denied:
        return present(word) or found  # `لا تعرف`
    return found


def _not_done(scene: Scene, i: int) -> bool:
    """`الأرقام لا تجامل أحدا`, where `لا تراجع` denies a noun."""
    return scene.text(i - 1) == "لا" and deed(scene.text(i)) is None and scene.text(i - 2)[:2] == "ال"


def _saying(scene: Scene, i: int) -> Verb | None:
    """A verb of attribution at i."""
    word = scene.text(i)
    if i not in scene.forms or role(word) or NOT_VERBS.get(word) or weighs(word, "fact"):
        return None
    if word.startswith("ال") and word.endswith("ني"):
        return None
    for hit in scene.forms[i]:
        if hit.row["class"] in ("perfect", "imperfect") and hit.start - scene.tokens[i].start <= 1:
            return Verb(hit.row["class"], bool(hit.row["risk"]), {})
    return None


def _of_her(scene: Scene, i: int, first: int) -> bool:
    """Whether a bare past stands right behind a feminine noun, which no masculine verb goes with."""
    masculine = not scene.text(i).startswith("ت") and not scene.text(i).endswith(("ت", "ا", "وا"))
    behind = first + 1 + (scene.text(first + 1) in OPENING)  # `الكتابة «حفر في الصخر»`
    subject = i == behind and first not in scene.mentions and scene.written(first).startswith("ال")
    return masculine and subject and scene.written(first).endswith("ة")


_NO_VERBS = frozenset({"preposition", "place", "during", "adverb", "conjunction"})
# `قُدّم`, `نُقل`: a vowel that only a verb's passive is written with.
_PASSIVE = re.compile(r"[وف]?[^\Wم]\u064f\w")
_UNKNOWN_PASSIVE = re.compile(r"[وف]?(?:[^\Wمت]\u064f\w\u0651?\w|أ\u064f\w{2,4})(?:ت|وا)?")
_TU = re.compile(r"[وف]?ت\u064f\w")  # `تُقدّم`
_HER = frozenset("هذه تلك هي".split())


def verb_here(scene: Scene, i: int, sure: bool, first: int, shy: bool) -> Verb | None:
    """A verb at i, in a clause that begins at `first`. One that may be a noun only in a verb's place (`sure`), or
    (`shy`) before its subject."""
    word, written = scene.text(i), scene.written(i)
    if (
        written.endswith(("ة", "ً", "ٍ", "ٌ"))
        or written.lstrip("و").startswith("إ")
        or (_no_verb(scene, i) and (word == "غير" or i == 0 or scene.text(i - 1) not in OPENING))
        or still(scene, i)
        or (written == "آمن" and not scene.text(i + 1).startswith("ب"))  # `المخزون آمن`
        or (word in {"قابل", "وقابل"} and scene.text(i + 1)[:1] == "ل")  # `قابل للاستئناف`
        or (word == "ملك" and scene.text(i + 1)[:1] == "ل")  # `ملك للدولة`
        or (written.startswith("أ") and scene.text(i + 1) == "من" and weighs(word))  # `أضعف من الرواية`
    ):
        return None
    if (
        i == first
        and written.startswith("أ")
        and (scene.quoted_at(i) or scene.text(i - 1) == ":")
        and (mine := of_me(word))
    ):
        return mine
    if written.lstrip("وف").startswith("سأ"):
        return verb(scene.text(i)) or Verb("future", False, {})
    if i == first and ours(scene, i):
        return None
    found = verb(word) or _saying(scene, i) or _of_two(scene, i)
    if found is not None and found.alike and re.match("ب|ال", scene.text(i + 1)):
        found = _of_two(scene, i) or found  # `ناديين تقدما بعرضين`
    if found is None and _UNKNOWN_PASSIVE.fullmatch(written) and not role(word):
        found = Verb("perfect", True, {})  # `فُسخ`
    if found is not None and _other_letters(found, written):
        found = None
    if found is None or (word.endswith("يا") and scene.written(i - 1).endswith(("ا", "اً"))):
        return None  # `وفدا تجاريا`
    if found.alike and found.tense == "perfect" and _of_her(scene, i, first):
        return None  # `الشهرة سجن من ذهب`
    placed = sure or (shy and _subject(scene, i + 1))
    if (
        found.alike
        and not _PASSIVE.match(written)
        and (not placed or _led(scene, i) or _said_of(scene, i) or (i in scene.signs and scene.text(i + 1) != "علي"))
    ):
        return None
    if found.tense == "imperfect" and i > first and word[:1] == "ل":
        return None  # `على استعداد لتلقي الشكاوى`
    if found.tense == "perfect" and (_TU.match(written) or _may_be_present(scene, i, first)):
        return present(scene.text(i)) or found
    return found


_OUR_OWN = frozenset("هدف حلم امل راي هم".split())


def ours(scene: Scene, i: int) -> bool:
    """Whether a word that begins a clause is a noun of ours, and no verb of us: `عملنا يبدأ فجرا`, `دمنا ليس رخيصا`,
    `وضعنا صعب`; not `رفعنا سقف المطالب`, `وضعنا الجرحى في الممر`."""
    word, after, written = scene.text(i), scene.text(i + 1), scene.written(i + 1)
    bare = word.removesuffix("نا")
    if bare == word or len(bare) < 2:
        return False
    does = verb(after) if after[:1] in "يت" else None
    if after in IS_NOT or after in {"هو", "هي", "لا", "لن"} or (does is not None and does.tense == "imperfect"):
        return True
    if bare in _OUR_OWN:
        return after[:2] == "ال" or role(after) == "preposition" or (weighs(after) and not written.endswith(("ا", "اً")))
    ends = not scene.text(i + 2).isalpha() or role(scene.text(i + 2)) != ""
    return ends and (weighs(after) or weighs(after, "fact")) and not written.endswith(("ا", "اً", "ة", "ات"))


def _other_letters(found: Verb, written: str) -> bool:
    """`أبي`, `آخر`, where the past is أبى, أخّر: spelling folds what tells them apart."""
    past, bare = found.row.get("past", ""), written.lstrip("وف")
    if past.startswith("أل") and bare.startswith("ال") and len(bare) <= 5:
        return True  # `الحق لا يموت`
    if found.tense != "perfect" or len(bare) != len(past):
        return False
    noun = bare.startswith("ت") and bare.endswith("ي") and past.endswith("ى")  # `تلقي اللقاح`
    return (
        noun
        or bare in ("أبي", "سري", "نفي", "رمي", "سعي", "وعي", "مشي", "نهي")
        or (bare.startswith("آ") and past.startswith("أ"))
    )


def _no_verb(scene: Scene, i: int) -> bool:
    """Whether a closed-class word stands at i: `ظهر الاثنين`, but `شق ظهر في السقف`."""
    if scene.text(i) == "حول" and (is_number(scene.text(i + 1)) or scene.text(i + 1).startswith(("مليون", "مليار"))):
        return False  # `الوزير حول مليونين إلى حسابه`
    what = role(scene.text(i))
    return what in _NO_VERBS and not (what == "during" and role(scene.text(i + 1)) == "preposition")


def may_be(scene: Scene, i: int, first: int) -> Verb | None:
    """A past at i that may as well be a noun, behind a subject that nothing shows to be whole: `وفد سلام تسلم`."""
    found = verb(scene.text(i))
    if found is None or not found.alike or i < first + 2 or _led(scene, i) or _bound(scene, i):
        return None
    if role(scene.text(i)) not in ("", "during") or _no_verb(scene, i):
        return None
    return verb_here(scene, i, True, first, False)


def _led(scene: Scene, i: int) -> bool:
    """Whether what stands before i wants a noun: `على رأس`, `عملية نقل`, `من دون حل`."""
    before = scene.text(i - 1)
    if scene.text(i) == "شبه" and scene.text(i + 1)[:1] == "م":
        return True  # `شبه مغلق`
    wants = role(before) in {"preposition", "place", "during", "quantifier"} or is_number(before)
    accused = before in OF_IT and scene.text(i - 2) in _ACCUSED  # `المشتبه به سلم نفسه`
    return wants and before != "الان" and not accused


_ACCUSED = frozenset("المشتبه المحكوم المدعي المفرج المعتدي المغرر المطلق".split())


def _bound(scene: Scene, i: int) -> bool:
    """Whether the noun before i wants another: `مواصلة دعم`, `عملية نقل`, `أثناء نقل`, `ميناء رأس الجبل`."""
    before = scene.text(i - 1)
    wants = scene.written(i - 1).endswith("ة") or deed(before) is not None or before in _PLACES
    return before[:2] != "ال" and wants


def _said_of(scene: Scene, i: int) -> bool:
    """`كل ما جرى فشل ذريع`: a noun that says what its teller makes of the subject, and no verb."""
    after, written = scene.text(i + 1), scene.written(i + 1)
    if after[:1] == "ب" and (deed(after) or {}).get("told") == "occurred":
        return False  # `المحافظ أمر بتشكيل لجنة`
    alone = not after.isalpha() or (after[:2] != "ال" and not role(after) and not written.endswith(("ا", "اً", "ه")))
    ends = scene.text(i + 2) in CLOSING or scene.text(i + 2) in {".", ""}
    judged = weighs(scene.text(i)) or (
        ends and after.isalpha() and (weighs(after) or re.fullmatch(r"\w\wي\w", after) is not None)
    )  # `«تدخل سافر»`, `الراتب ضيف سريع`
    return alone and i + 1 not in scene.mentions and i + 1 not in scene.times and judged


def told(scene: Scene, i: int) -> bool:
    """Whether quoted words begin with a verb: `الوزارة «ستسرّع» البيع`, and one that is spelt as a noun too with an
    indefinite object (`العضو «تسلم ضمانات»`)."""
    found = verb(scene.text(i))
    if scene.text(i) in NEGATIONS or scene.text(i) in IS_NOT or scene.text(i) in {"قد", "لقد", "سوف", "ربما"}:
        return True
    if found is None or i in scene.mentions:
        return False
    return not found.alike or scene.written(i + 1).endswith(("ات", "اً", "ا"))


def _may_be_present(scene: Scene, i: int, first: int) -> bool:
    """Whether a word with ت at i may be said of a feminine subject at `first`: `الفرق تواصل`, not `العضو تسلم`."""
    if scene.written(first).endswith(("ة", "ات")) or scene.text(first) in _HER:
        return True
    if scene.text(first - 1) in {"انها", "وانها", "بانها"}:
        return True
    if i == first and re.fullmatch(r"[وب]?ان(?:ه|هم|هما|نا|ني)", scene.text(first - 1)):
        return False  # `إنه تلقى تهديدات`
    if i == first + 1 and first in scene.mentions and scene.mentions[first][1].type == "GPE":
        object_ = scene.text(i + 1).isalpha() and not role(scene.text(i + 1)) and scene.text(i + 1)[:3] != "بال"
        return scene.text(first) not in _HIS_LANDS and object_  # `باريس تطرق الباب`
    if i > first and first not in scene.mentions and not _may_be_many(scene.text(first)):
        return False
    if i == first and not scene.written(i + 1).endswith(("ة", "ات")):
        return False
    if i > first and agreement(scene, Place(first, first + 1)) == ("m", "one"):
        return False
    return _takes_object(scene, i + 1)


_HIS_LANDS = frozenset("العراق لبنان الاردن المغرب السودان اليمن الصومال".split())
_MANY = re.compile(r"(?:ال)?(?:ا\w{2,3}ا\w|م\w?\wا\w+|\w{1,2}و\w|\w\wا\w{1,2})")
_MANY_SHORT = frozenset("فرق دول مدن كتب صحف كتل نخب قوي طرق جثث اسر قري شعب لجن غرف ورش خطط سفن نسب".split())


def _may_be_many(word: str) -> bool:
    """Whether a noun may be a broken plural, which a feminine verb goes with: `الفرق`, `المصادر`, `الأسعار`."""
    return _MANY.fullmatch(word) is not None or word.removeprefix("ال") in _MANY_SHORT


def _of_two(scene: Scene, i: int) -> Verb | None:
    """`الرجلان وصلا`: a past of two behind its subject."""
    word, subject = scene.text(i), scene.text(i - 1)
    if not word.endswith("ا") or not subject.endswith(("ان", "ين")) or role(subject) or scene.written(i).endswith("اً"):
        return None
    found = verb(word[:-1])
    return found._replace(alike=False) if found and found.tense == "perfect" and found.row else None


def _takes_object(scene: Scene, i: int) -> bool:
    """Whether a noun stands at i: `تواصل إصلاح الخط`, where `تواصل` of itself takes none."""
    word = scene.text(i)
    here = scene.in_title(i) or not scene.in_title(i - 1)
    return here and word.isalpha() and not role(word) and word[0] not in "بل"


def _subject(scene: Scene, i: int) -> bool:
    """A subject may begin at i: a name or a definite noun, behind a verb that opens its clause."""
    return i in scene.mentions or scene.text(i).startswith("ال") or scene.text(i) in {"هذا", "هذه", "ذلك"}

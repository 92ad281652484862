"""Bare objects and topics that are not what somebody said: `تعتبر السياحة موردا`, `أظهر الفريق قوته`."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.attribution.cues.opening import strong
from musnad.stages.attribution.judged.predicative import definite
from musnad.stages.attribution.nouns.heads import HONOURS, head
from musnad.stages.attribution.page.deeds import deed, deed_at
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, finite, is_that, role, with_ba, without_and
from musnad.verbs import verb

__all__ = [
    "accusative",
    "added",
    "before_blame",
    "blaming",
    "bound",
    "considered",
    "described_apart",
    "greeted",
    "pleads",
    "promising",
    "published",
    "told_deed",
    "topic_only",
    "wagered",
    "with_reason",
]


_RANKS = frozenset("احدي احد من واحده واحدا اول اولي اكبر اهم افضل اكثر اعلي ابرز ثاني ثالث بمثابه".split())

_THE_MOST = frozenset(
    "الاعلي الاكبر الافضل الاول الاولي الاقوي الاضخم الاهم الاكثر الاقل الابرز الاسوا الاحدث الاطول الاغلي الوحيد "
    "الوحيده الاخطر الاسرع الاقدم الاجمل الاشهر الانسب".split()
)  # `تعتبر الأعلى`
_LANDS = frozenset("المملكه الدوله الجمهوريه الاماره السلطنه البلاد".split())


def accusative(scene: Scene, k: int) -> bool:
    """`أصدقاءه`, `زملاءها`: how a word for people with a pronoun is spelt where it is no subject."""
    return k < len(scene.tokens) and scene.written(k).endswith(("ءه", "ءها", "ءهم"))


def described_apart(scene: Scene, k: int, end: int) -> bool:
    """`وصفت الوزارة السورية [الموجة] بالعابرة`: whether a closed phrase runs on to what is described before ب."""
    last = end - 1
    closed = last - 1 > k and (scene.in_name(last - 1) or scene.text(last - 1).startswith("ال"))
    plain = scene.text(last).startswith("ال") and not (scene.in_name(last) or scene.nations.get(last))
    return closed and plain and with_ba(scene, end)


def considered(scene: Scene, i: int, hit: Hit, start: int, source: Place | None) -> bool:
    """`تعتبر السياحة مصدر دخل`, `المشروع الذي يعتبر الأول`: is held to be, by nobody told."""
    if hit.row["lemma"] == "عدّ" and hit.row["class"] in ("perfect", "imperfect"):
        k = scene.index(start)
        told = is_that(scene, k - 1) and k - 1 in (i + 1, source.last if source else i + 1)
        if is_that(scene, k - 1) and scene.text(i).endswith("ت") and "ّ" not in scene.written(i):
            return True  # `عدت ماشيا لأن …`: returned
        return not told and (hit.row["class"] == "imperfect" or not _held_to_be(scene, k))
    if hit.row["lemma"] == "صنّف" and source is not None and scene.text(source.last) in {"علي", "من", "ضمن", "في"}:
        return True  # `تصنف هذه المواد على أنها خطرة`
    if hit.row["lemma"] not in ("اعتبر", "عدّ") or hit.row["class"] != "imperfect" or strong(scene, start):
        return False
    k = scene.index(start)
    if hit.end == scene.tokens[i].end and (scene.text(k) in _RANKS or (k == i + 1 and scene.text(k) in _THE_MOST)):
        return True  # `يعتبر المواطن أحد الركائز`
    if hit.end == scene.tokens[i].end and not definite(scene, k) and not definite(scene, k + 1):
        return True  # `تعتبر دول الشرق خيارات مناسبة`: one object, and nobody who holds it
    found = head(scene, source) if source else None
    speaks = found is not None and found.row["class"] in ("person", "experts", "public", "unnamed", "body", "state")
    speaks = speaks and source is not None and scene.text(source.first) not in _LANDS
    ranked = scene.text(k) in _RANKS or (scene.text(k).startswith("ال") and k not in scene.mentions)
    if ranked and not speaks:
        return True  # `تعتبر المملكة إحدى الدول`, `الدولة الوحيدة`
    people = found is not None and found.row["class"] in ("person", "experts", "public", "state", "body", "unnamed")
    named = source is not None and source.first in scene.mentions
    return not (people or named) or without_and(scene.text(i - 1)) in {"الذي", "التي", "الذين"}


def _held_to_be(scene: Scene, k: int) -> bool:
    """`عدّ القرار خطأ`, `عدّت الخطاب «خطوة متأخرة»`: behind the object, or all there is, what it is held to be."""
    for j in range(k, k + _NEAR):
        word, written = scene.text(j), scene.written(j)
        if word in COMMAS or not word or word in ".؛:" or word.endswith("وا"):
            return False
        if word in OPENING or (written.endswith(("اً", "ًا", "أ", "ا", "ة")) and not definite(scene, j)):
            return True
    return False


_NEAR = 9  # words up to what something is held to be


def promising(scene: Scene, hit: Hit, source: Place | None, start: int) -> bool:
    """Whether what stands behind `تعد` is somebody: `تعد الشركة بتعويض`, not `تعد الإشارات آمنة`."""
    at, k = scene.index(hit.start), scene.index(start)
    if hit.row["class"] == "imperfect":  # else `تعد الهيئة مساهما بنسبة كبيرة`
        beside = k == (source.last if source is not None and source.first > at else at + 1)
        if not (beside and start > scene.tokens[k].start and deed(scene.text(k)[1:].removeprefix("ال"))):
            return False
        if source is None:
            return hit.start > scene.tokens[at].start and scene.text(at - 1) in COMMAS
    if source is None or (hit.row["class"] == "perfect" and source.first < at):
        return True  # `، وتعد بتمويل التجربة`
    if source.first in scene.mentions or scene.is_name(source.first):
        return True
    found = head(scene, source)
    return found is not None and found.row["class"] in ("person", "state", "body", "organization", "unnamed", "public")


def bound(scene: Scene, source: Place | None, start: int) -> bool:
    """`التزم الوزير بدفع الرواتب`: somebody in charge commits himself to a deed; not `التزم السائقون بالسرعة`."""
    found = head(scene, source) if source is not None else None
    kinds = ("person", "official_body", "organization", "state")
    if source is not None and role(scene.text(source.first)) == "quantifier":
        return False  # `يلتزم كل مترجم بتقديم رسالة`
    may = found is not None and found.row["kind"] in kinds and found.row["number"] != "many"
    named = source is not None and source.first in scene.mentions
    return strong(scene, start) or ((may or named) and deed_at(scene, scene.index(start)) is not None)


def pleads(scene: Scene, start: int, source: Place | None) -> bool:
    """`دفع المحامي بأن الشاهد غاب`, `دفع بعدم الاختصاص`; not `دفع الجوع الناس إلى أن يرحلوا`."""
    k = scene.index(start)
    beside = source is None or source.last == k - 1
    return (scene.text(k - 1)[:1] == "ب" and beside) if is_that(scene, k - 1) else start > scene.tokens[k].start


def directs(scene: Scene, start: int, source: Place | None) -> bool:
    """`وجّه المحافظ إلى تسريع العمل`; not `وجّه الفريق أنظاره إلى الدوري`, `وجّه إلى المتهم تهمة`."""
    k = scene.index(start)
    beside = source is None or source.last == k - 1
    return scene.text(k - 1) != "الي" or (beside and deed_at(scene, k + (scene.text(k) in _SPEED)) is not None)


_SPEED = frozenset({"سرعه", "ضروره"})


def wagered(scene: Scene, start: int) -> bool:
    """`راهن التجار على وعود`: a stake, where `راهن المدرب على عودة لاعبه` expects a deed."""
    return not strong(scene, start) and deed_at(scene, scene.index(start)) is None


_BLAME = frozenset("اللوم باللوم اللائمه باللائمه المسؤوليه بالمسؤوليه المسئوليه بالمسئوليه التبعه بالتبعه".split())


def blaming(scene: Scene, i: int, start: int) -> bool:
    """`ألقى النائب باللوم على الوزارة`; not `ألقى الشاب حجرا على`."""
    return any(scene.text(j) in _BLAME for j in range(i + 1, scene.index(start)))


def with_reason(scene: Scene, row: Mapping[str, str], source: Place | None, start: int) -> int:
    """`برر الوزير [القرار] بأن الخزينة فارغة`: where the content begins, with what the reason is given for; past the
    colon of `قال إن: الدورات مجانية`, past إن of `قال: إن الدورات مجانية`."""
    that = scene.index(start) - 1
    if scene.text(that + 1) == ":" and is_that(scene, that):
        return scene.tokens[that + 2].start
    if scene.text(that) == ":" and is_that(scene, that + 1) and not _if(scene, that + 1):
        return scene.tokens[that + 2].start
    given = row["lemma"] in ("علّل", "برّر") and source is not None and is_that(scene, that)
    if not given or source is None or not source.last < that or scene.text(source.last)[:2] != "ال":
        return start
    return scene.tokens[source.last].start


def _if(scene: Scene, k: int) -> bool:
    """`قال: إن لم تدفع الشركة رحلنا`, `إن بقي الحال`: a condition."""
    after = scene.text(k + 1)
    return role(after) == "negation" or after in {"كان", "كانت", "كنتم", "شاء"} or finite(scene, k + 1)


def greeted(scene: Scene, start: int) -> bool:
    """`رحب الأمير بمعالي الوزير`, `مرحبا بالوفد`: somebody is received, where `رحب بقرار المجلس` says a thing."""
    k = scene.index(start)
    word = scene.text(k).removeprefix("ب")
    if strong(scene, start) or start == scene.tokens[k].start:
        return False
    named = k in scene.mentions and scene.mentions[k][1].type == "PER"
    people = any(hit.row["class"] == "person" for hit in scene.heads.get(k, ()))
    return named or people or word in HONOURS or word.removeprefix("ال") in _GUESTS


_GUESTS = frozenset(
    "وفد وفود ضيف ضيوف ضيفه ضيفها ضيوفه ضيوفها زائر زائره زوار زائرين حضور حاضرين حاضرات مشاركين مشاركات اعضاء "
    "قادمين جميع بعثه اشقاء مدعوين حجاج معتمرين".split()
)


def added(scene: Scene, i: int, start: int) -> bool:
    """`تضيف الأرقام دليلا على أن`, `أضاف الاتفاق زخما إلى فكرة أن`: a thing is added, and nothing that is said."""
    return any(scene.text(j) in _ADDED for j in range(i + 1, scene.index(start)))


_ADDED = frozenset(
    "دليلا ادله بعدا ابعادا زخما عبئا اعباء وزنا قيمه مصداقيه ضغطا ضغوطا مزيدا برهانا شاهدا لمسه شرعيه ثقلا".split()
)
_WORKS = frozenset("فيلم مسرحيه مسلسل قصيده كتاب قصه ديوان اغنيه لوحه حكايه".split())


def _of_work(scene: Scene, source: Place | None, k: int) -> bool:
    """`يتحدث الفيلم عن عائلة مهاجرة`, `تتحدث رواية «النهر» عن صياد`: a theme; but `الرواية الرسمية تتحدث عن انهيار`."""
    if source is None:
        return False
    word, behind = scene.text(source.first).removeprefix("ال"), source.first + 1
    if word.startswith("رواي"):
        named = behind < source.last and scene.text(behind) in OPENING
        return named or word.endswith(("ته", "تها")) or (behind == source.last and deed_at(scene, k) is None)
    return word in _WORKS


def topic_only(scene: Scene, i: int, start: int, row: Mapping[str, str], source: Place | None) -> bool:
    """`تحدث عن تاريخه`, `عندما تحدثوا عن أنفسهم`: a topic and nothing said on it; but `تحدثت عن انهيار الجسر`."""
    before, told = scene.text(i - 1), scene.text(scene.index(start))
    if row["lemma"] not in ("تحدّث", "طرح") or strong(scene, start):
        return False
    k = scene.index(start)
    theme = _of_work(scene, source, k)
    if theme or row["lemma"] == "طرح":
        return theme  # `يطرح الفيلم فكرة أن`
    owned = scene.written(k).endswith(("ه", "ها", "هم")) and deed(told) is None
    named = k in scene.mentions or told in {"هذا", "هذه", "ذلك", "نفسه", "انفسهم"}
    apart = role(before) == "conjunction" and not (before.removeprefix("ف") in _BESIDE and deed(told) is not None)
    return apart or before == "ان" or told.startswith("ال") or owned or named


def told_deed(scene: Scene, hit: Hit, source: Place | None, start: int) -> bool:
    """`أفاد مصدر إصابة أربعة عمال`: who told it, and a deed; not `أفادت الدورة المعلمين بمعلومات`, `ما يفيد تخصيصه`."""
    k = scene.index(start)
    if strong(scene, start) or start > scene.tokens[k].start or role(scene.text(k - 1)):
        return True
    apart = source is None or sum(scene.text(j) in COMMAS for j in range(source.last, k)) % 2  # `مصدر، اليوم، وفاة`
    return not apart and deed_at(scene, k) is not None and hit.row["class"] == "perfect"


_BESIDE = frozenset("كما وكما بينما وبينما فيما وفيما".split())  # `كما تحدثت مصادر عن انهيار الجسر`


def published(scene: Scene, source: Place | None, start: int) -> bool:
    """`أظهر المسح تراجع الأسعار`; not `أظهر الفريق قوته`, `أظهر المقطع الفتاة`: a document shows a deed."""
    k = scene.index(start)
    spelt = verb(scene.text(k))  # `توقف`: a verb's noun that is spelt as its past
    if deed_at(scene, k) is None and not (spelt and spelt.alike):
        return False
    found = head(scene, source) if source else None
    return found is not None and found.row["kind"] in ("document", "media_reports")


def before_blame(scene: Scene, k: int, end: int) -> int:
    """`ألقى سليم اللوم`: where a subject at k ends before what it lays on somebody."""
    return next((j for j in range(k + 1, end) if scene.text(j) in _BLAME), end)

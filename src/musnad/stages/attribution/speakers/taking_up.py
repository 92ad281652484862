"""Whether a form is the verb of its clause: it takes up a speaker told of before, or its subject stands beside it."""

from __future__ import annotations

from musnad.doc import Hit
from musnad.stages.attribution.chains.asked import on_being_asked, questioned
from musnad.stages.attribution.chains.pointing import CONTINUES
from musnad.stages.attribution.cues.manner import front_end
from musnad.stages.attribution.cues.opening import can_speak, strong
from musnad.stages.attribution.cues.thanks import thanks_at
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.page.deeds import deed, deed_at
from musnad.stages.attribution.page.government import PREPOSITIONS, SAYING
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, PRONOUNS, is_that, role, without_and
from musnad.stages.attribution.speakers.bare_objects import IT, he_too, not_ruled_out
from musnad.stages.attribution.speakers.carriers import ROWS
from musnad.stages.attribution.speakers.doers import of_what_is_shown
from musnad.stages.attribution.speakers.topics import topic_before

__all__ = ["behind_occasion", "shaky", "takes_up"]


def takes_up(scene: Scene, i: int, lo: int, start: int) -> bool:
    """A verb without a stated subject goes on with a speaker only at the head of a clause.

    Behind a pronoun only with a clause of its own: `وهو يقول إن`, but `وهو يشير إلى الحقل`.
    """
    before = scene.text(i - 1 - not_ruled_out(scene, i))
    if before in PRONOUNS:
        return strong(scene, start) or he_too(scene, i, lo)
    if before in {"انهم", "انهما"} and is_that(scene, scene.index(start) - 1):
        return True  # `إلا أنهم أكدوا أن`; but `فإنهم يتحدثون عن المشروع`
    if on_being_asked(scene, lo, i) or questioned(scene, lo, i) is not None:
        return True  # `وبسؤاله عن السلاح أجاب بأنه وجده`
    if i == lo + 1 and scene.text(i) in {"يقول", "تقول", "يقولون"} and _goes_on(scene, lo):
        return True  # `ومضت تقول إن`
    joined = scene.text(i)[:1] in "وف" and all(hit.start > scene.tokens[i].start for hit in scene.forms[i])
    on_it = scene.text(i + 1) in {"عليه", "عليها"} and scene.text(i + 2) in {":", *OPENING}  # `لافتة كتبوا عليها:`
    if scene.text(i + 1) in {"فيه", "فيها"} or (on_it and scene.forms[i][0].row["lemma"] == "كتب"):
        return True
    if (
        scene.text(i + 1) == ":"
        and scene.text(i + 2) in OPENING
        and any(hit.row["class"] == "perfect" and not hit.row.get("risk") for hit in scene.forms[i])
    ):
        return True  # `ولما سأله الجار عن السبب أجاب: «…»`
    return (
        joined
        or i == lo
        or before in COMMAS
        or role(before) in ("conjunction", "modal")
        or (before == "ذلك" and scene.text(i - 2) in {"ومع", "مع"})
        or (without_and(before) in _HEADS_OF_CLAUSE and (i - 1 == lo or before != "بعدما"))
        or topic_before(scene, lo, i)
        or of_what_is_shown(scene, i, lo)
        or (not_ruled_out(scene, i) and scene.text(i - 1)[:1] == "و")
        or ((strong(scene, start) or thanks_at(scene, i + 1) or _governs(scene, start)) and _on_occasion(scene, i))
    )


def _goes_on(scene: Scene, i: int) -> bool:
    """`مضت`, `أضاف`, `أردف`: a past that only goes on with what was being said."""
    return any(hit.row["class"] == "perfect" and hit.row["lemma"] in CONTINUES for hit in scene.forms.get(i, ()))


def _on_occasion(scene: Scene, i: int) -> bool:
    """`وفي هذا السياق أكد أن`, `وردا على سؤال عن الموعد قال إنه`, `وفي ختام كلمته أشار إلى أن`: he who spoke before;
    not `وفي بيروت أكد أن`, `وفي هذا السياق أعلن أن`, which may be a passive."""
    passive = any(hit.row["lemma"] in _ANNOUNCED for hit in scene.forms[i])
    named = any(j in scene.mentions for j in range(i - 2, i))
    return not passive and not named and behind_occasion(scene, i)


def _governs(scene: Scene, start: int) -> bool:
    """`وفي الوقت نفسه دعا إلى الحوار`: a preposition that opens the content."""
    return scene.text(scene.index(start) - 1) in PREPOSITIONS


_ANNOUNCED = ("كشف", "اتّفق", "أعلن", "ذكر", "علم", "أفاد", "عرف", "قرّر")


_HEADS_OF_CLAUSE = frozenset("ان انه انها كما ثم وقد قد فقد لقد بعدما لكنه لكنها لكنهم وكما الذي التي الذين".split())
_IFS = frozenset("اذا لو ولو كلما".split())  # `إذا رفض اللاعب العرض`: nobody has refused yet


def _clear(scene: Scene, i: int, edge: int, source: Place | None, start: int) -> bool:
    """A form that is another word too is a verb where its subject is before it, or behind it at a clause's head.

    Joined with و it is one without its subject too where a preposition opens the content: `وحذر من`.
    """
    if edge < i:
        return True
    before = scene.text(i - 1)
    joined = scene.tokens[i].text[:1] == "و"
    first = (
        i == scene.sentence_start(i)
        or before in COMMAS
        or before in ".؛"
        or without_and(before) in _HEADS_OF_CLAUSE
        or (role(before) in ("adverb", "conjunction") and before not in _IFS)
        or (before == "اخري" and scene.text(i - 2) in {"مره", "ومره"})  # `ومرة أخرى رفض المزارعون العرض`
    )
    heads_clause = joined or first or behind_occasion(scene, i)
    if source is None:
        k = scene.index(start)
        avowed = any(hit.row["lemma"] == "جدّد" for hit in scene.forms[i]) and scene.text(k) in _AVOWED
        if joined and avowed:
            return True  # `وجدد دعم بلاده للحوار`
        written_on = scene.text(k)[:1] == "ل" and start > scene.tokens[k].start  # `وحث الجميع للمشاركة`
        besides = without_and(before) == "كما" and (scene.text(i - 2) in COMMAS or i - 1 == scene.sentence_start(i))
        # `، كما وعد بإتاحة الفرصة`, `. ووعد بخفض الأسعار`
        anew = i == scene.sentence_start(i) and deed(scene.text(k)[1:]) is not None
        promised = k == i + 1 and any(hit.row["lemma"] in _BY for hit in scene.forms[i])
        promised = promised and (before in COMMAS or besides or anew)
        written_on = written_on or (promised and start > scene.tokens[k].start)  # `، ووعد بتسجيل عشرين هدفا`
        if joined and any(hit.row["lemma"] == "طلب" for hit in scene.forms[i]) and deed_at(scene, k) is not None:
            return scene.text(i + 1) in _OF_WHOM  # `وطلب من المدير مساعدة السكان`
        led = scene.text(k - 1 - is_that(scene, k - 1)) in PREPOSITIONS  # `وحذر من`, `وتنبه إلى أن`
        return (joined and led) or ((joined or besides) and written_on)
    return heads_clause and can_speak(scene, *source)


def behind_occasion(scene: Scene, i: int) -> bool:
    """`وأمام البرلمان حذر الوزير`, `في بيان دعا مصدر أمني`: before the verb stands an occasion and nothing more."""
    lo = scene.sentence_start(i)
    return lo < i <= lo + 12 and front_end(scene, lo) == i


_OF_WHOM = frozenset("من منه منها منهم".split())
_MERITS = frozenset(
    "جهود جهد دعم دور ادوار عطاء مبادره مبادرات موقف مواقف حرص اهتمام تعاون متابعه مشاركه تضحيات تضحيه انجازات رعايه "
    "خطوه خطوات توجيهات وقفه وقوف تفاعل اسهامات مساهمه استجابه تجاوب ثقه مكرمه لفته بادره كلمه اداء عمل عاليا".split()
)
_AVOWED = frozenset(
    "ادانه دعم رفض تاكيد التاكيد التزام تمسك مطالبه المطالبه دعوه الدعوه موقف وقوف استعداد حرص تعهد عزم ترحيب تضامن "
    "استنكار".split()
)
_BY = ("وعد", "دفع", "أمر", "وجّه")


def shaky(scene: Scene, i: int, hit: Hit, edge: int, source: Place | None, k: int, start: int) -> bool:
    """A form that is another word too, with nothing that makes it the verb: `عمل حلف جديد قائلا` is not حلف."""
    if _supposed(scene, i, hit):
        return True
    if hit.row["class"] == "noun" and is_that(scene, i - 1) and not strong(scene, start):
        return True  # `أن رفض الإدارة تأجيل العمل لا يترك خيارا`: a clause begins with it that tells something of it
    if not hit.row.get("risk") or hit.row["class"] == "participle" or scene.text(i - 1) in IT:
        return False
    about = (j + 1 for j in range(i + 1, scene.index(start)) if scene.text(j) == "عن")
    if hit.row["lemma"] == "عبّر" and any(j in scene.feelings for j in about):
        return False  # `وعبر أبناء القتيل عن شكرهم`, `عبر فيها عن أمله في السلام`
    if hit.row["lemma"] == "ثمّن" and scene.text(scene.index(start)).removeprefix("ال") in _MERITS:
        return False  # `كما ثمن جهود العاملين`; not `وثمن السيارة`
    if hit.row["class"] == "noun" and source is not None and source.first < i:
        return False  # `سارع الحزب إلى نفي الخبر`
    found = head(scene, source) if source else None
    asks = ROWS[hit.row["lemma"]]["stance"] in ("demands", "promises")
    if asks and found is not None and found.row["kind"] == "document":
        return not strong(scene, start)  # `وطلب الفاتورة عوضا عن الورقة`: no bill asks for anything
    said = any(scene.text(j) in SAYING for j in range(k, scene.index(start)))
    return (said and edge < i) or (not strong(scene, start) and not _clear(scene, i, edge, source, start))


def _supposed(scene: Scene, i: int, hit: Hit) -> bool:
    """`عندما تبني مسرحا، ويرى الناس أنك جاد، يصبح`: what a condition that a verb goes on with supposes of somebody."""
    way, joined = hit.row["class"], scene.text(i)[:1] == "و" and hit.start > scene.tokens[i].start
    if way not in ("perfect", "imperfect") or not joined:
        return False
    for j in range(i - 1, max(scene.sentence_start(i) - 1, i - _CLAUSE), -1):
        word, ahead = without_and(scene.text(j)), scene.text(j - 1)
        heads = j == scene.sentence_start(i) or ahead in OPENING + ":.؛" or is_that(scene, j - 1)
        if word in _WHEN | _WHENEVER and not heads:
            return False  # `سيرحل إذا خسر، وقال إن`: behind its main clause
        if word in _WHEN:
            return way == "imperfect" and any(scene.text(k)[:1] in ("ي", "ت", "ن") for k in (j + 1, j + 2))
        if word in _WHENEVER:
            return True
        if (scene.text(j) in COMMAS and j < i - 1) or scene.text(j) in OPENING or is_that(scene, j):
            return False
    return False


_WHENEVER = frozenset("اذا لو كلما".split())
_WHEN = frozenset("عندما حين حينما متي".split())
_CLAUSE = 14  # words of such a clause

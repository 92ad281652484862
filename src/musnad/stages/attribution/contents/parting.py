"""Where the page tells on of whoever spoke, or of what was spoken of: a content ends, for all that goes before."""

from __future__ import annotations

import re

from musnad.stages.attribution.contents.glosses import came_of_it, glossed, prays, said_or_met, untrue
from musnad.stages.attribution.contents.main_clauses import main_goes_on, met_with, then
from musnad.stages.attribution.contents.of_saying import of_the_saying, told_there
from musnad.stages.attribution.contents.voice import VERDICTS, new_clause
from musnad.stages.attribution.cues.opening import Opening
from musnad.stages.attribution.page.scene import CLOSING, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, without_and
from musnad.stages.attribution.transmitters.agreement import fits_phrase
from musnad.verbs import verb

__all__ = ["parted"]


def parted(scene: Scene, opening: Opening, first: int, i: int, *, phrase: bool) -> bool:
    """Whether token i is where the page tells on. `phrase`: the content, from token `first`, is no clause."""
    if phrase and opening.row["stance"] == "refuses" and _why(scene, first, i):
        return True
    if phrase and _goes_on_saying(scene, opening, i):
        return True
    word, before = scene.text(i), scene.text(i - 1)
    if (before in CLOSING and glossed(scene, first, i)) or prays(scene, i):
        return True
    if met_with(scene, opening, first, i) or then(scene, opening, i):
        return True
    if word in {"وذلك", "وهذا"} and opening.row["stance"] in ("believes", "claims") and untrue(scene, i + 1):
        return True
    if word not in COMMAS:
        closed = first in scene.quotations and scene.quotations[first][0].last == i
        if closed and (told_there(scene, i) or (word == "في" and of_the_saying(scene, i + 1))):
            return True  # `قال: «انتهت الأعمال» في تصريح لـ«الأفق»`
        return word in _TO_HIM and before not in COMMAS and _in_his_words(scene, i)
    if phrase and opening.row["stance"] in _DONE_TO and came_of_it(scene, i + 1):
        return True
    told = _has_happened(scene, i + 1) or (opening.source is None and _will_be(scene, i + 1))
    if told and first not in scene.quotations and i > first and _wished(scene, opening, first):
        return True
    return (
        _of_itself(scene, opening, i + 1)
        or said_or_met(scene, opening, i + 1)
        or _had_said(scene, opening, i + 1)
        or main_goes_on(scene, opening, i + 1)
        or _before_he(scene, opening, first, i + 1)
        or _leaning(scene, opening, i + 1)
        or _named_so(scene, opening, first, i)
        or _rumour_ends(scene, opening, i + 1)
        or _came_otherwise(scene, opening, first, i + 1)
        or _kept_back(scene, i + 1)
        or _agreed(scene, i + 1)
        or _as_he_put_it(scene, i + 1)
        or _in_this_context(scene, i + 1)
        or _where_told(scene, opening, first, i)
        or _asks_you(scene, i + 1)
        or scene.text(i + 1) == "علما"
        or (scene.text(i + 1) == "مع" and scene.text(i + 2) == "العلم")
    )


def _asks_you(scene: Scene, k: int) -> bool:
    """`يقول بعض النقاد إن الرواية طويلة، ما رأيك؟`, `، فكيف كان ردكم؟`: asked behind what others say."""
    if scene.text(k) not in _ASKING:
        return False
    end = next((j for j in range(k + 1, k + _QUESTION) if scene.text(j) in _STOPS), k)
    you = any(len(scene.text(j)) > 2 and scene.text(j).endswith(("ك", "كم")) for j in range(k + 1, end))
    return you and scene.text(end) == "؟" and end == scene.sentence_end(k) - 1


_QUESTION = 7  # words of such a question
_ASKING = frozenset("ما فما كيف فكيف هل فهل لماذا فلماذا بماذا فبماذا ماذا فماذا".split())


def _came_otherwise(scene: Scene, opening: Opening, first: int, k: int) -> bool:
    """`توقع الخبراء أن يرتفع السعر، لكنه هبط`: what came of what was only expected, behind أن."""
    if opening.row["stance"] not in ("expects", "hopes") or scene.text(first - 1) != "ان":
        return False
    word, after = scene.text(k), scene.text(k + 1)
    if word in {"الا", "غير", "بيد"} and after in {"انه", "انها", "انهم"}:
        k += 1
    elif word not in {"لكنه", "لكنها", "لكنهم", "لكن"}:
        return False
    found = verb(scene.text(k + 1))
    return found is not None and found.tense == "perfect" and not found.alike


def _where_told(scene: Scene, opening: Opening, first: int, i: int) -> bool:
    """`إن الأعمال انتهت، في تغريدة على حسابه.`: where it was told, of nothing that somebody else says within it."""
    if opening.row["stance"] in ("expects", "hopes") or not told_there(scene, i + 1):
        return False
    return not any(hit.row["class"] == "perfect" for k in range(first, i) for hit in scene.forms.get(k, ()))


def _in_his_words(scene: Scene, i: int) -> bool:
    """`إن الفريق جاهز على حد قوله`, `بحسب تعبيرها، وأضاف`: at the end of what somebody said, that it was his word."""
    k = i + 2 if scene.text(i) == "علي" and scene.text(i + 1) == "حد" else i + 1
    glossed = k > i + 1 or scene.text(i) != "علي"
    ends = scene.text(k + 1) in _STOPS or k + 1 == scene.sentence_end(i)
    ends = ends or (scene.text(k + 1) in COMMAS and new_clause(scene, k + 2))
    return glossed and scene.text(k) in VERDICTS and ends


_TO_HIM = frozenset("علي حسب وفق بحسب".split())


def _before_he(scene: Scene, opening: Opening, first: int, k: int) -> bool:
    """`كتب أن الطريق مغلق، قبل أن يحذف المنشور`: what the speaker did next, as far as gender and number
    can have it; but `قال إن المسلحين جاؤوا، قبل أن يشنوا هجوما`."""
    if scene.text(k) != "قبل" or scene.text(k + 1) != "ان":
        return False
    word, form = scene.text(k + 2), opening.form
    many, she = word.endswith("وا"), word[:1] == "ت"
    his = many == (form.get("number") == "many") and (many or she == (form.get("gender") == "f"))
    told = is_that(scene, first - 1) and scene.text(k - 2) not in CLOSING
    return his or not told or k + 2 in scene.forms


def _agreed(scene: Scene, k: int) -> bool:
    """`، ووافقه الرأي زميله الذي قال`, `، وأيدته في ذلك المعلمة`: the page turns to another who shares the view."""
    j = k + 1 + (scene.text(k + 1) in {"في", "علي"})
    same = scene.text(j) == "الراي" or (j > k + 1 and scene.text(j) in {"ذلك", "هذا"})
    return same and _SHARES.fullmatch(scene.text(k)) is not None


_SHARES = re.compile(r"و[يت]?(?:وافق|[اؤ]?يد|شارك|خالف|شاطر|عارض)ت?(?:ه|ها|هم|هما)")


def _as_he_put_it(scene: Scene, k: int) -> bool:
    """`إن الفريق جاهز، كما قال.`: at the end of what somebody said, that he did."""
    said = any(hit.row["lemma"] in ("قال", "وصف", "سمّى", "ذكر") for hit in scene.forms.get(k + 1, ()))
    return scene.text(k) == "كما" and said and (scene.text(k + 2) in _STOPS or k + 2 == scene.sentence_end(k))


def _in_this_context(scene: Scene, k: int) -> bool:
    """`إن السوق ستهبط، وفي سياق متصل، ارتفع الذهب`: the page turns to what belongs there too."""
    if scene.text(k) not in {"وفي", "وعلي", "ومن"}:
        return False
    end = next((j for j in range(k + 2, k + 4) if scene.text(j) in COMMAS), k)
    between = {scene.text(j) for j in range(k + 1, end)}
    return not between.isdisjoint(_CONTEXTS) and verb(scene.text(end + 1)) is not None


_CONTEXTS = frozenset("سياق السياق اطار الاطار صعيد الصعيد الصدد شان الشان".split())
_STOPS = frozenset(".؛؟!")


def _goes_on_saying(scene: Scene, opening: Opening, i: int) -> bool:
    """`البلدية تنفي إغلاق السوق وتتوعد المخالفين`: a second present of the same speaker."""
    if opening.form.get("class") != "imperfect" or scene.text(i)[:1] != "و":
        return False
    said = (hit for hit in scene.forms.get(i, ()) if hit.row["class"] == "imperfect" and not hit.row.get("risk"))
    return any(hit.row.get("gender") == opening.form.get("gender") for hit in said)


def _rumour_ends(scene: Scene, opening: Opening, k: int) -> bool:
    """`قيل إن …، ثم صدر توضيح`, `يتهامس السكان بأن …، لكن لا دليل على ذلك`: what came of what is only claimed."""
    if opening.row["stance"] != "claims":
        return False
    found = verb(scene.text(k + 1)) if opening.source is None and scene.text(k) == "ثم" else None
    came = found is not None and found.tense == "perfect"
    word = scene.text(k + (scene.text(k) == "لكن"))
    return came or (word in {"لا", "ولا"} and scene.text(k + 1 + (scene.text(k) == "لكن")) in _PROOF)


def _kept_back(scene: Scene, k: int) -> bool:
    """`، لكنها رفضت الكشف عن نتائجه`, `، ولم يفصح عن اسمه`: what the speaker would not tell."""
    if without_and(scene.text(k)) in {"لكنه", "لكنها", "لكنهم"}:
        refused = any(hit.row["lemma"] in ("رفض", "امتنع") for hit in scene.forms.get(k + 1, ()))
        if scene.text(k + 1) == "لم":
            return scene.text(k + 2) in _DISCLOSES | _EXPLAINS  # `، لكنها لم تشرح كيف حسبت ذلك`
        k += 2 + (scene.text(k + 2) == "عن")
        return refused and scene.text(k) in _DISCLOSING
    if scene.text(k) in _WOULD_NOT and scene.text(k + 1 + (scene.text(k + 1) == "عن")) in _DISCLOSING:
        return True  # `، ورفض الإفصاح عن عدد المشاركين`
    return scene.text(k) == "ولم" and scene.text(k + 1) in _DISCLOSES and scene.text(k + 2) in {"عن", "هويه", "اسم"}


_WOULD_NOT = frozenset("ورفض ورفضت ورفضوا وامتنع وامتنعت وامتنعوا وتحفظ وتحفظت".split())
_DISCLOSING = frozenset("الكشف الافصاح التعليق الخوض الادلاء".split())
_DISCLOSES = frozenset("يفصح تفصح يكشف تكشف يدل تدل".split())
_EXPLAINS = frozenset("يشرح تشرح يوضح توضح يحدد تحدد يذكر تذكر يفسر تفسر يبين تبين يورد تورد يعلق تعلق".split())
_PROOF = frozenset("دليل تاكيد اثبات برهان".split())
_GROUNDS = frozenset("لان لانه لانها لانهم لكونه لكونها بحجه بذريعه بدعوي".split())
_SINCE = frozenset("بعد قبل خلال عقب اثر بسبب".split())


def _why(scene: Scene, first: int, i: int) -> bool:
    """`رفض الدور لأنه قصير`, `رفض العرض، وذلك بسبب …`, `رفض الطلب بعد ساعة`: why and when somebody refused."""
    word = scene.text(i)
    at_once = scene.text(first).startswith("ال") and i - first <= 2 and word in _SINCE
    return word in _GROUNDS or at_once or (word in COMMAS and scene.text(i + 1) == "وذلك")


def _of_itself(scene: Scene, opening: Opening, k: int) -> bool:
    """`كشفت دراسة أن …، وشملت الدراسة ألف أسرة`: a clause on the paper itself that tells."""
    if opening.source is None or scene.text(k)[:1] != "و":
        return False
    k += scene.text(k) == "وقد"
    found = verb(without_and(scene.text(k)))
    paper = any(hit.row["kind"] == "document" for hit in scene.heads.get(opening.source.first, ()))
    again = scene.text(k + 1).removeprefix("ال") == scene.text(opening.source.first).removeprefix("ال")
    return paper and again and scene.text(k + 1)[:2] == "ال" and found is not None and found.tense == "perfect"


_WAS = frozenset({"وكان", "وكانت", "وكانوا"})


def _had_said(scene: Scene, opening: Opening, k: int) -> bool:
    """`، وكان قد وعد بـ…`, `، وكانت تتحدث في ندوة`: what the speaker had said before, and where he spoke."""
    if scene.text(k) not in _WAS or opening.source is None:
        return False
    sure = scene.text(k + 1) == "قد"
    k += 1 + sure
    if without_and(scene.text(k)) in _SPEAKING:
        return True
    said = (
        hit for hit in scene.forms.get(k, ()) if hit.row["class"] == "perfect" and (sure or not hit.row.get("risk"))
    )
    return any(fits_phrase(scene, hit.row, opening.source) for hit in said)


_SPEAKING = frozenset("يتحدث تتحدث يتحدثون يخاطب تخاطب يرد ترد يعلق تعلق".split())


def _leaning(scene: Scene, opening: Opening, k: int) -> bool:
    """`، مستندة إلى وثائق`, `، مستشهدا بدراسة`: on what the speaker builds."""
    word = scene.text(k)
    if word in {"غاضا", "غاضه", "غاضين"}:
        return True  # `، غاضا النظر عن`
    if word == "بناء" and scene.text(k + 1) == "علي" and scene.text(k + 2) in _HEARSAY:
        return True
    return opening.source is not None and word.startswith(_LEANS) and word[-1] in "اهن"


_DONE_TO = ("refuses", "demands", "denies", "criticises", "promises", "confirms")
_HEARSAY = frozenset("كلام روايه روايات اقوال شهاده شهادات تسريبات معلومات تقارير صور".split())
_LEANS = ("مستند", "مستشهد", "مستدل", "متذرع", "متحجج")


def _named_so(scene: Scene, opening: Opening, first: int, i: int) -> bool:
    """`وصف الفيلم بأنه «رسالة حب»، ويعرض الخميس`: what something is called ends where its quotation does."""
    called = opening.row["lemma"] in ("وصف", "سمّى", "نعت", "شبّه", "فسّر") and first in scene.quotations
    return called and scene.quotations[first][0].last == i and not is_that(scene, i + 1)


def _wished(scene: Scene, opening: Opening, first: int) -> bool:
    """`ينتظر أن يخضع …`: behind such a cue أن opens what has not happened yet."""
    found = verb(scene.text(first))
    to_come = opening.row["stance"] in ("expects", "demands", "hopes") and is_that(scene, first - 1)
    return to_come and found is not None and found.tense == "imperfect"


def _has_happened(scene: Scene, i: int) -> bool:
    """`، وشهدت المباراة …`: a past that و joins, which nothing yet to come goes on with."""
    so = scene.text(i) in _SO
    found = verb(scene.text(i + 1)) if so else verb(scene.text(i)[1:]) if scene.text(i)[:1] == "و" else None
    return found is not None and found.tense == "perfect" and (so or not found.alike) and bool(found.row)


def _will_be(scene: Scene, i: int) -> bool:
    """`ينتظر أن يبدأ العمل غدا، وستكون البداية من الشمال`: what the page itself tells of what will be."""
    found = verb(scene.text(i)[1:]) if scene.text(i)[:2] == "وس" else None
    return found is not None and found.tense == "future"


_SO = frozenset("لذا ولذا لذلك ولذلك لهذا ولهذا".split())  # `، لذا دعت البلدية …`

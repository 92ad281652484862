"""Which forms are cues at all: other senses of a verb's spelling, other persons."""

from __future__ import annotations

import re
from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.attribution.cues.anybody import one_may
from musnad.stages.attribution.cues.between import between_or_told
from musnad.stages.attribution.cues.noun_senses import OF_VIEWS, a_noun
from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.cues.participles import parted
from musnad.stages.attribution.nouns.heads import report
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.deeds import deed_at
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import COMMAS, VOWELS, is_that, role, without_and
from musnad.stages.attribution.speakers.doers import keen

__all__ = ["may_be_cue"]

_NEGATIONS = frozenset("لم لن لا ليس سوف دون بدون لو اذا كلما كي لكي".split())
_FATHERS = frozenset("ابي ابو ابا بن ابن".split())


def may_be_cue(scene: Scene, i: int, hit: Hit, row: Mapping[str, str]) -> bool:
    token = scene.tokens[i]
    ahead = scene.doc.reading.string[token.start : hit.start]
    way = hit.row["class"]
    written = scene.written(i)
    to_know = "ل" in ahead and (way == "perfect" or row["statement"] == "mind" or row["lemma"] == "علم")
    if "س" in ahead or to_know or role(token.text) == "called" or _not_yet(scene, i, hit):
        return False  # `سيعلن`, `ليعلم السكان أن`: nothing has been said yet
    if a_noun(scene, i, hit) or _another_word(scene, i, hit):
        return False
    if (hit.row["lemma"] == "وعد" and "\u0651" in written) or scene.text(i - 1) in _FATHERS:
        return False  # `وعدّ` is عدّ; `علي بن أبي طالب`
    if hit.end < token.end and written.rstrip(VOWELS).endswith("ة"):
        return False  # `إذاعة` is no `أذاعه`
    if way in ("perfect", "imperfect") and written.lstrip("وف")[:1] == "إ" and hit.row["form"][:1] == "أ":
        return False
    if token.text.endswith("نا") and hit.end + 2 == token.end and not _tells_us(scene, i, row):
        return False  # `إذا ذكرنا أن`, `قولنا إن`, `سألنا المديرة`: the writer's own
    if scene.text(i - 1) == "او" and scene.text(i - 2) in _EITHER:
        return False  # `رفض تأكيد أو نفي الخبر`: no comment
    if way == "noun":
        if token.text == "بالاشاره" and (i == scene.sentence_start(i) or scene.text(i - 1) in COMMAS):
            return False  # `بالإشارة إلى أن السوق مغلقة اليوم`: the writer's own
        if token.text in {"بوصفه", "بوصفها", "بوصفهم"}:
            return False  # `رحب بالاتفاق بوصفه «خطوة أولى»`: as what
        near = (role(scene.text(j).lstrip("سلو")) for j in range(i - 3, i))
        passive = token.text == "مطالبه" and "modal" in near  # `ستكون الوزارة مطالبة بالرد`
        if passive or (token.text in {"المطالبه", "المطالب"} and _of_what_stands_before(scene, i)):
            return False
        another = token.text.endswith("ايي") or scene.text(i + 1) in {"اخر", "مختلف", "مغاير"}  # `له رأي آخر: …`
        if token.text.endswith("ي") and hit.end + 1 == token.end and token.text[-2] != "ي":
            return False  # `وأملي أن`, `قناعتي أن`: the writer's own, or inside a quotation
        if hit.row["form"].startswith("رأي") and (another or scene.text(i - 1) in OF_VIEWS):
            return False  # `في رأيي`: the writer's own, or inside a quotation; `مقال رأي`
        if hit.row["lemma"] in _OF_ALL and one_may(scene, i):
            return False
        spelt = ("", "ب", "و", "ال", "بال") if hit.row["article"] else ("", "ب", "و")
        without = scene.text(i - 1) in {"دون", "بدون", "اذا", "لو"}  # `من دون الإشارة إلى أن`; `إذا رأى` is the verb
        without = without or (ahead == "ب" and hit.row["form"] == "أمل")  # `نتطلع بأمل أن`: how
        return ahead in spelt and not without and role(scene.text(i - 1)) not in ("withholds", "hides")
    if hit.row.get("person") == "1" or not _whole(scene, i, hit, row):
        return False  # `أقول`, `نرى`: the writer's own voice, or inside a quotation
    exposed = hit.row["lemma"] == "عرض" and token.text.lstrip("وف")[:4] == "تعرض"
    if exposed and scene.text(i + 1 + (scene.text(i + 1) in OPENING))[:1] == "ل":
        return False  # `تعرض لإصابة`, `تعرض "لكسر في الساق"`
    before = scene.text(i - 1).lstrip("وف") if scene.text(i - 1)[1:] in _NEGATIONS else without_and(scene.text(i - 1))
    if way == "participle":
        apart = scene.text(i + 1) in {":", "ان"} or parted(scene, i, hit, row, ahead)
        return ahead in ("", "و", "ف") and apart and not _of_a_noun(scene, i, row)
    bare = role(before) == "preposition" and not before.endswith(("ه", "ها", "هم", "هما"))  # `تحرى معه ذكر أنه`
    bare = bare or (way == "perfect" and _behind_time(scene, i, before))
    if (told := _negated(scene, i, hit, before)) is not None:
        return told
    if (before in _NEGATIONS or bare or role(before) == "hides") and not scene.in_name(i - 1):  # `سامر علي قال`
        return before == "من" and (way == "imperfect" or scene.text(i - 2) in {"هو", "هي"})  # `البرلمان هو من رفض`
    held = hit.end < token.end and written.endswith("ه")  # `عده مراقبون خطأ` is no `عدة`
    grammatical = role(token.text) not in ("", "withholds", "hides", "of media") and not held
    return not grammatical or between_or_told(scene, i, hit)


def _tells_us(scene: Scene, i: int, row: Mapping[str, str]) -> bool:
    """`أخبرنا المدير أن`, `أفادنا المدير بأن`; but `سألنا المدير`, `أفادنا المخترع باكتشافه`."""
    if row["lemma"] == "أفاد":
        return any(is_that(scene, j) for j in range(i + 1, scene.sentence_end(i)))
    return row["hearer"] == "obj" and row["lemma"] != "سأل"


def _behind_time(scene: Scene, i: int, before: str) -> bool:
    """`وبعد نشر الحوار`, `قبل طلب المهلة`: what stands at i is a noun; but `وفيما بعد نشر`, `لم يعد بعد، قال`."""
    yet = scene.text(i - 2) in _LATER or any(scene.text(j) in {"لم", "ولم"} for j in range(max(i - 7, 0), i))
    return before in _BEFORE_DEEDS and not yet


_BEFORE_DEEDS = frozenset("بعد قبل خلال عقب فور رغم بسبب اثر لدي عند اثناء نتيجه".split())
_LATER = frozenset("فيما وفيما ما من عن الي".split())


def _of_a_noun(scene: Scene, i: int, row: Mapping[str, str]) -> bool:
    """`قدم مقترحاً معدّلاً`, `24 متهما`, `مادة سائلة`, `يكون مفيدا`, `ليس مستغربا أن`, `وثائق مسربة: …`: an adjective,
    a predicate."""
    if row["lemma"] == "اقترح" and scene.written(i + 1).endswith(("اً", "ًا")):
        return True
    before = scene.text(i - 1)
    counted = before.isdigit() and row["lemma"] != "قال"  # but `في عام 2011 قائلا`
    liquid = row["lemma"] == "سأل" and before not in COMMAS
    first = i - 1 == scene.sentence_start(i) and not before.startswith("ال")
    paper = first and any(hit.row["kind"] == "document" for hit in scene.heads.get(i - 1, ()))
    return counted or liquid or paper or role(before) in ("quantifier", "modal") or before in {"ليس", "ليست"}


def _thinks_not(scene: Scene, i: int, hit: Hit) -> bool:
    """`لا يعتقد الخبير أن السعر سينخفض`: what somebody thinks will not be; not `لا أحد يعتقد أن`."""
    whoever = role(scene.text(i - 2)) == "relative" or scene.text(i - 2) in {"من", "لمن", "ومن"}
    if hit.row["lemma"] not in ("اعتقد", "ظنّ", "رأى") or hit.row["class"] != "imperfect" or whoever:
        return False
    end = noun_phrase(scene, i + 1, len(scene.tokens))
    return is_that(scene, end) and (end == i + 1 or can_speak(scene, i + 1, end))


_MAKE_NOUNS = {"بين": ("ما",), "نص": ("هناك", "وهناك", "هنالك", "لدينا", "ثمه", "وثمه", "يوجد", "اي", "كل")}
_DEEMED = re.compile(r"[وف]?[يتان]?(?:عتبر|عد|بدو|بد|كون|كان|صبح|ظل|بات)(?:ت|وا|ون|ا|ه|ها)?")


def _another_word(scene: Scene, i: int, hit: Hit) -> bool:
    """`خط`, `يشبه`, `مذكرة` are line, resembles and memo but for their doubling or what is behind them; `شبهته`,
    `شبهت` are only read as the verb."""
    lemma, text = hit.row["lemma"], scene.text(i)
    if hit.end < scene.tokens[i].end and (lemma == "سخر" or (lemma == "شكر" and hit.row["class"] == "perfect")):
        return True  # `ما سخرته البلدية من إمكانيات`; `رحب بالضيف وشكره على زيارته`
    if lemma == "وجّه" and hit.row["class"] == "perfect" and hit.end < scene.tokens[i].end and _face(scene, i):
        return True  # `المتهلل وجهها بالبشر`
    if scene.text(i - 1) in _MAKE_NOUNS.get(text, ()):
        return True
    if lemma == "نعى" and text.lstrip("و") == "نعت":
        return any(scene.text(j) == "ب" or is_that(scene, j) for j in range(i + 1, i + 7))  # `نعت الخطة بأنها متسرعة`
    if lemma == "أراد" and (hit.row["class"] == "perfect" or scene.text(i - 1) == "ما"):
        return True  # `أراد الباحث أن يميز بين نوعين`: what he meant to do; `هذا ما يريد البائع أن يقنعك به`
    if hit.row["form"] == "أشير" and not scene.written(i)[1:].startswith("\u064f"):
        return True  # `وقبل أن تعجب أشير إلى أن`: the writer's own, where no vowel makes it passive
    if lemma in ("حثّ", "دعا") and hit.row["class"] == "perfect" and hit.end < scene.tokens[i].end and _aimed(scene, i):
        return True  # `يسهم في إشراكهم وحثهم على القراءة`
    if lemma == "أعاد" and deed_at(scene, i + 1) is not None and i + 1 not in scene.forms:
        return True  # `أعادت فتح الفرع`: opened it again
    if text == "بارك" and scene.text(i - 1) in _PARKS:
        return True  # `فريق كوينز بارك`
    if text in {"مبررا", "مبرره"} and scene.text(i + 1) == ":":  # `يعتبر التأخير مبررا: …`: justified
        deemed = any(_DEEMED.fullmatch(scene.text(j)) for j in range(max(i - 4, 0), i))
        return deemed and scene.text(i - 1) not in COMMAS
    if hit.row["form"] == "مذكّرة":
        return not is_that(scene, i + 1)
    past = hit.row["lemma"] == "شبّه" and hit.row["class"] == "perfect"
    doubled = "\u0651" in scene.written(i) or (past and (hit.end < scene.tokens[i].end or hit.row["gender"] == "f"))
    return lemma in ("شبّه", "خطّ") and not doubled


def _face(scene: Scene, i: int) -> bool:
    """`على وجهه`, `وجهها`: but `سؤال وجهه إليه المذيع`, `وجهه المدير ب`."""
    return role(scene.text(i - 1)) != "relative" and i - 1 not in scene.media and not scene.heads.get(i + 1)


def _aimed(scene: Scene, i: int) -> bool:
    """Whether in its clause a verb of aiming governs verbal nouns, which a form with و goes on with."""
    for j in range(i - 1, max(scene.sentence_start(i), i - 20) - 1, -1):
        if scene.text(j) in COMMAS:
            return False
        if scene.text(j).lstrip("وف") in _AIM:
            return True
    return False


_AIM = frozenset("يسهم تسهم اسهم اسهمت يساهم تساهم ساهم ساهمت يهدف تهدف يسعي تسعي يساعد تساعد بهدف بغيه".split())


def _felt(scene: Scene, i: int) -> bool:
    """`لم يخف المدرب قلقه`: a feeling close behind."""
    return any(k in scene.feelings for k in range(i + 1, noun_phrase(scene, i + 1, i + 16) + 6))


def _of_what_stands_before(scene: Scene, i: int) -> bool:
    """`الدعوى المطالبة بإلغاء القرار`: an adjective of what cannot speak; but `جددت الحكومة المطالبة بوقف`.

    `الحزب المطالب بالاستقلال`: so is the masculine of whoever stands right before it.
    """
    renewed = any(hit.row["lemma"] in ("جدّد", "كرّر", "أعاد") for j in range(i - 6, i) for hit in scene.forms.get(j, ()))
    if scene.text(i) == "المطالب":
        named = scene.text(i - 1).startswith("ال") or scene.in_name(i - 1)
        return named and not scene.written(i - 1).endswith("ة")  # `رفعت النقابة المطالب بإعادة العمال`
    return scene.text(i - 1).startswith("ال") and not renewed and not can_speak(scene, i - 1, i)


def _negated(scene: Scene, i: int, hit: Hit, before: str) -> bool | None:
    """`لم يستبعد`, `لا يتوقع`, `لم يخف قلقه`, `لم يخف الوزير أن`, `لم ينف`: what tells with its negation; None where
    that is as with other verbs."""
    negated = before in ("لا", "لم")
    if hit.row["lemma"] == "أخفى":
        end = noun_phrase(scene, i + 1, len(scene.tokens))
        return negated and (_felt(scene, i) or is_that(scene, end))
    if hit.row["lemma"] == "نفى" and negated and hit.row["class"] == "imperfect":
        neither = any(scene.text(j) in {"ولم", "ولا", "او"} for j in range(i + 1, i + 6))  # `لم ينف الخبر ولم يؤكده`
        thing = scene.text(i - 2).lstrip("وف") in {"هذا", "ذلك", "هذه", "الامر", "مما", "ما"}  # `هذا لا ينفي أن`
        return role(scene.text(i - 2)) != "relative" and not neither and not thing
    if hit.row["lemma"] == "توقّع" and negated and hit.row["class"] == "perfect":
        return False  # `لم توقع أيا منهما`: did not sign
    return True if negated and (hit.row["lemma"] in ("استبعد", "توقّع") or _thinks_not(scene, i, hit)) else None


def _whole(scene: Scene, i: int, hit: Hit, row: Mapping[str, str]) -> bool:
    """A verb with an object pronoun (`تحدده السلطة`, `تطلبه`) says something only with words of its own behind it."""
    token = scene.tokens[i]
    if scene.text(i - 1) == "ما" and row["stance"] == "hopes":
        return False  # `عكس ما يتمناه`
    if hit.end == token.end or hit.row["class"] not in ("perfect", "imperfect") or scene.text(i - 1) == "ما":
        return True
    matter = scene.text(i - 2) in {"الامر", "والامر"} and scene.text(i - 1) == "الذي"  # `الأمر الذي نفته النيابة`
    if row["stance"] in ("denies", "refuses", "confirms") and (matter or scene.text(i - 2) in {"وهو", "وهي"}):
        return True  # `وهي تهمة ينفيها مديرها`
    passed = row["lemma"] in ("نشر", "بثّ", "أذاع", "تناقل") and scene.text(i - 3) in COMMAS  # `، في كلمة بثتها قناة X`
    passed = (passed and scene.text(i - 2) == "في") or report(scene, i - 1)  # `خبر نشره موقع X`
    return row["hearer"] == "obj" or row["lemma"] in _OF_IT or passed


_OF_IT = ("وصف", "أفاد", "نقل", "أورد", "تداول", "أعلن", "ذكر", "اعتبر", "عدّ", "شبّه")


_BEFORE_FACTS = frozenset("قبل الي منذ بعد".split())


def _not_yet(scene: Scene, i: int, hit: Hit) -> bool:
    """`ينتظر أن يعلن الاتحاد`, `يجب أن نقول إن`: a subjunctive tells no saying; `صمت قبل أن يضيف`, `اختار الوزير أن
    يؤكد` do."""
    if hit.row["class"] == "perfect" and scene.text(i - 1) == "ان" and scene.text(i - 2) == "علي":
        return True  # `قادر على أن اعتبر`
    i -= 2 * (scene.text(i - 1) == "او" and i - 2 in scene.forms)  # `دون أن ينفي أو يؤكد وجوده`
    return (
        hit.row["class"] == "imperfect"
        and scene.text(i - 1) in {"ان", "وان", "الا"}
        and not scene.written(i - 1).lstrip("و").startswith("إ")
        and (scene.text(i - 2) not in _BEFORE_FACTS or _awaited(scene, i - 2))
        and keen(scene, i, scene.sentence_start(i)) is None
    )


def _awaited(scene: Scene, k: int) -> bool:
    """`لن نقبل بلقاء [قبل] أن تتعهد الشركة بالدفع`: what token k puts off until then has not come."""
    for j in range(k - 1, max(scene.sentence_start(k), k - _CLAUSE) - 1, -1):
        if scene.text(j) in COMMAS or is_that(scene, j):
            return False
        if scene.text(j).lstrip("وف") in {"لن", "لا"}:
            return True
    return False


_CLAUSE = 12  # words of what is put off
_PARKS = frozenset("كوينز هايد سنترال ساوث لونا جوراسيك بالم ريفر".split())
_EITHER = frozenset("تاكيد اثبات نفي تكذيب التاكيد الاثبات النفي".split())
_OF_ALL = frozenset("القول الإشارة الاعتراف التأكيد التذكير الإقرار الذكر".split())

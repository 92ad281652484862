"""Which forms are cues at all: other senses of a verb's spelling, other persons, verbs without a speaker."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.attribution.deeds import deed
from musnad.stages.attribution.heads import THESE, head
from musnad.stages.attribution.opening import can_speak, strong
from musnad.stages.attribution.phrases import noun_phrase
from musnad.stages.attribution.scene import Place, Scene
from musnad.stages.attribution.starts import asked_of
from musnad.stages.attribution.words import COMMAS, VOWELS, is_that, next_comma, role, with_ba, without_and
from musnad.verbs import verb

__all__ = ["may_be_cue", "unspoken"]

_NEGATIONS = frozenset("لم لن لا ليس سوف دون بدون لو اذا كي لكي".split())
_FATHERS = frozenset("ابي ابو ابا بن ابن".split())


def may_be_cue(scene: Scene, i: int, hit: Hit, row: Mapping[str, str]) -> bool:
    token = scene.tokens[i]
    ahead = scene.doc.reading.string[token.start : hit.start]
    way = hit.row["class"]
    written = scene.written(i)
    if "س" in ahead or ("ل" in ahead and way == "perfect") or role(token.text) == "called" or _not_yet(scene, i, hit):
        return False  # `سيعلن`: nothing has been said yet
    if _a_noun(scene, i, hit):
        return False
    if (hit.row["lemma"] == "وعد" and "\u0651" in written) or scene.text(i - 1) in _FATHERS:
        return False  # `وعدّ` is عدّ; `علي بن أبي طالب`
    if hit.end < token.end and written.rstrip(VOWELS).endswith("ة"):
        return False  # `إذاعة` is no `أذاعه`
    if way in ("perfect", "imperfect") and written.lstrip("وف")[:1] == "إ" and hit.row["form"][:1] == "أ":
        return False
    ours = row["hearer"] != "obj" or row["lemma"] == "سأل"
    if token.text.endswith("نا") and hit.end + 2 == token.end and ours:
        return False  # `إذا ذكرنا أن`, `قولنا إن`, `سألنا المديرة`: the writer's own
    if token.text == "بين" and scene.text(i - 1) == "ما":
        return False
    if (
        way == "noun"
        and token.text == "مطالبه"
        and any(role(scene.text(j).lstrip("سلو")) == "modal" for j in range(i - 3, i))
    ):
        return False  # `ستكون الوزارة مطالبة بالرد`
    if scene.text(i - 1) == "او" and scene.text(i - 2) in _EITHER:
        return False  # `رفض تأكيد أو نفي الخبر`: no comment
    if way == "noun" and token.text == "المطالبه" and _of_what_stands_before(scene, i):
        return False
    if way == "noun":
        if hit.row["lemma"] in _OF_ALL and any(without_and(scene.text(j)) in _ONE_MAY for j in range(i - 3, i)):
            return False  # `يمكن القول إن`, `غني عن القول إن`, `لا تفوتنا الإشارة إلى أن`: nobody's word
        spelt = ("", "ب", "و", "ال", "بال") if hit.row["article"] else ("", "ب", "و")
        without = scene.text(i - 1) in {"دون", "بدون"}  # `من دون الإشارة إلى أن`
        return ahead in spelt and not without and role(scene.text(i - 1)) not in ("withholds", "hides")
    if hit.row.get("person") == "1" or not _whole(scene, i, hit, row):
        return False  # `أقول`, `نرى`: the writer's own voice, or inside a quotation
    if hit.row["lemma"] == "عرض" and token.text.lstrip("وف")[:4] == "تعرض" and scene.text(i + 1)[:1] == "ل":
        return False  # `تعرض لإصابة`
    before = scene.text(i - 1).lstrip("وف") if scene.text(i - 1)[1:] in _NEGATIONS else without_and(scene.text(i - 1))
    if way == "participle" and (scene.text(i - 1).isdigit() or role(scene.text(i - 1)) in ("quantifier", "modal")):
        return False  # `24 متهما`, `يكون مفيدا`
    if way == "participle":
        # `متخوفة من`, `مصادر متابعة` are predicates and adjectives where nothing parts them from their noun
        bare = token.text.endswith("ا") and row["statement"] == "yes" and row["lemma"] != "جدّد"
        parted = scene.text(i - 1) in COMMAS | {"؛"} or (not hit.row.get("risk") and (ahead == "و" or bare))
        return ahead in ("", "و", "ف") and (parted or scene.text(i + 1) in {":", "ان"})
    bare = role(before) == "preposition" and not before.endswith(("ه", "ها", "هم"))  # `تحرى معه ذكر أنه`
    if before in ("لا", "لم") and hit.row["lemma"] == "استبعد":
        return True
    if before in _NEGATIONS or bare or role(before) == "hides":
        return before == "من" and way == "imperfect"
    grammatical = role(token.text) not in ("", "withholds", "hides", "of media")
    return not grammatical or _spoken(scene, i, hit)


def _of_what_stands_before(scene: Scene, i: int) -> bool:
    """`الدعوى المطالبة بإلغاء القرار`: an adjective of what cannot speak; but `جددت الحكومة المطالبة بوقف`."""
    renewed = any(hit.row["lemma"] in ("جدّد", "كرّر", "أعاد") for j in range(i - 6, i) for hit in scene.forms.get(j, ()))
    return scene.text(i - 1).startswith("ال") and not renewed and not can_speak(scene, i - 1, i)


def _whole(scene: Scene, i: int, hit: Hit, row: Mapping[str, str]) -> bool:
    """A verb with an object pronoun (`تحدده السلطة`, `تطلبه`) says something only with words of its own behind it."""
    token = scene.tokens[i]
    if scene.text(i - 1) == "ما" and row["stance"] == "hopes":
        return False  # `عكس ما يتمناه`
    if hit.end == token.end or hit.row["class"] not in ("perfect", "imperfect") or scene.text(i - 1) == "ما":
        return True
    return row["hearer"] == "obj" or row["lemma"] in ("وصف", "نقل", "أورد", "تداول", "أعلن", "ذكر", "اعتبر", "عدّ")


def _spoken(scene: Scene, i: int, hit: Hit) -> bool:
    """`بين` and `عبر` are verbs only where their doubling is written, or أن (عن) follows at once or behind a phrase."""
    if "\u0651" in scene.written(i) or scene.text(i + 1) == "ل":
        return True  # `بيّن`, `بين لـ«المرفأ»`
    joined = scene.tokens[i].text[:1] == "و" or i == scene.sentence_start(i)
    people = ("person", "public", "anonymous", "experts", "")
    if hit.row["lemma"] == "عبّر" and joined and any(h.row["kind"] in people for h in scene.heads.get(i + 1, ())):
        return True  # `وعبر عدد من السكان … عن`
    end = noun_phrase(scene, i + 1, len(scene.tokens))
    if any(role(scene.text(j)) == "relative" for j in range(i, end)):
        return False  # `بين الخلايا التي …`
    if hit.row["lemma"] == "عقّب":
        return False  # `عقب أن`: after
    parted = hit.row["lemma"] == "بيّن" and (joined or scene.text(i - 1) in COMMAS) and _over_comma(scene, i)
    return is_that(scene, end) or parted or (hit.row["lemma"] == "عبّر" and scene.text(end) == "عن")


def _over_comma(scene: Scene, i: int) -> bool:
    """`وبين مدير المتحف سليم الناجي، أن`, `وبين، أن`: at a clause's head a speaker or nobody, a comma, and أن."""
    comma = next_comma(scene, i + 1, min(i + 24, len(scene.tokens)))
    return is_that(scene, comma + 1) and (comma == i + 1 or can_speak(scene, i + 1, comma))


_BEFORE_FACTS = frozenset("قبل الي منذ بعد".split())


def _not_yet(scene: Scene, i: int, hit: Hit) -> bool:
    """`ينتظر أن يعلن الاتحاد`, `يجب أن نقول إن`: a subjunctive tells no saying; `قبل أن يضيف` does."""
    return (
        hit.row["class"] == "imperfect"
        and scene.text(i - 1) in {"ان", "وان", "الا"}
        and not scene.written(i - 1).lstrip("و").startswith("إ")
        and scene.text(i - 2) not in _BEFORE_FACTS
    )


def _a_noun(scene: Scene, i: int, hit: Hit) -> bool:
    """`وهو أمر`, `يعتزم طلب التأشيرة`: right behind a pronoun or another verb a form that is a noun too is the noun."""
    before, ahead = scene.text(i - 1), scene.text(i + 1)
    if hit.row["form"] == "رأى" and ahead == ":" and scene.written(i).endswith("ي"):
        return True  # `رأي: ماذا يريد الجيران؟`: a label
    if hit.row["form"] == "شجب" and ahead.startswith("ال") and not can_speak(scene, i + 1, i + 2):
        return True  # `وإدانة الهجمات وشجب التعسف`
    if (
        hit.row["form"] == "كشف"
        and scene.text(i) == "كشف"
        and ahead.startswith("ال")
        and not can_speak(scene, i + 1, i + 2)
    ):
        free = role(before) or scene.in_name(i - 1) or scene.in_time(i - 1) or before.startswith("ال")
        return before.isalpha() and not free  # `أجهزة كشف المعادن`
    if hit.row["class"] == "perfect" and before.removeprefix("و") in _MAY and hit.start == scene.tokens[i].start:
        return True  # `لا يمكن وصف المدير بأنه محايد`
    if not hit.row.get("risk") or hit.row["class"] != "perfect":
        return False
    if hit.row["lemma"] == "ثمّن" and any(scene.text(j).lstrip("وس")[-3:] == "دفع" for j in range(i - 3, i)):
        return True  # `دفعوا ثمن الخطأ`
    if hit.row["form"] == "أمر" and before.endswith(("انه", "هذا", "لكنه", "ذلك")):
        return True  # `إنه أمر جدير بالشكر`
    if before in _OF_ANY:
        return True  # `بأي أمر`, `عقب عرض الفيلم`
    if before in {"ان", "بان", "لان"} and is_that(scene, i - 1):
        return True  # `قال إن رفض الخطة خطأ`
    if hit.start == scene.tokens[i].start and hit.row["gender"] == "m" and before in _OF_WHAT:
        return True  # `عمليات بحث مضنية`, `مذكرة رفض`
    if hit.start == scene.tokens[i].start and deed(before.lstrip("ل")) is not None:
        return True  # `لتقديم طلب التأشيرة`
    other = verb(before)
    return before in {"هو", "هي", "وهو", "وهي", "فهو", "فهي"} or (
        other is not None and not other.alike and not role(before) and not scene.in_name(i - 1)
    )


_EITHER = frozenset("تاكيد اثبات نفي تكذيب التاكيد الاثبات النفي".split())
_OF_ALL = frozenset("القول الإشارة الاعتراف التأكيد التذكير الإقرار الذكر".split())
_ONE_MAY = frozenset(
    (
        "يمكن يمكنني يمكننا نستطيع استطيع غني غنيا يصعب تفوتنا يفوتنا يفوتني تفوتني بد لابد يبقي بقي يجوز يجدر تجدر"
        " جدير الجدير يكفي يعز اود اريد ينبغي يجب وجب يلزم يجوز يسعني يسعنا استطعنا نحتاج مناص"
    ).split()
)
_OF_WHAT = frozenset("عمليات عمليه فرق فرقه لجان لجنه حمله حملات مذكره ورقه استماره نموذج غرفه وحده اجهزه".split())
_OF_ANY = frozenset("اي باي لاي واي كل عقب".split())
_MAY = frozenset("تم يتم تتم سيتم جري يجري تجري يمكن يمكنه يمكنها يمكننا يجب يجوز يصعب يسهل ينبغي يستحيل يتعذر".split())
_HE = frozenset("هو هي هم وهو وهي وهم فهو فهي".split())


def _nobody(scene: Scene, i: int, clause: bool) -> bool:
    """`الأمر الذي`, and before a bare object any noun that no speaker's phrase ends with; not a name, not `هو الذي`."""
    i -= scene.text(i) in COMMAS
    named = scene.in_name(i) or scene.text(i) in _HE
    return scene.text(i) in {"الامر", "والامر"} if clause else not named


def unspoken(
    scene: Scene, i: int, hit: Hit, row: Mapping[str, str], edge: int, source: Place | None, start: int
) -> bool:
    """Whether nobody speaks: the writer's `أعتقد`, `ما يؤكد أن`, `الأسباب التي دعت إلى`, `كما يقال`."""
    spoken, clause = source is not None and can_speak(scene, *source), strong(scene, start)
    before, way = scene.text(i - 1), hit.row["class"]
    if way in ("perfect", "imperfect"):
        if not spoken and _first_person(scene, i, hit):
            return True
        if before in {"ما", "مما", "بما"} and source is None:
            found_out = row["lemma"] == "تأكّد"
            return way == "imperfect" or found_out or not clause  # but `هجوم بسبب ما قال إنه خطأ` has its speaker
        if before == "او" and scene.text(i - 3) == "ما" and edge == i:
            return True  # `لم يصدر ما يؤكد أو ينفي ذلك`
        if before == "ما" and not spoken and (not clause or way == "imperfect"):
            return True
        if before == "كان" and scene.text(i - 2) in {"اذا", "ان"} and way == "imperfect":
            return True  # `سئل عما إذا كان يريد أن`
        if row["lemma"] in ("اتّهم", "أدان") and (_judged(scene, i, source) or (source is None and _of_none(scene, i))):
            return True
        if role(before) == "relative" and edge == i and _nobody(scene, i - 2, clause) and row["lemma"] != "نصّ":
            return source is None or not (clause or spoken)
        if row["lemma"] == "نشر" and source is not None and source.first > i and _shows(scene, source):
            return True  # `يتضمن البرنامج نشر دراسات`
        if before == "التي" and edge == i and source is None and row["stance"] == "believes":
            return True  # `النظرة التي ترى أن`
        if before == "الذين" and hit.row.get("number") == "one" and not clause:
            return True  # `الذين ترفض طلباتهم`
        if before == "كما" and way == "imperfect" and source is None:
            return scene.index(start) > i + 3
        if way == "imperfect" and not spoken and row["lemma"] in ("عبّر", "أبلغ"):
            return True  # `يعبر عن أزمة`, `يبلغ من العمر`
        asked = row["lemma"] == "سأل" and not asked_of(scene, scene.index(start))
        if not clause and not spoken and (asked or "تعرض" in scene.text(i)):
            return True  # `سألنا أحدهم عن الطريق`, `تعرض للضرب`
        if not clause and row["lemma"] == "أوضح" and (source is None or _shows(scene, source)):
            return True  # `الصورة توضح شكل الجهاز`
        if not clause and row["lemma"] == "أكّد" and source is not None and _settles(scene, source):
            return True  # `الاتفاق يؤكد عودة الثقة`
        reminded = row["lemma"] == "ذكر" and scene.text(i).removeprefix("و") == "تذكر" and is_that(scene, i + 1)
        if reminded and source is None:
            return True  # `وتذكر أن هذا قد لا يفيد`: remember
        shown = not clause and (_thing_shown(scene, i, source) or _owned_thing(scene, i, source))
        if _taught(scene, source):
            return True  # `زاد احتمال أن`, `أثبت الواقع أن`
        if before in {"انك", "انكم"} or shown:
            return True  # `إنك تعتقد أن`, `يؤكد هذا العدد أهمية المسابقة`
        if before == "كما" and scene.text(i).endswith("نا"):
            return True  # `كما ذكرنا`
    told = scene.text(scene.index(start) - 1)
    knows = row["statement"] == "mind" or row["lemma"] in ("علم", "تأكّد", "عدّ", "وجد")
    if told in {"انك", "انكم", "بانك"} and source is None and knows:
        return True  # `اعلم أنك`, `تعتقد أنك`
    if way == "passive" and row["lemma"] == "وصف":
        return True  # `الذي يوصف بالحرص`
    if row["lemma"] in ("تداول", "تناقل") and scene.text(scene.index(start)).isdigit():
        return True  # `تداولت السوق 166 سهما`
    return row["lemma"] == "جدّد" and way == "participle" and scene.index(start) > i + 2  # `مجددا`: again


_TEACH = frozenset("الواقع الايام الاحداث الوقائع التاريخ الزمن الظروف المباراه المباريات احتمال احتماليه".split())


def _taught(scene: Scene, source: Place | None) -> bool:
    """`أثبتت الأيام أن`: what teaches without a word."""
    return source is not None and scene.text(source.first) in _TEACH and source.first not in scene.mentions


_COURTS = frozenset("محكمه المحكمه القضاء قاض القاضي قاضيه".split())


def _judged(scene: Scene, i: int, source: Place | None) -> bool:
    """`أدانت المحكمة المتهم`, `الضباط الذين يتهمون بالتقصير`: a verdict, an accusation by nobody told."""
    if source is None or source.first < i:
        return role(scene.text(i - 1)) == "relative" and with_ba(scene, i + 1)
    bench = scene.text(source.first) == "هيئه"  # `أدانت هيئة المحكمة`
    return scene.text(source.first + bench) in _COURTS


def _of_none(scene: Scene, i: int) -> bool:
    """`أوقف الرجل واتهم بالقتل`: an accusation with nobody behind it whom it is laid against."""
    return scene.tokens[i].text[-1:] != "ه" and with_ba(scene, i + 1)


_SETTLED = frozenset("اتفاق دستور قانون قرار نظام عقد معاهدة".split())


def _settles(scene: Scene, source: Place) -> bool:
    """Whether a source is a text that rules and tells nothing: an agreement, a law."""
    found = head(scene, source)
    return found is not None and found.row["form"].split("|")[0] in _SETTLED


def _owned_thing(scene: Scene, i: int, source: Place | None) -> bool:
    """`قدرت ثروته بالملايين`, `تبرز جدارتهم`: what no list knows, with somebody's pronoun."""
    if source is None or source.first < i or source.first in scene.mentions or head(scene, source) is not None:
        return False
    word = scene.written(source.first)
    return len(word) > 4 and word.endswith(("ه", "ها", "هم", "هما")) and not scene.in_name(source.first)


def _thing_shown(scene: Scene, i: int, source: Place | None) -> bool:
    """`هذا العدد`, `تلك الظاهرة` behind a verb: what no list knows as somebody, pointed at."""
    if source is None or source.first < i or scene.text(source.first) not in THESE or source.last < source.first + 2:
        return False
    named = any(j in scene.mentions or j in scene.anaphors for j in range(source.first, source.last))
    return not named and head(scene, source) is None


def _shows(scene: Scene, source: Place) -> bool:
    """Whether a source shows and does not speak: a document, or a feminine noun that names nobody."""
    found = head(scene, source)
    if found is not None:
        return found.row["kind"] == "document"
    return source.first not in scene.mentions and scene.written(source.first).endswith("ة")


def _first_person(scene: Scene, i: int, hit: Hit) -> bool:
    """`أعتقد`, `أستبعد` are spelt like `اعتقد` but for the hamza that makes them the writer's own."""
    return hit.row["form"][:1] == "ا" and scene.written(i).lstrip("وف")[:1] == "أ"

"""Verbs that nobody speaks: the writer's own voice, what only shows or rules, `ما يؤكد أن`, `كما يقال`."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.attribution.cues.opening import Opening, can_speak, strong
from musnad.stages.attribution.cues.readers import of_reader, to_reader
from musnad.stages.attribution.cues.starts import question
from musnad.stages.attribution.nouns.heads import THESE, head
from musnad.stages.attribution.page.deeds import deed_at
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS, PRONOUNS, is_number, is_that, role, with_ba
from musnad.stages.attribution.transmitters.agreement import agreement
from musnad.verbs import verb

__all__ = ["by_the_writer", "unspoken"]


def _aloud(scene: Scene, first: int) -> bool:
    """`اعترض النائب على إغلاق الباب، قائلا إن`: an act whose words are told behind it."""
    ahead = (scene.forms.get(i, ()) for i in range(first, first + _FAR))
    return any(hit.row["lemma"] == "قال" and hit.row["class"] == "participle" for hits in ahead for hit in hits)


_FAR = 15  # words from an act to its words


def _nobody(scene: Scene, i: int, clause: bool) -> bool:
    """`الأمر الذي`, and before a bare object any noun that no speaker's phrase ends with; not a name, not `هو الذي`."""
    i -= scene.text(i) in COMMAS
    named = scene.in_name(i) or scene.text(i) in PRONOUNS
    return scene.text(i) in {"الامر", "والامر"} if clause else not named


def unspoken(
    scene: Scene, i: int, hit: Hit, row: Mapping[str, str], edge: int, source: Place | None, start: int
) -> bool:
    """Whether nobody speaks: the writer's `أعتقد`, `ما يؤكد أن`, `الأسباب التي دعت إلى`, `كما يقال`."""
    spoken, clause = source is not None and can_speak(scene, *source), strong(scene, start)
    before, way = scene.text(i - 1), hit.row["class"]
    if way in ("perfect", "imperfect"):
        if not spoken and (_first_person(scene, i, hit) or (source is None and _upon_us(scene, i, hit))):
            return True
        if before in {"ما", "مما", "بما"} and source is None:
            found_out = row["lemma"] == "تأكّد"
            return way == "imperfect" or found_out or not clause  # but `هجوم بسبب ما قال إنه خطأ` has its speaker
        if before == "او" and scene.text(i - 3) == "ما" and edge == i:
            return True  # `لم يصدر ما يؤكد أو ينفي ذلك`
        may = before == "قد" and scene.text(i - 2) in {"ما", "مما"} and way == "imperfect"  # `، ما قد يؤكد أن`
        if (may or before == "ما") and not spoken and (not clause or way == "imperfect"):
            return True
        if before == "كان" and scene.text(i - 2) in {"اذا", "ان"} and way == "imperfect":
            return True  # `سئل عما إذا كان يريد أن`
        if row["lemma"] in ("اتّهم", "أدان", "دان") and (
            _judged(scene, i, source) or (source is None and _of_none(scene, i))
        ):
            return True
        if role(before) == "relative" and edge == i and _nobody(scene, i - 2, clause) and row["lemma"] != "نصّ":
            return source is None or not (clause or spoken)
        if row["lemma"] == "نشر" and source is not None and source.first > i and _shows(scene, source):
            return True  # `يتضمن البرنامج نشر دراسات`
        if before == "التي" and edge == i and source is None and row["stance"] == "believes":
            return True  # `النظرة التي ترى أن`
        if (before == "الذين" and hit.row.get("number") == "one" and not clause) or (before == "والذين" and not source):
            return True  # `الذين ترفض طلباتهم`, `بين الوالي والذين رفضوا خطته`
        if before == "كما" and way == "imperfect" and source is None:
            return scene.index(start) > i + 3
        asked = row["lemma"] == "سأل" and question(scene, scene.index(start)) is None
        asked = not clause and not spoken and (asked or "تعرض" in scene.text(i))
        if asked or (way == "imperfect" and _amounts(scene, i, row, source, spoken)):
            return True  # `سألنا أحدهم عن الطريق`, `تعرض للضرب`
        acted = row["lemma"] in ("اعترض", "أوضح", "شرح") and _aloud(scene, scene.index(start))
        if not clause and (acted or (row["lemma"] == "أوضح" and (source is None or _shows(scene, source)))):
            return True  # `الصورة توضح شكل الجهاز`
        if source is not None and _rules(scene, row, way, source, clause=clause):
            return True
        reminded = row["lemma"] == "ذكر" and scene.text(i).removeprefix("و") == "تذكر" and is_that(scene, i + 1)
        if reminded and source is None:
            return True  # `وتذكر أن هذا قد لا يفيد`: remember
        dial = row["lemma"] == "أشار" and way == "imperfect" and _dial(scene, source, scene.index(start))
        shown = not clause and (dial or _thing_shown(scene, i, source) or _owned_thing(scene, i, source))
        shown = shown or (not clause and _describes(scene, i, row, way, source, start)) or _taught(scene, row, source)
        if before in {"انك", "انكم"} or shown or (before == "كما" and scene.text(i).endswith("نا")):
            return True  # `إنك تعتقد أن`, `يؤكد هذا العدد أهمية المسابقة`, `يشير العداد إلى 4%`, `كما ذكرنا`
    told = scene.text(scene.index(start) - 1)
    knows = row["statement"] == "mind" or row["lemma"] in ("علم", "تأكّد", "عدّ", "وجد")
    yours = told in {"انك", "انكم", "بانك"} and knows
    if source is None and (yours or of_reader(scene, i, way, row)):
        return True  # `اعلم أنك`, `تعتقد أنك`
    if _learnt(scene, i, hit, row, source) or (way == "passive" and row["lemma"] == "وصف"):
        return True  # `الذي يوصف بالحرص`
    if row["lemma"] in ("أشاع", "تداول", "تناقل") and _goes_round(scene, i, row, start):
        return True
    return row["lemma"] == "جدّد" and way == "participle" and scene.index(start) > i + 2  # `مجددا`: again


def _called_for(scene: Scene, i: int) -> bool:
    """`وهو ما دعا`, `مما دعا`, `الأمر الذي دعا`: what brings somebody to do a thing."""
    return scene.text(i - 1) in {"ما", "مما"} or (scene.text(i - 1) == "الذي" and scene.text(i - 2) == "الامر")


def _amounts(scene: Scene, i: int, row: Mapping[str, str], source: Place | None, told: bool) -> bool:
    """`يعبر عن أزمة`, `رجل يبلغ ستين عاما`, `ميزانية النادي تبلغ ميزانيات عشرة أندية بمجموعها`: how much it is."""
    much = is_number(scene.text(i + 1)) or (source is not None and _shows(scene, source))
    return row["lemma"] in ("عبّر", "أبلغ") and (not told or (row["lemma"] == "أبلغ" and much))


def _learnt(scene: Scene, i: int, hit: Hit, row: Mapping[str, str], source: Place | None) -> bool:
    """`بعد أن علموا أن`, `إن خسرت فاعلم أنك`: what the people of a story find out, what a reader is to know;
    `تسعى لتحقيق مطالبها`: demands that a deed is done to; `ليدل دلالة واضحة على أن`: what is told of does."""
    if row["lemma"] == "دلّ":
        return source is None and scene.text(i + 1) == "دلاله"
    if row["lemma"] == "دعا" and hit.row["class"] == "perfect":
        return _called_for(scene, i)  # `وهو ما دعا الوزير إلى تشكيل لجنة`
    if row["lemma"] == "المطالبة":
        return deed_at(scene, i - 1) is not None and scene.text(i - 1)[:1] in "لب"
    if row["lemma"] not in ("علم", "أعلم", "تأكّد"):
        return False
    before = scene.text(i - 1)
    if row["lemma"] == "تأكّد":
        return source is None and to_reader(scene, i)
    later = before in _WHEN or role(before) == "relative" or (before == "ان" and scene.text(i - 2) in {"بعد", "منذ"})
    bid = scene.written(i).lstrip("وف")[:1] == "ا" and scene.text(i + 1) in {"انك", "انكم", "ان"}
    return later or (bid and source is None)


_WHEN = frozenset("عندما حين حينما لما فلما وحين وعندما".split())


def _describes(scene: Scene, i: int, row: Mapping[str, str], way: str, source: Place | None, start: int) -> bool:
    """Clauses that describe: `عقدا يشترط فيه اجتياز الفحص`, `هناك من يرفض الكسل`, `شهادة تؤكد اجتيازه الدورة`,
    `جهات تؤكد مدى جدواه`."""
    if row["lemma"] == "نصّ" and source is not None and scene.text(source.first) in _STAGES:
        return True  # `فيما تنص المرحلة الثانية على انسحاب القوات`: a part of what is told
    ruled = source is not None and source.first > i
    ruled = ruled or any(hit.row["kind"] == "document" for hit in scene.heads.get(i + 1, ()))
    if ruled and row["lemma"] in ("نصّ", "اشترط") and role(scene.text(i - 1)) == "relative":
        return True  # `الأعمال التي تنص العقود على تنفيذها`, `الوظائف التي تشترط اللائحة التفرغ لها`
    if row["lemma"] == "اشترط" and source is None:
        return way == "imperfect" and scene.text(i + 1) in {"فيه", "فيها"}
    if source is None or source.last != i or way != "imperfect":
        return False
    k = scene.index(start)
    if row["lemma"] == "رفض" and scene.text(source.first) == "من" and scene.text(i - 2) in {"هناك", "ثمه", "وهناك"}:
        return deed_at(scene, k) is None
    if row["lemma"] not in ("أكّد", "أفاد", "أثبت"):
        return False
    certified = any(scene.text(j) == "شهاده" for j in range(*source))
    return certified or (scene.text(k) == "مدي" and not scene.text(source.first).startswith("ال"))


_STAGES = frozenset("المرحله الخطوه النقطه الجوله".split())


def _goes_round(scene: Scene, i: int, row: Mapping[str, str], start: int) -> bool:
    """`تداولت السوق 166 سهما`, `لا صحة لما يشاع عن الأسعار`; but `تشاع أنباء عن`."""
    if row["lemma"] != "أشاع":
        return scene.text(scene.index(start)).isdigit()
    reports = any(hit.row["class"] == "reports" for hit in scene.heads.get(i + 1, ()))
    return not (reports or strong(scene, start))


_TEACH = frozenset(
    "الواقع الايام الاحداث الوقائع التاريخ الزمن الظروف المباراه المباريات احتمال احتماليه المعطيات الحقائق الشواهد "
    "القرائن التطورات المتغيرات الامور".split()
)
_SHOWN = frozenset("المبادره الخطوه الزياره الحادثه العمليه الهجمات الجرائم التفجيرات التصرفات الممارسات".split())


def _taught(scene: Scene, row: Mapping[str, str], source: Place | None) -> bool:
    """`زاد احتمال أن`, `أثبتت الأيام أن`, `تكشف زيارة الوزير أن`: what teaches, a deed that shows, with no word."""
    if source is None or source.first in scene.mentions:
        return False
    shows = row["lemma"] in _SHOWING and head(scene, source) is None and deed_at(scene, source.first) is not None
    first = source.first
    while first < source.last - 1 and (scene.text(first) in THESE or role(scene.text(first)) == "quantifier"):
        first += 1  # `كل هذه المعطيات`
    shows = shows or (row["lemma"] in _SHOWING and scene.text(first) in _SHOWN)
    return shows or scene.text(first) in _TEACH


_SHOWING = ("أظهر", "أثبت", "دلّ", "كشف", "بيّن", "عكس")


_VERDICTS = ("اتّهم", "أدان", "دان")
_COURTS = frozenset("محكمه المحكمه القضاء قاض القاضي قاضيه المحلفين محلفين المحلفون محلفون".split())


def _judged(scene: Scene, i: int, source: Place | None) -> bool:
    """`أدانت المحكمة المتهم`, `الضباط الذين يتهمون بالتقصير`: a verdict, an accusation by nobody told."""
    if source is None or source.first < i:
        return role(scene.text(i - 1)) == "relative" and with_ba(scene, i + 1)
    bench = scene.text(source.first) == "هيئه"  # `أدانت هيئة المحكمة`
    return scene.text(source.first + bench) in _COURTS


def _of_none(scene: Scene, i: int) -> bool:
    """`أوقف الرجل واتهم بالقتل`: an accusation with nobody behind it whom it is laid against."""
    return scene.tokens[i].text[-1:] != "ه" and with_ba(scene, i + 1)


def _dial(scene: Scene, source: Place | None, k: int) -> bool:
    """Whether what points is no speaker, or a paper that points at a number or a place; or his own thing is shown."""
    if source is None or _pointed_at(scene, k):
        return source is not None
    found = head(scene, source)
    if found is None:
        return not can_speak(scene, *source)
    return found.row["kind"] == "document" and (scene.text(k).isdigit() or scene.text(k) in _WHERE)


_WHERE = frozenset("اليمين اليسار الاعلي الاسفل الشمال الجنوب الشرق الغرب جهه جهات اتجاه اتجاهات".split())


_SETTLED = frozenset("اتفاق دستور قانون قرار نظام عقد معاهدة".split())


def _settles(scene: Scene, source: Place) -> bool:
    """Whether a source is a text that rules and tells nothing: an agreement, a law."""
    found = head(scene, source)
    return found is not None and found.row["form"].split("|")[0] in _SETTLED


def _rules(scene: Scene, row: Mapping[str, str], way: str, source: Place, *, clause: bool) -> bool:
    """`الاتفاق يؤكد عودة الثقة`, `يشترط العقد أن`, `تشترط المسابقة أن`: a text or a procedure, and nobody, rules."""
    if row["lemma"] != "اشترط":
        return row["lemma"] == "أكّد" and not clause and _settles(scene, source)
    named = any(scene.nations.get(j) or j in scene.mentions or scene.is_name(j) for j in range(*source))
    if way != "imperfect" or named:
        return False  # `النظام السوري`
    word = scene.text(source.first)
    thing = word.removeprefix("ال") in _SETTLED or word.endswith("ه") or deed_at(scene, source.first) is not None
    return _settles(scene, source) or (thing and head(scene, source) is None and source.first not in scene.anaphors)


def _owned_thing(scene: Scene, i: int, source: Place | None) -> bool:
    """`قدرت ثروته بالملايين`, `تبرز جدارتهم`: what no list knows, with somebody's pronoun."""
    if source is None or source.first < i or source.first in scene.mentions or head(scene, source) is not None:
        return False
    word = scene.written(source.first)
    return len(word) > 4 and word.endswith(("ه", "ها", "هم", "هما")) and not scene.in_name(source.first)


def _pointed_at(scene: Scene, first: int) -> bool:
    """`يشير سالم إلى بيته المهدم: «هنا كنا نعيش»`: a thing of his own, and behind a colon his words."""
    colon = next((j for j in range(first + 1, min(first + 7, len(scene.tokens))) if scene.text(j) == ":"), None)
    owned = scene.text(first).endswith(("ه", "ها", "هم")) and deed_at(scene, first) is None
    return owned and colon is not None and colon + 1 in scene.quotations


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


def _upon_us(scene: Scene, i: int, hit: Hit) -> bool:
    """`هذا العصر السريع يطالبنا بأن`: what the times ask of the writer and his readers."""
    return hit.row["class"] == "imperfect" and hit.end < scene.tokens[i].end and scene.text(i).endswith("نا")


def _first_person(scene: Scene, i: int, hit: Hit) -> bool:
    """`أعتقد`, `أستبعد` are spelt like `اعتقد` but for the hamza that makes them the writer's own."""
    return hit.row["form"][:1] == "ا" and scene.written(i).lstrip("وف")[:1] == "أ"


def by_the_writer(scene: Scene, opening: Opening, lo: int) -> bool:
    """`هاتفت صديقي معاتبا على غيابه`: a past in ت whose participle is masculine is the writer's own; so is `كما ذكرت`
    where no woman and no body has said anything."""
    mine = (opening.form.get("class"), opening.form.get("gender"), opening.form.get("number")) == (
        "perfect",
        "f",
        "one",
    )
    if mine and opening.source is None and scene.text(opening.at - 1) in {"كما", "وكما"}:
        clause = opening.begins is not None and strong(scene, opening.begins)  # `كما ذكرت أن`: she went on
        return opening.way == "verb" and scene.text(opening.at).endswith("ت") and not clause
    if opening.way != "participle" or (opening.form.get("gender"), opening.form.get("number")) != ("m", "one"):
        return False
    finite = (j for j in range(lo, opening.at) if (found := verb(scene.text(j))) is not None and not found.alike)
    first = next(finite, None)
    if first is None or not scene.text(first).endswith("ت"):
        return False
    k = first + 1
    mine = scene.text(k).endswith("ي") and not scene.text(k).startswith("ال") and k not in scene.heads
    apart = role(scene.text(k)) in ("preposition", "during", "adverb") or scene.in_time(k)
    return mine or apart or agreement(scene, Place(k, opening.at)) == ("m", "one")

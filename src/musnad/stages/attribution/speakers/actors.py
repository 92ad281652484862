"""Who acts in a clause: the subject behind its verb or at its head. Verbs without a subject are carried back to it."""

from __future__ import annotations

from musnad.doc import Hit
from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.cues.thanks import thanks_at
from musnad.stages.attribution.nouns.heads import many_so
from musnad.stages.attribution.nouns.phrase_starts import starts_phrase
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.nouns.titles import to_name
from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import (
    COMMAS,
    is_that,
    next_comma,
    role,
    skip_connectives,
    with_ba,
    without_and,
)
from musnad.stages.attribution.speakers.acting import agrees, behind_verb
from musnad.stages.attribution.speakers.topics import topic_before
from musnad.verbs import verb

__all__ = ["actor", "actor_before"]

# `وحين ألح أحد الصحفيين، قال`: who asks does not answer.
_WHEN = frozenset("حين عندما لما حينما".split())
_ASKING = frozenset(
    "سئل سئلت سئلوا سال سالت سالته ساله سالها سالوه الح الحت الحوا استفسر استفسرت ضغط طالبه طالبته ذكره ذكرته "
    "ذكرناه ذكرناها ذكرناهم سالناه سالناها سالناهم واجهناه واجهناها واجهناهم واجهه واجهها واجههم واجهته واجهتها".split()
)
_WAS_ASKED = frozenset("سئل سئلت سئلوا".split())
_TURNS = frozenset("لكن ولكن فيما بينما غير حيث".split())
_THAT = frozenset("ان وان بان لكن ولكن".split())  # a subject behind them stands in the accusative


def actor(scene: Scene, lo: int, at: int) -> Place | None:
    """The first phrase of tokens [lo, at) that acts or speaks: right behind a verb, or where the clause begins.

    What a fronted phrase tells (`وعن السوق، `, `في ختام اللقاء، `) acts in no clause.
    """
    he = next((j for j in (lo, *range(at - 3, max(lo, at - 7), -1)) if scene.text(j) in _HE), None)
    if he is not None and scene.text(at)[:1] == "و" and verb(scene.text(he + 1)) is not None:
        # `وهو يوبخ الحارس ويحثه على`: whom he rebukes does not; `ظهر القائد وهو يهدد، وقال`
        return actor(scene, lo, he) if he > lo else None
    if without_and(scene.text(lo)) == "سبق" and scene.text(lo + 1)[:1] == "ل":
        end = noun_phrase(scene, lo + 1, at, hung=True)  # `سبق للوزير أن زار الحي مؤكدا`
        return Place(lo + 1, end) if can_speak(scene, lo + 1, end) else None
    asked = without_and(scene.text(lo)) in _WHEN and any(scene.text(j) in _ASKING for j in range(lo + 1, lo + 3))
    if asked and scene.text(lo + 1) in _WAS_ASKED and starts_phrase(scene, lo + 2):
        end = noun_phrase(scene, lo + 2, at, frozenset({"عن", "obj"}))  # `وعندما سئل الوزير عن السبب، قال`
        end = to_name(scene, lo + 2, end, at)
        return Place(lo + 2, end) if can_speak(scene, lo + 2, end) else None
    if topic_before(scene, lo, at) or _credit(scene, lo):
        return None
    if asked:  # `ولما سئلت الشركة، اتفق ناطقها سامي الراوي على`
        main = next_comma(scene, lo, at) + 1
        return _acting(scene, main, at) if main < at else None
    turn = next((k + 1 for k in range(at - 2, lo, -1) if _turns(scene, k)), lo)  # `، فيما شددت`: the same one
    found = _acting(scene, turn, at)
    same = scene.text(turn - 1) == "حيث" or scene.text(turn) in _DONE | _OF_HIM
    return _acting(scene, lo, at) if found is None and turn > lo and same else found


def _credit(scene: Scene, lo: int) -> bool:
    """`تصوير سعد الراوي ـ وزاد: …`: whose picture stands there says nothing."""
    named = scene.mentions.get(lo + 1)
    return scene.text(lo) in {"تصوير", "عدسه", "اعداد"} and named is not None and named[1].type == "PER"


_HE = frozenset("هو هي هم وهو وهي وهم".split())
_OF_HIM = frozenset("انه انها انهم".split())  # `، خصوصا أنه يعمل`
_DONE = frozenset("تم يتم سيتم تمت تتم ستتم جري يجري سيجري".split())  # `، فيما سيتم البيع، مشيرة`: nobody acts


def _acting(scene: Scene, lo: int, at: int) -> Place | None:
    """Who acts in tokens [lo, at), which no turn parts."""
    said = scene.text(lo) in OPENING and lo in scene.quotations and not scene.is_name(lo)
    first = _past_front(scene, lo + said, at)
    for i in range(first, at):
        k = i if i == first else behind_verb(scene, first, i - 1, at)
        if k is not None and scene.text(k - 1) in {"فيها", "فيه"} and without_and(scene.text(k - 2)) in _MEETS:
            continue  # `كلمة هنأ فيها الجميع`
        if k is not None and k < at and _acts(scene, k, behind_that=scene.text(k - 1) in _THAT):
            alone = k > first and without_and(scene.text(i - 1)) not in _MEETS
            beyond = at + (at in scene.forms and at + 1 < len(scene.tokens))  # `أغلق العمال الطريق مطالبين`
            end = min(at, noun_phrase(scene, k, beyond, _governed(scene, k, i - 1)))
            end = to_name(scene, k, end, at, alone=alone)
            end = next((j for j in range(k + 1, end) if _ends(scene, k, j)), end)
            end -= end > k + 1 and scene.text(end - 1) in COMMAS
            end -= k > first and _visited(scene, i - 1, k, end, at)
            if end > k and can_speak(scene, k, end) and (k == first or agrees(scene, i - 1, Place(k, end))):
                return Place(k, end)
    return _lone(scene, first, at)


def _visited(scene: Scene, v: int, k: int, end: int, at: int) -> bool:
    """`زار السفير الفرنسي المخيم وأكد`: behind a verb of going somewhere the last word up to the next verb is where."""
    where = scene.text(end - 1).startswith("ال") and not scene.in_name(end - 1)
    return end == at and end - k > 1 and where and without_and(scene.text(v)) in _VISITS


_VISITS = frozenset("زار زارت تفقد تفقدت دخل دخلت غادر غادرت عاين عاينت وصل وصلت داهم داهمت جال جالت".split())


def _with_deed(scene: Scene, j: int) -> bool:
    """`فوجئ الزوار بإغلاق الحديقة`, `اجتمعت اللجنة برئاسة سامي`: at j stands what happened, or under whom."""
    return scene.text(j) in _UNDER or (with_ba(scene, j) and deed(scene.text(j)[1:]) is not None)


def _ends(scene: Scene, k: int, j: int) -> bool:
    """Whether at j, behind a subject that begins at k, stands what happened to it, what it found, whom it thanks."""
    return thanks_at(scene, j) or _with_deed(scene, j) or _found(scene, k, j)


def _found(scene: Scene, k: int, j: int) -> bool:
    """`وجد متسلقون جثة`: behind many by an indefinite word stands what they found."""
    return j == k + 1 and many_so(scene.text(k)) and scene.written(k)[:2] != "ال" and scene.written(j)[-1:] in "ةا"


_UNDER = frozenset("برئاسه بقياده بزعامه بحضور بمشاركه باشراف".split())


def _governed(scene: Scene, k: int, at: int) -> frozenset[str]:
    """What ends the subject at k of the verb at `at`: an object, and على, إلى, عن behind it, but of `المشرف على`,
    `مصادر قريبة من`; in `رحب الوزير بالوفد` the ب of the verb."""
    upon = any(hit.row["form"].split("|")[0] in _UPON for hit in scene.heads.get(k, ()))
    ends = frozenset({"obj", "ب"}) if _welcomes(scene, at) else frozenset({"obj"})
    return ends if upon else ends | {"على", "إلى", "عن"}


def _welcomes(scene: Scene, i: int) -> bool:
    return any(hit.row["lemma"] in ("رحّب", "أشاد", "طالب", "اتّهم", "ندّد") for hit in scene.forms.get(i, ()))


_CONCEDES = frozenset("خصوصا وخصوصا خاصه وخاصه سيما الا بيد علما".split())
_UPON = frozenset("مشرف مشرفون قائم قائمون نائب مسؤول مسؤولون ممثل".split())


def _turns(scene: Scene, k: int) -> bool:
    """A word with which another clause begins; `غير متخصصة` does not."""
    if scene.text(k) in _CONCEDES and is_that(scene, k + 1):
        return True  # `تخسر إسبانيا شبابها، ولا سيما أن الجيل الجديد يرفض الغلاء ويريد أن`
    found = verb(scene.text(k + 1)) if scene.text(k) == "حتي" else None  # `لم تمض ساعات حتى خرج الوزير وقال`
    turned = found is not None and found.tense == "perfect"
    return turned or (scene.text(k) in _TURNS and (scene.text(k) != "غير" or is_that(scene, k + 1)))


def _lone(scene: Scene, first: int, at: int) -> Place | None:
    """`نطق روحاني زاعما أن`: an unknown word that is all that stands between a clause's verb and the participle."""
    k = at - 1
    alone = first < k <= first + 2 and scene.text(k).isalpha() and k not in scene.forms and not role(scene.text(k))
    if not alone or not starts_phrase(scene, k) or scene.written(k).endswith(("ا", "اً", "ًا", "ة")):
        return None
    told = behind_verb(scene, k - 1, k - 1, at) == k and agrees(scene, k - 1, Place(k, at))
    return Place(k, at) if told else None


# Verbs with a person as their object.
_MEETS = frozenset(
    (
        "استقبل استقبلت التقي التقت قابل قابلت هنا هنات شكر شكرت كرم كرمت ودع ودعت زار زارت عين عينت كلف"
        " كلفت دعا دعت نعي نعت استدعي استدعت رافق رافقت اوقف اعتقل قتل خطف انتخب سلم سلمت منح منحت ابلغ ابلغت سال"
        " سالت حمل حملت اتهم اتهمت خلف خلفت امر امرت رشح حل طالب طالبت ناشد ناشدت وصف وصفت انتقد انتقدت خاطب حيا"
        " عزي اثني طمان"
    ).split()
)


def actor_before(scene: Scene, lo: int) -> Place | None:
    """`قدم المدرب شكره للجمهور. وقال: …`: a named person or body, or many, that act in the sentence before."""
    before = [(place, sentence.paragraph) for place, sentence in scene.sentences if place.last <= lo][-2:]
    for place, paragraph in reversed(before):
        found = actor(scene, *place)
        if found is not None:
            meant = scene.text(lo) in {"وهو", "وهي"} or _welcomes(scene, found.first - 1)
            meant = meant or any(hit.row["number"] == "many" for hit in scene.heads.get(found.first, ()))
            return found if scene.names_in(found, "PER", "ORG", "OUTLET") or meant else None
        if paragraph != before[0][1] or without_and(scene.text(place.first)) not in {"كان", "كانت"}:
            return None  # `وصل الوزير أمس. وكان في استقباله المحافظ. وقال`
    return None


def _past_front(scene: Scene, lo: int, at: int) -> int:
    i = skip_connectives(scene, lo, at)
    if scene.written(i).endswith(("اً", "ًا")) and scene.text(i + 1) in COMMAS:
        i += 2  # `إنسانيا، دقت مسؤولة ناقوس الخطر`
    if without_and(scene.text(i)) == "من" and scene.text(i + 1) in _SIDES:
        i += 2  # `من جانبها كرمت المديرة الطالبات`
    if scene.text(i) in {"بهذه", "بهذا"} and scene.text(i + 1).startswith("ال") and verb(scene.text(i + 2)) is not None:
        return i + 2  # `بهذه العبارة افتتح الوزير كلمته معلنا`
    while i < at and (role(scene.text(i)) in ("preposition", "during", "place") or with_ba(scene, i)):
        comma = next_comma(scene, i, at)
        telling = next((j for j in range(i + 1, min(comma, at)) if _opens_behind(scene, j)), None)
        if telling is not None:
            return telling
        if comma == at or (i in scene.forms and i + 1 in scene.heads):
            break  # `وعبر السكان عن`
        i = skip_connectives(scene, comma + 1, at)
    return next((k + 1 for k in range(i, min(i + 3, at - 1)) if scene.text(k) in _THAT), i)  # `يذكر أن عضو المجلس سافر`


_SIDES = frozenset("جانبه جانبها جانبهم جهته جهتها جهتهم ناحيته ناحيتها ناحيتهم".split())


def _opens_behind(scene: Scene, j: int) -> bool:
    """`وحول المعرض تحدث رئيس النادي، حيث قال`: a verb of attribution with its subject behind a fronted phrase."""
    whole = (hit for hit in scene.forms.get(j, ()) if hit.end == scene.tokens[j].end and not hit.row.get("risk"))
    past = any(hit.row["class"] == "perfect" for hit in whole) or _acts_behind(scene, j)
    before = scene.text(j - 1)
    free = role(before) not in ("relative", "negation") and before != "ما" and not is_that(scene, j - 1)
    people = any(hit.row["class"] in ("person", "public") for hit in scene.heads.get(j + 1, ()))
    return past and free and (people or many_so(scene.text(j + 1)))


def _acts_behind(scene: Scene, j: int) -> bool:
    """`وفي نهاية اللقاء قدم المدير شكره، متمنيا`: behind a closed phrase any verb whose subject follows."""
    found = verb(scene.text(j))
    closed = scene.text(j - 1).startswith("ال") or scene.in_time(j - 1)  # `وفي أبريل غادر صيادون قراهم، متوقعين`
    return found is not None and found.tense == "perfect" and closed


def _acts(scene: Scene, i: int, *, behind_that: bool) -> bool:
    """Whether what begins at token i may be a subject; behind أن a subject stands in the accusative."""
    if scene.text(i) in {"اخر", "اخري"} and scene.text(i - 1) in _OTHER:
        return False  # `كان للخبير رأي آخر`
    heads = scene.heads.get(i, ())
    known = (
        i in scene.quotations
        or i in scene.anaphors
        or any(behind_that or not _accusative(scene, i, hit) for hit in heads)
    )
    known = known or many_so(scene.text(i))  # `فوجئ المسافرون`
    known = known or (i in scene.mentions and scene.mentions[i][1].type in ("PER", "ORG", "GPE", "OUTLET"))
    of = scene.text(i).startswith("ال") and (scene.nations.get(i) or scene.text(i).endswith("ي"))
    named = scene.mentions.get(i + 1) if of else None
    known = known or (named is not None and named[1].type == "PER")  # `الهولندي رود فان بيرغ`, `المسرحي سامي الراوي`
    return known and starts_phrase(scene, i)


def _accusative(scene: Scene, i: int, hit: Hit) -> bool:
    """`بحثا`, `تقريرا`: an object."""
    word = scene.text(i)
    bare = word.endswith("ا") and (hit.row["number"] == "-" or word[:-1] in hit.row["form"].split("|"))
    return bare or scene.written(i).endswith(("اً", "ًا"))


# `كان للخبير رأي آخر`, `وفي سياق آخر تحدث`: no other one who speaks.
_OTHER = frozenset("راي شيء امر كلام مكان سياق صعيد جانب جهه ناحيه تطور خبر موضوع شان اطار اتجاه وقت يوم حديث".split())

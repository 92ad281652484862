"""Where the page tells on behind what was said: glosses, remarks, occasions, new clauses, what nobody told."""

from __future__ import annotations

from musnad.stages.attribution.contents.next_item import next_item
from musnad.stages.attribution.contents.of_saying import GLOSSES, of_the_saying, said_on
from musnad.stages.attribution.contents.remarks import is_remark, remarked
from musnad.stages.attribution.cues.opening import Opening
from musnad.stages.attribution.page.joined_verbs import joined_verb, verbal_noun
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import COMMAS, finite, is_that, next_comma, role, without_and
from musnad.verbs import verb

__all__ = ["REACTIONS", "TURNS", "VERDICTS", "leaves", "leaves_phrase", "new_clause", "tells_on"]

TURNS = frozenset({"قبل", "الا", "غير", "بيد"})
# Joined to what stands before it without a comma, a verb of saying is the page's own again.
_SAYS_ON = frozenset("وقال وقالت وقالوا واضاف واضافت واضافوا واردف واوضح واوضحت وتابع وتابعت".split())
_HOWEVER = frozenset("لكن لكنه لكنها لكنهم ولكن ولكنه ولكنها".split())


def tells_on(scene: Scene, i: int) -> bool:
    """Behind a quotation: `، وقلل من`, `، فنفى ذلك`, `، مكتفيا ب`, `، فيما …`, `، لكنها طلبت`: the page tells on."""
    word = scene.text(i)
    if word in {"فيما", "بينما", "ثم"} or (word == "في" and scene.text(i + 1) == "حين"):
        return True
    if word == "حيث" and finite(scene, i + 1):
        return True  # `«هدفنا اللقب»، حيث احتل الفريق المركز الرابع`
    if word in {"لكن", "لكنه", "لكنها", "ولكنه", "ولكنها", "لكنهم"}:
        return any(hit.row["class"] == "perfect" for hit in scene.forms.get(i + 1, ()))
    if word[:1] == "م" and len(word) > 4 and scene.written(i).endswith(("ًا", "اً", "ةً")):
        return True
    found = verb(word[1:]) if word[:1] in "وف" and not scene.in_name(i) and not is_that(scene, i) else None
    return found is not None and found.tense == "perfect" and not found.alike and not scene.written(i).endswith("ة")


VERDICTS = frozenset("تعبيره تعبيرها تعبيرهم قوله قولها قولهم وصفه وصفها وصفهم زعمه زعمها زعمهم رايه".split())


# `اتهمه بالتقصير وتم توقيفه`, `توعد بالرد ويجري الإعداد له`: what came of it is told by the page.
_DONE = frozenset("وتم وجري وقد".split())
_GOES_ON = frozenset("ويجري وتجري وياتي وتاتي ويتم وتتم".split())
_ACTS = frozenset("criticises demands denies refuses praises".split())


def leaves_phrase(scene: Scene, opening: Opening, first: int, i: int) -> bool:
    """What a bare phrase does not hold: a clause behind a comma, a semicolon, what will be or came of it."""
    word = scene.text(i)
    if word in "؛;" or (word in COMMAS and new_clause(scene, i + 1)) or scene.text(i + 1) == "وتفصيلا":
        return True  # `رفض الطلب جملة وتفصيلا`
    if scene.text(first) == "ذلك" and i == first + 1 and (word in {"في", "خلال"} or word.startswith("لل")):
        return True  # `نفى ذلك للصحيفة نفسها`, `أكد ذلك في مؤتمر صحفي`
    if word in {"لكنه", "لكنها", "لكنهم"} and not _told_in(scene, first, i):
        return True  # `عرضت استضافة القمة لكنها لم تتلق ردا`
    if word in COMMAS and scene.text(i + 1) in _ASIDE:
        return True  # `طالب بتعويضات، وهو شرط لا يرد في المسودة`
    after = scene.text(i + 2) == "بعدما" or (scene.text(i + 2) == "بعد" and scene.text(i + 3) == "ان")
    if word in COMMAS and scene.text(i + 1) == "وذلك" and after:
        return True  # `نفى بيع النادي، وذلك بعدما تحدثت مواقع عن عرض`
    if word in COMMAS and opening.row["stance"] in _ACTS | {"promises"} and _upon(scene, i + 1):
        return True  # `تعهد بإصلاح الجسر، بعد أن اشتكى السكان`, `أهاب بالناس الحذر، إثر تنبيه`
    if (word in COMMAS and opening.row["lemma"] == "ما تردد") or _as_he_says(scene, i + (word in COMMAS)):
        return True
    if word in COMMAS and opening.way == "participle" and _main_verb(scene, i + 1):
        return True
    if word in COMMAS and opening.row["stance"] in _ACTS and scene.text(i + 1) in _LATER and _ended(scene, i + 2):
        return True  # `رفض الطلب، وفي نهاية الأمر تم نقله`
    if word in COMMAS and opening.way == "noun" and finite(scene, i + 1):
        return True  # `إعلان الهيئة عن الخطة، يعد خطوة`
    if word in {"في", "خلال"} and scene.text(i + 1) in _MEDIUM and not _told_in(scene, first, i):
        return True  # `نفت الأمر في اتصال`
    if word == "كما" and joined_verb(scene, i + 1, bare=True):
        return True  # `هدد برفع الرسوم كما فرضت الوزارة قيودا`
    if word in COMMAS and scene.text(i + 1) in {"اضافه", "فضلا", "علاوه"} and is_that(scene, i + 3):
        return True  # `شدد على الحل السياسي، إضافة إلى أن المبعوث بحث …`
    will = verb(word) if word[:2] == "وس" and finite(scene, i) else None
    joined = will is not None and will.tense == "future"
    joined = joined or (joined_verb(scene, i) and not _told_in(scene, first, i))
    return joined or word in (_GOES_ON | _DONE if opening.row["stance"] in _ACTS else _GOES_ON)


def _ended(scene: Scene, i: int) -> bool:
    """Whether behind a short phrase at i stands a past: `[وفي] نهاية الأمر تم نقله`."""
    near = range(i, min(i + 5, next_comma(scene, i, i + 5)))
    past = (verb(scene.text(j)) for j in near if finite(scene, j) or scene.text(j) == "تم")
    return any(found is None or found.tense == "perfect" for found in past)


_LATER = frozenset("وفي وبعد وعقب وخلال ومنذ".split())


def _upon(scene: Scene, i: int) -> bool:
    """Whether at i begins what an act came upon: `بعد أن`, `بعدما`, `إثر`, `عقب`, `لا سيما أن`, `خصوصا أن`."""
    k = i + 1 + (scene.text(i) in {"لا", "ولا"})
    above_all = scene.text(k - 1) in {"خصوصا", "وخصوصا", "خاصه", "وخاصه", "سيما"} and scene.text(k)[-2:] == "ان"
    return above_all or scene.text(i) in _CAME_UPON or (scene.text(i) == "بعد" and scene.text(i + 1) == "ان")


_CAME_UPON = frozenset("بعدما اثر عقب غداه".split())


def _as_he_says(scene: Scene, i: int) -> bool:
    """`رفضت القرار، إذ وصفته بأنه ظالم`, `أبدى ارتياحه حيث قال إن`, `كشف عن مفاجأة عندما قال إن`: behind إذ a verb of
    saying, and no ground of what was said; behind what else leads to one, it opens a clause."""
    said = any(hit.row["class"] in ("perfect", "imperfect") for hit in scene.forms.get(i + 1, ()))
    told = is_that(scene, i + 2) or scene.text(i + 2) in _WORDS
    return said and (scene.text(i) == "اذ" or (scene.text(i) in _AS and told))


_WORDS = frozenset(": قائلا قائله قائلين".split())
_AS = frozenset("حيث عندما حين حينما".split())


def _main_verb(scene: Scene, i: int) -> bool:
    """`مطالبا بإقالة الحكم، غادر المدرب القاعة`: behind a participle's object, the verb that the sentence turns on."""
    found = verb(scene.text(i)) if finite(scene, i) else None
    acts = i + 1 in scene.heads or i + 1 in scene.mentions
    return found is not None and found.tense == "perfect" and acts


def _told_in(scene: Scene, first: int, i: int) -> bool:
    """Whether a clause stands in [first, i): a relative, a verb."""
    return any(scene.text(j) == "ما" or role(scene.text(j)) == "relative" or finite(scene, j) for j in range(first, i))


_MEDIUM = frozenset("اتصال بيان تصريح تصريحات تغريده منشور حديث مقابله مداخله مكالمه بيانه تصريحه حديثه".split())
_ASIDE = frozenset("وهو وهي فهو فهي بعدما سرعان".split())


def leaves(scene: Scene, i: int, hi: int) -> bool:
    """Whether the page speaks again from token i on: a gloss, a remark, the occasion of the saying."""
    word, before = scene.text(i), scene.text(i - 1)
    closed = before in COMMAS
    if not closed and word not in _TURNS_BACK and before not in _BREAKS:
        return False
    ahead = scene.text(i + 1)
    if closed and next_item(scene, i):
        return True
    if word in {"في", "علي", "حسب", "وفق", "بحسب"} and closed:
        near = {scene.text(k) for k in range(i + 1, min(i + 4, hi))}
        gloss = bool(near & GLOSSES) or (bool(near & VERDICTS) and next_comma(scene, i, hi) == hi)
        return gloss or _untold(scene, i) or (word == "في" and of_the_saying(scene, i + 1))
    if word in {"ما", "مما"} and ahead in _RAISED and scene.text(i + 2).startswith(REACTIONS):
        return True  # `إن مقاتليه غادروا لقضاء العيد ما أثار سخرية الناس`
    if closed and ((word == "ولم" and ahead in _HID) or (word == "لكن" and ahead == "احدا")):
        return True  # `، ولم يخف اللاعب سعادته`, `، لكن أحدا لم يؤكد ذلك`
    if closed and (_told_apart(scene, i) or (word == "الامر" and ahead == "الذي" and _weighed(scene, i + 2))):
        return True
    if word == "وذلك":
        return said_on(scene, i + 1)
    if closed and word == "وهي" and ahead in _PLACES and verb(scene.text(i + 2)) is not None:
        return True  # `إنه لم يبق سكان في كامبالو، وهي مدينة سيطر عليها …`
    if word in {"وهو", "وهي"} and is_remark(scene, i + 1):
        return remarked(scene, i, closed=closed)
    if closed and any(_this_page(scene, k) for k in range(i, min(i + 7, next_comma(scene, i, hi)))):
        return True
    told = word in _SAYS_ON or (word in {"وجاء", "وورد"} and ahead == "في")
    return told or _own_voice(scene, i) or _untold(scene, i)


# What the page can speak again with though no comma stands before it.
_TURNS_BACK = _SAYS_ON | frozenset("ما مما وذلك وهو وهي وجاء وورد لم ولم".split()) | _HOWEVER
_PLACES = frozenset("مدينه قريه بلده منطقه محافظه ولايه جزيره".split())


_RAISED = frozenset("اثار اثارت قوبل لاقي".split())
_HID = frozenset("يخف تخف يخفي تخفي يخفوا".split())
REACTIONS = tuple(
    "سخري غضب جدل استياء سخط ضج استهجان استنكار استغراب حفيظ رواج اعجاب تعاطف تفاعل انتقاد تساؤل مخاوف موج ردود".split()
)


def _this_page(scene: Scene, i: int) -> bool:
    """`ولا يزال مستمرا حتى كتابة هذا التقرير`"""
    return scene.text(i) in {"كتابه", "اعداد", "تحرير"} and scene.text(i + 1) in {"هذا", "هذه"} and i > 0


def _weighed(scene: Scene, i: int) -> bool:
    """`، الأمر الذي نفته الشركة`, `، الأمر الذي لم يؤكده أحد`: what others make of it."""
    if scene.text(i) in {"تعذر", "يتعذر", "يصعب"}:
        return True  # `، الأمر الذي تعذر التأكد منه`
    i += scene.text(i) in {"لم", "لا"}
    told = (hit.row for hit in scene.forms.get(i, ()) if hit.row["lemma"] != "دفع")  # `، الأمر الذي دفعها إلى الرحيل`
    owned = scene.text(i).endswith(("ه", "ها"))  # but `، الأمر الذي ينبئ بأزمة`
    return any(row["class"] == "perfect" or (owned and row["class"] == "imperfect") for row in told)


def _told_apart(scene: Scene, i: int) -> bool:
    """`، مستشهدا بتصريح سابق`, `، ومشيدا`: a participle of saying, whatever it opens, is of whoever speaks."""
    told = any(hit.row["class"] == "participle" and not hit.row.get("risk") for hit in scene.forms.get(i, ()))
    return told and scene.written(i).endswith(("ًا", "اً", "ا", "ةً"))


def _own_voice(scene: Scene, i: int) -> bool:
    """`، يذكر أن`, `، والجدير بالذكر أن`: behind a comma the page speaks for itself again."""
    if scene.text(i - 1) not in _BREAKS:
        return False
    ends = any(hit.row["form"].startswith(("الجدير", "تجدر", "يذكر", "يشار")) for hit in scene.own.get(i, ()))
    return ends or (without_and(scene.text(i)) in _COMES and _what_was_told(scene, i + 1))


_BREAKS = COMMAS | frozenset("؛-")


def _what_was_told(scene: Scene, k: int) -> bool:
    """`(ويأتي) ذلك بعد …`, `(يأتي) هذا في وقت`, `(وتأتي) هذه التصريحات`, `(وجاءت) تصريحاته`: the saying itself."""
    word, ahead = scene.text(k), scene.text(k + 1).removeprefix("ال")
    if word == "ذلك" or (word in {"هذا", "هذه"} and ahead in _SAYINGS | _WHEREUPON):
        return True
    return word in _HIS_SAYING


_COMES = frozenset("ياتي جاء تاتي جاءت".split())
_SAYINGS = frozenset(
    "تصريح تصريحات اعلان تحذير تحذيرات موقف مواقف كلام دعوه دعوات اتهام اتهامات تاكيد تاكيدات بيان انتقادات تعليق "
    "تعليقات رد اعتراف تهديد تهديدات تطورات".split()
)
_WHEREUPON = frozenset("في بعد قبل وسط بينما فيما عقب غداه عشيه بالتزامن".split())
_HIS_SAYING = frozenset(
    f"{noun}{ending}"
    for noun in ("تصريحات", "اقوال", "كلام", "تحذيرات", "اتهامات", "انتقادات", "تاكيدات", "دعوت", "تعليقات")
    for ending in ("ه", "ها", "هم")
)


# Verbs and nouns of what a speaker leaves out: `لكنه لم يذكر تفاصيل`, `، دون الكشف عن`.
_DISCLOSES = frozenset("ذكر شير حدد وضح كشف عط فصح شر قدم دل سم ورد خض تطرق فصل بين حض علق".split())
_DISCLOSURE = frozenset("ذكر تحديد توضيح الكشف اعطاء تقديم الافصاح الخوض ايراد مزيد المزيد الاشاره تسميه".split())


def _untold(scene: Scene, i: int) -> bool:
    """`، ولم يذكر المصدر`, `، لكنه لم يحدد موعدا`, `، دون الكشف عن`: what the page says was not said."""
    word, closed = scene.text(i), scene.text(i - 1) in COMMAS
    if word in {"دون", "بدون"} or (word == "من" and scene.text(i + 1) == "دون"):
        k = i + 1 + (word == "من")
        neither = scene.text(k + 1)[1:] in _NEITHER  # `من دون أن تستبعد العمد`
        neither = neither or (scene.text(k + 1)[1:] == "اتي" and scene.text(k + 3) == "ذكر")  # `أن يأتي على ذكره`
        silent = scene.text(k) == "ان" and (neither or _discloses(scene.text(k + 1)) or _unconfirmed(scene, k + 1))
        return closed and (scene.text(k) in _DISCLOSURE or silent)
    k = i + (word in {"فيما", "بينما"}) + 2 * (word == "في" and scene.text(i + 1) == "حين")
    if closed and scene.text(k) in {"لم", "ولم"} and _unchecked(scene, k + 1):
        return True  # `، ولم يتسن التحقق`, `، فيما لم يصدر تعليق`
    if closed and word == "وان" and scene.text(i + 1) == "لم" and _we_found(scene.text(i + 2)):
        return True  # `، وإن لم نجد عقدا يثبت هذا`
    if word == "لم" and scene.text(i + 1) in _GRANTED:
        return True  # `خبرا عن انهيار الجسر لم يتسن التأكد منه`
    if closed and word in {"ورفض", "ورفضت", "ورفضوا", "وامتنع", "وامتنعت", "رافضا", "رافضه"}:
        return any(scene.text(j) == "التعليق" for j in range(i + 1, i + 6))
    k = i + 1 if word in _HOWEVER else i
    if scene.text(k) not in {"لم", "ولم"} or not _discloses(scene.text(k + 1)):
        return False
    return k > i or (word == "ولم" and (closed or k + 2 in scene.anaphors))


def _we_found(word: str) -> bool:
    """`نعثر`, `نجد`, `نتمكن`: what whoever writes the page looked for."""
    return word in _FINDS or word in _GRANTED


_FINDS = frozenset("نعثر نجد نتمكن نستطع نتوصل نحصل نتاكد نتحقق نتلق تتمكن".split())


def _unconfirmed(scene: Scene, i: int) -> bool:
    """`دون أن يصدر تأكيد رسمي`, `دون أن يتسنى التحقق`"""
    return scene.text(i) in _ISSUED and any(scene.text(j).removeprefix("ال") in _WORD for j in range(i + 1, i + 4))


_NEITHER = frozenset("ستبعد نفي وكد".split())
_ISSUED = frozenset("يصدر تصدر يرد ترد يتسني".split())
_WORD = frozenset("تاكيد تعليق تعقيب نفي رد بيان توضيح تحقق".split())
_GRANTED = frozenset("يتسن يتسنن".split())
_UNCHECKED = frozenset("يصدر تصدر يعلق تعلق يرد ترد يتضح تتضح".split())
_CHECKING = frozenset("التحقق التاكد التثبت الحصول الوصول التواصل الاتصال".split())


def _unchecked(scene: Scene, i: int) -> bool:
    """`يتسن التحقق`, `يصدر تعليق`, `تتمكن الوكالة من التحقق`; but `لم يتمكن من تفادي الشاحنة`."""
    if scene.text(i) in {"يتمكن", "تتمكن", "نتمكن"}:
        return any(scene.text(j) in _CHECKING for j in range(i + 1, i + 5))
    return scene.text(i) in _UNCHECKED | _GRANTED


def _discloses(word: str) -> bool:
    """`يذكر`, `توضح`, `يدلوا`: a present of disclosure."""
    return word[:1] in "يت" and any(word[1:] in (stem, stem + "وا", stem + "ي") for stem in _DISCLOSES)


_CONCEDES = frozenset("فيما بينما لكن لكنه لكنها لكنهم لكنهما ولكن ولكنه ولكنها ولكنهم ثم فعندما فحين فلما".split())


def new_clause(scene: Scene, i: int, *, concedes: bool = True) -> bool:
    """Behind a content that is a bare phrase, a comma with و and a verb, or a conjunction, opens what the page says.

    `concedes`: so do `لكن`, `بينما`, `في حين`, `غير أن`.
    """
    word, ahead = scene.text(i), scene.text(i + 1)
    if word in {"كما", "حيث", "وقد", "وكان", "وكانت", "وشكر"}:
        return True
    meanwhile = word in {"في", "وفي"} and ahead == "حين"
    if concedes and (word in _CONCEDES or meanwhile or (word in TURNS and ahead[:2] == "ان")):
        return True
    if word[:1] != "و" or i in scene.mentions or scene.written(i).endswith("ة") or is_that(scene, i):
        return False
    if any(hit.row["class"] == "perfect" and hit.start > scene.tokens[i].start for hit in scene.forms.get(i, ())):
        return not scene.heads.get(i)
    found = verb(word[1:])
    noun = any(h.row["kind"] for h in scene.heads.get(i, ())) or verbal_noun(scene.written(i))
    return found is not None and not found.alike and not noun

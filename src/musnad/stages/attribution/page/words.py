"""Closed-class words: what they do, what is written on them, where clauses begin and asides end."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from musnad.rules import lexicon
from musnad.stages.attribution.page.lines import COMMAS
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.verbs import verb

__all__ = [
    "COMMAS", "OWN_NAME", "PRONOUNS", "SELF", "THATS", "VOWELS", "by_amount", "conditional", "everyday",
    "finite", "foreign", "given", "is_number", "is_that", "led", "next_comma", "personal", "role", "skip_connectives",
    "unlisted", "unnamed_there", "with_ba", "withheld", "without_and",
]  # fmt: skip

WORDS = lexicon("attribution/words")
_BA_WORDS = lexicon("attribution/ba")
_DEEDS = lexicon("attribution/deeds")
_OFTEN = 10  # people of note who bear a name, for a word to be read as one
_GIVEN_NAMES = lexicon("names/given_names")
_GIVEN_ABROAD = lexicon("names/world_given_names")
PRONOUNS = frozenset("هو هي هم وهو وهي وهم فهو فهي".split())
VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"  # written after a word's last letter
# Any of them, and only they, may open a content clause: `is_that` tells whether one does.
THATS = frozenset(
    that + whose
    for that in "ان وان فان بان وبان فبان الا".split()
    for whose in ("", *"ه ها هم هما هن نا ني ي ك كم ما".split())
)
# Words before `أن` that make it part of another phrase: before that, except that, it must that …
_NOT_THAT = frozenset(
    "بعد قبل منذ شان شانه شانها كما غير الا رغم بيد لولا دون بدون حيث لابد بد يمكن يجب ينبغي لو "
    "الممكن المقرر المنتظر المحتمل المرجح الضروري اللازم بما الي_حين سبق يستطيع تستطيع عسي فور اثر حتي الي_جانب "
    "مع بحجه بذريعه بدعوي المفترض الواجب علما سيما خاصه لمجرد شرط بشرط شريطه".split()
)


def given(word: str) -> bool:
    """Whether a word is a person's first name (and perhaps something else too)."""
    row = _GIVEN_NAMES.get(word)
    return word.startswith("عبدال") or (row is not None and int(row["borne"]) >= _OFTEN)


def personal(word: str) -> bool:
    """Whether a quoted word begins somebody's name: `"مارك"`, `"بن سالم"`."""
    return given(word) or _GIVEN_ABROAD.get(word) is not None or word in {"بن", "ابن", "ابو", "ام", "عبد"}


ON_THIS = frozenset("بهذا بهذه بذلك".split())  # `قال الوزير بهذا الخصوص`: of the saying


@lru_cache(maxsize=1 << 14)
def role(word: str) -> str:
    """What a closed-class word does, or an empty string. Takes the word with or without a leading `و`."""
    whole = len(word) <= 2 or word[:1] not in "وف" or word == "فتحت"  # a verb, and no `ف` before `تحت`
    row = WORDS.get(word) or (None if whole else WORDS.get(word[1:]))
    return row["role"] if row else ""


_NUMBER = re.compile(
    r"\d+|(?:ثلاث|اربع|خمس|ست|سبع|ثمان|تسع|عشر)(?:ه|ون|ين|مئه|مائه)?|(?:مئ|مائ)\w{1,3}|الف(?:ا|ي|ان|ين)?|الاف"
    r"|(?:مليون|مليار)\w*|ملايين"
)


def is_number(word: str) -> bool:
    """Whether a folded word is a number in digits or words: `12`, `ثلاثين`, `مئتا`, `ألفي`."""
    return _NUMBER.fullmatch(word) is not None


def by_amount(word: str) -> bool:
    """`بمليار`, `بنسبة`, `بنحو`: by how much, and no part of a name before it."""
    return word[:1] == "ب" and (is_number(word[1:]) or word in _AMOUNTS)


_AMOUNTS = frozenset("بنسبه بنحو بقيمه بمعدل بمقدار بحوالي بقرابه باكثر باقل بواقع بمبلغ".split())


def without_and(word: str) -> str:
    """The word without a leading و or ف, where what is left is long enough to be a word."""
    return word[1:] if len(word) > 3 and word[0] in "وف" else word


def is_that(scene: Scene, i: int) -> bool:
    """Whether token i opens a content clause: أن, إن, بأن, بأنه, وأن …, and `ألا` (not `إلا`)."""
    if scene.text(i) not in THATS:
        return False
    known = scene.thats
    if i not in known:
        known[i] = _opens_clause(scene, i)
    return known[i]


def _opens_clause(scene: Scene, i: int) -> bool:
    text = scene.text(i)
    if text[-3:] == "نما" and "إ" in scene.written(i):
        return False  # `إنما`, `وإنما`: only, but
    if scene.text(i - 1) == "." and scene.tokens[i - 2].end == scene.tokens[i - 1].start == scene.tokens[i].start - 1:
        return False  # `إل.جي.إن`
    if without_and(scene.text(i - 1)) in _NOT_THAT and not (scene.text(i - 1) == "خاصه" and scene.heads.get(i - 2)):
        return False  # but `أكدت مصادر خاصة أن`
    if scene.text(i - 1) == "وخصوصا":
        return False
    if text == "ان" and scene.text(i + 1) == "لم" and not scene.written(i).startswith("أ"):
        return False  # `إن لم يصل`: a condition
    if text == "ان" and scene.written(i).startswith("إ") and _happens(scene, i + 1):
        return False  # `إن وُقع الاتفاق`, `إن نجحت`: a condition
    if text.startswith("الا"):
        return scene.written(i).startswith("أ") and not withheld(scene, i - 1) and not _asks(scene, i)
    return scene.written(i) != "آن"  # a name


def _asks(scene: Scene, i: int) -> bool:
    """`ألا ترى في ذلك تناقضا؟`: behind a comma or at a sentence's head, and before a question mark, ألا asks."""
    heads = scene.text(i - 1) in COMMAS or i == scene.sentence_start(i)
    return heads and scene.text(scene.sentence_end(i) - 1) == "؟"


def _happens(scene: Scene, i: int) -> bool:
    """Whether token i is a verb of the past and nothing else, as it is written or by its own vowels."""
    found = verb(scene.text(i))
    return found is not None and found.tense == "perfect" and (finite(scene, i) or "ُ" in scene.written(i))


def next_comma(scene: Scene, first: int, stop: int) -> int:
    """The first comma from `first` that is not inside a quotation or brackets, else `stop`."""
    commas = scene.commas
    for at in range(bisect_left(commas, first), len(commas)):
        comma = commas[at]
        if comma >= stop:
            break
        first = _past_quotations(scene, first, comma, stop)
        if comma >= first:
            return comma
    return stop


def _past_quotations(scene: Scene, first: int, comma: int, stop: int) -> int:
    """Behind the last quotation that opens in [first, comma), none within another, and closes before `stop`."""
    opened = scene.opened
    for at in range(bisect_left(opened, first), bisect_left(opened, comma)):
        last = scene.quotations[opened[at]][0].last
        if first <= opened[at] and last <= stop:
            first = last
    return first


_SAME = frozenset("هذا هذه ذات نفس ذلك".split())
_CONNECTIVES = frozenset("اما كما لكن ولكن فيما بينما حيث ايضا ثم وقد لقد فقد اذ".split())
_SETTINGS = frozenset("حين المقابل غضون سياق السياق هذا جهته جهتها جهه جانبه جانبها ذلك ان".split())
_EXPECTED = frozenset("متوقع متوقعا معروف معلوم مقرر مقررا منتظر".split())
_RESPECTS = frozenset("السياق الاطار الصدد الشان الاثناء الوقت الجانب الاتجاه المجال الخصوص".split())


def skip_connectives(scene: Scene, first: int, stop: int) -> int:
    """Past what ties a clause to the one before: `في حين`, `أما`, `كما`, `في المقابل،`, `من جهته،`."""
    i = first
    while i < stop:
        word = scene.text(i)
        if without_and(word) == "كما" and scene.text(i + 2) in _EXPECTED and scene.text(i + 3) in COMMAS:
            i += 4  # `وكما هو متوقع، بلغت الخسائر`
        elif word in COMMAS or word in "•●▪■*-" or word in _CONNECTIVES:
            i += 1
        elif word in {"في", "وفي", "من", "ومن", "الي", "علي", "غير", "الا"} and i + 1 < stop:
            following = scene.text(i + 1)
            if following in _SAME and scene.text(i + 2) in _RESPECTS:
                i += 3 + (scene.text(i + 3) in COMMAS)
            elif following in {"جهه", "ناحيه", "جانب"} and scene.text(i + 2) in {"اخري", "اخر", "ثانيه", "ثان"}:
                i += 3
            elif following in _SETTINGS:
                comma = next_comma(scene, i, min(i + 6, stop))
                i = i + 2 if following in {"حين", "ان"} or comma == min(i + 6, stop) else comma + 1
            else:
                break
        elif word.removeprefix("و") in {"بدوره", "بدورها", "بدورهم"}:
            i += 1
        else:
            break
    return i


_SHORT = frozenset("حل ضم سن صد".split())  # deeds of two letters


def with_ba(scene: Scene, k: int) -> bool:
    """Whether the preposition ب is written on token k, and it is not a word that begins with the letter."""
    text = scene.text(k)
    if text[:1] != "ب":
        return False
    amount = text[1:].isdigit()  # `بـ50 ألفا`
    if amount or (text == "ب" and scene.text(k + 1) in OPENING) or (text == "بما" and not is_that(scene, k + 1)):
        return True
    if len(text) == 3 and text[1:] in _SHORT and _BA_WORDS.get(text) is None:
        return True  # `طالب القضاء بحل المجلس`
    if len(text) < 4 or _BA_WORDS.get(text) is not None or is_that(scene, k):
        return False
    if _DEEDS.get(text[1:]) is not None and not led(scene, k):
        return True  # `وعد الوزير بطرح مناقصة`: no name
    if (k in scene.mentions and not scene.clitic_on_name(k)) or led(scene, k):
        return False
    return not any(hit.start == scene.tokens[k].start for hit in scene.heads.get(k, ()))


def led(scene: Scene, k: int) -> bool:
    """`ائتلاف النهضة بزعامة سليم الراوي`, `وفد النقابة بعضوية كريم الداغر`: who leads or sits there, and no demand."""
    if scene.text(k) in _HEADS:
        return True
    return scene.text(k) in _LEADS and k + 1 in scene.mentions and scene.mentions[k + 1][1].type == "PER"


_LEADS = frozenset("بعضويه باشراف باداره بامامه".split())
_HEADS = frozenset({"بزعامه"})


_TABLES = tuple(map(lexicon, ("names/vocabulary", "names/words", "attribution/heads", "attribution/feelings")))
_ENDINGS = tuple("ا ه ها هم نا ك كم ي ات ين ون ان ته تها تهم يه اته اتها اتهم".split())
_WITH_BA = frozenset(
    row["lemma"] for row in lexicon("attribution/cues").rows if "ب" in re.split(r"[ =!]+", row["takes"])
)


def foreign(scene: Scene, k: int) -> bool:
    """`نفى بيكس بشدة`, `أكد براتران بزانسنو`: behind a verb that takes no ب, what is left without it is no word."""
    told = (hit.row for hit in scene.forms.get(k - 1, ()) if hit.row["class"] in ("perfect", "imperfect"))
    lemmas = {row["lemma"] for row in told if not row.get("risk")}
    return bool(lemmas) and not lemmas & _WITH_BA and len(scene.text(k)) > 4 and not everyday(scene.text(k)[1:])


def unlisted(scene: Scene, k: int) -> bool:
    """`اقترحت تيسفان 12 ميلا`: a word that no list has, and no name so far, right before a number."""
    word = scene.text(k)
    plain = word.isalpha() and len(word) > 3 and k not in scene.mentions and not scene.written(k).endswith(("ا", "اً"))
    return plain and scene.text(k + 1).isdigit() and not (everyday(word) or role(word) or scene.heads.get(k))


@lru_cache(maxsize=1 << 12)
def everyday(word: str) -> bool:
    """Whether a folded word, with or without what is written on its end, stands in a table of words."""
    if word.startswith("ال") or verb(word) is not None or _DEEDS.get(word):
        return True
    stems = {word, *(word.removesuffix(end) for end in _ENDINGS)}
    return any(table.get(form) for stem in stems if len(stem) > 2 for form in (stem, stem + "ه") for table in _TABLES)


_SHY = frozenset("تمسك تمسكت تحفظ تحفظت تحفظوا رغب رغبت رغبوا امتنع امتنعت ابي ابت اصر اصرت".split())
SELF = frozenset("نفسه نفسها ذاته ذاتها نفسهم ذاتهم نفسهما عينه عينها".split())
OWN_NAME = frozenset("اسمه اسمها اسمهم اسمهما اسميهما هويته هويتها هويتهم هويتهما اسمائهم اسماءهم".split())


def unnamed_there(scene: Scene, k: int) -> bool:
    """`طلب عدم ذكر اسمه «بعنا الأسهم»`: whether right before k a name is not told, and no name follows."""
    return scene.text(k - 1) in OWN_NAME and scene.text(k - 2) in {"ذكر", "نشر", "كشف", "عن", "اعلان"}


def withheld(scene: Scene, i: int) -> bool:
    """`طلب عدم ذكر اسمه`, `فضل عدم الكشف`, `لم تسمه`, `يدعى سليم`: words about the source's own name."""
    word = scene.text(i)
    withholds = role(word) == "withholds"
    if withholds and role(scene.text(i + 1)) == "hides":
        return True
    if withholds or word in _SHY:
        for k in range(i + 1, i + 5):  # `طلب ألا يذكر اسمه`, `تحفظ على كشف هويته`
            if scene.text(k) in COMMAS:
                return False
            if scene.text(k) in OWN_NAME:
                return True
    if word in _CONTENT and scene.text(i + 1) == "بذكر":
        return True  # `اكتفت بذكر اسمها الأول سيلين`
    return word in _CALLED or (word in {"لم", "لا"} and scene.text(i + 1)[1:3] in _NOT_TOLD)


_CALLED = frozenset("وصفه وصفته وصفها وصفتها وصفهم وصفتهم".split())
_NOT_TOLD = frozenset("سم كش رغ رد شا فص ذك ود عل".split())
_CONTENT = frozenset("اكتفي اكتفت اكتفوا مكتفيا مكتفيه".split())


def conditional(scene: Scene, i: int, *, alike: bool) -> bool:
    """`إن وافق الوجهاء`: إن before a past tense is a condition. `alike`: also before what a noun is spelt like."""
    found = verb(scene.text(i + 1))
    written = scene.text(i) == "ان" and scene.written(i).startswith("إ")
    return written and found is not None and found.tense == "perfect" and (alike or not found.alike)


def finite(scene: Scene, i: int) -> bool:
    """Whether token i is a finite verb and nothing else: no name, no head of a speaker's phrase, no ة at its end."""
    found = verb(scene.text(i))
    if found is None or found.alike or scene.written(i) == "وادي":  # and no `وأدى`
        return False
    return not (scene.in_name(i) or scene.heads.get(i) or scene.written(i).endswith("ة"))

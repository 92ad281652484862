"""How a noun phrase goes past one unit: its head, a quoted name, a letter with its dot, a relative clause."""

from __future__ import annotations

from musnad.stages.attribution.nouns.heads import past_share
from musnad.stages.attribution.nouns.hearers import told_outlet
from musnad.stages.attribution.nouns.issued import published_end, seen_end
from musnad.stages.attribution.nouns.met import met_end
from musnad.stages.attribution.nouns.modifiers import own_words
from musnad.stages.attribution.nouns.nicknames import past_nickname
from musnad.stages.attribution.nouns.spoken_to import spoken_to_end
from musnad.stages.attribution.nouns.standing import seated
from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.unheard_of import unheard_of
from musnad.stages.attribution.page.words import (
    COMMAS,
    OWN_NAME,
    is_number,
    is_that,
    personal,
    role,
    unnamed_there,
    with_ba,
    withheld,
    without_and,
)

__all__ = [
    "closes", "counted", "deed_quoted", "initial", "past_head", "past_unit", "plain_noun", "quoted_name",
    "relative_end", "talking", "withheld_end",
]  # fmt: skip


def closes(scene: Scene, i: int) -> bool:
    """A word with the article, or with a possessive ending on a head noun, closes the construct."""
    text = scene.text(i)
    if text in _ONE_OF_THEM or withheld(scene, i):
        return True
    heads = scene.heads.get(i, ())
    own = text.startswith("وال") and any(hit.start == scene.tokens[i].start for hit in heads)  # `والد`, `والدة`
    if not own and without_and(text).startswith(("ال", "لل")) and role(text) != "quantifier":
        return True
    ends = [hit.end < scene.tokens[i].end for hit in heads]
    return bool(ends) and (ends[0] or (any(ends) and scene.written(i).endswith("ه")))  # `وكيله` is no `وكيلة`


_ONE_OF_THEM = frozenset("احدهما احدهم احداهما احداهن بعضهم كلاهما كلتاهما".split())


def counted(scene: Scene, i: int) -> bool:
    """`ثلاثون طبيبا`: what is counted, with which a phrase ends before anything definite."""
    return scene.written(i).endswith(("ا", "اً", "ًا")) and is_number(scene.text(i - 1))


def initial(scene: Scene, i: int) -> bool:
    """A letter with its dot: `م. نجيب`, `د. سالم`, `كيه. ناريان`."""
    text = scene.text(i)
    letter = (len(text) == 1 and text.isalpha()) or text in _LETTERS
    if not letter:
        return False
    spelt = i in scene.mentions and scene.mentions[i][1].type == "ORG"  # `بي.إم.دبليو`
    return not spelt and scene.text(i + 1) == "." and scene.tokens[i + 1].start == scene.tokens[i].end


def past_unit(scene: Scene, first: int, i: int, stop: int) -> int:
    """Past a letter with its dot, what stands in parentheses, the day of what was issued (`صدر أمس`); else i."""
    text = scene.text(i)
    if i + 2 < stop and initial(scene, i):
        return i + 2
    if text == "(" and (i + 1 not in scene.times or _aged(scene, i)):
        end = next((k + 1 for k in range(i, min(i + 9, stop)) if scene.text(k) == ")"), i)
        return i if end > i + 5 and scene.text(end) == "." else end  # `قال سليم (لن نعود إلى هنا).`
    if text in {"-", "–"} and i - 1 in scene.nations and i + 1 in scene.nations:
        return min(i + 2, stop)  # `الحدود التونسية - الجزائرية`
    if text == "ل" and scene.text(i - 1) in {"التنفيذي", "التنفيذيه"}:
        return min(scene.quotations[i + 1][0].last, stop) if scene.is_name(i + 1) else i  # `الرئيس التنفيذي لـ«نسمة»`
    if i == first:
        return i
    if text in {"استطلعت", "استطلع"}:
        whole = next((j + 1 for j in range(i + 1, min(i + 7, stop)) if scene.text(j) in _VIEWS), i)
        return whole if whole > i else seen_end(scene, first, i, stop)  # `اقتصاديون استطلعت «رويترز» آراءهم`
    if text in COMMAS and (past := _places_on(scene, i, stop)) > i:
        return past
    if text in {"رقم", "عدد"} and scene.text(i + 1).isdigit():
        return min(i + 2, stop)  # `النشرة رقم 12 الصادرة عن الوزارة`
    if i <= first + 2 and scene.text(first).removeprefix("ال") in _ARTICLES and _counted(scene, i):
        return i + 1  # `المادة 12 من النظام`, `الفقرة الثالثة عشرة`
    if i - 1 in scene.nations and i + 2 < stop and _foreign_name(scene, first, i):
        return i + 2
    if text == "ل" and scene.text(i - 2) in {"الحساب", "الصفحه"} and scene.is_name(i + 1):
        return min(scene.quotations[i + 1][0].last, stop)  # `الحساب الرسمي لـ«لبنة»`
    general = text == "العام" and i == first + 1 and scene.text(first) in _GENERAL
    if general and scene.text(i + 1) not in _YEARS:
        return i + 1  # `الرئيس العام السابق`: no year
    if text in _CALLS and (past := _himself(scene, first, i, stop)) > i:
        return past
    if (past := max(past_nickname(scene, i, stop), seated(scene, i, stop))) > i:
        return past
    presides = text[:2] in {"لل", "له"} and scene.text(first).removeprefix("ال").startswith("رئيس")
    if i in scene.times and (presides or scene.text(i - 1) in _DATED):  # `رئيسة المجلس للشهر الجاري`
        return min(scene.times[i].last, stop)
    if (past := spoken_to_end(scene, first, i, stop)) > i:
        return past
    seen = seen_end(scene, first, i, stop)
    seen = seen if seen > i else met_end(scene, first, i, stop)
    return seen if seen > i else published_end(scene, first, i, stop)


def _aged(scene: Scene, i: int) -> bool:
    """`سليم الراوي (45 عاما)`: how old somebody is, in the brackets that open at token i."""
    return scene.text(i + 1).isdigit() and scene.text(i + 2) in _OF_AGE and scene.text(i + 3) == ")"


_OF_AGE = frozenset("عاما سنه ربيعا عام سنوات اعوام".split())


def _places_on(scene: Scene, i: int, stop: int) -> int:
    """`مزارعون في حماة[، وحمص، وإدلب]، إن`: past a list of places up to the أن that follows, else i."""
    if not _place_ends(scene, i):
        return i
    k = i
    while scene.text(k) in COMMAS and k + 1 in scene.mentions and scene.text(k + 1)[:1] == "و" and k < stop:
        k = scene.mentions[k + 1][0].last
        if not _place_ends(scene, k):
            return i
    behind = k + (scene.text(k) in COMMAS)
    behind += role(scene.text(behind)) == "preposition"
    return k if i < k <= stop and is_that(scene, behind) else i


def _place_ends(scene: Scene, i: int) -> bool:
    """Whether a place's name ends right before token i."""
    near = (scene.mentions[k] for k in range(i - 1, max(i - 4, -1), -1) if k in scene.mentions)
    return any(place.last == i and mention.type in ("GPE", "LOC") for place, mention in near)


def _himself(scene: Scene, first: int, i: int, stop: int) -> int:
    """`رجل [عرف عن نفسه بأنه ضابط] إن`: past what somebody unnamed calls himself, up to the أن behind it; else i."""
    own = i + 1 + (scene.text(i + 1) == "عن")
    that = own + 1 + (scene.text(own + 1) == "علي")
    told = scene.text(own) in _SELF and is_that(scene, that)
    if not told or scene.text(first).startswith("ال") or first in scene.mentions:
        return i
    return next((k for k in range(that + 2, stop) if is_that(scene, k) or scene.text(k) in {":", "،", ","}), i)


_TALKING = frozenset("متحدثا متحدثين متحدثه".split())
_TAKING_UP = frozenset("معلقا معلقه معلقين معقبا معقبه".split())
_CALLS = frozenset("عرف عرفت قدم قدمت وصف وصفت عرفوا قدموا وصفوا".split())
_SELF = frozenset("نفسه نفسها انفسهم ذاته ذاتها".split())
_YEARS = frozenset("الماضي المنصرم المقبل الجاري القادم الفائت".split())
_GENERAL = frozenset("الرئيس المدير الامين النائب المدعي المفتش المشرف المنسق القنصل المحامي السكرتير".split())
_ARTICLES = frozenset("ماده فقره بند".split())
_ORDINALS = frozenset(
    "الاولي الثانيه الثالثه الرابعه الخامسه السادسه السابعه الثامنه التاسعه العاشره الحاديه عشر عشره مكرر "
    "الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الحادي العشرون الثلاثون".split()
)


def _counted(scene: Scene, i: int) -> bool:
    return scene.text(i).isdigit() or without_and(scene.text(i)) in _ORDINALS


def _foreign_name(scene: Scene, first: int, i: int) -> bool:
    """`وزير الخارجية السلوفاكي ميرو تالاك ب`: behind an office with its nation, two words that no list has."""
    if not scene.text(i - 1).startswith("ال"):
        return False
    office = any(hit.row["class"] == "person" and hit.row["number"] == "one" for hit in scene.heads.get(first, ()))
    if not office:
        return False
    ends = with_ba(scene, i + 2) or is_that(scene, i + 2) or scene.text(i + 2) in COMMAS | {":", *OPENING}
    return (ends or role(scene.text(i + 2)) == "preposition") and all(_strange(scene, k) for k in (i, i + 1))


def _strange(scene: Scene, k: int) -> bool:
    return not (scene.text(k).endswith("ا") or with_ba(scene, k)) and unheard_of(scene, k)


_VIEWS = frozenset("اراءهم اراؤهم اراوهم اراءها رايهم".split())
_DATED = frozenset("صدر صدرت نشر نشرت الصادر الصادره صادر صادره".split())


def past_head(scene: Scene, first: int) -> int:
    """Past the preposition that belongs to the head noun at `first` (`المشتبه بهم`), past a share (`34%`)."""
    shared = past_share(scene, first)
    if shared > first:
        return shared + (scene.text(shared) in {"من", "منهم", "منهن"})
    if scene.text(first + 1) not in {"به", "بها", "بهم", "بهما", "منهم"}:
        return first
    return first + 2 * any(hit.end > scene.tokens[first].end for hit in scene.heads.get(first, ()))


def quoted_name(scene: Scene, i: int, stop: int, *, told: bool) -> int:
    """Past a quoted name at token i. `told`: behind a name, a verb with an object has what is said quoted
    (`استهجنت النائبة سلمى الراوي «بدعة التشاور»`), but for a nickname."""
    last = scene.quotations[i][0].last
    if unnamed_there(scene, i):
        return i  # `مسؤول طلب عدم ذكر اسمه «بعنا الأسهم كلها»`
    if role(scene.text(i - 1)) == "called" and last <= stop:
        return last  # `المدعو «أبو سيف»`
    further = scene.text(last) in COMMAS and scene.text(last + 1)[:1] == "و" and bool(scene.forms.get(last + 1))
    closing = last - i > 3 and (scene.text(last) in ".؛!؟" or further)
    closing = closing and scene.in_name(i - 1) and i + 1 not in scene.mentions
    said = (told or closing) and not personal(scene.text(i + 1))  # `قال سامر الراوي «القرار مفيد للسوق».`
    return i if last > stop or said or not scene.is_name(i) else last


def withheld_end(scene: Scene, i: int, stop: int) -> int:
    """Where what is told of a source's withheld name ends: at a comma, أن, a medium, the source's own words; of `مصادر
    وصفتها بالمطلعة`, behind the one word."""
    if scene.text(i).startswith("وصف") and scene.text(i + 1).startswith("بال"):
        return i + 2
    for k in range(i, stop):
        medium = scene.text(k) in {"في", "خلال", "عبر"} and k + 1 in scene.media
        if scene.text(k) in COMMAS | {":", "."} or is_that(scene, k) or own_words(scene, k) or medium:
            return k
        why = scene.text(k + 1)[:1] == "ل" or role(scene.text(k + 1)) in ("conjunction", "during")
        if scene.text(k) in OWN_NAME and k > i and not (why or is_that(scene, k + 1)):
            return k + 1  # `مسؤول رفض الكشف عن اسمه [من موجة جديدة]`
    return stop


def plain_noun(scene: Scene, first: int, i: int) -> bool:
    """`تعهد والي المنارة ب`, `تقول طالبة في كلية`, `ولي العهد`: a noun that is spelt as a word with its own role."""
    if i == first and scene.text(i) == "ولي" and scene.heads.get(i):
        return True
    if scene.text(i) == "والي" and scene.written(i) == "والي":  # `والي ولاية النهر`
        governor = i - 1 in scene.forms or bool(scene.heads.get(i + 1)) or scene.text(i + 1) == "جهه"
        return governor or (i == first and role("والي") == "withholds")
    return i == first and role(scene.text(i)) == "withholds"


def talking(scene: Scene, i: int) -> bool:
    """`متحدثا إلى إذاعة الساحل`, `متحدثة لقناة X`, `معلقا على القرار`: how somebody spoke, and no title."""
    word = scene.text(i)
    if word in _TAKING_UP:
        return scene.text(i + 1) == "علي" and i > scene.sentence_start(i)
    if word not in _TALKING or (word == "متحدثه" and scene.written(i).startswith("ال")):
        return False
    ahead = scene.text(i + 1)
    return ahead in {"الي", "مع", "عن", "في", "خلال", "عبر", "ل", "امام"} or ahead.startswith("ل")


def deed_quoted(scene: Scene, first: int, i: int) -> bool:
    """`رفض المدير «بيع النجم»`: behind somebody's title, quotation marks that hold a deed of several words."""
    person = any(hit.row["class"] == "person" for hit in scene.heads.get(first, ()))
    inside = scene.text(i + 1)
    deeds = deed(inside) is not None and not inside.startswith("ال") and i + 1 not in scene.mentions
    return person and deeds and scene.quotations[i][0].last > i + 3


def relative_end(scene: Scene, i: int, comma: int) -> int:
    """Where a relative clause from token i on stops: at أن, a colon, a quotation that is said; else the comma."""
    if scene.forms.get(i + 1) and is_that(scene, i + 2):
        return i  # `حسب سليم الذي أضاف أن`: he says more
    said = {k for k in range(i, comma) if scene.text(k) in OPENING and k in scene.quotations and not scene.is_name(k)}
    told = {k for k in range(i, comma) if role(scene.text(k)) == "hearer" and scene.text(k).startswith("لل")}
    told |= {k for k in range(i + 3, comma) if told_outlet(scene, k)}  # but `الذي تحدث لوكالة X`
    ends = {":", "؛", "؟", "!"}
    last = comma - (scene.text(comma - 1) == "." and comma == scene.sentence_end(i))  # no full stop
    return next((k for k in range(i, last) if is_that(scene, k) or scene.text(k) in ends or k in said | told), last)


_LETTERS = frozenset("كيه جيه ايه بيه بي سي دي اف جي اتش ال ام ار اس تي يو دبليو اكس واي زد كيو".split())


AND_HE = frozenset("وهو وهي وهم ومقره ومقرها ومركزه ومركزها".split())
_BARE = frozenset("في من الي علي عن مع بين حول ضد لدي عند تحت امام ل ب".split())


def without_loose_ends(scene: Scene, first: int, i: int) -> int:
    """Before the prepositions, commas and pronouns that a phrase from `first` on would end with at i."""
    while i > first and (scene.text(i - 1) in _BARE | AND_HE or scene.text(i - 1) in COMMAS):
        if scene.text(i - 1) == "علي" and scene.in_name(i - 2):
            break  # `ساحة محمد علي`
        i -= 1
    return i

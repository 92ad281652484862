"""Where the name of a person ends: the words that can be part of one, read one by one."""

from __future__ import annotations

import re

from musnad.stages.names import knowledge as known
from musnad.stages.names.ali import behind_ali, preposition, speaks_for
from musnad.stages.names.beyond import of_another
from musnad.stages.names.everyday_parts import (
    CLOSES,
    abroad,
    closed,
    everyday_part,
    family_word,
    father,
    goes_no_further,
    trade,
)
from musnad.stages.names.openings import from_abroad
from musnad.stages.names.parts import ARTICLED, INFLECTED, everyday, house, latin, listed, nameable, nisba
from musnad.stages.names.vocabulary import ordinary, sure
from musnad.stages.names.words import Page
from musnad.verbs import verb

__all__ = [
    "BINDS",
    "COMPOUND",
    "ENDINGS",
    "FAITH",
    "MOST",
    "SERVANTS",
    "closed",
    "initial",
    "person",
    "preposition",
]

MOST = 9  # words in a name: three fathers and a house
_PLAIN_MOST = 6  # without a word that binds
# What binds two parts of one name; the part after it belongs to it.
BINDS = known.cues("extents binds")
COMPOUND = known.cues("extents compound")
SERVANTS = known.cues("extents servants")  # what stands behind `عبد` in a given name
FAITH = known.cues("extents faith")  # what stands before `الدين` in a given name: عز، نور، سيف
_GODS = known.cues("extents gods")  # what stands before `الله` in a name: فرج، رزق، نصر
_OF_GOD = ("الله", "المولي", "الرب", "الرحمن", "الحق", "الرسول", "النبي", "المسيح", "المنان", "الختم")
ENDINGS = ("اوغلو", "اوغلي", "اوغلان", "زاده", "جاه")  # what ends a name in Turkish and Persian
_LETTERS = known.cues("extents letters")
_VERBAL = re.compile(r"م\wا\w\wه")  # مفاوضة، مغادرة، متابعة
_MANNER = re.compile(r"م\w{3,5}ا|\wا\w\wا")  # مبتسما، ضاحكا
_DOUBLED = "\u0651"


def _compound(page: Page, number: int) -> bool:
    """Whether word `number` ends a compound of its own: the second part of `عبد الستار`, `نور الدين`."""
    return page.form(number) in COMPOUND or (page.form(number - 1) == "عبد" and page.article(number))


def _cut(page: Page, number: int, before: str, titled: bool) -> bool:
    """A family name in the shape of a verbal noun (`حسن باداو`): behind a given name, with the name closed after it."""
    form = page.form(number)
    return (
        (known.given(before) or (titled and nameable(before) and not everyday(before)))
        and form[0] not in "يتنسو"
        and len(form) > 3
        and not known.common(form)
        and (INFLECTED.fullmatch(form) is not None or (form.startswith("بال") and len(form) < 6))
        and not known.common(form[1:])
        and closed(page, number + 1)
    )


def _of_people(page: Page, number: int) -> bool:
    """A people's adjective, or one behind a definite noun, that closes a byname: `أبو الحسن الشركسي`."""
    form = page.form(number)
    named = known.nationality(form) is not None or page.article(number - 1)
    return page.article(number) and form.endswith("ي") and named and closed(page, number + 1)


def _follows(page: Page, first: int, number: int, titled: bool, joined: int) -> bool:
    """Whether word `number` carries on a name whose first word is `first`; `titled`, `joined`: as for `person`."""
    form, before = page.form(number), page.form(number - 1)
    if page.written(*page.words[number][:2])[-2:] in ("ًا", "اً"):
        return False  # `قال المدرب سامر الناجي مبتسماً: «…»`: how he said it
    if joined and number - 1 == first:
        before = before[joined:]
    so_far = number - first
    bound = _bound(page, number, before, so_far)
    if bound is not None:
        return bound
    if so_far == 1 and (_cut(page, number, before, titled) or trade(page, number, before)):
        return True
    if so_far > 1 and behind_ali(page, number):
        return True
    if form.endswith("ا") and known.nationality(form[:-1]) and before.endswith("ا") and not listed(form):
        return False  # `(اللاعب) جوازا صينيا`
    if goes_no_further(page, first, number) or of_another(page, number, so_far):
        return False  # `سالم بن نادر الأمين العام`
    if (titled and abroad(page, first, number)) or family_word(page, first, number, titled):
        return True
    if page.form(first) in ("ابو", "ام") and so_far == 2 and _of_people(page, number):
        return True
    by_words = everyday_part(page, first, number, before, titled)
    if by_words is not None:
        return by_words
    if titled and nisba(form) and sure(before, world=False):
        return True  # `الدكتور عبدالكريم الشرقي`
    if not nameable(form) or preposition(page, number) or _tells(page, number, so_far, titled):
        return False
    alone = so_far == 2 and page.form(first) == "عبد"  # `عبد الرحمن الحاج`
    if so_far > 1 and known.title(form) and not (alone or (form == "السيد" and listed(page.form(number + 1)))):
        return False
    if form[0] == "و" and not listed(form):
        return _own_waw(page, number, before, so_far, titled)
    if page.article(number):
        return _articled(page, first, number, before, titled)
    if so_far == 1 or listed(form):
        bare = not page.article(number - 1) or before in ARTICLED or latin(before)
        return bare or _compound(page, number - 1) or listed(form)
    return _unlisted(page, first, number, before, titled)


def _bound(page: Page, number: int, before: str, so_far: int) -> bool | None:
    """Whether word `number` is bound to the one before it or to the one behind it; None where neither binds it."""
    form = page.form(number)
    if before in BINDS:
        return form.isalpha() and len(form) > 1
    if before == "حمه" and listed(form):
        return True  # `دلشاد حمه أمين`
    if form in BINDS:
        joined_up = bool(page.form(number + 1)) and page.gap(number + 1) == " "
        return joined_up and not (form == "فان" and "إ" in page.written(*page.words[number][:2]))
    if form in ENDINGS:
        return True
    if form in FAITH and page.form(number + 1) == "الدين" and page.gap(number + 1) == " ":
        return True  # `عبد الغفور سراج الدين`
    if form == "رحمه" and page.written(*page.words[number][:2]) == form and page.form(number + 1) == "الله":
        return False  # `الملك سالم رحمه الله`
    if (before in FAITH and form == "الدين") or (form in _OF_GOD and before.removeprefix("ال") in _GODS):
        return True  # `عز الدين`, `رزق الله`
    lord = form == "السيد" and known.given(before) and page.gap(number + 1) == " " and father(page, number + 1)
    if so_far == 1 and (lord or known.PERSONS.get(form) is not None):
        return True  # `هناء السيد غريب`, `سامر يلدريم`
    after = page.form(number + 1) if page.gap(number + 1) == " " else ""
    if form in ARTICLED and known.common(form) and known.given(before) and (after in BINDS or listed(after)):
        return True  # `محمد الصديق بن فلان`
    if form[2:] in _GODS and form.startswith("ال") and page.form(number + 1) == "الله":
        return page.gap(number + 1) == " "  # `سالم الجار الله`
    return None


def _tells(page: Page, number: int, so_far: int, titled: bool) -> bool:
    """Whether a word of no list is a verb or a verbal noun, and so goes on with the sentence."""
    form = page.form(number)
    if listed(form):
        return False
    if so_far > 1 and _deed(page, number):
        return True  # `كاترين دوفران ترافقه`, `أحمد سالم مفاوضة`
    told = verb(form)
    if told is None or not told.row:
        return False
    if not told.alike and form.startswith(("سي", "ست")):
        return True  # `الوزير شكري سيطلع`
    marked = so_far > 1 and _DOUBLED in page.written(*page.words[number][:2])
    return marked or (not told.alike and (so_far > 1 or not titled))  # `نبيل عبد الله فنّد`


def _own_waw(page: Page, number: int, before: str, so_far: int, titled: bool) -> bool:
    """Whether the و of an unlisted word is its own: `جيلبير ويلاندو`."""
    form = page.form(number)
    behind = so_far == 1 and (known.given(before) or before == "علي")
    behind = behind and not page.written(*page.words[number][:2]).endswith("ه")  # `منصور وحلفائه`
    foreign = titled and len(form) > 5 and not (ordinary(form) or known.given(form[1:]) or known.place(form[1:]))
    foreign = foreign and closed(page, number + 1)
    alien = so_far == 1 and not (ordinary(before) or known.PERSONS.get(form[1:]) or known.surname(form[1:]))
    return (behind and (page.gap(number + 1)[:1] in tuple("،,:") or foreign)) or (foreign and (so_far == 2 or alien))


def _unlisted(page: Page, first: int, number: int, before: str, titled: bool) -> bool:
    """`_follows` for a third word or a later one that no list has; `سامر الراوي ضاحكا:` tells how he speaks."""
    form = page.form(number)
    if _MANNER.fullmatch(form) and page.gap(number + 1).strip()[:1] == ":":
        return False
    plain = titled or not known.everyday(page.form(first))  # `ديوان شكري`
    servant = _compound(page, number - 1) and not (titled and ordinary(form) and not closed(page, number + 1))
    bare = not page.article(number - 1) or before in ARTICLED  # `محمد الهادي كلجاب`
    if servant or (plain and bare and house(form, before)):
        return True
    foreign = not sure(page.form(first), world=False) or listed(page.form(number - 1)) is False
    if titled and foreign and not ordinary(form) and page.form(number + 1) in CLOSES:
        return True  # `مراد قره داغلي أن`
    return page.gap(number + 1).strip()[:1] in tuple('،,:"”»)') and page.gap(number + 1) != " "


def _deed(page: Page, number: int) -> bool:
    """Whether a word is a verb with its object, or a verbal noun: `ترافقه`, `مفاوضة`."""
    form, written = page.form(number), page.written(*page.words[number][:2])
    if written.endswith("ة"):
        return _VERBAL.fullmatch(form) is not None
    return written.endswith("ه") and form[0] in "يت" and len(form) > 4


def _articled(page: Page, first: int, number: int, before: str, titled: bool) -> bool:
    """`_follows` for a word with the article: a family name, or the end of a compound."""
    form, so_far = page.form(number), number - first
    compound = _compound(page, number - 1)
    if (
        page.article(number - 1)
        and not compound
        and so_far > 1
        and not known.surname(form)
        and page.form(number - 2) != "عبد"
    ):
        return False
    if form.endswith("يه") and not listed(form):
        return False  # `(مدينة الملك) فهد الرياضية`
    if known.surname(form) or (so_far == 1 and form.endswith("ي")):
        return True
    if known.everyday(form[2:]) and so_far > 1 and not compound and form != "الدين":
        return False  # `نهى كامل الجمهور`
    ends = closed(page, number + 1) or known.says(page.form(number + 1))
    if titled and so_far == 1 and ends and len(before) > 3 and not (everyday(before) or everyday(form[2:])):
        return True  # `الكاتبة ريناد الشهيل`
    unlisted = closed(page, number + 1) and not (ordinary(form) or known.place(form))
    if compound and (form.endswith("ي") or unlisted) and not known.nationality(form):
        return True  # `نور الدين الخياطي`, `عبد الستار الدعيرة قد`
    if known.given(page.form(first)) and nisba(form) and not known.nationality(form) and not ordinary(form):
        return True  # `جاسم مهودر السيماوي`
    bound = page.form(number - 2) in BINDS
    name_before = known.given(before) or before == "علي"
    if bound and not form.endswith("ه"):
        return (
            name_before
            or compound
            or (titled and ends)
            or (form.endswith("ي") and len(form) > 5 and not known.common(form))
        )
    third = known.given(page.form(number - 2)) and not (everyday(form[2:]) and not sure(before, world=False))
    return name_before and (so_far == 1 or form.endswith("ي") or third)


def initial(page: Page, number: int) -> bool:
    """Whether one letter with its point stands before what goes on with a name: `جيمس ر. ويتلي`, `جون إف. كين`."""
    form, after = page.form(number), page.form(number + 1)
    letter = (len(form) == 1 and form.isalpha()) or form in _LETTERS
    named = nameable(after) and not known.title(after) and (listed(after) or not page.article(number + 1))
    return letter and page.gap(number + 1) == ". " and named


def person(page: Page, first: int, *, titled: bool = False, joined: int = 0) -> int:
    """The number of the word after a person's name that begins at word `first`; `first` itself if none does.

    `titled`: a title stands before it, so that an everyday word may begin it where a known name part follows.
    `joined`: so many letters are written on its first word: و, بـ, ولـ.
    """
    form = page.form(first)[joined:]
    house = titled and form == "ال" and page.gap(first + 1) == " "  # `الشيخ آل عطية`
    if form in BINDS and not (house or form in ("ابو", "ام", "عبد", "ابن")):
        return first
    if speaks_for(page, first) and (ordinary(page.form(first + 1)) or not listed(page.form(first + 1))):
        return first  # `المتحدث باسم النادي`
    letter = len(form) == 1 and form not in "دا" and page.gap(first + 1) in (". ", ".")  # `د.` is a title
    several = letter and initial(page, first + 1)  # `ن. س. أورلوف`, `ن.س. أورلوف`
    letter = several or (letter and page.gap(first + 1) != ".")
    second = page.form(first + 1)
    foreign = form.endswith("ت") and nameable(second) and not ordinary(second)  # `قدرت يالجنكايا`
    byname = nisba(second) and known.nationality(second) is None and not ordinary(second)  # `صباح السيماوي`
    named = titled and known.word_and_name(form) and (listed(second) or second in ("عبد", "ال") or foreign or byname)
    named = named or (titled and sure(form, world=False) and nameable(second))
    named = named or (titled and sure(form, world=False) and form != "باسم" and closed(page, first + 1))
    named = named or (titled and second == "علي" and known.is_noun(form) and behind_ali(page, first + 2))
    named = named or from_abroad(page, first, form, titled)
    plain = known.word_and_name(form) or not (known.says(form) or known.binds(form))
    son = second in ("بن", "بنت", "ولد") and plain
    named = named or (son and len(form) > 2 and (titled or known.word_and_name(form) or known.everyday(form)))
    named = named or (form in FAITH and second == "الدين") or (form in _GODS and second in _OF_GOD)  # `عز الدين`
    if not (letter or named or house or nameable(form) or form in ("ابو", "ام", "عبد", "ابن")):
        return first
    if (form.startswith("و") and not (listed(form) or named)) or (not letter and preposition(page, first)):
        return first
    if form[0] in "بل" and not listed(form) and sure(form[1:], world=len(form) > 5):
        return first  # `(الحكم) بنادر الخياطي`
    if not listed(form) and form.endswith("ه") and page.written(*page.words[first][:2]).endswith("ه"):
        return first  # a noun with its owner's pronoun
    number = first + 1 + several
    most = MOST if page.form(first + 1) in BINDS or page.form(first + 2) in BINDS else _PLAIN_MOST
    opened = number if letter else 0
    while number - first < most and (page.gap(number) == " " or number == opened):
        if number != opened and initial(page, number):
            number += 2  # `جيمس ر. ويتلي`
            continue
        if number != opened and not _follows(page, first, number, titled, joined):
            break
        number += 1
    while number - 1 > first and page.form(number - 1) in BINDS:
        number -= 1
    return number

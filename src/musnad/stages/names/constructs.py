"""How far a body's name reaches: what it is of, its adjectives, what is joined to them, and what it is for."""

from __future__ import annotations

import re
from collections.abc import Mapping

from musnad.stages.names import extents, parts
from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import ordinary
from musnad.stages.names.words import Page

__all__ = ["HONOURED", "adjectives", "construct", "foreign", "further", "joined", "purpose"]

_MOST = 4  # nouns of a construct
_CLOSED = known.cues("constructs closed")
_WAW = known.cues("constructs waw")
HONOURED = known.cues("constructs honoured")
_NOT_FOR = known.cues("constructs not for")
_OF_PLACE = known.cues("constructs of place")
_TIMES = known.cues("constructs times")
_SIDES = known.cues("constructs sides")
_STYLES = known.cues("extents styles")  # `باسم القيادة العامة اللواء فلان`
_NO_FAMILY = known.cues("constructs no family")
_ADJECTIVES = known.cues("constructs adjectives")
_RANKS = known.cues("general ranks")
_SERVICES = known.cues("headed charges")
_FIELDS = known.cues("constructs fields")
_PEOPLE = re.compile(r"وال\w{3,}ين")


def construct(page: Page, first: int, places: Mapping[int, Found], how: str) -> int:
    """The number of the word after a construct that begins at word `first`; 0 if none does.

    Indefinite nouns up to a definite one or a proper name, its adjectives, what is joined to it, a لـ-phrase.
    """
    if page.form(first) in ("ابن", "ابو"):  # مستشفى ابن فلان
        return max(first + 2, extents.person(page, first)) if page.gap(first + 1) == " " else 0
    after = _nouns(page, first, places)
    if not after:
        return 0
    if not page.article(after - 1) or page.words[first].start in places:  # a proper name
        return further(page, adjectives(page, after, stately=False), places, how)
    if page.form(after - 1) in HONOURED and page.gap(after) == " ":  # جامعة الملك فلان
        after = max(after, _reigning(page, after))
    return further(page, joined(page, adjectives(page, after), how), places, how)


def _reigning(page: Page, first: int) -> int:
    """The word after a ruler's name at word `first`; a king without his father has one: `مستشفى الملك خالد سامي X`."""
    own = known.given(page.form(first)) and page.form(first) != "عبد"
    alone = page.form(first - 1) == "الملك" and own and page.form(first + 1) not in ("بن", "ال", "الثاني", "الاول")
    return first + 1 if alone else extents.person(page, first)


def _nouns(page: Page, first: int, places: Mapping[int, Found]) -> int:
    """The number of the word after the nouns of a construct; 0 where nothing closes it."""
    for number in range(first, first + _MOST):
        form = page.form(number)
        if not form or (number > first and page.gap(number) != " "):
            return 0
        other = places.get(page.words[number].start)
        if other is not None:
            return page.at(other.end)
        if number > first and _PRESENT.fullmatch(form):
            return 0
        owner = form.endswith("ه") and page.written(*page.words[number][:2]).endswith("ه")
        if owner and not form.startswith("ال"):
            return 0  # `اتحاد بلاده`
        if form.endswith(("ها", "هم", "هما", "دنا")) and len(form) > 4 and not form.startswith("ال"):
            return 0  # `لجنة مقرها X`, `مصلحة بلدنا`
        if form in _CLOSED or not form.isalpha() or _verb(form) or form.startswith(("بال", "لل")) or known.binds(form):
            return 0
        if (form.startswith("ال") and len(form) > 3) or foreign(form):
            return number + 1
        if form in _PLACES and number == first and page.gap(number + 1) == " " and not page.article(number + 1):
            second = page.form(number + 1)
            if parts.nameable(second, person=False) or second in _POINTS:
                return number + 2  # `نيابة باب شرقي`
        if page.form(number + 1).startswith("لل") and f"ال{page.form(number + 1)[2:]}" in _FIELDS and number == first:
            return number + 1  # `مركز مسارات للأبحاث`
        if page.form(number + 1).startswith("لل") and not parts.everyday(form) and parts.nameable(form):
            return number + 1  # `معهد كيوتو للشيخوخة`
        if form[0] == "و" and form not in _WAW:
            return 0
    return 0


_PLACES = known.cues("constructs places")
_POINTS = ("شرقي", "غربي", "شمالي", "جنوبي")
_PRESENT = re.compile(r"ي\w{3,4}|ت(?!جار|راث|مور)\w{3}")  # `جامعة نايف تبحث`


def _verb(form: str) -> bool:
    return known.says(form) and not known.common(form[1:])


# Prefixes and endings of Arabic nouns and verbs, and the commonest shapes of five letters.
_DERIVED = re.compile(r"[متياسنوفبلك].*|.*(?:ات|ون|ين|ان|ها|هم|اء|ه|ي)|..ا..|...(?:و|ي|ا).")
_ENDED = re.compile(r"(?:مست|است|وا|ول|وم|وت|وب).*|.*(?:ات|ون|ين|يه|ته|ها|هم|اء|نا)")


def foreign(form: str) -> bool:
    """Whether a folded word without an article can only be a foreign name: `جامعة ويندربروك`."""
    if len(form) < 5 or known.common(form) or known.given(form) or known.nationality(form):
        return False
    if len(form) > 7 or (len(form) == 7 and form[0] not in "اتيمنسوف"):
        return not (_ENDED.fullmatch(form) or known.common(form[1:]) or known.common(form[2:]))
    return parts.nameable(form) and not _DERIVED.fullmatch(form)


def adjectives(page: Page, number: int, *, stately: bool = True) -> int:
    """The number of the word after the definite adjectives that begin at word `number`, with or without a state's."""
    while page.gap(number) == " " and _is_adjective(page, number):
        form = page.form(number)
        if not stately and (known.nationality(form) or form.endswith("ين")):
            return number
        number += 1
    return number


def _is_adjective(page: Page, number: int) -> bool:
    """Whether a definite word behind a definite noun is its adjective, by its shape or by the list."""
    form = page.form(number)
    if not page.article(number) or form in _TIMES or known.says(form) or known.binds(form):
        return False
    if _of_a_person(page, number):
        return False  # `الكاتب العام لنقابة الخبازين المنصف الهرماسي`
    if form in _SIDES or form.endswith("تين") or form in _STYLES:
        return False  # `حثت جمعية الركاب الجانبين`: two are nothing of one body's
    if (
        form in _RANKS
        or form in _ADJECTIVES
        or form.endswith(("اء", "يه"))
        or any(known.describes(stem) for stem in _stems(form[2:]))
    ):
        return True
    family = known.surname(form) and form not in _NO_FAMILY
    return known.nationality(form) is not None or (form.endswith(("ي", "ين")) and not family)


def _of_a_person(page: Page, number: int) -> bool:
    """Whether a given name with the article and a family name behind it begin at word `number`."""
    family = page.form(number + 1) if page.gap(number + 1) == " " else ""
    listed = known.surname(family) and family not in _NO_FAMILY and not known.describes(family[2:])
    return known.given(page.form(number)) and (
        listed or (family.startswith("ال") and parts.nisba(family) and not ordinary(family))
    )


def _stems(word: str) -> tuple[str, ...]:
    return word, word.removesuffix("ه"), word.removesuffix("ين"), word.removesuffix("ات")


def joined(page: Page, number: int, how: str = "", *, stately: bool = True) -> int:
    """`(الغذاء) والدواء`, `(النقل) والخدمات البحرية`: a second field or, of a union, a second trade."""
    while page.gap(number) == " ":
        form = page.form(number)
        if (
            form[:1] == "و"
            and form[1:] in _SERVICES
            and form != "وشرطه"
            and page.gap(number + 1) == " "
            and page.article(number + 1)
        ):
            number = adjectives(page, number + 2, stately=stately)  # `(للأرصاد) وحماية البيئة`
            continue
        if form[:1] != "و" or not (form[1:] in _FIELDS or (how == "union" and _PEOPLE.fullmatch(form))):
            return number
        number = adjectives(page, number + 1, stately=stately)
    return number


def further(page: Page, number: int, places: Mapping[int, Found], how: str) -> int:
    """What a body is for or of, behind its construct: `للزلازل`, `لحقوق الإنسان`, `لولاية X`, `بأسوان`."""
    form = page.form(number)
    if page.gap(number) != " ":
        return number
    if form in _WITH and page.form(number + 1) == _WITH[form]:
        return _against(page, number + 2) or number
    if how == "chamber" and form == "وريفها":
        return number + 1  # `غرفة صناعة دمشق وريفها`
    if form.startswith("لل") and len(form) > 4 and form not in _NOT_FOR and not _deed(form):
        return _by_means(page, joined(page, adjectives(page, number + 1, stately=False), stately=False))
    if form in _STUDIES and page.gap(number + 1) == " " and (after := _nouns(page, number + 1, places)):
        return adjectives(page, after, stately=False)  # `معهد الرافدين لدراسات المياه`
    if form == "لحقوق" or form in _OF_PLACE:
        return number + 2 if page.gap(number + 1) == " " else number
    word = page.words[number]
    if form == "بجامعه" and page.gap(number + 1) == " ":  # `كلية الطب بجامعة X`
        university = places.get(word.start + 1)
        if university is not None:
            return page.at(university.end)
        return construct(page, number + 1, places, "within") or number
    if form in ("في", "فى", "بغرفه") and how in ("council", "charge"):
        chamber = number if form == "بغرفه" else number + 1
        other = places.get(page.words[chamber + 1].start) if page.form(chamber + 1) else None
        if page.form(chamber).removeprefix("ب") != "غرفه" or page.gap(chamber + 1) != " ":
            return number
        if other is not None and other.type == "GPE":
            return adjectives(page, page.at(other.end), stately=False)
        part = page.article(chamber + 1) and page.form(chamber + 1).endswith("يه")  # `غرفة الشرقية`
        return chamber + 2 if part and other is None else number
    if form in ("في", "فى") and page.form(number + 1) and how == "court":
        other = places.get(page.words[number + 1].start)
        return page.at(other.end) if other and other.type == "GPE" else number
    if how == "court" and form in _CITY_STATES:
        return number + 1 + (page.form(number + 1) == "العاصمه")  # `محكمة الاستئناف بتونس`
    other = places.get(word.start + 1)
    town = other is not None and (
        (other.type == "GPE" and not other.rule.startswith("names/states"))
        or (how == "council" and other.type == "ORG" and other.kind == "official_body")
    )
    return page.at(other.end) if form[0] == "ب" and other is not None and town else number


_STUDIES = ("لدراسات", "لابحاث", "لبحوث", "لاستشارات")
_CITY_STATES = ("بتونس", "بالجزائر", "بالكويت", "بجيبوتي")


def _against(page: Page, number: int) -> int:
    """The word after what a body works on, behind a preposition: `(للدفاع عن) حقوق المعلمين`; 0 if it is not there."""
    if not page.article(number) and page.gap(number + 1) == " " and not known.binds(page.form(number)):
        number += 1
    return joined(page, adjectives(page, number + 1, stately=False), stately=False) if page.article(number) else 0


_WITH = {
    "للرقابه": "علي",
    "للاشراف": "علي",
    "للدفاع": "عن",
    "للكشف": "عن",
    "للتخفيف": "من",
    "للحد": "من",
    "للوقايه": "من",
}
_DEED = re.compile(r"لل(?:ان\w+ا\w|است\w+ا\w|تحرك|تدخل|توقف|تراجع|ضغط|قيام|سماح|افراج)")


def _deed(form: str) -> bool:
    """Whether a لـ-phrase says what is done and not what a body is for: `للانسحاب`, not `للانتخابات`."""
    return _DEED.fullmatch(form) is not None and f"ال{form[2:]}" not in _FIELDS


def purpose(page: Page, number: int, places: Mapping[int, Found]) -> int:
    """The number of the word after what a definite body is for (`للغابات`, `لكرة القدم`), or `number` itself."""
    form = page.form(number)
    if page.gap(number) != " " or form[:1] != "ل" or len(form) < 3 or form in _NOT_FOR or form in _OF_PLACE:
        return number
    after = number + 1
    if form in _WITH and page.form(after) == _WITH[form]:
        return _against(page, after + 1) or number
    if not form.startswith("لل"):
        if known.nationality(form[1:]) or places.get(page.words[number].start + 1) is not None:
            return number
        after = _nouns(page, number + 1, places) if page.gap(number + 1) == " " else 0
        if not after or page.words[after - 1].start in places:
            return after or number
    return _by_means(page, joined(page, adjectives(page, after, stately=False), stately=False))


_MEANS = known.cues("constructs means")


def _by_means(page: Page, number: int) -> int:
    """`(للنقل) بالسكك الحديدية`: with what, behind what a body is for."""
    if page.form(number) == "الحديد" and page.form(number - 1).endswith("سكك") and page.gap(number) == " ":
        return number + 1  # `للسكك الحديد`
    means = page.gap(number) == " " and page.form(number) in _MEANS
    return adjectives(page, number + 1, stately=False) if means else number

"""Places whose name begins with the word for their kind: `نهر X`, `جسر الملك فلان`, `شارع الجامعة` in a known town."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.names import constructs, extents, parts
from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import inflected, ordinary
from musnad.stages.names.words import Page

__all__ = ["behind"]


def behind(page: Page, hit: Hit, number: int, places: Mapping[int, Found]) -> int:
    """A place behind a word that is part of its name: `جسر الملك فلان`, `منفذ الحديثة`."""
    first, form = number + 1, page.form(number + 1)
    if _no_place(page, hit, number, places):
        return 0
    if form in constructs.HONOURED and page.gap(first + 1) == " ":  # `جسر الملك فلان`
        after = extents.person(page, first + 1)
        if after > first + 1:
            return constructs.adjectives(page, after, stately=False)
    if page.words[first].start in places and page.form(number).endswith(_FACILITIES):
        after = page.at(places[page.words[first].start].end)
        after += page.gap(after) == " " and page.form(after) in _RANKED
        return after
    if page.form(number).endswith("محطه"):  # `محطة زابوريجيا النووية`, and no other
        place = places.get(page.words[first].start)
        after = page.at(place.end) if place else first + 1
        return after + 1 if page.form(after) in _STATIONS else 0
    if page.form(number).endswith(("قاعده", "سجن")):  # `قاعدة البيانات` is no place
        second = page.form(first + 1)
        foreign = _proper(form) and not ordinary(form) and page.gap(first + 1) == " " and parts.nameable(second)
        foreign = foreign and not ordinary(second) and len(form) < 5
        if constructs.foreign(form) and not page.form(number).endswith("قاعده"):
            return first + 1  # `سجن ليفورتانو`
        return first + 2 if foreign else 0
    if form in extents.BINDS and page.gap(first + 1) == " " and page.form(first + 1).isalpha():
        return first + 2  # `معبر أبو فلان`
    if page.article(first) and page.form(number).endswith(_IN_TOWNS) and _in_town(page, first + 1, places):
        return first + 1  # `شارع الجامعة بالموصل`
    if (
        page.words[first].start in places
        or (form.endswith("ه") and not form.startswith("ال"))
        or known.nationality(form)
        or known.common(form)
    ):
        return 0
    if form in _PARTS and page.gap(first + 1) == " " and not known.binds(page.form(first + 1)):
        return first + 2  # `سد وادي المرج`
    passage = page.form(number).endswith(("منفذ", "معبر")) and (page.article(first) or known.given(form))
    if passage and not form.endswith(("ي", "يه", "ات", "ين")):
        return first + 1  # `منفذ الحديثة`
    square = page.form(number).endswith(_OF_SQUARES) and form in _SQUARES
    if square:
        return first + 1
    named = page.article(first) and form not in _AREAS and not form.endswith(("يه", "ين"))
    if named and (page.form(number).endswith("شارع") or _mosque(page, number)):
        return first + 1  # `شارع المرايا`, `(في) جامع السنابل`
    if form.startswith("ال") and page.form(number).endswith(_PLAIN) and known.everyday(form[2:]):
        return 0  # `سد العجز`, `ساحة الصراع`
    whole = page.reading[hit.start : page.words[first].end]
    lone = known.given(form) and page.reading.count(whole) > 1 and not parts.listed(page.form(first + 1))
    if not (_proper(form) or form.startswith("ال") or lone):
        return 0
    second = page.form(first + 1)
    more = page.gap(first + 1) == " " and known.surname(second) and not form.startswith("ال") and not ordinary(second)
    return first + 1 + more


def _no_place(page: Page, hit: Hit, number: int, places: Mapping[int, Found]) -> bool:
    """Whether a word for a kind and the next are an idiom or a common noun: `الكرة في ملعب X`, `جسر المشاة`."""
    head, form = page.form(number), page.form(number + 1)
    if page.form(number - 2) == "الكره" and head == "ملعب":
        return True
    if f"{page.reading[hit.start : hit.end]} {form}" in _PAIRS:
        return True
    if form[:1] in ("ب", "ل") and known.place(form[1:]) and not known.place(form):
        return True  # `في سجن بطرابلس`
    place = places.get(page.words[number + 1].start)
    if place is not None and place.rule.startswith("names/states") and head.endswith("معسكر"):
        return True  # `خلال معسكر النمسا`
    if head.endswith("سوق") and len(form) < 4 and ordinary(form):
        return True  # `سوق حر`
    return head == "ساحه" and page.form(number - 1).lstrip("و") in ("برا", "تبرئه", "براءه", "تبرئ")  # `برأ ساحة X`


def _mosque(page: Page, number: int) -> bool:
    """Whether a mosque stands where something is: `في جامع X`, `إمام مسجد X`, not `حل جامع`."""
    before = page.form(number - 1).lstrip("و")
    return page.form(number) in ("جامع", "مسجد", "بجامع", "بمسجد") and (before in _WHERE or page.form(number)[0] == "ب")


def _in_town(page: Page, number: int, places: Mapping[int, Found]) -> bool:
    """Whether a known town stands behind a preposition: `(شارع الجامعة) بالموصل`."""
    if page.gap(number) != " " or not page.form(number):
        return False
    inside = page.form(number) in ("في", "فى") and page.form(number + 1)
    town = places.get(page.words[number + 1].start if inside else page.words[number].start + 1)
    hung = inside or page.form(number)[0] == "ب"
    return bool(hung) and town is not None and town.type == "GPE" and not town.rule.startswith("names/states")


def _proper(form: str) -> bool:
    if form.endswith("ي") and inflected(form[:-1]):
        return False  # `سد ترابي`
    return parts.nameable(form) and not form.startswith(("ال", "و")) and not known.given(form)


_PAIRS = known.cues("headed common pairs")
_AREAS = known.cues("headed areas") | known.cues("features areas")
_WHERE = ("في", "فى", "من", "الي", "قرب", "امام", "خطيب", "ساحه", "باحه", "داخل", "محيط")
_PARTS = ("وادي", "عين", "راس", "تل", "جبل")
_OF_SQUARES = ("ساحه", "ميدان", "جسر")
_IN_TOWNS = ("شارع", "ملعب", "ساحه", "ميدان", "سوق", "جسر")
_PLAIN = ("سد", "جبال", "بركان", "مقبره", "ساحه", "حقل", "شارع", "سوق", "معسكر", "كنيسه", "جامع", "مسجد")
_FACILITIES = (
    "مطار",
    "ميناء",
    "قاعده",
    "مخيم",
    "مرفا",
    "معبر",
    "مصفاه",
    "مصفي",
    "سجن",
    "جسر",
    "حقل",
    "سهل",
    "وادي",
    "ساحه",
    "ملعب",
    "شارع",
    "معسكر",
)  # `مطار بغداد الدولي` is no town
_RANKED = ("الدولي", "الجديد", "الدوليه", "الاسلامي", "التجاري", "النفطي", "الشمالي", "الجنوبي")
_STATIONS = ("النوويه", "الكهرباييه", "الكهربائيه", "الحراريه", "الكهرومائيه", "الفضائيه")
_SQUARES = known.cues("headed squares")

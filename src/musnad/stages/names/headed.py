"""Names behind a word for what they name: `صحيفة «X»`, `نقابة X`, `نهر X`, `بلدة X`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from musnad.doc import Doc, Hit
from musnad.stages.names import apart, constructs, extents, parts, ranges, towns
from musnad.stages.names import knowledge as known
from musnad.stages.names.composed import english
from musnad.stages.names.enough import enough
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import inflected, ordinary
from musnad.stages.names.words import CLOSING, OPENING, Page
from musnad.verbs import verb as verb_of

__all__ = ["OUTLET_TAILS", "find"]

_LONGEST = 6  # words of an unknown name
_SAME_LINE = 2  # words that may stand between a word for a kind and the quotation mark


def find(doc: Doc, page: Page, places: Mapping[int, Found], types: Collection[str]) -> Iterator[Found]:
    """Unknown bodies, outlets and places of `types`. `places` are the names found so far, by their start."""
    longest = {hit.end: hit for hit in reversed(doc.hits[known.HEADS.name])}  # `كتلة` is no `تلة` with كـ
    for hit in longest.values():
        if hit.row["type"] not in types or (hit.start in places and places[hit.start].end > hit.end):
            continue  # `قناة السويس` is no outlet
        number = page.holding(hit.end - 1)
        word = page.words[number]
        owned = (
            word.form.endswith("ه") and page.written(word.start, word.end).endswith("ه") and "ه" not in hit.row["form"]
        )
        if word.end != hit.end or owned:
            continue  # another word, or one with its owner's pronoun: `مكتبه`
        if word.form.endswith("ادي") and page.written(word.start, word.end).endswith("ى"):
            continue  # `وأدى` is no `وادي`
        if hit.row["how"] == "city" and page.form(number - 1) in _MAYORS:
            yield from towns.governed(page, number + 1, places)
            continue
        yield from _fenced(page, hit, number) or _quoted(page, hit, number) or _plain(page, hit, number, places)


def _found(page: Page, hit: Hit, start: int, after: int) -> Found:
    row = hit.row
    whole = page.reading[hit.start : page.words[after - 1].end]
    seat = known.SEATS.get(whole)
    entity = (english(whole) or (seat["entity"] if seat else None)) if start == hit.start else None
    rule = known.RULES["quoted" if start != hit.start and page.reading[start - 1] in OPENING else row["how"]].name
    kind = row["kind"] or None
    if page.form(page.holding(hit.end - 1) + 1) in _KINDS.get(row["form"], ()):
        kind = "organization" if kind == "official_body" else "official_body"
    weight = 2 if rule.endswith("quoted") and row["type"] == "OUTLET" else 1
    return Found(start, page.words[after - 1].end, row["type"], rule, entity, kind=kind, weight=weight)


def _fenced(page: Page, hit: Hit, number: int) -> list[Found]:
    """A body that quotation marks fence off together with the word for its kind: «لواء الفجر»."""
    first = page.holding(hit.start)
    if (
        not (
            hit.row["type"] == "ORG"
            or (hit.row["type"] == "OUTLET" and hit.row["how"] == "within")
            or hit.row["form"] == "طريق"
        )
        or hit.row["form"] == "سهم"
        or first != number
        or page.gap(first)[-1:] not in OPENING
        or page.gap(first)[-1:] in " "
    ):
        return []
    for after in range(number + 1, number + _LONGEST):
        gap = page.gap(after)
        if gap[:1] in CLOSING and gap[:1].strip():
            named = page.article(after - 1) or not (
                known.common(page.form(after - 1)) or page.form(after - 1)[-1] == "ه"
            )
            return [_found(page, hit, hit.start, after)] if named and after > number + 1 else []
        if gap != " " or known.says(page.form(after)) or known.binds(page.form(after)):
            return []
    return []


def _quoted(page: Page, hit: Hit, number: int) -> list[Found]:
    """The name in quotation marks right behind the word, or behind its adjective or what it is for."""
    first = number + 1
    aside = page.gap(first) == " " and hit.row["how"] == "apart" and not page.article(number) and _aside(page, first)
    first += aside
    opening = page.gap(first).strip(" ")
    if not opening or opening[-1] not in OPENING or len(opening) > 1:
        return []
    for after in range(first + 1, first + _LONGEST):
        gap = page.gap(after)
        if gap[:1] in CLOSING and gap[:1].strip():
            verb = after == first + 1 and known.says(page.form(first)) and (aside or hit.row["type"] != "OUTLET")
            words = [page.form(n) for n in range(first, after)]
            told = verb_of(words[0]) if hit.row["type"] in ("GPE", "LOC") else None
            verb = (
                verb
                or (told is not None and not told.alike and len(words) > 1)
                or words[0].endswith(("ها", "هم"))
                or (aside and any(known.binds(form) for form in words))
            )
            return [] if verb else [_found(page, hit, page.words[first].start, after)]
        if gap not in (" ", "  ", "-"):
            return []
    return []


def _plain(page: Page, hit: Hit, number: int, places: Mapping[int, Found]) -> list[Found]:
    how = hit.row["how"]
    first = number + 1
    if how == "quoted" or page.gap(first) != " ":
        return []
    form = page.form(first)
    if how == "apart" and page.reading[hit.start : hit.end] in ("شبكه", "بنك", "مصرف", "نادي"):
        whole = ranges.find(page, hit, first, places)
        if whole is not None:
            return [whole]
    if how == "apart":
        if hit.row["type"] in ("GPE", "LOC"):
            return list(towns.behind(page, hit, first, places))
        name = apart.behind(page, hit, first, places)
        return [_found(page, hit, *name)] if name else []
    if how == "feature" and form in OUTLET_TAILS:  # `جزيرة برس` is a newsroom, no island
        return []
    if how == "feature":
        return _feature(page, hit, number, places)
    own = ranges.find(page, hit, first, places)
    if own is not None:
        return [own]
    if how in _WITHIN and page.reading[hit.start : hit.end] in _SEATED and page.words[first].start not in places:
        after = _house(page, first)
        after = constructs.further(page, after, places, how) if after else 0
        if after:
            return [_found(page, hit, hit.start, after)]
    if how in _WITHIN:
        after = constructs.construct(page, first, places, how)
        placed = page.words[first].start in places
        if page.form(number).endswith("مكتب") and after and page.form(first).removeprefix("ال") in _CHARGES:
            seat = (
                places.get(page.words[after + 1].start)
                if page.form(after) in ("في", "فى") and page.form(after + 1)
                else None
            )
            if seat is not None and seat.type == "GPE":  # `مكتب الهجرة في X`
                return [_found(page, hit, hit.start, page.at(seat.end))]
        head = page.reading[hit.start : hit.end]
        return [_found(page, hit, hit.start, after)] if after and enough(page, first, after, how, head, placed) else []
    return []


def _feature(page: Page, hit: Hit, number: int, places: Mapping[int, Found]) -> list[Found]:
    """A place behind a word that is part of its name: `جسر الملك فلان`, `منفذ الحديثة`."""
    first, form = number + 1, page.form(number + 1)
    if page.form(number - 2) == "الكره" and page.form(number) == "ملعب":
        return []  # `الكرة في ملعب دمشق`
    if f"{page.reading[hit.start : hit.end]} {form}" in _PAIRS:
        return []  # `جسر المشاة`
    if form in constructs.HONOURED and page.gap(first + 1) == " ":  # `جسر الملك فلان`
        after = extents.person(page, first + 1)
        if after > first + 1:
            return [_found(page, hit, hit.start, constructs.adjectives(page, after, stately=False))]
    if page.words[first].start in places and page.form(number).endswith(_FACILITIES):
        after = page.at(places[page.words[first].start].end)
        after += page.gap(after) == " " and page.form(after) in _RANKED
        return [_found(page, hit, hit.start, after)]
    if page.form(number).endswith("محطه"):  # `محطة زابوريجيا النووية`, and no other
        place = places.get(page.words[first].start)
        after = page.at(place.end) if place else first + 1
        return [_found(page, hit, hit.start, after + 1)] if page.form(after) in _STATIONS else []
    if page.form(number).endswith(("قاعده", "سجن")):  # `قاعدة البيانات` is no place
        second = page.form(first + 1)
        foreign = _proper(form) and not ordinary(form) and page.gap(first + 1) == " " and parts.nameable(second)
        foreign = foreign and not ordinary(second) and len(form) < 5
        if constructs.foreign(form) and not page.form(number).endswith("قاعده"):
            return [_found(page, hit, hit.start, first + 1)]  # `سجن ليفورتانو`
        return [_found(page, hit, hit.start, first + 2)] if foreign else []
    if form in extents.BINDS and page.gap(first + 1) == " " and page.form(first + 1).isalpha():
        return [_found(page, hit, hit.start, first + 2)]  # `معبر أبو فلان`
    if (
        page.words[first].start in places
        or (form.endswith("ه") and not form.startswith("ال"))
        or known.nationality(form)
        or known.common(form)
    ):
        return []
    if form in _PARTS and page.gap(first + 1) == " " and not known.binds(page.form(first + 1)):
        return [_found(page, hit, hit.start, first + 2)]  # `سد وادي المرج`
    passage = page.form(number).endswith(("منفذ", "معبر")) and (page.article(first) or known.given(form))
    if passage and not form.endswith(("ي", "يه", "ات", "ين")):
        return [_found(page, hit, hit.start, first + 1)]  # `منفذ الحديثة`
    square = page.form(number).endswith(_OF_SQUARES) and form in _SQUARES
    if square:
        return [_found(page, hit, hit.start, first + 1)]
    if form.startswith("ال") and page.form(number).endswith(_PLAIN) and known.everyday(form[2:]):
        return []  # `سد العجز`, `ساحة الصراع`
    if not (_proper(form) or form.startswith("ال")):
        return []
    second = page.form(first + 1)
    more = page.gap(first + 1) == " " and known.surname(second) and not form.startswith("ال") and not ordinary(second)
    return [_found(page, hit, hit.start, first + 1 + more)]


def _house(page: Page, first: int) -> int:
    """The word after an unlisted name or a person's behind a university or hospital (`جامعة أوبسالا`); 0 if none is."""
    form = page.form(first)
    if page.article(first) or not parts.nameable(form) or ordinary(form) or known.nationality(form):
        return 0
    if form[0] in "وف" and not parts.listed(form):
        return 0
    after = first + 1
    if known.given(form) or known.word_and_name(form):
        whole = extents.person(page, first)
        unsure = whole > after and ordinary(page.form(after)) and not extents.closed(page, whole)
        after = after if unsure else max(after, whole)
    elif page.gap(after) == " " and known.surname(page.form(after)) and not ordinary(page.form(after)):
        after += 1
    return constructs.adjectives(page, after, stately=False)


def _proper(form: str) -> bool:
    if form.endswith("ي") and inflected(form[:-1]):
        return False  # `سد ترابي`
    return parts.nameable(form) and not form.startswith(("ال", "و")) and not known.given(form)


def _aside(page: Page, number: int) -> bool:
    """Whether one describing word stands before a quotation mark: `شركة الأبحاث «X»`, `صحيفة محلية «X»`."""
    form, quoted = page.form(number), page.form(number + 1)
    describes = page.article(number) or known.describes(form) or known.nationality(form) is not None
    return describes and page.gap(number + 1)[-1:] in OPENING and not (known.says(quoted) or known.binds(quoted))


_MAYORS = known.cues("headed mayors")  # `رئيس بلدية X` is a title, and X the town
# What makes a council the people's own, and a centre the state's: `مجلس وجهاء X`, `مركز عمليات X`.
_KINDS = {"مجلس": known.cues("headed councils of people"), "مركز": known.cues("headed centres of state")}
OUTLET_TAILS = known.cues("headed outlet tails")


_PAIRS = known.cues("headed common pairs")
_PARTS = ("وادي", "عين", "راس", "تل", "جبل")
_OF_SQUARES = ("ساحه", "ميدان", "جسر")
_PLAIN = ("سد", "جبال", "بركان", "مقبره", "ساحه", "حقل", "شارع", "سوق", "معسكر", "كنيسه", "جامع")
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
_SERVICES = known.cues("headed charges")
_FIELDS = known.cues("constructs fields")
_CHARGES = _SERVICES | {field.removeprefix("ال") for field in known.cues("constructs fields")}
_SQUARES = known.cues("headed squares")
_SEATED = known.cues("headed seated")
_WITHIN = frozenset(("army", "brigade", "chamber", "charge", "city", "council", "court", "forces", "union", "within"))

"""Names behind a word for what they name: `صحيفة «X»`, `نقابة X`, `نهر X`, `بلدة X`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from musnad.doc import Doc, Hit
from musnad.stages.names import apart, constructs, extents, towns
from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import ordinary
from musnad.stages.names.words import CLOSING, OPENING, Page

__all__ = ["OUTLET_TAILS", "clans", "find", "told"]

_LONGEST = 6  # words of an unknown name
_SAME_LINE = 2  # words that may stand between a word for a kind and the quotation mark


def find(doc: Doc, page: Page, places: Mapping[int, Found], types: Collection[str]) -> Iterator[Found]:
    """Unknown bodies, outlets and places of `types`. `places` are the names found so far, by their start."""
    longest = {hit.end: hit for hit in reversed(doc.hits[known.HEADS.name])}  # `كتلة` is no `تلة` with كـ
    for hit in longest.values():
        if hit.row["type"] not in types:
            continue
        number = page.holding(hit.end - 1)
        word = page.words[number]
        owned = (
            word.form.endswith("ه") and page.written(word.start, word.end).endswith("ه") and "ه" not in hit.row["form"]
        )
        if word.end != hit.end or owned:
            continue  # another word, or one with its owner's pronoun: `مكتبه`
        if word.form.endswith("ادي") and page.written(word.start, word.end).endswith("ى"):
            continue  # `وأدى` is no `وادي`
        yield from _fenced(page, hit, number) or _quoted(page, hit, number) or _plain(page, hit, number, places)


def clans(page: Page) -> Iterator[Found]:
    """`آل فلان`, `البو فلان`: a clan. Where the words end a person's name, that is longer, and wins."""
    for number, word in enumerate(page.words):
        bare = word.form.lstrip("ول") if word.form.endswith("بني") else word.form.lstrip("ولب")
        written = page.written(word.start, word.end)
        tribe = bare in ("بني", "بنو") and not written.endswith("ى") and page.forms & _TRIBES
        if (tribe or bare == "البو" or (bare == "ال" and "آل" in page.written(word.start, word.end))) and page.gap(
            number + 1
        ) == " ":
            after = page.words[number + 1]
            if known.common(after.form) or page.form(number - 1).startswith("ال"):
                continue
            yield Found(word.end - len(bare), after.end, "ORG", known.RULES["clan"].name, kind="organization", weight=1)


_TRIBES = known.cues("headed tribes")


def told(page: Page) -> Iterator[Found]:
    """`قال لـ«X» إن`: who is told in quotation marks is an outlet; `أعلنت «X» أن`: who tells in them is a body."""
    for match in _TOLD.finditer(page.reading):
        name = match["name"]
        if not known.common(name.split(" ")[0]) or (" " in name and _tells(page, match.start())):
            yield Found(*match.span("name"), "OUTLET", known.RULES["told"].name, kind="outlet", weight=1)
    yield from _at(page)
    for match in _ACTS.finditer(page.reading):
        if match["verb"] in _SAYS and not known.common(match["name"].split(" ")[0]):
            yield _teller(*match.span("name"), known.OUTLETS.get(match["name"]), publishes=False)
    for match in _TELLS.finditer(page.reading):
        number = page.holding(match.start("verb"))
        verb = page.form(number).lstrip("وف")
        first = match["name"].split(" ")[0]
        foreign = first in _ARTICLES and " " in match["name"]
        person = known.surname(first) or known.given(first) or first.endswith("ي")
        if verb not in _TELLERS or verb in _OF_ROOT or known.says(first) or person or first.startswith("لل"):
            continue
        if foreign or not known.binds(first):
            yield _teller(*match.span("name"), known.OUTLETS.get(match["name"]), verb in _PUBLISHES)


def _at(page: Page) -> Iterator[Found]:
    """`لدى «X»`: where somebody works."""
    for match in _WORKS.finditer(page.reading):
        if not known.common(match["name"].split(" ")[0]):
            yield _teller(*match.span("name"), known.OUTLETS.get(match["name"]), publishes=False)


_WORKS = re.compile(r"(?<![^\W_])لدي [«“\"](?P<name>[^\W\d_]{3,}(?: [^\W\d_]+){0,3})[»”\"]")


def _teller(start: int, end: int, outlet: Mapping[str, str] | None, publishes: bool) -> Found:
    rule = known.RULES["tells"].name
    if outlet is None and publishes:
        return Found(start, end, "OUTLET", rule, kind="outlet", weight=0)
    if outlet is not None:
        return Found(start, end, "OUTLET", rule, outlet["entity"], outlet["kind"], weight=0)
    return Found(start, end, "ORG", rule, kind="organization", weight=0)


def _tells(page: Page, position: int) -> bool:
    """Whether one of the eight words before a position is of telling: `في تصريح لـ«X»`."""
    number = page.at(position)
    return any(known.says(page.form(n)) or page.form(n).lstrip("وبفل") in _TELLING for n in range(number - 9, number))


_ARTICLES = known.cues("headed foreign articles")
_TELLERS = known.cues("bodies says") | known.cues("people speaks") | known.cues("headed publishes")
_TELLERS |= known.cues("headed tells")
_SAYS = known.cues("headed says")
_OF_ROOT = ("لفت", "التفت", "ثبت", "اثبت", "بات", "مات", "فات")  # no feminine ending
_PUBLISHES = known.cues("headed publishes")
_TELLING = known.cues("headed telling")
_TOLD = re.compile(r"(?<=ل)[«“\"](?P<name>[^\W\d_]+(?: [^\W\d_]+){0,2})[»”\"] ?(?=ان |انه |انها |:|، |,)")
_ACTS = re.compile(r"[«“\"](?P<name>[^\W\d_]{3,}(?: [^\W\d_]+){0,2})[»”\"] (?P<verb>ت[^\W\d_]{2,})")
_TELLS = re.compile(r"(?P<verb>[^\W\d_]{3,}ت) [«“\"](?P<name>[^\W\d_]{2,}(?: [^\W\d_]+){0,3})[»”\"]")


def _found(page: Page, hit: Hit, start: int, after: int) -> Found:
    row = hit.row
    entity = None
    if row["how"] == "city" and after == page.holding(hit.end - 1) + 2:
        place = known.PLACES.get(page.reading[page.words[after - 1].start : page.words[after - 1].end])
        entity = f"{place['entity']} Municipality" if place else None
    rule = known.RULES["quoted" if start != hit.start and page.reading[start - 1] in OPENING else row["how"]].name
    return Found(start, page.words[after - 1].end, row["type"], rule, entity, kind=row["kind"] or None, weight=1)


def _fenced(page: Page, hit: Hit, number: int) -> list[Found]:
    """A body that quotation marks fence off together with the word for its kind: «لواء الفجر»."""
    first = page.holding(hit.start)
    if (
        hit.row["type"] != "ORG"
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
            verb = after == first + 1 and known.says(page.form(first))  # «كان» is a word quoted, no name
            words = [page.form(n) for n in range(first, after)]
            verb = verb or words[0].endswith(("ها", "هم")) or (aside and any(known.binds(form) for form in words))
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
    if how == "apart":
        if hit.row["type"] in ("GPE", "LOC"):
            return list(towns.behind(page, hit, first, places))
        name = apart.behind(page, hit, first, places)
        return [_found(page, hit, *name)] if name else []
    if how == "feature" and form in OUTLET_TAILS:  # `جزيرة برس` is a newsroom, no island
        return []
    if how == "feature":
        if form in constructs.HONOURED and page.gap(first + 1) == " ":  # `جسر الملك فلان`
            after = extents.person(page, first + 1)
            if after > first + 1:
                return [_found(page, hit, hit.start, constructs.adjectives(page, after, stately=False))]
        if page.words[first].start in places and page.form(number).endswith(_FACILITIES):
            after = page.at(places[page.words[first].start].end)
            after += page.gap(after) == " " and page.form(after) in _RANKED
            return [_found(page, hit, hit.start, after)]
        if page.form(number).endswith(("قاعده", "سجن")):  # `قاعدة البيانات` is no place
            return []
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
        square = page.form(number).endswith(_OF_SQUARES) and form in _SQUARES
        if square:
            return [_found(page, hit, hit.start, first + 1)]
        if form.startswith("ال") and page.form(number).endswith(_PLAIN) and known.everyday(form[2:]):
            return []  # `سد العجز`, `ساحة الصراع`
        if not (_proper(form) or form.startswith("ال")):
            return []
        second = page.form(first + 1)
        more = (
            page.gap(first + 1) == " " and known.surname(second) and not form.startswith("ال") and not ordinary(second)
        )
        return [_found(page, hit, hit.start, first + 1 + more)]
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
        return [_found(page, hit, hit.start, after)] if after and _enough(page, first, after, how, head, placed) else []
    return []


def _house(page: Page, first: int) -> int:
    """The word after an unlisted name or a person's behind a university or hospital (`جامعة أوبسالا`); 0 if none is."""
    form = page.form(first)
    if page.article(first) or not extents.nameable(form) or ordinary(form) or known.nationality(form):
        return 0
    if form[0] in "وف" and not extents.listed(form):
        return 0
    after = first + 1
    if known.given(form) or known.word_and_name(form):
        after = max(after, extents.person(page, first))
    elif page.gap(after) == " " and known.surname(page.form(after)) and not ordinary(page.form(after)):
        after += 1
    return constructs.adjectives(page, after, stately=False)


def _proper(form: str) -> bool:
    return extents.nameable(form) and not form.startswith(("ال", "و")) and not known.given(form)


def _aside(page: Page, number: int) -> bool:
    """Whether one describing word stands before a quotation mark: `شركة الأبحاث «X»`, `صحيفة محلية «X»`."""
    form, quoted = page.form(number), page.form(number + 1)
    describes = page.article(number) or known.describes(form) or known.nationality(form) is not None
    return describes and page.gap(number + 1)[-1:] in OPENING and not (known.says(quoted) or known.binds(quoted))


OUTLET_TAILS = known.cues("headed outlet tails")


def _enough(page: Page, first: int, after: int, how: str, head: str, placed: bool) -> bool:
    """Whether a construct is a name and not a common noun. `placed`: a known place is its first word."""
    size = after - first
    form = page.form(first)
    if size == 1 and f"{head} {form}" in _PAIRS:
        return False
    if head == "مهرجان":
        return placed
    if how == "chamber":
        return placed or form in _TRADES or f"ال{form}" in _TRADES
    if how == "charge":
        bare = form.removeprefix("ال")
        if head == "جهاز" and size >= 2 and form in _FIELDS:
            return True
        if head == "اداره" and size == 1 and form in _DEPARTMENTS:
            return True
        if head in ("اداره", "جهاز"):  # `إدارة الجودة`, `جهاز قياس الضغط` are no services
            return bare in _SERVICES and size >= 2 and not (form != bare and head == "اداره")
        return bare in _CHARGES and size >= 2
    weak = _WEAK - {"اداره"} if head == "هيئه" and size > 1 else _WEAK
    if head == "لجنه" and size > 1:
        weak = weak - {"متابعه"}
    described = size == 2 and head in _OFFICIAL and page.article(first) and page.article(first + 1)
    if any(page.form(n) in weak for n in range(first, after)) and not described:  # `هيئة الطيران المدني`
        return False
    if how == "council" and page.form(after - 1).startswith(("ب", "النواب", "الشعب", "الشيوخ")):
        return True
    if head == "لجنه" and size == 1 and page.form(first - 2) in _PRESIDES:
        return False  # `رئيس لجنة الدفاع` is one title
    if how == "council" and size == 1:
        return head == "لجنه" and form in _FIELDS
    if how == "council":
        chamber = any(page.form(n) in ("غرفه", "بغرفه") for n in range(first, after - 1))
        described = form.endswith("يه") or known.describes(form) or (form.endswith("ه") and known.describes(form[:-1]))
        return chamber or (not form.startswith("ال") and not described) or form in _FIELDS
    own = form.startswith("ال") and not known.common(form) and not known.nationality(form)
    if how == "within" and head in _COMMON_HEADS and known.everyday(form[2:]):
        own = head == "حركه" and (page.form(first - 2).endswith("ت") or page.form(first - 2) in _POLITICS)
    if head in ("مرصد", "تنسيقيه"):
        return True
    if how == "forces":
        return size == 1 and form.startswith("ال") and form not in _FORCES and not known.nationality(form)
    if how == "city" and size > 1:
        return placed or (form in _AREAS and page.form(after - 1) not in _AREAS)
    if how in ("city", "brigade", "army"):
        return size == 1 and (own or (how == "city" and (placed or constructs.foreign(form))))
    if how == "union":
        return True
    if how == "court":
        if head == "دايره":
            return form in _FIELDS or form == "الجنايات"
        return form.startswith("ال") or placed or size >= 2
    if head in _PARTIES:
        return size >= 2 or form.startswith("ال")
    if head == "كليه":  # `كلية الطب` is every university's
        return size >= 2 and any(page.form(n).startswith("ب") for n in range(first + 1, after))
    return size >= 2 or own or constructs.foreign(form) or (placed and head in _SEATED)


_COMMON_HEADS = ("مركز", "معهد", "حركه", "منتدي", "كليه", "مكتبه", "متحف")
_PARTS = ("وادي", "عين", "راس", "تل", "جبل")
_OF_SQUARES = ("ساحه", "ميدان", "جسر")
_PLAIN = ("سد", "ساحه")
_FACILITIES = ("مطار", "ميناء", "قاعده", "مخيم", "مرفا", "معبر", "مصفاه", "سجن")  # `مطار بغداد الدولي` is no town
_RANKED = ("الدولي", "الجديد", "الدوليه")
_WEAK = known.cues("headed weak")
_PAIRS = known.cues("headed common pairs")
_AREAS = known.cues("headed areas")
_SERVICES = known.cues("headed charges")
_FIELDS = known.cues("constructs fields")
_CHARGES = _SERVICES | {field.removeprefix("ال") for field in known.cues("constructs fields")}
_OFFICIAL = ("هيئه", "مصلحه", "مديريه", "نقابه")
_PRESIDES = ("رئيس", "رييس", "رئيسه", "مقرر", "مقرره", "لرئيس", "ورئيس")
_DEPARTMENTS = known.cues("headed departments")
_SQUARES = known.cues("headed squares")
_POLITICS = known.cues("headed politics")
_TRADES = known.cues("headed trades")
_FORCES = known.cues("headed forces")
_PARTIES = known.cues("headed parties")
_SEATED = known.cues("headed seated")
_WITHIN = frozenset(("army", "brigade", "chamber", "charge", "city", "council", "court", "forces", "union", "within"))

"""Names behind a word for what they name: `صحيفة «X»`, `نقابة X`, `نهر X`, `بلدة X`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from musnad.doc import Doc, Hit
from musnad.stages.names import apart, constructs, extents, features, parts, ranges, towns
from musnad.stages.names import knowledge as known
from musnad.stages.names.composed import english
from musnad.stages.names.enough import enough
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import ordinary
from musnad.stages.names.words import CLOSING, OPENING, Page
from musnad.verbs import verb as verb_of

__all__ = ["OUTLET_TAILS", "find"]

_LONGEST = 6  # words of an unknown name


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
    if start != hit.start:  # `كتلة «X»`: where a list has it with its head
        called = f"{page.reading[hit.start : hit.end]} {page.reading[start : page.words[after - 1].end]}"
        listed = known.ORGANIZATIONS.get(called) or known.GROUPS.get(called) or known.BODIES.get(called)
        entity = listed["entity"] if listed and listed["type"] == row["type"] else None
    rule = known.RULES["quoted" if start != hit.start and page.reading[start - 1] in OPENING else row["how"]].name
    kind = row["kind"] or None
    if page.form(page.holding(hit.end - 1) + 1) in _KINDS.get(row["form"], ()):
        kind = "organization" if kind == "official_body" else "official_body"
    printed = rule.endswith("quoted") and row["type"] == "OUTLET"
    weight = (2 if known.OUTLETS.get(page.reading[start : page.words[after - 1].end]) else 4) if printed else 1
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
    first += page.gap(first) == " " and page.form(first) in _CALLED  # `سد اسمه «X»`
    opening = page.gap(first).strip(" ")
    if hit.row["form"] == "طريق" and page.form(number - 1) == "عن":
        return []  # `حصلا عليها عن طريق «المسيح»`
    if not opening or opening[-1] not in OPENING or len(opening) > 1:
        return []
    for after in range(first + 1, first + _LONGEST):
        gap = page.gap(after)
        if gap[:1] in CLOSING and gap[:1].strip():
            verb = after == first + 1 and known.says(page.form(first)) and (aside or hit.row["type"] != "OUTLET")
            words = [page.form(n) for n in range(first, after)]
            told = verb_of(words[0]) if hit.row["type"] in ("GPE", "LOC") else None
            placed = hit.row["type"] in ("GPE", "LOC") and len(words) > 1
            verb = (
                verb
                or (placed and all(ordinary(form) for form in words) and hit.row["form"] in _DEEDS)
                or (told is not None and not told.alike and len(words) > 1)
                or (words[0].endswith(("ها", "هم")) and not words[0].startswith("ال"))
                or (aside and any(known.binds(form) for form in words))
            )
            name = page.reading[page.words[first].start : page.words[after - 1].end]
            of_news = known.OUTLETS.get(name) or not (known.ORGANIZATIONS.get(name) or known.BODIES.get(name))
            if verb or (hit.row["kind"] == "agency" and not of_news):
                return []  # `وكالة «ناسا»`
            found = _found(page, hit, page.words[first].start, after)
            return [_of_people(page, hit, found) if hit.row["form"] == "شبكة" else found]
        if gap not in (" ", "  ", "-"):
            return []
    return []


def _of_people(page: Page, hit: Hit, found: Found) -> Found:
    """`دعت شبكة «X»`: who calls, warns and promises is a network of people; what is quoted or told is an outlet."""
    number = page.holding(hit.start)
    last = page.form(page.holding(found.end - 1))
    printed = known.OUTLETS.get(page.reading[found.start : found.end]) is not None or last in OUTLET_TAILS
    acts = page.form(number - 1).lstrip("وف") in _ACTS and page.gap(number) == " "
    return replace(found, type="ORG", kind="organization", weight=2) if acts and not printed else found


def _plain(page: Page, hit: Hit, number: int, places: Mapping[int, Found]) -> list[Found]:
    how = hit.row["how"]
    first = number + 1
    if how == "quoted" or page.gap(first) != " ":
        return []
    form = page.form(first)
    if how == "apart" and page.reading[hit.start : hit.end] in ("شبكه", "بنك", "مصرف", "نادي"):
        whole = ranges.find(page, hit, first, places)
        other = places.get(page.words[first].start)
        known_body = other is not None and other.type == "ORG" and other.entity is not None  # `بنك غولدمان ساكس`
        if whole is not None and not known_body:
            return [whole]
    if how == "apart":
        if hit.row["type"] in ("GPE", "LOC"):
            return list(towns.behind(page, hit, first, places))
        name = apart.behind(page, hit, first, places)
        return [_found(page, hit, *name)] if name else []
    if how == "feature" and form in OUTLET_TAILS:  # `جزيرة برس` is a newsroom, no island
        return []
    if how == "feature":
        after = features.behind(page, hit, number, places)
        return [_found(page, hit, hit.start, after)] if after else []
    own = ranges.find(page, hit, first, places)
    if own is not None:
        return [own]
    if how in _WITHIN and page.reading[hit.start : hit.end] in _SEATED and page.words[first].start not in places:
        after = _house(page, first)
        after = constructs.further(page, after, places, how) if after else 0
        if after:
            return [_found(page, hit, hit.start, after)]
    if how in _WITHIN:
        local = "court" if page.reading[hit.start : hit.end] == "مديريه" else how  # `مديرية الصحة في حلب`
        after = constructs.construct(page, first, places, local)
        placed = page.words[first].start in places
        if page.form(number).endswith("جبهه") and placed and places[page.words[first].start].type != "ORG":
            return []  # `جبهة تعز` is where they fight
        if page.form(number).endswith("مكتب") and after and page.form(first).removeprefix("ال") in _CHARGES:
            seat = (
                places.get(page.words[after + 1].start)
                if page.form(after) in ("في", "فى") and page.form(after + 1)
                else None
            )
            if seat is not None and seat.type == "GPE":  # `مكتب الهجرة في X`
                return [_found(page, hit, hit.start, page.at(seat.end))]
        head = page.reading[hit.start : hit.end]
        person = (
            page.form(number).startswith("لل") and known.given(page.form(first)) and parts.nisba(page.form(first + 1))
        )
        if person:
            return []  # `رئيس المركز الإعلامي للجنة نادر السيماوي`
        return [_found(page, hit, hit.start, after)] if after and enough(page, first, after, how, head, placed) else []
    return []


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


def _aside(page: Page, number: int) -> bool:
    """Whether one describing word stands before a quotation mark: `شركة الأبحاث «X»`, `صحيفة محلية «X»`."""
    form, quoted = page.form(number), page.form(number + 1)
    describes = page.article(number) or known.describes(form) or known.nationality(form) is not None
    return describes and page.gap(number + 1)[-1:] in OPENING and not (known.says(quoted) or known.binds(quoted))


_MAYORS = known.cues("headed mayors")  # `رئيس بلدية X` is a title, and X the town
# What makes a council the people's own, and a centre the state's: `مجلس وجهاء X`, `مركز عمليات X`.
_KINDS = {"مجلس": known.cues("headed councils of people"), "مركز": known.cues("headed centres of state")}
OUTLET_TAILS = known.cues("headed outlet tails")


_ACTS = known.cues("headed acts")
_CALLED = ("اسمه", "اسمها", "يسمي", "تسمي", "باسم", "يدعي", "تدعي")
_DEEDS = ("مقاطعة", "طريق", "دولة")  # `دعا إلى مقاطعة «عرس الفاسدين»`
_SERVICES = known.cues("headed charges")
_CHARGES = _SERVICES | {field.removeprefix("ال") for field in known.cues("constructs fields")}
_SEATED = known.cues("headed seated")
_WITHIN = frozenset(("army", "brigade", "chamber", "charge", "city", "council", "court", "forces", "union", "within"))

"""Persons whom a title, an apposition or a byline reveals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from musnad.doc import Doc, Hit
from musnad.stages.names import everyday_given, extents, initials, pairs, parts, surnames
from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.honoured import named_after
from musnad.stages.names.pairs import person_at
from musnad.stages.names.vocabulary import ordinary, sure
from musnad.stages.names.words import CLOSING, OPENING, Page
from musnad.verbs import verb

__all__ = ["find"]

_FARTHEST = 12  # words between a title and its name
_JOINED = 5  # letters: `والقروية`, not a word that begins so
_THERE = ("لها", "له", "بها", "فيها")  # `مدير المصنع فيها، فلان`
_INTO = known.cues("people into")
_ENDS = known.cues("people ends")


def find(doc: Doc, page: Page, places: Mapping[int, Found]) -> Iterator[Found]:
    """Persons after titles. `places` are the names found so far that are no persons, by their start."""
    longest = {hit.start: hit for hit in reversed(doc.hits[known.TITLES.name])}  # `أمينة` is no `أمين` with ـه
    bodies = [name for name in places.values() if name.type == "ORG"]
    for hit in longest.values():
        inside = [body for body in bodies if body.start <= hit.start and hit.end < body.end]  # `بلدية محافظة X`
        if not inside or (hit.row["opens"] == "role" and all(_headed_by(page, body) for body in inside)):
            yield from _after_title(page, hit, places)
    yield from initials.find(page)
    titles = {page.holding(hit.start) for hit in longest.values()}
    yield from pairs.find(page, titles, places)
    yield from everyday_given.find(page, places)
    yield from surnames.find(page, titles, places)


def _headed_by(page: Page, body: Found) -> bool:
    """`مكتب رئيس الوزراء العراقي فلان`: a known office of a head of state, and its holder behind it."""
    words = page.reading[body.start : body.end].split(" ")
    return len(words) > 2 and words[1] in ("رئيس", "رييس") and known.nationality(words[-1]) is not None


def _after_title(page: Page, hit: Hit, places: Mapping[int, Found]) -> Iterator[Found]:
    number = page.holding(hit.end - 1)
    word = page.words[number]
    opens = hit.row["opens"]
    if opens == "honorific" and (named_after(page.form(number - 1)) or page.form(number - 1) == "عبد"):
        return  # `عبد الرقيب` is a name
    definite = page.reading[max(0, hit.start - 2) : hit.start] in ("ال", "لل") or word.end > hit.end
    definite = definite or page.reading.startswith("ال", hit.start)
    definite = definite or (word.start > hit.start and page.article(number))  # `رجل الأعمال فلان`
    definite = definite or (word.form.endswith("ه") and page.written(word.start, word.end).endswith("ه"))
    owned = opens == "kin" and hit.end == word.end and word.form.endswith(("ها", "هم", "هما", "نا", "ي"))
    closed = definite or owned or opens == "named" or (opens == "honorific" and parts.nameable(page.form(number + 1)))
    rule = known.RULES[opens].name
    number += 1
    for _ in range(_FARTHEST):
        step = _step(page, number, closed, opens, places)
        if step is None:
            return
        kind, to, closed = step
        if kind == "name":
            byname = page.article(number) and to == number + 1  # a page may have the whole name
            second = _second(page, number, to)
            if second:  # `المتحدث باسم الرئيس نادر الخياطي سامر الحلواني`
                yield person_at(page, second, to, rule)
            yield replace(person_at(page, number, second or to, rule), weight=-1 if byname else 1)
            return
        number = to


def _second(page: Page, first: int, after: int) -> int:
    """Where the second of two persons in a row begins: a known given name behind a family name; 0 if none does."""
    for number in range(first + 2, after - 1):
        before = page.form(number - 1)
        house = parts.nisba(before) and page.form(number - 2) != "عبد" and not known.given(before)
        if house and before not in parts.ARTICLED and sure(page.form(number), world=False):
            return number
    return 0


def _step(
    page: Page, number: int, closed: bool, opens: str, places: Mapping[int, Found]
) -> tuple[str, int, bool] | None:
    """What stands at word `number` behind a title: the name up to a word, or more of the title; None ends it."""
    gap = page.gap(number)
    form = page.form(number)
    if (
        not form
        or "\n" in gap
        or (any(mark in gap for mark in ".!?؟؛:|…•/") and page.form(number - 1) not in ("د", "ا", "م"))
    ):
        return None
    quoted = gap[-1:] in OPENING and gap[-1:] != " "
    other = places.get(page.words[number].start) or _clitic_place(page, number, places)
    if quoted:
        return _quoted(page, number, closed, other)
    if other is not None:
        return "more", page.at(other.end), True
    if form in ("الذي", "التي"):
        return None
    if closed and form in _THERE:
        return "more", number + 1, True
    if known.title(f"{page.form(number - 1).removeprefix('ال')} {form}"):
        return "more", number + 1, True  # `مدير المركز اللواء بحري فلان`
    if known.title(form) and known.place(page.form(number + 1)):
        return "more", number + 1, False  # `أمين الطائف`
    comma = bool(_ENDS & set(gap))
    if form in ("د", "ا", "م") and page.gap(number + 1) == ". " and closed:
        return "more", number + 1, True
    articled = page.article(number) and not (pairs.named_with_article(page, number) or parts.latin(form))
    if closed and (not articled or _byname(page, number, opens)):
        after = extents.person(page, number, titled=True)
        if after == number and opens == "honorific" and known.word_and_name(form) and page.gap(number + 1) != " ":
            after = number + 1  # `الحاج رجب، نفى`
        if (
            opens == "named"
            and known.given(form)
            and (page.form(number + 1) == "علي" or not parts.listed(page.form(number + 1)))
            and not (after == number + 2 and page.gap(after) != " ")
        ):
            after = min(after, number + 1)
        if _is_name(page, number, after, opens, comma) and not _goes_on(form):
            return "name", after, True
    if comma:
        return ("more", number + 1, True) if form.startswith("ال") and known.nationality(form) else None
    if form in ("السابق", "السابقه"):
        return "more", number + 1, closed
    if form == "عليه" and page.form(number - 1) in _VICTIMS:
        return "more", number + 1, True  # `أرملة المجني عليه فلان`
    if form in _INTO or (form[0] in "لب" and not known.given(form) and len(form) > 3):
        return "more", number + 1, form.startswith(("لل", "بال", "السابق"))
    if form.startswith("ال") or (closed and form.startswith("وال") and len(form) > _JOINED and not parts.listed(form)):
        return "more", number + 1, True  # `وزير الصناعة والثروة المعدنية`
    if form == "علي" and page.form(number - 1) in _CHARGED:
        return "more", number + 1, False  # `المشرف العام على المهرجان فلان`
    if closed or (known.common(form) and form in _STOPS):
        return None
    return "more", number + 1, _owned(page, number)


_VICTIMS = ("المجني", "المدعي", "المتهم")


def _goes_on(form: str) -> bool:
    """`(عضوة في المجلس المحلي) آثرت إخفاء`: a feminine verb that is no name."""
    told = verb(form)
    return (
        form.endswith("ت")
        and told is not None
        and bool(told.row)
        and not (told.alike or parts.listed(form) or known.word_and_name(form))
    )


def _owned(page: Page, number: int) -> bool:
    """`المتحدث باسم كتلته فلان`: a noun with its owner's pronoun, before a word that no noun is."""
    form, after = page.form(number), page.form(number + 1)
    owned = len(form) > 4 and page.written(*page.words[number][:2]).endswith(("ته", "تها", "تهم"))
    plain = parts.listed(after) and not (known.common(after) or parts.everyday(after)) and page.gap(number + 1) == " "
    return owned and page.form(number - 1) == "باسم" and plain


def _quoted(page: Page, number: int, closed: bool, other: Found | None) -> tuple[str, int, bool] | None:
    """`_step` for a word that a quotation mark opens; `other`: the name that begins there and is no person's."""
    after = _closing(page, number)
    if after is None:
        return None
    if known.title(page.form(number).removeprefix("ال")) and known.given(page.form(number + 1)):
        return "more", number + 1, True  # `الناطق «العقيد فلان»`
    if page.form(number - 1) in ("لدي", "في", "من", "عن"):  # `كبير المحللين لدى «X»`
        return "more", after, True
    if _of_a_thing(page, number, after):
        return None
    if (
        closed
        and other is None
        and (extents.person(page, number, titled=True) >= after or _in_quotes(page, number, after))
    ):
        return "name", after, True
    named = sure(page.form(after), world=False) and page.gap(after + 1) == " "  # `رئيس الشركة الأولى «نقل» سالم رشيد`
    return ("more", after, True) if not closed or other or named else None


def _of_a_thing(page: Page, number: int, after: int) -> bool:
    """Whether quotation marks fence off what is no person's: `ميزة اسمها «X»`, `للمعارضة «المعتدلة»`, `وكالة … «X»`."""
    form, before = page.form(number), page.form(number - 1)
    if before.lstrip("و") in ("اسمه", "اسمها"):
        return not parts.listed(form) or known.everyday(form)
    agency = after == number + 1 and any(page.form(n).endswith("وكاله") for n in range(number - 3, number))
    everyday = after == number + 1 and page.article(number) and ordinary(form) and not known.family(form)
    return agency or (everyday and not parts.nisba(form))


def _in_quotes(page: Page, first: int, after: int) -> bool:
    """Whether two or three words that quotation marks fence off behind a title can be a name."""
    forms = [page.form(number) for number in range(first, after)]
    sons = {n for n, form in enumerate(forms[1:]) if form in _SONS}  # `يوسف كاتب أوغلو`: he bears his father's trade
    common = (n for n, form in enumerate(forms) if n and ordinary(form) and not parts.listed(form))
    plain = sons.issuperset(common) and not known.says(forms[0])
    told = verb(forms[0])
    plain = plain and (told is None or parts.listed(forms[0]) or (told.alike or forms[0].endswith("ه")))
    return 2 <= len(forms) <= 3 and plain and not any(form.startswith(("ال", "لل")) for form in forms[:1])


_SONS = ("اوغلو", "اوغلي", "زاده")
_STOPS = known.cues("people stops")
_CHARGED = known.cues("people charged")


def _clitic_place(page: Page, number: int, places: Mapping[int, Found]) -> Found | None:
    """A name behind an attached preposition: `لوزارة الخارجية`, `بمصر`."""
    word = page.words[number]
    for length in (1, 2):
        if word.form[:length] in ("ل", "ب", "ول", "وب") and word.start + length in places:
            return places[word.start + length]
    return None


def _closing(page: Page, number: int) -> int | None:
    """The number of the word after the quotation mark that closes what word `number` opens, at most five words on."""
    for after in range(number + 1, number + extents.MOST):
        gap = page.gap(after)
        if gap[:1] in CLOSING and gap[:1]:
            return after
        if gap != " ":
            return None
    return None


def _byname(page: Page, number: int, opens: str) -> bool:
    """A family name alone right behind an honorific: `الدكتور الخازمي`."""
    form = page.form(number)
    if opens != "honorific" or not page.article(number) or not known.family(form):
        return False
    titled = page.gap(number) == " " and page.article(number - 1) and known.title(page.form(number - 1)[2:])
    if page.gap(number) != ". " and not titled:
        return False
    goes_on = page.gap(number + 1) == " " and page.article(number + 1)
    everyday = ordinary(form) and (not parts.nisba(form) or known.describes(form[2:]) or known.everyday(form[2:]))
    return not (goes_on or everyday or known.nationality(form) or known.title(form[2:]))


def _foreign_byname(page: Page, number: int) -> bool:
    """A family name from abroad alone right behind an office: `ربط القضية بالرئيس غوندوزان،`."""
    form = page.form(number)
    ends = page.gap(number + 1) != " " and not form.endswith(("ا", "ه", "ات"))
    plain = parts.nameable(form) and not page.article(number) and len(form) > _JOINED and not ordinary(form)
    told = form[0] in "لب" and form[1:] in known.HEADS.by_form  # `الوزير لقناتي «X» و«Y»`
    return plain and not told and ends and page.gap(number) == " "


def _is_name(page: Page, first: int, after: int, opens: str, comma: bool) -> bool:
    size = after - first
    if size == 0:
        return False
    form = page.form(first)
    if size == 1:
        both = opens in ("kin", "honorific") and known.word_and_name(form) and page.gap(after) != " "
        before = page.form(first - 1).lstrip("وبل").removeprefix("ل").removeprefix("ال")
        if opens == "role" and known.title(before) and _foreign_byname(page, first) and not comma:
            return True
        if _byname(page, first, opens):
            return True
        return (
            opens in ("honorific", "kin", "named")
            and (known.given(form) or sure(form, world=False) or both)
            and not comma
        )
    if comma:
        ends = page.gap(after)
        return known.given(form) or ("،" in page.gap(first) and ends.startswith("،"))
    return True

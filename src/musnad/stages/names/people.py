"""Persons whom a title, an apposition or a byline reveals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from musnad.doc import Doc, Hit
from musnad.stages.names import extents
from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import ordinary, sure
from musnad.stages.names.words import CLOSING, OPENING, Page

__all__ = ["find"]

_FARTHEST = 12  # words between a title and its name
_INTO = known.cues("people into")
_SPEAKS = known.cues("people speaks")
_SAID = known.cues("people said")
_APPOSED = known.cues("people apposed")
_IDIOMS = known.cues("people idioms")
_ENDS = known.cues("people ends")


def find(doc: Doc, page: Page, places: Mapping[int, Found]) -> Iterator[Found]:
    """Persons after titles. `places` are the names found so far that are no persons, by their start."""
    longest = {hit.start: hit for hit in reversed(doc.hits[known.TITLES.name])}  # `أمينة` is no `أمين` with ـه
    bodies = [name for name in places.values() if name.type == "ORG"]
    for hit in longest.values():
        if not any(body.start < hit.start and hit.end < body.end for body in bodies):  # `بلدية محافظة X`
            yield from _after_title(page, hit, places)
    yield from _initials(page)
    yield from _pairs(page, {page.holding(hit.start) for hit in longest.values()})


def _pairs(page: Page, titles: set[int]) -> Iterator[Found]:
    """Names without a title: two known parts side by side, or a name between a verb of saying and its apposition."""
    past = 0
    for number, word in enumerate(page.words):
        faith = page.form(number + 1) == "الدين"
        if word.form[0] == "و" and (
            known.given(word.form[1:])
            or (faith and word.form[1:] in extents.FAITH)
            or (word.form == "وعبد" and page.form(number + 1) in extents.COMPOUND)
        ):
            for name in _joined(page, number, past == number):
                past = page.at(name.end)
                yield name
        if number < past or not page.form(number + 1) or page.gap(number + 1) != " ":
            continue
        before = page.form(number - 1)
        ali = word.form == "علي" and not extents.preposition(page, number) and " فى " not in page.doc.source
        servant = word.form == "عبد" and page.form(number + 1) in extents.COMPOUND
        son = page.form(number + 1) == "بن" and len(word.form) > 3 and extents.nameable(word.form)
        son = son and not extents.everyday(word.form)
        faith = faith and word.form in extents.FAITH
        begins = servant or son or faith or ali or known.given(word.form) or known.says(before)
        articled = word.form in extents.ARTICLED and _named_with_article(page, number)
        if not (begins or articled) or (page.article(number) and not articled) or before.endswith("عبد"):
            continue
        if word.form == "الدين" or known.nationality(word.form):  # `علماء الدين`, `يمني`
            continue

        after = extents.person(page, number)
        if after - number < 2:
            continue
        second = page.form(number + 1)
        if f"{word.form} {second}" in _IDIOMS or _house(page, number, after):
            continue
        kunya = word.form in ("ام", "ابو") and known.says(before) and extents.nameable(second)
        if kunya and after == number + 2 and (page.gap(after) != " " or page.form(after) in _SAID):  # `تقول أم جوان:`
            yield _person(page, number, after, known.RULES["pair"].name)
            past = after
            continue
        if number in titles and after == number + 2 and known.place(second):  # `أمين تبوك`
            continue
        institution = before in NAMED_AFTER or page.form(number - 2).lstrip("وبلف") in NAMED_AFTER
        listed = ((servant or faith) and after - number > 2) or (
            known.given(word.form) and (extents.listed(second) or second in ("بن", "ابو") or _of_state(before))
        )
        apposed = "،" in page.gap(after) and (after in titles or page.form(after) in _APPOSED)
        if not listed and before.lstrip("وف") in _SPEAKS and not institution and _speaker(page, number, after):
            yield _speaker_found(page, number, after)
            past = after
            continue
        if known.everyday(word.form) and known.everyday(second.removeprefix("ال")):
            listed = False  # `ظهور الإسلام`, `حسن نية`
        listed = listed or _family(page, number, after) or (ali and _after_ali(page, number + 1))
        listed = listed or (son and after - number > 2) or (articled and extents.listed(second))
        if (listed and not institution) or (apposed and known.says(before)):
            yield _person(page, number, after, known.RULES["pair"].name)
            past = after


def _house(page: Page, first: int, after: int) -> bool:
    """`كبير المحللين في «X Y»`: quotation marks behind a preposition fence off no person."""
    fenced = page.fenced(page.words[first].start, page.words[after - 1].end)
    return fenced and page.form(first - 1) in ("في", "فى", "لدي")


def _after_ali(page: Page, number: int) -> bool:
    """Whether a word behind `علي`, which may be `على`, can only be a family name: `علي الدميني`."""
    form = page.form(number)
    if known.everyday(form) or known.common(form) or ordinary(form):
        return False
    return extents.listed(form) or (page.article(number) and form.endswith("ي") and known.nationality(form) is None)


def _family(page: Page, first: int, after: int) -> bool:
    """Whether a given name and one word of no known class are a name: the word has an article, or closes the name."""
    form = page.form(first + 1)
    if not sure(page.form(first)) or after != first + 2 or known.nationality(form) or page.article(first):
        return False
    if page.article(first + 1):
        goes_on = page.gap(after) == " " and page.article(after)  # where it ends is not clear
        everyday = known.common(form) or known.everyday(form[2:])
        return not goes_on and not everyday and not form.endswith(("ين", "ات", "يه"))
    return not ordinary(form) and (extents.closed(page, after) or not known.says(form))


def _speaker(page: Page, first: int, after: int) -> bool:
    """Whether two or three words between a verb of saying and what is said can only be a name."""
    if after - first > 3 or not (page.form(after) in _SAID or "،" in page.gap(after)):
        return False
    forms = [page.form(n) for n in range(first, after)]
    if any(form[0] == "ل" and not extents.listed(form) for form in forms) or forms[0].endswith("ان"):
        return False
    return forms[0] not in extents.BINDS and not any(
        extents.everyday(form) and not extents.listed(form) for form in forms
    )


def _speaker_found(page: Page, first: int, after: int) -> Found:
    """A person; or a body, where the verb is feminine and the words come back together, as no person's name does."""
    found = _person(page, first, after, known.RULES["speaker"].name)
    words = page.reading[found.start : found.end]
    listed = any(extents.listed(page.form(n)) for n in range(first, after))
    if listed or not page.form(first - 1).endswith("ت") or page.reading.count(words) < 2:
        return found
    return replace(found, type="ORG", kind="organization")


def _joined(page: Page, number: int, beside: bool) -> Iterator[Found]:
    """`(X) وباسل الخياطي`: a given name behind و with a family name; `beside`: another name ends before it."""
    second = page.form(number + 1)
    if page.gap(number + 1) != " " or not _family_behind(page, number, beside):
        return
    if known.everyday(page.form(number)[1:]) and (ordinary(second) or not beside):  # `وأكمل باقي`
        return
    after = extents.person(page, number, joined=True)
    if after - number < 2 + (second == "الدين" or page.form(number) == "وعبد"):
        return
    start = page.words[number].start + 1
    yield Found(start, page.words[after - 1].end, "PER", known.RULES["joined"].name, kind="person", weight=1)


def _family_behind(page: Page, number: int, beside: bool) -> bool:
    """Whether what stands behind a given name with و on it is the rest of a name."""
    second = page.form(number + 1)
    if second == "علي":
        return not extents.preposition(page, number + 1)
    if known.common(second):
        return page.form(number) == "وعبد" and second in extents.COMPOUND
    if extents.listed(second) or second in ("بن", "بنت", "ال", "ابو", "الدين"):
        return True
    if page.article(number + 1):
        return beside or (sure(page.form(number)[1:]) and second.endswith("ي") and not ordinary(second))
    plain = extents.nameable(second) and extents.closed(page, number + 2)
    return (beside and plain) or (sure(page.form(number)[1:]) and extents.nameable(second) and not ordinary(second))


def _of_state(form: str) -> bool:
    """`والتركي`, `الأرجنتيني`: whose office was named before, or is understood."""
    bare = form.removeprefix("و")
    return bare.startswith("ال") and known.nationality(bare) is not None


_INITIALS = re.compile(r"(?<=[(«“\"])(?P<name>[^\W\d_]\. ?[^\W\d_]\.?)(?=[)»”\"])")


def _initials(page: Page) -> Iterator[Found]:
    """`المتهم (ع. م.)`: a person whose name the page keeps back."""
    for match in _INITIALS.finditer(page.reading):
        yield Found(*match.span("name"), "PER", known.RULES["initials"].name, kind="person", weight=1)


def _after_title(page: Page, hit: Hit, places: Mapping[int, Found]) -> Iterator[Found]:
    number = page.holding(hit.end - 1)
    word = page.words[number]
    opens = hit.row["opens"]
    if hit.row["opens"] == "honorific" and page.form(number - 1).lstrip("وبلف") in NAMED_AFTER:
        return
    definite = page.reading[max(0, hit.start - 2) : hit.start] in ("ال", "لل") or word.end > hit.end
    definite = definite or page.reading.startswith("ال", hit.start)
    definite = definite or (word.form.endswith("ه") and page.written(word.start, word.end).endswith("ه"))
    closed = definite or opens == "named" or (opens == "honorific" and extents.nameable(page.form(number + 1)))
    rule = known.RULES[opens].name
    number += 1
    for _ in range(_FARTHEST):
        step = _step(page, number, closed, opens, places)
        if step is None:
            return
        kind, to, closed = step
        if kind == "name":
            yield _person(page, number, to, rule)
            return
        number = to


def _person(page: Page, first: int, after: int, rule: str) -> Found:
    return Found(page.words[first].start, page.words[after - 1].end, "PER", rule, kind="person", weight=1)


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
        after = _closing(page, number)
        if after is None:
            return None
        if page.form(number - 1) in ("لدي", "في", "من", "عن"):  # `كبير المحللين لدى «X»`
            return "more", after, True
        if (
            closed
            and other is None
            and (extents.person(page, number, titled=True) >= after or _in_quotes(page, number, after))
        ):
            return "name", after, True
        return ("more", after, True) if not closed or other else None
    if other is not None:
        return "more", page.at(other.end), True
    if form in ("الذي", "التي"):
        return None
    comma = bool(_ENDS & set(gap))
    if form in ("د", "ا", "م") and page.gap(number + 1) == ". " and closed:
        return "more", number + 1, True
    if closed and (not page.article(number) or _named_with_article(page, number)):
        after = extents.person(page, number, titled=True)
        if (
            opens == "named"
            and known.given(form)
            and (page.form(number + 1) == "علي" or not extents.listed(page.form(number + 1)))
        ):
            after = min(after, number + 1)
        if _is_name(page, number, after, opens, comma):
            return "name", after, True
    if comma:
        return ("more", number + 1, True) if form.startswith("ال") and known.nationality(form) else None
    if form in _INTO or (form[0] in "لب" and not known.given(form) and len(form) > 3):
        return "more", number + 1, form.startswith(("لل", "بال"))
    if form.startswith("ال"):
        return "more", number + 1, True
    if closed or (known.common(form) and form in _STOPS):
        return None
    return "more", number + 1, False


def _in_quotes(page: Page, first: int, after: int) -> bool:
    """Whether two or three words that quotation marks fence off behind a title can be a name."""
    forms = [page.form(number) for number in range(first, after)]
    plain = not any(known.binds(form) or known.says(form) or known.describes(form) for form in forms)
    return 2 <= len(forms) <= 3 and plain and not any(form.startswith(("ال", "لل")) for form in forms[:1])


# `جامعة الملك فلان` is a university, not the king.
NAMED_AFTER = known.cues("people named after")
_STOPS = known.cues("people stops")


def _clitic_place(page: Page, number: int, places: Mapping[int, Found]) -> Found | None:
    """A name behind an attached preposition: `لوزارة الخارجية`, `بمصر`."""
    word = page.words[number]
    for length in (1, 2):
        if word.form[:length] in ("ل", "ب", "ول", "وب") and word.start + length in places:
            return places[word.start + length]
    return None


def _named_with_article(page: Page, number: int) -> bool:
    """`الطاهر بلعيفة`, `المختار ولد X`, `الوليد بن X`: a given name that bears the article."""
    form, second = page.form(number), page.form(number + 1)
    if page.gap(number + 1) != " " or not second:
        return False
    if second == "بن":
        return known.given(form[2:]) or form in extents.ARTICLED
    bound = second in extents.BINDS and second not in ("دي", "دا", "لو", "ام")
    closes = page.article(number + 1) and extents.closed(page, number + 2) and known.describes(second[2:])
    return form in extents.ARTICLED and (
        bound or closes or (extents.nameable(second) and known.nationality(second) is None)
    )


def _closing(page: Page, number: int) -> int | None:
    """The number of the word after the quotation mark that closes what word `number` opens, at most five words on."""
    for after in range(number + 1, number + extents.MOST):
        gap = page.gap(after)
        if gap[:1] in CLOSING and gap[:1]:
            return after
        if gap != " ":
            return None
    return None


def _is_name(page: Page, first: int, after: int, opens: str, comma: bool) -> bool:
    size = after - first
    if size == 0:
        return False
    form = page.form(first)
    if size == 1:
        both = opens == "kin" and known.word_and_name(form) and page.gap(after) != " "
        return opens in ("honorific", "kin", "named") and (known.given(form) or both) and not comma
    if comma:
        ends = page.gap(after)
        return known.given(form) or ("،" in page.gap(first) and ends.startswith("،"))
    return True

"""Names that come back on their page: whole, shortened, or in another spelling."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from musnad.stages.names import extents
from musnad.stages.names import knowledge as known
from musnad.stages.names.everyday_parts import WEEKDAYS, weekday_again
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import ordinary, sure
from musnad.stages.names.words import CLOSING, OPENING, Page
from musnad.verbs import verb

__all__ = ["find"]

_CLITICS = frozenset(("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فل", "فب", "وك"))
_AFTER_LAM = frozenset(("ل", "ول", "فل"))
_OUTLETS = frozenset("وكاله صحيفه جريده قناه موقع مجله اذاعه مراسل مراسله".split())
_TELL = known.cues("bodies says") | known.cues("headed publishes")
_LONGEST_CLITIC = 3
_THREE = 3  # parts: one's own name, the father's, which some are called by, and the house's
_SIDES = known.cues("again sides")
_LOOSE = known.cues("again loose")
_RANKS = known.cues("general ranks")  # `خارج «المركزية»` is no `لجنة … المركزية`


def find(page: Page, names: Sequence[Found]) -> Iterator[Found]:
    """Further mentions of `names`."""
    titled = set(_titled(page))
    for name in names:
        guessed = ":" in name.rule and name.rule.startswith("names/rules:")
        if name.type == "PER":
            yield from _person(page, name, titled, guessed)
        elif guessed and not name.rule.endswith(("shortened", "ministry", "bare_seat")):
            yield from _other(page, name)


def _titled(page: Page) -> Iterator[int]:
    """The words behind a title that a name follows at once: `الرئيس`, `د.`; a king is not who a page names so."""
    for hit in page.doc.hits[known.TITLES.name]:
        number = page.holding(hit.end - 1)
        definite = page.article(number) and page.words[number].end == hit.end
        if (definite or hit.row["opens"] == "honorific") and not page.form(number).endswith("ملك"):
            yield number + 1


def _person(page: Page, name: Found, titled: Collection[int], guessed: bool) -> Iterator[Found]:
    full = page.reading[name.start : name.end]
    parts = full.split(" ")
    if len(parts) < 2:
        if name.rule.endswith("surname_alone"):
            yield from (replace(name, start=start, end=end) for start, end in _places(page, full))
        return
    if guessed:
        for start, end in _places(page, full):
            yield replace(name, start=start, end=end)
    last = parts[-1]
    if parts[-2] in extents.BINDS and len(parts) > 2:
        father = known.given(last)  # which half the page may bear
        last = f"{parts[-2]} {last}"
        if father:
            rule = known.RULES["surname_again"].name
            told = (
                (start, end) for start, end in _places(page, last) if known.says(page.form(page.holding(start) - 1))
            )
            over = _OVER if parts[-2] == "ال" else 0  # `وأضاف آل مفرح`: he, and not his clan
            yield from (replace(name, start=start, end=end, rule=rule, weight=over) for start, end in told)
            return
    elif last in extents.ENDINGS or (last == "الدين" and parts[-2] in extents.FAITH):
        last = f"{parts[-2]} {last}"  # `إيشين أوغلو`
    rule = known.RULES["surname_again"].name
    if (
        len(last) > 2
        and not known.common(last)
        and not known.nationality(last)
        and (guessed or not (known.given(last) and (sure(last, world=False) or known.everyday(last))))
    ):
        for start, end in _places(page, last):
            if _of_another(page, start):
                continue
            if (start > name.start and not _in_longer(page, start, end)) or not known.given(last):
                alone = guessed or not _in_full(page, last, number=page.holding(start), titled=titled)
                he = start > name.start and (_he_says(page, start, last) or (alone and _namesake(full, last)))
                yield replace(name, start=start, end=end, rule=rule, weight=_OVER if he else 2 if " " in last else 0)
    if last in WEEKDAYS or (guessed and last.startswith("ال") and known.common(last)):
        words = (page.words[number] for number in weekday_again(page, last))
        yield from (replace(name, start=word.start, end=word.end, rule=rule, weight=0) for word in words)
    yield from _given(page, name, parts, titled)


_OVER = 4  # more than a name of the tables


def _namesake(full: str, last: str) -> bool:
    """Whether a page's person of two names bears the family name by which another one is known to all."""
    row = known.PERSONS.get(last)
    if row is None or full.count(" ") != 1:
        return False
    key = known.spelling(full)
    return all(known.spelling(form) != key for form in row["form"].split("|"))


def _in_full(page: Page, last: str, *, number: int, titled: Collection[int]) -> bool:
    """Whether a page that has `تيمور جنبلاط` also has the one known to all as `جنبلاط` in full, or by his office."""
    row = known.PERSONS.get(last)
    hits = (hit for hit in page.doc.hits[known.PERSONS.name] if row is not None and hit.row["entity"] == row["entity"])
    return number in titled or any(" " in page.reading[hit.start : hit.end] for hit in hits)


def _he_says(page: Page, start: int, last: str) -> bool:
    """`وأضاف السلوم`, `وترى الجبيل`: behind a verb of saying a place that somebody on the page is called by is that
    person; not a capital, which a state speaks through."""
    before = page.form(page.holding(start) - 1)
    speaks = known.CAPITALS.get(last) is None and known.STATES.get(last) is None
    return known.place(last) and known.says(before) and (speaks or not before.endswith("ت"))


def _given(page: Page, name: Found, parts: Sequence[str], titled: Collection[int]) -> Iterator[Found]:
    """A person by one given name of several: `الرئيس هادي`, `وأضاف عاطف`; the first in quotation marks, too."""
    rule = known.RULES["given_again"].name
    middle = [parts[1]] if len(parts) == _THREE and sure(parts[1], world=False) and sure(parts[0]) else []
    for part in dict.fromkeys((parts[0], parts[-1], *middle)):
        if not known.given(part):
            continue
        for start, end in _places(page, part):
            number = page.holding(start)
            quoted = page.reading[start - 1 : start] in OPENING and page.reading[end : end + 1] in " ،"
            office = part in (parts[0], parts[-1]) and number in titled and page.gap(number) in (" ", ".", ". ")
            told = start > name.start and (office or _alone(page, start, end))
            if ((quoted and part == parts[0]) or told) and not _in_longer(page, start, end):
                yield replace(name, start=start, end=end, rule=rule, weight=0)


def _alone(page: Page, start: int, end: int) -> bool:
    """Whether a given name stands where somebody speaks or acts: behind a verb, or at the head of a sentence."""
    number = page.holding(start)
    if page.words[number].end != end or page.words[number].start != start:
        return False
    before, after = page.form(number - 1), page.form(number + 1)
    if page.gap(number + 1) == " " and (page.article(number + 1) or after in extents.BINDS):
        return False
    begins = page.gap(number).strip()[-1:] in _STOPS and page.gap(number) != " "
    return (page.gap(number) == " " and known.says(before)) or (
        begins and (known.says(after) or page.gap(number + 1) != " ")
    )


_STOPS = (*tuple(".!?؟:\n»"), "")


def _of_another(page: Page, start: int) -> bool:
    """`سلطان الراوي`, `قائد الراوي`, on a page of `نادر الراوي`: a given name that is a title too, with no article."""
    number = page.holding(start)
    before = page.form(number - 1)
    if page.gap(number) != " " or not page.article(number) or not known.title(before):
        return False
    return known.given(before) or known.surname(before) or known.word_and_name(before)


def _in_longer(page: Page, start: int, end: int) -> bool:
    """Whether another given name stands right beside: somebody else's name."""
    number = page.holding(start)
    del end
    return (page.gap(number) == " " and known.given(page.form(number - 1))) or (
        page.gap(number + 1) == " " and (known.given(page.form(number + 1)) or known.surname(page.form(number + 1)))
    )


def _other(page: Page, name: Found) -> Iterator[Found]:
    full = page.reading[name.start : name.end]
    parts = full.split(" ")
    single = len(parts) == 1
    everyday = single and (known.common(full) or (name.rule.endswith((":tells", ":apart")) and full.startswith("ال")))
    for start, end in _places(page, full):
        plain = name.type == "ORG" and (not everyday or page.form(page.holding(start) - 1) in _SIDES)
        before = page.form(page.holding(start) - 1)
        headed = any(before[letters:] in _OUTLETS for letters in range(3))
        told = name.type == "OUTLET" and (headed or before.lstrip("وف") in _TELL)
        told = told or (name.type == "OUTLET" and _told(page, start, end))
        if name.type == "GPE" or not single or _marked(page, start, end) or plain or told:
            yield replace(name, start=start, end=end, weight=name.weight + 1)
    if name.type not in ("ORG", "LOC") or single:
        return
    rule = known.RULES["short_again"].name
    if parts[0] in _PARTIES and parts[1].startswith("ال") and name.rule.endswith(_OF_PARTIES):
        yield from (replace(name, start=s, end=e, rule=rule, weight=0) for s, e in _by_name(page, parts[1]))
    if len(parts) > 2 and parts[1].startswith("ال") and not (name.rule.endswith(":general") and parts[1] in _LOOSE):
        for start, end in _places(page, " ".join(parts[:2])):
            yield replace(name, start=start, end=end, rule=rule, weight=0)
    for part in {parts[0], parts[-1]} - _RANKS:
        for start, end in _places(page, part):
            if page.fenced(start, end):
                yield replace(name, start=start, end=end, rule=rule, weight=0)


def _told(page: Page, start: int, end: int) -> bool:
    """`قالت فلانة للمدار "…"`, `ولم يتسن لأفق التحقق`: an outlet with ل that is told or checks something."""
    if page.reading[start - 1 : start] != "ل":
        return False
    return page.form(page.holding(start) - 1).lstrip("و") in ("يتسن", "يتسني") or (
        page.reading[end : end + 2].strip()[:1] in tuple(f"{OPENING}:") and page.reading[end : end + 2].strip() != ""
    )


def _by_name(page: Page, form: str) -> Iterator[tuple[int, int]]:
    """Where a party is called by its own word alone: `السواقي`, or `أن الميثاق طلب` where that is an everyday one."""
    if known.nationality(form) or known.place(form) or known.common(form):
        return
    everyday = ordinary(form)
    for start, end in _places(page, form):
        number = page.holding(start)
        before, after = page.form(number - 1), page.form(number + 1)
        headed = page.gap(number) == " " and before in known.HEADS.by_form
        described = page.gap(number + 1) == " " and page.article(number + 1)
        told = verb(after) if page.gap(number + 1) == " " else None
        acts = before.lstrip("و") == "ان" and told is not None and bool(told.row)
        if not headed and not described and (acts or not everyday):
            yield start, end


_PARTIES = known.cues("again parties")
_OF_PARTIES = (":within", ":union", ":quoted")


def _marked(page: Page, start: int, end: int) -> bool:
    """Whether quotation marks, brackets or line ends set a single word off."""
    before, after = page.reading[start - 1 : start] or "\n", page.reading[end : end + 1] or "\n"
    if before in OPENING and after in CLOSING:
        return True
    return before in "(/\n" and after in ")/\n|"


def _places(page: Page, form: str) -> Iterator[tuple[int, int]]:
    """Where a form stands as a word of its own, clitics left out."""
    reading = page.reading
    at = reading.find(form)
    while at >= 0:
        end = at + len(form)
        if not (reading[end : end + 1].isalpha()) and _begins(reading, at) in _CLITICS:
            yield at, end
        at = reading.find(form, end)
    if form.startswith("ال"):
        at = reading.find("ل" + form[1:])
        while at >= 0:
            end = at + len(form)
            if not reading[end : end + 1].isalpha() and _begins(reading, at + 1) in _AFTER_LAM:
                yield at + 1, end
            at = reading.find("ل" + form[1:], end)


def _begins(reading: str, at: int) -> str:
    """The letters of the word before `at`."""
    start = at
    while start > 0 and at - start <= _LONGEST_CLITIC and reading[start - 1].isalpha():
        start -= 1
    return reading[start:at]

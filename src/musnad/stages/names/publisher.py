"""Who publishes the page, as its masthead, dateline or byline tells it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from musnad.stages.names import extents, masthead, parts
from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import ordinary
from musnad.stages.names.words import OPENING, Page, lines

__all__ = ["find", "told_often"]

_BY = r"(?:فريق التحرير|هيئه التحرير|متابعات|متابعه|رصد|وكالات|(?:قسم|وحده|غرفه) ال[^\W\d_]+)"
_NAME = r"(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,3}(?: \d{2}(?!\d))?)"
_PLACE = r"[^\W\d_]+(?: [^\W\d_]+)?"
_KIND = r"(?:صحيفه |جريده |موقع |شبكه |قناه |مجله |وكاله |اذاعه |منصه )?"
_OWN = rf"{_KIND}«?{_NAME}»?"
_RIGHTS = r"(?:(?:جميع |كل |كافه )?(?:الحقوق|حقوق [^\W\d_]+(?: [^\W\d_]+)?) محفوظه)"
_FOLLOWED = (
    r"(?:تويتر|فيسبوك|فيس بوك|اكس|تلغرام|تليجرام|تيليغرام|واتساب|واتس اب|انستغرام|يوتيوب|منصات|مواقع|وسائل"
    r"|جوجل|غوغل|google|اخبار)"
)
_PATTERNS = (
    ("masthead_byline", re.compile(rf"{_NAME} ?[-–—/|] ?{_BY}(?![^\W_])")),
    (
        "masthead_byline",
        re.compile(rf"(?:[^\W\d_]+ [-–—] )?خاص ?(?:[-–—/|:] ?|[لب] ?(?=[«“\"]))?[«“\"]?{_NAME}[»”\"]?$"),
    ),
    ("masthead_byline", re.compile(rf"{_NAME} ?[-–—] ?خاص$")),
    ("masthead_byline", re.compile(rf"{_PLACE} ?[-–—/|،:] ?(?:مراسله?|مراسلو|مكتب|موفد) {_OWN}$")),
    ("masthead_dateline", re.compile(rf"{_PLACE} ?\(خاص(?: ?[-–—/|:] ?| ?[لب]){_OWN}\)")),
    ("masthead_dateline", re.compile(rf"{_NAME} ?/ ?[^\W\d_]+$")),
    ("masthead_dateline", re.compile(rf"{_PLACE}(?:[^()\n]{{0,40}}\d[^()\n]{{0,24}}| ?[-–ـ] ?)\({_NAME}\)")),
    ("masthead_dateline", re.compile(rf"{_PLACE} ?\({_NAME}\) ?(?:[-–ـ:]|$)")),
    ("masthead_dateline", re.compile(rf"[^\W\d_]+ [^()\n/]{{3,25}}/ ?{_NAME} ?/")),
    ("masthead_rights", re.compile(rf"{_RIGHTS}(?: ©)?(?: ?\d{{4}})?(?: لدي | لصالح | ل| ?[-–©] ?| ){_OWN}")),
    ("masthead_rights", re.compile(rf"© ?(?:\d{{4}} ?)?(?:{_RIGHTS} ل?)?{_OWN}")),
    ("masthead_rights", re.compile(rf"{_OWN} ?© ?\d{{4}}")),
    ("masthead_rights", re.compile(rf"تابع(?:وا|ونا)? (?:(?:اخر |كل )?اخبار )?{_OWN} (?:علي|عبر|في) {_FOLLOWED}")),
)
# Words of menus: a first line of these is navigation.
_WRITER = re.compile(rf"{_NAME} ?[-–—] ?(?P<writer>[^\W\d_]+(?: [^\W\d_]+){{1,3}})")
_DASHED = re.compile(rf"{_NAME} ?[-–—] ")
_PLACED = re.compile(rf"(?P<place>{_PLACE}) ?[-–—/|] ?{_NAME}")
_PLACE_LAST = re.compile(rf"{_NAME} ?[-–—/|] ?(?P<place>{_PLACE})")
_STARTS = known.cues("publisher starts")
_BYLINES = known.cues("publisher bylines")
_MENU = known.cues("publisher menu")
_EARLY = 700  # code points of a page that a masthead or dateline may lie in


def find(page: Page) -> Iterator[Found]:
    """As `_told`, under the outlet's known name where it has one."""
    told = False
    for name in _told(page):
        if told and page.reading.startswith(_COMPANIES, name.start):  # `محفوظة لشركة X`: who owns the outlet
            yield replace(name, type="ORG", kind="organization")
        else:
            yield _known_name(page, name)
        told = True


_COMPANIES = ("شركه ", "مؤسسه ", "موسسه ")


def told_often(page: Page, names: Sequence[Found]) -> Found | None:
    """The one outlet that two or more are told something (`قال لـ«X» إن`), on a page that does not tell its own."""
    told = [
        name
        for name in names
        if name.type == "OUTLET"
        and name.kind != "agency"
        and page.reading[max(0, name.start - 2) : name.start].rstrip(OPENING).endswith("ل")
    ]
    times = Counter(page.reading[name.start : name.end] for name in told)
    if not times or times.most_common(1)[0][1] < 2 or len(times) > 1:
        return None
    return replace(told[0], rule=known.RULES["masthead_told"].name)


def _told(page: Page) -> Iterator[Found]:
    """The publishing outlet's name where it first tells itself: masthead first, then byline, dateline, rights."""
    yield from masthead.find(page)
    for start, end in lines(page.reading):
        for rule, pattern in _PATTERNS:
            if start > _EARLY and rule != "masthead_rights":
                continue
            match = pattern.match(page.reading, start, end)
            if match and (_agencies(page, match) or (rule == "masthead_byline" and _writer(match))):
                continue
            if match and rule == "masthead_rights":
                name = _trimmed(match)
                menu = any(word in _MENU or word == "محفوظه" for word in name.split(" "))
                if (" " in name and not menu) or _nameable(name):
                    span = masthead.bare(page, match.start("name"), match.start("name") + len(name))
                    yield masthead.found(*span, rule)
            elif match and (
                _nameable(match["name"])
                or (
                    rule == "masthead_dateline"
                    and (_of_several(page, match) or masthead.kind_again(page, match["name"], match.end()))
                )
            ):
                yield masthead.found(*match.span("name"), rule)
        if start < _EARLY:
            yield from _before_writer(page, start, end)
            yield from _behind_place(page, start, end)
            yield from _before_dash(page, start, end)
            yield from _between(page, start, end)


def _agencies(page: Page, match: re.Match[str]) -> bool:
    """`تلماس – وكالات`: one word before the agencies is where it was written, unless it comes back as an outlet."""
    name = match["name"]
    return match.group().endswith("وكالات") and " " not in name and not masthead.comes_back(page, name, match.end())


def _writer(match: re.Match[str]) -> bool:
    """`سلوى المدني – متابعات`: a given name and a family's."""
    first, *rest = match["name"].split(" ")
    family = bool(rest) and (parts.listed(rest[-1]) or (rest[-1].startswith("ال") and rest[-1].endswith("ي")))
    family = family or (len(rest) == 1 and not (known.common(rest[0]) or known.place(rest[0])))
    return known.given(first) and family and rest[-1] not in masthead.TAILS


def _trimmed(match: re.Match[str]) -> str:
    """The words of a name up to what the line goes on with: `… ولا يجوز النشر`."""
    words = match["name"].split(" ")
    ends = (n for n, word in enumerate(words) if n and (known.binds(word) or known.says(word) or word == "ولا"))
    return " ".join(words[: next(ends, len(words))])


def _before_writer(page: Page, start: int, end: int) -> Iterator[Found]:
    """`X – فلان الفلاني`: a line of an outlet and a writer, where what stands first is no known place."""
    match = _WRITER.fullmatch(page.reading, start, end)
    if match is None or not _nameable(match["name"]) or " " not in match["name"] or known.town(match["name"]):
        return
    first = page.at(match.start("writer"))
    if known.given(page.form(first)) and page.words[extents.person(page, first) - 1].end == end:
        yield masthead.found(*match.span("name"), "masthead_byline")


def _behind_place(page: Page, start: int, end: int) -> Iterator[Found]:
    """`المرفأ – أخبار الطاقة`: a line of a place and an outlet that comes back as an outlet further down."""
    for pattern in (_PLACED, _PLACE_LAST):
        match = pattern.fullmatch(page.reading, start, end)
        if match is None or (pattern is _PLACE_LAST and match["name"].split(" ")[0] in _MENU):
            continue
        if start > 0 and known.town(match["place"]) and _outlet(page, match):
            yield masthead.found(*match.span("name"), "masthead_byline")
            return
    match = _PLACED.fullmatch(page.reading, start, end)
    if (
        match is not None
        and not known.given(match["name"].split(" ")[0])
        and not all(word in _MENU or word.removeprefix("و") in _MENU for word in match["name"].split(" "))
        and masthead.comes_back(page, match["name"], end)
    ):
        yield masthead.found(*match.span("name"), "masthead_byline")


def _between(page: Page, start: int, end: int) -> Iterator[Found]:
    """`صنعاء - سهيل - 3 تموز`: what stands between a town and a day."""
    match = _TRIPLE.match(page.reading, start, end)
    if match is None or not known.town(match["place"]) or not _nameable(match["name"]):
        return
    first = match["name"].split(" ")[0]
    if not (known.place(first) or known.given(first) or first in _BYLINES):
        yield masthead.found(*match.span("name"), "masthead_dateline")


_TRIPLE = re.compile(rf"(?P<place>{_PLACE}) ?[-–—|/،] ?{_NAME} ?[-–—|/،:] ?(?:[^\W\d_]+ )?\d{{1,2}} ?[^\W\d_]+")


def _before_dash(page: Page, start: int, end: int) -> Iterator[Found]:
    """`رؤيا نت – قال …`: what stands before a dash and is told something further down."""
    match = _DASHED.match(page.reading, start, end)
    if match is not None and start > 0 and _nameable(match["name"]) and not known.place(match["name"]):
        told = re.compile(rf"(?<![^\W_])ل[«“\"]?{match['name']}(?![^\W_])")
        first = match["name"].split(" ")[0]
        if told.search(page.reading, match.end()) and not (known.given(first) or first in known.HEADS.by_form):
            yield masthead.found(*match.span("name"), "masthead_byline")


def _outlet(page: Page, match: re.Match[str]) -> bool:
    """Whether what stands beside a town in a line of its own is no writer, no section and no other place."""
    words = match["name"].split(" ")
    first = page.at(match.start("name"))
    person = known.given(words[0]) or known.surname(words[-1]) or extents.person(page, first) - first == len(words)
    section = all(word in _MENU for word in words) or any(word in _BYLINES for word in words)
    return len(words) > 1 and not (person or section or known.place(match["name"]) or known.place(words[0]))


def _known_name(page: Page, name: Found) -> Found:
    row = known.OUTLETS.get(page.reading[name.start : name.end])
    return replace(name, entity=row["entity"], kind=row["kind"]) if row and name.entity is None else name


def _of_several(page: Page, match: re.Match[str]) -> bool:
    """Whether a name has several words, and is not `(نهاية اللقاء)`: an everyday noun with an everyday definite one."""
    first, *rest = match["name"].split(" ")
    plain = known.common(first) and not first.startswith("ال") and first not in _STARTS and all(map(ordinary, rest))
    return bool(rest) and not (plain and not masthead.comes_back(page, match["name"], match.end()))


def _nameable(name: str) -> bool:
    words = name.split(" ")
    if all(known.common(word) or word in _MENU for word in words) and len(words) != 1:
        return False
    return (
        words[-1] != "محفوظه"
        and not any(word in _MENU for word in words[:1])
        and not known.nationality(words[0])
        and not (len(words) == 1 and (known.common(words[0]) or words[0] in _MENU))
    )

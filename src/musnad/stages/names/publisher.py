"""Who publishes the page, as its masthead, dateline or byline tells it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from musnad.stages.names import extents
from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import sure
from musnad.stages.names.words import OPENING, Page, lines

__all__ = ["find", "told_often"]

_BY = r"(?:فريق التحرير|هيئه التحرير|متابعات|متابعه|رصد|وكالات)"
_NAME = r"(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,3})"
_PLACE = r"[^\W\d_]+(?: [^\W\d_]+)?"
_HEAD = r"(?:وكاله انباء |وكاله |صحيفه |جريده |قناه |موقع |مجله )?"
_KIND = r"(?:صحيفه |جريده |موقع |شبكه |قناه |مجله |وكاله |اذاعه |منصه )?"
_OWN = rf"{_KIND}«?{_NAME}»?"
_RIGHTS = r"(?:(?:جميع |كل |كافه )?(?:الحقوق|حقوق [^\W\d_]+(?: [^\W\d_]+)?) محفوظه)"
_FOLLOWED = (
    r"(?:تويتر|فيسبوك|فيس بوك|اكس|تلغرام|تليجرام|تيليغرام|واتساب|واتس اب|انستغرام|يوتيوب|منصات|مواقع|وسائل|اخبار)"
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
    ("masthead_rights", re.compile(rf"تابع(?:وا|ونا)? {_OWN} (?:علي|عبر|في) {_FOLLOWED}")),
)
_FIRST = re.compile(
    rf"{_HEAD}(?P<name>[^\W\d_]+(?: [^\W\d_]+){{0,3}}?(?: \d{{2}})?)(?P<described>(?: (?:الالكترونيه?|اليوميه|الاسبوعيه|الاخباريه?|للانباء|الرقميه))*)(?P<rest> ?(?:(?:[|›»←–—/·•-]|::|\. |[^\w\s،؛:؟!.,()«»\"'“”]).*)?)"
)
# Words of menus: a first line of these is navigation.
_WRITER = re.compile(rf"{_NAME} ?[-–—] ?(?P<writer>[^\W\d_]+(?: [^\W\d_]+){{1,3}})")
_LATIN = re.compile(r"(?P<latin>[a-z][a-z ]+[a-z]) ?[|/-] ?(?P<name>[^\W\d_a-z]+(?: [^\W\d_a-z]+){0,3})")
_DASHED = re.compile(rf"{_NAME} ?[-–—] ")
_PLACED = re.compile(rf"(?P<place>{_PLACE}) ?[-–—/|] ?{_NAME}")
_PLACE_LAST = re.compile(rf"{_NAME} ?[-–—/|] ?(?P<place>{_PLACE})")
_BYLINES = known.cues("publisher bylines")
_MENU = known.cues("publisher menu")
_STARTS = known.cues("publisher starts")
_TAILS = known.cues("headed outlet tails")
_WORD = re.compile(r"[^\W\d_]+")
_SECTION = 15  # code points of a section's name that stands alone on its line
_SHORT, _TITLE = 90, 30  # code points: a masthead is no longer; what is longer and comes back is a title
_EARLY = 700  # code points of a page that a masthead or dateline may lie in


def find(page: Page) -> Iterator[Found]:
    """As `_told`, under the outlet's known name where it has one."""
    return (_known_name(page, name) for name in _told(page))


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
    yield from _masthead(page)
    for start, end in lines(page.reading):
        for rule, pattern in _PATTERNS:
            if start > _EARLY and rule != "masthead_rights":
                continue
            match = pattern.match(page.reading, start, end)
            if match and _agencies(page, match):
                continue
            if match and rule == "masthead_rights":
                name = _trimmed(match)
                if _nameable(name) or (" " in name and not any(word in _MENU for word in name.split(" "))):
                    yield _found(match.start("name"), match.start("name") + len(name), rule)
            elif match and (
                _nameable(match["name"])
                or (
                    rule == "masthead_dateline"
                    and (" " in match["name"] or _kind_again(page, match["name"], match.end()))
                )
            ):
                yield _found(*match.span("name"), rule)
        if start < _EARLY:
            yield from _before_writer(page, start, end)
            yield from _behind_place(page, start, end)
            yield from _before_dash(page, start, end)
            yield from _between(page, start, end)


def _agencies(page: Page, match: re.Match[str]) -> bool:
    """`تلماس – وكالات`: one word before the agencies is where it was written, unless it comes back as an outlet."""
    name = match["name"]
    return match.group().endswith("وكالات") and " " not in name and not _comes_back(page, name, match.end())


def _trimmed(match: re.Match[str]) -> str:
    """The words of a name up to what the line goes on with: `… ولا يجوز النشر`."""
    words = match["name"].split(" ")
    ends = (n for n, word in enumerate(words) if n and (known.binds(word) or known.says(word) or word == "ولا"))
    return " ".join(words[: next(ends, len(words))])


def _before_writer(page: Page, start: int, end: int) -> Iterator[Found]:
    """`X – فلان الفلاني`: a line of an outlet and a writer, where what stands first is no known place."""
    match = _WRITER.fullmatch(page.reading, start, end)
    if match is None or not _nameable(match["name"]) or " " not in match["name"]:
        return
    first = page.at(match.start("writer"))
    if known.given(page.form(first)) and page.words[extents.person(page, first) - 1].end == end:
        yield _found(*match.span("name"), "masthead_byline")


def _behind_place(page: Page, start: int, end: int) -> Iterator[Found]:
    """`المرفأ – أخبار الطاقة`: a line of a place and an outlet that comes back as an outlet further down."""
    for pattern in (_PLACED, _PLACE_LAST):
        match = pattern.fullmatch(page.reading, start, end)
        if match is None or (pattern is _PLACE_LAST and match["name"].split(" ")[0] in _MENU):
            continue
        if start > 0 and known.town(match["place"]) and _outlet(page, match):
            yield _found(*match.span("name"), "masthead_byline")
            return
    match = _PLACED.fullmatch(page.reading, start, end)
    if match is not None and not known.given(match["name"].split(" ")[0]) and _comes_back(page, match["name"], end):
        yield _found(*match.span("name"), "masthead_byline")


def _between(page: Page, start: int, end: int) -> Iterator[Found]:
    """`صنعاء - سهيل - 3 تموز`: what stands between a town and a day."""
    match = _TRIPLE.match(page.reading, start, end)
    if match is None or not known.town(match["place"]) or not _nameable(match["name"]):
        return
    first = match["name"].split(" ")[0]
    if not (known.place(first) or known.given(first) or first in _BYLINES):
        yield _found(*match.span("name"), "masthead_dateline")


_TRIPLE = re.compile(rf"(?P<place>{_PLACE}) ?[-–—|/،] ?{_NAME} ?[-–—|/،:] ?(?:[^\W\d_]+ )?\d{{1,2}} ?[^\W\d_]+")


def _before_dash(page: Page, start: int, end: int) -> Iterator[Found]:
    """`رؤيا نت – قال …`: what stands before a dash and is told something further down."""
    match = _DASHED.match(page.reading, start, end)
    if match is not None and start > 0 and _nameable(match["name"]) and not known.place(match["name"]):
        told = re.compile(rf"(?<![^\W_])ل[«“\"]?{match['name']}(?![^\W_])")
        first = match["name"].split(" ")[0]
        if told.search(page.reading, match.end()) and not (known.given(first) or first in known.HEADS.by_form):
            yield _found(*match.span("name"), "masthead_byline")


def _outlet(page: Page, match: re.Match[str]) -> bool:
    """Whether what stands beside a town in a line of its own is no writer, no section and no other place."""
    words = match["name"].split(" ")
    first = page.at(match.start("name"))
    person = known.given(words[0]) or known.surname(words[-1]) or extents.person(page, first) - first == len(words)
    section = all(word in _MENU for word in words) or any(word in _BYLINES for word in words)
    return len(words) > 1 and not (person or section or known.place(match["name"]) or known.place(words[0]))


def _found(start: int, end: int, rule: str) -> Found:
    return Found(start, end, "OUTLET", known.RULES[rule].name, kind="outlet", weight=3)


def _known_name(page: Page, name: Found) -> Found:
    row = known.OUTLETS.get(page.reading[name.start : name.end])
    return replace(name, entity=row["entity"], kind=row["kind"]) if row and name.entity is None else name


def _nameable(name: str) -> bool:
    words = name.split(" ")
    if all(known.common(word) or word in _MENU for word in words) and len(words) != 1:
        return False
    return (
        not any(word in _MENU for word in words[:1])
        and not known.nationality(words[0])
        and not (len(words) == 1 and (known.common(words[0]) or words[0] in _MENU))
    )


def _masthead(page: Page) -> Iterator[Found]:
    """One of the first lines that is short, holds no verb, and comes back further down or stands before a menu."""
    for place, (start, end) in enumerate(lines(page.reading)):
        if place > 2:
            return
        both = _LATIN.fullmatch(page.reading, start, end)
        if both is not None and place == 0:
            arabic = _found(*both.span("name"), "masthead")
            name = page.written(arabic.start, arabic.end)
            yield arabic
            yield replace(arabic, start=both.start("latin"), end=both.end("latin"), entity=name)
            return
        match = _FIRST.fullmatch(page.reading, start, end)
        if place == 0 and _above_menu(page, start, end):
            yield _found(start, end, "masthead")
            return
        if match is not None and end - start <= _SHORT and _is_masthead(page, match, first=place == 0):
            yield _found(match.start("name"), match.end("name"), "masthead")
            return


def _above_menu(page: Page, start: int, end: int) -> bool:
    """Whether the first line is two to four words without a verb over a menu of bars: `سياسة | اقتصاد | رياضة`."""
    words = page.reading[start:end].split(" ")
    if not 2 <= len(words) <= 4 or _NAMED.fullmatch(page.reading, start, end) is None:
        return False
    following = page.reading[end:].lstrip("\n ").partition("\n")[0]
    told = (
        sure(words[0])
        or any(known.says(word) for word in words)
        or all(word in _MENU for word in words)
        or words[0] in _KINDS
    )
    return _BARS.search(following) is not None and not told and not known.binds(words[0])


_NAMED = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")
_BARS = re.compile(r"[|›»·•].*[|›»·•]")
_KINDS = frozenset("صحيفه جريده قناه موقع وكاله مجله اذاعه شبكه بوابه".split())


def _tells_kind(words: list[str], rest: str) -> bool:
    """Whether a masthead says that it is one: `نهر نيوز`, `X — يومية اقتصادية`."""
    return (len(words) > 1 and words[-1] in _TAILS) or _TELLS_KIND.match(rest) is not None


_TELLS_KIND = re.compile(
    r"[|–—-] ?(?:صحيفه|جريده|يوميه|اسبوعيه|مجله|وكاله|موقع|قناه|اذاعه|منصه|شبكه) [^\W\d_]+يه?(?![^\W_])"
)


def _is_masthead(page: Page, match: re.Match[str], *, first: bool) -> bool:
    """Whether a line of the shape of a masthead is one: what comes back, what a menu follows, what names its kind."""
    name, rest = match["name"], match["rest"].strip()
    words = name.split(" ")
    number = page.at(match.start("name"))
    if sure(words[0]) and words[-1] not in _TAILS and extents.person(page, number) - number == len(words) > 1:
        return False  # `سلوى المدني – جدة`
    if (
        len(words) == 1
        and not rest
        and match.start("name") == match.start()
        and (known.surname(name) or name.endswith("ي"))
    ):
        return False
    everyday = [known.common(word) for word in words]
    if (
        any(known.binds(word) and not word.startswith("ال") for word in words[1:])
        or (everyday[0] and words[0] not in _STARTS and not _tells_kind(words, rest))
        or all(word in _MENU for word in words)
        or _person_in(page, match)
    ):
        return False
    headed = match.start("name") > match.start()
    if first and _TELLS_KIND.match(rest):  # `X — يومية اقتصادية`
        return True
    again = _comes_back(page, name, match.end("name"))
    menu = first and not rest and not headed and len(words) <= 3 and _menu_follows(page, match.end())
    section = menu and _menu_follows(page, match.end(), _SECTION)
    if any(everyday) and not again and not section and not (first and rest) and not (words[0] in _STARTS and menu):
        return False
    menued = (
        first and rest[:1] in tuple("|»›") and all(word in _MENU for word in _WORD.findall(rest)) and len(words) > 1
    )
    if (all(everyday) and not menued and not (again and len(words) > 1)) or (
        len(words) == 1 and not (first or (again and words[0].startswith("ال")))
    ):
        return False
    repeated = page.reading.find(match.group(), match.end()) >= 0 and len(match.group()) >= _TITLE
    return (again or menu or headed or bool(first and rest)) and not repeated


def _person_in(page: Page, match: re.Match[str]) -> bool:
    return any(match.start() <= hit.start < match.end() for hit in page.doc.hits[known.PERSONS.name])


def _comes_back(page: Page, name: str, after: int) -> bool:
    """Whether a name stands further down in quotation marks, in brackets, after /, or at the head of a byline."""
    again = (
        rf"[«“\"(/]{name}[»”\")/:]|\n{name} ?(?:[:–—|/-]|$)"
        rf"|(?<![^\W_])(?:تصريح|حديث|حديثه|حديثها|خاص) ل{name}(?![^\W_])"
        rf"|(?<![^\W_])(?:و?بحسب|وفق|مراسله?|فريق|©|حصلت|علمت|تواصلت|عليها?|تلقته?) {name}(?![^\W_])"
    )
    return re.compile(again, re.MULTILINE).search(page.reading, after) is not None


def _kind_again(page: Page, name: str, after: int) -> bool:
    """Whether a name stands further down behind the word for its kind: `وكالة X`, `لصحيفة X`."""
    return (
        re.compile(rf"(?<![^\W_])[وبل]{{0,2}}(?:صحيفه|جريده|موقع|قناه|مجله|وكاله|اذاعه) {name}(?![^\W_])").search(
            page.reading, after
        )
        is not None
    )


def _menu_follows(page: Page, end: int, longest: int = 40) -> bool:
    """Whether the next line is short, as section names are."""
    following = page.reading[end:].lstrip("\n ").partition("\n")[0]
    return len(following) < longest

"""A page's masthead: the outlet in one of its first lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from musnad.stages.names import extents
from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import sure
from musnad.stages.names.words import Page, lines

__all__ = ["TAILS", "bare", "comes_back", "find", "found", "kind_again"]

_HEAD = r"(?:وكاله انباء |وكاله |صحيفه |جريده |قناه |موقع |مجله )?"
_FIRST = re.compile(
    rf"{_HEAD}(?P<name>[^\W\d_]+(?: [^\W\d_]+){{0,3}}?(?: \d{{2}})?)"
    r"(?P<described>(?: (?:الالكترونيه?|اليوميه|الاسبوعيه|الاخباريه?|للانباء|الرقميه))*)"
    r"(?P<rest> ?(?:(?:[|›»←–—/·•-]|::|(?<= )\. |[^\w\s،؛:؟!.,()«»\"'“”%٪$]).*)?)"
)
_LATIN = re.compile(r"(?P<latin>[a-z][a-z ]+[a-z]) ?[|/-] ?(?P<name>[^\W\d_a-z]+(?: [^\W\d_a-z]+){0,3})")
_OF_NEWS = " للانباء"  # `وكالة X للأنباء` is `X للأنباء`
_NEWS_OF = "وكاله انباء "
_STARTS = known.cues("publisher starts")
TAILS = known.cues("headed outlet tails")
_WORD = re.compile(r"[^\W\d_]+")
_SECTION = 15  # code points of a section's name that stands alone on its line
_SHORT, _TITLE = 90, 30  # code points: a masthead is no longer; what is longer and comes back is a title
_MENU = known.cues("publisher menu")


def found(start: int, end: int, rule: str) -> Found:
    return Found(start, end, "OUTLET", known.RULES[rule].name, kind="outlet", weight=3)


def find(page: Page) -> Iterator[Found]:
    """One of the first lines that is short, holds no verb, and comes back further down or stands before a menu."""
    for place, (start, end) in enumerate(lines(page.reading)):
        if place > 2:
            return
        both = _LATIN.fullmatch(page.reading, start, end)
        if both is not None and place == 0:
            arabic = found(*both.span("name"), "masthead")
            name = page.written(arabic.start, arabic.end)
            yield arabic
            yield replace(arabic, start=both.start("latin"), end=both.end("latin"), entity=name)
            return
        match = _FIRST.fullmatch(page.reading, start, end)
        if place == 0 and _above_menu(page, start, end):
            yield found(*bare(page, start, end), "masthead")
            return
        if place == 0 and _AGENCY.fullmatch(page.reading, start, end):
            yield from _agency(page, start, end)
            return
        if match is not None and end - start <= _SHORT and _isfind(page, match, first=place == 0):
            agency = match["described"] == _OF_NEWS and match.start("name") > match.start()
            agency = agency and page.whole(match["name"], _OF_NEWS, "وكاله")
            whole = agency or (_numbered(match) and page.whole(match["name"], match["described"], ""))
            of_news = match.group().startswith(_NEWS_OF) and page.always(match["name"], _NEWS_OF)
            of_news = of_news and known.OUTLETS.get(match["name"]) is None
            start = match.start() if of_news else match.start("name")
            yield found(*bare(page, start, match.end("described" if whole else "name")), "masthead")
            return


def _numbered(match: re.Match[str]) -> bool:
    """`دجلة 24 الإخبارية`: one describing word behind a name that the page never has without it."""
    return match["described"].count(" ") == 1 and match.start("name") == match.start() and match["name"][-1].isdigit()


_AGENCY = re.compile(r"(?P<name>وكاله انباء [^\W\d_]+(?: [^\W\d_]+)?) ?\((?P<short>[^\W\d_]{2,5})\)(?: .*)?")


def _agency(page: Page, start: int, end: int) -> Iterator[Found]:
    """`وكالة أنباء X (وان)`: an agency with its short name."""
    match = _AGENCY.fullmatch(page.reading, start, end)
    assert match is not None
    name = replace(found(*match.span("name"), "masthead"), kind="agency")
    name = replace(name, entity=page.written(name.start, name.end))
    yield name
    again = re.compile(rf"(?<![^\W_]){match['short']}(?=[):\n]| ?[-–])")
    for short in again.finditer(page.reading):
        yield replace(name, start=short.start(), end=short.end())


def bare(page: Page, start: int, end: int) -> tuple[int, int]:
    """A masthead without what the page leaves off further down: `صدى X (الإخباري)`, `بوابة` before `X`."""
    first, _, rest = page.reading[start:end].partition(" ")
    if first == "بوابه" and rest and comes_back(page, rest, 0):
        return end - len(rest), end
    name, _, last = page.reading[start:end].rpartition(" ")
    cut = name and last in _DESCRIBING and not page.whole(name, f" {last}", "")
    return (start, start + len(name)) if cut else (start, end)


_DESCRIBING = ("الاخباري", "الاخباريه", "الالكترونيه", "الالكتروني", "نت")


def _above_menu(page: Page, start: int, end: int) -> bool:
    """Whether the first line is two to four words without a verb over a menu of bars: `سياسة | اقتصاد | رياضة`."""
    words = page.reading[start:end].split(" ")
    if not 2 <= len(words) <= 4 or _NAMED.fullmatch(page.reading, start, end) is None:
        return False
    following = page.reading[end:].lstrip("\n ").partition("\n")[0]
    if _binds(words) or "«" in following:
        return False  # a headline over a sentence with quotation marks
    told = (
        sure(words[0])
        or any(known.says(word) for word in words if word not in _WINDOWS)
        or all(word in _MENU for word in words)
        or (words[0] in _KINDS and not (words[0] == "بوابه" and len(words) > 2))
    )
    return _BARS.search(following) is not None and not told and not known.binds(words[0])


_NAMED = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")
_BARS = re.compile(r"[|›»·•].*[|›»·•]| / .* / ")
_KINDS = frozenset("صحيفه جريده قناه موقع وكاله مجله اذاعه شبكه بوابه".split())


def _binds(words: list[str]) -> bool:
    """Whether a preposition or the like is among words, but for `نافذة على X`."""
    if len(words) == 3 and words[0] in _WINDOWS and words[1] == "علي":
        return False
    return any(known.binds(word) and not word.startswith("ال") for word in words)


_WINDOWS = ("نافذه", "عين", "اطلاله", "اضواء", "شرفه", "نظره", "كوه")


def _tells_kind(words: list[str], rest: str) -> bool:
    """Whether a masthead says that it is one: `نهر نيوز`, `X — يومية اقتصادية`."""
    return (len(words) > 1 and words[-1] in TAILS) or _TELLS_KIND.match(rest) is not None


_TELLS_KIND = re.compile(
    r"[|–—-] ?(?:صحيفه|جريده|يوميه|اسبوعيه|مجله|وكاله|موقع|قناه|اذاعه|منصه|شبكه) [^\W\d_]+يه?(?![^\W_])"
)


# `السنديان` over `أسبوعية اقتصادية مصورة`
_KIND_BELOW = re.compile(
    r"[\s|–—-]*(?:صحيفه|جريده|يوميه|اسبوعيه|مجله|دوريه) [^\W\d_]+ه(?: [^\W\d_]+ه){0,2} *(?:$|[\n|–—-])", re.MULTILINE
)


def _isfind(page: Page, match: re.Match[str], *, first: bool) -> bool:
    """Whether a line of the shape of a masthead is one: what comes back, what a menu follows, what names its kind."""
    name, rest = match["name"], match["rest"].strip()
    kind = first and not rest and _KIND_BELOW.match(page.reading, match.end()) is not None
    words = name.split(" ")
    number = page.at(match.start("name"))
    writer = sure(words[0]) or (known.given(words[0]) and rest[:1] in tuple("-–—"))
    if writer and words[-1] not in TAILS and extents.person(page, number) - number == len(words) > 1:
        return False  # `سلوى المدني – جدة`
    if (
        len(words) == 1
        and not rest
        and match.start("name") == match.start()
        and not kind
        and (known.surname(name) or name.endswith("ي"))
    ):
        return False
    if words[0][0] == "و" and known.says(words[0]):
        return False  # `وأكد سالم الحلبي - مدير المعهد - أن`
    if known.title(words[0].removeprefix("ال")) or known.OUTLETS.get(rest.lstrip("-–—| ")) is not None:
        return False  # `الأمير فلان`, `فلان الفلاني – X`
    everyday = [known.common(word) for word in words]
    if (
        _binds(words[1:] if words[0] not in _WINDOWS else words[2:])
        or (everyday[0] and words[0] not in _STARTS and not _tells_kind(words, rest) and not _headed(match, first))
        or all(word in _MENU or (word[0] == "و" and word[1:] in _MENU) for word in words)
        or (_person_in(page, match) and not kind)
    ):
        return False
    headed = match.start("name") > match.start()
    if (first and _TELLS_KIND.match(rest)) or kind or _headed(match, first):  # `X — يومية اقتصادية`
        return True
    again = comes_back(page, name, match.end("name"))
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


def _headed(match: re.Match[str], first: bool) -> bool:
    """`جريدة المسار الاقتصادي` alone in the first line: definite words behind one for their kind."""
    words = match["name"].split(" ")
    alone = first and not match["rest"].strip() and match.start("name") > match.start()
    return alone and len(words) > 1 and all(word.startswith("ال") for word in words)


def _person_in(page: Page, match: re.Match[str]) -> bool:
    return any(match.start() <= hit.start < match.end() for hit in page.doc.hits[known.PERSONS.name])


def comes_back(page: Page, name: str, after: int) -> bool:
    """Whether a name stands further down in quotation marks, in brackets, after /, or at the head of a byline."""
    again = (
        rf"[«“\"(/]{name}[»”\")/:]|\n{name} ?(?:[:–—|/-]|$)"
        rf"|(?<![^\W_])(?:تصريح|حديث|حديثه|حديثها|خاص) ل{name}(?![^\W_])"
        rf"|(?<![^\W_])(?:و?بحسب|وفق|مراسله?|فريق|©|حصلت|علمت|تواصلت|عليها?|تلقته?) {name}(?![^\W_])"
    )
    return re.compile(again, re.MULTILINE).search(page.reading, after) is not None


def kind_again(page: Page, name: str, after: int) -> bool:
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

"""Who publishes the page, as its masthead, dateline or byline tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from musnad.stages.names import extents
from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.words import Page, lines

__all__ = ["find"]

_BY = r"(?:فريق التحرير|هيئه التحرير|متابعات|متابعه|رصد|وكالات)"
_NAME = r"(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,3})"
_PLACE = r"[^\W\d_]+(?: [^\W\d_]+)?"
_HEAD = r"(?:وكاله انباء |وكاله |صحيفه |جريده |قناه |موقع |مجله )?"
_PATTERNS = (
    ("masthead_byline", re.compile(rf"{_NAME} ?[-–—/|] ?{_BY}(?![^\W_])")),
    ("masthead_byline", re.compile(rf"(?:[^\W\d_]+ [-–—] )?خاص ?(?:[-–—/|:] ?)?«?{_NAME}»?$")),
    ("masthead_byline", re.compile(rf"{_NAME} ?[-–—/|] ?خاص$")),
    ("masthead_dateline", re.compile(rf"{_NAME} ?/ ?[^\W\d_]+$")),
    ("masthead_dateline", re.compile(rf"{_PLACE}(?:[^()\n]{{0,40}}\d[^()\n]{{0,12}}| ?[-–ـ] ?)\({_NAME}\)")),
    ("masthead_dateline", re.compile(rf"{_PLACE} ?\({_NAME}\) ?(?:[-–ـ:]|$)")),
    ("masthead_dateline", re.compile(rf"[^\W\d_]+ [^()\n/]{{3,20}}/{_NAME}/")),
    ("masthead_rights", re.compile(rf"(?:©|جميع الحقوق محفوظه ل\w*) ?«?{_NAME}»?(?: \d{{4}})?")),
)
_FIRST = re.compile(rf"{_HEAD}(?P<name>[^\W\d_]+(?: [^\W\d_]+){{0,3}}?)(?: الالكترونيه)?(?P<rest> ?(?:[|›»←–—/-].*)?)")
# Words of menus: a first line of these is navigation.
_WRITER = re.compile(rf"{_NAME} ?[-–—] ?(?P<writer>[^\W\d_]+(?: [^\W\d_]+){{1,3}})")
_LATIN = re.compile(r"(?P<latin>[a-z][a-z ]+[a-z]) ?[|/-] ?(?P<name>[^\W\d_a-z]+(?: [^\W\d_a-z]+){0,3})")
_MENU = frozenset(
    "الرئيسيه اخبار الاخبار اخر سياسه عاجل محليات رياضه اقتصاد منوعات ثقافه راي مقالات تقارير حوارات فيديو صور ساخنه مباشر حوادث عشائر بث تخطي اقرا".split()
)
_STARTS = frozenset("اخبار خبر الخبر مركز مرصد صوت ماء شبكه وكاله صحيفه نبض".split())
_EARLY = 700  # code points of a page that a masthead or dateline may lie in


def find(page: Page) -> Iterator[Found]:
    """As `_told`, under the outlet's known name where it has one."""
    return (_known_name(page, name) for name in _told(page))


def _told(page: Page) -> Iterator[Found]:
    """The publishing outlet's name where it first tells itself: masthead first, then byline, dateline, rights."""
    yield from _masthead(page)
    for start, end in lines(page.reading):
        for rule, pattern in _PATTERNS:
            if start > _EARLY and rule != "masthead_rights":
                continue
            match = pattern.match(page.reading, start, end)
            if match and (_nameable(match["name"]) or (rule == "masthead_dateline" and " " in match["name"])):
                yield _found(*match.span("name"), rule)
        if start < _EARLY:
            yield from _before_writer(page, start, end)


def _before_writer(page: Page, start: int, end: int) -> Iterator[Found]:
    """`X – فلان الفلاني`: a line of an outlet and a writer, where what stands first is no known place."""
    match = _WRITER.fullmatch(page.reading, start, end)
    if match is None or not _nameable(match["name"]) or " " not in match["name"]:
        return
    first = page.at(match.start("writer"))
    if known.given(page.form(first)) and page.words[extents.person(page, first) - 1].end == end:
        yield _found(*match.span("name"), "masthead_byline")


def _found(start: int, end: int, rule: str) -> Found:
    return Found(start, end, "OUTLET", known.RULES[rule].name, kind="outlet", weight=3)


def _known_name(page: Page, name: Found) -> Found:
    row = known.OUTLETS.get(page.reading[name.start : name.end])
    return replace(name, entity=row["entity"], kind=row["kind"]) if row and name.entity is None else name


def _nameable(name: str) -> bool:
    words = name.split(" ")
    if all(known.common(word) or word in _MENU for word in words) and len(words) != 1:
        return False
    return not any(word in _MENU for word in words[:1]) and not known.nationality(words[0]) and not (
        len(words) == 1 and (known.common(words[0]) or words[0] in _MENU)
    )


def _masthead(page: Page) -> Iterator[Found]:
    """One of the first lines that is short, holds no verb, and comes back further down or stands before a menu."""
    for place, (start, end) in enumerate(lines(page.reading)):
        if place > 2:
            return
        both = _LATIN.fullmatch(page.reading, start, end)
        if both is not None and place == 0:
            name = _found(*both.span("name"), "masthead")
            yield name
            yield replace(name, start=both.start("latin"), end=both.end("latin"), entity=page.written(name.start, name.end))
            return
        match = _FIRST.fullmatch(page.reading, start, end)
        if match is None or end - start > 90:
            continue
        name, rest = match["name"], match["rest"].strip()
        words = name.split(" ")
        again = page.reading.find(name, match.end("name")) >= 0 and not page.reading[end:].lstrip().startswith(name)
        if known.common(words[0]) and words[0] not in _STARTS:
            continue
        if any(known.common(word) and word not in ("اخبار", "خبر", "الخبر", "مركز", "مرصد", "صوت", "النهر", "ماء") for word in words) and not again:
            continue
        if all(word in _MENU or known.common(word) for word in words) or _person_in(page, match):
            continue
        if len(words) == 1 and not (place == 0 or again and words[0].startswith("ال")):
            continue
        alone = place == 0 and not rest and len(words) <= 3 and match.start("name") == start
        if again or (place == 0 and rest) or (alone and _menu_follows(page, end)) or match.start("name") > start:
            if not page.reading.find(page.reading[start:end], end) >= 0 or end - start < 30:
                yield _found(match.start("name"), match.end("name"), "masthead")
                return


def _person_in(page: Page, match: re.Match[str]) -> bool:
    return any(match.start() <= hit.start < match.end() for hit in page.doc.hits[known.PERSONS.name])


def _menu_follows(page: Page, end: int) -> bool:
    """Whether the next line is short, as section names are."""
    following = page.reading[end:].lstrip("\n ").partition("\n")[0]
    return len(following) < 40

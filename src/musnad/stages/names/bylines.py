"""Writers: persons in bylines, and lines that are nothing but a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from musnad.stages.names import extents, parts
from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import ordinary, sure
from musnad.stages.names.words import Page, lines

__all__ = ["find"]

_CREDIT = re.compile(
    r"(?:كتب[ته]?|كتبت|بقلم|تحرير|اعداد|حاورها|حاورتها|حاوره|حاورته|اجري الحوار|اجرت الحوار|تصوير|ترجمه|تقرير|حوار"
    r"|تدقيق|مراجعه|الصوره|صوره|عدسه|رسوم)"
    r"(?: [-–/]| :|:|)[ –/:-]*"
)
_DASHED = re.compile(r"[^\W\d]+(?: [^\W\d]+){0,2} ?[-–—:] ?")
_DASH = re.compile(r" ?[-–—]")
_WRITER = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){1,3} ?[-–—]")
_SHORT = 4  # letters of a family name that is an everyday word, too
_LATIN = re.compile(r"[a-z]{2,}(?: [a-z]{2,}){1,2}")


def find(page: Page) -> Iterator[Found]:
    """Names of writers, photographers and translators."""
    for start, end in lines(page.reading):
        if end - start < 60 and (start > 0 or _WRITER.match(page.reading, start, end)):
            yield from _whole(page, start, end)  # the first line is the title, or a masthead
        for credit in _CREDIT.finditer(page.reading, start, min(end, start + 400)):
            before = page.reading[credit.start() - 1 : credit.start()]
            if before in ("\n", "", "(", " ", "-") and (before != " " or ":" in credit.group()):
                yield from _person(page, credit.end(), end, "credited")


def _person(page: Page, start: int, end: int, rule: str) -> Iterator[Found]:
    first = page.at(start)
    if page.article(first) and (
        known.title(page.form(first)[2:]) or known.title(page.form(first))
    ):  # `حوار | المخرج فلان`
        first, start = first + 1, page.words[first].end + 1
        if page.article(first) and known.nationality(page.form(first)):  # `كتب اللاعب المغربي فلان`
            first, start = first + 1, page.words[first].end + 1
    after = max(extents.person(page, first, titled=True), _to_end(page, first, end), _to_bracket(page, first))
    if after - first < 2 or page.words[first].start - start > 2 or page.words[after - 1].end > end:
        return
    yield Found(
        page.words[first].start, page.words[after - 1].end, "PER", known.RULES[rule].name, kind="person", weight=2
    )


def _house(form: str) -> bool:
    return form.endswith("ي") or (parts.nameable(form) and not ordinary(form))


def _to_end(page: Page, first: int, end: int) -> int:
    """A given name and one definite word that fill the line are a name, though the second be a common word."""
    if not sure(page.form(first)) or not page.article(first + 1) or page.gap(first + 1) != " ":
        return first
    return first + 2 if page.words[first + 1].end == end else first


def _to_bracket(page: Page, first: int) -> int:
    """`(الصورة: سلمى با)`: a given name and a short word that close a bracket."""
    form, gap = page.form(first + 1), page.gap(first + 2)
    named = form.isalpha() and page.gap(first + 1) == " " and (len(form) < _SHORT or not known.common(form))
    return first + 2 if named and (gap.startswith(")") or "\n" in gap) and sure(page.form(first)) else first


def _whole(page: Page, start: int, end: int) -> Iterator[Found]:
    """A line that is a name, or a place and a name: `دبي – سعود المهيري`."""
    line = page.reading[start:end]
    if _LATIN.fullmatch(line):
        name = page.written(start, end)
        if name.islower() or name.istitle():
            yield Found(start, end, "PER", known.RULES["alone"].name, name.title(), "person", weight=1)
        return
    dashed = _DASHED.match(line)
    if line.startswith("ال") and not dashed:
        return
    begins = [] if line.startswith("ال") else [start]
    for begin in [*begins, start + dashed.end()] if dashed else begins:
        first = page.at(begin)
        if first >= len(page.words) or (page.form(first)[0] == "و" and known.says(page.form(first))):
            continue  # `وأكد سالم الحلبي - مدير المعهد - أن`
        both = known.word_and_name(page.form(first)) and _house(page.form(first + 1))  # `آية الحموي`
        after = max(extents.person(page, first, titled=both), _to_end(page, first, end))
        size = after - first
        tail = page.reading[page.words[after - 1].end : end] if size > 1 else "-"
        head = begin == start and not page.reading[:start].strip()
        ends = not tail.strip() or tail.startswith(":") or (head and _DASH.match(tail))
        if 2 <= size <= 4 and page.words[after - 1].end <= end and ends:
            form = page.form(first)
            last = page.form(after - 1)
            if known.title(form) and known.place(last):
                return  # `أمين تبوك: …`
            nisba = page.article(after - 1) and last.endswith("ي")
            if not (sure(form, world=False) or nisba or parts.listed(last)) and ordinary(last):
                return  # `بوتين غاضب`
            if (
                known.given(form)
                or sure(form, world=False)
                or both
                or (
                    begin == start
                    and any(known.given(page.form(n)) or known.surname(page.form(n)) for n in range(first, after))
                )
            ):
                yield Found(
                    page.words[first].start,
                    page.words[after - 1].end,
                    "PER",
                    known.RULES["alone"].name,
                    kind="person",
                    weight=2,
                )
                return

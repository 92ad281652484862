"""The page's own day as its text tells it, for pages of which nothing outside the text does.

In this order: a stamp (a short line that holds little but a date), an agency's dateline at the head of a
paragraph, the weekday and full date that the lead tells of. A date in running text is never taken:
most of those are background.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from musnad.doc import Doc, Furniture, Published
from musnad.stages.times.calendar import Now
from musnad.stages.times.grammar import Found, read_windows
from musnad.stages.times.tense import tense
from musnad.stages.times.tokens import CODE, Window

__all__ = ["published"]

STAMP_WORDS = 7  # words that may stand beside the date in a stamp: a place, an agency, `نشر في`, an author
DATELINE_WORDS = 5  # a place or two, `في`, a weekday
LONG = 120  # characters from which a line is a paragraph of the body
HEAD_PARAGRAPHS = 2  # a stamp stands before the end of this many paragraphs, else at the page's foot, alone
LEAD_PARAGRAPHS = 3
LEAD_REACH = 90  # characters from a paragraph's beginning in which the lead tells its day
_DATED = re.compile("[" + CODE["year"] + CODE["hijri_year"] + CODE["numeric"] + "]")
# A day or month of the time in which pages are published on the web.
_FULL = re.compile(r"(?:199[6-9]|20\d\d)-(?:0\d|1[0-2])(?:-\d\d)?")
_DATES = {f"times/rules:{rule}" for rule in ("dual_date", "day_of_month", "english_day", "numeric_day", "month")}
_NO_STAMP = re.compile(r"ارشيف|اقرا|شاهد|طالع|منذ عام|©|حقوق|مواليد|تصوير|خرائط|\?|؟|!")
_NO_LABEL = {"title", "repeat_title", "readalso", "related", "author_bio", "comments", "caption"}
# Behind an agency's dateline: `(المصب) –`, `/سانا/`, `- واص -`, `( د ب أ)`
_DATELINE_END = re.compile(r"[ ,]*(?:[(/][^)/\n]{2,30}[)/]|[-:](?! ?\d))")
_BACKGROUND = re.compile(r"(?:في|من|الي|حتي|منذ|قبل|بعد|تاريخ|بتاريخ|الصادره?|المورخه?|المنعقده?|المقرره?)")
# Words of a stamp itself, which do not count as beside it.
_OF_STAMP = re.compile(
    r"و?(?:نشر|اخر|تحديث|التحديث|النشر|متابعه|متابعات|تحرير|ترجمه|كتب|كتبت|بتوقيت|توقيت|تم|يوم|بتاريخ)"
)
_FEW = 3  # words beside a mere month


class _Line(NamedTuple):
    start: int
    text: str
    times: list[Found]


def published(doc: Doc, seen: Sequence[Window]) -> Published | None:
    """The page's day (or month, where a stamp has no more); None where the text does not tell it."""
    dated = (window for window in seen if _DATED.search(window.codes))
    times = [time for time in read_windows(dated, Now(), doc.reading.string) if _is_date(time)]
    if not times:
        return None
    lines = list(_lines(doc, times))
    found = _stamp(lines) or _dateline(lines) or _lead(lines, doc.reading.string)
    if found is None:
        return None
    rule, time = found
    return Published(span=doc.span(time.start, time.end), rule=f"times/rules:{rule}", value=time.value)


def _is_date(time: Found) -> bool:
    return (
        time.rule in _DATES
        and _FULL.fullmatch(time.value) is not None
        and not time.told & {"edge", "edge_end", "latest"}
    )


def _lines(doc: Doc, times: Sequence[Found]) -> Iterator[_Line]:
    """The page's lines that are not headlines, links or notes on other pages, with the times on each."""
    reading = doc.reading
    apart = [reading.within(*mark.span) for mark in doc.marks(Furniture) if mark.label in _NO_LABEL]
    start = 0
    for text in reading.string.split("\n"):
        end = start + len(text)
        if text.strip() and not any(first <= start < last for first, last in apart):
            yield _Line(start, text, [time for time in times if start <= time.start < end])
        start = end + 1


def _is_stamp(line: _Line) -> bool:
    if not line.times or len(line.text) > LONG or _NO_STAMP.search(line.text):
        return False
    rest = line.text
    for time in reversed(line.times):
        rest = rest[: time.start - line.start] + rest[time.end - line.start :]
    most = STAMP_WORDS if any(len(time.value) == 10 for time in line.times) else _FEW
    beside = [word for word in re.findall(r"[^\W\d_]{2,}", rest) if not _OF_STAMP.fullmatch(word)]
    return len(beside) <= most and not rest.rstrip().endswith(".")


def _best(times: Iterable[Found]) -> Found:
    """A full day before a mere month, else the first."""
    return max(times, key=lambda time: (len(time.value), -time.start))


def _stamp(lines: Sequence[_Line]) -> tuple[str, Found] | None:
    paragraphs = 0
    foot: list[Found] = []
    for line in lines:
        paragraphs += len(line.text) >= LONG
        if not _is_stamp(line):
            continue
        if paragraphs < HEAD_PARAGRAPHS:
            return "stamp", _best(line.times)
        foot.append(_best(line.times))
    return ("stamp", foot[0]) if len({time.value for time in foot}) == 1 else None


def _dateline(lines: Sequence[_Line]) -> tuple[str, Found] | None:
    for line in lines:
        for time in line.times:
            before, after = line.text[: time.start - line.start], line.text[time.end - line.start :]
            words = before.split()
            led = {"منذ", "حتي", "قبل", "بعد"} & set(words)
            if len(words) <= DATELINE_WORDS and not led and len(time.value) == 10 and _DATELINE_END.match(after):
                return "dateline", time
    return None


def _lead(lines: Sequence[_Line], reading: str) -> tuple[str, Found] | None:
    """`جددت القوات الأحد 27 حزيران 2021 …`: the weekday bare or after `اليوم`, led by no word of background."""
    for line in [line for line in lines if len(line.text) >= LONG][:LEAD_PARAGRAPHS]:
        for time in line.times:
            if "weekday" not in time.told or len(time.value) < 10:
                continue
            words = line.text[: time.start - line.start].split()
            led = words and _BACKGROUND.fullmatch(words[-1])
            named = time.rule == "times/rules:day_of_month" and "day_word" not in time.told
            bare = named or "today" in time.told
            if bare and not led and time.start - line.start <= LEAD_REACH:
                return None if tense(reading, time.start, time.end) > 0 else ("lead", time)
    return None

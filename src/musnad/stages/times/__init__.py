"""The times room: every expression of time on a page, and the page's own day where its text tells it.

Triggers (months, weekdays, units, parts of the day, feasts, years in digits) are found by the one scan;
the words round them are cut into tokens, rules.toml holds the patterns over tokens, and each pattern
names the function that reckons its value: EDTF, or symbolic (`DCT-P1D`, `PAST_REF`) where the page's day
is not known.
"""

from __future__ import annotations

from collections.abc import Iterable

from musnad.doc import Doc, Furniture, Mark, Published, TimeExpression
from musnad.rules import Lexicon
from musnad.stages.times import lexicons
from musnad.stages.times.calendar import now
from musnad.stages.times.grammar import read_windows
from musnad.stages.times.names_of_today import named_today
from musnad.stages.times.published import published
from musnad.stages.times.tokens import windows

NAME = "times"
CLOCK = "times/rules:clock"
LEXICONS: tuple[Lexicon, ...] = lexicons.TRIGGERS
READS: tuple[type[Mark], ...] = (Furniture,)
WRITES: tuple[type[Mark], ...] = (TimeExpression, Published)


def find(doc: Doc) -> Iterable[Mark]:
    """Times in the order of the page. Where the page's day is not known, it is looked for in the text first."""
    seen = list(windows(doc))
    told = doc.page.published
    if told is None and (day := published(doc, seen)) is not None:
        yield day
        told = day.value
    stamps = [doc.reading.within(*mark.span) for mark in doc.marks(Furniture) if mark.label == "dateline"]
    for time in read_windows(seen, now(told), doc.reading.string, named_today(doc.reading.string, doc.outlet)):
        if time.rule == CLOCK and any(start <= time.start < end for start, end in stamps):
            continue  # the guidelines leave the clock of a page's stamp out
        span = doc.span(time.start, time.end)
        yield TimeExpression(span=span, rule=time.rule, type=time.type, value=time.value)


def show(doc: Doc, mark: TimeExpression | Published) -> str:
    """`شهر مارس/ آذار الجاري = 2023-03`; the page's day as `published 2023-03-05`."""
    if isinstance(mark, Published):
        return f"published {mark.value}"
    return f"{doc.text(mark.span)} = {mark.value}"

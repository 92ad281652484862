"""The same page gives the same marks, in any order, in any process; and any text at all can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.doc import Doc, Mark, Page, Span
from musnad.pipeline import STAGES, annotate, annotate_many
from tests.gate.readings import gold_sets


@cache
def demo_pages() -> tuple[Page, ...]:
    return tuple(gold_sets()["demo"].each_page())


def marks(doc: Doc) -> list[Mark]:
    """All marks of a doc, room by room."""
    return [mark for stage in STAGES for kind in stage.WRITES for mark in doc.marks(kind)]


def spans(part: object) -> Iterator[Span]:
    """Every span within a mark, however deep."""
    if isinstance(part, Span):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from spans(each)
    elif is_dataclass(part):
        for each in fields(part):
            yield from spans(getattr(part, each.name))


def test_pages_give_the_same_marks_in_any_order() -> None:
    """A page's marks do not depend on when it is read, nor on what was read before it."""
    first = {page.doc: marks(annotate(page)) for page in demo_pages()}
    again = {page.doc: marks(annotate(page)) for page in reversed(demo_pages())}
    assert first == again


def test_pages_give_the_same_marks_in_other_processes() -> None:
    """Workers give the docs in the order of their pages, with the marks that one process makes."""
    pages = demo_pages() * 3  # enough for several batches
    alone = list(annotate_many(pages))
    shared = list(annotate_many(pages, workers=2))
    assert [doc.page for doc in shared] == list(pages)
    assert [marks(doc) for doc in shared] == [marks(doc) for doc in alone]


WORDS = sorted({form for stage in STAGES for lex in stage.LEXICONS for form in lex.by_form if form})
ALPHABET = (
    "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيـًٌَُِّْٰپچگیک٠١٢٣0123456789 \t\n\r\u00a0\u200f\u200b.,:;!?()[]/-–…،؛؟«»“”\"'@#*|ﷺﻻA"
)
PIECES = st.one_of(
    st.text(ALPHABET, max_size=8),
    st.sampled_from([*WORDS, "أن", "عن"]),
    st.sampled_from([" ", "\n", "\n\n", "، ", ". ", ": ", "«", "»", " و", " وأن ", "؟"]),
)


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from([None, "2023-02", "2023-02-28"]))
def test_any_text_can_be_read(source: str, published: str | None) -> None:
    """No text raises, no mark is empty, and every span of every mark lies within its page."""
    doc = annotate(Page("any", source, published=published))
    for mark in marks(doc):
        assert 0 <= mark.span.start < mark.span.end <= len(source)
        for span in spans(mark):
            assert 0 <= span.start <= span.end <= len(source)

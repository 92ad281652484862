"""What must hold of repairs, furniture, sentences and quotations on any page."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from musnad.doc import Doc, Furniture, Mark, Quotation, Repair, Sentence, Span
from musnad.text import fold
from tests.corpus import read

PIECES = [
    "قال", "الوزير", "إن", "«السد»", "و”قسد”", "“داع ش”", "\"لا", "مزيد\"", "القـ.ـتلى", "لـ«الصباح»", "نعم.", "هل؟",
    "3.5", "د.", "م.س", "…", "..", "«", "»", "“", "”", "‘سد’", "\n", "\n\n", "اقرأ أيضا:", "اترك تعليقا",
    "مقالات ذات صلة", "14 أيار 2024", "الرئيسية", "|", "\u200b", "قت.لى",
    "وذكرت المصادر ذلك أمس في بيان طويل جدا نشرته على صفحتها.",
]  # fmt: skip
PAGES = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(max_size=40)


def source_spans(doc: Doc, kind: type[Mark]) -> list[Span]:
    return [mark.span for mark in doc.marks(kind)]


def apart(spans: list[Span]) -> bool:
    return all(one.end <= other.start for one, other in itertools.pairwise(spans))


@given(PAGES)
def test_repairs_are_words_of_the_page(page: str) -> None:
    """A repair covers a slice of one line, begins and ends with a letter, and lies apart from the others."""
    doc = read(page)
    repairs = doc.marks(Repair)
    assert apart(source_spans(doc, Repair))
    for repair in repairs:
        written = doc.text(repair.span)
        assert "\n" not in written
        assert len(repair.clean) <= len(written)
        assert repair.clean
        assert fold(repair.clean) in doc.reading.string


@given(PAGES)
def test_sentences_lie_apart_and_outside_furniture(page: str) -> None:
    """Sentences do not overlap; no body sentence touches furniture; a title sentence is a title."""
    doc = read(page)
    furniture = doc.marks(Furniture)
    assert apart(source_spans(doc, Furniture))
    assert apart(source_spans(doc, Sentence))
    titles = {mark.span for mark in furniture if mark.label == "title"}
    for sentence in doc.marks(Sentence):
        if sentence.kind == "title":
            assert sentence.span in titles
        else:
            assert not any(
                mark.span.start < sentence.span.end > sentence.span.start < mark.span.end for mark in furniture
            )


@given(PAGES)
def test_every_word_is_furniture_or_in_a_sentence(page: str) -> None:
    """No letter of the reading is lost: it lies in furniture or in a sentence."""
    doc = read(page)
    covered = [False] * len(doc.source)
    for mark in (*doc.marks(Furniture), *doc.marks(Sentence)):
        covered[mark.span.start : mark.span.end] = [True] * (mark.span.end - mark.span.start)
    for i, character in enumerate(doc.reading.string):
        if character.isalnum():
            assert covered[doc.reading.span(i, i + 1)[0]]


@given(PAGES)
def test_paragraphs_count_down_the_page(page: str) -> None:
    """The number of a sentence's paragraph never falls down the page, and a sentence stays within a line."""
    doc = read(page)
    numbers = [sentence.paragraph for sentence in doc.marks(Sentence)]
    assert numbers == sorted(numbers)
    assert not any("\n" in doc.text(sentence.span) for sentence in doc.marks(Sentence))


@given(PAGES)
def test_quotations_hold_what_they_quote(page: str) -> None:
    """Inner words are not empty and lie inside the quotation; quotations nest or lie apart."""
    doc = read(page)
    spans = source_spans(doc, Quotation)
    for quotation in doc.marks(Quotation):
        assert quotation.span.start <= quotation.inner.start < quotation.inner.end <= quotation.span.end
        assert quotation.inner.end < quotation.span.end if quotation.closed else True
    for one in spans:
        for other in spans:
            assert not one.start < other.start < one.end < other.end


@given(PAGES)
def test_the_same_page_gives_the_same_marks(page: str) -> None:
    """Reading twice is reading once."""
    assert read(page).layers == read(page).layers

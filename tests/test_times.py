"""What holds for every time that the room finds, whatever the page."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.doc import Page, Published, TimeExpression
from musnad.pipeline import annotate
from musnad.rules import look_up, rules
from musnad.stages.times.calendar import Now, from_hijri, hijri_month, now, to_hijri, week
from musnad.stages.times.lexicons import NEIGHBOURS, TRIGGERS
from musnad.stages.times.wellformed import well_formed

GOOD = [
    "2021-06-27", "2023-02", "2011", "199X", "18XX", "2025-21", "XXXX-10-31", "XXXX-XX-25", "XXXX-XX", "2024-11-02?",
    "2023-01/2023-02", "2010/2015", "2025-02-09T05:12", "2024-06-18T20:30Z", "DCT", "DCT-P1D", "DCT/DCT+P10D",
    "DCT-PT24H/DCT", "PAST_REF", "P10D", "PXW", "PT60S", "PTXH", "P2Y6M", "PT1H20M",
]  # fmt: skip
BAD = [
    "", "P", "PT", "2021-13-01", "2021-02-30", "2021-6-27", "2025-25", "2025-21-01", "yesterday", "DCT-1D", "XXXX", "X",
    "2015/2010", "2023-02-10/2023-02-01", "2021-06-27T24:00", "2021/2022/2023", "1446-07-12H", "PXDX", "P1D2Y",
]  # fmt: skip
PIECES = sorted(
    {form for lex in (*TRIGGERS, *NEIGHBOURS) for row in lex.rows for form in row[lex.key].split("|")}
    | {"3", "15", "28", "1446", "2023", "2023/02/05", "5:12", "31/12/2025", "،", ".", "-", "/", "(", ")", "\n", "قال"}
)


@pytest.mark.parametrize("value", GOOD)
def test_values_of_the_guidelines_are_well_formed(value: str) -> None:
    """Every form that the guidelines write is well-formed."""
    assert well_formed(value)


@pytest.mark.parametrize("value", BAD)
def test_what_is_no_date_and_no_amount_is_not_well_formed(value: str) -> None:
    """A day that no calendar has, a reversed interval or free text is not well-formed."""
    assert not well_formed(value)


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.sampled_from([None, "2023", "2023-02", "2023-02-10", "2024-02-29", "2021-12-31"]),
)
def test_any_heap_of_time_words_gives_well_formed_values_inside_the_page(text: str, published: str | None) -> None:
    """Time words in any order never raise, and every mark is well-formed, whole and apart from the others."""
    doc = annotate(Page("heap", text, published=published))
    marks = doc.marks(TimeExpression)
    assert all(well_formed(mark.value) for mark in marks), [(doc.text(m.span), m.value) for m in marks]
    assert all(doc.text(mark.span).strip() == doc.text(mark.span) != "" for mark in marks)
    assert all(left.span.end <= right.span.start for left, right in pairwise(marks))
    assert all(well_formed(mark.value) for mark in doc.marks(Published))


HIJRI_MONTHS = [row for row in TRIGGERS[0].rows if row["slot"].endswith("hijri")]


@pytest.mark.parametrize("row", HIJRI_MONTHS, ids=lambda row: str(row["form"]))
def test_a_hijri_month_is_never_read_as_a_gregorian_one(row: dict[str, str]) -> None:
    """Without a year the day stays open; with one it is the civil day of the Hijri date."""
    for form in row["form"].split("|"):
        open_day = annotate(Page("open", f"وصل في 5 {form} إلى البلدة")).marks(TimeExpression)
        assert [mark.value for mark in open_day] == ["XXXX-XX-XX"]
        told = annotate(Page("told", f"وصل في 5 {form} 1445 إلى البلدة")).marks(TimeExpression)
        assert [mark.value for mark in told] == [str(from_hijri(1445, int(row["number"]), 5))]


def test_every_rule_is_found_by_its_name() -> None:
    """What a mark names as its rule can be looked up, and says what it is about."""
    for name, rule in rules("times").items():
        assert look_up(f"times/rules:{name}")["about"] == rule.about


def test_a_page_with_a_known_day_is_not_asked_for_another() -> None:
    """No Published mark is made where the day is known from outside the text."""
    assert not annotate(Page("known", "نشر في 05/02/2023\nقال", published="2023-02-06")).marks(Published)


@pytest.mark.parametrize("day", ["2015-08-03", "2023-04-01", "1999-12-31"])
def test_hijri_conversion_returns_to_its_day(day: str) -> None:
    """A civil day turned Hijri and back is the same day, and lies in its Hijri month."""
    there = now(day).date
    assert there is not None
    year, month, of_month = to_hijri(there)
    assert from_hijri(year, month, of_month) == there
    first, _, last = (hijri_month(year, month) or "").partition("/")
    assert first <= day <= last


def test_a_week_runs_from_monday_to_sunday() -> None:
    """The week of a Thursday begins three days before it."""
    there = now("2023-05-25").date
    assert there is not None
    assert week(there) == "2023-05-22/2023-05-28"


@pytest.mark.parametrize("published", ["", "soon", "2023-13", "2023-02-30", "2023-02-10/2023-02-12"])
def test_a_publication_date_that_is_none_is_not_guessed(published: str) -> None:
    """What is no EDTF date counts as not known."""
    assert now(published) == Now()

"""What must hold of every reading of every page."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from musnad.text import RIDERS, UNSEEN, Edit, Text, fold

ALPHABET = "ابتثجحخدسشصعفقلمنهويىةأإآؤئءپچکیھـًٌَُِّْٰ٠٣٩۴ \u00a0\n\r\t.،؛؟«»“”\"'‘’-–…0159aBZ\u200b\u200c\u200f\u00adﻻﷲﻣﺔ✓😀"
PAGES = st.text(alphabet=st.one_of(st.sampled_from(ALPHABET), st.characters(codec="utf-8")), max_size=80)


@st.composite
def repaired(draw: st.DrawFn) -> Text:
    """A reading of a page with some stretches of it repaired."""
    source = draw(PAGES)
    cuts = sorted(draw(st.sets(st.integers(0, len(source)), max_size=6)))
    edits = [
        Edit(start, end, draw(st.sampled_from(["داعش", "القتلى", "ﻻجئ", "x"])))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    return Text.read(source, edits)


@given(st.text())
def test_folding_twice_is_folding_once(string: str) -> None:
    """fold is idempotent, on any string at all."""
    assert fold(fold(string)) == fold(string)


@given(st.text())
def test_folding_keeps_lines(string: str) -> None:
    """fold neither drops nor makes a newline."""
    assert fold(string).count("\n") == string.count("\n")


@given(PAGES)
def test_a_reading_without_repairs_is_the_fold(source: str) -> None:
    """Without repairs the reading's string is the folded source."""
    assert Text.read(source).string == fold(source)


@given(repaired())
def test_spans_stay_in_bounds_and_in_order(text: Text) -> None:
    """Every character of the reading points into the source; neither end ever moves back."""
    spans = [text.span(i, i + 1) for i in range(len(text))]
    assert all(0 <= start <= end <= len(text.source) for start, end in spans)
    assert all(one[0] <= other[0] and one[1] <= other[1] for one, other in itertools.pairwise(spans))


@given(PAGES)
def test_what_a_character_points_at_folds_to_it(source: str) -> None:
    """Outside repairs, the slice that a character came from folds to something that holds the character."""
    text = Text.read(source)
    for i, character in enumerate(text.string):
        start, end = text.span(i, i + 1)
        assert character in fold(source[start:end])


@given(PAGES, st.data())
def test_a_span_folds_to_its_string(source: str, data: st.DataObject) -> None:
    """The source slice of a span folds to that stretch of the reading, a ligature at its edges taken whole."""
    text = Text.read(source)
    first = data.draw(st.integers(0, len(text)))
    last = data.draw(st.integers(first, len(text)))
    start, end = text.span(first, last)
    assert text.string[first:last] in fold(source[start:end])


@given(repaired(), st.data())
def test_pieces_are_the_slices_of_their_spans(text: Text, data: st.DataObject) -> None:
    """What one walk over both sides gives for spans in order is what each of them gives alone."""
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = list(itertools.pairwise(cuts))
    alone = [text.source[slice(*text.span(*span))] for span in spans]
    assert list(text.pieces(spans)) == alone


@given(repaired(), st.data())
def test_within_is_the_way_back(text: Text, data: st.DataObject) -> None:
    """within() of a span() covers it, and the two together settle: a third step moves nothing."""
    first = data.draw(st.integers(0, len(text)))
    last = data.draw(st.integers(first, len(text)))
    if first == last:
        return
    back = text.within(*text.span(first, last))
    assert back[0] <= first
    assert back[1] >= last
    assert text.within(*text.span(*back)) == back


@given(st.text(alphabet="ابتسيوم ،.\n0123456789", max_size=60), st.data())
def test_plain_text_maps_onto_itself(source: str, data: st.DataObject) -> None:
    """Where nothing folds, an offset is the same on both sides, and within() inverts span() exactly."""
    text = Text.read(source)
    first = data.draw(st.integers(0, len(source)))
    last = data.draw(st.integers(first, len(source)))
    assert text.span(first, last) == (first, last)
    assert text.within(first, last) == (first, last)


@given(st.text(alphabet="اب" + RIDERS + UNSEEN, max_size=40))
def test_signs_ride_with_their_letter(source: str) -> None:
    """A letter's span takes the signs written on it, so that no span begins with a sign on the letter before."""
    text = Text.read(source)
    rides = set(RIDERS) - set("-")
    for i in range(len(text)):
        start, _ = text.span(i, i + 1)
        assert source[start] not in rides

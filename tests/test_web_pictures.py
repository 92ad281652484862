"""The site's pictures and texts side by side: what they are laid out from is in them whole, and inside them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from musnad.casefile import cited
from musnad.casefile.ledger import Filter, ledger
from musnad.casefile.store import look
from musnad.doc import Span
from musnad.links.findings import Carrier, Prediction, Ref
from musnad.web.alignment import Pair, rows
from musnad.web.drawing import draw
from musnad.web.lanes import draw as lanes
from musnad.web.moments import KINDS as MOMENTS
from musnad.web.moments import Moment, days
from musnad.web.network import draw as streams
from musnad.web.source import record
from musnad.wording import Tongue, phrase
from tests.web_case import case


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return case(tmp_path_factory.mktemp("pictures") / "case.db")


def test_a_circle_of_tellers_can_be_drawn(path: Path) -> None:
    """Pages that had a claim from each other stand beside each other; no drawing takes for ever."""
    with look(path) as db:
        entries = {Ref(entry.doc, entry.number): entry for entry in ledger(db, Filter())}
    refs = [ref for ref in entries if ref.number == 1][:4]
    round_ = [
        Carrier(one, phrase("teller.named", "page"), other.doc)
        for one, other in zip(refs, refs[1:] + refs[:1], strict=True)
    ]
    for mirrored in (False, True):
        drawing = draw({ref: entries[ref] for ref in refs}, round_, mirrored=mirrored)
        assert {box.full for box in drawing.boxes} >= {entries[ref].outlet or ref.doc for ref in refs}
        assert all(0 <= box.x < drawing.width and 0 <= box.y < drawing.height for box in drawing.boxes)
        places = [(box.x, box.y) for box in drawing.boxes]
        assert len(places) == len(set(places))


WORDS = some.text(alphabet="\n ابج", max_size=40)


@given(WORDS, WORDS, some.lists(some.tuples(*[some.integers(0, 40)] * 4), max_size=6))
def test_two_texts_stand_beside_each_other_without_loss(here: str, there: str, places: list[tuple[int, ...]]) -> None:
    """Whatever they have in common and in whatever order: all words of both, in their order, and no pair twice."""
    pairs = [
        Pair(Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d)))
        for a, b, c, d in places
        if a != b and c != d and max(a, b) <= len(here) and max(c, d) <= len(there)
    ]
    laid = list(rows((here, ()), (there, [Span(0, min(1, len(there)))]), pairs))
    for text, side in ((here, "here"), (there, "there")):
        parts = [part for row in laid for part in getattr(row, side)]
        assert re.sub(r"\s", "", "".join(part.text for part in parts)) == re.sub(r"\s", "", text)
        firsts = [part.number for part in parts if part.first]
        assert len(firsts) == len(set(firsts))


def test_lines_that_are_copied_stand_beside_each_other() -> None:
    """What one page alone has stands beside nothing; what stands elsewhere is numbered."""
    here, there = "واحد\n\nاثنان\nثلاثة", "ثلاثة\nواحد\nزيادة\nاثنان"
    pairs = [Pair(Span(here.index(w), here.index(w) + len(w)), Span(there.index(w), there.index(w) + len(w)))
             for w in ("واحد", "اثنان", "ثلاثة")]  # fmt: skip
    laid = [
        (row.how, *("".join(part.text.strip() for part in side) for side in (row.here, row.there)))
        for row in rows((here, ()), (there, ()), pairs)
    ]
    assert laid == [
        ("own", "", "ثلاثة"), ("copied", "واحد", "واحد"), ("own", "", "زيادة"), ("copied", "اثنان", "اثنان"),
        ("own", "ثلاثة", ""),
    ]  # fmt: skip
    moved = [p for row in rows((here, ()), (there, ()), pairs) for p in (*row.here, *row.there) if p.how == "moved"]
    assert [part.number for part in moved] == [3, 3]


def moment(kind: str, period: str, state: str = "done") -> Moment:
    first, last = days(period)
    return Moment(kind, period, first, last, state)


@given(
    some.lists(some.tuples(some.sampled_from(MOMENTS), some.integers(2000, 2040), some.integers(1, 12)), max_size=300),
    some.booleans(),
)
def test_everything_that_is_drawn_lies_inside_the_picture(things: list[tuple[str, int, int]], mirrored: bool) -> None:
    """Few things or many, of days and of months, from the left and from the right; none is left out."""
    every = [moment(kind, f"{year}-{month:02}{'-05' if year % 3 else ''}") for kind, year, month in things]
    first, last = days("2010")[0], days("2030")[1]
    here = [each for each in every if first <= each.last and each.first <= last]
    drawn = lanes(here, first, last, mirrored=mirrored, latest=first, words=lambda _: "لقاء في العاصمة")
    assert sum(lane.count for lane in drawn.lanes) == len(here)
    for lane in drawn.lanes:
        shown = len(lane.marks) + sum(bar.count for bar in lane.bars) + sum(stripe.count for stripe in lane.stripes)
        assert shown == lane.count
        assert all(drawn.left <= mark.x <= drawn.right and lane.y < mark.y <= lane.base for mark in lane.marks)
        assert all(drawn.left - 1 <= bar.x and bar.x + bar.width <= drawn.right + 2 for bar in lane.bars)
        assert lane.base < drawn.height
    edges = [lane.y for lane in drawn.lanes]
    assert edges == sorted(edges)


def test_words_of_events_do_not_touch_each_other() -> None:
    """Each stands in a row with room for it."""
    every = [moment("event", f"2025-09-{day:02}") for day in range(1, 21)]
    (lane,) = lanes(every, *days("2025-09"), mirrored=True, words=lambda _: "لقاء بين الوفدين").lanes
    assert len({(mark.x, mark.y) for mark in lane.marks}) == len(every)
    assert all(mark.label for mark in lane.marks)


def test_the_axis_names_days_months_or_years() -> None:
    """As fine as there is room for."""

    def named(since: str, until: str) -> list[str]:
        first, last = days(since)[0], days(until)[1]
        return [tick.period for tick in lanes([], first, last, mirrored=False, words=str).ticks if tick.named]

    assert named("2025-09-20", "2025-10-05") == ["2025-09", "2025-10"]
    assert named("2025-09", "2025-12") == ["2025-09", "2025-10", "2025-11", "2025-12"]
    assert named("2010", "2020")[:2] == ["2010", "2011"]


def test_the_network_draws_every_statement_once(path: Path) -> None:
    """What goes into a node comes out of it, as far as it is no end; lesser ones are drawn together."""
    with look(path) as db:
        ways = cited.ways(db)
    for code in ("ar", "en"):
        drawn = streams(ways, Tongue(code))
        assert sum(node.count for node in drawn.nodes if node.column == 0) == ways.total()
        assert sum(node.count for node in drawn.nodes if node.column == 2) == ways.total()
        assert max(sum(node.column == column for node in drawn.nodes) for column in range(3)) <= 21
        assert all(0 <= node.x < 1080 and node.y + node.height <= drawn.height for node in drawn.nodes)
    assert not streams(Counter(), Tongue("ar")).nodes


def test_a_record_counts_what_came_of_predictions() -> None:
    """With the interval of the share that came true; of nothing there is none."""
    told = [Prediction("a", "2025", outcome) for outcome in ("fulfilled", "fulfilled", "partly", "unresolved")]
    found_ = record(told)
    assert found_.outcomes == (("fulfilled", 2), ("partly", 1), ("unresolved", 1))
    assert found_.resolved == 3
    assert found_.share
    assert found_.share[0] < 2 / 3 < found_.share[1]
    assert record([]).share is None

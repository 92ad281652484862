"""Predictions, events and positions across pages: what invented stories hold, and what holds of any pages.

Figures of the stories may only rise; what each expects stands in its `expected.json`.
"""

from __future__ import annotations

import json
import random
import re
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from musnad.doc import Page
from musnad.links import link
from musnad.links.account import Account, When, account
from musnad.links.findings import Evidence, Story
from musnad.links.process.days import Days, bounds, overlap
from musnad.links.process.due import narrowed
from musnad.links.process.leaves import leaves, stem
from musnad.links.process.parties import parties
from musnad.links.process.talks import talks
from musnad.pipeline import annotate_many
from musnad.text import fold
from tests.gate.readings import ROOT, GoldSet, gold_sets

FOLDER = ROOT / "tests" / "stories"
TOLD = ("merger", "truce")
# F1 of predictions found, of due, of outcomes, of events, of positions.
FLOORS = {"merger": (0.93, 0.93, 0.93, 0.8, 0.7), "truce": (0.84, 0.7, 0.84, 0.8, 0.9)}
_INTERVAL = re.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?|\.\.)/(?:\d{4}-\d\d-\d\d|\.\.)")


@cache
def pages(name: str) -> tuple[Account, ...]:
    """The accounts of an invented story, or of the demo story."""
    found = gold_sets()[name] if name == "demo" else GoldSet(name, FOLDER / name / "pages", FOLDER / name)
    return tuple(map(account, annotate_many(list(found.each_page()), 1)))


@cache
def story(name: str) -> Story:
    return link(pages(name))


@cache
def expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / name / "expected.json").read_text(encoding="utf-8"))
    return found


def f1(hits: int, wanted: int, found: int) -> float:
    return 2 * hits / (wanted + found) if wanted + found else 1.0


def figures(name: str) -> tuple[float, ...]:
    """F1 of predictions (found, due, outcome), events and positions; what is no single truth is not counted."""
    told, wanted = story(name), expected(name)
    said = {(page.doc, s.number): s.what for page in pages(name) for s in page.sayings}
    members = {claim.id: [(ref.doc, said[ref]) for ref in claim.members] for claim in told.claims}
    pairs = []
    left = list(told.predictions)
    for want in wanted["predictions"]:
        words = fold(want["words"])
        hit = next((p for p in left if any(d == want["page"] and words in w for d, w in members[p.claim])), None)
        if hit is not None:
            left.remove(hit)
        pairs.append((want, hit))
    sizes = len(wanted["predictions"]), len(told.predictions)
    found = [(want, hit) for want, hit in pairs if hit is not None]
    due = sum(want["due"] in (None, hit.due) for want, hit in found)
    outcome = sum(want["outcome"] in (None, hit.outcome) for want, hit in found)
    events = matched(
        wanted["events"],
        [(e.type, set(e.actors), {words.doc for words in e.rests}) for e in told.events],
        lambda want, e: (
            want["type"] == e[0] and set(want["pages"]) & e[2] and (not want["actors"] or set(want["actors"]) & e[1])
        ),
    )
    stands = matched(
        wanted["positions"],
        [(p.kind, p.actor, set(p.docs)) for p in told.positions],
        lambda want, p: want["kind"] == p[0] and want["actor"] == p[1] and set(want["pages"]) & p[2],
    )
    return f1(len(found), *sizes), f1(due, *sizes), f1(outcome, *sizes), events, stands


def matched(wanted: list[Any], found: list[Any], same: Any) -> float:
    left = list(found)
    for want in wanted:
        hit = next((item for item in left if same(want, item)), None)
        if hit is not None:
            left.remove(hit)
    return f1(len(found) - len(left), len(wanted), len(found))


@pytest.mark.parametrize("name", TOLD)
def test_invented_stories_are_told(name: str) -> None:
    """Predictions with their days and outcomes, events and positions are found as far as they were before."""
    assert all(have >= floor for have, floor in zip(figures(name), FLOORS[name], strict=True)), figures(name)


@pytest.mark.parametrize("name", TOLD)
def test_the_order_of_pages_does_not_matter(name: str) -> None:
    """The same pages give the same story, shuffled or not."""
    shuffled = list(pages(name))
    random.Random(7).shuffle(shuffled)
    assert link(shuffled) == story(name)


@pytest.mark.parametrize("name", [*TOLD, "demo"])
def test_evidence_lies_on_its_page(name: str) -> None:
    """What resolves a prediction, and what an event rests on, are words of their page."""
    last = {page.doc: max(page.ends) for page in pages(name)}
    told = story(name)
    shown: list[Evidence] = [words for event in told.events for words in event.rests]
    shown += [p.evidence for p in told.predictions if p.evidence is not None]
    assert shown
    assert all(0 <= words.start < words.end <= last[words.doc] for words in shown)


@pytest.mark.parametrize("name", [*TOLD, "demo"])
def test_what_is_due_is_an_interval(name: str) -> None:
    """`due` is EDTF, does not end before it begins, and nothing is resolved by a page that came before."""
    published = {page.doc: page.published for page in pages(name)}
    for told in story(name).predictions:
        assert _INTERVAL.fullmatch(told.due), told.due
        first, last = told.due.split("/")
        assert ".." in (first, last) or first <= last
        shown = told.resolved_by or told.evidence
        assert (told.outcome == "unresolved") == (shown is None)
        assert shown is None or str(published[shown.doc]) > str(told.made)


def test_a_prediction_is_claimed_once() -> None:
    """No claim is two predictions, and every prediction is a claim."""
    told = story("demo")
    names = [p.claim for p in told.predictions]
    assert len(names) == len(set(names))
    assert set(names) <= {claim.id for claim in told.claims}


def test_events_come_by_day() -> None:
    """Events are in the order of their days, those without a day last."""
    days = [event.date or "9999" for event in story("demo").events]
    assert all(a <= b for a, b in pairwise(days))


def test_who_stands_behind_whom() -> None:
    """A title's adjective or name tells for whom a person speaks; so does the adjective of an office."""
    who = parties(pages("truce"), story("truce").claims, leaves(pages("truce")))
    assert who.of("كنان رادي") == who.of("عماد توران") == "سلفار"
    assert who.of("أيمن سالو") == "جبهة الشرق"
    assert who.of("وزارة الخارجية الأرونية") == who.of("ياسين دلفي") == "أرونيا"


def test_talks_know_their_mediator_and_their_disputes() -> None:
    """Who sponsors an agreement mediates; parties hold positions; a condition stands at the level it hangs on."""
    found = talks(story("truce"), pages("truce"))
    mediators = {party.name for party in found.parties if party.mediates}
    assert mediators == {"أرونيا"}
    assert {"سلفار", "جبهة الشرق"} <= {party.name for party in found.parties if not party.mediates}
    assert any(track.level for track in found.tracks)


@pytest.mark.parametrize(
    ("value", "published", "days"),
    [
        ("2024-03", None, ("2024-03-01", "2024-03-31")),
        ("2024", None, ("2024-01-01", "2024-12-31")),
        ("2023-24", None, ("2023-12-01", "2024-02-29")),
        ("DCT/DCT+P10D", "2024-03-01", ("2024-03-01", "2024-03-11")),
        ("DCT-P1D", "2024-03-01", ("2024-02-29", "2024-02-29")),
        ("FUTURE_REF", "2024-03-01", None),
        ("2024-02-31", None, None),
        ("DCT", None, None),
    ],
)
def test_values_are_days(value: str, published: str | None, days: tuple[str, str] | None) -> None:
    """Dates, seasons and what is relative to the page are stretches of days; what names none is none."""
    assert bounds(value, published) == days


def test_days_overlap_unless_they_are_known_not_to() -> None:
    """Open ends and unknown days may share a day with anything."""
    assert overlap(("2024-03-01", ".."), ("2025-01-01", "2025-01-02"))
    assert overlap(None, ("2025-01-01", "2025-01-02"))
    assert not overlap(("2024-03-01", "2024-03-09"), ("2024-03-10", "2024-03-11"))


@pytest.mark.parametrize(("one", "other"), [("سيتبادلان", "التبادل"), ("بيوتهم", "بيته"), ("تقريرها", "التقرير")])
def test_a_stem_is_what_words_have_in_common(one: str, other: str) -> None:
    """Clitics, endings and long vowels do not count."""
    assert stem(fold(one)) == stem(fold(other))


def test_the_demo_keeps_its_figures() -> None:
    """The demo story's predictions and their outcomes are those that its pages tell."""
    gold = json.loads((ROOT / "src" / "musnad" / "demo" / "story.json").read_text(encoding="utf-8"))
    told = story("demo")
    assert abs(len(told.predictions) - len(gold["predictions"])) <= 3
    wanted = sorted((p["due"], p["outcome"]) for p in gold["predictions"])
    found = [(p.due, p.outcome) for p in told.predictions]
    assert sum(pair in found for pair in wanted) >= 15


@pytest.mark.parametrize(
    ("value", "before", "words", "days"),
    [
        ("P2W", "خلال", "أسبوعين", ("2024-03-09", "2024-03-23")),
        ("PT48H", "في غضون", "48 ساعة", ("2024-03-09", "2024-03-11")),
        ("2024-03/2024-04", "خلال", "شهر", ("2024-03-09", "2024-04-09")),
        ("2024-03/2024-04", "خلال", "آذار ونيسان", ("2024-03-01", "2024-04-30")),
        ("2024-06", "قبل", "منتصف حزيران", ("2024-06-11", "2024-06-15")),
        ("2024-06", "في", "مطلع حزيران", ("2024-06-01", "2024-06-10")),
        ("2024-06", "في", "أواخر حزيران", ("2024-06-21", "2024-06-30")),
        ("2024-22", "في", "أواخر صيف 2024", ("2024-06-01", "2024-08-31")),
        ("P2W", "بعد", "أسبوعين", None),
    ],
)
def test_a_stretch_counts_from_the_page_s_day(value: str, before: str, words: str, days: Days | None) -> None:
    """`Within two weeks` begins when it is said; a part of a month is no whole month."""
    when = When(0, 1, "DATE" if value[0] == "2" else "DURATION", value)
    assert narrowed(when, fold(before).split(), fold(words).split(), "2024-03-09") == days


def test_of_a_stretch_of_years_the_first_is_due() -> None:
    """What was promised `in 2011 and 2012` is due from 2011 on: an interval has one beginning."""
    text = "قال المدير إن المصنع قديم.\n\nوكان الوزير سامي قد وعد خلال 2011 و2012 بأن المصنع سيجدد."
    (page,) = annotate_many([Page("a", text, "البلاغ", "2024-05-06", None)], 1)
    assert [told.due for told in link([account(page)]).predictions] == ["2011/.."]

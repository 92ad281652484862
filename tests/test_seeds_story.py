"""What the five pages that Musnad was asked for tell together, where they are at hand."""

from __future__ import annotations

from functools import cache

import pytest

from musnad.links import link
from musnad.links.account import Account, account
from musnad.links.findings import Story
from musnad.links.process.talks import Talks, talks
from musnad.pipeline import annotate_many
from tests.gate.readings import gold_sets

pytestmark = pytest.mark.skipif("seeds" not in gold_sets(), reason="the seed pages are not here")


@cache
def pages() -> tuple[Account, ...]:
    return tuple(map(account, annotate_many(list(gold_sets()["seeds"].each_page()))))


@cache
def story() -> Story:
    return link(pages())


@cache
def table() -> Talks:
    return talks(story(), pages())


def test_a_credit_to_a_page_that_is_not_at_hand_is_kept() -> None:
    """The page of Turkey in Arabic ends with the name of Taif Post."""
    assert [credit.how for credit in story().credits if (credit.doc, credit.outlet) == ("002", "Taif Post")] == ["line"]


def test_the_ministers_meeting_has_three_rival_venues() -> None:
    """Moscow, Abu Dhabi and Ankara, as claims that contradict each other on the venue."""
    by_id = {claim.id: claim for claim in story().claims}
    names = {(page.doc, said.number): (page, said) for page in pages() for said in page.sayings}
    told = set()
    for pair in story().contradictions:
        if pair.on == "venue":
            for ref in (*by_id[pair.a].members, *by_id[pair.b].members):
                page, said = names[ref]
                told |= {n.entity for n in page.names for span in said.content if span.start <= n.start < span.end}
    assert {"Moscow", "Abu Dhabi", "Ankara"} <= told


def test_the_report_of_the_ministers_meeting_goes_back_to_its_newspaper() -> None:
    """Its origin is an unnamed source of Hürriyet, which was not read, and that is said."""
    (claim,) = (
        c
        for c in story().claims
        if any("Hürriyet" in value for o in c.origins for value in o.name.values) and "وزراء خارجي" in c.gist
    )
    assert any("Hürriyet" in note.values for note in claim.unseen)


def test_the_talks_show_what_is_wanted_and_what_is_refused() -> None:
    """The Syrian Democratic Forces want to be recognised, the government refuses; Russia stands between them."""
    positions = {(position.kind, position.actor) for position in story().positions if "002" in position.docs}
    assert {("demand", "Syrian Democratic Forces"), ("refusal", "Syrian government")} <= positions
    assert "Russia" in {party.name for party in table().parties if party.mediates}


def test_something_hangs_on_the_military_meeting() -> None:
    """Whether political meetings follow is to be told by it."""
    military = next(track for track in table().tracks if track.level == "military")
    assert any("سياسي" in hanging.about for hanging in military.hangs)

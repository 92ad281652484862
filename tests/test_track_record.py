"""Track records count what came of predictions, and show small numbers as small."""

from __future__ import annotations

import pytest

from musnad.links.process.record import BY, Record, records, wilson
from tests.test_process import TOLD, pages, story


def record(name: str, by: str, who: str) -> Record:
    return next(r for r in records(story(name), pages(name)) if (r.by, r.name) == (by, who))


@pytest.mark.parametrize("name", [*TOLD, "demo"])
def test_counts_add_up(name: str) -> None:
    """What was made was fulfilled, partly so, failed, unresolved though due, or is not due yet."""
    for r in records(story(name), pages(name)):
        assert r.by in BY
        assert r.made == len(r.claims) > 0
        assert r.fulfilled + r.partly + r.failed + r.unresolved == r.due <= r.made
        assert (r.low is None) == (r.fulfilled + r.partly + r.failed == 0)


@pytest.mark.parametrize("name", [*TOLD, "demo"])
def test_every_outlet_that_foretold_has_a_record(name: str) -> None:
    """An outlet's record counts each claim once, however often its pages tell it."""
    outlets = {page.doc: page.outlet for page in pages(name)}
    claims = {claim.id: {outlets[ref.doc] for ref in claim.members} for claim in story(name).claims}
    made = {
        outlet: {p.claim for p in story(name).predictions if outlet in claims[p.claim]}
        for outlet in filter(None, outlets.values())
    }
    found = {r.name: set(r.claims) for r in records(story(name), pages(name)) if r.by == "outlet"}
    assert found == {outlet: claims for outlet, claims in made.items() if claims}


def test_one_of_one_says_little() -> None:
    """The interval of one success in one is wide, of ninety in a hundred narrow; of nothing there is none."""
    assert wilson(0, 0) is None
    low, high = wilson(1, 1) or (0, 0)
    assert low < 0.25
    assert high == 1.0
    low, high = wilson(90, 100) or (0, 0)
    assert 0.8 < low < 0.9 < high < 0.95


def test_a_mediator_s_record() -> None:
    """A named source has a record of his own, with the days by which he was ahead."""
    envoy = record("truce", "source", "ياسين دلفي")
    assert envoy.made >= 3
    assert envoy.fulfilled >= 1
    assert envoy.lead is not None
    assert envoy.lead > 0

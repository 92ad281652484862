"""What single sentences tell across pages: positions, pairs that contradict each other, predictions and their outcomes.

The tables of `sentences/` hold sentences of our own, for and against: what must be found, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from musnad.doc import Page
from musnad.links import link
from musnad.links.account import Account, account
from musnad.links.findings import Story
from musnad.links.process.leaves import leaves
from musnad.links.process.parties import parties
from musnad.links.process.positions import stands
from musnad.pipeline import annotate_many
from tests.gate.readings import ROOT

FOLDER = ROOT / "tests" / "sentences"
DAY = "2024-05-14"  # a Tuesday


def rows(name: str) -> list[list[str]]:
    """The rows of a table, without its comments and its head."""
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def read(pages: Iterator[Page]) -> dict[str, Account]:
    return {page.doc: page for page in map(account, annotate_many(list(pages), 1))}


@cache
def held() -> dict[str, Account]:
    return read(
        Page(doc=f"{n:03}", source=f"عمان - 14 مايو 2024\n\n{row[0]}\n", outlet="الغد", published=DAY)
        for n, row in enumerate(rows("positions"))
    )


@pytest.mark.parametrize(("number", "row"), list(enumerate(rows("positions"))))
def test_positions_of_a_sentence(number: int, row: list[str]) -> None:
    """The position that a sentence tells, with who holds it; none for `-`."""
    page = held()[f"{number:03}"]
    opened = leaves([page])
    found = {f"{stand.kind} {stand.actor}" for stand in stands(opened[page.doc], parties([page], [], opened))}
    assert found == ({row[1]} - {"-"}), row[0]


@cache
def disputed() -> tuple[Story, dict[str, Account]]:
    pages = read(
        Page(
            doc=f"{n:03}{side}", source=f"14 مايو 2024\n\n{row[side]}\n", outlet=("الغد", "النهار")[side],
            published=DAY, url=f"https://{'ab'[side]}.example/{n}",
        )
        for n, row in enumerate(rows("contradictions"))
        for side in (0, 1)
    )  # fmt: skip
    return link(pages.values()), pages


@pytest.mark.parametrize(("number", "row"), list(enumerate(rows("contradictions"))))
def test_two_sentences_contradict_each_other_or_not(number: int, row: list[str]) -> None:
    """On what two sentences of two outlets contradict each other, among all other pairs; `-`: they do not."""
    story, _ = disputed()
    docs = {claim.id: {ref.doc[:3] for ref in claim.members} for claim in story.claims}
    found = {each.on for each in story.contradictions if f"{number:03}" in docs[each.a] & docs[each.b]}
    assert found == ({row[2]} - {"-"}), row[:2]


def test_sentences_on_different_matters_contradict_nothing() -> None:
    """No pair has anything against a sentence of another pair."""
    story, _ = disputed()
    docs = {claim.id: {ref.doc[:3] for ref in claim.members} for claim in story.claims}
    assert [each for each in story.contradictions if not docs[each.a] & docs[each.b]] == []


@cache
def foretold() -> dict[str, Account]:
    def pages() -> Iterator[Page]:
        for n, row in enumerate(rows("outcomes")):
            yield Page(f"{n:03}0", f"{row[0]}\n", outlet="الغد", published=DAY, url=f"https://a.example/{n}")
            if row[2]:
                yield Page(f"{n:03}1", f"{row[2]}\n", outlet="النهار", published=row[3], url=f"https://b.example/{n}")

    return read(pages())


@pytest.mark.parametrize(("number", "row"), list(enumerate(rows("outcomes"))))
def test_a_prediction_and_its_outcome(number: int, row: list[str]) -> None:
    """The days in which a sentence says that something will come, and what a later page makes of it."""
    pages = foretold()
    story = link([pages[doc] for doc in (f"{number:03}0", f"{number:03}1") if doc in pages])
    first = {claim.id for claim in story.claims if any(ref.doc == f"{number:03}0" for ref in claim.members)}
    told = [(each.due, each.outcome) for each in story.predictions if each.claim in first]
    assert told == [(row[1], row[4])], row[0]

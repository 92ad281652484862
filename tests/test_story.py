"""What holds across a casefile's pages is kept with them, known to be old when pages come, and judged by people."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from musnad.casefile import pages, story
from musnad.casefile.pages import Run
from musnad.casefile.store import use
from musnad.casefile.verdicts import give, of_claim, verdicts, withdraw
from musnad.doc import Doc, Page
from musnad.links import link
from musnad.links.account import account, dump, load
from musnad.pipeline import annotate
from tests.gate.readings import ROOT
from tests.handmade import PAGE, SOURCE, handmade

RUN = Run("2024-03-06T10:00:00+00:00", "0.0", {"times": "aa"})
DEMO = ROOT / "src" / "musnad" / "demo"


@pytest.fixture(scope="module")
def told() -> list[Doc]:
    """The pages of the demo story, read."""
    with (DEMO / "manifest.csv").open(encoding="utf-8") as file:
        known = {row["file"]: row for row in csv.DictReader(file)}
    given = [
        (path.stem, path.read_text(encoding="utf-8"), known[path.name]) for path in sorted(DEMO.glob("pages/*.txt"))
    ]
    return [
        annotate(Page(name, text, row["outlet"] or None, row["published"] or None, row["url"] or None))
        for name, text, row in given
    ]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with use(tmp_path / "case.db", create=True) as db:
        yield db


@pytest.fixture
def linked(db: sqlite3.Connection, told: list[Doc]) -> sqlite3.Connection:
    """A casefile of the demo story, linked."""
    for doc in told:
        pages.keep(db, doc, doc.source.encode(), RUN)
    story.relink(db)
    return db


def test_an_account_travels_as_json(told: list[Doc]) -> None:
    """What is loaded is what was dumped, and its words are the page's at their places."""
    for doc in (*told, handmade()):
        made = account(doc)
        assert load(dump(made)) == made
        for word, start, end in zip(made.words, made.starts, made.ends, strict=True):
            assert doc.reading.string[slice(*doc.reading.within(start, end))] == word


def test_a_story_is_kept_as_it_was_found(linked: sqlite3.Connection, told: list[Doc]) -> None:
    """What is loaded is what linking gave, and every statement knows its claim."""
    found = story.load(linked)
    assert found == link(map(account, told))
    assert found.claims
    assert all(story.claim(linked, told.id) == told for told in found.claims)
    assert all(story.claim_of(linked, ref) == told.id for told in found.claims for ref in told.members)


def test_a_story_is_old_when_pages_come(linked: sqlite3.Connection) -> None:
    """Linking makes it new; that it was linked again changes nothing."""
    assert not story.outdated(linked)
    before = story.load(linked)
    pages.keep(linked, handmade(), SOURCE.encode(), RUN)
    assert story.outdated(linked)
    story.relink(linked)
    assert len(story.load(linked).claims) > len(before.claims)
    assert not story.outdated(linked)


def test_a_page_more_is_linked_as_if_all_came_at_once(db: sqlite3.Connection, told: list[Doc]) -> None:
    """What is brought up page by page is what is found anew, by this code or by another."""
    for doc in told[::-1]:
        pages.keep(db, doc, doc.source.encode(), RUN)
        story.relink(db)
    found = story.load(db)
    assert found == link(map(account, told))
    story.relink(db, anew=True)
    assert story.load(db) == found
    db.execute("UPDATE linked SET code = 'another'")
    db.execute("DELETE FROM memory WHERE kind = 'contents'")
    story.relink(db)
    assert story.load(db) == found


@pytest.mark.parametrize("anew", [False, True])
@pytest.mark.parametrize("step", ["copies", "claims", "events", "predictions"])
def test_linking_that_is_interrupted_changes_nothing(linked: sqlite3.Connection, step: str, anew: bool) -> None:
    """What was linked before stands, and the next time all is found."""
    before = story.load(linked)
    pages.keep(linked, handmade(), SOURCE.encode(), RUN)

    def stop(begun: str) -> None:
        if begun == step:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        story.relink(linked, stop, anew=anew)
    assert story.load(linked) == before
    assert story.outdated(linked)
    story.relink(linked)
    assert story.load(linked) == link(story.accounts(linked))


def test_verdicts_make_claims(linked: sqlite3.Connection) -> None:
    """What is merged is one claim when pages are linked next, and is not when that is withdrawn."""
    before = story.load(linked)
    one, other, *_ = (claim for claim in before.claims if len(claim.members) == 1)
    number = give(linked, "سلمى", "merge", one.id, other=other.id)
    give(linked, "سلمى", "note", one.id, note="يحتاج إلى مصدر ثان")
    assert story.outdated(linked)
    story.relink(linked)
    assert story.claim_of(linked, other.members[0]) == story.claim_of(linked, one.members[0]) == one.id
    merged = story.claim(linked, one.id)
    assert merged is not None
    assert [judged.who for judged in merged.judged] == ["سلمى"]
    assert sorted(ref for origin in merged.origins for ref in origin.members) == sorted(one.members + other.members)
    assert [kept.claim for kept in verdicts(linked)] == [one.id, one.id]
    withdraw(linked, number, "سلمى")
    story.relink(linked)
    assert story.load(linked) == before


def test_a_page_that_had_to_be_renamed_is_linked_under_its_new_name(db: sqlite3.Connection) -> None:
    """Two pages of one name are two pages in the story too."""
    for outlet in ("جريدة المثال", "موقع آخر"):
        pages.keep(db, handmade(replace(PAGE, outlet=outlet, url=None)), SOURCE.encode(), RUN)
    assert [page.doc for page in story.accounts(db)] == ["012", "012-2"]


def test_only_the_newest_version_of_a_page_is_linked(db: sqlite3.Connection) -> None:
    """What a page said before its words were changed stands in no claim."""
    for doc, day in (("a", "2024-03-06"), ("b", "2024-03-07")):
        pages.keep(db, handmade(replace(PAGE, doc=doc)), SOURCE.encode(), RUN, f"{day}T10:00:00+00:00")
    assert [page.doc for page in story.accounts(db)] == ["b"]


def test_a_verdict_is_withdrawn_by_who_gave_it_and_never_erased(linked: sqlite3.Connection) -> None:
    """The casefile itself refuses to delete or to rewrite one."""
    about = story.load(linked).claims[0].id
    number = give(linked, "سلمى", "note", about, note="يحتاج إلى مصدر ثان")
    with pytest.raises(LookupError, match="has no standing verdict"):
        withdraw(linked, number, "another")
    for order in ("DELETE FROM verdicts", "UPDATE verdicts SET note = 'x'", "UPDATE verdicts SET who = 'x'"):
        with pytest.raises(sqlite3.DatabaseError, match="a verdict is withdrawn"):
            linked.execute(order)
    withdraw(linked, number, "سلمى")
    (kept,) = of_claim(linked, about)
    assert (kept.note, kept.withdrawn is None) == ("يحتاج إلى مصدر ثان", False)
    with pytest.raises(LookupError):
        withdraw(linked, number, "سلمى")


def test_a_verdict_finds_its_claim_under_another_id(linked: sqlite3.Connection) -> None:
    """It was given on words of pages, and these stay where numbers and ids change."""
    first, second, *_ = story.load(linked).claims
    give(linked, "سلمى", "merge", second.id, other=first.id)
    linked.execute("UPDATE claim_members SET claim = 'renamed' WHERE claim = ?", (second.id,))
    (kept,) = verdicts(linked)
    assert (kept.claim, kept.other) == ("renamed", first.id)


@pytest.mark.parametrize(
    ("verdict", "other", "note", "problem"),
    [
        ("maybe", None, None, ValueError),
        ("note", None, " ", ValueError),
        ("merge", None, None, LookupError),
        ("merge", "999.9", None, LookupError),
        ("split", "999.9", None, LookupError),
    ],
)
def test_a_verdict_that_lacks_something_is_refused(
    linked: sqlite3.Connection, verdict: str, other: str | None, note: str | None, problem: type[Exception]
) -> None:
    """And nothing is written."""
    with pytest.raises(problem):
        give(linked, "سلمى", verdict, story.load(linked).claims[0].id, other, note)
    assert not list(verdicts(linked))

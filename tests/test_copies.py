"""Which page took its words from which: small stories, the demo, and what holds for any pages."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import musnad
from bench import links as bench
from musnad.doc import Page, Span
from musnad.links import link
from musnad.links.account import Account, Name, Part, account
from musnad.links.copies.align import Tile, blocks, in_row, tiles
from musnad.links.copies.names import keys
from musnad.links.findings import Copy
from musnad.pipeline import annotate
from musnad.read.credits import credits_in
from musnad.wording import phrase
from tests.gate.readings import gold_sets

STORIES = Path(__file__).parent / "stories"
NAMES = sorted(path.parent.name for path in STORIES.glob("*/copies.json"))


@cache
def story(name: str) -> tuple[Account, ...]:
    """The accounts of a small story's pages."""
    folder = STORIES / name
    with (folder / "manifest.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    pages = []
    for row in rows:
        text = (folder / row["file"]).read_text(encoding="utf-8")
        known = (row["outlet"] or None, row["published"] or None, row["url"] or None)
        pages.append(Page(row["file"].removesuffix(".txt"), text, *known, tuple(credits_in(text))))
    return tuple(account(annotate(page)) for page in pages)


@cache
def demo() -> tuple[Account, ...]:
    return tuple(account(annotate(page)) for page in gold_sets()["demo"].each_page())


def brief(copy: Copy) -> dict[str, Any]:
    """A copy without what it rests on."""
    return {
        "doc": copy.doc, "of": copy.of, "kind": copy.kind, "credited": copy.credited, "sure": copy.sure,
    }  # fmt: skip


def made(doc: str, sentences: Sequence[str], **known: Any) -> Account:
    """A page of sentences, one a line, of which the first is the headline; names and statements are not looked for."""
    words, starts, parts, at = [], [], [], 0
    for number, sentence in enumerate(sentences):
        begun = at
        for word in sentence.split():
            words.append(word)
            starts.append(at)
            at += len(word) + 1
        parts.append(Part(begun, max(begun, at - 1), number == 0))
    ends = tuple(start + len(word) for start, word in zip(starts, words, strict=True))
    blank = Account(doc, None, None, None, sentences[0], (), (), (), tuple(parts), (), (), (), (), (), ())
    return replace(blank, words=tuple(words), starts=tuple(starts), ends=ends, **known)


def at(page: Account, span: Span) -> list[str]:
    """The words of a page that lie in a span."""
    spans = zip(page.words, page.starts, page.ends, strict=True)
    return [word for word, start, end in spans if span.start <= start and end <= span.end]


def prose(seed: int, sentences: int = 8, words: int = 14) -> list[str]:
    """Sentences of made-up words, like no other seed's."""
    return [" ".join(f"كلمة{seed}س{i}و{j}" for j in range(words)) for i in range(sentences)]


@pytest.mark.parametrize("name", NAMES)
def test_small_stories_have_the_copies_that_were_put_into_them(name: str) -> None:
    """Whole, in part, in other words, in another order, broken and misspelt, copied twice over; and no others."""
    wanted = json.loads((STORIES / name / "copies.json").read_text(encoding="utf-8"))
    assert [brief(copy) for copy in link(story(name)).copies] == wanted


def test_the_demo_story_has_its_copies() -> None:
    """All that its gold has, with their kinds, and no others."""
    gold = json.loads((Path(musnad.__file__).parent / "demo" / "story.json").read_text(encoding="utf-8"))["copies"]
    found = [brief(copy) for copy in link(demo()).copies]
    assert [{key: copy[key] for key in ("doc", "of", "kind", "credited")} for copy in found] == gold
    assert all(copy["sure"] for copy in found)


@pytest.mark.parametrize("name", [*NAMES, "demo"])
def test_passages_are_the_same_words_on_both_pages(name: str) -> None:
    """And both pages' words at a passage are as many as it says; a rephrase shows the sentences that tell the same."""
    pages = {page.doc: page for page in (demo() if name == "demo" else story(name))}
    for copy in link(pages.values()).copies:
        assert copy.reasons
        assert copy.passages or copy.kind == "rephrase"
        assert bool(copy.retold) == (copy.kind == "rephrase")
        for passage in copy.passages:
            assert at(pages[copy.doc], passage.here) == at(pages[copy.of], passage.there)
            assert len(at(pages[copy.doc], passage.here)) == passage.words


def test_a_copy_of_a_copy_goes_back_to_the_copy() -> None:
    """The third page has the figure and the name that the second one changed."""
    assert {copy.doc: copy.of for copy in link(story("harbour")).copies}["h3"] == "h2"


def test_the_page_that_was_copied_may_come_last() -> None:
    """A credit outweighs the days, which may be those of an update; the doubt is told."""
    text = prose(1)
    first = made("a", text, outlet="صوت التلال", published="2024-02-05", credits=("نشرة المرافئ",))
    later = made("b", text, outlet="نشرة المرافئ", published="2024-02-07")
    (copy,) = link((first, later)).copies
    assert (copy.doc, copy.of, copy.credited, copy.sure) == ("a", "b", True, False)


def test_a_link_to_the_page_is_a_credit() -> None:
    """To its host, within the article; a link to one's own host is none."""
    text = prose(2)
    source = made("a", text, outlet="نشرة المرافئ", url="https://www.marafi.example/1")
    known = {"outlet": "صوت التلال", "url": "https://tilal.example/2"}
    there = made("b", text, **known, anchors=((300, 310, "https://marafi.example/1"),))
    own = made("b", text, **known, anchors=((300, 310, "https://tilal.example/9"),))
    assert [(copy.doc, copy.credited, copy.sure) for copy in link((source, there)).copies] == [("b", True, True)]
    assert [(copy.credited, copy.sure) for copy in link((source, own)).copies] == [(False, False)]


def test_what_nothing_tells_is_a_guess() -> None:
    """Two pages of one day without credit: the pair is kept, the shorter is taken for the copy, and it says so."""
    text = prose(3)
    pages = made("a", text[:6], outlet="أ", published="2024-02"), made("b", text, outlet="ب", published="2024-02-07")
    (copy,) = link(pages).copies
    assert (copy.doc, copy.sure) == ("a", False)
    assert any(reason.key in ("copying.common", "copying.uncommon") for reason in copy.reasons)


def test_an_agency_that_both_name_may_stand_between() -> None:
    """Even where one page is a day later: it need not have the words from the other."""
    known = {"credits": ("وكالة الأفق",)}
    first = made("a", prose(4), outlet="صوت التلال", published="2024-02-05", **known)
    later = made("b", prose(4), outlet="نشرة المرافئ", published="2024-02-06", **known)
    (copy,) = link((first, later)).copies
    assert (copy.doc, copy.sure) == ("b", False)
    assert any("وكالة الأفق" in reason.values for reason in copy.reasons)


def test_versions_of_a_page_are_no_copies() -> None:
    """One address, with or without `www`; the same outlet's text at another address is a copy, and it says so."""
    known = {"outlet": "نشرة المرافئ", "published": "2024-02-05"}
    first = made("a", prose(5), **known, url="https://marafi.example/1")
    again = made("b", prose(5), **known, url="https://www.marafi.example/1/")
    other = made("c", prose(5), **known, url="https://marafi.example/2")
    assert link((first, again)).copies == ()
    (copy,) = link((first, other)).copies
    assert phrase("copying.one_outlet") in copy.reasons


def test_what_all_pages_of_a_site_carry_makes_no_copies() -> None:
    """A site's own paragraph under each of its articles is not taken from anybody."""
    terms = prose(6, 5)
    pages = [made(f"p{i}", [*prose(10 + i), *terms], outlet="نشرة المرافئ") for i in range(6)]
    assert link(pages).copies == ()
    assert len(link(pages[:2]).copies) == 1  # of two pages nobody can tell


def test_a_quotation_that_two_pages_have_is_no_copy() -> None:
    """Forty words that an official said are on both pages, and nothing else is."""
    found = {frozenset((copy.doc, copy.of)) for copy in link(story("storm")).copies}
    assert frozenset(("s3", "s4")) not in found


def test_credits_that_cannot_be_followed_up_are_kept() -> None:
    """A credit line of an outlet that has no page here; one that a copy bears out is none of these."""
    told = link(story("storm")).credits
    assert {(credit.doc, credit.outlet, credit.how) for credit in told} >= {("s1", "نبراس", "line")}
    assert link(story("clinic")).credits == ()
    for credit in told:
        page = next(page for page in story("storm") if page.doc == credit.doc)
        assert Name(*credit.words[1:], "نبراس", "OUTLET", None, "agency") in page.names


@pytest.mark.parametrize(
    ("one", "other"),
    [("صحيفة الضفاف", "الضفاف"), ("Al-Watan", "alwatan"), ("قناة «الضفاف»", "ضفاف"), ("وكالة رويترز", "Reuters")],
)
def test_an_outlet_is_known_by_all_its_names(one: str, other: str) -> None:
    """With and without the word for an outlet, the article, quotation marks; in Latin letters; by its known name."""
    assert keys(one) & keys(other)
    assert not keys(one) & keys("صحيفة الروابي")


def test_tiles_are_found_in_any_order() -> None:
    """The longest runs first; words between them may differ."""
    here, there = "أ ب ج د ه و ز ح ط".split(), "و ز ح ط ي أ ب ج د".split()
    assert tiles(in_row(here, 4), in_row(there, 4)) == [Tile(0, 5, 4), Tile(5, 0, 4)]
    assert [len(block) for block in blocks([Tile(0, 0, 4), Tile(5, 6, 4), Tile(9, 30, 4)])] == [2, 1]


def test_the_exhaustive_check_agrees_with_what_is_found() -> None:
    """Of pages made of each other's sentences no pair that shares sixty words is missed."""
    pages = [made(f"p{i}", [*prose(30 + i)[:5], *prose(31 + i)[5:]]) for i in range(8)]
    pages += [made(f"q{i}", [*prose(30 + i)[:5], *prose(60 + i)]) for i in range(8)]
    wanted = bench.exhaustive(pages)
    assert wanted == bench.with_run(pages) == bench.found(pages)
    assert ("p0", "q0") in wanted


def test_cost_is_told_as_a_power_of_the_pages() -> None:
    """Doubling to double is one, doubling to fourfold is two."""
    assert bench.exponent([1, 2, 4], [3.0, 6.0, 12.0]) == pytest.approx(1)
    assert bench.exponent([1, 2, 4], [3.0, 12.0, 48.0]) == pytest.approx(2)


def test_the_bench_prints_what_it_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Pairs of the sample, pairs of all pages, seconds; the exit status is 0 where none was missed."""
    files = ("clinic/c1.txt", "clinic/c4.txt", "harbour/h4.txt", "clinic/c1.txt", "council/k2.txt", "council/k1.txt")
    texts = [(STORIES / file).read_text(encoding="utf-8") for file in files]
    rows = [json.dumps({"text": text, "outlet": "", "published": ""}) for text in texts]
    path = tmp_path / "pages.jsonl"
    path.write_text("\n".join(rows), encoding="utf-8")
    assert bench.main([str(path), "--workers", "1", "--sample", "4"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("4 pages, 60 words in runs of 8: ")
    assert "6 pages, 60 words in one run: 1 pairs, 1 of them found" in told


SENTENCES = st.lists(st.sampled_from([sentence for seed in range(4) for sentence in prose(seed, 6)]), max_size=14)
DAYS = st.sampled_from([None, "2024", "2024-02-05", "2024-02-06T10:00", "2024-02-05/2024-02-07"])
OUTLETS = st.sampled_from([None, "صوت التلال", "نشرة المرافئ"])
PAGES = st.lists(st.tuples(SENTENCES, DAYS, OUTLETS, st.booleans()), max_size=7)


@settings(max_examples=60)
@given(PAGES, st.randoms(use_true_random=False))
def test_any_pages(given_pages: list[Any], chance: Any) -> None:
    """Passages are equal words; no page copies itself, nor goes back to itself; the order of pages does not matter."""
    pages = []
    for number, (sentences, day, outlet, credit) in enumerate(given_pages):
        known = {"published": day, "outlet": outlet, "credits": ("نشرة المرافئ",) if credit else ()}
        pages.append(made(f"{number}", ["", *sentences], **known))
    found = link(pages).copies
    by_doc = {page.doc: page for page in pages}
    for copy in found:
        assert copy.doc != copy.of
        for passage in copy.passages:
            assert at(by_doc[copy.doc], passage.here) == at(by_doc[copy.of], passage.there)
    assert not any(_goes_back(copy.of, copy.doc, found) for copy in found)
    chance.shuffle(pages)
    assert link(pages).copies == found


def _goes_back(start: str, goal: str, found: Sequence[Copy], steps: int = 10) -> bool:
    return start == goal or (
        steps > 0 and any(_goes_back(copy.of, goal, found, steps - 1) for copy in found if copy.doc == start)
    )

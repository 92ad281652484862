"""The gold of the project's own pages is sound: every span is what it says, every value is from its list."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

SETS = [Path(__file__).with_name(name) for name in ("own", "unseen")]
HOMES = {path.stem: folder for folder in SETS for path in sorted((folder / "gold").glob("*.json"))}
DOCS = sorted(HOMES)

Item = Mapping[str, Any]

LABELS = set(
    "title repeat_title byline dateline section caption readalso author_bio comments related credit nav error".split()
)
TIME_TYPES = {"DATE", "TIME", "DURATION", "SET"}
MENTION_TYPES = {"PER", "ORG", "GPE", "LOC", "OUTLET"}
KINDS = set(
    "person official_body state outlet agency organization anonymous experts media_reports document public".split()
)
NAMELESS = {"anonymous", "experts", "media_reports", "document", "public"}
MODES = {"direct", "indirect", "mixed"}
STANCES = set(
    "says announces confirms denies reveals claims believes expects warns demands promises asks praises criticises"
    " discusses hints refuses hopes".split()
)
STATUSES = set("occurred ongoing planned expected possible conditional demanded denied state opinion".split())

REFERENCE = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"}
DAY = r"[\dX]{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?"
DATE = re.compile(rf"{DAY}(/{DAY})?|DCT([+-]PT?\w+)?(/DCT([+-]PT?\w+)?)?")
DURATION = re.compile(r"P(?=.)(\w+[YMWD])?(T(?=.)(\w+H)?(\w+M)?(\w+S)?)?")

LAYER_KEYS: Mapping[str, set[str]] = {
    "furniture": {"start", "end", "text", "label"},
    "obfuscations": {"start", "end", "text", "clean"},
    "times": {"start", "end", "text", "type", "value"},
    "mentions": {"start", "end", "text", "entity", "type"},
    "statements": {"id", "cue", "source", "chain", "content", "mode", "stance", "status", "negated"},
}


def page_of(doc: str) -> str:
    return (HOMES[doc] / "pages" / f"{doc}.txt").read_text(encoding="utf-8")


def gold_of(doc: str) -> Item:
    loaded: Item = json.loads((HOMES[doc] / "gold" / f"{doc}.json").read_text(encoding="utf-8"))
    return loaded


def spans(value: object) -> Iterator[Item]:
    """Every mapping with a start, at any depth."""
    if isinstance(value, dict):
        if "start" in value:
            yield value
        for child in value.values():
            yield from spans(child)
    elif isinstance(value, list):
        for child in value:
            yield from spans(child)


def overlapping(items: Iterable[Item]) -> list[tuple[str, str]]:
    ordered = sorted(items, key=lambda item: (item["start"], item["end"]))
    return [(a["text"], b["text"]) for a, b in pairwise(ordered) if b["start"] < a["end"]]


def inside(span: Item, others: Sequence[Item]) -> bool:
    return any(other["start"] < span["end"] and span["start"] < other["end"] for other in others)


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.name)
def test_every_page_has_gold_and_every_gold_a_page(folder: Path) -> None:
    """Pages and annotations lie under the same names, and no name is in both sets."""
    annotated = {path.stem for path in (folder / "gold").glob("*.json")}
    assert {path.stem for path in (folder / "pages").glob("*.txt")} == annotated
    assert annotated == {doc for doc, home in HOMES.items() if home == folder}


@pytest.mark.parametrize("doc", DOCS)
def test_keys_are_those_of_the_format(doc: str) -> None:
    """A page's gold has the format's keys and no others; only a mention may say for whom a capital acts."""
    gold = gold_of(doc)
    assert set(gold) == {"doc", "outlet", "published", *LAYER_KEYS}
    assert gold["doc"] == doc
    for layer, keys in LAYER_KEYS.items():
        assert all(set(item) - {"acts_for"} == keys for item in gold[layer]), layer


@pytest.mark.parametrize("doc", DOCS)
def test_every_text_is_its_slice(doc: str) -> None:
    """A span's text is what the page has there, with no blank at either end."""
    page = page_of(doc)
    for span in spans(gold_of(doc)):
        assert span["text"] == page[span["start"] : span["end"]]
        assert span["text"] == span["text"].strip() != ""


@pytest.mark.parametrize("doc", DOCS)
def test_values_are_from_their_lists(doc: str) -> None:
    """Labels, types, kinds, modes, stances and statuses are the format's own words."""
    gold = gold_of(doc)
    assert {item["label"] for item in gold["furniture"]} <= LABELS
    assert {item["type"] for item in gold["times"]} <= TIME_TYPES
    assert {item["type"] for item in gold["mentions"]} <= MENTION_TYPES
    for statement in gold["statements"]:
        assert {link["kind"] for link in statement["chain"]} <= KINDS
        assert set(statement["stance"].split("|")) <= STANCES
        assert statement["status"] in STATUSES
        assert statement["mode"] in MODES
        assert isinstance(statement["negated"], bool)


@pytest.mark.parametrize("doc", DOCS)
def test_times_are_written_as_their_type_is(doc: str) -> None:
    """Durations and sets are ISO periods, dates and times are EDTF, day-relative or a bare reference."""
    for time in gold_of(doc)["times"]:
        if time["type"] in {"DURATION", "SET"}:
            assert DURATION.fullmatch(time["value"]), time
        else:
            assert time["value"] in REFERENCE or DATE.fullmatch(time["value"]), time


@pytest.mark.parametrize("doc", DOCS)
@pytest.mark.parametrize("layer", ["furniture", "obfuscations", "times", "mentions"])
def test_spans_of_a_layer_do_not_overlap(doc: str, layer: str) -> None:
    """No nesting: the longest span alone is annotated."""
    assert not overlapping(gold_of(doc)[layer])


@pytest.mark.parametrize("doc", DOCS)
def test_a_statement_holds_together(doc: str) -> None:
    """Cues are apart and in the page's order; a cue lies outside its own source and content, and these apart."""
    statements = gold_of(doc)["statements"]
    assert [statement["id"] for statement in statements] == list(range(1, len(statements) + 1))
    cues = [statement["cue"] for statement in statements]
    assert cues == sorted(cues, key=lambda cue: cue["start"])
    assert not overlapping(cues)
    for statement in statements:
        source = [statement["source"]] if statement["source"] else []
        assert statement["content"]
        assert not overlapping(statement["content"])
        assert not inside(statement["cue"], [*source, *statement["content"]]), statement
        assert not any(inside(content, source) for content in statement["content"]), statement


@pytest.mark.parametrize("doc", DOCS)
def test_statements_stand_in_the_title_or_the_body(doc: str) -> None:
    """A repeated title, a 'read also' line or a comment states nothing."""
    gold = gold_of(doc)
    outside = [item for item in gold["furniture"] if item["label"] != "title"]
    for statement in gold["statements"]:
        assert not inside(statement["cue"], outside), statement
        assert not any(inside(content, outside) for content in statement["content"]), statement


@pytest.mark.parametrize("doc", DOCS)
def test_links_are_words_of_the_page(doc: str) -> None:
    """A link's text stands on the page, an unnamed kind of link has no entity, and a source has a chain."""
    page = page_of(doc)
    for statement in gold_of(doc)["statements"]:
        assert statement["chain"] or statement["source"] is None
        for link in statement["chain"]:
            assert set(link) == {"text", "kind", "entity"}
            assert link["text"] in page
            assert link["entity"] is None or link["kind"] not in NAMELESS


@pytest.mark.parametrize("doc", DOCS)
def test_stance_and_status_agree(doc: str) -> None:
    """Whoever only denies or refuses leaves a denied event; whoever only demands leaves a demanded one."""
    for statement in gold_of(doc)["statements"]:
        if statement["stance"] in {"denies", "refuses"}:
            assert statement["status"] == "denied", statement
        if statement["stance"] == "demands":
            assert statement["status"] == "demanded", statement
        if statement["mode"] == "direct":
            ahead = page_of(doc)[: statement["content"][0]["start"]]
            assert ahead.removesuffix("ب").removesuffix("ل")[-1] in "«“\"”'", statement


@pytest.mark.parametrize("doc", DOCS)
def test_a_broken_word_is_repaired_to_its_letters(doc: str) -> None:
    """What repairs a broken word only takes dots, tatweels and blanks out of it."""
    for item in gold_of(doc)["obfuscations"]:
        assert item["clean"] != item["text"]
        assert item["clean"] == re.sub(r"[\s.ـ]", "", item["text"])


@pytest.mark.parametrize("doc", DOCS)
def test_one_name_has_one_entity(doc: str) -> None:
    """The same letters on one page name the same thing, and a capital acts for a state only as a GPE."""
    named: dict[tuple[str, str], str] = {}
    for mention in gold_of(doc)["mentions"]:
        assert named.setdefault((mention["text"], mention["type"]), mention["entity"]) == mention["entity"]
        assert "acts_for" not in mention or mention["type"] == "GPE"

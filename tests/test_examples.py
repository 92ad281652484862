"""Every rule, row and corpus case does what its examples say."""

from __future__ import annotations

from typing import Any

import pytest

from musnad import rules
from tests.corpus import ROOMS, cases, folder, read, shown

CASES = [pytest.param(room, case, id=f"{room}-{n}") for room in ROOMS for n, case in enumerate(cases(room))]
RULES = [
    pytest.param(room, rule, id=rule.name)
    for room in ROOMS
    if (folder(room) / "rules.toml").is_file()
    for rule in rules.rules(room).values()
]
ROWS = [
    pytest.param(room, lex, row, id=lex.rule(row))
    for room, stage in ROOMS.items()
    for lex in stage.LEXICONS
    for row in lex.rows
    if row.get("yes") or row.get("no")
]


@pytest.mark.parametrize(("room", "case"), CASES)
def test_corpus_case_shows_what_it_says(room: str, case: dict[str, Any]) -> None:
    """A room shows a case's `yes` lines (and with `only`, no others) and none of its `no` lines."""
    found = shown(room, read(case["text"], case.get("published"), case.get("outlet")))
    if case.get("only"):
        assert sorted(found) == sorted(case["yes"])
    assert set(case.get("yes", ())) <= set(found), found
    assert not set(case.get("no", ())) & set(found), found
    if case.get("none"):
        assert not found


@pytest.mark.parametrize(("room", "rule"), RULES)
def test_rule_matches_its_examples_and_nothing_it_refuses(room: str, rule: rules.Rule) -> None:
    """A rule makes the mark of each of its `yes` examples and none in its `no` examples."""
    assert rule.yes, "a rule without an example proves nothing"
    for text, line in rule.yes:
        assert line in shown(room, read(text), rule.name)
    for text in rule.no:
        assert not shown(room, read(text), rule.name)


@pytest.mark.parametrize(("room", "lex", "row"), ROWS)
def test_row_is_found_in_its_example(room: str, lex: rules.Lexicon, row: dict[str, str]) -> None:
    """The trigger scan finds a row in its `yes` text and not in its `no` text."""
    for text, wanted in ((row.get("yes"), True), (row.get("no"), False)):
        if text:
            hits = read(text).hits[lex.name]
            assert any(hit.row == row for hit in hits) is wanted, (room, text)

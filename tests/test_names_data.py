"""What the names room's files say of each other holds, and every mention can be explained."""

from __future__ import annotations

import pytest

from musnad.doc import Mention
from musnad.rules import lexicon, look_up
from musnad.stages.names import knowledge
from tests.corpus import cases, read


def entities(*names: str) -> set[str]:
    return {row["entity"] for name in names for row in lexicon(f"names/{name}").rows}


@pytest.mark.parametrize("row", lexicon("names/holders").rows, ids=lambda row: row["key"])
def test_an_office_is_held_by_a_known_person_for_a_time(row: dict[str, str]) -> None:
    """Holders are in persons.tsv, what they head is a state or an organisation, and terms end after they begin."""
    assert row["person"] in entities("persons")
    assert row["state"] in entities("states", "organizations")
    assert not row["to"] or row["from"] < row["to"]


def test_capitals_palaces_and_adjectives_belong_to_states() -> None:
    """Whatever stands for a state, or is derived from one, names a state that states.tsv has."""
    states = entities("states") | {"European Union", "Parliament of Lebanon", "England", "Scotland", "Wales"}
    for table, column in ((knowledge.CAPITALS, "acts_for"), (knowledge.BODIES, "acts_for")):
        assert {row[column] for row in table.rows if row[column]} <= states
    assert entities("nationalities") <= states


def test_types_and_kinds_are_those_of_the_guidelines() -> None:
    """No lexicon row has a type or kind that the guidelines do not know."""
    kinds = {"", "person", "official_body", "state", "outlet", "agency", "organization"}
    for table in knowledge.SCANNED:
        for row in table.rows:
            assert row.get("type", "PER") in {"PER", "ORG", "GPE", "LOC", "OUTLET"}, row
            assert row.get("kind", "") in kinds, row


def test_every_mention_of_the_corpus_names_a_rule_that_can_be_looked_up() -> None:
    """A mark's rule leads to the row or table that made it, with its source; its span is the page's own text."""
    for case in cases("names"):
        doc = read(case["text"])
        for mention in doc.marks(Mention):
            assert look_up(mention.rule)["source"]
            assert doc.text(mention.span).strip() == doc.text(mention.span) != ""

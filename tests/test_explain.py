"""Every place of a page is answered for, with the rule, its row and the words that a mark rests on."""

from __future__ import annotations

import re
from itertools import takewhile

import pytest

from musnad.doc import Sentence
from musnad.explain import Node, explain
from musnad.pipeline import annotate
from musnad.wording import Tongue
from tests.gate.readings import gold_sets
from tests.handmade import SOURCE, handmade, span
from tests.test_determinism import demo_pages


def at(words: str) -> Node:
    return explain(handmade(), *span(words))


def lines(node: Node, depth: int = 0) -> list[str]:
    """A tree as indented lines."""
    return [f"{'  ' * depth}{node.text}", *(line for child in node.children for line in lines(child, depth + 1))]


def test_a_statement_shows_its_parts_in_the_pages_words() -> None:
    """Cue, source, each link with its kind and name, content, how it is said, and its rule."""
    start, end = span("نقلت")
    found = at("نقلت")
    assert found.text == f"012 {start}:{end} «نقلت»"
    (statement,) = found.children
    shown = lines(statement)
    assert shown[0] == f"Statement {start}:{end} «نقلت»"
    for part in (
        "cue: ",
        "source: ",
        "chain, from the page to the first teller",
        "    1. outlet ",
        "    2. unnamed ",
    ):
        told = takewhile(lambda line: not line.startswith("  rule:"), shown)
        assert sum(part in line for line in told) == 1, part
    assert any(line.endswith("«صحيفة الضفاف» = Al-Difaf") for line in shown)
    assert "  mode: indirect, stance: confirms, status: planned, not negated" in shown
    assert any(line.startswith("  rule: attribution/verbs:نقل") for line in shown)


def test_a_carried_chain_names_the_statement_that_it_came_from() -> None:
    """And says that no source stands beside the cue."""
    start, end = span("نقلت")
    shown = lines(at("أضاف"))
    assert f"    chain carried over from statement 1, cue {start}:{end} «نقلت»" in shown
    assert "    source: none stands beside this cue" in shown


def test_a_statement_is_shown_where_its_words_lie_and_not_where_its_chain_was_carried_from() -> None:
    """The words of a carried link belong to the statement that has them."""
    for words, cues in (("مصدر", ["نقلت"]), ("الكلفة", ["أضاف"]), ("العمل", ["أضاف"]), ("أنقرة", ["نفت"])):
        found = [node.text.split("«")[1][:-1] for node in at(words).children if node.text.startswith("Statement")]
        assert found == cues


def test_every_kind_of_mark_shows_its_own_fields() -> None:
    """What is not known is left out."""
    shown = lines(at("أنقرة"))
    assert "    entity: Ankara" in shown
    assert "    acts_for: Turkey" in shown
    assert not any("acts_for" in line for line in lines(at("الضفاف")))
    assert any(line.startswith("    inner: ") and "«الكلفة لم تتغير»" in line for line in lines(at("الكلفة")))


def test_a_rule_is_shown_with_its_row() -> None:
    """What the data file says of it, without the examples that its tests read; a rule without data says so."""
    doc = next(doc for doc in map(annotate, demo_pages()) if doc.marks(Sentence))
    mark = doc.marks(Sentence)[0]
    shown = lines(explain(doc, *mark.span))
    place = shown.index(f"    rule: {mark.rule}")
    assert any(line.startswith("      about: ") for line in shown[place:])
    assert any(line.startswith("      source: ") for line in shown[place:])
    assert not any(line.startswith(("      yes: ", "      no: ")) for line in shown)
    assert any("not among the data of its room" in line for line in lines(at("سيُفتح")))


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("\r\n\r\n", "white space"),
        ("\ufeff", "outside every sentence"),
        ("المحطة", "furniture, not the article"),
        (" ذلك.", "Statement"),
    ],
)
def test_a_place_without_a_finding_says_what_it_is(words: str, answer: str) -> None:
    """White space, furniture, or text that no room has looked at; never silence."""
    assert answer in at(words).children[-1].text


def test_every_character_of_every_page_is_answered_for() -> None:
    """Each gets a tree with something under its root; so do the seed pages, where they lie beside the checkout."""
    sets = [found for name, found in gold_sets().items() if name in ("demo", "seeds")]
    for doc in (annotate(page) for found in sets for page in found.each_page()):
        for start in range(len(doc.source)):
            assert explain(doc, start, start + 1).children


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (5, 5), (7, 3), (len(SOURCE), len(SOURCE) + 1)])
def test_a_place_that_is_not_on_the_page_is_refused(start: int, end: int) -> None:
    """The refusal says how long the page is."""
    with pytest.raises(IndexError, match=f"{len(SOURCE)} characters"):
        explain(handmade(), start, end)


def test_a_tree_is_told_in_arabic_too() -> None:
    """All but what data files say of their rules, which stands there in English."""
    doc = handmade()
    told = [
        line
        for start, end in (span("أضاف"), span("نقلت"), span("أنقرة"), (0, 1), (3, 4))
        for line in lines(explain(doc, start, end, Tongue("ar")))
    ]
    own = [line for line in told if len(line) - len(line.lstrip()) < 6 and not line.startswith("012")]
    assert own
    assert not [line for line in own if not re.search("[\u0621-\u064a]", line)]
    assert any(line.startswith("    السند مأخوذ من القول 1، لفظ الإسناد ") for line in told)
    assert "    النقل: بالمعنى، صيغة القول: يؤكد، حالة الحدث: مقرر، بلا نفي" in told

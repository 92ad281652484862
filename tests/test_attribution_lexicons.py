"""What the attribution room's lexicons promise one another."""

from __future__ import annotations

import pytest

from musnad.rules import Lexicon, Scanner, lexicon
from musnad.text import fold

CUES = lexicon("attribution/cues")
FORMS = lexicon("attribution/forms", clitics="verb")
NOUNS = lexicon("attribution/nouns", clitics="noun")
PHRASES = lexicon("attribution/phrases", clitics="conjunction")
WRITTEN = (FORMS, NOUNS, PHRASES)
SCANNER = Scanner(WRITTEN)

STANCES = (
    "announces asks believes claims confirms criticises demands denies discusses expects hints hopes praises promises"
    " refuses reveals says warns"
)
TAKES = {"أن", "إلى", "ب", "حول", "على", "عن", "في", "ل", "مع", "من", "بين", "obj", "quote", "colon", "wh", "لو"}


@pytest.mark.parametrize("lex", WRITTEN, ids=lambda lex: lex.name)
def test_every_written_form_belongs_to_a_lemma_of_its_class(lex: Lexicon) -> None:
    """A form whose lemma has no row in cues.tsv could never be read."""
    lemmas = {row["lemma"] for row in CUES.rows}
    assert [row["form"] for row in lex.rows if row["lemma"] not in lemmas] == []


@pytest.mark.parametrize("cue", CUES.rows, ids=lambda cue: cue["lemma"])
def test_a_cue_is_written_in_both_of_its_examples(cue: dict[str, str]) -> None:
    """`yes` and `no` both hold a written form of the lemma: `no` is the same word where it attributes nothing."""
    for text in filter(None, (cue["yes"], cue["no"])):
        hits = SCANNER.scan(fold(text))
        assert cue["lemma"] in {hit.row["lemma"] for lex in WRITTEN for hit in hits[lex.name]}, text


def test_cues_use_the_guidelines_stances_and_known_complements() -> None:
    """A stance or a complement that is spelt otherwise would be overlooked in silence."""
    for cue in CUES.rows:
        assert cue["statement"] == "no" or cue["stance"] in STANCES.split(), cue["lemma"]
        for complement in cue["takes"].split():
            introducer, _, stance = complement.removeprefix("!").partition("=")
            assert introducer in TAKES, cue["lemma"]
            assert stance in ("", *STANCES.split()), cue["lemma"]


def test_a_noun_is_found_before_a_pronoun_that_changes_its_end() -> None:
    """Ta marbuta opens and a final hamza takes a seat before a pronoun, and only there."""
    for text, lemma in (("بشهادتها", "الشهادة"), ("واستيائهم", "الاستياء"), ("نداؤه", "النداء")):
        assert {hit.row["lemma"] for hit in SCANNER.scan(fold(text))["attribution/nouns"]} == {lemma}
    assert not SCANNER.scan("شهادت")["attribution/nouns"]

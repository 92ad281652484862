"""Lexicons and rules are in order, say where they come from, and are found by the marks that name them.

`FIX=1 pytest tests/test_data.py` sorts lexicons and removes rows that stand twice.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from musnad import rules
from musnad.doc import Mark
from musnad.pipeline import STAGES, annotate
from tests.corpus import ROOMS
from tests.gate.readings import ROOT, gold_sets
from tests.tables import faults, load, mended, strangers

STAGES_FOLDER = ROOT / "src" / "musnad" / "stages"
TABLES_OF_ALL = sorted((ROOT / "src" / "musnad").rglob("*.tsv"))
LEXICONS = [pytest.param(path, id=f"{path.parent.name}/{path.stem}") for path in TABLES_OF_ALL]
TABLES = [
    pytest.param(table, id=f"{path.parent.name}/rules:{key}")
    for path in sorted(STAGES_FOLDER.glob("*/rules.toml"))
    for key, table in tomllib.loads(path.read_text(encoding="utf-8")).items()
]
DECLARED = [pytest.param(room, lex.name, id=lex.name) for room in ROOMS for lex in ROOMS[room].LEXICONS]


@pytest.mark.parametrize("path", LEXICONS)
def test_lexicon_is_in_order(path: Path) -> None:
    """A lexicon is sorted by its key and has no key twice, every row has a source, every letter is a listed one."""
    if os.environ.get("FIX") == "1":
        path.write_text(mended(load(path)), encoding="utf-8")
    assert not list(faults(load(path)))


@pytest.mark.parametrize("table", TABLES)
def test_rule_says_what_it_is(table: dict[str, Any]) -> None:
    """A rule says what it finds and where it comes from, and has an example; nothing else stands in rules.toml."""
    assert table["about"].strip()
    assert table["source"].strip()
    assert table["yes"]
    assert all(isinstance(text, str) and isinstance(line, str) for text, line in table["yes"])
    assert all(isinstance(text, str) for text in table.get("no", ()))


@pytest.mark.parametrize(("room", "name"), DECLARED)
def test_declared_lexicon_lies_in_its_room(room: str, name: str) -> None:
    """A room has only its own lexicons scanned, and each is a file of that room."""
    folder, _, file = name.partition("/")
    assert folder == room
    assert (STAGES_FOLDER / room / f"{file}.tsv").is_file()


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: str(stage.NAME))
def test_every_mark_names_a_rule_that_is_there(stage: Any) -> None:
    """What a room marks on the demo pages leads to a row or a rule of that room."""
    pages = [annotate(page) for page in gold_sets()["demo"].each_page()]
    marks: list[Mark] = [mark for kind in stage.WRITES for doc in pages for mark in doc.marks(kind)]
    for rule in {mark.rule for mark in marks}:
        assert rule.startswith(f"{stage.NAME}/")
        assert rules.look_up(rule)


GOOD = "# source: own count\nform\tkind\tsource\nأكد\tverb\t\nذكر\tverb\thttps://a.example/é\n"


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_lexicon_has_no_fault_and_is_mended_to_itself(tmp_path: Path) -> None:
    """Repairing what is in order changes no byte."""
    table = load(write(tmp_path / "a.tsv", GOOD))
    assert not list(faults(table))
    assert mended(table) == GOOD


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("# source: x\nform\nذكر\nأكد\n", "'أكد' stands after 'ذكر'"),
        ("# source: x\nform\tkind\nأكد\ta\nأكد\tb\n", "'أكد' stands twice"),
        ("# a note\nform\tsource\nأكد\t\n", "'أكد' has no source"),
        ("# a note\nform\nأكد\n", "'أكد' has no source"),
        ("# source: x\nform\nأكـد\n", "'أكـد', form: U+0640 in 'أكـد'"),
        ("# source: x\nform\tnote\nأكد\tسیاسي\n", "'أكد', note: U+06CC in 'سیاسي'"),
        ("# source: x\nform\tyes\nأكد\tسیاسي\n", ""),
        ("# source: x\nform\n1446 هـ\nسبق لـ\n", ""),
    ],
)
def test_faults_are_named(text: str, fault: str, tmp_path: Path) -> None:
    """Each kind of fault is found and named with its row; examples are pages and may be spelled in any way."""
    assert list(faults(load(write(tmp_path / "a.tsv", text)))) == ([fault] if fault else [])


@pytest.mark.parametrize("code", [0x0640, 0x06CC, 0x06A9, 0xFEE1, 0x200F, 0x202B, 0x200B, 0x0661, 0xFEFF, 0x0007, 0xA0])
def test_dictionary_spelling_has_no(code: int) -> None:
    """Tatweel, Farsi letters, presentation forms, bidi controls, unseen characters and Indic digits are strangers."""
    assert strangers(f"أ{chr(code)}ب") == chr(code)


def test_repair_sorts_and_removes_doubles_but_decides_nothing(tmp_path: Path) -> None:
    """Order and equal rows are repaired; two rows of one key stay for a person to choose from."""
    text = "# source: x\nform\tkind\nذكر\ta\n# why\nأكد\ta\nذكر\ta\nأكد\tb\n"
    path = write(tmp_path / "a.tsv", text)
    path.write_text(mended(load(path)), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == "# source: x\n# why\nform\tkind\nأكد\ta\nأكد\tb\nذكر\ta\n"
    assert list(faults(load(path))) == ["'أكد' stands twice"]

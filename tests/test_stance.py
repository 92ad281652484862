"""What stance and status the attribution room reads off original sentences, and that each judgement names its row."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from musnad.doc import Statement
from musnad.stages.attribution.contents.frames import frames
from musnad.stages.attribution.judged.stance import JUDGEMENTS, judge
from musnad.stages.attribution.page.scene import Scene
from tests.corpus import read

LINES = (Path(__file__).parent / "statuses.tsv").read_text(encoding="utf-8").splitlines()
CASES = list(csv.DictReader((line for line in LINES if not line.startswith("#")), delimiter="\t"))
STATUSES = "occurred ongoing planned expected possible conditional demanded denied state opinion".split()


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{n}-{case['status']}") for n, case in enumerate(CASES)])
def test_a_sentence_tells_stance_and_status(case: dict[str, str]) -> None:
    """The statement of a case's cue has its stance, its status and its negation."""
    doc = read(case["text"])
    found = [s for s in doc.marks(Statement) if doc.text(s.span) == case["cue"]]
    assert [(s.stance, s.status, s.negated) for s in found] == [(case["stance"], case["status"], bool(case["negated"]))]


def test_every_status_is_shown() -> None:
    """Each status has at least ten cases, and the negated ones have twins that are not."""
    told = Counter(case["status"] for case in CASES)
    assert all(told[status] >= 10 for status in STATUSES), told
    assert sum(bool(case["negated"]) for case in CASES) >= 15


@pytest.mark.parametrize("case", [pytest.param(case, id=str(n)) for n, case in enumerate(CASES)])
def test_a_judgement_names_its_row(case: dict[str, str]) -> None:
    """The rule of a judgement is a row of judgements.tsv."""
    scene = Scene(read(case["text"]))
    rows = {row["rule"] for row in JUDGEMENTS.rows}
    for place, _ in scene.sentences:
        assert {judge(scene, frame).rule for frame in frames(scene, *place)} <= rows

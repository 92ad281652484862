"""The scores count what they say they count."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.gate.readings import NAMES, GoldSet, gold_sets
from tests.gate.score import LAYERS, Reading, Score, score

EMPTY: Mapping[str, Any] = {"furniture": [], "obfuscations": [], "times": [], "mentions": [], "statements": []}
MINISTER = {"kind": "person", "entity": "A Minister|The Minister"}
AGENCY = {"kind": "agency", "entity": "An Agency"}
LETTER = {"kind": "document", "entity": None}


def span(start: int, end: int, **more: object) -> dict[str, object]:
    return {"start": start, "end": end, **more}


def statement(**other: object) -> dict[str, object]:
    return {
        "cue": span(10, 14),
        "source": span(15, 25),
        "chain": [AGENCY, MINISTER],
        "content": [span(30, 40)],
        "stance": "denies|confirms",
        "status": "denied",
        "negated": True,
        **other,
    }


def hits(layer: str, name: str, gold: object, predicted: object) -> tuple[int, int, int]:
    found = LAYERS[layer]({**EMPTY, name: gold}, {**EMPTY, name: predicted})
    return found.hit, found.gold, found.predicted


def test_shares_follow_from_the_counts() -> None:
    """Precision, recall and F1 are hits by what was said, by what was there, and their harmonic mean."""
    assert (Score(2, 4, 8).precision, Score(2, 4, 8).recall) == (0.25, 0.5)
    assert Score(2, 4, 8).f1 == pytest.approx(1 / 3)
    assert Score(0, 4, 0).f1 == Score(0, 0, 3).f1 == 0.0


def test_furniture_is_counted_in_characters() -> None:
    """Overlapping predictions count each character once, and labels do not matter."""
    assert hits("furniture", "furniture", [span(0, 10)], [span(5, 12), span(8, 15)]) == (5, 10, 10)


def test_a_repair_needs_its_span_and_its_word() -> None:
    """A repair to another word is a miss and an invention."""
    gold = [span(0, 4, clean="قتل")]
    assert hits("repair", "obfuscations", gold, [span(0, 4, clean="قتل")]) == (1, 1, 1)
    assert hits("repair", "obfuscations", gold, [span(0, 4, clean="قبل")]) == (0, 1, 1)


def test_a_time_is_paired_with_the_one_that_it_overlaps_most() -> None:
    """Each time is paired once; spaces and case of a value do not matter."""
    gold = [span(0, 10, value="DCT-P1D"), span(20, 30, value="2021")]
    predicted = [span(0, 2, value="2021"), span(1, 10, value="dct - p1d"), span(21, 30, value="2022")]
    assert hits("time_value", "times", gold, predicted) == (1, 2, 3)
    assert hits("time", "times", gold, predicted) == (0, 2, 3)


def test_a_mention_may_bear_either_of_two_names() -> None:
    """`A|B` in gold takes A or B, folded; on another span nothing is right."""
    gold = [span(0, 5, entity="Kaldora|Republic of Kaldora", type="GPE")]
    assert hits("mention_entity", "mentions", gold, [span(0, 5, entity="republic of  kaldora", type="LOC")]) == (
        1,
        1,
        1,
    )
    assert hits("mention", "mentions", gold, [span(0, 5, entity="Kaldora", type="LOC")]) == (0, 1, 1)
    assert hits("mention_entity", "mentions", gold, [span(0, 6, entity="Kaldora", type="GPE")]) == (0, 1, 1)


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({}, set()),
        ({"cue": span(13, 19)}, set()),
        ({"cue": span(14, 19)}, {"cue", "source", "content", "chain", "origin", "whole", "stance", "status"}),
        ({"source": None}, {"source"}),
        ({"source": span(19, 25)}, set()),
        ({"source": span(21, 25)}, {"source"}),
        ({"content": [span(30, 38)]}, set()),
        ({"content": [span(30, 37)]}, {"content", "whole"}),
        ({"content": [span(30, 35), span(35, 40)]}, set()),
        ({"chain": [AGENCY, {"kind": "person", "entity": "the minister"}]}, set()),
        ({"chain": [AGENCY, LETTER, {"kind": "person", "entity": "the minister"}]}, set()),
        ({"chain": [{"kind": "person", "entity": "the minister"}]}, {"chain", "whole"}),
        ({"chain": [AGENCY]}, {"chain", "origin", "whole"}),
        ({"chain": [LETTER]}, {"chain", "origin", "whole"}),
        ({"chain": []}, {"chain", "origin", "whole"}),
        ({"stance": "says"}, {"stance"}),
        ({"negated": False}, {"status"}),
        ({"status": "occurred"}, {"status"}),
    ],
)
def test_a_statement_is_judged_part_by_part(changed: dict[str, object], wrong: set[str]) -> None:
    """A difference in one part of a statement costs the layers of that part and no others."""
    predicted = statement(chain=[AGENCY, {"kind": "person", "entity": "A Minister"}], stance="confirms")
    predicted.update(changed)
    layers = ("cue", "source", "content", "chain", "origin", "whole", "stance", "status")
    found = {layer: hits(layer, "statements", [statement()], [predicted]) for layer in layers}
    assert {layer for layer, counts in found.items() if counts != (1, 1, 1)} == wrong


def test_a_day_that_nobody_knows_is_not_counted() -> None:
    """Pages without a day in gold neither gain nor lose."""
    assert LAYERS["published"]({"published": None}, {"published": "2021"}) == Score(0, 0, 0)
    assert LAYERS["published"]({"published": "2021"}, {}) == Score(0, 1, 0)


def test_a_page_that_was_not_read_is_missed() -> None:
    """Every page of the gold counts, read or not."""
    gold = {"1": {**EMPTY, "times": [span(0, 4, value="2021")]}}
    assert score(gold, {})["time"] == Score(0, 1, 0)


def deformed(gold: Reading, start: int) -> Reading:
    """A reading that is right in parts: some items gone, moved or doubled, some values changed, by their place."""

    def moved(item: Any, n: int) -> Any:
        if not isinstance(item, dict):
            return [moved(each, n) for each in item] if isinstance(item, list) else item
        item = {key: moved(value, n) for key, value in item.items()}
        if "end" in item and n % 4 == 1:
            item["end"] += n % 7
        for key in ("entity", "stance"):
            if isinstance(item.get(key), str):
                item[key] = item[key].split("|")[-1] if n % 5 else "other"
        if n % 6 == 2 and item.get("chain"):
            item["chain"] = [*item["chain"][n % 2 :], LETTER]
        if n % 9 == 4:
            item.update({key: None for key in ("source", "value") if key in item})
        return item

    found: dict[str, Any] = {"doc": gold["doc"], "published": gold["published"]}
    for name in EMPTY:
        items = [moved(item, n) for n, item in enumerate(gold[name], start) if n % 8 != 7]
        found[name] = items + [moved(item, 5) for item in gold[name][::6]]
    return found


THEIR_NAMES = {
    "furniture": "furniture (characters)",
    "repair": "obfuscation (exact, repaired)",
    "time": "time (strict span)",
    "time_value": "time (span overlaps, value right)",
    "mention": "mention (strict span, type)",
    "mention_entity": "mention (strict, entity right)",
    "cue": "statement (cue)",
    "source": "statement (source overlaps)",
    "content": "statement (content)",
    "chain": "statement (chain)",
    "origin": "statement (origin)",
    "whole": "statement (cue+content+chain)",
    "stance": "statement (stance)",
    "status": "statement (status)",
    "published": "published",
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("start", [0, 3])
def test_scores_equal_those_of_the_annotators_tool(name: str, start: int, tmp_path: Path) -> None:
    """On every set, half-right readings score to the digit as the tool scores them that came with the gold."""
    sets = gold_sets()
    tool = sets["seeds"].gold.parents[1] / "tools" / "score.py" if "seeds" in sets else None
    if tool is None or not tool.is_file():
        pytest.skip("the annotators' tool is not beside this checkout")
    chosen: GoldSet = sets[name]
    golds = chosen.golds()
    readings = {doc: deformed(gold, start + n) for n, (doc, gold) in enumerate(golds.items()) if n % 13 != 12}
    lines = tmp_path / "readings.jsonl"
    lines.write_text("".join(json.dumps(each) + "\n" for each in readings.values()), encoding="utf-8")
    run = [sys.executable, str(tool), str(chosen.gold), str(lines), "--json"]
    theirs = json.loads(subprocess.run(run, capture_output=True, check=True).stdout)
    ours = {
        THEIR_NAMES[layer]: {
            "precision": round(found.precision, 3),
            "recall": round(found.recall, 3),
            "f1": round(found.f1, 3),
            "hit": found.hit,
            "gold": found.gold,
            "predicted": found.predicted,
        }
        for layer, found in score(golds, readings).items()
    }
    assert ours == theirs
    assert all(0 < row["f1"] < 1 for layer, row in theirs.items() if layer != "published" and row["gold"])

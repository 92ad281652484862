"""Pinning raises floors, refuses to lower them, and writes what was measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.gate.floors import Run, changed, fallen, floors_text, load_floors, load_runs, measure
from tests.gate.pin import Files, pin
from tests.gate.readings import ROOT, GoldSet
from tests.gate.readme import DEMO_LINES, block, fenced, put, score_table
from tests.gate.score import LAYERS, Score


def run(hit: int, **others: int) -> Run:
    """A run of 20 gold items a layer; every layer hits `hit` of them, but for those named."""
    scores = {layer: Score(others.get(layer, hit), 20, 20) for layer in LAYERS}
    return Run(pages=2, gold="0" * 64, scores=scores)


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Files with the demo pinned at 10 of 20 (F1 0.500)."""
    found = Files(tmp_path / "floors.toml", tmp_path / "scores.json", tmp_path / "README.md")
    found.readme.write_text("before\n<!-- scores -->\nold\n<!-- /scores -->\nafter\n", encoding="utf-8")
    assert pin({"demo": run(10)}, found) == []
    return found


def test_a_first_pin_writes_floors_scores_and_table(files: Files) -> None:
    """What was measured is what is kept, in all three files, and the rest of the README stays."""
    assert load_floors(files.floors)["demo"]["gold"] == "0" * 64
    assert load_floors(files.floors)["demo"]["f1"] == dict.fromkeys(LAYERS, 0.5)
    assert load_runs(files.scores) == {"demo": run(10)}
    readme = files.readme.read_text(encoding="utf-8")
    assert block(readme, "scores") == score_table({"demo": run(10)})
    assert readme.startswith("before\n<!-- scores -->\n|")
    assert readme.endswith("|\n<!-- /scores -->\nafter\n")


def test_a_better_run_raises_the_floor(files: Files) -> None:
    """A layer that reads better is pinned higher, without a flag."""
    assert pin({"demo": run(10, cue=15)}, files) == []
    assert "cue = 0.750" in files.floors.read_text(encoding="utf-8")


def test_lowering_is_refused_and_nothing_is_written(files: Files) -> None:
    """One layer that fell keeps the whole run out, whatever the others gained."""
    before = [path.read_bytes() for path in (files.floors, files.scores, files.readme)]
    assert pin({"demo": run(12, cue=9)}, files) == ["demo cue: floor 0.500, now 0.450"]
    assert [path.read_bytes() for path in (files.floors, files.scores, files.readme)] == before


def test_lowering_needs_its_flag(files: Files) -> None:
    """With the flag the lower floor is pinned, and still named."""
    assert pin({"demo": run(10, cue=9)}, files, allow_regression=True) == ["demo cue: floor 0.500, now 0.450"]
    assert "cue = 0.450" in files.floors.read_text(encoding="utf-8")


def test_a_layer_that_is_measured_no_more_counts_as_fallen(files: Files) -> None:
    """A floor does not vanish with its layer."""
    without = Run(2, "0" * 64, {layer: found for layer, found in run(10).scores.items() if layer != "cue"})
    assert pin({"demo": without}, files) == ["demo cue: floor 0.500, no longer measured"]


def test_sets_that_are_not_here_keep_what_they_have(files: Files) -> None:
    """Pinning with the demo alone leaves the floors and the scores of other sets alone."""
    pin({"seeds": run(18)}, files)
    pin({"demo": run(11)}, files)
    assert load_runs(files.scores) == {"demo": run(11), "seeds": run(18)}
    assert files.floors.read_text(encoding="utf-8") == floors_text({"demo": run(11), "seeds": run(18)})


def test_the_gate_sees_a_fall_of_one_in_a_thousand() -> None:
    """Floors have three decimals, and so has what is held against them."""
    scores = {**run(10).scores, "furniture": Score(947, 1000, 1000)}
    floors = {"demo": {"f1": {"furniture": 0.948}}}
    assert fallen(floors, {"demo": Run(2, "", scores)}) == ["demo furniture: floor 0.948, now 0.947"]
    assert not fallen({"demo": {"f1": {"furniture": 0.947}}}, {"demo": Run(2, "", scores)})


def test_changed_gold_is_seen(tmp_path: Path) -> None:
    """A changed byte, a gold file more and a renamed one each change the hash of a set."""
    gold = tmp_path / "gold"
    gold.mkdir()
    page = {"doc": "1", **{name: [] for name in ("furniture", "obfuscations", "times", "mentions", "statements")}}
    (gold / "1.json").write_text(json.dumps(page), encoding="utf-8")
    (tmp_path / "1_page.txt").write_bytes("خبر\r\n".encode())
    chosen = GoldSet("demo", tmp_path, gold)
    first = measure(chosen)
    floors = {"demo": {"gold": first.gold}}
    assert first.pages == 1
    assert not changed(floors, {"demo": measure(chosen)})
    (gold / "1.json").write_text(json.dumps(page) + "\n", encoding="utf-8")
    assert changed(floors, {"demo": measure(chosen)}) == ["demo: its gold is not the pinned one"]
    (gold / "1.json").write_text(json.dumps(page), encoding="utf-8")
    (gold / "1.json").rename(gold / "2.json")
    assert changed(floors, {"demo": measure(chosen)}) == ["demo: its gold is not the pinned one"]


def test_pages_are_read_as_published(tmp_path: Path) -> None:
    """Newlines stay as they are, the doc is the name up to the first underscore, the manifest tells the rest."""
    (tmp_path / "7_abc.txt").write_bytes("أ\r\nب".encode())
    (tmp_path / "8.txt").write_bytes("ج".encode())
    (tmp_path / "manifest.csv").write_text("file,outlet,published,url\n7_abc.txt,المصب,2023-02,\n", encoding="utf-8")
    first, second = GoldSet("demo", tmp_path, tmp_path).each_page()
    assert (first.doc, first.source, first.outlet, first.published) == ("7", "أ\r\nب", "المصب", "2023-02")
    assert (second.doc, second.outlet, second.published) == ("8", None, None)


def test_the_table_has_a_row_for_every_layer() -> None:
    """Each layer has its words, and a layer of which the gold has nothing shows a dash, no zero."""
    empty = Run(2, "", {**run(10).scores, "repair": Score(0, 0, 0)})
    table = score_table({"demo": empty, "seeds": run(20)}).splitlines()
    assert len(table) == 2 + len(LAYERS)
    assert table[0] == "| what is read (F1) | seeds (2 pages) | demo (2 pages) | two people |"
    assert table[3] == "| words broken on purpose, put right | 1.000 | – | 1.00 |"


def test_an_output_is_cut_and_keeps_no_path_of_the_machine() -> None:
    """A long output ends in an ellipsis; a path in the checkout is told from its root."""
    lines = fenced(f"{ROOT / 'src' / 'page.txt'}  \n" + "line\n" * DEMO_LINES).splitlines()
    assert lines[:3] == ["```text", str(Path("src", "page.txt")), "line"]
    assert lines[-2:] == ["…", "```"]
    assert len(lines) == DEMO_LINES + 2
    assert fenced("one\n\n") == "```text\none\n```"


def test_a_block_without_markers_is_refused() -> None:
    """Writing into a README that has no place for it is an error, not a silent nothing."""
    with pytest.raises(ValueError, match="<!-- scores -->"):
        put("no markers here", "scores", "table")

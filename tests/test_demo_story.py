"""How well what holds across the demo's pages is found, by the shared scorer where it is at hand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from musnad.export.story import as_story
from musnad.links import link
from musnad.links.account import account
from musnad.pipeline import annotate_many
from tests.gate.readings import ROOT, GoldSet

SCORER = Path(os.environ.get("MUSNAD_SHARED") or ROOT.parent / "shared") / "tools" / "score_story.py"
ROWS = (
    "copies (directed)", "claims (pairs of statements)", "origins counted right", "contradictions (pair, on)",
    "predictions (found)", "predictions (due right)", "predictions (outcome right)", "events (type, page, actor)",
    "events (and place, date, status)", "positions (kind, actor, page)",
)  # fmt: skip
# F1 of each row; like all floors they only rise.
FLOORS = {
    "demo": (1.0, 0.92, 0.92, 0.94, 0.99, 0.99, 0.94, 0.85, 0.59, 0.95),
    "plant": (1.0, 0.71, 1.0, 1.0, 0.95, 0.85, 0.66, 0.83, 0.66, 0.88),
    "rails": (1.0, 0.63, 0.78, 0.87, 0.89, 0.75, 0.62, 0.59, 0.27, 0.82),
    "shoals": (1.0, 0.76, 1.0, 0.88, 0.85, 0.78, 0.64, 0.66, 0.44, 0.77),
}


@pytest.mark.skipif(not SCORER.is_file(), reason="the scorer of stories is not here")
@pytest.mark.parametrize("name", FLOORS)
def test_a_story_is_told_as_well_as_before(name: str, tmp_path: Path) -> None:
    """Each of its parts reaches its floor."""
    folder = ROOT / "src" / "musnad" / "demo" if name == "demo" else ROOT / "tests" / "stories" / name
    pages = tuple(map(account, annotate_many(list(GoldSet(name, folder / "pages", folder).each_page()), 1)))
    found = tmp_path / "story.json"
    found.write_text(json.dumps(as_story(link(pages), pages), ensure_ascii=False), encoding="utf-8")
    scored = subprocess.run(
        [sys.executable, str(SCORER), str(folder), str(found), "--json"], capture_output=True, check=True
    )
    rows = json.loads(scored.stdout)
    floors = dict(zip(ROWS, FLOORS[name], strict=True))
    assert {row: rows[row]["f1"] for row, floor in floors.items() if rows[row]["f1"] < floor} == {}

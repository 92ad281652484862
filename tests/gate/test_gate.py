"""The gate: no layer falls below its floor, the gold is the pinned one, and the README says what was measured."""

from __future__ import annotations

from functools import cache

import pytest

from tests.gate.floors import FLOORS, Run, changed, fallen, floors_text, load_floors, load_runs, measure
from tests.gate.readings import NAMES, gold_sets
from tests.gate.readme import README, block, score_table
from tests.gate.score import LAYERS


@cache
def measured(name: str) -> Run:
    found = gold_sets()
    if name not in found:
        pytest.skip(f"the {name} pages are not beside this checkout")
    return measure(found[name])


@pytest.mark.parametrize("name", NAMES)
def test_no_layer_falls_below_its_floor(name: str) -> None:
    """Every layer reads each set at least as well as it was pinned; `make pin` raises floors."""
    assert not fallen(load_floors(), {name: measured(name)})


@pytest.mark.parametrize("name", NAMES)
def test_the_gold_is_the_pinned_one(name: str) -> None:
    """A score counts only against the gold that it was pinned with."""
    assert not changed(load_floors(), {name: measured(name)})


@pytest.mark.parametrize("name", NAMES)
def test_every_layer_of_every_set_has_a_floor(name: str) -> None:
    """No set and no layer escapes the gate by having no floor."""
    floors = load_floors()[name]["f1"]
    assert isinstance(floors, dict)
    assert set(floors) == set(LAYERS)


def test_floors_and_table_come_from_one_run() -> None:
    """Neither the floors nor the README's table is typed by hand: both follow from the last pinned run."""
    runs = load_runs()
    assert FLOORS.read_text(encoding="utf-8") == floors_text(runs)
    assert block(README.read_text(encoding="utf-8"), "scores") == score_table(runs)

"""Floors and the last run: what is kept, and what must hold.

`scores.json` keeps the last pinned run: pages, gold hash and counts by set and layer. `floors.toml` keeps
what must hold: each set's gold hash and each layer's F1 (3 decimals). Both are written by `make pin`.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.gate.readings import GoldSet
from tests.gate.score import Score, score

__all__ = ["FLOORS", "SCORES", "Run", "changed", "fallen", "floors_text", "load_floors", "load_runs", "measure",
           "runs_text"]  # fmt: skip

FLOORS = Path(__file__).with_name("floors.toml")
SCORES = Path(__file__).with_name("scores.json")

Floors = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True)
class Run:
    """One set measured: how many pages, the hash of their gold, a score a layer."""

    pages: int
    gold: str
    scores: Mapping[str, Score]

    def f1(self, layer: str) -> float:
        """F1 of a layer to the 3 decimals that floors have."""
        return round(self.scores[layer].f1, 3)


def measure(chosen: GoldSet) -> Run:
    """Read a set's pages and score them."""
    golds = chosen.golds()
    return Run(len(golds), chosen.digest(), score(golds, chosen.readings()))


def load_floors(path: Path = FLOORS) -> Floors:
    """Sets with their `gold` hash and their `f1` table. A missing file has no sets."""
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def load_runs(path: Path = SCORES) -> dict[str, Run]:
    """The last run of each set. A missing file has none."""
    if not path.is_file():
        return {}
    return {
        name: Run(
            run["pages"],
            run["gold"],
            {layer: Score(row["hit"], row["gold"], row["predicted"]) for layer, row in run["scores"].items()},
        )
        for name, run in json.loads(path.read_text(encoding="utf-8")).items()
    }


def fallen(floors: Floors, runs: Mapping[str, Run]) -> list[str]:
    """A line for each layer of a measured set that stands below its floor, or has none any more."""
    return [line for name, run in runs.items() for line in _below(name, run, floors.get(name, {}).get("f1", {}))]


def _below(name: str, run: Run, floors: object) -> Iterable[str]:
    assert isinstance(floors, Mapping)
    for layer, floor in floors.items():
        if layer not in run.scores:
            yield f"{name} {layer}: floor {floor:.3f}, no longer measured"
        elif run.f1(layer) < floor:
            yield f"{name} {layer}: floor {floor:.3f}, now {run.f1(layer):.3f}"


def changed(floors: Floors, runs: Mapping[str, Run]) -> list[str]:
    """A line for each measured set whose gold is not the one that its floors were pinned with."""
    return [
        f"{name}: its gold is not the pinned one"
        for name, run in runs.items()
        if floors.get(name, {}).get("gold") != run.gold
    ]


def floors_text(runs: Mapping[str, Run]) -> str:
    """floors.toml as it follows from runs."""
    lines = ["# Written by `make pin`. Floors rise; lowering one takes ALLOW_REGRESSION=1 and a reason in the commit."]
    for name, run in sorted(runs.items()):
        lines += ["", f"[{name}]", f'gold = "{run.gold}"', "", f"[{name}.f1]"]
        lines += [f"{layer} = {run.f1(layer):.3f}" for layer in run.scores]
    return "\n".join(lines) + "\n"


def runs_text(runs: Mapping[str, Run]) -> str:
    """scores.json as it follows from runs, a line a layer. The shares are for readers; only counts are read back."""
    sets = []
    for name, run in sorted(runs.items()):
        rows = ",\n".join(f'   "{layer}": {json.dumps(_row(found))}' for layer, found in run.scores.items())
        sets.append(
            f' "{name}": {{\n  "pages": {run.pages},\n  "gold": "{run.gold}",\n  "scores": {{\n{rows}\n  }}\n }}'
        )
    return "{\n" + ",\n".join(sets) + "\n}\n"


def _row(found: Score) -> dict[str, float]:
    shares = {"precision": found.precision, "recall": found.recall, "f1": found.f1}
    return {**{name: round(share, 3) for name, share in shares.items()}, **asdict(found)}

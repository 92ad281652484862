"""Measure again and pin: `python -m tests.gate.pin [--allow-regression]`, or `make pin`.

Writes floors.toml, scores.json and the README's generated blocks. Where a layer fell below its floor
nothing is written and the exit status is 1, unless --allow-regression is given. Sets that are not here
keep what they have.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.gate.floors import (
    FLOORS,
    SCORES,
    Run,
    changed,
    fallen,
    floors_text,
    load_floors,
    load_runs,
    measure,
    runs_text,
)
from tests.gate.readings import gold_sets
from tests.gate.readme import README, demo_output, put, score_table

__all__ = ["Files", "main", "pin"]


@dataclass(frozen=True)
class Files:
    """What pinning writes."""

    floors: Path = FLOORS
    scores: Path = SCORES
    readme: Path = README


def pin(measured: Mapping[str, Run], files: Files, *, allow_regression: bool = False) -> list[str]:
    """Pin what was measured; gives the layers that fell. Where any did and that is not allowed, nothing is written."""
    falls = fallen(load_floors(files.floors), measured)
    if falls and not allow_regression:
        return falls
    runs = {**load_runs(files.scores), **measured}
    files.floors.write_text(floors_text(runs), encoding="utf-8")
    files.scores.write_text(runs_text(runs), encoding="utf-8")
    readme = files.readme.read_text(encoding="utf-8")
    files.readme.write_text(put(readme, "scores", score_table(runs)), encoding="utf-8")
    return falls


def show_demo(readme: Path) -> None:
    """Put what `musnad demo` prints now into the README."""
    readme.write_text(put(readme.read_text(encoding="utf-8"), "demo", demo_output()), encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--allow-regression", action="store_true", help="pin floors that are lower than they were")
    allow = parser.parse_args(arguments).allow_regression
    files = Files()
    measured = {name: measure(each) for name, each in gold_sets().items()}
    for line in changed(load_floors(files.floors), measured):
        print(line)
    falls = pin(measured, files, allow_regression=allow)
    for line in falls:
        print(line, file=sys.stderr)
    if falls and not allow:
        print("Nothing pinned. --allow-regression (make pin ALLOW_REGRESSION=1) lowers these floors.", file=sys.stderr)
        return 1
    print(score_table(load_runs(files.scores)))
    try:
        show_demo(files.readme)
    except subprocess.CalledProcessError as error:
        print(f"`musnad demo` failed; the README keeps its old output:\n{error.stderr.decode()}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

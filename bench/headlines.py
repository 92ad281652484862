"""How well agreement of two headlines is told, beside always saying the commoner of the two.

    python -m bench.headlines PATH/agree-disagree.csv [--list]

The file has the columns s1, s2 and stance; pairs that neither agree nor disagree are not counted. Words are told apart
by how often they stand in this file's own headlines; nothing is learnt from its stances.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path

from musnad.links.claims import headlines

STANCES = ("agree", "disagree")


def main(arguments: list[str] | None = None) -> int:
    """Print the share of pairs told right, by stance and in all. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--list", action="store_true", help="print the pairs that are told wrong")
    given = parser.parse_args(arguments)
    with given.file.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["stance"] in STANCES]
    if not rows:
        print("no pair agrees or disagrees")
        return 1
    words = headlines.vocabulary(headline for row in rows for headline in (row["s1"], row["s2"]))
    right: Counter[str] = Counter()
    for row in rows:
        verdict = headlines.compare(row["s1"], row["s2"], words)
        if verdict.agree == (row["stance"] == "agree"):
            right[row["stance"]] += 1
        elif given.list:
            print(row["stance"], f"{verdict.likeness:.2f}", "; ".join(verdict.reasons), row["s1"], row["s2"], sep="\t")
    of = Counter(row["stance"] for row in rows)
    for stance in STANCES:
        print(f"{stance:12} {right[stance]} of {of[stance]}")
    print(f"{'all':12} {right.total() / len(rows):.3f}   commoner stance alone {max(of.values()) / len(rows):.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

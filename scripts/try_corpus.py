"""Read a file of cases (as a room's corpus.toml) and print what a room shows otherwise than they say.

    python scripts/try_corpus.py FILE [--room ROOM]

Cases are grouped by their `pattern`, the pattern with most differences first. `-` is a line that the case
wants and the room does not show, `+` one that it shows and the case does not have. The exit status is 1
where anything differs.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.corpus import ROOMS, read, shown


def differences(room: str, case: dict[str, Any]) -> list[str]:
    """What the test of the corpus would object to, as lines with `-` and `+`."""
    found = shown(room, read(case["text"], case.get("published"), case.get("outlet")))
    wanted = case.get("yes", [])
    refused = found if case.get("only") or case.get("none") else case.get("no", [])
    lost = [f"- {line}" for line in wanted if line not in found]
    return lost + [f"+ {line}" for line in found if line in refused and line not in wanted]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--room", choices=ROOMS, default="attribution")
    options = parser.parse_args()
    cases = tomllib.loads(options.file.read_text(encoding="utf-8")).get("case", [])
    wrong: dict[str, list[str]] = defaultdict(list)
    for case in cases:
        if lines := differences(options.room, case):
            wrong[case.get("pattern", "")].append("\n".join([case["text"], *lines]))
    for pattern, each in sorted(wrong.items(), key=lambda item: -len(item[1])):
        print(f"## {pattern} ({len(each)})\n\n" + "\n\n".join(each) + "\n")
    print(f"{len(cases) - sum(map(len, wrong.values()))} of {len(cases)} cases are as they should be")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

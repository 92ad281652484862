"""The README's generated blocks: the table of scores, and what `musnad demo` prints."""

from __future__ import annotations

import os
import re
import subprocess
import sysconfig
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.gate.floors import Run
from tests.gate.readings import NAMES, ROOT

__all__ = ["README", "block", "demo_output", "fenced", "put", "score_table"]

README = ROOT / "README.md"

# What a layer is in a reader's words, and the agreement (F1) of two careful annotators on the seed pages
# before they settled their differences, as the gold's guidelines give it.
WORDS: Mapping[str, tuple[str, str]] = {
    "furniture": ("what is not the article (menus, by-lines, 'read also'), by characters", "0.93"),
    "repair": ("words broken on purpose, put right", "1.00"),
    "published": ("the page's day (as the collector or the text tells it)", ""),
    "time": ("a time expression's words", ""),
    "time_value": ("… the date or span it stands for", "0.97"),
    "mention": ("a name's words and type", "0.90"),
    "mention_entity": ("… who or what it names", ""),
    "cue": ("a statement's cue (*said*, *according to*)", "0.97"),
    "source": ("… the words that name its source", ""),
    "content": ("… what was said, from where to where", "0.97"),
    "chain": ("… the whole chain of tellers", "0.91"),
    "origin": ("… the first teller", "0.94"),
    "whole": ("… cue, content and chain all right", ""),
    "stance": ("… how it was said (announces, denies, …)", "0.97"),
    "status": ("… what is said of the event (occurred, planned, …)", "0.92"),
}
DEMO_LINES = 24
# A terminal of 120 columns without colours.
TERMINAL = {"FORCE_COLOR": "1", "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "120", "LINES": "100",
            "PYTHONIOENCODING": "utf-8"}  # fmt: skip


def score_table(runs: Mapping[str, Run]) -> str:
    """F1 by layer and set in Markdown; only sets that were ever measured, a dash where the gold has nothing."""
    present = [name for name in NAMES if name in runs]
    heads = [f"{name} ({runs[name].pages} pages)" for name in present]
    lines = [
        f"| what is read (F1) | {' | '.join(heads)} | two people |",
        f"|---|{'--:|' * len(present)}--:|",
    ]
    for layer, (words, people) in WORDS.items():
        cells = [f"{runs[name].f1(layer):.3f}" if runs[name].scores[layer].gold else "–" for name in present]
        lines.append(f"| {words} | {' | '.join(cells)} | {people} |")
    return "\n".join(lines)


def demo_output() -> str:
    """What `musnad demo` prints in a terminal, in a fence, cut after DEMO_LINES. CalledProcessError where it fails."""
    command = Path(sysconfig.get_path("scripts")) / "musnad"
    with tempfile.TemporaryDirectory() as elsewhere:
        run = subprocess.run([command, "demo"], capture_output=True, check=True, env={**os.environ, **TERMINAL},
                             cwd=elsewhere)  # fmt: skip
    return fenced(run.stdout.decode("utf-8"))


def fenced(output: str) -> str:
    """The first lines of an output, its paths told from the checkout's root."""
    lines = [line.rstrip() for line in output.replace(f"{ROOT}{os.sep}", "").strip().splitlines()]
    shown = lines if len(lines) <= DEMO_LINES else [*lines[: DEMO_LINES - 1], "…"]
    return "\n".join(["```text", *shown, "```"])


def block(text: str, name: str) -> str:
    """What stands between `<!-- name -->` and `<!-- /name -->`. ValueError where the markers are missing."""
    return _find(text, name).group(2)


def put(text: str, name: str, body: str) -> str:
    """`text` with another body between the markers of `name`."""
    found = _find(text, name)
    return f"{text[: found.start(2)]}{body}{text[found.end(2) :]}"


def _find(text: str, name: str) -> re.Match[str]:
    found = re.search(rf"(<!-- {name} -->\n)(.*?)(\n<!-- /{name} -->)", text, re.DOTALL)
    if found is None:
        raise ValueError(f"no block <!-- {name} --> … <!-- /{name} -->")
    return found

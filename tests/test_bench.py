"""The benchmark reads what it is given and hides no page that breaks. No test asserts a time."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from bench import speed
from musnad import pipeline
from musnad.doc import Doc, Mark
from musnad.stages import events


def write(path: Path, *texts: str) -> Path:
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"text": text, "outlet": "المصب", "published": ""}) + "\n" for text in texts)
    return path


def test_every_stage_has_a_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The table tells how many pages were read, and has a row in all, one a stage, and two for scans."""
    stages = pipeline.STAGES
    assert speed.main([str(write(tmp_path / "pages.jsonl.gz", "قال", "وأضاف")), "--limit", "1"]) == 0
    head, _, *rows, end = capsys.readouterr().out.splitlines()
    assert head.startswith("1 pages, 3 characters a page")
    assert [row.split()[0] for row in rows] == ["all", *(stage.NAME for stage in stages), "scan", "scan:names"]
    assert end == "0 pages raised"
    assert pipeline.STAGES is stages


def test_a_page_that_raises_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other pages are still read, and the exit status is 1."""

    def find(doc: Doc) -> Iterable[Mark]:
        if "كسر" in doc.source:
            raise ValueError("broken")
        return ()

    monkeypatch.setattr(events, "find", find)
    assert speed.main([str(write(tmp_path / "pages.jsonl.gz", "قال", "كسر", "وأضاف"))]) == 1
    told = capsys.readouterr()
    assert told.out.startswith("2 pages,")
    assert told.out.endswith("1 pages raised\n")
    assert told.err == "error  line 2: ValueError: broken\n"

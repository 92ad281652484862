"""What is drawn for an audit can be drawn again, and the table that is kept holds no word of a page."""

from __future__ import annotations

import json
from pathlib import Path

from bench.audits import sample

PAGES = ["قال وزير المالية إن العجز تراجع.\nوأضاف أن النمو عاد."] * 20


def write(path: Path) -> Path:
    rows = [{"url": f"page-{n}", "outlet": None, "published": None, "text": text} for n, text in enumerate(PAGES)]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def test_the_same_seed_draws_the_same_statements(tmp_path: Path) -> None:
    """Another seed draws others; no statement is drawn twice."""
    pages = write(tmp_path / "pages.jsonl")
    rows = [[drawn.row for drawn in sample.draw(pages, 10, seed)] for seed in (1, 1, 2)]
    assert rows[0] == rows[1] != rows[2]
    assert len(set(rows[0])) == 10


def test_only_the_words_for_the_reader_hold_the_page(tmp_path: Path) -> None:
    """The table has ids and offsets; the words show cue, source, content and chain in their place."""
    ids, words = tmp_path / "ids.tsv", tmp_path / "words.txt"
    assert sample.main([str(write(tmp_path / "pages.jsonl")), str(ids), str(words), "--count", "40"]) == 0
    assert ids.read_text("utf-8").isascii()
    assert len(ids.read_text("utf-8").splitlines()) == 41
    assert "⟦قال⟧ {وزير المالية} إن [العجز تراجع]" in words.read_text("utf-8")

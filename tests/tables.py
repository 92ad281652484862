"""Lexicon files as they lie on disk: what is wrong with one, and its repair."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

__all__ = ["PAGE_COLUMNS", "Table", "faults", "load", "mended", "strangers"]

# What dictionary spelling is written with: the letters of Arabic and its vowel signs. No tatweel, no Farsi
# yeh or kaf, no presentation form, no Arabic-Indic digit, nothing unseen.
ARABIC = {chr(code) for code in (*range(0x0621, 0x063B), *range(0x0641, 0x064B), *range(0x064B, 0x0653))}
ASCII = {chr(code) for code in range(0x20, 0x7F)}
PUNCTUATION = set("،؛؟«»“”‘’–—…•·→←×°%©®™№§¶|")
# One letter on its own is written with a tatweel in dictionaries too: a clitic (`لـ`), the year's era (`1446 هـ`).
LONE_LETTER = re.compile(r"(?<![ء-ي])[بكله]ـ(?![ء-ي])")
# Examples are pages, and pages are spelled in any way.
PAGE_COLUMNS = ("yes", "no")


@dataclass(frozen=True)
class Table:
    """A TSV file: its `#` lines and blank lines, its columns' names, its rows' cells."""

    comments: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def source(self) -> str:
        """What the `# source:` line says for rows that say nothing themselves."""
        told = (line.removeprefix("# source:").strip() for line in self.comments if line.startswith("# source:"))
        return next(told, "")


def load(path: Path) -> Table:
    """Comments may stand anywhere; the first other line is the header."""
    lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    comments = tuple(line for line in lines if line.startswith("#") or not line.strip())
    cells = [tuple(line.split("\t")) for line in lines if not line.startswith("#") and line.strip()]
    return Table(comments, cells[0] if cells else (), tuple(cells[1:]))


def mended(table: Table) -> str:
    """The file with its comments above its header, its rows sorted by their first column, and no row twice."""
    rows = sorted(dict.fromkeys(table.rows))
    lines = [*table.comments, *("\t".join(cells) for cells in ([table.header] if table.header else [])),
             *("\t".join(row) for row in rows)]  # fmt: skip
    return "\n".join(lines) + "\n"


def strangers(text: str) -> str:
    """The characters of `text` that no dictionary spelling, Latin name or listed sign is written with."""
    unknown = set(LONE_LETTER.sub("", text)) - ARABIC - ASCII - PUNCTUATION
    return "".join(sorted(c for c in unknown if not unicodedata.name(c, "").startswith("LATIN ")))


def faults(table: Table) -> Iterator[str]:
    """A line for each fault: order, keys twice, rows without a source, strange characters."""
    keys = [row[0] for row in table.rows]
    if keys != sorted(keys):
        yield next(f"{b!r} stands after {a!r}" for a, b in pairwise(keys) if b < a)
    yield from (f"{key!r} stands twice" for key, times in Counter(keys).items() if times > 1)
    column = table.header.index("source") if "source" in table.header else None
    for row in table.rows:
        own = row[column] if column is not None and column < len(row) else ""
        if not (own.strip() or table.source):
            yield f"{row[0]!r} has no source"
        for name, cell in zip(table.header, row, strict=False):
            if name not in PAGE_COLUMNS and strangers(cell):
                codes = " ".join(f"U+{ord(c):04X}" for c in strangers(cell))
                yield f"{row[0]!r}, {name}: {codes} in {cell!r}"

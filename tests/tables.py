"""Lexicon files as they lie on disk: what is wrong with one, and its repair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from musnad.namebook.letters import strangers

__all__ = ["PAGE_COLUMNS", "Table", "faults", "load", "mended", "strangers"]

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

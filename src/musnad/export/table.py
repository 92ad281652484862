"""The ledger as a table to read: when, outlet, chain, stance, status, what, and where on which page.

In a terminal it is a coloured table as wide as the window; anywhere else aligned lines without colour or
frame, as wide as they need.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rich import box
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.measure import Measurement
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from musnad.entry import Entry
from musnad.export.ledger import chain_text, content_text, shortened

__all__ = ["as_rows", "as_table"]

# Characters of a content, and of one teller's words, that a table shows.
_CONTENT = 120
_TELLER = 50
_COLOURS = {"denies": "red", "refuses": "red", "warns": "yellow", "demands": "yellow", "promises": "green"}


def as_table(entries: Iterable[Entry], console: Console) -> None:
    """Print the table on `console`; the page and the offset of the cue are what `musnad explain` takes."""
    _print(_table(entries, terminal=console.is_terminal), console)


def as_rows(columns: Sequence[str], rows: Iterable[Sequence[str]], console: Console) -> None:
    """Print rows of plain cells under their columns' names; a cell that is empty shows as a dash."""
    terminal = console.is_terminal
    table = Table(box=box.SIMPLE_HEAD if terminal else None, pad_edge=False, header_style="bold")
    for name in columns:
        table.add_column(name, no_wrap=not terminal, overflow="fold")
    cell: Callable[[str], RenderableType] = _Isolated if terminal else Text
    for row in rows:
        table.add_row(*(Text(text or "-") if text.isascii() else cell(text) for text in row))
    _print(table, console)


def _print(table: Table, console: Console) -> None:
    """In a terminal as it is; anywhere else as wide as it needs, without colour and without blanks at line ends."""
    if console.is_terminal:
        console.print(table)
        return
    wide = Console(width=10_000, color_system=None, force_terminal=False)
    with wide.capture() as captured:
        wide.print(table)
    for row in captured.get().splitlines():
        console.file.write(row.rstrip() + "\n")


def _table(entries: Iterable[Entry], *, terminal: bool) -> Table:
    table = Table(box=box.SIMPLE_HEAD if terminal else None, pad_edge=False, header_style="bold")
    for name in ("when", "outlet", "chain", "stance", "status", "what", "where"):
        table.add_column(name, no_wrap=not terminal or name in ("when", "where"), overflow="fold")
    for entry in entries:
        arabic = (entry.outlet or "-", chain_text(entry, _TELLER) or "-", shortened(content_text(entry), _CONTENT))
        cell: Callable[[str], RenderableType] = _Isolated if terminal else Text
        outlet, chain, what = map(cell, arabic)
        stance = Text(entry.stance, style=_COLOURS.get(entry.stance, ""))
        status = Text(f"not {entry.status}" if entry.negated else entry.status)
        where = Text(f"{entry.doc} {entry.cue.start}")
        table.add_row(Text(entry.published or "-"), outlet, chain, stance, status, what, where)
    return table


class _Isolated:
    """Text whose every line is a right-to-left isolate: a terminal that reorders Arabic keeps it in its cell."""

    def __init__(self, text: str) -> None:
        self.text = Text(text)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in console.render_lines(self.text, options, pad=False):
            yield Segment("\u2067")
            yield from line
            yield Segment("\u2069\n")

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, self.text)

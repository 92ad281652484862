"""Cells of CSV that a spreadsheet only shows."""

from __future__ import annotations

__all__ = ["safe"]

_FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "＝",
    "＋",
    "－",
    "＠",
)  # what a spreadsheet takes for a formula's beginning


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before what would begin one."""
    return f"'{cell}" if cell.lstrip(" \n\ufeff\u200e\u200f").startswith(_FORMULA) else cell

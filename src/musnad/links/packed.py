"""Rows of numbers in one array, each behind its length."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator

__all__ = ["pack", "unpack"]


def pack(kind: str, rows: Iterable[Collection[int]]) -> array[int]:
    """An array of a kind (`I`, `Q`). OverflowError where a number is too large for it."""
    return array(kind, (number for row in rows for number in (len(row), *row)))


def unpack(numbers: array[int]) -> Iterator[array[int]]:
    """The rows that `pack` was given."""
    at = 0
    while at < len(numbers):
        end = at + 1 + numbers[at]
        yield numbers[at + 1 : end]
        at = end

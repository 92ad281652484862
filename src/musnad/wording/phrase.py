"""Something to be told in whatever language is read."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Phrase", "phrase"]


class Phrase(NamedTuple):
    """A key of the wording, and what its blanks are filled with, in order."""

    key: str
    values: tuple[str, ...] = ()


def phrase(key: str, *values: object) -> Phrase:
    """A phrase whose blanks are filled with these."""
    return Phrase(key, tuple(map(str, values)))

"""The words and signs of a page's reading, and runs of them."""

from __future__ import annotations

import re
from functools import partial
from typing import NamedTuple

__all__ = ["Place", "Texts", "Token", "tokens_of"]

_TOKEN = re.compile(r"\w+|[^\w\s]")


class Token(NamedTuple):
    """A word or a sign of the reading: reading offsets and folded text."""

    start: int
    end: int
    text: str


_token = partial(tuple.__new__, Token)  # `Token._make` without its count of the fields: a page has hundreds


class Place(NamedTuple):
    """Tokens [first, last) of the page."""

    first: int
    last: int


class Texts(dict[int, str]):
    """Texts by their token: asked for a thousand times a page, so looked up and not called."""

    def __missing__(self, i: int) -> str:
        return ""


def tokens_of(reading: str) -> tuple[Token, ...]:
    """The tokens of a folded reading, in order."""
    words = _TOKEN.findall(reading)
    starts: list[int] = []
    end = 0
    for word in words:
        start = reading.find(word, end)
        end = start + len(word)
        starts.append(start)
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    return tuple(map(_token, zip(starts, ends, words, strict=True)))

"""What was changed between two versions of a page, word by word: [-taken out-] {+put in+}."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from rich.console import Console
from rich.text import Text

__all__ = ["Piece", "as_changes", "changes"]

_TOKEN = re.compile(r"\n|\w+ *|[^\w\s] *")
_SHOWN = {"": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
_COLOURS = {"": "", "-": "red", "+": "green"}
_ISOLATE, _END = "\u2067", "\u2069"


@dataclass(frozen=True)
class Piece:
    """Words that stayed (`sign` is empty), were taken out (`-`) or put in (`+`)."""

    sign: str
    words: str


def changes(old: str, new: str) -> Iterator[list[Piece]]:
    """The lines that differ, down the page. A line that was only broken or joined elsewhere does not differ.

    Lines are paired first and words within them, so that the work grows with what was changed.
    """
    before, after = old.splitlines(), new.splitlines()
    for kind, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from _lines("\n".join(before[start:end]), "\n".join(after[first:last]))


def as_changes(old: str, new: str, console: Console) -> None:
    """Print the lines that differ, in colour on a terminal, where each is also kept right-to-left."""
    for line in changes(old, new):
        text = Text(" ").join(Text(_SHOWN[piece.sign].format(piece.words), _COLOURS[piece.sign]) for piece in line)
        if console.is_terminal:
            console.print(Text(_ISOLATE) + text + Text(_END), soft_wrap=True)
        else:
            console.file.write(f"{text.plain}\n")


def _lines(old: str, new: str) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in _pieces(_TOKEN.findall(old), _TOKEN.findall(new)):
        first, *others = piece.words.split("\n")
        line += _piece(piece.sign, first)
        for words in others:
            if any(each.sign for each in line):
                yield line
            line = _piece(piece.sign, words)
    if any(each.sign for each in line):
        yield line


def _piece(sign: str, words: str) -> list[Piece]:
    return [Piece(sign, words.strip())] if words.strip() else []


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    """Tokens are compared without the spaces behind them."""
    matcher = SequenceMatcher(None, [token.strip(" ") for token in old], [token.strip(" ") for token in new], False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            yield Piece("", "".join(new[first:last]))
            continue
        yield Piece("-", "".join(old[start:end]))
        yield Piece("+", "".join(new[first:last]))

"""A page's lines, and what a line says of itself: its phrase, its pattern, its date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from musnad.rules import lexicon, rules
from musnad.text import fold

LINES = lexicon("furniture/lines")
SECTIONS = lexicon("furniture/sections")
RULES = rules("furniture")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_CLOSING = "»”“\"')]″ "
_SIGNED = re.compile(r"\s*(?:/+ ?انتهي ?/+|\([^()]{2,12}\))$")
_BULLET = re.compile(r"\s*(?:[•·▪■●◆*+-]|\d{1,2}[.)-])\s")
LONG = 22  # words; a line as long as this is a paragraph with or without a full stop
SHORT_FORM = 14


class Label(NamedTuple):
    """What a line is, and the rule that says so."""

    label: str
    rule: str


def tokens(text: str) -> tuple[str, ...]:
    """Runs of letters, runs of digits, single signs."""
    return tuple(_TOKEN.findall(text))


class Line:
    """One line of the reading at [start, end), without outer space."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = start
        self.end = start + len(text)

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        return tokens(self.text)

    @cached_property
    def words(self) -> int:
        return len(self.text.split())

    @cached_property
    def last(self) -> str:
        """The sign that ends the line, closing marks left out; empty where a letter ends it."""
        bare = _SIGNED.sub("", self.text).rstrip(_CLOSING)
        return bare[-1:] if bare[-1:] in ".؟?!…:؛،,۔" else ""

    @cached_property
    def bullet(self) -> bool:
        return _BULLET.match(self.text) is not None

    @cached_property
    def paragraph(self) -> bool:
        """It reads as running text: a sentence with its full stop, or too long for anything else."""
        stopped = self.last in (".", "۔") and not self.text.endswith("...")
        return self.words >= LONG or (stopped and self.words >= 6) or (self.last == ":" and self.words >= 8)


def split(reading: str) -> list[Line]:
    """The lines of a reading that hold more than white space."""
    lines, at = [], 0
    for text in reading.split("\n"):
        if text.strip():
            lines.append(Line(text.strip(), at + len(text) - len(text.lstrip())))
        at += len(text) + 1
    return lines


def _phrases(*matches: str) -> Mapping[tuple[str, ...], Mapping[str, str]]:
    return {tokens(fold(row["phrase"])): row for row in LINES.rows if row["match"] in matches}


WHOLE, START = _phrases("whole"), _phrases("start", "sure")
LONGEST = max(map(len, START))


class _Pattern(NamedTuple):
    """A line's pattern. `any`: a paragraph may have it too, of no more than `most` words."""

    pattern: re.Pattern[str]
    label: Label
    any: bool
    most: int


PATTERNS = [
    _Pattern(
        re.compile(str(rule.table["pattern"])),
        Label(str(rule.table["label"]), rule.name),
        bool(rule.table.get("any")),
        int(str(rule.table.get("most", 1000))),
    )
    for rule in RULES.values()
    if "pattern" in rule.table and rule.table.get("at") is None
]


def _bare(line: tuple[str, ...]) -> tuple[str, ...]:
    """The tokens without the signs and numbers around them."""
    first, last = 0, len(line)
    while first < last and not line[first].isalpha():
        first += 1
    while first < last and not line[last - 1].isalpha():
        last -= 1
    return line[first:last]


def own_label(line: Line) -> Label | None:
    """What the line's own words make of it, wherever it stands."""
    return _whole(line) or _start(line) or _pattern(line)


def _whole(line: Line) -> Label | None:
    row = WHOLE.get(_bare(line.tokens)) if line.words <= 10 else None
    return Label(row["label"], LINES.rule(row)) if row else None


def _start(line: Line) -> Label | None:
    found = line.tokens
    first = next((i for i, token in enumerate(found) if token.isalnum()), 0)
    for length in range(min(LONGEST, len(found) - first), 0, -1):
        row = START.get(found[first : first + length])
        if row and (row["match"] == "sure" or (line.words <= SHORT_FORM and not line.paragraph)):
            return Label(row["label"], LINES.rule(row))
    return None


def _pattern(line: Line) -> Label | None:
    short = line.words <= SHORT_FORM and not line.paragraph
    for each in PATTERNS:
        if (short or each.any) and line.words <= each.most and each.pattern.fullmatch(line.text):
            return each.label
    return None


def alone(line: Line) -> bool:
    """The line is a phrase of ours and nothing more: what follows it is what it announces."""
    return _bare(line.tokens) in WHOLE or _bare(line.tokens) in START


def sections_only(line: Line) -> Iterator[str]:
    """The names of sections that a line is made of; nothing if it holds anything else."""
    words = [token for token in line.tokens if token.isalpha()]
    names: list[str] = []
    while words:
        for length in range(min(4, len(words)), 0, -1):
            name = " ".join(words[:length])
            if name in SECTIONS.by_form:
                names.append(name)
                words = words[length:]
                break
        else:
            return
    yield from names

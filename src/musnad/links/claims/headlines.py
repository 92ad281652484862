"""Whether two headlines tell the same or the contrary: by their words alone, for nothing else is at hand.

What speaks against sameness: a word and its opposite (`يرتفع`, `يهبط`), a `no` on one side, other numbers, and most
often a word put in another's place in a sentence that is otherwise the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

from musnad.links.claims.words import Lexis, against, lexis, number, particles, stop
from musnad.text import fold

__all__ = ["Verdict", "compare", "vocabulary"]

_WORD = re.compile(r"\w+")
_SAME = 0.68  # share of words in common from which two headlines tell the same
_PLACE = 2  # words that stand in another's place
_FRAME = 0.65  # share of the words that stand in one order around them
_TURNS = frozenset(("=refuse", "=cancel", "=stop", "=delay", "=oppose"))


class Verdict(NamedTuple):
    """`agree`: they tell the same. `likeness` 0-1; `reasons` tell what speaks against it."""

    agree: bool
    likeness: float
    reasons: tuple[str, ...]


def vocabulary(headlines: Iterable[str]) -> Lexis:
    """The words of many headlines, which tell clitics from letters of a word."""
    counts: Counter[str] = Counter()
    for headline in headlines:
        counts.update(_WORD.findall(fold(headline)))
    return lexis(counts)


def compare(one: str, other: str, words: Lexis) -> Verdict:
    """Whether two headlines agree. The same for either order."""
    ours, theirs = _read(one, words), _read(other, words)
    left, right = _without(ours.words, theirs.words), _without(theirs.words, ours.words)
    size = len(ours.words) + len(theirs.words)
    likeness = 1 - (len(left) + len(right)) / size if size else 1.0
    reasons = tuple(_reasons(ours, theirs, left, right))
    return Verdict(not reasons and likeness >= _SAME, likeness, reasons)


class _Headline(NamedTuple):
    words: tuple[tuple[str, ...], ...]
    nots: int
    numbers: frozenset[float]


def _read(headline: str, words: Lexis) -> _Headline:
    found = _WORD.findall(fold(headline))
    plain = [word for word in found if not stop(word) and word not in particles("not") and _value(word) is None]
    values = frozenset(value for value in map(_value, found) if value is not None)
    return _Headline(tuple(map(words, plain)), sum(word in particles("not") for word in found), values)


def _value(word: str) -> float | None:
    """The value of digits or of a number word; thousands and millions are words like others."""
    if word.isascii() and word.isdigit():
        return float(word)
    spelt = number(word)
    return spelt[1] if spelt and 2 < spelt[1] < 1000 else None


def _without(words: Iterable[tuple[str, ...]], others: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Words of one headline that the other has not, in no form."""
    have = {mark for word in others for mark in word}
    return [word for word in words if not have & set(word)]


def _reasons(
    ours: _Headline, theirs: _Headline, left: list[tuple[str, ...]], right: list[tuple[str, ...]]
) -> Iterable[str]:
    opposite = next((f"{a[0][1:]} / {b[0][1:]}" for a in left for b in right if against(a[0], b[0])), None)
    if opposite:
        yield opposite
    if bool(ours.nots) != bool(theirs.nots):
        yield "not"
    if ours.numbers and theirs.numbers and not ours.numbers & theirs.numbers:
        yield "number"
    if {word[0] for word in (*left, *right)} & _TURNS:
        yield "turned round"
    if _swapped([word[-1] for word in ours.words], [word[-1] for word in theirs.words]):
        yield "one word for another"


def _swapped(ours: list[str], theirs: list[str]) -> bool:
    """Whether the words stand in one order, and some of them, few in a place, are others."""
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    kept = sum(end - start for step, start, end, _, _ in steps if step == "equal")
    other = [(i, j) for step, a, b, c, d in steps if step == "replace" for i, j in ((b - a, d - c),)]
    return bool(other) and max(map(max, other)) <= _PLACE and 2 * kept >= _FRAME * (len(ours) + len(theirs))

"""Lines that say where a page's words came from: `المصدر: …`, `وكالات`, `متابعات`, `نقلا عن …`, `(رويترز)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from musnad.doc import Fact

__all__ = ["credits_in"]

_WORDS = 8  # a credit line has no more
_HEAD = 200  # characters in which a line names its source; a page may be one line of spaces, and of any length
_NAMED = re.compile(
    r"[(\[]?\s*(?:المصدر|المصادر|مصدر الخبر|نقلا عن|نقلاً عن)\s*(?:[:：–-]\s*)?(?P<who>[^\n:)\]]{2,60}?)\s*[)\].]?"
)
_ALONE = re.compile(
    r"(?:[^\W\d_]+(?: [^\W\d_]+){0,2}\s*[-–—/|]\s*)?(?P<who>متابعات|متابعة|وكالات|رصد)(?:\s*[-–—/|].{0,30})?"
)
_SIGNED = re.compile(r"[.»\"]\s*[(\[](?P<who>[^()\[\]\d]{2,30})[)\]]\s*\.?$")
_DATELINE = re.compile(r"^[^()\n]{2,40}?\s*[-–—ـ]?\s*\((?P<who>[^()\d]{2,30})\)\s*[-–—ـ:]")
_SENTENCE = 4  # words; what stands in brackets at the end of a paragraph and is longer is no signature


def credits_in(source: str) -> Iterator[Fact]:
    """The credits of a text, in its order; `where` is the place in it."""
    at = 0
    for line in source.split("\n"):
        for name in ("line", "dateline", "end"):
            if found := _match(name, line):
                start, end = found.span("who")
                yield Fact("credit", found["who"].strip(" -–—"), f"text {at + start}:{at + end}")
                break
        at += len(line) + 1


def _match(name: str, line: str) -> re.Match[str] | None:
    if name == "line":
        bare = line.rstrip()
        short = len(bare) <= _HEAD and len(bare.split()) <= _WORDS
        return (_NAMED.fullmatch(bare) or _ALONE.fullmatch(bare)) if short else None
    found = _DATELINE.match(line[:_HEAD]) if name == "dateline" else _SIGNED.search(line.rstrip())
    return found if found and len(found["who"].split()) <= _SENTENCE else None

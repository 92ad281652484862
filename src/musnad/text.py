"""A string that knows where each of its characters came from, and one spelling for matching.

`fold` brings every spelling of an Arabic letter to one: hamza carriers to bare alif, ta marbuta to
ha, alif maqsura and Farsi yeh to ya, Arabic-Indic digits to ASCII; vowel signs, tatweel and invisible
characters go. Data files keep dictionary spelling; page and data meet because both are folded by this
function and by nothing else.

A page's own text (its *source*) is never rewritten. `Text` is its *reading*: folded, with repairs put
in, and with a map back. Offsets are code points, spans are end-exclusive.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

__all__ = ["Edit", "Text", "fold"]

# Signs that ride on the letter before them; a span that takes the letter takes them too.
RIDERS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\u0640"
# Characters that show nothing: zero-width, bidi controls, soft hyphen, byte order mark.
UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufe00-\ufe0f"

LETTERS = {
    "ا": "أإآٱٲٳٵ",
    "ه": "ةۀہۂۃھەە",
    "ي": "ىیۍېے",
    "ك": "کڪگ",
    "ب": "پ",
    "ج": "چ",
    "ف": "ڤ",
    "ز": "ژ",
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
    ",": "٬",
    ".": "٫",
    "%": "٪",
    "'": "\u2018\u2019\u02bc",
}


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = {}
    # Presentation forms: what Unicode says they stand for, where that is Arabic letters.
    for code in (*range(0xFB50, 0xFDFE), *range(0xFE70, 0xFEFD)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code):
            table[code] = plain.strip() or None
    for letter, others in LETTERS.items():
        table.update((ord(other), letter) for other in others)
    for zero in (0x0660, 0x06F0):
        table.update((zero + digit, str(digit)) for digit in range(10))
    table.update((code, chr(code + 32)) for code in range(ord("A"), ord("Z") + 1))
    drop = re.compile(f"[{RIDERS}{UNSEEN}]")
    for code in range(0x10000):
        if drop.match(chr(code)):
            table[code] = None
    # One more pass over what it maps to makes folding twice the same as folding once.
    return {code: None if plain is None else plain.translate(table) for code, plain in table.items()}


TABLE = _table()
# Where a character's folded length is not one: riders with the letter that carries them, unseen runs, ligatures.
_LIGATURES = "".join(chr(code) for code, plain in TABLE.items() if plain is not None and len(plain) != 1)
_IRREGULAR = re.compile(f"[^\\s{RIDERS}{UNSEEN}][{RIDERS}]+|[{RIDERS}{UNSEEN}]+|[{_LIGATURES}]")


def fold(string: str) -> str:
    """The one spelling used for matching. Idempotent; never longer lines, never fewer newlines."""
    return string.translate(TABLE)


class Edit(NamedTuple):
    """Replace `source[start:end]` by `clean` in the reading."""

    start: int
    end: int
    clean: str


@dataclass(frozen=True)
class Text:
    """A reading of `source`: `string`, with the way back.

    The reading is a run of segments. Segment i begins at `at[i]` in the reading and at `origin[i]` in
    the source; it takes `width[i]` characters of the source, or, where `width[i]` is 0, is a plain
    stretch in which both sides advance together.
    """

    source: str
    string: str
    at: tuple[int, ...]
    origin: tuple[int, ...]
    width: tuple[int, ...]

    @classmethod
    def read(cls, source: str, repairs: Iterable[Edit] = ()) -> Text:
        """Fold `source` with `repairs` put in. Repairs must not overlap (ValueError)."""
        pieces: list[str] = []
        at, origin, width = [0], [0], [0]
        done = length = 0
        for start, end, clean in _edits(source, sorted(repairs)):
            if start < done:
                raise ValueError(f"repairs overlap at {start}")
            plain = source[done:start].translate(TABLE)
            pieces += (plain, clean)
            length += len(plain)
            if clean:
                at.append(length)
                origin.append(start)
                width.append(end - start)
                length += len(clean)
            at.append(length)
            origin.append(end)
            width.append(0)
            done = end
        pieces.append(source[done:].translate(TABLE))
        return cls(source, "".join(pieces), tuple(at), tuple(origin), tuple(width))

    def __len__(self) -> int:
        return len(self.string)

    def _start(self, position: int) -> int:
        i = bisect_right(self.at, position) - 1
        return self.origin[i] + (0 if self.width[i] else position - self.at[i])

    def _end(self, position: int) -> int:
        i = bisect_right(self.at, position - 1) - 1
        return self.origin[i] + (self.width[i] or position - self.at[i])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of the reading's [start, end). An empty span stays empty."""
        if not 0 <= start <= end <= len(self.string):
            raise IndexError(f"span {start}:{end} outside a reading of {len(self.string)} characters")
        if start == end:
            here = min(self._start(start), len(self.source))
            return here, here
        return self._start(start), self._end(end)

    def pieces(self, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
        """The source of each of the reading's spans, which come in order: one walk over both, for a page's tokens."""
        at, origin, width, source = self.at, self.origin, self.width, self.source
        last, i = len(at) - 1, 0
        shift, plain = 0, at[1] if last else len(self.string)  # of the plain stretch at hand: its way back, its end
        for start, end in spans:
            if end <= plain:
                yield source[start + shift : end + shift]
                continue
            while i < last and at[i + 1] <= start:
                i += 1
            j = i
            while j < last and at[j + 1] < end:
                j += 1
            first = origin[i] + (0 if width[i] else start - at[i])
            yield source[first : origin[j] + (width[j] or end - at[j])]
            shift, plain = origin[i] - at[i], 0 if width[i] else at[i + 1] if i < last else len(self.string)

    @cached_property
    def _origins(self) -> list[int]:
        return list(self.origin)

    def find(self, position: int) -> int:
        """The place in the reading of a source position; inside a repair, the repair's beginning."""
        return self._find(bisect_right(self._origins, position) - 1, position)

    def _find(self, i: int, position: int) -> int:
        """The place in the reading of a source position in segment i."""
        if self.width[i]:
            return self.at[i]
        stop = self.at[i + 1] if i + 1 < len(self.at) else len(self.string)
        return min(self.at[i] + position - self.origin[i], stop)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The reading's span of a source span: where another room's mark lies in the reading."""
        first = self.find(start)
        i = bisect_right(self._origins, end) - 1
        inside = self.width[i] and end > self.origin[i]  # a replaced stretch in which it ends: take that whole
        return first, max(first, self.at[i + 1] if inside else self._find(i, end))


def _edits(source: str, repairs: list[Edit]) -> Iterable[Edit]:
    """Repairs and the places where folding changes lengths, in order; a repair hides what it covers."""
    waiting = iter(repairs)
    repair = next(waiting, None)
    covered = 0
    for found in _IRREGULAR.finditer(source):
        start, end = found.span()
        while repair is not None and repair.start < end:
            yield _mended(source, repair)
            covered = max(covered, repair.end)
            repair = next(waiting, None)
        if start >= covered:
            yield Edit(start, end, fold(found.group()))
    while repair is not None:
        yield _mended(source, repair)
        repair = next(waiting, None)


_LETTER = re.compile(r"[^\W\d_]")


def _mended(source: str, repair: Edit) -> Edit:
    """A repair without the whole letters that it begins with, up to the one before the break: a clitic stays apart."""
    start, end, clean = repair
    same = 0
    for written, plain in zip(source[start:end], clean, strict=False):
        if written != plain or _LETTER.fullmatch(written) is None or len(fold(written)) != 1:
            break
        same += 1
    kept = max(0, same - 1) if same < len(clean) else 0
    return Edit(start + kept, end, fold(clean[kept:]))

"""A page's reading as words, with what stands between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from musnad.doc import Doc
from musnad.rules import lexicon

__all__ = ["CLOSING", "OPENING", "Page", "Word", "lines"]

OPENING = "«“”\"„″'‹"
CLOSING = "»”“\"″'›"
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Word(NamedTuple):
    """A folded word at [start, end) of the reading."""

    start: int
    end: int
    form: str


@cache
def _codes() -> Mapping[str, str]:
    """The ISO codes of states by their names."""
    return MappingProxyType({row["entity"]: row["iso"] for row in lexicon("names/states").rows})


@dataclass(frozen=True)
class Page:
    """The words of a page's reading."""

    doc: Doc

    @cached_property
    def reading(self) -> str:
        return self.doc.reading.string

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(Word(*found.span(), found.group()) for found in _WORD.finditer(self.reading))

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _forms(self) -> tuple[str, ...]:
        return tuple(word.form for word in self.words)

    @cached_property
    def around(self) -> tuple[tuple[str, str, str], ...]:
        """For each word the form before it, its own and the one behind it; an empty string where there is none."""
        forms = self._forms
        return tuple(zip(("", *forms), forms, (*forms[1:], ""), strict=False))

    @cached_property
    def _gaps(self) -> tuple[str, ...]:
        return ("\n", *(self.reading[one.end : other.start] for one, other in pairwise(self.words)))

    @cached_property
    def forms(self) -> frozenset[str]:
        return frozenset(self._forms)

    @cached_property
    def isos(self) -> frozenset[str]:
        """The codes of the states that the page names or of which it names a place."""
        states = {hit.row["iso"] for hit in self.doc.hits["names/states"] if not hit.row["when"]}
        places = (hit.row for name in ("names/places", "names/towns") for hit in self.doc.hits[name])
        return frozenset(states | {row["state"] for row in places if not row["when"]})

    @cached_property
    def isos_with_capitals(self) -> frozenset[str]:
        """`isos` and those of the states whose capitals the page names."""
        capitals = (_codes().get(hit.row["acts_for"]) for hit in self.doc.hits["names/capitals"])
        return self.isos | {*filter(None, capitals)}

    @cached_property
    def place_ends(self) -> frozenset[int]:
        """Where the places end that no common words are."""
        tables = ("names/places", "names/towns", "names/capitals")
        return frozenset(hit.end for name in tables for hit in self.doc.hits[name] if not hit.row.get("when"))

    def at(self, position: int) -> int:
        """The number of the first word that begins at `position` or later."""
        return bisect_left(self._starts, position)

    def holding(self, position: int) -> int:
        """The number of the word in which `position` lies (or the next one)."""
        number = bisect_left(self._starts, position + 1) - 1
        return number if number >= 0 and self.words[number].end > position else number + 1

    def form(self, number: int) -> str:
        """A word's folded form; an empty string before the first and after the last."""
        forms = self._forms
        return forms[number] if 0 <= number < len(forms) else ""

    def gap(self, number: int) -> str:
        """What stands between word `number - 1` and word `number`; a newline at either end of the page."""
        gaps = self._gaps
        return gaps[number] if 0 < number < len(gaps) else "\n"

    def article(self, number: int) -> bool:
        """Whether a word begins with the article: `العراق`, not `إليان` nor `ألمى`."""
        form = self.form(number)
        if not form.startswith("ال") or len(form) < 5:
            return False
        start = self.words[number].start
        return self.written(start, start + 1)[0] not in "أإآ"

    def written(self, start: int, end: int) -> str:
        """The page's own words at [start, end) of the reading."""
        return self.doc.text(self.doc.span(start, end))

    def whole(self, name: str, tail: str, head: str) -> bool:
        """Whether `tail` belongs to `name` on this page: it stands so without `head` before it, or never without it."""
        bare = False
        at = self.reading.find(name)
        while at >= 0:
            end = at + len(name)
            tailed = self.reading.startswith(tail, end)
            if tailed and not self.form(self.holding(at) - 1).endswith(head):
                return True
            bare = bare or not (tailed or self.reading[end : end + 1].isalpha())
            at = self.reading.find(name, end)
        return not bare

    def always(self, name: str, head: str) -> bool:
        """Whether `name` never stands without `head` before it: `وكالة أنباء X`, and no X alone."""
        return self.reading.count(name) == self.reading.count(head + name)

    def fenced(self, start: int, end: int) -> bool:
        """Whether quotation marks stand directly round [start, end)."""
        before, after = self.reading[start - 1 : start], self.reading[end : end + 1]
        return bool(before and after) and before in OPENING and after in CLOSING


def lines(reading: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line that is not blank, without the blanks round it."""
    start = 0
    for line in reading.split("\n"):
        text = line.strip()
        if text:
            begin = start + line.index(text)
            yield begin, begin + len(text)
        start += len(line) + 1

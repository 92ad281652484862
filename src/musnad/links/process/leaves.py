"""Pages as this part leafs through them: the words of a span, the sentence of a place, what a span names and dates."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from musnad.doc import Span
from musnad.links.account import Account, Name, Part, Saying, When

__all__ = ["Leaf", "attached", "leaves", "stem", "stems"]

_PROCLITIC = re.compile(r"^(?:[وف](?=\w{4}))?(?:(?:[بكف]?ال|لل)(?=\w{3})|س[يتن](?=\w{3})|ي(?=\w{4}))?")
_ENDINGS = ("هما", "ها", "هم", "هن", "نا", "كم", "ان", "ين", "ون", "ات", "وا", "ته", "تها", "ه", "ي", "ا", "ت")
_FLEETING = str.maketrans("", "", "اويءئؤ")
_SHORTEST = 3


@cache
def stem(word: str) -> str:
    """The consonants of a folded word without what is attached to it: أسير, الأسرى and أسرانا meet, so do
    يلتقيان and التقى. Coarse on purpose: one shared stem says nothing, several rare ones do."""
    if word.isdigit():
        return word
    bare = _PROCLITIC.sub("", word) or word
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _SHORTEST:
            bare = bare[: -len(ending)]
            break
    frame = bare.translate(_FLEETING)
    return frame if len(frame) > 1 else bare


def stems(words: Iterable[str]) -> frozenset[str]:
    """The stems of words that are long enough to tell anything."""
    return frozenset(stem(word) for word in words if len(word) > _SHORTEST or word.isdigit())


@dataclass(frozen=True)
class Leaf:
    """A page opened for reading. `known`: the stems of all words of the casefile."""

    page: Account
    known: Container[str]

    def stem(self, word: str) -> str:
        """The stem of a word, a preposition before it taken off where other pages have the word without it."""
        bare = attached(word)
        return bare if bare is not None and bare in self.known else stem(word)

    @cached_property
    def said(self) -> dict[int, Saying]:
        return {saying.number: saying for saying in self.page.sayings}

    @cached_property
    def _reach(self) -> tuple[Span, ...]:
        return tuple(part for saying in self.page.sayings for part in saying.content)

    def words(self, span: Span) -> Sequence[str]:
        """The words that begin in a span."""
        return self.page.words[bisect_left(self.page.starts, span.start) : bisect_left(self.page.starts, span.end)]

    def index(self, offset: int) -> int:
        """Which word stands at an offset, or begins next."""
        return bisect_right(self.page.ends, offset)

    def part(self, offset: int) -> Part | None:
        """The sentence that holds an offset."""
        at = bisect_right(self._part_starts, offset) - 1
        if at >= 0 and offset < self.page.parts[at].end:
            return self.page.parts[at]
        return None

    @cached_property
    def _part_starts(self) -> list[int]:
        return [part.start for part in self.page.parts]

    def names(self, span: Span) -> list[Name]:
        """The names that begin in a span."""
        return list(
            self.page.names[bisect_left(self._name_starts, span.start) : bisect_left(self._name_starts, span.end)]
        )

    def named(self, at: int) -> Name | None:
        """The name that a word belongs to; outlets apart."""
        start, end = self.page.starts[at], self.page.ends[at]
        near = self.page.names[
            bisect_right(self._name_starts, end) - 3 if bisect_right(self._name_starts, end) > 3 else 0 :
        ]
        for name in near:
            if name.start >= end:
                return None
            if name.end > start and name.type != "OUTLET":
                return name
        return None

    @cached_property
    def _name_starts(self) -> list[int]:
        return [name.start for name in self.page.names]

    def times(self, spans: Collection[Span]) -> list[When]:
        """Days and times of day that begin in one of the spans; durations and habits tell no day."""
        return [when for _, when in self._dated if any(span.start <= when.start < span.end for span in spans)]

    def days(self, words: Container[int]) -> list[When]:
        """The same, of those that begin in one of these words."""
        return [when for at, when in self._dated if at in words]

    @cached_property
    def _dated(self) -> list[tuple[int, When]]:
        """Days and times of day, each with the place of the word that it begins in, -1 where that is none."""
        times = [when for when in self.page.times if when.type in ("DATE", "TIME")]
        places = (bisect_right(self.page.starts, when.start) - 1 for when in times)
        return [(at if when.start < self.page.ends[at] else -1, when) for at, when in zip(places, times, strict=True)]

    def voice(self, part: Part) -> bool:
        """Whether a sentence is the article's own: nobody's content lies in it."""
        return not any(span.start < part.end and part.start < span.end for span in self._reach)


def attached(word: str) -> str | None:
    """The stem of what is left of a word when its first letter is a preposition; None where it cannot be one."""
    if len(word) <= _SHORTEST + 1 or word[0] not in "بلك":
        return None
    bare = stem(word[1:])
    return bare if len(bare) >= _SHORTEST else None


def leaves(pages: Iterable[Account]) -> dict[str, Leaf]:
    """Every page by its name."""
    given = list(pages)
    known = frozenset(map(stem, set[str]().union(*(page.words for page in given))))
    return {page.doc: Leaf(page, known) for page in given}

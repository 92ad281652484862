"""A page's words, signs and sentences, by their number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from musnad.doc import Doc, Sentence
from musnad.stages.attribution.page.tokens import Place, Texts, Token, tokens_of

__all__ = ["COMMAS", "Lines"]

COMMAS = frozenset("،,")
_POINTS = COMMAS | {":"}


@dataclass(frozen=True)
class Lines:
    """One page's tokens, and the sentences that hold them."""

    doc: Doc

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return tokens_of(self.doc.reading.string)

    @cached_property
    def starts(self) -> list[int]:
        return [start for start, _, _ in self.tokens]

    def index(self, position: int) -> int:
        """The token that holds a reading offset."""
        return (bisect_right(self.starts, position) or 1) - 1

    def place(self, span: tuple[int, int]) -> Place:
        """The tokens of a source span."""
        start, end = self.doc.reading.within(*span)
        first = self.index(start)
        return Place(first, bisect_left(self.starts, end, first))

    @cached_property
    def text(self) -> Callable[[int], str]:
        """The folded text of a token; an empty string beyond the page's ends."""
        return Texts(enumerate(text for _, _, text in self.tokens)).__getitem__

    @cached_property
    def written(self) -> Callable[[int], str]:
        """A token as the page writes it; an empty string beyond the page's ends."""
        return Texts(enumerate(self.doc.reading.pieces(token[:2] for token in self.tokens))).__getitem__

    def chars(self, place: Place) -> tuple[int, int]:
        """Reading offsets of a run of tokens."""
        return self.tokens[place.first].start, self.tokens[place.last - 1].end

    @cached_property
    def _points(self) -> list[int]:
        return [i for i, (_, _, text) in enumerate(self.tokens) if text in _POINTS]

    @cached_property
    def commas(self) -> list[int]:
        """The tokens of commas, but for those within a number."""
        commas = (i for i in self._points if self.text(i) in COMMAS)
        return [i for i in commas if not (self.text(i - 1)[-1:].isdigit() and self.text(i + 1)[:1].isdigit())]

    @cached_property
    def colons(self) -> list[int]:
        return [i for i in self._points if self.text(i) == ":"]

    def colon(self, lo: int, hi: int) -> int | None:
        """The first colon in tokens [lo, hi)."""
        at = bisect_left(self.colons, lo)
        return self.colons[at] if at < len(self.colons) and self.colons[at] < hi else None

    @cached_property
    def sentences(self) -> tuple[tuple[Place, Sentence], ...]:
        found = ((self.place(s.span), s) for s in self.doc.marks(Sentence))
        return tuple((place, sentence) for place, sentence in found if place.last > place.first)

    @cached_property
    def paragraphs(self) -> list[Place]:
        """The paragraphs of the body, in their order."""
        found: dict[int, Place] = {}
        for place, sentence in self.sentences:
            if sentence.kind == "body":
                first = found[sentence.paragraph].first if sentence.paragraph in found else place.first
                found[sentence.paragraph] = Place(first, place.last)
        return list(found.values())

    def paragraph(self, i: int) -> int:
        """The number of the body's paragraph that begins last up to token i; -1 before all of them."""
        return bisect_right(self.paragraphs, i, key=lambda place: place.first) - 1

    @cached_property
    def _titles(self) -> frozenset[int]:
        return frozenset(place.first for place, sentence in self.sentences if sentence.kind == "title")

    def is_title(self, first: int) -> bool:
        """Whether the sentence that begins at a token is a headline."""
        return first in self._titles

    def sentence_start(self, i: int) -> int:
        """The first token of the sentence that holds token i."""
        before = bisect_right(self._sentence_starts, i)
        return self._sentence_starts[before - 1] if before else 0

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [place.first for place, _ in self.sentences]

    def _sentence(self, i: int) -> tuple[Place, Sentence] | None:
        """The sentence that holds token i; none of what is furniture."""
        before = bisect_right(self._sentence_starts, i)
        found = self.sentences[before - 1] if before else None
        return found if found is not None and i < found[0].last else None

    def sentence_end(self, i: int) -> int:
        """Where the sentence that holds token i ends."""
        found = self._sentence(i)
        return found[0].last if found is not None else len(self.tokens)

    def in_title(self, i: int) -> bool:
        """Whether token i stands in a headline."""
        found = self._sentence(i)
        return found is not None and found[1].kind == "title"

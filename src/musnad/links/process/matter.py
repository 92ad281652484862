"""What a stretch of a page tells: its words as they count across pages, where, when and how many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from musnad.doc import Span
from musnad.links.account import Saying
from musnad.links.claims.marks import Marked, Vocabulary, stretch
from musnad.links.claims.places import venues
from musnad.links.claims.quantities import Quantity
from musnad.links.process.leaves import Leaf
from musnad.links.process.tables import has

__all__ = ["BE", "Matter", "Matters"]

_AND_THAT = frozenset(("وان", "وبان", "وانه", "وانها", "وبانه", "وبانها", "وانهم"))
BE = frozenset(("سيكون", "ستكون", "سيكونون", "سيحضر", "ستحضر", "سيشارك", "ستشارك"))
_LEAST = 2  # words that tell something, below which a clause is none


class Matter(msgspec.Struct, frozen=True, array_like=True):
    """`keys`: one for each word that tells something (a name, a sense, a root), each with the word's place. `where`,
    `elsewhere`: the places where it is, and those where it is not."""

    keys: dict[str, int]
    where: frozenset[str]
    elsewhere: frozenset[str]
    numbers: tuple[Quantity, ...]
    span: Span


class Matters:
    """Matters as they are read from pages."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def read(self, leaf: Leaf) -> Marked:
        """What each word of a page counts as."""
        return self._vocabulary.read(leaf.page)

    def clauses(self, leaf: Leaf, saying: Saying) -> Iterator[Matter]:
        """What is said, in as many parts as it says `that`; without what only holds under a condition. What only says
        `it will be` is of what its sentence names before."""
        for span in saying.content:
            words = stretch(leaf.page, span.start, span.end)
            start = words.start
            if words and leaf.page.words[start] in BE and (part := leaf.part(span.start)):
                cue = stretch(leaf.page, saying.start, saying.end)
                before = [at for at in stretch(leaf.page, part.start, span.start) if at not in cue]
                if (found := self.of(leaf, [*before, *words])) is not None:
                    yield found
                    continue
            for at in words:
                if has("ahead", leaf.page.words[at], "if") or _unless(leaf.page.words, at, saying):
                    yield from self._clause(leaf, range(start, at))
                    break
                if leaf.page.words[at] in _AND_THAT:
                    yield from self._clause(leaf, range(start, at))
                    start = at + 1
            else:
                yield from self._clause(leaf, range(start, words.stop))

    def _clause(self, leaf: Leaf, words: range) -> Iterator[Matter]:
        found = self.of(leaf, words)
        if found is not None and len(found.keys) >= _LEAST:
            yield found

    def of(self, leaf: Leaf, words: Sequence[int]) -> Matter | None:
        """What these words (by place, in order) tell; None of no words."""
        if not words:
            return None
        page, marked = leaf.page, self._vocabulary.read(leaf.page)
        keys: dict[str, int] = {}
        for at in words:
            marks = marked.marks[at]
            if marks and not _expects(page.words[at]):
                for key in _keys(marks) if marks[0][0] == "@" else marks[-1:]:  # names stand first
                    keys.setdefault(key, at)
            if at in marked.short:
                keys.setdefault(marked.short[at], at)
        held = set(words)
        span = Span(page.starts[words[0]], page.ends[words[-1]])
        where, elsewhere = venues(page, [span], self._vocabulary.known)
        out = {f"@{place}" for place in elsewhere}
        return Matter(
            keys={key: at for key, at in keys.items() if key[0] not in "<#~" and key not in out},
            where=frozenset(where),
            elsewhere=frozenset(elsewhere),
            numbers=tuple(n for n in marked.numbers if n.at in held and not n.ruled_out),
            span=span,
        )


@lru_cache(maxsize=1 << 16)
def _expects(word: str) -> bool:
    return has("ahead", word, "expect")


def _unless(words: Sequence[str], at: int, saying: Saying) -> bool:
    """`ان` that is no `that` but an `if`: before a `not`, or in what is said under a condition."""
    return words[at] == "ان" and (words[at + 1 : at + 2] == ("لم",) or saying.status == "conditional")


def _keys(marks: Sequence[str]) -> Iterator[str]:
    """A name, and of a word its sense or its root."""
    yield from (mark for mark in marks if mark[0] == "@")
    if marks[-1][0] != "@":
        yield marks[-1]

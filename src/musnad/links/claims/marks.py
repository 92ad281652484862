"""What each word of a page counts as, read once a page: an entity (`@key`), a number (`#205`), the order of two events
(`<before`), a sense or a root; nothing for a word that says nothing, for a word of a date, for a `not`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from musnad.links.account import Account
from musnad.links.claims.quantities import Quantity, quantities
from musnad.links.claims.words import Lexis, begins_phrase, particles, phrase_at, stop
from musnad.links.entities import Entities, heads

__all__ = ["UNLIKE", "Marked", "Vocabulary", "stretch"]

UNLIKE = "غير "  # how the mark of a word begins that is turned into its opposite
_HELD = 3_000  # pages that are held once they were read


def stretch(page: Account, start: int, end: int) -> range:
    """The places of the words of [start, end); a word in which it begins (behind a clitic) is one of them."""
    first = bisect_right(page.starts, start) - 1
    if first < 0 or page.ends[first] <= start:
        first += 1
    return range(first, max(first, bisect_left(page.starts, end)))


@dataclass(frozen=True)
class Marked:
    """A page, what each of its words counts as, and its numbers in their order. `short`: by place, whom `the front`
    or `the bloc` means there."""

    page: Account
    marks: tuple[tuple[str, ...], ...]
    numbers: tuple[Quantity, ...]
    short: Mapping[int, str]


class Vocabulary:
    """The entities and the words of a casefile. `plain`: what a word counts as that is part of no name, number or date;
    it is remembered, and so are pages that were read."""

    def __init__(self, known: Entities, words: Lexis) -> None:
        self.known = known
        self.words = words
        self.plain = cache(self._of)
        self._may_begin = cache(lambda word: begins_phrase(word) or word in known.beginnings)
        self._held: dict[str, Marked] = {}

    def _of(self, word: str) -> tuple[str, ...]:
        if word in particles("before"):
            return ("<before",)
        if word in particles("after"):
            return ("<after",)
        if stop(word) or word in particles("not"):
            return ()
        key = self.known.of_adjective(word) or self.known.of_word(word)
        return (f"@{key}",) if key else self.words(word)

    def _phrases(self, words: Sequence[str], span: range) -> Iterator[tuple[int, int, str]]:
        """Phrases of the table of synonyms, and names of two words or three that another page's reading has told:
        place, size and mark."""
        for at in span:
            if not self._may_begin(words[at]):
                continue
            if told := phrase_at(words, at, span.stop):
                yield at, *told
                continue
            for size in (3, 2) if words[at] in self.known.beginnings else ():
                key = self.known.of_phrase(" ".join(words[at : at + size])) if at + size <= span.stop else None
                if key:
                    yield at, size, f"@{key}"
                    break

    def read(self, page: Account) -> Marked:
        """The marks of a page."""
        found = self._held.get(page.doc)
        if found is None or found.page.names != page.names:  # it may be asked for with more names than its own
            while len(self._held) >= _HELD:
                self._held.pop(next(iter(self._held)))
            found = self._held[page.doc] = self._read(page)
        return found

    def _read(self, page: Account) -> Marked:
        marks = list(map(self.plain, page.words))
        told = [stretch(page, part.start, part.end) for part in page.parts]
        for time in page.times:
            if time.type in {"DATE", "TIME"}:
                for at in stretch(page, time.start, time.end):
                    marks[at] = ()
        times = {at for time in page.times for at in stretch(page, time.start, time.end)[:1]}
        for at in times:
            if at and marks[at - 1] in {("<before",), ("<after",)}:  # `two years ago` orders no two events
                marks[at - 1] = ()
        numbers = quantities(page, told, self.words)
        for number in numbers:
            marks[number.at : number.end] = [(f"#{number.value:g}",), *[()] * (number.end - number.at - 1)]
        for span in told:
            for at, size, mark in self._phrases(page.words, span):
                marks[at : at + size] = [(mark,), *[()] * (size - 1)]
        for name in page.names:
            here = stretch(page, name.start, name.end)
            if here:  # a name in a menu has no words in the article
                sort = _sort(page.words, here) if name.type == "ORG" else ()
                marks[here.start : here.stop] = [(f"@{self.known.key(name.entity)}", *sort), *[()] * (len(here) - 1)]
        for at in (at for at, word in enumerate(page.words[:-1]) if word in particles("unlike")):
            marks[at + 1] = tuple(f"{UNLIKE}{mark}" for mark in marks[at + 1] if mark[0] not in "@#<")
        bodies = heads((self.known.key(name.entity), name.entity) for name in page.names if name.type == "ORG")
        bare = enumerate(map(_bare, page.words)) if bodies else ()
        short = {at: f"@{bodies[word]}" for at, word in bare if word in bodies}
        return Marked(page, tuple(marks), numbers, short)


def _bare(word: str) -> str:
    """A word with its article, without a clitic before that."""
    if word[:2] == "لل":
        return "ال" + word[2:]
    return word[1:] if word[:1] in "وفبك" and word[1:3] == "ال" else word


def _sort(words: Sequence[str], here: range) -> tuple[str, ...]:
    """What sort of body a name begins with, where that is a phrase: other pages may call the body by it alone."""
    told = phrase_at(words, here.start, here.stop)
    return (told[1],) if told else ()

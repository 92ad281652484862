"""Statements by what their contents count as: on how many pages each mark stands, and which statements have it.

A statement goes by a number here: its page's, and its own behind it.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import NamedTuple

from musnad.links.claims.chance import bits
from musnad.links.claims.content import Content
from musnad.links.claims.match import Weights
from musnad.links.memory import Memory, Register
from musnad.links.pages import Pages

__all__ = ["BITS", "LOW", "Crowd", "Row", "Scale", "numbered"]

BITS = 16  # of a statement's number on its page; above them stands the page's number
LOW = (1 << BITS) - 1


def numbered(page: int, statement: int) -> int:
    """The number by which a statement goes among all."""
    return page << BITS | statement


class Row(NamedTuple):
    """The marks of one content, by number, and those of its context; `bits`: what it has or does (`chance`)."""

    bits: int
    marks: Sequence[int]
    context: Sequence[int]


class Scale(dict[int, int]):
    """What marks weigh, by number. `told`: how many statements have a mark; `ranks`: the rarest first; `topic`: whether
    a mark is no day and no number, `word`: whether it is no name either."""

    def __init__(self, words: Sequence[str], weights: Weights, told: Callable[[int], int]) -> None:
        super().__init__()
        self._words = words
        self.weights = weights
        self.told = told
        self.ranks = _Ranks(self, words)
        self.topic = _Without("~#", words)
        self.word = _Without("~#@", words)

    def __missing__(self, mark: int) -> int:
        found = self[mark] = self.weights[self._words[mark]]
        return found

    def sum(self, marks: Iterable[int]) -> int:
        """The weight of several marks."""
        return sum(map(self.__getitem__, marks))


class _Without(dict[int, bool]):
    """Whether marks begin with none of some letters, which tell their sort."""

    def __init__(self, letters: str, words: Sequence[str]) -> None:
        super().__init__()
        self._letters = letters
        self._words = words

    def __missing__(self, mark: int) -> bool:
        found = self[mark] = self._words[mark][0] not in self._letters
        return found


class _Ranks(dict[int, tuple[int, str]]):
    def __init__(self, scale: Scale, words: Sequence[str]) -> None:
        super().__init__()
        self._scale = scale
        self._words = words

    def __missing__(self, mark: int) -> tuple[int, str]:
        found = self[mark] = -self._scale[mark], self._words[mark]
        return found


class Crowd:
    """The marks of all statements. `told`: how many statements have each mark, by its number.

    `take` is called for each page that says something else than before; then `posted` holds the marks that other
    statements have now, with how many had them before, and `before` what was before.
    """

    def __init__(self, memory: Memory, pages: Pages) -> None:
        words, often, self.told, self._pages = memory.read(
            "marks", tuple[list[str], list[int], list[int], int]
        ) or ([], [], [], 0)  # fmt: skip
        self.register = Register(words, often)
        self._memory = memory
        self._shelf = memory.shelf("crowd", "I")
        self._numbers = {doc: card.number for doc, card in pages.cards.items()}
        self._said = self._pages  # pages that said anything, before
        self._often: dict[int, int] = {}  # pages that had a mark, before
        self.posted: dict[int, int] = {}
        self._turned: list[set[int]] = []  # the marks of statements that have others now, before and now

    def take(self, doc: str, contents: Sequence[Content] | None) -> None:
        """What a page says now, None where it is gone."""
        old, new = self.rows(doc), [self._row(content) for content in contents or ()]
        for place in range(max(len(old), len(new))):
            before, now = (set(rows[place].marks) if place < len(rows) else set() for rows in (old, new))
            if before != now:
                self._turned += filter(None, (before, now))
            for mark in before ^ now:
                self.posted.setdefault(mark, self.told[mark])
                self.told[mark] += 1 if mark in now else -1
        before, now = ({mark for row in rows for mark in (*row.marks, *row.context)} for rows in (old, new))
        for mark in before ^ now:
            self._often.setdefault(mark, self.register.counts[mark])
            self.register.counts[mark] += 1 if mark in now else -1
        self._pages += bool(new) - bool(old)
        if new:
            body = (n for row in new for n in (row.bits, len(row.marks), *row.marks, len(row.context), *row.context))
            self._shelf[doc] = array("I", body)
        else:
            self._shelf.drop(doc)

    def keep(self) -> None:
        """Remember the counts."""
        self._memory.keep("marks", (self.register.words, self.register.counts, self.told, self._pages))

    def scale(self) -> Scale:
        """What marks weigh now."""
        return Scale(self.register.words, Weights(self.register, self._pages), self.told.__getitem__)

    def before(self) -> Scale:
        """What marks weighed."""
        weights = Weights(_Before(self.register, self._often), self._said)
        return Scale(self.register.words, weights, lambda mark: self.posted.get(mark, self.told[mark]))

    def reweighed(self, now: Scale, before: Scale) -> set[int] | None:
        """Marks that weigh something else than before; None: all may."""
        if before.weights.rare != now.weights.rare:
            return None
        return {mark for mark in self._often if before[mark] != now[mark]}

    def turned(self, marks: Iterable[int], scale: Scale) -> int:
        """The weight of these marks that one statement has at most of those that have other marks than before."""
        shares = Counter[int]()
        for mark in marks:
            for at in self._turned_by.get(mark, ()):
                shares[at] += scale[mark]
        return max(shares.values(), default=0)

    @cached_property
    def _turned_by(self) -> Mapping[int, Sequence[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for at, marks in enumerate(self._turned):
            for mark in marks:
                found[mark].append(at)
        return found

    def rows(self, doc: str) -> list[Row]:
        """The statements of a page, in their order."""
        return list(_rows(self._shelf.get(doc) or ()))

    def having(self, marks: Set[int] | None) -> Iterator[tuple[int, Row]]:
        """Statements that have one of these marks, in themselves or in their context; None: all statements."""
        for doc, numbers in self._shelf.items():
            if marks is None or not marks.isdisjoint(numbers):
                page = self._numbers[doc]
                for statement, row in enumerate(_rows(numbers), 1):
                    if marks is None or not (marks.isdisjoint(row.marks) and marks.isdisjoint(row.context)):
                        yield numbered(page, statement), row

    def posts(self, marks: frozenset[int]) -> Mapping[int, Sequence[int]]:
        """By mark the statements that have it in themselves."""
        found: dict[int, list[int]] = defaultdict(list)
        for number, row in self.having(marks):
            for mark in marks.intersection(row.marks):
                found[mark].append(number)
        return found

    def _row(self, content: Content) -> Row:
        marks, context = ([self.register.number(mark) for mark in marks] for marks in (content.marks, content.context))
        row = Row(bits(content), marks, context)
        self.told += [0] * (len(self.register.words) - len(self.told))
        return row


class _Before(NamedTuple):
    """How often marks were found."""

    now: Register
    before: Mapping[int, int]

    def get(self, word: str, default: int = 0) -> int:
        """On how many pages a mark was."""
        found = self.before.get(self.now.numbers[word])
        return self.now.get(word, default) if found is None else found


def _rows(numbers: Sequence[int]) -> Iterator[Row]:
    at = 0
    while at < len(numbers):
        middle = at + 2 + numbers[at + 1]
        end = middle + 1 + numbers[middle]
        yield Row(numbers[at], numbers[at + 2 : middle], numbers[middle + 1 : end])
        at = end

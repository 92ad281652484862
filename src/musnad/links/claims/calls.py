"""Pairs that are looked at though they may have few words in common: neighbours on a page, an answer and what it
answers, what two call the one place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from musnad.links.claims.both_sides import beside, stays, takes
from musnad.links.claims.content import Content
from musnad.links.claims.ties import Ties
from musnad.links.memory import Memory

__all__ = ["Calls", "neighbours"]


class _Call(NamedTuple):
    """By what a statement is found, and by what it finds others."""

    has: list[str]
    asks: list[str]


class Calls:
    """Statements of all pages that find each other, by number."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._calls: dict[int, _Call] = memory.read("calls", dict[int, _Call]) or {}

    def put(self, number: int, content: Content, sides: Mapping[str, frozenset[str]]) -> None:
        """What a statement calls now."""
        only = [f"only {place}" for place in content.who] if content.only else []
        has = [*(f"takes {party}" for party in takes(content)), *only]
        asks = [*(f"takes {party}" for party in stays(content, sides)), *only]
        self._calls.pop(number, None)
        if has or asks:
            self._calls[number] = _Call(has, asks)

    def keep(self, is_here: Callable[[int], bool]) -> None:
        """Remember those that are still here."""
        self._calls = {number: call for number, call in self._calls.items() if is_here(number)}
        self._memory.keep("calls", self._calls)

    def meet(self, i: int, j: int) -> bool:
        """Whether one of two statements finds the other."""
        one, other = self._calls.get(i), self._calls.get(j)
        return bool(one and other and ({*one.asks} & {*other.has} or {*other.asks} & {*one.has}))

    def pairs(self, of: Set[int]) -> Iterator[tuple[int, int]]:
        """Pairs of which one is among these statements."""
        having: dict[str, list[int]] = defaultdict(list)
        for number, call in self._calls.items():
            for key in call.has:
                having[key].append(number)
        for number, call in self._calls.items():
            for key in call.asks:
                yield from ((number, o) for o in having[key] if o != number and (number in of or o in of))


def neighbours(contents: Sequence[Content], ties: Ties) -> set[tuple[int, int]]:
    """Pairs of places of statements of one page."""
    return {*beside(contents), *ties.beside(contents)}

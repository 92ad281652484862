"""The page that a copy was taken from directly: of all that have its words, the one that shares most of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from musnad.links.copies.align import Tile
from musnad.links.copies.direction import Verdict
from musnad.links.copies.overlap import Overlap

__all__ = ["Bond", "Parent", "parents"]

_NEW = 20  # words that a further source must give beyond what nearer ones gave
_CREDIT = 2  # words that a credit makes up for


class Bond(NamedTuple):
    """A copy laid beside a page that it may come from: `overlap.here` is the copy; places in the pages' order."""

    copy: int
    source: int
    overlap: Overlap
    verdict: Verdict


class Parent(NamedTuple):
    """A bond that is kept, with the tiles that come from there and from no nearer page; `first`: the nearest."""

    bond: Bond
    tiles: Sequence[Tile]
    first: bool


def parents(bonds: Iterable[Bond], ways: Mapping[int, Set[int]]) -> Iterator[Parent]:
    """A copy's nearest source, and those that gave words which nearer ones have not.

    `bonds`: all of one copy; `ways`: the sources of pages before it, of which none may lead back to it.
    """
    explained: set[int] = set()
    first = True
    for bond in sorted(bonds, key=_nearness):
        tiles = [tile for tile in bond.overlap.tiles if _fresh(tile, explained) > tile.words / 2]
        if sum(_fresh(tile, explained) for tile in tiles) < _NEW or _reaches(ways, bond.source, bond.copy):
            continue
        yield Parent(bond, tiles, first)
        explained |= bond.overlap.covered
        first = False


def _nearness(bond: Bond) -> tuple[int, bool, bool, int]:
    """Most words in common first: a copy of a copy shares the changes that were made on the way. Of equals the
    credited, the sure, the earliest."""
    verdict = bond.verdict
    return -bond.overlap.common - _CREDIT * verdict.credited, not verdict.credited, not verdict.sure, bond.source


def _fresh(tile: Tile, explained: set[int]) -> int:
    return sum(at not in explained for at in range(tile.here, tile.here + tile.words))


def _reaches(ways: Mapping[int, Set[int]], start: int, goal: int) -> bool:
    """Whether `start` itself goes back to `goal`."""
    seen, ahead = {start}, [start]
    while ahead:
        at = ahead.pop()
        if at == goal:
            return True
        fresh = ways.get(at, frozenset()) - seen
        seen |= fresh
        ahead.extend(fresh)
    return False

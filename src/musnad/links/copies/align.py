"""The words that two pages have in common, whatever their order: greedy tiling with the longest runs first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Row", "Tile", "blocks", "in_row", "tiles"]

_OFTEN = 8  # places of one run of words on one page that are tried; a refrain comes back more often
_STEP = 4  # words on either side that a block may pass over: a name in another spelling, a word put in


class Tile(NamedTuple):
    """`words` words that are the same from place `here` on one page and from place `there` on the other."""

    here: int
    there: int
    words: int


class Row(NamedTuple):
    """A page's words, in a row, ready to be laid beside others: `runs` of `least` words by place, and all of them."""

    words: Sequence[str]
    least: int
    runs: Sequence[tuple[str, ...]]
    all: frozenset[tuple[str, ...]]


def in_row(words: Sequence[str], least: int) -> Row:
    """The words of a page with their runs of `least`."""
    runs = list(zip(*(words[shift:] for shift in range(least)), strict=False))
    return Row(words, least, runs, frozenset(runs))


def tiles(here: Row, there: Row) -> list[Tile]:
    """Runs of equal words, as long as those of the rows or longer, each word in one run at most, in the order of
    `here`."""
    taken_here, taken_there = bytearray(len(here.words)), bytearray(len(there.words))
    found = []
    for run in sorted(_runs(here, there), key=lambda run: (-run.words, abs(run.here - run.there), run)):
        for tile in _free(run, taken_here, taken_there, here.least):
            taken_here[tile.here : tile.here + tile.words] = b"\1" * tile.words
            taken_there[tile.there : tile.there + tile.words] = b"\1" * tile.words
            found.append(tile)
    return sorted(found)


def _runs(here: Row, there: Row) -> list[Tile]:
    """All runs that cannot be made longer."""
    places: dict[tuple[str, ...], list[int]] = {run: [] for run in here.all & there.all}
    if not places:
        return []
    for at, run in enumerate(there.runs):
        if run in places:
            places[run].append(at)
    ours, theirs, found = here.words, there.words, []
    for i, run in enumerate(here.runs):
        for j in places.get(run, ())[:_OFTEN]:
            if i and j and ours[i - 1] == theirs[j - 1]:
                continue
            length, most = here.least, min(len(ours) - i, len(theirs) - j)
            while length < most and ours[i + length] == theirs[j + length]:
                length += 1
            found.append(Tile(i, j, length))
    return found


def _free(run: Tile, taken_here: bytearray, taken_there: bytearray, least: int) -> list[Tile]:
    """What is left of a run where longer ones have taken words of it."""
    found, begun = [], 0
    for at in range(run.words + 1):
        if at < run.words and not taken_here[run.here + at] and not taken_there[run.there + at]:
            continue
        if at - begun >= least:
            found.append(Tile(run.here + begun, run.there + begun, at - begun))
        begun = at + 1
    return found


def blocks(found: Sequence[Tile]) -> list[list[Tile]]:
    """Tiles that follow each other on both pages with a few other words between them, together."""
    joined: list[list[Tile]] = []
    for tile in found:
        last = joined[-1][-1] if joined else None
        if last is not None and all(
            0 <= new - (old + last.words) <= _STEP for new, old in ((tile.here, last.here), (tile.there, last.there))
        ):
            joined[-1].append(tile)
        else:
            joined.append([tile])
    return joined

"""Two texts side by side: what both have in the same words, or tell in others, stands beside each other.

Rows end where both texts begin a new line, so that sentences stay whole. Nothing is left out or moved: what stands in
another order on the other page is marked where it stands, with its number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from musnad.doc import Span

__all__ = ["Pair", "Part", "Row", "rows"]

_BREAK = re.compile(r"[ \t\r\u200f]*\n\s*")


@dataclass(frozen=True)
class Pair:
    """Words of both texts that belong together. `how`: copied or retold."""

    here: Span
    there: Span
    how: str = "copied"


@dataclass(frozen=True)
class Part:
    """Text with one `how`: copied, retold, moved (it stands elsewhere on the other page), or own. `aside`: it is
    furniture. `number` counts pairs from 1; `first`: here they begin."""

    text: str
    how: str
    number: int | None = None
    first: bool = False
    aside: bool = False


@dataclass(frozen=True)
class Row:
    """What stands beside each other; `how` is the strongest that its parts have in common: copied, retold or own."""

    here: tuple[Part, ...]
    there: tuple[Part, ...]
    how: str


@dataclass(frozen=True)
class _Side:
    """One text, its furniture, and its words that have a pair, from the first to the last."""

    text: str
    aside: tuple[Span, ...]
    paired: tuple[tuple[Span, int, str], ...]


def rows(here: tuple[str, Sequence[Span]], there: tuple[str, Sequence[Span]], pairs: Iterable[Pair]) -> Iterator[Row]:
    """Both texts, each with its furniture, from their beginning to their end."""
    known = _apart(pairs)
    kept = _in_order(known)
    ours, theirs = (
        _Side(
            text,
            tuple(sorted(aside)),
            tuple(sorted((getattr(pair, side), n, pair.how if n in kept else "moved") for n, pair in known)),
        )
        for side, (text, aside) in (("here", here), ("there", there))
    )
    cuts = [(0, 0), *_cuts(ours.text, theirs.text, [pair for n, pair in known if n in kept])]
    for (a, b), (c, d) in pairwise([*cuts, (len(ours.text), len(theirs.text))]):
        one, other = tuple(_parts(ours, a, c)), tuple(_parts(theirs, b, d))
        if one or other:
            hows = {part.how for part in (*one, *other) if not part.aside}
            yield Row(one, other, next((how for how in ("copied", "retold") if how in hows), "own"))


def _apart(pairs: Iterable[Pair]) -> list[tuple[int, Pair]]:
    """The pairs in the order of the first text, those left out that overlap another in either, numbered from 1."""
    found: list[Pair] = []
    for pair in sorted(pairs, key=lambda pair: (pair.here, pair.there)):
        if all(_clear(pair.here, other.here) and _clear(pair.there, other.there) for other in found):
            found.append(pair)
    return list(enumerate(found, 1))


def _clear(one: Span, other: Span) -> bool:
    return one.end <= other.start or other.end <= one.start


def _in_order(known: Sequence[tuple[int, Pair]]) -> set[int]:
    """The most pairs that stand in one order in both texts: the longest rising run of their places in the second."""
    ends: list[int] = []
    lasts: list[int] = []
    before: dict[int, int | None] = {}
    for place, (_, pair) in enumerate(known):
        at = bisect_left(ends, pair.there.start)
        before[place] = lasts[at - 1] if at else None
        ends[at:], lasts[at:] = [pair.there.start, *ends[at + 1 :]], [place, *lasts[at + 1 :]]
    kept: set[int] = set()
    place_: int | None = lasts[-1] if lasts else None
    while place_ is not None:
        kept.add(known[place_][0])
        place_ = before[place_]
    return kept


def _cuts(here: str, there: str, pairs: Sequence[Pair]) -> list[tuple[int, int]]:
    """Where rows end: at the ends of pairs, and inside them line by line, if both texts begin a line there."""
    found: list[tuple[int, int]] = []
    for pair in pairs:
        ours, theirs = (
            [m.end() for m in _BREAK.finditer(text, *span)] for text, span in ((here, pair.here), (there, pair.there))
        )
        inner = list(zip(ours, theirs, strict=True)) if len(ours) == len(theirs) else []
        ends = ((pair.here.start, pair.there.start), *inner, (pair.here.end, pair.there.end))
        found += [cut for cut in ends if _new_line(here, cut[0]) and _new_line(there, cut[1])]
    return sorted(set(found))


def _new_line(text: str, at: int) -> bool:
    before, after = text[:at].rstrip(" \t\r\u200f"), text[at:].lstrip(" \t\r\u200f")
    return not before or before.endswith("\n") or not after or after.startswith("\n")


def _parts(side: _Side, start: int, end: int) -> Iterator[Part]:
    """A stretch of a text, cut where pairs and furniture begin and end; blank lines are left out."""
    edges = {start, end}
    for span in (*side.aside, *(span for span, _, _ in side.paired)):
        edges |= {edge for edge in span if start < edge < end}
    made = []
    for a, b in pairwise(sorted(edges)):
        pair = next(((n, how, span.start) for span, n, how in side.paired if span.start <= a < span.end), None)
        aside = any(span.start <= a < span.end for span in side.aside)
        text = _BREAK.sub("\n", side.text[a:b])
        number, how, first = pair or (None, "own", -1)
        made.append(Part(text, how, number, a == first, aside))
    while made and not made[0].text.strip():
        made.pop(0)
    while made and not made[-1].text.strip():
        made.pop()
    yield from made

"""Statements of one content become one claim: strong pairs first, and no chain of weak ones.

Two groups join on a confirmed pair when nothing in the one contradicts anything in the other, and when the pair does
not stand alone against all others: a story must not drift from its first statement to its last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from musnad.links.claims.both_sides import two_doers
from musnad.links.claims.content import Content
from musnad.links.claims.match import Likeness, Weights, compare, nested, opposed, rivals
from musnad.links.claims.rejoinders import laid_at_each_other
from musnad.links.claims.ties import APART, Tie, Ties

__all__ = ["ENOUGH", "Edge", "cluster", "confirmed"]

_AT_ONCE = 2  # statements from one to the next that takes it up
_LOOKED_AT = 12  # members of a group that are compared with the other's
_FAR = 0.30  # likeness below which two members have nothing to do with each other
ENOUGH, _OWN = 1.0, 0.5  # rare words' weight that must be in common, with and without the words around short contents
_SUPPORT = 0.4  # pairs between two groups that must be near


class Edge(NamedTuple):
    """A pair of places that is one content: by how much it passes its bar, and how alike the two are."""

    by: float
    one: int
    other: int
    score: float


def confirmed(a: Content, b: Content, like: Likeness, ties: Ties) -> float:
    """By how much a pair passes the bar of what ties it; 0 or less where it does not."""
    tie = ties.of(a, b)
    if (a.page == b.page and nested(a, b)) or like.conflicts - _forgiven(a, b, tie):
        return 0.0
    if tie.sure:
        return like.score - tie.bar
    if like.shared < tie.ease * ENOUGH or like.own < tie.ease * _OWN or like.score <= tie.bar:
        return 0.0
    if opposed(a, b) or rivals(a, b) or two_doers(a, b) or laid_at_each_other(a, b, ties.setting.sides):
        return 0.0
    return like.score - tie.bar


def _forgiven(a: Content, b: Content, tie: Tie) -> frozenset[str]:
    """A headline is told in the present, whatever its story tells; a quotation has a `not` of its own."""
    if tie.sure:
        return frozenset(("tense", "occurrence"))
    return frozenset(("tense",)) if a.page == b.page and a.title != b.title else frozenset()


def _another(a: Content, b: Content) -> bool:
    """The body of a page does not say one thing twice, unless a few words take it up again at once."""
    if a.page != b.page or a.title or b.title:
        return False
    return not (a.short or b.short) or abs(a.ref.number - b.ref.number) > _AT_ONCE


def cluster(contents: Sequence[Content], edges: Sequence[Edge], weights: Weights, ties: Ties) -> list[list[int]]:
    """Places in `contents`, grouped; every place once, groups and members in order. `edges`: confirmed pairs."""
    kept = sorted(_best(contents, edges, ties), key=lambda edge: (-edge.by, edge.one, edge.other))
    home = list(range(len(contents)))
    groups: dict[int, list[int]] = {place: [place] for place in home}
    sure = {(edge.one, edge.other) for edge in kept}
    for _, i, j, _ in kept:
        a, b = home[i], home[j]
        if a == b:
            continue
        alone = min(len(groups[a]), len(groups[b])) == 1 and ties.of(contents[i], contents[j]).close
        if not _agree(groups[a], groups[b], contents, weights, sure, alone, ties):
            continue
        a, b = min(a, b), max(a, b)
        groups[a] = sorted(groups[a] + groups.pop(b))
        for place in groups[a]:
            home[place] = a
    return [groups[key] for key in sorted(groups)]


def _best(contents: Sequence[Content], edges: Iterable[Edge], ties: Ties) -> Iterator[Edge]:
    """Where a lower bar holds, only the best partner on the other page is one."""
    best: dict[tuple[int, str], float] = {}
    for _, i, j, score in edges:
        for key in ((i, contents[j].page), (j, contents[i].page)):
            best[key] = max(best.get(key, 0.0), score)
    for edge in edges:
        a, b = contents[edge.one], contents[edge.other]
        bar = min(APART.bar, best[edge.one, b.page], best[edge.other, a.page])
        if edge.score >= bar or not ties.of(a, b).close:
            yield edge


def _agree(
    one: Sequence[int], other: Sequence[int], contents: Sequence[Content], weights: Weights,
    pairs: Set[tuple[int, int]],
    alone: bool,
    ties: Ties,
) -> bool:  # fmt: skip
    """No conflict between any two members, and enough of the pairs near each other; `alone`: a headline, or a
    statement of a copy, goes with its one partner."""
    near = looked = 0
    for i in one[:_LOOKED_AT]:
        for j in other[:_LOOKED_AT]:
            a, b = contents[i], contents[j]
            like = compare(a, b, weights)
            sure = (min(i, j), max(i, j)) in pairs
            if like.conflicts - _forgiven(a, b, ties.of(a, b)) or nested(a, b) or (not sure and _another(a, b)):
                return False
            looked += 1
            near += sure or like.score >= _FAR
    return alone or near >= _SUPPORT * looked

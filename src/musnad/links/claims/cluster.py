"""Statements of one content become one claim: strong pairs first, and no chain of weak ones.

Two groups join on a confirmed pair when nothing in the one contradicts anything in the other, and when the pair does
not stand alone against all others: a story must not drift from its first statement to its last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from musnad.links.claims.content import Content
from musnad.links.claims.match import Likeness, Weights, compare, nested, opposed, rivals
from musnad.links.claims.taken import Taken

__all__ = ["Bar", "Edge", "cluster", "confirmed"]

_AT_ONCE = 2  # statements from one to the next that takes it up
_LOOKED_AT = 12  # members of a group that are compared with the other's


class Edge(NamedTuple):
    """A pair of places that is one content: by how much it passes its bar, and how alike the two are."""

    by: float
    one: int
    other: int
    score: float


class Bar:
    """Scores from which a pair is one content, by what binds the two pages; each was set on the stories in tests."""

    APART = 0.50
    HEADLINE = 0.30
    SAME_PAGE = 0.75
    COPIED = 0.34
    LEAST = 0.30  # the lowest of these
    EASE = 0.6  # of what must be in common, where the one page took it from the other or the one is a headline
    FAR = 0.30  # below this two members have nothing to do with each other
    SHARED = 1.0  # rare words' weight that must be in common
    OWN = 0.5  # the same, without the words around short contents
    SUPPORT = 0.4  # pairs between two groups that must be near


def confirmed(a: Content, b: Content, like: Likeness, copies: Taken) -> float:
    """By how much a pair passes its bar; 0 or less where it does not."""
    ease = Bar.EASE if _bound(a, b, copies) else 1.0
    if like.conflicts - _forgiven(a, b) or like.shared < ease * Bar.SHARED or like.own < ease * Bar.OWN:
        return 0.0
    if a.page == b.page:
        if nested(a, b):
            return 0.0
        bar = Bar.HEADLINE if a.title != b.title else Bar.SAME_PAGE
    else:
        bar = Bar.COPIED if copies.between(a, b) else Bar.APART
    return like.score - bar if like.score > bar and not opposed(a, b) and not rivals(a, b) else 0.0


def _bound(a: Content, b: Content, copies: Taken) -> bool:
    return (a.page == b.page and a.title != b.title) or copies.between(a, b) is not None


def _forgiven(a: Content, b: Content) -> frozenset[str]:
    """A headline is told in the present, whatever its story tells."""
    return frozenset(("tense",)) if a.page == b.page and a.title != b.title else frozenset()


def _another(a: Content, b: Content) -> bool:
    """The body of a page does not say one thing twice, unless a few words take it up again at once."""
    if a.page != b.page or a.title or b.title:
        return False
    return not (a.short or b.short) or abs(a.ref.number - b.ref.number) > _AT_ONCE


def cluster(contents: Sequence[Content], edges: Sequence[Edge], weights: Weights, copies: Taken) -> list[list[int]]:
    """Places in `contents`, grouped; every place once, groups and members in order. `edges`: confirmed pairs."""
    kept = sorted(_best(contents, edges, copies), key=lambda edge: (-edge.by, edge.one, edge.other))
    home = list(range(len(contents)))
    groups: dict[int, list[int]] = {place: [place] for place in home}
    sure = {(edge.one, edge.other) for edge in kept}
    for _, i, j, _ in kept:
        a, b = home[i], home[j]
        if a == b:
            continue
        alone = min(len(groups[a]), len(groups[b])) == 1 and _bound(contents[i], contents[j], copies)
        if not _agree(groups[a], groups[b], contents, weights, sure, alone):
            continue
        a, b = min(a, b), max(a, b)
        groups[a] = sorted(groups[a] + groups.pop(b))
        for place in groups[a]:
            home[place] = a
    return [groups[key] for key in sorted(groups)]


def _best(contents: Sequence[Content], edges: Iterable[Edge], copies: Taken) -> Iterator[Edge]:
    """Where a lower bar holds, only the best partner on the other page is one."""
    best: dict[tuple[int, str], float] = {}
    for _, i, j, score in edges:
        for key in ((i, contents[j].page), (j, contents[i].page)):
            best[key] = max(best.get(key, 0.0), score)
    for edge in edges:
        a, b = contents[edge.one], contents[edge.other]
        bar = min(Bar.APART, best[edge.one, b.page], best[edge.other, a.page])
        if edge.score >= bar or not _bound(a, b, copies):
            yield edge


def _agree(
    one: Sequence[int], other: Sequence[int], contents: Sequence[Content], weights: Weights,
    surely: Set[tuple[int, int]],
    alone: bool,
) -> bool:  # fmt: skip
    """No conflict between any two members, and enough of the pairs near each other; `alone`: a headline, or a
    statement of a copy, goes with its one partner."""
    near = looked = 0
    for i in one[:_LOOKED_AT]:
        for j in other[:_LOOKED_AT]:
            a, b = contents[i], contents[j]
            like = compare(a, b, weights)
            sure = (min(i, j), max(i, j)) in surely
            if like.conflicts - _forgiven(a, b) or nested(a, b) or (not sure and _another(a, b)):
                return False
            looked += 1
            near += sure or like.score >= Bar.FAR
    return alone or near >= Bar.SUPPORT * looked

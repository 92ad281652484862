"""Statements of one content become one claim: strong pairs first, and no chain of weak ones.

Two groups join on a confirmed pair when nothing in the one contradicts anything in the other, and when the pair does
not stand alone against all others: a story must not drift from its first statement to its last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from musnad.links.claims.content import Content
from musnad.links.claims.match import Likeness, Weights, compare, nested, opposed, rivals
from musnad.links.claims.taken import Taken

__all__ = ["Bar", "cluster", "confirmed"]

_AT_ONCE = 2  # statements from one to the next that takes it up
_LOOKED_AT = 12  # members of a group that are compared with the other's


class Bar:
    """Scores from which a pair is one content, by what binds the two pages; each was set on the stories in tests."""

    APART = 0.50
    HEADLINE = 0.30
    SAME_PAGE = 0.75
    COPIED = 0.34
    RETOLD = 0.18  # a statement that stands at the other's place in a copy in other words
    FAR = 0.30  # below this two members have nothing to do with each other
    SHARED = 1.0  # rare words' weight that must be in common
    OWN = 0.5  # the same, without the words around short contents
    SUPPORT = 0.4  # pairs between two groups that must be near


def confirmed(a: Content, b: Content, like: Likeness, copies: Taken) -> float:
    """By how much a pair passes its bar; 0 or less where it does not."""
    ease = 0.6 if _bound(a, b, copies) else 1.0
    if like.conflicts - _forgiven(a, b) or like.shared < ease * Bar.SHARED or like.own < ease * Bar.OWN:
        return 0.0
    if a.page == b.page:
        if nested(a, b):
            return 0.0
        bar = Bar.HEADLINE if a.said.title != b.said.title else Bar.SAME_PAGE
    else:
        bar = Bar.RETOLD if copies.told_again(a, b) else Bar.COPIED if copies.between(a, b) else Bar.APART
    return like.score - bar if like.score > bar and not opposed(a, b) and not rivals(a, b) else 0.0


def _bound(a: Content, b: Content, copies: Taken) -> bool:
    return (a.page == b.page and a.said.title != b.said.title) or copies.between(a, b) is not None


def _forgiven(a: Content, b: Content) -> frozenset[str]:
    """A headline is told in the present, whatever its story tells."""
    return frozenset(("tense",)) if a.page == b.page and a.said.title != b.said.title else frozenset()


def _another(a: Content, b: Content) -> bool:
    """The body of a page does not say one thing twice, unless a few words take it up again at once."""
    if a.page != b.page or a.said.title or b.said.title:
        return False
    return not (a.short or b.short) or abs(a.ref.number - b.ref.number) > _AT_ONCE


def cluster(
    contents: Sequence[Content], pairs: Iterable[tuple[int, int]], weights: Weights, copies: Taken
) -> list[list[int]]:
    """Places in `contents`, grouped; every place once, groups and members in order."""
    edges = _edges(contents, pairs, weights, copies)
    edges.sort(key=lambda edge: (-edge[0], edge[1], edge[2]))
    home = list(range(len(contents)))
    groups: dict[int, list[int]] = {place: [place] for place in home}
    scores = {(i, j): by for by, i, j in edges}
    for _, i, j in edges:
        a, b = home[i], home[j]
        if a == b:
            continue
        alone = min(len(groups[a]), len(groups[b])) == 1 and _bound(contents[i], contents[j], copies)
        if not _agree(groups[a], groups[b], contents, weights, scores, alone):
            continue
        a, b = min(a, b), max(a, b)
        groups[a] = sorted(groups[a] + groups.pop(b))
        for place in groups[a]:
            home[place] = a
    return [groups[key] for key in sorted(groups)]


def _edges(
    contents: Sequence[Content], pairs: Iterable[tuple[int, int]], weights: Weights, copies: Taken
) -> list[tuple[float, int, int]]:
    """Confirmed pairs and by how much. Where a lower bar holds, only the best partner on the other page is one."""
    found = []
    best: dict[tuple[int, int], float] = {}
    for i, j in pairs:
        a, b = contents[i], contents[j]
        like = compare(a, b, weights)
        by = confirmed(a, b, like, copies)
        if by > 0:
            found.append((by, i, j, like.score))
            for key in ((i, b.page), (j, a.page)):
                best[key] = max(best.get(key, 0.0), like.score)
    return [
        (by, i, j)
        for by, i, j, score in found
        if not _bound(contents[i], contents[j], copies)
        or score >= Bar.APART
        or score >= min(best[i, contents[j].page], best[j, contents[i].page])
    ]


def _agree(
    one: Sequence[int], other: Sequence[int], contents: Sequence[Content], weights: Weights,
    scores: Mapping[tuple[int, int], float],
    alone: bool,
) -> bool:  # fmt: skip
    """No conflict between any two members, and enough of the pairs near each other; `alone`: a headline, or a
    statement of a copy, goes with its one partner."""
    near = looked = 0
    for i in one[:_LOOKED_AT]:
        for j in other[:_LOOKED_AT]:
            a, b = contents[i], contents[j]
            like = compare(a, b, weights)
            sure = (min(i, j), max(i, j)) in scores
            if like.conflicts - _forgiven(a, b) or nested(a, b) or (not sure and _another(a, b)):
                return False
            looked += 1
            near += sure or like.score >= Bar.FAR
    return alone or near >= Bar.SUPPORT * looked

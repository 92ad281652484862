"""Which pairs of statements are worth a look: those that share marks which few others have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from musnad.links.claims.crowd import Crowd, Row, Scale

__all__ = ["CROWD", "MOST", "least", "partners", "telling"]

CROWD = 120  # statements that share a mark, above which it tells nothing
_RAREST = 8  # marks of a content by which it is looked up
MOST = 25  # neighbours of a statement that are looked at
_LEAST = 0.45  # rare words' weight that two statements share at least among those marks


def telling(row: Row, scale: Scale) -> list[int]:
    """The marks by which others are found that share much with a statement."""
    told = scale.told
    few = [mark for mark in row.marks if told(mark) <= CROWD]
    around = [mark for mark in row.context if 0 < told(mark) <= CROWD]
    return sorted(few, key=scale.ranks.__getitem__)[:_RAREST] + around


def least(scale: Scale) -> float:
    """The weight that two statements have in common at least among those marks."""
    return _LEAST * scale.weights.rare


def partners(
    asking: Mapping[int, Row], crowd: Crowd, scale: Scale, order: Callable[[int], int]
) -> Iterator[tuple[int, list[int]]]:
    """For each statement that asks, those that it is to be laid beside. `order`: which of two comes first."""
    looked_up = {number: telling(row, scale) for number, row in asking.items()}
    posts = crowd.posts(frozenset(mark for marks in looked_up.values() for mark in marks))
    enough = least(scale)
    for number, marks in looked_up.items():
        shares: dict[int, int] = defaultdict(int)
        for mark in marks:
            weight = scale[mark]
            for other in posts.get(mark, ()):
                shares[other] += weight
        shares.pop(number, None)
        heaviest = sorted(shares.values())[-MOST:]
        bar = max([enough, *heaviest[:1]])
        near = [(-weight, order(other), other) for other, weight in shares.items() if weight >= bar]
        yield number, [other for _, _, other in sorted(near)[:MOST]]

"""Which pairs of statements are worth a look: those that share marks which few others have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import nsmallest

from musnad.links.claims.crowd import Crowd, Row
from musnad.links.claims.match import Weights

__all__ = ["CROWD", "partners", "telling"]

CROWD = 120  # statements that share a mark, above which it tells nothing
_RAREST = 8  # marks of a content by which it is looked up
_MOST = 25  # neighbours of a statement that are looked at
_LEAST = 0.45  # rare words' weight that two statements share at least among those marks


def telling(row: Row, words: Sequence[str], told: Callable[[int], int], weights: Weights) -> list[int]:
    """The marks by which others are found that share much with a statement. `told`: how many statements have each."""
    few = [mark for mark in row.marks if told(mark) <= CROWD]
    around = [mark for mark in row.context if 0 < told(mark) <= CROWD]
    return sorted(few, key=lambda mark: (-weights[words[mark]], words[mark]))[:_RAREST] + around


def partners(
    asking: Mapping[int, Row], crowd: Crowd, weights: Weights, order: Callable[[int], int]
) -> Iterator[tuple[int, list[int]]]:
    """For each statement that asks, those that it is to be laid beside. `order`: which of two comes first."""
    words = crowd.register.words
    looked_up = {number: telling(row, words, crowd.told.__getitem__, weights) for number, row in asking.items()}
    posts = crowd.posts({mark for marks in looked_up.values() for mark in marks})
    least = _LEAST * weights.rare
    for number, marks in looked_up.items():
        shares: dict[int, int] = defaultdict(int)
        for mark in marks:
            weight = weights[words[mark]]
            for other in posts.get(mark, ()):
                shares[other] += weight
        shares.pop(number, None)
        near = [(-weight, order(other), other) for other, weight in shares.items() if weight >= least]
        yield number, [other for _, _, other in nsmallest(_MOST, near)]

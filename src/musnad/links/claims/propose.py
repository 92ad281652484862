"""Which pairs of statements are worth a look: those that share marks which few others have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest

from musnad.links.claims.content import Content
from musnad.links.claims.match import Weights

__all__ = ["propose"]

_RAREST = 8  # marks of a content by which it is looked up
_CROWD = 120  # statements that share a mark, above which it tells nothing
_MOST = 25  # neighbours of a statement that are looked at
_LEAST = 0.45  # rare words' weight that two statements share at least among those marks


def propose(contents: Sequence[Content], weights: Weights) -> Iterator[tuple[int, int]]:
    """Pairs of places in `contents`, the lower first, each once. The cost grows with the statements."""
    index: dict[str, list[int]] = defaultdict(list)
    for place, content in enumerate(contents):
        for mark in content.marks:
            index[mark].append(place)
    least = _LEAST * weights.rare
    seen: set[tuple[int, int]] = set()
    for place, content in enumerate(contents):
        marks = [mark for mark in content.marks if len(index[mark]) <= _CROWD]
        around = [mark for mark in content.context if 0 < len(index.get(mark, ())) <= _CROWD]
        rare = sorted(marks, key=lambda mark: (-weights[mark], mark))[:_RAREST] + sorted(around)
        shares: dict[int, float] = defaultdict(float)
        for mark in rare:
            weight = weights[mark]
            for other in index[mark]:
                shares[other] += weight
        shares.pop(place, None)
        near = [(-weight, other) for other, weight in shares.items() if weight >= least]
        seen.update((min(place, other), max(place, other)) for _, other in nsmallest(_MOST, near))
    yield from sorted(seen)

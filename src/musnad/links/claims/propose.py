"""Which pairs of statements are worth a look: those that share marks which few others have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from musnad.links.claims.content import Content
from musnad.links.claims.match import Weights

__all__ = ["propose"]

_RAREST = 7  # marks of a content by which it is looked up
_CROWD = 150  # statements that share a mark, above which it tells nothing
_MOST = 40  # neighbours of a statement that are looked at
_LEAST = 2  # marks that two statements share at least


def propose(contents: Sequence[Content], weights: Weights) -> Iterator[tuple[int, int]]:
    """Pairs of places in `contents`, the lower first, each once. The cost grows with the statements."""
    index: dict[str, list[int]] = defaultdict(list)
    for place, content in enumerate(contents):
        for mark in content.marks:
            index[mark].append(place)
    seen: set[tuple[int, int]] = set()
    for place, content in enumerate(contents):
        rare = sorted(
            (m for m in content.marks | content.context if 0 < len(index.get(m, ())) <= _CROWD),
            key=lambda mark: (-weights[mark], mark),
        )
        shares: Counter[int] = Counter()
        for mark in rare[: _RAREST + len(content.context)]:
            shares.update(other for other in index[mark] if other != place)
        best = sorted(shares.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
        for other, common in best:
            if common >= min(_LEAST, len(content.marks), len(contents[other].marks)):
                seen.add((min(place, other), max(place, other)))
    yield from sorted(seen)

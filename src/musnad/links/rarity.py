"""How rare something is, told in steps: so that one page more seldom changes what anything else weighs."""

from __future__ import annotations

from bisect import bisect_right

__all__ = ["MOST", "counted"]

EXACT = 16  # what few pages have is told to the page: there one more or less says most
MOST = 2_048  # what more pages have is as common as anything gets, and no casefile counts for larger
_STEPS = [*range(EXACT), *sorted(step for power in range(4, 11) for step in (1 << power, 3 << (power - 1))), MOST]


def counted(often: int) -> int:
    """A number of pages as far as it counts: the step at or below it (16, 24, 32, 48 … 2,048)."""
    return _STEPS[bisect_right(_STEPS, often) - 1]

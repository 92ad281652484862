"""How rare something is, told in steps: so that one page more seldom changes what anything else weighs."""

from __future__ import annotations

from bisect import bisect_right

__all__ = ["counted", "sized"]

# What few pages have is told to the page, for there one more or less says most; what more than 1,024 pages have is as
# common as anything gets.
_STEPS = (*range(9), 12, 16, 32, 64, 128, 256, 512, 1_024)
_SIZES = (*range(33), 64, 128, 256, 512, 1_024, 2_048)  # nor does a casefile of more pages make anything rarer


def counted(often: int) -> int:
    """A number of pages that have something, as far as it counts: the step at or below it."""
    step: int = _STEPS[bisect_right(_STEPS, often) - 1]
    return step


def sized(pages: int) -> int:
    """A number of pages of which some have something, likewise."""
    step: int = _SIZES[bisect_right(_SIZES, pages) - 1]
    return step

"""A name that was found and may yet give way to a longer one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Found", "settle"]


@dataclass(frozen=True)
class Found:
    """A name at [start, end) of the reading.

    `entity` is None until the page's names are compared. `weight` breaks ties of equal length: what is
    known weighs more than what is guessed. `head` is the word for its kind that stood before it.
    """

    start: int
    end: int
    type: str
    rule: str
    entity: str | None = None
    kind: str | None = None
    acts_for: str | None = None
    weight: int = 0


def settle(found: Iterable[Found]) -> list[Found]:
    """The longest names; none nested in another, none crossing another. In reading order."""
    kept: list[Found] = []
    taken: set[int] = set()
    for name in sorted(found, key=lambda n: (n.start - n.end, -n.weight, n.start)):
        letters = range(name.start, name.end)
        if taken.isdisjoint(letters):
            kept.append(name)
            taken.update(letters)
    return sorted(kept, key=lambda n: n.start)

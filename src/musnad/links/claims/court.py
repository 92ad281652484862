"""What people have ruled on claims: these are one, that statement is none of it. Rulings come after what pairs make of
statements, in the order in which they were given; where one is withdrawn, the pairs' own groups stand again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from musnad.links.findings import Judged, Ruling

__all__ = ["Case", "rule"]


class Case(NamedTuple):
    """A ruling with the statements (by number) that it names and that are still there."""

    ruling: Ruling
    members: tuple[int, ...]
    others: tuple[int, ...]


def rule(cases: Sequence[Case], groups: Iterable[Sequence[int]]) -> list[tuple[list[int], tuple[Judged, ...]]]:
    """The groups as the rulings leave them, with the rulings that show in each. Every statement that a case names is in
    one of `groups`."""
    home = {number: at for at, group in enumerate(groups) for number in group}
    fresh = len(home)
    for case in cases:
        named = case.members + case.others
        if case.ruling.kind == "merge":
            fresh += 1
            joined = {home[number] for number in named}
            home |= {number: fresh for number, at in home.items() if at in joined}
        else:
            for number in case.others:
                fresh += 1
                home[number] = fresh
    found: dict[int, list[int]] = {}
    for number, at in home.items():
        found.setdefault(at, []).append(number)
    return [(group, tuple(_shown(cases, set(group)))) for group in found.values()]


def _shown(cases: Iterable[Case], group: set[int]) -> Iterator[Judged]:
    """The rulings without which a group would be another."""
    for ruling, members, others in cases:
        inside = [bool(group.intersection(side)) for side in (set(members) - set(others), others)]
        if all(inside) if ruling.kind == "merge" else (any(inside) and not all(inside)):
            yield Judged(ruling.kind, ruling.who, ruling.at, ruling.other)

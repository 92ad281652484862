"""Two names of the tables side by side, which are no one's: `أبلغ الرئيس دونالد ترامب نتنياهو أن`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from musnad.stages.names.found import Found

__all__ = ["without_two"]


def without_two(names: Iterable[Found]) -> Iterator[Found]:
    """The names but those guessed persons whose words are a known person and another or a capital behind him."""
    names = list(names)
    people = {
        (one.start, one.end): one for one in names if one.rule.startswith("names/persons") and one.weight == _SURE
    }
    others = {(one.start, one.end): one.entity for one in names if one.rule.startswith("names/capitals")}
    others |= {place: one.entity for place, one in people.items()}
    ends: dict[int, list[Found]] = {}
    for (start, _), one in people.items():
        ends.setdefault(start, []).append(one)
    for name in names:
        guessed = name.type == "PER" and name.rule.startswith("names/rules")
        behind = ((one.entity, others.get((one.end + 1, name.end))) for one in ends.get(name.start, ()) if guessed)
        if not any(other is not None and other != one for one, other in behind):
            yield name


_SURE = 2  # the weight of a name of the tables that is nothing else

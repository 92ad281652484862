"""Track records: how often what somebody foretold came to pass, as later pages tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from musnad.casefile.contents import Contents
from musnad.links.findings import Prediction

__all__ = ["OUTCOMES", "Record", "forecasters", "records"]

OUTCOMES = ("fulfilled", "partly", "not_fulfilled", "unresolved")
_BY = ("outlet", "kind", "source")


@dataclass(frozen=True)
class Record:
    """How often what somebody foretold came to pass. `by`: outlet, kind or source; `outcomes` as in OUTCOMES."""

    name: str
    by: str
    outcomes: tuple[int, int, int, int]


def records(case: Contents) -> Iterator[Record]:
    """Track records of outlets that carried predictions, of kinds of first tellers and of those who have a name.

    A prediction counts once for each, whoever repeats it; within outlets, kinds and sources most come first.
    """
    counts: dict[tuple[str, str], Counter[str]] = {}
    for told in case.story.predictions:
        for who in sorted(forecasters(case, told)):
            counts.setdefault(who, Counter())[told.outcome] += 1
    for (by, name), outcomes in sorted(
        counts.items(), key=lambda item: (_BY.index(item[0][0]), -item[1].total(), item[0][1])
    ):
        fulfilled, partly, failed, unresolved = (outcomes[each] for each in OUTCOMES)
        yield Record(name, by, (fulfilled, partly, failed, unresolved))


def forecasters(case: Contents, told: Prediction) -> set[tuple[str, str]]:
    """Whose record a prediction counts for: outlets, kinds and names of first tellers.

    Unnamed ones are only of a kind: the same words on two pages need not be the same source.
    """
    claim = case.claims.get(told.claim)
    found = {("outlet", name) for name in claim.outlets if name} if claim else set()
    for ref in claim.members if claim else ():
        for teller in case.entries[ref].chain[-1:]:
            found.add(("kind", teller.kind))
            found |= {("source", teller.entity)} if teller.entity and teller.kind != "anonymous" else set()
    return found

"""Claims that cannot both hold: one day and another, one place and another, so many and so many, said and denied.

Demands, offers and refusals are no contradictions of each other: they are positions, and may all be held at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from musnad.links.account import Account
from musnad.links.claims.both_sides import only_place, taken_and_denied
from musnad.links.claims.content import Content
from musnad.links.claims.denials import denied_by_party
from musnad.links.claims.evidence import contradiction
from musnad.links.claims.facets import facets
from musnad.links.claims.match import Weights
from musnad.links.claims.places import CAPITAL, elsewhere
from musnad.links.claims.rejoinders import answered, laid_at_each_other, of_the_denier
from musnad.links.findings import Contradiction, Ref

__all__ = ["ONWARD", "Dispute", "Told", "contrary", "disputes"]

ONWARD = 2  # statements behind a denial that may go on with it


class Told(NamedTuple):
    """A claim as it is compared: its id and the contents of its members."""

    id: str
    members: tuple[Content, ...]

    @property
    def where(self) -> frozenset[str]:
        """The places of all members, without capitals that have no name."""
        return frozenset(key for c in self.members for key in c.where if not key.startswith(CAPITAL))


class Dispute(NamedTuple):
    """Two contents that disagree in a facet, and how surely they are about one matter."""

    one: Content
    other: Content
    on: str
    score: float
    apart: bool | None  # whether their claims must have other days or places too; None: that is all the same


def disputes(
    one: Content, other: Content, weights: Weights, sides: Mapping[str, frozenset[str]],
    known: Callable[[Ref], Content | None],
) -> Iterator[Dispute]:  # fmt: skip
    """Where two contents disagree; which claims they will stand in does not matter yet. `sides`: for whom each entity
    speaks, `known`: the content of a statement on one of their pages."""
    for score, on, apart in facets(one, other, weights):
        dispute = Dispute(one, other, on, score, apart)
        yield dispute
        if on == "occurrence":
            yield from _of_place(dispute, known)
    if (
        taken_and_denied(one, other, sides)
        or denied_by_party(one, other, weights, sides)
        or answered(one, other)
        or of_the_denier(one, other, weights, sides)
    ):
        yield Dispute(one, other, "occurrence", 1.0, None)
    if laid_at_each_other(one, other, sides, weights):
        yield Dispute(one, other, "actor", 1.0, None)


def _of_place(denied: Dispute, known: Callable[[Ref], Content | None]) -> Iterator[Dispute]:
    """What a denial goes on to call the only place is a place against the one that it denies."""
    no, yes = (denied.one, denied.other) if denied.one.act == "deny" else (denied.other, denied.one)
    for onward in range(1, ONWARD + 1):
        only = known(Ref(no.page, no.ref.number + onward))
        if only and only_place(only, no) and yes.where and not only.who & {f"@{key}" for key in yes.where}:
            yield Dispute(yes, only, "venue", denied.score, None)


def contrary(
    claims: Sequence[Told], disputed: Iterable[Dispute], pages: Mapping[str, Account]
) -> tuple[Contradiction, ...]:
    """The contradictions among claims, which come in their order. One for each pair of claims and facet."""
    of = {content.ref: told for told in claims for content in told.members}
    place = {told.id: n for n, told in enumerate(claims)}
    best: dict[tuple[str, str, str], tuple[float, Content, Content]] = {}
    for one, other, on, score, wanted in disputed:
        a, b = of[one.ref], of[other.ref]
        if a.id == b.id or not _stands(on, wanted, a, b):
            continue
        if place[a.id] > place[b.id]:
            one, other, a, b = other, one, b, a
        key = (a.id, b.id, on)
        if key not in best or score > best[key][0]:
            best[key] = (score, one, other)
    found = [
        contradiction(a, b, on, one, other, pages)
        for (a, b, on), (_, one, other) in sorted(
            best.items(), key=lambda item: (place[item[0][0]], place[item[0][1]], item[0][2])
        )
    ]
    return tuple(filter(None, found))


def _stands(on: str, wanted: bool | None, a: Told, b: Told) -> bool:
    """Claims as wholes differ in the day or the place that two of their statements differ in; and in no other where
    the number or the occurrence is in dispute."""
    if wanted is None:
        return True
    apart = _apart(a, b)
    return on in apart if wanted else not apart


def _apart(a: Told, b: Told) -> set[str]:
    """Whether two claims as wholes have other days or other places."""
    found = set()
    days = [[day for c in told.members for day in c.when] for told in (a, b)]
    if all(days) and not any(x[0] <= y[1] and y[0] <= x[1] for x in days[0] for y in days[1]):
        found.add("date")
    ruled = [frozenset(key for c in told.members for key in c.elsewhere) for told in (a, b)]
    if not a.where & b.where and (elsewhere(a.where, b.where) or a.where & ruled[1] or b.where & ruled[0]):
        found.add("venue")
    return found

"""Track records: what outlets, kinds of sources and named sources foretold, and what came of it.

A record never says who is right: it counts what later pages tell. Small numbers stay small: a share comes with its
interval (Wilson, 95 %), and none is given where nothing was resolved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import median

from musnad.links.account import Account, Saying
from musnad.links.entities import entities
from musnad.links.findings import Prediction, Ref, Story
from musnad.links.process.days import OPEN, apart, bounds

__all__ = ["BY", "OUTCOMES", "Record", "records", "wilson"]

BY = ("outlet", "kind", "source")
OUTCOMES = ("fulfilled", "partly", "not_fulfilled", "unresolved")
_Z = 1.96  # standard deviations of a 95 % interval


@dataclass(frozen=True)
class Record:
    """What one teller foretold. `by`: outlet, kind (of source) or source (by name).

    `due`: how many should have come about by the latest page's day; `unresolved` are those of them of which no page
    tells. `low` and `high` bound the share of fulfilled ones among the resolved; None where none is. `lead`: the
    median of days between the word and the page that tells its fulfilment. `claims`: the predictions.
    """

    by: str
    name: str
    made: int
    due: int
    fulfilled: int
    partly: int
    failed: int
    unresolved: int
    low: float | None
    high: float | None
    lead: float | None
    claims: tuple[str, ...]

    @property
    def outcomes(self) -> tuple[int, int, int, int]:
        """How many came to what, as in OUTCOMES: the last are all of which no page tells, due or not."""
        resolved = self.fulfilled + self.partly + self.failed
        return self.fulfilled, self.partly, self.failed, self.made - resolved


def wilson(hits: int, of: int) -> tuple[float, float] | None:
    """The 95 % score interval of a share; None of nothing."""
    if of <= 0:
        return None
    share, square = hits / of, _Z**2
    middle = (share + square / (2 * of)) / (1 + square / of)
    reach = _Z / (1 + square / of) * sqrt(share * (1 - share) / of + square / (4 * of * of))
    return max(0.0, middle - reach), min(1.0, middle + reach)


def records(story: Story, pages: Sequence[Account]) -> tuple[Record, ...]:
    """The records of all who foretold, those of most predictions first within outlets, kinds and sources."""
    by_doc = {page.doc: page for page in pages}
    members = {claim.id: claim.members for claim in story.claims}
    known = entities(pages)
    said = {Ref(page.doc, saying.number): saying for page in pages for saying in page.sayings}
    held: dict[tuple[str, str], dict[str, Prediction]] = defaultdict(dict)
    for told in story.predictions:
        for ref in members.get(told.claim, ()):
            for by, name in _tellers(by_doc[ref.doc], said[ref]):
                held[by, known.key(name) if by == "source" else name][told.claim] = told
    today = max((day[1] for page in pages if (day := bounds(page.published, None))), default=None)
    found = [_record(by, name, list(theirs.values()), by_doc, today) for (by, name), theirs in held.items()]
    return tuple(sorted(found, key=lambda r: (BY.index(r.by), -r.made, r.name)))


def _tellers(page: Account, saying: Saying) -> Iterator[tuple[str, str]]:
    """Whose record a statement counts for: its page's outlet, the kind of its first teller, and his name.

    Who is unnamed is only of a kind: the same words on two pages need not be the same source.
    """
    if page.outlet:
        yield "outlet", page.outlet
    if not saying.chain:
        yield "kind", "unattributed"
        return
    first = saying.chain[-1]
    yield "kind", first.kind
    for name in (first.entity or "").split(";") if first.kind != "anonymous" else ():
        if name.strip():
            yield "source", name.strip()


def _record(by: str, name: str, told: Sequence[Prediction], pages: Mapping[str, Account], today: str | None) -> Record:
    count = {outcome: sum(p.outcome == outcome for p in told) for outcome in ("fulfilled", "partly", "not_fulfilled")}
    waiting = [p for p in told if p.outcome == "unresolved"]
    late = sum(_is_due(p, today) for p in waiting)
    resolved = len(told) - len(waiting)
    share = wilson(count["fulfilled"], resolved)
    leads = [days for p in told if p.outcome == "fulfilled" and (days := _lead(p, pages)) is not None]
    return Record(
        by=by,
        name=name,
        made=len(told),
        due=resolved + late,
        fulfilled=count["fulfilled"],
        partly=count["partly"],
        failed=count["not_fulfilled"],
        unresolved=late,
        low=share[0] if share else None,
        high=share[1] if share else None,
        lead=median(leads) if leads else None,
        claims=tuple(sorted(p.claim for p in told)),
    )


def _is_due(told: Prediction, today: str | None) -> bool:
    last = told.due.rsplit("/", 1)[-1]
    return today is not None and last != OPEN and last <= today


def _lead(told: Prediction, pages: Mapping[str, Account]) -> int | None:
    """Days from the word to the page that tells its fulfilment."""
    shown = told.resolved_by or told.evidence
    made, seen = bounds(told.made, None), bounds(pages[shown.doc].published, None) if shown else None
    if made is None or seen is None or OPEN in (*made, *seen):
        return None
    return apart(made[0], seen[0])

"""What stands at a date: events, claims told more than once, and what was foretold, by the day that it was due."""

from __future__ import annotations

import sqlite3
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from musnad.casefile import browse, found
from musnad.export.dates import bounds
from musnad.links.findings import Claim, Event, Prediction

__all__ = ["KINDS", "Moment", "days", "moments", "within"]

KINDS = ("event", "claim", "prediction")
_CLAIMS = 500  # claims that stand on the axis, those first that most statements put forward
_OPEN = ("", "..")
_AHEAD = frozenset(("planned", "expected", "possible", "conditional", "demanded"))


@dataclass(frozen=True)
class Moment:
    """Something at a date. `date` is the day, month or year under which it is listed; `first` and `last` are the days
    (proleptic ordinals) between which it lies, `made` the day on which it was foretold. `open`: no last day is told.

    `state` is what it is drawn by: of an event done, ahead or denied, of a claim told or disputed, of a prediction its
    outcome.
    """

    kind: str
    date: str
    first: int
    last: int
    state: str
    made: int | None = None
    open: bool = False
    event: Event | None = None
    claim: Claim | None = None
    foretold: Prediction | None = None

    @property
    def long(self) -> bool:
        """Whether it is no one day."""
        return self.first != self.last


def moments(db: sqlite3.Connection) -> list[Moment]:
    """All that has a date, in the order of days."""
    disputed = found.disputed(db)
    rows, _ = found.claim_rows(db, several=True, limit=_CLAIMS)
    told = browse.dates(db, (row.claim.members[0].doc for row in rows))
    made = [
        *(_event(event) for event in found.events(db)),
        *(_claim(row.claim, told.get(row.claim.members[0].doc), row.claim.id in disputed) for row in rows),
        *(_prediction(each) for each in found.predictions(db)),
    ]
    return sorted(filter(None, made), key=lambda moment: (moment.date, moment.last, KINDS.index(moment.kind)))


def days(period: str) -> tuple[int, int]:
    """The first and the last day of a year, month or day (`2025`, `2025-09`, `2025-09-08`). ValueError for no such."""
    year, month, day = [*map(int, period.split("-")), 0, 0][:3]
    if day:
        return (date(year, month, day).toordinal(),) * 2
    last = date(year, month or 12, monthrange(year, month or 12)[1])
    return date(year, month or 1, 1).toordinal(), last.toordinal()


def _event(event: Event) -> Moment | None:
    state = "ahead" if event.status in _AHEAD else "denied" if event.status in ("denied", "disputed") else "done"
    span = _span(event.date)
    return Moment("event", span[0], *span[1:], state, event=event) if span else None


def _claim(claim: Claim, day: str | None, disputed: bool) -> Moment | None:
    span = _span(day)
    return Moment("claim", span[0], *span[1:], "disputed" if disputed else "told", claim=claim) if span else None


def _prediction(told: Prediction) -> Moment | None:
    """Listed under the day by which it was to come about; where none is told, under the first on which it could."""
    span, made = _span(told.due), _span(told.made)
    if span is None:
        return None
    end = told.due.partition("/")[2]
    is_open = end in _OPEN and "/" in told.due
    under = bounds(told.due)[1] or span[0]
    return Moment(
        "prediction", span[0] if is_open else under, span[1], span[2], told.outcome,
        made[1] if made else None, is_open, foretold=told,
    )  # fmt: skip


def _span(edtf: str | None) -> tuple[str, int, int] | None:
    """The first date of an EDTF value, with its first and its last day; None where it has none."""
    first, last = bounds(edtf)
    known = [each for each in (first, last) if each]
    try:
        return (known[0], days(known[0])[0], days(known[-1])[1]) if known else None
    except ValueError:
        return None


def within(every: Iterable[Moment], first: int, last: int) -> list[Moment]:
    """Those that lie between two days, in part or whole."""
    return [moment for moment in every if moment.first <= last and first <= moment.last]

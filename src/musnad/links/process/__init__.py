"""The process that the pages describe: what was foretold and what came of it, events, and positions in talks."""

from __future__ import annotations

from collections.abc import Sequence

from musnad.links.account import Account
from musnad.links.findings import Claim, Contradiction, Event, Position, Prediction
from musnad.links.process.happened import find as find_events
from musnad.links.process.outcomes import find as find_predictions
from musnad.links.process.positions import find as find_positions

__all__ = ["events", "positions", "predictions"]


def predictions(
    pages: Sequence[Account], claims: Sequence[Claim], against: Sequence[Contradiction]
) -> tuple[Prediction, ...]:
    """Claims about what was still to come, with what later pages say of it."""
    return find_predictions(pages, claims, against)


def events(pages: Sequence[Account], claims: Sequence[Claim]) -> tuple[Event, ...]:
    """Events of all pages; the same event from many pages is one."""
    return find_events(pages, claims)


def positions(pages: Sequence[Account], claims: Sequence[Claim]) -> tuple[Position, ...]:
    """Demands, offers, refusals, concessions and conditions."""
    return find_positions(pages, claims)

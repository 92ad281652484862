"""The process that the pages describe: what was foretold and what came of it, events, and positions in talks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from musnad.links.account import Account
from musnad.links.findings import Claim, Contradiction, Event, Position, Prediction
from musnad.links.process.cluster import Cluster
from musnad.links.process.happened import clusters
from musnad.links.process.happened import find as find_events
from musnad.links.process.leaves import Leaf, leaves
from musnad.links.process.matter import Matters
from musnad.links.process.outcomes import find as find_predictions
from musnad.links.process.parties import Parties, parties
from musnad.links.process.positions import find as find_positions

__all__ = ["Process"]


@dataclass(frozen=True)
class Process:
    """What these pages and their claims tell; pages are opened, and parties and events found, once for all."""

    pages: Sequence[Account]
    claims: Sequence[Claim]

    def predictions(self, against: Sequence[Contradiction]) -> tuple[Prediction, ...]:
        """Claims about what was still to come, with what later pages say of it."""
        return find_predictions(
            self.claims, against, self._who, self._opened, self._clusters, Matters(self.pages, self._who.entities)
        )

    def events(self) -> tuple[Event, ...]:
        """Events of all pages; the same event from many pages is one."""
        return find_events(self._clusters, self._who)

    def positions(self) -> tuple[Position, ...]:
        """Demands, offers, refusals, concessions and conditions."""
        return find_positions(self.pages, self.claims, self._who, self._opened)

    @cached_property
    def _opened(self) -> Mapping[str, Leaf]:
        return leaves(self.pages)

    @cached_property
    def _who(self) -> Parties:
        return parties(self.pages, self.claims, self._opened)

    @cached_property
    def _clusters(self) -> Sequence[Cluster]:
        return clusters(self.pages, self.claims, self._who, self._opened)

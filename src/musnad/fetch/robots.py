"""What sites let robots read: robots.txt by RFC 9309, read once for each site and client.

No robots.txt (any 4xx but 429) allows everything; one that is there and cannot be had forbids everything
until it can.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from protego import Protego

from musnad.fetch.exchange import Answer
from musnad.fetch.outcome import FetchError, Kind
from musnad.fetch.urls import Place

__all__ = ["Robots"]


@dataclass
class Robots:
    """`get` fetches a robots.txt, through redirects; `name` is whom its groups address."""

    get: Callable[[str], Answer]
    name: str
    _known: dict[str, Protego | FetchError] = field(default_factory=dict)

    def check(self, place: Place) -> float | None:
        """The seconds between requests that the site asks for. FetchError where it forbids the place."""
        rules = self._known.get(place.origin) or self._read(place.origin)
        if not isinstance(rules, FetchError) or not rules.transient:
            self._known[place.origin] = rules
        if isinstance(rules, FetchError):
            raise rules
        if not rules.can_fetch(str(place), self.name):
            raise FetchError(Kind.ROBOTS)
        rate = rules.request_rate(self.name)
        return max(rules.crawl_delay(self.name) or 0, rate.seconds / rate.requests if rate else 0) or None

    def _read(self, origin: str) -> Protego | FetchError:
        try:
            answer = self.get(f"{origin}/robots.txt")
        except FetchError as error:
            if error.kind is Kind.LARGE:
                return FetchError(Kind.ROBOTS, "it is too large to be read")
            return error  # the site cannot be reached at all, or must not be
        if answer.status == 200:
            return Protego.parse(answer.body.decode("utf-8", "replace").removeprefix("\ufeff"))
        if 400 <= answer.status < 500 and answer.status != 429:
            return Protego.parse("")
        return FetchError(Kind.ROBOTS, f"it cannot be read (status {answer.status})", transient=True)

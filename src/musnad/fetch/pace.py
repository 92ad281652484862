"""How long to wait: between two requests to a host, and after a server that is busy."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

__all__ = ["Clock", "Pace", "retry_after"]

_LONGEST = 600.0  # seconds: robots.txt files ask for a day, by mistake more often than not


def _utc() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Clock:
    """The time of day (UTC), a count of seconds that never goes back, and waiting."""

    now: Callable[[], datetime] = _utc
    seconds: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep

    def stamp(self) -> str:
        """Now, in UTC and ISO 8601, to the second."""
        return self.now().isoformat(timespec="seconds")


@dataclass
class Pace:
    """When each host may be asked again. `delay`: seconds after each answer, more where robots.txt asks for it."""

    delay: float
    clock: Clock
    asked: dict[str, float] = field(default_factory=dict)  # host -> seconds from which on it may be asked
    _ready: dict[str, float] = field(default_factory=dict)

    def ready(self, host: str) -> float:
        """When it may be asked, in the clock's seconds."""
        return self._ready.get(host, float("-inf"))

    def wait(self, host: str) -> None:
        """Sleep until it may be asked."""
        left = self.ready(host) - self.clock.seconds()
        if left > 0:
            self.clock.sleep(left)

    def rest(self, host: str) -> None:
        """It has just answered."""
        self.hold(host, self.asked.get(host, self.delay))

    def slow(self, host: str, delay: float | None) -> None:
        """Its robots.txt asks for so many seconds between requests."""
        self.asked[host] = max(self.delay, min(delay or 0, _LONGEST))

    def hold(self, host: str, seconds: float) -> None:
        """Leave it alone for so long."""
        self._ready[host] = max(self.ready(host), self.clock.seconds() + seconds)


def retry_after(value: str | None, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for, as a number or as a date; None where it does not say."""
    if not value:
        return None
    if value.strip().isdecimal():
        return float(value)
    try:
        then = parsedate_to_datetime(value)
        return max(0.0, (then if then.tzinfo else then.replace(tzinfo=UTC)).timestamp() - now.timestamp())
    except (ValueError, OverflowError):
        return None

"""Getting a URL: its robots.txt first, at the host's pace, from a checked address, through a few redirects."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from importlib.metadata import version

from musnad.fetch.addresses import Resolver, askable, look_up
from musnad.fetch.exchange import Answer, Limits, exchange
from musnad.fetch.outcome import FetchError, Kind
from musnad.fetch.pace import Clock, Pace, retry_after
from musnad.fetch.robots import Robots
from musnad.fetch.urls import Place, join, place

__all__ = ["Client", "Manners", "Validators"]

# For a URL, the headers that ask whether it still is what it was.
Validators = Callable[[str], Mapping[str, str]]

_NAME = "Musnad"
_HOME = "https://example.org/musnad"  # until the project has an address of its own
_REDIRECTS = 5
_REDIRECT = {301, 302, 303, 307, 308}
_BUSY = {408, 429, 500, 502, 503, 504}
_ROBOTS_SIZE = 512_000  # bytes, as RFC 9309 asks for at least


@dataclass(frozen=True)
class Manners:
    """`delay`: seconds between two requests to a host."""

    limits: Limits = field(default_factory=Limits)
    delay: float = 2.0
    allow_private: bool = False


class Client:
    """Asks one thing at a time. What it learns of sites' robots.txt it keeps as long as it lives."""

    def __init__(self, manners: Manners, clock: Clock, resolve: Resolver = look_up) -> None:
        self.clock = clock
        self.pace = Pace(manners.delay, clock)
        self._manners = manners
        self._resolve = resolve
        self._robots = Robots(self._get_robots, _NAME)
        self._agent = f"{_NAME}/{version('musnad')} (+{_HOME})"

    def get(self, url: str, validators: Validators) -> Answer:
        """What a URL answers in the end: status 200, or 304 where `validators` of the URL that answered still hold.

        ValueError where it is no URL of the web, FetchError for everything else.
        """

        def ask(step: Place) -> Answer:
            self.pace.slow(step.host, self._robots.check(step))
            return self._ask(step, validators(str(step)), self._manners.limits)

        answer = self._follow(url, ask)
        if answer.status == 200 or (answer.status == 304 and validators(answer.url)):
            return answer
        what = f"{answer.status} {answer.reason}".strip()
        wait = retry_after(answer.headers.get("retry-after"), self.clock.now())
        raise FetchError(Kind.FAILED, what, transient=answer.status in _BUSY, wait=wait)

    def _get_robots(self, url: str) -> Answer:
        limits = replace(self._manners.limits, size=_ROBOTS_SIZE)
        return self._follow(url, lambda step: self._ask(step, {}, limits))

    def _follow(self, url: str, ask: Callable[[Place], Answer]) -> Answer:
        """Every hop is a place of its own, with its own robots.txt and its own address to be checked."""
        for _ in range(_REDIRECTS + 1):
            answer = ask(place(url))
            target = answer.headers.get("location") if answer.status in _REDIRECT else None
            if target is None:
                return answer
            try:
                url = join(answer.url, target)
            except ValueError as error:
                raise FetchError(Kind.FAILED, f"redirect to {target[:100]!r}, which {error}") from None
        raise FetchError(Kind.FAILED, f"more than {_REDIRECTS} redirects, the last one to {url}")

    def _ask(self, step: Place, validators: Mapping[str, str], limits: Limits) -> Answer:
        addresses = askable(step.host, step.port, self._resolve, allow_private=self._manners.allow_private)
        headers = {"User-Agent": self._agent, "Accept": "text/html, application/xhtml+xml, */*;q=0.5", **validators}
        self.pace.wait(step.host)
        try:
            return exchange(step, addresses, headers, limits)
        finally:
            self.pace.rest(step.host)

"""Many URLs, one request at a time, each host at its own pace; while one host rests another is asked."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from musnad.casefile import visits
from musnad.fetch.client import Client
from musnad.fetch.feeds import Item
from musnad.fetch.intake import Intake
from musnad.fetch.outcome import FetchError, Kind, Outcome
from musnad.fetch.pace import Pace
from musnad.fetch.urls import place

__all__ = ["Crawl", "Want"]

_TRIES = 3
_BACK_OFF = 4.0  # times the delay before the second try, and times that before the third
_PATIENCE = 120.0  # seconds that are waited for a busy server before the next try is left to another day


@dataclass(frozen=True)
class Want:
    """A URL to fetch. `feed`: it must be one. `nested`: a feed named it, and if it is a feed it is not followed."""

    item: Item
    host: str
    feed: bool = False
    nested: bool = False
    tries: int = 0


class Crawl:
    """Fetches what it is given, and what the feeds among it name."""

    def __init__(self, client: Client, intake: Intake) -> None:
        self._client = client
        self._intake = intake
        self._queue = _Queue(client.pace)

    @property
    def left(self) -> int:
        """How many URLs wait."""
        return len(self._queue)

    def run(self, wanted: Iterable[tuple[str, bool]], since: str | None = None) -> Iterator[Outcome]:
        """What came of each URL (and whether it must be a feed), and of each page of a feed, as it comes.

        With `since` (UTC, ISO 8601), URLs that were asked for then or later are passed over.
        """
        seen: set[str] = set()
        for url, feed in wanted:
            yield from self._put(Item(url), seen, since, feed=feed)
        while want := self._queue.take():
            outcome, found = self._try(want)
            if outcome:
                yield outcome
            if not want.nested:
                for item in found:
                    yield from self._put(item, seen, since, nested=True)

    def _put(
        self, item: Item, seen: set[str], since: str | None, *, feed: bool = False, nested: bool = False
    ) -> Iterator[Outcome]:
        try:
            where = place(item.url)
        except ValueError as error:
            yield Outcome(item.url, Kind.FAILED, str(error))
            return
        url = str(where)
        if url in seen:
            return
        seen.add(url)
        known = visits.visit(self._intake.db, url)
        if since and known and known.checked >= since:
            for each in self._intake.named(url) if not nested else ():
                yield from self._put(each, seen, since, nested=True)
        elif known and known.not_before and known.not_before > self._client.clock.stamp():
            yield Outcome(url, Kind.FAILED, f"its server asked to be left alone until {known.not_before}")
        else:
            self._queue.put(Want(Item(url, item.published), where.host, feed, nested))

    def _try(self, want: Want) -> tuple[Outcome | None, list[Item]]:
        """No outcome where it is tried again later."""
        url = want.item.url
        try:
            answer = self._client.get(url, self._intake.validators)
        except FetchError as error:
            return self._later(want, error), []
        stamp = self._client.clock.stamp()
        outcome, found = self._intake.take(answer, want.item, stamp, must_be_feed=want.feed)
        visits.note(self._intake.db, url, stamp, outcome.kind)
        return outcome, found

    def _later(self, want: Want, error: FetchError) -> Outcome | None:
        url, clock = want.item.url, self._client.clock
        wait = self._client.pace.delay * _BACK_OFF ** (want.tries + 1) if error.wait is None else error.wait
        if error.transient and want.tries + 1 < _TRIES and wait <= _PATIENCE:
            self._client.pace.hold(want.host, wait)
            self._queue.put(Want(want.item, want.host, want.feed, want.nested, want.tries + 1))
            return None
        until = None
        if error.transient and error.wait:
            until = (datetime.fromisoformat(clock.stamp()) + timedelta(seconds=error.wait)).isoformat()
        visits.note(self._intake.db, url, clock.stamp(), error.kind, until)
        asks = f"; its server asks to be left alone until {until}" if until else ""
        return Outcome(url, error.kind, error.why + asks)


class _Queue:
    """URLs by host; the host that may be asked soonest comes first."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._hosts: dict[str, deque[Want]] = {}

    def __len__(self) -> int:
        return sum(map(len, self._hosts.values()))

    def put(self, want: Want) -> None:
        self._hosts.setdefault(want.host, deque()).append(want)

    def take(self) -> Want | None:
        if not self._hosts:
            return None
        host = min(self._hosts, key=self._pace.ready)
        want = self._hosts[host].popleft()
        if not self._hosts[host]:
            del self._hosts[host]
        return want

"""The same list again and again: rounds, and what was new in each."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from musnad.casefile import visits
from musnad.fetch.outcome import Kind, Outcome
from musnad.fetch.pace import Clock

__all__ = ["Round", "addresses", "seconds", "watch"]

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_COMMENT = re.compile(r"(?:^|\s)#.*")


@dataclass(frozen=True)
class Round:
    """What came of a round that began at `started` (UTC, ISO 8601)."""

    started: str
    counts: Counter[Kind]
    statements: int

    def __str__(self) -> str:
        failed = sum(count for kind, count in self.counts.items() if Outcome("", kind).failed)
        parts = [
            _count(self.counts[Kind.FETCHED], "new page"),
            _count(self.counts[Kind.VERSION], "new version"),
            _count(self.statements, "statement"),
        ]
        parts += [f"{self.counts[Kind.UNCHANGED]} unchanged"] if self.counts[Kind.UNCHANGED] else []
        parts += [_count(failed, "problem")] if failed else []
        return f"{self.started}: {', '.join(parts)}"


def addresses(text: str) -> list[str]:
    """The URLs of a list: one a line; what stands behind a `#` at a line's start or after a space is a comment."""
    lines = (_COMMENT.sub("", line).strip() for line in text.removeprefix("\ufeff").splitlines())
    return [line for line in lines if line]


def seconds(text: str) -> int:
    """`90s`, `15m`, `2h`, `1d` in seconds. ValueError for anything else, and for nothing."""
    found = re.fullmatch(r"(\d{1,6})([smhd])", text.strip(), re.ASCII)
    if not found or not int(found[1]):
        raise ValueError(f"{text!r} is no span of time; write 90s, 15m, 2h or 1d")
    return int(found[1]) * _UNITS[found[2]]


def watch(
    db: sqlite3.Connection,
    name: str,
    crawl: Callable[[str], Iterable[Outcome]],
    every: int,
    clock: Clock,
    *,
    once: bool = False,
) -> Generator[Outcome | Round, None, None]:
    """Rounds of the list `name`, one each `every` seconds: the outcomes of each, then the round itself.

    `crawl` fetches what was not fetched since the time it is given. A round that was broken off is taken up
    where it stopped, and the next one begins when it would have.
    """
    while True:
        now = clock.now()
        began = visits.round_began(db, name)
        if began is None or not now - timedelta(seconds=every) < datetime.fromisoformat(began) <= now:
            began = now.isoformat(timespec="seconds")
            visits.begin_round(db, name, began)
        counts: Counter[Kind] = Counter()
        statements = 0
        for outcome in crawl(began):
            counts[outcome.kind] += 1
            statements += outcome.statements
            yield outcome
        yield Round(began, counts, statements)
        if once:
            return
        due = datetime.fromisoformat(began) + timedelta(seconds=every)
        clock.sleep(max(0.0, (due - clock.now()).total_seconds()))


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"

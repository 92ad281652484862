"""The days that a content names, and whether they lie behind its page or before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from musnad.links.account import Account, Saying, When
from musnad.links.claims.days import Days, days, published
from musnad.links.claims.marks import stretch
from musnad.links.claims.words import particles

__all__ = ["days_told", "tense"]

_WEEK = 7
_COMING = frozenset(("planned", "expected"))


def tense(page: Account, when: Sequence[Days], said: Saying) -> str:
    """Whether what is told lay behind the page or before it: by its last day; of a bare weekday nobody can say, nor of
    what was once said to be coming."""
    now = published(page.published)
    if now and when:
        last = max(end for _, end in when)
        if last < now[0]:
            return "" if said.status in _COMING else "past"
        if min(start for start, end in when if end == last) > now[1] and not _either_week(when, now):
            return "future"
    return ""


def _either_week(when: Sequence[Days], now: Days) -> bool:
    """Whether the days are one weekday on both sides of the page's day."""
    return len(when) == 2 and abs((when[0][0] - when[1][0]).days) == _WEEK and min(when)[0] < now[0]


def days_told(page: Account, spans: Sequence[tuple[int, int]]) -> Iterator[Days]:
    for time in page.times:
        if time.type in {"DATE", "TIME"} and any(start <= time.start < end for start, end in spans):
            found = days(time.value, page.published)
            if found and not _since(page, time):
                yield found
                yield from _other_week(page, time, found)


def _since(page: Account, time: When) -> bool:
    """`held since August` tells no day of what is said of them."""
    at = stretch(page, time.start, time.end).start
    return at > 0 and page.words[at - 1] in particles("since")


def _other_week(page: Account, time: When, found: Days) -> Iterator[Days]:
    """A bare weekday may be that of the other side of the page's day."""
    words = [page.words[at] for at in stretch(page, time.start, time.end)]
    now = published(page.published)
    if now and all(word in particles("weekday") for word in words) and found[0] == found[1]:
        week = timedelta(_WEEK if found[0] <= now[0] else -_WEEK)
        yield found[0] + week, found[1] + week

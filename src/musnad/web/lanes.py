"""The timeline as a picture: a lane for events, one for claims, one for predictions, over one scale of days.

Few things of a kind stand in rows of their own, events with their words and predictions from the day on which they were
made; more are dots, a column a day; many are bars. What is known to the month or the year alone lies as a stripe under
its lane. From the right to the left where the interface is read so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from urllib.parse import urlencode

from musnad.web.moments import KINDS, Moment, days

__all__ = ["GUTTER", "WIDTH", "Bar", "Lane", "Mark", "Picture", "Stripe", "Tick", "draw", "zoom"]

WIDTH, GUTTER, TOP = 1080, 116, 8  # of the picture; the gutter holds the lanes' names
_BARS = 56  # height of the highest bar
_DOT, _ROW, _WRITTEN = 12, 11, 20  # pixels a dot takes, a row, a row with words
_ROWS, _DOTS = 24, 160  # things in rows, and dots, at most
_STACK = 14  # dots in a column, at most
_LETTER = 6.4  # pixels a letter takes, about
_NAME = 130  # pixels that the name of a month takes
_SHORT = 200  # days up to which bars stand for days; months up to the next, else years
_MONTHS = 5_000
_STATES = ("done", "told", "fulfilled", "partly", "unresolved", "ahead", "disputed", "not_fulfilled", "denied")


@dataclass(frozen=True)
class Mark:
    """One thing, at `x`; a line leads to it from `start`. `label` stands beside it at `at`, before or behind."""

    moment: Moment
    x: float
    y: float
    start: float | None = None
    label: str = ""
    at: float = 0
    behind: bool = True


@dataclass(frozen=True)
class Bar:
    """How much stands at a year, month or day; its `parts` are (state, y, height), `x` and `width` those of all."""

    period: str
    count: int
    x: float
    width: float
    parts: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True)
class Stripe:
    """How many things are known to lie between two days, under a common date, and not where between them."""

    period: str
    first: int
    last: int
    count: int
    x: float
    width: float
    y: float


@dataclass(frozen=True)
class Lane:
    """All things of a kind; `y` is its upper edge, `base` the line on which bars and dots stand."""

    kind: str
    count: int
    y: float
    base: float
    marks: tuple[Mark, ...] = ()
    bars: tuple[Bar, ...] = ()
    stripes: tuple[Stripe, ...] = ()


@dataclass(frozen=True)
class Tick:
    """A day on the axis. `day` is its number where days are told apart; `named`: its `period` is told, for which there
    is room if it lies `inside`."""

    x: float
    period: str
    day: int | None = None
    named: bool = True
    inside: bool = True


@dataclass(frozen=True)
class Picture:
    """All of it; `latest` is where the latest page stands, `open` whether anything has no last day."""

    height: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    axis: float
    left: float
    right: float
    latest: float | None = None
    states: tuple[str, ...] = ()
    open: bool = False


@dataclass(frozen=True)
class _Scale:
    first: int
    last: int
    mirrored: bool
    inner: float = field(default=WIDTH - GUTTER - 14)

    def x(self, day: float) -> float:
        share = (day - self.first) / max(1, self.last + 1 - self.first)
        along = min(max(share, 0), 1) * self.inner
        return round(WIDTH - GUTTER - along if self.mirrored else GUTTER + along, 1)

    def middle(self, day: int) -> float:
        return self.x(day + 0.5)

    @property
    def days(self) -> int:
        return self.last + 1 - self.first


def draw(
    every: Sequence[Moment],
    first: int,
    last: int,
    *,
    mirrored: bool,
    latest: int | None = None,
    words: Callable[[Moment], str],
) -> Picture:
    """The picture of what stands between two days. `words` are those of an event, where there is room for them."""
    scale = _Scale(first, last, mirrored)
    y, lanes = float(TOP), []
    for kind in KINDS:
        held = [moment for moment in every if moment.kind == kind]
        if held:
            lane, height = _lane(kind, held, y, scale, words)
            lanes.append(lane)
            y += height
    left, right = sorted((scale.x(first), scale.x(last + 1)))
    states = {moment.state for moment in every}
    return Picture(
        height=y + 44,
        lanes=tuple(lanes),
        ticks=tuple(_ticks(scale)),
        axis=y,
        left=left,
        right=right,
        latest=scale.x(latest + 1) if latest is not None and first <= latest <= last else None,
        states=tuple(state for state in _STATES if state in states),
        open=any(mark.moment.open for lane in lanes for mark in lane.marks),
    )


def zoom(period: str, kind: str, until: int | None = None) -> str:
    """The address that shows a year, month or day closer, or the time from its beginning to a day."""
    last = period if until is None else date.fromordinal(until).isoformat()
    return f"?{urlencode({'since': period, 'until': last, 'kind': kind})}"


def _lane(
    kind: str, held: Sequence[Moment], y: float, scale: _Scale, words: Callable[[Moment], str]
) -> tuple[Lane, float]:
    """The lane, and how high it is."""
    if len(held) <= _ROWS and kind != "claim":
        marks, height = _rows(held, y + 8, scale, words if kind == "event" else lambda _: "")
        return Lane(kind, len(held), y, y + height, tuple(marks)), height + 22
    sharp = [moment for moment in held if not moment.long or moment.open]
    vague = [moment for moment in held if moment.long and not moment.open]
    columns = _columns(sharp, scale)
    most = max(map(len, columns.values()), default=0)
    stripes = 9.0 if vague else 0.0
    if len(sharp) <= _DOTS and most <= _STACK:
        height = max(2, most) * _DOT + 6
        base = y + height + 8
        marks = [
            Mark(moment, x, round(base - 6 - place * _DOT, 1))
            for x, column in columns.items()
            for place, moment in enumerate(column)
        ]
        drawn = Lane(kind, len(held), y, base, tuple(marks), stripes=_stripes(vague, base + 3, scale))
    else:
        height, base = _BARS, y + _BARS + 8
        drawn = Lane(kind, len(held), y, base, bars=_bars(sharp, base, scale), stripes=_stripes(vague, base + 3, scale))
    return drawn, height + 22 + stripes


def _rows(held: Sequence[Moment], y: float, scale: _Scale, words: Callable[[Moment], str]) -> tuple[list[Mark], float]:
    """Each thing as high as it can stand without touching another, and how high all are."""
    ends: list[list[tuple[float, float]]] = []
    made = []
    for moment in sorted(held, key=lambda each: (each.made or each.first, each.last)):
        label = words(moment)
        end = moment.first if moment.open else moment.last
        x = scale.middle(end)
        start = scale.middle(moment.made if moment.made is not None else moment.first)
        wide = len(label) * _LETTER + 12 if label else 0
        low, high = min(start, x) - 7, max(start, x) + 7
        onward = -1 if scale.mirrored else 1
        edge = high if onward > 0 else low
        behind = 0 <= edge + onward * wide <= WIDTH
        at = edge if behind else (low if onward > 0 else high)
        away = at + onward * wide * (1 if behind else -1)
        taken = min(low, away), max(high, away)
        row = next((n for n, row in enumerate(ends) if all(taken[1] < a or b < taken[0] for a, b in row)), len(ends))
        if row == len(ends):
            ends.append([])
        ends[row].append(taken)
        step = _WRITTEN if label else _ROW
        made.append(Mark(moment, x, y + row * step + step / 2, start if start != x else None, label, at, behind))
    step = _WRITTEN if any(mark.label for mark in made) else _ROW
    return made, max(len(ends), 2) * step + 10


def _columns(sharp: Iterable[Moment], scale: _Scale) -> dict[float, list[Moment]]:
    """Things by the column in which their dots stand; none stands beyond the axis."""
    left, right = sorted((scale.x(scale.first), scale.x(scale.last + 1)))
    found: defaultdict[float, list[Moment]] = defaultdict(list)
    for moment in sharp:
        x = scale.middle(moment.first if moment.open else moment.last)
        found[min(max(round(x / _DOT) * _DOT, left), right)].append(moment)
    for column in found.values():
        column.sort(key=lambda moment: _STATES.index(moment.state))
    return dict(sorted(found.items()))


def _bars(sharp: Iterable[Moment], base: float, scale: _Scale) -> tuple[Bar, ...]:
    size = 10 if scale.days <= _SHORT else 7 if scale.days <= _MONTHS else 4
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for moment in sharp:
        day = date.fromordinal(moment.first if moment.open else moment.last).isoformat()
        counted[day[:size]][moment.state] += 1
    most = max((sum(states.values()) for states in counted.values()), default=1)
    return tuple(_bar(period, counted[period], base, _BARS / most, scale) for period in sorted(counted))


def _bar(period: str, states: Counter[str], base: float, unit: float, scale: _Scale) -> Bar:
    left, width = _extent(period, scale)
    parts, y = [], base
    for state in _STATES:
        if states[state]:
            height = max(2.0, states[state] * unit)
            y -= height
            parts.append((state, round(y, 1), round(height, 1)))
    return Bar(period, sum(states.values()), left, width, tuple(parts))


def _stripes(vague: Iterable[Moment], y: float, scale: _Scale) -> tuple[Stripe, ...]:
    counted = Counter((moment.date, moment.first, moment.last) for moment in vague)
    longest = sorted(counted.items(), key=lambda item: (item[0][1] - item[0][2], item[0]))
    return tuple(Stripe(*time, count, *_between(*time[1:], scale), y) for time, count in longest)


def _extent(period: str, scale: _Scale) -> tuple[float, float]:
    """Where a period begins on the left, and how wide it is."""
    return _between(*days(period), scale)


def _between(first: int, last: int, scale: _Scale) -> tuple[float, float]:
    left, right = sorted((scale.x(first), scale.x(last + 1)))
    return left, round(max(2.0, right - left - 1), 1)


def _ticks(scale: _Scale) -> Iterable[Tick]:
    """Days of a short time, firsts of months of a longer one, of years of a long one: at most a dozen or so."""
    if scale.days <= 62:
        step = max(1, -(-scale.days // 12))
        named = ""
        for day in range(scale.first, scale.last + 1, step):
            when = date.fromordinal(day)
            period = when.isoformat()[:7]
            yield Tick(scale.x(day), period, when.day, named != period, _inside(scale.x(day)))
            named = period
        return
    size = 1 if scale.days <= 370 else 3 if scale.days <= 1_100 else 12 * max(1, scale.days // 4_400)
    when = date.fromordinal(scale.first).replace(day=1)
    while when.toordinal() <= scale.last:
        if when.toordinal() >= scale.first and (when.year * 12 + when.month - 1) % size == 0:
            x = scale.x(when.toordinal())
            yield Tick(x, when.isoformat()[: 7 if size < 12 else 4], inside=_inside(x))
        when = (when + timedelta(days=32)).replace(day=1)


def _inside(x: float) -> bool:
    return _NAME / 2 < x < WIDTH - _NAME / 2

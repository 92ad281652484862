"""Which tellings are of one event: each joins the cluster that it has most in common with, in the order of pages.

A telling is laid beside those clusters that were told of last by somebody of its actors, its place, its day and the
like. Where none of these is other than it was, what the telling joined before is what it joins again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from heapq import merge
from itertools import islice

from musnad.links.process.cluster import Cluster, score
from musnad.links.process.tellings import Telling

__all__ = ["Gathering", "Ghost", "Item", "gather", "keys"]

# Of the clusters with one actor those told of last, so that a name of every day costs no more than others.
_LATEST = 40

Order = tuple[str, str, int]  # a page's day, its name, and a place on it


@dataclass(eq=False)
class Item:
    """A telling that is not opened. `id` is its own, `lead` that of the first telling of the cluster that it joined
    before (empty: it is new); `keys`: what it may share with others. `other`: it tells something else than before."""

    id: str
    order: Order
    lead: str
    keys: Sequence[str]
    other: bool
    open: Callable[[], Telling]

    @cached_property
    def telling(self) -> Telling:
        return self.open()


@dataclass(eq=False)
class Ghost:
    """A telling that is no more, or no more told with these keys; `lead`: of the cluster that it had joined."""

    order: Order
    lead: str
    keys: Sequence[str]


@dataclass(eq=False)
class Gathering:
    """Tellings of one event. `other`: not the same, or not told the same, as before."""

    items: list[Item]
    other: bool = False
    keys: set[str] = field(default_factory=set)
    opened: Cluster | None = None

    @property
    def lead(self) -> str:
        return self.items[0].id

    @property
    def cluster(self) -> Cluster:
        """With all tellings opened."""
        if self.opened is None:
            self.opened = Cluster(*(item.telling for item in self.items))
        return self.opened

    def add(self, item: Item) -> None:
        self.items.append(item)
        if self.opened is not None:
            self.opened.add(item.telling)


def keys(telling: Telling) -> list[str]:
    """What a telling may share with a cluster, but for its claim."""
    found = [f"page {telling.doc}"]
    if telling.place:
        found.append(f"place {telling.place}")
    if telling.days and telling.days[0] == telling.days[1]:
        found.append(f"day {telling.days[0]}")
    if telling.level:
        found.append(f"level {telling.level}")
    found += (f"who {name}" for name in sorted({*telling.actors, *telling.parties}))
    if telling.type == "other":
        found += (f"word {word}" for word in sorted(telling.gist))
    return found


def gather(items: Iterable[Item], ghosts: Iterable[Ghost]) -> list[Gathering]:
    """The events of tellings of one type, which come in order."""
    index = _Index()
    everything: Iterable[Item | Ghost] = merge(items, ghosts, key=lambda each: each.order)
    for item in everything:
        if isinstance(item, Ghost):
            index.haunt(item)
        elif item.other or index.stirred(item.keys) or not index.has(item):
            index.decide(item)
        else:
            index.again(item)
    return list(index.all.values())


class _Index:
    """Clusters by what a telling may share with them, those told of last behind."""

    def __init__(self) -> None:
        self.all: dict[str, Gathering] = {}
        self._by: dict[str, dict[Gathering | Ghost, None]] = defaultdict(dict)
        self._stirred: set[str] = set()  # keys of what is not as it was

    def has(self, item: Item) -> bool:
        """Whether what it joined before is there."""
        return item.lead in self.all or item.lead == item.id

    def stirred(self, keys: Iterable[str]) -> bool:
        """Whether something that a telling would be laid beside by these keys is not as it was."""
        return any(self._other(key) for key in keys if key in self._stirred)

    def _other(self, key: str) -> bool:
        left = _LATEST
        for each in reversed(self._by[key]):
            if isinstance(each, Ghost) or each.other:
                return True
            left -= 1
            if not left:
                return False
        return False

    def haunt(self, ghost: Ghost) -> None:
        """Remember where a telling was that is no more."""
        for key in ghost.keys:
            self._by[key][ghost] = None
        self._stirred.update(ghost.keys)
        if ghost.lead in self.all:
            self._stir(self.all[ghost.lead])

    def again(self, item: Item) -> None:
        """Put a telling where it was."""
        self._put(item, self.all.get(item.lead))

    def decide(self, item: Item) -> None:
        """Put a telling where it belongs."""
        told = ((score(item.telling, each.cluster), each.items[-1].order, each) for each in self._near(item.keys))
        best = max((each for each in told if each[0] > 0), key=lambda each: each[:2], default=None)
        joined = self._put(item, best[2] if best else None)
        if item.other or joined.lead != item.lead:
            self._stir(joined)
            if item.lead in self.all:
                self._stir(self.all[item.lead])

    def _put(self, item: Item, joined: Gathering | None) -> Gathering:
        if joined is None:
            joined = self.all[item.id] = Gathering([item])
        else:
            joined.add(item)
        joined.keys.update(item.keys)
        for key in item.keys:
            held = self._by[key]
            held.pop(joined, None)
            held[joined] = None
        if joined.other:
            self._stirred.update(item.keys)
        return joined

    def _stir(self, gathering: Gathering) -> None:
        gathering.other = True
        self._stirred |= gathering.keys

    def _near(self, keys: Iterable[str]) -> Iterator[Gathering]:
        found: dict[Gathering, None] = {}
        for key in keys:
            clusters = (each for each in reversed(self._by[key]) if isinstance(each, Gathering))
            found.update(dict.fromkeys(islice(clusters, _LATEST)))
        return iter(found)

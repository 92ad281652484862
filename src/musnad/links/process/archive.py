"""All reports of a casefile, to be looked up by what they tell; and what of it is not as it was."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, cached_property, lru_cache
from math import log
from typing import NamedTuple

import msgspec

from musnad.links.claims.crowd import BITS, LOW, numbered
from musnad.links.memory import Memory, Register
from musnad.links.packed import pack, unpack
from musnad.links.pages import Pages
from musnad.links.process.days import OPEN, Days, later, overlap
from musnad.links.process.matter import Matter
from musnad.links.process.reports import Report
from musnad.links.rarity import counted, sized

__all__ = ["Answer", "Archive", "Ask"]

_RARE = 5  # of a prediction's words, the rarest, by which reports are looked up
_COMMON, _FEW = 0.25, 12  # of all pages, and pages: a word on more is no way to look anything up
# How much alike a report must be to what was foretold: alone; less with somebody of its own, on the day foretold, and
# with its number.
_ENOUGH, _KNOWN, _ON_DAY, _COUNTED = 0.52, 0.1, 0.1, 0.1
_PART = 0.3  # of what was foretold that is told at least, however short the report
_FEW_OF = 12  # up to which a number is the same by chance
_KNOWN_LESS = 0.35  # by which less weight will do of somebody who is known, on the day foretold
_LEAST = 2  # keys in common
_WEIGHT = 0.9  # of a key that one page alone has: what they weigh together at least
_UNIT = 10_000  # by which weights are made whole numbers

Answer = list[tuple[float, str, int]]  # how much alike a report is (0-1), its page, its place there; the closest first


class Ask(msgspec.Struct, frozen=True, array_like=True):
    """Later reports of a matter are asked for: who is in it, when it is due, after which day and on which pages not,
    and how much less alike, and of less weight, they may be."""

    matter: Matter
    who: frozenset[str]
    due: Days
    after: str | None
    without: frozenset[str]
    ease: float


class _Told(NamedTuple):
    """What a key weighs, and whether too many pages have it to look anything up by it."""

    weight: int
    common: bool


class Archive:
    """The reports of all pages. `changed`: the pages of those that came, went or changed."""

    def __init__(self, memory: Memory, pages: Pages) -> None:
        self._memory = memory
        self._pages = pages
        words, counts, self._was = memory.read("report_keys", tuple[list[str], list[int], int]) or ([], [], 0)
        self._register = Register(words, counts)
        self._rows = memory.shelf("report_rows", "I")
        self._reports = memory.rows("reports", Report)
        self._before: dict[int, int] = {}
        self._found: dict[str, list[int]] = {}  # by key the reports that have it, each by a number
        self._open: dict[int, list[array[int]]] = {}  # the keys of reports by page
        self._answers: dict[tuple[object, ...], Answer] = {}
        self._apart: dict[int, int] = {}  # what those of a report weigh that are no names
        self._told = cache(self._of)
        self._weigh = cache(lambda number: self._told(self._register.words[number]).weight)
        self._weigh_word = cache(lambda number: 0 if self._register.words[number][0] == "@" else self._weigh(number))
        self.changed: set[str] = set()

    def put(self, doc: str, reports: Sequence[Report]) -> None:
        """What a page reports now, in place of what it did."""
        old = self._reports.get(doc) or []
        if old == list(reports):
            return
        before, now = ({key for report in told for key in report.matter.keys} for told in (old, reports))
        self.changed.add(doc)
        counts = self._register.counts
        for key in before ^ now:
            number = self._register.number(key)
            self._before.setdefault(number, counts[number])
            counts[number] += 1 if key in now else -1
        self._reports.drop(doc)
        self._rows.drop(doc)
        if reports:
            self._reports[doc] = list(reports)
            self._rows[doc] = pack("I", [[*map(self._register.number, each.matter.keys)] for each in reports])

    def keep(self) -> None:
        """Remember the counts."""
        self._memory.keep("report_keys", (self._register.words, self._register.counts, len(self._pages)))

    @cached_property
    def reweighed(self) -> set[str] | None:
        """Keys that count otherwise than before; None: all may."""
        now, was = sized(len(self._pages)), sized(self._was)
        if now != was:
            return None
        words, counts = self._register.words, self._register.counts
        return {words[n] for n, often in self._before.items() if _told(often, was) != _told(counts[n], now)}

    def rare(self, keys: Collection[str]) -> list[str]:
        """The keys by which reports are looked up that have much in common with these."""
        told = [(self._told(key), key) for key in keys]
        return [key for _, key in sorted((-each.weight, key) for each, key in told if not each.common)[:_RARE]]

    def fetch(self, keys: Iterable[str]) -> None:
        """Look up, at once, the reports that have one of these keys."""
        numbers = self._register.numbers
        wanted = {numbers[key]: key for key in keys if key not in self._found and key in numbers}
        self._found |= {key: [] for key in wanted.values()}
        those = frozenset(wanted)
        for doc, row in self._rows.items() if wanted else ():
            if not those.isdisjoint(row):
                page = self._pages.cards[doc].number
                for at, own in enumerate(unpack(row)):
                    for number in those.intersection(own):
                        self._found[wanted[number]].append(numbered(page, at))

    def report(self, doc: str, at: int) -> Report:
        """A report by its place."""
        found: Report = self._reports[doc][at]
        return found

    def may_differ(self, ask: Ask, answer: Answer) -> bool:
        """Whether something else may be answered now than before."""
        keys = ask.matter.keys.keys()
        if self.reweighed is None or not self.reweighed.isdisjoint(keys):
            return True
        if any(doc in self.changed for _, doc, _ in answer):
            return True
        if self._moved.keys().isdisjoint(keys):
            return False
        moved = {place for key in self.rare(keys) for place in self._moved.get(key, ())}
        if not moved:
            return False
        held = [each for each in answer if numbered(self._pages.cards[each[1]].number, each[2]) in moved]
        return self._among(ask, moved) != held

    @cached_property
    def _moved(self) -> Mapping[str, Sequence[int]]:
        """By key the reports that came or changed, or that weigh otherwise than before."""
        word, reweighed = self._register.words, {self._register.numbers[key] for key in self.reweighed or ()}
        found: dict[str, list[int]] = defaultdict(list)
        for doc, row in self._rows.items():
            for at, own in enumerate(unpack(row)) if doc in self.changed or not reweighed.isdisjoint(row) else ():
                if doc in self.changed or not reweighed.isdisjoint(own):
                    for number in own:
                        found[word[number]].append(numbered(self._pages.cards[doc].number, at))
        return found

    def answer(self, ask: Ask) -> Answer:
        """Reports of later pages that tell a matter. Places are left out where they differ."""
        matter = ask.matter
        key = frozenset(matter.keys), matter.where, matter.numbers, ask.who, ask.due, ask.after, ask.without, ask.ease
        found = self._answers.get(key)
        if found is None:
            rare = self.rare(matter.keys)
            self.fetch(rare)
            places = {place for key in rare for place in self._found.get(key, ())}
            found = self._answers[key] = self._among(ask, places)
        return found

    def _among(self, ask: Ask, places: Set[int]) -> Answer:
        found = []
        docs = {page: self._pages.by_number[page] for page in {place >> BITS for place in places}}
        able = {
            page
            for page, doc in docs.items()
            if doc not in ask.without and later(self._pages.cards[doc].published, ask.after)
        }
        least = _ENOUGH - ask.ease - _KNOWN - _ON_DAY - _COUNTED
        like = [*self._may_be(ask.matter.keys, least, (place for place in places if place >> BITS in able))]
        self._reports.fetch(docs[place >> BITS] for place in like)
        for place in like:
            doc, at = docs[place >> BITS], place & LOW
            if (alike := self._alike(ask, self.report(doc, at))) is not None:
                found.append((-alike, self._pages.rank[doc], at, doc))
        return [(-alike, doc, at) for alike, _, at, doc in sorted(found)]

    def _may_be(self, own: Collection[str], least: float, places: Iterable[int]) -> Iterator[int]:
        """The reports that can be so much alike, whoever is in them and whatever else they tell; none is opened.

        `own`: the keys of what is asked for.
        """
        numbers = {number for key in own if (number := self._register.numbers.get(key)) is not None}
        apart = self._sum(key for key in own if key[0] != "@")
        for place in places:
            row = self._keys(place)
            shared = numbers.intersection(row)
            weight = sum(map(self._weigh, shared))
            names = weight - sum(map(self._weigh_word, shared))
            there = self._apart.get(place)
            if there is None:
                there = self._apart[place] = sum(map(self._weigh_word, row))
            if _likeness(weight, apart + names, there + names) >= least:
                yield place

    def _keys(self, place: int) -> array[int]:
        """The keys of a report, by number."""
        page = place >> BITS
        if page not in self._open:
            self._open[page] = list(unpack(self._rows[self._pages.by_number[page]]))
        return self._open[page][place & LOW]

    def _alike(self, ask: Ask, report: Report) -> float | None:
        """How much alike a report is to what is asked for; None where that is not enough."""
        matter, due = ask.matter, ask.due
        shared = matter.keys.keys() & report.matter.keys.keys()
        known = bool(ask.who & report.who)
        on_day = OPEN not in due and report.days is not None and overlap(report.days, due)
        if len(shared) < min(_LEAST, len(matter.keys)) and not (known and on_day):
            return None
        if all(key[0] == "@" for key in shared) and not (known and on_day):
            return None
        weight = self._sum(shared)
        here, there = (self._total(m, shared) for m in (matter, report.matter))
        if weight < _PART * here and not (known and on_day):
            return None
        alike = _likeness(weight, here, there)
        need = _ENOUGH - ask.ease - _KNOWN * known - _ON_DAY * on_day - _COUNTED * _same_number(matter, report.matter)
        least = _WEIGHT - ask.ease - _KNOWN_LESS * (known and on_day)
        return alike if alike >= need and weight >= least * _told(1, sized(len(self._pages)))[0] else None

    def _total(self, matter: Matter, shared: Collection[str]) -> int:
        """What a matter weighs, without the places that the other has not."""
        apart = {f"@{place}" for place in matter.where}
        return self._sum(key for key in matter.keys if key in shared or key not in apart)

    def _sum(self, keys: Iterable[str]) -> int:
        return sum(self._told(key).weight for key in keys)

    def _of(self, key: str) -> _Told:
        return _Told(*_told(self._register.get(key), sized(len(self._pages))))


@lru_cache(maxsize=1 << 14)
def _told(often: int, pages: int) -> tuple[int, bool]:
    """What a key on so many pages weighs, and whether it is common."""
    weight = round(_UNIT * (0.5 + log(1 + pages / max(counted(often), 1))))
    return weight, often > max(pages * _COMMON, _FEW)


def _likeness(weight: int, here: int, there: int) -> float:
    """Of two matters of these weights that have so much in common."""
    return 0.5 * weight / min(here, there) + weight / (here + there) if weight else 0.0


def _same_number(one: Matter, other: Matter) -> bool:
    """Whether both count as many, and not few."""
    return any(a.value == b.value and a.value > _FEW_OF for a in one.numbers for b in other.numbers)

"""All reports of a casefile, to be looked up by their words; and what of it is not as it was."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from math import log

from musnad.links.memory import Memory, Register
from musnad.links.pages import Pages
from musnad.links.process.days import later
from musnad.links.process.leaves import Leaf
from musnad.links.process.reports import Report
from musnad.links.rarity import counted, sized

__all__ = ["Archive"]

_RARE = 4  # of a prediction's words, the rarest, by which reports are looked up
_COMMON, _FEW = 0.05, 12  # of all pages, and pages: a word on more is no way to look anything up
_UNIT = 10_000  # by which weights are made whole numbers
# What a report must share: of the weight of a prediction's words, of its words, and whether somebody of its own.
_ENOUGH = ((0.6, 4, False), (0.5, 2, True), (0.4, 3, True))
_ITEM = "I"


class Archive:
    """`posted`: words of reports that came, went or changed; `reweighed`: words that count otherwise than before."""

    def __init__(self, memory: Memory, pages: Pages) -> None:
        self._memory = memory
        self._pages = pages
        words, counts, self._was = memory.read("report_words", tuple[list[str], list[int], int]) or ([], [], 0)
        self._register = Register(words, counts)
        self._stems = memory.shelf("stems_of", bytes)
        self._rows = memory.shelf("report_rows", bytes)
        self._reports = memory.shelf("reports", list[Report])
        self._before: dict[int, int] = {}
        self.posted: set[str] = set()

    def put(self, doc: str, leaf: Leaf | None, reports: Sequence[Report]) -> None:
        """What a page has now (None: it is no more) in place of what it had."""
        counts = self._register.counts
        old = set(_unpacked(self._stems.get(doc) or b""))
        new = {self._register.number(stem) for stem in set(map(leaf.stem, leaf.page.words))} if leaf else set()
        for stem in old ^ new:
            self._before.setdefault(stem, counts[stem])
            counts[stem] += 1 if stem in new else -1
        kept = self._reports.get(doc) or []
        if old != new:
            self._stems.drop(doc)
            if new:
                self._stems[doc] = array(_ITEM, new).tobytes()
        if kept != list(reports):
            self.posted.update(word for one in (*kept, *reports) for word in one.words)
            self._reports.drop(doc)
            self._rows.drop(doc)
            if reports:
                self._reports[doc] = list(reports)
                rows = (n for one in reports for n in (len(one.words), *map(self._register.number, one.words)))
                self._rows[doc] = array(_ITEM, rows).tobytes()

    def keep(self) -> None:
        """Remember the counts."""
        self._memory.keep("report_words", (self._register.words, self._register.counts, len(self._pages)))

    @property
    def reweighed(self) -> set[str] | None:
        """Words that weigh something else than before, or are common now and were not; None: all may."""
        now, was = sized(len(self._pages)), sized(self._was)
        if now != was:
            return None
        words, counts = self._register.words, self._register.counts
        return {words[n] for n, often in self._before.items() if _telling(often, was) != _telling(counts[n], now)}

    def rare(self, words: Set[str]) -> list[str]:
        """The words by which reports are looked up that have much in common with these."""
        told = [(self._telling(word), word) for word in words]
        return [word for (common, weight), word in sorted(told, key=lambda each: (-each[0][1], each[1])) if not common][:_RARE]

    def near(self, words: Iterable[str]) -> Mapping[str, list[tuple[str, int]]]:
        """By word the reports that have it: a page, and a place among its reports."""
        numbers = {self._register.numbers[word]: word for word in words if word in self._register.numbers}
        found: dict[str, list[tuple[str, int]]] = {word: [] for word in numbers.values()}
        for doc, body in self._rows.items():
            row = _unpacked(body)
            if not numbers.keys().isdisjoint(row):
                for at, stems in enumerate(_split(row)):
                    for stem in numbers.keys() & set(stems):
                        found[numbers[stem]].append((doc, at))
        return found

    def of(
        self, words: Set[str], who: Set[str], after: str | None, without: Set[str],
        near: Mapping[str, Iterable[tuple[str, int]]],
    ) -> list[Report]:  # fmt: skip
        """Reports that have most of these words and come from a later page, the closest first. `near`: where they are
        looked for, by the rare ones of the words."""
        total = sum(self._telling(word)[1] for word in words)
        found: list[tuple[float, int, int, Report]] = []
        for doc, at in {place for word in self.rare(words) for place in near.get(word, ())}:
            if doc in without or not later(self._pages.cards[doc].published, after):
                continue
            report = self._reports[doc][at]
            shared = words & report.words
            part = sum(self._telling(word)[1] for word in shared) / total if total else 0.0
            known = bool(who & report.who)
            if any(part >= least and len(shared) >= size and (known or not one) for least, size, one in _ENOUGH):
                found.append((-part, self._pages.rank[doc], at, report))
        return [report for *_, report in sorted(found, key=lambda each: each[:3])]

    def _telling(self, word: str) -> tuple[bool, int]:
        return _telling(self._register.get(word), sized(len(self._pages)))


def _telling(often: int, pages: int) -> tuple[bool, int]:
    """Whether a word on so many pages is common, and what it weighs."""
    return often > max(pages * _COMMON, _FEW), round(_UNIT * log(1 + pages / max(counted(often), 1)))


def _split(row: Sequence[int]) -> Iterator[Sequence[int]]:
    at = 0
    while at < len(row):
        end = at + 1 + row[at]
        yield row[at + 1 : end]
        at = end


def _unpacked(body: bytes) -> array[int]:
    found = array(_ITEM)
    found.frombytes(body)
    return found

"""What later pages report as done, found by what a prediction has in common with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import log

from musnad.doc import Span
from musnad.links.account import Account, Saying, When
from musnad.links.claims.marks import stretch
from musnad.links.claims.words import future, particles
from musnad.links.findings import Evidence, Ref
from musnad.links.process.days import OPEN, Days, bounds, later, overlap
from musnad.links.process.leaves import Leaf
from musnad.links.process.matter import Matter, Matters
from musnad.links.process.parties import Parties
from musnad.links.process.tables import has

__all__ = ["Report", "Reports", "found_day"]

_NO = frozenset(("لم", "لن", "لا", "ليس", "ليست", "ولم", "ولن", "دون", "عدم"))
_RARE = 5  # of a prediction's words, the rarest, by which reports are looked up
_COMMON = 0.25  # of all pages: a word on more is no way to look anything up
_FEW = 3  # words of the article's own that tell something
_DONE = ("occurred", "ongoing")
# How much alike a report must be to what was foretold: alone; less with somebody of its own, on the day foretold, and
# with its number.
_ENOUGH, _KNOWN, _ON_DAY, _COUNTED = 0.52, 0.1, 0.1, 0.1
_PART = 0.3  # of what was foretold that is told at least, however short the report
_FEW_OF = 12  # up to which a number is the same by chance
_KNOWN_LESS = 0.35  # by which less weight will do of somebody who is known, on the day foretold
_LEAST = 2  # keys in common
_WEIGHT = 0.9  # of a key that one page alone has: what they weigh together at least


@dataclass(frozen=True)
class Report:
    """Words of a page that tell something as done: a statement's, or the article's own. `who`: its teller and names;
    `days`: those that it names."""

    evidence: Evidence
    ref: Ref | None
    matter: Matter
    who: frozenset[str]
    published: str | None
    days: Days | None


class Reports:
    """All reports of a casefile, to be looked up by their words."""

    def __init__(self, opened: Mapping[str, Leaf], who: Parties, matters: Matters) -> None:
        self._all = [report for leaf in opened.values() for report in _reports(leaf, who, matters)]
        on: dict[str, set[str]] = defaultdict(set)
        for report in self._all:
            for key in report.matter.keys:
                on[key].add(report.evidence.doc)
        pages = max(len(opened), 1)
        self._often = Counter({key: len(docs) for key, docs in on.items()})
        self._most = max(pages * _COMMON, 12)
        self._pages = pages
        self._by: dict[str, list[int]] = defaultdict(list)
        for i, report in enumerate(self._all):
            for key in report.matter.keys:
                self._by[key].append(i)

    def weight(self, key: str) -> float:
        """What a key tells: the rarer among the pages, the more."""
        return 0.5 + log(1 + self._pages / max(self._often[key], 1))

    def of(
        self,
        matter: Matter,
        who: frozenset[str],
        due: Days,
        after: str | None,
        without: Iterable[str],
        ease: float = 0.0,
    ) -> list[tuple[float, Report]]:
        """Reports of later pages that tell a matter, the closest first, with how much alike they are (0-1). Places are
        left out where they differ. `ease`: how much less alike they may be, and of less weight."""
        rare = sorted((k for k in matter.keys if self._often[k] <= self._most), key=lambda k: (-self.weight(k), k))
        pages = set(without)
        found: list[tuple[float, int]] = []
        for i in {i for key in rare[:_RARE] for i in self._by.get(key, ())}:
            report = self._all[i]
            if report.evidence.doc in pages or not later(report.published, after):
                continue
            shared = matter.keys.keys() & report.matter.keys.keys()
            known = bool(who & report.who)
            on_day = OPEN not in due and report.days is not None and overlap(report.days, due)
            if len(shared) < min(_LEAST, len(matter.keys)) and not (known and on_day):
                continue
            if all(key[0] == "@" for key in shared) and not (known and on_day):
                continue
            weight = sum(map(self.weight, shared))
            here, there = (self._total(m, shared) for m in (matter, report.matter))
            if weight < _PART * here and not (known and on_day):
                continue
            alike = 0.5 * weight / min(here, there) + weight / (here + there)
            need = _ENOUGH - ease - _KNOWN * known - _ON_DAY * on_day - _COUNTED * _same_number(matter, report.matter)
            least = _WEIGHT - ease - _KNOWN_LESS * (known and on_day)
            if alike >= need and weight >= least * (0.5 + log(1 + self._pages)):
                found.append((-alike, i))
        return [(-alike, self._all[i]) for alike, i in sorted(found)]

    def _total(self, matter: Matter, shared: Collection[str]) -> float:
        """What a matter weighs, without the places that the other has not."""
        apart = {f"@{place}" for place in matter.where}
        return sum(self.weight(key) for key in matter.keys if key in shared or key not in apart)


def _same_number(one: Matter, other: Matter) -> bool:
    """Whether both count as many, and not few."""
    return any(a.value == b.value and a.value > _FEW_OF for a in one.numbers for b in other.numbers)


def _reports(leaf: Leaf, who: Parties, matters: Matters) -> Iterator[Report]:
    """What a page tells as done: what is said of it, and what is left of its sentences when all that is said is out."""
    page = leaf.page
    said: set[int] = set()
    for saying in page.sayings:
        spans = [stretch(page, *span) for span in saying.content]
        for span in spans:
            said.update(span)
        if saying.status in _DONE and saying.stance not in ("denies", "expects") and not saying.negated:
            yield from _report(leaf, [at for span in spans for at in span], saying, who, matters)
        said.update(stretch(page, saying.start, saying.end))
        for link in saying.chain:
            said.update(stretch(page, link.start, link.end))
    for part in page.parts:
        for words in _runs(page, [at for at in stretch(page, part.start, part.end) if at not in said]):
            if not any(_ahead(leaf, at) for at in words):
                reports = _report(leaf, words, None, who, matters)
                yield from (report for report in reports if len(report.matter.keys) >= _FEW)


def _runs(page: Account, places: Sequence[int]) -> Iterator[list[int]]:
    """Words that follow each other, up to a `not`."""
    run: list[int] = []
    for at in places:
        if page.words[at] in _NO or (run and at != run[-1] + 1):
            yield run
            run = []
            if page.words[at] in _NO:
                return
        run.append(at)
    yield run


def _ahead(leaf: Leaf, at: int) -> bool:
    """A word of what is still to come, or may come (`قد` before a verb of the present)."""
    words = leaf.page.words
    if future(words[at]) or has("ahead", words[at], "will"):
        return leaf.named(at) is None
    return words[at] == "قد" and at + 1 < len(words) and words[at + 1][0] in "يتن"


def _report(leaf: Leaf, words: list[int], saying: Saying | None, who: Parties, matters: Matters) -> Iterator[Report]:
    matter = matters.of(leaf, words)
    if matter is None or not matter.keys:
        return
    page = leaf.page
    names = {key[1:] for key in matter.keys if key[0] == "@"}
    if saying is not None:
        names |= {who.entities.key(link.entity) for link in saying.chain if link.entity}
    held = [Span(page.starts[at], page.ends[at]) for at in words]
    days = [d for t in leaf.times(held) if (d := _past(leaf, t))]
    if len(days) > 1 and days[0] == bounds(page.published, None):  # a dateline
        days = days[1:]
    yield Report(
        evidence=Evidence(page.doc, matter.span.start, matter.span.end),
        ref=Ref(page.doc, saying.number) if saying else None,
        matter=matter,
        who=frozenset(names | {party for name in names if (party := who.of(name))}),
        published=page.published,
        days=days[0] if days else None,
    )


def _past(leaf: Leaf, when: When) -> Days | None:
    """The days of a time; a bare weekday of what is past is the one before the page."""
    days, now = bounds(when.value, leaf.page.published), bounds(leaf.page.published, None)
    if days is None or now is None or OPEN in (*days, *now) or days[0] <= now[1] or days[0] != days[1]:
        return days
    if all(word in particles("weekday") for word in leaf.words(Span(when.start, when.end))):
        back = (date.fromisoformat(days[0]) - timedelta(7)).isoformat()
        return back, back
    return days


def found_day(report: Report) -> Days | None:
    """The day that a report tells, else that of its page."""
    return report.days or bounds(report.published, None)

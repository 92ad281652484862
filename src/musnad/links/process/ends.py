"""What came of a prediction by what later pages report in its own terms: so, on another day, elsewhere, otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from musnad.doc import Span
from musnad.links.claims.marks import stretch
from musnad.links.claims.quantities import Quantity
from musnad.links.claims.words import particles, root
from musnad.links.findings import Evidence, Ref
from musnad.links.process.archive import Ask
from musnad.links.process.days import OPEN, Days, bounds, interval, overlap
from musnad.links.process.foretold import Foretold
from musnad.links.process.leaves import Leaf
from musnad.links.process.matter import BE, Matter, Matters
from musnad.links.process.parties import Parties
from musnad.links.process.reports import Report, found_day
from musnad.links.process.tables import has
from musnad.links.process.unmet import annuls, in_part, opposite, undone
from musnad.wording import Phrase, phrase

__all__ = ["BEST", "NOTHING", "Asked", "End", "Ends"]

BEST = ("fulfilled", "partly", "not_fulfilled", "unresolved")
_EASE = 0.2  # by which less alike a report may be of what only goes on, or comes before
_OFF = 1.5  # facets that differ, to which it comes that a report tells that nothing came of it
_NEAR = 0.3  # share by which a report may tell less than the closest one
_LASTED = frozenset(("استمر", "استمرت", "استمرا", "دام", "دامت", "استغرق", "استغرقت"))
_AT_LEAST = frozenset(("الاقل", "يقل", "تقل"))


class End(msgspec.Struct, frozen=True, array_like=True):
    """An outcome and what shows it; `right`, `wrong`: which of day, place and number were told as
    they were foretold, and which otherwise; `days`: those on which it came, where they are told."""

    outcome: str
    ref: Ref | None = None
    evidence: Evidence | None = None
    reason: Phrase | None = None
    right: frozenset[str] = frozenset()
    wrong: frozenset[str] = frozenset()
    days: Days | None = None


NOTHING = End("unresolved", reason=phrase("ended.none"))


@dataclass(frozen=True)
class _Met:
    """A part of a prediction and a report of it: which of day, place and number are as foretold (True) or not; `off`:
    it is told not to have come about, `part`: to have come in part."""

    share: float
    report: Report
    facets: Mapping[str, bool]
    off: bool
    part: bool


Asked = Callable[[Ask], list[tuple[float, Report]]]  # reports, the closest first, with how much alike they are (0-1)


class Ends:
    """The reports of all pages, to lay predictions beside."""

    def __init__(self, opened: Mapping[str, Leaf], who: Parties, matters: Matters, reports: Asked) -> None:
        self._opened, self._who, self._matters, self._reports = opened, who, matters, reports

    def told(self, told: Foretold, *, fails: bool = False) -> End:
        """What comes of it by the reports that tell most of what one of its statements says: of those statements the
        one of whose day, place and number most is told. `fails`: only by reports that something failed."""
        found: list[tuple[bool, int, float, int, End]] = []
        for at, ref in enumerate(told.members):
            leaf = self._opened[ref.doc]
            clauses = list(self._matters.clauses(leaf, leaf.said[ref.number]))
            met = [best for clause in clauses if (best := self._best(told, ref, leaf, clause, fails)) is not None]
            if met:
                share = sum(each.share for each in met) / len(clauses)
                end = _end(met)
                found.append((leaf.said[ref.number].title, -len(end.right | end.wrong), -share, at, end))
        return min(found, key=lambda each: each[:4])[4] if found else NOTHING

    def before(self, told: Foretold) -> Report | None:
        """The report of what a prediction was to come before, where no day bounds it."""
        if told.until is None:
            return None
        leaf = self._opened[told.lead.doc]
        matter = self._matters.of(leaf, stretch(leaf.page, *told.until))
        found = self._of(told, told.lead, leaf, matter, _EASE) if matter else []
        return next((report for _, report in found if matter and not self._off(leaf, matter, report)), None)

    def spared(self, told: Foretold) -> Report | None:
        """A report that what was to fail went on, and none that it failed."""
        leaf = self._opened[told.lead.doc]
        spans = leaf.said[told.lead.number].content
        words = [at for span in spans for at in stretch(leaf.page, *span)]
        ends = next((n for n, at in enumerate(words) if n and _bound(leaf.page.words[at])), len(words))
        kept = [at for at in words[:ends] if not annuls(leaf.page.words[at])]
        matter = self._matters.of(leaf, kept)
        if matter is None or not matter.keys:
            return None
        for _, report in self._of(told, told.lead, leaf, matter, _EASE):
            if not any(map(annuls, self._words(report))):
                return report
        return None

    def _of(
        self, told: Foretold, ref: Ref, leaf: Leaf, matter: Matter, ease: float = 0.0
    ) -> list[tuple[float, Report]]:
        who = self._names(leaf, ref, matter)
        without = frozenset(member.doc for member in told.members)
        return self._reports(Ask(matter, who, told.due, told.made, without, ease))

    def _words(self, report: Report) -> Sequence[str]:
        return self._opened[report.evidence.doc].words(Span(report.evidence.start, report.evidence.end))

    def _names(self, leaf: Leaf, ref: Ref, matter: Matter) -> frozenset[str]:
        """Who is in it: those that it names, its teller, and those for whom they speak."""
        chain = leaf.said[ref.number].chain
        names = {key[1:] for key in matter.keys if key[0] == "@"}
        names |= {self._who.entities.key(link.entity) for link in chain[-1:] if link.entity}
        return frozenset(names | {party for name in names if (party := self._who.of(name))})

    def _best(self, told: Foretold, ref: Ref, leaf: Leaf, clause: Matter, fails: bool) -> _Met | None:
        """Of the reports that tell most of a clause, the one that agrees best."""
        found = self._of(told, ref, leaf, clause)
        dated = told.dated and any(clause.span.start <= t.start < clause.span.end for t in leaf.times((clause.span,)))
        met = []
        for share, report in found:
            words = self._words(report)
            off = self._off(leaf, clause, report)
            if (
                share >= found[0][0] - _NEAR
                and (off or not _too_early(told, report))
                and (off or report.matter.numbers or not any(each.unit == "%" for each in clause.numbers))
                and (not fails or any(map(annuls, words)))
                and (not off or _is_over(told, report, words))
            ):
                facets = dict(_facets(told.due if dated else None, leaf, clause, report, words))
                met.append(_Met(share, report, facets, off, not off and self._in_part(leaf, clause, report)))
        return min(met, key=_agreement, default=None)

    def _off(self, leaf: Leaf, clause: Matter, report: Report) -> bool:
        """Whether a report tells that what was foretold did not come about, or its opposite did."""
        own = self._matters.read(leaf)
        keys = clause.keys.keys()
        if undone(own, stretch(leaf.page, *clause.span), keys):
            return False  # a failure was foretold
        there = self._matters.read(self._opened[report.evidence.doc])
        places = stretch(there.page, *Span(report.evidence.start, report.evidence.end))
        return undone(there, places, keys) or opposite(keys, report.matter.keys.keys())

    def _in_part(self, leaf: Leaf, clause: Matter, report: Report) -> bool:
        """Whether a report tells that a part came of what was foretold whole."""
        keys = clause.keys.keys()
        there = self._matters.read(self._opened[report.evidence.doc])
        if in_part(self._matters.read(leaf), stretch(leaf.page, *clause.span), keys):
            return False
        return in_part(there, stretch(there.page, report.evidence.start, report.evidence.end), keys)


def _agreement(met: _Met) -> tuple[float, int, float]:
    """Few facets that differ come first, then many that are as foretold; what came otherwise goes before what is told
    not to have come."""
    wrong = sum(not good for good in met.facets.values())
    return wrong + _OFF * met.off, wrong - len(met.facets), -met.share


def _is_over(told: Foretold, report: Report, words: Sequence[str]) -> bool:
    """Whether a report that it did not come counts: what was called off did not come, what has not come may come yet
    while its days last."""
    if any(map(annuls, (word for word in words if word not in particles("undoes")))):
        return True
    published, last = bounds(report.published, None), told.due[1]
    return published is not None and last != OPEN and published[1] >= last


def _facets(
    due: Days | None, leaf: Leaf, clause: Matter, report: Report, words: Sequence[str]
) -> Iterator[tuple[str, bool]]:
    """`due`: the days foretold, where the clause names them; `words`: those of the report."""
    if due is not None and report.days is not None:
        on_day = overlap(report.days, due)
        # who was there later may have been before, and what lasted had begun before its end
        lasting = any(word in BE for word in leaf.words(clause.span)) or any(word in _LASTED for word in words)
        if on_day or not lasting:
            yield "date", on_day
    if clause.elsewhere & report.matter.where:
        yield "place", False
    elif clause.where and report.matter.where:
        yield "place", bool(clause.where & report.matter.where)
    if clause.numbers and report.matter.numbers:
        at_least = any(word in _AT_LEAST for word in leaf.words(clause.span))
        same = _number(clause.numbers[0], report.matter.numbers, at_least)
        if same is not None:
            yield ("least" if same and at_least else "number"), same


def _number(mine: Quantity, theirs: Sequence[Quantity], at_least: bool) -> bool | None:
    """Whether a number came true; None where the report counts something else."""
    if any(each.value == mine.value for each in theirs):
        return True
    alike = [each for each in theirs if _sort(each) == _sort(mine) or each.near & mine.near]
    if not alike:
        return None
    return at_least and any(each.value >= mine.value for each in alike)


def _sort(number: Quantity) -> str:
    return number.unit if number.unit[:1] in ("=", "") else root(number.unit)


def _end(met: Iterable[_Met]) -> End:
    """What the reports of all parts come to: late or elsewhere is partly, another day and another place is not."""
    seen = list(met)
    wrong = {facet for each in seen for facet, good in each.facets.items() if not good}
    right = {facet for each in seen for facet, good in each.facets.items() if good}
    shown = min(seen, key=lambda each: (not wrong & {f for f, good in each.facets.items() if not good}, -each.share))
    report = shown.report
    off = [each for each in seen if each.off]
    if off:
        report, outcome = off[0].report, "not_fulfilled" if len(off) == len(seen) else "partly"
        return End(outcome, report.ref, report.evidence, phrase("ended.off"), days=report.days)
    part = [each for each in seen if each.part]
    if part and wrong <= {"number"}:
        told, why = part[0].report, phrase("ended.part")
        return End("partly", told.ref, told.evidence, why, frozenset(right), frozenset(wrong), told.days)
    if not wrong:
        return End("fulfilled", report.ref, report.evidence, phrase("ended.words"), frozenset(right), days=report.days)
    day = report.days or found_day(report)
    if "number" in wrong:
        outcome, why = "not_fulfilled", phrase("ended.other_number", _values(report))
    elif wrong >= {"date", "place"}:
        outcome, why = "not_fulfilled", phrase("ended.otherwise", _place(report), interval(*day) if day else "?")
    elif "place" in wrong:
        outcome, why = ("partly" if right else "not_fulfilled"), phrase("ended.elsewhere", _place(report))
    else:
        outcome, why = "partly", phrase("ended.told_of", interval(*day) if day else "?")
    return End(outcome, report.ref, report.evidence, why, frozenset(right), frozenset(wrong), report.days)


def _values(report: Report) -> str:
    return ", ".join(f"{each.value:g}" for each in report.matter.numbers)


def _place(report: Report) -> str:
    return ", ".join(sorted(report.matter.where)) or "?"


def _too_early(told: Foretold, report: Report) -> bool:
    """What is told before the first day foretold, and of no day, is not it."""
    published: Days | None = bounds(report.published, None)
    first = told.due[0]
    return report.days is None and len(first) > len("..") and published is not None and published[1] < first


def _bound(word: str) -> bool:
    return any(has("ahead", word, role) for role in ("before", "within", "if", "until"))

"""What came of predictions: later pages tell that it happened, otherwise, elsewhere, or not; or they tell nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from msgspec.structs import replace

from musnad.doc import Span
from musnad.links.findings import Claim, Evidence, Prediction, Ref
from musnad.links.process.cluster import Cluster
from musnad.links.process.days import OPEN, Days, apart, bounds, interval, later, overlap
from musnad.links.process.foretold import Foretold
from musnad.links.process.leaves import Leaf
from musnad.links.process.matter import Matter
from musnad.links.process.reports import Report
from musnad.links.process.tables import has
from musnad.links.process.tellings import Telling
from musnad.wording import Phrase, phrase

__all__ = ["Desk", "instead", "near", "outcome"]

_RIVAL = 60  # days between what was foretold and what happened instead
_BEST = ("fulfilled", "partly", "not_fulfilled", "unresolved")


@dataclass(frozen=True)
class _End:
    """An outcome and what shows it."""

    outcome: str
    ref: Ref | None = None
    evidence: Evidence | None = None
    reason: Phrase | None = None
    rival: str = ""


_NOTHING = _End("unresolved", reason=phrase("ended.none"))


class Desk(Protocol):
    """All that outcomes are read from."""

    opened: Mapping[str, Leaf]

    def about(self, ref: Ref) -> list[tuple[Telling, str]]:
        """The events that a statement tells, by the telling."""

    def cluster(self, lead: str) -> Cluster:
        """An event with its tellings."""

    def rivals(self, lead: str, told: Foretold) -> Iterable[str]:
        """Events of the same type that may have come instead of one, in their order."""

    def meetings(self, level: str) -> Iterable[str]:
        """Meetings at a level, in their order."""

    def reports(self, matter: Matter) -> Iterable[Report]:
        """Later reports in a prediction's words, the closest first."""

    def claim(self, ref: Ref) -> Claim:
        """The claim that a statement stands in."""

    def against(self, claim: str) -> Iterable[tuple[Claim, str]]:
        """What contradicts a claim, and on what."""


def outcome(given: Matter, desk: Desk) -> tuple[Prediction, Matter]:
    """A prediction with its days and its outcome as far as the pages at hand tell; and what it rests on."""
    told, due, end = given.told, given.told.due, _NOTHING
    given = replace(given, mains=[], rival="", settled=False)
    bound = _bound(given, desk)
    if bound is not None and bound.days is not None:
        due = (due[0], bound.days[1])
    if given.tells == "deny":
        end = _denial(told, desk)
    elif given.tells == "annul":
        end = _failure(given, desk, bound)
    else:
        mains = _main(told, desk)
        ends = [_event(told, telling, lead, desk) for telling, lead in mains]
        end = min([*ends, _NOTHING], key=lambda e: _BEST.index(e.outcome))
        given.mains = [lead for telling, lead in mains if not telling.bare]
        given.rival, given.settled = end.rival, end.outcome in ("fulfilled", "partly")
        if end.outcome == "unresolved":
            end = _reported(given, desk)
        end = _whole(given, desk, _number(told, desk, end))
    return Prediction(told.claim, interval(*due), end.outcome, told.made, end.ref, end.evidence, end.reason), given


def _main(told: Foretold, desk: Desk) -> list[tuple[Telling, str]]:
    """The events that the prediction is about: not those of its condition, nor `the meeting` where it names another."""
    found = []
    for ref in told.members:
        leaf = desk.opened[ref.doc]
        found += [(telling, lead) for telling, lead in desk.about(ref) if not _conditional(leaf, ref, telling)]
    named = [(telling, lead) for telling, lead in found if not telling.bare]
    return named or found


def _conditional(leaf: Leaf, ref: Ref, telling: Telling) -> bool:
    """Whether an event stands behind `إذا` or is only what bounds the prediction (`قبل اللقاء`)."""
    for part in leaf.said[ref.number].content:
        if part.start <= telling.start < part.end:
            words = leaf.words(Span(part.start, telling.start))
            return any(has("ahead", w, "if") for w in words) or any(has("ahead", w, "before") for w in words[-2:])
    return False


def _event(told: Foretold, telling: Telling, lead: str, desk: Desk) -> _End:
    """Whether the event took place, in the days foretold or in others; or another in its stead."""
    cluster = desk.cluster(lead)
    for other in sorted(cluster.members, key=lambda t: (t.published or "", t.doc, t.start)):
        if _took_place(other, told):
            days = other.days
            if not told.dated or OPEN in (told.due[0],) or days is None or overlap(days, told.due):
                return _End("fulfilled", other.said, _words(other), phrase("ended.place"))
            reason = phrase("ended.other_day", other.date, interval(*told.due))
            return _End("partly", other.said, _words(other), reason)
    if telling.bare:
        return _NOTHING
    for other in desk.rivals(lead, told):
        rival = desk.cluster(other)
        if instead(cluster, rival, told):
            best = next(t for t in rival.members if _took_place(t, told))
            reason = phrase("ended.otherwise", best.place or "?", best.date or "?")
            return _End("not_fulfilled", best.said, _words(best), reason, other)
    return _NOTHING


def _took_place(other: Telling, told: Foretold) -> bool:
    """Told as past on a page that came after the prediction and does not make it."""
    begun = any(has("ahead", word, "begun") for word in other.beside)
    if other.status != "occurred" or (other.bare and not begun) or other.doc in {ref.doc for ref in told.members}:
        return False
    if other.place is None and other.days is None and not begun:
        return False
    published = bounds(other.published, None)
    if other.days is not None and published is not None and other.days[0] > published[1]:
        return False
    made = bounds(told.made, None)
    return later(other.published, told.made) and not (made and other.days and other.days[1] < made[0])


def instead(cluster: Cluster, rival: Cluster, told: Foretold) -> bool:
    """Another venue or day, the same people or the same parties at the same level."""
    if rival.type != cluster.type or not any(_took_place(t, told) for t in rival.members):
        return False
    if cluster.level and rival.level and cluster.level != rival.level:
        return False
    people = cluster.actors & rival.actors
    unnamed = not cluster.sides and rival.sides and any(rival.sides <= t.there for t in cluster.members)
    same = (
        len(people) > 1
        or unnamed
        or (cluster.level and cluster.level == rival.level and (people or cluster.sides & rival.sides))
    )
    elsewhere = bool(cluster.place and rival.place and cluster.place != rival.place)
    another = told.dated and rival.days is not None and not overlap(rival.days, told.due)
    return bool(same and (elsewhere or another) and near(rival.days, told))


def near(days: Days | None, told: Foretold) -> bool:
    """Whether what happened on these days can have come instead of what was foretold."""
    return told.due[0] == OPEN or days is None or apart(days[0], told.due[0]) <= _RIVAL


def _bound(given: Matter, desk: Desk) -> Telling | None:
    """The event before which it is to come, where that has taken place."""
    found = []
    for lead in desk.meetings(given.level) if given.level else ():
        cluster = desk.cluster(lead)
        done = next((t for t in cluster.members if _took_place(t, given.told) and t.days), None)
        if done and cluster.level == given.level and (not cluster.sides or cluster.sides & given.there):
            found.append(done)
    return min(found, key=lambda telling: str(telling.days), default=None)


def _denial(told: Foretold, desk: Desk) -> _End:
    """Foretold that somebody will deny: a later statement denies a claim that the prediction's pages tell."""
    docs = {ref.doc for ref in told.members}
    there = {desk.claim(Ref(doc, number)).id for doc in docs for number in desk.opened[doc].said}
    for claim in sorted(there):
        for other, _ in desk.against(claim):
            for ref in other.members:
                saying, page = desk.opened[ref.doc].said[ref.number], desk.opened[ref.doc].page
                if saying.stance == "denies" and ref.doc not in docs and later(page.published, told.made):
                    words = Evidence(ref.doc, saying.start, saying.end)
                    return _End("fulfilled", ref, words, phrase("ended.denied", claim))
    return _NOTHING


def _failure(given: Matter, desk: Desk, bound: Telling | None) -> _End:
    """Foretold that something will fail: it took place, or what it was to fail before did."""
    if bound is not None:
        return _End("not_fulfilled", bound.said, _words(bound), phrase("ended.first"))
    for _, lead in _main(given.told, desk):
        done = next((t for t in desk.cluster(lead).members if _took_place(t, given.told)), None)
        if done is not None:
            return _End("not_fulfilled", done.said, _words(done), phrase("ended.took_place"))
    return _reported(given, desk)


def _reported(given: Matter, desk: Desk) -> _End:
    """A later report in the prediction's own words."""
    ends = (_by_report(given.told, report) for report in desk.reports(given))
    return next(filter(None, ends), _NOTHING)


def _by_report(told: Foretold, report: Report) -> _End | None:
    first = told.due[0]
    published = bounds(report.published, None)
    if first != OPEN and len(first) > 7 and published and published[1] < first:
        return None
    days = report.days
    if told.dated and days is not None and not overlap(days, told.due):
        return _End("partly", report.ref, report.evidence, phrase("ended.told_of", interval(*days)))
    return _End("fulfilled", report.ref, report.evidence, phrase("ended.words"))


def _number(told: Foretold, desk: Desk, end: _End) -> _End:
    """It happened with another number: the one that another claim has."""
    if end.outcome not in ("fulfilled", "partly") or end.evidence is None:
        return end
    rivals = [other for other, on in desk.against(told.claim) if on == "number"]
    if rivals:
        own, there = _numbers(desk.claim(told.lead), desk), _reported_numbers(desk.opened[end.evidence.doc])
        for other in rivals:
            theirs = _numbers(other, desk) - own
            if theirs & there and not own & there:
                return _End("not_fulfilled", end.ref, end.evidence, phrase("ended.number", other.id))
    return end


def _numbers(claim: Claim, desk: Desk) -> set[str]:
    return {
        word for ref in claim.members for word in desk.opened[ref.doc].said[ref.number].what.split() if word.isdigit()
    }


def _reported_numbers(leaf: Leaf) -> set[str]:
    """The numbers that a page itself or somebody on it tells as done."""
    spans = [span for s in leaf.page.sayings if s.status == "occurred" for span in s.content]
    spans += [Span(part.start, part.end) for part in leaf.page.parts if part.title or leaf.voice(part)]
    return {word for span in spans for word in leaf.words(span) if word.isdigit()}


def _whole(given: Matter, desk: Desk, end: _End) -> _End:
    """All was foretold and a part is told."""
    if given.all and end.outcome == "fulfilled" and end.evidence is not None:
        if any(has("ahead", word, "part") for word in desk.opened[end.evidence.doc].page.words):
            return _End("partly", end.ref, end.evidence, phrase("ended.part"))
    return end


def _words(telling: Telling) -> Evidence:
    return Evidence(telling.doc, telling.start, telling.end)

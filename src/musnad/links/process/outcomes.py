"""What came of predictions: later pages tell that it happened, otherwise, elsewhere, or not; or they tell nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from musnad.doc import Span
from musnad.links.findings import Claim, Evidence, Ref
from musnad.links.process.cluster import Cluster
from musnad.links.process.days import OPEN, Days, apart, bounds, interval, later, overlap
from musnad.links.process.ends import BEST, NOTHING, End, Ends
from musnad.links.process.foretold import Foretold
from musnad.links.process.leaves import Leaf
from musnad.links.process.levels import level_in
from musnad.links.process.parties import Parties
from musnad.links.process.reports import found_day
from musnad.links.process.settled import Ended
from musnad.links.process.tables import has
from musnad.links.process.tellings import Telling
from musnad.links.process.unmet import recalled
from musnad.wording import Phrase, phrase

__all__ = ["Desk", "instead", "near", "outcome"]

_RIVAL = 60  # days between what was foretold and what happened instead


class Desk(Protocol):
    """All that outcomes are read from."""

    @property
    def opened(self) -> Mapping[str, Leaf]:
        """Pages, opened."""

    @property
    def ends(self) -> Ends:
        """The reports of all pages."""

    @property
    def who(self) -> Parties:
        """Who stands behind whom."""

    def about(self, ref: Ref) -> list[tuple[Telling, str]]:
        """The events that a statement tells, by the telling."""

    def cluster(self, lead: str) -> Cluster:
        """An event with its tellings."""

    def rivals(self, lead: str, told: Foretold) -> Iterable[Cluster]:
        """Events that may have come instead of one, in their order."""

    def meetings(self, level: str) -> Iterable[Cluster]:
        """Meetings at a level that took place, in their order."""

    def claim(self, ref: Ref) -> Claim:
        """The claim that a statement stands in."""

    def against(self, claim: str) -> Iterable[tuple[Claim, str]]:
        """What contradicts a claim, and on what."""


def outcome(told: Foretold, desk: Desk) -> Ended:
    """A prediction with its days and its outcome as far as the pages at hand tell."""
    due, end = told.due, NOTHING
    bound = _bound(told, desk)
    if bound is not None:
        due = (due[0], bound.day)
    if _tells(told, desk, "deny"):
        end = _denial(told, desk)
    if (known := _recalled(told, desk)) is not None:
        end = known
    elif _tells(told, desk, "annul"):
        end = _failure(told, desk, bound)
    elif end.outcome == "unresolved":
        end = desk.ends.told(told)
        if end.outcome == "unresolved":
            ends = [_event(told, telling, lead, desk) for telling, lead in _main(told, desk)]
            end = min([*ends, NOTHING], key=lambda e: BEST.index(e.outcome))
        end = _whole(told, desk, _number(told, desk, end))
    return Ended(told, due, end)


def _recalled(told: Foretold, desk: Desk) -> End | None:
    """What a page that recalls the prediction goes on to say of it in the same breath."""
    for ref in reversed(told.members):
        leaf = desk.opened[ref.doc]
        found = recalled(leaf, leaf.said[ref.number])
        if found is not None:
            outcome, words = found
            return End(outcome, None, Evidence(ref.doc, words.start, words.end), phrase("ended.recalled"))
    return None


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
            near = any(has("ahead", w, "before") for w in words[-2:])
            return near or any(has("ahead", w, "if") for w in words) or any(map(_had, words[1:], words[2:]))
    return False


def _had(word: str, behind: str) -> bool:
    """`إن وُقع الاتفاق`: إن before a verb of the past, which no أن has."""
    return word == "ان" and (behind[-1:] == "ت" or behind[:1] not in "يتناس")


def _event(told: Foretold, telling: Telling, lead: str, desk: Desk) -> End:
    """Whether the event took place, in the days foretold or in others; or another in its stead."""
    cluster = desk.cluster(lead)
    for other in sorted(cluster.members, key=lambda t: (t.published or "", t.doc, t.start)):
        if _took_place(other, told):
            days = other.days
            there = {"place"} if telling.place and telling.place == other.place else set()
            if not told.dated or OPEN in (told.due[0],) or days is None or overlap(days, told.due):
                right = frozenset(there | ({"date"} if told.dated and days else set()))
                return End("fulfilled", other.said, _words(other), phrase("ended.place"), right, days=days)
            reason = phrase("ended.other_day", other.date, interval(*told.due))
            return End("partly", other.said, _words(other), reason, frozenset(there), frozenset(("date",)), days)
    if telling.bare:
        return NOTHING
    for rival in desk.rivals(lead, told):
        if instead(cluster, rival, told):
            best = next(t for t in rival.members if _took_place(t, told))
            return End("not_fulfilled", best.said, _words(best), _otherwise(best))
    return NOTHING


def _otherwise(best: Telling) -> Phrase:
    """Where and when it took place instead, as far as that is told."""
    key = "ended.otherwise" if best.place and best.date else "ended.elsewhere" if best.place else "ended.another_day"
    return phrase(key, *filter(None, (best.place, best.date)))


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


class _Bound(NamedTuple):
    """What a prediction was to come before: the day on which it came, and the words that tell it."""

    day: str
    ref: Ref | None
    evidence: Evidence


def _bound(told: Foretold, desk: Desk) -> _Bound | None:
    """The event before which it is to come, where that has taken place."""
    if told.until is None:
        return None
    report = desk.ends.before(told)
    if report is not None and (day := found_day(report)):
        return _Bound(day[1], report.ref, report.evidence)
    leaf = desk.opened[told.lead.doc]
    level = level_in(leaf.words(told.until))
    parties_there = {desk.who.of(n.acts_for or n.entity) for n in leaf.page.names}
    found = []
    for cluster in desk.meetings(level) if level else ():
        done = [t for t in cluster.members if _took_place(t, told) and t.days]
        if done and cluster.days and (not cluster.sides or cluster.sides & parties_there):
            found.append((str(done[0].days), _Bound(cluster.days[1], done[0].said, _words(done[0]))))
    return min(found)[1] if found else None


def _tells(told: Foretold, desk: Desk, role: str) -> bool:
    """Whether the prediction's own verb is of a kind."""
    words = desk.opened[told.lead.doc].said[told.lead.number].what.split()
    return any(has("ahead", word, role) or has("ahead", word.removeprefix("س"), role) for word in words[:2])


def _denial(told: Foretold, desk: Desk) -> End:
    """Foretold that somebody will deny: a later statement denies a claim that the prediction's pages tell."""
    docs = {ref.doc for ref in told.members}
    there = {desk.claim(Ref(doc, number)).id for doc in docs for number in desk.opened[doc].said}
    for claim in sorted(there):
        for other, _ in desk.against(claim):
            for ref in other.members:
                saying, page = desk.opened[ref.doc].said[ref.number], desk.opened[ref.doc].page
                if saying.stance == "denies" and ref.doc not in docs and later(page.published, told.made):
                    words = Evidence(ref.doc, saying.start, saying.end)
                    return End("fulfilled", ref, words, phrase("ended.denied", claim))
    return NOTHING


def _failure(told: Foretold, desk: Desk, bound: _Bound | None) -> End:
    """Foretold that something will fail: it did, or it took place, or what it was to fail before did."""
    end = desk.ends.told(told, fails=True)
    if end.outcome != "unresolved":
        return end
    if bound is not None:
        return End("not_fulfilled", bound.ref, bound.evidence, phrase("ended.first"))
    for _, lead in _main(told, desk):
        done = next((t for t in desk.cluster(lead).members if _took_place(t, told)), None)
        if done is not None:
            return End("not_fulfilled", done.said, _words(done), phrase("ended.took_place"))
    spared = desk.ends.spared(told)
    if spared is not None:
        return End("not_fulfilled", spared.ref, spared.evidence, phrase("ended.took_place"))
    return NOTHING


def _number(told: Foretold, desk: Desk, end: End) -> End:
    """It happened with another number: the one that another claim has; or how many it were is in dispute."""
    if end.outcome not in ("fulfilled", "partly") or end.evidence is None:
        return end
    if "number" in end.right and end.ref is not None:
        return _in_dispute(end, end.ref, desk)
    rivals = [other for other, on in desk.against(told.claim) if on == "number"]
    if rivals:
        own, there = _numbers(desk.claim(told.lead), desk), _reported_numbers(desk.opened[end.evidence.doc])
        for other in rivals:
            theirs = _numbers(other, desk) - own
            if theirs & there and not own & there:
                return End("not_fulfilled", end.ref, end.evidence, phrase("ended.number", other.id))
    return end


def _in_dispute(end: End, ref: Ref, desk: Desk) -> End:
    """Who tells that so many it were is contradicted by somebody who tells of it too."""
    for other, on in desk.against(desk.claim(ref).id):
        told = (desk.opened[each.doc].said[each.number] for each in other.members)
        if on == "number" and any(saying.status == "occurred" for saying in told):
            return End("partly", end.ref, end.evidence, phrase("ended.disputed", other.id), end.right)
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


def _whole(told: Foretold, desk: Desk, end: End) -> End:
    """All was foretold and a part is told."""
    if end.outcome != "fulfilled" or end.evidence is None:
        return end
    said = desk.opened[told.lead.doc].said[told.lead.number].what.split()
    leaf = desk.opened[end.evidence.doc]
    there = leaf.page.words
    if any(has("ahead", word.strip('"“«'), "all") for word in said[:4]) and any(has("ahead", w, "part") for w in there):
        return End("partly", end.ref, end.evidence, phrase("ended.part"))
    return end


def _words(telling: Telling) -> Evidence:
    return Evidence(telling.doc, telling.start, telling.end)

"""What came of predictions: later pages tell that it happened, otherwise, elsewhere, or not; or they tell nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from musnad.doc import Span
from musnad.links.findings import Claim, Contradiction, Evidence, Prediction, Ref
from musnad.links.process.cluster import Cluster
from musnad.links.process.days import OPEN, apart, bounds, interval, later, overlap
from musnad.links.process.foretold import Foretold, foretold
from musnad.links.process.leaves import Leaf
from musnad.links.process.levels import level_in
from musnad.links.process.parties import Parties
from musnad.links.process.reports import Report, Reports, content
from musnad.links.process.tables import has
from musnad.links.process.tellings import Telling
from musnad.wording import Phrase, phrase

__all__ = ["find"]

_RIVAL = 60  # days between what was foretold and what happened instead
_BEST = ("fulfilled", "partly", "not_fulfilled", "unresolved")


@dataclass(frozen=True)
class _End:
    """An outcome and what shows it."""

    outcome: str
    ref: Ref | None = None
    evidence: Evidence | None = None
    reason: Phrase | None = None


_NOTHING = _End("unresolved", reason=phrase("ended.none"))


@dataclass(frozen=True)
class _Desk:
    """All that outcomes are read from."""

    opened: Mapping[str, Leaf]
    events: Mapping[Ref, Sequence[tuple[Telling, Cluster]]]
    all: Sequence[Cluster]
    done: Mapping[str, Sequence[Cluster]]
    reports: Reports
    claims: Mapping[str, Claim]
    of: Mapping[Ref, str]
    against: Mapping[str, Sequence[tuple[str, str]]]
    who: Parties


def find(
    claims: Sequence[Claim],
    against: Sequence[Contradiction],
    who: Parties,
    opened: Mapping[str, Leaf],
    joined: Sequence[Cluster],
) -> tuple[Prediction, ...]:
    """The predictions among claims, each with its days and its outcome as far as the pages at hand tell."""
    found = foretold(claims, opened)
    if not found:
        return ()
    events: dict[Ref, list[tuple[Telling, Cluster]]] = defaultdict(list)
    for cluster in joined:
        for telling in cluster.members:
            if telling.said is not None:
                events[telling.said].append((telling, cluster))
    opposed: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in against:
        opposed[pair.a].append((pair.b, pair.on))
        opposed[pair.b].append((pair.a, pair.on))
    of = {ref: claim.id for claim in claims for ref in claim.members}
    done: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in joined:
        if any(t.status == "occurred" and (t.place or t.days) for t in cluster.members):
            done[cluster.type].append(cluster)
    desk = _Desk(opened, events, joined, done, Reports(opened, who), {c.id: c for c in claims}, of, opposed, who)
    return tuple(_prediction(told, desk) for told in found)


def _prediction(told: Foretold, desk: _Desk) -> Prediction:
    due, end = told.due, _NOTHING
    bound = _bound(told, desk)
    if bound is not None and bound[0].days is not None:
        due = (due[0], bound[0].days[1])
    if _tells(told, desk, "deny"):
        end = _denial(told, desk)
    elif _tells(told, desk, "annul"):
        end = _failure(told, desk, bound)
    else:
        ends = [_event(told, telling, cluster, desk) for telling, cluster in _main(told, desk)]
        end = min([*ends, _NOTHING], key=lambda e: _BEST.index(e.outcome))
        if end.outcome == "unresolved":
            end = _reported(told, desk)
        end = _whole(told, desk, _number(told, desk, end))
    return Prediction(
        told.claim.id, interval(*due), end.outcome, told.made, resolved_by=end.ref, evidence=end.evidence,
        reason=end.reason,
    )  # fmt: skip


def _main(told: Foretold, desk: _Desk) -> list[tuple[Telling, Cluster]]:
    """The events that the prediction is about: not those of its condition, nor `the meeting` where it names another."""
    found = []
    for ref in told.members:
        leaf = desk.opened[ref.doc]
        for telling, cluster in desk.events.get(ref, ()):
            if not _conditional(leaf, ref, telling):
                found.append((telling, cluster))
    named = [(telling, cluster) for telling, cluster in found if not telling.bare]
    return named or found


def _conditional(leaf: Leaf, ref: Ref, telling: Telling) -> bool:
    """Whether an event stands behind `إذا` or is only what bounds the prediction (`قبل اللقاء`)."""
    for part in leaf.said[ref.number].content:
        if part.start <= telling.start < part.end:
            words = leaf.words(Span(part.start, telling.start))
            return any(has("ahead", w, "if") for w in words) or any(has("ahead", w, "before") for w in words[-2:])
    return False


def _event(told: Foretold, telling: Telling, cluster: Cluster, desk: _Desk) -> _End:
    """Whether the event took place, in the days foretold or in others; or another in its stead."""
    for other in sorted(cluster.members, key=lambda t: (t.published or "", t.doc, t.start)):
        if _took_place(other, told):
            days = other.days
            if not told.dated or OPEN in (told.due[0],) or days is None or overlap(days, told.due):
                return _End("fulfilled", other.said, _words(other), phrase("ended.place"))
            reason = phrase("ended.other_day", other.date, interval(*told.due))
            return _End("partly", other.said, _words(other), reason)
    if telling.bare:
        return _NOTHING
    for rival in desk.done.get(cluster.type, ()):
        if rival is not cluster and _instead(cluster, rival, told):
            best = next(t for t in rival.members if _took_place(t, told))
            return _End("not_fulfilled", best.said, _words(best), _otherwise(best))
    return _NOTHING


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


def _instead(cluster: Cluster, rival: Cluster, told: Foretold) -> bool:
    """Another venue or day, the same people or the same parties at the same level."""
    if rival.type != cluster.type or not any(_took_place(t, told) for t in rival.members):
        return False
    if cluster.level and rival.level and cluster.level != rival.level:
        return False
    people = {a for t in cluster.members for a in t.actors} & {a for t in rival.members for a in t.actors}
    unnamed = not cluster.sides and rival.sides and any(rival.sides <= t.there for t in cluster.members)
    same = (
        len(people) > 1
        or unnamed
        or (cluster.level and cluster.level == rival.level and (people or cluster.sides & rival.sides))
    )
    elsewhere = bool(cluster.place and rival.place and cluster.place != rival.place)
    another = told.dated and rival.days is not None and not overlap(rival.days, told.due)
    near = told.due[0] == OPEN or rival.days is None or apart(rival.days[0], told.due[0]) <= _RIVAL
    return bool(same and (elsewhere or another) and near)


def _bound(told: Foretold, desk: _Desk) -> tuple[Cluster, Telling] | None:
    """The event before which it is to come, where that has taken place."""
    if told.until is None:
        return None
    leaf = desk.opened[told.lead.doc]
    words = leaf.words(told.until)
    level = level_in(words)
    parties_there = {desk.who.of(n.acts_for or n.entity) for n in leaf.page.names}
    found = []
    for cluster in desk.all:
        if cluster.type != "meeting" or level is None or cluster.level != level:
            continue
        done = [t for t in cluster.members if _took_place(t, told) and t.days]
        if done and (not cluster.sides or cluster.sides & parties_there):
            found.append((done[0].days, cluster, done[0]))
    return min(found, key=lambda f: str(f[0]))[1:] if found else None


def _tells(told: Foretold, desk: _Desk, role: str) -> bool:
    """Whether the prediction's own verb is of a kind."""
    words = desk.opened[told.lead.doc].said[told.lead.number].what.split()
    return any(has("ahead", word, role) or has("ahead", word.removeprefix("س"), role) for word in words[:2])


def _denial(told: Foretold, desk: _Desk) -> _End:
    """Foretold that somebody will deny: a later statement denies a claim that the prediction's pages tell."""
    docs = {ref.doc for ref in told.members}
    told_there = {desk.of.get(Ref(doc, number)) for doc in docs for number in desk.opened[doc].said}
    for claim in sorted(filter(None, told_there)):
        for other, _ in desk.against.get(claim, ()):
            for ref in desk.claims[other].members if other in desk.claims else ():
                saying, page = desk.opened[ref.doc].said[ref.number], desk.opened[ref.doc].page
                if saying.stance == "denies" and ref.doc not in docs and later(page.published, told.made):
                    words = Evidence(ref.doc, saying.start, saying.end)
                    return _End("fulfilled", ref, words, phrase("ended.denied", claim))
    return _NOTHING


def _failure(told: Foretold, desk: _Desk, bound: tuple[Cluster, Telling] | None) -> _End:
    """Foretold that something will fail: it took place, or what it was to fail before did."""
    if bound is not None:
        return _End("not_fulfilled", bound[1].said, _words(bound[1]), phrase("ended.first"))
    for _, cluster in _main(told, desk):
        done = next((t for t in cluster.members if _took_place(t, told)), None)
        if done is not None:
            return _End("not_fulfilled", done.said, _words(done), phrase("ended.took_place"))
    return _reported(told, desk)


def _reported(told: Foretold, desk: _Desk) -> _End:
    """A later report in the prediction's own words."""
    lead = desk.opened[told.lead.doc]
    saying = lead.said[told.lead.number]
    names = {desk.who.entities.key(n.entity) for part in saying.content for n in lead.names(part)}
    tellers = {desk.who.entities.key(link.entity) for link in saying.chain[-1:] if link.entity}
    who = frozenset(names | tellers | {p for teller in tellers if (p := desk.who.of(teller))})
    words = content(lead, saying.content)
    for report in desk.reports.of(words, who, told.made, {ref.doc for ref in told.members}):
        if (ended := _by_report(told, report)) is not None:
            return ended
    return _NOTHING


def _by_report(told: Foretold, report: Report) -> _End | None:
    first = told.due[0]
    published = bounds(report.published, None)
    if first != OPEN and len(first) > 7 and published and published[1] < first:
        return None
    days = report.days
    if told.dated and days is not None and not overlap(days, told.due):
        return _End("partly", report.ref, report.evidence, phrase("ended.told_of", interval(*days)))
    return _End("fulfilled", report.ref, report.evidence, phrase("ended.words"))


def _number(told: Foretold, desk: _Desk, end: _End) -> _End:
    """It happened with another number: the one that another claim has."""
    if end.outcome not in ("fulfilled", "partly") or end.evidence is None:
        return end
    own, there = _numbers(told.claim, desk), _reported_numbers(desk.opened[end.evidence.doc])
    for other, on in desk.against.get(told.claim.id, ()):
        if on == "number" and other in desk.claims:
            theirs = _numbers(desk.claims[other], desk) - own
            if theirs & there and not own & there:
                return _End("not_fulfilled", end.ref, end.evidence, phrase("ended.number", other))
    return end


def _numbers(claim: Claim, desk: _Desk) -> set[str]:
    return {
        word for ref in claim.members for word in desk.opened[ref.doc].said[ref.number].what.split() if word.isdigit()
    }


def _reported_numbers(leaf: Leaf) -> set[str]:
    """The numbers that a page itself or somebody on it tells as done."""
    spans = [span for s in leaf.page.sayings if s.status == "occurred" for span in s.content]
    spans += [Span(part.start, part.end) for part in leaf.page.parts if part.title or leaf.voice(part)]
    return {word for span in spans for word in leaf.words(span) if word.isdigit()}


def _whole(told: Foretold, desk: _Desk, end: _End) -> _End:
    """All was foretold and a part is told."""
    if end.outcome != "fulfilled" or end.evidence is None:
        return end
    said = desk.opened[told.lead.doc].said[told.lead.number].what.split()
    leaf = desk.opened[end.evidence.doc]
    there = leaf.page.words
    if any(has("ahead", word.strip('"“«'), "all") for word in said[:4]) and any(has("ahead", w, "part") for w in there):
        return _End("partly", end.ref, end.evidence, phrase("ended.part"))
    return end


def _words(telling: Telling) -> Evidence:
    return Evidence(telling.doc, telling.start, telling.end)

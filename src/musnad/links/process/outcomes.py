"""What came of predictions: later pages tell that it happened, otherwise, elsewhere, or not; or they tell nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from musnad.doc import Span
from musnad.links.findings import Claim, Contradiction, Evidence, Prediction, Ref
from musnad.links.process.cluster import Cluster
from musnad.links.process.days import OPEN, apart, bounds, interval, later, overlap
from musnad.links.process.ends import BEST, NOTHING, End, Ends
from musnad.links.process.foretold import Foretold, foretold
from musnad.links.process.leaves import Leaf
from musnad.links.process.levels import level_in
from musnad.links.process.matter import Matters
from musnad.links.process.parties import Parties
from musnad.links.process.reports import found_day
from musnad.links.process.settled import Ended, settled
from musnad.links.process.tables import has
from musnad.links.process.tellings import Telling
from musnad.wording import Phrase, phrase

__all__ = ["find"]

_RIVAL = 60  # days between what was foretold and what happened instead


@dataclass(frozen=True)
class _Desk:
    """All that outcomes are read from."""

    opened: Mapping[str, Leaf]
    events: Mapping[Ref, Sequence[tuple[Telling, Cluster]]]
    all: Sequence[Cluster]
    done: Mapping[str, Sequence[Cluster]]
    ends: Ends
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
    matters: Matters,
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
    desk = _Desk(opened, events, joined, done, Ends(opened, who, matters), {c.id: c for c in claims}, of, opposed, who)
    return settled([_prediction(told, desk) for told in found], against)


def _prediction(told: Foretold, desk: _Desk) -> Ended:
    due, end = told.due, NOTHING
    bound = _bound(told, desk)
    if bound is not None:
        due = (due[0], bound.day)
    if _tells(told, desk, "deny"):
        end = _denial(told, desk)
    if _tells(told, desk, "annul"):
        end = _failure(told, desk, bound)
    elif end.outcome == "unresolved":
        end = desk.ends.told(told)
        if end.outcome == "unresolved":
            ends = [_event(told, telling, cluster, desk) for telling, cluster in _main(told, desk)]
            end = min([*ends, NOTHING], key=lambda e: BEST.index(e.outcome))
        end = _whole(told, desk, _number(told, desk, end))
    return Ended(told, due, end)


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


def _event(told: Foretold, telling: Telling, cluster: Cluster, desk: _Desk) -> End:
    """Whether the event took place, in the days foretold or in others; or another in its stead."""
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
    for rival in desk.done.get(cluster.type, ()):
        if rival is not cluster and _instead(cluster, rival, told):
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


class _Bound(NamedTuple):
    """What a prediction was to come before: the day on which it came, and the words that tell it."""

    day: str
    ref: Ref | None
    evidence: Evidence


def _bound(told: Foretold, desk: _Desk) -> _Bound | None:
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
    for cluster in desk.all:
        if cluster.type != "meeting" or level is None or cluster.level != level:
            continue
        done = [t for t in cluster.members if _took_place(t, told) and t.days]
        if done and cluster.days and (not cluster.sides or cluster.sides & parties_there):
            found.append((str(done[0].days), _Bound(cluster.days[1], done[0].said, _words(done[0]))))
    return min(found)[1] if found else None


def _tells(told: Foretold, desk: _Desk, role: str) -> bool:
    """Whether the prediction's own verb is of a kind."""
    words = desk.opened[told.lead.doc].said[told.lead.number].what.split()
    return any(has("ahead", word, role) or has("ahead", word.removeprefix("س"), role) for word in words[:2])


def _denial(told: Foretold, desk: _Desk) -> End:
    """Foretold that somebody will deny: a later statement denies a claim that the prediction's pages tell."""
    docs = {ref.doc for ref in told.members}
    told_there = {desk.of.get(Ref(doc, number)) for doc in docs for number in desk.opened[doc].said}
    for claim in sorted(filter(None, told_there)):
        for other, _ in desk.against.get(claim, ()):
            for ref in desk.claims[other].members if other in desk.claims else ():
                saying, page = desk.opened[ref.doc].said[ref.number], desk.opened[ref.doc].page
                if saying.stance == "denies" and ref.doc not in docs and later(page.published, told.made):
                    words = Evidence(ref.doc, saying.start, saying.end)
                    return End("fulfilled", ref, words, phrase("ended.denied", claim))
    return NOTHING


def _failure(told: Foretold, desk: _Desk, bound: _Bound | None) -> End:
    """Foretold that something will fail: it did, or it took place, or what it was to fail before did."""
    end = desk.ends.told(told, fails=True)
    if end.outcome != "unresolved":
        return end
    if bound is not None:
        return End("not_fulfilled", bound.ref, bound.evidence, phrase("ended.first"))
    for _, cluster in _main(told, desk):
        done = next((t for t in cluster.members if _took_place(t, told)), None)
        if done is not None:
            return End("not_fulfilled", done.said, _words(done), phrase("ended.took_place"))
    spared = desk.ends.spared(told)
    if spared is not None:
        return End("not_fulfilled", spared.ref, spared.evidence, phrase("ended.took_place"))
    return NOTHING


def _number(told: Foretold, desk: _Desk, end: End) -> End:
    """It happened with another number: the one that another claim has; or how many it were is in dispute."""
    if end.outcome not in ("fulfilled", "partly") or end.evidence is None:
        return end
    if "number" in end.right and end.ref is not None:
        return _in_dispute(end, end.ref, desk)
    own, there = _numbers(told.claim, desk), _reported_numbers(desk.opened[end.evidence.doc])
    for other, on in desk.against.get(told.claim.id, ()):
        if on == "number" and other in desk.claims:
            theirs = _numbers(desk.claims[other], desk) - own
            if theirs & there and not own & there:
                return End("not_fulfilled", end.ref, end.evidence, phrase("ended.number", other))
    return end


def _in_dispute(end: End, ref: Ref, desk: _Desk) -> End:
    """Who tells that so many it were is contradicted by somebody who tells of it too."""
    for other, on in desk.against.get(desk.of.get(ref, ""), ()):
        told = (desk.opened[r.doc].said[r.number] for r in desk.claims[other].members) if other in desk.claims else ()
        if on == "number" and any(saying.status == "occurred" for saying in told):
            return End("partly", end.ref, end.evidence, phrase("ended.disputed", other), end.right)
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


def _whole(told: Foretold, desk: _Desk, end: End) -> End:
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

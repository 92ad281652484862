"""Where talks stand: who takes part, who mediates, what is set for each level, what is disputed, what hangs on what."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from musnad.doc import Span
from musnad.links.account import Account, Saying
from musnad.links.findings import Event, Evidence, Position, Ref, Story
from musnad.links.process.days import apart, bounds
from musnad.links.process.leaves import Leaf, leaves
from musnad.links.process.levels import LEVELS, level_in
from musnad.links.process.parties import Parties, office, parties
from musnad.links.process.tables import signed

__all__ = ["Hang", "Party", "Talks", "Track", "talks"]

_TALKS = ("meeting", "call", "visit", "agreement", "exchange")
_DEALT = 8  # words on either side of a sponsor's word among which it is told what is negotiated
_GAP = 2  # code points between two words with no stop
_AROUND = 3  # words between a word of mediation and the mediator's name
_RIVAL = 60  # days between a meeting that was to be and one that took place instead
_FEW = 2  # positions or meetings that make somebody a party to talks


@dataclass(frozen=True)
class Party:
    """A party to the talks, or their mediator; `rests`: the words that say so, `positions`: how many it holds."""

    name: str
    mediates: bool
    positions: int
    rests: tuple[Evidence, ...]


@dataclass(frozen=True)
class Hang:
    """A statement that makes one thing wait for another. `track`: the level of talks that it hangs on."""

    track: str | None
    about: str
    says: Ref
    words: Evidence


@dataclass(frozen=True)
class Track:
    """What is told of one level (None: no level is told). `venues` and `days`: those that pages name for what is still
    to come or was to come; more than one is a dispute."""

    level: str | None
    events: tuple[Event, ...]
    conditions: tuple[Position, ...]
    hangs: tuple[Hang, ...]
    venues: tuple[str, ...]
    days: tuple[str, ...]


@dataclass(frozen=True)
class Talks:
    """Parties, tracks by level from experts to leaders, and positions by party."""

    parties: tuple[Party, ...]
    tracks: tuple[Track, ...]
    positions: tuple[Position, ...]


def talks(story: Story, pages: Sequence[Account]) -> Talks:
    """Where the talks of a casefile stand, as its pages tell them."""
    opened = leaves(pages)
    who = parties(pages, story.claims, opened)
    mediators = _mediators(opened, who)
    hangs = list(_hangs(opened, story.events))
    tracks = [track for level in (*LEVELS, None) if (track := _track(level, story, hangs)) is not None]
    return Talks(_parties(story, mediators, who, pages), tuple(tracks), story.positions)


def _track(level: str | None, story: Story, hangs: Sequence[Hang]) -> Track | None:
    kinds = _TALKS if level is None else ("meeting", "call", "visit")
    events = tuple(event for event in story.events if event.level == level and event.type in kinds)
    conditions = tuple(p for p in story.positions if p.kind == "condition" and p.track == level)
    hanging = tuple(hang for hang in hangs if hang.track == level)
    if not (events or conditions or hanging):
        return None
    meetings = _open(events) if level else []
    return Track(
        level=level,
        events=events,
        conditions=conditions,
        hangs=hanging,
        venues=tuple(dict.fromkeys(event.place for event in meetings if event.place)),
        days=tuple(dict.fromkeys(event.date for event in meetings if event.date)),
    )


def _open(events: Sequence[Event]) -> list[Event]:
    """Meetings that are to come or were to come, and those that took place instead."""
    meetings = [event for event in events if event.type == "meeting"]
    awaited = [event for event in meetings if event.status not in ("occurred", "ongoing")]
    days = [day[0] for event in awaited if (day := bounds(event.date, None))]
    instead = [
        event
        for event in meetings
        if event not in awaited and (day := bounds(event.date, None)) and any(apart(day[0], d) <= _RIVAL for d in days)
    ]
    return awaited + instead


def _parties(
    story: Story, mediators: Mapping[str, list[Evidence]], who: Parties, pages: Sequence[Account]
) -> tuple[Party, ...]:
    """Who holds positions or meets, with the mediators; those of most positions first."""
    one = _governments(who, pages)
    stands: Counter[str] = Counter(one.get(p.actor, p.actor) for p in story.positions if p.actor)
    stands.update({one.get(p.toward, p.toward): 0 for p in story.positions if p.toward})
    meets: Counter[str] = Counter()
    rests: dict[str, list[Evidence]] = defaultdict(list)
    for event in story.events:
        for party in dict.fromkeys(one.get(p, p) for actor in event.actors if (p := who.of(actor))):
            if event.type in _TALKS:
                meets[party] += 1
                rests[party].extend(event.rests)
    acting = {name for name in {*stands, *meets} if stands[name] + meets[name] >= _FEW}
    names = {name for name in acting if who.entities.types.get(name) != "PER"} | set(mediators)
    found = [
        Party(name, name in mediators, stands[name], tuple(sorted(mediators.get(name) or rests[name])[:3]))
        for name in names
    ]
    return tuple(sorted(found, key=lambda p: (p.mediates, -p.positions, p.name)))


def _governments(who: Parties, pages: Sequence[Account]) -> dict[str, str]:
    """States whose government these pages call by a name of its own: in talks the two are one party."""
    found: dict[str, set[str]] = defaultdict(set)
    governments = {who.of(n.entity) for page in pages for n in page.names if (n.type, n.kind) == ("ORG", "state")}
    for name in sorted(filter(None, governments)):
        state = office(name, who.entities)
        if state and state != name:
            found[state].add(name)
    return {state: names.pop() for state, names in found.items() if len(names) == 1}


def _mediators(opened: Mapping[str, Leaf], who: Parties) -> dict[str, list[Evidence]]:
    """States and bodies named beside a word of mediation: `برعاية فلان`, `الوسيط الفلاني`, `مفاوضات تقودها …`."""
    found: dict[str, list[Evidence]] = defaultdict(list)
    for leaf in opened.values():
        page = leaf.page
        for i, word in enumerate(page.words):
            if not (signed(word, "mediates") or (signed(word, "sponsors") and _dealt(page.words, i))):
                continue
            if name := _beside(leaf, i, who):
                found[name].append(Evidence(page.doc, page.starts[i], page.ends[i]))
    return found


def _dealt(words: Sequence[str], at: int) -> bool:
    """`برعاية` makes a mediator of whom it names where parties deal with each other, and no gala is told of."""
    near = words[max(at - _DEALT, 0) : at + _DEALT]
    return any(signed(word.removeprefix("ب").removeprefix("ال"), "dealt") for word in near)


def _beside(leaf: Leaf, at: int, who: Parties) -> str | None:
    """Whom a word of mediation is said of: the name or the state's adjective behind it, or the name before its verb."""
    words, last = leaf.page.words, len(leaf.page.words)
    for i in range(at + 1, min(at + 1 + _AROUND, last)):
        if leaf.page.starts[i] - leaf.page.ends[i - 1] > _GAP:  # a stop stands between
            break
        name = leaf.named(i)
        if name is not None and name.type in ("GPE", "ORG"):
            return who.of(name.acts_for or name.entity)
        if name is None and (known := who.entities.of_word(words[i])) and who.entities.types.get(known) == "GPE":
            return who.of(known)
        if name is None and words[i].endswith(("ي", "يه")) and (state := who.entities.of_adjective(words[i])):
            return who.of(state)
    if not words[at].startswith(("ت", "ي")):
        return None
    name = leaf.named(at - 1) if at else None
    return who.of(name.acts_for or name.entity) if name is not None and name.type in ("GPE", "ORG") else None


def _hangs(opened: Mapping[str, Leaf], events: Sequence[Event]) -> Iterator[Hang]:
    """Statements in which something is decided by a meeting, or waits for something else."""
    level_at = {
        (words.doc, words.start): event.level for event in events if event.type in _TALKS for words in event.rests
    }
    for leaf in opened.values():
        for saying in leaf.page.sayings:
            if saying.content and _waits(saying):
                spans = saying.content
                level = level_in(re.findall(r"\w+", saying.what)) or _level_of(leaf, spans, level_at)
                words = Evidence(leaf.page.doc, spans[0].start, spans[-1].end)
                yield Hang(level, saying.written, Ref(leaf.page.doc, saying.number), words)


def _waits(saying: Saying) -> bool:
    words = re.findall(r"\w+", saying.what)
    pairs = (" ".join(words[i : i + 2]) for i in range(len(words)))
    return any(signed(word, "hang") for word in words) or any(signed(pair, "hang") for pair in pairs)


def _level_of(leaf: Leaf, spans: Sequence[Span], level_at: Mapping[tuple[str, int], str | None]) -> str | None:
    """The level of the meeting that a statement names, as other words or pages tell it."""
    return next(
        (
            level
            for happening in leaf.page.happenings
            if any(span.start <= happening.start < span.end for span in spans)
            and (level := level_at.get((leaf.page.doc, happening.start)))
        ),
        None,
    )

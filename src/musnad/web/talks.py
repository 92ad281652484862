"""Talks: who takes part and who mediates, what is told of each level, what each party wants, on what condition."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from musnad.casefile import browse, found, story
from musnad.casefile.ledger import statements
from musnad.casefile.store import look
from musnad.links.findings import Event, Position, Ref, Story
from musnad.links.process.talks import Hang, Talks, Track
from musnad.links.process.talks import talks as gathered
from musnad.web.language import chosen
from musnad.web.site import Site, render, site_of

__all__ = ["ROUTES", "Seat", "gather"]

_TALKING = ("meeting", "call", "visit", "exchange", "agreement", "decision", "vote")
_LEVELS = ("leaders", "ministers", "military", "security", "experts", None)
_KINDS = ("demand", "condition", "offer", "concession", "refusal")
_MOST = 60  # events and positions that one page shows; a party shows its own
_HANGS = 12  # statements of a track on which something hangs
_PARTIES = 40
_DIFFER = 4  # places or days at which one meeting may be said to be; more are those of several meetings
# Parties, mediators and what hangs on what are told by all pages together: of few pages at once, of more meanwhile, of
# very many by those that tell most of talks.
_AT_ONCE, _AT_MOST = 300, 6_000


@dataclass(frozen=True)
class Seat:
    """A party, or a mediator: how many positions of each kind it holds, and in how many of the meetings it is named."""

    name: str
    mediates: bool
    positions: tuple[tuple[str, int], ...]
    meetings: int


def talks(request: Request) -> Response:
    """`/talks`: `?party=` shows what one party takes part in."""
    party, site, tongue = request.query_params.get("party") or None, site_of(request), chosen(request)
    with site.read() as db:
        whole = _gathered(site, db)
        asked = ("talks", party, whole is None, tongue.code)
        body = site.found(db, asked, lambda: site.piece("told.html", tongue, _told(db, party, whole)))
    return render(request, "talks.html", {"party": party, "waiting": whole is None, "body": body})


def _gathered(site: Site, db: sqlite3.Connection) -> Talks | None:
    """Where talks stand by all pages; None where that is not known yet."""
    pages = site.kept("amounts", lambda: browse.amounts(db)).pages
    if pages <= _AT_ONCE:
        return site.found(db, "gathered", lambda: _gather(db))
    whole, _ = site.later(db, "gathered", gather)
    return whole


def gather(path: Path) -> Talks:
    """Where the talks of a casefile stand."""
    with look(path) as db:
        return _gather(db)


def _gather(db: sqlite3.Connection) -> Talks:
    """Of very many pages those that most is told of talks on, so that they can be held at once. Claims whose statements
    are no longer there, since pages were read anew, are left out."""
    told = story.load(db)
    telling = _telling(told, _AT_MOST)
    pages = [page for page in story.accounts(db) if telling is None or page.doc in telling]
    known = {Ref(page.doc, said.number) for page in pages for said in page.sayings}
    return gathered(
        replace(told, claims=tuple(claim for claim in told.claims if known.issuperset(claim.members))), pages
    )


def _telling(told: Story, most: int) -> frozenset[str] | None:
    """The pages that tell most of meetings and positions, at most so many; None where there are no more than that."""
    if len({ref.doc for claim in told.claims for ref in claim.members}) <= most:
        return None
    places = [words.doc for event in told.events if event.type in _TALKING for words in event.rests]
    counts = Counter([*places, *(doc for position in told.positions for doc in position.docs)])
    return frozenset(doc for doc, _ in counts.most_common(most))


def _told(db: sqlite3.Connection, party: str | None, whole: Talks | None) -> dict[str, Any]:
    events = [event for event in found.events(db) if event.type in _TALKING and event.actors]
    positions = found.positions(db)
    met = [event for event in events if party in (None, *event.actors)]
    taken = [each for each in positions if party in (None, each.actor, each.toward)]
    most = sorted(taken, key=lambda each: -len(each.docs))[:_MOST]
    seen = sorted(met, key=lambda event: -len({words.doc for words in event.rests}))[:_MOST]
    tracks = _tracks(seen, most, whole.tracks if whole else ())
    said = [ref for each in most for ref in each.says[:3]] + [hang.says for track in tracks for hang in track.hangs]
    return {
        "seats": _seats(events, positions, whole),
        "party": party,
        "differing": _DIFFER,
        "tracks": tracks,
        "positions": _by_actor(each for each in most if each.kind != "condition" or each.track is None),
        "says": statements(db, said),
        "pages": browse.titles(db, {words.doc for event in seen for words in event.rests}),
        "left": (len(taken) - len(most)) + (len(met) - len(seen)),
    }


def _seats(events: Sequence[Event], positions: Sequence[Position], whole: Talks | None) -> list[Seat]:
    """Who takes part: as all pages tell it, else who holds positions; those of most positions first."""
    held: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for position in positions:
        if position.actor:
            held[position.actor][position.kind] += 1
    meets = Counter(actor for event in events for actor in dict.fromkeys(event.actors))
    mediators = {party.name for party in whole.parties if party.mediates} if whole else set()
    names = [party.name for party in whole.parties] if whole else list(held)
    made = [
        Seat(name, name in mediators, tuple((kind, n) for kind in _KINDS if (n := held[name][kind])), meets[name])
        for name in names
    ]
    few = len(made) <= _PARTIES  # of many, those that do most; a mediator who does little is none that matters
    return sorted(made, key=lambda seat: (few and not seat.mediates, *_activity(seat)))[:_PARTIES]


def _activity(seat: Seat) -> tuple[int, int]:
    return -sum(n for _, n in seat.positions), -seat.meetings


def _tracks(events: Iterable[Event], positions: Iterable[Position], known: Sequence[Track]) -> list[Track]:
    """What is told of each level: meetings by date, conditions, and what hangs on it as far as that is known."""
    by_level: defaultdict[str | None, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda event: (event.date is None, event.date or "", event.id)):
        by_level[event.level if event.level in _LEVELS else None].append(event)
    waiting: defaultdict[str | None, list[Position]] = defaultdict(list)
    for position in positions:
        if position.kind == "condition" and position.track is not None:
            waiting[position.track].append(position)
    told = {track.level: track for track in known}
    made = []
    for level in _LEVELS:
        whole = told.get(level) or Track(level, (), (), (), (), ())
        hangs: tuple[Hang, ...] = whole.hangs[:_HANGS] if level else ()
        track = replace(whole, events=tuple(by_level[level]), conditions=tuple(waiting[level]), hangs=hangs)
        if track.events or track.conditions or track.hangs:
            made.append(track)
    return made


def _by_actor(positions: Iterable[Position]) -> list[tuple[str | None, list[Position]]]:
    ordered = sorted(
        positions, key=lambda each: (each.actor is None, each.actor or "", _KINDS.index(each.kind), each.track or "")
    )
    return [(actor, list(group)) for actor, group in groupby(ordered, key=lambda each: each.actor)]


ROUTES = [Route("/talks", talks)]

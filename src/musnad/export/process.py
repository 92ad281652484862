"""Predictions, track records, events, the timeline and the state of talks as sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from musnad.export.ledger import shortened
from musnad.export.sheet import Sheet
from musnad.links.findings import Event, Evidence, Position, Ref, Story
from musnad.links.process.record import Record
from musnad.links.process.talks import Talks, Track
from musnad.wording import Tongue

__all__ = ["events", "predictions", "record", "talks", "timeline"]

_GIST = 90  # characters of what is said, in a table
_SEEN = 3  # pages named in a cell before the rest is only counted


def predictions(story: Story, t: Tongue) -> Sheet:
    """A row a prediction, by the day on which it was due."""
    gists = {claim.id: claim.gist for claim in story.claims}
    found = sorted(story.predictions, key=lambda told: (told.due.rsplit("/", 1)[-1].replace("..", "9999"), told.claim))
    columns = ("claim", "made", "due", "outcome", "resolved by", "why", "what")
    rows = [
        (
            told.claim, told.made or "", told.due, told.outcome, _resolved(told.resolved_by, told.evidence),
            t.say(told.reason), _short(gists.get(told.claim, "")),
        )
        for told in found
    ]  # fmt: skip
    return Sheet(columns, rows, found)


def record(found: Sequence[Record]) -> Sheet:
    """A row a teller; `fulfilled` is a count, `share` its interval among what was resolved."""
    columns = ("by", "who", "made", "due", "fulfilled", "partly", "failed", "unresolved", "share (95 %)", "days ahead")
    rows = [
        (
            r.by, r.name, str(r.made), str(r.due), str(r.fulfilled), str(r.partly), str(r.failed), str(r.unresolved),
            f"{r.low:.0%} to {r.high:.0%}" if r.low is not None and r.high is not None else "",
            f"{r.lead:g}" if r.lead is not None else "",
        )
        for r in found
    ]  # fmt: skip
    return Sheet(columns, rows, found)


def events(found: Sequence[Event]) -> Sheet:
    """A row an event; `where` leads to the words it rests on."""
    columns = ("event", "type", "level", "date", "place", "status", "who", "pages", "where")
    rows = [
        (
            e.id, e.type, e.level or "", e.date or "", e.place or "", e.status, "; ".join(e.actors),
            str(len({words.doc for words in e.rests})), _places(e.rests),
        )
        for e in found
    ]  # fmt: skip
    return Sheet(columns, rows, found)


def timeline(found: Sequence[Event]) -> Sheet:
    """What has a day, in the order of days."""
    dated = sorted((e for e in found if e.date), key=lambda e: (str(e.date), e.id))
    columns = ("date", "status", "what", "where", "who", "rests on")
    rows = [
        (
            str(e.date), e.status, f"{e.type} ({e.level})" if e.level else e.type, e.place or "",
            "; ".join(e.actors), _places(e.rests),
        )
        for e in dated
    ]  # fmt: skip
    return Sheet(columns, rows, dated)


def talks(found: Talks) -> Sheet:
    """Parties, then each level with its meetings, disputes and conditions, then positions by party."""
    rows: list[tuple[str, ...]] = [
        ("mediator" if p.mediates else "party", "", p.name, f"{p.positions} positions", _places(p.rests))
        for p in found.parties
    ]
    for track in found.tracks:
        rows.extend(_track_rows(track))
    stands = sorted(found.positions, key=lambda p: (p.actor or "~", p.kind, p.says))
    rows.extend(_position_row(p) for p in stands if p.kind != "condition" or p.track is None)
    return Sheet(("part", "level", "who", "what", "told by"), rows, [found])


def _track_rows(track: Track) -> Iterator[tuple[str, ...]]:
    level = track.level or ""
    for event in track.events:
        told = " ".join(filter(None, (event.type, event.status, event.date, event.place)))
        yield "event", level, "; ".join(event.actors), told, _places(event.rests)
    if len(track.venues) > 1:
        yield "disputed", level, "", f"venue: {' / '.join(track.venues)}", ""
    if len(track.days) > 1:
        yield "disputed", level, "", f"day: {' / '.join(track.days)}", ""
    for position in track.conditions:
        yield _position_row(position)
    for hang in track.hangs:
        yield "hangs on it", level, "", _short(hang.about), f"{hang.says.doc}.{hang.says.number}"


def _position_row(position: Position) -> tuple[str, ...]:
    who = f"{position.actor or '?'} → {position.toward}" if position.toward else position.actor or "?"
    told = ", ".join(f"{ref.doc}.{ref.number}" for ref in position.says[:_SEEN])
    told = told or ", ".join(position.docs[:_SEEN])  # the article's own words
    more = len(position.says) - _SEEN
    return position.kind, position.track or "", who, _short(position.about), told + (f" +{more}" if more > 0 else "")


def _resolved(ref: Ref | None, words: Evidence | None) -> str:
    if ref is not None:
        return f"{ref.doc}.{ref.number}"
    return f"{words.doc} {words.start}" if words is not None else ""


def _places(rests: Sequence[Evidence]) -> str:
    first = {words.doc: words for words in reversed(rests)}
    shown = [f"{doc} {first[doc].start}" for doc in sorted(first)]
    more = len(shown) - _SEEN
    return ", ".join(shown[:_SEEN]) + (f" +{more}" if more > 0 else "")


def _short(text: str) -> str:
    return shortened(" ".join(text.split()), _GIST)

"""What the links find across pages: plain, frozen records, each opening on the words that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from musnad.doc import Span
from musnad.wording import Phrase

__all__ = [
    "Carrier", "Claim", "Contradiction", "Copy", "Credit", "Event", "Evidence", "Grade", "Judged", "Origin", "Passage",
    "Position", "Prediction", "Ref", "Retold", "Ruling", "Story",
]  # fmt: skip


class Ref(NamedTuple):
    """A statement: its page, and its number there, from 1."""

    doc: str
    number: int


class Evidence(NamedTuple):
    """Words of a page: code points [start, end)."""

    doc: str
    start: int
    end: int


class Passage(NamedTuple):
    """The same words on two pages: `here` on the copy, `there` on the page that it was taken from."""

    here: Span
    there: Span
    words: int


class Retold(NamedTuple):
    """Sentences that tell the same in other words: `here` on the copy, `there` on the page that it was taken from."""

    here: Span
    there: Span


@dataclass(frozen=True)
class Copy:
    """`doc` took its text from `of`, directly as far as the pages at hand tell.

    `kind`: whole, partial or rephrase; `credited`: it says so. `reasons` tell what speaks for the direction;
    `sure` is false where nothing does, and then the direction is only the better guess. `retold`: the sentences
    of a rephrase.
    """

    doc: str
    of: str
    kind: str
    credited: bool
    passages: tuple[Passage, ...] = ()
    reasons: tuple[Phrase, ...] = ()
    sure: bool = True
    retold: tuple[Retold, ...] = ()


@dataclass(frozen=True)
class Credit:
    """`doc` says that it had its text or a report from `outlet`, and no page of that outlet is at hand.

    `how`: by a `line` that only credits, a `link` to another host, or as the `teller` next to the page in a chain.
    """

    doc: str
    outlet: str
    how: str
    words: Evidence


@dataclass(frozen=True)
class Origin:
    """One independent first teller of a claim: who, the statements that go back to it, and why they do."""

    name: Phrase
    members: tuple[Ref, ...]
    reasons: tuple[Phrase, ...] = ()


class Grade(NamedTuple):
    """A proposal in the Admiralty code: `source` A-F, `information` 1-6, with its reasons; no verdict of truth."""

    ref: Ref
    source: str
    information: int
    reasons: tuple[Phrase, ...]


class Ruling(NamedTuple):
    """What a person ruled: the claims of these statements are one (`kind` merge), or the statement `other` is none of
    the claim that it stood in (split). `at`: UTC, ISO 8601."""

    kind: str
    who: str
    at: str
    members: tuple[Ref, ...]
    other: tuple[Ref, ...]


class Judged(NamedTuple):
    """A ruling that shows in a claim: `who` merged it with, or split off, the statements `refs`."""

    kind: str
    who: str
    at: str
    refs: tuple[Ref, ...]


class Carrier(NamedTuple):
    """Who had a claim from whom: the page of `ref` had it from the page `doc`, else from the teller `name`."""

    ref: Ref
    name: Phrase
    doc: str | None = None


@dataclass(frozen=True)
class Claim:
    """Statements that put the same content forward. `id` is `page.number` of its earliest member.

    `gist`: the words of the clearest member. `parts`: what matching went by (who, what, when, where, numbers).
    `unseen`: what could not be told from the pages at hand. `judged`: what people ruled on its members; without that
    it would be another claim.
    """

    id: str
    gist: str
    members: tuple[Ref, ...]
    origins: tuple[Origin, ...] = ()
    outlets: tuple[str, ...] = ()
    carriers: tuple[Carrier, ...] = ()
    denial: bool = False
    unseen: tuple[Phrase, ...] = ()
    grades: tuple[Grade, ...] = ()
    judged: tuple[Judged, ...] = ()


@dataclass(frozen=True)
class Contradiction:
    """Two claims that cannot both hold. `on`: date, venue, number, actor or occurrence; the words on both sides."""

    a: str
    b: str
    on: str
    here: Evidence
    there: Evidence
    reason: Phrase | None = None


@dataclass(frozen=True)
class Prediction:
    """A claim about what was still to come. `due` is an EDTF interval, `outcome` fulfilled, not_fulfilled, partly
    or unresolved. `resolved_by` is the statement that resolves it, `evidence` the words where no statement does.
    `made` is the EDTF day of the earliest member."""

    claim: str
    due: str
    outcome: str
    made: str | None = None
    resolved_by: Ref | None = None
    evidence: Evidence | None = None
    reason: Phrase | None = None


@dataclass(frozen=True)
class Event:
    """Something that happened, is to happen, or is disputed, as the pages tell it; one entry for all pages.

    `type`: meeting, call, visit, statement, attack, agreement, decision, exchange, vote or other. `level`:
    experts, military, security, ministers or leaders, where it is told. `rests`: the words on each page.
    """

    id: str
    type: str
    actors: tuple[str, ...]
    place: str | None
    date: str | None
    status: str
    level: str | None
    rests: tuple[Evidence, ...]


@dataclass(frozen=True)
class Position:
    """What a party wants from, offers to or refuses another.

    `kind`: demand, offer, refusal, concession or condition. `about`: words of the clearest statement. `says`:
    the statements that tell it (none: pages do so in their own words), `toward` the party it is put to, `track` the
    level of talks it hangs on.
    """

    actor: str | None
    kind: str
    about: str
    toward: str | None
    says: tuple[Ref, ...]
    docs: tuple[str, ...]
    track: str | None = None


@dataclass(frozen=True)
class Story:
    """All that holds across the pages of a casefile."""

    copies: tuple[Copy, ...] = ()
    claims: tuple[Claim, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    predictions: tuple[Prediction, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    credits: tuple[Credit, ...] = ()

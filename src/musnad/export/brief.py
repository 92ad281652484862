"""What a reader of a whole casefile is told, and in which order: the same for a brief and for a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from musnad.casefile.contents import CasePage, Contents
from musnad.entry import Entry
from musnad.export.dates import plain
from musnad.links.findings import (
    Claim,
    Contradiction,
    Copy,
    Credit,
    Event,
    Evidence,
    Passage,
    Position,
    Prediction,
    Ref,
    Retold,
)
from musnad.links.process.record import Record, records
from musnad.wording import Phrase

__all__ = [
    "Brief", "ClaimTold", "CopyTold", "Dispute", "EventTold", "Foretold", "Held", "OriginTold",
    "OutletTold", "Quote", "Side", "brief", "quote",
]  # fmt: skip

_TALKS = {"meeting", "call", "visit", "agreement", "exchange", "vote"}
_AROUND = 70  # characters of the page that stand around words
_PASSAGES = 3  # of a copy, the longest ones


@dataclass(frozen=True)
class Quote:
    """Words of a page at [start, end), with what stands before and after them on their lines.

    Of a statement also its chain (words, kind and canonical name of each teller), stance and status.
    """

    page: CasePage
    start: int
    end: int
    text: str
    before: str = ""
    after: str = ""
    chain: tuple[tuple[str, str, str | None], ...] = ()
    stance: str | None = None
    status: str | None = None
    ref: str | None = None


@dataclass(frozen=True)
class OriginTold:
    """One independent first teller, why these go back to him, and what each page says."""

    name: Phrase
    reasons: tuple[Phrase, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class ClaimTold:
    """`others`: its statements for which no origin was found; `against`: ids of claims that contradict it.

    `grades`: each grade with its reasons and the pages that it is proposed for.
    """

    id: str
    gist: str
    denial: bool
    told: int
    outlets: tuple[str, ...]
    origins: tuple[OriginTold, ...]
    others: tuple[Quote, ...]
    against: tuple[str, ...]
    unseen: tuple[Phrase, ...]
    grades: tuple[tuple[str, tuple[Phrase, ...], tuple[CasePage, ...]], ...]


@dataclass(frozen=True)
class Side:
    """A claim in a dispute, and its words that cannot hold with the other's."""

    claim: str
    gist: str
    told: int
    origins: int
    words: Quote


@dataclass(frozen=True)
class Dispute:
    on: str
    here: Side
    there: Side


@dataclass(frozen=True)
class CopyTold:
    """A copy and its longest passages, then what it tells in other words: as they stand on both pages."""

    copy: Copy
    page: CasePage
    of: CasePage
    words: int
    passages: tuple[tuple[Quote, Quote], ...]


@dataclass(frozen=True)
class Foretold:
    """`said`: who foretold it; `resolved`: the words that tell what came of it."""

    told: Prediction
    gist: str
    said: tuple[Quote, ...]
    resolved: tuple[Quote, ...]


@dataclass(frozen=True)
class EventTold:
    event: Event
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Held:
    position: Position
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class OutletTold:
    """An outlet: its pages, their statements, and the first and last day (EDTF)."""

    name: str | None
    pages: int
    statements: int
    first: str | None
    last: str | None


@dataclass(frozen=True)
class Brief:
    """`single`: how many claims are told once and undisputed; they are not among `claims`."""

    pages: tuple[CasePage, ...]
    statements: int
    outlets: tuple[OutletTold, ...]
    disputes: tuple[Dispute, ...]
    claims: tuple[ClaimTold, ...]
    single: int
    copies: tuple[CopyTold, ...]
    credits: tuple[tuple[Credit, Quote], ...]
    predictions: tuple[Foretold, ...]
    records: tuple[Record, ...]
    talks: tuple[EventTold, ...]
    positions: tuple[tuple[str | None, tuple[Held, ...]], ...]
    timeline: tuple[EventTold, ...]
    undated: int
    versions: tuple[str, ...] = field(default=())


def brief(case: Contents) -> Brief:
    """All sections; claims that are disputed or told more than once come by origins, outlets and statements."""
    story = case.story
    against = {name for pair in story.contradictions for name in (pair.a, pair.b)}
    claims = [claim for claim in story.claims if len(claim.members) > 1 or claim.id in against]
    claims.sort(key=lambda claim: (-len(claim.origins), -len(claim.outlets), -len(claim.members)))
    dated = sorted((e for e in story.events if plain(e.date)), key=lambda e: (plain(e.date) or "", e.id))
    talks = [e for e in story.events if e.level or e.type in _TALKS]
    return Brief(
        pages=case.pages,
        statements=len(case.entries),
        outlets=tuple(_outlets(case)),
        disputes=tuple(_dispute(case, pair) for pair in story.contradictions),
        claims=tuple(_claim(case, claim) for claim in claims),
        single=len(story.claims) - len(claims),
        copies=tuple(_copy(case, copy) for copy in story.copies),
        credits=tuple((credit, quote(case, credit.words)) for credit in story.credits),
        predictions=tuple(_foretold(case, told) for told in story.predictions),
        records=records(story, tuple(case.accounts.values())),
        talks=tuple(_event(case, event) for event in sorted(talks, key=lambda e: (plain(e.date) or "9999", e.id))),
        positions=tuple(_positions(case)),
        timeline=tuple(_event(case, event) for event in dated),
        undated=len(story.events) - len(dated),
        versions=tuple(sorted({page.version for page in case.pages})),
    )


def quote(case: Contents, at: Evidence) -> Quote:
    """Words of a page with what stands around them on their lines."""
    page = case.by_doc[at.doc]
    before = page.text[: at.start].rpartition("\n")[2]
    after = page.text[at.end :].partition("\n")[0]
    if len(before) > _AROUND:
        before = f"… {before[-_AROUND:].partition(' ')[2]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rpartition(' ')[0]} …"
    return Quote(page, at.start, at.end, " ".join(case.words(at).split()), before, after)


def _said(case: Contents, ref: Ref) -> Quote:
    """A statement's content as one stretch of its page, from its first part to its last."""
    entry: Entry = case.entries[ref]
    text = " … ".join(" ".join(part.text.split()) for part in entry.content) or entry.cue.text
    parts = entry.content or (entry.cue,)
    chain = tuple((" ".join(teller.text.split()), teller.kind, teller.entity) for teller in entry.chain)
    around = quote(case, Evidence(ref.doc, parts[0].start, parts[-1].end))
    return Quote(
        around.page, around.start, around.end, text, around.before, around.after, chain, entry.stance,
        f"not {entry.status}" if entry.negated else entry.status, f"{ref.doc}.{ref.number}",
    )  # fmt: skip


def _all_said(case: Contents, refs: Iterable[Ref]) -> tuple[Quote, ...]:
    found = [_said(case, ref) for ref in refs if ref in case.entries]
    return tuple(sorted(found, key=lambda said: (said.page.published is None, said.page.published or "")))


def _outlets(case: Contents) -> Iterator[OutletTold]:
    said = Counter(ref.doc for ref in case.entries)
    shelves: dict[str | None, list[CasePage]] = {}
    for page in case.pages:
        shelves.setdefault(page.outlet, []).append(page)
    for name, shelf in sorted(shelves.items(), key=lambda item: (-len(item[1]), item[0] or "")):
        days = sorted(day for page in shelf if (day := plain(page.published)))
        count = sum(said[page.doc] for page in shelf)
        yield OutletTold(name, len(shelf), count, days[0] if days else None, days[-1] if days else None)


def _dispute(case: Contents, pair: Contradiction) -> Dispute:
    return Dispute(pair.on, _side(case, pair.a, pair.here), _side(case, pair.b, pair.there))


def _side(case: Contents, name: str, at: Evidence) -> Side:
    claim = case.claims[name]
    return Side(name, case.gist(claim), len(claim.members), len(claim.origins), quote(case, at))


def _claim(case: Contents, claim: Claim) -> ClaimTold:
    known = {ref for origin in claim.origins for ref in origin.members}
    against = [p.b if p.a == claim.id else p.a for p in case.story.contradictions if claim.id in (p.a, p.b)]
    return ClaimTold(
        id=claim.id,
        gist=case.gist(claim),
        denial=claim.denial,
        told=len(claim.members),
        outlets=tuple(filter(None, claim.outlets)),
        origins=tuple(OriginTold(o.name, o.reasons, _all_said(case, o.members)) for o in claim.origins),
        others=_all_said(case, (ref for ref in claim.members if ref not in known)),
        against=tuple(dict.fromkeys(against)),
        unseen=claim.unseen,
        grades=tuple(_grades(case, claim)),
    )


def _grades(case: Contents, claim: Claim) -> Iterator[tuple[str, tuple[Phrase, ...], tuple[CasePage, ...]]]:
    alike: dict[tuple[str, tuple[Phrase, ...]], list[CasePage]] = {}
    for grade in claim.grades:
        alike.setdefault((f"{grade.source}{grade.information}", grade.reasons), []).append(case.by_doc[grade.ref.doc])
    for (grade_name, reasons), pages in sorted(alike.items(), key=lambda item: item[0]):
        yield grade_name, reasons, tuple(dict.fromkeys(pages))


def _copy(case: Contents, copy: Copy) -> CopyTold:
    passages: list[Passage | Retold] = [*sorted(copy.passages, key=lambda each: -each.words), *copy.retold]
    pairs = (
        (quote(case, Evidence(copy.doc, *passage.here)), quote(case, Evidence(copy.of, *passage.there)))
        for passage in passages[:_PASSAGES]
    )
    words = sum(passage.words for passage in copy.passages)
    return CopyTold(copy, case.by_doc[copy.doc], case.by_doc[copy.of], words, tuple(pairs))


def _foretold(case: Contents, told: Prediction) -> Foretold:
    claim = case.claims.get(told.claim)
    resolved = list(_all_said(case, [told.resolved_by] if told.resolved_by else []))
    at = told.evidence
    if at and not any(said.page.doc == at.doc and said.start < at.end and at.start < said.end for said in resolved):
        resolved.append(quote(case, at))
    said = _all_said(case, claim.members) if claim else ()
    return Foretold(told, case.gist(claim) if claim else told.claim, said, tuple(resolved))


def _event(case: Contents, event: Event) -> EventTold:
    return EventTold(event, tuple(quote(case, at) for at in event.rests))


def _positions(case: Contents) -> Iterator[tuple[str | None, tuple[Held, ...]]]:
    parties: dict[str | None, list[Held]] = {}
    for position in case.story.positions:
        parties.setdefault(position.actor, []).append(Held(position, _all_said(case, position.says)))
    for actor, held in sorted(parties.items(), key=lambda item: (-len(item[1]), item[0] or "\uffff")):
        yield actor, tuple(held)

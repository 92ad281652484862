"""What a casefile holds as flat tables: typed columns, one row a page, a statement or a finding.

The same tables leave as CSV, as Parquet, and as the data frames of the Python interface.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from musnad.casefile.contents import Contents
from musnad.entry import Entry
from musnad.export.ledger import chain_text, content_text
from musnad.links.findings import Claim, Contradiction, Copy, Event, Position, Prediction, Ref
from musnad.wording import Phrase, Tongue

__all__ = ["TABLES", "Cell", "Column", "Table", "columns", "refs", "statement", "table"]

Cell = str | int | bool | tuple[str, ...] | None
_Cell = Cell | Phrase | tuple[Phrase | str, ...]  # as the rows below have it; phrases are told in a language


@dataclass(frozen=True)
class Column:
    """`type` is str, int, bool or list (of str); every cell may be None but a list's, which may be empty."""

    name: str
    type: str


@dataclass(frozen=True)
class Table:
    """Columns, and rows of as many cells."""

    columns: tuple[Column, ...]
    rows: list[tuple[Cell, ...]]


def table(case: Contents, name: str, language: str = "en") -> Table:
    """One of TABLES, its reasons told in `language`; KeyError where there is none of this name."""
    spec, rows = TABLES[name]
    tongue = Tongue(language)
    return Table(columns(spec), [tuple(_told(cell, tongue) for cell in row) for row in rows(case)])


def _told(cell: _Cell, tongue: Tongue) -> Cell:
    if isinstance(cell, Phrase):
        return tongue.say(cell)
    if isinstance(cell, tuple):
        return tuple(tongue.say(part) if isinstance(part, Phrase) else str(part) for part in cell)
    return cell


def columns(spec: str) -> tuple[Column, ...]:
    """Columns from their names; what follows a colon is the type."""
    pairs = (part.partition(":") for part in spec.split())
    return tuple(Column(name, kind or "str") for name, _, kind in pairs)


def _pages(case: Contents) -> Iterator[tuple[Cell, ...]]:
    counts: dict[str, int] = {}
    for ref in case.entries:
        counts[ref.doc] = counts.get(ref.doc, 0) + 1
    for page in case.pages:
        took = tuple(copy.of for copy in case.copied.get(page.doc, ()))
        yield (
            page.doc, page.outlet, page.published, page.url, page.title, page.author, counts.get(page.doc, 0), took,
            page.sha256, page.text,
        )  # fmt: skip


def _statements(case: Contents) -> Iterator[tuple[Cell, ...]]:
    for ref, entry in case.entries.items():
        claim = case.claim_of.get(ref)
        yield (*statement(entry), claim.id if claim else None, len(claim.origins) if claim else None)


def statement(entry: Entry) -> tuple[Cell, ...]:
    """A statement's own cells, without those that the story gives it."""
    return (
        entry.doc, entry.number, entry.published, entry.outlet, chain_text(entry) or None,
        tuple(" ".join(teller.text.split()) for teller in entry.chain), tuple(teller.kind for teller in entry.chain),
        tuple(teller.entity or "" for teller in entry.chain), entry.stance, entry.status, entry.negated, entry.mode,
        entry.cue.text, " ".join(entry.source.text.split()) if entry.source else None, content_text(entry),
        entry.cue.start, entry.cue.end, entry.url,
    )  # fmt: skip


def _claims(case: Contents) -> Iterator[tuple[_Cell, ...]]:
    against: dict[str, list[str]] = {}
    for pair in case.story.contradictions:
        against.setdefault(pair.a, []).append(pair.b)
        against.setdefault(pair.b, []).append(pair.a)
    for claim in case.story.claims:
        days = sorted(entry.published for ref in claim.members if (entry := case.entries[ref]).published)
        yield (
            claim.id, case.gist(claim), claim.denial, len(claim.members), len(claim.outlets), len(claim.origins),
            tuple(origin.name for origin in claim.origins), claim.outlets, refs(claim.members),
            tuple(dict.fromkeys(against.get(claim.id, ()))), days[0] if days else None, claim.unseen,
            tuple(f"{refs([grade.ref])[0]} {grade.source}{grade.information}" for grade in claim.grades),
        )  # fmt: skip


def _copies(case: Contents) -> Iterator[tuple[_Cell, ...]]:
    for copy in case.story.copies:
        yield (*_copy(copy), *_outlets(case, copy.doc, copy.of))


def _copy(copy: Copy) -> tuple[_Cell, ...]:
    words = sum(passage.words for passage in copy.passages)
    return copy.doc, copy.of, copy.kind, copy.credited, copy.sure, words, copy.reasons


def _outlets(case: Contents, *docs: str) -> tuple[str | None, ...]:
    return tuple(case.by_doc[doc].outlet if doc in case.by_doc else None for doc in docs)


def _contradictions(case: Contents) -> Iterator[tuple[_Cell, ...]]:
    for pair in case.story.contradictions:
        yield (pair.a, pair.b, pair.on, *_sides(case, pair), pair.reason)


def _sides(case: Contents, pair: Contradiction) -> tuple[Cell, ...]:
    return (
        case.words(pair.here), case.words(pair.there), _gist(case, pair.a), _gist(case, pair.b),
        pair.here.doc, pair.here.start, pair.here.end, pair.there.doc, pair.there.start, pair.there.end,
    )  # fmt: skip


def _predictions(case: Contents) -> Iterator[tuple[_Cell, ...]]:
    for told in case.story.predictions:
        yield _prediction(case, told, case.claims.get(told.claim))


def _prediction(case: Contents, told: Prediction, claim: Claim | None) -> tuple[_Cell, ...]:
    at = told.evidence
    return (
        told.claim, case.gist(claim) if claim else None, told.made, told.due, told.outcome,
        refs([told.resolved_by])[0] if told.resolved_by else None, at and case.words(at), at and at.doc,
        at and at.start, at and at.end, told.reason, claim.outlets if claim else (),
    )  # fmt: skip


def _events(case: Contents) -> Iterator[tuple[Cell, ...]]:
    for event in case.story.events:
        yield _event(case, event)


def _event(case: Contents, event: Event) -> tuple[Cell, ...]:
    return (
        event.id, event.type, event.actors, event.place, event.date, event.status, event.level,
        tuple(dict.fromkeys(at.doc for at in event.rests)),
        tuple(f"{at.doc} {at.start}:{at.end}" for at in event.rests),
        tuple(" ".join(case.words(at).split()) for at in event.rests),
    )  # fmt: skip


def _positions(case: Contents) -> Iterator[tuple[Cell, ...]]:
    for held in case.story.positions:
        yield _position(held)


def _position(held: Position) -> tuple[Cell, ...]:
    return held.actor, held.kind, " ".join(held.about.split()), held.toward, held.track, refs(held.says), held.docs


def _credits(case: Contents) -> Iterator[tuple[Cell, ...]]:
    for credit in case.story.credits:
        at = credit.words
        yield credit.doc, *_outlets(case, credit.doc), credit.outlet, credit.how, case.words(at), at.start, at.end


def _gist(case: Contents, claim: str) -> str | None:
    return case.gist(case.claims[claim]) if claim in case.claims else None


def refs(members: Iterable[Ref]) -> tuple[str, ...]:
    """Statements as they are called everywhere: `page.number`."""
    return tuple(f"{ref.doc}.{ref.number}" for ref in members)


TABLES: Mapping[str, tuple[str, Callable[[Contents], Iterable[tuple[_Cell, ...]]]]] = {
    "statements": (
        "doc id:int published outlet chain tellers:list kinds:list entities:list stance status negated:bool mode"
        " cue source content start:int end:int url claim origins:int",
        _statements,
    ),
    "pages": ("doc outlet published url title author statements:int took_from:list sha256 text", _pages),
    "claims": (
        "id what denial:bool told:int outlets:int origins:int origin_names:list outlet_names:list statements:list"
        " against:list first_published unseen:list grades:list",
        _claims,
    ),
    "copies": (
        "doc took_from kind credited:bool sure:bool words:int reasons:list outlet outlet_taken_from",
        _copies,
    ),
    "credits": ("doc outlet credits how words start:int end:int", _credits),
    "contradictions": (
        "a b on a_words b_words a_claim b_claim a_doc a_start:int a_end:int b_doc b_start:int b_end:int reason",
        _contradictions,
    ),
    "predictions": (
        "claim what made due outcome resolved_by words doc start:int end:int reason outlets:list",
        _predictions,
    ),
    "events": ("id type actors:list place date status level docs:list rests:list words:list", _events),
    "positions": ("actor kind about toward track statements:list docs:list", _positions),
}

"""One line of the ledger: a statement in the page's own words, and what is known of its page.

Marks point into a page; an entry carries the words themselves, so that it can leave Musnad or lie in
a casefile. Every `Words.text` is the slice of the page that its offsets name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from musnad.doc import Doc, Link, Span, Statement

__all__ = ["STANCES", "STATUSES", "Entry", "Teller", "Words", "entries", "words"]

STANCES = (
    "says", "announces", "confirms", "denies", "reveals", "claims", "believes", "expects", "hopes", "warns",
    "demands", "promises", "refuses", "asks", "praises", "criticises", "discusses", "hints",
)  # fmt: skip
STATUSES = (
    "occurred", "ongoing", "planned", "expected", "possible", "conditional", "demanded", "denied", "state", "opinion",
)  # fmt: skip


@dataclass(frozen=True)
class Words:
    """The page's words at [start, end)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Teller:
    """One link of a chain: the words that name it, its kind, its canonical name where one is known."""

    start: int
    end: int
    text: str
    kind: str
    entity: str | None


@dataclass(frozen=True)
class Entry:
    """A statement. `number` counts a page's statements from 1 in the order of their cues.

    `published` is EDTF; it, `outlet` and `url` are None where not known. `chain` runs from the link
    nearest to the page to the first teller.
    """

    doc: str
    outlet: str | None
    published: str | None
    url: str | None
    number: int
    cue: Words
    source: Words | None
    chain: tuple[Teller, ...]
    content: tuple[Words, ...]
    mode: str
    stance: str
    status: str
    negated: bool


def words(doc: Doc, span: Span) -> Words:
    """The page's words at a span."""
    return Words(*span, doc.text(span))


def entries(doc: Doc) -> Iterator[Entry]:
    """A page's statements in the order of their cues."""
    for number, statement in enumerate(doc.marks(Statement), 1):
        yield Entry(
            doc=doc.page.doc,
            outlet=doc.outlet,
            published=doc.published,
            url=doc.page.url,
            number=number,
            cue=words(doc, statement.span),
            source=statement.source and words(doc, statement.source),
            chain=tuple(_teller(doc, link) for link in statement.chain),
            content=tuple(words(doc, span) for span in statement.content),
            mode=statement.mode,
            stance=statement.stance,
            status=statement.status,
            negated=statement.negated,
        )


def _teller(doc: Doc, link: Link) -> Teller:
    return Teller(*link.span, doc.text(link.span), link.kind, link.entity)

"""A page as the links see it: its words in one spelling, its statements, names and times, each with its place.

An account is made of a Doc once and kept in the casefile, so that ten thousand pages can be joined without
being read again. It is plain data: tuples of words and numbers that travel as JSON.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

import msgspec

from musnad.doc import Doc, Event, Furniture, Link, Mention, Sentence, Span, Statement, TimeExpression

__all__ = ["Account", "Happening", "Name", "Part", "Saying", "Teller", "When", "account", "dump", "load"]

_WORD = re.compile(r"\w+")


class Part(NamedTuple):
    """A sentence of the article: code points [start, end) of the page; `title`: it is the headline."""

    start: int
    end: int
    title: bool


class Name(NamedTuple):
    """A mention; the fields are those of the mark."""

    start: int
    end: int
    entity: str
    type: str
    acts_for: str | None
    kind: str | None


class When(NamedTuple):
    """A time expression; `value` is EDTF or symbolic."""

    start: int
    end: int
    type: str
    value: str


class Teller(NamedTuple):
    """A link of a chain; `text` is in the reading's spelling, `written` in the page's where it has no entity."""

    start: int
    end: int
    text: str
    kind: str
    entity: str | None
    written: str = ""


class Saying(NamedTuple):
    """A statement. `number` counts a page's statements from 1; `cue` and `what` are words of the reading.

    `chain` runs from the link nearest to the page to the first teller. `content` holds the content's spans
    on the page, `what` its words as they are read, `written` as the page writes them. `title`: it stands in the
    headline. `carried`: the chain was taken over from the statement whose cue starts there.
    """

    number: int
    start: int
    end: int
    cue: str
    chain: tuple[Teller, ...]
    content: tuple[Span, ...]
    what: str
    mode: str
    stance: str
    status: str
    negated: bool
    title: bool
    carried: int | None
    written: str = ""


class Happening(NamedTuple):
    """An event that the page names; the fields are those of the mark."""

    start: int
    end: int
    type: str
    actors: tuple[str, ...]
    place: str | None
    date: str | None
    status: str
    level: str | None = None


@dataclass(frozen=True)
class Account:
    """`words[i]` stands at [starts[i], ends[i]) of the page; words are those of the title and the body, by place.

    `published` is EDTF; it, `outlet`, `url` and `title` are None where not known. `credits`: what the page
    says it was taken from, `anchors`: the places and targets of its links. `signed`: the lines that only name
    sources, with their words in the reading's spelling.
    """

    doc: str
    outlet: str | None
    published: str | None
    url: str | None
    title: str | None
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    parts: tuple[Part, ...]
    names: tuple[Name, ...]
    times: tuple[When, ...]
    sayings: tuple[Saying, ...]
    happenings: tuple[Happening, ...]
    credits: tuple[str, ...]
    anchors: tuple[tuple[int, int, str], ...]
    signed: tuple[tuple[int, int, str], ...] = ()


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Account)


def account(doc: Doc) -> Account:
    """The account of an annotated page."""
    parts = tuple(Part(*mark.span, mark.kind == "title") for mark in doc.marks(Sentence))
    words = [(word, *span) for part in parts for word, span in _words(doc, Span(part.start, part.end))]
    title = next((doc.text(Span(part.start, part.end)) for part in parts if part.title), None)
    return Account(
        doc=doc.page.doc,
        outlet=doc.outlet,
        published=doc.published,
        url=doc.page.url,
        title=title or next((fact.value for fact in doc.facts if fact.name == "title"), None),
        words=tuple(word for word, _, _ in words),
        starts=tuple(start for _, start, _ in words),
        ends=tuple(end for _, _, end in words),
        parts=parts,
        names=tuple(Name(*m.span, m.entity, m.type, m.acts_for, m.kind) for m in doc.marks(Mention)),
        times=tuple(When(*t.span, t.type, t.value) for t in doc.marks(TimeExpression)),
        sayings=tuple(_saying(doc, n, mark, parts) for n, mark in enumerate(doc.marks(Statement), 1)),
        happenings=tuple(
            Happening(*e.span, e.type, e.actors, e.place, e.date, e.status, e.level) for e in doc.marks(Event)
        ),
        credits=tuple(fact.value for fact in doc.facts if fact.name == "credit"),
        anchors=tuple((*anchor.span, anchor.href) for anchor in doc.page.anchors),
        signed=tuple((*line.span, _read(doc, line.span)) for line in doc.marks(Furniture) if line.label == "credit"),
    )


def dump(given: Account) -> str:
    """One line of JSON."""
    return _ENCODER.encode(given).decode()


def load(text: str) -> Account:
    """The account that `dump` wrote; msgspec.ValidationError where it is none."""
    return _DECODER.decode(text)


def _saying(doc: Doc, number: int, mark: Statement, parts: tuple[Part, ...]) -> Saying:
    return Saying(
        number=number,
        start=mark.span.start,
        end=mark.span.end,
        cue=_read(doc, mark.span),
        chain=tuple(_teller(doc, link) for link in mark.chain),
        content=mark.content,
        what=" ".join(_read(doc, span) for span in mark.content),
        mode=mark.mode,
        stance=mark.stance,
        status=mark.status,
        negated=mark.negated,
        title=any(part.title and part.start <= mark.span.start < part.end for part in parts),
        carried=mark.carried and mark.carried.start,
        written=" … ".join(" ".join(doc.text(span).split()) for span in mark.content),
    )


def _teller(doc: Doc, link: Link) -> Teller:
    written = "" if link.entity else " ".join(doc.text(link.span).split())
    return Teller(*link.span, _read(doc, link.span), link.kind, link.entity, written)


def _read(doc: Doc, span: Span) -> str:
    start, end = doc.reading.within(*span)
    return " ".join(doc.reading.string[start:end].split())


def _words(doc: Doc, span: Span) -> list[tuple[str, Span]]:
    start, end = doc.reading.within(*span)
    found = _WORD.finditer(doc.reading.string, start, end)
    return [(match[0], doc.span(*match.span())) for match in found]

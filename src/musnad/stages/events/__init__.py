"""The events room: a small beginning. Words that name a political event, with who, where and when of their sentence.

It does not yet tell actors from bystanders nor join two words for one event; `links` will.
"""

from __future__ import annotations

from collections.abc import Iterable

from musnad.doc import Doc, Event, Mark, Mention, Sentence, Span, Statement, TimeExpression
from musnad.rules import Lexicon, lexicon

NAME = "events"
TRIGGERS = lexicon("events/triggers", clitics="noun")
LEXICONS: tuple[Lexicon, ...] = (TRIGGERS,)
READS: tuple[type[Mark], ...] = (Sentence, TimeExpression, Mention, Statement)
WRITES: tuple[type[Mark], ...] = (Event,)


def find(doc: Doc) -> Iterable[Event]:
    """One event for the first word of each type in a sentence, so that a sentence tells a meeting once."""
    places = [(hit, doc.span(hit.start, hit.end)) for hit in doc.hits.get(TRIGGERS.name, ())]
    for sentence in doc.marks(Sentence):
        told: set[str] = set()
        for hit, span in places:
            if _within(span, sentence.span) and hit.row["type"] not in told:
                told.add(hit.row["type"])
                yield _event(doc, sentence.span, span, hit.row["type"], hit.rule)


def _event(doc: Doc, sentence: Span, span: Span, kind: str, rule: str) -> Event:
    named = [m for m in doc.marks(Mention) if _within(m.span, sentence)]
    actors = (m.acts_for or m.entity for m in named if m.type in ("PER", "ORG") or m.acts_for or m.kind == "state")
    where = (m.entity for m in named if m.type in ("GPE", "LOC") and not m.acts_for and m.span.start > span.end)
    when = (t.value for t in doc.marks(TimeExpression) if t.type in ("DATE", "TIME") and _within(t.span, sentence))
    said = (s.status for s in doc.marks(Statement) if any(_within(span, part) for part in s.content))
    return Event(
        span=span,
        rule=rule,
        type=kind,
        actors=tuple(dict.fromkeys(actors)),
        place=next(where, None),
        date=next(when, None),
        status=next(said, "occurred"),
    )


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def show(doc: Doc, mark: Event) -> str:
    """One line: word = type @ place, date."""
    return f"{doc.text(mark.span)} = {mark.type} @ {mark.place or '-'}, {mark.date or '-'}"

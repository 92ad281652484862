"""Statements that are events of their own: a press conference, a speech, a post, an interview, a correction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from musnad.doc import Doc, Event, Hit, Mention, Outlet, Sentence, Span, Statement, TimeExpression
from musnad.rules import lexicon, rules
from musnad.stages.events.scene import cast, words_in
from musnad.text import fold

__all__ = ["OCCASIONS", "occasions"]

OCCASIONS = lexicon("events/occasions", clitics="noun")
RULES = rules("events")
_IN = frozenset(map(fold, ("في", "خلال", "عبر", "أثناء", "ب", "وفي", "على")))
_JOINT = frozenset(map(fold, ("مشترك", "مشتركة", "ختامي")))
_HAD = frozenset(map(fold, ("وكان", "وكانت", "وكانا", "وكانوا", "كان", "كانت")))
_PLUPERFECT = 12  # words of a sentence among which `had` is completed
_ANSWERS = 2  # fewer make no interview
_REACH = 160  # code points between an occasion and the cue that it belongs to
# Tellers of whom a statement on an occasion is an event: not what is unnamed.
_BODIES = frozenset(("official_body", "state", "organization"))
_SPEAKERS = frozenset(("person", "official_body", "state", "organization"))


def occasions(doc: Doc) -> Iterator[Event]:
    """One event for each speaker and occasion in a sentence; an interview and a correction once a page."""
    once: set[str] = set()
    told: set[tuple[Span, tuple[str, ...]]] = set()
    sentences = doc.marks(Sentence)
    for hit in doc.hits.get(OCCASIONS.name, ()):
        span, how = doc.span(hit.start, hit.end), hit.row["how"]
        sentence = next((s.span for s in sentences if s.span.start <= span.start and span.end <= s.span.end), None)
        if how == "interview" and how not in once and (sentence is not None or _is_furniture(doc, span)):
            found = _interview(doc, span, hit.rule)
        elif how == "correction" and how not in once and sentence is not None and sentence.start == span.start:
            found = _correction(doc, span, sentence, hit.rule)
        elif how == "said" and sentence is not None and _on_occasion(doc, hit):
            found = _said(doc, sentence, span, hit.rule)
        else:
            found = None
        if found is not None and ((sentence or span), found.actors) not in told:
            once.add(how)
            told.add(((sentence or span), found.actors))
            yield found
    spoken = [place for place, _ in told]
    for each in (_announced(doc, sentences), *_once_said(doc, sentences)):
        if each is not None and not any(place.start <= each.span.start < place.end for place in spoken):
            yield each


def _on_occasion(doc: Doc, hit: Hit) -> bool:
    """`في بيان`, not `وفق البيان`: a word governs the occasion that makes it one. A joint statement is an agreement."""
    string = doc.reading.string
    if string[hit.start : hit.end].startswith(("امام", "ل")):
        return True
    before = string[max(hit.start - 12, 0) : hit.start].split()
    after = string[hit.end : hit.end + 12].split()
    return bool(before) and before[-1].removeprefix("و") in _IN and not (after and after[0] in _JOINT)


def _is_furniture(doc: Doc, span: Span) -> bool:
    """An interview's byline stands outside the article: anything on the page is near enough."""
    return span.start < len(doc.source) // 2


def _interview(doc: Doc, span: Span, rule: str) -> Event | None:
    """Of the person who answers most."""
    tellers = Counter(
        s.chain[-1].entity
        for s in doc.marks(Statement)
        if s.chain and s.chain[-1].kind == "person" and s.chain[-1].entity
    )
    if not tellers:
        return None
    who, often = max(tellers.items(), key=lambda item: (item[1], item[0]))
    if often < _ANSWERS:
        return None
    return Event(span=span, rule=rule, type="statement", actors=(str(who),), place=None, date=doc.published)


def _announced(doc: Doc, sentences: Iterable[Sentence]) -> Event | None:
    """What a body announces in the first sentence of a page is why there is the page."""
    body = next((sentence.span for sentence in sentences if sentence.kind == "body"), None)
    said = next((s for s in doc.marks(Statement) if body and body.start <= s.span.start < body.end), None)
    if (
        said is None
        or said.stance not in ("announces", "denies", "reveals")
        or not said.chain
        or not said.chain[-1].entity
    ):
        return None
    kinds = _SPEAKERS if said.stance == "denies" else _BODIES  # a denial is why there is the page, whoever denies
    if said.chain[-1].kind not in kinds or body is None:
        return None
    names = tuple(dict.fromkeys(e.strip() for e in said.chain[-1].entity.split(";")))
    when = _when(doc, body, said, said.span)
    rule = RULES["announced"].name
    return Event(span=said.span, rule=rule, type="statement", actors=names, date=when or doc.published)


def _once_said(doc: Doc, sentences: Iterable[Sentence]) -> Iterator[Event]:
    """What somebody had said on an earlier day (`وكان فلان قد وعد في آب بأن …`)."""
    for sentence in sentences:
        start, end = doc.reading.within(*sentence.span)
        first, *words = doc.reading.string[start:end].split()[:_PLUPERFECT] or [""]
        if first not in _HAD or "قد" not in words:
            continue
        said = next((s for s in doc.marks(Statement) if sentence.span.start <= s.span.start < sentence.span.end), None)
        when = _when(doc, sentence.span, said, said.span) if said is not None else None
        if said is None or when is None or not said.chain or not said.chain[-1].entity:
            continue
        if said.chain[-1].kind in _SPEAKERS:
            names = tuple(dict.fromkeys(e.strip() for e in said.chain[-1].entity.split(";")))
            rule = RULES["once_said"].name
            yield Event(span=said.span, rule=rule, type="statement", actors=names, date=when)


def _correction(doc: Doc, span: Span, sentence: Span, rule: str) -> Event | None:
    after = doc.source[span.end : span.end + 2].strip()
    if not after.startswith(":") and doc.source[span.end : sentence.end].strip(" .:"):
        return None
    name = doc.page.outlet or next((mark.name for mark in doc.marks(Outlet)), None)
    return Event(span=span, rule=rule, type="statement", actors=(name,) if name else (), date=doc.published)


def _said(doc: Doc, sentence: Span, span: Span, rule: str) -> Event | None:
    """Of the first teller of the statement whose cue is nearest, with the body that he speaks for."""
    near = [
        s
        for s in doc.marks(Statement)
        if sentence.start <= s.span.start < sentence.end
        and s.chain
        and not any(part.start <= span.start < part.end for part in s.content)
        and _gap(s.span, span) <= _REACH
    ]
    if not near:
        return None
    said = min(near, key=lambda s: (_gap(s.span, span), s.span))
    speaker = said.chain[-1]
    if speaker.kind not in _SPEAKERS or not speaker.entity:
        return None
    names = [e.strip() for e in speaker.entity.split(";")]
    held = said.source or speaker.span
    inside = (m for m in doc.marks(Mention) if held.start <= m.span.start and m.span.end <= held.end)
    bodies = [m.entity for m in inside if m.type == "ORG"]
    stops = [i for sign in '،:«"' if (i := doc.source.find(sign, span.end, sentence.end)) >= 0]
    tail = Span(span.start, min([sentence.end, *stops]))
    around = [m for m in doc.marks(Mention) if span.end <= m.span.start and m.span.end <= tail.end]
    where = cast(words_in(doc, tail), around, span, visit=False).place if around else None
    return Event(
        span=span,
        rule=rule,
        type="statement",
        actors=tuple(dict.fromkeys([*names, *bodies])),
        place=where,
        date=_when(doc, sentence, said, span),
    )


def _when(doc: Doc, sentence: Span, said: Statement, span: Span) -> str | None:
    """The day of a sentence that is not in what is said: of several the one nearest to the occasion."""
    outside = [
        t
        for t in doc.marks(TimeExpression)
        if t.type in ("DATE", "TIME")
        and sentence.start <= t.span.start < sentence.end
        and t.value[:1].isdigit()
        and not any(part.start <= t.span.start < part.end for part in said.content)
    ]
    when = min(outside, key=lambda t: _gap(t.span, span), default=None)
    return when.value if when else None


def _gap(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)

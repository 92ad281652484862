"""Why a page reads as it does: the marks at a place, each with its rule, the rule's row and the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from musnad.doc import Doc, Event, Furniture, Link, Mark, Mention, Sentence, Span, Statement, TimeExpression
from musnad.rules import OWN, look_up
from musnad.wording import Tongue

__all__ = ["Node", "explain", "facts_of"]

# A row's examples prove it to the tests; here the page's own words are the example.
_EXAMPLES = ("yes", "no")
_LONGEST = 80  # characters of a stretch that are shown
_EN = Tongue("en")

# Fields whose values are words of a closed set that goes by another name.
_CLOSED: dict[tuple[type[Mark], str], str] = {
    (Furniture, "label"): "furniture", (Sentence, "kind"): "sentence", (TimeExpression, "type"): "time",
    (Mention, "type"): "name", (Event, "type"): "event",
}  # fmt: skip


@dataclass(frozen=True)
class Node:
    """A line of a tree and the lines under it."""

    text: str
    children: tuple[Node, ...] = ()


def explain(doc: Doc, start: int, end: int, t: Tongue = _EN) -> Node:
    """The marks that touch [start, end) of the page, widest kinds first. There is an answer for every place.

    Rules' rows are told as their data files have them, all else in `t`.

    IndexError where the page has no such place.
    """
    if not 0 <= start < end <= len(doc.source):
        raise IndexError(f"the page has {len(doc.source)} characters; {start}:{end} is no place on it")
    here = Span(start, end)
    found = [mark for mark in _everything(doc) if any(_touch(span, here) for span in _extent(mark))]
    nodes = [_mark(doc, mark, t) for mark in found]
    if all(isinstance(mark, Sentence | Furniture) for mark in found):
        nodes.append(Node(_nothing(doc, here, found, t)))
    return Node(f"{doc.page.doc} {_words(doc, here)}", tuple(nodes))


def facts_of(doc: Doc, t: Tongue = _EN) -> Node:
    """What is known of a page by name, the best founded first, each with where it was found; then its links."""
    known: dict[str, list[Node]] = {}
    for fact in doc.facts:
        known.setdefault(fact.name, []).append(Node(f"{fact.value} ({fact.where})"))
    names = [Node(t.label("fact", name), tuple(found)) for name, found in known.items()]
    links = tuple(Node(f"{_words(doc, anchor.span)} → {anchor.href}") for anchor in doc.page.anchors)
    return Node(doc.page.doc, (*names, *([Node(t("explain.links"), links)] if links else [])))


def _everything(doc: Doc) -> Iterator[Mark]:
    """All marks: furniture, sentences, then what was found in them in the order that stages work."""
    first = (Furniture, Sentence)
    for kind in (*first, *(kind for kind in doc.layers if kind not in first)):
        yield from doc.marks(kind)


def _extent(mark: Mark) -> Iterator[Span]:
    """The stretches that a mark is about; a chain carried over from elsewhere does not lie where it is used."""
    yield mark.span
    if isinstance(mark, Statement):
        yield from mark.content
        if mark.source:
            yield mark.source
        if not mark.carried:
            yield from (link.span for link in mark.chain)


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _nothing(doc: Doc, here: Span, found: list[Mark], t: Tongue) -> str:
    """Where a place is at which nothing was found but the sentence or the furniture around it."""
    if doc.text(here).isspace():
        return t("explain.white_space")
    for mark in found:
        if isinstance(mark, Sentence):
            number = doc.marks(Sentence).index(mark) + 1
            return t("explain.only_sentence", number=number)
    if found:
        return t("explain.only_furniture")
    return t("explain.outside")


def _mark(doc: Doc, mark: Mark, t: Tongue) -> Node:
    lines = list(_statement(doc, mark, t)) if isinstance(mark, Statement) else list(_fields(doc, mark, t))
    return Node(f"{t.label('mark', type(mark).__name__)} {_words(doc, mark.span)}", (*lines, _rule(doc, mark.rule, t)))


def _fields(doc: Doc, mark: Mark, t: Tongue) -> Iterator[Node]:
    """What a kind of mark has beside its span and its rule."""
    for field in fields(mark):
        value = getattr(mark, field.name)
        if field.name in ("span", "rule") or value is None or value == ():
            continue
        told = _words(doc, value) if isinstance(value, Span) else _value(mark, field.name, value, t)
        yield Node(f"{t.label('field', field.name)}: {told}")


def _value(mark: Mark, name: str, value: object, t: Tongue) -> str:
    """A field's value: the word for it where it is one of a closed set."""
    kind = _CLOSED.get((type(mark), name), name)
    return t.label(kind, value) if isinstance(value, str) else _plain(value, t)


def _statement(doc: Doc, mark: Statement, t: Tongue) -> Iterator[Node]:
    """A statement's proof: its parts in the page's own words, and where its chain comes from."""
    yield Node(t("explain.cue", words=_words(doc, mark.span)))
    yield Node(t("explain.source", words=_words(doc, mark.source)) if mark.source else t("explain.no_source"))
    links = tuple(Node(f"{place}. {_link(doc, link, t)}") for place, link in enumerate(mark.chain, 1))
    yield Node(t("explain.chain") if links else t("explain.no_chain"), links)
    if mark.carried:
        yield Node(t("explain.carried", where=_origin(doc, mark.carried, t)))
    if mark.chain_rule:
        yield Node(t("explain.chain_by", rule=mark.chain_rule), tuple(_rule(doc, mark.chain_rule, t).children[:1]))
    for part in mark.content:
        yield Node(t("explain.content", words=_words(doc, part)))
    how = [f"{t.label('field', name)}: {t.label(name, getattr(mark, name))}" for name in ("mode", "stance", "status")]
    yield Node(t.several([*how, t("explain.negated") if mark.negated else t("explain.not_negated")]))


def _link(doc: Doc, link: Link, t: Tongue) -> str:
    return f"{t.label('kind', link.kind)} {_words(doc, link.span)}" + (f" = {link.entity}" if link.entity else "")


def _origin(doc: Doc, cue: Span, t: Tongue) -> str:
    for number, statement in enumerate(doc.marks(Statement), 1):
        if statement.span == cue:
            return t("explain.statement", number=number, cue=_words(doc, cue))
    return t("explain.the_cue", cue=_words(doc, cue))


def _rule(doc: Doc, rule: str, t: Tongue) -> Node:
    own = [hit.row for hit in doc.hits.get(OWN, ()) if hit.rule == rule]
    try:
        row: Mapping[str, object] = own[0] if own else look_up(rule)
    except (KeyError, ValueError, OSError):
        return Node(t("explain.no_rule", rule=rule))
    return Node(t("explain.rule", rule=rule), tuple(_row(row)))


def _row(row: Mapping[str, object]) -> Iterator[Node]:
    for name, value in row.items():
        if name not in _EXAMPLES and value not in ("", None):
            yield Node(f"{name}: {_plain(value, _EN)}")


def _plain(value: object, t: Tongue) -> str:
    if isinstance(value, bool):
        return t("explain.yes") if value else t("explain.no")
    return t.several(_plain(part, t) for part in value) if isinstance(value, list | tuple) else str(value)


def _words(doc: Doc, span: Span) -> str:
    text = " ".join(doc.text(span).split())
    shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"
    return f"{span.start}:{span.end} «{shown}»"

"""Why a page reads as it does: the marks at a place, each with its rule, the rule's row and the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from musnad.doc import Doc, Furniture, Link, Mark, Sentence, Span, Statement
from musnad.rules import OWN, look_up

__all__ = ["Node", "explain", "facts_of"]

# A row's examples prove it to the tests; here the page's own words are the example.
_EXAMPLES = ("yes", "no")
_LONGEST = 80  # characters of a stretch that are shown


@dataclass(frozen=True)
class Node:
    """A line of a tree and the lines under it."""

    text: str
    children: tuple[Node, ...] = ()


def explain(doc: Doc, start: int, end: int) -> Node:
    """The marks that touch [start, end) of the page, widest kinds first. There is an answer for every place.

    IndexError where the page has no such place.
    """
    if not 0 <= start < end <= len(doc.source):
        raise IndexError(f"the page has {len(doc.source)} characters; {start}:{end} is no place on it")
    here = Span(start, end)
    found = [mark for mark in _everything(doc) if any(_touch(span, here) for span in _extent(mark))]
    nodes = [_mark(doc, mark) for mark in found]
    if all(isinstance(mark, Sentence | Furniture) for mark in found):
        nodes.append(Node(_nothing(doc, here, found)))
    return Node(f"{doc.page.doc} {_words(doc, here)}", tuple(nodes))


def facts_of(doc: Doc) -> Node:
    """What is known of a page by name, the best founded first, each with where it was found; then its links."""
    known: dict[str, list[Node]] = {}
    for fact in doc.facts:
        known.setdefault(fact.name, []).append(Node(f"{fact.value} ({fact.where})"))
    names = [Node(name, tuple(found)) for name, found in known.items()]
    links = tuple(Node(f"{_words(doc, anchor.span)} → {anchor.href}") for anchor in doc.page.anchors)
    return Node(doc.page.doc, (*names, *([Node("links in the text", links)] if links else [])))


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


def _nothing(doc: Doc, here: Span, found: list[Mark]) -> str:
    """Where a place is at which nothing was found but the sentence or the furniture around it."""
    if doc.text(here).isspace():
        return "white space: nothing is looked for here"
    for mark in found:
        if isinstance(mark, Sentence):
            number = doc.marks(Sentence).index(mark) + 1
            return f"sentence {number} of the page: no statement, name or time was found at this place"
    if found:
        return "furniture, not the article: no name or time was found at this place"
    return "outside every sentence and all furniture: nothing was found here"


def _mark(doc: Doc, mark: Mark) -> Node:
    lines = list(_statement(doc, mark)) if isinstance(mark, Statement) else list(_fields(doc, mark))
    return Node(f"{type(mark).__name__} {_words(doc, mark.span)}", (*lines, _rule(doc, mark.rule)))


def _fields(doc: Doc, mark: Mark) -> Iterator[Node]:
    """What a kind of mark has beside its span and its rule."""
    for field in fields(mark):
        value = getattr(mark, field.name)
        if field.name in ("span", "rule") or value is None or value == ():
            continue
        yield Node(f"{field.name}: {_words(doc, value) if isinstance(value, Span) else _plain(value)}")


def _statement(doc: Doc, mark: Statement) -> Iterator[Node]:
    """A statement's proof: its parts in the page's own words, and where its chain comes from."""
    yield Node(f"cue: {_words(doc, mark.span)}")
    yield Node(f"source: {_words(doc, mark.source) if mark.source else 'none stands beside this cue'}")
    links = tuple(Node(f"{place}. {_link(doc, link)}") for place, link in enumerate(mark.chain, 1))
    yield Node("chain, from the page to the first teller" if links else "chain: nobody is named", links)
    if mark.carried:
        yield Node(f"chain carried over from {_origin(doc, mark.carried)}")
    if mark.chain_rule:
        yield Node(f"chain by {mark.chain_rule}", tuple(_rule(doc, mark.chain_rule).children[:1]))
    for part in mark.content:
        yield Node(f"content: {_words(doc, part)}")
    negated = "negated" if mark.negated else "not negated"
    yield Node(f"mode: {mark.mode}, stance: {mark.stance}, status: {mark.status}, {negated}")


def _link(doc: Doc, link: Link) -> str:
    return f"{link.kind} {_words(doc, link.span)}" + (f" = {link.entity}" if link.entity else "")


def _origin(doc: Doc, cue: Span) -> str:
    for number, statement in enumerate(doc.marks(Statement), 1):
        if statement.span == cue:
            return f"statement {number}, cue {_words(doc, cue)}"
    return f"the cue {_words(doc, cue)}"


def _rule(doc: Doc, rule: str) -> Node:
    own = [hit.row for hit in doc.hits.get(OWN, ()) if hit.rule == rule]
    try:
        row: Mapping[str, object] = own[0] if own else look_up(rule)
    except (KeyError, ValueError, OSError):
        return Node(f"rule: {rule} (not among the data of its room)")
    return Node(f"rule: {rule}", tuple(_row(row)))


def _row(row: Mapping[str, object]) -> Iterator[Node]:
    for name, value in row.items():
        if name not in _EXAMPLES and value not in ("", None):
            yield Node(f"{name}: {_plain(value)}")


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(_plain, value)) if isinstance(value, list | tuple) else str(value)


def _words(doc: Doc, span: Span) -> str:
    text = " ".join(doc.text(span).split())
    shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"
    return f"{span.start}:{span.end} «{shown}»"

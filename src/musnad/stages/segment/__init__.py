"""The segment room: sentences and quotations of what is not furniture.

Works on the reading, so that a dot which breaks a word is no full stop. A line is a paragraph; a title
is one sentence whatever its punctuation. Quotations are paired first, because a sentence does not end
inside a quotation that closes in its own paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from musnad.doc import Doc, Furniture, Mark, Quotation, Sentence, Span
from musnad.rules import Lexicon
from musnad.stages.segment.quotes import Quote, carry, pair
from musnad.stages.segment.stops import sentences

NAME = "segment"
LEXICONS: tuple[Lexicon, ...] = ()
READS: tuple[type[Mark], ...] = (Furniture,)
WRITES: tuple[type[Mark], ...] = (
    Sentence,
    Quotation,
)


def find(doc: Doc) -> Iterable[Mark]:
    """Sentences in order down the page, and the quotations in them."""
    stretches = list(_stretches(doc))
    text = doc.reading.string
    paired = [pair(text, start, end, lambda i: doc.text(doc.span(i, i + 1))[0]) for start, end, _, _ in stretches]
    quoted = [p.quotes for p in paired]
    bodies = [i for i, (_, _, kind, _) in enumerate(stretches) if kind == "body"]
    carried = carry(text, [paired[i] for i in bodies], [stretches[i][:2] for i in bodies])
    for i, quotes in zip(bodies, carried, strict=True):
        quoted[i] = quotes
    for (start, end, kind, paragraph), quotes in zip(stretches, quoted, strict=True):
        yield from (_quotation(doc, quote) for quote in quotes if _words(text, quote))
        if kind == "title":
            yield Sentence(span=doc.span(start, end), rule="segment/rules:title", kind="title", paragraph=paragraph)
            continue
        closed = [quote for quote in quotes if quote.closed]
        for first, last, rule in sentences(text, start, end, closed):
            yield Sentence(span=doc.span(first, last), rule=f"segment/rules:{rule}", paragraph=paragraph)


def _words(text: str, quote: Quote) -> bool:
    return any(c.isalnum() for c in text[quote.inner_start : quote.inner_end])


def _quotation(doc: Doc, quote: Quote) -> Quotation:
    """The mark; spaces between the words and their quotation marks are not quoted."""
    inner = doc.reading.string[quote.inner_start : quote.inner_end]
    first = quote.inner_start + len(inner) - len(inner.lstrip())
    return Quotation(
        span=doc.span(quote.start, quote.end),
        rule=f"segment/rules:{quote.rule}",
        inner=doc.span(first, first + len(inner.strip())),
        closed=quote.closed,
    )


def _stretches(doc: Doc) -> Iterator[tuple[int, int, str, int]]:
    """What is read of each line: (start, end, title or body, paragraph), in the reading, without outer space."""
    text = doc.reading.string
    furniture = [(*doc.reading.within(*mark.span), mark.label) for mark in doc.marks(Furniture)]
    at = paragraph = 0
    for line in text.split("\n"):
        end = at + len(line)
        if line.strip():
            cuts = [(max(a, at), min(b, end), label) for a, b, label in furniture if a < end and b > at]
            here = at
            for a, b, label in sorted(cuts):
                yield from _trimmed(text, here, a, "body", paragraph)
                if label == "title":
                    yield from _trimmed(text, a, b, "title", paragraph)
                here = max(here, b)
            yield from _trimmed(text, here, end, "body", paragraph)
            paragraph += 1
        at = end + 1


def _trimmed(text: str, start: int, end: int, kind: str, paragraph: int) -> Iterator[tuple[int, int, str, int]]:
    piece = text[start:end]
    if any(c.isalnum() for c in piece):
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(piece.strip()), kind, paragraph


def show(doc: Doc, mark: Mark) -> str:
    """`body: words`, `title: words`; `quotation: words`, with `open quotation` where it is never closed."""
    if isinstance(mark, Quotation):
        return f"{'quotation' if mark.closed else 'open quotation'}: {doc.text(Span(*mark.inner))}"
    kind = mark.kind if isinstance(mark, Sentence) else ""
    return f"{kind}: {doc.text(mark.span)}"

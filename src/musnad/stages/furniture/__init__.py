"""The furniture room: what on a page is not the article.

A line is judged three times: by its own words (`lines.tsv`, `rules.toml`), as a date line (`stamps.tsv`),
and by its place: before the first paragraph, between paragraphs, after the last. A dateline at the head
of the lead and a sign-off at the end of a paragraph are parts of a line.
"""

from __future__ import annotations

from collections.abc import Iterable

from musnad.doc import Doc, Furniture, Mark, Repair
from musnad.rules import Lexicon
from musnad.stages.furniture.frame import labels
from musnad.stages.furniture.lines import split
from musnad.stages.furniture.stamps import clock, lead, sign_off

NAME = "furniture"
LEXICONS: tuple[Lexicon, ...] = ()  # phrases are held against whole lines, not scanned for
MASTHEAD = 3  # lines at the page's head that may be the outlet's name
READS: tuple[type[Mark], ...] = (Repair,)
WRITES: tuple[type[Mark], ...] = (Furniture,)


def find(doc: Doc) -> Iterable[Mark]:
    """Furniture in order down the page; marks do not overlap and do not cross lines."""
    lines = split(doc.reading.string)
    names = frozenset(line.text for line in lines[:MASTHEAD])
    first = True
    for line, label in zip(lines, labels(lines), strict=True):
        if label is not None:
            yield Furniture(span=doc.span(line.start, line.end), rule=label.rule, label=label.label)
            first = first or clock(line)  # an entry of a live page follows
            continue
        length = lead(line, names) if first else 0
        first = False
        if length:
            head = line.text[:length].rstrip()
            yield Furniture(
                span=doc.span(line.start, line.start + len(head)), rule="furniture/rules:lead", label="dateline"
            )
        end = sign_off(line)
        if length < end < len(line.text):
            yield Furniture(span=doc.span(line.start + end, line.end), rule="furniture/rules:signoff", label="nav")


def show(doc: Doc, mark: Mark) -> str:
    """`label: words`."""
    return f"{mark.label if isinstance(mark, Furniture) else ''}: {doc.text(mark.span)}"

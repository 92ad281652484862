"""A page's text cut where marks begin and end, so that every mark can be seen at its place.

Nothing of the text is left out or changed: the pieces joined are the page's own words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from musnad.doc import Doc, Event, Furniture, Mention, Quotation, Repair, Span, Statement, TimeExpression
from musnad.links.findings import Evidence

__all__ = ["LAYERS", "Paragraph", "Segment", "paragraphs"]

# The layers that a reader can switch, and whether they are shown without being asked for.
LAYERS = {"statements": True, "names": True, "times": True, "repairs": True, "events": False, "quotes": False}


@dataclass(frozen=True)
class Segment:
    """A piece of text with the same marks from `start` to its end.

    `kinds`: its marks; `says`: the statements whose content it is; `cue`: the statement that it is the first piece
    of the cue of; `tip`: how a broken word, that begins here, is normally written; `note`: what a name or time is.
    """

    start: int
    text: str
    kinds: tuple[str, ...] = ()
    says: tuple[int, ...] = ()
    cue: int | None = None
    tip: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Paragraph:
    """A line of the page; `cues` are the statements whose cue begins on it. `aside`: it is all furniture."""

    segments: tuple[Segment, ...]
    cues: tuple[int, ...]
    aside: bool
    title: bool


@dataclass(frozen=True)
class _Stretch:
    start: int
    end: int
    kind: str
    statement: int | None = None
    tip: str | None = None
    note: str | None = None


def paragraphs(doc: Doc, rests: Iterable[Evidence] = (), at: Span | None = None) -> Iterator[Paragraph]:
    """The page line by line. `rests`: words that findings rest on; `at`: words to be pointed out."""
    stretches = [item for item in (*_marks(doc), *_rests(rests, at)) if item.start < item.end]
    line: list[Segment] = []
    for segment in _segments(doc.source, stretches):
        line.append(segment)
        if segment.text.endswith("\n"):
            yield _paragraph(line)
            line = []
    if line:
        yield _paragraph(line)


def _paragraph(line: list[Segment]) -> Paragraph:
    said = [segment for segment in line if segment.text.strip("\ufeff \t\r\n")]
    return Paragraph(
        tuple(line),
        tuple(dict.fromkeys(segment.cue for segment in line if segment.cue is not None)),
        bool(said) and all("furniture" in segment.kinds for segment in said),
        bool(said) and all("title" in segment.kinds for segment in said),
    )


def _segments(source: str, stretches: list[_Stretch]) -> Iterator[Segment]:
    opening: defaultdict[int, list[_Stretch]] = defaultdict(list)
    cuts = {0, len(source), *(place + 1 for place, char in enumerate(source) if char == "\n")}
    for item in stretches:
        opening[item.start].append(item)
        cuts |= {item.start, item.end}
    open_now: list[_Stretch] = []
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        open_now = [item for item in open_now if item.end > start] + opening.get(start, [])
        yield _segment(source, start, end, open_now)


def _segment(source: str, start: int, end: int, here: list[_Stretch]) -> Segment:
    begun = [item for item in here if item.start == start]
    return Segment(
        start,
        source[start:end],
        tuple(sorted({item.kind for item in here})),
        tuple(sorted({item.statement for item in here if item.kind == "content" and item.statement is not None})),
        next((item.statement for item in begun if item.kind == "cue"), None),
        next((item.tip for item in begun if item.tip is not None), None),
        next((item.note for item in reversed(here) if item.note), None),
    )


def _marks(doc: Doc) -> Iterator[_Stretch]:
    for furniture in doc.marks(Furniture):
        yield _Stretch(*furniture.span, "title" if furniture.label == "title" else "furniture")
    for number, statement in enumerate(doc.marks(Statement), 1):
        yield _Stretch(*statement.span, "cue", number)
        for part in statement.content:
            yield _Stretch(*part, "content", number)
        if statement.source:
            yield _Stretch(*statement.source, "source", number)
    for name in doc.marks(Mention):
        yield _Stretch(*name.span, "name", note=f"{name.entity} · {name.type}")
    for time in doc.marks(TimeExpression):
        yield _Stretch(*time.span, "time", note=f"{time.value} · {time.type}")
    for repair in doc.marks(Repair):
        yield _Stretch(*repair.span, "repair", tip=repair.clean)
    for event in doc.marks(Event):
        yield _Stretch(*event.span, "event", note=event.type)
    for quotation in doc.marks(Quotation):
        yield _Stretch(*quotation.span, "quote")


def _rests(rests: Iterable[Evidence], at: Span | None) -> Iterator[_Stretch]:
    for words in rests:
        yield _Stretch(words.start, words.end, "rest")
    if at:
        yield _Stretch(*at, "at")

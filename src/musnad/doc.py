"""One page as it flows through Musnad: its text, and the marks that stages have made on it.

Every mark is frozen and typed, points into the page's own text (`Span`: code points, end-exclusive),
names the rule that made it (`room/file:row`) and holds the marks or spans it was built from, so that a
reader can always be shown why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from musnad.text import Edit, Text

__all__ = [
    "Anchor", "Doc", "Event", "Fact", "Furniture", "Hit", "Link", "Mark", "Mention", "Outlet", "Page", "Published",
    "Quotation", "Repair", "Sentence", "Span", "Statement", "TimeExpression",
]  # fmt: skip


class Span(NamedTuple):
    """Code points [start, end) of the page's source."""

    start: int
    end: int


@dataclass(frozen=True)
class Fact:
    """Something known of a page. `name`: outlet, title, author, url, published or credit; `where` it was found."""

    name: str
    value: str
    where: str


class Anchor(NamedTuple):
    """Words of a page that are a link, and the address they lead to."""

    span: Span
    href: str


@dataclass(frozen=True)
class Page:
    """What was read: a page's text as published, and what is known of it from outside the text.

    `doc` names the page in readings. `outlet` is who published it; `published` is EDTF, as precise as
    is known. None means not known, never a guess. `facts` has these and more, each with where it was
    found; of two with one name the earlier is better founded. `anchors` are the links in the text.
    """

    doc: str
    source: str
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    facts: tuple[Fact, ...] = ()
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Something a rule found. `rule` is `room/file:row`; `musnad explain` looks it up."""

    span: Span
    rule: str


@dataclass(frozen=True, kw_only=True)
class Furniture(Mark):
    """A stretch that is not the article: label as in the guidelines (title, byline, readalso, …)."""

    label: str


@dataclass(frozen=True, kw_only=True)
class Repair(Mark):
    """A word broken on purpose; `clean` is how it is normally written."""

    clean: str


@dataclass(frozen=True, kw_only=True)
class Sentence(Mark):
    """A sentence of the body, or a whole title (`kind`: body, title). `paragraph` counts from 0 down the page."""

    kind: str = "body"
    paragraph: int = 0


@dataclass(frozen=True, kw_only=True)
class Quotation(Mark):
    """Quoted words; `span` has the quotation marks, `inner` has not. `closed`: its closing mark was found."""

    inner: Span
    closed: bool = True


@dataclass(frozen=True, kw_only=True)
class TimeExpression(Mark):
    """TIMEX3 `type` (DATE, TIME, DURATION, SET) and an EDTF or symbolic `value` (see the guidelines)."""

    type: str
    value: str


@dataclass(frozen=True, kw_only=True)
class Published(Mark):
    """The page's day as its text tells it (EDTF), where nothing outside the text did."""

    value: str


@dataclass(frozen=True, kw_only=True)
class Outlet(Mark):
    """Who published the page, as its masthead or byline tells it."""

    name: str


@dataclass(frozen=True, kw_only=True)
class Mention(Mark):
    """A name. `entity`: its canonical English name, else its fullest form on the page.

    `type`: PER, ORG, GPE, LOC, OUTLET. `acts_for`: the state that a capital or palace stands for here.
    `kind`: what it would be as a link of a chain (person, official_body, state, outlet, agency,
    organization), where that is known.
    """

    entity: str
    type: str
    acts_for: str | None = None
    kind: str | None = None


@dataclass(frozen=True, kw_only=True)
class Link:
    """One transmitter in a chain. `span` is where the words lie; `kind` as in the guidelines."""

    span: Span
    kind: str
    entity: str | None = None


@dataclass(frozen=True, kw_only=True)
class Statement(Mark):
    """One content put in somebody's mouth. `span` is the cue.

    `chain` runs from the link nearest to the page to the first teller. `carried` is the cue of the
    statement that the chain was taken over from, where this one does not name its source whole;
    `chain_rule` is the rule by which the chain was found.
    """

    source: Span | None
    chain: tuple[Link, ...]
    content: tuple[Span, ...]
    mode: str
    stance: str
    status: str
    negated: bool = False
    carried: Span | None = None
    chain_rule: str = ""


@dataclass(frozen=True, kw_only=True)
class Event(Mark):
    """Something that the page tells of. `span` is the word that names it.

    `level`: experts, military, security, ministers or leaders, where the clause tells who meets.
    """

    type: str
    actors: tuple[str, ...] = ()
    place: str | None = None
    date: str | None = None
    status: str = "occurred"
    level: str | None = None


class Hit(NamedTuple):
    """A lexicon row found in the reading at [start, end) (reading offsets, clitics left out)."""

    start: int
    end: int
    rule: str
    row: Mapping[str, str]


M = TypeVar("M", bound=Mark)


@dataclass(frozen=True)
class Doc:
    """A page and its marks. Immutable: `add` gives a new one.

    `hits` holds what the one trigger scan found, by lexicon (`room/file`), in reading order.
    """

    page: Page
    layers: Mapping[type[Mark], tuple[Mark, ...]] = field(default_factory=lambda: MappingProxyType({}))
    hits: Mapping[str, tuple[Hit, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def __reduce__(self) -> tuple[object, ...]:
        """Between processes go the page and its marks; the reading and the hits can be had again from them."""
        return _doc, (self.page, dict(self.layers))

    @property
    def source(self) -> str:
        return self.page.source

    @cached_property
    def reading(self) -> Text:
        """The folded text with the repairs made so far."""
        return Text.read(self.source, (Edit(*r.span, r.clean) for r in self.marks(Repair)))

    def marks(self, kind: type[M]) -> tuple[M, ...]:
        """All marks of one kind, in order of their place."""
        return self.layers.get(kind, ())  # type: ignore[return-value]

    def add(self, kinds: Iterable[type[Mark]], marks: Iterable[Mark]) -> Doc:
        """This doc with `marks`, all of which must be of `kinds`; every kind named counts as looked for."""
        fresh: dict[type[Mark], list[Mark]] = {kind: [] for kind in kinds}
        for mark in marks:
            if type(mark) not in fresh:
                raise TypeError(f"{mark.rule} made a {type(mark).__name__}, which its room does not declare")
            fresh[type(mark)].append(mark)
        ordered = {kind: tuple(sorted(found, key=lambda m: (m.span, m.rule))) for kind, found in fresh.items()}
        return replace(self, layers=MappingProxyType({**self.layers, **ordered}))

    def span(self, start: int, end: int) -> Span:
        """The source span of a span of the reading."""
        return Span(*self.reading.span(start, end))

    def text(self, span: Span) -> str:
        """The page's own words at a span."""
        return self.source[span.start : span.end]

    @property
    def published(self) -> str | None:
        """The publication date (EDTF): from outside the text, else as the text tells it."""
        return self.page.published or next((mark.value for mark in self.marks(Published)), None)

    @property
    def outlet(self) -> str | None:
        return self.page.outlet or next((mark.name for mark in self.marks(Outlet)), None)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is known of the page, from outside the text and then as the text tells it."""
        days = (
            Fact("published", m.value, f"text {m.span.start}:{m.span.end}, {m.rule}") for m in self.marks(Published)
        )
        names = (Fact("outlet", m.name, f"text {m.span.start}:{m.span.end}, {m.rule}") for m in self.marks(Outlet))
        return (*self.page.facts, *names, *days)


def _doc(page: Page, layers: dict[type[Mark], tuple[Mark, ...]]) -> Doc:
    return Doc(page, MappingProxyType(layers))

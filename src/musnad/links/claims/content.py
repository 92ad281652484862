"""What a statement puts forward, in the terms in which two statements are compared: who, what, when, where, how many,
and whether it is said, denied, demanded, refused or offered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import msgspec
from msgspec.structs import replace

from musnad.doc import Span
from musnad.links.account import Account, Saying
from musnad.links.claims.days import Days, published
from musnad.links.claims.deeds import Deed, deed
from musnad.links.claims.marks import UNLIKE, Marked, Vocabulary, stretch
from musnad.links.claims.places import venues
from musnad.links.claims.quantities import Quantity
from musnad.links.claims.speakers import actors
from musnad.links.claims.turns import ahead, at_least, at_most, negative, only_place, set_against, told
from musnad.links.claims.when import days_told, tense
from musnad.links.claims.words import levels, particles
from musnad.links.findings import Ref

__all__ = ["Content", "contents", "days_apart", "tellers"]

_ACTS = {"denies": "deny", "demands": "demand", "refuses": "refuse", "promises": "offer"}
_SHORT = 4  # words of content below which the words around it are read with it
_HEAD = 2  # words at a content's beginning of which one is what it is about


class Content(msgspec.Struct, frozen=True, array_like=True, dict=True):
    """What one statement puts forward, on `page`.

    `marks`: what its words count as (`marks.py`), and its days (`~first/last`); `context`: the same of the words around
    a short content (`short`: of few words); `head`: of its first words. `when`: days; `where`, `elsewhere`: places that
    it names as the venue and that it rules out. `venue`: the words from the first to the last venue; `level`:
    on which level parties meet. `act`: say, deny, demand, refuse or offer. `against`: it says that something is not so.
    `limited`: it sets one thing before or after another. `tense`: past, future, or empty where neither is clear.
    `actors`: keys of the first teller. `day`: when the page came out. `scene`: the place that the page names most;
    `deed`: who did what, where the statement lays stress on who; `only`: it says of a place that it is the one;
    `at_most`, `at_least`: it says that a number was not exceeded, or reached. `counter`: it is set against what stands
    before it (`but`, `X replied that`). `ahead`: its verb is of the future. What is seldom asked for is
    closed until it is.
    """

    ref: Ref
    page: str
    title: bool
    status: str
    marks: frozenset[str]
    context: frozenset[str]
    short: bool
    head: frozenset[str]
    who: frozenset[str]
    when: tuple[Days, ...]
    where: frozenset[str]
    elsewhere: frozenset[str]
    venue: Span | None
    level: frozenset[str]
    numbers: tuple[Quantity, ...]
    act: str
    against: bool
    limited: bool
    tense: str
    actors: tuple[str, ...]
    day: Days | None
    scene: str | None
    deed: Deed
    only: bool
    at_most: bool
    at_least: bool
    counter: bool
    ahead: bool
    closed_said: msgspec.Raw
    closed_named: msgspec.Raw

    @cached_property
    def said(self) -> Saying:
        """The statement."""
        return _SAYINGS.decode(self.closed_said)

    @cached_property
    def unlike(self) -> frozenset[str]:
        """Marks of words that it tells turned into their opposite alone: `unsafe`."""
        told = {mark.removeprefix(UNLIKE) for mark in self.marks if mark.startswith(UNLIKE)}
        return frozenset(mark for mark in told - self.marks if mark[0] != "√")

    @cached_property
    def named(self) -> frozenset[str]:
        """All that the page names, by key."""
        return _NAMES.decode(self.closed_named)


_PACK = msgspec.msgpack.Encoder()
_SAYINGS = msgspec.msgpack.Decoder(Saying)
_NAMES = msgspec.msgpack.Decoder(frozenset[str])


def tellers(content: Content) -> tuple[str, ...]:
    """A statement's chain by names, or by words where a link has none: what tells two chains of one page apart."""
    return tuple(link.entity or link.text for link in content.said.chain)


def days_apart(one: Content, other: Content) -> int:
    """The days between the pages of two statements; 0 where they are not known."""
    if not one.day or not other.day:
        return 0
    return max((one.day[0] - other.day[1]).days, (other.day[0] - one.day[1]).days, 0)


def contents(page: Account, vocabulary: Vocabulary, sides: Mapping[str, frozenset[str]]) -> list[Content]:
    """The contents of a page's statements, in their order. `sides`: for whom each entity speaks."""
    return [_with_actor(content, sides) for content in _of_page(page, vocabulary)]


def _with_actor(content: Content, sides: Mapping[str, frozenset[str]]) -> Content:
    """Who demands, offers or refuses belongs to what is demanded, offered or refused."""
    if content.act in {"say", "deny"}:
        return content
    who = {f"@{key}" for actor in content.actors for key in (actor, *sides.get(actor, ()))}
    return replace(content, context=(content.context | who) - content.marks)


def _of_page(page: Account, vocabulary: Vocabulary) -> Iterator[Content]:
    if not page.sayings:
        return
    marked = vocabulary.read(page)
    scene, named = _scene(marked, vocabulary)
    before: list[range] = []
    set_against = False
    for said in page.sayings:
        here = [stretch(page, *span) for span in _spans(page, said)]
        if before and _points_back(page, here):
            here = before
        before = here
        content = _content(marked, said, here, vocabulary)
        set_against = content.counter or (said.carried is not None and set_against)
        yield replace(content, scene=scene, closed_named=named, counter=set_against)


def _scene(marked: Marked, vocabulary: Vocabulary) -> tuple[str | None, msgspec.Raw]:
    """The place that a page names most, the first of several, and the keys of all that it names."""
    names = [(vocabulary.known.key(name.entity), name.type) for name in marked.page.names]
    most = Counter(key for key, kind in names if kind in {"GPE", "LOC"}).most_common(1)
    told = {mark[1:] for word in marked.marks for mark in word if mark[0] == "@"}
    return (most[0][0] if most else None), msgspec.Raw(_PACK.encode(sorted(told | {key for key, _ in names})))


def _spans(page: Account, said: Saying) -> Iterator[tuple[int, int]]:
    """The content; of `denied the truth of what X reported about Y` only Y, which is a statement of its own."""
    inner = None
    if said.stance == "denies" and said.content and _of_truth(page, said):
        start, end = said.content[0].start, said.content[-1].end
        inner = next(
            (
                other.content
                for other in page.sayings
                if other.number != said.number
                and start < other.start < end
                and other.content
                and other.content[-1].end <= end
                and len(other.chain) > len(said.chain)
            ),
            None,
        )
    yield from inner or said.content


def _of_truth(page: Account, said: Saying) -> bool:
    """What is denied is the truth of reports, not a thing."""
    here = stretch(page, *said.content[0])
    return bool(here) and page.words[here.start] in particles("denied")


def _points_back(page: Account, here: Sequence[range]) -> bool:
    """A content that is only `this demand` means what was said before it."""
    words = [page.words[at] for span in here for at in span]
    return 0 < len(words) <= 3 and words[0].removeprefix("ب").removeprefix("ل") in particles("pointing")


def _content(marked: Marked, said: Saying, here: Sequence[range], vocabulary: Vocabulary) -> Content:
    page, known = marked.page, vocabulary.known
    words = [word for span in told(page, here) for word in _words(marked, said, span, vocabulary)]
    context: frozenset[str] = frozenset()
    first = next((page.words[at] for span in here for at in span), "")
    if first in particles("answer") or len(words) < _SHORT:
        context = frozenset(mark for at in _around(page, said, here) for mark in marked.marks[at])
    spans = [(page.starts[span.start], page.ends[span.stop - 1]) for span in here if span]
    when = tuple(dict.fromkeys(days_told(page, spans)))
    marks = frozenset(mark for word in words for mark in word) | {f"~{first}/{last}" for first, last in when}
    where, elsewhere = venues(page, spans, known)
    return Content(
        ref=Ref(page.doc, said.number),
        page=page.doc,
        title=said.title,
        status=said.status,
        marks=marks,
        context=context - marks,
        short=len(words) < _SHORT,
        head=frozenset(mark for word in [w for w in words if w[0][0] not in "@<#"][:_HEAD] for mark in word),
        who=frozenset(
            [
                *(m for m in marks if m[0] == "@"),
                *(m for at, m in marked.short.items() if any(at in span for span in here)),
            ]
        ),
        when=when,
        where=frozenset(where),
        elsewhere=frozenset(elsewhere),
        venue=_over(where),
        level=_level(page, here, marks),
        numbers=tuple(n for n in marked.numbers if any(n.at in span for span in here)),
        act=_act(marked, said, here),
        against=said.stance == "denies" or negative(page, here) or _refused_before(said, marks),
        limited=bool(marks & {"<before", "<after"}),
        tense=tense(page, when, said),
        actors=actors(said, page, vocabulary),
        day=published(page.published),
        scene=None,
        deed=deed(marked, said, here),
        only=only_place(page, here),
        at_most=at_most(page, here),
        at_least=at_least(page, here),
        counter=set_against(page, said, here),
        ahead=ahead(page, here),
        closed_said=msgspec.Raw(_PACK.encode(said)),
        closed_named=msgspec.Raw(b""),
    )


def _over(places: Mapping[str, tuple[int, int]]) -> Span | None:
    """From the first place to the last one."""
    spans = places.values()
    return Span(min(start for start, _ in spans), max(end for _, end in spans)) if spans else None


def _level(page: Account, here: Sequence[range], marks: frozenset[str]) -> frozenset[str]:
    """On which level parties meet, where the content is about a meeting."""
    if not marks & {"=meeting", "=talks"}:
        return frozenset()
    return frozenset(levels()[word] for span in here for word in page.words[span.start : span.stop] if word in levels())


def _refused_before(said: Saying, marks: frozenset[str]) -> bool:
    """`رفضه أي لقاء قبل …` is `لا لقاء قبل …`."""
    return said.stance == "refuses" and "=refuse" in marks and "<before" in marks


def _words(marked: Marked, said: Saying, span: range, vocabulary: Vocabulary) -> Iterator[tuple[str, ...]]:
    """The marks of the words of a stretch that say something."""
    page = marked.page
    for at in span:
        if not marked.marks[at] or (at - span.start < 3 and page.words[at] in particles("denied")):
            continue
        cut = _clitic(page, said, at) if at == span.start and marked.marks[at][0][0] not in "@#" else 0
        found = vocabulary.plain(page.words[at][cut:]) if cut else marked.marks[at]
        if found:
            yield found


def _clitic(page: Account, said: Saying, at: int) -> int:
    """The letters of a content's first word that are not of the content (`بتدفق`: the content begins at `تدفق`)."""
    cut = next(
        (span.start - page.starts[at] for span in said.content if page.starts[at] < span.start < page.ends[at]), 0
    )
    return cut if cut <= 2 and len(page.words[at]) - cut > 2 else 0


def _act(marked: Marked, said: Saying, here: Sequence[range]) -> str:
    """What is done by saying it. `renewed its demand that …` demands, whatever its verb; `we refused …` is told."""
    first = next((at for span in here for at in span), None)
    own = (
        first is not None and marked.page.words[first].endswith(("ها", "هم", "ته")) and "=demand" in marked.marks[first]
    )
    if (said.status == "demanded" or own) and said.stance != "denies":
        return "demand"
    if said.stance == "refuses" and first is not None and "=refuse" in marked.marks[first]:
        return "say"
    return _ACTS.get(said.stance, "say")


def _around(page: Account, said: Saying, here: Sequence[range]) -> Iterator[int]:
    """The places of a sentence's words without the content and who says it."""
    part = next((part for part in page.parts if part.start <= said.start < part.end), None)
    if part is None:
        return
    skip = {at for span in here for at in span} | set(stretch(page, said.start, said.end))
    skip |= {at for link in said.chain for at in stretch(page, link.start, link.end)}
    yield from (at for at in stretch(page, part.start, part.end) if at not in skip)

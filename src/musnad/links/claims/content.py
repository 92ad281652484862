"""What a statement puts forward, in the terms in which two statements are compared: who, what, when, where, how many,
and whether it is said, denied, demanded, refused or offered."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from musnad.links.account import Account, Name, Saying
from musnad.links.claims.days import Days, days, published
from musnad.links.claims.places import venues
from musnad.links.claims.quantities import Quantity, quantities
from musnad.links.claims.words import AFTER, BEFORE, NOT, Lexis, number, stop
from musnad.links.entities import Entities
from musnad.links.findings import Ref

__all__ = ["Content", "Word", "contents", "lexis", "tellers"]

_ACTS = {"denies": "deny", "demands": "demand", "refuses": "refuse", "promises": "offer"}
_HERE = frozenset(("هذا", "هذه", "ذلك", "تلك"))
_IF = frozenset(("اذا", "لو", "شريطه", "بشرط", "شرط"))
_ELLIPTIC = frozenset(("في", "من", "الي", "علي", "بعد", "خلال", "نعم"))  # what an answer begins with
_SHORT = 4  # words of content below which the words around it are read with it
_DENIED = frozenset(("صحه", "وجود", "حدوث", "حصول", "وقوع", "صدق", "انباء", "شائعات", "تقارير", "خبر", "اخبار", "مزاعم", "ما"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a content: its place among the page's words, what it counts as."""

    at: int
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """What one statement puts forward.

    `marks`: senses, roots, entities (`@key`) and numbers (`#205`) of its words; `context`: of the words around a short
    content. `when`: days; `where`, `elsewhere`: places that it names as the venue and that it rules out. `act`: say,
    deny, demand, refuse or offer. `against`: it says that something is not so. `order`: marks in the order of words.
    `limited`: it sets one thing before or after another. `tense`: past, future, or empty where neither is clear.
    `actors`: keys of the first teller, where the statement is that party's own act.
    `day`: when the page came out.
    """

    ref: Ref
    page: int
    said: Saying
    words: tuple[Word, ...]
    marks: frozenset[str]
    context: frozenset[str]
    who: frozenset[str]
    when: tuple[Days, ...]
    where: frozenset[str]
    elsewhere: frozenset[str]
    numbers: tuple[Quantity, ...]
    act: str
    against: bool
    limited: bool
    tense: str
    actors: tuple[str, ...]
    day: Days | None


def tellers(content: Content) -> tuple[str, ...]:
    """A statement's chain by names, or by words where a link has none: what tells two chains of one page apart."""
    return tuple(link.entity or link.text for link in content.said.chain)


def lexis(pages: Iterable[Account]) -> Lexis:
    """The words of all pages, counted."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update(page.words)
    return Lexis(counts)


def contents(
    pages: Sequence[Account], known: Entities, words: Lexis, sides: Mapping[str, frozenset[str]]
) -> list[Content]:
    """The contents of all statements, in the order of pages and statements. `sides`: for whom each entity speaks."""
    found = (content for number, page in enumerate(pages) for content in _of_page(number, page, known, words))
    return [_with_actor(content, sides) for content in found]


def _with_actor(content: Content, sides: Mapping[str, frozenset[str]]) -> Content:
    """Who demands, offers or refuses belongs to what is demanded, offered or refused."""
    if content.act in {"say", "deny"}:
        return content
    who = {f"@{key}" for actor in content.actors for key in (actor, *sides.get(actor, ()))}
    return replace(content, context=(content.context | who) - content.marks)


def _of_page(number: int, page: Account, known: Entities, lexicon: Lexis) -> Iterator[Content]:
    names = sorted(page.names)
    before: list[range] = []
    for said in page.sayings:
        here = [_range(page, *span) for span in _spans(page, said)]
        if before and _points_back(page, here):
            here = before
        before = here
        yield _content(number, page, said, here, names, known, lexicon)


def _range(page: Account, start: int, end: int) -> range:
    """The words of a stretch; a word in the middle of which it begins (behind a clitic) is one of them."""
    return range(max(0, bisect_right(page.starts, start) - 1) if _inside(page, start) else bisect_left(page.starts, start),
                 bisect_left(page.starts, end))


def _inside(page: Account, place: int) -> bool:
    at = bisect_right(page.starts, place) - 1
    return at >= 0 and page.ends[at] > place


def _spans(page: Account, said: Saying) -> Iterator[tuple[int, int]]:
    """The content; of `denied the truth of what X reported about Y` only Y, which is a statement of its own."""
    inner = None
    if said.stance == "denies" and said.content:
        start, end = said.content[0].start, said.content[-1].end
        inner = next(
            (
                other.content
                for other in page.sayings
                if other.number != said.number and start < other.start < end and other.content
                and other.content[-1].end <= end and len(other.chain) > len(said.chain)
            ),
            None,
        )
    yield from inner or said.content


def _points_back(page: Account, here: Sequence[range]) -> bool:
    """A content that is only `this demand` means what was said before it."""
    words = [page.words[at] for span in here for at in span]
    return 0 < len(words) <= 3 and words[0].removeprefix("ب").removeprefix("ل") in _HERE


def _content(
    place: int, page: Account, said: Saying, here: Sequence[range], names: Sequence[Name], known: Entities, lexicon: Lexis
) -> Content:
    numbers = quantities(page, here, lexicon)
    told = _told(page, here)
    words = [word for span in told for word in _words(page, span, _begins(page, said, span), names, numbers, known, lexicon)]
    context: list[Word] = []
    first = next((page.words[at] for span in here for at in span), "")
    if first in _ELLIPTIC or sum(not mark.startswith("√") for word in words for mark in word.marks) < _SHORT:
        context = [word for span in _around(page, said, here) for word in _words(page, span, 0, names, (), known, lexicon)]
    spans = [(page.starts[span.start], page.ends[span.stop - 1]) for span in here if span]
    where, elsewhere = venues(page, spans, names, known)
    when = tuple(_days(page, spans))
    dates = {f"~{first}/{last}" for first, last in when}
    marks = frozenset(mark for word in words for mark in word.marks) | dates
    whose = said.chain[-1].entity if said.chain else None
    return Content(
        ref=Ref(page.doc, said.number),
        page=place,
        said=said,
        words=tuple(words),
        marks=marks,
        context=frozenset(mark for word in context for mark in word.marks) - marks,
        who=frozenset(mark for mark in marks if mark.startswith("@")),
        when=when,
        where=where,
        elsewhere=elsewhere,
        numbers=numbers,
        act=_act(page, said, here, lexicon),
        against=_against(page, said, here),
        limited=any(page.words[at] in BEFORE | AFTER for span in here for at in span),
        tense=_tense(page, when),
        actors=known.keys(whose) if whose else (),
        day=published(page.published),
    )


def _begins(page: Account, said: Saying, words: range) -> int:
    """Where a stretch of content begins within its first word."""
    first = page.starts[words.start] if words else 0
    return next((span.start for span in said.content if words and first < span.start < page.ends[words.start]), 0)


def _told(page: Account, here: Sequence[range]) -> list[range]:
    """The content without its condition (`if …`), where something stands before that."""
    told = []
    for span in here:
        cut = next((at for at in span[2:] if _conditional(page.words, at)), span.stop)
        told.append(range(span.start, cut))
    return told


def _conditional(words: Sequence[str], at: int) -> bool:
    after = words[at + 1] if at + 1 < len(words) else ""
    if words[at] == "مقابل":  # for something, not for a price
        return not (after[:1].isdigit() or number(after))
    return words[at] in _IF or (words[at] == "حال" and words[at - 1] == "في")


def _act(page: Account, said: Saying, here: Sequence[range], lexicon: Lexis) -> str:
    """What is done by saying it. `renewed its demand that …` demands, whatever its verb."""
    first = next((page.words[at] for span in here for at in span), "")
    own = first.endswith(("ها", "هم", "ته")) and lexicon(first)[0] == "=demand"
    if (said.status == "demanded" or own) and said.stance != "denies":
        return "demand"
    return _ACTS.get(said.stance, "say")


def _against(page: Account, said: Saying, here: Sequence[range]) -> bool:
    """Denied, or said to be not so; a denial of a negative is a `no` once more, for words are told apart by words."""
    first = next((page.words[at] for span in here for at in span), "")
    return said.stance == "denies" or said.negated or first in NOT


def _tense(page: Account, when: Sequence[Days]) -> str:
    """Whether what is told lay behind the page or before it: by its last day."""
    now = published(page.published)
    if now and when:
        last = max(end for _, end in when)
        if last < now[0]:
            return "past"
        if min(start for start, end in when if end == last) > now[1]:
            return "future"
    return ""


def _days(page: Account, spans: Sequence[tuple[int, int]]) -> Iterator[Days]:
    for time in page.times:
        if time.type in {"DATE", "TIME"} and any(start <= time.start < end for start, end in spans):
            found = days(time.value, page.published)
            if found:
                yield found


def _around(page: Account, said: Saying, here: Sequence[range]) -> Iterator[range]:
    """The sentence of a short content, without the content and who says it."""
    part = next((part for part in page.parts if part.start <= said.start < part.end), None)
    if part is None:
        return
    whole = _range(page, part.start, part.end)
    skip = {at for span in here for at in span}
    skip |= set(_range(page, said.start, said.end))
    skip |= {at for link in said.chain for at in _range(page, link.start, link.end)}
    yield from (range(at, at + 1) for at in whole if at not in skip)


def _words(
    page: Account, span: range, begins: int, names: Sequence[Name], numbers: Sequence[Quantity], known: Entities, lexicon: Lexis
) -> Iterator[Word]:
    """The words of a stretch that say something: names by their keys, numbers by value, others by sense or root."""
    if not span:
        return
    start, end = page.starts[span.start], page.ends[span.stop - 1]
    named = {at: name for name in names if start <= name.start < end for at in _range(page, *_wide(page, name))}
    timed = {
        at for time in page.times
        if time.type in {"DATE", "TIME"} and start <= time.start < end for at in _range(page, time.start, time.end)
    }
    counted = {at: quantity for quantity in numbers for at in range(quantity.at, quantity.end)}
    for at in span:
        word = page.words[at]
        if at in counted:
            if at == counted[at].at:
                yield Word(at, (f"#{counted[at].value:g}",))
        elif at in named:
            if at - 1 not in named or named[at - 1] is not named[at]:
                yield Word(at, (f"@{known.key(named[at].entity)}",))
        elif at in timed or stop(word):
            continue
        elif word in NOT or word in _DENIED and at - span.start < 3:
            continue
        elif word in BEFORE:
            yield Word(at, ("<before",))
        elif word in AFTER:
            yield Word(at, ("<after",))
        elif key := known.of_adjective(word) or known.of_word(word):
            yield Word(at, (f"@{key}",))
        else:
            cut = begins - page.starts[at]  # a content begins behind the clitic of its first word
            yield Word(at, lexicon(word[cut:] if 0 < cut <= 2 and len(word) - cut > 2 else word))


def _wide(page: Account, name: Name) -> tuple[int, int]:
    """A name with the clitic that its first word carries."""
    at = max(0, bisect_left(page.starts, name.start + 1) - 1)
    return (page.starts[at] if page.ends[at] > name.start else name.start), name.end

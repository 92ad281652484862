"""What each page tells of events, made comparable across pages: keys for names, days for dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

import msgspec

from musnad.doc import Span
from musnad.links.account import Account, Happening, Part, Saying
from musnad.links.claims.words import particles, sense
from musnad.links.entities import Entities, heads
from musnad.links.findings import Ref
from musnad.links.process.both import sides, twofold
from musnad.links.process.both import there as parties_there
from musnad.links.process.days import Days, bounds
from musnad.links.process.leaves import Leaf
from musnad.links.process.met import MET
from musnad.links.process.parties import Parties
from musnad.rules import lexicon
from musnad.text import fold

__all__ = ["Telling", "called", "full", "tellings"]

_WIDE = 90  # code points on either side of a trigger
_BESIDE = 6  # words on either side of a trigger that may say who it is
_NEAR = 6  # words behind a trigger that say what is done to what
_MUTUAL = ("meeting", "agreement", "exchange", "call")
_TALKS = ("meeting", "call", "visit")
_SIDES = ("exchange", "agreement")  # what needs two: of a page that names none, those that it is about
_TRUCE = frozenset(map(fold, ("هدنة", "الهدنة", "وقف")))
_BELONGS = frozenset(map(fold, ("تابعا", "تابعة", "تابع", "له", "لها")))
_DEEDS = ("other", "attack", "decision")
_GIVES_OUT = ("announces", "promises", "reveals")
_CLITIC = 2  # code points before a content's first word
_ACTING = ("official_body", "organization", "state")
_OPEN = ("planned", "expected", "possible", "conditional")


class Telling(msgspec.Struct, frozen=True, array_like=True):
    """One page's words on one event. `definite`: it speaks of it as known (`اللقاء`). `said`: the statement that
    tells it, None in the article's own voice; `of`: the statement whose claim it belongs to, `claim`: that claim, once
    it is known. `gist`: stems of the words that name it. `around`: of those in its sentence, `trigger` of the word
    itself, `beside`: the words next to it. `there`: the parties that the page names."""

    doc: str
    published: str | None
    start: int
    end: int
    type: str
    level: str | None
    actors: tuple[str, ...]
    parties: frozenset[str]
    place: str | None
    date: str | None
    days: Days | None
    status: str
    said: Ref | None
    of: Ref | None
    definite: bool
    gist: frozenset[str]
    around: frozenset[str]
    trigger: str
    beside: tuple[str, ...]
    there: frozenset[str]
    claim: str | None = None

    @property
    def bare(self) -> bool:
        return not (self.actors or self.place or self.days)

    @property
    def ahead(self) -> bool:
        """Still to come, as the page has it."""
        return self.status in _OPEN


def tellings(leaf: Leaf, who: Parties) -> Iterator[Telling]:
    """Every happening of a page, in its order."""
    page = leaf.page
    if page.happenings:
        there = parties_there(page, who)
        both, short = cache(partial(sides, page, who)), cache(partial(_short, page, who))  # few happenings ask for them
        for happening in page.happenings:
            yield _telling(leaf, happening, who, there, both, short)


def _telling(
    leaf: Leaf, told: Happening, who: Parties, there: frozenset[str], both: Callable[[], tuple[str, ...]],
    short: Callable[[], Mapping[str, str]],
) -> Telling:  # fmt: skip
    page, at = leaf.page, leaf.index(told.start)
    saying = _holding(page, told)
    ref = Ref(page.doc, saying.number) if saying else None
    known = who.entities
    actors = tuple(dict.fromkeys(known.key(actor) for actor in told.actors))
    word = page.words[at] if at < len(page.words) else ""
    days = bounds(told.date, page.published)
    part = leaf.part(told.start)
    near = [w for w in page.words[at : at + _NEAR + 1] if full(w)] if part else []
    if not actors and part and told.type != "statement":
        actors = _called(page, at, short()) or (_states(leaf, at, known) if told.type in _TALKS else ())
        actors = actors or _met(leaf, told, part, who) or (_accused(leaf, told, known) if told.type == "attack" else ())
        actors = actors or (_own(saying, told, known) if saying and told.type in _DEEDS else ())
    parties = frozenset(p for actor in actors if (p := who.of(actor)) and known.types.get(p) != "PER")
    if not actors and part and (told.type in _SIDES or word.lstrip("وب") in _TRUCE or _both(page, at, told.type)):
        parties, actors = frozenset(both()), both()
    wide = Span(told.start - _WIDE, told.end + _WIDE)
    return Telling(
        doc=page.doc,
        published=page.published,
        start=told.start,
        end=told.end,
        type=told.type,
        level=told.level,
        actors=actors,
        parties=parties,
        place=known.key(told.place) if told.place else None,
        date=told.date if days and re.match(r"\d{4}", told.date or "") else days and "/".join(dict.fromkeys(days)),
        days=days,
        status="possible" if saying and saying.stance == "refuses" else _status(told, days, page.published),
        said=ref,
        of=ref or _occasion(leaf, told),
        definite=word.startswith(("ال", "لل", "وال", "بال")) or _of_place(leaf, at, told),
        gist=frozenset(leaf.stem(word) for word in near if len(word) > 2),
        around=frozenset(leaf.stem(w) for w in leaf.words(wide) if len(w) > 3 and full(w)),
        trigger=leaf.stem(word.removeprefix("و")),
        beside=tuple(page.words[max(at - 3, 0) : at + 3]),
        there=there,
    )


def _status(told: Happening, days: Days | None, published: str | None) -> str:
    """What a headline of the present tells of a day to come is planned."""
    now = bounds(published, None)
    ahead = told.status == "occurred" and days is not None and now is not None and days[0] > now[1]
    return "planned" if ahead else told.status


def _met(leaf: Leaf, told: Happening, part: Part, who: Parties) -> tuple[str, ...]:
    """The people and parties before a trigger whom only other pages tell to be names."""
    if told.type not in _MUTUAL:
        return ()
    near = Span(max(part.start, told.start - _WIDE), told.start)
    tellers = {link.start for saying in leaf.page.sayings for link in saying.chain}
    names = (
        n
        for n in leaf.names(near)
        if n.kind == MET and n.start not in tellers and (n.type == "PER" or who.of(n.entity) in who.sides)
    )
    return tuple(dict.fromkeys(name.entity for name in names))


def _accused(leaf: Leaf, told: Happening, known: Entities) -> tuple[str, ...]:
    """Who accuses whom of an attack on its page, and the bodies that its own sentence names."""
    page, found = leaf.page, []
    for saying in page.sayings:
        if any(word.removeprefix("و") in particles("accuses") for word in saying.cue.split()) and saying.chain:
            found += [entity for entity in (saying.chain[-1].entity or "").split(";") if entity]
            if saying.content:
                found += [n.entity for n in leaf.names(Span(saying.end, saying.content[-1].end)) if n.type == "ORG"]
    part = leaf.part(told.start)
    found += [n.entity for n in leaf.names(Span(part.start, part.end)) if n.type == "ORG"] if part else []
    return tuple(dict.fromkeys(known.key(entity.strip()) for entity in found))


def _own(saying: Saying, told: Happening, known: Entities) -> tuple[str, ...]:
    """`قالت الوزارة إن فرقها أزالت …`, `أعلنت النقابة إضرابا`: what is done by the teller's own."""
    last = saying.chain[-1] if saying.chain else None
    if last is None or not last.entity or last.kind not in _ACTING:
        return ()
    first = saying.what.split()[:3]
    own = any(word.endswith(("ها", "هم")) or word in _BELONGS for word in first) and saying.status == "occurred"
    begins = bool(saying.content) and 0 <= told.start - saying.content[0].start <= _CLITIC
    return known.keys(last.entity) if own or (begins and saying.stance in _GIVES_OUT) else ()


def _occasion(leaf: Leaf, told: Happening) -> Ref | None:
    """What is said on an occasion of speech: its speaker's statement that is next to it in a sentence."""
    part = leaf.part(told.start) if told.type == "statement" else None
    if part is None:
        return None
    near = (
        (abs(saying.start - told.start), saying.number)
        for saying in leaf.page.sayings
        if part.start <= saying.start < part.end
        and saying.chain
        and {name.strip() for name in (saying.chain[-1].entity or "").split(";")} & set(told.actors)
    )
    found = min(near, default=None)
    return Ref(leaf.page.doc, found[1]) if found else None


def _of_place(leaf: Leaf, at: int, told: Happening) -> bool:
    """`لقاء القاهرة`: known by its place."""
    name = leaf.named(at + 1) if told.place and at + 1 < len(leaf.page.words) else None
    return name is not None and name.entity == told.place


def _short(page: Account, who: Parties) -> dict[str, str]:
    """Whom the page means by words that are no names: `the bloc`, `the parliament`."""
    known = who.entities
    bodies = heads((known.key(name.entity), name.entity) for name in page.names if name.type == "ORG")
    named = {word: who.only[told] for word in set(page.words) if (told := sense(word)) and told in who.only}
    return {**named, **bodies}


def called(leaf: Leaf) -> list[str]:
    """The senses of the words around a page's happenings: one body alone may be called so."""
    places = (leaf.index(told.start) for told in leaf.page.happenings)
    words = {bare for at in places for bare in _beside(leaf.page, at) if bare}
    return sorted({told for word in words if (told := sense(word))})


def _called(page: Account, at: int, short: Mapping[str, str]) -> tuple[str, ...]:
    """The bodies that words around a trigger mean."""
    return tuple(dict.fromkeys(short[bare] for bare in _beside(page, at) if bare in short))


def _beside(page: Account, at: int) -> Iterator[str]:
    return (word.lstrip("وفبل") for word in page.words[max(at - _BESIDE, 0) : at + _BESIDE])


def _states(leaf: Leaf, at: int, known: Entities) -> tuple[str, ...]:
    """The states whose adjectives stand around a trigger (`a Qatari envoy`), and not in the words for who tells it."""
    page = leaf.page
    telling = {
        place
        for saying in page.sayings
        for link in saying.chain
        for place in range(leaf.index(link.start), leaf.index(link.end))
    }
    near = [place for place in range(max(at - _BESIDE, 0), min(at + _BESIDE, len(page.words))) if place not in telling]
    return tuple(dict.fromkeys(state for place in near if (state := known.of_adjective(page.words[place]))))


def _both(page: Account, at: int, kind: str) -> bool:
    """Whether the words around a trigger say that both sides do it (`البلدان`, `الطرفين`)."""
    return kind in _MUTUAL and any(map(twofold, page.words[max(at - 6, 0) : at + 7]))


def full(word: str) -> bool:
    """Whether a folded word is more than a function word."""
    return not (word in _empty() or word.removeprefix("و") in _empty())


@cache
def _empty() -> frozenset[str]:
    """Function words: they say nothing of what was done."""
    return frozenset((*lexicon("events/words").by_form, *lexicon("attribution/words").by_form))


def _holding(page: Account, told: Happening) -> Saying | None:
    """The innermost statement whose content names the event."""
    holding = [
        (part.end - part.start, saying.number, saying)
        for saying in page.sayings
        for part in saying.content
        if part.start <= told.start < part.end
    ]
    return min(holding)[2] if holding else None

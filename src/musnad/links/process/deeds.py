"""What a page tells of a party's demand, offer or refusal without a statement of its own: within what somebody says, or
in the article's own voice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from musnad.doc import Span
from musnad.links.account import Name, Saying
from musnad.links.claims.marks import stretch
from musnad.links.claims.words import particles, stop
from musnad.links.process.both import sides, twofold
from musnad.links.process.kinds import refusing
from musnad.links.process.leaves import Leaf
from musnad.links.process.parties import Parties
from musnad.links.process.tables import forms, signed
from musnad.links.process.titles import GOVERNMENT
from musnad.rules import numbered
from musnad.text import fold

__all__ = ["Deed", "body", "in_voice", "within"]

_NOT = ("لم", "لا", "لن")
_SHOWN = ("خلال", "في", "علي", "امام", "من", "عبر", "عن")  # `عرض خلال الاجتماع …`: he showed it
_IF = ("اذا", "ان", "لو", "كلما", "حال")
_DEEDS = ("refusal", "demand", "offer", "concession")
_REACH = 8  # words behind a verb among which the word stands that it takes
_TITLE = 5  # words of a title between a verb and a name
_GAP = 2  # code points between two words with no stop

Deed = tuple[str, str, Span]  # a party, the kind of its position, and the words that tell it


class _Verb(NamedTuple):
    """A verb's kind of position, what must stand behind it, any of it, and what must not."""

    kind: str
    takes: tuple[str, ...]
    unless: tuple[str, ...]


def within(leaf: Leaf, saying: Saying, who: Parties) -> Iterator[Deed]:
    """Deeds told in what somebody says, where no statement of its own tells them."""
    own = [Span(s.start, s.end) for s in leaf.page.sayings if s.number != saying.number]
    unnamed = bool(saying.chain) and saying.chain[-1].kind == "anonymous"
    speaks = who.all(saying.chain[-1].entity) if saying.chain else ()
    for part in saying.content:
        first = leaf.index(part.start) + (saying.stance == "refuses")  # `رفض عرض فلان`: that is what he refuses
        places = range(first, min(leaf.index(part.end), len(leaf.page.words)))
        able = (at for at in places if _may_tell(leaf.page.words[at]) or refusing(leaf.page.words[at]))
        free = [at for at in able if not any(span.start <= leaf.page.starts[at] < span.end for span in own)]
        yield from _told(leaf, free, part, who, unnamed=unnamed)
        yield from _will_not(leaf, free, part, who, speaks)


def in_voice(leaf: Leaf, who: Parties) -> Iterator[Deed]:
    """Deeds that the article itself tells: behind a verb with its subject right behind it, and nobody saying so."""
    page = leaf.page
    said = {at for saying in page.sayings for span in saying.content for at in stretch(page, *span)}
    said |= {at for saying in page.sayings for at in stretch(page, saying.start, saying.end)}
    for part in page.parts:
        if part.title:
            continue
        for at in stretch(page, part.start, part.end):
            if (
                _may_tell(page.words[at])
                and at not in said
                and (kind := taken(page.words, at))
                and _done(page.words, at)
            ):
                for party in _parties(leaf, at, Span(part.start, part.end), who, behind=True):
                    yield party, kind, Span(page.starts[at], part.end)


def _told(leaf: Leaf, places: Sequence[int], part: Span, who: Parties, *, unnamed: bool) -> Iterator[Deed]:
    """`unnamed`: nobody can tell who says so: that another party gave way is then no position of it."""
    for at in places:
        kind = _deed(leaf.page.words, at)
        if kind is not None and not (kind == "concession" and unnamed):
            for party in _parties(leaf, at, part, who):
                yield party, kind, Span(leaf.page.starts[at], part.end)


def _will_not(leaf: Leaf, places: Sequence[int], part: Span, who: Parties, speaks: tuple[str, ...]) -> Iterator[Deed]:
    """`إن طهران لن تنسحب …`: what somebody says that his own party will not do."""
    words = leaf.page.words
    first = leaf.index(part.start)
    for at in places:
        if at >= first + 2 and words[at - 1] in ("لن", "لا") and refusing(words[at]):
            subject = _before(leaf, at, part)
            party = who.of(subject.acts_for or subject.entity) if subject is not None else body(leaf, at - 2, who)
            if party is not None and party in speaks:
                yield party, "refusal", Span(leaf.page.starts[at - 1], part.end)


def _deed(words: Sequence[str], at: int) -> str | None:
    """What kind of position a word has its subject take; what is not accepted is refused."""
    kind = _signed(words[at]) or taken(words, at)
    before = words[at - 1].removeprefix("و") if at else ""
    if before in _NOT:
        return "refusal" if kind == "concession" else None
    if before in _IF or (kind == "offer" and at + 1 < len(words) and words[at + 1] in _SHOWN):
        return None
    return kind


def _done(words: Sequence[str], at: int) -> bool:
    """No `not` and no `if` before a verb."""
    return not at or words[at - 1].removeprefix("و") not in (*_NOT, *_IF)


@cache
def _signed(word: str) -> str | None:
    signs = forms("signs")
    told = {*signs.get(word, "").split(), *(signs.get(word[1:], "").split() if word[:1] in ("و", "ف") else ())}
    return next((kind for kind in _DEEDS if f"of-{kind}" in told), None) if told else None


@cache
def _may_tell(word: str) -> bool:
    """Whether a word is a verb of some position."""
    return _signed(word) is not None or word in _verbs() or (word[0] in "وف" and word[1:] in _verbs())


def taken(words: Sequence[str], at: int) -> str | None:
    """The kind of a verb's position, where behind it stands what it takes."""
    word = words[at]
    behind = words[at + 1 : at + 1 + _REACH]
    for kind, takes, unless in _verbs().get(word, ()) or _verbs().get(word[1:] if word[0] in "وف" else word, ()):
        if (not takes or any(_is_taken(each, takes) for each in behind)) and not any(
            _is_taken(each, unless) for each in behind
        ):
            return kind
    return None


def _is_taken(word: str, takes: Sequence[str]) -> bool:
    small = stop(word) or word in particles("after")
    return any(word.startswith(form[:-1]) and not small if form.endswith("-") else word == form for form in takes)


@cache
def _verbs() -> Mapping[str, tuple[_Verb, ...]]:
    """By folded verb the kinds of position that it tells, with what it takes and does not."""
    text = (files("musnad.links.process") / "deeds.tsv").read_text(encoding="utf-8")
    found: dict[str, tuple[_Verb, ...]] = {}
    for _, row in numbered(text, "links/process/deeds.tsv"):
        takes = tuple(map(fold, filter(None, row["with"].split("|"))))
        for form in map(fold, row["form"].split("|")):
            unless = tuple(map(fold, filter(None, row["unless"].split("|"))))
            found[form] = (*found.get(form, ()), _Verb(row["kind"], takes, unless))
    return found


def _parties(leaf: Leaf, at: int, part: Span, who: Parties, *, behind: bool = False) -> tuple[str, ...]:
    """Whose deed a verb is: the party named at most four words before it or next behind it, or both sides; `behind`:
    only what stands behind it."""
    words, first = leaf.page.words, leaf.index(part.start)
    near = words[at + 1 : at + 2] if behind else words[max(at - 2, first) : at] + words[at + 1 : at + 2]
    if any(map(twofold, near)) or (not behind and "معا" in words[at + 1 : at + 6]):
        return sides(leaf.page, who)
    party = _behind(leaf, at, part, who)
    if party is None and not behind:
        subject = _before(leaf, at, part)
        party = who.of(subject.acts_for or subject.entity) if subject is not None else body(leaf, at - 1, who)
    return (party,) if party else ()


def _behind(leaf: Leaf, at: int, part: Span, who: Parties) -> str | None:
    """Who is named next behind a verb: a body, `the company`, or a person behind his title."""
    page = leaf.page
    for i in range(at + 1, min(at + 1 + _TITLE, len(page.words))):
        if page.starts[i] >= part.end or page.starts[i] - page.ends[i - 1] > _GAP:
            return None
        name = leaf.named(i)
        if name is not None and (i == at + 1 or name.type == "PER"):
            return who.of(name.acts_for or name.entity) if name.type in ("GPE", "ORG", "PER") else None
        if i == at + 1 and (meant := body(leaf, i, who)) is not None:
            return meant
        if name is not None or not (page.words[i] in forms("roles") or i > at + 1):
            return None
    return None


def body(leaf: Leaf, at: int, who: Parties) -> str | None:
    """The body that a word means: `the union`, where the page or the casefile names one alone."""
    word = leaf.page.words[at] if 0 <= at < len(leaf.page.words) else ""
    if word.startswith(("وال", "فال")):
        word = word[1:]
    if not word.startswith("ال"):
        return None
    behind = leaf.page.words[at + 1] if at + 1 < len(leaf.page.words) else ""
    if word in GOVERNMENT:
        return who.of(who.entities.of_adjective(behind) or who.offices.state(leaf))
    key = None if behind.startswith("ال") else who.offices.short(leaf).get(word) or who.bodies.get(word)
    return who.of(key) if key else None


def _before(leaf: Leaf, at: int, part: Span) -> Name | None:
    """Who is named at most four words before a verb."""
    page = leaf.page
    before = range(at - 1, max(at - 5, leaf.index(part.start) - 1), -1)
    for i in () if page.words[at].startswith("و") or signed(page.words[at], "noun") else before:
        name = leaf.named(i)
        if name is not None and name.type in ("GPE", "ORG", "PER"):
            return name
    return None

"""What parties want from, offer to and refuse one another: read off what is said, for the party behind who says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from functools import cache, lru_cache
from typing import NamedTuple

from musnad.doc import Span
from musnad.links.account import Name, Saying, Teller
from musnad.links.findings import Position, Ref
from musnad.links.process.leaves import Leaf, stems
from musnad.links.process.levels import level_in
from musnad.links.process.parties import Parties
from musnad.links.process.tables import forms, signed
from musnad.links.process.tellings import sides, twofold
from musnad.rules import fold_pattern
from musnad.text import fold

__all__ = ["Stand", "alike", "kind_of", "position", "stands"]

_UNNAMED = ("anonymous", "experts", "media_reports", "document")
# `لا قمة قبل …`, `لا اتفاق دون …`: what is not to be before something else is.
_NOT_BEFORE = re.compile(
    fold_pattern(
        r"(?:^|\s)(?:لا \w+(?: \S+){0,6}? (?:إلا|حتى|قبل|دون|بدون|ما لم|من غير)"
        r"|لن \w+(?: \S+){0,6}? (?:قبل|دون|بدون|ما لم))(?= )"
        r"(?! (?:\d|نهاية|مطلع|منتصف|شهر|عام|يوم|أسبوع|الصيف|الشتاء|الربيع|الخريف))"
    )
)
_ORDER = re.compile(fold_pattern(r"\bأولا\b.*\bثم\b.*\bثم\b|لا قفز فوق"))
_WILL = re.compile(r"(?:^|\s)[وف]?س[يتنا]\w{3,}")
_NEITHER = re.compile(fold_pattern(r"(?:^|\s)لن ن\w+"))
_NOT = ("لا", "لن", "الا")
_DEEDS = ("refusal", "demand", "offer", "concession")
_MOST = 0.5  # of the words of the shorter of two texts: with as many in common they are about the same


class Stand(NamedTuple):
    """One party's position as one statement tells it; `about`: its words, `words`: their stems."""

    actor: str | None
    kind: str
    ref: Ref
    about: str
    toward: str | None
    track: str | None
    words: frozenset[str]


def stands(leaf: Leaf, who: Parties) -> list[Stand]:
    """The positions that a page tells, in the order of its statements."""
    return [stand for saying in leaf.page.sayings for stand in _stands(leaf, saying, who)]


def _stands(leaf: Leaf, saying: Saying, who: Parties) -> Iterator[Stand]:
    ref = Ref(leaf.page.doc, saying.number)
    last = saying.chain[-1] if saying.chain else None
    for kind in kinds_of(saying):
        if last is None:
            break
        actors: tuple[str | None, ...] = _actors(leaf, last, who)
        if kind == "offer" and (subject := _offering(leaf, saying, who)):
            actors = (subject,)
        for actor in actors:
            if actor is not None or kind == "condition":
                toward = _toward(leaf, saying, who, actor)
                yield _stand(actor, kind, ref, saying.written, toward, level_in(saying.what.split()))
    yield from _deeds(leaf, saying, who, ref)


def _stand(actor: str | None, kind: str, ref: Ref, about: str, toward: str | None, track: str | None) -> Stand:
    return Stand(actor, kind, ref, about, toward, track, stems(re.findall(r"\w+", fold(about))))


def _actors(leaf: Leaf, last: Teller, who: Parties) -> tuple[str | None, ...]:
    """The parties of a teller; of `the company` the one that the page names, of the public its words, of `both` two."""
    if twofold(last.text.partition(" ")[0]) and (both := sides(leaf.page, who)):
        return both
    meant = who.offices.party(leaf, last) if not last.entity or " " not in last.entity else None
    if meant is not None and (not last.entity or last.entity.startswith("ال")):
        return (who.of(meant),)
    return who.all(last.entity) or (last.written if last.kind == "public" else None,)


def _offering(leaf: Leaf, saying: Saying, who: Parties) -> str | None:
    """`وعرضت فلانة …` with nobody before it: who is named right behind the verb offers."""
    if saying.carried is None or not saying.content:
        return None
    at = leaf.index(saying.content[0].start)
    name = leaf.named(at) if at < len(leaf.page.words) and leaf.page.starts[at] < saying.content[0].end else None
    return who.of(name.acts_for or name.entity) if name is not None and name.type in ("GPE", "ORG") else None


def kinds_of(saying: Saying) -> tuple[str, ...]:
    """All that a statement is for its own teller: `نطالب بكذا ونرفض كذا` is a demand and a refusal."""
    first = kind_of(saying)
    if first in (None, "condition"):
        return (first,) if first else ()
    what = f" {saying.what} "
    own = (role for role in ("demand", "refusal", "offer", "concession") if _says(what, role))
    return tuple(dict.fromkeys([first, *own]))


def kind_of(saying: Saying) -> str | None:
    """What sort of position a statement is for its own teller, if it is one."""
    last = saying.chain[-1] if saying.chain else None
    if last is None or saying.stance in ("denies", "expects", "believes", "praises", "criticises", "reveals"):
        return None
    what = f" {saying.what} "
    unnamed = last.kind in _UNNAMED
    if _NOT_BEFORE.search(what) and not _WILL.search(what):
        return "condition"
    if unnamed:
        return None
    if saying.stance == "refuses":
        return "refusal"
    if signed(saying.cue, "cue-offer") or _says(what, "offer"):
        return "offer"
    if saying.stance == "demands" or saying.status == "demanded" or _says(what, "demand"):
        return "demand"
    if _says(what, "refusal") or _NEITHER.search(what):
        return "refusal"
    if signed(saying.cue, "cue-concession") or _says(what, "concession"):
        return "concession"
    if renewed := _renewed(saying.what.split()):
        return renewed
    if _ORDER.search(what) and not _WILL.search(what):
        return "condition"
    if saying.stance == "promises":
        return _promise(saying)
    return None


def _renewed(words: Sequence[str]) -> str | None:
    """`جدد رفضه …`, `أكد أن بلاده تطالب …`: a position named by a noun of its own or told of the speaker's own body."""
    if not words:
        return None
    for kind in ("demand", "refusal", "offer", "concession"):
        if signed(words[0], f"first-{kind}"):
            return kind
        if signed(words[0], "own") and any(signed(word, f"of-{kind}") for word in words[1:4]):
            return kind
    return None


def _promise(saying: Saying) -> str | None:
    """A party's word on what it will do: keeping somebody out is a refusal; a thing done (`إبقاء …`) a concession."""
    first = saying.what.split()[:3]
    if any(signed(word, "out") for word in saying.what.split()[:5]):
        return "refusal"
    if saying.status in ("conditional", "possible"):
        return "offer" if not _finite(first) else None
    return "concession" if len(saying.chain) > 1 and not _finite(first) else None


def _finite(words: Sequence[str]) -> bool:
    if words and words[0].strip('"«“') in _NOT:
        words = words[1:]
    return bool(words) and bool(re.match(r'^["«“]?(?:س?[يتن])\w{3,}', words[0])) and not words[0].startswith("تع")


def _says(what: str, role: str) -> bool:
    return role in _roles(what)


@lru_cache(maxsize=4096)
def _roles(what: str) -> frozenset[str]:
    """What the words of a statement, alone or with the one behind, are signs of."""
    words, signs = what.split(), forms("signs")
    found: set[str] = set()
    for i, word in enumerate(words):
        for form in (word, " ".join(words[i : i + 2])):
            found.update(signs.get(form, "").split())
            found.update(signs.get(form[1:], "").split() if form[0] in "وف" else ())
    return frozenset(found)


def _deeds(leaf: Leaf, saying: Saying, who: Parties, ref: Ref) -> Iterator[Stand]:
    """What a statement says of another party's demand or refusal, where no statement of its own tells it."""
    page = leaf.page
    own = [Span(s.start, s.end) for s in page.sayings if s.number != saying.number]
    for part in saying.content:
        for i in range(leaf.index(part.start), min(leaf.index(part.end), len(page.words))):
            word = page.words[i]
            kind = _deed(word)
            if kind is None or any(span.start <= page.starts[i] < span.end for span in own):
                continue
            subject = _subject(leaf, i, part)
            if subject is not None and (actor := who.of(subject.acts_for or subject.entity)):
                about = " ".join(leaf.words(Span(page.starts[i], part.end)))
                yield _stand(actor, kind, ref, about, None, level_in(about.split()))


@cache
def _deed(word: str) -> str | None:
    """Which deed a verb tells."""
    return next((kind for kind in _DEEDS if signed(word, f"of-{kind}")), None)


def _subject(leaf: Leaf, at: int, part: Span) -> Name | None:
    """Whose deed a verb is: the party named at most four words before it or next behind it."""
    page = leaf.page
    behind = leaf.named(at + 1) if at + 1 < len(page.words) and page.starts[at + 1] < part.end else None
    if behind is not None and behind.type in ("GPE", "ORG"):
        return behind
    for i in range(at - 1, max(at - 5, leaf.index(part.start) - 1), -1):
        name = leaf.named(i)
        if name is not None and name.type in ("GPE", "ORG", "PER"):
            return name
    return None


def _toward(leaf: Leaf, saying: Saying, who: Parties, actor: str | None) -> str | None:
    """The other party that the statement names."""
    for part in saying.content:
        for name in leaf.names(part):
            party = who.of(name.acts_for or name.entity)
            if name.type in ("GPE", "ORG", "PER") and party and party != actor and party in who.acting:
                return party
    return None


def alike(group: Sequence[Stand], of: Callable[[Ref], str]) -> list[list[Stand]]:
    """Stands of one party and kind that are one claim (`of`) or about the same thing."""
    found: list[tuple[set[str], frozenset[str], list[Stand]]] = []
    for stand in group:
        claim = of(stand.ref)
        for claims, held, members in found:
            if claim in claims or _near(stand.words, held):
                claims.add(claim)
                members.append(stand)
                break
        else:
            found.append(({claim} - {""}, stand.words, [stand]))
    return [members for _, _, members in found]


def _near(a: Set[str], b: Set[str]) -> bool:
    """About the same: many words in common, and no other number."""
    numbers = {w for w in a if w.isdigit()}, {w for w in b if w.isdigit()}
    if all(numbers) and not numbers[0] & numbers[1]:
        return False
    shared = len(a & b)
    return shared > 1 and shared / min(len(a), len(b)) >= _MOST


def position(same: Sequence[Stand]) -> Position:
    """What one party holds, told once or more."""
    clearest = max(same, key=lambda s: (len(s.about) < 200, len(s.about), s.ref))
    return Position(
        actor=clearest.actor,
        kind=clearest.kind,
        about=clearest.about,
        toward=next((s.toward for s in same if s.toward), None),
        says=tuple(sorted({s.ref for s in same})),
        docs=tuple(sorted({s.ref.doc for s in same})),
        track=next((s.track for s in same if s.track), None),
    )

"""What parties want from, offer to and refuse one another: read off what is said, for the party behind who says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from functools import cache
from typing import NamedTuple

from musnad.doc import Span
from musnad.links.account import Name, Saying, Teller
from musnad.links.findings import Position, Ref
from musnad.links.process.both import sides, twofold
from musnad.links.process.kinds import group, kinds_of
from musnad.links.process.leaves import Leaf, stems
from musnad.links.process.levels import level_in
from musnad.links.process.parties import Parties
from musnad.links.process.tables import signed
from musnad.text import fold

__all__ = ["Stand", "alike", "position", "stands"]

_NOT = ("لم", "لا", "لن")
_SHOWN = ("خلال", "في", "علي", "امام", "من", "عبر", "عن")  # `عرض خلال الاجتماع …`: he showed it
_IF = ("اذا", "ان", "لو", "كلما", "حال")
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
    subject = _offering(leaf, saying, who) if signed(saying.cue, "cue-offer") else None
    kinds = ("offer",) if subject else kinds_of(saying) or _named(leaf, saying)
    if kinds and saying.stance == "denies" and _goes_on(leaf, saying):
        return
    for kind in kinds if saying.chain else ():
        for actor in (subject,) if subject else _actors(leaf, saying.chain[-1], who):
            if actor is not None or kind == "condition":
                toward = _toward(leaf, saying, who, actor)
                yield _stand(actor, kind, ref, saying.written, toward, level_in(saying.what.split()))
    yield from _deeds(leaf, saying, who, ref)


def _goes_on(leaf: Leaf, saying: Saying) -> bool:
    """`نفى نقل اللقاء، مؤكدا أن القصر هو المكان الوحيد`: the second says of the same refusal what it holds to."""
    following = leaf.said.get(saying.number + 1)
    if following is None or not following.chain or not saying.chain or "refusal" not in kinds_of(following):
        return False
    one, other = saying.chain[-1], following.chain[-1]
    return (one.entity or one.text) == (other.entity or other.text)


def _named(leaf: Leaf, saying: Saying) -> tuple[str, ...]:
    """`أبدت استعدادها «لمرافقة …»`: a position that its noun before the content names."""
    at = leaf.index(saying.content[0].start) - 1 if saying.content else -1
    if at < 0 or saying.stance not in ("says", "promises", "confirms") or not saying.content[0].start > saying.end:
        return ()
    return tuple(kind for kind in _DEEDS if signed(leaf.page.words[at], f"first-{kind}"))


def _stand(actor: str | None, kind: str, ref: Ref, about: str, toward: str | None, track: str | None) -> Stand:
    return Stand(actor, kind, ref, about, toward, track, stems(re.findall(r"\w+", fold(about))))


def _actors(leaf: Leaf, last: Teller, who: Parties) -> tuple[str | None, ...]:
    """The parties of a teller; of `the company` the one that the page names, of people their words, of `both` two."""
    first = last.text.partition(" ")[0]
    if twofold(first) and (both := sides(leaf.page, who)):
        return both
    if signed(first, "own") and first.endswith(("ه", "ها")):
        return (_owner(leaf, last, who),)
    if (people := group(last)) is not None:
        return (people,)
    meant = who.offices.party(leaf, last) if not last.entity or " " not in last.entity else None
    if meant is not None and (not last.entity or last.entity.startswith("ال")):
        return (who.of(meant),)
    named = last.kind == "organization" and " " in last.written  # a body that no page's reading knows
    return who.all(last.entity) or (last.written if named else None,)


def _owner(leaf: Leaf, last: Teller, who: Parties) -> str | None:
    """`طالبت كتلته …`: the party of the person named last before it in the sentence."""
    part = leaf.part(last.start)
    people = [n for n in leaf.names(Span(part.start, last.start)) if n.type == "PER"] if part else []
    return who.of(people[-1].entity) if people else None


def _offering(leaf: Leaf, saying: Saying, who: Parties) -> str | None:
    """`وعرضت فلانة …` with nobody before it: who is named right behind the verb offers."""
    if saying.carried is None or not saying.content:
        return None
    at = leaf.index(saying.content[0].start)
    name = leaf.named(at) if at < len(leaf.page.words) and leaf.page.starts[at] < saying.content[0].end else None
    return who.of(name.acts_for or name.entity) if name is not None and name.type in ("GPE", "ORG") else None


def _deeds(leaf: Leaf, saying: Saying, who: Parties, ref: Ref) -> Iterator[Stand]:
    """What a statement says of another party's demand or refusal, where no statement of its own tells it."""
    page = leaf.page
    own = [Span(s.start, s.end) for s in page.sayings if s.number != saying.number]
    for part in saying.content:
        first = leaf.index(part.start) + (saying.stance == "refuses")  # `رفض عرض فلان`: that is what he refuses
        for i in range(first, min(leaf.index(part.end), len(page.words))):
            kind = _deed(page.words, i)
            if kind is None or any(span.start <= page.starts[i] < span.end for span in own):
                continue
            for actor in _subjects(leaf, i, part, who):
                about = " ".join(leaf.words(Span(page.starts[i], part.end)))
                yield _stand(actor, kind, ref, about, None, level_in(about.split()))


def _deed(words: Sequence[str], at: int) -> str | None:
    """What kind of position a word has its subject take; what is not accepted is refused."""
    kind = _taken(words[at])
    before = words[at - 1].removeprefix("و") if at else ""
    if before in _NOT:
        return "refusal" if kind == "concession" else None
    if before in _IF or (kind == "offer" and at + 1 < len(words) and words[at + 1] in _SHOWN):
        return None
    return kind


@cache
def _taken(word: str) -> str | None:
    return next((kind for kind in _DEEDS if signed(word, f"of-{kind}")), None)


def _subjects(leaf: Leaf, at: int, part: Span, who: Parties) -> tuple[str, ...]:
    """Whose deed a verb is: the party named at most four words before it or next behind it, or both sides."""
    words, first = leaf.page.words, leaf.index(part.start)
    near = words[max(at - 2, first) : at] + words[at + 1 : at + 2]
    if any(map(twofold, near)) or "معا" in words[at + 1 : at + 6]:
        return sides(leaf.page, who)
    subject = _subject(leaf, at, part)
    party = who.of(subject.acts_for or subject.entity) if subject is not None else None
    return (party,) if party else ()


def _subject(leaf: Leaf, at: int, part: Span) -> Name | None:
    """Who is named next behind a verb, or at most four words before it."""
    page = leaf.page
    behind = leaf.named(at + 1) if at + 1 < len(page.words) and page.starts[at + 1] < part.end else None
    if behind is not None and behind.type in ("GPE", "ORG"):
        return behind
    before = range(at - 1, max(at - 5, leaf.index(part.start) - 1), -1)
    for i in () if page.words[at].startswith("و") or signed(page.words[at], "noun") else before:
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

"""What parties want from, offer to and refuse one another: read off what is said, for the party behind who says it,
and off what the article itself tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from typing import NamedTuple

from musnad.doc import Span
from musnad.links.account import Saying, Teller
from musnad.links.findings import Position, Ref
from musnad.links.process.both import sides, twofold
from musnad.links.process.deeds import Deed, body, in_voice, within
from musnad.links.process.kinds import group, kinds_of
from musnad.links.process.leaves import Leaf, stems
from musnad.links.process.levels import level_in
from musnad.links.process.parties import Parties
from musnad.links.process.tables import signed
from musnad.text import fold

__all__ = ["VOICE", "Stand", "alike", "position", "stands"]

VOICE = 0  # in place of a statement's number: the article itself tells it
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
    found = [stand for saying in leaf.page.sayings for stand in _stands(leaf, saying, who)]
    return [*found, *(_told(leaf, deed, Ref(leaf.page.doc, VOICE)) for deed in in_voice(leaf, who))]


def _stands(leaf: Leaf, saying: Saying, who: Parties) -> Iterator[Stand]:
    ref = Ref(leaf.page.doc, saying.number)
    subject = _offering(leaf, saying, who) if signed(saying.cue, "cue-offer") else None
    kinds = ("offer",) if subject else kinds_of(saying) or _named(leaf, saying)
    if kinds and saying.stance == "denies" and _goes_on(leaf, saying):
        return
    for kind in kinds if saying.chain or subject else ():
        for actor in (subject,) if subject else _actors(leaf, saying.chain[-1], who):
            actor = actor or (_own(leaf, saying, who) if saying.chain[-1].kind == "person" else None)
            if actor is not None or kind == "condition":
                toward = _toward(leaf, saying, who, actor)
                yield _stand(actor, kind, ref, saying.written, toward, level_in(saying.what.split()))
    yield from (_told(leaf, deed, ref) for deed in within(leaf, saying, who))


def _own(leaf: Leaf, saying: Saying, who: Parties) -> str | None:
    """`قال المدير إن الشركة مستعدة …`: the body of somebody without a name, as he calls it."""
    at = leaf.index(saying.content[0].start) if saying.content else len(leaf.page.words)
    own = at < len(leaf.page.words) and signed(leaf.page.words[at], "own")
    return body(leaf, at, who) if own else None


def _told(leaf: Leaf, deed: Deed, ref: Ref) -> Stand:
    actor, kind, words = deed
    about = " ".join(leaf.words(words))
    return _stand(actor, kind, ref, about, None, level_in(about.split()))


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
    if (several := _several(leaf, last, who)) is not None:
        return several
    if twofold(first) and (both := sides(leaf.page, who)):
        return both
    if signed(first, "own") and first.endswith(("ه", "ها")) and not first.startswith("ال"):
        return (_owner(leaf, last, who),)
    if (people := group(last)) is not None:
        return (people,)
    meant = who.offices.party(leaf, last) if not last.entity or " " not in last.entity else None
    if meant is not None and (not last.entity or last.entity.startswith("ال")):
        return (who.of(meant),)
    named = last.kind == "organization" and " " in last.written  # a body that no page's reading knows
    return who.all(last.entity) or (last.written if named else None,)


def _several(leaf: Leaf, last: Teller, who: Parties) -> tuple[str, ...] | None:
    """`رفضت الوزارة والشركة …`: two bodies without their names, or one with and one without it."""
    if last.entity and ";" in last.entity:
        return None
    at = leaf.index(last.start)
    places = range(at, leaf.index(max(last.end - 1, last.start)) + 1)
    joined = [i for i in places[1:] if leaf.page.words[i].startswith("و") and _meant(leaf, i, who)]
    first = _meant(leaf, at, who)
    if len(joined) != 1 or first is None:
        return None
    found = tuple(dict.fromkeys(filter(None, (first, _meant(leaf, joined[0], who)))))
    return found if len(found) > 1 else None


def _meant(leaf: Leaf, at: int, who: Parties) -> str | None:
    """The party that a word names, or means."""
    name = leaf.named(at)
    return who.of(name.acts_for or name.entity) if name and name.type in ("GPE", "ORG") else body(leaf, at, who)


def _owner(leaf: Leaf, last: Teller, who: Parties) -> str | None:
    """`طالبت كتلته …`: the party of the person named last before it in the sentence."""
    part = leaf.part(last.start)
    people = [n for n in leaf.names(Span(part.start, last.start)) if n.type == "PER"] if part else []
    return who.of(people[-1].entity) if people else None


def _offering(leaf: Leaf, saying: Saying, who: Parties) -> str | None:
    """`وعرضت فلانة …` with nobody before it: who is named right behind the verb offers."""
    if (saying.carried is None and saying.chain) or not saying.content:
        return None
    at = leaf.index(saying.content[0].start)
    name = leaf.named(at) if at < len(leaf.page.words) and leaf.page.starts[at] < saying.content[0].end else None
    return who.of(name.acts_for or name.entity) if name is not None and name.type in ("GPE", "ORG") else None


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
        claim = of(stand.ref) if stand.ref.number != VOICE else ""
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
    return shared > 1 and (bool(numbers[0] & numbers[1]) or shared / min(len(a), len(b)) >= _MOST)


def position(same: Sequence[Stand]) -> Position:
    """What one party holds, told once or more."""
    clearest = max(same, key=lambda s: (len(s.about) < 200, len(s.about), s.ref))
    return Position(
        actor=clearest.actor,
        kind=clearest.kind,
        about=clearest.about,
        toward=next((s.toward for s in same if s.toward), None),
        says=tuple(sorted({s.ref for s in same if s.ref.number != VOICE})),
        docs=tuple(sorted({s.ref.doc for s in same})),
        track=next((s.track for s in same if s.track), None),
    )

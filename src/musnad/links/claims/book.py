"""Claims and contradictions as they are kept: written anew where statements are grouped otherwise or say other things.

A claim's place is that of its first statement among all; findings are sorted by it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set

from musnad.links.claims.content import Content
from musnad.links.claims.contrary import Dispute, Told, contrary
from musnad.links.claims.crowd import BITS, numbered
from musnad.links.claims.grade import grade
from musnad.links.claims.origins import Setting, origins, outlet
from musnad.links.claims.pairs import Against, Pairs
from musnad.links.claims.tree import carriers, unseen
from musnad.links.findings import Claim, Contradiction, Judged, Ref
from musnad.links.memory import Memory, Shelf
from musnad.links.pages import Pages

__all__ = ["Book", "Group", "Moves"]

_FEW = 4  # words
_AND = "\x1e"  # between the places of two claims

Group = tuple[Sequence[int], tuple[Judged, ...]]  # statements by number, in order, and what people ruled on them


class Moves:
    """Which claims statements stand in (`place`, and by its id `of`), and in which they stood (`was`). `refs`: those
    for which that is not the same."""

    def __init__(self, places: Shelf[list[str]]) -> None:
        self._places = places
        self._before: dict[str, list[str]] = {}
        self.refs: set[Ref] = set()

    def place(self, ref: Ref) -> str:
        """The place of the claim that a statement stands in; empty where there is no such statement."""
        return _at(self._places.get(ref.doc) or (), ref)

    def of(self, ref: Ref) -> str:
        """The id of the claim that a statement stands in."""
        return _id(self.place(ref))

    def was(self, ref: Ref) -> str:
        """The id of the claim that a statement stood in."""
        before = self._before.get(ref.doc)
        return _id(self.place(ref) if before is None else _at(before, ref))

    def write(self, doc: str, row: list[str]) -> None:
        """Write the places of the claims of a page's statements, which may be none any more."""
        before = self._before.setdefault(doc, self._places.get(doc) or [])
        for number, place in enumerate(row, 1):
            ref = Ref(doc, number)
            if _at(before, ref) != place:
                self.refs.add(ref)
        self._places.drop(doc)
        if row:
            self._places[doc] = row


class Book:
    """The claims of a casefile. `moves`: which statements stand in another claim than before."""

    def __init__(self, memory: Memory, pages: Pages, pairs: Pairs) -> None:
        self._pages = pages
        self._pairs = pairs
        self._claims = memory.shelf("claims", Claim, json=True)
        self._against = memory.shelf("contradictions", Contradiction, json=True)
        self._places = memory.shelf("claim_of", list[str], whole=True)  # by page, of the claim of each statement
        self._anew: dict[str, Group] = {}
        self._left: set[str] = set()
        self.moves = Moves(self._places)

    def enter(self, groups: Iterable[Group], changed: Set[int]) -> None:
        """Put statements into the claims that they are grouped in; `changed`: those that mean something else."""
        rows: dict[str, list[str]] = {}
        for doc in self._pages.gone | self._pages.changed:
            self._left.update(self._places.get(doc) or ())
            self.moves.write(doc, [])
        held = set()
        for numbers, judged in groups:
            refs = tuple(map(self._ref, numbers))
            place = self._pages.place(*refs[0])
            held.add(place)
            old = self._claims.get(place)
            if old is None or old.members != refs or old.judged != judged or not changed.isdisjoint(numbers):
                self._anew[place] = numbers, judged
            for doc, number in refs:
                row = rows.setdefault(doc, list(self._places.get(doc) or ()))
                row += [""] * (number - len(row))
                if row[number - 1] != place:
                    self._left.add(row[number - 1])
                    row[number - 1] = place
        self._left -= {*held, ""}
        for doc, row in rows.items():
            self.moves.write(doc, row)

    def again(self, docs: Iterable[str]) -> None:
        """Write the claims of these pages anew: what is known of the pages has changed."""
        for doc in docs:
            for place in self._places.get(doc) or ():
                self._write_again(place)

    def write(self, setting: Setting) -> None:
        """Write down what was entered, what it contradicts, and let go of what is no claim any more."""
        for place in self._left:
            self._claims.drop(place)
        for place in self._oppose(setting):
            self._write_again(place)
        facets = defaultdict(list)
        for key, pair in sorted(self._against.items()):
            for place in key.split(_AND)[:2]:
                facets[place].append(pair.on)
        for place, (numbers, judged) in self._anew.items():
            members = tuple(map(self._pairs.content, numbers))
            self._claims[place] = _claim(Told(_id(place), members), facets.get(place, ()), setting, judged)

    def _write_again(self, place: str) -> None:
        if place not in self._anew:
            claim = self._claims[place]
            numbers = [numbered(self._pages.cards[ref.doc].number, ref.number) for ref in claim.members]
            self._anew[place] = numbers, claim.judged

    def _oppose(self, setting: Setting) -> set[str]:
        """Find contradictions anew where a claim or a dispute has changed; claims that stand in others now."""
        changed = self._anew.keys() | self._left
        by_claims: dict[tuple[str, str], list[Against]] = defaultdict(list)
        looked = {self._claims_of(*pair) for pair in self._pairs.disputed}
        for against in (each for found in self._pairs.disputes.values() for each in found):
            claims = self._claims_of(against.one, against.other)
            by_claims[claims].append(against)
            if not changed.isdisjoint(claims):
                looked.add(claims)
        before = {key for key, _ in self._against.items() if not changed.isdisjoint(key.split(_AND)[:2])}
        before |= {key for key, _ in self._against.items() if tuple(key.split(_AND)[:2]) in looked}
        found = self._contrary([each for claims in looked for each in by_claims.get(claims, ())], setting)
        for key in before - found.keys():
            self._against.drop(key)
        for key, contradiction in found.items():
            self._against[key] = contradiction
        return {place for key in before ^ found.keys() for place in key.split(_AND)[:2]} - self._left

    def _claims_of(self, one: int, other: int) -> tuple[str, str]:
        a, b = sorted((self._place(one), self._place(other)))
        return a, b

    def _contrary(self, disputed: Iterable[Against], setting: Setting) -> dict[str, Contradiction]:
        pairs = self._pairs
        ordered = sorted(disputed, key=lambda each: (pairs.order(each.one), pairs.order(each.other), each.on))
        places = {self._place(number) for each in ordered for number in (each.one, each.other)}
        told = [Told(_id(place), self._members(place)) for place in sorted(places)]
        disputes = [Dispute(pairs.content(each[0]), pairs.content(each[1]), *each[2:]) for each in ordered]
        of = {_id(place): place for place in places}
        return {_AND.join((of[p.a], of[p.b], p.on)): p for p in contrary(told, disputes, setting.opened)}

    def _members(self, place: str) -> tuple[Content, ...]:
        if place in self._anew:
            return tuple(map(self._pairs.content, self._anew[place][0]))
        refs = self._claims[place].members
        return tuple(self._pairs.content(numbered(self._pages.cards[doc].number, number)) for doc, number in refs)

    def _ref(self, number: int) -> Ref:
        return Ref(self._pages.by_number[number >> BITS], number & (1 << BITS) - 1)

    def _place(self, number: int) -> str:
        return self.moves.place(self._ref(number))


def _id(place: str) -> str:
    if not place:
        return ""
    _, doc, number = place.split("\x1f")
    return f"{doc}.{int(number)}"


def _at(row: Sequence[str], ref: Ref) -> str:
    return row[ref.number - 1] if 0 < ref.number <= len(row) else ""


def _claim(told: Told, against: Sequence[str], setting: Setting, judged: tuple[Judged, ...]) -> Claim:
    members = told.members
    first = origins(members, setting)
    outlets = (outlet(setting.pages[content.page], setting.known) for content in members)
    return Claim(
        id=told.id,
        gist=_gist(members),
        members=tuple(content.ref for content in members),
        origins=first,
        outlets=tuple(dict.fromkeys(name for name in outlets if name)),
        carriers=carriers(members, setting),
        denial=any(content.act == "deny" for content in members),
        unseen=unseen(members, setting),
        grades=grade(members, first, against),
        judged=judged,
    )


def _gist(members: Sequence[Content]) -> str:
    """The words of the clearest statement: the one that tells most of who, when and how many in fewest words.

    A few words alone (`220`, `no summit`) are clear only beside their page, and stand back.
    """

    def clear(content: Content) -> tuple[bool, int, int]:
        facts = len(content.who) + len(content.when) + len(content.numbers)
        return len(content.said.what.split()) < _FEW, -facts, len(content.said.what)

    return min(members, key=clear).said.written

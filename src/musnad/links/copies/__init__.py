"""Which page took its text from which, in whole, in part or re-phrased; credited or not.

`shingles` proposes pairs, `bonds` lays them side by side (`align`, `overlap`), `direction` tells the copy from its
source by `credit`, time and what a page says of itself, `parents` keeps the nearest source. `traits` proposes pages
that tell the same in other words, `rephrase` lays these side by side. All is remembered; what a page that comes does
not touch is not looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from musnad.links.copies.bonds import Bonds
from musnad.links.copies.credit import Told, outside, told
from musnad.links.copies.names import Front, Outlets, front
from musnad.links.copies.rephrase import Rephrases
from musnad.links.copies.shingles import Pair, Runs
from musnad.links.copies.traits import Traits
from musnad.links.findings import Copy, Credit
from musnad.links.memory import Memory
from musnad.links.pages import Pages

__all__ = ["Copies", "of", "shared"]

_Kept = list[tuple[str, Copy]]  # the copies of a page with the places that they are kept at


class Copies:
    """The copies among the pages of a casefile, on their way up to what these show now; `write` ends it.

    `outlets`: the names that outlets go by, `moved`: pages whose outlet went by others before; `copying`: pages that
    take their words, or what they tell, from others.
    """

    def __init__(self, memory: Memory, pages: Pages) -> None:
        self._memory = memory
        self._pages = pages
        fronts = _fronts(memory, pages)
        self.outlets = Outlets((pages.cards[doc].outlet, each) for doc, each in fronts.items())
        self.moved, self._same = _moved(memory, pages, self.outlets)
        firsts, gone, come = _versions(memory, pages, fronts)
        runs = Runs(memory, pages)
        bonds = Bonds(memory, pages, runs)
        shifted = bonds.update(runs.update(gone, come))
        shifted |= {doc for pair in bonds.bound if not self.moved.isdisjoint(pair) for doc in pair}
        self._taken = memory.shelf("taken", list[Copy])
        retaken = {doc for doc in gone if self.taken(doc)}
        for doc in gone:
            self._taken.drop(doc)
        for doc, copies in bonds.copies(shifted & firsts, self.outlets, self.taken):
            if copies != self.taken(doc):
                self._taken[doc] = copies
                retaken.add(doc)
        traits = Traits(memory, pages)
        traits.update(gone, come)
        rephrases = Rephrases(memory, pages, traits)
        concerned = rephrases.update(come | self.moved | retaken, bonds.bound, self.outlets, self.taken)
        self._best = rephrases.best()
        self._other = retaken | concerned | gone
        self.copying: set[str] = memory.read("copying", set[str]) or set()
        self.copying -= {doc for doc in self._other if not self.taken(doc) and doc not in self._best}
        self.copying |= {doc for doc in self._other if self.taken(doc) or doc in self._best}
        memory.keep("copying", self.copying)

    def taken(self, doc: str) -> list[Copy]:
        """The copies of a page by words that it shares with others."""
        return self._taken.get(doc) or []

    def write(self, borrowed: Mapping[str, Copy]) -> set[Pair]:
        """Write the shelves `copies` and `credits`; `borrowed`: copies that only what unnamed sources say tells.

        A page and one that it takes words from, or did: all for which that is not as it was.
        """
        before = self._memory.read("borrowing", dict[str, Copy]) or {}
        self._memory.keep("borrowing", dict(borrowed))
        other = {doc for doc in before.keys() | borrowed.keys() if before.get(doc) != borrowed.get(doc)}
        copied = set(self._rewrite(self._other | other, borrowed))
        docs = {doc for doc, _ in copied} | self._pages.changed
        _credit(self._memory, self._pages, self.outlets, docs if self._same else None)
        return copied

    def _rewrite(self, docs: Iterable[str], borrowed: Mapping[str, Copy]) -> Iterator[Pair]:
        """Write the copies of these pages; the pairs that are not as they were."""
        held = self._memory.shelf("copies_of", _Kept, whole=True)
        findings = self._memory.shelf("copies", Copy, json=True)
        for doc in docs:
            old: _Kept = held.get(doc) or []
            found = [*self.taken(doc), *(each[doc] for each in (self._best, borrowed) if doc in each)]
            copies = found if doc in self._pages else []
            new = [(self._pages.place(doc, number), copy) for number, copy in enumerate(copies)]
            if new != old:
                for place, copy in old:
                    findings.drop(place)
                    yield doc, copy.of
                for place, copy in new:
                    findings[place] = copy
                    yield doc, copy.of
                held.drop(doc)
                if new:
                    held[doc] = new


def of(memory: Memory, doc: str) -> list[Copy]:
    """The copies by which a page took words from others."""
    return [copy for _, copy in memory.shelf("copies_of", _Kept, whole=True).get(doc) or ()]


def shared(memory: Memory, pages: Pages) -> set[Pair]:
    """Pages that have more words in common than chance or custom gives; versions of one page are pages here."""
    runs = Runs(memory, pages)
    bonds = Bonds(memory, pages, runs)
    bonds.update(runs.update(set(), set(pages)))
    return bonds.bound


def _fronts(memory: Memory, pages: Pages) -> Mapping[str, Front]:
    fronts = memory.read("fronts", dict[str, Front]) or {}
    for doc in pages.gone:
        del fronts[doc]
    for doc in pages.changed:
        fronts[doc] = front(pages[doc])
    memory.keep("fronts", fronts)
    return fronts


def _moved(memory: Memory, pages: Pages, outlets: Outlets) -> tuple[set[str], bool]:
    """Pages of outlets that go by other names than before; whether all names are as they were."""
    before = memory.read("outlet_names", tuple[dict[str, frozenset[str]], frozenset[str]]) or ({}, frozenset())
    memory.keep("outlet_names", (outlets.own, outlets.known))
    other = {outlet for outlet in before[0].keys() & outlets.own.keys() if before[0][outlet] != outlets.own[outlet]}
    moved = {doc for doc, card in pages.cards.items() if card.outlet in other} if other else set()
    return moved, not other and before[1] == outlets.known


def _versions(memory: Memory, pages: Pages, fronts: Mapping[str, Front]) -> tuple[set[str], set[str], set[str]]:
    """Pages with one address are versions of one page, and no copies: the first of them stands for all.

    The first ones, those that are so no longer and those that are so now; a page that has changed is in both.
    """
    seen: dict[object, str] = {}
    for doc in pages:
        seen.setdefault(fronts[doc].address, doc)
    before, firsts = memory.read("firsts", set[str]) or set(), set(seen.values())
    memory.keep("firsts", firsts)
    return firsts, before - firsts | before & pages.changed, firsts - before | firsts & pages.changed


def _credit(memory: Memory, pages: Pages, outlets: Outlets, docs: Set[str] | None) -> None:
    """Write the credits of these pages (None: of all) that lead to no page at hand."""
    shelf = memory.shelf("told", list[Told])
    findings = memory.shelf("credits", Credit, json=True)
    held = memory.shelf("credits_of", list[str])
    for doc in pages.changed:
        shelf[doc] = told(pages[doc])
    for doc in pages.gone:
        shelf.drop(doc)
    for doc in pages.gone | (docs if docs is not None else {doc for doc, _ in shelf.items()}):
        for place in held.get(doc) or ():
            findings.drop(place)
        held.drop(doc)
        if doc in pages and (credited := shelf.get(doc)):
            sources = frozenset().union(*(outlets.of(pages.cards[copy.of]) for copy in of(memory, doc)))
            found = outside(doc, credited, outlets.of(pages.cards[doc]), sources, outlets.known)
            places = [f"{doc}\x1f{number:06}" for number in range(len(found))]
            for place, credit in zip(places, found, strict=True):
                findings[place] = credit
            if places:
                held[doc] = places

"""Statements that put the same content forward, who they go back to, and where claims disagree.

Matching goes by who, what, when, where and the wording (`content`, `match`); polarity and numbers are compared, not
averaged. Which pairs are looked at (`near`, `calls`), what comes of a pair (`pairs`) and which are one content
(`groups`, `cluster`) are told apart and remembered, so that a page that comes later needs only its own pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence, Set

from msgspec.structs import replace

from musnad.links.atoms import named
from musnad.links.claims.book import Book, Group, Moves
from musnad.links.claims.borrowed import Borrowed, borrowed, chosen, of_unnamed
from musnad.links.claims.content import Content, contents
from musnad.links.claims.court import Case, rule
from musnad.links.claims.crowd import Crowd, numbered
from musnad.links.claims.groups import Groups
from musnad.links.claims.origins import Setting, outlet
from musnad.links.claims.pairs import Pair, Pairs
from musnad.links.claims.taken import Taken
from musnad.links.claims.ties import Ties
from musnad.links.copies.names import Outlets
from musnad.links.findings import Copy, Ref, Ruling
from musnad.links.known import Known
from musnad.links.memory import Memory
from musnad.links.pages import Pages

__all__ = ["Claims", "Moves"]

_AND = "\x1e"  # between two pages
_LEAST = 3  # statements that two pages must have in common for one to have them of the other


class Claims:
    """The claims of a casefile, on their way up to what its pages tell now: `listen`, then `join`.

    `taken`: the copies among the pages, as they are when `join` is called.
    """

    def __init__(self, memory: Memory, pages: Pages, known: Known, taken: Taken) -> None:
        self._memory = memory
        self._pages = pages
        self._known = known
        crowd = Crowd(memory, pages)
        self._changed = _read(memory, pages, known, crowd)
        self._scale = crowd.scale()
        self._pairs = Pairs(memory, pages, crowd)
        read = frozenset(filter(None, (outlet(card, known.entities) for card in pages.cards.values())))
        setting = Setting(pages.cards, pages.rank, pages, known.entities, known.sides, taken, read)
        self._ties = Ties(setting)
        self._pairs.meet(known.parties, self._changed, self._scale, self._ties)

    def listen(self, outlets: Outlets, moved: Set[str], copying: Collection[str]) -> dict[str, Copy]:
        """The copies, by copy, that only what unnamed sources say tells.

        `moved`: pages whose outlet goes by other names than before; `copying`: pages that are known for copies.
        """
        held = self._memory.read("borrowed", dict[str, Borrowed]) or {}
        rows = self._voices()
        other = self._known.dirty | moved
        for key in list(held):
            if tuple(key.split(_AND)) not in rows:
                del held[key]
        for pair, voices in rows.items():
            if pair in self._pairs.stirred or not other.isdisjoint(pair):
                told = [(self._pairs.content(i), self._pairs.content(j), like) for (i, j), like in voices]
                unnamed = [sum(map(of_unnamed, self._said(doc))) for doc in pair]
                earlier, later = (self._pages[doc] for doc in pair)
                held.pop(_AND.join(pair), None)
                if found := borrowed(earlier, later, told, unnamed, outlets):
                    held[_AND.join(pair)] = found
        self._memory.keep("borrowed", held)
        order = sorted(held, key=lambda key: [self._pages.rank[doc] for doc in key.split(_AND)])
        return chosen((held[key] for key in order), copying)

    def join(self, copied: Iterable[tuple[str, str]], rulings: Sequence[Ruling]) -> Moves:
        """Bring the shelves `claims` and `contradictions` up to what the pages tell now.

        `copied`: pages of which one takes words from the other as it did not before, or no more. Which claims
        statements stand in is told by what is returned.
        """
        memory, pages, known, setting = self._memory, self._pages, self._known, self._ties.setting
        here = [pair for pair in copied if pair[0] in pages and pair[1] in pages]
        touched = self._pairs.settle(here, self._ties, self._scale)
        groups = Groups(memory, pages, self._pairs)
        formed = groups.form(touched | self._changed, self._scale.weights, self._ties)
        book = Book(memory, pages, self._pairs)
        book.enter(_ruled(memory, pages, groups, formed, rulings), self._changed)
        book.again({*known.dirty, *(doc for pair in here for doc in pair), *_concerned(memory, setting.read, known)})
        book.write(setting)
        return book.moves

    def _voices(self) -> dict[tuple[str, str], list[tuple[Pair, float]]]:
        """By pair of pages the statements that one unnamed source may have said, where they are enough."""
        found: dict[tuple[str, str], list[tuple[Pair, float]]] = defaultdict(list)
        for (i, j), like in self._pairs.voices.items():
            found[self._pairs.doc(i), self._pairs.doc(j)].append(((i, j), like))
        return {pair: sorted(rows) for pair, rows in found.items() if len(rows) >= _LEAST}

    def _said(self, doc: str) -> Sequence[Content]:
        said: Sequence[Content] = self._memory.rows("contents", Content)[doc]
        return said


def _read(memory: Memory, pages: Pages, known: Known, crowd: Crowd) -> set[int]:
    """Read what pages say where that may have changed; the statements that say something else now."""
    shelf = memory.rows("contents", Content)
    for doc in sorted(pages.gone | pages.changed):
        if shelf.get(doc):
            crowd.take(doc, None)
            shelf.drop(doc)
            for name, kind in (("near", "Q"), ("groups", list[int])):
                memory.shelf(name, kind).drop(doc)
    changed: set[int] = set()
    for doc in pages.ordered(known.dirty):
        old = shelf.get(doc) or []
        found = contents(pages[doc], known.vocabulary, known.sides)
        if found != old:
            crowd.take(doc, found)
            shelf[doc] = found
            page = pages.cards[doc].number
            changed.update(
                numbered(page, content.ref.number)
                for at, content in enumerate(found)
                if at >= len(old) or not _same(content, old[at])
            )
    crowd.keep()
    return changed


def _same(now: Content, before: Content) -> bool:
    """Whether a statement says the same. What else its page names is asked of statements that count alone."""
    if now == before:
        return True
    return not now.numbers and now == replace(before, closed_named=now.closed_named)


def _ruled(
    memory: Memory, pages: Pages, groups: Groups, formed: Set[int], rulings: Sequence[Ruling]
) -> Iterator[Group]:
    """What was grouped, as people's rulings leave it; and, where these have changed, what they are or were about."""
    before = memory.read("rulings", list[Ruling]) or []
    cases = [_case(ruling, memory, pages) for ruling in rulings]
    court = groups.whole(_named(cases))
    todo = set(formed)
    if before != list(rulings):
        memory.keep("rulings", list(rulings))
        todo |= court | groups.whole(_named(_case(ruling, memory, pages) for ruling in before))
    yield from ((group, ()) for group in groups.split(todo - court))
    if not court.isdisjoint(todo):
        yield from ((groups.sorted(group), judged) for group, judged in rule(cases, groups.split(court)))


def _case(ruling: Ruling, memory: Memory, pages: Pages) -> Case:
    said = memory.rows("contents", Content)

    def numbers(refs: Iterable[Ref]) -> tuple[int, ...]:
        here = [ref for ref in refs if ref.doc in pages and 0 < ref.number <= len(said.get(ref.doc) or ())]
        return tuple(numbered(pages.cards[doc].number, number) for doc, number in here)

    return Case(ruling, numbers(ruling.members), numbers(ruling.other))


def _named(cases: Iterable[Case]) -> set[int]:
    return {number for case in cases for number in (*case.members, *case.others)}


def _concerned(memory: Memory, read: frozenset[str], known: Known) -> set[str]:
    """Pages that name an outlet which is read now, and was not, or the other way round."""
    before = memory.read("outlets", frozenset[str]) or frozenset()
    memory.keep("outlets", read)
    keys = before ^ read
    return known.atoms.having(map(named, known.entities.named(keys))) if before else set()

"""Statements that put the same content forward, who they go back to, and where claims disagree.

Matching goes by who, what, when, where and the wording (`content`, `match`); polarity and numbers are compared, not
averaged. Which pairs are looked at (`propose`), what comes of a pair (`pairs`) and which are one content (`groups`,
`cluster`) are told apart and remembered, so that a page that comes later needs only its own pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from musnad.links.atoms import named
from musnad.links.claims.book import Book, Group, Moves
from musnad.links.claims.content import Content, contents
from musnad.links.claims.court import Case, rule
from musnad.links.claims.crowd import Crowd, numbered
from musnad.links.claims.groups import Groups
from musnad.links.claims.marks import Vocabulary
from musnad.links.claims.origins import Setting, outlet
from musnad.links.claims.pairs import Pairs
from musnad.links.claims.taken import Taken
from musnad.links.findings import Ref, Ruling
from musnad.links.known import Known
from musnad.links.memory import Memory
from musnad.links.pages import Pages

__all__ = ["Moves", "join"]


def join(
    memory: Memory,
    pages: Pages,
    known: Known,
    copies: Taken,
    copied: Iterable[tuple[str, str]],
    rulings: Sequence[Ruling],
) -> Moves:
    """Bring the shelves `claims` and `contradictions` up to what the pages tell now.

    `copied`: pages of which one took words from the other, where that is not as it was. Which claims statements stand in
    is told by what is returned.
    """
    crowd = Crowd(memory, pages)
    changed = _read(memory, pages, known, crowd)
    scale = crowd.scale()
    pairs = Pairs(memory, pages, crowd)
    copied = [pair for pair in copied if pair[0] in pages and pair[1] in pages]
    touched = pairs.settle(changed, copied, copies, scale)
    groups = Groups(memory, pages, pairs)
    formed = groups.form(touched | changed, scale.weights, copies)
    book = Book(memory, pages, pairs)
    book.enter(_ruled(memory, pages, groups, formed, rulings), changed)
    read = frozenset(filter(None, (outlet(card, known.entities) for card in pages.cards.values())))
    book.again({*known.dirty, *(doc for pair in copied for doc in pair), *_concerned(memory, read, known)})
    book.write(Setting(pages.cards, pages, known.entities, known.sides, copies, read))
    return book.moves


def _read(memory: Memory, pages: Pages, known: Known, crowd: Crowd) -> set[int]:
    """Read what pages say where that may have changed; the statements that say something else now."""
    shelf = memory.shelf("contents", list[Content])
    for doc in sorted(pages.gone | pages.changed):
        if shelf.get(doc):
            crowd.take(doc, None)
            for name, kind in (("contents", list[Content]), ("near", bytes), ("groups", list[int])):
                memory.shelf(name, kind).drop(doc)
    vocabulary = Vocabulary(known.entities, known.lexis)
    changed: set[int] = set()
    for doc in pages.ordered(known.dirty):
        old = shelf.get(doc) or []
        found = contents(pages[doc], vocabulary, known.sides)
        if found != old:
            crowd.take(doc, found)
            shelf[doc] = found
            page = pages.cards[doc].number
            changed.update(
                numbered(page, content.ref.number)
                for at, content in enumerate(found)
                if at >= len(old) or content != old[at]
            )
    crowd.keep()
    return changed


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
    said = memory.shelf("contents", list[Content])

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

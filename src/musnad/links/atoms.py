"""Which words and names each page has, by number: what tells whether something new is of any concern to a page."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain

from musnad.links.account import Account, Saying
from musnad.links.claims.origins import bare_press
from musnad.links.memory import Memory, Register
from musnad.text import fold

__all__ = ["Atoms", "is_name", "named"]

_FEW = 12  # numbers that are found sooner one by one than by going through a page's
_CUT = 2  # letters before a content that may be cut from its first word


def named(name: str) -> str:
    """How a name is told from a word among atoms."""
    return f"@{name}"


def is_name(atom: str) -> bool:
    """Whether an atom is a name."""
    return atom.startswith("@")


def _holds(numbers: array[int], number: int) -> bool:
    """Whether a number is among some that are in order."""
    at = bisect_left(numbers, number)
    return at < len(numbers) and numbers[at] == number


class Atoms:
    """By page the numbers (in `register`) of all that its reading across pages may depend on."""

    def __init__(self, memory: Memory, register: Register) -> None:
        self._shelf = memory.shelf("atoms", "I")
        self._register = register

    def put(self, page: Account) -> None:
        """A page that is new, or has changed."""
        self._shelf[page.doc] = array("I", sorted(map(self._register.number, dict.fromkeys(_atoms(page)))))

    def drop(self, doc: str) -> None:
        """A page that is no more."""
        self._shelf.drop(doc)

    def having(
        self, atoms: Iterable[str], phrases: Iterable[str] = (), stands: Callable[[str, str], bool] = lambda *_: True
    ) -> set[str]:
        """Pages that have one of these atoms, or all words of one of these phrases, where `stands` has it that the
        phrase stands on the page."""
        known = self._register.numbers
        single = {known[atom] for atom in atoms if atom in known}
        sets = {phrase: {known[word] for word in phrase.split() if word in known} for phrase in phrases}
        whole = [(phrase, own) for phrase, own in sets.items() if len(own) == len(set(phrase.split()))]
        any_of = single.union(*(own for _, own in whole))
        if not any_of:
            return set()
        found = set()
        few = sorted(any_of) if len(any_of) <= _FEW else ()
        for doc, numbers in self._shelf.items():
            if few and not any(map(partial(_holds, numbers), few)):
                continue
            if any_of.isdisjoint(numbers):
                continue
            here = frozenset(numbers)
            if not single.isdisjoint(here) or any(own <= here and stands(doc, phrase) for phrase, own in whole):
                found.add(doc)
        return found


def _atoms(page: Account) -> Iterator[str]:
    yield from page.words
    for said in page.sayings:
        yield from _cut(page, said)
        for link in said.chain:
            yield from link.text.split()
    yield from map(named, _names(page))
    yield from (word for name in _names(page) for word in fold(name).split()[-1:])


def _cut(page: Account, said: Saying) -> Iterator[str]:
    """First words of a content without the letters before it (`بتدفق`: the content begins at `تدفق`)."""
    for start, _ in said.content:
        at = bisect_right(page.starts, start) - 1
        if at >= 0 and 0 < start - page.starts[at] <= _CUT and start < page.ends[at]:
            yield page.words[at][start - page.starts[at] :]


def _names(page: Account) -> set[str]:
    """All names by which a page's people, bodies and places are looked up."""
    written = {page.outlet or ""}
    written.update(each for name in page.names for each in (name.entity, name.acts_for or ""))
    written.update(link.entity or "" for said in page.sayings for link in said.chain)
    written.update(each for told in page.happenings for each in (*told.actors, told.place or ""))
    parts = {part.strip() for name in written for part in name.split(";")}
    return {name for name in chain(written, parts, map(bare_press, written)) if name}

"""The pages of a casefile in the order of their publication, each opened when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from musnad.links.account import Account
from musnad.links.memory import Memory

__all__ = ["Card", "Pages"]

_LAST = "9999"  # undated pages come last
_OPEN = 3_000  # accounts that are held at once
_CARDS = "pages"


class Card(NamedTuple):
    """What is known of a page that is not open. `number`: its own, in this memory; `digest`: of its account."""

    number: int
    digest: str
    published: str | None
    outlet: str | None
    url: str | None


class Pages(Mapping[str, Account]):
    """Accounts by the names of their pages, iterated by day and name.

    `changed`: pages that came or changed since they were remembered, `gone`: those that went. `place` tells a page's
    place by a string, which stays the same whatever other pages come.
    """

    def __init__(self, memory: Memory, digests: Mapping[str, str], open_page: Callable[[str], Account]) -> None:
        self._open = open_page
        self._held: dict[str, Account] = {}
        known = memory.read(_CARDS, dict[str, Card]) or {}
        self.gone = frozenset(known.keys() - digests.keys())
        self.changed = frozenset(
            doc for doc, digest in digests.items() if doc not in known or known[doc].digest != digest
        )
        self.cards = {doc: card for doc, card in known.items() if doc in digests}
        number = max((card.number for card in known.values()), default=-1)
        for doc in sorted(self.changed):
            account = self[doc]
            number += 1
            self.cards[doc] = Card(number, digests[doc], account.published, account.outlet, account.url)
        if self.changed or self.gone:
            memory.keep(_CARDS, self.cards)
        self.by_number = {card.number: doc for doc, card in self.cards.items()}
        self._order = sorted(self.cards, key=lambda doc: (self.cards[doc].published or _LAST, doc))
        self.rank = {doc: at for at, doc in enumerate(self._order)}

    def __getitem__(self, doc: str) -> Account:
        found = self._held.get(doc)
        if found is None:
            while len(self._held) >= _OPEN:
                self._held.pop(next(iter(self._held)))
            found = self._held[doc] = self._open(doc)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._order)

    def __len__(self) -> int:
        return len(self._order)

    def __contains__(self, doc: object) -> bool:
        return doc in self.cards

    def ordered(self, docs: Iterable[str]) -> list[str]:
        """Pages in the order of their publication."""
        return sorted(docs, key=self.rank.__getitem__)

    def place(self, doc: str, number: int = 0) -> str:
        """Of a page, or of a statement on it: a string that sorts as pages and statements follow each other."""
        return f"{self.cards[doc].published or _LAST}\x1f{doc}\x1f{number:06}"

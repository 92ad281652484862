"""What the pages of a casefile have of names, counted; a page's part can be taken away again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import chain

import msgspec

from musnad.links.account import Account

__all__ = ["Mention", "add", "mentioned", "remove"]


class Mention(msgspec.Struct, array_like=True):
    """What a casefile has of a name: as what it is read how often, and on which pages (by number)."""

    kinds: dict[str, int] = msgspec.field(default_factory=dict)
    on: set[int] = msgspec.field(default_factory=set)


def mentioned(page: Account) -> Counter[tuple[str, str]]:
    """How often a page has each name as each type; tellers' names have none."""
    named = ((name.entity, name.type) for name in page.names)
    tellers = ((link.entity, "") for said in page.sayings for link in said.chain if link.entity)
    return Counter(
        (part, kind)
        for entity, kind in chain(named, tellers)
        for part in filter(None, map(str.strip, entity.split(";")))
    )


def add(mentions: dict[str, Mention], page: int, found: Mapping[tuple[str, str], int]) -> None:
    """Put what a page has of names to what is known of them."""
    for (name, kind), count in found.items():
        held = mentions.setdefault(name, Mention())
        held.kinds[kind] = held.kinds.get(kind, 0) + count
        held.on.add(page)


def remove(mentions: dict[str, Mention], page: int, found: Mapping[tuple[str, str], int]) -> None:
    """Take away what `add` put there."""
    for (name, kind), count in found.items():
        held = mentions[name]
        held.kinds[kind] -= count
        held.on.discard(page)
        if not held.kinds[kind]:
            del held.kinds[kind]
        if not held.kinds:
            del mentions[name]

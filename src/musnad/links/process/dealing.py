"""Positions as they are kept: those of a party are told anew where what it wants, offers or refuses has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Set

from musnad.links.findings import Position, Ref
from musnad.links.memory import Memory
from musnad.links.pages import Pages
from musnad.links.process.positions import VOICE, Stand, alike, position

__all__ = ["hold"]


def hold(memory: Memory, pages: Pages, changed: Iterable[Stand], moved: Set[Ref], of: Callable[[Ref], str]) -> None:
    """Bring the shelf `positions` up to the stands of all pages; those of one party on one thing are one.

    `changed`: stands that are new or gone, `moved`: statements whose claim (`of`) is another than before.
    """
    actors = {stand.actor for stand in changed}
    stands: dict[str | None, dict[str, list[Stand]]] = defaultdict(lambda: defaultdict(list))
    told = dict(memory.shelf("stands", list[Stand]).items())
    for doc in pages.ordered(told):
        for stand in told[doc]:
            stands[stand.actor][stand.kind].append(stand)
            if stand.ref in moved:
                actors.add(stand.actor)
    for actor in actors:
        kinds = stands.get(actor, {})
        if set(kinds) <= {"concession"}:  # who only concedes is party to no talks
            kinds = {}
        _keep(memory, actor, [position(same) for group in kinds.values() for same in alike(group, of)])


def _keep(memory: Memory, actor: str | None, found: Iterable[Position]) -> None:
    """The positions of one party in place of those that it had."""
    findings = memory.shelf("positions", Position, json=True)
    held = memory.shelf("positions_of", list[str])
    key = "" if actor is None else f"@{actor}"
    new: dict[str, Position] = {}
    for each in found:
        first = each.says[0] if each.says else Ref(each.docs[0], VOICE)
        place = "\x1f".join((first.doc, f"{first.number:06}", each.kind, actor or ""))
        while place in new:
            place += "\x1f"
        new[place] = each
    for place in set(held.get(key) or ()) - new.keys():
        findings.drop(place)
    for place, each in new.items():
        if findings.get(place) != each:
            findings[place] = each
    held.drop(key)
    if new:
        held[key] = list(new)

"""The process that the pages describe: what was foretold and what came of it, events, and positions in talks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from musnad.links.claims import Moves
from musnad.links.known import Known
from musnad.links.memory import Memory
from musnad.links.pages import Pages
from musnad.links.process.archive import Archive
from musnad.links.process.dealing import hold
from musnad.links.process.foreseen import Foreseen
from musnad.links.process.happened import Events
from musnad.links.process.leaves import Leaf
from musnad.links.process.matter import Matters
from musnad.links.process.met import met
from musnad.links.process.positions import Stand, stands
from musnad.links.process.reports import reports
from musnad.links.process.standing import Standing, stand
from musnad.links.process.tellings import Telling, called, tellings

__all__ = ["tell"]

_Changed = dict[str, tuple[Sequence[Telling], Sequence[Telling]]]


def tell(memory: Memory, pages: Pages, known: Known, moves: Moves, progress: Callable[[str], object] = str) -> None:
    """Bring the shelves `events`, `positions` and `predictions` up to what pages and claims tell now."""
    progress("events")
    standing = stand(memory, pages, known)
    archive = Archive(memory, pages)
    matters = Matters(known.vocabulary)
    told, held = _read(memory, pages, standing, archive, matters)
    events = Events(memory, pages, moves.of)
    events.update(told, moves, standing)
    progress("positions")
    hold(memory, pages, held, moves.refs, moves.of)
    progress("predictions")
    Foreseen(memory, pages, standing, events, archive, matters, moves.place).update()


def _read(
    memory: Memory, pages: Pages, standing: Standing, archive: Archive, matters: Matters
) -> tuple[_Changed, list[Stand]]:
    """Read pages where they may tell something else: what each tells of events, before and now; stands that are new or
    gone."""
    telling_shelf = memory.rows("tellings", Telling)
    stand_shelf = memory.shelf("stands", list[Stand])
    called_shelf = memory.shelf("called", list[str])
    told: _Changed = {}
    held: list[Stand] = []
    again = {doc for doc, senses in called_shelf.items() if not standing.senses.isdisjoint(senses)} & pages.cards.keys()
    for doc in [*sorted(pages.gone), *pages.ordered(standing.dirty | again)]:
        leaf = Leaf(met(pages[doc], standing.who.entities), standing.stems) if doc in pages else None
        before, now = telling_shelf.get(doc) or [], list(tellings(leaf, standing.who)) if leaf else []
        if before != now:
            told[doc] = before, now
            telling_shelf.drop(doc)
            if now:
                telling_shelf[doc] = now
        if doc in again and doc not in standing.dirty:
            continue
        called_shelf.drop(doc)
        if senses := called(leaf) if leaf else []:
            called_shelf[doc] = senses
        stood, stand_now = stand_shelf.get(doc) or [], stands(leaf, standing.who) if leaf else []
        if stood != stand_now:
            held += [*stood, *stand_now]
            stand_shelf.drop(doc)
            if stand_now:
                stand_shelf[doc] = stand_now
        archive.put(doc, reports(leaf, standing.who, matters) if leaf else [])
    archive.keep()
    return told, held

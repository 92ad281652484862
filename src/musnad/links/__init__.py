"""What holds across pages: copies, claims and their origins, contradictions, predictions, events, positions.

Links are pure functions over accounts of annotated pages (`musnad.links.account`): the same accounts give the same
story, in whatever order they come and whether at once or one by one. What each step found is remembered
(`musnad.links.memory`), so that a page more costs what it changes.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, get_args, get_type_hints

from musnad.links import process
from musnad.links.account import Account
from musnad.links.claims import Claims
from musnad.links.claims.taken import Taken
from musnad.links.copies import Copies, of
from musnad.links.findings import Ruling, Story
from musnad.links.known import know
from musnad.links.memory import Memory
from musnad.links.pages import Pages

__all__ = ["KINDS", "link", "no_search_for_cycles", "relink"]

# The kinds of findings by the field of Story, which is the name of their shelf.
KINDS: Mapping[str, Any] = {name: get_args(hint)[0] for name, hint in get_type_hints(Story).items()}


@contextmanager
def no_search_for_cycles() -> Iterator[None]:
    """Linking holds very many objects and leaves few that refer to themselves: to look through all of them for such
    takes a fifth of its time."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def link(accounts: Iterable[Account], progress: Callable[[str], object] = str, rulings: Sequence[Ruling] = ()) -> Story:
    """Join the accounts of all pages, from nothing. `progress` is called with the name of each step that begins.

    `rulings`: what people ruled on claims, in their order.
    """
    given = {page.doc: page for page in accounts}
    memory = Memory()
    relink(memory, dict.fromkeys(given, ""), given.__getitem__, progress, rulings)
    shelves = {kind: memory.shelf(kind, told, json=True) for kind, told in KINDS.items()}
    return Story(**{kind: tuple(found for _, found in sorted(shelf.items())) for kind, shelf in shelves.items()})


@no_search_for_cycles()
def relink(
    memory: Memory,
    digests: Mapping[str, str],
    open_page: Callable[[str], Account],
    progress: Callable[[str], object] = str,
    rulings: Sequence[Ruling] = (),
) -> None:
    """Bring what is remembered up to the pages that there are now.

    `digests`: by page something that is another whenever its account is. What is found stands on the shelves `KINDS`,
    sorted by key as in a Story; the memory is not flushed.
    """
    pages = Pages(memory, digests, open_page)
    progress("copies")
    copied = Copies(memory, pages)
    progress("claims")
    known = know(memory, pages)
    told = Claims(memory, pages, known, Taken(lambda doc: of(memory, doc)))
    shifted = copied.write(told.listen(copied.outlets, copied.moved, copied.copying))
    moves = told.join(shifted, rulings)
    process.tell(memory, pages, known, moves, progress)

"""The stages in their order, and the one function that reads a page.

A stage is a room: a module with `NAME`, `LEXICONS` (the lexicons whose triggers it wants scanned),
`READS` and `WRITES` (kinds of marks) and `find`, a pure function from a Doc to marks of the kinds it
writes. It reads no clock, no network and no global state; "now" is the page's publication date. That
every kind is written before it is read is checked when this module is imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial
from itertools import chain
from types import MappingProxyType
from typing import Protocol

from musnad.doc import Doc, Mark, Page
from musnad.own import Own
from musnad.rules import Lexicon, Scanner
from musnad.stages import attribution, events, furniture, names, repair, segment, times
from musnad.workers import spread

__all__ = ["STAGES", "Stage", "annotate", "annotate_many"]


class Stage(Protocol):
    """What a room offers."""

    NAME: str
    LEXICONS: tuple[Lexicon, ...]
    READS: tuple[type[Mark], ...]
    WRITES: tuple[type[Mark], ...]

    def find(self, doc: Doc) -> Iterable[Mark]: ...


# repair alone works before the trigger scan: it decides what the reading is that all others scan.
STAGES: tuple[Stage, ...] = (repair, furniture, segment, times, names, attribution, events)


def check(stages: Sequence[Stage]) -> None:
    """Raise TypeError where a stage reads a kind that none before it writes, or two write the same."""
    written: set[type[Mark]] = set()
    for stage in stages:
        for kind in stage.READS:
            if kind not in written:
                raise TypeError(f"{stage.NAME} reads {kind.__name__}, which no stage before it writes")
        for kind in stage.WRITES:
            if kind in written:
                raise TypeError(f"{stage.NAME} writes {kind.__name__}, which another stage writes already")
            written.add(kind)


check(STAGES)


@cache
def scanner() -> Scanner:
    """The one trigger scan for all rooms; built once a process."""
    return Scanner(chain.from_iterable(stage.LEXICONS for stage in STAGES))


@lru_cache(maxsize=1)
def _scanner_of(own: Own) -> Scanner:
    """The scan for a user's own names: a small one beside the large one, which is built only once."""
    return Scanner([own.lexicon()])


def annotate(page: Page, own: Own | None = None) -> Doc:
    """Read one page, with a user's own names if there are any: the same page and names give the same marks, always."""
    first, *rest = STAGES
    doc = Doc(page)
    doc = doc.add(first.WRITES, first.find(doc))
    hits = scanner().scan(doc.reading.string)
    if own is not None:
        hits = MappingProxyType({**hits, **_scanner_of(own).scan(doc.reading.string)})
    doc = replace(doc, hits=hits)
    for stage in rest:
        doc = doc.add(stage.WRITES, stage.find(doc))
    return doc


def annotate_many(pages: Iterable[Page], workers: int = 1, own: Own | None = None) -> Iterator[Doc]:
    """Docs in the order of their pages; with `workers` > 1, pages are read in that many processes.

    A doc that comes from another process has its page and its marks, and no hits.
    """
    return spread(partial(annotate, own=own), pages, workers)

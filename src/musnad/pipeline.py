"""The stages in their order, and the one function that reads a page.

A stage is a room: a module with `NAME`, `LEXICONS` (the lexicons whose triggers it wants scanned),
`READS` and `WRITES` (kinds of marks) and `find`, a pure function from a Doc to marks of the kinds it
writes. It reads no clock, no network and no global state; "now" is the page's publication date. That
every kind is written before it is read is checked when this module is imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import Protocol

from musnad.doc import Doc, Mark, Page
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


def annotate(page: Page) -> Doc:
    """Read one page: the same page gives the same marks, always."""
    first, *rest = STAGES
    doc = Doc(page)
    doc = doc.add(first.WRITES, first.find(doc))
    doc = replace(doc, hits=scanner().scan(doc.reading.string))
    for stage in rest:
        doc = doc.add(stage.WRITES, stage.find(doc))
    return doc


def annotate_many(pages: Iterable[Page], workers: int = 1) -> Iterator[Doc]:
    """Docs in the order of their pages; with `workers` > 1, pages are read in that many processes.

    A doc that comes from another process has its page and its marks, and no hits.
    """
    return spread(annotate, pages, workers)

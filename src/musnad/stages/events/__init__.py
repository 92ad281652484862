"""The events room."""

from __future__ import annotations

from collections.abc import Iterable

from musnad.doc import Doc, Event, Mark
from musnad.rules import Lexicon

NAME = "events"
LEXICONS: tuple[Lexicon, ...] = ()
READS: tuple[type[Mark], ...] = ()
WRITES: tuple[type[Mark], ...] = (Event,)


def find(doc: Doc) -> Iterable[Mark]:
    """Nothing yet."""
    del doc
    return ()

"""The repair room."""

from __future__ import annotations

from collections.abc import Iterable

from musnad.doc import Doc, Mark, Repair
from musnad.rules import Lexicon

NAME = "repair"
LEXICONS: tuple[Lexicon, ...] = ()
READS: tuple[type[Mark], ...] = ()
WRITES: tuple[type[Mark], ...] = (Repair,)


def find(doc: Doc) -> Iterable[Mark]:
    """Nothing yet."""
    del doc
    return ()

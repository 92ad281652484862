"""The times room."""

from __future__ import annotations

from collections.abc import Iterable

from musnad.doc import Doc, Mark, Published, TimeExpression
from musnad.rules import Lexicon

NAME = "times"
LEXICONS: tuple[Lexicon, ...] = ()
READS: tuple[type[Mark], ...] = ()
WRITES: tuple[type[Mark], ...] = (
    TimeExpression,
    Published,
)


def find(doc: Doc) -> Iterable[Mark]:
    """Nothing yet."""
    del doc
    return ()

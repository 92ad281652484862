"""The attribution room."""

from __future__ import annotations

from collections.abc import Iterable

from musnad.doc import Doc, Mark, Statement
from musnad.rules import Lexicon

NAME = "attribution"
LEXICONS: tuple[Lexicon, ...] = ()
READS: tuple[type[Mark], ...] = ()
WRITES: tuple[type[Mark], ...] = (Statement,)


def find(doc: Doc) -> Iterable[Mark]:
    """Nothing yet."""
    del doc
    return ()

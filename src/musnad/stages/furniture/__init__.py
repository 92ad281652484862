"""The furniture room."""

from __future__ import annotations

from collections.abc import Iterable

from musnad.doc import Doc, Furniture, Mark
from musnad.rules import Lexicon

NAME = "furniture"
LEXICONS: tuple[Lexicon, ...] = ()
READS: tuple[type[Mark], ...] = ()
WRITES: tuple[type[Mark], ...] = (Furniture,)


def find(doc: Doc) -> Iterable[Mark]:
    """Nothing yet."""
    del doc
    return ()

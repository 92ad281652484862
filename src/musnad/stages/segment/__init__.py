"""The segment room."""

from __future__ import annotations

from collections.abc import Iterable

from musnad.doc import Doc, Mark, Quotation, Sentence
from musnad.rules import Lexicon

NAME = "segment"
LEXICONS: tuple[Lexicon, ...] = ()
READS: tuple[type[Mark], ...] = ()
WRITES: tuple[type[Mark], ...] = (
    Sentence,
    Quotation,
)


def find(doc: Doc) -> Iterable[Mark]:
    """Nothing yet."""
    del doc
    return ()

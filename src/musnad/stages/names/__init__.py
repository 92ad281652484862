"""The names room."""

from __future__ import annotations

from collections.abc import Iterable

from musnad.doc import Doc, Mark, Mention, Outlet
from musnad.rules import Lexicon

NAME = "names"
LEXICONS: tuple[Lexicon, ...] = ()
READS: tuple[type[Mark], ...] = ()
WRITES: tuple[type[Mark], ...] = (
    Mention,
    Outlet,
)


def find(doc: Doc) -> Iterable[Mark]:
    """Nothing yet."""
    del doc
    return ()

"""The built-in names: every row of the names room's lexicons, with the file that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from musnad.rules import Lexicon, lexicon
from musnad.text import fold

__all__ = ["Known", "built_in", "named", "states"]

_ROOM = "names"
_TYPE = {"capitals": "GPE"}  # whose rows are all of one type and do not say so
_KIND = ("kind", "class", "opens")  # what lexicons of names, of common words and of titles call it


class Known(NamedTuple):
    """A row: its forms (`a|b`) as they stand in the file, what it says of them, the file and the source."""

    forms: str
    entity: str
    type: str
    kind: str
    acts_for: str
    file: str
    source: str


@cache
def built_in() -> tuple[Known, ...]:
    """All rows that begin with a form, in the order of files and rows."""
    return tuple(known for name in _files() for known in rows(lexicon(f"{_ROOM}/{name}")))


def rows(lex: Lexicon) -> Iterator[Known]:
    """The rows of one lexicon; none where its first column is no form."""
    name = lex.name.partition("/")[2]
    for row in lex.rows if lex.key == "form" else ():
        kind = next((row[column] for column in _KIND if row.get(column)), "")
        kind_of = row.get("type") or _TYPE.get(name, "")
        yield Known(
            row["form"], row.get("entity", ""), kind_of, kind, row.get("acts_for", ""), lex.name, row.get("source", "")
        )


@cache
def named() -> Mapping[str, tuple[Known, ...]]:
    """The built-in rows that name something (they have an entity and a type), by folded form."""
    table: dict[str, tuple[Known, ...]] = {}
    for known in built_in():
        if known.entity and known.type:
            for form in map(fold, known.forms.split("|")):
                table[form] = (*table.get(form, ()), known)
    return MappingProxyType(table)


@cache
def states() -> frozenset[str]:
    """The canonical names of states, and of what else built-in rows act for."""
    acting = {known.acts_for for known in built_in() if known.acts_for}
    return frozenset(acting | {known.entity for known in built_in() if known.file == f"{_ROOM}/states"})


def _files() -> list[str]:
    folder = files("musnad.stages") / _ROOM
    return sorted(item.name.removesuffix(".tsv") for item in folder.iterdir() if item.name.endswith(".tsv"))

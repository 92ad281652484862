"""The word lists of this part: TSV files that lie beside it, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from musnad.rules import numbered
from musnad.text import fold

__all__ = ["forms", "has", "of_role", "roles", "signed"]


@cache
def forms(name: str) -> Mapping[str, str]:
    """Every folded form of `name`.tsv and the value of its second column."""
    text = (files("musnad.links.process") / f"{name}.tsv").read_text(encoding="utf-8")
    table: dict[str, str] = {}
    for _, row in numbered(text, f"links/process/{name}.tsv"):
        key, value = list(row)[:2]
        table.update((fold(form), row[value]) for form in row[key].split("|"))
    return table


@cache
def of_role(name: str, value: str) -> frozenset[str]:
    """The folded forms of `name`.tsv that have this value."""
    return frozenset(form for form, found in forms(name).items() if found == value)


@cache
def roles(name: str) -> Mapping[str, frozenset[str]]:
    """By folded form of `name`.tsv the roles that its second column gives it."""
    return {form: frozenset(value.split()) for form, value in forms(name).items()}


def has(table: str, words: str, role: str) -> bool:
    """Whether a table gives a folded word or two this role, with or without a conjunction before it."""
    given = roles(table)
    return role in given.get(words, ()) or (words[:1] in ("و", "ف") and role in given.get(words[1:], ()))


def signed(words: str, role: str) -> bool:
    """Whether `signs.tsv` has it so."""
    return has("signs", words, role)

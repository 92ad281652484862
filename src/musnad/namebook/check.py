"""What is wrong with a user's own lexicon, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from musnad.namebook.base import named, states
from musnad.namebook.letters import strangers
from musnad.own import Own
from musnad.rules import numbered
from musnad.stages.names.knowledge import common
from musnad.text import fold

__all__ = ["faults"]

Row = Mapping[str, str]


def faults(own: Own) -> Iterator[tuple[int, str]]:
    """Line by line what is wrong and what to do; `own` can be used (`Own.lexicon` raised nothing)."""
    seen: dict[str, tuple[int, str]] = {}
    rows = list(numbered(own.text, own.path))
    heads = {row["entity"] for _, row in rows}
    before = ""
    for line, row in rows:
        if row["form"] < before:
            yield line, f"{row['form']} stands after {before}; sort the lines by their first cell (names add does)"
        before = row["form"]
        for form in row["form"].split("|"):
            first, theirs = seen.setdefault(fold(form), (line, row["entity"]))
            if first != line:
                which = "twice" if theirs == row["entity"] else f"for {theirs}, too"
                yield line, f"{form} stands {which} (line {first}); keep one of them"
            yield from ((line, fault) for fault in _form(form, row))
        for column, cell in row.items():
            if strange := strangers(cell):
                codes = " ".join(f"U+{ord(char):04X}" for char in strange)
                yield line, f"{cell!r} under {column} has {codes}; write it in dictionary spelling"
        if row.get("acts_for") and row["acts_for"] not in states() | heads:
            yield line, f"{row['acts_for']!r} under acts_for is no state; names lookup tells how states are called"


def _form(form: str, row: Row) -> Iterator[str]:
    if any(known.entity == row["entity"] and known.type == row["type"] for known in named().get(fold(form), ())):
        yield f"{form} is built in as {row['entity']}; delete it here"
    elif common(fold(form)):
        yield f"{form} is an everyday word, and would be a name wherever it stands; give a longer form"

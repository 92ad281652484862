"""Writing into a user's own lexicon: rows put in, the file sorted, its comments kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from musnad.own import COLUMNS, Own, load
from musnad.rules import numbered
from musnad.text import fold

__all__ = ["Conflict", "Put", "put"]

Row = Mapping[str, str]


class Conflict(NamedTuple):
    """A form that stands in the file already, at `line`, for another name."""

    form: str
    entity: str
    line: int
    theirs: str


class Put(NamedTuple):
    """What came of new rows: how many went in, how many forms were there already, and which are somebody else's."""

    added: int
    there: int
    conflicts: tuple[Conflict, ...]


def put(path: Path, fresh: Iterable[Row]) -> Put:
    """Write rows with the columns of `own.COLUMNS` into a lexicon, which is made where there is none.

    Forms that the file has for the same entity are left out, and so are those that it has for another one.
    ValueError where the file, or a row, cannot be used; OSError where it cannot be read or written.
    """
    old = load(path) if path.exists() else Own(str(path), "")
    rows = list(numbered(old.text, old.path))
    taken = {fold(form): (line, row["entity"]) for line, row in rows for form in row["form"].split("|")}
    added: list[Row] = []
    there, conflicts = 0, list[Conflict]()
    for row in fresh:
        forms = []
        for form in dict.fromkeys(filter(None, map(str.strip, row["form"].split("|")))):
            line, theirs = taken.setdefault(fold(form), (0, row["entity"]))
            if line == 0 and theirs == row["entity"]:
                forms.append(form)
                taken[fold(form)] = (-1, row["entity"])
            elif theirs == row["entity"]:
                there += 1
            else:
                conflicts.append(Conflict(form, row["entity"], max(line, 0), theirs))
        if forms:
            added.append({**row, "form": "|".join(forms)})
    if added:
        _write(path, old, [row for _, row in rows] + added)
    return Put(len(added), there, tuple(conflicts))


def _write(path: Path, old: Own, rows: list[Row]) -> None:
    comments = [line for line in old.text.splitlines() if line.startswith("#")]
    further = [name for row in rows for name in row if name not in COLUMNS]
    columns = [*COLUMNS, *dict.fromkeys(further)]
    cells = ["\t".join(row.get(column, "").strip() for column in columns).rstrip("\t") for row in rows]
    lines = [*comments, "\t".join(columns), *sorted(dict.fromkeys(cells))]
    fresh = Own(str(path), "\n".join(lines) + "\n")
    fresh.lexicon()
    draft = path.with_name(f".{path.name}.part")
    draft.write_text(fresh.text, encoding="utf-8", newline="\n")
    draft.replace(path)

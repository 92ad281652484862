"""A user's own lexicon of names: a TSV file like the built-in ones, which lies beside a casefile or is named.

Columns `form`, `entity`, `type`, and perhaps `kind`, `acts_for`, `source`, in any order; `a|b` under `form`
writes alternatives. It goes through the pipeline as what stood in the file, so that it can be handed to other
processes and hashed; nothing keeps it between pages but the scanner made from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from musnad.rules import OWN, Lexicon, numbered

__all__ = ["COLUMNS", "KINDS", "TYPES", "Own", "beside", "load"]

COLUMNS = ("form", "entity", "type", "kind", "acts_for", "source")
TYPES = ("PER", "ORG", "GPE", "LOC", "OUTLET")
KINDS = ("person", "official_body", "state", "outlet", "agency", "organization")


@dataclass(frozen=True)
class Own:
    """The text of a user's lexicon, and the path that complaints name."""

    path: str
    text: str

    @property
    def hash(self) -> str:
        """SHA-256 of the text: pages read with another one are read again."""
        return sha256(self.text.encode()).hexdigest()

    def lexicon(self) -> Lexicon:
        """Its rows. ValueError names file, line, what is wrong with a row and what to do."""
        rows = [_whole(row, f"{self.path}:{number}") for number, row in numbered(self.text, self.path)]
        return Lexicon(OWN, "name", COLUMNS[0], tuple(rows))


def _whole(row: Mapping[str, str], where: str) -> Mapping[str, str]:
    """A row with every column. ValueError where it cannot be used."""
    for column in COLUMNS[:3]:
        if column not in row:
            raise ValueError(f"{where}: no column is called {column}; the first line must name {' '.join(COLUMNS)}")
        if not row[column].strip():
            raise ValueError(f"{where}: the cell under {column} is empty; fill it or delete the line")
    if not all(map(str.strip, row["form"].split("|"))):
        raise ValueError(f"{where}: a form between | is empty; remove the | too many")
    for column, allowed in (("type", TYPES), ("kind", ("", *KINDS))):
        value = row.get(column, "")
        if value not in allowed:
            known = ", ".join(filter(None, allowed))
            raise ValueError(f"{where}: {value!r} under {column} is none of {known}")
    return MappingProxyType({column: row.get(column, "").strip() for column in COLUMNS})


def load(path: Path) -> Own:
    """Open a lexicon. ValueError where it is none (with the path and what to do); OSError where it cannot be opened."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ValueError(f"{path}:{line}: is not UTF-8; save it as text in UTF-8 with tabs between cells") from None
    own = Own(str(path), text)
    own.lexicon()
    return own


def beside(casefile: Path) -> Path:
    """Where a casefile's own lexicon lies, if it has one: `story.names.tsv` beside `story.db`."""
    return casefile.with_suffix(".names.tsv")

"""Distil the names room's world_names.tsv from Wikidata name parts (CC0).

    python3 scripts/world_names.py RIGOUR_CORE ROOM_DIR

RIGOUR_CORE is `rigour/_core.*.so` of the package rigour 2.6.1 (MIT; `pip download --no-deps`, unzip), which holds
Wikidata's name parts in all scripts as one Zstandard frame of lines `form, form => QID`. Needs `zstandard` and
`Faker` 40 beside Musnad: a part is a first name where one of its other forms is a first name to Faker in some language.
Left out is what another lexicon of the room has, and what is an everyday word, a place or a nationality.
"""

from __future__ import annotations

import pkgutil
import re
import sys
import unicodedata
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import faker.providers.person
import zstandard

from musnad.stages.names import knowledge as known
from musnad.stages.names.vocabulary import ordinary
from musnad.text import fold

FRAME = b"\x28\xb5\x2f\xfd"
LEAST = 1_000_000  # bytes: the frame of the names is far larger, all others are smaller
PLAIN = re.compile(r"[ء-ي]{3,}")


def lines(core: bytes) -> Iterator[list[str]]:
    """The forms of each name part. ValueError where no frame is large enough."""
    for frame in re.finditer(re.escape(FRAME), core):
        try:
            text = zstandard.ZstdDecompressor().decompressobj().decompress(core[frame.start() :])
        except zstandard.ZstdError:
            continue
        if len(text) > LEAST:
            return ([f.strip() for f in line.rpartition(" => ")[0].split(",")] for line in text.decode().splitlines())
    raise ValueError("no name parts in this file")


def plain(form: str) -> str:
    """A form in small letters without marks."""
    return "".join(c for c in unicodedata.normalize("NFD", form.lower()) if not unicodedata.combining(c))


def first_names() -> set[str]:
    """Every first name of one word that Faker has."""
    found: set[str] = set()
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        if module.ispkg:
            provider = import_module(f"faker.providers.person.{module.name}").Provider
            names = (getattr(provider, name) for name in dir(provider) if name.startswith("first_name"))
            found |= {plain(name) for table in names if not callable(table) for name in table if isinstance(name, str)}
    return found


def kept(form: str) -> bool:
    """Whether a folded form is a name part that the room does not have, and nothing else."""
    has = known.given(form) or known.family(form) or known.nationality(form) or ordinary(form)
    return not (has or form.startswith("ال") or known.place(form) or known.place(f"ال{form}") or known.title(form))


def main(core: str, out: str) -> None:
    """Write world_names.tsv, sorted."""
    given = first_names()
    rows: dict[str, bool] = {}
    for forms in lines(Path(core).read_bytes()):
        first = any(plain(form) in given for form in forms if not PLAIN.fullmatch(form))
        for form in filter(PLAIN.fullmatch, forms):
            if kept(fold(form)):
                rows[form] = rows.get(form, False) or first
    head = Path(out, "world_names.tsv").read_text(encoding="utf-8").splitlines()[:3]
    body = [f"{form}\tyes" if first else form for form, first in sorted(rows.items())]
    Path(out, "world_names.tsv").write_text("\n".join([*head, *body, ""]), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

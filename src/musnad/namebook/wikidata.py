"""Names out of Wikidata: entities as a dump or the API writes them, and answers of the query service."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from musnad.namebook.rows import Name
from musnad.own import TYPES
from musnad.rules import numbered

__all__ = ["answers", "entities", "is_answer", "is_entity"]

_ITEM = re.compile(r"[QL]\d+$", re.ASCII)


def is_entity(value: Any) -> bool:
    """Whether a JSON value is an item, or a map of items by their id."""
    return isinstance(value, dict) and ("labels" in value or isinstance(value.get("entities"), dict))


def is_answer(value: Any) -> bool:
    """Whether a JSON value is an answer of the query service, or one row of it as its download writes it."""
    return isinstance(value, dict) and isinstance(value.get("results"), dict) and "bindings" in value["results"]


def entities(value: Mapping[str, Any]) -> Iterator[Name]:
    """The names of an item, or of a map of items: Arabic labels and aliases; English label; class."""
    if isinstance(value.get("entities"), dict):
        for item in value["entities"].values():
            yield from entities(item)
        return
    labels, aliases = (value.get(key) or {} for key in ("labels", "aliases"))
    forms = [_text(labels.get("ar")), *map(_text, aliases.get("ar", []))]
    english = _text(labels.get("en")) or _text(labels.get("mul"))
    number = str(value.get("id", ""))
    kind, what = _class(_instances(value))
    yield Name(tuple(filter(None, forms)), english, kind, what, source=f"Wikidata {number}".strip())


def answers(value: Mapping[str, Any]) -> Iterator[Name]:
    """The names of a query's answer: one for each `item`, from all rows about it.

    What is Arabic is a form, what is English (or of no language and called …Label) the name; `type` may hold one of
    the lexicon's types or a class.
    """
    grouped: dict[str, list[Mapping[str, Any]]] = {}
    for number, row in enumerate(value["results"]["bindings"]):
        about = next((cell["value"] for cell in row.values() if _is_item(cell)), f"row {number}")
        item = row.get("item", {}).get("value", about)
        grouped.setdefault(str(item), []).append(row)
    for item, rows in grouped.items():
        cells = [(name, cell) for row in rows for name, cell in row.items() if cell.get("type") != "uri"]
        forms = dict.fromkeys(str(cell["value"]) for _, cell in cells if cell.get("xml:lang") == "ar")
        english = [str(cell["value"]) for _, cell in cells if cell.get("xml:lang") in ("en", "mul")]
        english += [str(cell["value"]) for name, cell in cells if name.endswith("Label") and not cell.get("xml:lang")]
        said = [str(row["type"]["value"]) for row in rows if "type" in row]
        plain = next((each for each in said if each in TYPES), "")
        kind, what = (plain, "") if plain else _class(each.rpartition("/")[2] for each in said)
        found = _ITEM.search(item)
        yield Name(
            tuple(forms), english[0] if english else "", kind, what, f"Wikidata {found[0] if found else ''}".strip()
        )


def _is_item(cell: Mapping[str, Any]) -> bool:
    return cell.get("type") == "uri" and _ITEM.search(str(cell.get("value", ""))) is not None


def _text(label: Any) -> str:
    return str(label.get("value", "")) if isinstance(label, dict) else str(label or "")


def _instances(item: Mapping[str, Any]) -> Iterator[str]:
    """The classes that an item is an instance of, the ones of preferred rank first."""
    claims = (item.get("claims") or {}).get("P31", [])
    for claim in sorted(claims, key=lambda claim: claim.get("rank") != "preferred"):
        value = claim.get("mainsnak", {}).get("datavalue", {}).get("value", {})
        yield str(value.get("id", ""))


def _class(ids: Iterator[str]) -> tuple[str, str]:
    """Type and kind of the first class that is known; empty where none is."""
    table = _classes()
    return next((table[each] for each in ids if each in table), ("", ""))


@cache
def _classes() -> Mapping[str, tuple[str, str]]:
    text = (files("musnad.namebook") / "wikidata.tsv").read_text(encoding="utf-8")
    return {row["class"]: (row["type"], row["kind"]) for _, row in numbered(text, "namebook/wikidata.tsv")}

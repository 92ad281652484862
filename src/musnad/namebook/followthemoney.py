"""Names out of FollowTheMoney entities, as OpenSanctions and Aleph write them: one JSON object a line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from musnad.namebook.letters import arabic
from musnad.namebook.rows import Name

__all__ = ["entity", "is_entity"]

_SCHEMATA = {
    "Person": ("PER", "person"),
    "Organization": ("ORG", "organization"),
    "PublicBody": ("ORG", "official_body"),
    "Company": ("ORG", "organization"),
    "LegalEntity": ("ORG", "organization"),
}
_NAMES = ("name", "alias", "previousName", "weakAlias")


def is_entity(value: Any) -> bool:
    """Whether a JSON value is an entity."""
    return isinstance(value, dict) and "schema" in value and isinstance(value.get("properties"), dict)


def entity(value: Mapping[str, Any]) -> Name | None:
    """An entity's names; None where it is of a schema that names nobody (an address, a payment)."""
    if value["schema"] not in _SCHEMATA:
        return None
    kind, what = _SCHEMATA[value["schema"]]
    names = [str(name) for key in _NAMES for name in value["properties"].get(key, ())]
    latin = [str(value["caption"])] if value.get("caption") else []
    latin += names
    english = next((name for name in latin if not arabic(name)), "")
    source = f"FollowTheMoney {value.get('id', '')} {' '.join(map(str, value.get('datasets', ())))}"
    return Name(tuple(filter(arabic, names)), english, kind, what, " ".join(source.split()))

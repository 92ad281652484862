"""W3C PROV as JSON-LD, in the form of the W3C submission "A JSON-LD Representation for the PROV Data Model"."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from musnad.casefile.contents import Contents
from musnad.export.provenance import PREFIXES, Record, Words, records

__all__ = ["as_prov_jsonld"]

_CONTEXT = "https://openprovenance.org/prov-jsonld/context.jsonld"


def as_prov_jsonld(case: Contents) -> Iterator[str]:
    """One document, a PROV statement a line."""
    head = json.dumps([PREFIXES, _CONTEXT], ensure_ascii=False)
    yield f'{{"@context": {head},\n "@graph": ['
    for number, record in enumerate(records(case)):
        yield ("," if number else "") + "\n  " + json.dumps(_object(record), ensure_ascii=False)
    yield "\n ]}\n"


def _object(record: Record) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": record.type}
    if record.id:
        found["@id"] = record.id
    found |= dict(record.formal)
    if record.types:
        found["type"] = list(record.types)
    if record.label:
        found["label"] = [_value(record.label)]
    for name, words in record.attributes:
        found.setdefault(name, []).append(_value(words))
    return found


def _value(words: Words) -> dict[str, str]:
    return {"@value": words.text} | ({"@language": words.language} if words.language else {})

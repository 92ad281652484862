"""W3C PROV in its notation for people, PROV-N."""

from __future__ import annotations

from collections.abc import Iterator

from musnad.casefile.contents import Contents
from musnad.export.provenance import PREFIXES, Record, Words, records

__all__ = ["as_prov_n"]

# The name of each kind of statement, and what stands between its formal terms and its attributes.
_FORMS = {
    "Entity": "entity({}{})",
    "Agent": "agent({}{})",
    "Attribution": "wasAttributedTo({}, {}{})",
    "Derivation": "wasDerivedFrom({}, {}, -, -, -{})",
    "Membership": "hadMember({}, {})",
}


def as_prov_n(case: Contents) -> Iterator[str]:
    """One document, a PROV statement a line."""
    yield "document\n"
    for prefix, address in PREFIXES.items():
        yield f"  prefix {prefix} <{address}>\n"
    for record in records(case):
        yield f"  {_line(record)}\n"
    yield "endDocument\n"


def _line(record: Record) -> str:
    terms = [record.id] if record.id else [name for _, name in record.formal]
    if record.type == "Membership":
        return _FORMS[record.type].format(*terms)
    found = [f"prov:type='{name}'" for name in record.types]
    if record.label:
        found.append(f"prov:label={_value(record.label)}")
    found += [f"{name}={_value(words)}" for name, words in record.attributes]
    return _FORMS[record.type].format(*terms, f", [{', '.join(found)}]" if found else "")


def _value(words: Words) -> str:
    text = " ".join(words.text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"' + (f"@{words.language}" if words.language else "")

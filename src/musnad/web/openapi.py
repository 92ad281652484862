"""The description of the JSON interface (OpenAPI 3.1), its schemas taken from the records themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from importlib.metadata import version
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from musnad.casefile.verdicts import Verdict
from musnad.entry import STANCES, STATUSES
from musnad.links.findings import Claim, Contradiction, Copy, Event, Position, Prediction
from musnad.wording import Phrase

__all__ = ["Operation", "describe", "schema_of"]

_LARGEST = 500  # items of one answer
_DATE = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
_WORDS = {"type": "string", "minLength": 1, "maxLength": 500}
_LEAF: list[tuple[str, Mapping[str, Any]]] = [
    ("limit", {"type": "integer", "minimum": 1, "maximum": _LARGEST, "default": 50}),
    ("offset", {"type": "integer", "minimum": 0, "maximum": 1_000_000, "default": 0}),
]
_KINDS: dict[str, type] = {
    "Claim": Claim, "Contradiction": Contradiction, "Copy": Copy, "Event": Event, "Position": Position,
    "Prediction": Prediction, "Verdict": Verdict,
}  # fmt: skip
LEDGER: list[tuple[str, Mapping[str, Any]]] = [
    ("source", _WORDS),
    ("outlet", _WORDS),
    ("search", _WORDS),
    ("stance", {"type": "string", "enum": list(STANCES)}),
    ("status", {"type": "string", "enum": list(STATUSES)}),
    ("since", {"type": "string", "pattern": _DATE}),
    ("until", {"type": "string", "pattern": _DATE}),
    *_LEAF,
]
_PLACE = {
    "type": "object",
    "required": ["start", "end", "text"],
    "properties": {"start": {"type": "integer"}, "end": {"type": "integer"}, "text": {"type": "string"}},
}
_STATEMENT = {
    "type": "object",
    "required": ["id", "cue", "source", "chain", "content", "mode", "stance", "status", "negated"],
    "properties": {
        "id": {"type": "integer"},
        "cue": {"$ref": "#/components/schemas/Words"},
        "source": {"anyOf": [{"$ref": "#/components/schemas/Words"}, {"type": "null"}]},
        "chain": {"type": "array", "items": {"$ref": "#/components/schemas/Words"}},
        "content": {"type": "array", "items": {"$ref": "#/components/schemas/Words"}},
        "mode": {"type": "string"},
        "stance": {"type": "string"},
        "status": {"type": "string"},
        "negated": {"type": "boolean"},
    },
}


@dataclass(frozen=True)
class Operation:
    """An address that answers GET: its parameters as (name, schema), and the schema of what it answers with."""

    path: str
    about: str
    parameters: tuple[tuple[str, Mapping[str, Any]], ...]
    answer: Mapping[str, Any]
    missing: bool = False


def listing(kind: str) -> dict[str, Any]:
    """The schema of a list's part: how many there are in all, and these."""
    item = {"$ref": f"#/components/schemas/{kind}"}
    properties = {"total": {"type": "integer", "minimum": 0}, "items": {"type": "array", "items": item}}
    return {"type": "object", "required": ["total", "items"], "properties": properties}


def leafed(path: str, kind: str, about: str, *more: tuple[str, Mapping[str, Any]]) -> Operation:
    """An address that answers with a list, part by part."""
    return Operation(path, about, (*more, *_LEAF), listing(kind))


OPERATIONS = (
    Operation("/api/ledger", "Statements, with what is known of their page.", tuple(LEDGER), listing("Line")),
    leafed("/api/pages", "Page", "Pages, those added last first."),
    Operation("/api/pages/{name}", "Everything that was found on a page.", (), {"type": "object"}, missing=True),
    leafed("/api/claims", "Claim", "Claims, those told most often first.", ("search", _WORDS),
           ("several", {"type": "boolean"}), ("disputed", {"type": "boolean"})),
    Operation("/api/claims/{name}", "One claim.", (), {"$ref": "#/components/schemas/Claim"}, missing=True),
    leafed("/api/copies", "Copy", "Pages that took their text from others."),
    leafed("/api/contradictions", "Contradiction", "Claims that cannot both hold."),
    leafed("/api/predictions", "Prediction", "Claims about what was still to come."),
    leafed("/api/events", "Event", "What happened, is to happen or is disputed."),
    leafed("/api/positions", "Position", "What parties want, offer and refuse."),
    leafed("/api/verdicts", "Verdict", "What people think of claims."),
)  # fmt: skip


@cache
def describe() -> dict[str, Any]:
    """The whole description."""
    line_ = {
        "doc": {"type": "string"},
        "outlet": {"type": ["string", "null"]},
        "published": {"type": ["string", "null"]},
        "url": {"type": ["string", "null"]},
    }
    page = {**line_, "title": {"type": ["string", "null"]}, "added": {"type": "string"},
            "statements": {"type": "integer"}}  # fmt: skip
    schemas: dict[str, Any] = {
        "Words": _PLACE,
        "Line": {"allOf": [{"type": "object", "required": list(line_), "properties": line_}, _STATEMENT]},
        "Page": {"type": "object", "required": list(page), "properties": page},
        "Problem": {"type": "object", "required": ["detail"], "properties": {"detail": {"type": "string"}}},
        **{name: schema_of(kind) for name, kind in _KINDS.items()},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Musnad", "version": version("musnad"), "description": "A casefile, to be read."},
        "paths": {each.path: {"get": _operation(each)} for each in OPERATIONS},
        "components": {"schemas": schemas, "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
        "security": [{}, {"token": []}],
    }


def _operation(each: Operation) -> dict[str, Any]:
    parameters: list[dict[str, Any]] = [
        {"name": name, "in": "query", "required": False, "schema": dict(schema)} for name, schema in each.parameters
    ]
    if "{name}" in each.path:
        parameters.append(
            {"name": "name", "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
        )
    answers: dict[str, Any] = {
        "200": {"description": "Found.", "content": {"application/json": {"schema": dict(each.answer)}}}
    }
    refusals = {"401": "A token is needed.", "422": "A parameter is not as described.", "503": "Cannot be read now."}
    if each.missing:
        refusals["404"] = "There is none of that name."
    problem = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    answers |= {code: {"description": words, "content": problem} for code, words in refusals.items()}
    name = each.path.removeprefix("/api/").replace("/{name}", "_named")
    return {"operationId": name, "summary": each.about, "parameters": parameters, "responses": answers}


def schema_of(kind: Any) -> dict[str, Any]:
    """The JSON schema of a type as `musnad.export.sheet.plain` writes its values."""
    origin, inside = get_origin(kind), get_args(kind)
    if kind is Phrase:
        return {"type": "string"}
    simple: Mapping[Any, str] = {str: "string", int: "integer", bool: "boolean", NoneType: "null"}
    if kind in simple:
        return {"type": simple[kind]}
    if origin in (Union, UnionType):
        return {"anyOf": [schema_of(each) for each in inside]}
    if origin is tuple:
        return {"type": "array", "items": schema_of(inside[0])}
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else list(kind._fields)
    properties = {name: schema_of(hints[name]) for name in names}
    return {"type": "object", "required": names, "properties": properties}

"""The same as JSON: the objects that the commands write, part by part, for reading alone."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from musnad.casefile import browse, found, pages, story, verdicts
from musnad.casefile.ledger import Filter, lines, numbers
from musnad.export.readings import reading, statement
from musnad.export.sheet import plain
from musnad.web.openapi import OPERATIONS, Operation, describe
from musnad.web.site import site_of

__all__ = ["ROUTES"]

_WHOLE = re.compile(r"\d{1,7}", re.ASCII)
_TRUTH = {"true": True, "false": False}

Given = Mapping[str, Any]
Answer = Callable[[sqlite3.Connection, Given], Any]


def _ledger(db: sqlite3.Connection, given: Given) -> Any:
    wanted = Filter(
        source=given.get("source"),
        outlet=given.get("outlet"),
        stances=(given["stance"],) if "stance" in given else (),
        statuses=(given["status"],) if "status" in given else (),
        since=given.get("since"),
        until=given.get("until"),
        search=given.get("search"),
    )
    every = numbers(db, wanted)
    entries = lines(db, every[given["offset"] :][: given["limit"]])
    items = [
        {"doc": entry.doc, "outlet": entry.outlet, "published": entry.published, "url": entry.url} | statement(entry)
        for entry in entries
    ]
    return {"total": len(every), "items": items}


def _pages(db: sqlite3.Connection, given: Given) -> Any:
    names = ("doc", "outlet", "published", "url", "title", "added", "statements")
    rows = browse.shelf(db, newest=True, limit=given["limit"], offset=given["offset"])
    items = [{name: asdict(row)[name] for name in names} for row in rows]
    return {"total": browse.amounts(db).pages, "items": items}


def _page(db: sqlite3.Connection, given: Given) -> Any:
    number = pages.named(db, given["name"])
    return None if number is None else reading(browse.doc(db, number))


def _claims(db: sqlite3.Connection, given: Given) -> Any:
    rows, total = found.claim_rows(
        db, search=given.get("search"), several=given.get("several", False), disputed=given.get("disputed", False),
        limit=given["limit"], offset=given["offset"],
    )  # fmt: skip
    return {"total": total, "items": [plain(row.claim) for row in rows]}


def _claim(db: sqlite3.Connection, given: Given) -> Any:
    return plain(story.claim(db, given["name"]))


def _verdicts(db: sqlite3.Connection, given: Given) -> Any:
    every = list(verdicts.verdicts(db))
    return {"total": len(every), "items": plain(every[given["offset"] :][: given["limit"]])}


def _kind(kind: str) -> Answer:
    def answer(db: sqlite3.Connection, given: Given) -> Any:
        items = found.of_kind(db, kind, given["limit"], given["offset"])
        return {"total": found.count(db, kind), "items": plain(items)}

    return answer


_ANSWERS: Mapping[str, Answer] = {
    "/api/ledger": _ledger, "/api/pages": _pages, "/api/pages/{name}": _page, "/api/claims": _claims,
    "/api/claims/{name}": _claim, "/api/verdicts": _verdicts,
}  # fmt: skip


def _endpoint(operation: Operation) -> Callable[[Request], Response]:
    answer = _ANSWERS.get(operation.path) or _kind(operation.path.removeprefix("/api/"))

    def endpoint(request: Request) -> Response:
        given = _given(request, operation)
        with site_of(request).read() as db:
            try:
                value = answer(db, given)
            except ValueError as problem:
                raise HTTPException(422, str(problem)) from problem
        if value is None:
            raise HTTPException(404, "there is none of that name")
        return JSONResponse(value)

    return endpoint


def _given(request: Request, operation: Operation) -> dict[str, Any]:
    """The parameters as they are described; 422 names the one that is not."""
    found_: dict[str, Any] = dict(request.path_params)
    known = dict(operation.parameters)
    for name, text in request.query_params.multi_items():
        if name not in known or name in found_:
            raise HTTPException(422, f"{name}: is not a parameter here, or stands twice")
        found_[name] = _value(name, text, known[name])
    return {name: schema["default"] for name, schema in known.items() if "default" in schema} | found_


def _value(name: str, text: str, schema: Mapping[str, Any]) -> Any:
    if schema["type"] == "integer":
        if _WHOLE.fullmatch(text) and schema["minimum"] <= int(text) <= schema["maximum"]:
            return int(text)
    elif schema["type"] == "boolean":
        if text in _TRUTH:
            return _TRUTH[text]
    elif (
        schema.get("minLength", 0) <= len(text) <= schema.get("maxLength", 500)
        and text in schema.get("enum", (text,))
        and re.search(schema.get("pattern", ""), text, re.ASCII)
    ):
        return text
    raise HTTPException(422, f"{name}: {text!r} is not as described")


def openapi(_: Request) -> Response:
    """`/api/openapi.json`"""
    return JSONResponse(describe())


ROUTES = [
    Route("/api/openapi.json", openapi),
    *(Route(each.path.replace("{name}", "{name:path}"), _endpoint(each), methods=["GET"]) for each in OPERATIONS),
]

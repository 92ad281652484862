"""The interface for programs: the commands' own objects, as its description says, whatever is asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

from musnad.casefile import browse, story
from musnad.casefile.ledger import Filter, ledger
from musnad.casefile.store import look
from musnad.export.ledger import as_jsonl
from musnad.export.readings import reading
from musnad.export.sheet import plain
from musnad.web.app import application
from musnad.web.openapi import OPERATIONS, describe
from musnad.web.settings import Settings
from tests.web_case import case, hostile

CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance, status_code_conformance]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return case(tmp_path_factory.mktemp("api") / "case.db", hostile())


@pytest.fixture(scope="module")
def client(path: Path) -> TestClient:
    return TestClient(application(Settings(path)), base_url="http://127.0.0.1:8000")


def test_the_objects_are_those_of_the_commands(client: TestClient, path: Path) -> None:
    """Statements as in the ledger's JSONL, pages as in readings, findings as in the sheets."""
    with look(path) as db:
        lines = [json.loads(line) for line in as_jsonl(ledger(db, Filter()))]
        told = story.load(db)
        whole = {page.doc: reading(browse.doc(db, page.id)) for page in browse.shelf(db)}
    assert client.get("/api/ledger?limit=500").json() == {"total": len(lines), "items": lines}
    assert client.get("/api/ledger?limit=2&offset=3").json()["items"] == lines[3:5]
    for name, page in whole.items():
        assert client.get(f"/api/pages/{name}").json() == json.loads(json.dumps(page))
    for kind in ("copies", "contradictions", "predictions", "events", "positions"):
        found = plain(getattr(told, kind))
        assert client.get(f"/api/{kind}?limit=500").json() == {"total": len(found), "items": found}
    assert client.get("/api/claims/001.1").json() == plain(told.claims[0]) or told.claims[0].id != "001.1"


@pytest.mark.parametrize(
    "query",
    ["limit=0", "limit=x", "limit=501", "offset=-1", "limit=1&limit=2", "other=1", "since=2025-13", "stance=sings"],
)
def test_a_parameter_that_is_not_as_described_is_named(client: TestClient, query: str) -> None:
    """422, and nothing is guessed."""
    answer = client.get(f"/api/ledger?{query}")
    assert answer.status_code == 422
    assert query.partition("=")[0] in answer.json()["detail"]


def test_the_description_names_every_address(client: TestClient) -> None:
    """And is itself served."""
    assert client.get("/api/openapi.json").json() == describe()
    assert set(describe()["paths"]) == {each.path for each in OPERATIONS}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["sound", "unsound"])
@pytest.mark.parametrize("address", [each.path for each in OPERATIONS])
def test_whatever_is_asked_the_answer_is_as_described(path: Path, address: str, mode: GenerationMode) -> None:
    """Generated requests, some of them wrong, a bounded number for each address."""
    app = application(Settings(path, names=("testserver",)))
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    operation = schema[address]["GET"]
    if mode is GenerationMode.NEGATIVE and not operation.query:
        return  # a name can be anything

    @given(asked=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=12, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def ask(asked: schemathesis.Case[Any]) -> None:
        asked.call_and_validate(base_url="http://testserver", checks=CHECKS)

    ask()

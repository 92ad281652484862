"""An assistant that asks over standard input and output gets answers that it can cite, and none that it cannot."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client

from musnad.casefile.contents import Contents
from musnad.mcp import answers
from tests.gate.readings import ROOT
from tests.test_cli import PROGRAM, musnad
from tests.told import PAGES, told


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    return told(tmp_path_factory.mktemp("told") / "case.db")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    assert musnad("demo", path).status == 0
    return path


def asked(casefile: Path, *questions: tuple[str, dict[str, Any]]) -> list[Any]:
    """The tools' names, and the answers that the library's own client gets from a server process."""

    async def ask() -> list[Any]:
        command = ["-c", "from musnad.cli import main; main()", "mcp", str(casefile)]
        path = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
        server = StdioServerParameters(command=sys.executable, args=command, env={"PYTHONPATH": path})
        with open(os.devnull, "w") as quiet:
            async with Client(stdio_client(server, errlog=quiet)) as client:
                names = sorted(tool.name for tool in (await client.list_tools()).tools)
                return [names, *[await client.call_tool(*question) for question in questions]]

    return asyncio.run(ask())


def cites(item: Any) -> Iterator[dict[str, Any]]:
    """Every citation in an answer."""
    if isinstance(item, dict):
        if "words" in item and "start" in item:
            yield item
        for part in item.values():
            yield from cites(part)
    elif isinstance(item, list):
        for part in item:
            yield from cites(part)


def test_a_client_asks_over_stdio(demo: Path) -> None:
    """Search finds any spelling; words are the slice of the page; what is not there is said."""
    names, found, page, lost, wrong, claim = asked(
        demo,
        ("search_statements", {"words": "السد", "limit": 3}),
        ("page_text", {"doc": "000", "start": 0, "end": 20}),
        ("page_text", {"doc": "nowhere"}),
        ("search_statements", {"stance": "shouts"}),
        ("claim", {"claim": "000.1"}),
    )
    assert names == [
        "casefile", "claim", "claims", "contradictions", "copies", "page_text", "search_statements", "track_record"
    ]  # fmt: skip
    statements = found.structured_content["statements"]
    assert len(statements) == 3 <= found.structured_content["total"]
    assert all("سد" in " ".join(cite["words"] for cite in each["cites"]) for each in statements)
    source = (ROOT / "src/musnad/demo/pages/000.txt").read_text(encoding="utf-8")
    assert page.structured_content["cites"][0]["words"] == source[:20]
    assert (lost.is_error, "there is no page 'nowhere'" in lost.content[0].text) == (True, True)
    assert (wrong.is_error, "'shouts' is none of says" in wrong.content[0].text) == (True, True)
    assert claim.structured_content["claim"] == "000.1"


def test_every_answer_cites_words_at_their_place(case: Contents) -> None:
    """Of every kind of finding: page, span, and the page's own words there."""
    given: list[dict[str, Any]] = [
        answers.claims(case, several=False, disputed=False, limit=9),
        answers.claim(case, "p1.1"),
        answers.contradictions(case, 9),
        answers.copies(case, 1),
        answers.statements(case, case.entries.values(), 9),
        answers.track_record(case, "السنابل"),
        answers.page_text(case, "p2", 3, None),
    ]
    for answer in given:
        found = list(cites(answer))
        assert found
        assert all(cite["words"] == PAGES[cite["doc"]].source[cite["start"] : cite["end"]] for cite in found)


def test_a_claim_has_its_origins_and_what_stands_against_it(case: Contents) -> None:
    """And what came of it, and what could not be seen."""
    found = answers.claim(case, "p1.1")
    assert (found["told"], found["independent_origins"]) == (2, 1)
    assert [each["statement"] for each in found["origins"][0]["statements"]] == ["p1.1", "p2.1"]
    assert [each["on"] for each in found["contradictions"]] == ["occurrence", "date"]
    assert found["predictions"][0]["outcome"] == "partly"
    assert found["predictions"][0]["resolved_by"][-1]["words"] == "فتح جسر طيبان"
    assert found["could_not_be_seen"][0].startswith("p1 names nobody")


def test_claims_may_be_narrowed_and_records_named(case: Contents) -> None:
    """Only what is told more than once, only what is disputed, only who is meant."""
    assert [each["claim"] for each in answers.claims(case, True, False, 9)["claims"]] == ["p1.1"]
    assert answers.claims(case, False, True, 9)["total"] == 3
    assert answers.track_record(case, None)["records"][0]["name"]
    assert [each["claim"] for each in answers.track_record(case, "الضحى")["predictions"]] == ["p.3.3"]


def test_what_is_not_there_is_said_with_what_can_be_asked(case: Contents) -> None:
    """Never an empty answer that looks like one."""
    with pytest.raises(LookupError, match="the tool claims lists them"):
        answers.claim(case, "x")
    with pytest.raises(LookupError, match="foretold nothing"):
        answers.track_record(case, "nobody")
    for start, end in ((-1, 3), (5, 5), (0, 10_000)):
        with pytest.raises(ValueError, match="is no place of page p1"):
            answers.page_text(case, "p1", start, end)


@pytest.mark.parametrize(("sent", "word"), [(signal.SIGINT, "interrupted"), (signal.SIGTERM, "terminated")])
def test_the_server_ends_when_it_is_told_to(demo: Path, sent: signal.Signals, word: str) -> None:
    """Also while the assistant keeps its standard input open and asks nothing."""
    command = [*PROGRAM, "mcp", str(demo)]
    running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        assert running.stderr is not None
        assert running.stdin is not None
        assert running.stdout is not None
        assert b"serving on standard input" in running.stderr.readline()
        greeting = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "x", "version": "1"}}
        asked = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": greeting}
        running.stdin.write(json.dumps(asked).encode() + b"\n")
        running.stdin.flush()
        assert json.loads(running.stdout.readline())["id"] == 1
        running.send_signal(sent)
        assert running.wait(20) == 128 + sent
        assert running.stderr.read().decode().splitlines() == [f"musnad: {word}; nothing was changed"]
    finally:
        running.kill()
        running.communicate()


def test_mcp_wants_a_casefile(tmp_path: Path) -> None:
    """Before anything is served."""
    done = musnad("mcp", tmp_path / "none.db")
    assert (done.status, len(done.problems)) == (1, 1)
    assert "there is no casefile here" in done.problems[0]

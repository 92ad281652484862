"""Who may ask the server, what browsers may do with its answers, and what is written: verdicts, by name, alone."""

from __future__ import annotations

import re
import socket
import sqlite3
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from musnad.casefile.store import CasefileError, look, use
from musnad.casefile.verdicts import of_claim
from musnad.cli import app
from musnad.web.app import application
from musnad.web.settings import Settings, UnsafeError, token_of
from tests.web_case import case

HERE = "http://127.0.0.1:8000"
TOKEN = "a-token-that-is-long"
FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return case(tmp_path_factory.mktemp("guard") / "case.db")


def visitor(path: Path, **settings: object) -> TestClient:
    given = Settings(path, **settings)  # type: ignore[arg-type]
    return TestClient(application(given), base_url=HERE, follow_redirects=False)


def csrf(client: TestClient, address: str) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', client.get(address).text)
    assert found
    return found[1]


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "example.org"])
def test_no_address_that_others_reach_is_served_without_a_token(path: Path, host: str) -> None:
    """The settings themselves refuse, whoever makes them."""
    with pytest.raises(UnsafeError, match="--token-file"):
        Settings(path, host)
    assert Settings(path, host, token=TOKEN).host == host


def test_a_token_that_can_be_guessed_is_none(tmp_path: Path) -> None:
    """The first line counts, without the blanks around it."""
    file = tmp_path / "token"
    file.write_text("short\nand more that does not count\n", encoding="utf-8")
    with pytest.raises(UnsafeError):
        token_of(file)
    file.write_text(f" {TOKEN} \n", encoding="utf-8")
    assert token_of(file) == TOKEN


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200), ("localhost:8000", 200), ("[::1]:8000", 200), ("news.example", 200),
        ("evil.example", 421), ("127.0.0.1.evil.example", 421), ("192.0.2.7", 421), ("", 421), ("[", 421),
    ],
)  # fmt: skip
def test_only_names_of_this_server_are_answered(path: Path, host: str, status: int) -> None:
    """A name that a foreign site points at this machine is refused, whatever it asks for."""
    client = visitor(path, names=("news.example",))
    assert client.get("/", headers={"host": host}).status_code == status
    assert client.get("/api/claims", headers={"host": host}).status_code == status


@pytest.mark.parametrize("address", ["/", "/page/000", "/api/ledger", "/static/style.css", "/nothing", "/ledger.csv"])
def test_every_answer_tells_the_browser_what_it_may_not_do(path: Path, address: str) -> None:
    """Nothing is loaded from elsewhere, nothing in the page runs, nobody frames it, nothing is guessed."""
    headers = visitor(path).get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert not [word for word in ("unsafe", "http", "*") if word in policy]
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in policy
    assert headers["referrer-policy"] == "same-origin"


def test_with_a_token_nothing_is_shown_before_it_is_told(path: Path) -> None:
    """Pages lead to the form, the interface for programs refuses; the cookie or the header opens both."""
    client = visitor(path, token=TOKEN)
    assert client.get("/page/000").headers["location"] == "/login"
    assert client.get("/api/ledger").status_code == 401
    assert client.get("/static/style.css").status_code == 200
    assert client.get("/api/ledger", headers={"authorization": "Bearer wrong"}).status_code == 401
    assert client.get("/api/ledger", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    token = csrf(client, "/login")
    assert client.post("/login", data={"csrf": token, "token": "wrong"}).status_code == 403
    assert client.post("/login", data={"csrf": token, "token": TOKEN}).status_code == 303
    assert client.get("/page/000").status_code == 200
    stranger = visitor(path, token=TOKEN)
    stranger.cookies.set("musnad_session", "x")
    assert stranger.get("/").status_code == 303


def test_a_verdict_is_given_shown_and_withdrawn(path: Path) -> None:
    """By the form of a claim's page, by name; it stays, struck out, when it is taken back."""
    client = visitor(path)
    fields = {"csrf": csrf(client, "/claim/001.1"), "claim": "001.1", "who": "سلمى", "verdict": "note"}
    lacking = client.post("/verdicts", data=fields)
    assert lacking.status_code == 422
    assert "a note needs its words" in lacking.text
    done = client.post("/verdicts", data=fields | {"note": "<i>يحتاج</i> إلى مصدر"})
    assert (done.status_code, done.headers["location"]) == (303, "/claim/001.1#verdicts")
    page = client.get("/claim/001.1").text
    assert "&lt;i&gt;يحتاج" in page
    with look(path) as db:
        (given,) = of_claim(db, "001.1")
    assert (given.who, given.verdict) == ("سلمى", "note")
    back = {"csrf": fields["csrf"], "who": "another"}
    assert client.post(f"/verdicts/{given.id}/withdraw", data=back).status_code == 404
    assert client.post(f"/verdicts/{given.id}/withdraw", data=back | {"who": "سلمى"}).status_code == 303
    with look(path) as db:
        assert [each.withdrawn is None for each in of_claim(db, "001.1")] == [False]
    assert "withdrawn" in client.get("/verdicts").text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"content-type": "text/plain"}, 415),
    ],
)
def test_what_other_sites_send_is_refused(path: Path, headers: dict[str, str], status: int) -> None:
    """A form that this server did not make for this browser writes nothing, with whatever headers."""
    client = visitor(path)
    client.get("/")
    body = urlencode({"claim": "001.2", "who": "x", "verdict": "accept", "csrf": "0" * 64})
    assert client.post("/verdicts", content=body, headers=FORM | headers).status_code == status
    with look(path) as db:
        assert not db.execute("SELECT 1 FROM verdicts WHERE who = 'x'").fetchall()


def test_a_sound_form_is_refused_where_another_site_sends_it(path: Path) -> None:
    """Even one that this server made for this browser: the browser says where it comes from."""
    client = visitor(path)
    fields = {"csrf": csrf(client, "/claim/001.1"), "claim": "001.1", "who": "y", "verdict": "accept"}
    for headers in ({"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
        assert client.post("/verdicts", data=fields, headers=headers).status_code == 403
    with look(path) as db:
        assert not db.execute("SELECT 1 FROM verdicts WHERE who = 'y'").fetchall()
    own = {"origin": HERE, "sec-fetch-site": "same-origin"}
    assert client.post("/verdicts", data=fields, headers=own).status_code == 303


def test_a_form_is_good_for_one_browser(path: Path) -> None:
    """Another browser's token is none, nor is one without the cookie."""
    app_ = application(Settings(path))
    one, other = (TestClient(app_, base_url=HERE, follow_redirects=False) for _ in range(2))
    other.get("/")
    fields = {"csrf": csrf(one, "/claim/001.1"), "claim": "001.1", "who": "x", "verdict": "accept"}
    assert other.post("/verdicts", data=fields).status_code == 403
    assert TestClient(app_, base_url=HERE).post("/verdicts", data=fields).status_code == 403
    assert one.post("/verdicts", data=fields | {"note": "x" * 70_000}).status_code == 413


def test_read_only_takes_no_verdict_and_shows_no_form(path: Path) -> None:
    """Pages say so, and a form that was sound before is refused."""
    settings = Settings(path)
    client = TestClient(application(settings), base_url=HERE, follow_redirects=False)
    fields = {"csrf": csrf(client, "/claim/001.1"), "claim": "001.1", "who": "z", "verdict": "accept"}
    closed = TestClient(application(replace(settings, read_only=True)), base_url=HERE, follow_redirects=False)
    closed.cookies = client.cookies
    assert 'action="/verdicts"' not in closed.get("/claim/001.1").text
    assert closed.post("/verdicts", data=fields).status_code == 403
    with look(path) as db:
        assert not db.execute("SELECT 1 FROM verdicts WHERE who = 'z'").fetchall()
    assert client.post("/verdicts", data=fields).status_code == 303


def test_reading_cannot_write(path: Path) -> None:
    """The connection that pages are made through is one that SQLite refuses to write to."""
    with pytest.raises(CasefileError, match="readonly"), look(path) as db:
        db.execute("DELETE FROM findings")


@pytest.mark.parametrize("made", ["missing", "text", "foreign", "older"])
def test_what_is_no_casefile_of_this_version_is_not_served(tmp_path: Path, made: str) -> None:
    """With a line that says what to do."""
    path = tmp_path / "case.db"
    if made == "text":
        path.write_text("no casefile", encoding="utf-8")
    elif made == "foreign":
        sqlite3.connect(path).execute("CREATE TABLE one (x)")
    elif made == "older":
        with use(path, create=True) as db:
            db.execute("PRAGMA user_version = 1")
    with pytest.raises(CasefileError, match=re.escape(str(path))):
        application(Settings(path))


def test_the_command_says_why_it_does_not_begin(path: Path, tmp_path: Path) -> None:
    """An open address without a token, a token that is short or not there, no casefile, a port that is taken."""
    token = tmp_path / "token"
    token.write_text("short", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        for options, words in (
            ([str(path), "--host", "0.0.0.0"], "--token-file"),
            ([str(path), "--token-file", str(token)], "16 characters"),
            ([str(path), "--token-file", str(tmp_path / "none")], "cannot be read"),
            ([str(tmp_path / "none.db")], "there is no casefile here"),
            ([str(path), "--port", str(taken.getsockname()[1])], "--port"),
        ):
            done = CliRunner().invoke(app, ["serve", *options])
            assert done.exit_code == 1
            assert words in done.stderr

"""Watching a list: rounds, restarts and what is said; and both commands as a user meets them."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from musnad.casefile.store import use
from musnad.commands.attempt import attempt
from musnad.fetch.client import Client, Manners
from musnad.fetch.crawl import Crawl
from musnad.fetch.intake import Intake
from musnad.fetch.outcome import Outcome
from musnad.fetch.watch import Round, watch
from tests.site import ARABIC, FakeTime, Reply, Site, endless, feed, silent, site
from tests.test_cli import PROGRAM, Ended, musnad, rows
from tests.test_fetch import OTHER, RUN

MANNERS = Manners(delay=0, allow_private=True)
LOCAL = ("--allow-private", "--delay", "0")


@pytest.fixture
def web() -> Iterator[Site]:
    with site() as found:
        yield found


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return tmp_path / "case.db"


@pytest.fixture
def listing(tmp_path: Path, web: Site) -> Path:
    """A feed of two pages, and a page of its own."""
    for number in (1, 2, 3):
        web.put(f"/{number}", Reply(f"{number} {ARABIC}".encode()))
    web.put("/rss", feed("/1", "/2"))
    path = tmp_path / "list.txt"
    path.write_text(f"# news\n{web.root}/rss  # all of it\n{web.root}/3\n", encoding="utf-8")
    return path


class Watching:
    """A watch whose time only sleeping moves; `rounds` gives the lines of so many rounds."""

    def __init__(self, db: sqlite3.Connection, urls: list[str]) -> None:
        self.db, self.urls, self.time = db, urls, FakeTime()

    def start(self) -> Generator[Outcome | Round, None, None]:
        clock = self.time.clock()

        def crawl(since: str) -> Iterator[Outcome]:
            intake = Intake(self.db, RUN, attempt)
            return Crawl(Client(MANNERS, clock), intake).run([(url, False) for url in self.urls], since)

        return watch(self.db, "list", crawl, 900, clock)

    def rounds(self, count: int) -> list[str]:
        found = []
        for each in self.start():
            if isinstance(each, Round):
                found.append(str(each))
                if len(found) == count:
                    break
        return found


@pytest.fixture
def watching(case: Path, web: Site, listing: Path) -> Iterator[Watching]:
    assert listing.exists()
    with use(case, create=True) as db:
        yield Watching(db, [f"{web.root}/rss", f"{web.root}/3"])


def test_each_round_says_what_is_new(web: Site, watching: Watching) -> None:
    """Rounds begin one span of time after another."""
    web.put("/2", Reply(ARABIC.encode()), Reply(OTHER.encode()))
    web.put("/3", Reply("3 صفحات".encode()), Reply(b"", 404))
    assert watching.rounds(3) == [
        "2024-03-06T10:00:00+00:00: 3 new pages, 0 new versions, 2 statements",
        "2024-03-06T10:15:00+00:00: 0 new pages, 1 new version, 1 statement, 1 unchanged, 1 problem",
        "2024-03-06T10:30:00+00:00: 0 new pages, 0 new versions, 0 statements, 2 unchanged, 1 problem",
    ]
    assert watching.time.slept == [900.0, 900.0]


def test_a_round_that_was_broken_off_is_taken_up_where_it_stopped(web: Site, watching: Watching) -> None:
    """The feed is not asked again for what it named; the next round begins when it would have."""
    first = watching.start()
    assert [str(next(first)).split(":")[0] for _ in range(3)] == ["feed", "fetched", "fetched"]
    first.close()
    watching.time.passed += 60
    before = len(web.pages())
    assert watching.rounds(2) == [
        "2024-03-06T10:00:00+00:00: 1 new page, 0 new versions, 1 statement",
        "2024-03-06T10:15:00+00:00: 0 new pages, 0 new versions, 0 statements, 3 unchanged",
    ]
    assert watching.time.slept == [840.0]
    assert web.pages()[before:][0] == "/2"


def test_a_round_that_was_ended_is_not_done_again(web: Site, watching: Watching) -> None:
    """A restart waits for the next one."""
    watching.rounds(1)
    asked = len(web.asked)
    watching.time.passed += 300
    assert watching.rounds(1)[0].startswith("2024-03-06T10:00:00+00:00: 0 new pages")
    assert len(web.asked) == asked
    assert watching.rounds(2)[1].startswith("2024-03-06T10:15:00")
    assert watching.time.slept == [600.0]


def test_a_clock_that_was_put_back_does_not_stop_the_watch(watching: Watching) -> None:
    """A round that began in the future is no round."""
    watching.rounds(1)
    watching.time.passed -= 86_400
    assert watching.rounds(1)[0].startswith("2024-03-05T10:00:00")


def test_a_long_round_is_followed_at_once(watching: Watching) -> None:
    """Without a sleep that ended before it began."""
    running = watching.start()
    next(running)
    watching.time.passed += 2000
    found = (str(each)[:25] for each in running if isinstance(each, Round))
    assert [next(found), next(found)] == ["2024-03-06T10:00:00+00:00", "2024-03-06T10:33:20+00:00"]
    assert watching.time.slept == [0.0]


def test_fetch_says_a_line_for_each_url_and_what_the_casefile_holds(case: Path, web: Site, listing: Path) -> None:
    """Problems on standard error, and then the exit status is 1."""
    done = musnad("fetch", f"{web.root}/1", "--list", listing, "--into", case, *LOCAL)
    assert (done.status, done.problems) == (0, [])
    assert sorted(done.out.replace(web.root, "").splitlines()) == sorted(
        [
            "fetched: /1 (127.0.0.1-1, 1 statement)",
            "feed: /rss (2 pages)",
            "fetched: /3 (127.0.0.1-3, 1 statement)",
            "fetched: /2 (127.0.0.1-2, 1 statement)",
            f"{case}: it holds 3 pages, 3 statements",
        ]
    )
    before = rows(case)
    again = musnad("fetch", "--feed", f"{web.root}/rss", f"{web.root}/none", "ftp://x", "--into", case, *LOCAL)
    assert again.status == 1
    assert again.problems == [
        "musnad: ftp://x: failed: is no URL of the web; it must begin with http:// or https://",
        f"musnad: {web.root}/none: failed: 404 Not Found",
    ]
    assert [row for row in rows(case) if "visits" not in row] == [row for row in before if "visits" not in row]


def test_fetch_leaves_no_empty_casefile(case: Path, web: Site) -> None:
    """Where it made one and nothing was fetched."""
    done = musnad("fetch", f"{web.root}/none", "--into", case, *LOCAL)
    assert (done.status, done.out, case.exists()) == (1, "", False)


def test_fetch_refuses_this_machine_unless_it_is_allowed(case: Path, web: Site) -> None:
    """By default."""
    web.put("/1", Reply())
    done = musnad("fetch", f"{web.root}/1", "--into", case, "--delay", "0")
    assert done.status == 1
    assert done.problems[0].endswith("refused address: 127.0.0.1 is loopback; --allow-private lets it through")
    assert web.asked == []


def test_limits_can_be_set(case: Path, web: Site) -> None:
    """In bytes and seconds."""
    large, slow = web.put("/1", endless), web.put("/2", silent)
    done = musnad("fetch", large, slow, "--into", case, *LOCAL, "--max-bytes", "5000", "--timeout", "0.2")
    assert [problem.split(": ")[2] for problem in done.problems] == ["too large", "failed"]
    assert "more than 5,000 bytes" in done.problems[0]
    assert " 0.2 s" in done.problems[1]


@pytest.mark.parametrize(
    ("text", "said"),
    [(None, "cannot be read"), (b"# nothing\n", "names no URL"), ("خبر".encode("windows-1256"), "is not UTF-8")],
)
def test_a_list_that_cannot_be_used_ends_the_command(tmp_path: Path, case: Path, text: bytes | None, said: str) -> None:
    """Before anything is asked for."""
    path = tmp_path / "list.txt"
    if text is not None:
        path.write_bytes(text)
    for done in (musnad("fetch", "--list", path, "--into", case), musnad("watch", path, case, "--once")):
        assert (done.status, len(done.problems)) == (1, 1)
        assert said in done.problems[0]
    assert not case.exists()


def test_what_is_missing_or_no_time_is_a_mistake_of_use(case: Path, listing: Path) -> None:
    """Exit status 2, and a word on what to write."""
    nothing = musnad("fetch", "--into", case)
    assert (nothing.status, "give a URL" in nothing.problems[-1]) == (2, True)
    soon = musnad("watch", listing, case, "--every", "soon")
    assert (soon.status, "write 90s, 15m, 2h or 1d" in soon.problems[-1]) == (2, True)


def test_without_its_libraries_fetching_says_which_to_install(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line."""
    monkeypatch.delitem(sys.modules, "musnad.fetch.crawl", raising=False)
    monkeypatch.setitem(sys.modules, "musnad.fetch.crawl", None)
    done = musnad("fetch", "http://example.org/", "--into", case)
    assert (done.status, len(done.problems)) == (1, 1)
    assert "pip install '.[web]'" in done.problems[0]


def test_watch_can_be_done_once(case: Path, web: Site, listing: Path) -> None:
    """New pages have a line, and so has the round; what is as it was has none."""
    first = musnad("watch", listing, case, "--once", "--every", "1s", *LOCAL)
    lines = first.out.replace(web.root, "").splitlines()
    assert sorted(lines[:3]) == [f"fetched: /{number} (127.0.0.1-{number}, 1 statement)" for number in (1, 2, 3)]
    assert lines[3].endswith(": 3 new pages, 0 new versions, 3 statements")
    assert (first.status, len(lines)) == (0, 4)


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_watch_stops_when_told_to(case: Path, web: Site, listing: Path, sent: signal.Signals, status: int) -> None:
    """In the middle of a request, with a casefile that is whole and one file."""
    web.put("/3", silent)
    command = [*PROGRAM, "watch", str(listing), str(case), *LOCAL, "--every", "1h"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        while "/3" not in web.asked:
            assert running.poll() is None, "it ended before it could be stopped"
            time.sleep(0.01)
        running.send_signal(sent)
        out, problems = running.communicate()
    ended = Ended(running.returncode, out.decode(), problems.decode().splitlines())
    assert ended.status == status
    assert len(ended.problems) == (sent is signal.SIGINT)
    assert [path.name for path in case.parent.iterdir() if path.name.startswith("case")] == ["case.db"]
    with sqlite3.connect(case) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"

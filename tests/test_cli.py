"""The command as a user meets it: what it prints, what it says went wrong, how it ends."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
import typer.main
from typer.testing import CliRunner

from musnad import cli
from musnad.casefile import pages
from musnad.casefile.pages import Run
from musnad.casefile.store import use
from musnad.cli import app
from musnad.commands.demo import CASEFILE
from musnad.doc import Doc, Page
from musnad.fingerprint import fingerprints
from musnad.pipeline import annotate
from tests.gate.readings import ROOT
from tests.handmade import SOURCE, handmade

ARABIC = "قال الوزير إن المطر سيهطل غدا.\n"
PROGRAM = [sys.executable, "-c", "from musnad.cli import main; main()"]
DEMO = ROOT / "src" / "musnad" / "demo"


@dataclass(frozen=True)
class Ended:
    status: int
    out: str
    problems: list[str]


def musnad(*arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> Ended:
    """Run the command in this process (as typer's runner does), or in `cwd` as a process of its own."""
    if cwd:
        done = subprocess.run([*PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, cwd=cwd, check=False)
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode().splitlines())
    found = CliRunner().invoke(app, [str(each) for each in arguments], input=stdin)
    return Ended(found.exit_code, found.stdout, found.stderr.splitlines())


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "000_a.txt"
    path.write_bytes(ARABIC.encode())
    return path


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A casefile with the handmade page, as if today's rules had read it."""
    path = tmp_path / "case.db"
    with use(path, create=True) as db:
        pages.keep(db, handmade(), SOURCE.encode(), Run("2024-03-06T10:00:00+00:00", "0.0", fingerprints()))
    return path


def rows(path: Path) -> list[str]:
    with sqlite3.connect(path) as db:
        return list(db.iterdump())


def count(path: Path) -> int:
    with sqlite3.connect(path) as db:
        found: int = db.execute("SELECT count(*) FROM pages").fetchone()[0]
        return found


def readings(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_the_version_is_the_packages(tmp_path: Path) -> None:
    """As a process of its own, and on standard output."""
    assert re.fullmatch(r"musnad \d+\.\d+\.\d+\n", musnad("--version", cwd=tmp_path).out)


def test_read_writes_a_line_for_each_page_in_order(tmp_path: Path) -> None:
    """What the manifest knows goes in; names stay as the files have them."""
    done = musnad("read", DEMO / "pages", "--manifest", DEMO / "manifest.csv", "--format", "jsonl", cwd=tmp_path)
    found = readings(done.out)
    assert (done.status, done.problems) == (0, [])
    assert [item["doc"] for item in found] == [f"{number:03}" for number in range(14)]
    assert (found[0]["outlet"], found[0]["published"]) == ("المصب", "2025-09-08")


def test_read_gives_the_same_bytes_with_any_number_of_workers(tmp_path: Path) -> None:
    """And to a file the same as to standard output."""
    out = tmp_path / "out.jsonl"
    first = musnad("read", DEMO / "pages", "--format", "jsonl", cwd=tmp_path)
    second = musnad("read", DEMO / "pages", "--format", "jsonl", "--workers", "2", "-o", out, cwd=tmp_path)
    assert (first.status, second.status, second.out) == (0, 0, "")
    assert out.read_text(encoding="utf-8") == first.out


def test_read_takes_standard_input(tmp_path: Path) -> None:
    """Its page is called stdin; bytes are taken as they are."""
    found = readings(musnad("read", "-", "--format", "jsonl", "--published", "2023-02", stdin=ARABIC.encode()).out)
    assert [(item["doc"], item["published"]) for item in found] == [("stdin", "2023-02")]
    broken = musnad("read", "-", stdin=b"\xc7\xe1", cwd=tmp_path)
    assert broken.status == 1
    assert broken.problems[0].startswith("musnad: standard input: is not UTF-8 (byte 0xC7 at 0)")


BROKEN: list[tuple[str, Callable[[Path], object], str]] = [
    ("missing.txt", Path.exists, "does not exist"),
    ("folder", Path.mkdir, "no page in this folder"),
    ("empty.txt", Path.touch, "is empty"),
    ("picture.txt", lambda path: path.write_bytes(b"\x89PNG\0"), "is not text"),
    ("old.txt", lambda path: path.write_bytes("قال".encode("windows-1256")), "is not UTF-8"),
    ("english.txt", lambda path: path.write_bytes(b"He said."), "has no Arabic letter"),
    ("page.html", lambda path: path.write_text("<html>He said</html>", encoding="utf-8"), "has no Arabic letter"),
]


@pytest.mark.parametrize("command", ["read", "add"])
@pytest.mark.parametrize(("name", "make", "what"), BROKEN, ids=[name for name, _, _ in BROKEN])
def test_what_cannot_be_read_has_one_line_and_stops_nothing(
    tmp_path: Path, page: Path, command: str, name: str, make: Callable[[Path], object], what: str
) -> None:
    """The line names the path and says what is wrong; the other page is read; the exit status is 1."""
    make(tmp_path / name)
    target = [tmp_path / "case.db"] if command == "add" else []
    done = musnad(command, *target, tmp_path / name, page)
    (problem,) = done.problems
    assert done.status == 1
    assert problem.startswith(f"musnad: {tmp_path / name}: {what}")
    if command == "add":
        assert count(tmp_path / "case.db") == 1
    else:
        assert len(readings(musnad("read", tmp_path / name, page, "--format", "jsonl").out)) == 1


@pytest.mark.parametrize("command", ["read", "add"])
def test_a_page_on_which_a_rule_fails_stops_nothing(
    tmp_path: Path, page: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """Its defect is one line that names the page and the place in the code; the others are read; exit status 1."""
    bad = tmp_path / "001.txt"
    bad.write_text("نفى " + ARABIC, encoding="utf-8")

    def fails(page: Page, own: None = None) -> Doc:
        if page.doc == "001":
            raise IndexError("no such token")
        return annotate(page, own)

    monkeypatch.setattr("musnad.commands.attempt.annotate", fails)
    target = [tmp_path / "case.db"] if command == "add" else []
    done = musnad(command, *target, bad, page)
    (problem,) = done.problems
    assert done.status == 1
    assert re.match(
        r"musnad: 001: Musnad failed on this page \(IndexError: no such token; tests/test_cli.py:\d+\)", problem
    )
    if command == "add":
        assert count(tmp_path / "case.db") == 1
        with sqlite3.connect(tmp_path / "case.db") as db:
            db.execute("UPDATE pages SET doc = '001'")
            db.execute("UPDATE runs SET stages = '{}'")
        done = musnad("reread", tmp_path / "case.db")
        assert (done.status, len(done.problems)) == (1, 1)
        assert "0 pages read again" in done.out


def test_two_pages_of_one_name_are_both_read_and_it_is_said(tmp_path: Path, page: Path) -> None:
    """The second is renamed; that is no error."""
    other = tmp_path / "000_b.txt"
    other.write_text("نفى " + ARABIC, encoding="utf-8")
    done = musnad("read", page, other, "--format", "jsonl")
    assert [item["doc"] for item in readings(done.out)] == ["000", "000-2"]
    assert done.status == 0
    assert done.problems == [f"musnad: {other}: another page has this name already; it is called 000-2"]


@pytest.mark.parametrize("text", ["name\nx\n", "file,published\n000_a.txt,soon\n", None])
def test_a_broken_manifest_ends_the_command_before_anything_is_read(
    tmp_path: Path, page: Path, text: str | None
) -> None:
    """One line with the manifest's name; no casefile is made."""
    manifest = tmp_path / "m.csv"
    if text is not None:
        manifest.write_text(text, encoding="utf-8")
    done = musnad("add", tmp_path / "case.db", page, "--manifest", manifest)
    (problem,) = done.problems
    assert done.status == 1
    assert problem.startswith(f"musnad: {manifest}:")
    assert not (tmp_path / "case.db").exists()


def test_a_manifest_of_other_pages_is_pointed_out(tmp_path: Path, page: Path) -> None:
    """It is no error, but hardly what was meant."""
    manifest = tmp_path / "m.csv"
    manifest.write_text("file\nelse.txt\n", encoding="utf-8")
    done = musnad("read", page, "--manifest", manifest)
    assert done.status == 0
    assert done.problems[0].startswith(f"musnad: {manifest}: names none of these pages")


@pytest.mark.parametrize("option", [["--published", "soon"], ["--format", "xml"], ["--workers", "0"]])
def test_an_option_that_is_not_understood_is_usage(page: Path, option: list[str]) -> None:
    """Exit status 2, and the option is named."""
    done = musnad("read", page, *option)
    assert done.status == 2
    assert option[0] in done.problems[-1]


def test_an_output_that_cannot_be_written_is_said_and_one_that_breaks_off_is_not_there(
    tmp_path: Path, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was in the file before stays."""
    done = musnad("read", page, "-o", tmp_path / "no" / "out.jsonl")
    assert (done.status, len(done.problems)) == (1, 1)
    out = tmp_path / "out.jsonl"
    out.write_text("before", encoding="utf-8")

    monkeypatch.setattr("musnad.export.readings.reading", Mock(side_effect=KeyboardInterrupt))
    done = musnad("read", page, "--format", "jsonl", "-o", out)
    assert done.status == 130
    assert len(done.problems) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["000_a.txt", "out.jsonl"]
    assert out.read_text(encoding="utf-8") == "before"


def test_adding_the_same_bytes_again_changes_nothing(tmp_path: Path) -> None:
    """Not a row, under whatever name and with or without what is known of them."""
    case = tmp_path / "case.db"
    first = musnad("add", case, DEMO / "pages", "--manifest", DEMO / "manifest.csv")
    before = rows(case)
    (tmp_path / "other.txt").write_bytes((DEMO / "pages" / "003.txt").read_bytes())
    second = musnad("add", case, DEMO / "pages", tmp_path / "other.txt")
    assert "14 pages added, 0 already there" in first.out
    assert "0 pages added, 15 already there" in second.out
    assert rows(case) == before


def test_a_page_given_twice_in_one_add_is_there_once_with_all_that_is_known(tmp_path: Path, page: Path) -> None:
    """Also where workers read both before either is written."""
    (tmp_path / "copy.txt").write_bytes(page.read_bytes())
    manifest = tmp_path / "m.csv"
    manifest.write_text("file,outlet,published\n000_a.txt,النهار,\ncopy.txt,,2023\n", encoding="utf-8")
    case = tmp_path / "case.db"
    done = musnad("add", case, page, tmp_path / "copy.txt", "--manifest", manifest, "--workers", "2")
    assert "1 page added, 0 already there, 1 with more known of them" in done.out
    with sqlite3.connect(case) as db:
        assert db.execute("SELECT doc, outlet, published FROM pages").fetchall() == [("000", "النهار", "2023")]


def test_a_casefile_is_not_made_for_nothing(tmp_path: Path) -> None:
    """Where no page could be read there is nothing to keep."""
    (tmp_path / "empty.txt").touch()
    done = musnad("add", tmp_path / "case.db", tmp_path / "empty.txt", tmp_path / "missing.txt")
    assert done.status == 1
    assert [path.name for path in tmp_path.iterdir()] == ["empty.txt"]


def test_a_page_is_never_taken_for_a_casefile(page: Path) -> None:
    """Who forgets the casefile is told so, and the page stays as it is."""
    done = musnad("add", page, page)
    assert done.status == 1
    assert "the casefile comes first" in done.problems[0]
    assert page.read_text(encoding="utf-8") == ARABIC


def test_pages_that_other_rules_have_read_are_read_again(tmp_path: Path, page: Path) -> None:
    """By the next add or by reread, from the bytes that the casefile keeps."""
    case = tmp_path / "case.db"
    musnad("add", case, page)
    page.unlink()
    (tmp_path / "1.txt").write_text("نفى " + ARABIC, encoding="utf-8")
    for arguments, said in (
        (("reread", case), "1 page read again"),
        (("add", case, tmp_path / "1.txt"), "1 read again"),
    ):
        with sqlite3.connect(case) as db:
            db.execute("UPDATE runs SET stages = '{}'")
            db.execute("INSERT INTO marks VALUES (1, 'Old', 0, 1, 'x/y:z', '{}')")
        assert said in musnad(*arguments).out
        with sqlite3.connect(case) as db:
            assert db.execute("SELECT count(*) FROM marks WHERE kind = 'Old'").fetchone()[0] == 0
    assert "0 pages read again" in musnad("reread", case).out


def test_an_interrupted_add_is_consistent_and_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """Ctrl-C: one line, exit status 130, whole pages only; the same command reads the rest."""
    folder = tmp_path / "pages"
    folder.mkdir()
    text = (DEMO / "pages" / "001.txt").read_text(encoding="utf-8")
    for number in range(1200):
        (folder / f"{number:04}.txt").write_text(f"{text}\nرقم {number}\n", encoding="utf-8")
    case = tmp_path / "case.db"
    command = [*PROGRAM, "add", str(case), str(folder), "--workers", "1", "--no-link"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        while not case.exists() or not _begun(case):
            assert running.poll() is None, "it ended before it could be interrupted"
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        out, problems = running.communicate()
    assert running.returncode == 130
    assert out == b""
    assert problems.decode().splitlines() == [
        f"musnad: interrupted; {case} holds the pages read so far; run the same command again to go on"
    ]
    read = count(case)
    assert 0 < read < 1200
    with sqlite3.connect(case) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert db.execute("SELECT count(*) FROM pages WHERE id NOT IN (SELECT page FROM marks)").fetchone()[0] == 0
    done = musnad("add", case, folder, "--no-link", cwd=tmp_path)
    assert f"{1200 - read} pages added, {read} already there" in done.out


def _begun(case: Path) -> bool:
    try:
        return count(case) > 20
    except sqlite3.OperationalError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are counted in /proc")
@pytest.mark.parametrize(
    ("sent", "to_all", "status", "lines"),
    [
        (signal.SIGINT, True, 130, 1),
        (signal.SIGTERM, False, 143, 1),
        (signal.SIGTERM, True, 143, 1),
        (signal.SIGKILL, False, -signal.SIGKILL, 0),
    ],
    ids=["a terminal's Ctrl-C", "SIGTERM", "SIGTERM to its group", "SIGKILL"],
)
def test_no_worker_outlives_its_command(tmp_path: Path, sent: int, to_all: bool, status: int, lines: int) -> None:
    """However it is ended: what was read is whole, it says one line at most, and no process of it is left.

    While they work, all of them let others go first.
    """
    folder = tmp_path / "pages"
    folder.mkdir()
    text = (DEMO / "pages" / "001.txt").read_text(encoding="utf-8")
    for number in range(1200):
        (folder / f"{number:04}.txt").write_text(f"{text}\nرقم {number}\n", encoding="utf-8")
    case = tmp_path / "case.db"
    command = [*PROGRAM, "add", str(case), str(folder), "--workers", "2", "--no-link"]
    # Its output is a file, not a pipe: a worker that was left would hold a pipe open, and nothing would be measured.
    problems = tmp_path / "problems"
    with problems.open("w", encoding="utf-8") as told:
        running = subprocess.Popen(command, stdout=told, stderr=told, start_new_session=True)
    while not case.exists() or not _begun(case):
        assert running.poll() is None, "it ended before it could be interrupted"
        time.sleep(0.01)
    assert len(busy := _of_session(running.pid)) >= 3
    assert {os.getpriority(os.PRIO_PROCESS, process) for process in busy} == {max(10, os.getpriority(0, 0))}
    (os.killpg if to_all else os.kill)(running.pid, sent)
    assert running.wait(60) == status
    patience = time.monotonic() + 20
    while (left := _of_session(running.pid)) and time.monotonic() < patience:
        time.sleep(0.05)
    for process in left:
        os.kill(process, signal.SIGKILL)
    assert not left
    said = problems.read_text(encoding="utf-8").splitlines()
    if sent == signal.SIGKILL and said:  # Python itself may tell, in two lines, what it swept up behind it
        assert "resource_tracker: There appear to be" in said[0]
        said = said[2:]
    assert len(said) == lines
    assert 0 < count(case) < 1200
    with sqlite3.connect(case) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def _of_session(leader: int) -> list[int]:
    """The processes of a session that run; those that have ended and wait to be reaped do not."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, _, session, *_ = entry.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            if int(session) == leader and state != "Z":
                found.append(int(entry.parent.name))
    return found


def test_ledger_prints_what_fits_in_each_format(case: Path) -> None:
    """A table, CSV, JSONL; nothing that fits is said on standard error and is no failure."""
    table = musnad("ledger", case, "--search", "الكلفه").out.splitlines()
    assert len(table) == 2
    assert "«الكلفة لم تتغير» … العمل انتهى" in table[1]
    csv = musnad("ledger", case, "--stance", "denies", "--stance", "says", "--format", "csv").out.splitlines()
    assert len(csv) == 3
    found = readings(musnad("ledger", case, "--source", "turkey", "--format", "jsonl").out)
    assert [(item["doc"], item["id"], item["stance"]) for item in found] == [("012", 3, "denies")]
    nothing = musnad("ledger", case, "--since", "2030", "--format", "jsonl")
    assert (nothing.status, nothing.out) == (0, "")
    assert nothing.problems == [f"musnad: {case}: no statement that fits"]


@pytest.mark.parametrize(
    ("option", "status", "said"),
    [
        (["--stance", "shouts"], 2, "'shouts' is none of says, "),
        (["--status", "over"], 2, "'over' is none of occurred, "),
        (["--since", "soon"], 2, "'soon' is no date"),
        (["--until", "2023-13"], 2, "'2023-13' is no date"),
        (["--search", "«»"], 1, "no word to search for"),
    ],
)
def test_ledger_refuses_what_it_does_not_understand(case: Path, option: list[str], status: int, said: str) -> None:
    """Rather than show nothing."""
    done = musnad("ledger", case, *option)
    assert done.status == status
    assert said in done.problems[-1]


def test_ledger_and_reread_want_a_casefile(tmp_path: Path, page: Path) -> None:
    """A missing one is not made, something else is not touched."""
    for command in ("ledger", "reread"):
        done = musnad(command, tmp_path / "none.db")
        assert (done.status, len(done.problems)) == (1, 1)
        assert not (tmp_path / "none.db").exists()
        assert musnad(command, page).status == 1


def test_a_ledger_can_be_cut_off(case: Path) -> None:
    """`musnad ledger … | head -1` ends without a complaint."""
    command = " ".join(f"'{part}'" for part in [*PROGRAM, "ledger", str(case)])
    done = subprocess.run(f"{command} | head -c 1", shell=True, capture_output=True, check=False)
    assert done.stderr == b""


def test_what_the_system_refuses_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is no defect of the program and gets no traceback."""
    monkeypatch.setattr(cli, "app", Mock(side_effect=OSError(28, "No space left on device")))
    with pytest.raises(SystemExit, match=r"^musnad: \[Errno 28\] No space left on device$"):
        cli.main()


def test_explain_prints_an_indented_tree(tmp_path: Path) -> None:
    """A span or a single place; the same page, the same words."""
    path = DEMO / "pages" / "001.txt"
    source = path.read_text(encoding="utf-8")
    shown = musnad("explain", path, "160:163", cwd=tmp_path)
    assert (shown.status, shown.problems) == (0, [])
    assert shown.out.splitlines()[0] == f"001 160:163 «{' '.join(source[160:163].split())}»"
    assert "  Sentence " in shown.out
    assert "    rule: " in shown.out
    assert musnad("explain", path, "0").out.startswith("001 0:1 ")


@pytest.mark.parametrize(
    ("place", "status", "said"),
    [("here", 2, "write START:END"), ("5:", 2, "write START:END"), ("9:3", 1, "no place"), ("999999", 1, "characters")],
)
def test_explain_refuses_a_place_that_is_none(page: Path, place: str, status: int, said: str) -> None:
    """It says how a place is written, or how long the page is."""
    done = musnad("explain", page, place)
    assert done.status == status
    assert said in done.problems[-1]


def test_explain_takes_a_page_out_of_a_casefile(case: Path) -> None:
    """With what is known of it there; a name that it does not have is refused."""
    start = SOURCE.index("نقلت")
    done = musnad("explain", "012", f"{start}:{start + 4}", "--in", case)
    assert done.out.startswith(f"012 {start}:{start + 4} «نقلت»")
    assert musnad("explain", "013", "0", "--in", case).problems == [f"musnad: {case}: has no page called 013"]
    assert musnad("explain", "012", "0", "--in", case.parent / "none.db").status == 1


def test_explain_wants_one_page_that_can_be_read(tmp_path: Path) -> None:
    """A folder is many, a missing file none."""
    assert musnad("explain", tmp_path, "1").status == 1
    assert musnad("explain", tmp_path / "missing.txt", "1").status == 1


def test_the_demo_shows_its_ledger_and_what_to_type_next(tmp_path: Path) -> None:
    """It writes one file where it is run, says so, and works a second time."""
    first, second = (musnad("demo", cwd=tmp_path) for _ in range(2))
    assert [path.name for path in tmp_path.iterdir()] == [str(CASEFILE)]
    assert (first.status, second.status) == (0, 0)
    assert f"{CASEFILE}: 14 pages added" in first.out
    assert "14 already there" in second.out
    assert "when  " in first.out
    steps = [line.split()[1:] for line in first.out.splitlines() if line.startswith("  musnad ")]
    wanted = ["ledger", "ledger", "contradictions", "claims", "talks", "explain", "add", "serve"]
    assert [step[0] for step in steps] == wanted
    for step in steps[:-2]:
        done = musnad(*step, cwd=tmp_path)
        assert (done.status, done.problems) == (0, [])


def commands() -> Iterator[tuple[str, Any]]:
    yield from below("musnad", typer.main.get_command(app))


def below(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    """A command and, of a group, all commands of it."""
    yield name, command
    for inner, each in getattr(command, "commands", {}).items():
        yield from below(f"{name} {inner}", each)


@pytest.mark.parametrize(("name", "command"), [pytest.param(*each, id=each[0]) for each in commands()])
def test_every_command_and_option_says_what_it_does_and_is_in_the_manual(name: str, command: Any) -> None:
    """Its help has text; docs/commands.md has a section for it with an example and every option in it."""
    manual = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    sections = dict(part.split("\n", 1) for part in manual.split("\n## ")[1:])
    assert command.help
    assert f"```sh\n{name}" in sections[name]
    for option in command.params:
        assert option.help, option.name
        for each in option.opts if option.param_type_name == "option" else [option.metavar]:
            assert f"`{each}" in sections[name], (name, each)


def test_the_manual_has_no_section_of_a_command_that_is_gone() -> None:
    """And none that never was."""
    manual = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert {part.split("\n")[0] for part in manual.split("\n## ")[1:]} == {name for name, _ in commands()}

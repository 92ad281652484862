"""Versions of a page: the same URL with other words, and what was changed between them."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from rich.console import Console

from musnad.casefile import pages
from musnad.casefile.ledger import Filter, ledger
from musnad.casefile.store import use
from musnad.casefile.versions import Version, article, changed, known, same_words, versions
from musnad.doc import Doc, Furniture, Page, Span, Statement
from musnad.export.changes import Piece, as_changes, changes
from tests.handmade import PAGE, SOURCE, handmade
from tests.test_casefile import RUN
from tests.test_cli import musnad

URL = PAGE.url or ""
OTHER = SOURCE.replace("السبت", "الأحد")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.db"


@pytest.fixture
def db(path: Path) -> Iterator[sqlite3.Connection]:
    with use(path, create=True) as db:
        yield db


def keep(db: sqlite3.Connection, page: Page, captured: str | None = None) -> None:
    """The handmade statements on other words of the same length."""
    statements = handmade().marks(Statement)
    pages.keep(db, Doc(page).add({Statement}, statements), page.source.encode(), RUN, captured)


def test_other_words_at_the_same_url_are_a_new_version(db: sqlite3.Connection) -> None:
    """In the order in which they were captured, whatever the order in which they were added."""
    keep(db, replace(PAGE, source=OTHER), "2024-03-07T09:00:00+00:00")
    keep(db, PAGE, "2024-03-05T09:00:00+00:00")
    assert versions(db, URL) == [
        Version(1, "2024-03-05T09:00:00+00:00", 2, "012-2", sha256(SOURCE.encode()).hexdigest()),
        Version(2, "2024-03-07T09:00:00+00:00", 1, "012", sha256(OTHER.encode()).hexdigest()),
    ]
    assert changed(db) == [(URL, 2)]
    assert versions(db, "https://example.org/none") == []


def test_a_version_without_a_time_of_capture_is_as_old_as_the_command_that_added_it(db: sqlite3.Connection) -> None:
    """And pages without a URL have no versions."""
    keep(db, PAGE)
    keep(db, replace(PAGE, url=None, source=OTHER))
    assert [version.first_seen for version in versions(db, URL)] == [RUN.started]
    assert changed(db) == []


def test_the_ledger_shows_the_newest_version_unless_asked(db: sqlite3.Connection) -> None:
    """The statements of the older one stay."""
    keep(db, PAGE, "2024-03-05T09:00:00+00:00")
    keep(db, replace(PAGE, source=OTHER), "2024-03-07T09:00:00+00:00")
    keep(db, replace(PAGE, doc="900", source=OTHER + ".", url=None))
    assert {entry.doc for entry in ledger(db, Filter())} == {"012-2", "900"}
    assert {entry.doc for entry in ledger(db, Filter(all_versions=True))} == {"012", "012-2", "900"}


def test_what_lies_around_the_article_makes_no_version(db: sqlite3.Connection) -> None:
    """A menu, spaces and punctuation may differ; a headline may not, though it is furniture too."""

    def page(menu: str, title: str, body: str, label: str = "nav") -> Doc:
        doc = Doc(replace(PAGE, source=f"{menu}\n{title}\n{body}\n"))
        head = Furniture(span=Span(0, len(menu)), rule="x", label=label)
        after = len(menu) + 1
        return doc.add({Furniture}, [head, Furniture(span=Span(after, after + len(title)), rule="x", label="title")])

    first = page("الرئيسية 17 زائرا", "افتتاح السد", "قال الوزير إن السد جاهز.")
    pages.keep(db, first, first.page.source.encode(), RUN)
    assert article(db, 1) == "افتتاح السد\nقال الوزير إن السد جاهز."
    assert same_words(db, 1, page("الرئيسية 99 زائرا", "افتتاح  السد", "قال الوزير: إن السد جاهز"))
    assert known(db, page("الرئيسية 99 زائرا", "افتتاح السد", "قال الوزير إن السد جاهز"))
    assert not same_words(db, 1, page("الرئيسية 17 زائرا", "تأجيل السد", "قال الوزير إن السد جاهز."))
    assert not same_words(db, 1, page("الرئيسية 17 زائرا", "افتتاح السد", "قال الوزير إن السد غير جاهز."))
    assert not same_words(db, 1, page("الرئيسية 99 زائرا", "افتتاح السد", "قال الوزير إن السد جاهز.", "credit"))


def shown(old: str, new: str) -> list[str]:
    out = io.StringIO()
    as_changes(old, new, Console(file=out))
    return out.getvalue().splitlines()


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("قال الوزير: نعم.", "قال الوزير: نعم.", []),
        ("قال الوزير: نعم.", "قال الوزير: لا.", ["قال الوزير: [-نعم-] {+لا+} ."]),
        ("سيزور أنقرة", "لن يزور أنقرة", ["[-سيزور-] {+لن يزور+} أنقرة"]),
        ("واحد\nاثنان\nثلاثة", "واحد\nثلاثة", ["[-اثنان-]"]),
        ("واحد\nثلاثة", "واحد\nاثنان\nثلاثة\nأربعة", ["{+اثنان+}", "{+أربعة+}"]),
        ("واحد اثنان ثلاثة", "واحد اثنان\nثلاثة", []),
        ("", "واحد", ["{+واحد+}"]),
        ("أ ب\nج د", "أ س\nج د هـ", ["أ [-ب-] {+س+}", "ج د {+هـ+}"]),
    ],
)
def test_changes_are_shown_word_by_word(old: str, new: str, lines: list[str]) -> None:
    """Lines that did not change are left out, and so are new line breaks alone."""
    assert shown(old, new) == lines


def test_what_stays_and_what_is_put_in_make_the_new_line() -> None:
    """And with what was taken out in its place, the old one."""
    (line,) = changes("نفت وزارة الخارجية أمس ذلك", "أكدت وزارة الداخلية ذلك اليوم")
    assert [piece.words for piece in line if piece.sign != "-"] == ["أكدت", "وزارة", "الداخلية", "ذلك", "اليوم"]
    assert " ".join(piece.words for piece in line if piece.sign != "+") == "نفت وزارة الخارجية أمس ذلك"
    assert line[0] == Piece("-", "نفت")


def test_a_terminal_gets_colours_and_right_to_left_lines() -> None:
    """Each line is an isolate, so that signs stand where they belong."""
    out = io.StringIO()
    as_changes("نعم", "لا", Console(file=out, force_terminal=True, color_system="standard", width=20))
    assert out.getvalue() == "\u2067\x1b[31m[-نعم-]\x1b[0m \x1b[32m{+لا+}\x1b[0m\u2069\n"


def test_versions_shows_times_and_changes(path: Path, db: sqlite3.Connection) -> None:
    """Without a URL it lists what was changed; a URL that the casefile does not have is refused."""
    keep(db, PAGE, "2024-03-05T09:00:00+00:00")
    assert musnad("versions", path).problems == ["musnad: no page was seen with other words than before"]
    keep(db, replace(PAGE, source=OTHER), "2024-03-07T09:00:00+00:00")
    assert musnad("versions", path).out == f"2 versions  {URL}\n"
    done = musnad("versions", path, URL)
    assert done.out.splitlines()[:2] == [
        "version 1, first seen 2024-03-05T09:00:00+00:00, called 012",
        "version 2, first seen 2024-03-07T09:00:00+00:00, called 012-2",
    ]
    assert done.out.splitlines()[2].endswith("أمام الزوار يوم [-السبت-] {+الأحد+} .")
    assert done.status == 0
    refused = musnad("versions", path, "https://example.org/none")
    assert (refused.status, len(refused.problems)) == (1, 1)


def test_adding_a_changed_file_of_a_url_makes_a_version(path: Path, tmp_path: Path) -> None:
    """The same words again, even in other bytes, change nothing, and neither does an older version again."""
    manifest = tmp_path / "manifest.csv"
    manifest.write_text("file,url\na.txt,https://example.org/1\n", encoding="utf-8")
    page = tmp_path / "a.txt"
    first, second = "قال الوزير إن المطر سيهطل غدا.\n", "قال الوزير إن المطر لن يهطل غدا.\n"
    for text, words in (
        (first, "1 page added"),
        (second, "1 page added"),
        (second.replace("\n", "\r\n"), "0 pages added, 1 already there"),
        (first, "0 pages added, 1 already there"),
    ):
        page.write_bytes(text.encode())
        assert words in musnad("add", path, page, "--manifest", manifest).out
    with use(path) as db:
        assert [version.doc for version in versions(db, "https://example.org/1")] == ["a", "a-2"]
    assert "لن" in musnad("ledger", path, "--format", "csv").out
    assert len(musnad("ledger", path, "--all-versions", "--format", "csv").out.splitlines()) == 3

"""A casefile keeps pages whole, finds them again, answers questions, and refuses what it does not understand."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from musnad.casefile import pages
from musnad.casefile.ledger import Filter, ledger
from musnad.casefile.pages import Run
from musnad.casefile.store import CasefileError, use
from musnad.doc import Doc, Page, Statement
from musnad.entry import entries
from musnad.fingerprint import fingerprints
from musnad.pipeline import STAGES
from tests.gate.readings import ROOT
from tests.handmade import PAGE, SOURCE, WITHOUT_DATE, handmade

RUN = Run("2024-03-06T10:00:00+00:00", "0.0", {"times": "aa"})
DATA = SOURCE.encode()


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with use(tmp_path / "case.db", create=True) as db:
        yield db


def statements_only(page: Page) -> Doc:
    """The handmade statements on a page of which its text tells neither outlet nor date."""
    return Doc(page).add({Statement}, handmade(page).marks(Statement))


def dump(db: sqlite3.Connection) -> list[str]:
    """Every row of every table, in order."""
    return list(db.iterdump())


def test_what_goes_in_comes_out(db: sqlite3.Connection) -> None:
    """Statements, the page's bytes and what was known of it; every mark with its rule and its own fields."""
    pages.keep(db, handmade(), DATA, RUN)
    assert list(ledger(db, Filter())) == list(entries(handmade()))
    assert pages.page(db, 1) == PAGE
    assert db.execute("SELECT bytes FROM pages").fetchone()[0] == DATA
    marks = db.execute("SELECT count(*) FROM marks").fetchone()[0]
    assert marks == sum(map(len, handmade().layers.values()))
    row = db.execute("SELECT * FROM marks WHERE kind = 'TimeExpression'").fetchone()
    assert SOURCE[row["start"] : row["end"]] == "يوم السبت"
    assert row["rule"] == "times/weekdays:السبت"
    assert json.loads(row["body"]) == {"type": "DATE", "value": "2024-03-09"}


def test_a_page_that_breaks_off_leaves_nothing(db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is written whole or not at all, also when it replaces an older reading of itself."""
    pages.keep(db, handmade(), DATA, RUN)
    before = dump(db)

    def broken(doc: Doc) -> Iterator[object]:
        yield from entries(doc)
        raise KeyboardInterrupt

    monkeypatch.setattr(pages, "entries", broken)
    with pytest.raises(KeyboardInterrupt):
        pages.keep(db, handmade(replace(PAGE, doc="other")), b"other", replace(RUN, version="1"))
    with pytest.raises(KeyboardInterrupt):
        pages.renew(db, 1, handmade(replace(PAGE, outlet="x")), replace(RUN, version="1"))
    assert dump(db) == before


def test_the_same_bytes_are_the_same_page_whatever_the_file_is_called(db: sqlite3.Connection) -> None:
    """Also where nothing is known of it now; what was known stays."""
    pages.keep(db, handmade(), DATA, RUN)
    for again in (PAGE, replace(WITHOUT_DATE, doc="renamed")):
        kept = pages.find(db, again, DATA)
        assert kept == pages.Kept(1, PAGE, changed=False)
    assert pages.find(db, PAGE, DATA + b" ") is None


def test_what_is_learnt_of_a_page_later_is_taken_over(db: sqlite3.Connection) -> None:
    """Its date is then read anew; the statements are replaced, not doubled."""
    pages.keep(db, handmade(WITHOUT_DATE), DATA, RUN)
    kept = pages.find(db, PAGE, DATA)
    assert kept == pages.Kept(1, PAGE, changed=True)
    pages.renew(db, 1, handmade(PAGE), RUN)
    assert [entry.published for entry in ledger(db, Filter())] == ["2024-03-05"] * 3
    assert len(list(ledger(db, Filter(search="الكلفة")))) == 1


def test_the_same_words_from_another_outlet_are_another_page(db: sqlite3.Connection) -> None:
    """Copies are what a ledger must show; the second page gets a name of its own."""
    pages.keep(db, handmade(), DATA, RUN)
    copy = replace(PAGE, outlet="صحيفة أخرى", url="https://example.org/copy")
    assert pages.find(db, copy, DATA) is None
    pages.keep(db, handmade(copy), DATA, RUN)
    assert {entry.doc for entry in ledger(db, Filter())} == {"012", "012-2"}
    kept = pages.find(db, copy, DATA)
    assert kept is not None
    assert (kept.id, kept.changed) == (2, False)


def test_what_the_text_tells_of_its_page_counts_where_nothing_else_is_known(db: sqlite3.Connection) -> None:
    """Outlet and date of the ledger are then those that were read on the page."""
    pages.keep(db, handmade(WITHOUT_DATE), DATA, RUN)
    assert {(entry.outlet, entry.published) for entry in ledger(db, Filter())} == {("Al-Difaf", "2024-03")}


def test_pages_read_with_other_rules_are_stale(db: sqlite3.Connection) -> None:
    """One changed stage is enough; read again, they are not stale any more."""
    pages.keep(db, handmade(), DATA, RUN)
    now = replace(RUN, stages={"times": "bb"})
    assert pages.stale(db, RUN.stages) == []
    assert pages.stale(db, now.stages) == [1]
    pages.renew(db, 1, handmade(), now)
    assert pages.stale(db, now.stages) == []


def test_every_stage_has_a_fingerprint_of_its_own() -> None:
    """And what they all stand on has one, and what makes pages out of files."""
    found = fingerprints()
    assert set(found) == {"base", "read", *(stage.NAME for stage in STAGES)}
    assert len(set(found.values())) == len(found)


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Filter(), [1, 2, 3]),
        (Filter(source="الضفاف"), [1, 2]),
        (Filter(source="difaf"), [1, 2]),
        (Filter(source="turkey"), [3]),
        (Filter(source="انقره"), [3]),
        (Filter(source="وزارة مصدر"), [1, 2]),
        (Filter(source="زارة"), []),
        (Filter(search="سد"), [1]),
        (Filter(search="كلفه"), [2]),
        (Filter(search="الكُلفة انتهى"), [2]),
        (Filter(search="للزوار"), []),
        (Filter(search="مريخ"), []),
        (Filter(outlet="المثال"), [1, 2, 3]),
        (Filter(outlet="مثالي"), []),
        (Filter(stances=("denies", "says")), [2, 3]),
        (Filter(statuses=("planned",)), [1]),
        (Filter(stances=("denies",), statuses=("planned",)), []),
        (Filter(since="2024-03-05", until="2024-03-05"), [1, 2, 3]),
        (Filter(since="2024", until="2024-03"), [1, 2, 3]),
        (Filter(since="2024-03-06"), []),
        (Filter(until="2024-02"), []),
    ],
)
def test_filters_let_through_what_they_say(db: sqlite3.Connection, wanted: Filter, numbers: list[int]) -> None:
    """Words are found whole, in any spelling, mended, with article and clitics; what is given must all hold."""
    pages.keep(db, handmade(), DATA, RUN)
    assert [entry.number for entry in ledger(db, wanted)] == numbers


def test_dates_are_compared_as_far_as_both_are_known(db: sqlite3.Connection) -> None:
    """A page of March may be of the fifth; a page without a date is in no span."""
    pages.keep(db, handmade(replace(PAGE, published="2024-03")), DATA, RUN)
    pages.keep(db, statements_only(replace(WITHOUT_DATE, doc="none")), b"x", RUN)
    assert {entry.doc for entry in ledger(db, Filter(since="2024-03-31"))} == {"012"}
    assert list(ledger(db, Filter(since="2024-04"))) == []


def test_the_ledger_goes_by_date_then_page_then_place_and_undated_pages_come_last(db: sqlite3.Connection) -> None:
    """So it reads the same every time."""
    for doc, published in (("b", "2024-03-02"), ("a", None), ("c", "2024-03"), ("d", "2023")):
        page = replace(WITHOUT_DATE, doc=doc, published=published)
        pages.keep(db, statements_only(page), doc.encode(), RUN)
    assert [(entry.doc, entry.number) for entry in ledger(db, Filter())] == [
        (doc, number) for doc in "dcba" for number in (1, 2, 3)
    ]


def test_a_search_without_a_word_is_refused(db: sqlite3.Connection) -> None:
    """Rather than answered with nothing or with everything."""
    with pytest.raises(ValueError, match="no word"):
        list(ledger(db, Filter(search="«»")))


def test_a_search_is_words_and_never_a_query_language(db: sqlite3.Connection) -> None:
    """Quotation marks, operators and columns of the index mean nothing in what a user types."""
    pages.keep(db, handmade(), DATA, RUN)
    for text in ('"', 'كلفة" OR "', "content:x", "NEAR(الكلفة)", "الكلفة*", "-الكلفة", "50%"):
        try:
            found = [entry.number for entry in ledger(db, Filter(search=text))]
        except ValueError:
            found = []
        assert found in ([], [2])


def test_ledger_and_reading_do_not_make_a_casefile(tmp_path: Path) -> None:
    """Only adding does."""
    path = tmp_path / "none.db"
    with pytest.raises(CasefileError, match="there is no casefile here"), use(path):
        pass
    assert not path.exists()


def test_what_is_no_casefile_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    """Text, another program's database, a folder, a casefile of a newer Musnad, a broken file."""
    text, other, newer, broken = (tmp_path / name for name in ("a.txt", "other.db", "newer.db", "broken.db"))
    text.write_text("قال", encoding="utf-8")
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE pages (x)")
    with use(newer, create=True) as db:
        db.execute("PRAGMA user_version = 9999")
    broken.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    for path, why in (
        (text, "is no casefile"),
        (other, "another program"),
        (newer, "newer Musnad"),
        (tmp_path, "directory"),
        (broken, "not a database"),
    ):
        before = path.read_bytes() if path.is_file() else b""
        with pytest.raises(CasefileError, match=why) as raised, use(path, create=True):
            pass
        assert str(raised.value).startswith(str(path))
        assert "\n" not in str(raised.value)
        assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_casefile_in_no_folder_is_refused(tmp_path: Path) -> None:
    """The folder is not made: it is a slip of the pen more often than a wish."""
    with pytest.raises(CasefileError, match="does not exist"), use(tmp_path / "no" / "case.db", create=True):
        pass


def test_an_older_casefile_is_brought_up_to_date_step_by_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A step that fails leaves the casefile as it was."""
    steps = tmp_path / "steps"
    steps.mkdir()
    (steps / "0001_first.sql").write_text("CREATE TABLE one (x); -- a; b\n", encoding="utf-8")
    monkeypatch.setattr("musnad.casefile.store.files", {"musnad.casefile.migrations": steps}.get)
    path = tmp_path / "case.db"
    with use(path, create=True) as db:
        db.execute("INSERT INTO one VALUES (7)")
    (steps / "0002_more.sql").write_text("CREATE TABLE two (y);\nCREATE TABLE one (z);\n", encoding="utf-8")
    with pytest.raises(CasefileError, match="already exists"), use(path):
        pass
    (steps / "0002_more.sql").write_text(
        "-- two\nCREATE TABLE two (y);\nINSERT INTO two\n  SELECT x FROM one;\n", encoding="utf-8"
    )
    with use(path) as db:
        assert db.execute("SELECT y FROM two").fetchone()[0] == 7
        assert db.execute("PRAGMA user_version").fetchone()[0] == 2


def test_a_casefile_is_one_file_once_it_is_closed(tmp_path: Path) -> None:
    """Write-ahead logs are folded in."""
    with use(tmp_path / "case.db", create=True) as db:
        pages.keep(db, handmade(), DATA, RUN)
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert db.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert [path.name for path in tmp_path.iterdir()] == ["case.db"]


def test_migrations_are_numbered_one_after_the_other() -> None:
    """Two of one number would both be taken for done when one was."""
    folder = ROOT / "src" / "musnad" / "casefile" / "migrations"
    numbers = sorted(path.name[:4] for path in folder.glob("*.sql"))
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]

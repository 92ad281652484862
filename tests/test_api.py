"""Musnad from Python: cheap to import, plain records with offsets, and tables for whoever wants tables."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pandas
import polars
import pyarrow
import pytest

import musnad
from musnad.casefile.store import CasefileError
from tests.gate.readings import ROOT
from tests.test_cli import musnad as command

TEXT = "قال الوزير إن المطر سيهطل غدا.\n"
PAGES = ROOT / "src" / "musnad" / "demo" / "pages"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> musnad.Casefile:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    assert command("demo", path).status == 0
    return musnad.Casefile(path)


def alone(code: str) -> str:
    """What a fresh interpreter prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_importing_the_package_imports_nothing_else() -> None:
    """Neither its parts nor libraries; a name that it does not have is refused."""
    code = "import sys, musnad; print(sorted(n for n in sys.modules if n.startswith(('musnad', 'typer', 'msgspec'))))"
    assert alone(code) == "['musnad']"
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = musnad.nothing
    assert set(musnad.__all__) <= set(dir(musnad))


@pytest.mark.parametrize("before", ["", "import musnad.read.html;", "import musnad.api;", "musnad.Casefile;"])
def test_read_is_a_verb_and_a_package_whatever_was_imported_before(before: str) -> None:
    """The package of that name can be called."""
    code = f"import musnad; {before} from musnad.read import text; print(len(musnad.read({TEXT!r}).statements))"
    assert alone(code) == "1"


def test_a_text_is_read() -> None:
    """With what is known of it; relative times are counted from its day."""
    reading = musnad.read(TEXT, published="2024-03-05", outlet="جريدة المثال")
    (entry,) = reading.statements
    assert (entry.published, entry.outlet, entry.stance) == ("2024-03-05", "جريدة المثال", "says")
    assert reading.text[entry.cue.start : entry.cue.end] == "قال"
    assert reading.to_dict()["times"][0]["value"] == "2024-03-06"
    assert "<mark>" in reading._repr_html_()
    with pytest.raises(ValueError, match="'soon' is no date"):
        musnad.read(TEXT, published="soon")


def test_a_file_is_read_and_many_are_read_one_after_another(tmp_path: Path) -> None:
    """A path as a string or a Path; a missing one and a folder say what to do."""
    first = musnad.read(PAGES / "000.txt", published="2025-09-08")
    assert first.text == (PAGES / "000.txt").read_text(encoding="utf-8")
    assert first.published == "2025-09-08"
    assert len(musnad.read(str(PAGES / "000.txt")).statements) > 0
    assert len(list(musnad.read_all([PAGES]))) == 14
    with pytest.raises(FileNotFoundError, match="check the path"):
        musnad.read("missing.txt")
    with pytest.raises(ValueError, match=r"holds 14 pages; read them with musnad\.read_all"):
        musnad.read(PAGES)
    empty = tmp_path / "empty.txt"
    empty.touch()
    with pytest.raises(ValueError, match="is empty"):
        musnad.read(empty)


def test_names_of_ones_own_are_used(tmp_path: Path) -> None:
    """As with --names."""
    names = tmp_path / "own.tsv"
    names.write_text("form\tentity\ttype\nنارفيلا\tNarvilla\tGPE\n", encoding="utf-8")
    found = musnad.read("وصل الوفد إلى نارفيلا أمس.", names=names).to_dict()["mentions"]
    assert [item["entity"] for item in found] == ["Narvilla"]


def test_a_casefile_is_asked(demo: musnad.Casefile) -> None:
    """With the ledger's filters; pages, words and claims by name."""
    every = demo.statements()
    denied = demo.statements(stance="denies")
    assert 0 < len(denied) < len(every)
    assert {entry.stance for entry in denied} == {"denies"}
    both = demo.statements(stance=["denies", "refuses"], since="2025-09-09", search="السد")
    assert len(both) < len(every)
    entry = every[0]
    assert demo.words(entry.doc, entry.cue.start, entry.cue.end) == entry.cue.text
    assert len(demo.pages()) == 14
    claim = demo.claims()[0]
    assert demo.claim(claim.id) == claim
    assert [(e.doc, e.number) for e in demo.told(claim)] == [tuple(ref) for ref in claim.members]
    assert demo.export("story").startswith(b"{")
    assert demo.report().startswith("<!DOCTYPE html>")
    assert "statements" in demo._repr_html_()
    with pytest.raises(CasefileError, match="there is no casefile here"):
        musnad.Casefile("none.db").pages()


@pytest.mark.parametrize(
    "kind",
    ["statements", "pages", "claims", "copies", "credits", "contradictions", "predictions", "events", "positions"],
)
def test_rows_are_tables_in_three_libraries(demo: musnad.Casefile, kind: str) -> None:
    """The same rows and columns, also where there is no row; a slice is rows again."""
    rows = getattr(demo, kind)()
    arrow, frame, polar = rows.to_arrow(), rows.to_pandas(), rows.to_polars()
    assert isinstance(arrow, pyarrow.Table)
    assert isinstance(frame, pandas.DataFrame)
    assert isinstance(polar, polars.DataFrame)
    assert arrow.num_rows == len(frame) == len(polar) == len(rows) == len(rows.to_dicts())
    assert arrow.column_names == list(frame.columns) == polar.columns
    assert len(rows[:3]) == min(3, len(rows))
    assert rows._repr_html_().startswith("<table>")


def test_a_library_that_is_missing_is_named_with_its_extra(
    demo: musnad.Casefile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is imported before it is asked for."""
    rows = demo.statements()
    for library, extra, call in (
        ("pyarrow", "data", rows.to_arrow),
        ("pandas", "frames", rows.to_pandas),
        ("polars", "frames", rows.to_polars),
    ):
        monkeypatch.setitem(sys.modules, library, None)
        with pytest.raises(ImportError, match=f"needs the library {library}; it comes with the extra '{extra}'"):
            call()

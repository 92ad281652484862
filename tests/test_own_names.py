"""A user's own lexicon: it wins over the built-in one, names its faults, and changes what has to be read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from musnad.casefile.store import use
from musnad.doc import Mention, Outlet, Page
from musnad.explain import explain
from musnad.fingerprint import fingerprints
from musnad.own import Own, beside, load
from musnad.pipeline import STAGES, annotate, annotate_many
from tests.site import Reply, site
from tests.test_cli import musnad, readings

HEAD = "form\tentity\ttype\tkind\tacts_for\tsource\n"
NAMES = HEAD + (
    "الرافدة|رافدة\tRafida Daily\tOUTLET\toutlet\t\tmade up\n"
    "قصر الضفتين\tPalace of Two Banks\tORG\tofficial_body\tNahria\tmade up\n"
    "نارفيلا\tNarvilla\tGPE\t\tNahria\tmade up\n"
)
OWN = Own("my.tsv", NAMES)
TEXT = "أعلنت نارفيلا، الاثنين، أن السد سيفتح، وفق ما ذكرت الرافدة. وقال قصر الضفتين إن العمل انتهى في نارفيلا.\n"


def mentions(own: Own | None, text: str = TEXT) -> list[tuple[str, str, str | None, str]]:
    doc = annotate(Page("1", text), own)
    return [(doc.text(m.span), m.entity, m.acts_for, m.rule) for m in doc.marks(Mention)]


def test_own_names_are_found_and_name_their_row() -> None:
    """With what they act for: a palace always, a place where it acts and not where something happens in it."""
    found = mentions(OWN)
    assert ("نارفيلا", "Narvilla", "Nahria", "names/own:نارفيلا") in found
    assert ("الرافدة", "Rafida Daily", None, "names/own:الرافدة|رافدة") in found
    assert ("قصر الضفتين", "Palace of Two Banks", "Nahria", "names/own:قصر الضفتين") in found
    assert ("نارفيلا", "Narvilla", None, "names/own:نارفيلا") in found
    assert not any(rule.startswith("names/own") for *_, rule in mentions(None))


def test_own_names_win_over_the_built_in_ones() -> None:
    """Of two readings of the same words the user's is taken; a longer name still is the longer name."""
    own = Own("my.tsv", HEAD + "أنقرة\tAnkara Daily\tOUTLET\t\t\thand\n")
    text = "ذكرت أنقرة أن السفير عاد.\n"
    assert [each[1] for each in mentions(None, text)] == ["Ankara"]
    assert [each[1] for each in mentions(own, text)] == ["Ankara Daily"]


def test_a_masthead_takes_the_own_outlets_name() -> None:
    """The page's outlet is called as the user calls it."""
    text = "رافدة\nأخبار\nقال الوزير إن المطر سيهطل غدا.\n© رافدة\n"
    doc = annotate(Page("1", text), OWN)
    assert [mark.name for mark in doc.marks(Outlet)] == ["Rafida Daily"]


def test_nothing_is_kept_from_one_page_to_the_next() -> None:
    """Pages read without own names after pages read with them are read without them; workers read alike."""
    plain = mentions(None)
    mentions(OWN)
    assert mentions(None) == plain
    (doc,) = annotate_many([Page("1", TEXT)], workers=2, own=OWN)
    assert {m.rule for m in doc.marks(Mention)} == {rule for *_, rule in mentions(OWN)}


def test_explain_shows_the_own_row() -> None:
    """A mark that an own name made is explained by its row, source and all."""
    start = TEXT.index("الرافدة")
    node = explain(annotate(Page("1", TEXT), OWN), start, start + 1)
    lines = [child.text for mark in node.children for part in mark.children for child in (part, *part.children)]
    assert "rule: names/own:الرافدة|رافدة" in lines
    assert "source: made up" in lines


def test_fingerprints_change_with_the_own_names_and_not_without_them() -> None:
    """A stage's own hash stays; another text is another fingerprint."""
    stages = {"base", "read", *(stage.NAME for stage in STAGES)}
    assert set(fingerprints()) == stages
    assert set(fingerprints(OWN)) == {*stages, "names/own"}
    assert fingerprints(OWN) != fingerprints(Own("my.tsv", NAMES + "# more\n"))
    assert fingerprints(OWN) == fingerprints(Own("elsewhere.tsv", NAMES))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("form\tentity\nأ\tA\n", ":2: no column is called type; the first line must name form entity type"),
        (HEAD + "أحد\t\tPER\n", ":2: the cell under entity is empty; fill it or delete the line"),
        (HEAD + "أحد\tA\tPERSON\n", ":2: 'PERSON' under type is none of PER, ORG, GPE, LOC, OUTLET"),
        (HEAD + "أحد\tA\tPER\tman\n", ":2: 'man' under kind is none of person, "),
        (HEAD + "أحد||أخ\tA\tPER\n", ":2: a form between | is empty"),
        (HEAD + "أحد\tA\tPER\t\t\t\t\tmore\n", ":2: 8 cells under 6 headings"),
    ],
)
def test_a_lexicon_that_cannot_be_used_is_refused_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    """Every command that takes names ends with one line: the file, the line, what is wrong, what to do."""
    path, page = tmp_path / "my.tsv", tmp_path / "1.txt"
    path.write_text(text, encoding="utf-8")
    page.write_text(TEXT, encoding="utf-8")
    with pytest.raises(ValueError, match=r"my\.tsv:2: "):
        load(path)
    commands: list[list[str | Path]] = [["read", page], ["add", tmp_path / "c.db", page], ["explain", page, "0"]]
    for command in commands:
        done = musnad(*command, "--names", path)
        (problem,) = done.problems
        assert done.status == 1
        assert problem.startswith(f"musnad: {path}{said}")
    assert not (tmp_path / "c.db").exists()


def test_a_lexicon_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    """A missing file that was named, and one that is no UTF-8."""
    page = tmp_path / "1.txt"
    page.write_text(TEXT, encoding="utf-8")
    (problem,) = musnad("read", page, "--names", tmp_path / "none.tsv").problems
    assert problem.startswith(f"musnad: {tmp_path / 'none.tsv'}: cannot be read: ")
    (tmp_path / "old.tsv").write_bytes("form\nقال".encode("windows-1256"))
    (problem,) = musnad("read", page, "--names", tmp_path / "old.tsv").problems
    assert problem.startswith(f"musnad: {tmp_path / 'old.tsv'}:2: is not UTF-8")


def test_the_lexicon_beside_a_casefile_is_used_and_a_changed_one_reads_again(tmp_path: Path) -> None:
    """By add, reread and explain --in; another file can be named instead; nothing is read again for nothing."""
    case, page = tmp_path / "story.db", tmp_path / "1.txt"
    page.write_text(TEXT, encoding="utf-8")
    musnad("add", case, page)
    assert beside(case) == tmp_path / "story.names.tsv"
    beside(case).write_text(NAMES, encoding="utf-8")
    assert "1 page read again" in musnad("reread", case).out
    assert "0 pages read again" in musnad("reread", case).out
    with use(case) as db:
        rules = {row["rule"] for row in db.execute("SELECT rule FROM marks WHERE kind = 'Mention'")}
    assert "names/own:نارفيلا" in rules
    assert "names/own:نارفيلا" in musnad("explain", "1", str(TEXT.index("نارفيلا")), "--in", case).out
    other = tmp_path / "other.tsv"
    other.write_text(HEAD, encoding="utf-8")
    assert "1 page read again" in musnad("reread", case, "--names", other).out
    assert "1 read again by changed rules" in musnad("add", case, page).out


def test_read_takes_own_names(tmp_path: Path) -> None:
    """As they stand in the file that is named."""
    page, path = tmp_path / "1.txt", tmp_path / "my.tsv"
    page.write_text(TEXT, encoding="utf-8")
    path.write_text(NAMES, encoding="utf-8")
    (found,) = readings(musnad("read", page, "--names", path, "--format", "jsonl").out)
    assert "Narvilla" in {mention["entity"] for mention in found["mentions"]}


def test_fetched_pages_are_read_with_the_names_beside_the_casefile(tmp_path: Path) -> None:
    """So that nothing has to be read again afterwards."""
    case = tmp_path / "story.db"
    beside(case).write_text(NAMES, encoding="utf-8")
    with site() as web:
        web.put("/1", Reply(TEXT.encode()))
        musnad("fetch", "--into", case, f"{web.root}/1", "--allow-private", "--delay", "0")
    with use(case) as db:
        found = db.execute("SELECT count(*) FROM marks WHERE rule = 'names/own:نارفيلا'").fetchone()[0]
    assert found == 2
    assert "0 pages read again" in musnad("reread", case).out

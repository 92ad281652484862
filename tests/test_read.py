"""Paths and bytes become pages; what cannot be read says so and stops nothing else."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from musnad.read.dates import day
from musnad.read.manifest import Known, Manifest, load
from musnad.read.paths import STDIN, Capture, Problem, Target, read, targets
from musnad.read.text import decode

ARABIC = "قال الوزير إن المطر سيهطل غدا.\n"


def write(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"{path.name} {ARABIC}".encode())
    return paths


def docs(*paths: Path) -> list[str]:
    return [target.doc for target in targets(paths) if isinstance(target, Target)]


def only(path: Path, manifest: Manifest | None = None, published: str | None = None) -> Capture | Problem:
    (target,) = targets([path])
    assert isinstance(target, Target)
    (found,) = read(target, manifest or Manifest({}), published, BytesIO(ARABIC.encode()))
    return found


def test_a_page_is_called_by_its_files_name_up_to_the_first_underscore_or_dot(tmp_path: Path) -> None:
    """`000_ab.txt` is `000`, `001.old.txt` is `001`, standard input is `stdin`."""
    assert docs(*write(tmp_path, "000_ab.txt", "001.old.txt", "خبر.txt"), STDIN) == ["000", "001", "خبر", "stdin"]


def test_pages_that_would_be_called_the_same_are_all_kept_and_told_apart(tmp_path: Path) -> None:
    """Later ones get -2, -3 …, also where a file has such a name of its own."""
    a, b, c = write(tmp_path, "a/7.txt", "b/7.txt", "c/7-2.txt")
    assert docs(a, c, b) == ["7", "7-2", "7-3"]
    assert [target.renamed for target in targets([a, b]) if isinstance(target, Target)] == [False, True]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    """As a file and through its folder it is one page."""
    (path,) = write(tmp_path, "7.txt")
    assert docs(path, tmp_path, tmp_path / ".." / tmp_path.name / "7.txt") == ["7"]


def test_a_folder_is_its_text_files_in_order_and_no_hidden_ones(tmp_path: Path) -> None:
    """Folders inside it count; manifests, hidden files and what lies in hidden folders do not."""
    write(tmp_path, "b.txt", "a.txt", "in/c.txt", "manifest.csv", ".d.txt", ".git/e.txt")
    assert docs(tmp_path) == ["a", "b", "c"]


@pytest.mark.parametrize("name", ["nothing.txt", "empty", "x" * 5000])
def test_a_path_without_pages_is_a_problem_that_names_it(tmp_path: Path, name: str) -> None:
    """A missing path, a folder with no page in it, a path that no file can have."""
    (tmp_path / "empty").mkdir()
    (problem,) = targets([tmp_path / name])
    assert isinstance(problem, Problem)
    assert str(problem).startswith(str(tmp_path / name))


def test_the_text_is_what_the_bytes_say_letter_for_letter(tmp_path: Path) -> None:
    """A byte order mark and every kind of newline stay where they are: offsets count them."""
    source = "\ufeffسطر\r\nسطر\rسطر\n"
    path = tmp_path / "x.txt"
    path.write_bytes(source.encode())
    found = only(path)
    assert isinstance(found, Capture)
    assert (found.page.source, found.data) == (source, source.encode())


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"\x89PNG\r\n\0\0", "NUL"),
        ("قال".encode("utf-16"), "UTF-16"),
        ("قال الوزير".encode("windows-1256"), "iconv -f WINDOWS-1256"),
        ("قال".encode()[:-1], "at 4"),
        (b"The minister said.", "no Arabic letter"),
        (b"<!DOCTYPE html><p>He said</p>", "no Arabic letter"),
    ],
)
def test_what_is_no_page_of_arabic_text_is_refused_with_a_reason(tmp_path: Path, data: bytes, what: str) -> None:
    """The reason is one line, names the file and says what was found."""
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    problem = only(path)
    assert isinstance(problem, Problem)
    assert what in problem.what
    assert str(problem).startswith(str(path))
    assert "\n" not in str(problem)


def test_arabic_in_presentation_forms_is_arabic() -> None:
    """Pages out of PDF files may have nothing else."""
    assert decode("ﻻ ﺑﺄﺱ".encode()) == "ﻻ ﺑﺄﺱ"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2023", "2023"),
        ("2023-02", "2023-02"),
        (" 2023-02-11 ", "2023-02-11"),
        ("2023-02-11T08:30:00+03:00", "2023-02-11"),
        ("2023-02-11 08:30", "2023-02-11"),
    ],
)
def test_a_date_is_as_precise_as_it_was_given(text: str, value: str) -> None:
    """A clock time is cut off: a page's date is a day."""
    assert day(text) == value


@pytest.mark.parametrize("text", ["", "soon", "11/2/2023", "2023-13", "2023-02-30", "23-02-11", "2023-2", "٢٠٢٣"])
def test_what_is_no_date_is_refused(text: str) -> None:
    """No month is guessed from a day's place."""
    with pytest.raises(ValueError, match="is no date"):
        day(text)


def manifest(folder: Path, data: str | bytes) -> Path:
    path = folder / "m.csv"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize(
    "text",
    [
        "file,outlet,published,url\n7.txt,النهار,2023-02,https://example.org\n",
        "\ufefffile,outlet,published,url\r\n7.txt,النهار,2023-02,https://example.org\r\n",
        "note,URL,Published, file ,outlet\nx,https://example.org,2023-02,./7.txt,النهار\n\n",
        "file;outlet;published;url\n7.txt;النهار;2023-02;https://example.org\n",
        'file\toutlet\tpublished\turl\n7.txt\t"النهار"\t2023-02\thttps://example.org\n',
    ],
)
def test_a_manifest_is_understood_as_spreadsheets_write_it(tmp_path: Path, text: str) -> None:
    """Any order of columns, other columns, byte order mark, semicolons, tabs, empty lines."""
    assert load(manifest(tmp_path, text)).rows == {"7.txt": Known("النهار", "2023-02", "https://example.org")}


@pytest.mark.parametrize(
    ("data", "where", "what"),
    [
        ("outlet,url\nx,y\n", ":1:", "no column is called file"),
        ("", ":1:", "is empty"),
        ("file,published\na.txt,2023\nb.txt,yesterday\n", ":3:", "'yesterday' is no date"),
        ("file,outlet\n,x\n", ":2:", "the cell under file is empty"),
        ("file\na.txt\n./a.txt\n", ":3:", "twice"),
        ("file,outlet\na.txt,النهار\n".encode("windows-1256"), ":2:", "not UTF-8"),
        ('file,outlet\na.txt,"x', ":2:", "unexpected end"),
    ],
)
def test_a_broken_manifest_is_refused_with_its_line(tmp_path: Path, data: str | bytes, where: str, what: str) -> None:
    """One line: the file, the line's number, what is wrong."""
    with pytest.raises(ValueError, match=what) as raised:
        load(manifest(tmp_path, data))
    assert f"m.csv{where}" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_manifest_row_may_name_as_much_of_a_path_as_it_takes(tmp_path: Path) -> None:
    """The row that names more of the path wins; a file's bare name serves for all of that name."""
    known = load(manifest(tmp_path, "file,outlet\na/7.txt,one\n7.txt,other\n"))
    assert known.get(Path("x", "a", "7.txt")) == Known("one")
    assert known.get(Path("x", "b", "7.txt")) == Known("other")
    assert known.get(Path("8.txt")) is None


def test_the_manifests_date_goes_before_the_date_for_all(tmp_path: Path) -> None:
    """`--published` fills in only what the manifest leaves open."""
    seven, eight = write(tmp_path, "7.txt", "8.txt")
    known = load(manifest(tmp_path, "file,published\n7.txt,2020\n8.txt,\n"))
    found = [only(path, known, "2021-05") for path in (seven, eight)]
    assert [item.page.published for item in found if isinstance(item, Capture)] == ["2020", "2021-05"]


def test_a_file_that_cannot_be_opened_is_a_problem_too(tmp_path: Path) -> None:
    """Whatever the system refuses is said in its own words."""
    (problem,) = read(Target(tmp_path, "x"), Manifest({}), None, BytesIO())
    assert isinstance(problem, Problem)
    assert problem.what == "cannot be read: Is a directory"

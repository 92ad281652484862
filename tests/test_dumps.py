"""Dumps, feeds and web archives are read page by page; what is broken in them stops nothing else."""

from __future__ import annotations

import csv
import gzip
import json
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pyarrow
import pyarrow.parquet
import pytest
import zstandard

from bench import stream
from musnad.doc import Page
from musnad.pipeline import annotate_many
from musnad.read import extras
from musnad.read.columns import Columns, parse
from musnad.read.manifest import Manifest
from musnad.read.paths import STDIN, Capture, Problem, Target, read, targets
from tests.test_cli import musnad

TEXT = "قال الوزير في مؤتمر صحفي إن السد سيفتح في الأسبوع المقبل، وأضاف أن العمل انتهى من دون تأخير."
HTML = f"<html><head><title>افتتاح السد</title></head><body><h1>افتتاح السد</h1><p>{TEXT}</p></body></html>"
ROW = {
    "title": "افتتاح السد",
    "body": TEXT,
    "link": "https://example.org/1",
    "site_name": "المصب",
    "date": "2024-03-04",
}
ENGLISH = HTML.replace(TEXT, "English").replace("افتتاح السد", "Dam")


def read_all(path: Path, columns: str = "", data: bytes = b"", manifest: Manifest | None = None) -> list[Any]:
    target = Target(path, path.name.partition(".")[0])
    return list(read(target, manifest or Manifest({}), None, BytesIO(data), parse(columns)))


def sound(path: Path, columns: str = "") -> list[Page]:
    found = read_all(path, columns)
    assert all(isinstance(each, Capture) for each in found), found
    return [each.page for each in found]


def jsonl(path: Path, *rows: object) -> Path:
    path.write_bytes(b"".join(json.dumps(row).encode() + b"\n" for row in rows))
    return path


def write_csv(path: Path, *rows: dict[str, str], encoding: str = "utf-8", delimiter: str = ",") -> Path:
    with path.open("w", encoding=encoding, newline="") as out:
        table = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
        table.writeheader()
        table.writerows(rows)
    return path


def parquet(path: Path, *rows: dict[str, object]) -> Path:
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(list(rows)), path)
    return path


def feed(path: Path) -> Path:
    path.write_text(
        f"""<?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>المصب</title>
        <item><title>افتتاح السد</title><link>https://example.org/1</link>
        <pubDate>Mon, 04 Mar 2024 23:30:00 +0300</pubDate>
        <description>قال الوزير</description>
        <content:encoded><![CDATA[<p>{TEXT}</p><p>وأضاف.</p>]]></content:encoded></item>
        <item><title>خبر ثان</title><link>https://example.org/2</link><description>{TEXT}</description></item>
        </channel></rss>""",
        encoding="utf-8",
    )
    return path


def atom(path: Path) -> Path:
    path.write_text(
        f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>المصب</title><entry><title>افتتاح السد</title>
        <link href="https://example.org/1"/><updated>2024-03-04T10:00:00Z</updated>
        <content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;</content></entry></feed>""",
        encoding="utf-8",
    )
    return path


def record(url: str, status: str, kind: str, payload: bytes) -> bytes:
    """A response as a crawler writes it down."""
    block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(payload)}\r\n\r\n".encode() + payload
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-08-12T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, url)}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def warc(path: Path, *payloads: bytes, packed: bool = False, kind: str = "text/html") -> Path:
    """A crawl of pages, each with one that was not found, and a picture."""
    found = [record(f"https://example.org/{n}", "200 OK", kind, data) for n, data in enumerate(payloads, 1)]
    lost = record("https://example.org/no", "404 Not Found", kind, payloads[0])
    picture = record("https://example.org/a.png", "200 OK", "image/png", b"\x89")
    path.write_bytes(b"".join(gzip.compress(each) if packed else each for each in (lost, *found, picture)))
    return path


def wacz(path: Path, tmp: Path) -> Path:
    with zipfile.ZipFile(path, "w") as out:
        for number in (1, 2):
            inner = warc(tmp / f"inner{number}.bin", HTML.encode(), packed=True)
            out.write(inner, f"archive/data-{number}.warc.gz")
            inner.unlink()
        out.writestr("pages/pages.jsonl", "{}")
    return path


def test_a_jsonl_dump_is_a_page_a_line_with_what_its_columns_know(tmp_path: Path) -> None:
    """The title stands above the text; each fact names its column; a page is called by the file and its number."""
    one, two = sound(jsonl(tmp_path / "dump.jsonl", ROW, {**ROW, "title": "", "date": "soon", "id": 77}))
    assert one == Page("dump.1", f"افتتاح السد\n{TEXT}", "المصب", "2024-03-04", "https://example.org/1", one.facts, ())
    assert {(fact.name, fact.where) for fact in one.facts} == {
        ("title", "column title"), ("url", "column link"), ("outlet", "column site_name"), ("published", "column date"),
    }  # fmt: skip
    assert (two.doc, two.source, two.published) == ("dump.77", TEXT, None)


@pytest.mark.parametrize(
    ("name", "pack"),
    [("dump.jsonl", bytes), ("dump.jsonl.gz", gzip.compress), ("dump.jsonl.zst", zstandard.compress), ("dump", bytes)],
)
def test_compression_and_form_are_told_by_the_bytes(tmp_path: Path, name: str, pack: Callable[[bytes], bytes]) -> None:
    """Also of several members, without an ending, and from standard input."""
    plain = jsonl(tmp_path / "x", ROW, ROW).read_bytes()
    first, second = plain[: len(plain) // 2], plain[len(plain) // 2 :]
    path = tmp_path / name
    path.write_bytes(pack(first) + pack(second))
    assert len(sound(path)) == 2
    assert len(read_all(STDIN, data=path.read_bytes())) == 2


@pytest.mark.parametrize(
    ("line", "why"),
    [(b"{broken\n", "is no JSON"), (b"[1]\n", "is no JSON object"), (b'{"body": "\xff"}\n', "is not UTF-8"),
     (b'{"x": 1}\n', "has no column text or html"), (b'{"body": ""}\n', "has no text"),
     (b'{"body": "English"}\n', "has no Arabic letter")],
)  # fmt: skip
def test_a_broken_record_is_said_with_its_place_and_stops_nothing(tmp_path: Path, line: bytes, why: str) -> None:
    """The records before and after it are read."""
    good = jsonl(tmp_path / "x", ROW).read_bytes()
    path = tmp_path / "dump.jsonl"
    path.write_bytes(good + line + good)
    first, problem, last = read_all(path)
    assert isinstance(first, Capture)
    assert isinstance(last, Capture)
    assert why in problem.what
    assert "2" in problem.where
    assert problem.grave


@pytest.mark.parametrize(("name", "pack"), [("a.jsonl.gz", gzip.compress), ("a.jsonl.zst", zstandard.compress)])
def test_a_file_whose_packing_is_broken_is_said(tmp_path: Path, name: str, pack: Callable[[bytes], bytes]) -> None:
    """Cut off or spoiled: a line for the file, whatever its library raises."""
    packed = pack(jsonl(tmp_path / "x", *[{**ROW, "id": n} for n in range(900)]).read_bytes())
    for data in (packed[:-20], packed[:60] + b"\0" * 60 + packed[120:]):
        (tmp_path / name).write_bytes(data)
        problem = read_all(tmp_path / name)[-1]
        assert isinstance(problem, Problem)
        assert problem.where.startswith(str(tmp_path / name))


def test_a_dump_of_something_else_is_given_up_early(tmp_path: Path) -> None:
    """After twenty records of which none is a page; the user is told which columns there are."""
    found = read_all(jsonl(tmp_path / "dump.jsonl", *[{"n": 1, "who": "x"}] * 500))
    assert len(found) == 21
    assert "it has n, who" in found[0].what


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1256"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_as_spreadsheets_write_it(tmp_path: Path, encoding: str, delimiter: str) -> None:
    """Cells may hold newlines, commas and quotes."""
    row = {**ROW, "body": f'{TEXT}\n"نعم؛ لا، ربما"'}
    (page,) = sound(write_csv(tmp_path / "a.csv", row, encoding=encoding, delimiter=delimiter))
    assert page.source == f"افتتاح السد\n{row['body']}"
    assert page.published == "2024-03-04"


def test_columns_can_be_mapped(tmp_path: Path) -> None:
    """By any name; one that is not there is said with those that are."""
    path = write_csv(tmp_path / "a.csv", {"A": TEXT, "B": "https://example.org/2024/05/06/x"})
    (page,) = sound(path, "text=A,url=B")
    assert (page.source, page.published) == (TEXT, "2024-05-06")
    (problem,) = read_all(path, "text=C")
    assert "has no column 'C'; it has A, B" in problem.what


@pytest.mark.parametrize("text", ["text", "body=A", "text=", "=A"])
def test_a_map_that_is_none_is_refused(text: str) -> None:
    """With the fields that there are."""
    with pytest.raises(ValueError, match="write FIELD=COLUMN with FIELD one of text, html, url"):
        parse(text)


def test_a_parquet_dump_is_read(tmp_path: Path) -> None:
    """Text or HTML, also as bytes in another encoding; from standard input too."""
    rows: list[dict[str, object]] = [
        {"html": HTML.encode("windows-1256"), "url": "https://example.org/1"}, {"html": HTML.encode(), "url": None},
    ]  # fmt: skip
    path = parquet(tmp_path / "dump.parquet", *rows)
    assert [page.source for page in sound(path)] == [f"افتتاح السد\n{TEXT}"] * 2
    assert len(read_all(STDIN, data=path.read_bytes())) == 2
    path.write_bytes(path.read_bytes()[:-9])
    (problem,) = read_all(path)
    assert "is no Parquet file that can be read" in problem.what


def test_a_feed_is_a_page_an_entry(tmp_path: Path) -> None:
    """The longest text it has of each; its day as written; what was updated when is no publication."""
    one, two = sound(feed(tmp_path / "feed.xml"))
    assert one.source == f"افتتاح السد\n{TEXT}\nوأضاف."
    assert (one.outlet, one.published, one.url) == ("المصب", "2024-03-04", "https://example.org/1")
    assert (two.source, two.published) == (f"خبر ثان\n{TEXT}", None)
    (entry,) = sound(atom(tmp_path / "feed.atom"))
    assert (entry.source, entry.published) == (f"افتتاح السد\n{TEXT}", None)


@pytest.mark.parametrize("packed", [False, True])
def test_a_warc_is_its_pages_and_its_dates_are_no_publication(tmp_path: Path, packed: bool) -> None:
    """Errors and pictures are none; the crawl's date is when a page was captured; those without Arabic are counted."""
    path = warc(tmp_path / "crawl.warc.gz", HTML.encode(), ENGLISH.encode(), HTML.encode("windows-1256"), packed=packed)
    first, second, note = read_all(path)
    assert [first.page.source, second.page.source] == [f"افتتاح السد\n{TEXT}"] * 2
    assert (first.page.url, first.page.published) == ("https://example.org/1", None)
    assert (first.captured, first.data) == ("2025-08-12T00:00:00Z", HTML.encode())
    assert (second.page.doc, note.grave) == ("crawl.3", False)
    assert "1 records without an Arabic letter" in note.what


def test_a_header_may_lie_about_the_encoding(tmp_path: Path) -> None:
    """What reads like Arabic decides."""
    path = warc(tmp_path / "a.warc", HTML.encode("windows-1256"), kind="text/html; charset=ISO-8859-1")
    assert sound(path)[0].source == f"افتتاح السد\n{TEXT}"


def test_a_warc_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    """And says so."""
    path = warc(tmp_path / "a.warc.gz", HTML.encode(), HTML.encode() * 500, packed=True)
    path.write_bytes(path.read_bytes()[:-900])
    found = read_all(path)
    assert isinstance(found[0], Capture)
    assert isinstance(found[-1], Problem)


def test_a_wacz_is_its_warcs(tmp_path: Path) -> None:
    """Pages of its second WARC are told from those of the first; a zip file of something else is refused."""
    assert [page.doc for page in sound(wacz(tmp_path / "a.wacz", tmp_path))] == ["a.1", "a.2.1"]
    with zipfile.ZipFile(tmp_path / "b.wacz", "w") as out:
        out.writestr("x.txt", TEXT)
    (problem,) = read_all(tmp_path / "b.wacz")
    assert "without a WARC in it" in problem.what


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.html").write_bytes(HTML.encode("utf-16"))
    jsonl(folder / "c.jsonl", ROW, ROW)
    (folder / "d.jsonl.gz").write_bytes(gzip.compress((folder / "c.jsonl").read_bytes()))
    write_csv(folder / "e.csv", ROW)
    write_csv(folder / "manifest.csv", {"file": "a.txt", "outlet": "المنبع", "text": ""})
    parquet(folder / "f.parquet", dict(ROW))
    feed(folder / "g.xml")
    warc(folder / "h.warc.gz", HTML.encode(), packed=True)
    wacz(folder / "i.wacz", tmp_path)
    (folder / "b_files").mkdir()
    (folder / "b_files" / "ad.html").write_text(HTML, encoding="utf-8")
    (folder / "j.xml").write_text("<html>", encoding="utf-8")
    return folder


def test_a_folder_of_everything_is_read_and_what_is_broken_is_said(mixed: Path, tmp_path: Path) -> None:
    """A manifest is no dump, what a browser saves beside a page is no page; one broken file has one line."""
    done = musnad("read", mixed, "--manifest", mixed / "manifest.csv", "--format", "jsonl")
    found = [json.loads(line) for line in done.out.splitlines()]
    assert [each["doc"] for each in found] == [
        "a", "b", "c.1", "c.2", "d.1", "d.2", "e.1", "f.1", "g.1", "g.2", "h.1", "i.1", "i.2.1",
    ]  # fmt: skip
    assert found[0]["outlet"] == "المنبع"
    assert done.status == 1
    assert [line.startswith(f"musnad: {mixed / 'j.xml'}: ") for line in done.problems] == [True]
    case = tmp_path / "case.db"
    first = musnad("add", case, mixed)
    assert "pages added" in first.out
    assert "0 pages added" in musnad("add", case, mixed).out


def test_columns_of_the_command_line(tmp_path: Path) -> None:
    """A wrong map is usage's exit status, a right one is used."""
    path = jsonl(tmp_path / "a.jsonl", {"x": TEXT})
    assert musnad("read", path, "--columns", "words=x").status == 2
    done = musnad("read", path, "--columns", "text=x", "--format", "jsonl")
    assert (done.status, json.loads(done.out)["doc"]) == (0, "a.1")


def test_facts_are_shown_with_where_they_were_found(tmp_path: Path) -> None:
    """Of a file and of a page of a casefile; with a place both are shown; without either it is usage."""
    (tmp_path / "a.html").write_text(HTML, encoding="utf-8")
    musnad("add", tmp_path / "case.db", tmp_path / "a.html")
    for arguments in ([tmp_path / "a.html"], ["a", "--in", tmp_path / "case.db"]):
        done = musnad("explain", *arguments, "--facts")
        assert "افتتاح السد (h1)" in done.out
        assert "Sentence" in musnad("explain", *arguments, "15", "--facts").out
    assert musnad("explain", tmp_path / "a.html").status == 2


def test_a_missing_library_is_named_with_the_extra_that_brings_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line for the file; the others are read."""

    def missing(name: str) -> None:
        raise ImportError(name=name)

    monkeypatch.setattr(extras, "import_module", missing)
    (problem,) = read_all(parquet(tmp_path / "a.parquet", dict(ROW)))
    assert (
        "needs the library pyarrow.parquet; it comes with the extra 'data': in Musnad's folder, pip install '.[data]'"
        in problem.what
    )


def test_a_dump_is_streamed(tmp_path: Path) -> None:
    """Reading a page takes no more memory at its end than at its beginning, and no page before it is asked for."""
    path = tmp_path / "dump.jsonl"
    stream.write(path, 3_000_000)
    tracemalloc.start()
    peaks = []
    for number, _ in enumerate(stream.pages(path)):
        if number % 300 == 299:
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.reset_peak()
    tracemalloc.stop()
    assert len(peaks) >= 3
    assert max(peaks[1:]) < 1_000_000


@pytest.mark.parametrize("workers", [1, 2])
def test_pages_are_taken_as_they_are_needed(workers: int) -> None:
    """A generator of any length is never read to its end ahead of the results."""
    taken = 0

    def endless() -> Iterator[Page]:
        nonlocal taken
        while True:
            taken += 1
            yield Page(str(taken), TEXT)

    docs = annotate_many(endless(), workers)
    assert [next(docs).page.doc for _ in range(20)] == [str(number) for number in range(1, 21)]
    assert taken < 300
    assert isinstance(docs, Iterator)
    docs.close()  # type: ignore[attr-defined]


def test_the_stream_bench_prints_peaks(capsys: pytest.CaptureFixture[str]) -> None:
    """At each quarter of the dump."""
    assert stream.main(["100K"]) == 0
    assert stream.main(["30K", "--annotate"]) == 0
    assert capsys.readouterr().out.count("peak") >= 8
    assert stream.size("1G") == 10**9


def test_a_folder_finds_csv_by_its_columns(tmp_path: Path) -> None:
    """Mapped ones count; a table of something else is left alone."""
    write_csv(tmp_path / "a.csv", {"A": TEXT})
    assert [type(each) for each in targets([tmp_path])] == [Problem]
    assert [each.doc for each in targets([tmp_path], Columns({"text": "A"})) if isinstance(each, Target)] == ["a"]


def test_a_page_too_large_to_be_one_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a dump without its ending does not fill the memory."""
    from musnad.read import formats

    monkeypatch.setattr(formats, "_LARGEST", 10)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (problem,) = read_all(tmp_path / "a.txt")
    assert "is larger than" in problem.what
    assert isinstance(problem, Problem)

"""HTML pages become text, facts and links: every encoding, every family of site, nothing invented."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import pages as bench
from musnad.casefile import pages as kept
from musnad.casefile.pages import Run
from musnad.casefile.store import use
from musnad.doc import Fact, Furniture
from musnad.pipeline import annotate
from musnad.read.charset import decode
from musnad.read.content import Content, again, content, page
from musnad.read.dates import machine_day, url_day
from musnad.read.item import HTML, MHTML, PART, TEXT

FIXTURES = list(bench.fixtures(bench.FIXTURES))
EACH = pytest.mark.parametrize("fixture", FIXTURES, ids=[fixture.name for fixture in FIXTURES])
SENTENCE = "قال الوزير في مؤتمر صحفي إن السد سيفتح في الأسبوع المقبل، وأضاف أن العمل انتهى من دون تأخير."
PAGE = "<html><head><title>افتتاح السد</title>{}</head><body><h1>افتتاح السد</h1><p>{}</p></body></html>"


def first(made: Content, name: str) -> str | None:
    return next((fact.value for fact in made.facts if fact.name == name), None)


@EACH
def test_the_text_is_the_article_under_its_headline(fixture: bench.Fixture) -> None:
    """Every paragraph stands there in order, and nothing that is not the article is left when furniture is out."""
    doc = bench.read(fixture)
    assert doc.source.split("\n")[0] == fixture.gold["title"]
    assert bench.f1(bench.body(doc), fixture.gold) > 0.94
    places = [doc.source.find(line) for line in fixture.gold["main"].splitlines() if line]
    assert -1 not in places
    assert places == sorted(places)


@EACH
def test_what_is_known_of_a_page_says_where_it_was_found(fixture: bench.Fixture) -> None:
    """Day, outlet, author, address and credit, where the page tells them; a crawl's or today's date is none."""
    doc = bench.read(fixture)
    assert (doc.published, doc.outlet) == (fixture.gold["published"], fixture.gold["outlet"])
    for name in ("title", "author", "url", "credit"):
        found = [fact.value for fact in doc.facts if fact.name == name]
        if wanted := fixture.gold.get(name):
            assert wanted in found, name
    assert all(fact.where for fact in doc.facts)
    assert doc.published in [fact.value for fact in doc.facts if fact.name == "published"]


def test_links_are_slices_of_the_text_with_whole_addresses() -> None:
    """A link to another newsroom is evidence of where a report comes from."""
    fixture = next(each for each in FIXTURES if each.name == "wordpress")
    doc = bench.read(fixture)
    links = {doc.text(anchor.span): anchor.href for anchor in doc.page.anchors}
    assert links["وكالة أنباء الوادي"] == "https://wadi-agency.example/n/771"


def test_the_same_bytes_give_the_same_text() -> None:
    """Also read a second time in one process, and by the bench."""
    for fixture in FIXTURES:
        assert content(fixture.data, HTML) == content(fixture.data, HTML)


def test_musnads_main_text_is_above_other_extractors(capsys: pytest.CaptureFixture[str]) -> None:
    """The bench says so by its exit status, and prints a row a page and one for the average."""
    assert bench.main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(FIXTURES) + 2
    assert lines[-1].startswith("macro F1")


def test_the_measure_counts_characters_in_order() -> None:
    """All right is 1, nothing found 0; half the words is two thirds; the lines beside count neither way."""
    gold = {"main": "واحد\nاثنان\n", "beside": "عنوان\n"}
    assert bench.f1("عنوان\nواحد\nاثنان", gold) == 1
    assert bench.f1("", gold) == 0
    assert bench.f1("واحد", {"main": "واحد\nثلاث", "beside": ""}) == pytest.approx(2 / 3)


ENCODINGS = ["utf-8", "utf-8-sig", "windows-1256", "iso-8859-6", "utf-16", "utf-16-le", "utf-16-be"]


@pytest.mark.parametrize("declared", ["", "utf-8", "windows-1256", "iso-8859-6", "iso-8859-1", "utf-16", "x-nonsense"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_is_read_whatever_is_declared(encoding: str, declared: str) -> None:
    """By the page, by a header, by both wrongly, by nobody."""
    text = PAGE.format(f'<meta charset="{declared}">' if declared else "", SENTENCE)
    for told in (None, declared or None):
        assert decode(text.encode(encoding), told) == text


@pytest.mark.parametrize("taken_for", ["windows-1256", "windows-1252", "latin-1"])
def test_text_that_was_encoded_twice_is_put_right(taken_for: str) -> None:
    """UTF-8 taken for an eight-bit encoding and written as UTF-8 once more."""
    text = PAGE.format("", SENTENCE)
    try:
        twice = text.encode().decode(taken_for).encode()
    except UnicodeDecodeError:
        pytest.skip("this text cannot be taken for that")
    assert decode(twice) == text


def test_a_page_that_is_cut_or_broken_in_places_is_read_all_the_same() -> None:
    """Bytes that are no UTF-8 are replaced where nearly all others are."""
    data = PAGE.format("", f"{SENTENCE} {SENTENCE}").encode()
    assert SENTENCE in decode(data.replace(b"<p>", b"<p>\xff"))
    assert SENTENCE in decode(data[:-30])


@pytest.mark.parametrize(
    ("head", "value", "where"),
    [
        ('<meta property="article:published_time" content="2023-01-16T23:30:00+03:00">', "2023-01-16", "meta article:"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-01-16"}</script>',
         "2023-01-16", "JSON-LD datePublished"),
        ('<link rel="canonical" href="https://example.org/2023/01/16/dam">', "2023-01-16", "URL"),
        ('<link rel="canonical" href="https://example.org/2023/01/dam">', "2023-01", "URL"),
        ('<meta property="article:modified_time" content="2023-01-16">', None, ""),
        ('<meta property="article:published_time" content="1970-01-01T00:00:00Z">', None, ""),
        ('<script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2023-01-16"</script>', None, ""),
    ],
)  # fmt: skip
def test_a_day_is_taken_only_from_what_means_publication(head: str, value: str | None, where: str) -> None:
    """As it was written, with no time zone reckoned in; not from changes, defaults or broken JSON."""
    made = content(PAGE.format(head, SENTENCE).encode(), HTML)
    assert page("x", made, ()).published == value
    assert [fact.where.startswith(where) for fact in made.facts if fact.name == "published"] == [True] * bool(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2023-01-16T08:00:00Z", "2023-01-16"), ("20230116", "2023-01-16"), ("2023/1/6", "2023-01-06"),
        ("16/01/2023", "2023-01-16"), ("3/4/2023", None), ("Mon, 16 Jan 2023 23:10:00 +0300", "2023-01-16"),
        ("January 16, 2023", "2023-01-16"), ("2023-01", "2023-01"), ("0000-00-00", None), ("soon", None), ("", None),
    ],
)  # fmt: skip
def test_dates_of_machines_are_read_and_none_is_guessed(text: str, value: str | None) -> None:
    """Which of 3/4/2023 is the month is not known, so it is no date."""
    assert machine_day(text) == value


def test_days_in_addresses() -> None:
    """Numbers of articles are no days."""
    assert url_day("/news/2023/01/16/title") == "2023-01-16"
    assert url_day("/a-20230116-title") == "2023-01-16"
    assert url_day("/news/5520481/19870") is None


def test_a_page_whose_text_is_made_by_scripts_has_it_from_json_ld() -> None:
    """An empty frame with the whole article in its metadata."""
    told = {"@type": "NewsArticle", "headline": "افتتاح السد", "articleBody": "\n".join([SENTENCE] * 4)}
    script = f'<script type="application/ld+json">{json.dumps(told)}</script>'
    html = f"<html><head>{script}</head><body><div id=app></div></body></html>"
    assert content(html.encode(), HTML).source == "\n".join(["افتتاح السد", *[SENTENCE] * 4])


@pytest.mark.parametrize(
    "data", [b"<html><body></body></html>", b"<html>", b"<!doctype html><p>English only</p>", b" "]
)
def test_html_without_arabic_text_is_refused(data: bytes) -> None:
    """With a reason, as any page."""
    with pytest.raises(ValueError, match=r"has no|is empty|is no HTML"):
        content(data, HTML)


def test_mhtml_is_its_page() -> None:
    """The part whose address is the snapshot's, in its own encoding; the address is known from it."""
    inner = PAGE.format("", SENTENCE).encode("windows-1256")
    data = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/2022/03/04/a\r\n"
        b"MIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="--B"\r\n\r\n'
        b"----B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n"
        b"Content-Location: https://ads.example/frame\r\n\r\n" + base64.b64encode(b"<p>ad</p>") + b"\r\n"
        b"----B\r\nContent-Type: text/html; charset=windows-1256\r\nContent-Transfer-Encoding: base64\r\n"
        b"Content-Location: https://example.org/2022/03/04/a\r\n\r\n" + base64.b64encode(inner) + b"\r\n----B--\r\n"
    )
    made = content(data, MHTML)
    assert made.source.split("\n") == ["افتتاح السد", SENTENCE]
    found = page("x", made, ())
    assert (found.url, found.published) == ("https://example.org/2022/03/04/a", "2022-03-04")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("المصدر: وكالة الوادي", ["وكالة الوادي"]),
        ("الميناء – وكالات", ["وكالات"]),
        ("انتهى العمل في السد. (رويترز)", ["رويترز"]),
        ("الميناء (واص) - قال الوزير إن العمل انتهى.", ["واص"]),
        ("وقال المصدر: إن السد سيفتح أمام الزوار في الأسبوع المقبل من دون تأخير.", []),
        ("نقلت الوكالات (ومنها وكالة الوادي التي زارت الموقع) الخبر.", []),
    ],
)
def test_credits_are_lines_that_name_an_origin(text: str, named: list[str]) -> None:
    """Not sentences in which a source speaks."""
    found = page("x", content(text.encode(), TEXT), ())
    assert [fact.value for fact in found.facts if fact.name == "credit"] == named


@pytest.fixture
def replayed(tmp_path: Path) -> tuple[bench.Fixture, Path]:
    fixture = next(each for each in FIXTURES if each.name == "wrongcharset")
    path = tmp_path / "case.db"
    beside = (Fact("url", "https://example.org/9", "WARC-Target-URI"),)
    doc = annotate(page("x", content(fixture.data, HTML, beside), beside))
    with use(path, create=True) as db:
        kept.keep(db, doc, fixture.data, Run("2024-03-06T10:00:00+00:00", "0.0", {}), "2024-01-01T00:00:00Z", HTML)
    return fixture, path


def test_a_casefile_keeps_the_html_and_gives_the_page_again(replayed: tuple[bench.Fixture, Path]) -> None:
    """Original bytes with their hash and media type; text, facts and links; and the text can be made from the bytes."""
    fixture, path = replayed
    with use(path) as db:
        found = kept.page(db, 1)
        data, kind = kept.original(db, 1)
    assert (data, kind) == (fixture.data, HTML)
    assert found.source == bench.read(fixture).source
    assert found.published == fixture.gold["published"] or found.published is None
    assert again(found, data, kind) == found


def test_a_part_of_html_is_an_article_and_nothing_else() -> None:
    """Its title stands above it; all of it is text."""
    made = content("<p>قال.</p><div>وأضاف<br>أيضا</div>".encode(), PART, [Fact("title", "خبر", "feed entry's title")])
    assert made.source == "خبر\nقال.\nوأضاف\nأيضا"


def test_furniture_of_a_page_is_marked_and_kept() -> None:
    """The line of credit and the date line stand in the text, as furniture."""
    doc = bench.read(next(each for each in FIXTURES if each.name == "saved"))
    labels = {mark.label for mark in doc.marks(Furniture)}
    assert labels >= {"title", "dateline"}


PIECES = st.sampled_from(
    ["<p>", "</p>", "<div class='comments'>", "</div>", "<h1>", "</h1>", "<table><tr><td>", "<a href='//x:y/['>",
     "</a>", "<script>", "<article>", "<br>", "<!-- ",
     "<title>", "&#0;", "\0", SENTENCE, "خبر", "<time datetime='2023'>",
     "<link rel='canonical' href='http://[x'>", "<meta property='og:url' content='http://[x'>"]
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=30), st.sampled_from(["utf-8", "windows-1256", "utf-16"]))
def test_broken_html_is_a_page_or_a_reason(pieces: list[str], encoding: str) -> None:
    """Whatever is open, nested or empty: never another error, and every link is a slice of the text."""
    reason = ""
    made = Content("")
    try:
        made = content("".join(pieces).encode(encoding, "replace"), HTML)
    except ValueError as error:
        reason = str(error)
    assert made.source or re.match("has no |is empty|is no HTML", reason), reason
    assert all(0 <= start < end <= len(made.source) for (start, end), _ in made.anchors)


def test_the_text_under_the_headline_goes_before_teasers_elsewhere() -> None:
    """An extractor that takes paragraphs of other pages for the article is not followed."""
    teasers = "".join(f"<div><a href='/{n}'>خبر آخر</a><p>{n} {SENTENCE} {SENTENCE}</p></div>" for n in range(5))
    body = "".join(f"<div class='x'>{SENTENCE} {n}.</div>" for n in range(4))
    html = f"<body><div><div><h1>افتتاح السد قريب</h1>{body}</div><div>{teasers}</div></div></body>"
    assert content(html.encode(), HTML).source.split("\n") == [
        "افتتاح السد قريب", *(f"{SENTENCE} {n}." for n in range(4)),
    ]  # fmt: skip

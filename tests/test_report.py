"""The report stands alone, shows every finding with its words, and is what a browser shows."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from musnad.casefile.contents import Contents
from musnad.casefile.store import use
from musnad.export.brief import brief
from musnad.export.report import as_pdf, as_report
from musnad.wording import LANGUAGES, Tongue
from tests.test_cli import musnad
from tests.told import STORY, fill, told

SECTIONS = ["contents", "disputes", "claims", "copies", "predictions", "talks", "timeline", "about"]


class Outline(HTMLParser):
    """Ids, links and tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.sections: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.ids += [value for value in [known.get("id")] if value]
        self.links += [value for value in [known.get("href"), known.get("src")] if value]
        if tag == "section":
            self.sections.append(known["id"] or "")
        if tag not in ("meta", "br", "link"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    return told(tmp_path_factory.mktemp("told") / "case.db")


@pytest.fixture(scope="module")
def page(case: Contents) -> str:
    return as_report(case)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_is_well_formed_and_every_link_inside_it_leads_somewhere(case: Contents, language: str) -> None:
    """All sections in their order; each id once; only pages' own addresses lead out."""
    made = Outline(as_report(case, language))
    assert made.open == []
    assert made.sections == SECTIONS
    assert len(made.ids) == len(set(made.ids))
    inside = [link[1:] for link in made.links if link.startswith("#")]
    assert set(inside) <= set(made.ids)
    outside = {link for link in made.links if not link.startswith("#")}
    assert outside == {page.url for page in case.pages if page.url}


def test_a_report_asks_the_web_for_nothing(page: str) -> None:
    """No script, picture, import or font that is not in it; and its policy forbids any."""
    assert "default-src 'none'" in page
    assert not re.search(r"<(script|img|iframe|link|object)\b|@import", page)
    assert all(target.startswith('"data:') for target in re.findall(r"url\(([^)]*)", page))
    assert "data:font/woff2;base64," in page


def test_a_report_has_the_words_of_every_finding(case: Contents, page: str) -> None:
    """Escaped, so that no page's words become markup."""
    for pair in STORY.contradictions:
        assert all(f"<mark>{case.words(at)}</mark>" in page for at in (pair.here, pair.there))
    for event in STORY.events:
        if event.date:
            assert all(f"<mark>{case.words(at)}</mark>" in page for at in event.rests)
    assert "&lt;b&gt;" not in page.split("<section")[0]
    assert "<b>لم" not in page
    assert '<html lang="ar" dir="rtl">' in page


def test_claims_come_by_origins_and_as_many_as_wanted(case: Contents) -> None:
    """What is told once and undisputed is counted, not shown."""
    made = brief(case)
    assert [claim.id for claim in made.claims] == ["p1.1", "p.3.1", "p.3.3"]
    assert made.single == 2
    short = as_report(case, "en", longest=1)
    assert "2 more claims" in short
    assert 'id="claim-p.3.1"' not in short


def test_records_count_outcomes_of_outlets_and_first_tellers(case: Contents) -> None:
    """Once a prediction, whoever repeats it."""
    found = {(record.by, record.name): record.outcomes for record in brief(case).records}
    assert found["outlet", "السنابل"] == (0, 1, 0, 0)
    assert found["kind", "anonymous"] == (0, 1, 0, 0)
    assert not any("مصدر في" in name for _, name in found)
    assert found["outlet", "قناة الضحى 24"] == (0, 0, 0, 1)


def test_a_report_of_a_real_casefile_is_written_whole(tmp_path: Path) -> None:
    """HTML and PDF; the same casefile gives the same page."""
    case = tmp_path / "demo.db"
    assert musnad("demo", case).status == 0
    for name in ("a.html", "b.html"):
        done = musnad("report", case, "-o", tmp_path / name)
        assert done.status == 0
        assert "14 pages" in done.problems[-1]
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "b.html", "demo.db"]


def test_a_report_prints_as_pdf(page: str) -> None:
    """Where the libraries for it are there."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as error:
        pytest.skip(f"weasyprint: {error}")
    made = as_pdf(page)
    assert made.startswith(b"%PDF-")
    assert made.rstrip().endswith(b"%%EOF")


def test_dates_are_written_as_precisely_as_they_are_known() -> None:
    """Months by both their names; open intervals in words; what is more than a date stays EDTF."""
    arabic, english = Tongue("ar"), Tongue("en")
    assert arabic.date("2024-05-02") == "2 أيار/مايو 2024"
    assert arabic.date("2024-05-20/2024-05-20") == "20 أيار/مايو 2024"
    assert arabic.date("2024-05/2024-06") == "أيار/مايو 2024 – حزيران/يونيو 2024"
    assert (arabic.date("2024-05/.."), english.date("../2024")) == ("منذ أيار/مايو 2024", "until 2024")
    assert (arabic.date("2024-21"), arabic.date(None)) == ("2024-21", "بلا تاريخ")


def test_a_library_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the extra that brings it, and nothing is written."""
    with use(tmp_path / "case.db", create=True) as db:
        fill(db)
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    done = musnad("report", tmp_path / "case.db", "--pdf", "-o", tmp_path / "report.pdf")
    assert done.status == 1
    assert "--pdf needs the library weasyprint; it comes with the extra 'pdf'" in done.problems[0]
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.delitem(sys.modules, "musnad.export.report", raising=False)
    done = musnad("report", tmp_path / "case.db", "-o", tmp_path / "report.html")
    assert (done.status, "musnad report needs the library jinja2" in done.problems[0]) == (1, True)
    assert [path.name for path in tmp_path.iterdir()] == ["case.db"]

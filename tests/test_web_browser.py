"""The site in a real browser, served as the command serves it: how it looks, how one gets about, what it asks for.

`make screens` leaves pictures of every page in `build/screens/`, to be looked at: no fact rests on them, and a busy
machine's browser can refuse to take one. Without Chromium these tests are passed over, unless MUSNAD_BROWSER=required
says that there must be one.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect, sync_playwright

from musnad.casefile import story
from musnad.casefile.contents import contents
from musnad.casefile.store import look, use
from musnad.casefile.verdicts import verdicts
from musnad.export.report import as_report
from musnad.pipeline import annotate
from tests.browser import (
    SIZES,
    Visit,
    beyond_the_window,
    broken_words,
    foreign_letters,
    not_on_paper,
    out_of_reach,
    spoilt,
)
from tests.gate.readings import gold_sets
from tests.web_case import case, hostile

SCREENS = os.environ.get("MUSNAD_SCREENS")
PAGES = {
    "overview": "/", "ledger": "/ledger", "pages": "/pages", "page": "/page/003", "claims": "/claims",
    "claim": "/claim/001.1", "sources": "/sources", "source": "/source?name=%D9%83%D8%A7%D9%84%D8%AF%D9%88%D8%B1%D8%A7",
    "network": "/network", "timeline": "/timeline", "month": "/timeline?since=2025-09&until=2025-09", "talks": "/talks",
    "copies": "/copies", "copy": "/copy?doc=002&of=001", "verdicts": "/verdicts", "about": "/about",
    "why": "/why/003?at=60-90", "hostile": f"/page/{quote(hostile().page.doc, safe='')}", "nothing": "/nothing",
}  # fmt: skip


PAPER = ((".text", ".statement", ".chain"), (".rooms", ".find", ".layers", ".language"))


@dataclass(frozen=True)
class Harm:
    """How the site is spoilt (`spoilt`), the page where that is seen, and the check that is to see it."""

    what: dict[str, Any]
    address: str
    check: Callable[[Visit], list[str]]


DRAWN = {"/claim/001.1": "svg .box", "/timeline": "svg.lanes", "/network": "svg.network"}


def drawn(seen: Visit) -> list[str]:
    return not_on_paper(seen.page, ("svg .box",), (".rooms",))


def printed(seen: Visit) -> list[str]:
    return not_on_paper(seen.page, *PAPER)


HARMS = {
    "no font": Harm({"fonts": False}, "/page/003", lambda seen: foreign_letters(seen, "h1, .text, .text *")),
    "another font": Harm(
        {"style": ".text { font-family: sans-serif !important; }"}, "/page/003",
        lambda seen: foreign_letters(seen, "h1, .text, .text *"),
    ),
    "too wide": Harm(
        {"style": ".list td { white-space: nowrap; display: table-cell !important; }"}, "/claims",
        lambda seen: beyond_the_window(seen.page),
    ),
    "words in pieces": Harm(
        {"style": ".list th, .list .num { overflow-wrap: anywhere !important; }"}, "/about",
        lambda seen: broken_words(seen.page),
    ),
    "a dark sheet": Harm({"style": "@media print { body { background: #111 !important; } }"}, "/page/003", printed),
    "pale ink": Harm({"style": "@media print { main p { color: #eee !important; } }"}, "/page/003", printed),
    "a printed menu": Harm({"style": ".rooms { display: block !important; }"}, "/page/003", printed),
    "no chains on paper": Harm({"style": "@media print { .chain { display: none; } }"}, "/page/003", printed),
    "a drawing cut by the sheet's edge": Harm(
        {"style": ".drawing svg { max-inline-size: none !important; inline-size: 67rem !important; }"},
        "/network",
        drawn,
    ),
    "focus unseen": Harm(
        {"style": "*:focus, *:focus-visible { outline: none !important; }"}, "/verdicts",
        lambda seen: out_of_reach(seen.page),
    ),
    "a drawn box's focus unseen": Harm(
        {"style": ".box:focus-visible rect { stroke: var(--soft) !important; stroke-width: 1 !important; }"},
        "/claim/001.1", lambda seen: out_of_reach(seen.page),
    ),
    "a link without keyboard": Harm(
        {"markup": "<a href='/' tabindex='-1'>x</a>"}, "/verdicts", lambda seen: out_of_reach(seen.page)
    ),
    "asking others": Harm(
        {"markup": "<img src='http://192.0.2.1/x.png' alt=''>"}, "/verdicts", lambda seen: seen.foreign
    ),
    "complaints": Harm(
        {"markup": "<img src='/static/none.png' alt=''>"}, "/verdicts", lambda seen: seen.complaints
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's casefile, with the seed pages where they are."""
    seeds = gold_sets().get("seeds")
    more = [annotate(replace(page, doc=f"seed-{page.doc}")) for page in seeds.each_page()] if seeds else []
    return case(tmp_path_factory.mktemp("browser") / "case.db", hostile(), *more)


@pytest.fixture(scope="module")
def site(path: Path) -> Iterator[str]:
    """The address of a server that the command has started on a free port."""
    start = "import sys; from musnad.cli import main; sys.argv[0] = 'musnad'; main()"
    command = [sys.executable, "-c", start, "serve", str(path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        found = re.match(r"http://127\.0\.0\.1:\d+", server.stdout.readline())
        assert found
        yield found[0]
        server.terminate()
        server.wait(20)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        reason = "there is no Chromium here; on Debian: apt-get install chromium"
        if os.environ.get("MUSNAD_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    away = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    # A container's shared memory is often too small for a tall page.
    flags = ["--no-sandbox", "--disable-dev-shm-usage", away]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=flags)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    made = Visit(browser, site)
    yield made
    made.context.close()


def picture(seen: Visit, name: str, *, whole: bool) -> None:
    if SCREENS:
        seen.page.screenshot(path=Path(SCREENS) / f"{name}.png", full_page=whole)


@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_page_fits_its_window_and_asks_nothing_of_others(
    browser: Browser, site: str, lang: str, size: str
) -> None:
    """No page is wider than the window, tears words, complains in the console, or asks anything of other machines."""
    seen = Visit(browser, site, lang, size)
    for name, address in PAGES.items():
        seen.page.goto(address)
        assert seen.page.evaluate("document.documentElement.dir") == ("rtl" if lang == "ar" else "ltr")
        assert not beyond_the_window(seen.page), name
        assert not broken_words(seen.page), name
        picture(seen, f"{name}-{size}-{lang}", whole=name != "ledger")
    assert not seen.foreign
    assert [text for text in seen.complaints if "404" not in text] == []
    seen.context.close()


@pytest.mark.parametrize(("lang", "size", "scheme"), [("ar", "wide", "light"), ("en", "narrow", "dark")])
def test_no_barrier_is_known_to_axe(browser: Browser, site: str, lang: str, size: str, scheme: str) -> None:
    """Names, contrast, structure: nothing that axe calls serious or critical, in the light and in the dark."""
    seen = Visit(browser, site, lang, size, color_scheme=scheme)
    found = []
    for name, address in PAGES.items():
        seen.page.goto(address)
        grave = (rule for rule in Axe().run(seen.page)["violations"] if rule["impact"] in ("serious", "critical"))
        found += [
            (name, rule["id"], node["html"][:200], node.get("failureSummary"))
            for rule in grave
            for node in rule["nodes"][:2]
        ]
    assert not found
    seen.context.close()


def test_no_character_is_broken(visit: Visit, path: Path) -> None:
    """Every Arabic letter of every page is drawn with the bundled fonts, and none is a replacement character."""
    with look(path) as db:
        docs = [row["doc"] for row in db.execute("SELECT doc FROM pages WHERE doc NOT LIKE '%<%'")]
    for doc in docs:
        visit.page.goto(f"/page/{quote(doc)}")
        assert not foreign_letters(visit, "h1, .text, .text *"), doc


def test_a_reader_goes_from_a_search_to_a_verdict(visit: Visit, path: Path) -> None:
    """Search, statement, page, chain, claim, verdict: each one click from the one before."""
    page = visit.page
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("الوزيرين")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/ledger\?q="))
    page.locator("a.open").first.click()
    expect(page).to_have_url(re.compile(r"/page/[^?]+\?at=\d+-\d+#at-\d+"))
    pointed = page.locator(".m-at").first
    expect(pointed).to_be_in_viewport()
    pointed.locator("a.cuelink").first.click()
    card = page.locator(".statement:target")
    expect(card).to_be_in_viewport()
    expect(card.locator(".chain li").first).to_be_visible()
    page.goto("/page/003#s2")
    page.locator("#s2 a.toclaim").click()
    expect(page.locator("svg .box").first).to_be_visible()
    page.get_by_label("Your name").fill("سلمى")
    page.get_by_label("Verdict", exact=True).select_option("accept")
    page.get_by_role("button", name="Give the verdict").click()
    expect(page).to_have_url(re.compile(r"#verdicts$"))
    given = page.locator(".verdicts li", has_text="سلمى")
    expect(given).to_be_visible()
    given.get_by_role("button", name="Withdraw").click()
    expect(page.locator(".verdicts li.withdrawn")).to_be_visible()
    with look(path) as db:
        assert [(each.who, each.verdict, each.withdrawn is None) for each in verdicts(db)] == [
            ("سلمى", "accept", False)
        ]
    assert not visit.foreign
    assert not visit.complaints


def test_layers_are_switched_with_and_without_script(browser: Browser, site: str) -> None:
    """The boxes work by style alone; the button sends them to the server where there is no script."""
    for script in (True, False):
        seen = Visit(browser, site, java_script_enabled=script)
        seen.page.goto("/page/003")
        assert seen.page.locator(".beside").first.is_visible()
        seen.page.get_by_label("Statements", exact=True).uncheck()
        assert not seen.page.locator(".beside").first.is_visible()
        if not script:
            seen.page.get_by_role("form").get_by_role("button", name="Apply").click()
            expect(seen.page.get_by_label("Statements", exact=True)).not_to_be_checked()
            expect(seen.page.get_by_label("Names", exact=True)).to_be_checked()
        else:
            assert "layers=names" in seen.page.url
        seen.context.close()


def test_a_repaired_word_tells_how_it_is_written(visit: Visit) -> None:
    """On hovering, and on reaching it with the keyboard."""
    visit.page.goto("/page/002")
    word = visit.page.locator(".m-repair[tabindex]").first
    assert not word.locator(".tip").is_visible()
    word.hover()
    assert word.locator(".tip").is_visible()
    visit.page.mouse.move(0, 0)
    word.focus()
    assert word.locator(".tip").is_visible()


@pytest.mark.parametrize("address", ["/claim/001.1", "/page/003", "/timeline", "/network", "/ledger"])
def test_the_keyboard_reaches_everything(visit: Visit, address: str) -> None:
    """The first stop leads past the menu; every link and field can be come to, and shows that it was."""
    visit.page.goto(address)
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.className") == "skip"
    assert not out_of_reach(visit.page)


def test_the_language_is_switched_where_one_is(visit: Visit) -> None:
    """The same page with the same question, in the other language, and it stays so."""
    visit.page.goto("/ledger?stance=denies")
    visit.page.locator("a.language").click()
    visit.page.locator('html[lang="ar"]').wait_for(state="attached")
    assert "stance=denies" in visit.page.url
    visit.page.goto("/claims")
    assert visit.page.evaluate("document.documentElement.dir") == "rtl"


def test_a_printed_page_has_its_text_and_chains_and_no_menu(visit: Visit) -> None:
    """On white, whatever the screen's colours are."""
    visit.page.goto("/page/003")
    assert not not_on_paper(visit.page, *PAPER)
    for address, drawing in DRAWN.items():
        visit.page.goto(address)
        assert not not_on_paper(visit.page, (drawing,), (".rooms", ".find")), address


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("size", list(SIZES))
def test_a_report_fits_its_window(browser: Browser, path: Path, tmp_path: Path, lang: str, size: str) -> None:
    """It stands alone: it is opened as a file, asks for nothing, and is drawn with the fonts that it brings."""
    with use(path) as db:
        told = contents(db, story.load(db))
    written = tmp_path / "report.html"
    written.write_text(as_report(told, lang), encoding="utf-8")
    seen = Visit(browser, written.as_uri(), lang, size)
    seen.page.goto(written.as_uri())
    assert not beyond_the_window(seen.page)
    assert not broken_words(seen.page)
    assert not seen.foreign
    assert not seen.complaints
    picture(seen, f"report-{size}-{lang}", whole=False)
    seen.context.close()


def test_every_check_sees_what_is_broken(browser: Browser, site: str) -> None:
    """Each check finds something as soon as the site is spoilt in what it is there for, and nothing before."""
    for name, harm in HARMS.items():
        for spoil in (False, True):
            seen = Visit(browser, site, size="narrow")
            if spoil:
                spoilt(seen, **harm.what)
            seen.page.goto(harm.address)
            assert bool(harm.check(seen)) == spoil, (name, spoil, harm.check(seen))
            seen.context.close()

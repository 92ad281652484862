"""The site in a real browser, served as the command serves it: how it looks, how one gets about, what it asks for.

Pictures of every page are left in `build/screens/`, to be looked at. Without Chromium these tests are passed over,
unless MUSNAD_BROWSER=required says that there must be one.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from musnad.casefile.store import look
from musnad.casefile.verdicts import verdicts
from musnad.pipeline import annotate
from tests.gate.readings import ROOT, gold_sets
from tests.web_case import case, hostile

SCREENS = ROOT / "build" / "screens"
SIZES = {"wide": (1280, 900), "narrow": (390, 844)}
PAGES = {
    "overview": "/", "ledger": "/ledger", "pages": "/pages", "page": "/page/003", "claims": "/claims",
    "claim": "/claim/001.1", "sources": "/sources", "source": "/source?name=%D9%83%D8%A7%D9%84%D8%AF%D9%88%D8%B1%D8%A7",
    "network": "/network", "timeline": "/timeline", "month": "/timeline?since=2025-09&until=2025-09", "talks": "/talks",
    "copies": "/copies", "copy": "/copy?doc=002&of=001", "verdicts": "/verdicts", "about": "/about",
    "why": "/why/003?at=60-90", "hostile": f"/page/{quote(hostile().page.doc, safe='')}", "nothing": "/nothing",
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
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", away])
        yield started
        started.close()


class Visit:
    """A browser's window, and everything that it asked for or complained of."""

    def __init__(self, browser: Browser, site: str, lang: str = "en", size: str = "wide", **more: object) -> None:
        width, height = SIZES[size]
        self.context: BrowserContext = browser.new_context(
            base_url=site, locale=lang, viewport={"width": width, "height": height}, **more  # type: ignore[arg-type]
        )  # fmt: skip
        self.site = site
        self.foreign: list[str] = []
        self.complaints: list[str] = []
        self.page: Page = self.context.new_page()
        self.page.on("request", self._asked)
        self.page.on("console", lambda line: self.complaints.append(line.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _asked(self, request: object) -> None:
        url = str(getattr(request, "url", ""))
        if urlsplit(url).netloc != urlsplit(self.site).netloc:
            self.foreign.append(url)


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    made = Visit(browser, site)
    yield made
    made.context.close()


@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_page_fits_its_window_and_asks_nothing_of_others(
    browser: Browser, site: str, lang: str, size: str
) -> None:
    """No page is wider than the window, complains in the console, or sends a request that leaves the machine."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    seen = Visit(browser, site, lang, size)
    for name, address in PAGES.items():
        seen.page.goto(address)
        assert seen.page.evaluate("document.documentElement.dir") == ("rtl" if lang == "ar" else "ltr")
        wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert seen.page.evaluate(wider) <= 0, name
        seen.page.screenshot(path=SCREENS / f"{name}-{size}-{lang}.png", full_page=name != "ledger")
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
    tools = visit.context.new_cdp_session(visit.page)
    tools.send("DOM.enable")
    tools.send("CSS.enable")
    for doc in docs:
        visit.page.goto(f"/page/{quote(doc)}")
        visit.page.evaluate("document.fonts.ready.then(() => 0)")
        assert "\ufffd" not in visit.page.inner_text("main")
        root = tools.send("DOM.getDocument")["root"]["nodeId"]
        nodes = tools.send("DOM.querySelectorAll", {"nodeId": root, "selector": "h1, .text, .text *"})["nodeIds"]
        fonts = [
            font for node in nodes for font in tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        ]
        own = sum(font["glyphCount"] for font in fonts if font["isCustomFont"])
        assert own / sum(font["glyphCount"] for font in fonts) > 0.99, (doc, fonts)


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


def test_the_keyboard_reaches_everything(visit: Visit) -> None:
    """The first stop leads past the menu; every link and field can be come to, and shows that it was."""
    visit.page.goto("/claim/001.1")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.className") == "skip"
    reached = set()
    for _ in range(400):
        visit.page.keyboard.press("Tab")
        here = visit.page.evaluate(
            "[...document.querySelectorAll('a, button, input, select, textarea')].indexOf(document.activeElement)"
        )
        if here in reached and here == 0:
            break
        reached.add(here)
    wanted = visit.page.evaluate(
        "[...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea')].length"
    )
    assert len(reached - {-1}) >= wanted


def test_the_language_is_switched_where_one_is(visit: Visit) -> None:
    """The same page with the same question, in the other language, and it stays so."""
    visit.page.goto("/ledger?stance=denies")
    visit.page.locator("a.language").click()
    assert "stance=denies" in visit.page.url
    assert visit.page.evaluate("document.documentElement.lang") == "ar"
    visit.page.goto("/claims")
    assert visit.page.evaluate("document.documentElement.dir") == "rtl"


def test_a_printed_page_has_its_text_and_chains_and_no_menu(visit: Visit) -> None:
    """On white, whatever the screen's colours are."""
    visit.page.emulate_media(media="print", color_scheme="dark")
    visit.page.goto("/page/003")
    assert not visit.page.locator(".rooms").is_visible()
    assert visit.page.locator(".text").first.is_visible()
    assert visit.page.locator(".statement").first.is_visible()
    assert visit.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    SCREENS.mkdir(parents=True, exist_ok=True)
    visit.page.pdf(path=SCREENS / "page.pdf")

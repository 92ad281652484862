"""What the tests see in a browser's window. Each check gives a list of what is amiss, empty where all is well.

Whether a check sees anything is tested, too: `spoilt` harms the site's style, fonts or answers in a window.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

__all__ = [
    "SIZES", "Visit", "beyond_the_window", "broken_words", "foreign_letters", "not_on_paper", "out_of_reach", "spoilt",
]  # fmt: skip

SIZES = {"wide": (1280, 900), "narrow": (390, 844)}

_STOPS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"

# What may show where the keyboard is: of the element and of what is drawn in it.
_LOOK = """(element) => [element, ...element.querySelectorAll('*')].slice(0, 12).map((each) => {
  const style = getComputedStyle(each), { top } = each.getBoundingClientRect();
  const drawn = style.outlineStyle !== 'none';
  const outline = drawn ? `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}` : '';
  return [outline, style.boxShadow, style.stroke, style.strokeWidth, style.borderColor, top + scrollY < 0].join();
}).join('; ')"""

PAPER_WIDE = 700  # pixels between the margins of A4

# What is scrolled on a screen is cut on paper.
_CUT = """() => [...document.querySelectorAll('.drawing')].filter((e) => e.checkVisibility())
  .filter((e) => [...e.children].some((inner) => {
    const box = inner.getBoundingClientRect(), { left, right } = e.getBoundingClientRect();
    return box.left < left - 1 || box.right > right + 1;
  })).map((e) => `cut: ${e.className}`)"""

_BROKEN_WORDS = """() => {
  const found = [], range = document.createRange();
  for (const cell of document.querySelectorAll('th, td.num, dt, dd, .chip, .when')) {
    if (!cell.checkVisibility() || getComputedStyle(cell).clipPath !== 'none') continue;
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const word of texts.currentNode.data.matchAll(/[^\\s\\/]+/gu)) {
        range.setStart(texts.currentNode, word.index);
        range.setEnd(texts.currentNode, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
        if (lines.size > 1 && word[0].length < 20) found.push(word[0]);
      }
    }
  }
  return found;
}"""


class Visit:
    """A browser's window, and everything that it asked for or complained of."""

    def __init__(self, browser: Browser, site: str, lang: str = "en", size: str = "wide", **more: Any) -> None:
        width, height = SIZES[size]
        self.context: BrowserContext = browser.new_context(
            base_url=site, locale=lang, viewport={"width": width, "height": height}, **more
        )
        self.site = site
        self.foreign: list[str] = []
        self.complaints: list[str] = []
        self.page: Page = self.context.new_page()
        self.page.on("request", self._asked)
        self.page.on("console", lambda line: self.complaints.append(line.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _asked(self, request: Request) -> None:
        if urlsplit(request.url).netloc != urlsplit(self.site).netloc:
            self.foreign.append(request.url)


def spoilt(visit: Visit, style: str = "", markup: str = "", fonts: bool = True) -> None:
    """From now on the site's style sheet ends with `style` and its pages with `markup`, which may ask for anything;
    without `fonts` those of the site are not to be had."""

    def restyled(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text() + style)

    def marked(route: Route) -> None:
        answer = route.fetch()
        headers = {name: value for name, value in answer.headers.items() if name != "content-security-policy"}
        route.fulfill(status=answer.status, headers=headers, body=answer.text().replace("</main>", f"{markup}</main>"))

    if style:
        visit.context.route("**/static/style.css", restyled)
    if markup:
        visit.context.route(lambda url: "/static/" not in url and url.startswith(visit.site), marked)
    if not fonts:
        visit.context.route("**/*.woff2", lambda route: route.abort())


def beyond_the_window(page: Page) -> list[str]:
    """By how much the page is wider than its window."""
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{wider} pixels"] if wider > 0 else []


def broken_words(page: Page) -> list[str]:
    """Words of tables' heads, figures and labels that go on in another line where no hyphen or stroke allows it."""
    found: list[str] = page.evaluate(_BROKEN_WORDS)
    return found


def foreign_letters(visit: Visit, selector: str) -> list[str]:
    """Fonts that are not the site's own, where more than one in a hundred letters are drawn in such, and what is shown
    for a character that could not be read."""
    page = visit.page
    tools = visit.context.new_cdp_session(page)
    tools.send("DOM.enable")
    tools.send("CSS.enable")
    page.evaluate("document.fonts.ready.then(() => 0)")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]
    nodes = tools.send("DOM.querySelectorAll", {"nodeId": root, "selector": selector})["nodeIds"]
    fonts = [font for node in nodes for font in tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]]
    tools.detach()
    every = sum(font["glyphCount"] for font in fonts)
    foreign = [font for font in fonts if not font["isCustomFont"]]
    found = ["\ufffd"] if "\ufffd" in page.inner_text("main") else []
    if not every or sum(font["glyphCount"] for font in foreign) > every / 100:
        found += sorted({font["familyName"] for font in foreign}) or ["no letter at all"]
    return found


def not_on_paper(page: Page, shown: tuple[str, ...], hidden: tuple[str, ...]) -> list[str]:
    """What of a printed page is not as it is to be: missing, there for nothing, or not on white."""
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": PAPER_WIDE, "height": 1000})
    cut: list[str] = page.evaluate(_CUT)
    missing = [selector for selector in shown if not page.locator(selector).first.is_visible()]
    idle = [selector for selector in hidden if page.locator(selector).first.is_visible()]
    colours = page.evaluate("[document.documentElement, document.body].map((e) => getComputedStyle(e).backgroundColor)")
    ink = page.evaluate("getComputedStyle(document.querySelector('main p, main .text')).color")
    page.emulate_media(media="screen", color_scheme="light")
    allowed = ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    dark = [colour for colour in colours if colour not in allowed]
    light = [ink] if sum(map(int, ink.removeprefix("rgb(").removesuffix(")").split(","))) > 3 * 128 else []
    return [*missing, *idle, *dark, *light, *cut]


def out_of_reach(page: Page) -> list[str]:
    """Links and fields at which the keyboard does not stop, or that look no different where it does."""
    page.evaluate(f"window.stops = [...document.querySelectorAll(`{_STOPS}`)].filter((e) => e.checkVisibility())")
    count = page.evaluate("window.stops.length")
    at: dict[int, str] = {}
    for _ in range(count + 20):
        page.keyboard.press("Tab")
        here, look = page.evaluate(
            f"(() => {{ const e = document.activeElement; return [window.stops.indexOf(e), ({_LOOK})(e)]; }})()"
        )
        if here in at and len(at) >= count:
            break
        at[here] = look
    page.evaluate("document.activeElement.blur()")
    plain = page.evaluate(f"window.stops.map({_LOOK})")
    names = page.evaluate("window.stops.map((e) => e.outerHTML.slice(0, 80))")
    return [name for number, name in enumerate(names) if at.get(number) in (None, plain[number])]

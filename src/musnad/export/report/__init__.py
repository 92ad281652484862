"""A casefile as one HTML page that stands alone: it asks the web for nothing, reads from the right, and prints.

Needs jinja2; `as_pdf` needs weasyprint besides.
"""

from __future__ import annotations

from base64 import b64encode
from importlib.resources import files
from typing import Any

import jinja2

from musnad.called import called
from musnad.casefile.contents import CasePage, Contents
from musnad.export.brief import Brief, brief
from musnad.links.process.record import OUTCOMES
from musnad.wording import Tongue

__all__ = ["as_pdf", "as_report"]

# Family, weight and file; digits and Latin letters are in a font of their own.
_FONTS = (
    ("Plex Arabic", 400, "plex-arabic-400.woff2"),
    ("Plex Arabic", 600, "plex-arabic-600.woff2"),
    ("Plex Latin", 400, "plex-latin-400.woff2"),
    ("Plex Latin", 600, "plex-latin-600.woff2"),
)


def as_report(case: Contents, language: str = "ar", longest: int = 100) -> str:
    """The page. `language` is one of wording.LANGUAGES; `longest`: how many claims it tells in full."""
    tongue = Tongue(language)
    told = brief(case)
    room = files("musnad.export.report")
    frame = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined,
        loader=jinja2.FunctionLoader(lambda name: (room / name).read_text(encoding="utf-8")),
    )  # fmt: skip
    frame.filters["web"] = web
    frame.filters["called"] = lambda name: called(name, language)
    return frame.get_template("report.html").render(
        t=tongue,
        b=told,
        longest=longest,
        outcomes=OUTCOMES,
        number={page.doc: place for place, page in enumerate(case.pages, 1)},
        shown={claim.id for claim in told.claims[:longest]},
        period=_period(told),
        css=(room / "report.css").read_text(encoding="utf-8"),
        fonts=_fonts(),
    )


def as_pdf(html: str) -> bytes:
    """A report as PDF."""
    import weasyprint

    inside = weasyprint.urls.URLFetcher(allowed_protocols=["data"])
    found: Any = weasyprint.HTML(string=html, url_fetcher=inside).write_pdf()
    return bytes(found)


def web(page: CasePage) -> str | None:
    """The page's address where a browser may follow it."""
    return page.url if page.url and page.url.startswith(("http://", "https://")) else None


def _period(told: Brief) -> str | None:
    first = min((outlet.first for outlet in told.outlets if outlet.first), default=None)
    last = max((outlet.last for outlet in told.outlets if outlet.last), default=None)
    return f"{first}/{last}" if first and last else None


def _fonts() -> list[tuple[str, int, str]]:
    """Family, weight and base64 of each font that is installed with Musnad; without them the reader's own serve."""
    room = files("musnad") / "web" / "static" / "fonts"
    found = ((family, weight, room / name) for family, weight, name in _FONTS)
    return [(family, weight, b64encode(font.read_bytes()).decode()) for family, weight, font in found if font.is_file()]

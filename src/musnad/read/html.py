"""HTML → a page's text, the facts that its markup tells, the links in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from musnad.doc import Anchor, Fact
from musnad.read.charset import decode
from musnad.read.extras import need
from musnad.read.facts import Head
from musnad.read.flow import Flow, flow
from musnad.read.main import main_text
from musnad.read.urls import whole

__all__ = ["article", "part", "tree"]

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NUL = "\0"


def tree(data: bytes, charset: str | None = None) -> Any:
    """A page's HTML as lxml has it, from bytes in any encoding. ValueError where there is no markup in it."""
    html = need("lxml.html", "web")
    text = _DECLARATION.sub("", decode(data, charset)).replace(_NUL, "")
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (ValueError, need("lxml.etree", "web").ParserError):
        raise ValueError("is no HTML that can be read; open it in a browser and save the page's text as .txt") from None


def article(data: bytes, charset: str | None, url: str | None) -> tuple[str, tuple[Fact, ...], tuple[Anchor, ...]]:
    """Text, facts and links of a whole page. `charset` and `url`: as the transport gave them."""
    page = tree(data, charset)
    head = Head(page, url)
    facts = tuple(_once(head.facts()))
    where = url or next((fact.value for fact in facts if fact.name == "url"), "")
    text = main_text(page, head)
    return text.text, facts, tuple(_whole(text.anchors, where))


def part(data: bytes, title: str | None, url: str | None) -> tuple[str, tuple[Anchor, ...]]:
    """Text and links of HTML that is an article and nothing else, under its `title`."""
    out = Flow()
    if title:
        out.add_whole(title)
    if data.strip():
        out.append(flow(tree(data)))
    return out.text, tuple(_whole(out.anchors, url or ""))


def _whole(anchors: list[Anchor], base: str) -> Iterator[Anchor]:
    """Links with their addresses in full."""
    for anchor in anchors:
        if href := whole(base, anchor.href):
            yield Anchor(anchor.span, href)


def _once(facts: Iterator[Fact]) -> Iterator[Fact]:
    """Each value of each name where it is best founded."""
    seen = set()
    for fact in facts:
        if (fact.name, fact.value) not in seen:
            seen.add((fact.name, fact.value))
            yield fact

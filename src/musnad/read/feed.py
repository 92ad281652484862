"""Feeds: RSS and Atom files, each entry a page."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO
from xml.sax import SAXException

from musnad.doc import Fact
from musnad.read.dates import machine_day
from musnad.read.extras import need
from musnad.read.item import PART, Item, Problem

__all__ = ["read"]

_LARGEST = 50_000_000  # bytes; a feed is read whole


def read(stream: BinaryIO, where: str) -> Iterator[Item | Problem]:
    """The entries of a feed: their text as far as the feed carries it. ValueError where it has none."""
    data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ValueError("is a feed of more than 50 MB; cut it up")
    # A stream: what is no stream feedparser may take for the name of a file to open.
    found = need("feedparser", "web").parse(BytesIO(data), response_headers={"content-location": ""})
    if not found.entries:
        why = f" ({found.bozo_exception})" if found.bozo else ""
        raise ValueError(f"is a feed without entries{why}")
    outlet = found.feed.get("title", "").strip()
    for number, entry in enumerate(found.entries, 1):
        yield Item(_body(entry).encode(), PART, tuple(_facts(entry, outlet)), str(number))
    if found.bozo and isinstance(found.bozo_exception, SAXException):
        yield Problem(where, f"is a broken feed ({found.bozo_exception}); entries may be missing")


def _body(entry: Any) -> str:
    """The longest that the entry has of its text, as HTML."""
    bodies = [part.get("value", "") for part in entry.get("content", ())] + [entry.get("summary", "")]
    return str(max(bodies, key=len))


def _facts(entry: Any, outlet: str) -> Iterator[Fact]:
    """`updated` alone is no date of publication."""
    source = entry.get("source", {}).get("title", "").strip()
    given = (
        ("title", _plain(entry.get("title", "")), "feed entry's title"),
        ("url", entry.get("link", "").strip(), "feed entry's link"),
        ("outlet", source or outlet, "feed entry's source" if source else "feed's title"),
        ("author", entry.get("author", "").strip(), "feed entry's author"),
        ("published", machine_day(entry.get("published", "")) or "", "feed entry's date"),
    )
    yield from (Fact(*fact) for fact in given if fact[1])


def _plain(html: str) -> str:
    """A title's words: feeds put markup into titles."""
    if "<" not in html:
        return " ".join(html.split())
    from musnad.read.flow import plain
    from musnad.read.html import tree

    return plain(tree(html.encode()))

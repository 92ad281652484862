"""RSS and Atom feeds as lists of links. What a feed says of its pages beside their dates is the pages' to say."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any

import feedparser

from musnad.fetch.urls import join

__all__ = ["LONGEST", "Item", "is_feed", "items"]

LONGEST = 1000  # entries of one feed; more is an archive, or a trap

_TYPE = re.compile(r"(?:application|text)/(?:rss|atom|rdf)\+xml", re.IGNORECASE)
# What was taken for a comment or an instruction stays taken: no second way to read it is tried.
_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*>)*+<(?:rss|feed|rdf:RDF)\b",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True)
class Item:
    """A page that a feed names. `published`: its day where the feed says, in the feed's own time zone."""

    url: str
    published: str | None = None


def is_feed(data: bytes, content_type: str) -> bool:
    """By what the server calls it, or by its first element: many feeds are served as any XML, or as HTML."""
    return bool(_TYPE.match(content_type) or _ROOT.match(data[:4096]))


def items(data: bytes, url: str, content_type: str) -> list[Item]:
    """The pages of a feed that was read at `url`, each once, in its order; links that lead nowhere are left out."""
    # A stream, always: feedparser takes other things for names of files and for URLs to fetch by itself.
    found: Any = feedparser.parse(
        BytesIO(data), response_headers={"content-location": url, "content-type": content_type}, sanitize_html=False
    )
    pages: dict[str, Item] = {}
    for entry in found.entries:
        with suppress(ValueError):
            link = join(url, entry.get("link", ""))
            pages.setdefault(link, Item(link, _day(entry.get("published", ""))))
    return list(pages.values())[:LONGEST]


def _day(written: str) -> str | None:
    """Midnight is another day elsewhere: the day is the one that the feed's clock shows."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        with suppress(ValueError, OverflowError):
            return read(written).date().isoformat()
    return None

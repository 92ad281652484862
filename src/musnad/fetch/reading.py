"""What a server sent → a page."""

from __future__ import annotations

import re
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from musnad.doc import Fact
from musnad.read.content import content, page
from musnad.read.item import HTML, MHTML, TEXT, Capture
from musnad.read.streams import format_of

__all__ = ["name", "read_bytes"]

_LONGEST = 40  # characters of a page's name that come from its path
_HEAD = 4096
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_KINDS = {"html": HTML, "mhtml": MHTML, "text": TEXT}


def read_bytes(data: bytes, url: str, content_type: str, published: str | None = None) -> Capture:
    """The page that a URL answered with. ValueError says why it is none.

    Its URL is the one that answered, whatever the page calls its own. `published`: its day as the feed has it
    that named it, which counts where the page tells none.
    """
    kind = _kind(data, content_type)
    known = [Fact("url", url, "fetch")]
    last = [Fact("published", published, "feed that named it")] if published else []
    return Capture(page(name(url), content(data, kind, known), known, last), data, kind)


def name(url: str) -> str:
    """What a page is called: its host, and the last part of its path that says something."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    ends = (re.sub(r"\W+", "-", re.sub(r"\.\w{1,5}$", "", part)).strip("-") for part in unquote(parts.path).split("/"))
    last = next((end for end in reversed(list(ends)) if end and end != "index"), "")
    return f"{host}-{last[:_LONGEST].strip('-')}" if last else host


def _kind(data: bytes, content_type: str) -> str:
    """Its media type: HTML by what the server says or by what it looks like, since servers say all sorts of things."""
    said = content_type.partition(";")[0].strip().lower()
    if said in ("text/html", "application/xhtml+xml"):
        charset = _CHARSET.search(content_type)
        return f"{HTML}; charset={charset[1].lower()}" if charset else HTML
    kind = _KINDS.get(format_of(data[:_HEAD], PurePath()))
    if kind is None or (
        said and not said.startswith(("text/", "multipart/")) and not said.endswith(("xml", "octet-stream"))
    ):
        raise ValueError(f"is no page of text ({said or 'by its first bytes'})")
    return kind

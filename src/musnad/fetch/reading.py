"""What a server sent → a page."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from musnad.doc import Page
from musnad.read.text import decode

__all__ = ["name", "read_bytes"]

_LONGEST = 40  # characters of a page's name that come from its path


def read_bytes(data: bytes, url: str, content_type: str) -> Page:
    """The page that a URL answered with. ValueError says why it is none."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind and not kind.startswith("text/") and not kind.endswith(("xml", "octet-stream")):
        raise ValueError(f"is no page of text ({kind})")
    return Page(name(url), decode(data), url=url)


def name(url: str) -> str:
    """What a page is called: its host, and the last part of its path that says something."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    ends = (re.sub(r"\W+", "-", re.sub(r"\.\w{1,5}$", "", part)).strip("-") for part in unquote(parts.path).split("/"))
    last = next((end for end in reversed(list(ends)) if end and end != "index"), "")
    return f"{host}-{last[:_LONGEST].strip('-')}" if last else host

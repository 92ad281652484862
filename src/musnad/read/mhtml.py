"""MHTML: a page saved by a browser with all its parts in one file."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from email.policy import compat32

from musnad.doc import Fact

__all__ = ["root"]


def root(data: bytes) -> tuple[bytes, str | None, tuple[Fact, ...]]:
    """The page's HTML, the encoding that its part declares, and its address. ValueError where no part is HTML."""
    whole = message_from_bytes(data, policy=compat32)
    address = whole.get("Snapshot-Content-Location")
    pages = [part for part in whole.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise ValueError("is MHTML without a page in it; save the page again as HTML")
    page = next((part for part in pages if address and part.get("Content-Location") == address), pages[0])
    where = address or page.get("Content-Location") or ""
    facts = (Fact("url", where, "MHTML Content-Location"),) if where.startswith(("http://", "https://")) else ()
    return _payload(page), page.get_content_charset(), facts


def _payload(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""

"""What lies between a file and a page: one page as a file or a dump holds it, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from musnad.doc import Fact, Page

__all__ = ["HTML", "MHTML", "PART", "TEXT", "Capture", "Item", "Problem"]

# Media types of what a page is read from; `; charset=` after them where a header declared one.
TEXT = "text/plain"
HTML = "text/html"
PART = "text/x-html-part"  # HTML that is the article and nothing else, as feeds carry it
MHTML = "multipart/related"


@dataclass(frozen=True)
class Problem:
    """What could not be read, why, and what to do: one line. `grave`: the command has failed in part."""

    where: str
    what: str
    grave: bool = True

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


@dataclass(frozen=True)
class Item:
    """The bytes of one page and their media type, and what is known of it from beside them.

    `name` tells records of one file apart; None where the file is the page. `captured` is when the bytes were
    fetched (ISO 8601): never a date of publication.
    """

    data: bytes
    type: str
    facts: tuple[Fact, ...] = ()
    name: str | None = None
    captured: str | None = None


@dataclass(frozen=True)
class Capture:
    """A page and the very bytes that it was read from, with their media type and when they were fetched."""

    page: Page
    data: bytes
    type: str = TEXT
    captured: str | None = None

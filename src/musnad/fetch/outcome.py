"""What came of a URL."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["FetchError", "Kind", "Outcome"]


class Kind(StrEnum):
    """In the words in which it is said."""

    FETCHED = "fetched"
    VERSION = "new version"
    UNCHANGED = "unchanged"
    FEED = "feed"
    ROBOTS = "refused by robots.txt"
    ADDRESS = "refused address"
    LARGE = "too large"
    FAILED = "failed"


@dataclass(frozen=True)
class Outcome:
    """`what` says more: why not, or what a feed has. `doc` names the page in the casefile and has `statements`."""

    url: str
    kind: Kind
    what: str = ""
    doc: str | None = None
    statements: int = 0

    @property
    def failed(self) -> bool:
        return self.kind in (Kind.ROBOTS, Kind.ADDRESS, Kind.LARGE, Kind.FAILED)

    def __str__(self) -> str:
        if self.failed:
            return f"{self.url}: {self.kind}{self.what and f': {self.what}'}"
        about = self.what or (f"{self.doc}, {_count(self.statements)}" if self.doc else "")
        return f"{self.kind}: {self.url}{about and f' ({about})'}"


class FetchError(Exception):
    """Why a URL was not fetched. `transient`: another try may help, after `wait` seconds where the server says so."""

    def __init__(self, kind: Kind, why: str = "", *, transient: bool = False, wait: float | None = None) -> None:
        super().__init__(why or str(kind))
        self.kind = kind
        self.why = why
        self.transient = transient
        self.wait = wait


def _count(statements: int) -> str:
    return f"{statements} statement" if statements == 1 else f"{statements} statements"

"""Invented stories (tests/stories/NAME): pages, a manifest, and in `expected.json` what holds across them.

A member of a claim is a page and words of a statement's content, folded; of several statements with these words it is
the shortest that no other member has taken. Two statements that are not named as one claim must not be in one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any

from musnad.links.account import Account, account
from musnad.links.findings import Copy, Ref
from musnad.pipeline import annotate_many
from musnad.text import fold
from tests.gate.readings import ROOT, GoldSet

__all__ = ["FOLDER", "NAMES", "Story", "load"]

FOLDER = ROOT / "tests" / "stories"
# Stories that say which statements are one claim; others say which pages are copies, or what comes of it all.
NAMES = sorted(path.parent.name for path in FOLDER.glob("*/expected.json") if '"claims"' in path.read_text("utf-8"))


@dataclass(frozen=True)
class Story:
    """A story: its pages' accounts by day, the copies that it is given, the claim of each statement that was read,
    how many origins each claim has, its contradictions (claims and facet)."""

    pages: tuple[Account, ...]
    copies: tuple[Copy, ...]
    claims: dict[Ref, str]
    origins: dict[str, int]
    contradictions: frozenset[tuple[frozenset[str], str]]

    def pairs(self) -> set[frozenset[Ref]]:
        """Pairs of statements of one claim."""
        return {
            frozenset(pair) for pair in combinations(self.claims, 2) if self.claims[pair[0]] == self.claims[pair[1]]
        }


@cache
def load(name: str) -> Story:
    """The story of a folder. ValueError where a page cannot be read."""
    folder = FOLDER / name
    found = GoldSet(name, folder / "pages", folder).each_page()
    pages = sorted(map(account, annotate_many(list(found), 1)), key=lambda page: (page.published or "9999", page.doc))
    expected: dict[str, Any] = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    claims: dict[Ref, str] = {}
    for claim in expected["claims"]:
        for doc, *words in claim["members"]:
            if (ref := _named(pages, doc, words, claims)) is not None:
                claims[ref] = claim["id"]
    return Story(
        tuple(pages),
        tuple(Copy(doc, of, kind, False) for doc, of, kind in expected.get("copies", ())),
        claims,
        {claim["id"]: claim["origins"] for claim in expected["claims"]},
        frozenset((frozenset((a, b)), on) for a, b, on in expected["contradictions"]),
    )


def _named(pages: list[Account], doc: str, words: list[str], taken: dict[Ref, str]) -> Ref | None:
    page = next(page for page in pages if page.doc == doc)
    hits = sorted((len(s.what), s.number) for s in page.sayings if any(fold(w) in fold(s.what) for w in words))
    return next((Ref(doc, number) for _, number in hits if Ref(doc, number) not in taken), None)

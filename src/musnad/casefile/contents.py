"""A casefile in one piece, for what leaves Musnad whole: its pages, their statements, and the story that joins them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from musnad.casefile.ledger import Filter, ledger
from musnad.casefile.pages import page
from musnad.casefile.story import accounts
from musnad.entry import Entry
from musnad.links.account import Account
from musnad.links.findings import Claim, Copy, Evidence, Ref, Story

__all__ = ["CasePage", "Contents", "contents"]


@dataclass(frozen=True)
class CasePage:
    """A page in its newest version. `published` is EDTF; None where not known.

    `text` is what offsets count in; `sha256` is that of the bytes, `added` when they came (UTC, ISO 8601).
    """

    doc: str
    outlet: str | None
    published: str | None
    url: str | None
    title: str | None
    author: str | None
    text: str
    sha256: str
    added: str
    version: str


@dataclass(frozen=True)
class Contents:
    """Pages by date and name (undated ones last), statements by name in the order of the ledger, and the story."""

    pages: tuple[CasePage, ...]
    entries: Mapping[Ref, Entry]
    accounts: Mapping[str, Account]
    story: Story

    @cached_property
    def by_doc(self) -> Mapping[str, CasePage]:
        return {page.doc: page for page in self.pages}

    @cached_property
    def claim_of(self) -> Mapping[Ref, Claim]:
        """The claim that each statement stands in."""
        return {ref: claim for claim in self.story.claims for ref in claim.members}

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        return {claim.id: claim for claim in self.story.claims}

    @cached_property
    def copied(self) -> Mapping[str, tuple[Copy, ...]]:
        """The copies by the page that took its text."""
        found: dict[str, tuple[Copy, ...]] = {}
        for copy in self.story.copies:
            found[copy.doc] = (*found.get(copy.doc, ()), copy)
        return found

    @cached_property
    def outlets(self) -> Mapping[str, str]:
        """Canonical names of outlets by what pages call them."""
        return {
            self.by_doc[told.doc].text[name.start : name.end]: name.entity
            for told in self.accounts.values()
            for name in told.names
            if name.type == "OUTLET"
        }

    def words(self, at: Evidence) -> str:
        """The page's own words at a place."""
        return self.by_doc[at.doc].text[at.start : at.end]

    def gist(self, claim: Claim) -> str:
        """A claim in a page's own words: those of the statement that its gist was taken from, where one has them."""
        said = {
            Ref(doc, told.number): told.what
            for doc in {ref.doc for ref in claim.members}
            if doc in self.accounts
            for told in self.accounts[doc].sayings
        }
        for ref in claim.members:
            if said.get(ref) == claim.gist and ref in self.entries:
                return " … ".join(" ".join(part.text.split()) for part in self.entries[ref].content)
        return " ".join(claim.gist.split())


def contents(db: sqlite3.Connection, story: Story) -> Contents:
    """Everything in a casefile's newest versions, and `story`, which joins them."""
    told = {account.doc: account for account in accounts(db)}
    rows = db.execute(
        "SELECT pages.id, doc, sha256, added, version FROM pages JOIN runs ON runs.id = run ORDER BY pages.id"
    )
    found = [_page(db, row, told[row["doc"]]) for row in rows if row["doc"] in told]
    found.sort(key=lambda page: (page.published is None, page.published or "", page.doc))
    entries = {Ref(entry.doc, entry.number): entry for entry in ledger(db, Filter())}
    return Contents(tuple(found), entries, told, story)


def _page(db: sqlite3.Connection, row: sqlite3.Row, told: Account) -> CasePage:
    read = page(db, row["id"])
    known = {fact.name: fact.value for fact in reversed(read.facts)}
    title = told.title and " ".join(told.title.split())
    return CasePage(
        doc=told.doc,
        outlet=told.outlet,
        published=told.published,
        url=told.url,
        title=title or None,
        author=known.get("author"),
        text=read.source,
        sha256=row["sha256"],
        added=row["added"],
        version=row["version"],
    )

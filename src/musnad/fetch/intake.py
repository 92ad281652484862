"""What a URL answered, into the casefile: a page, a new version of one, a feed's list, or nothing new."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from musnad.casefile import pages, versions, visits
from musnad.doc import Doc, Page, Statement
from musnad.fetch.exchange import Answer
from musnad.fetch.feeds import Item, is_feed, items
from musnad.fetch.outcome import Kind, Outcome
from musnad.fetch.reading import read_bytes
from musnad.read.item import Capture, Problem

__all__ = ["Intake"]


@dataclass(frozen=True)
class Intake:
    """Writes into an open casefile what `annotate` makes of pages."""

    db: sqlite3.Connection
    run: pages.Run
    annotate: Callable[[Page], Doc | Problem]

    def validators(self, url: str) -> Mapping[str, str]:
        """Headers that let a server say that what was kept of a URL still holds."""
        known = visits.visit(self.db, url)
        found = {"If-None-Match": known.etag, "If-Modified-Since": known.modified} if known else {}
        return {name: value for name, value in found.items() if value}

    def take(self, answer: Answer, asked: Item, stamp: str, *, must_be_feed: bool) -> tuple[Outcome, list[Item]]:
        """What came of an answer at the time `stamp`, and the pages that it names, where it is a feed."""
        if answer.status == 304:
            return Outcome(asked.url, Kind.UNCHANGED), self.named(asked.url) or self.named(answer.url)
        kind = answer.headers.get("content-type", "")
        if is_feed(answer.body, kind):
            found = items(answer.body, answer.url, kind)
            for feed in {asked.url, answer.url}:
                visits.keep_feed(self.db, feed, [(item.url, item.published) for item in found])
            outcome = Outcome(asked.url, Kind.FEED, f"{len(found)} {'page' if len(found) == 1 else 'pages'}")
        elif must_be_feed:
            return Outcome(asked.url, Kind.FAILED, "is no feed"), []
        else:
            outcome, found = self._page(answer, asked, stamp), []
        visits.note(self.db, answer.url, stamp, outcome.kind)
        if not outcome.failed:
            visits.validate(self.db, answer.url, answer.headers.get("etag"), answer.headers.get("last-modified"))
        return outcome, found

    def named(self, feed: str) -> list[Item]:
        """The pages that a feed named when it was read last."""
        return [Item(url, published) for url, published in visits.feed_pages(self.db, feed)]

    def _page(self, answer: Answer, asked: Item, stamp: str) -> Outcome:
        known = versions.versions(self.db, answer.url)
        if known and known[-1].sha256 == sha256(answer.body).hexdigest():
            return Outcome(asked.url, Kind.UNCHANGED)
        try:
            kind = answer.headers.get("content-type", "")
            capture = read_bytes(answer.body, answer.url, kind, asked.published)
        except ValueError as error:
            return Outcome(asked.url, Kind.FAILED, str(error))
        except Exception as error:  # a page can be made to break a reader; it must not stop the others
            return Outcome(asked.url, Kind.FAILED, f"Musnad failed on this page ({type(error).__name__}: {error})")
        page = capture.page
        if known:  # who published it, and when, is not changed by changing its words
            before = pages.page(self.db, known[-1].page)
            page = replace(page, outlet=page.outlet or before.outlet, published=page.published or before.published)
        doc = self.annotate(page)
        if isinstance(doc, Problem):
            return Outcome(asked.url, Kind.FAILED, doc.what)
        if known and versions.same_words(self.db, known[-1].page, doc):
            return Outcome(asked.url, Kind.UNCHANGED)
        return self._keep(doc, capture, asked, stamp, Kind.VERSION if known else Kind.FETCHED)

    def _keep(self, doc: Doc, capture: Capture, asked: Item, stamp: str, kind: Kind) -> Outcome:
        # A file with these bytes may have been added before, without its URL.
        there = pages.find(self.db, doc.page, capture.data) if kind is Kind.FETCHED else None
        if there is None:
            name = pages.keep(self.db, doc, capture.data, self.run, stamp, capture.type)
            return Outcome(asked.url, kind, doc=name, statements=len(doc.marks(Statement)))
        again = self.annotate(there.page)
        if isinstance(again, Doc):
            pages.renew(self.db, there.id, again, self.run)
        return Outcome(asked.url, Kind.UNCHANGED)

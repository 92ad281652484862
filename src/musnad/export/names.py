"""What pages, statements, claims and tellers are called outside: names that are the same in every format.

A page is named by its bytes and its name in the casefile, so that two casefiles that are joined elsewhere do not mix;
a teller by its canonical name, and one that nobody names by the place where he stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from musnad.casefile.contents import CasePage, Contents
from musnad.entry import Entry, Teller
from musnad.links.findings import Claim, Ref

__all__ = ["BASE", "NAMELESS", "Agent", "agents", "claim", "outlet", "page", "same", "statement", "teller"]

BASE = "urn:musnad:"
# Kinds of links that the words alone do not tell from another of the same words on another page.
NAMELESS = {"anonymous", "document", "experts", "media_reports", "public"}


@dataclass(frozen=True)
class Agent:
    """`label`: the canonical name, else the words; `entity`: the canonical name; `words`: all that pages call it."""

    label: str
    kind: str
    entity: str | None
    words: set[str] = field(default_factory=set)

    @property
    def named(self) -> bool:
        """Whether it is the same wherever it stands."""
        return self.entity is not None or self.kind == "outlet"


def page(given: CasePage) -> str:
    """Local name of a page: `page/0123456789ab/000`."""
    return f"page/{given.sha256[:12]}/{_part(given.doc)}"


def statement(case: Contents, ref: Ref) -> str:
    """Local name of a statement: its page's, and its number there."""
    return f"{page(case.by_doc[ref.doc])}/{ref.number}".replace("page/", "statement/", 1)


def claim(case: Contents, given: Claim) -> str:
    """Local name of a claim: that of its earliest statement."""
    return statement(case, given.members[0]).replace("statement/", "claim/", 1)


def outlet(case: Contents, name: str) -> str:
    """Local name of who published a page; the same as when others cite him, where a page tells that it is."""
    return f"agent/{_part(case.outlets.get(name, name))}"


def teller(case: Contents, entry: Entry, given: Teller) -> str:
    """Local name of one who stands in a chain."""
    if given.entity and given.kind not in NAMELESS:
        return f"agent/{_part(given.entity)}"
    place = page(case.by_doc[entry.doc]).removeprefix("page/")
    return f"agent/{place}/{given.start}-{given.end}"


def agents(case: Contents) -> Mapping[str, Agent]:
    """Who publishes and who stands in chains, by local name; publishers first."""
    found: dict[str, Agent] = {}
    for each in sorted({page.outlet for page in case.pages if page.outlet}):
        found.setdefault(outlet(case, each), Agent(each, "outlet", None)).words.add(each)
    for entry in case.entries.values():
        for given in entry.chain:
            words = " ".join(given.text.split())
            named = given.entity if given.kind not in NAMELESS else None
            agent = Agent(named or words, given.kind, named)
            found.setdefault(teller(case, entry, given), agent).words.add(words)
    return found


def same(*parts: str) -> str:
    """A UUID that is always the same for the same parts."""
    return str(uuid5(NAMESPACE_URL, BASE + "/".join(parts)))


def _part(text: str) -> str:
    """A part of a name that is safe in an IRI and in a qualified name."""
    return quote(text, safe="").replace(".", "%2E").replace("~", "%7E")

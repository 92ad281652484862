"""The isnad in the terms of W3C PROV: what came from what, and from whom.

A page and each statement on it are entities. Every link of a statement's chain has an entity of its own, what that
teller is said to have told, attributed to him and derived from what the next one told; the last is the primary
source. A claim is the collection of its statements, a copy a page derived from another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from musnad.casefile.contents import CasePage, Contents
from musnad.entry import Entry, Teller
from musnad.export import names
from musnad.export.ledger import content_text
from musnad.links.findings import Copy, Ref
from musnad.wording import Tongue

__all__ = ["PREFIXES", "Record", "Words", "records"]

_EN = Tongue("en")
PREFIXES = {"case": names.BASE, "musnad": "urn:musnad:terms:"}


@dataclass(frozen=True)
class Words:
    """Text in a language, or a plain value (None)."""

    text: str
    language: str | None = None


@dataclass(frozen=True)
class Record:
    """One PROV statement: its `type` (Entity, Agent, Attribution, Derivation, Membership), its name if it is a
    thing, its formal terms with qualified names, and further attributes: `prov:type` has names, others words."""

    type: str
    id: str | None
    formal: tuple[tuple[str, str], ...] = ()
    types: tuple[str, ...] = ()
    label: Words | None = None
    attributes: tuple[tuple[str, Words], ...] = field(default=())


def records(case: Contents) -> Iterator[Record]:
    """All of a casefile: agents first, then pages, statements with their chains, claims and copies."""
    yield from _agents(case)
    for page in case.pages:
        yield from _page(case, page)
    for ref, entry in case.entries.items():
        yield from _statement(case, ref, entry)
    for claim in case.story.claims:
        name = f"case:{names.claim(case, claim)}"
        said = Words(case.gist(claim), "ar")
        origins = tuple(("musnad:origin", Words(_EN.say(origin.name))) for origin in claim.origins)
        yield Record("Entity", name, (), ("prov:Collection", "musnad:Claim"), said, (*_plain("id", claim.id), *origins))
        for ref in claim.members:
            yield Record("Membership", None, (("collection", name), ("entity", f"case:{names.statement(case, ref)}")))
    for copy in case.story.copies:
        yield _copy(case, copy)


def _agents(case: Contents) -> Iterator[Record]:
    for name, agent in names.agents(case).items():
        kind = "prov:Person" if agent.kind == "person" else "prov:Organization" if agent.named else "prov:Agent"
        label = Words(agent.label, None if agent.named else "ar")
        yield Record("Agent", f"case:{name}", (), (kind,), label, _plain("kind", agent.kind))


def _page(case: Contents, page: CasePage) -> Iterator[Record]:
    name = f"case:{names.page(page)}"
    known = (
        *_plain("doc", page.doc), *_plain("published", page.published), *_plain("url", page.url),
        *_plain("sha256", page.sha256),
    )  # fmt: skip
    label = Words(page.title or page.doc, "ar" if page.title else None)
    yield Record("Entity", name, (), ("prov:Collection", "musnad:Page"), label, known)
    if page.outlet:
        yield Record("Attribution", None, (("entity", name), ("agent", f"case:{names.outlet(case, page.outlet)}")))


def _statement(case: Contents, ref: Ref, entry: Entry) -> Iterator[Record]:
    page = case.by_doc[ref.doc]
    name = f"case:{names.statement(case, ref)}"
    known = (
        *_plain("stance", entry.stance), *_plain("status", entry.status), *_plain("mode", entry.mode),
        *_plain("cue", entry.cue.text), *_plain("start", str(entry.cue.start)), *_plain("end", str(entry.cue.end)),
    )  # fmt: skip
    label = Words(content_text(entry) or entry.cue.text, "ar")
    yield Record("Entity", name, (), ("musnad:Statement",), label, known)
    yield Record("Membership", None, (("collection", f"case:{names.page(page)}"), ("entity", name)))
    if page.outlet:
        yield Record("Attribution", None, (("entity", name), ("agent", f"case:{names.outlet(case, page.outlet)}")))
    later = name
    for number, teller in enumerate(entry.chain, 1):
        told = f"{name}/{number}"
        yield from _told(case, entry, teller, told)
        relation: tuple[str, ...] = ("prov:PrimarySource",) if number == len(entry.chain) else ()
        if number == 1 and entry.mode != "indirect":
            relation = (*relation, "prov:Quotation")
        yield Record("Derivation", None, (("generatedEntity", later), ("usedEntity", told)), relation)
        later = told


def _told(case: Contents, entry: Entry, teller: Teller, told: str) -> Iterator[Record]:
    words = Words(" ".join(teller.text.split()), "ar")
    yield Record("Entity", told, (), ("musnad:Telling",), words)
    agent = f"case:{names.teller(case, entry, teller)}"
    yield Record("Attribution", None, (("entity", told), ("agent", agent)))


def _copy(case: Contents, copy: Copy) -> Record:
    ends = (
        ("generatedEntity", f"case:{names.page(case.by_doc[copy.doc])}"),
        ("usedEntity", f"case:{names.page(case.by_doc[copy.of])}"),
    )
    known = (
        *_plain("copy", copy.kind), *_plain("credited", "yes" if copy.credited else "no"),
        *_plain("direction", "sure" if copy.sure else "a guess"),
    )  # fmt: skip
    return Record("Derivation", None, ends, ("musnad:Copy",), None, known)


def _plain(name: str, value: str | None) -> tuple[tuple[str, Words], ...]:
    return ((f"musnad:{name}", Words(value)),) if value else ()

"""FollowTheMoney entities, one a line, as Aleph and OpenAleph take them in.

A page is an Article, who speaks a Person, PublicBody or Organization, a statement the link (Documentation) between the
two with what was said. A claim is a Note on the pages that put it forward, an event an Event with its pages as proof.
Unnamed sources are no entity: their words stand in what was said.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha1
from typing import Any

from musnad.casefile.contents import CasePage, Contents
from musnad.entry import Entry
from musnad.export import names
from musnad.export.dates import bounds, plain
from musnad.export.ledger import chain_text, content_text
from musnad.links.findings import Claim, Event, Ref

__all__ = ["as_ftm"]

_SCHEMATA = {"person": "Person", "official_body": "PublicBody", "state": "PublicBody"}


def as_ftm(case: Contents) -> Iterator[str]:
    """An entity a line; each is there before what refers to it."""
    for thing in _entities(case):
        known = {name: list(dict.fromkeys(filter(None, values))) for name, values in thing["properties"].items()}
        thing["properties"] = {name: values for name, values in known.items() if values}
        yield json.dumps(thing, ensure_ascii=False) + "\n"


def _entities(case: Contents) -> Iterator[dict[str, Any]]:
    agents = names.agents(case)
    for local, agent in agents.items():
        if agent.named:
            schema = _SCHEMATA.get(agent.kind, "Organization")
            yield _thing(schema, local, name=[agent.label], alias=sorted(agent.words - {agent.label}))
    yield from (_page(page) for page in case.pages)
    for ref, entry in case.entries.items():
        yield from _statement(case, ref, entry)
    yield from (_claim(case, claim) for claim in case.story.claims)
    known = {agent.entity: local for local, agent in agents.items() if agent.entity}
    for event in case.story.events:
        yield _event(case, event, known)


def _page(page: CasePage) -> dict[str, Any]:
    return _thing(
        "Article", names.page(page), fileName=[page.doc], title=[page.title], author=[page.author],
        publisher=[page.outlet], publishedAt=[plain(page.published)], sourceUrl=[_web(page.url)], language=["ara"],
        bodyText=[page.text], mimeType=["text/plain"],
    )  # fmt: skip


def _statement(case: Contents, ref: Ref, entry: Entry) -> Iterator[dict[str, Any]]:
    page = case.by_doc[ref.doc]
    for place, teller in enumerate(entry.chain, 1):
        if teller.entity and teller.kind not in names.NAMELESS:
            name = names.teller(case, entry, teller)
            yield _thing(
                "Documentation", f"{names.statement(case, ref)}/{place}", document=[_id(names.page(page))],
                entity=[_id(name)], role=[entry.stance], status=[entry.status], summary=[content_text(entry)],
                description=[chain_text(entry)], date=[plain(entry.published)], sourceUrl=[_web(page.url)],
            )  # fmt: skip


def _claim(case: Contents, claim: Claim) -> dict[str, Any]:
    pages = dict.fromkeys(names.page(case.by_doc[ref.doc]) for ref in claim.members)
    told = f"{len(claim.members)} statements, {len(claim.outlets)} outlets, {len(claim.origins)} origins"
    return _thing(
        "Note", names.claim(case, claim), name=[case.gist(claim)], description=[told],
        entity=[_id(name) for name in pages],
    )  # fmt: skip


def _event(case: Contents, event: Event, known: Mapping[str, str]) -> dict[str, Any]:
    first, last = bounds(event.date)
    days = {"date": [first]} if first == last else {"startDate": [first], "endDate": [last]}
    proof = dict.fromkeys(names.page(case.by_doc[at.doc]) for at in event.rests)
    summary = " | ".join(" ".join(case.words(at).split()) for at in event.rests)
    return _thing(
        "Event", f"event/{names.same('event', *proof, event.id)}",
        name=[": ".join(filter(None, (event.type, ", ".join(event.actors))))], summary=[summary],
        description=[event.status], location=[event.place], proof=[_id(name) for name in proof],
        involved=[_id(known[actor]) for actor in event.actors if actor in known], **days,
    )  # fmt: skip


def _thing(schema: str, local: str, /, **properties: Iterable[str | None]) -> dict[str, Any]:
    return {"id": _id(local), "schema": schema, "properties": properties}


def _id(name: str) -> str:
    return sha1((names.BASE + name).encode()).hexdigest()


def _web(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None

"""Pages, quotations and claims in the terms of schema.org, as JSON-LD that needs nothing from the web to be read.

A page is a NewsArticle, a statement in its source's own words a Quotation, any other a Statement; a claim is a Claim
that appears in the pages whose statements put it forward.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from musnad.casefile.contents import CasePage, Contents
from musnad.entry import Entry
from musnad.export import names
from musnad.export.dates import plain
from musnad.export.ledger import content_text
from musnad.links.findings import Claim, Ref
from musnad.wording import Tongue

__all__ = ["as_schema_jsonld"]

_EN = Tongue("en")
_CONTEXT = {
    "@vocab": "https://schema.org/",
    "url": {"@type": "@id"},
    "datePublished": {"@type": "https://schema.org/Date"},
}
_TYPES = {"outlet": "NewsMediaOrganization", "agency": "NewsMediaOrganization", "person": "Person"}


def as_schema_jsonld(case: Contents) -> Iterator[str]:
    """One document, a thing a line."""
    yield f'{{"@context": {json.dumps(_CONTEXT)},\n "@graph": ['
    for number, thing in enumerate(_things(case)):
        yield ("," if number else "") + "\n  " + json.dumps(thing, ensure_ascii=False)
    yield "\n ]}\n"


def _things(case: Contents) -> Iterator[dict[str, Any]]:
    for name, agent in names.agents(case).items():
        other = sorted(agent.words - {agent.label})
        kind = "Organization" if agent.named else "Role"
        kind = _TYPES.get(agent.kind, kind)
        yield _known({"@id": _id(name), "@type": kind, "name": agent.label, "alternateName": other})
    yield from (_page(case, page) for page in case.pages)
    yield from (_statement(case, ref, entry) for ref, entry in case.entries.items())
    yield from (_claim(case, claim) for claim in case.story.claims)


def _page(case: Contents, page: CasePage) -> dict[str, Any]:
    took = [{"@id": _id(names.page(case.by_doc[copy.of]))} for copy in case.copied.get(page.doc, ())]
    return _known(
        {
            "@id": _id(names.page(page)),
            "@type": "NewsArticle",
            "identifier": page.doc,
            "headline": page.title,
            "inLanguage": "ar",
            "datePublished": plain(page.published),
            "url": page.url,
            "author": page.author and {"@type": "Person", "name": page.author},
            "publisher": page.outlet and {"@id": _id(names.outlet(case, page.outlet))},
            "isBasedOn": took,
        }
    )


def _statement(case: Contents, ref: Ref, entry: Entry) -> dict[str, Any]:
    tellers = [{"@id": _id(names.teller(case, entry, teller))} for teller in entry.chain]
    return _known(
        {
            "@id": _id(names.statement(case, ref)),
            "@type": "Quotation" if entry.mode == "direct" else "Statement",
            "text": content_text(entry),
            "inLanguage": "ar",
            "creator": tellers[-1] if tellers else None,
            "provider": tellers[:-1],
            "isPartOf": {"@id": _id(names.page(case.by_doc[ref.doc]))},
            "keywords": [entry.stance, entry.status],
        }
    )


def _claim(case: Contents, claim: Claim) -> dict[str, Any]:
    pages = dict.fromkeys(names.page(case.by_doc[ref.doc]) for ref in claim.members)
    return _known(
        {
            "@id": _id(names.claim(case, claim)),
            "@type": "Claim",
            "identifier": claim.id,
            "text": case.gist(claim),
            "inLanguage": "ar",
            "firstAppearance": {"@id": _id(next(iter(pages)))},
            "appearance": [{"@id": _id(name)} for name in pages],
            "hasPart": [{"@id": _id(names.statement(case, ref))} for ref in claim.members],
            "claimInterpreter": [{"@type": "Role", "name": _EN.say(origin.name)} for origin in claim.origins],
        }
    )


def _known(thing: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in thing.items() if value not in (None, "", [])}


def _id(local: str) -> str:
    return names.BASE + local

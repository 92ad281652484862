"""Statements and contradictions as W3C Web Annotations on the pages' words.

Each target is selected twice: by its words with what stands around them (TextQuoteSelector), which survives when a
page is set otherwise, and by code points of the page's text as Musnad has it (TextPositionSelector).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from musnad.casefile.contents import Contents
from musnad.entry import Entry
from musnad.export import names
from musnad.export.ledger import chain_text
from musnad.links.findings import Contradiction, Evidence, Ref
from musnad.wording import Tongue

__all__ = ["as_annotations"]

_AROUND = 32  # characters of the page before and after the words


def as_annotations(case: Contents, language: str = "en") -> Iterator[str]:
    """One annotation page, an annotation a line."""
    yield '{"@context": "http://www.w3.org/ns/anno.jsonld",\n "id": "urn:musnad:annotations", "type": "AnnotationPage",'
    yield '\n "items": ['
    for number, item in enumerate(_items(case, Tongue(language))):
        yield ("," if number else "") + "\n  " + json.dumps(item, ensure_ascii=False)
    yield "\n ]}\n"


def _items(case: Contents, t: Tongue) -> Iterator[dict[str, Any]]:
    for ref, entry in case.entries.items():
        yield _statement(case, ref, entry)
    for pair in case.story.contradictions:
        yield _contradiction(case, pair, t)


def _statement(case: Contents, ref: Ref, entry: Entry) -> dict[str, Any]:
    places = [Evidence(entry.doc, part.start, part.end) for part in entry.content]
    cue = Evidence(entry.doc, entry.cue.start, entry.cue.end)
    claim = case.claim_of.get(ref)
    bodies = [_body("tagging", entry.stance), _body("tagging", entry.status)]
    if entry.chain:
        bodies.append(_body("describing", chain_text(entry), "ar"))
    if claim:
        bodies.append({"type": "SpecificResource", "purpose": "linking", "source": _id(names.claim(case, claim))})
    return {
        "id": _id(names.statement(case, ref)),
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": [_target(case, at) for at in places or [cue]],
    }


def _contradiction(case: Contents, pair: Contradiction, t: Tongue) -> dict[str, Any]:
    name = names.same("contradiction", *(repr(tuple(at)) for at in (pair.here, pair.there)), pair.on)
    bodies = [_body("tagging", f"contradiction: {pair.on}")]
    if pair.reason:
        bodies.append(_body("describing", t.say(pair.reason), t.code))
    return {
        "id": f"urn:uuid:{name}",
        "type": "Annotation",
        "motivation": "questioning",
        "body": bodies,
        "target": [_target(case, pair.here), _target(case, pair.there)],
    }


def _body(purpose: str, value: str, language: str | None = None) -> dict[str, str]:
    body = {"type": "TextualBody", "purpose": purpose, "value": value}
    return body | ({"language": language} if language else {})


def _target(case: Contents, at: Evidence) -> dict[str, Any]:
    page = case.by_doc[at.doc]
    quote = {
        "type": "TextQuoteSelector",
        "exact": page.text[at.start : at.end],
        "prefix": page.text[max(0, at.start - _AROUND) : at.start],
        "suffix": page.text[at.end : at.end + _AROUND],
    }
    position = {"type": "TextPositionSelector", "start": at.start, "end": at.end}
    return {"source": page.url or _id(names.page(page)), "selector": [quote, position]}


def _id(local: str) -> str:
    return names.BASE + local

"""A story in its exchange format: copies, claims, contradictions, predictions, events and positions as one JSON object.

Statements are named by their page and the span of their cue.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from musnad.casefile.contents import Contents
from musnad.links.account import Account
from musnad.links.findings import Ref, Story
from musnad.wording import Tongue

__all__ = ["as_story", "as_story_text"]

_EN = Tongue("en")


def as_story_text(case: Contents) -> str:
    """The JSON object as text."""
    return json.dumps(as_story(case.story, case.accounts.values()), ensure_ascii=False, indent=1) + "\n"


def as_story(story: Story, pages: Iterable[Account]) -> dict[str, Any]:
    """The JSON object; `pages` are the accounts that the story joins."""
    cues = {
        Ref(page.doc, said.number): {"doc": page.doc, "start": said.start, "end": said.end}
        for page in pages
        for said in page.sayings
    }
    return {
        "copies": [{"doc": c.doc, "of": c.of, "kind": c.kind, "credited": c.credited} for c in story.copies],
        "claims": [
            {
                "id": claim.id,
                "gist": claim.gist,
                "members": [cues[ref] for ref in claim.members],
                "origins": [_EN.say(origin.name) for origin in claim.origins],
                "outlets": list(claim.outlets),
            }
            for claim in story.claims
        ],
        "contradictions": [{"a": c.a, "b": c.b, "on": c.on} for c in story.contradictions],
        "predictions": [
            {
                "claim": told.claim,
                "due": told.due,
                "outcome": told.outcome,
                "resolved_by": _resolving(told.resolved_by, cues),
            }
            for told in story.predictions
        ],
        "events": [
            {
                "id": event.id,
                "type": event.type,
                "actors": list(event.actors),
                "place": event.place,
                "date": event.date,
                "status": event.status,
                "docs": sorted({words.doc for words in event.rests}),
            }
            for event in story.events
        ],
        "positions": [
            {"actor": p.actor, "kind": p.kind, "about": p.about, "toward": p.toward, "docs": list(p.docs)}
            for p in story.positions
        ],
    }


def _resolving(ref: Ref | None, cues: Mapping[Ref, dict[str, Any]]) -> dict[str, Any] | None:
    return cues[ref] if ref else None

"""A grade for each statement in the Admiralty code, as a proposal: what kind of source it has (A-F), and how far others
bear the content out (1-6). The reasons are laid open; what is true is not said.
"""

from __future__ import annotations

from collections.abc import Sequence

from musnad.links.claims.content import Content
from musnad.links.findings import Grade, Origin

__all__ = ["grade"]

_SOURCES = {
    "person": ("B", "a person who is named"),
    "official_body": ("B", "an official body that speaks in its own name"),
    "state": ("B", "a state that speaks in its own name"),
    "organization": ("B", "an organisation that speaks in its own name"),
    "agency": ("C", "an agency that names no source"),
    "outlet": ("C", "an outlet that names no source"),
    "document": ("C", "a document"),
    "experts": ("D", "experts who are not named"),
    "public": ("D", "people who are not named"),
    "anonymous": ("D", "a source that is not named"),
    "media_reports": ("E", "reports whose outlet is not named"),
}
_UNCHECKED = frozenset(("opinion", "expected", "possible", "conditional", "demanded"))


def grade(members: Sequence[Content], origins: Sequence[Origin], against: Sequence[str]) -> tuple[Grade, ...]:
    """A grade for each member. `against`: facets in which other claims contradict this one."""
    return tuple(_one(content, origins, against) for content in members)


def _one(content: Content, origins: Sequence[Origin], against: Sequence[str]) -> Grade:
    source, why = _source(content)
    number, because = _information(content, len(origins), against)
    return Grade(content.ref, source, number, (why, *because))


def _source(content: Content) -> tuple[str, str]:
    chain = content.said.chain
    if not chain:
        return "F", "nobody is named"
    letter, why = _SOURCES.get(chain[-1].kind, ("F", "what the source is cannot be told"))
    if letter == "B" and not chain[-1].entity:
        return "C", f"{why}, not by name"
    if letter == "B" and len(chain) > 1:
        return "C", f"{why}, as others tell it"
    return letter, why


def _information(content: Content, origins: int, against: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    if content.act in {"demand", "offer", "refuse"} or content.said.status in _UNCHECKED:
        return 6, ("what is wanted, meant or still to come cannot be borne out by others",)
    several = f"{origins} independent origins" if origins > 1 else "one origin"
    contested = tuple(f"contradicted on {on}" for on in dict.fromkeys(against))
    if origins > 1:
        return (2 if contested else 1), (several, *contested)
    return (4 if contested else 3), (several, *contested)

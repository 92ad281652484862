"""A grade for each statement in the Admiralty code, as a proposal: what kind of source it has (A-F), and how far others
bear the content out (1-6). The reasons are laid open; what is true is not said.
"""

from __future__ import annotations

from collections.abc import Sequence

from musnad.links.claims.content import Content
from musnad.links.findings import Grade, Origin
from musnad.wording import Phrase, phrase

__all__ = ["KINDS", "grade"]

_SOURCES = {
    "person": "B", "official_body": "B", "state": "B", "organization": "B", "agency": "C", "outlet": "C",
    "document": "C", "experts": "D", "public": "D", "anonymous": "D", "media_reports": "E",
}  # fmt: skip
KINDS = tuple(_SOURCES)
_UNCHECKED = frozenset(("opinion", "expected", "possible", "conditional", "demanded"))


def grade(members: Sequence[Content], origins: Sequence[Origin], against: Sequence[str]) -> tuple[Grade, ...]:
    """A grade for each member. `against`: facets in which other claims contradict this one."""
    return tuple(_one(content, origins, against) for content in members)


def _one(content: Content, origins: Sequence[Origin], against: Sequence[str]) -> Grade:
    source, why = _source(content)
    number, because = _information(content, len(origins), against)
    return Grade(content.ref, source, number, (*why, *because))


def _source(content: Content) -> tuple[str, tuple[Phrase, ...]]:
    chain = content.said.chain
    if not chain:
        return "F", (phrase("grade.nobody"),)
    letter = _SOURCES.get(chain[-1].kind)
    if letter is None:
        return "F", (phrase("grade.unknown"),)
    why = phrase(f"grade.{chain[-1].kind}")
    if letter == "B" and not chain[-1].entity:
        return "C", (why, phrase("grade.without_name"))
    if letter == "B" and len(chain) > 1:
        return "C", (why, phrase("grade.second_hand"))
    return letter, (why,)


def _information(content: Content, origins: int, against: Sequence[str]) -> tuple[int, tuple[Phrase, ...]]:
    if content.act in {"demand", "offer", "refuse"} or content.said.status in _UNCHECKED:
        return 6, (phrase("grade.unchecked"),)
    several = phrase("grade.origins", origins) if origins > 1 else phrase("grade.one_origin")
    contested = tuple(phrase("grade.contradicted", on) for on in dict.fromkeys(against))
    if origins > 1:
        return (2 if contested else 1), (several, *contested)
    return (4 if contested else 3), (several, *contested)

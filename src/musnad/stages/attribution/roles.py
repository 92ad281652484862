"""Roles: the person who has one, on the page or on its day, and links named with the same head noun."""

from __future__ import annotations

from collections.abc import Iterable

from musnad.doc import Link
from musnad.holders import holder
from musnad.stages.attribution.anaphora import named_with, pair
from musnad.stages.attribution.kinds import head, said
from musnad.stages.attribution.scene import Place, Scene

__all__ = ["headed", "role_holder", "same_head"]


def headed(scene: Scene, one: Link, form: str) -> bool:
    """Whether a row of head nouns is that of a link's own head."""
    found = head(scene, scene.place(one.span))
    return found is not None and found.row["form"] == form


def same_head(scene: Scene, one: Link, form: str) -> bool:
    """Whether a row of head nouns stands anywhere in a link's words."""
    return any(hit.row["form"] == form for i in range(*scene.place(one.span)) for hit in scene.heads.get(i, ()))


def role_holder(scene: Scene, chains: Iterable[tuple[Link, ...]], source: Place, fresh: Link) -> Link:
    """A role without a name (`الوزير`): the person told of with that role (newest chain first), named with it on the
    page, or known to have had it on the page's day."""
    found = head(scene, source)
    if found is None or source.last - source.first > 3:
        return fresh
    if found.row["number"] == "two":
        return Link(span=fresh.span, kind="person", entity=pair(scene, source.first, "PER") or None)
    for one in (one for chain in chains for one in chain):
        if one.kind == "person" and one.entity and same_head(scene, one, found.row["form"]):
            return Link(span=fresh.span, kind="person", entity=one.entity)
    named = named_with(scene, found, source, "PER")
    who = named[1].entity if named else holder(said(scene, source), scene.doc.published)
    return Link(span=fresh.span, kind="person", entity=who)

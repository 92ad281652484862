"""Epithets: `المدرب الفرنسي`, `البرتغالي`, `الباحث` for a person whom the page named before without a role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from musnad.doc import Link
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.transmitters.anaphora import before

__all__ = ["by_epithet"]

# What somebody is by trade or on the pitch; no judge or accused, who are others than whoever spoke last.
_TRADES = frozenset(
    (
        "مدرب مهاجم لاعب حارس مدافع نجم محترف هداف قائد باحث خبير محلل كاتب ناقد مختص أكاديمي شاعر روائي فنان مخرج"
        " ممثل دبلوماسي مسؤول سياسي عالم زعيم"
    ).split()
)


def by_epithet(scene: Scene, source: Place, chains: Sequence[tuple[Link, ...]]) -> tuple[Link, ...] | None:
    """The chain that a definite trade or nationality alone points back to; None where it may point to nobody.

    A trade is of whoever spoke last, unless the page gave him a role with his name: who is `رئيس النادي` is not
    `المدرب`. A nationality is of the person last named with it (`البرتغالي جوزيه بيريرا`), else of who spoke last.
    """
    words = [scene.text(i) for i in range(*source)]
    lady = any(scene.written(i).endswith("ة") for i in range(*source))
    if len(words) > 3 or lady or source.first in scene.mentions or not all(word.startswith("ال") for word in words):
        return None
    found = head(scene, source)
    span = scene.doc.span(*scene.phrase(source))
    if found is None and len(words) == 1 and scene.nations.get(source.first):
        named = _of_nation(scene, source.first)
        if named is not None:
            return (Link(span=span, kind="person", entity=named),)
    elif found is None or found.row["number"] != "one" or found.row["form"].split("|")[0] not in _TRADES:
        return None
    last = chains[0] if chains else ()
    who = last[-1] if last else None
    if who is None or who.kind != "person" or not who.entity or ";" in who.entity:
        return None
    theirs = (one for chain in chains for one in chain if one.entity == who.entity)
    if found is not None and any(_has_role(scene, one) for one in theirs):
        return None
    return *last[:-1], replace(who, span=span)


def _of_nation(scene: Scene, at: int) -> str | None:
    """The person named last with a nationality right before the name and its titles, or right behind it."""
    nations = {hit.row["entity"] for hit in scene.nations[at]}
    for place, mention in before(scene, at, "PER"):
        near = (*range(place.first - 3, place.first), place.last)
        if any(hit.row["entity"] in nations for i in near if i != at for hit in scene.nations.get(i, ())):
            return mention.entity
    return None


def _has_role(scene: Scene, one: Link) -> bool:
    return any(hit.row["class"] == "person" for i in range(*scene.place(one.span)) for hit in scene.heads.get(i, ()))

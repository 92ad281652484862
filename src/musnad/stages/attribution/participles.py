"""Which participles attribute: something parts them from the noun before them, as nothing does a predicate."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.attribution.circumstances import as_they_act
from musnad.stages.attribution.demanded import unparted
from musnad.stages.attribution.scene import Scene
from musnad.stages.attribution.words import COMMAS

__all__ = ["parted"]


def parted(scene: Scene, i: int, hit: Hit, row: Mapping[str, str], ahead: str) -> bool:
    """Whether something parts a participle from its noun: `متخوفة من`, `مصادر متابعة` are predicates and adjectives."""
    bare = scene.text(i).endswith("ا") and row["statement"] == "yes" and row["lemma"] != "جدّد"
    bare = bare or scene.text(i - 1) == "." or unparted(scene, i, row)
    dots = scene.text(i - 1) == "…" or scene.text(i - 1) == scene.text(i - 2) == "."  # `.. مجددا دعم بلاده`
    apart = dots or scene.text(i - 1) in COMMAS | {"؛"}
    apart = apart or as_they_act(scene, i, hit)
    return apart or (not hit.row.get("risk") and (ahead == "و" or bare))

"""Which participles attribute: something parts them from the noun before them, as nothing does a predicate."""

from __future__ import annotations

import re
from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.attribution.cues.circumstances import as_they_act
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, with_ba
from musnad.stages.attribution.speakers.demanded import unparted

__all__ = ["parted"]


def parted(scene: Scene, i: int, hit: Hit, row: Mapping[str, str], ahead: str) -> bool:
    """Whether something parts a participle from its noun: `متخوفة من`, `مصادر متابعة` are predicates and adjectives."""
    bare = scene.text(i).endswith("ا") and row["statement"] == "yes" and row["lemma"] != "جدّد"
    bare = bare or scene.text(i - 1) == "." or unparted(scene, i, row)
    dots = scene.text(i - 1) == "…" or scene.text(i - 1) == scene.text(i - 2) == "."  # `.. مجددا دعم بلاده`
    apart = dots or scene.text(i - 1) in COMMAS | {"؛"}
    apart = apart or as_they_act(scene, i, hit) or _behind_a_whole(scene, i, hit, row)
    return apart or (not hit.row.get("risk") and (ahead == "و" or bare))


_NEAR = 5  # words from such a verb to its predicate
_IS = re.compile(r"[وفس]*(?:[يت]?كون|كان|بقي|[يت]بقي|ظل|[يت]ظل|اصبح|[يت]صبح|بات|صار)(?:ت|وا)?")


def _behind_a_whole(scene: Scene, i: int, hit: Hit, row: Mapping[str, str]) -> bool:
    """`حذر من السيول المنقولة مطالبا بعدم المجازفة`, `إن التجربة مفيدة للسيدات مبينة أنها`: without a comma, of the
    speaker, since no adjective of the word before it is spelt so."""
    word, before = scene.text(i), scene.text(i - 1)
    if hit.row.get("risk") or row["statement"] == "mind" or before.endswith(("ا", "ان", "كان")):
        return False
    if any(_IS.fullmatch(scene.text(j)) for j in range(max(i - _NEAR, 0), i)):
        return False  # `سيكون النادي مطالبا بدفع غرامة`
    whole = before.startswith(("ال", "لل", "بال", "وال")) or scene.in_name(i - 1) or scene.in_time(i - 1)
    if word.endswith("ا"):
        led = with_ba(scene, i + 1) or is_that(scene, i + 1)
        return led and (whole or scene.written(i - 1).endswith("ة"))
    said = row["lemma"] == "قال" and scene.text(i + 1) in {"في", "عبر"} and i + 2 in scene.media
    return whole and (said or is_that(scene, i + 1)) and word.endswith(("ه", "ين"))  # `نفت الشركة النبأ قائلة في رد:`

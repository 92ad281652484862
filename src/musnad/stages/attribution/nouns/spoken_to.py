"""Whom an outlet spoke to, told inside the phrase that names them: `ثلاثة عمال تحدثت إليهم «المرفأ»`."""

from __future__ import annotations

import re

from musnad.stages.attribution.page.scene import OPENING, Scene

__all__ = ["spoken_to_end"]

_MET = re.compile(r"(?:التق|حاور|قابل|سال|استطلع|هاتف|زار|راسل)(?:ت|ا)?(?:ه|ها|هم|هن|هما)")
_SPEAKS = re.compile(r"(?:تحدث|تواصل|استمع|اتصل|التق|تكلم)ت?")
_TO_THEM = re.compile(r"(?:ال[يه]|مع|ب|ل)(?:ه|ها|هم|هن|هما)")
_APART = ("كل", "علي", "حده")


def spoken_to_end(scene: Scene, first: int, i: int, stop: int) -> int:
    """Past the clause at i that tells which outlet spoke to somebody indefinite, else i."""
    if scene.text(first).startswith("ال") or first in scene.mentions:
        return i
    k = i + 1
    if _SPEAKS.fullmatch(scene.text(i)) and _TO_THEM.fullmatch(scene.text(k)):
        k += 1
    elif not _MET.fullmatch(scene.text(i)):
        return i
    k += any(hit.row["kind"] in ("outlet", "agency") for hit in scene.heads.get(k, ()))
    if scene.text(k) in OPENING and scene.is_name(k):
        end = scene.quotations[k][0].last
    elif k in scene.mentions and scene.mentions[k][1].type == "OUTLET":
        end = scene.mentions[k][0].last
    else:
        return i
    end += 3 * (tuple(scene.text(j) for j in range(end, end + 3)) == _APART)  # `كلٌّ على حدة`
    return end if end <= stop else i

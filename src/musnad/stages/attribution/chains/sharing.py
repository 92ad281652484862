"""Who joins in what another has said, and goes on himself: `ويشاركه الرأي سامي الراوي …، وقال`, `ووافقه الرأي`."""

from __future__ import annotations

import re

from musnad.stages.attribution.nouns.phrase_starts import starts_phrase
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.nouns.titles import to_name
from musnad.stages.attribution.page.scene import Place, Scene

__all__ = ["sharer"]

_SHARES = re.compile(r"[وف]?[يت]?(?:شارك|وافق|ؤيد|ايد)ت?(?:ه|ها|هم|نا)")


def sharer(scene: Scene, lo: int, at: int) -> Place | None:
    """The one nearest before a verb at token `at` of whom the sentence from `lo` on tells so; None for nobody."""
    k = next((i for i in range(at - 1, lo, -1) if scene.text(i) == "الراي"), None)
    if k is None or not _SHARES.fullmatch(scene.text(k - 1 - (scene.text(k - 1) == "في"))):
        return None
    if not starts_phrase(scene, k + 1):  # `وشاركنا الرأي العقاري سامي الراوي`
        named = next((j for j in range(k + 2, min(k + 4, at)) if j in scene.mentions), None)
        return Place(k + 1, scene.mentions[named][0].last) if named is not None else None
    end = noun_phrase(scene, k + 1, at)
    return Place(k + 1, to_name(scene, k + 1, end, at)) if end > k + 1 else None

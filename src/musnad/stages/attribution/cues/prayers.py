"""What somebody asks of God: `، داعيا الله أن يديم الأمن`, `وسأل المولى عز وجل أن يحفظ البلاد`. It is hoped for."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.attribution.cues.opening import Opening
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import COMMAS, is_that
from musnad.stages.attribution.speakers.carriers import CUES, ROWS
from musnad.stages.attribution.speakers.subjects import left_subject
from musnad.stages.attribution.speakers.taking_up import takes_up

__all__ = ["prayer"]

_GOD = frozenset("الله المولي الباري العلي الرب ربه ربها اليه".split())
_TITLES = 7  # words that he is called by: `العلي القدير - عز وجل -`


def prayer(scene: Scene, i: int, hit: Hit, row: Mapping[str, str], lo: int, hi: int) -> Opening | None:
    """A participle or a verb at i with God right behind it and what he is asked for."""
    if row["lemma"] not in ("دعا", "سأل") or scene.text(i + 1) not in _GOD:
        return None
    if hit.row["class"] in ("noun", "passive") or hit.row["person"] == "1":
        return None  # `أدعو الله أن`: the writer's own
    that = next((j for j in range(i + 2, min(i + 2 + _TITLES, hi - 1)) if is_that(scene, j)), None)
    if that is None or any(scene.text(j) in COMMAS for j in range(i, that)):
        return None
    verb = hit.row["class"] in ("perfect", "imperfect")
    start = scene.tokens[that + 1].start
    source, edge = left_subject(scene, i, lo) if verb else (None, i)
    if verb and source is None and not takes_up(scene, i, lo, start):
        return None
    hope = ROWS["تمنّى"]
    return Opening(
        cue=(hit.start, scene.tokens[i].end), at=i, edge=edge, way="verb" if verb else "participle", row=hope,
        rule=CUES.rule(hope), form=hit.row, source=source, begins=start, upto=that,
    )  # fmt: skip

"""Bare objects and topics that are not what somebody said: `تعتبر السياحة موردا`, `أظهر الفريق قوته`."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.attribution.heads import head
from musnad.stages.attribution.opening import strong
from musnad.stages.attribution.scene import Place, Scene
from musnad.stages.attribution.words import role

__all__ = ["considered", "published", "topic_only"]


def considered(scene: Scene, i: int, hit: Hit, start: int, source: Place | None) -> bool:
    """`تعتبر السياحة مصدر دخل`, `المشروع الذي يعتبر الأول`: is held to be, by nobody told."""
    if hit.row["lemma"] not in ("اعتبر", "عدّ") or hit.row["class"] != "imperfect" or strong(scene, start):
        return False
    found = head(scene, source) if source else None
    if found is not None and scene.written(scene.index(found.start)).endswith("ة") and found.row["kind"] == "public":
        return True  # `السياحة`, not `السياح`
    people = found is not None and found.row["class"] in ("person", "experts", "public", "state", "body", "unnamed")
    named = source is not None and source.first in scene.mentions
    return not (people or named) or scene.text(i - 1) in {"الذي", "التي", "الذين"}


def topic_only(scene: Scene, i: int, start: int, row: Mapping[str, str]) -> bool:
    """`عندما تحدثوا عن أنفسهم`, `يستطيع أن يتحدث عن`: that somebody talks is not told here as what he says."""
    before = scene.text(i - 1)
    return row["lemma"] == "تحدّث" and not strong(scene, start) and (role(before) == "conjunction" or before == "ان")


def published(scene: Scene, source: Place | None) -> bool:
    """`أظهر المسح تراجع الأسعار`; but `أظهر الفريق قوته`: what shows something is a document."""
    found = head(scene, source) if source else None
    return found is not None and found.row["kind"] in ("document", "media_reports")

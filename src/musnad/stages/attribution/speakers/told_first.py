"""Who stands between a verb of telling and its teller: `أبلغ «المرفأ» [من قلب العاصمة] مدير المشفى أن`."""

from __future__ import annotations

from musnad.stages.attribution.nouns.titles import clause_ahead
from musnad.stages.attribution.page.scene import Place, Scene

__all__ = ["past_place", "told_first"]


def told_first(scene: Scene, k: int, hi: int) -> Place | None:
    """`أبلغ «المرفأ» مصدر مطلع أن`: an outlet stands before whoever told it."""
    if k in scene.quotations and scene.is_name(k):
        last = scene.quotations[k][0].last
    elif k in scene.mentions and scene.mentions[k][1].type == "OUTLET":
        last = scene.mentions[k][0].last
    else:
        return None
    after = past_place(scene, last)
    teller = any(hit.row["class"] in ("unnamed", "person", "experts") for hit in scene.heads.get(after, ()))
    return Place(k, last) if after < hi and teller and clause_ahead(scene, after, hi) is not None else None


def past_place(scene: Scene, k: int) -> int:
    """`أبلغ «المرفأ» [من قلب العاصمة] مدير المشفى أن`: past where an outlet's teller speaks."""
    if scene.text(k) != "من" or scene.text(k + 1) not in {"قلب", "داخل", "امام"}:
        return k
    k += 2
    while scene.text(k).isalpha() and not any(hit.row["class"] == "person" for hit in scene.heads.get(k, ())):
        k += 1
    return k

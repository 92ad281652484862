"""Organs that speak for the body they are of: `إدارة المستشفى`, `مجلس إدارة الشركة`, `خلية الإعلام بالوزارة`."""

from __future__ import annotations

from musnad.doc import Hit
from musnad.stages.attribution.page.scene import Place, Scene

__all__ = ["owner_of"]

_BODIES = ("organization", "official_body")
_OFFICES = ("مكتب", "خلية", "مركز", "مصلحة", "دائرة", "قسم")
_PRESS = frozenset("اعلام اعلامي اعلاميه صحفي صحافي صحافه اتصال تواصل".split())


def owner_of(scene: Scene, source: Place, found: Hit) -> Place | None:
    """The last word of an organ's phrase, where it calls a body by its noun alone; None where the phrase is no organ's.

    `مكتب الوزارة في الشمال` is a branch, `خلية الأزمة بالوزارة` has a business of its own.
    """
    at, last = scene.index(found.start), source.last - 1
    form = found.row["form"].split("|")[0]
    if form in _OFFICES:
        organ = scene.text(at + 1).removeprefix("ال") in _PRESS
    else:
        organ = form == "إدارة" or (form == "مجلس" and scene.text(at + 1) == "اداره")
    if not organ or last <= at:
        return None
    between = last - at - 1 - (form != "إدارة") - (scene.text(last - 1) == "في")
    definite = scene.text(last).startswith(("ال", "بال", "لل"))
    kinds = _BODIES if form != "إدارة" else _BODIES[:1]
    body = definite and any(hit.row["kind"] in kinds for hit in scene.heads.get(last, ()))
    return Place(last, last + 1) if body and not between else None

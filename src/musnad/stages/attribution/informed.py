"""Outlets that were told something: `قال لـ«الأوان»`, `في لقاء مع «الضفة»`, `علمت «دنيا الملاعب»`."""

from __future__ import annotations

from dataclasses import replace

from musnad.doc import Link
from musnad.stages.attribution.heads import relays_it
from musnad.stages.attribution.kinds import link
from musnad.stages.attribution.scene import Place, Scene

__all__ = ["heard", "informed"]

_OUTLETS = ("outlet", "agency")


def heard(scene: Scene, place: Place, one: Link) -> Link:
    """A quoted name that was spoken to, or that ran an interview, is an outlet, whatever else its words may mean."""
    quoted = scene.quotations.get(place.first)
    before = scene.forms.get(place.first - 1, ())
    told = scene.text(place.first - 1) in {"ل", "مع"} or relays_it(scene, place.first - 1)
    told = told or any(hit.row["lemma"] in ("أبلغ", "أخبر") for hit in before)
    if not told or quoted is None or quoted[0].last != place.last or one.kind in _OUTLETS:
        return one
    return replace(one, kind="outlet", entity=one.entity or scene.doc.text(quoted[1].inner))


def informed(scene: Scene, source: Place) -> Link:
    """`علمت «دنيا الملاعب» من مصادرها`: what is told something and is named in quotation marks is an outlet."""
    one = link(scene, source)
    return one if one.kind in _OUTLETS else replace(one, kind="outlet")

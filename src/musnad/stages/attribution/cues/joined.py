"""Openings of one sentence that are no more than through whom another is told: asides before its verb, witnesses."""

from __future__ import annotations

from dataclasses import replace

from musnad.stages.attribution.contents.edges import DASHES
from musnad.stages.attribution.cues.opening import Opening
from musnad.stages.attribution.page.scene import Scene

__all__ = ["joined"]


def joined(scene: Scene, found: list[Opening]) -> list[Opening]:
    """A sentence's openings, without second witnesses, each with those through whom an aside tells it."""
    return _with_carriers(_without_witnesses(scene, found))


def _without_witnesses(scene: Scene, found: list[Opening]) -> list[Opening]:
    """Openings but for a second witness between dashes in what one says: `قد يدفع الحكومة - بحسب خبراء - إلى الخفض`."""

    def aside(opening: Opening) -> bool:
        dashes = scene.text(opening.edge - 1) in DASHES and scene.text(opening.upto) in DASHES
        return opening.way == "preposition" and opening.begins is None and dashes

    said = next((n for n, opening in enumerate(found) if opening.begins is not None), len(found))
    return [opening for n, opening in enumerate(found) if n < said or not aside(opening)]


def _with_carriers(found: list[Opening]) -> list[Opening]:
    """Openings, each with those through whom it is told in an aside between its subject and its verb."""
    kept: list[Opening] = []
    for opening in found:
        last = kept[-1] if kept else None
        if last is not None and last.way == "preposition" and _aside_of(last, opening):
            also = tuple(place for place in (last.source, *last.after) if place)
            kept[-1] = replace(opening, before=(*last.before, *also, *opening.before))
        else:
            kept.append(opening)
    return kept


def _aside_of(opening: Opening, told: Opening) -> bool:
    """`لكن الوزارة، وفق ما نقلت عنها «المرفأ»، تنفي ذلك`: between a subject and its verb, through whom it is told."""
    behind = told.way == "verb" and told.source is not None and told.source.first < opening.at < told.at
    return behind and opening.begins is None and opening.source is not None and told.begins is not None

"""Who says what a clause of time tells: `أخطأ الوزير حين قال إن`, `ما كتبه الشاعر عندما انتقد الجائزة`."""

from __future__ import annotations

from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.nouns.heads import relays_it
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import skip_connectives
from musnad.stages.attribution.speakers.actors import actor
from musnad.stages.attribution.speakers.subjects_apart import clause_start, only_verb

__all__ = ["acting_then"]


def acting_then(scene: Scene, lo: int, stop: int) -> Place | None:
    """`صدق الوزير إيليان حين نبّه إلى أن`: who acts right before the clause of time says what stands in it.

    So does who stands before the nearest verb: `إن زعيم المتمردين اضطر إلى الظهور عندما قال`.
    """
    found = actor(scene, lo, stop)
    if found and found.last == stop:
        return found
    first = skip_connectives(scene, clause_start(scene, stop, lo), stop)
    if scene.text(first - 1) == "قد":  # `فإن الأمير قد أوضح موقفه عندما قال`
        who = Place(skip_connectives(scene, clause_start(scene, first - 1, lo), first - 1), first - 1)
        whole = who.first < who.last and noun_phrase(scene, *who) == who.last
        return who if whole and can_speak(scene, *who) else None
    ends = (j for j in range(first + 1, stop) if only_verb(scene, j) and noun_phrase(scene, first, j) == j)
    end = next(ends, None)
    if end is not None and can_speak(scene, first, end):
        return Place(first, end)
    behind = (j + 1 for j in range(stop - 1, first - 1, -1) if relays_it(scene, j) or _wrote(scene, j))
    k = next(behind, stop)
    return Place(k, stop) if k < stop and noun_phrase(scene, k, stop) == stop and can_speak(scene, k, stop) else None


def _wrote(scene: Scene, i: int) -> bool:
    """`ما قاله الرئيس`: a verb of saying with its object written on it."""
    past = (hit for hit in scene.forms.get(i, ()) if hit.row["class"] == "perfect")
    return any(hit.end < scene.tokens[i].end and scene.text(i).endswith("ه") for hit in past)

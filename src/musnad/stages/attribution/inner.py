"""Who acts within a content: `قال المصدر إن الهيئة تسلمت الملف وطلبت وثائق` has the body ask, and not the source."""

from __future__ import annotations

from musnad.stages.attribution.actors import actor
from musnad.stages.attribution.agreement import fits_phrase
from musnad.stages.attribution.opening import Opening
from musnad.stages.attribution.scene import Place, Scene
from musnad.stages.attribution.voice import TURNS
from musnad.stages.attribution.words import is_that

__all__ = ["ACTS", "actor_within"]

ACTS = frozenset("demands refuses promises denies".split())  # stances of what is done to somebody by words


_THREATENS = ("هدّد", "توعّد", "لوّح")


def actor_within(scene: Scene, main: Opening, opening: Opening) -> Place | None:
    """The subject of the clause, inside the content of `main`, that a verb without a subject goes on with."""
    acts = opening.row["stance"] in ACTS or opening.row["lemma"] in _THREATENS
    if opening.source is not None or opening.way != "verb" or not acts or main.begins is None:
        return None
    first = scene.index(main.begins)
    clause = next((i + 1 for i in range(opening.at - 1, first, -1) if _begins(scene, i)), first)
    found = actor(scene, clause, opening.at)
    if found is None and clause > first:  # `، وأنها طلبت مهلة`: of whom the clause before told
        found = actor(scene, first, opening.at)
    return found if found and fits_phrase(scene, opening.form, found) else None


def _begins(scene: Scene, i: int) -> bool:
    """أن, and that of `، إلا أن النقابة رفضت العرض`, with which a clause begins."""
    return is_that(scene, i) or (scene.text(i) == "ان" and scene.text(i - 1) in TURNS)

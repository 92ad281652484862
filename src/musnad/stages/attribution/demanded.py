"""Of whom something is demanded further on in a sentence: `حذرت النقابة من الغلاء، وطالبت الحكومة بوقف الضرائب`."""

from __future__ import annotations

from musnad.doc import Hit
from musnad.stages.attribution.heads import head
from musnad.stages.attribution.opening import can_speak
from musnad.stages.attribution.phrases import noun_phrase, starts_phrase
from musnad.stages.attribution.scene import Place, Scene
from musnad.stages.attribution.subjects_apart import clause_start
from musnad.stages.attribution.words import is_that

__all__ = ["demanded_of"]

_DEMANDS = ("طالب", "ناشد", "دعا")


def demanded_of(scene: Scene, hit: Hit, source: Place) -> bool:
    """Whether who stands behind a joined verb of demanding is addressed: the subject of the verb before goes on.

    So in a clause that this subject leads (`أن النقابة حذرت …، وطالبت الحكومة`), and where no authority has spoken and
    one stands behind the verb.
    """
    if hit.row["lemma"] not in _DEMANDS:
        return False
    i = scene.index(hit.start)
    lo = scene.sentence_start(i)
    for j in range(i - 1, lo - 1, -1):
        rows = [one.row for one in scene.forms.get(j, ()) if one.end == scene.tokens[j].end]
        if any(row["class"] == "perfect" and row["gender"] == hit.row["gender"] for row in rows):
            return _led(scene, j, lo) or (_authority(scene, source) and _others_said(scene, j, i))
    return False


def _led(scene: Scene, j: int, lo: int) -> bool:
    """`أن النقابة حذرت`: whether the subject of the verb at j stands before it, behind أن."""
    first = clause_start(scene, j, lo)
    led = is_that(scene, first - 1) and noun_phrase(scene, first, j, hung=True) == j
    return led and first < j and can_speak(scene, first, j)


def _authority(scene: Scene, source: Place) -> bool:
    """`الحكومة`, and no `الحكومة النقابات`: one that calls on another."""
    found = head(scene, source)
    further = (j for j in range(source.first + 1, source.last) if scene.text(j).startswith("ال"))
    alone = not any(scene.heads.get(j) for j in further)
    return found is not None and found.row["kind"] in ("state", "official_body") and alone


_OTHERS = ("organization", "public", "experts", "person")


def _others_said(scene: Scene, j: int, stop: int) -> bool:
    """Whether a union, people or a person stands as the subject behind the verb at j."""
    if not starts_phrase(scene, j + 1):
        return False
    found = head(scene, Place(j + 1, max(j + 2, noun_phrase(scene, j + 1, stop, frozenset({"obj"})))))
    return found is not None and found.row["number"] == "one" and found.row["kind"] in _OTHERS

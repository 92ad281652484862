"""What a source phrase names that no reference has: the words themselves, a name in quotation marks, a nation."""

from __future__ import annotations

from musnad.doc import Hit
from musnad.stages.attribution.heads import head
from musnad.stages.attribution.persons import indefinite
from musnad.stages.attribution.scene import Place, Scene
from musnad.stages.attribution.words import everyday

__all__ = ["nation", "own_name", "said"]


def said(scene: Scene, place: Place) -> str:
    """A phrase as the page says it, without the particles written on it: of `للنقابة`, `النقابة`."""
    start, end = scene.phrase(place)
    text = scene.doc.text(scene.doc.span(start, end))
    joined = start > scene.tokens[place.first].start and text[:1] == "ل"
    return f"ا{text}" if joined and scene.doc.reading.string[start - 1] == "ل" else text


def nation(scene: Scene, place: Place) -> str | None:
    """The state that a nationality adjective in the phrase stands for."""
    for i in range(place.first, place.last):
        for hit in scene.nations.get(i, ()):
            return hit.row["entity"]
    return None


def own_name(scene: Scene, place: Place) -> str | None:
    """A name that no reference has: what stands in quotation marks, else the phrase itself."""
    for i in range(place.first, place.last):
        hung = scene.text(i - 1)[:1] == "ل" and i - 1 > place.first  # `لجنة التحكيم لمهرجان «واحة»` is not the festival
        if i in scene.quotations and scene.is_name(i) and not hung:
            return scene.doc.text(scene.quotations[i][1].inner)
    found = head(scene, place)
    called = place.last - 1
    word = scene.text(called)
    foreign = called == place.first + 1 and not (everyday(word) or word.endswith("ه") or scene.nations.get(called))
    if foreign and found is not None and found.row["kind"] in ("outlet", "agency") and found.row["number"] == "one":
        return said(scene, place)  # `إذاعة سكاي`
    if found is not None and (indefinite(scene, place, found) or _some(scene, place, found)):
        return None
    return said(scene, place)


def _some(scene: Scene, place: Place, found: Hit) -> bool:
    """`منظمات حقوقية دولية`: many, by an indefinite noun and its adjectives, that nothing names."""
    i = scene.index(found.start)
    definite_word = any(scene.written(k).startswith(("ال", "لل")) or k in scene.mentions for k in range(i, place.last))
    return found.row["number"] == "many" and found.end == scene.tokens[i].end and not definite_word

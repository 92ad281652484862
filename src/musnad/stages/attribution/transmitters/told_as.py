"""A body by its bare name, which the page has told with what it is before: `شركة نوفارا`, `مجلة «ذي المرفأ»`."""

from __future__ import annotations

from musnad.stages.attribution.nouns.heads import FIRST
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS

__all__ = ["told_as"]

_BODIES = frozenset("organization official_body outlet agency".split())


def told_as(scene: Scene, name: Place) -> tuple[str, str] | None:
    """Kind and name of the body whose head noun stands before the same words earlier on the page; None for none."""
    words = [scene.text(i) for i in range(*name)]
    for i in range(name.first - 1, 0, -1):
        if [scene.text(i + k) for k in range(len(words))] == words:
            start = i - (scene.text(i - 1) in _ARTICLES)  # `مجلة «ذي المرفأ»`
            before = start - 1 - (scene.text(start - 1) in OPENING)
            after = i + len(words)
            ranked = scene.text(after) in FIRST or scene.text(after) in COMMAS
            behind = next((k for k in range(after + 1, after + 3) if ranked and scene.heads.get(k)), before)
            for hit in (*scene.heads.get(before, ()), *scene.heads.get(behind, ())):
                if hit.row["kind"] in _BODIES and hit.end == scene.tokens[scene.index(hit.start)].end:
                    # `شركة نوفارا`, `نورفا موتورز أقدم شركة`
                    return hit.row["kind"], scene.doc.text(scene.doc.span(*scene.chars(Place(start, i + len(words)))))
    return None


_ARTICLES = frozenset("ذا ذي زا زي لو لا لي دير دي داس ايل".split())

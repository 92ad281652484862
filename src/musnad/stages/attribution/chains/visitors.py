"""Whose words those near him pass on: `ينقل زوار الوزير سامي الراوي أن`, `نقل زواره أنه لن يتراجع`."""

from __future__ import annotations

from musnad.doc import Link
from musnad.stages.attribution.cues.opening import Opening
from musnad.stages.attribution.page.scene import Place, Scene

__all__ = ["whose_words"]

_NEAR = 45  # words back to whom the pronoun means


def whose_words(scene: Scene, opening: Opening, base: tuple[Link, ...]) -> Place | None:
    """Behind those whom nobody names, and who pass on, him of whom their phrase tells; None where it tells of none."""
    source = opening.source
    if source is None or opening.row["lemma"] != "نقل" or opening.after or opening.same:
        return None
    if len(base) != 1 or base[0].kind not in ("anonymous", "public"):
        return None
    named = scene.names_in(source, "PER")
    if named:
        return named[-1][0]
    if not any(_his(scene, i) for i in range(*source)):
        return None
    before = range(source.first - 1, max(source.first - _NEAR, -1), -1)
    names = (scene.mentions[i][0] for i in before if i in scene.mentions and scene.mentions[i][1].type == "PER")
    lo = scene.sentence_start(source.first)
    titles = (Place(i, i + 1) for i in range(source.first - 1, lo - 1, -1) if _titled(scene, i))
    return next(names, None) or next(titles, None)


def _his(scene: Scene, i: int) -> bool:
    """`زواره`, `معاونيه`: somebody's own people."""
    people = any(hit.row["class"] in ("unnamed", "public", "person") for hit in scene.heads.get(i, ()))
    return people and scene.written(i).endswith(("ه", "ها", "هم"))


def _titled(scene: Scene, i: int) -> bool:
    rows = (hit.row for hit in scene.heads.get(i, ()))
    return scene.text(i).startswith("ال") and any(row["class"] == "person" and row["number"] == "one" for row in rows)

"""What carries a verb of saying on to its content: `رد بالقول إن`, `هاجم الخطة قائلا: «…»`, `جدد التأكيد أن`."""

from __future__ import annotations

from musnad.doc import Hit
from musnad.stages.attribution.nouns.modifiers import own_words
from musnad.stages.attribution.page.government import PREPOSITIONS, Governs, governs
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import is_that, with_ba
from musnad.stages.attribution.speakers.carriers import ROWS, Walk

__all__ = ["says", "spoken_on"]


def spoken_on(scene: Scene, walk: Walk, takes: Governs) -> bool:
    """Pass `قائلا` and `بالقول` behind another verb of saying: `رد عليه بالقول إن …`."""
    for hit in scene.forms.get(walk.k, ()):
        noun = hit.row["class"] == "noun" and _renewed(scene, walk.k, hit, takes)
        told = scene.text(walk.k - 1) == "الي" or _with_saying(scene, walk.k, hit)  # `ذهب إلى القول إن`
        closing = takes.closes and hit.row["class"] == "noun" and told
        if noun or closing:
            walk.inner, walk.renewed = ROWS.get(hit.row["lemma"]), (hit.start, scene.tokens[walk.k].end)
        if ("أن" in takes.alone and (noun or closing or _with_saying(scene, walk.k, hit))) or (
            hit.row["class"] == "participle" and hit.row["lemma"] == "قال"
        ):
            walk.k += 1
            return True
    return False


def says(scene: Scene, k: int) -> bool:
    if k not in scene.forms:
        return False
    return any(hit.row["lemma"] == "قال" and hit.row["class"] == "participle" for hit in scene.forms[k])


def _with_saying(scene: Scene, k: int, hit: Hit) -> bool:
    """`رد بالقول إن`, `واختتم بالتأكيد على أن`; but `طالب بالالتزام بالموعد`."""
    further = k + 1 + (scene.text(k + 1) in PREPOSITIONS)
    opens = is_that(scene, further) or scene.text(k + 1) in OPENING or scene.text(k + 1) == ":"
    return hit.row["class"] == "noun" and (scene.text(k).startswith("بال") or own_words(scene, k)) and opens


def _renewed(scene: Scene, k: int, hit: Hit, takes: Governs) -> bool:
    """`جدد التأكيد على أن`, `كرر دعوته إلى`: the noun is what was said again, and governs its content."""
    if not takes.renews or hit.start - scene.tokens[k].start not in (0, 2):
        return False
    own = governs(ROWS[hit.row["lemma"]])
    opens = is_that(scene, k + 1) or PREPOSITIONS.get(scene.text(k + 1)) in own.prepositions
    reach = 5 if hit.row["lemma"] == "الوصف" else 2  # `جدد وصف الخطة بالخطأ`
    return opens or ("ب" in own.prepositions and any(with_ba(scene, j) for j in range(k + 1, k + reach)))

"""Participles that tell, without a comma before them, with what words an act was done: `أغلقوا الطريق مطالبين ب`."""

from __future__ import annotations

from musnad.doc import Hit
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, role, with_ba
from musnad.verbs import verb

__all__ = ["as_they_act"]

_OBJECTS = frozenset("اياه اياها اياهم اياهما ذلك".split())


def as_they_act(scene: Scene, i: int, hit: Hit) -> bool:
    """`خطفت الجماعة الطبيب متهمة إياه ب`, `أغلق العمال الطريق مطالبين ب`: of whoever acts in a clause that is itself
    told by nobody; not `امرأة متهمة بالسرقة`, `الوزارة مطالبة بالرد`."""
    if hit.end < scene.tokens[i].end or hit.start > scene.tokens[i].start or not _acted(scene, i):
        return False
    if scene.text(i + 1) in _OBJECTS:
        return True
    before = scene.text(i - 1)
    whole = before.startswith("ال") or before.endswith(("ه", "ها", "هم")) or scene.in_name(i - 1)
    led = with_ba(scene, i + 1) or role(scene.text(i + 1)) == "preposition" or is_that(scene, i + 1)
    return scene.text(i).endswith("ين") and whole and led and hit.row["lemma"] != "اتّهم"


def _acted(scene: Scene, i: int) -> bool:
    """Whether up to token i runs a clause with a verb in the past that no أن and no quotation mark opens."""
    for k in range(i - 1, max(scene.sentence_start(i), i - _NEAR) - 1, -1):
        if is_that(scene, k) or k in scene.quotations or scene.text(k) in COMMAS:
            return False
        found = verb(scene.text(k)) or verb(scene.text(k)[1:] if scene.text(k)[:1] in {"و", "ف"} else "")
        if found is not None and found.tense == "perfect" and not scene.in_name(k):
            return not any(is_that(scene, j) for j in range(scene.sentence_start(i), k))
    return False


_NEAR = 14  # words of the act

"""Clauses within a clause, whose verb is not the main one: `من يتخلف`, `كل ما جرى`, `على أن تقدم`."""

from __future__ import annotations

from musnad.stages.attribution.judged.negation import NEGATIONS, still
from musnad.stages.attribution.judged.verbhood import verbal as verbal_at
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import role
from musnad.verbs import verb

__all__ = ["OFTEN", "WAS", "happens", "to_do", "what", "whoever"]

OFTEN = frozenset("دائما عاده غالبا كثيرا سرعان نادرا احيانا".split())  # `عادة ما يصل`
WAS = frozenset("كان كانت كانوا كانا كنا كنت كن".split())


_HAPPENS = frozenset("حدث جرى حصل وقع قيل نشر تردد".split())


def happens(scene: Scene, i: int) -> bool:
    """`ما يحدث`: a whole subject."""
    found = verb(scene.text(i + 1)) if scene.text(i) == "ما" else None
    return found is not None and found.row.get("past") in _HAPPENS


def whoever(scene: Scene, i: int, first: int) -> bool:
    """`من يتخلف`, `كل من لا يستحق`: a relative that begins a clause."""
    if scene.text(i) not in {"من", "ما"} or not (i == first or scene.text(i - 1).removeprefix("ل") == "كل"):
        return False
    after = scene.text(i + 1)
    does = after in NEGATIONS or after in WAS or verbal_at(scene, i + 1) is not None
    return does and not (scene.text(i) == "ما" and (scene.text(i + 2) in {"اي", "احد"} or _we_did_not(scene, i)))


def _we_did_not(scene: Scene, i: int) -> bool:
    """`«ما رفعنا السعر»`: a negation, as it is spoken; not `ما رأينا من دمار`, `ما رأيناه`."""
    ours = scene.text(i + 1).endswith("نا") and scene.text(i + 2) not in {"من", "ان", "انه", "انها"}
    return ours and (scene.quoted_at(i) or scene.text(i - 1) == ":")


def to_do(scene: Scene, i: int, first: int) -> bool:
    """`الحرص على أن تقدم`: a clause that a preposition governs."""
    led = i > first + 1 and scene.text(i) == "ان" and role(scene.text(i - 1)) == "preposition"
    return led and verbal_at(scene, i + 1) is not None


def what(scene: Scene, i: int, first: int) -> bool:
    """`إلى ما سبق`, `كل ما جرى`, `ما يعني أن`: ما that is a relative and no negation."""
    if scene.text(i) != "ما" or i == first or still(scene, i + 1):
        return False
    before, after = scene.text(i - 1), verb(scene.text(i + 1))
    tells = after is not None and after.tense == "imperfect" and before not in OFTEN
    return tells or role(before) in {"preposition", "quantifier"} or before in {"كل", "اهم"}

"""Whether a sentence without a subject goes on with whoever acted in the one before."""

from __future__ import annotations

from musnad.stages.attribution.cues.opening import Opening
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.verbs import verb

__all__ = ["acts_beside", "goes_on_with"]


def goes_on_with(scene: Scene, lo: int) -> bool:
    """`وجدد دعمه للمشروع، حاثا الجميع`: a sentence that goes on with a past whose subject is unstated."""
    found = verb(scene.text(lo)[1:]) if scene.text(lo)[:1] == "و" else None
    return found is not None and found.tense == "perfect"


def acts_beside(scene: Scene, opening: Opening, acted: Place) -> bool:
    """`قال الجيش إن …. وتشن جماعة «X» تمردا. كما ذكرت أيضا أن`: who does something all the while, beside a past."""
    found = verb(scene.text(acted.first - 1).removeprefix("و"))
    lasting = found is not None and found.tense == "imperfect" and not found.alike
    return lasting and scene.text(opening.at - 1) in {"كما", "وكما"} and opening.form.get("class") == "perfect"

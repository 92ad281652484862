"""Who acts in a clause: the first phrase of it that can."""

from __future__ import annotations

from musnad.doc import Hit
from musnad.stages.attribution.opening import can_speak
from musnad.stages.attribution.phrases import noun_phrase
from musnad.stages.attribution.scene import Place, Scene
from musnad.stages.attribution.words import role, without_and

__all__ = ["doer", "turned_to_say"]


def turned_to_say(scene: Scene, i: int, lo: int, hit: Hit) -> tuple[Place | None, int] | None:
    """`ثم عاد ليؤكد أن`, `خرجت السفارة لتوضح أن`: who stands behind the verb of turning, and where that verb is,
    before a ل that only leads to what is said."""
    if scene.text(i)[:1] != "ل" or hit.start != scene.tokens[i].start + 1 or hit.row["class"] != "imperfect":
        return None
    near = range(i - 1, max(lo, i - _NEAR) - 1, -1)
    at = next((j for j in near if without_and(scene.text(j)) in _TURNS), None)
    if at is None:
        return None
    end = noun_phrase(scene, at + 1, i)
    return (Place(at + 1, end) if end > at + 1 and can_speak(scene, at + 1, end) else None), at


_NEAR = 9  # words between the two verbs
_TURNS = frozenset("عاد عادت عادوا يعود تعود خرج خرجت خرجوا انبري انبرت سارع سارعت تدخل تدخلت رجع رجعت".split())


def doer(scene: Scene, lo: int, at: int) -> Place | None:
    """The first phrase of a clause that can act or speak: the subject of its verb."""
    turn = next((k + 1 for k in range(at - 1, lo, -1) if scene.text(k) in {"لكن", "ولكن", "فيما", "بينما", "غير"}), lo)
    for i in range(turn, at):
        known = i in scene.mentions and scene.mentions[i][1].type in ("PER", "ORG", "GPE")
        if (i in scene.heads or known) and role(scene.text(i - 1)) not in ("preposition", "place"):
            end = noun_phrase(scene, i, at)
            if end > i:
                return Place(i, end)
    return None

"""Where somebody speaks who is told of before his verb: `خرج الوزير بتصريحات أدلى بها لقناة X، أقر فيها بأن`."""

from __future__ import annotations

from musnad.doc import Link
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.transmitters.outlets import SCREENS, in_outlet, outlet_at

__all__ = ["on_air"]

_CHANNELS = SCREENS | frozenset("قناه القناه اذاعه الاذاعه راديو تلفزيون التلفزيون فضائيه".split())
_TALK = ("تصريح", "حديث", "مقابل", "حوار", "مداخل", "لقاء", "ادلي", "ادلت", "بها", "به", "متحدث", "تحدث")
_AGAINST = ("دعو", "شكو", "حمل", "هجوم", "رد", "قضي", "بلاغ")  # `رفع دعوى على قناة X`


def on_air(scene: Scene, base: tuple[Link, ...], at: int) -> Place | None:
    """The outlet to which, or on which, whoever acts before the cue at `at` speaks; None where the page tells of none.

    `طمأن الجماهير على أمواج إذاعة X، متعهدا بـ`, `أدلى بحديث لإذاعة X اتهم فيه`; not `هاجم تقريرا لقناة X، مؤكدا`,
    `رفع دعوى على قناة X، معتبرا`.
    """
    first = scene.place(base[0].span).last if len(base) == 1 and base[0].kind == "person" else at
    if first >= at or scene.sentence_start(first - 1) != scene.sentence_start(at):
        return None
    for i in range(first, at):
        word = scene.text(i)
        against = scene.text(i - 1).startswith(_AGAINST)
        shown = word in {"علي", "عبر", "في"} and scene.text(i + 1) in _CHANNELS and not against
        told = word[:1] == "ل" and any(scene.text(k).removeprefix("ب").startswith(_TALK) for k in (i - 1, i - 2, i))
        outlet = in_outlet(scene, i, at) if shown else outlet_at(scene, i, at) if told else None
        if outlet is not None:
            return outlet
    return None

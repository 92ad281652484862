"""Whose words a clause leads to: `وجاء رد الوزيرة سريعا، إذ قالت`, `ونختم الجولة مع الكاتب X، إذ يرى`."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS, without_and
from musnad.stages.attribution.transmitters.agreement import may_act

__all__ = ["GOES", "led_to"]

_COMES = frozenset("جاء كان بدا اتي ياتي".split())
_REPLIES = frozenset("رد جواب تعليق موقف تعقيب كلام".split())
GOES = frozenset("نبدا نختم نختتم ننتقل نطوي نستهل ننهي نصل نتوقف نعود نبقي".split())
_NEAR = 4  # words from the verb to whom one goes on with


def led_to(scene: Scene, lo: int, at: int, form: Mapping[str, str]) -> Place | None:
    """The one before `، إذ` or `، حيث` and a verb at token `at` whose reply comes, or whom a press review turns to."""
    stop = at - 2
    if scene.text(at - 1) not in {"اذ", "حيث"} or scene.text(stop) not in COMMAS:
        return None
    first = None
    if without_and(scene.text(lo)) in _COMES and scene.text(lo + 1) in _REPLIES:
        first = lo + 2
    elif without_and(scene.text(lo)) in GOES:
        first = next((k + 1 for k in range(lo + 1, min(lo + _NEAR, stop)) if scene.text(k) in {"مع", "الي"}), None)
    if first is None:
        return None
    end = noun_phrase(scene, first, stop, frozenset({"في", "على"}))
    place = Place(first, end)
    return place if end > first and can_speak(scene, *place) and may_act(scene, form, place, verb=True) else None

"""Who speaks because the words before a cue question him, ask him or turn to him."""

from __future__ import annotations

from collections.abc import Sequence

from musnad.stages.attribution.chains.asked import asked_of, put_to, questioned, turned_to
from musnad.stages.attribution.chains.led_to import led_to
from musnad.stages.attribution.chains.sharing import sharer
from musnad.stages.attribution.chains.told import Told
from musnad.stages.attribution.cues.opening import Opening
from musnad.stages.attribution.page.scene import Place, Scene

__all__ = ["under"]


def under(scene: Scene, told: Sequence[Told], opening: Opening, sentence: int, lo: int) -> Place | None:
    """`وبسؤال المدير سامر الحلو عن الحادث، أجاب`: him, for a cue of the sentence that begins at lo; else None."""
    shared = sharer(scene, lo, opening.at) or turned_to(scene, lo, opening.at)
    if opening.way != "verb":
        return shared
    led = led_to(scene, lo, opening.at, opening.form)
    if (asked := questioned(scene, lo, opening.at) or shared or led) is not None:
        return asked
    whom = asked_of(scene, opening.at, opening.form)
    if whom is not None and (not told or told[-1].sentence < sentence - 1):
        return whom
    return put_to(scene, lo, opening.at, opening.form)

"""On what screen or in what paper somebody appears, between his cue and what he says."""

from __future__ import annotations

from musnad.stages.attribution.page.government import PREPOSITIONS, Governs
from musnad.stages.attribution.page.scene import CLOSING, OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that
from musnad.stages.attribution.transmitters.outlets import SCREENS, in_outlet, is_outlet, network

__all__ = ["met_with", "on_screen", "printed"]


def on_screen(scene: Scene, k: int, hi: int) -> Place | None:
    """`أكد، ضيفا على قناة الجبل، أن`, `شدد لدى ظهوره على شاشة X على`: where somebody appears, and no object."""
    guest = scene.text(k) in {"ضيفا", "ضيفه"}
    on = k + guest
    if scene.text(on) != "علي":
        return None
    there = guest or scene.text(on + 1) in SCREENS or (scene.text(k - 1) in CLOSING and is_outlet(scene, on + 1))
    return in_outlet(scene, on, hi) if there else None


def printed(scene: Scene, k: int, takes: Governs) -> Place | None:
    """`كتب سامي الراوي في «الضفة» أن`: the quoted name between في and what the cue governs."""
    quoted = scene.quotations.get(k + 1) if scene.text(k) == "في" and scene.is_name(k + 1) else None
    if quoted is None or quoted[0].last > k + 6 or network(scene, k + 2):
        return None
    after = quoted[0].last
    opens = is_that(scene, after) or scene.text(after) in {":", *OPENING} or scene.text(after) in COMMAS
    return Place(k + 1, after) if opens or PREPOSITIONS.get(scene.text(after)) in takes.prepositions else None


def met_with(scene: Scene, first: int) -> bool:
    """`(المؤتمر) الصحافي مع نظيره`, `(لقائه) أمس مع الوفد`: with somebody who is no outlet."""
    j = next((j for j in range(first, first + 3) if scene.text(j) == "مع"), None)
    return j is not None and j + 1 not in scene.quotations and in_outlet(scene, j, j + 4) is None

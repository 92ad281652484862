"""For how long somebody is to be punished or rewarded: what a prosecutor asks for."""

from __future__ import annotations

from musnad.stages.attribution.page.government import Governs
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import is_number

__all__ = ["so_long"]


def so_long(scene: Scene, k: int, takes: Governs) -> bool:
    """`النيابة تطلب 20 سنة`: so long a time, and no date."""
    return takes.terms and k in scene.times and is_number(scene.text(k)) and scene.text(k + 1) in _UNITS


_UNITS = frozenset("سنه سنوات عاما اعوام شهرا اشهر يوما ايام ساعه ساعات اسبوعا اسابيع دقيقه دقائق".split())

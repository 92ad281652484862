"""What one warns of: whether it may come, is forecast, or goes on day by day."""

from __future__ import annotations

import re

from musnad.stages.attribution.contents.frames import Frame
from musnad.stages.attribution.judged.by_cue import TRENDS
from musnad.stages.attribution.judged.nature import of_nature
from musnad.stages.attribution.page.scene import Scene
from musnad.verbs import verb

__all__ = ["brief", "daily", "feared", "may_come"]


def brief(scene: Scene, frame: Frame) -> bool:
    """Whether a content is a thing by its name, quoted, or a few words: `«شلل إداري» في المحافظات`."""
    first = scene.index(frame.content[0][0])
    thing = scene.quoted_at(first) and scene.text(first)[:2] != "ال"
    return thing or scene.index(frame.content[-1][1] - 1) - first < 4


def may_come(scene: Scene, first: int) -> bool:
    """`أن تكون المبادرة فخا`"""
    found = verb(scene.text(first))
    return re.fullmatch("[يت]كون(?:وا|ا)?", scene.text(first)) is not None or (
        found is not None and found.tense == "imperfect"
    )


def daily(scene: Scene, frame: Frame) -> bool:
    """`يكلف مليونا يوميا`"""
    words = range(scene.index(frame.content[0][0]), scene.index(frame.content[-1][1] - 1) + 1)
    return any(scene.text(i) in {"يوميا", "شهريا", "سنويا", "اسبوعيا"} for i in words)


def feared(scene: Scene, first: int) -> str:
    """What is warned of may come; weather, prices and trends are forecast."""
    drought = scene.text(first) in {"جفاف", "حرائق", "حرب", "ازمه", "نزوح"}  # what people fear, and no forecast
    nature = (of_nature(scene, first) and not drought) or of_nature(scene, first + 1)
    return "expected" if nature or scene.text(first).removeprefix("ال") in TRENDS | _FORMS else "possible"


_FORMS = frozenset("تشكل قفزه هطول تساقط اشتداد اقتراب موجه".split())

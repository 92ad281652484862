"""Where a relative clause without commas ends: `طالب الوزير الذي زار الموقع [بوقف الأعمال]`."""

from __future__ import annotations

from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.government import PREPOSITIONS
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import is_that, role, with_ba

__all__ = ["before_governed"]


def before_governed(scene: Scene, i: int, stop: int, governed: frozenset[str]) -> int:
    """Where in the relative clause [i, stop) what the verb before it governs begins; `stop` where nothing does."""
    if role(scene.text(i)) != "relative" or not governed:
        return stop
    return next((j for j in range(stop - 1, i + 2, -1) if _governed(scene, j, governed)), stop)


def _governed(scene: Scene, j: int, governed: frozenset[str]) -> bool:
    text, ahead = scene.text(j), scene.text(j + 1)
    if PREPOSITIONS.get(text) in governed and not scene.in_name(j):
        return is_that(scene, j + 1) or _of_deeds(ahead) or j + 1 in scene.feelings  # `[عن امتنانهم]`
    if with_ba(scene, j):
        return "ب" in governed and (_of_deeds(text[1:]) or text[1:] in {"ان", "انه", "انها"})
    if "obj" not in governed or deed(text) is None or text.startswith("ال") or j in scene.forms:
        return False
    before = scene.text(j - 1)
    closed = (
        before.startswith("ال") or scene.in_name(j - 1) or scene.in_time(j - 1) or before.endswith(("ه", "ها", "هم"))
    )
    return closed and (ahead.startswith("ال") or j + 1 in scene.mentions or ahead.endswith(("ه", "ها", "هم")))


def _of_deeds(word: str) -> bool:
    return word in _MATTERS or (deed(word) is not None and not word.startswith("ال"))


_MATTERS = frozenset("ضروره اهميه وجود عدم خطوره خطر مخاطر تداعيات مغبه خطه خطط عواقب اي".split())

"""Where a relative clause without commas ends: `طالب الوزير الذي زار الموقع [بوقف الأعمال]`."""

from __future__ import annotations

from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.government import PREPOSITIONS
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, role, with_ba
from musnad.verbs import verb

__all__ = ["before_governed", "own_clause"]


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


def own_clause(scene: Scene, first: int, end: int, hi: int) -> int:
    """`قال عامل في المصنع [لم يقبض أجره] إن`, `قال شيخ قبيلة [جاء من سبها]: «…»`: past what an indefinite phrase
    [first, end) has done, up to أن or the colon; `end` where no such clause stands."""
    somebody = any(hit.row["class"] in _PEOPLE for hit in scene.heads.get(first, ()))
    if not somebody or scene.text(first).startswith("ال") or first in scene.mentions or end >= hi:
        return end
    did = verb(scene.text(end + (scene.text(end) == "لم")))
    past = did is not None and did.tense == ("imperfect" if scene.text(end) == "لم" else "perfect")
    if not past or (did is not None and did.alike and scene.text(end) != "لم") or end in scene.forms:
        return end
    for j in range(end + 1, min(end + _CLAUSE, hi)):
        if scene.text(j) in COMMAS or scene.text(j) in ".؛" or j in scene.quotations:
            return end
        if is_that(scene, j) or scene.text(j) == ":":
            return j
    return end


_PEOPLE = ("person", "public", "unnamed", "experts")
_CLAUSE = 9  # words of such a clause

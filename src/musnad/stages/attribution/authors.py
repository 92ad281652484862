"""Whose words an article or an interview holds: `نشرت صحيفة X مقالا للكاتب سليم الناجي قال فيه إن`."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.stages.attribution.agreement import fits_phrase
from musnad.stages.attribution.doers import doer
from musnad.stages.attribution.outlets import is_outlet
from musnad.stages.attribution.phrases import noun_phrase
from musnad.stages.attribution.scene import OPENING, Place, Scene
from musnad.stages.attribution.words import is_that

__all__ = ["author"]

_IN_IT = frozenset({"فيه", "فيها"})
_BY = frozenset("مع بقلم كتبه كتبته كتبها كتبتها".split())
_NEAR = 5  # words between a medium and whose it is
_FAR = 24  # words between a medium and the verb that says what it holds


def author(scene: Scene, i: int, lo: int, form: Mapping[str, str]) -> tuple[Place, tuple[Place, ...]] | None:
    """Who says in the medium named before the verb at token i what `فيه` introduces, and the outlet that ran it.

    None where the verb has a subject of its own (`قالت فيه الصحيفة`) or the medium is nobody's.
    """
    opens = is_that(scene, i + 2) or scene.text(i + 2) == ":" or scene.text(i + 2) in OPENING
    if scene.text(i + 1) not in _IN_IT or not opens:
        return None
    for medium in range(i - 1, max(lo, i - _FAR) - 1, -1):
        if medium in scene.media or any(hit.row["kind"] == "document" for hit in scene.heads.get(medium, ())):
            whose = _whose(scene, medium, i)
            if whose is None or not fits_phrase(scene, form, whose):
                return None
            ran = doer(scene, lo, medium)
            return whose, (ran,) if ran is not None and is_outlet(scene, ran.first) else ()
    return None


def _whose(scene: Scene, medium: int, stop: int) -> Place | None:
    """The person behind a medium: `مقالا للكاتب X`, `مقابلة مع الوزير X`, `مقالا بقلم X`."""
    for k in range(medium + 1, min(medium + _NEAR, stop)):
        first = k + (scene.text(k) in _BY or scene.text(k) == "ل")
        hung = scene.text(k)[:1] == "ل"
        if first == k and not hung:
            continue
        person = any(hit.row["class"] == "person" for hit in scene.heads.get(first, ()))
        named = first in scene.mentions and scene.mentions[first][1].type == "PER"
        end = noun_phrase(scene, first, stop, hung=True)
        if hung and end == stop and any(hit.row["class"] == "unnamed" for hit in scene.heads.get(first, ())):
            return Place(first, end)  # `بثت القناة تصريحا لمصدر في الوزارة ذكر فيه أن`
        if not (person or named):
            continue
        return Place(first, end) if end > first and scene.names_in(Place(first, end), "PER") else None
    return None

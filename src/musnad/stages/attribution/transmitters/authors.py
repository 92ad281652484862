"""Whose words an article or an interview holds: `نشرت صحيفة X مقالا للكاتب سليم الناجي قال فيه إن`."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.deeds import deed_at
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import finite, is_that
from musnad.stages.attribution.speakers.doers import doer
from musnad.stages.attribution.transmitters.agreement import fits_phrase
from musnad.stages.attribution.transmitters.outlets import is_outlet

__all__ = ["author"]

_IN_IT = frozenset({"فيه", "فيها"})
_BY = frozenset("مع بقلم كتبه كتبته كتبها كتبتها".split())
_NEAR = 5  # words between a medium and whose it is
_FAR = 24  # words between a medium and the verb that says what it holds


def author(scene: Scene, i: int, lo: int, form: Mapping[str, str]) -> tuple[Place, tuple[Place, ...]] | None:
    """Who says in the medium named before the verb at token i what `فيه` introduces, and the outlet that ran it.

    None where the verb has a subject of its own (`قالت فيه الصحيفة`) or the medium is nobody's.
    """
    within = scene.text(i + 1) in _IN_IT
    k = i + 1 + within
    opens = is_that(scene, k) or scene.text(k) == ":" or scene.text(k) in OPENING
    if not opens and not (within and (deed_at(scene, k) or scene.text(k) == "عن")):
        return None
    for medium in range(i - 1, max(lo, i - _FAR) - 1, -1):
        written = any(hit.row["kind"] == "document" for hit in scene.heads.get(medium, ()))
        if medium in scene.media or written or scene.text(medium) in _TOLD:
            whose = _whose(scene, medium, i) or _anyones(scene, medium, i)
            if whose is None or not fits_phrase(scene, form, whose):
                return None
            ran = doer(scene, lo, medium)
            known = ran is not None and (is_outlet(scene, ran.first) or is_outlet(scene, ran.first + 1))
            if not within and not (known and scene.text(medium) in _TOLD):
                return None
            return whose, (ran,) if ran is not None and known else ()
    return None


# What an outlet runs in which somebody speaks.
_TOLD = frozenset("شهاده رساله مقابله مقابلات حوارا لقاء تسجيلا مقطعا حديثا مداخله اعترافات شهادات تصريحا".split())


def _anyones(scene: Scene, medium: int, stop: int) -> Place | None:
    """`شهادة طبيب عمل في المخيم`, `مقطعا لأسير`, `رسالة سجين سابق`: one without a name whose words a medium holds."""
    first = medium + 1 + (scene.text(medium + 1) in _BY or scene.text(medium + 1) == "ل")
    if scene.text(medium) not in _TOLD or first >= stop:
        return None
    one = any(h.row["class"] in _SOMEBODY and h.row["number"] == "one" for h in scene.heads.get(first, ()))
    end = noun_phrase(scene, first, stop, hung=True)
    return Place(first, end) if one and end > first and not scene.text(first).startswith(("ال", "لل")) else None


_SOMEBODY = ("person", "public", "experts", "unnamed")


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
        end = next((j for j in range(first + 2, end) if finite(scene, j)), end)  # `للناطق سليم الراوي يتبنى فيه`
        if hung and end == stop and any(hit.row["class"] == "unnamed" for hit in scene.heads.get(first, ())):
            return Place(first, end)  # `بثت القناة تصريحا لمصدر في الوزارة ذكر فيه أن`
        if not (person or named):
            continue
        return Place(first, end) if end > first and scene.names_in(Place(first, end), "PER") else None
    return None

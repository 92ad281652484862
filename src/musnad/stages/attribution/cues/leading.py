"""Where the content of a preposition of attribution that stands before it begins: `وبحسب التجار، …`."""

from __future__ import annotations

from musnad.doc import Hit
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS, finite, is_that, next_comma, role, skip_connectives
from musnad.verbs import verb

__all__ = ["clause_told", "front", "leads", "sets_scene"]


def front(scene: Scene, k: int, hi: int) -> int | None:
    """Where the content of a preposition that stands before it begins (reading offset)."""
    if k in scene.quotations and not scene.is_name(k):
        return scene.tokens[k].start  # `وبحسب قاسم «التجار يعرفون أن السوق راكدة»`
    k = _past_copy(scene, k, hi)
    stop = min(k + 26, next_comma(scene, k, hi) + 2)
    then = next((j for j in range(k, min(stop, hi)) if scene.text(j)[:3] in ("فان", "ان") and is_that(scene, j)), None)
    if then is not None and then + 1 < hi and (scene.text(then)[0] == "ف" or not _clause_in(scene, k, then)):
        return scene.tokens[then + 1].start
    while k < hi and (scene.text(k) in COMMAS or role(scene.text(k)) == "adverb" or scene.text(k) == ":"):
        k += 1
    if k >= hi:
        return None
    if is_that(scene, k):
        k += 1
    elif scene.text(k - 1) not in COMMAS and not (k in scene.forms or scene.text(k)[:1] == "ف"):
        comma = next_comma(scene, k, min(hi, k + 12))
        if comma < min(hi, k + 12):
            k = comma + 1
            k += is_that(scene, k)
    return scene.tokens[k].start if k < hi else None


def _past_copy(scene: Scene, k: int, hi: int) -> int:
    """`وبحسب بيان للوزارة[، حصلت الصحيفة على نسخة منه]، فإن`: past who has a copy, between commas."""
    comma = next_comma(scene, k + 1, min(k + 12, hi))
    copy = scene.text(comma - 1) in {"منه", "منها"} and scene.text(comma - 2) in {"نسخه", "بنسخه"}
    return comma if scene.text(k) in COMMAS and copy else k


def clause_told(scene: Scene, source: Place, hi: int) -> int:
    """`وبحسب [سفير زار المنطقة أخيرا]، فإن …`: where the clause without a relative ends that tells of somebody not
    named, if فإن follows its comma; else where the source ends."""
    if scene.text(source.first).startswith("ال") or source.first in scene.mentions:
        return source.last
    comma = next_comma(scene, source.last, min(source.last + _CLAUSE, hi - 1))
    so = scene.text(comma + 1)[:1] == "ف" and (is_that(scene, comma + 1) or scene.text(comma + 1) == "فقد")
    near = range(source.last, min(source.last + _NEAR, comma))
    told = scene.text(comma) in COMMAS and so and any(finite(scene, j) or j in scene.forms for j in near)
    return source.last if not told or any(j in scene.phrases for j in range(source.last, comma)) else comma


_CLAUSE = 18  # words of such a clause
_NEAR = 6  # words up to its verb


def sets_scene(scene: Scene, lo: int, i: int, k: int) -> bool:
    """`في المنارة، بحسب موقع X، استغل زوجان …`: before the preposition stands only where or when, behind it a verb."""
    k += scene.text(k) in COMMAS
    hung = scene.in_time(lo) or role(scene.text(skip_connectives(scene, lo, i))) in ("preposition", "during")
    quiet = not any(j in scene.forms or verb(scene.text(j)) or is_that(scene, j) for j in range(lo, i))
    found = verb(scene.text(k))
    return hung and quiet and found is not None and not found.alike and finite(scene, k)


def leads(scene: Scene, i: int, hit: Hit, k: int) -> bool:
    """`، وبحسب التجار، …`, `، ووفقا لمتابعين أن …`, `، بحسب التجار فإن …`: what stands behind the source is said."""
    found = verb(scene.text(k))
    told = scene.text(k) in COMMAS or is_that(scene, k) or (k in scene.quotations and not scene.is_name(k))
    told = told or (found is not None and found.tense == "future" and not found.alike)  # `، ووفقا للمصادر سيبدأ العمل`
    joined = hit.start > scene.tokens[i].start and told
    k += scene.text(k) in {"؛", ";"}  # `، ووفقا للتقرير؛ فإن السبب`
    return joined or (scene.text(k)[:3] == "فان" and is_that(scene, k))


def _clause_in(scene: Scene, k: int, stop: int) -> bool:
    """Whether a verb stands in [k, stop), not in a relative clause."""
    return any(finite(scene, j) and role(scene.text(j - 1)) != "relative" for j in range(k, stop))

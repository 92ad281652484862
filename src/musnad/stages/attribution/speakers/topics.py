"""Topics that stand before a verb of saying: `وعن أداء الفريق قال`, `وفيما يتعلق بالحوار قال`."""

from __future__ import annotations

from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import COMMAS, finite, is_that, skip_connectives, without_and

__all__ = ["topic_before"]

_PARTS = COMMAS | frozenset(".؛")
_TOPICS = frozenset("عن حول بشان بخصوص عما".split())
_REGARDS = frozenset("يتعلق يتصل يخص يختص".split())
_WHEN = frozenset("عندما حين حينما لما".split())
_ASKED = frozenset("سئل سئلت سئلا سئلوا يسال تسال".split())


def topic_before(scene: Scene, lo: int, stop: int) -> bool:
    """`وعن أداء الفريق قال`: the words behind the last comma begin with what was asked; nobody in them speaks."""
    back = range(stop - 1, lo, -1)
    parts = (k + 1 for k in back if scene.text(k) in _PARTS or _that_of(scene, k))
    first = next(parts, lo)
    k = skip_connectives(scene, first, stop)
    if first == lo and without_and(scene.text(lo)) in _WHEN and scene.text(lo + 1) in _ASKED:
        return True  # `وعندما سئل عن موقف فرنسا قال`
    if first > lo and scene.text(lo).removeprefix("و") in _TOPICS and not _tells(scene, lo, stop):
        return True  # `وعن عمله مع سامي الراوي، نادر الدوري، قال`
    return scene.text(k).removeprefix("و") in _TOPICS or _as_regards(scene, k)


def _tells(scene: Scene, lo: int, stop: int) -> bool:
    return any(is_that(scene, i) or finite(scene, i) or i in scene.forms for i in range(lo, stop))


def _that_of(scene: Scene, k: int) -> bool:
    """Whether a content begins behind token k: `وبالنسبة للصندوق أكد المدير أن الأرقام تشير`."""
    return is_that(scene, k) and any(
        hit.row["class"] == "perfect" for j in range(k - 4, k) for hit in scene.forms.get(j, ())
    )


def _as_regards(scene: Scene, k: int) -> bool:
    """`وفيما يتعلق بالحوار قال`, `بالنسبة للأسعار`: what is spoken about, at token k or behind `فيما` there."""
    if scene.text(k).removeprefix("و") == "بالنسبه":
        return scene.text(k + 1)[:1] == "ل" or scene.text(k + 1) == "الي"
    k += scene.text(k) in {"في", "وفي"} and scene.text(k + 1) == "ما"
    return any(scene.text(j) in _REGARDS for j in (k, k + 1))

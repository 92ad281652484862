"""By what else somebody is known, and whose term is over: `المعروف بـ«سيمو»`, `المنتهية ولايته`."""

from __future__ import annotations

from musnad.stages.attribution.page.scene import OPENING, Scene

__all__ = ["nicknamed", "past_nickname"]


def past_nickname(scene: Scene, i: int, stop: int) -> int:
    """Past `المعروف بـ«حميدو»`, `الملقب أبو حسن`, `الشهير بأبي حسن`, `المنتهية ولايته` at token i; i for none."""
    if scene.text(i) in _ENDED and scene.text(i + 1) in _HELD:
        return min(i + 2, stop)
    if scene.text(i) not in _KNOWN:
        return i
    k = i + 1 + (scene.text(i + 1) in _WHERE)
    word = scene.text(k)
    if word in {"ب", "باسم"}:
        return _past_name(scene, k + 1, k + 1, stop) or i
    if word[:1] == "ب" and (word[1:] in _FATHERS or scene.clitic_on_name(k)):
        return _past_name(scene, k, k, stop) or i
    return (_past_name(scene, k, k, stop) or i) if word in _FATHERS or word in OPENING else i


def nicknamed(scene: Scene, k: int) -> bool:
    """`سليم الراوي المكنى [أبو حسن]`: whether the name at token k is by what else somebody is known."""
    known = next((j for j in range(k, max(k - 4, -1), -1) if scene.text(j) in _KNOWN), None)
    return known is not None and past_nickname(scene, known, len(scene.tokens)) > k


def _past_name(scene: Scene, k: int, first: int, stop: int) -> int:
    """Past a nickname at k: in quotation marks, a name, `أبي` and what follows, or one word; 0 beyond `stop`."""
    if k in scene.quotations:
        end = scene.quotations[k][0].last
    elif k in scene.mentions:
        end = scene.mentions[k][0].last
    else:
        end = first + 1 + (scene.text(first).removeprefix("ب") in _FATHERS)
    return end if end <= stop else 0


_KNOWN = frozenset(
    "المعروف المعروفه الملقب الملقبه المكني المكناه الشهير الشهيره المشهور المشهوره الملقبين المعروفين".split()
)
_WHERE = frozenset("فنيا اعلاميا شعبيا محليا اختصارا ايضا حركيا سابقا".split())
_FATHERS = frozenset("ابو ابي ابا ام ابن".split())
_ENDED = frozenset("المنتهيه المنتهي المجمده المسحوبه المقاله المعلقه المؤقته".split())
_HELD = frozenset("ولايته ولايتها ولايتهم عضويته عضويتها مهامه مهامها عقده جنسيته صلاحيته صلاحيتها".split())

"""Whom an outlet met or heard, told inside a source's phrase: `سكان التقتهم «المرفأ»`, `محللون تحدثوا إلى الصحيفة`."""

from __future__ import annotations

import re

from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.transmitters.publisher import outlet_key, own_outlets

__all__ = ["met_before", "met_end"]

_MET = re.compile(r"(?:التق|قابل|سال|هاتف|حاور|استطلع)ت?(?:ه|ها|هم|هما|هن)|التقا(?:ه|ها|هم)")
_SPOKE = re.compile(r"تحدث(?:ت|وا|ا)?|تكلم(?:ت|وا)?|تواصلت?|ادلوا")
_TO_THEM = frozenset("اليه اليها اليهم معه معها معهم".split())
_TO = frozenset("الي مع ل".split())
_SAME = frozenset("الصحيفه الجريده الموقع الوكاله القناه المجله الاذاعه".split())
_SOURCES = ("public", "experts", "anonymous", "person")


def met_end(scene: Scene, first: int, i: int, stop: int) -> int:
    """`مصدر نيابي [تحدثت إليه «المرفأ»]` on its own page, `تجار [التقتهم الصحيفة]`: past the clause at i, else i."""
    spoke = _SPOKE.fullmatch(scene.text(i)) is not None
    if i == first or not (spoke or _MET.fullmatch(scene.text(i))):
        return i
    if not any(hit.row["kind"] in _SOURCES for hit in scene.heads.get(first, ())):
        return i
    k = i + 1
    if spoke:
        if scene.text(k) not in _TO_THEM | _TO:
            return i
        k += 1
    end = _outlet_end(scene, k)
    another = scene.text(k - 1) in _TO and scene.text(k) not in _SAME and not _ours(scene, k, end)  # a link of its own
    return end if k < end <= stop and not another else i


def _ours(scene: Scene, k: int, end: int) -> bool:
    """Whether the page's own outlet is named in tokens [k, end)."""
    own = own_outlets(scene)
    names = (scene.doc.text(scene.mentions[j][1].span) for j in range(k, end) if j in scene.mentions)
    quoted = (scene.doc.text(scene.quotations[j][1].inner) for j in range(k, end) if j in scene.quotations)
    return any(outlet_key(name) in own for name in (*names, *quoted))


def met_before(scene: Scene, lo: int, stop: int) -> int | None:
    """`غير أن [سكانا التقتهم الصحيفة] اشتكوا`: where a phrase begins of which such a clause is the end."""
    for i in range(stop - 2, max(lo, stop - 8), -1):
        if _SPOKE.fullmatch(scene.text(i)) or _MET.fullmatch(scene.text(i)):
            heads = (s for s in range(max(lo, i - 4), i) if s in scene.heads)
            return next((s for s in heads if met_end(scene, s, i, stop) == stop), None)
    return None


def _outlet_end(scene: Scene, k: int) -> int:
    """Past the outlet at k: its name, quoted or not, its head noun and name, or `الصحيفة`."""
    if scene.text(k) in _SAME:
        return k + 1
    named = k + any(hit.row["kind"] in ("outlet", "agency") for hit in scene.heads.get(k, ()))
    if scene.text(named) in OPENING and named in scene.quotations and scene.is_name(named):
        return scene.quotations[named][0].last
    mention = scene.mentions.get(named)
    return mention[0].last if mention is not None and mention[1].type == "OUTLET" else k

"""Outlets that were told something: `قال لـ«الأوان»`, `في لقاء مع «الضفة»`, `علمت «دنيا الملاعب»`."""

from __future__ import annotations

from dataclasses import replace

from musnad.doc import Link
from musnad.stages.attribution.heads import relays_it
from musnad.stages.attribution.kinds import link
from musnad.stages.attribution.scene import Place, Scene

__all__ = ["heard", "in_press", "informed"]

_OUTLETS = ("outlet", "agency")


def heard(scene: Scene, place: Place, one: Link) -> Link:
    """A quoted name that was spoken to, or that ran an interview, is an outlet, whatever else its words may mean."""
    quoted = scene.quotations.get(place.first)
    before = scene.forms.get(place.first - 1, ())
    told = scene.text(place.first - 1) in {"ل", "مع"} or relays_it(scene, place.first - 1)
    told = told or any(hit.row["lemma"] in ("أبلغ", "أخبر") for hit in before)
    if not told or quoted is None or quoted[0].last != place.last or one.kind in _OUTLETS:
        return one
    return replace(one, kind="outlet", entity=one.entity or scene.doc.text(quoted[1].inner))


def in_press(scene: Scene, source: Place, one: Link) -> Link:
    """`نفت «كيتا شيمبون» أن …. وأضافت الصحيفة`: a lone name in quotation marks is the outlet that is told of next; in a
    review of the press such a name that nothing else tells of is one."""
    quoted = scene.quotations.get(source.first)
    lone = quoted is not None and quoted[0].last == source.last and one.kind == "organization"
    if not lone or (source.first + 1 in scene.mentions and scene.mentions[source.first + 1][1].kind):
        return one
    above = scene.sentences[0][0].last if scene.sentences else 0
    review = any(scene.text(i) in _PRESS for i in range(above + 40)) and scene.text(source.first - 1) not in _OF
    return replace(one, kind="outlet") if review or _told_next(scene, source.last) else one


def _told_next(scene: Scene, first: int) -> bool:
    for i in range(first, min(first + _NEXT, len(scene.tokens))):
        if i in scene.mentions and scene.mentions[i][1].type == "OUTLET":
            return False
        if scene.text(i) in _PAPERS and any(hit.row["class"] == "perfect" for hit in scene.forms.get(i - 1, ())):
            return True
    return False


_NEXT = 45  # words in which an outlet is told of again
_PAPERS = frozenset("الصحيفه الجريده المجله القناه الموقع الاذاعه المحطه اليوميه".split())
_PRESS = frozenset("الصحف الجرائد الصحافه".split())
_OF = frozenset("شركه جمعيه منظمه حركه مؤسسه نادي حزب".split())


def informed(scene: Scene, source: Place) -> Link:
    """`علمت «دنيا الملاعب» من مصادرها`: what is told something and is named in quotation marks is an outlet."""
    one = link(scene, source)
    return one if one.kind in _OUTLETS else replace(one, kind="outlet")

"""Who wrote what the page tells of: `المؤلف` behind `من تأليف سليم الناجي`, `الباحث` behind `أعدها سليم الناجي`."""

from __future__ import annotations

from dataclasses import replace

from musnad.doc import Link
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import without_and
from musnad.stages.attribution.transmitters.anaphora import before

__all__ = ["written_by"]

_WRITERS = frozenset("المؤلف المؤلفه الباحث الباحثه الكاتب الكاتبه المعد المعده الروائي الروائيه".split())
_HIS = frozenset("اعدها اعده الفه الفها كتبه كتبها وضعه وضعها اصدره لمؤلفه لمؤلفها للكاتب للمؤلف للباحث".split())
_HERS = frozenset("اعدتها اعدته الفته الفتها كتبته كتبتها لمؤلفته لمؤلفتها للكاتبه للمؤلفه للباحثه".split())
_ANYBODYS = frozenset("تاليف باعدادها باعداده اعداد بقلم".split())
_TITLES = 3  # words of a title before the name
_INITIAL = 2  # letters of a title that is cut short


def written_by(scene: Scene, source: Place, fresh: Link) -> Link:
    """A writer by his trade alone: the one whom the page named last behind a word of writing."""
    word = scene.text(source.first)
    if word not in _WRITERS or source.last != source.first + 1 or fresh.entity:
        return fresh
    theirs = _ANYBODYS | (_HERS if word.endswith("ه") else _HIS)
    for place, mention in before(scene, source.first, "PER"):
        near = range(place.first - 1, max(place.first - 2 - _TITLES, -1), -1)
        wrote = next((i for i in near if without_and(scene.text(i)) in theirs), None)
        titles = range(wrote + 1, place.first) if wrote is not None else ()
        if wrote is not None and all(_titled(scene, i) for i in titles):
            return replace(fresh, kind="person", entity=mention.entity)
    return fresh


def _titled(scene: Scene, i: int) -> bool:
    """`الدكتور`, or the `د` and the `.` of `د. سليم`."""
    return bool(scene.heads.get(i)) or len(scene.text(i)) <= _INITIAL

"""Who wrote what the page tells of: `المؤلف` behind `من تأليف سليم الناجي`, `الباحث` behind `أعدها سليم الناجي`; and
for which outlet: `محرر المجلة`."""

from __future__ import annotations

from dataclasses import replace

from musnad.doc import Link
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import without_and
from musnad.stages.attribution.transmitters.anaphora import STAFF, before
from musnad.stages.attribution.transmitters.documents import body
from musnad.stages.attribution.transmitters.kinds import link
from musnad.stages.attribution.transmitters.outlets import is_outlet

__all__ = ["outlet_of_staff", "written_by"]

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


def outlet_of_staff(scene: Scene, source: Place, fresh: Link) -> tuple[Link, ...]:
    """`المراسل السياسي للصحيفة، سامي الراوي`, `محرر المجلة سامي الراوي`: the outlet named before that he writes for."""
    found = head(scene, source)
    if fresh.kind != "person" or not fresh.entity or found is None or found.row["form"].split("|")[0] not in STAFF:
        return ()
    theirs = (i for i in range(source.first + 1, min(source.first + 4, source.last)) if is_outlet(scene, i))
    at = next((i for i in theirs if scene.text(i).startswith(("ال", "لل")) and i not in scene.mentions), None)
    outlet = link(scene, Place(at, at + 1)) if at is not None else None
    named = body(scene, Place(at, at + 1), outlet) if at is not None and outlet is not None else None
    return (named,) if named is not None and outlet is not None and named.entity != outlet.entity else ()

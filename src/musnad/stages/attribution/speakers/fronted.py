"""The outlet that a clause begins with: `وفي تصريح لإذاعة X، قال …`, `وفي صحيفة X، كتب …`, `صحيفة X، حيث نشر …`."""

from __future__ import annotations

import re

from musnad.stages.attribution.chains.led_to import GOES
from musnad.stages.attribution.cues.opening import Opening, strong
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.nouns.units import talking
from musnad.stages.attribution.page.government import WRITING
from musnad.stages.attribution.page.scene import CLOSING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, without_and
from musnad.stages.attribution.speakers.told_through import behind_medium
from musnad.stages.attribution.transmitters.outlets import (
    PROGRAMMES,
    SCREENS,
    favoured,
    in_outlet,
    is_outlet,
    outlet_at,
    outlet_end,
)

__all__ = ["fronted_outlet", "outlet_behind", "tells_whom"]

_IN = frozenset("في وفي ففي خلال وخلال عبر وعبر علي وعلي من ومن".split())
_FROM = frozenset("من الي في عند ومن والي وفي".split())
_NOT = frozenset("لم لا لن قد".split())
_REACH = 22  # words that a fronted medium with its outlet takes


def fronted_outlet(scene: Scene, edge: int, lo: int) -> tuple[Place, ...]:
    """The outlet before the clause whose first token is `edge`, in a sentence from `lo` on; empty where none is."""
    while edge - 1 > lo and scene.text(edge - 1) in _NOT:
        edge -= 1  # `في مقابلة مع قناة X، لم يستبعد الرئيس`
    closed = scene.text(edge - 1) in COMMAS
    first = lo + (scene.text(lo) in "•●▪■*-–")
    first += scene.text(first) in {"اما", "واما"}  # `أما في «الضفة» فكتب`
    if closed and talking(scene, first):
        place = outlet_at(scene, first + 1, edge)  # `متحدثا إلى قناة X، قال`
        return (place,) if place is not None and place.last + 1 == edge else ()
    for i in range(max(lo, edge - _REACH), edge - 2):
        if scene.text(i) not in _IN or not (closed or i <= first):
            continue
        shown = in_outlet(scene, i, edge) if scene.text(i + 1) in SCREENS | PROGRAMMES else None
        if shown is not None and shown.last + closed == edge:
            return (shown,)  # `وعلى صفحات «الضفة»، يرى`, `ومن على شاشة «المشهد»، قال`
        if i + 1 in scene.media:
            spoken = closed or any(hit.row["kind"] == "speech" for hit in scene.media[i + 1])
            found = (
                (spoken and outlet_at(scene, j, edge)) or in_outlet(scene, j, edge) or favoured(scene, j, edge)
                for j in range(i + 2, edge - 1)
            )
            place = next((place for place in found if place), None) or behind_medium(scene, i + 2, edge)
            return (place,) if place is not None and (closed or place.last == edge) else ()
        place = in_outlet(scene, i, edge) or _column(scene, i, edge) if i <= first else None
        if place is not None:
            return (place,) if place.last + closed == edge else ()
    return _asked(scene, edge, lo) or _where(scene, edge, lo) or _ran(scene, edge, lo)


def outlet_behind(scene: Scene, end: int, hi: int) -> tuple[Place, ...]:
    """`قال المدرب إنه سيرحل، في مقابلة مع قناة X.`, `نفى ذلك للموقع نفسه`: behind what was said, from token `end` on,
    the outlet told."""
    denied = scene.text(end - 1) in _IT
    if denied and scene.text(end).startswith("لل"):
        place = outlet_at(scene, end, hi)
        return (place,) if place is not None else ()
    end += scene.text(end) in COMMAS
    if (
        scene.text(end) not in _THERE
        or end + 1 not in scene.media
        or not (denied or scene.text(end - 1) in {*COMMAS, *CLOSING})
    ):
        return ()
    told = (outlet_at(scene, j, hi) for j in range(end + 2, min(end + 5, hi)))
    place = next((place for place in told if place), None) or behind_medium(scene, end + 2, hi)
    return (place,) if place is not None else ()


_IT = frozenset("ذلك الخبر الامر".split())
_THERE = frozenset("في خلال ضمن".split())


def _column(scene: Scene, i: int, edge: int) -> Place | None:
    """`ففي «الضفة»، كتب سامي الراوي أن`: the quoted name that a columnist writes in."""
    quoted = scene.quotations.get(i + 1) if scene.is_name(i + 1) else None
    writes = any(hit.row["lemma"] in WRITING for hit in scene.forms.get(edge, ()))
    return quoted[0] if quoted is not None and writes else None


def _asked(scene: Scene, edge: int, lo: int) -> tuple[Place, ...]:
    """`وردا على سؤال لـ«الضفة»، قال …`: the outlet that asked."""
    for i in range(max(lo, edge - _REACH), edge - 2):
        if scene.text(i) in _QUESTIONS and scene.text(i - 1) in {"علي", "عن"}:
            place = outlet_at(scene, i + 1, edge)
            return (place,) if place is not None and edge - place.last <= 1 else ()
    return ()


_QUESTIONS = frozenset("سؤال سؤالين اسئله استفسار استفسارات".split())


def _ran(scene: Scene, edge: int, lo: int) -> tuple[Place, ...]:
    """`نشرت صحيفة X تقريرا ذكرت فيه مراسلتها أن`, `بثت قناة X مقابلة أوضح فيها الوزير أن`: the outlet that ran it."""
    if scene.text(edge + 1) not in {"فيه", "فيها"}:
        return ()
    ran = (i + 1 for i in range(max(lo, edge - _REACH), edge - 2) if _RUNS.fullmatch(scene.text(i)))
    first = next((i for i in ran if is_outlet(scene, i)), edge)
    end = outlet_end(scene, first, edge) if first < edge else edge
    return (Place(first, end),) if first < end <= edge else ()


_RUNS = re.compile(r"و?(?:نشرت?|بثت?|اوردت?|اذاعت?|عرضت?|اجرت|اجري)")


def _where(scene: Scene, edge: int, lo: int) -> tuple[Place, ...]:
    """`نبدأ من صحيفة «الضفة»، حيث نشر سامي الراوي مقالا رأى فيه أن`, `نختم مع الكاتب سامي الراوي في «الضفة»، إذ يرى`:
    the outlet right before `حيث` or `إذ`."""
    where = next((k for k in range(edge - 1, max(lo, edge - 6), -1) if scene.text(k) in {"حيث", "اذ"}), None)
    if where is None or scene.text(where - 1) not in COMMAS:
        return ()
    for i in range(max(lo, where - 8), where - 1):
        led = scene.text(i - 1) in _FROM  # and no `ضمن برنامج «مسارات»، حيث`
        quoted = scene.quotations.get(i) if without_and(scene.text(lo)) in GOES and scene.is_name(i) else None
        if led and quoted is not None and quoted[0].last == where - 1:
            return (quoted[0],)
        if led and is_outlet(scene, i) and noun_phrase(scene, i, where) == where - 1:
            return (Place(i, where - 1),)
    return ()


def tells_whom(scene: Scene, opening: Opening, told: Opening) -> bool:
    """`وبحسب «المرفأ»، فقد ذكر الوزير أن`: what the one tells is that the other said it, and no more."""
    if opening.begins is None or opening.source is None or told.way != "verb" or told.begins is None:
        return False
    if told.row["statement"] != "yes" or not strong(scene, told.begins):
        return False
    if told.row["stance"] == "believes" and not is_outlet(scene, opening.source.first):
        return False  # `بحسب سفير عربي، فإن واشنطن تعتبر الموعد «الفرصة الأخيرة»`: what it thinks is in what he says
    first = scene.index(opening.begins)
    between = range(first, told.edge)
    return told.edge >= first and all(scene.text(j) in {"قد", "فقد", "وقد"} for j in between)

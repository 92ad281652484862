"""Pictures that somebody shows and what is said of them: `تداول ناشطون صورا قالوا إنها لـ…`, `مقطعا قيل إنه`."""

from __future__ import annotations

import re

from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS

__all__ = ["said_of_it", "shower"]

_SHOWN = frozenset(
    "صورا صور صوره مقطعا مقطع مقاطع فيديو فيديوهات مشاهد لقطات تسجيلا تسجيل تسجيلات وثائق وثيقه خريطه خرائط منشورا"
    " بيانا رساله لائحه قائمه قوائم شريطا".split()
)
_SHOWS = re.compile(r"[وف]?[يت]?(?:تداول|تناقل|نشر|بث|عرض|شارك|اذاع|وزع|اظهر|سرب)(?:ت|وا|ون)?")
_ITSELF = frozenset("انه انها انهم بانه بانها".split())
_SAID = ("قال", "قيل", "زعم", "ادّعى", "أكّد", "ذكر")


def said_of_it(scene: Scene, i: int) -> bool:
    """Whether the verb at i only shows something of which another verb, right behind it, tells."""
    if not _SHOWS.fullmatch(scene.text(i)):
        return False
    for j in range(i + 1, min(i + 12, len(scene.tokens) - 1)):
        if scene.text(j) in COMMAS or scene.text(j) == ".":
            return False
        said = any(hit.row["lemma"] in _SAID and hit.row["class"] != "noun" for hit in scene.forms.get(j, ()))
        if said and scene.text(j + 1) in _ITSELF:
            return any(scene.text(k) in _SHOWN for k in range(i + 1, j))
    return False


def shower(scene: Scene, i: int, lo: int) -> Place | None:
    """Who shows what the verb at i tells of: `تداول ناشطون صورا قالوا إنها`, `الجيش بث مشاهد قال إنها`."""
    if scene.text(i + 1) not in _ITSELF or scene.text(i)[:1] in "وف":
        return None
    thing = next((j for j in range(i - 1, max(lo, i - 5), -1) if scene.text(j) in _SHOWN), None)
    if thing is None or any(scene.text(j) in COMMAS for j in range(thing, i)):
        return None
    at = next((j for j in range(thing - 1, max(lo, thing - 9) - 1, -1) if _SHOWS.fullmatch(scene.text(j))), None)
    if at is None:
        return None
    place = Place(at + 1, thing)
    if place.last > place.first:
        place = Place(place.first, noun_phrase(scene, place.first, thing))
    else:
        first = next((s for s in range(lo, at) if noun_phrase(scene, s, at) == at), at)
        place = Place(first, at)
    return place if place.last > place.first and can_speak(scene, *place) else None

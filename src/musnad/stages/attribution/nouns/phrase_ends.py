"""What ends a noun phrase or opens it again, whatever it has held so far."""

from __future__ import annotations

from functools import cache

from musnad.stages.attribution.cues.occasions import breaks_off
from musnad.stages.attribution.nouns.hearers import hearer
from musnad.stages.attribution.nouns.modifiers import (
    another_body,
    body_at,
    counts,
    governing,
    in_region,
    outlet_told,
    purpose,
)
from musnad.stages.attribution.nouns.offices import before_name
from musnad.stages.attribution.nouns.phrase_starts import hangs
from musnad.stages.attribution.nouns.qualities import object_of_it
from musnad.stages.attribution.nouns.units import counted, talking
from musnad.stages.attribution.nouns.within import ISSUED, its_preposition, within_body
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import ON_THIS, role, with_ba
from musnad.stages.attribution.speakers.beside_verb import circumstance
from musnad.text import fold

__all__ = ["ends_it", "past_it", "reopened"]

_FOR = {"باسم", "باعمال", "بمهام"}  # `القائم بأعمال [رئيس الهيئة]`


def past_it(scene: Scene, first: int, i: int, governed: frozenset[str], *, closed: bool) -> bool:
    """A time, whom it was said to, whom a verb of demanding addresses, what it governs: no part of the phrase."""
    ba = "ب" in governed and with_ba(scene, i) and i in scene.mentions
    if ba and not (in_region(scene, i) or before_name(scene, i) or within_body(scene, first, i, i + 8)):
        return True  # `وعد الوزير بطرح مناقصة`, `اتهم المدرب برفع`: no name
    return (
        scene.text(i) in ON_THIS
        or talking(scene, i)
        or (scene.text(i) == "علي" and scene.text(i + 1) == "لسان")
        or i in scene.times
        or breaks_off(scene, i)
        or hearer(scene, first, i)
        or circumstance(scene, i) > 0
        or ("obj" in governed and ((closed and body_at(scene, i)) or outlet_told(scene, first, i)))
    )


def ends_it(scene: Scene, first: int, i: int, stop: int, governed: frozenset[str], *, bare: bool) -> bool:
    """Whether what the verb beside the phrase governs begins at token i; `bare`: the phrase is closed and no name."""
    text = scene.text(i)
    object_there = "obj" in governed and bare and object_of_it(scene, first, i, stop)
    if text.startswith("ال") and (object_there or counted(scene, i - 1)):
        return True
    if "ب" in governed and text not in _FOR and with_ba(scene, i):
        own = governing(scene, i - 1, stop) or in_region(scene, i) or before_name(scene, i)
        return not (own or bool(scene.nations.get(i)) or within_body(scene, first, i, stop))
    if text not in _folded(governed):  # `تمنى الوزير للمنتخب التوفيق`
        return "ل" in governed and text[:2] == "لل" and text != "للشؤون" and scene.text(i - 1) != "العام"
    shared = text == "من" and counts(scene, i - 1)  # `شكا عدد من السكان`
    shared = shared or (text == "عن" and scene.text(i - 1) in ISSUED)  # `أفاد بيان صادر عن الوزارة بأن`
    return not (shared or its_preposition(scene, first, i))


def reopened(scene: Scene, i: int) -> bool:
    """Whether the word before token i leaves the phrase open: a preposition, one written on it, `باسم`, a purpose."""
    word = scene.text(i - 1)
    if role(word) == "preposition" or word in _FOR:
        return True
    if word[:1] == "و":
        return another_body(scene, i - 1)
    if word[:1] not in {"ب", "ل", "ك"}:
        return False
    tied = hangs(scene, i - 1) or governing(scene, i - 2) or (with_ba(scene, i - 1) and i in scene.mentions)
    return (tied and not word.startswith(("لل", "بال"))) or purpose(scene, i - 1)


@cache
def _folded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(fold, words))

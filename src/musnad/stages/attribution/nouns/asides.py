"""When, where, in what or to whom something was said, between a speaker and the أن behind him."""

from __future__ import annotations

from musnad.stages.attribution.cues.occasions import occasion
from musnad.stages.attribution.nouns.hearers import hearer
from musnad.stages.attribution.nouns.modifiers import own_words, said_again
from musnad.stages.attribution.nouns.title_marks import named
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import (
    COMMAS,
    ON_THIS,
    role,
    without_and,
)

__all__ = ["aside", "charged"]


def aside(scene: Scene, first: int, j: int) -> bool:
    """When, where, in what or to whom it was said."""
    text = scene.text(j)
    if (
        text in ON_THIS
        or said_again(scene, j)
        or own_words(scene, j)
        or j in scene.times
        or hearer(scene, first, j)
        or role(text) in ("adverb", "during")
        or (text == "الي" and scene.text(j + 1) == "الاذهان")  # `أعاد لافيت إلى الأذهان أن`
        or occasion(scene, j) > j
    ):
        return True
    further = j + 1
    if j in scene.media and text.endswith(("ه", "ها", "هم")) and role(scene.text(j - 1)) != "preposition":
        return True  # `ختم سليم تغريداته قائلا`
    if text in OPENING and j in scene.quotations and not (scene.is_name(j) or named(scene, j)):
        return True
    if j in scene.phrases:
        return True  # `اتحاد الملاك، بحسب رئيسه، أن`
    if text in COMMAS:
        apart = role(scene.text(further)) in ("during", "relative")  # `، الذي أجرى العملية، أن`
        told = scene.text(further) == "الي" and (scene.text(further + 1) in OPENING or further + 1 in scene.mentions)
        return apart or told or scene.text(further) in _MEDIA or further in scene.times or further in scene.phrases
    if text == "علي" and charged(scene, j - 1):
        return False  # `المشرف العام على البرنامج الأستاذ سليم الناجي أن`
    return text in _MEDIA and (
        further in scene.media or further in scene.times or role(scene.text(further)) == "demonstrative"
    )


def charged(scene: Scene, j: int) -> bool:
    word = scene.text(j - 1 if scene.text(j).startswith("العام") else j)
    return without_and(word).startswith(("المشرف", "القائم", "المسؤول"))


_MEDIA = frozenset("في خلال عبر ضمن عقب بعد قبل اثناء لدي علي بحضور ردا تعليقا حول عن".split())

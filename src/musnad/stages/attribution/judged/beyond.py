"""What a search for the predicate passes over: names, times, quoted names, brackets and signs."""

from __future__ import annotations

from musnad.stages.attribution.judged.spoken import NOT
from musnad.stages.attribution.judged.verbhood import told
from musnad.stages.attribution.page.scene import CLOSING, OPENING, Scene
from musnad.stages.attribution.page.words import COMMAS
from musnad.verbs import verb

__all__ = ["beyond"]

_BLESSED = frozenset("رحمه رحمها حفظه حفظها حفظهما رعاه وفقه وفقها ايده سلمه".split())


def beyond(scene: Scene, i: int, first: int, last: int) -> int | None:
    """The token behind a name, a time, a quoted name, a bracket or a sign at i; None for a word to be read."""
    if scene.text(i + 1) == "الله" and scene.text(i) in _BLESSED:
        return i + 2
    if i in scene.mentions and scene.text(i) not in NOT and not _mistaken(scene, i, first):
        return scene.mentions[i][0].last
    if i in scene.times and i > first:
        return scene.times[i].last
    if i in scene.quotations and scene.is_name(i) and not told(scene, i + 1) and scene.quotations[i][0].last < last:
        return scene.quotations[i][0].last
    word = scene.text(i)
    if word == "(":
        return next((k + 1 for k in range(i, min(i + 12, last)) if scene.text(k) == ")"), i + 1)
    if word in OPENING or word in CLOSING or word in COMMAS or not word.isalpha():
        return i + 1 if word not in {".", "؛", "؟"} else None
    return None


_PLURALS = frozenset("قري بلدات مدن احياء مخيمات مناطق محافظات سفن".split())


def _mistaken(scene: Scene, i: int, first: int) -> bool:
    """A word that can only be a verb, taken for a name behind a title (`الحارس باع أرضه`) or a plural (`قرى خلت`)."""
    found = verb(scene.text(i))
    rule, before = scene.mentions[i][1].rule, scene.text(i - 1).removeprefix("ال")
    guessed = rule.endswith(":role") or (rule.endswith(":apart") and before in _PLURALS)
    guessed = guessed and not scene.text(i).startswith("سا")  # سامر
    return i > first and guessed and found is not None and not found.alike and bool(found.row)

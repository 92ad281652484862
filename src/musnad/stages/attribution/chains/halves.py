"""Headlines with two halves: `النواب يهددون بالاستقالة والحكومة تطلب مهلة`, each with its own subject and verb."""

from __future__ import annotations

from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that
from musnad.verbs import verb

__all__ = ["second_half"]

_AT_LEAST = 3  # words that the first half takes
_LONG = 6  # words that the second half's subject takes


def second_half(scene: Scene, first: int, last: int) -> int | None:
    """The token, و with a subject written on it, at which a headline's second half begins; None where it has one."""
    acts = next((i for i in range(first + 1, last) if _acts(scene, i) or scene.text(i) == ":"), None)
    if acts is not None and scene.text(acts) == ":" and not can_speak(scene, first, acts):
        return second_half(scene, acts + 1, last)  # `جلسة الثلاثاء: وزراء يلوحون بالاستقالة والرئيس يطلب مهلة`
    if acts is None or scene.text(acts) == ":":
        return None
    colon = next((i for i in range(acts, last) if scene.text(i) == ":"), last - 1)  # behind it another tells both
    at_once = acts == first + 1 and not scene.text(first).startswith("ال")  # `سكان يشتكون والبلدية تنفي الخبر`
    for i in range(max(first + _AT_LEAST - at_once, acts + 1), min(colon, last - 1)):
        if (end := _subject(scene, i, last)) is not None and _tells(scene, i, end, first):
            return i
    return None


def _acts(scene: Scene, i: int) -> bool:
    """Whether token i is a verb in the present or the future, with nothing written before it: `يهددون`, `ستغلق`."""
    found = verb(scene.text(i))
    noun = scene.in_name(i) or bool(scene.heads.get(i)) or scene.written(i).endswith("ة")
    present = found is not None and found.tense in ("imperfect", "future")
    present = present or any(hit.row["class"] == "imperfect" for hit in scene.forms.get(i, ()))
    return present and not noun and scene.text(i)[0] not in "وف"


def _subject(scene: Scene, i: int, last: int) -> int | None:
    """Where the subject ends that و joins at token i: a name, somebody's head noun, a definite noun; else None."""
    if scene.text(i) == "و" and i + 1 in scene.quotations and scene.is_name(i + 1):
        return scene.quotations[i + 1][0].last  # `و«أوبك» تحذر`
    if scene.text(i)[:1] != "و" or scene.text(i - 1) in COMMAS or _verb(scene, i):
        return None
    if i in scene.mentions:
        place, mention = scene.mentions[i]
        own = scene.doc.source[mention.span.start] != "و"
        return place.last if own else None
    behind = any(hit.start > scene.tokens[i].start for hit in scene.heads.get(i, ()))
    if behind or (scene.text(i).startswith("وال") and not scene.text(i).endswith("ين")):
        end = noun_phrase(scene, i, min(last, i + _LONG), hung=True)
        return max(end, i + 1)
    return None


def _verb(scene: Scene, i: int) -> bool:
    return any(hit.row["class"] != "noun" for hit in scene.forms.get(i, ()))


def _tells(scene: Scene, i: int, end: int, first: int) -> bool:
    """Whether a verb of one subject, or a colon, stands behind the phrase [i, end): not `بين مصر والسودان يعود`."""
    if scene.text(end) == ":":
        return not any(is_that(scene, k) for k in range(first, i)) and end > i
    if not _acts(scene, end) or scene.text(end).endswith(("ان", "تان")):
        return False
    joined = scene.text(i - 1) in _BETWEEN or scene.text(i - 2) in _BETWEEN
    that = next((k for k in range(i - 1, first, -1) if is_that(scene, k)), None)
    whole = that is None or i - that > 2
    return whole and not joined and Place(i, end).last > i


_BETWEEN = frozenset("بين كل كلا كلتا".split())

"""Whether a noun phrase can begin at a word."""

from __future__ import annotations

from musnad.stages.attribution.nouns.heads import about_so_many, past_share
from musnad.stages.attribution.nouns.modifiers import for_a_deed, further_verb
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import foreign, is_that, led, role, with_ba

__all__ = ["THESE", "hangs", "starts_phrase"]

THESE = frozenset({"هذا", "هذه", "هؤلاء", "تلك", "وهذه", "وهذا"})

_I = frozenset("اؤكد اتمني اعتقد اظن اقول اشعر اري اود ارجو اشكر اطالب اتوقع اشير اهنئ اقترح احب".split())
_PARTICLES = frozenset(
    "يا ل ب ك و نحن كثب معه معها معهم معنا اليه اليها اليهم الينا علينا عنه عنها عنا منا لديه لديها خلاله خلالها فيه "
    "فيها هل كيف لماذا ماذا عما عمن مما ممن فيما".split()
)


def starts_phrase(scene: Scene, i: int) -> bool:
    """Whether a noun phrase can begin at token i."""
    text = scene.text(i)
    if text in _PARTICLES or further_verb(scene, i) or for_a_deed(scene, i):
        return False
    if text in _I and scene.written(i)[0] == "أ":
        return False  # `قال أؤكد أن`
    if i in scene.mentions:
        # `لروسيا`, `بموسكو`: a preposition is written on the name
        return scene.mentions[i][1].span.start == scene.doc.span(*scene.tokens[i][:2]).start
    if text in OPENING:
        return scene.is_name(i)
    what = role(text)
    if what == "place" and scene.written(i).startswith("أ"):
        return False  # `أمام` is no `إمام`
    if i in scene.heads and what != "called" and any(hit.start == scene.tokens[i].start for hit in scene.heads[i]):
        return i not in scene.times
    if (text in THESE and scene.text(i + 1).startswith("ال")) or about_so_many(scene, i):
        return True
    if i in scene.times:
        return False
    if not text or not (text[0].isalpha() or text[0] == "@"):
        return text.isdigit() or past_share(scene, i) > i
    if what not in ("", "quantifier") or is_that(scene, i):
        return False
    return not (hangs(scene, i) or (with_ba(scene, i) and not foreign(scene, i)))


def hangs(scene: Scene, i: int) -> bool:
    """Whether a preposition is written on token i (`بالقول`, `للموقع`, `لصحيفة`)."""
    text = scene.text(i)
    if text[:1] not in ("ب", "ل", "ك"):
        return False
    if i in scene.heads:
        starts = [hit.start - scene.tokens[i].start for hit in scene.heads[i]]
        if 0 in starts:
            return False
        if 1 in starts and text[0] != "ك":
            return True
    return (text.startswith(("بال", "لل", "كال")) and len(text) > 4) or (text[0] == "ب" and led(scene, i))

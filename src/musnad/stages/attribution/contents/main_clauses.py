"""Where a main clause goes on behind the clause that a cue stands in: `بينما أكدت الشركة …، هرع السكان`."""

from __future__ import annotations

from musnad.stages.attribution.contents.voice import REACTIONS
from musnad.stages.attribution.cues.opening import Opening
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import COMMAS, finite, is_that, role, without_and
from musnad.verbs import verb

__all__ = ["main_goes_on", "met_with", "then"]


def met_with(scene: Scene, opening: Opening, first: int, i: int) -> bool:
    """`أثارت الوثائق التي تظهر تورطه غضبا واسعا`: the object of a verb whose subject the cue is told of."""
    if i <= first + 1 or not scene.text(i).startswith(REACTIONS):
        return False
    lo = max(scene.sentence_start(opening.at), opening.at - _SUBJECT)
    ahead = any(scene.text(j).removeprefix("و") in _RAISED for j in range(lo, min(opening.at, opening.edge)))
    return ahead and (opening.way == "noun" or role(scene.text(opening.at - 1)) == "relative")


_SUBJECT = 6  # words from such a verb to the cue
_RAISED = frozenset("اثار اثارت لاقي لاقت لقي لقيت احدث احدثت سبب سببت".split())


def main_goes_on(scene: Scene, opening: Opening, k: int) -> bool:
    """Whether behind a comma, at token k, stands what the sentence turns on."""
    return _conceded(scene, opening, k) or _main_behind(scene, opening, k) or _its_noun_does(scene, opening, k)


def _conceded(scene: Scene, opening: Opening, k: int) -> bool:
    """`رغم تأكيد الإدارة أن المسبح آمن، فإن الأهالي`: the main clause behind what somebody says all the same."""
    ahead = {scene.text(opening.at - 1), scene.text(opening.at - 2), without_and(scene.text(opening.at - 1))}
    if not ahead & _DESPITE:
        return False
    word = scene.text(k)
    return (word[:1] == "ف" and is_that(scene, k)) or word == "فقد" or (word == "الا" and scene.text(k + 1)[:2] == "ان")


_DESPITE = frozenset("رغم ورغم الرغم برغم".split())


def _its_noun_does(scene: Scene, opening: Opening, k: int) -> bool:
    """`الخطة التي أعلن الوزير عن إطلاقها أمس، حققت نجاحا`: what a noun does that the cue's relative clause is on."""
    lo, relative = scene.sentence_start(opening.at), min(opening.at, opening.edge) - 1
    if role(scene.text(relative)) != "relative" or scene.text(relative - 1) in COMMAS or not finite(scene, k):
        return False
    begun = any(finite(scene, j) or j in scene.forms or is_that(scene, j) for j in range(lo, relative))
    return not begun and scene.text(k)[0] not in "وف"


def then(scene: Scene, opening: Opening, i: int) -> bool:
    """`وإن كان النظام يعتقد أنه قوي فلن يتمكن`: what holds all the same, behind a condition that the cue stands in."""
    if scene.text(i) not in _THEN:
        return False
    near = range(max(opening.at - 5, 1), opening.at)
    return any(scene.text(j) in {"كان", "كانت", "كانوا"} and scene.text(j - 1) in _IFS for j in near)


_THEN = frozenset("فلن فلم فلا فهذا فان فانه فانها فانهم فهو فهي فقد فليس فلماذا فكيف".split())
_IFS = frozenset("وان ان اذا واذا لئن ولئن فان فاذا".split())


def _main_behind(scene: Scene, opening: Opening, k: int) -> bool:
    """`بينما أكدت الشركة أن الخزان آمن، هرع السكان`: the main clause's verb behind a clause of time or contrast."""
    lo, first = scene.sentence_start(opening.edge), min(opening.edge, opening.at)
    near = (scene.text(j) for j in range(max(lo, first - 3), first))
    ahead = [word if word == "فيما" else without_and(word) for word in near]
    fronted = (len(ahead) < 3 or ahead[0] in {"في", "وفي"}) and (
        ahead[-1:] == ["ان"] or bool(set(ahead[-1:]) & _FRONTING)
    )
    within = _told_within(scene, lo, opening)
    fronted = (fronted and bool(set(ahead) & _FRONTING)) or _fronted(scene, lo, first)
    if not (within or fronted) or not scene.text(k).isalpha() or scene.text(k)[0] in "وف":
        return False
    if scene.text(k) in {"لم", "لن", "قد"}:
        return True
    found, whole = verb(scene.text(k)), scene.text(k + 1)
    if within and found is not None and (not found.alike or role(whole) == "preposition"):
        return not scene.in_name(k)  # `…، ستغلق`, `…، نقل إلى السجن`
    subject = whole.startswith("ال") or k + 1 in scene.heads or k + 1 in scene.mentions
    bare = not scene.text(k).startswith("ال") and not scene.heads.get(k) and not scene.written(k).endswith("ة")
    acts = found is not None and found.tense in ("perfect", "imperfect") and (subject or not found.alike)
    if fronted and _without_verb(scene, scene.index(opening.begins or 0), k):
        return False
    return bare and not scene.in_name(k) and (acts or (subject and len(scene.text(k)) == 3 and not role(scene.text(k))))


def _without_verb(scene: Scene, first: int, k: int) -> bool:
    """`فيما أكد المدير أن القسم الذي احترق، أعيد بناؤه`: a clause that has but a relative's verb up to token k."""
    relatives = [j for j in range(first + 1, k) if role(scene.text(j)) == "relative"]
    if not relatives or not is_that(scene, first - 1):
        return False
    return not any(finite(scene, j) and j - 1 not in relatives for j in range(first, k))


def _fronted(scene: Scene, lo: int, first: int) -> bool:
    """`وبعد أن كان الوزير أعلن عزمه`, `في الوقت الذي أعلنت`: a clause of time that its sentence begins with."""
    for j in range(first - 1, max(lo, first - _NEAR) - 1, -1):
        word = scene.text(j)
        begun = without_and(scene.text(j - 1))
        if (word == "ان" and begun in {"بعد", "منذ"}) or (word == "الذي" and begun == "الوقت"):
            return j - lo <= 2
        if word in COMMAS or is_that(scene, j) or role(word) == "relative" or j in scene.forms:
            return False
        if finite(scene, j) and word not in {"كان", "كانت", "كانوا"}:
            return False
    return False


_NEAR = 9  # words of such a clause up to its cue


def _told_within(scene: Scene, lo: int, opening: Opening) -> bool:
    """`المتهم، الذي نفى التهم، عاد`, `ورغم تصريحات الوزير التي نفى فيها …`: in a relative clause of what a clause
    begins with, before that clause's own verb."""
    if role(scene.text(opening.at - 1)) != "relative":
        return False
    opens = (j + 1 for j in range(lo, opening.at) if scene.text(j) in {*OPENING, ":"} or is_that(scene, j))
    return not any(finite(scene, j) for j in range(max(opens, default=lo), opening.at))


_FRONTING = frozenset("بينما فيما واذ ولما لما بعدما حين حينما عندما ومع مع رغم ورغم الرغم وسط".split())

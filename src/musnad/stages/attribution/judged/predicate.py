"""The predicate that a content's main clause turns on: its first verb behind the subject, or none.

A word that is spelt as a noun too (`نقل`) is a verb only where the phrase before it is whole, or where no other
predicate is to be seen; a relative clause's verb is not the main one, and neither is one behind an indefinite noun
(`وفدا يمثل …`) where a verb follows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from musnad.stages.attribution.judged.beyond import beyond
from musnad.stages.attribution.judged.negation import (
    IS_NOT,
    LEST,
    MEASURES,
    NEGATIONS,
    all_but,
    asserts,
    set_against,
    still,
)
from musnad.stages.attribution.judged.predicate_ahead import (
    DONE,
    RELATIVES,
    STOPS,
    closes,
    if_not,
    past_aside,
    past_relative,
    said_of,
    verb_next,
    without,
)
from musnad.stages.attribution.judged.predicative import (
    HE,
    adjective,
    definite,
    equals,
    indefinite,
    set_off,
    worthy,
)
from musnad.stages.attribution.judged.relatives import OFTEN, WAS, happens, to_do, whoever
from musnad.stages.attribution.judged.spoken import spoken
from musnad.stages.attribution.judged.verbhood import may_be, verb_here
from musnad.stages.attribution.judged.verbhood import verbal as verbal_at
from musnad.stages.attribution.page.deeds import DEEDS
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import COMMAS, next_comma, role
from musnad.text import fold
from musnad.verbs import Verb, verb

__all__ = ["Predicate", "predicate"]


class Predicate(NamedTuple):
    """`tense`: perfect, imperfect, future, none (a nominal sentence); `at` is its token.

    `was`: كان stands before it; `perhaps`: قد before an imperfect.
    """

    tense: str
    at: int
    negated: bool = False
    was: bool = False
    perhaps: bool = False
    row: Mapping[str, str] = {}


_THERE = frozenset("هناك ثمه لدي لديه لديها لدينا لديهم".split())
_HAS = frozenset("له لها لهم لهما لديه لديها لديهم".split())
_BECAME = frozenset("صار صارت بات باتت اصبح اصبحت كان كانت".split())
_THIS = frozenset("هذا هذه ذلك تلك".split())
_STANDS = {"now": "state"}
_ENDS = frozenset({".", "؛", "؟"})


def predicate(scene: Scene, first: int, last: int, *, verbal: bool | None = None) -> Predicate:
    """The predicate of the clause at tokens [first, last). `verbal`: whether a verb can be its first word."""
    i, inner, was = first, 0, False  # inner: relative clauses whose verb is still to come
    whole = said = False  # the phrase before this token, and that before the last one, can stand as a subject
    noun: Predicate | None = None  # stands where no verb follows in its clause
    alike: Predicate | None = None  # a past that may be a noun: where no verb and no sure predicate noun is found
    dim: Predicate | None = None  # a noun that may be the predicate: where nothing else is found
    while i < last:
        word = scene.text(i)
        if noun is not None and closes(scene, i):
            break
        if word in NEGATIONS and not inner and (at := set_off(scene, i, first, said)):
            return Predicate("none", at)
        if noun is not None and word in NEGATIONS and role(scene.text(i - 1)) == "preposition":
            i += 1
            continue  # `أفضل من لا شيء`
        if (after := beyond(scene, i, first, last)) is not None:
            whole = whole or (word not in COMMAS and not word.isdigit())
            i = after
            continue
        if (past := past_relative(scene, i, first)) is not None:
            whole, i = True, past
            continue
        if word in RELATIVES or whoever(scene, i, first) or to_do(scene, i, first):
            if scene.text(i - 1) in COMMAS:
                i = next_comma(scene, i, last) + 1
                continue
            inner += 1
        elif word in _ENDS:
            break
        elif i > first and not inner and (word in STOPS or if_not(scene, i) or without(scene, i)):
            if (past := past_aside(scene, i, last)) is None:
                break
            i = past
            continue
        elif word in WAS and not inner:
            was = True
            if scene.written(i + 1).endswith(("ة", "ا", "اً", "راء", "ضاء", "داء")) and verbal_at(scene, i + 1) is None:
                return Predicate("none", i + 1, was=True)
        else:
            sure = noun is None and (whole or was or verb_next(scene, i, first) or (verbal is True and i == first))
            found = _turns(scene, i, first, last, sure, i == first and verbal is None)
            found = found if i > first or verbal is not False or _can_begin(scene, i, found) else None
            if found is not None and not inner and _of_a_thing(scene, i, first, found):
                i = found.at  # `بحاجة إلى قانون يحميهم`
            elif found is not None and inner:
                inner, i = inner - 1, found.at + 2 * (scene.text(found.at + 1) == "ان")  # `الذي يمكن أن يشمل`
            elif found is not None and noun is None and _of_indefinite(scene, i, first, found):
                noun = found
            elif found is not None and (noun is None or said_of(scene, i, first)):
                return found._replace(was=was)
            elif not inner:
                noun = noun or _nominal(scene, i, first, whole or worthy(scene, i, first), was)
                alike = alike or _maybe(scene, i, first)
                dim = dim or (Predicate("none", i) if whole and i > first and indefinite(scene, i) else None)
        said, whole = whole, definite(scene, i) or (i == first + 1 and happens(scene, first))
        i += 1
    best = noun or alike or dim or Predicate("perfect" if was else "none", first)
    return best._replace(was=was)


def _can_begin(scene: Scene, i: int, found: Predicate | None) -> bool:
    """Whether a verb can stand right behind `أن`: a negated or a present one, and none behind `إن`."""
    if found is None:
        return False
    if found.negated or found.tense == "none":
        return True
    if role(scene.text(i - 1)) == "preposition":
        return False  # `حذر من تلف الأدوية`
    nothing_before = not scene.written(i - 1).lstrip("وفب").startswith("إ")
    noun = DEEDS.get(scene.text(i)) is not None  # `أكدت نفوق مئة رأس`
    return nothing_before and not noun and found.tense == "imperfect" and scene.text(i)[:1] in "يتنا"


def _maybe(scene: Scene, i: int, first: int) -> Predicate | None:
    found = may_be(scene, i, first)
    return Predicate(found.tense, i, row=found.row) if found else None


def _of_indefinite(scene: Scene, i: int, first: int, found: Predicate) -> bool:
    """`وفدا صناعيا يمثل …`: a present that may be a relative clause."""
    if found.tense != "imperfect" or found.negated or found.perhaps or i == first or scene.text(first)[:2] == "ال":
        return False
    many = i - 1 == first and scene.written(first).endswith(("ين", "ون"))  # `مسلحين يستقلون شاحنة أطلقوا …`
    return (
        (many or scene.written(i - 1).endswith(("اً", "ا", "ة")))
        and scene.text(i - 1)[:2] != "ال"
        and _bare(scene, first)
    )


def _of_a_thing(scene: Scene, i: int, first: int, found: Predicate) -> bool:
    """`إلى قانون يحميهم`: a relative clause behind an indefinite noun that a preposition governs."""
    led = i > first + 2 and role(scene.text(i - 2)) == "preposition" and scene.text(i - 2) not in {"من", "بين"}
    return led and found.tense == "imperfect" and not found.negated and indefinite(scene, i - 1)


def _bare(scene: Scene, i: int) -> bool:
    return i not in scene.mentions and not definite(scene, i) and not role(scene.text(i))


def _turns(scene: Scene, i: int, first: int, last: int, sure: bool, shy: bool) -> Predicate | None:
    """A negation or a verb at i. `sure`: a verb's place; `shy`: a verb's place if its subject follows."""
    word = scene.text(i)
    if i == first and LEST & {scene.written(i), scene.written(max(0, i - 1))}:
        at = i + (scene.written(i) in LEST)
        found = verbal_at(scene, at)
        return Predicate("imperfect", at, negated=True, row=found.row if found else {})
    if word in IS_NOT:
        return Predicate("none", i, negated=not all_but(scene, i, last))
    if i > first and (did := _who_did(scene, i)) is not None:
        return Predicate("perfect", i + 2, row=did.row)
    if (said := spoken(scene, i, first)) is not None:
        return Predicate(
            said.tense,
            said.at,
            negated=said.negated and not all_but(scene, i, last),
            row=said.row,
        )
    if i > first and equals(scene, i):
        return Predicate("none", i)
    if word in {"سوف", "وسوف", "فسوف"}:
        found = verbal_at(scene, i + 1)
        return Predicate("future", i + 1, row=found.row if found else {})
    if word == "لم" and scene.text(i + 1) == "ولن":
        i, word = i + 1, "ولن"  # `لم ولن توقع`
    if word in NEGATIONS:
        return _negation(scene, i, last)
    if shy and any(scene.text(k) in _BECAME for k in range(i + 2, min(i + 5, last))):
        return None  # `نقل السوق صار ضرورة`
    found = verb_here(scene, i, sure, first, shy)
    if found is None or (fold(found.row.get("past", "")) == "بدا" and scene.text(i + 1)[:2] == "ان"):
        return None
    perhaps = scene.text(i - 1) in DONE and found.tense == "imperfect"
    return Predicate(found.tense, i, perhaps=perhaps, row=found.row)


def _who_did(scene: Scene, i: int) -> Verb | None:
    """`الطرف الآخر هو من قطع الطريق`, `المقاول هو الذي هدم الجدار`"""
    if scene.text(i) not in HE or scene.text(i + 1) not in {"من", "الذي", "التي", "الذين"}:
        return None
    found = verb(scene.text(i + 2))
    return found if found is not None and found.tense == "perfect" else None


def _negation(scene: Scene, i: int, last: int) -> Predicate | None:
    """What a negation at i denies; None for `لا يزال`, and for ما before no verb."""
    word, denied = scene.text(i), verbal_at(scene, i + 1)
    if still(scene, i + 1):
        near = (verbal_at(scene, k) for k in range(i + 2, min(i + 5, last)))
        goes_on = next((v for v in near if v and v.tense == "imperfect"), None)
        lasting = scene.text(i + 1).startswith("دام")
        return (
            None
            if lasting
            else Predicate("imperfect" if goes_on else "none", i + 1, row=goes_on.row if goes_on else {})
        )
    if (word == "ما" and (denied is None or scene.text(i - 1) in OFTEN)) or asserts(scene, i + 1, last):
        return None
    if word == "لا" and denied is None and set_against(scene, i):
        return None
    tense = NEGATIONS[word]
    if word == "لا" and not (denied and denied.tense == "imperfect"):
        tense = "none"
    row = denied.row if denied else {}
    measure = word == "لا" and fold(row.get("past", "")) in MEASURES
    if measure:
        return Predicate(tense, i + 1, row=_STANDS)
    return Predicate(tense, i + 1, negated=not all_but(scene, i, last), row=row)


def _nominal(scene: Scene, i: int, first: int, whole: bool, was: bool) -> Predicate | None:
    """What makes a clause nominal at i: غير, هناك, an indefinite word behind a whole phrase."""
    word = scene.text(i)
    if i == first + 1 and scene.text(first) in _THIS and indefinite(scene, i):
        return Predicate("none", i)  # `هذا قانون ظالم`
    said = whole and scene.text(i + 1)[:2] != "ال"  # `السندات غير المضمونة`: of the subject
    if word == "غير" and (said or (i == first and scene.text(i + 1)[:2] != "ان")):
        return Predicate("none", i, negated=True)
    has = (i == first and word in _THERE) or (whole and word in _HAS and scene.text(i + 1)[:1] not in ("", "و"))
    if has or ((whole or was) and adjective(scene, i, first, was)):
        return Predicate("none", i)
    return None

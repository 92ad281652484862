"""Stance and status: how the teller puts the content, and what he says has become of it.

Stance comes from the cue (or from the noun that carries the first teller's own words), bent by what
follows: `شدد على ضرورة` demands, `أكد عدم` denies. Some stances tell the status by themselves; for the
others the content does (`status`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from musnad.rules import lexicon
from musnad.stages.attribution.carriers import ROWS
from musnad.stages.attribution.frames import Frame
from musnad.stages.attribution.scene import OPENING, Scene
from musnad.stages.attribution.signs import SIGNS
from musnad.stages.attribution.status import Reading, read
from musnad.text import fold

__all__ = ["JUDGEMENTS", "SIGNS", "Judgement", "judge"]

JUDGEMENTS = lexicon("attribution/judgements")


class Judgement(NamedTuple):
    """`rule` is the row of judgements.tsv that told the status."""

    stance: str
    status: str
    negated: bool
    rule: str


_NEEDS = frozenset("ضروره وجوب اهميه".split())
_NEUTRAL = frozenset("says confirms announces".split())
# A stance that tells the status whatever the content's form.
_TELLS = {"denies": "denied", "demands": "demanded", "refuses": "denied", "hopes": "possible"}
# What a stance makes of a content that by itself tells one of these; `*` is any other.
_BENDS: dict[str, dict[str, str]] = {
    "believes": {"possible": "possible", "expected": "expected", "planned": "expected", "conditional": "conditional",
                 "denied": "denied", "*": "opinion"},
    "criticises": {"*": "opinion"},
    "praises": {"*": "opinion"},
    "expects": {"possible": "possible", "conditional": "conditional", "*": "expected"},
    "warns": {"possible": "possible", "conditional": "conditional", "opinion": "opinion", "state": "opinion",
              "planned": "planned", "ongoing": "ongoing", "*": "expected"},
    "promises": {"possible": "possible", "conditional": "conditional", "*": "planned"},
    "asks": {"possible": "possible", "expected": "possible", "planned": "possible", "*": "opinion"},
    "hints": {"occurred": "occurred", "ongoing": "ongoing", "conditional": "conditional", "*": "possible"},
}  # fmt: skip


def judge(scene: Scene, frame: Frame) -> Judgement:
    """Stance, status and negation of one frame."""
    opening = frame.opening
    row = opening.inner or opening.row
    lemma = row.get("lemma", "")
    first = scene.index(frame.content[0][0])
    stance = _stance(scene, first, row["stance"])
    if stance in _TELLS:
        return Judgement(stance, _TELLS[stance], False, "stance")
    found = read(scene, frame, stance)
    if stance == "confirms" and scene.text(first) == "عدم":
        return Judgement("denies", "denied", True, "denial")
    status, rule = _bent(stance, lemma, found)
    if lemma == "رجّح" and scene.text(first) in _BEING:
        status, rule = "possible", "stance"
    if lemma == "وصف" and stance == "says":
        status, rule = _described(scene, first), "stance"
    if lemma == "قدّر" and status == "state":
        status = "occurred"
    if lemma == "تساءل" and status == "opinion" and found.rule in ("nominal", "deed") and _about(scene, first):
        status, rule = "state", "stance"
    return Judgement(stance, status, found.negated or lemma in _DOUBTS, rule)


_BEING = frozenset("يكون تكون يكونون".split())
_KINDS = frozenset(fold("أولي اوليه نهائي نهائيه مؤقت مؤقتة رسمي رسميه سري سريه طارئ طارئه محدود محدودة").split())


def _described(scene: Scene, first: int) -> str:
    """`وصفها بالأولية`: which of its kind it is, a fact; anything else is what its teller makes of it."""
    return "state" if scene.text(first).removeprefix("ال") in _KINDS else "opinion"


def _about(scene: Scene, first: int) -> bool:
    """`تساءل عن مصير الكتب`: a noun, no question."""
    return scene.text(first - 1) == "عن" or scene.text(first) not in _QUESTIONS


_QUESTIONS = frozenset("من ما ماذا كيف لماذا متي اين هل كم اي لم".split())


# `استبعد حدوث موجات`: expects that it will not happen.
_DOUBTS = frozenset({"استبعد"})
_OFFERS = frozenset({"عرض"})


def _bent(stance: str, lemma: str, found: Reading) -> tuple[str, str]:
    """The status that a stance leaves of what the content tells."""
    if stance == "warns" and found.rule == "deed":
        return ("possible" if found.status == "possible" else "expected"), "stance"
    bends = _BENDS.get(stance)
    if bends is None:
        return found.status, found.rule
    status = bends.get(found.status, bends["*"])
    if status == "planned" and lemma in _OFFERS:
        status = "possible"
    return status, found.rule if status == found.status else "stance"


def _stance(scene: Scene, first: int, stance: str) -> str:
    """The cue's stance, bent by the content's first words."""
    word = scene.text(first)
    if stance in _NEUTRAL and word.removeprefix("ب").removeprefix("ال") in _NEEDS:
        return "demands"
    if stance == "says":
        return _first_person(scene, first) or ("demands" if _imperative(scene, first) else stance)
    return stance


def _imperative(scene: Scene, first: int) -> bool:
    """`قائلا: «أكملوا العرض»`: quoted words that begin with a command."""
    return first > 0 and scene.text(first - 1) in OPENING and re.fullmatch(r"ا\w{3,}وا", scene.text(first)) is not None


def _first_person(scene: Scene, i: int) -> str | None:
    """`قالت: نطالب بـ…`: the speaker's own verb tells the act."""
    for hit in scene.forms.get(i, ()):
        if hit.row.get("person") == "1" and hit.row["class"] == "imperfect":
            stance = ROWS[hit.row["lemma"]]["stance"]
            return None if stance in ("says", "confirms", "discusses") else stance
    return None

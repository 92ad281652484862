"""Stance and status: how the teller puts the content, and what he says has become of it.

Stance comes from the cue (or from the noun that carries the first teller's own words), bent by what
follows: `شدد على ضرورة` demands, `أكد عدم` denies. Status is read off the content's first words:
modals, negation, tense, conditions.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from musnad.rules import lexicon
from musnad.stages.attribution.carriers import ROWS
from musnad.stages.attribution.frames import Frame
from musnad.stages.attribution.scene import Scene

__all__ = ["Judgement", "judge"]

SIGNS = lexicon("attribution/signs", clitics="conjunction")


class Judgement(NamedTuple):
    stance: str
    status: str
    negated: bool


_FUTURE = re.compile(r"[وف]?س[يتن]\w{2,}")
_NEEDS = ("ضروره", "وجوب", "اهميه")
_BY_STANCE = {
    "denies": "denied", "demands": "demanded", "refuses": "denied", "believes": "opinion", "hopes": "possible",
    "criticises": "opinion", "praises": "opinion", "expects": "expected", "promises": "planned", "asks": "opinion",
    "hints": "possible",
}  # fmt: skip


def judge(scene: Scene, frame: Frame) -> Judgement:
    """Stance, status and negation of one frame."""
    opening = frame.opening
    stance = (opening.inner or opening.row)["stance"]
    start, end = frame.content[0][0], frame.content[-1][1]
    first = scene.index(start)
    last = scene.index(end - 1) + 1
    words = [scene.text(i) for i in range(first, last)]
    signs = {hit.row["status"] for i in range(first, last) for hit in scene.signs.get(i, ())}
    if stance in ("says", "confirms", "announces") and words and words[0].lstrip("ب") in _NEEDS:
        stance = "demands"
    if stance == "says":
        stance = _first_person(scene, first) or stance
    negated = _negated(words)
    if stance == "confirms" and words[:1] == ["عدم"]:
        return Judgement("denies", "denied", True)
    if stance == "denies":
        return Judgement(stance, "denied", False)
    return Judgement(stance, _status(stance, words, signs), negated)


def _first_person(scene: Scene, i: int) -> str | None:
    """`قالت: نطالب بـ…`: the speaker's own verb tells the act."""
    for hit in scene.forms.get(i, ()):
        if hit.row.get("person") == "1" and hit.row["class"] == "imperfect":
            stance = ROWS[hit.row["lemma"]]["stance"]
            return None if stance in ("says", "confirms", "discusses") else stance
    return None


def _negated(words: list[str]) -> bool:
    """The content's main clause is negative: a negation among its first words or before its verb."""
    for n, word in enumerate(words[:14]):
        if word in {"لم", "لن", "ليس", "ليست", "عدم", "لا"} and not (
            word == "لا" and words[n + 1 : n + 2] in (["يزال"], ["تزال"], ["زال"], ["زالت"])
        ):
            return n < 8 or word in {"لم", "لن"}
        if word in {"الذي", "التي", "ان", "الذين"}:
            return False
    return False


def _status(stance: str, words: list[str], signs: set[str]) -> str:
    if "conditional" in signs:
        return "conditional"
    if stance in _BY_STANCE and not (stance == "believes" and signs & {"possible", "expected"}):
        return "possible" if "possible" in signs and stance == "expects" else _BY_STANCE[stance]
    if "possible" in signs:
        return "possible"
    for n, word in enumerate(words):
        if word in {"الذي", "التي", "الذين", "بعد", "حيث"}:
            break
        if _FUTURE.fullmatch(word) or word in {"سوف", "لن"}:
            return "planned" if stance in ("announces", "reveals", "promises") or n < 2 else "expected"
    for status in ("ongoing", "expected", "planned", "opinion", "demanded"):
        if status in signs:
            return status
    return _tense(words)


def _tense(words: list[str]) -> str:
    """A perfect verb tells what has happened; an imperfect what goes on or stands."""
    for word in words:
        bare = word[1:] if word[:1] in "وف" and len(word) > 4 else word
        if re.fullmatch(r"[يت]\w{3,}", bare) and not bare.endswith(("ه", "ات", "ين", "ا")):
            return "state"
    return "occurred"

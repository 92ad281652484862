"""Where a content's deciding clause begins: past `إن`, a condition or a concession put first, a speaker's name.

A content of several sentences is cut: the first that tells an event decides, and where none does the first.
"""

from __future__ import annotations

from musnad.stages.attribution.contents.frames import Frame
from musnad.stages.attribution.judged.predicate import Predicate, predicate
from musnad.stages.attribution.page.scene import CLOSING, OPENING, Place, Scene
from musnad.stages.attribution.page.words import THATS, is_that, next_comma
from musnad.verbs import verb

__all__ = ["main_clause", "pointed_at", "sentences_of"]

_ENDS = frozenset({".", "؛", "؟", "!"})
_IFS = frozenset("اذا لو".split())
_WHENS = frozenset("عندما حين حينما بعدما بينما منذ بعد قبل خلال في بدلا مع رغم بحسب حسب وفق وفقا نظرا بسبب".split())
_CONCESSIONS = frozenset({"رغم", "ورغم", "الرغم"})


def sentences_of(scene: Scene, frame: Frame) -> list[Place]:
    """The sentences of a frame's content, in order; one, where it is told and not spoken."""
    parts = [Place(scene.index(start), scene.index(end - 1) + 1) for start, end in frame.content]
    if not (frame.opening.way == "colon" or scene.quoted_at(parts[0].first)):
        return parts[:1]
    found: list[Place] = []
    for first, last in parts:
        for i in range(first, last):
            if scene.text(i) in _ENDS and i > first:
                found.append(Place(first, i))
                first = i + 1
        found.append(Place(first, last))
    return [place for place in found if any(scene.text(i).isalpha() for i in range(*place))] or parts[:1]


def main_clause(scene: Scene, frame: Frame, place: Place) -> tuple[int, bool | None]:
    """Where a sentence's main clause begins, and whether its first word can be a verb (None: before its subject).

    A verb can follow `أنه`, and begin what a preposition tells. `إن` within quotation marks, a condition and a
    concession put first are passed over, and so is a speaker's name that a content begins with before its own `أن`.
    """
    first, last = place
    while first + 1 < last and (scene.text(first) in OPENING or scene.text(first) in CLOSING):
        first += 1
    for i in range(first, min(first + 24, last - 1)):
        word = scene.text(i)
        if word in {".", "؛"}:
            break
        that = word in THATS and is_that(scene, i)
        if that and (i == first or (not is_that(scene, first - 1) and _named(scene, first, i))):
            return i + 1, not word.endswith("ان")
    if scene.text(first) in _IFS or (scene.text(first) == "حتي" and scene.text(first + 1) in _IFS):
        comma = next_comma(scene, first, last)
        then = next((i for i in range(first + 2, comma) if _then(scene, i)), None)
        if then is not None:
            return then, True  # `حتى لو صدر الحكم فسنستأنفه`
        return (comma + 1 if comma + 1 < last else first), None
    conceded = _past_concession(scene, first, last)
    if conceded is not None:
        return conceded, scene.text(conceded - 1) == "فقد"
    if is_that(scene, first - 1):
        return first, not scene.text(first - 1).endswith("ان")
    if frame.opening.way == "passive" and scene.text(first - 1) in {"عن", "حول", "الي", "من"}:
        return first, False  # `ما أثير عن تسمم الطلبة`
    if frame.opening.way in ("preposition", "passive"):
        return first, True
    spoken = scene.quoted_at(first) or scene.text(first - 1) == ":" or first != scene.index(frame.content[0][0])
    return first, None if spoken else False


def _then(scene: Scene, i: int) -> bool:
    found = verb(scene.text(i)) if scene.text(i)[:2] == "فس" else None
    return found is not None and found.tense == "future"


def _past_concession(scene: Scene, first: int, last: int) -> int | None:
    """`رغم المطر إلا أن …`, `بدلا من الانتظار فإن …`: behind what ties the main clause on; None without it."""
    begins = scene.text(first) in _WHENS or scene.text(first)[1:] in _WHENS
    if not begins and not any(scene.text(i) in _CONCESSIONS for i in (first, first + 1)):
        return None
    for i in range(first + 1, min(first + 30, last - 1)):
        word = scene.text(i)
        if word in _ENDS:
            return None
        if word in {"فان", "فانه", "فانها", "فانهم", "فقد"} or (word == "الا" and scene.text(i + 1)[:2] == "ان"):
            return i + 1 + (word == "الا")
    return None


def _named(scene: Scene, first: int, stop: int) -> bool:
    """Whether tokens [first, stop) are a speaker: a name or a head noun of sources, without a verb."""
    begins = first in scene.mentions or first in scene.heads
    return begins and predicate(scene, first, stop).tense == "none"


# `التحركات تشير إلى أن …`: the event is what is pointed at.
_POINTS = frozenset("تشير يشير تدل يدل تظهر يظهر تعني يعني".split())


def pointed_at(scene: Scene, told: Predicate, last: int) -> int | None:
    """Where the clause begins that a verb of pointing opens, or None."""
    heard = told.tense == "perfect" and told.row.get("past") == "سمع"  # `دبلوماسيا سمع أن الموازنة ستمر`
    if told.negated or not (heard or (told.tense == "imperfect" and scene.text(told.at) in _POINTS)):
        return None
    return next((i + 1 for i in range(told.at + 1, min(told.at + 4 + 4 * heard, last - 1)) if is_that(scene, i)), None)

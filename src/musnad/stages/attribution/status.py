"""What has become of the event that a content tells of, as its teller puts it.

Three things tell: words that say so (`signs`: conditions, modals, evaluations), the tense of the main
clause's predicate, and, where no verb is told, the noun the content begins with (`deeds`). Times that lie
ahead of the page's day make a present tense or a deed a plan.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from musnad.doc import TimeExpression
from musnad.rules import lexicon
from musnad.stages.attribution.frames import Frame
from musnad.stages.attribution.predicate import Predicate, predicate
from musnad.stages.attribution.scene import OPENING, Place, Scene
from musnad.stages.attribution.verbs import verb
from musnad.stages.attribution.words import COMMAS, is_that

__all__ = ["SIGNS", "Reading", "read"]

SIGNS = lexicon("attribution/signs", clitics="conjunction")
DEEDS = lexicon("attribution/deeds")


class Reading(NamedTuple):
    """`status` and `negated` of a content by itself, and the key of judgements.tsv that told."""

    status: str
    negated: bool
    rule: str


def read(scene: Scene, frame: Frame, stance: str) -> Reading:
    """The status of a frame's content where its stance alone does not tell it."""
    place = Place(scene.index(frame.content[0][0]), scene.index(frame.content[0][1] - 1) + 1)
    whole = Place(place.first, scene.index(frame.content[-1][1] - 1) + 1)
    told = predicate(scene, *place, verbal=_verbal(scene, frame, place.first))
    signs = _signs(scene, whole, told)
    if "denied" in signs:
        return Reading("denied", told.negated or scene.text(place.first) in {"عدم", "لا"}, "denial")
    if "conditional" in signs or _if(scene, whole) or _not_before(scene, whole):
        return Reading("conditional", told.negated, "condition")
    if "unlikely" in signs:
        return Reading("expected", True, "expected")
    if told.perhaps or ("possible" in signs and not (told.negated and told.row.get("now") == "possible")):
        return Reading("possible", told.negated, "possible")
    for status in ("demanded", "expected", "planned"):
        if status in signs:
            done = status == "planned" and told.tense == "perfect" and _when(scene, place) == "behind"
            return Reading("occurred" if done else status, told.negated, status)
    noun = _deed(scene, frame, place, told, stance)
    return noun or _by_tense(scene, frame, place, told, signs, stance)


def _verbal(scene: Scene, frame: Frame, first: int) -> bool | None:
    """Whether the content's first word can be a verb: behind `أنه`, in what a preposition tells; None in quotes."""
    if is_that(scene, first - 1):
        return not scene.text(first - 1).endswith("ان")
    if frame.opening.way in ("preposition", "passive"):
        return True
    return None if scene.text(first - 1) in OPENING or scene.text(first - 1) == ":" else False


def _by_tense(scene: Scene, frame: Frame, place: Place, told: Predicate, signs: set[str], stance: str) -> Reading:
    row = told.row
    clause = Place(place.first, _clause_end(scene, place, told))
    match told.tense:
        case "future":
            return Reading(_foreseen(scene, place, told), told.negated, "future")
        case "perfect" if not (told.was and "opinion" in signs):
            return Reading("opinion" if _felt(scene, told) else "occurred", told.negated, "perfect")
        case "imperfect" if told.was:
            if row.get("now") == "state":
                return Reading("state", told.negated, "was")
            return Reading("occurred", told.negated, "was")
        case "imperfect" if not row.get("now") and _when(scene, clause) == "ahead":
            return Reading(row.get("later") or "planned", told.negated, "ahead")
        case "none" if not told.negated and deed(scene.text(place.first)) and _when(scene, place) == "ahead":
            return Reading("planned", False, "ahead")
    if "ongoing" in signs:
        return Reading("ongoing", told.negated, "ongoing")
    if "planned" in signs:
        return Reading("planned", told.negated, "planned")
    if "opinion" in signs or (stance != "confirms" and _in_own_words(scene, frame)):
        return Reading("opinion", told.negated, "opinion")
    now = row.get("now") or "state"
    status = "state" if now == "possible" and told.negated else now
    return Reading(status, told.negated, "present" if told.tense == "imperfect" else "nominal")


def _foreseen(scene: Scene, place: Place, told: Predicate) -> str:
    """A future is a plan where somebody can commit to it: not to a measure, not to what others will do."""
    if told.row.get("later"):
        return told.row["later"]
    word = scene.text(told.at)
    if re.match(r"[وف]?س[ان]", word):
        return "planned"
    if told.at == place.first:
        quoted = scene.text(place.first - 1) in OPENING
        return "expected" if quoted and word.endswith("ون") else "planned"
    if word.endswith("ون") or _acts(scene, place.first, told.at):
        return "planned"
    event = deed(scene.text(place.first))
    return "planned" if told.row and event is None else "expected"


def _acts(scene: Scene, first: int, stop: int) -> bool:
    """Whether the subject at tokens [first, stop) can commit itself: a person, a body, a state."""
    if scene.text(first).endswith(("ون", "ين", "ان")) or first in scene.quotations:
        return True
    return any(i in scene.heads for i in range(first, min(first + 2, stop))) or first in scene.mentions


def _felt(scene: Scene, told: Predicate) -> bool:
    """The speaker's own feeling: `سئمنا`."""
    return told.row.get("now") == "opinion" and scene.text(told.at).endswith(("نا", "ت"))


def _signs(scene: Scene, whole: Place, told: Predicate) -> set[str]:
    """What the signs within their scope tell."""
    found: set[str] = set()
    stop = _clause_end(scene, whole, told)
    hidden = -1
    first_stop = next((i for i in range(told.at, whole.last) if scene.text(i) in {".", "؛"}), whole.last)
    for i in range(whole.first, whole.last):
        for hit in scene.signs.get(i, ()):
            row = hit.row
            if row["status"] == "whether":
                hidden = hit.end
            if hit.start < hidden or (row["scope"] == "clause" and i >= stop):
                continue
            if row["scope"] == "first" and i not in (whole.first, told.at):
                continue
            if row["scope"] == "start" and not (i - whole.first < 3 or whole.last - i < 4):
                continue
            if row["sign"] in _NEVER_JOINED and scene.tokens[i].start < hit.start:
                continue
            past = told.tense in ("perfect", "future") and row["status"] in _OF_THE_PRESENT
            if past and i > told.at and row["scope"] == "clause" and not told.was:
                continue
            if row["scope"] == "any" and i > first_stop:
                continue
            if _relative_before(scene, i, whole.first, told):
                continue
            found.add(row["status"])
    return found


# Behind a past or a future tense these are said of something else than the event.
_OF_THE_PRESENT = frozenset("unlikely possible expected planned demanded ongoing opinion".split())
_NEVER_JOINED = frozenset({"لو", "حال"})  # ولو على عكاز
_SUBORDINATES = frozenset("حيث بينما فيما لكن ولكن لكنه لكنها لان لانه لانها بعدما مما كي لكي وهو وهي".split())


def _clause_end(scene: Scene, whole: Place, told: Predicate) -> int:
    """Where the main clause ends: a subordinate clause or a relative behind its predicate."""
    for i in range(max(told.at + 1, whole.first + 1), whole.last):
        word = scene.text(i)
        if word in _SUBORDINATES or word in {".", "؛"} or word in {"الذي", "التي", "الذين"}:
            return i
        if word in COMMAS and scene.text(i + 1)[:1] in "وف" and i - whole.first > 4:
            return i
    return whole.last


def _relative_before(scene: Scene, i: int, first: int, told: Predicate) -> bool:
    """Whether a sign stands in a relative clause of the subject."""
    return i < told.at and any(scene.text(k) in {"الذي", "التي", "الذين"} for k in range(first, i))


def _if(scene: Scene, whole: Place) -> bool:
    """`إن سارت الأمور`: إن before a past tense, behind its main clause."""
    for i in range(whole.first + 2, whole.last - 1):
        if scene.text(i) in {"ان", "وان"} and scene.written(i).lstrip("و").startswith("إ"):
            found = verb(scene.text(i + 1))
            if scene.text(i) == "ان" and found is not None and found.tense == "perfect" and not found.alike:
                return True
    return False


def _not_before(scene: Scene, whole: Place) -> bool:
    """`لا قمة قبل إطلاق الأسرى`, `لن … إلا بعد`: a negation with a term is a condition."""
    words = [scene.text(i) for i in range(whole.first, whole.last)]
    if not (words[:1] == ["لا"] and not words[1:2][0].startswith(("ي", "ت", "ن"))) and "لن" not in words[:6]:
        return False
    return any(w == "قبل" and k + 1 < len(words) and words[k + 1] not in {"يوم", "نهايه"} for k, w in enumerate(words))


def _when(scene: Scene, place: Place) -> str:
    """Whether the times in a place lie ahead of the page's day or behind it; empty where they do not tell."""
    day = scene.doc.published or ""
    told = set()
    for time in scene.doc.marks(TimeExpression):
        if time.type == "DATE" and place.first <= scene.index(scene.doc.reading.within(*time.span)[0]) < place.last:
            told.add(_side(time.value, day))
    return "ahead" if "ahead" in told else "behind" if "behind" in told else ""


def _side(value: str, day: str) -> str:
    if "DCT+" in value or value == "FUTURE_REF":
        return "ahead"
    if "DCT-" in value or value == "PAST_REF":
        return "behind"
    value = value.split("/")[-1]
    n = min(len(value), len(day), 10)
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}.*", value) or n < 4:
        return ""
    return "ahead" if value[:n] > day[:n] else "behind" if value[:n] < day[:n] else ""


_CLITICS = re.compile(r"[وف]?[بلك]?(?:ال)?")
_PRONOUN = re.compile(r"(?:ه|ها|هم|هما|نا|ي)$")


def deed(word: str) -> Mapping[str, str] | None:
    """The row of a folded noun in any state: `انهيار`, `الانهيار`, `بانهيارها`."""
    lead = _CLITICS.match(word)
    for cut in {0, lead.end() if lead else 0, 1, 2}:
        bare = word[cut:]
        for form in (bare, _PRONOUN.sub("", bare), re.sub("ت(?:ه|ها|هم)$", "ه", bare)):
            row = DEEDS.get(form) if len(form) > 2 else None
            if row:
                return row
    return None


def _deed(scene: Scene, frame: Frame, place: Place, told: Predicate, stance: str) -> Reading | None:
    """A content that begins with a noun told as the cue's object, or in a headline: no clause of its own."""
    first = place.first
    clause = is_that(scene, first - 1) or frame.opening.way == "preposition" or scene.text(first - 1) in OPENING
    indefinite = not scene.text(first).startswith("ال") and first not in scene.mentions
    if is_that(scene, first - 1) or (told.tense != "none" and (told.at == first or not indefinite)):
        return None
    headline = frame.opening.way == "colon"
    if (headline or clause) and told.tense != "none":
        return None
    word = scene.text(first)
    negated = word in {"عدم", "لا"}
    if negated:
        word = scene.text(first + 1)
    row = deed(word)
    if word in {"هناك", "ثمه"}:
        row = deed(scene.text(first + 1))
        return Reading(row["told"], False, "deed") if row and row["told"] in ("planned", "possible") else None
    if row is None and not clause and not headline and not negated:
        status = "planned" if stance == "announces" else "occurred" if word.isdigit() else "state"
        return Reading(status, False, "deed")
    if row is None:
        return Reading("occurred", True, "deed") if negated else None
    when = _when(scene, place)
    announced = headline or stance == "announces" or stance == "promises"
    status = row["announced"] if announced else row["told"]
    if row["told"] != row["announced"] and when:
        status = "planned" if when == "ahead" else "occurred"
    return Reading(status, negated, "deed")


def _in_own_words(scene: Scene, frame: Frame) -> bool:
    """A sentence without an event, quoted whole: what its speaker makes of things."""
    start, end = frame.content[0][0], frame.content[-1][1]
    i = scene.index(start)
    if frame.opening.way == "colon" and not scene.is_title(i):
        return True
    return scene.text(i - 1) in OPENING and scene.index(end - 1) - i < 30

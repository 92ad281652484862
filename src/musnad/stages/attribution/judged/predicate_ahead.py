"""What a search for the predicate passes, stops at, or may take for one where a verb still comes."""

from __future__ import annotations

import re

from musnad.stages.attribution.judged.predicative import (
    HE,
    definite,
    tanwin,
)
from musnad.stages.attribution.judged.relatives import WAS, what, whoever
from musnad.stages.attribution.judged.verbhood import verbal as verbal_at
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, next_comma
from musnad.verbs import verb

__all__ = [
    "DONE",
    "RELATIVES",
    "STOPS",
    "closes",
    "if_not",
    "past_aside",
    "past_relative",
    "said_of",
    "verb_next",
    "without",
]

RELATIVES = frozenset("الذي التي الذين اللذان اللذين اللتان اللتين اللواتي ممن مما".split())
DONE = frozenset({"قد", "وقد", "فقد", "لقد"})
_ASIDES = frozenset({"وهو", "وهي", "وهم"})
STOPS = _ASIDES | frozenset(
    "ثم حيث بينما فيما لكن ولكن عندما حين لان لانه لانها لانهم اذ اذا لو لكنه لكنها حتي بعدما كي لكي ومتي واذا ولو"
    " وعندما وحين وليس وليست وليسوا".split()
)
_THAT = re.compile(r"[وفبل]?ان(?:ه|ها|هم|هما|نا)?")


def verb_next(scene: Scene, i: int, first: int) -> bool:
    """Behind `قد`, and behind an indefinite noun that follows `أن` (`أن انفجارا وقع`)."""
    subject = i - 1 == first or (i - 2 == first and tanwin(scene, i - 1))  # `مبعوثا خاصا حمل …`
    bare = subject and is_that(scene, first - 1) and tanwin(scene, first) and scene.written(i) != "آخر"
    return bare or scene.text(i - 1) in DONE or whoever(scene, i - 1, first)


def past_relative(scene: Scene, i: int, first: int) -> int | None:
    """Behind a relative that ends the subject: `ما جرى`, whose verb is not the clause's, `المدفعية هي التي قصفت`."""
    if what(scene, i, first):
        return i + 2
    if scene.text(i) not in RELATIVES:
        return None
    if scene.text(i + 1) in WAS and verbal_at(scene, i + 2) is None:
        return i + 3  # `الاجتماع الذي كان مقررا ألغي`
    if scene.written(i + 1).endswith(("ها", "هم", "هما")) and verbal_at(scene, i + 1) is None:
        return i + 2  # `المدرسة التي بناها أغلقت`: a verb that no table knows, or a noun
    return i + 1 if scene.text(i - 1) in HE else None


def past_aside(scene: Scene, i: int, last: int) -> int | None:
    """Behind an aside: `النيابة، وهي الجهة المختصة، لن تطعن`."""
    end = next_comma(scene, i, last)
    return end + 1 if scene.text(i) in _ASIDES and scene.text(i - 1) in COMMAS and end < last else None


def if_not(scene: Scene, i: int) -> bool:
    """`إن لم تفتح البوابات`: a condition behind its main clause."""
    return scene.text(i) == "ان" and scene.written(i).startswith("إ") and scene.text(i + 1) == "لم"


def without(scene: Scene, i: int) -> bool:
    """`من دون أن تتوقف`, `قبل أن يصل`: a clause that hangs on the main one."""
    return scene.text(i) == "ان" and scene.text(i - 1) in {"دون", "بدون", "قبل", "بعد"}


def said_of(scene: Scene, i: int, first: int) -> bool:
    """Whether a verb at i, behind a predicate noun, can be the clause's own: what stands before it is definite."""
    if scene.text(first) == "اي" and scene.text(i - 1) in DONE:
        return True  # `أي خفض متسرع قد يعيد …`
    if scene.text(i - 2) in _MOST:
        return True  # `النتيجة الأكثر غرابة ظهرت …`
    return definite(scene, i - 1) or scene.in_name(i - 1) or scene.in_time(i - 1) or not scene.text(i - 1).isalpha()


_MOST = frozenset("الاكثر الاقل الاشد الاعلي الادني الاعظم".split())


def closes(scene: Scene, i: int) -> bool:
    """Whether a predicate's own clause has ended at i, so that a verb behind it is another's."""
    word = scene.text(i)
    if word in COMMAS or word in RELATIVES or word in STOPS:
        return True
    return (word[:1] in "وف" and verb(word) is not None) or _THAT.fullmatch(word) is not None

"""The predicate that a content's main clause turns on: its first verb behind the subject, or none.

No analyser stands behind this. A word that is spelt as a noun too (`نقل`) is a verb only where the phrase
before it is whole; a relative clause's verb is not the main one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from musnad.stages.attribution.agreement import agreement
from musnad.stages.attribution.negation import LEST, MEASURES, NEGATIONS, all_but, asserts, set_against, still
from musnad.stages.attribution.scene import CLOSING, OPENING, Place, Scene
from musnad.stages.attribution.words import COMMAS, next_comma, role
from musnad.text import fold
from musnad.verbs import NOT_VERBS, Verb, present, verb

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


_RELATIVES = frozenset("الذي التي الذين اللذان اللذين اللتان اللتين اللواتي ممن مما".split())
_DONE = frozenset({"قد", "وقد", "فقد", "لقد"})
_THERE = frozenset("هناك ثمه لدي لديه لديها لدينا لديهم".split())
_WAS = frozenset("كان كانت كانوا كانا كنا كنت".split())
_STOPS = frozenset(
    "حيث بينما فيما لكن ولكن عندما حين لان لانه لانها لانهم اذ اذا لو لكنه لكنها حتي بعدما كي لكي وهو وهي".split()
)
_IS_NOT = frozenset("ليس ليست ليسوا لسنا لست ليسا".split())


def predicate(scene: Scene, first: int, last: int, *, verbal: bool | None = None) -> Predicate:
    """The predicate of the clause at tokens [first, last). `verbal`: whether a verb can be its first word."""
    i, inner, was = first, 0, False  # inner: relative clauses whose verb is still to come
    whole = said = False  # the phrase before this token, and that before the last one, can stand as a subject
    while i < last:
        word = scene.text(i)
        if said and word in NEGATIONS and not inner and _indefinite(scene, i - 1):
            return Predicate("none", i - 1)  # `البطء ترف لا يملكه …`: the negation is the predicate's own
        after = _beyond(scene, i, first, last)
        if after is not None:
            whole = word not in COMMAS or whole
            i = after
            continue
        if _what(scene, i, first):
            i, whole = i + 2, True  # its verb is not the clause's
            continue
        if word in _RELATIVES or (i == first and word in {"من", "ما"} and _verbal(scene, i + 1)):
            if scene.text(i - 1) in COMMAS:
                i = next_comma(scene, i, last) + 1
                continue
            inner += 1
        elif word in {".", "؛", "؟"} or (word in _STOPS and i > first and not inner):
            break
        elif word in _WAS and not inner:
            was = True
            if scene.written(i + 1).endswith(("ة", "ا", "اً")) and _verbal(scene, i + 1) is None:
                return Predicate("perfect", i, was=True)
        else:
            sure = whole or was or scene.text(i - 1) in _DONE or (verbal is True and i == first)
            shy = i == first and verbal is None
            found = _turns(scene, i, first, last, sure, shy) or (None if inner else _nominal(scene, i, first, whole))
            if found is not None and not inner:
                tense = "perfect" if was and found.tense == "none" and i not in scene.signs else found.tense
                return found._replace(was=was, tense=tense if not found.negated else found.tense)
            if found is not None:
                inner, i = inner - 1, found.at
        said, whole = whole, _definite(scene, i)
        i += 1
    return Predicate("perfect" if was else "none", first, was=was)


def _turns(scene: Scene, i: int, first: int, last: int, sure: bool, shy: bool) -> Predicate | None:
    """A negation or a verb at i. `sure`: a verb's place; `shy`: a verb's place if its subject follows."""
    word = scene.text(i)
    if i == first and LEST & {scene.written(i), scene.written(max(0, i - 1))}:
        at = i + (scene.written(i) in LEST)
        found = _verbal(scene, at)
        return Predicate("imperfect", at, negated=True, row=found.row if found else {})
    if word in _IS_NOT:
        return Predicate("none", i, negated=not all_but(scene, i, last))
    if word in {"سوف", "وسوف", "فسوف"}:
        found = _verbal(scene, i + 1)
        return Predicate("future", i + 1, row=found.row if found else {})
    if word in NEGATIONS:
        return _negation(scene, i, last)
    found = _verb_here(scene, i, sure, first, shy)
    if found is None or (fold(found.row.get("past", "")) == "بدا" and scene.text(i + 1)[:2] == "ان"):
        return None
    perhaps = scene.text(i - 1) in _DONE and found.tense == "imperfect"
    return Predicate(found.tense, i, perhaps=perhaps, row=found.row)


def _negation(scene: Scene, i: int, last: int) -> Predicate | None:
    """What a negation at i denies; None for `لا يزال`, and for ما before no verb."""
    word, denied = scene.text(i), _verbal(scene, i + 1)
    if still(scene, i + 1):
        goes_on = next((v for k in range(i + 2, min(i + 5, last)) if (v := _verbal(scene, k))), None)
        lasting = scene.text(i + 1).startswith("دام")
        return (
            None
            if lasting
            else Predicate("imperfect" if goes_on else "none", i + 1, row=goes_on.row if goes_on else {})
        )
    if (denied is None and word == "ما") or asserts(scene, i + 1, last):
        return None
    if word == "لا" and denied is None and set_against(scene, i):
        return None
    tense = NEGATIONS[word]
    if word == "لا" and not (denied and denied.tense == "imperfect"):
        tense = "none"
    row = denied.row if denied else {}
    measure = word == "لا" and fold(row.get("past", "")) in MEASURES
    if measure:
        return Predicate(tense, i + 1)
    return Predicate(tense, i + 1, negated=not all_but(scene, i, last), row=row)


def _nominal(scene: Scene, i: int, first: int, whole: bool) -> Predicate | None:
    """What makes a clause nominal at i: غير, هناك, an indefinite word behind a whole phrase."""
    word = scene.text(i)
    if word == "غير" and (whole or (i == first and scene.text(i + 1)[:2] != "ان")):
        return Predicate("none", i, negated=True)
    if (i == first and word in _THERE) or (whole and _adjective(scene, i, first)):
        return Predicate("none", i)
    return None


def _definite(scene: Scene, i: int) -> bool:
    """Whether a word can end a subject: it has the article or a pronoun."""
    word = scene.text(i)
    return word.startswith(("ال", "وال")) or (len(word) > 3 and scene.written(i).endswith(("ه", "ها", "هم", "نا")))


def _what(scene: Scene, i: int, first: int) -> bool:
    """`إلى ما سبق`, `كل ما جرى`: ما that is a relative and no negation."""
    before = scene.text(i - 1)
    return (
        scene.text(i) == "ما"
        and i > first
        and (role(before) in {"preposition", "quantifier"} or before in {"كل", "اهم"})
    )


def _indefinite(scene: Scene, i: int) -> bool:
    """Whether token i is a noun without article or pronoun, as a predicate is."""
    word, written = scene.text(i), scene.written(i)
    plain = word.isalpha() and len(word) > 2 and not role(word) and verb(word) is None and not scene.in_name(i)
    return (
        plain
        and not word.startswith(("ال", "و", "ف", "ب", "ل", "ك"))
        and not written.endswith(("ا", "اً", "ه", "ها", "هم"))
    )


def _beyond(scene: Scene, i: int, first: int, last: int) -> int | None:
    """The token behind a name, a time, a quoted name, a bracket or a sign at i; None for a word to be read."""
    if i in scene.mentions:
        return scene.mentions[i][0].last
    if i in scene.times and i > first:
        return scene.times[i].last
    if i in scene.quotations and scene.is_name(i) and not _told(scene, i + 1) and scene.quotations[i][0].last < last:
        return scene.quotations[i][0].last
    word = scene.text(i)
    if word == "(":
        return next((k + 1 for k in range(i, min(i + 12, last)) if scene.text(k) == ")"), i + 1)
    if word in OPENING or word in CLOSING or word in COMMAS or not word.isalpha():
        return i + 1 if word not in {".", "؛", "؟"} else None
    return None


def _told(scene: Scene, i: int) -> bool:
    """Whether quoted words begin with a verb: `الوزارة «ستسرّع» البيع`, and one that is spelt as a noun too with an
    indefinite object (`العضو «تسلم ضمانات»`)."""
    found = verb(scene.text(i))
    if found is None or i in scene.mentions:
        return False
    return not found.alike or scene.written(i + 1).endswith(("ات", "اً", "ا"))


def _verbal(scene: Scene, i: int) -> Verb | None:
    """A verb at i where only a verb can stand."""
    found = verb(scene.text(i)) or _saying(scene, i)
    if found is None and re.fullmatch(r"[يتن]\w+", scene.text(i)) and not scene.text(i).endswith("ه"):
        return Verb("imperfect", False, {})
    return found


def _saying(scene: Scene, i: int) -> Verb | None:
    """A verb of attribution at i."""
    word = scene.text(i)
    if role(word) or NOT_VERBS.get(word) or (word.startswith("ال") and word.endswith("ني")):
        return None
    for hit in scene.forms.get(i, ()):
        if hit.row["class"] in ("perfect", "imperfect") and hit.start - scene.tokens[i].start <= 1:
            return Verb(hit.row["class"], bool(hit.row["risk"]), {})
    return None


_NO_VERBS = frozenset({"preposition", "place", "during", "adverb", "conjunction"})


# `قُدّم`, `نُقل`: a vowel that only a verb's passive is written with.
_PASSIVE = re.compile(r"[وف]?[^\Wم]\u064f\w")


def _verb_here(scene: Scene, i: int, sure: bool, first: int, shy: bool) -> Verb | None:
    """A verb at i, in a clause that begins at `first`. One that may be a noun only in a verb's place (`sure`), or
    (`shy`) before its subject."""
    written = scene.written(i)
    if (
        written.endswith(("ة", "ً"))
        or written.lstrip("و").startswith("إ")
        or (role(scene.text(i)) in _NO_VERBS and (scene.text(i) == "غير" or i == 0 or scene.text(i - 1) not in OPENING))
        or still(scene, i)
    ):
        return None
    if written.lstrip("وف").startswith("سأ"):
        return verb(scene.text(i)) or Verb("future", False, {})
    found = verb(scene.text(i)) or _saying(scene, i) or _of_two(scene, i) or _of_me(scene, i)
    if found is None:
        return None
    if found.alike and not (sure or _PASSIVE.match(written)) and not (shy and _subject(scene, i + 1)):
        return None
    if found.tense == "perfect" and _may_be_present(scene, i, first):
        return present(scene.text(i)) or found
    return found


def _may_be_present(scene: Scene, i: int, first: int) -> bool:
    """Whether a word with ت at i may be said of a feminine subject at `first`: `الفرق تواصل`, not `العضو تسلم`."""
    if scene.written(first).endswith(("ة", "ات")):
        return True
    if i > first and agreement(scene, Place(first, first + 1)) == ("m", "one"):
        return False
    return _takes_object(scene, i + 1)


def _of_two(scene: Scene, i: int) -> Verb | None:
    """`الرجلان وصلا`: a past of two behind its subject."""
    word, subject = scene.text(i), scene.text(i - 1)
    if not word.endswith("ا") or not subject.endswith(("ان", "ين")) or scene.written(i).endswith("اً"):
        return None
    found = verb(word[:-1])
    return found._replace(alike=False) if found and found.tense == "perfect" and found.row else None


def _of_me(scene: Scene, i: int) -> Verb | None:
    """`«أصور فيلمي في الشتاء»`: a present of the speaker's own, at the head of what he is quoted with."""
    if not scene.quoted_at(i) or not scene.written(i).startswith("أ"):
        return None
    return verb(f"ي{scene.text(i)[1:]}")


def _takes_object(scene: Scene, i: int) -> bool:
    """Whether a noun stands at i: `تواصل إصلاح الخط`, where `تواصل` of itself takes none."""
    word = scene.text(i)
    return word.isalpha() and not role(word) and word[0] not in "بل"


def _adjective(scene: Scene, i: int, first: int) -> bool:
    """Whether an indefinite word behind a whole phrase is said of it: `الإجراءات جارية`."""
    word = scene.text(i)
    if i <= first or not word.isalpha() or len(word) < 3 or i in scene.heads or i in scene.times or role(word):
        return False
    if word[0] in "وفبلك" or word.startswith("ال") or scene.written(i).endswith(("اً", "ا")):
        return False
    if scene.text(i - 1).isdigit():  # what is counted: `12 مدرسة`
        return False
    return scene.written(i).endswith("ة") or i in scene.signs


def _subject(scene: Scene, i: int) -> bool:
    """A subject may begin at i: a name or a definite noun, behind a verb that opens its clause."""
    return i in scene.mentions or scene.text(i).startswith("ال")

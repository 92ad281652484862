"""The predicate that a content's main clause turns on: its first verb behind the subject, or none.

No analyser stands behind this: verbs are known by a table of common ones, by what no noun is spelt like
(a prefix ي or سـ, an ending ـت) and by where they stand. A word that is spelt as a noun too (`نقل`) is a
verb only where the phrase before it is whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from musnad.rules import lexicon
from musnad.stages.attribution.scene import CLOSING, OPENING, Scene
from musnad.stages.attribution.words import COMMAS, next_comma, role
from musnad.text import fold

__all__ = ["Predicate", "Verb", "predicate", "verb"]

VERBS = lexicon("attribution/verbs")
NOT_VERBS = lexicon("attribution/not_verbs")


class Verb(NamedTuple):
    """A word read as a verb. `alike`: it may as well be a noun. `row` is empty for a verb not in the table."""

    tense: str
    alike: bool
    row: Mapping[str, str]


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


def _past(row: Mapping[str, str]) -> dict[str, bool]:
    """The past's third persons (and `we`) in folded spelling; True for the bare one where it is `alike`."""
    bare = fold(row["past"])
    weak = row["past"][-1] in "ىا" and len(bare) > 2
    stem = bare[:-1] if weak else bare
    forms = [stem + "ت", stem + "تا", stem + "وا", stem + ("ينا" if weak else "نا")]
    if row["past"].endswith("ي"):
        forms.append(bare[:-1] + "وا")
    return {**dict.fromkeys(forms, False), bare: bool(row["alike"])}


_PAST: dict[str, tuple[bool, Mapping[str, str]]] = {}
_PRESENT: dict[str, Mapping[str, str]] = {}
for _row in VERBS.rows:
    for _form, _alike in _past(_row).items():
        _PAST.setdefault(_form, (_alike, _row))
    if _row["present"]:
        _stem = fold(_row["present"])[1:]
        for _form in (_stem, _stem[:-1] + "و" if _stem[-1] in "يا" else _stem):
            _PRESENT.setdefault(_form, _row)
_PRONOUN = re.compile(r"(?:ه|ها|هم|هما|نا|ني)$")
_ENDING = re.compile(r"(?:ون|ان|وا|ين|ا|ن)$")
_FORM = re.compile(r"(?:(س|ل)?([يتن])|(س)(ا))(\w{2,})")
_SHY = re.compile(r"ت\w\wي\w|\w+(?:ه|ات)")  # تقرير, تنميه, تحركات: verbs with ت are not spelt like these


def verb(word: str) -> Verb | None:
    """A folded word as a verb, with or without a leading و or ف."""
    for text in (word, word[1:]) if word[:1] in "وف" and len(word) > 3 else (word,):
        found = _known(text) or _shaped(text)
        if found:
            return found
    return None


def _known(text: str) -> Verb | None:
    short = _PRONOUN.sub("", text)
    for form in dict.fromkeys((text, short)):
        if form in _PAST:
            alike, row = _PAST[form]
            return Verb("perfect", alike, row)
    match = _FORM.fullmatch(text)
    if not match or NOT_VERBS.get(text):
        return None
    future, prefix, stem = match[1] or match[3], match[2] or match[4], match[5]
    for form in dict.fromkeys((stem, _PRONOUN.sub("", stem), _ENDING.sub("", stem))):
        if form in _PRESENT:
            if prefix == "ت" and not future and text.endswith("ه"):
                return None  # تكلفة, تسوية
            return Verb("future" if future == "س" else "imperfect", False, _PRESENT[form])
    return None


def _shaped(text: str) -> Verb | None:
    """A verb by its shape alone."""
    if len(text) < 4 or NOT_VERBS.get(text) or NOT_VERBS.get(_PRONOUN.sub("", text)):
        return None
    if re.fullmatch(r"س[يتن]\w{3,}", text) and not text.endswith("ه"):
        return Verb("future", False, {})
    if text[0] == "ي":
        return Verb("imperfect", False, {})
    if text.endswith(("ت", "تا")) and text.rstrip("ا")[-2] != "ا" and len(text) > 4 - text.endswith("ت") and not text.startswith(("ال", "لل", "بال")):
        return Verb("perfect", False, {})
    if re.fullmatch(r"تست\w{3,}|ت\w\w\wي\w|ت\w{2,}ون|يت\w{2,}", text) and not _SHY.fullmatch(text):
        return Verb("imperfect", False, {})
    return None


_RELATIVES = frozenset("الذي التي الذين اللذان اللذين اللتان اللتين اللواتي ممن مما".split())
_DONE = frozenset({"قد", "وقد", "فقد", "لقد"})
_THERE = frozenset("هناك ثمه لدي لديه لديها لدينا لديهم".split())
_WAS = frozenset("كان كانت كانوا كانا كنا كنت".split())
_STOPS = frozenset("حيث بينما فيما لكن ولكن عندما حين لان اذ اذا لو لكنه لكنها حتي بعدما كي لكي وهو وهي".split())
_NEGATIONS = {"لم": "perfect", "لن": "future", "لا": "imperfect", "ما": "perfect", "ولم": "perfect", "ولن": "future"}
_IS_NOT = frozenset("ليس ليست ليسوا لسنا لست ليسا".split())


def predicate(scene: Scene, first: int, last: int, *, verbal: bool | None = None) -> Predicate:
    """The predicate of the clause at tokens [first, last). `verbal`: whether a verb can be its first word."""
    i, inner, was = first, 0, False
    whole = False  # the phrase before this token can stand as a subject
    while i < last:
        word = scene.text(i)
        after = _beyond(scene, i, first, last)
        if after is not None:
            whole = word not in COMMAS or whole
            i = after
            continue
        if word in _RELATIVES or (i == first and word in {"من", "ما"} and _verbal(scene, i + 1)):
            if scene.text(i - 1) in COMMAS:
                i = next_comma(scene, i, last) + 1
                continue
            inner += 1
        elif word in {".", "؛", "؟"} or (word in _STOPS and i > first and not inner):
            break
        elif word in _IS_NOT:
            return Predicate("none", i, negated=not _except(scene, i, last), was=was)
        elif word in _NEGATIONS and ((denied := _verbal(scene, i + 1)) or word != "ما"):
            tense = _NEGATIONS[word]
            if word == "لا" and not (denied and denied.tense == "imperfect"):
                tense = "none"
            if inner:
                inner, i = inner - 1, i + 2
                continue
            row = denied.row if denied else {}
            if word == "لا" and fold(row.get("past", "")) in _MEASURES:
                return Predicate(tense, i + 1, row=row)
            if scene.text(i + 1).lstrip("يتن")[:2] != "زا":
                return Predicate(tense, i + 1, negated=not _except(scene, i, last), was=was, row=row)
        elif i == first and scene.written(i) == "ألا":
            found = _verbal(scene, i + 1)
            return Predicate("imperfect", i + 1, negated=True, row=found.row if found else {})
        elif word == "غير" and whole and not inner:
            return Predicate("none", i, negated=True, was=was)
        elif word in _WAS and not inner:
            was = True
            if scene.written(i + 1).endswith(("ة", "ا", "اً")) and _verbal(scene, i + 1) is None:
                return Predicate("perfect", i, was=True)
        elif i == first and word in _THERE:
            return Predicate("none", i)
        elif (found := _verb_here(scene, i, whole or was or scene.text(i - 1) in _DONE or (verbal is True and i == first), i == first and verbal is None)) is not None:
            if scene.written(first).endswith(("ة", "ات")):
                found = _feminine(scene, i, found)
            if not inner and not (fold(found.row.get("past", "")) == "بدا" and scene.text(i + 1)[:2] == "ان"):
                perhaps = scene.text(i - 1) in _DONE and found.tense == "imperfect"
                return Predicate(found.tense, i, was=was, perhaps=perhaps, row=found.row)
            inner = max(0, inner - 1)
        elif whole and not inner and _adjective(scene, i, first):
            return Predicate("perfect" if was and i not in scene.signs else "none", i, was=was)
        if word in {"سوف", "وسوف", "فسوف"} and not inner:
            found = _verbal(scene, i + 1)
            return Predicate("future", i + 1, row=found.row if found else {})
        whole = _definite(scene, i)
        i += 1
    return Predicate("perfect" if was else "none", first, was=was)


# `لا يتجاوز 35 ألفا`, `لا يقل عن عشرة`: a measure, not a denial.
_MEASURES = frozenset(map(fold, "تجاوز قل أقل زاد تعدى فاق تخطى".split()))


def _except(scene: Scene, i: int, last: int) -> bool:
    """`لم يستقبل سوى`, `لا يكفي إلا`: what is negated is all but one thing, and that is told."""
    return any(scene.text(k) in {"سوي", "الا"} for k in range(i + 2, min(i + 6, last)))


def _definite(scene: Scene, i: int) -> bool:
    """Whether a word can end a subject: it has the article or a pronoun."""
    word = scene.text(i)
    return word.startswith(("ال", "وال")) or (len(word) > 3 and scene.written(i).endswith(("ه", "ها", "هم", "نا")))


def _beyond(scene: Scene, i: int, first: int, last: int) -> int | None:
    """The token behind a name, a time, a quoted name, a bracket or a sign at i; None for a word to be read."""
    if i in scene.mentions:
        return scene.mentions[i][0].last
    if i in scene.times and i > first:
        return scene.times[i].last
    if i in scene.quotations and scene.is_name(i) and scene.quotations[i][0].last < last:
        return scene.quotations[i][0].last
    word = scene.text(i)
    if word == "(":
        return next((k + 1 for k in range(i, min(i + 12, last)) if scene.text(k) == ")"), i + 1)
    if word in OPENING or word in CLOSING or word in COMMAS or not word.isalpha():
        return i + 1 if word not in {".", "؛", "؟"} else None
    return None


def _verbal(scene: Scene, i: int) -> Verb | None:
    """A verb at i where only a verb can stand."""
    found = verb(scene.text(i)) or _saying(scene, i)
    if found is None and re.fullmatch(r"[يتن]\w+", scene.text(i)) and not scene.text(i).endswith("ه"):
        return Verb("imperfect", False, {})
    return found


def _saying(scene: Scene, i: int) -> Verb | None:
    """A verb of attribution at i."""
    if role(scene.text(i)) or NOT_VERBS.get(scene.text(i)):
        return None
    for hit in scene.forms.get(i, ()):
        if hit.row["class"] in ("perfect", "imperfect") and hit.start - scene.tokens[i].start <= 1:
            return Verb(hit.row["class"], bool(hit.row["risk"]), {})
    return None


_NO_VERBS = frozenset({"preposition", "place", "during", "adverb", "conjunction"})


def _verb_here(scene: Scene, i: int, sure: bool, first: bool) -> Verb | None:
    """A verb at i; one that may be a noun only where the place is a verb's (`sure`), or before its subject."""
    written = scene.written(i)
    if written.endswith(("ة", "ً")) or written.lstrip("و").startswith("إ") or role(scene.text(i)) in _NO_VERBS:
        return None
    if written.lstrip("وف").startswith("سأ"):
        return verb(scene.text(i)) or Verb("future", False, {})
    found = verb(scene.text(i)) or _saying(scene, i)
    if found is not None and found.alike and not sure and not (first and _subject(scene, i + 1)):
        return None
    return found


def _feminine(scene: Scene, i: int, found: Verb) -> Verb:
    """`الزيارة تحمل`: behind a feminine subject a word in ت is a present where it could be a past (تحمّل)."""
    word = scene.text(i)
    if found.tense == "perfect" and word[:1] == "ت" and not word.endswith(("ت", "وا", "تا")):
        row = _PRESENT.get(word[1:])
        if row is not None:
            return Verb("imperfect", False, row)
    return found


def _adjective(scene: Scene, i: int, first: int) -> bool:
    """Whether an indefinite word behind a whole phrase is said of it: `الإجراءات جارية`."""
    word = scene.text(i)
    if i <= first or not word.isalpha() or len(word) < 3 or i in scene.heads or i in scene.times or role(word):
        return False
    if word[0] in "وفبلك" or word.startswith("ال") or scene.written(i).endswith(("اً", "ا")):
        return False
    return scene.written(i).endswith("ة") or i in scene.signs


def _subject(scene: Scene, i: int) -> bool:
    """A subject may begin at i: a name or a definite noun, behind a verb that opens its clause."""
    return i in scene.mentions or scene.text(i).startswith("ال")

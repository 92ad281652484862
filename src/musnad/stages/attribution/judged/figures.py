"""Figures of speech: `باع الوهم`, `أدار ظهره`, `دفع ثمن صمته` tell what their teller makes of things."""

from __future__ import annotations

import re

from musnad.rules import lexicon
from musnad.stages.attribution.judged.case import Case
from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.words import is_number, role
from musnad.text import fold

__all__ = ["abstract", "ailing", "bodiless", "figure"]

FIGURES = lexicon("attribution/figures")
BODILY = lexicon("attribution/bodily")
_PRONOUN = re.compile(r"(?:ه|ها|هم|هما|نا|ي)$")


_BILLS = frozenset("كهرباء ماء مياه غاز هاتف انترنت اتصالات علاج مستشفي مطعم فندق وقود طاقه استهلاك".split())


def _does(word: str, what: str) -> bool:
    row = BODILY.get(word)
    return row is not None and row["what"] == what


def ailing(case: Case) -> bool:
    """`السوق ميت`, `العدالة عرجاء`: a body's quality, said of what has none."""
    word = case.word(case.told.at)
    return (
        case.told.tense == "none"
        and (_does(word, "quality") or _does(word.removesuffix("ه"), "quality"))
        and (bodiless(case))
    )


def abstract(word: str) -> bool:
    """Whether a word is a thing that only a judgement finds sound or ailing: `القرار سليم`, and not `الجسر سليم`."""
    return _does(re.sub("^[وف]?(?:ال)?", "", word), "thing") or deed(word) is not None


def bodiless(case: Case) -> bool:
    """Whether the subject is a thing or a body of people, and no one who walks and weeps."""
    scene, i = case.scene, case.subject
    i += is_number(case.word(i)) or role(case.word(i)) == "quantifier"  # `مئات العائلات تنام في العراء`
    if i != case.first and (case.word(case.told.at)[:1] in "ان" or role(case.word(i))):
        return False  # `أنام بجانب الهاتف`
    if scene.in_time(case.told.at + 1) or any(
        case.word(k).isdigit() for k in range(case.told.at + 1, case.clause.last)
    ):
        return False  # `المنظمة ولدت عام 1990`
    if i in scene.mentions:
        return scene.mentions[i][1].type in ("ORG", "GPE")
    classes = {hit.row["class"] for hit in scene.heads.get(i, ())}
    if classes & {"person", "public", "experts", "unnamed"}:
        return False
    word = re.sub("^[وف]?(?:ال)?", "", case.word(i))
    return bool(classes) or _does(word, "thing") or deed(case.word(i)) is not None


def figure(case: Case) -> bool:
    """Whether the predicate and the words behind it are a figure of speech."""
    at, past = case.told.at, fold(case.past)
    after = case.word(at + 1)
    if any(case.word(i).startswith(("بعقليه", "بذهنيه")) for i in range(at + 1, min(at + 5, case.clause.last))):
        return True  # `تدير البلاد بعقلية الدكان`
    if not past or not after:
        return False
    turned = past == "تحول" and case.word(at + 1) == "من" and case.scene.quoted_at(at)  # `«تحولت من دواء إلى عادة»`
    minds = case.told.negated and _does(past, "mind")  # `العطش لا ينتظر`
    if (_does(past, "verb") or minds or turned or (past == "عاش" and after == "علي")) and bodiless(case):
        return True  # `الحكومة «تمشي على عكازين»`
    if past == "دفع" and after == "ثمن":
        return _PRONOUN.search(case.scene.written(at + 2)) is not None  # `ثمن صمته`, not `ثمن التذكرة`
    if past == "دفع" and after == "فاتوره":
        return case.word(at + 2).removeprefix("ال") not in _BILLS
    owned = _PRONOUN.sub("", after)
    forms = {after, owned, re.sub("ت$", "ه", owned), f"{after} {case.word(at + 2)}"}
    return any(FIGURES.get(f"{past} {form}") is not None for form in forms)

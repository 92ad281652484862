"""What a sentence tells, apart from its wording: its numbers, days and names, and the bare letters of its words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from musnad.doc import Span
from musnad.links.account import Account
from musnad.text import fold

__all__ = ["Point", "points"]

# How much a shared trait tells, before it is known how many pages have it.
_NUMBER, _FIGURE, _DAY, _NAME, _WORD = 3.0, 1.5, 2.0, 1.5, 1.0
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBERS: Mapping[str, int] = {
    fold(word): number
    for words, number in (
        ("ثلاثة|ثلاث", 3), ("أربعة|أربع", 4), ("خمسة|خمس", 5), ("ستة|ست", 6), ("سبعة|سبع", 7), ("ثمانية|ثماني", 8),
        ("تسعة|تسع", 9), ("عشرة|عشر", 10), ("عشرين|عشرون", 20), ("ثلاثين|ثلاثون", 30), ("أربعين|أربعون", 40),
        ("خمسين|خمسون", 50), ("ستين|ستون", 60), ("سبعين|سبعون", 70), ("ثمانين|ثمانون", 80), ("تسعين|تسعون", 90),
        ("مئة|مائة", 100), ("مئتين|مئتان|مائتين|مائتان", 200), ("ثلاثمئة|ثلاثمائة", 300), ("أربعمئة|أربعمائة", 400),
        ("خمسمئة|خمسمائة", 500), ("ستمئة|ستمائة", 600), ("سبعمئة|سبعمائة", 700), ("ثمانمئة|ثمانمائة", 800),
        ("تسعمئة|تسعمائة", 900), ("ألفين|ألفان", 2000),
    )
    for word in words.split("|")
}  # fmt: skip
# Words that any report has: what joins, points and reports.
_COMMON = frozenset(
    fold(
        "في من على إلى عن أن إن أنه أنها أنهم إنه إنها إنهم التي الذي الذين اللذين هذا هذه ذلك تلك هو هي هم "
        "ما لا لم لن قد لقد كما بعد قبل عند منذ خلال حول بين مع أو أم ثم بل كل بعض غير أي أيضا حتى لكن ليس "
        "ليست كان كانت يكون تكون سيكون ستكون كانوا بأن بأنه لأن حيث حين حينما عندما إذا فيما مما وفق وفقا "
        "بحسب حسب قال قالت قائلا وقال وقالت أضاف وأضاف أضافت وأضافت مضيفا أكد أكدت وأكد وأكدت مؤكدا أوضح "
        "أوضحت وأوضح وأوضحت موضحا ذكر ذكرت وذكر أشار أشارت وأشار مشيرا أعلن أعلنت وأعلن أفاد أفادت وأفاد "
        "كشف كشفت نقل نقلا ونقل تابع وتابع بيان تصريح تصريحات اليوم أمس مصدر مصادر المصدر المصادر له لها "
        "لهم به بها بهم فيه فيها عليه عليها منه منها إليه إليها عنه عنها نحو أكثر أقل جدا فقط وكان وكانت "
        "وقد وفي ومن وعلى ولا ولم ولن وأن وإن وهو وهي وما يوم العام عام أحد إحدى نفسه نفسها ذاته أمام تحت "
        "فوق دون ضد"
    ).split()
)
_BEFORE = re.compile(r"^(?:[وف](?=\w{4}))?(?:[بكل]?ال(?=\w{3})|لل(?=\w{3})|[بلكس](?=\w{4}))?")
_AFTER = re.compile(r"(?<=\w{3})(?:هما|تين|ها|هم|هن|نا|ات|ون|ين|ان|يه|وا|ته|ه|ي)$")
_WEAK = re.compile("[اويءئؤه]")


class Point(NamedTuple):
    """A sentence of the article: where it stands, how many words it has, and its traits with their weights."""

    span: Span
    words: int
    traits: Mapping[str, float]


def points(page: Account) -> list[Point]:
    """Of all sentences of the article that tell anything."""
    found = []
    names = [name.start for name in page.names]
    for part in page.parts:
        first, last = bisect_left(page.starts, part.start), bisect_left(page.starts, part.end)
        if not part.title and last - first >= 3:
            span = Span(part.start, part.end)
            found.append(Point(span, last - first, _traits(page, span, page.words[first:last], names)))
    return found


def _traits(page: Account, span: Span, words: tuple[str, ...], names: Sequence[int]) -> dict[str, float]:
    """The traits of a sentence; `names`: where the page's names begin."""
    traits = dict(filter(None, map(_weighed, words)))
    for time in page.times:
        if span.start <= time.start < span.end and _FULL_DAY.fullmatch(time.value):
            traits["@" + time.value] = _DAY
    for name in page.names[bisect_left(names, span.start) : bisect_left(names, span.end)]:
        first, last = bisect_left(page.starts, name.start), bisect_left(page.starts, name.end)
        traits.update((trait, _NAME) for trait in map(_trait, page.words[first:last]) if trait)
    return traits


@lru_cache(maxsize=1 << 16)
def _weighed(word: str) -> tuple[str, float] | None:
    """The trait of a word and its weight; None of a word that tells nothing."""
    trait = _trait(word)
    return (trait, _weight(trait)) if trait else None


def _weight(trait: str) -> float:
    if not trait.startswith("#"):
        return _WORD
    plain = trait[1:]
    return _FIGURE if len(plain) == 1 or re.fullmatch(r"(?:19|20)\d\d", plain) else _NUMBER


@lru_cache(maxsize=1 << 16)
def _trait(word: str) -> str:
    """What is left of a word when attachments, endings and weak letters are gone; a number by its digits."""
    if word.isdigit():
        return "#" + word.lstrip("0")
    if word in _COMMON or len(word) < 3:
        return ""
    bare = _BEFORE.sub("", word, count=1)
    if bare in _NUMBERS or word in _NUMBERS:
        return f"#{_NUMBERS.get(word) or _NUMBERS[bare]}"
    if bare in _COMMON:
        return ""
    stem = _AFTER.sub("", bare)
    letters = _WEAK.sub("", stem)
    if len(letters) > 3 and letters[0] in "تمن":
        letters = letters[1:]
    return letters if len(letters) > 1 else stem

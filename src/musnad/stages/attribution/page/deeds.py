"""Nouns that tell an event without a verb, and the times that lay it before or behind the page's day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from musnad.doc import TimeExpression
from musnad.rules import lexicon
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import role

__all__ = ["DEEDS", "deed", "deed_at", "when", "with_lam"]

DEEDS = lexicon("attribution/deeds")


_NEXT = frozenset("المقبل المقبله القادم القادمه المقبلين القادمين".split())
_SPANS = frozenset("الاسبوع الشهر العام السنه اليوم الموسم الصيف الشتاء الربيع الخريف".split())


def when(scene: Scene, place: Place) -> str:
    """Whether the times in a place lie ahead of the page's day or behind it; empty where they do not tell."""
    day = scene.doc.published or ""
    start, end = scene.doc.span(*scene.chars(place))
    times = (time for time in scene.doc.marks(TimeExpression) if start <= time.span.start < end)
    told = {_side(time.value, day) for time in times if time.type in ("DATE", "TIME")}
    if any(scene.text(i) in _NEXT and scene.text(i - 1) in _SPANS for i in range(place.first, place.last)):
        told.add("ahead")
    return "ahead" if "ahead" in told else "behind" if "behind" in told else ""


def _side(value: str, day: str) -> str:
    if "DCT+" in value or value == "FUTURE_REF":
        return "ahead"
    if "DCT-" in value or value == "PAST_REF":
        return "behind"
    start, _, value = value.rpartition("/")
    if start[:4].isdigit() and start[: len(day)] <= day[: len(start)] and value[:10] >= day:
        return ""  # `الأسبوع الحالي`
    n = min(len(value), len(day), 10)
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}.*", value) or n < 4:
        return ""
    return "ahead" if value[:n] > day[:n] else "behind" if value[:n] < day[:n] else ""


_CLITICS = re.compile(r"[وف]?[بلك]?(?:ال)?")
_LEADING = re.compile(r"[وف]?[بلك]?(?:ال|ل)?")  # what is written before a noun, and no letter of its own: `موقف`
_WORK = "عمليه"  # `لعملية الإصلاح`: of a deed, though the word alone tells none
_HAMZA = re.compile(r"ا[ئؤ](?:ه|ها|هم|هما)$")  # انتهائها
_OWNED = re.compile(r"ت(?:ه|ها|هم)$")
_PRONOUN = re.compile(r"(?:ه|ها|هم|هما|نا|ي)$")


_MASDAR = re.compile(r"ت\w\wي\w|إ\w\wا\w|ا\w{2,4}ا[\wء]|ت\wا\w\w")  # تفكيك, إغراق, انكماش, تبادل: of no table
_WITH_EACH_OTHER = re.compile(r"م(?!بارا|حاضر|كافا)\wا\w\wه")  # `لمراجعة`, `لمساعدة`
_DEED: Mapping[str, str] = {"told": "occurred", "announced": "planned"}


def deed_at(scene: Scene, i: int) -> Mapping[str, str] | None:
    """The row of the noun at token i; of one that is in no table, but of a verbal noun's pattern, a plain deed's."""
    pair = f"{scene.text(i)} {scene.text(i + 1)}"
    row = DEEDS.get(pair) or (DEEDS.get(pair[1:]) if pair[:1] == "ب" else None) or deed(scene.text(i))
    word = scene.written(i).removeprefix("ال")
    told = _MASDAR.fullmatch(word) or (word[:1] == "ب" and _MASDAR.fullmatch(word[1:]))  # `اتهم بتخريب الأنبوب`
    if row is None and told and not role(scene.text(i)) and i not in scene.mentions:
        return _DEED
    return row


def with_lam(scene: Scene, i: int) -> bool:
    """Whether the preposition ل is written on the noun of a deed: `لاتخاذ`, `للمشاركة`; not `لقاء`."""
    text = scene.text(i)
    if len(text) < 4 or text[0] != "ل" or DEEDS.get(text) is not None or i in scene.mentions:
        return False
    people = any(hit.row["class"] in ("person", "public", "body", "organization") for hit in scene.heads.get(i, ()))
    told = deed(text[1:]) is not None or text[1:] == _WORK or _MASDAR.fullmatch(scene.written(i)[1:]) is not None
    told = told or (_WITH_EACH_OTHER.fullmatch(text[1:]) is not None and not scene.heads.get(i))
    return told or (text.startswith("لل") and not people and not role(text))


@lru_cache(maxsize=1 << 14)
def deed(word: str) -> Mapping[str, str] | None:
    """The row of a folded noun in any state: `انهيار`, `الانهيار`, `بانهيارها`."""
    lead = _CLITICS.match(word)
    for cut in dict.fromkeys((0, lead.end() if lead else 0, 1, 2)):
        if cut and not _LEADING.fullmatch(word[:cut]):
            continue
        bare = word[cut:]
        for form in (bare, _PRONOUN.sub("", bare), _OWNED.sub("ه", bare), _HAMZA.sub("اء", bare)):
            row = DEEDS.get(form) if len(form) > 2 or (form == word != "ان") else None
            if row:
                return row
    return None

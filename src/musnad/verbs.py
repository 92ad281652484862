"""Words as verbs: by a table of common ones, and by what no noun is spelt like (a prefix ي or سـ, an ending ـت).

The tables lie in the attribution room (verbs.tsv, not_verbs.tsv). This is no part of that room, because the
tense of a verb also tells which way a weekday points, and rooms do not import rooms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from musnad.rules import lexicon
from musnad.text import fold

__all__ = ["NOT_VERBS", "Verb", "of_me", "present", "verb", "we_did"]

VERBS = lexicon("attribution/verbs")
NOT_VERBS = lexicon("attribution/not_verbs")
_FEMININES = lexicon("attribution/feminines")


class Verb(NamedTuple):
    """A word read as a verb. `alike`: it may as well be a noun. `row` is empty for a verb not in the table."""

    tense: str
    alike: bool
    row: Mapping[str, str]


def _past(row: Mapping[str, str]) -> dict[str, bool]:
    """The past's third persons (and `we`) in folded spelling; True for the bare one where it is `alike`."""
    bare = fold(row["past"])
    weak = row["past"][-1] in "ىا" and len(bare) > 2
    stem = bare[:-1] if weak else bare
    forms = [stem + "ت", stem + "تا", stem + "وا", stem + ("ينا" if weak else "نا")]
    if row["past"].endswith("ى") and len(bare) > 3:
        forms.append(stem + "ا")  # تلقاها
    if weak:
        forms.append(stem + ("يت" if row["past"][-1] == "ى" else "وت"))  # مشيت, دعوت
    if row["past"].endswith("ي"):
        forms.append(bare[:-1] + "وا")
    if len(bare) > 2 and bare[-2] == "ا":
        forms.append(bare[:-2] + bare[-1] + "نا")  # قسنا, زرنا, أضعنا, استعدنا
        forms.append(bare[:-2] + bare[-1] + ("ت" if bare not in _NO_FIRST else "نا"))  # بعت, عشت, أضعت
    if len(bare) == 2 and bare not in ("عد", "خط", "سد"):  # `عددنا`: our number
        forms.append(bare + bare[1] + "نا")  # شممنا, رددنا
    if bare in ("دفن", "سكن") or re.fullmatch(r"ا\w\wن", bare):
        forms.append(bare + "ا")  # دفنّا, أعلنّا
    if len(bare) == 2 and bare not in ("عد", "خط"):
        forms.append(bare + "ينا")  # سدّينا: as it is spoken
    if bare == "جاء":
        forms += ["جئت", "جئنا"]
    two = (
        {stem + "ا": bool(row["alike"])} if not weak and bare[:1] in "تا" else {}
    )  # تسلما, اتفقا; تراجعا is a noun too
    alone = {} if row["alike"] == "noun" else {bare: bool(row["alike"])}
    return {**dict.fromkeys(forms, False), **two, **alone}


_NO_FIRST = frozenset("صام بان سار بات مات فات تاب زات".split())  # صمت, بنت, سرت are nouns
_PAST: dict[str, tuple[bool, Mapping[str, str]]] = {}
_PRESENT: dict[str, Mapping[str, str]] = {}
for _row in sorted(VERBS.rows, key=lambda row: len(fold(row["past"]))):  # يبلغ is بلغ's before أبلغ's
    for _form, _alike in _past(_row).items():
        _PAST.setdefault(_form, (_alike, _row))
    if _row["present"]:
        _PRESENT.setdefault(fold(_row["present"])[1:], _row)
for _stem, _row in list(_PRESENT.items()):
    if _stem[-1] in "يا":
        _PRESENT.setdefault(_stem[:-1] + "و", _row)  # يبدو is بدا's before بدأ's
_PRONOUN = re.compile(r"(?:ه|ها|هم|هما|نا|ني)$")
_ENDING = re.compile(r"(?:ون|ان|وا|ين|ا|ن)$")
_FORM = re.compile(r"(?:(س|ل)?([يتن])|(س)(ا))(\w{2,})")
_ENDS_IN_T = re.compile(r"\w{2,}[^\Wا]تا?")
_NOUN_IN_T = re.compile(r"و?(?:ال|لل|بال)|ب\w+[وي]ت$|[وبل]{1,2}\w[وي]ت$")  # بموت, والبيت
_OF_MANY = re.compile(r"[^\Wيت]\w{2,}وا")  # اقتحموا, وصلوا
_OURS = re.compile(r"[^\Wيتنابلم]\w{2,}نا(?:ه|ها|هم)")  # غرسناها, not بمعناها
# استنفر, انعقد, احتسب: no noun is spelt so without a long vowel.
_DERIVED = re.compile(r"(?!ال)(?:است|ان(?=\w{3}$)|ا\wت(?=\w{2}$))[^\Wاويته]{2,3}")
_SHY = re.compile(r"ت\w\wي\w|ت\wا\wي\w|\w+(?:ه|ات)")  # تقرير, تمارين, تنميه, تحركات: no verbs with ت


@lru_cache(maxsize=1 << 14)
def verb(word: str) -> Verb | None:
    """A folded word as a verb, with or without a leading و or ف."""
    if _OF_PEOPLE.search(word) or (word.endswith("يان") and len(word) > 5 and verb(word[:-2]) is None):
        return None  # `تجاريان`; but `يلتقيان`
    if word[:1] not in ("و", "ف") or len(word) <= 3 or NOT_VERBS.get(word):
        return _known(word) or _shaped(word)
    bare = word[1:]  # a word of the table before a mere shape; فيسبوك is none
    return _known(word) or _known(bare) or _shaped(word) or (None if word[:2] == "في" else _shaped(bare))


_OF_PEOPLE = re.compile(r"\w{2}[^ح]ي[وي]ن$")  # `تجاريين`, `يساريون`: adjectives; but `يستحيون`


def _known(text: str) -> Verb | None:
    short = _PRONOUN.sub("", text)
    alone = text not in _PAST and text[:1] in "يتن" and text[1:] in _PRESENT
    if short != text and alone and short in _PAST and len(short) < 4:
        return Verb("imperfect", False, _PRESENT[text[1:]])  # تلتهم, not تلت of a pronoun
    if short != text and (NOT_VERBS.get(text) or re.match("ال.*ني$", text)):
        return None  # وحده, وقته, الزمني
    if short != text and short[-1:] == "ت" and _FEMININES.get(short[:-1] + "ه"):
        return None  # قوته
    for form in dict.fromkeys((text, short)):
        if form in _PAST:
            alike, row = _PAST[form]
            if form == short == text and text == fold(row["past"])[:-1] + "ا" and row["past"][-1] == "ى":
                continue  # تلقا stands only before a pronoun
            me = text.endswith("ني") and len(form) > 2 and form != text  # `تركني`
            return Verb("perfect", alike and not me, row)
    many = re.fullmatch(r"(?!ال)(\w{3,}و)(?:ه|ها|هم|نا|ني)", text)
    if many and many[1] + "ا" in _PAST:
        return Verb("perfect", False, _PAST[many[1] + "ا"][1])  # سمعوه, not القوة
    match = _FORM.fullmatch(text)
    if not match or NOT_VERBS.get(text):
        return None
    future, prefix, stem = match[1] or match[3], match[2] or match[4], match[5]
    for form in dict.fromkeys((stem, _PRONOUN.sub("", stem), _ENDING.sub("", stem))):
        if form in _PRESENT:
            if prefix == "ت" and future != "س" and text.endswith("ه") and form != stem:
                return None  # تكلفة, لتسوية; not تواجه
            return Verb("future" if future == "س" else "imperfect", False, _PRESENT[form])
    return None


def _shaped(text: str) -> Verb | None:
    """A verb by its shape alone."""
    bare = text[text[:1] in "وف" :]
    if len(text) < 4 or any(NOT_VERBS.get(form) for form in (text, bare, _PRONOUN.sub("", text))):
        return None
    if re.fullmatch(r"س[يتن](?!ار|اس)\w{3,}", text) and not text.endswith("ه"):  # `سيارتي`, `سياستنا`
        return Verb("future", False, {})
    if text[0] == "ي":
        return Verb("imperfect", False, {})
    if re.fullmatch(r"ب[يت]\w{3,}وا", text):
        return Verb("imperfect", False, {"now": "ongoing"})  # `بيشتروا`: as it is spoken in Egypt
    if _OF_MANY.fullmatch(text) or _OURS.fullmatch(text) or _DERIVED.fullmatch(text):
        return Verb("perfect", False, {})
    if _ENDS_IN_T.fullmatch(text) and not _NOUN_IN_T.match(text):
        return Verb("perfect", False, {})
    if re.fullmatch(r"تست\w{3,}|ت\w\w\wي\w|ت\w{2,}ون|يت\w{2,}", text) and not _SHY.fullmatch(text):
        return Verb("imperfect", False, {})
    return None


def present(word: str) -> Verb | None:
    """`تحمل` as a present, where it may as well be a past (تحمّل)."""
    row = _PRESENT.get(word[1:]) if word[:1] == "ت" and not word.endswith(("ت", "وا", "تا")) else None
    return Verb("imperfect", False, row) if row is not None else None


def of_me(word: str) -> Verb | None:
    """`أشكر`: a present of the first person, where a speaker's words begin."""
    row = _PRESENT.get(word[1:])
    return Verb("imperfect", False, row) if row is not None else None


def we_did(word: str) -> bool:
    """`ذكرنا`: what the speakers themselves did."""
    did = verb(word) if word.endswith("نا") else None
    return did is not None and did.tense == "perfect" and not did.alike

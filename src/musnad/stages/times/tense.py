"""Which way a bare weekday, month or amount points: the way of the verb that governs it.

The verb is looked for backwards through the time's own clause, then behind the time, then in the clauses that
hold it. A perfect is past, a future is ahead; a present is ahead for a named day only, which news tells of so
where it is to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from musnad.rules import lexicon
from musnad.text import fold
from musnad.verbs import present, verb

__all__ = ["AHEAD", "PAST", "PRESENT", "UNTOLD", "tense"]

PAST, UNTOLD, PRESENT, AHEAD = -1, 0, 1, 2
BEFORE, AFTER = 200, 70  # characters of the same sentence that are asked
REACH = 5  # words before a word that tell whether it is a verb, and what it is under
NEAR = 3  # words between `توقعت` and the day on which it was said
_ROWS = {form: rows[0] for form, rows in lexicon("times/tense").by_form.items()}
_SLOTS = {form: row["slot"] for form, row in _ROWS.items()}
_LONGEST = max(form.count(" ") for form in _SLOTS) + 1
_ENDS = re.compile(r"[\n!؟?;؛]|\.(?!\d)")
_TOKEN = re.compile(r"[^\W\d_]+|[^\w\s]")
_OPENING = frozenset('«“":(')
_TENSES = {"perfect": "perfect", "imperfect": "present", "future": "ahead"}


class _Word(NamedTuple):
    """`slot`: one of tense.tsv's, the tense of a verb, `opening` of a quotation, or empty."""

    text: str
    slot: str


def tense(reading: str, start: int, end: int, *, point: bool = True) -> int:
    """How the sentence tells the reading's [start, end): PAST, PRESENT or AHEAD, UNTOLD where it does not.

    `point`: a day or month, on which what reaches ahead may have been said; else an amount, within which it must come.
    """
    low = max(0, start - BEFORE)
    low = max((match.end() for match in _ENDS.finditer(reading, low, start)), default=low)
    stop = _ENDS.search(reading, end)
    before = list(_read(reading[low:start]))
    after = list(_read(reading[end : min(end + AFTER, stop.start() if stop else len(reading))]))
    led = before[-1].slot if before else ""
    if [word.text for word in before[-2:]] == ["لا", "بعد"] or (before and before[-1].text == "لا"):
        return UNTOLD  # `فور الفرز، لا بعد يومين`: a time that is only set against another
    if led in ("since", "from_now_on"):
        return PAST if led == "since" else AHEAD
    return _backwards(before, after, point=point)


def _read(text: str) -> Iterator[_Word]:
    """The words of a stretch, phrases of tense.tsv as one."""
    words = _TOKEN.findall(text)
    at = 0
    while at < len(words):
        for size in range(_LONGEST, 0, -1):
            phrase = " ".join(words[at : at + size])
            slot = _slot(phrase)
            if slot or size == 1:
                yield _Word(phrase, slot or _tense(words, at))
                at += size
                break


def _slot(phrase: str) -> str:
    if phrase in _OPENING:
        return "opening"
    return next(
        (_SLOTS[form] for form in (phrase, phrase[1:]) if form in _SLOTS and (form == phrase or phrase[0] in "وف")), ""
    )


def _tense(words: Sequence[str], at: int) -> str:
    """The tense of a word that is a verb where it stands; a word that may be a noun is one only at a clause's head."""
    word = words[at]
    read = verb(word)
    if read is None and at and words[at - 1] in _WHO and len(word) > 2 and word not in _NO_VERB:
        return "perfect"  # a verb that no table has
    if read is None or _VERBAL_NOUN.fullmatch(word):
        return ""
    before = words[at - 1] if at else ""
    if read.tense == "imperfect" and word.lstrip("وف")[0] == "ن" and before not in _SHE:
        return ""  # نصابها; news hardly ever speaks as we
    if read.tense == "future" and word.lstrip("وف").startswith("سا") and before not in _I_SAY:
        return ""  # سالفا, a town
    if read.tense == "perfect" and before in _SHE and present(word):
        return "present"
    if word[-1] == "ه" and word[0] != "ي" and before not in _HEADS:
        return ""  # قادة, وزارة: spelt like a verb with its object
    return "alike" if read.alike and before not in _HEADS and word[0] not in "وف" else _TENSES[read.tense]


_WHO = frozenset(("الذي", "التي", "الذين", "اللذين", "اللتين"))
_NO_VERB = frozenset(
    "علي الي بين منذ خلال ليس ليست هناك كانوا حول عند بعد قبل امام تحت دون ضمن طالما لطالما حتي مع".split()
)
_SHE = frozenset(("التي", "انها", "بانها", "ان", "وهي", "هي"))
_HEADS = frozenset(
    ["", "،", ",", *"الذي التي الذين اللذين اللتين قد لقد وقد ما كما حيث عندما بعدما لم ثم حين اذ".split()]
)
_I_SAY = _HEADS | _OPENING | frozenset(("ان", "اني", "انني", "انا"))  # before `سأعود`
_VERBAL_NOUN = re.compile(r"(?:است|ا)\w{1,3}ا\wت(?:ه|ها|هم|هما)")  # اقامتها, استضافته: أقامتها hardly ever


def _backwards(before: Sequence[_Word], after: Sequence[_Word], *, point: bool) -> int:
    asked = False  # whether the clause's other half, behind the time, has been asked
    for at in range(len(before) - 1, -1, -1):
        slot = before[at].slot
        if slot in ("that", "opening") and not asked:
            asked = True
            if way := _forwards(after):
                return way
        if way := _way(before, at, after, point=point):
            return way
    return UNTOLD if asked else _forwards(after)


def _way(before: Sequence[_Word], at: int, after: Sequence[_Word], *, point: bool) -> int:
    """Which way one word points."""
    slot, here = before[at].slot, before[max(0, at - REACH) : at]
    if slot in ("perfect", "was", "since"):
        return PAST
    if slot == "happened":
        return UNTOLD if any(word.slot in _AHEAD for word in here) else PAST
    if slot == "alike":
        own = here[max((i + 1 for i, word in enumerate(here) if word.slot == "that"), default=0) :]
        noun = (here and here[-1].text in _LEADS_NOUN) or any(word.slot in _AHEAD for word in own)
        return UNTOLD if noun else PAST
    if slot == "reach":
        said = point and not _object_open(before, at) and not (after and after[0].slot == "ahead")
        return PAST if _had(here) or said else AHEAD
    if slot == "ahead":
        return PAST if _had(here[-2:]) else AHEAD
    return _present(before, at, after) if slot == "present" else UNTOLD


def _object_open(before: Sequence[_Word], at: int) -> bool:
    """Whether what an act reaches ahead to has begun: `دعا الي اضراب الاحد`, not `دعا الوزير الاحد الي`."""
    text = before[at].text
    opens = fold((_ROWS.get(text) or _ROWS[text[1:]])["opens"])
    if not opens:
        return len(before) - 1 - at >= NEAR or before[-1].text in _TO
    return any(word.text.startswith(opens) and not word.slot for word in before[at + 1 :])


def _had(words: Sequence[_Word]) -> bool:
    """`كان من المفترض ان`, `كانت الجماعه دعت الي`."""
    return any(word.text.lstrip("وف").startswith("كان") for word in words)


_AHEAD = frozenset(("ahead", "reach", "present"))
_TO = frozenset(("الي", "حتي"))
_LEADS_NOUN = frozenset("في من الي علي عن بعد قبل خلال منذ حتي دون مع بين تم يتم جري نحو عدم اعاده و".split())
_BEFORE_THAT = frozenset(("قبل", "بعد", "منذ"))


def _present(before: Sequence[_Word], at: int, after: Sequence[_Word]) -> int:
    """A present is ahead, but for what is told at that time, what was going on, and what something else went before."""
    if after and after[0].slot == "that":
        return UNTOLD  # `اعلنت اللجنه التي تنظم البطوله السبت ان`
    here = before[max(0, at - REACH) : at]
    last = here[-1] if here else None
    if last is not None and last.slot == "that":
        led = here[-2] if len(here) > 1 else last
        if led.text == "علي":
            return AHEAD  # `على أن يعودوا السبت`
        return UNTOLD if led.slot in ("ahead", "reach") or led.text.lstrip("وف") in _BEFORE_THAT else PRESENT
    if last is not None and last.slot == "ahead":
        return AHEAD
    if any(word.slot == "was" for word in here) or (last is not None and last.slot == "perfect"):
        return PAST
    heads = at == 0 or before[at].text[0] in "وف" or before[at - 1].text in _HEADS
    return PRESENT if heads else _about(before, at, after)


def _about(before: Sequence[_Word], at: int, after: Sequence[_Word]) -> int:
    """A present behind a noun: past where the same clause has a perfect (`شاهد دخانا يتصاعد`).

    What somebody told about stands for itself: `تحدث عن لقاء يجمعهما السبت`.
    """
    for i in range(at - 1, -1, -1):
        if before[i].slot in ("that", "opening") or before[i].text in _HEADS or before[i].text == "عن":
            return PRESENT
        if before[i].slot in ("perfect", "was", "alike") and _way(before, i, after, point=True) == PAST:
            return PAST
    return PRESENT


_SUBORDINATE = frozenset("اذا لو عندما حين حيث فيما بينما بعد بعدما عقب قبل الذي التي الذين".split())


def _forwards(after: Sequence[_Word]) -> int:
    """The way of the first verb behind the time, in its clause."""
    for at, word in enumerate(after):
        if (word.slot in ("that", "opening") and at) or word.text.lstrip("و") in _SUBORDINATE:
            return UNTOLD
        if word.slot in ("perfect", "was", "reach"):
            return PAST
        if word.slot in ("ahead", "present"):
            return AHEAD if word.slot == "ahead" else PRESENT
    return UNTOLD

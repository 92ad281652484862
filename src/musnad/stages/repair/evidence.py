"""What makes a break more than a typo: a word outlets are known to break, or the word whole on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import ahocorasick_rs

from musnad.rules import lexicon
from musnad.text import fold
from musnad.verbs import verb

BROKEN = lexicon("repair/broken")
NEWSROOM = lexicon("repair/newsroom")
WORDS = lexicon("repair/words")
_NOUN = re.compile(r"[وف]?(?:[بلك]?(?:ال)?|لل)")
_VERB = re.compile(r"[وف]?س?[يتن]")
_SUFFIX = re.compile(r"(?:[هيا]|ات|ان|ون|ين|وا|ت)?(?:ها|هم|هما|هن|نا|كم)?")
_BEFORE, _AFTER = re.compile(r"[^\W\d_]*\Z"), re.compile(r"[^\W\d_]*")
_WHOLE = re.compile(r"[^\W\d_]+")
_CLITIC = re.compile(r"[وف]?[بلك]ـ[^\W\d_]{3,}|[وف]?[بلك]ـ+\W*")
# Left pieces that are spaced by habit or haste: `و القتل`, `ال حرب`.
_SPACED = frozenset(map(fold, ("و", "ال", "وال", "لل", "بال", "يا", "أ", "م", "د", "هـ")))


@lru_cache(maxsize=1 << 14)
def known(word: str, inside: int | None = None, *, breaks: bool = False) -> bool:
    """Whether a word, with what may be attached to it, is one that outlets break.

    With `inside`, the break at that place must lie within the word itself, not where a clitic is attached.
    `breaks`: on a page that breaks words, any common word of the news counts.
    """
    word = fold(word)
    forms = (BROKEN.by_form, NEWSROOM.by_form) if breaks else (BROKEN.by_form,)
    prefixes = (_NOUN,) if inside is not None else (_NOUN, _VERB)
    for cut in range(min(5, len(word))):
        if not any(prefix.fullmatch(word, 0, cut) for prefix in prefixes):
            continue
        for end in range(len(word), cut + 2, -1):
            if inside is not None and not cut < inside < end:
                continue
            if any(word[cut:end] in form for form in forms) and _SUFFIX.fullmatch(word[end:]):
                return True
    return False


# Every word of the lexicon with one space in it. Nearly all pages have none and are done in one pass.
_TORN = ahocorasick_rs.AhoCorasick(
    sorted({f"{form[:i]} {form[i:]}" for form in BROKEN.by_form for i in range(1, len(form))})
)


def torn(source: str) -> bool:
    """Whether some known word, with what may be attached to it, stands on the page with a space in it."""
    text = fold(source)
    for _, start, end in _TORN.find_matches_as_indexes(text, overlapping=True):
        if not text[start - 1 : start].isalpha() and not text[end : end + 1].isalpha():
            return True
        before, after = _BEFORE.search(text, max(0, start - 8), start), _AFTER.match(text, end, end + 8)
        if before and after and _NOUN.fullmatch(before.group()) and _SUFFIX.fullmatch(after.group()):
            return True
    return False


def whole_words(source: str) -> frozenset[str]:
    """The words that stand whole on a page, as written."""
    return frozenset(_WHOLE.findall(source))


def lone_clitic(written: str) -> bool:
    """`لـعكاظ`: one tatweel that only sets a preposition off from the word."""
    return "." not in written and written.count("ـ") == 1 and _CLITIC.fullmatch(written) is not None


def splits(left: str, right: str, whole: frozenset[str], *, breaks: bool, plain: bool) -> bool:
    """Whether `left right` is one word with a space put in it.

    The word must be known or stand whole on the page; pieces that are words of their own speak against, and so do
    pieces too long to be crumbs. `breaks`: the page breaks words, perhaps for decoration; `plain`: to hide them, so
    that one piece may be a word.
    """
    if fold(left) in _SPACED or fold(right).startswith("ال"):
        return False
    joined, shorter = left + right, min(len(left), len(right))
    words = [_word(piece) for piece in (left, right)]
    if plain and not any(words) and verbal(joined):
        return True
    if known(joined, len(fold(left)), breaks=plain):
        return not any(words) or ((plain or shorter <= 3) and not all(words))
    if joined not in whole or len(joined) < 3:
        return False
    return (plain and shorter <= 4 and not all(words)) or (not any(words) and shorter <= (3 if breaks else 1))


def verbal(word: str) -> bool:
    """Whether a word is a common verb and hardly anything else."""
    read = verb(fold(word))
    return read is not None and bool(read.row) and not read.alike


def crumbs(pieces: Sequence[str]) -> bool:
    """Whether pieces that a sign sets apart are one word's, and no two sentences without a space: one is short and
    no word."""
    return any(len(piece) <= CRUMB and not _word(piece) for piece in pieces)


CRUMB = 4  # letters
_PRONOUN = re.compile(r"(?:ها|هم|هما|نا|كم|ه)$")
_PARTICLES = frozenset("لا ما من ان هل لم لن قد كم مع عن في او ام كي لو اذ به له هو هي هم بل ثم".split())
_WITH_PRONOUN = re.compile(r"(?:[بلك]?(?:ان|لان|لكن|كان)|عند|بين|مع|من|عن|لدي|حول|ضد|بعد|قبل)(?:نا|هم|ها|ه|كم|هما)")


def _word(piece: str) -> bool:
    """Whether a piece is a word, with what may be attached to it; the article makes none of a particle (`اللا`)."""
    text = fold(piece)
    bare = _NOUN.sub("", text, count=1)
    article = "ال" in text[: len(text) - len(bare)]
    alone = WORDS.get(bare) is not None and not (article and bare in _PARTICLES)
    read = verb(text)
    spelt = _WITH_PRONOUN.fullmatch(text) is not None or (read is not None and bool(read.row))
    owned = _PRONOUN.sub("", bare)
    alone = alone or (owned != bare and len(owned) > 1 and WORDS.get(owned) is not None)
    return known(piece) or WORDS.get(piece) is not None or alone or spelt

"""What makes a break more than a typo: a word outlets are known to break, or the word whole on the page."""

from __future__ import annotations

import re
from functools import lru_cache

import ahocorasick_rs

from musnad.rules import lexicon
from musnad.text import fold

BROKEN = lexicon("repair/broken")
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
def known(word: str, inside: int | None = None) -> bool:
    """Whether a word, with what may be attached to it, is one that outlets break.

    With `inside`, the break at that place must lie within the word itself, not where a clitic is attached.
    """
    word = fold(word)
    prefixes = (_NOUN,) if inside is not None else (_NOUN, _VERB)
    for cut in range(min(5, len(word))):
        if not any(prefix.fullmatch(word, 0, cut) for prefix in prefixes):
            continue
        for end in range(len(word), cut + 2, -1):
            if inside is not None and not cut < inside < end:
                continue
            if word[cut:end] in BROKEN.by_form and _SUFFIX.fullmatch(word[end:]):
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


def splits(left: str, right: str, whole: frozenset[str], *, breaks: bool) -> bool:
    """Whether `left right` is one word with a space put in it.

    The word must be known or stand whole on the page; a piece that is a word of its own speaks against,
    and so does a piece too long to be a crumb.
    """
    if fold(left) in _SPACED or fold(right).startswith("ال"):
        return False
    joined, shorter = left + right, min(len(left), len(right))
    words = [_word(piece) for piece in (left, right)]
    if known(joined, len(fold(left))):
        return not any(words) or (shorter <= 3 and not all(words))
    return joined in whole and len(joined) >= 3 and not any(words) and shorter <= (3 if breaks else 1)


def _word(piece: str) -> bool:
    bare = _NOUN.sub("", fold(piece), count=1)
    return known(piece) or WORDS.get(piece) is not None or WORDS.get(bare) is not None

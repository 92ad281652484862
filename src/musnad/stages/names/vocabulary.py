"""Everyday words, in any form: what no unknown name is."""

from __future__ import annotations

from functools import cache, lru_cache

from musnad.rules import lexicon
from musnad.stages.names import knowledge as known

__all__ = ["inflected", "ordinary", "sure"]

_BEFORE = ("", "و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "فل", "فب", "وس", "ال", "وال", "بال", "كال", "فال")
_BEFORE_LAM = ("لل", "ولل", "فلل")  # the article's alif is swallowed: للعراق
_AFTER = (
    "", "ا", "ه", "ها", "هم", "هن", "هما", "نا", "ني", "كم", "ات", "ين", "ون", "ان", "وا", "ت", "تا", "ته", "تها",
    "تهم", "تنا", "تي", "اته", "اتها", "اتهم", "ي", "يا", "يه", "يين", "يون", "يات",
)  # fmt: skip
_LEAST = 3  # letters of a stem: what is shorter is found in everything


@lru_cache(1 << 15)
def ordinary(word: str) -> bool:
    """Whether a folded word is an everyday one, with whatever is attached to it."""
    if _known(word):
        return True
    for before in (*_BEFORE, *_BEFORE_LAM):
        if word.startswith(before) and len(word) - len(before) >= _LEAST:
            stem = word[len(before) :]
            if _inflected(stem) or (before in _BEFORE_LAM and _inflected("ال" + stem)):
                return True
    return False


@cache
def _sure(world: bool) -> frozenset[str]:
    often = known.often_given(world=world)
    return frozenset(form for form in often if not _known(form)) | known.cues("people sure names")


def sure(word: str, *, world: bool = True) -> bool:
    """Whether a folded word is a given name that many bear, and no everyday word; `world`: abroad, too."""
    return word in _sure(world)


@lru_cache(1 << 15)
def inflected(word: str) -> bool:
    """Whether a folded word without anything before it is an everyday one, or its plural or feminine."""
    if _known(word):
        return True
    return any(word.endswith(after) and _known(word[: -len(after)]) for after in _PLURAL if len(word) > 4)


_PLURAL = ("ات", "ه", "ها", "هم", "ين", "ون", "ته", "يه", "تين", "تان")


def _inflected(stem: str) -> bool:
    return any(
        stem.endswith(after) and len(stem) - len(after) >= _LEAST and _known(stem[: len(stem) - len(after)])
        for after in _AFTER
    )


@cache
def _everyday() -> tuple[frozenset[str], frozenset[str]]:
    """All everyday words, as they stand and without the ة of the feminine, and those that may bear the article."""
    vocabulary, common = (frozenset(lexicon(path).by_form) for path in ("names/vocabulary", "names/words"))
    bent = {f"{word}ا" for word in common}
    plain = vocabulary | {word[:-1] for word in vocabulary if word.endswith("ه")} | common
    return frozenset(plain | {word for word in bent if known.common(word)}), common


def _known(word: str) -> bool:
    plain, articled = _everyday()
    return word in plain or (word[:2] == "ال" and word[2:] in articled and known.common(word))

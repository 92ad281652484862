"""What its teller makes of a thing: evaluative words as a clause's predicate, as its subject, or behind هو."""

from __future__ import annotations

from functools import lru_cache

from musnad.rules import lexicon

__all__ = ["weighs"]

WORTH = lexicon("attribution/worth")
_ENDINGS = ("", "ه", "ا", "ات", "ون", "ين", "ان", "تان", "تين")


@lru_cache(maxsize=1 << 14)
def weighs(word: str, place: str = "head") -> bool:
    """Whether a folded word, in any gender, number or case, is evaluative in a place: head, subject, definite."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            bare = word[: len(word) - len(ending)]
            row = WORTH.get(bare) or (WORTH.get(bare + "ه") if ending == "ات" else None)
            if row and row[place]:
                return True
    return False

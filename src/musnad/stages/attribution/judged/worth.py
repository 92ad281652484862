"""What its teller makes of a thing: evaluative words as a clause's predicate, as its subject, or behind هو."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from musnad.rules import lexicon

__all__ = ["praise", "weighs"]

WORTH = lexicon("attribution/worth")
_PLAIN = frozenset({"مخزون", "المخزون", "قانون", "القانون"})  # and no plurals
_ENDINGS = ("", "ه", "ا", "ات", "ون", "ين", "ان", "تان", "تين")


@lru_cache(maxsize=1 << 14)
def weighs(word: str, place: str = "head") -> bool:
    """Whether a folded word, in any gender, number or case, is evaluative in a place: head, subject, definite."""
    return any(row[place] for row in _rows(word))


@lru_cache(maxsize=1 << 14)
def praise(word: str) -> str:
    """Whether who calls a thing by a folded word praises or blames it: `good`, `bad`, or nothing."""
    for bare in dict.fromkeys((word, word.removeprefix("ب").removeprefix("ال"))):
        told = next((row["praise"] for row in _rows(bare) if row["praise"]), "")
        if told:
            return told
    return ""


def _rows(word: str) -> Iterator[Mapping[str, str]]:
    """The rows of a folded word without its gender, number or case."""
    for ending in _ENDINGS if word not in _PLAIN else ():
        if word.endswith(ending) and len(word) - len(ending) > 1:
            bare = word[: len(word) - len(ending)]
            row = WORTH.get(bare) or (WORTH.get(bare + "ه") if ending == "ات" else None)
            if row:
                yield row

"""English names of bodies and places that are called by their kind and a known place: `مطار صلالة`, `شرطة دبي`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from musnad.rules import lexicon
from musnad.stages.names import knowledge as known
from musnad.text import fold

__all__ = ["english"]

_MOST = 2  # words of a kind, as in `مجلس محافظة`


@cache
def _patterns() -> Mapping[tuple[str, str], str]:
    """By the folded words before and behind the place."""
    forms = ((form, row["entity"]) for row in lexicon("names/compositions").rows for form in row["form"].split("|"))
    parts = ((*(fold(part.strip()) for part in form.split("{place}")), entity) for form, entity in forms)
    return MappingProxyType({(before, behind): entity for before, behind, entity in parts})


@lru_cache(1 << 12)
def english(name: str) -> str | None:
    """The English name of a folded name of this shape, or None: `مطار صلالة` is Salalah Airport."""
    words = name.split(" ")
    for size in range(min(_MOST, len(words) - 1), 0, -1):
        head, rest = " ".join(words[:size]), words[size:]
        for place, ranked in ((rest, ""), (rest[:-1], rest[-1])):
            pattern = _patterns().get((head, ranked))
            row = _place(" ".join(place)) if pattern else None
            if pattern and row:
                return pattern.format(place=row["entity"].removesuffix(" Governorate"))
    return None


def _place(form: str) -> Mapping[str, str] | None:
    for table in (known.CAPITALS, known.PLACES, known.TOWNS):
        row = table.get(form)
        if row is not None and not (table is known.TOWNS and row["when"]) and not form.startswith(("المنطقه", "منطقه")):
            return row
    return None

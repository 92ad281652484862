"""A past tense that و joins to what stands before it without a comma, and what only looks like one."""

from __future__ import annotations

import re

from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import finite, is_that, role
from musnad.verbs import verb

__all__ = ["joined_verb", "verbal_noun"]

# Verbs and adjectives whose own first letter is و: `وصل`, `وقعت`, `وافق`, `واضحا`, `وفاق`.
_OWN_WAW = re.compile(
    r"و(?:فاق|ص[لف]|ق[عف]|ض[عح]|ج[ده]|رد|ل[دي]|فر|ثق|دع|زع|هب|عد|كل|ظف|سع|ا[فجصركظز]|ا(?:ضح|سع|قع|حد|عد|ثق)[اه]?$)"
)


def joined_verb(scene: Scene, i: int, *, bare: bool = False) -> bool:
    """`رفض الشرط وأرجأ البت`: a past tense joined to a phrase without a comma; behind a preposition a noun.

    `bare`: without و, behind `كما`.
    """
    word, written = scene.text(i), scene.written(i)
    if bare:
        told = verb(word) if finite(scene, i) else None
        return told is not None and told.tense == "perfect" and bool(told.row) and scene.text(i - 2) not in _AS
    if word[:1] != "و":
        return False
    hung = role(scene.text(i - 1)) in ("preposition", "during", "place")
    if hung and not scene.text(i - 1).endswith(("ه", "ها", "هم", "هما", "هن")):  # but `أمامه وأرسل`
        return False
    own = _OWN_WAW.match(word) is not None and written[1:2] != "أ"  # `وارد`, but `وأرجأ`
    own = own or is_that(scene, i)  # `وأنها`
    found = verb(word[1:]) if not own and finite(scene, i) else None
    return found is not None and found.tense == "perfect" and not found.alike and not verbal_noun(written)


_AS = frozenset("مثل ذلك هي هو".split())  # `الأسعار هي كما كانت`


def verbal_noun(written: str) -> bool:
    """`وتدني`, `وتفشي`: the noun of a verb whose past ends in ى."""
    return len(written) > 4 and written.endswith("ي") and written.lstrip("و")[:1] == "ت"

"""The predicate as it is spoken: `مش راح نرجع`, `هنكمل`, `عم نستنى`, `بتشتري`, `ما شفنا`, `مفيش`, `محدش شاف`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.scene import Scene
from musnad.verbs import Verb, of_me, present, verb

__all__ = ["NOT", "NOTHING", "Spoken", "spoken"]

# `مفيش مية`: there is none.
NOTHING = frozenset("مفيش مافيش ماكو مافي ماكاين مكاينش مفيهاش ماعندناش معندناش".split())
NOT = frozenset("مش موش مهوش مب ماهوش".split())
_NOBODY = frozenset("محدش ماحدش محدا".split())
_WANTS = re.compile("عا[يو]ز|بد(?:نا|ي|ه|ها|هم)")
_WILL = frozenset("رح راح حنا غادي باش".split())
_SHALL = re.compile(r"[هح](?=[ينت]\w{3})")  # `هنكمل`, `حيرجع`
_GOES_ON = re.compile(r"ب(?=[ينت]\w{3})")  # `بتشتري`


class Spoken(NamedTuple):
    """`at`: the token that tells. `ongoing`: it says that it goes on."""

    tense: str
    at: int
    negated: bool
    row: Mapping[str, str]


def spoken(scene: Scene, i: int, first: int) -> Spoken | None:
    """What is said at token i, in a clause that begins at `first`, as people speak; None for what is written."""
    word, after = scene.text(i), scene.text(i + 1)
    if word in NOT and _WANTS.match(after):
        return None  # `مش عايزين فلوس`: a wish, whatever of
    if word in NOT or (word == "مو" and i not in scene.mentions and (scene.quoted_at(i) or _comes(scene, i + 1))):
        return _comes(scene, i + 1, negated=True) or _goes(scene, i + 1, True) or Spoken("none", i, True, {})
    if word == "ما" and after in _WILL and (comes := _present(scene, i + 2)) is not None:
        return Spoken("future", i + 2, True, comes.row)  # `ما راح نسكت`
    if word == "ما" and re.fullmatch("عند(?:ي|نا|ه|ها|هم|ن)", after) and scene.quoted_at(i):
        return Spoken("none", i, True, {})
    if word in NOTHING or (word == "ما" and after in {"في", "فيش", "كو"}):
        if after == "في" and scene.text(i + 2) in {"حدا", "حد", "احد", "زول"}:
            return _nobody(scene, i + 2)
        return Spoken("none", i, True, {})
    if word in _NOBODY or (word == "ما" and after in {"حد", "حدا", "حدش"}):
        return _nobody(scene, i + (word == "ما"))
    if word == "ما" and (found := _did_not(scene, i)):
        return found
    return _comes(scene, i) or _at_it(scene, i, first)


def _at_it(scene: Scene, i: int, first: int) -> Spoken | None:
    """`الناس بتشتري بالدين`, `عم نستنى المركب`: what goes on."""
    word = scene.text(i)
    if word == "عم" and re.match("ب?ن|ب[يت]", scene.text(i + 1)) and (now := _present(scene, i + 1)) is not None:
        return Spoken("imperfect", i + 1, False, {"now": "ongoing", **_told(now.row)})
    heard = _GOES_ON.match(word) is not None and scene.quoted_at(first)
    found = (present(word[1:]) or verb(word[1:])) if heard and deed(word) is None else None
    placed = i == first or scene.text(i - 1)[:2] == "ال" or scene.text(i - 1) in _WE
    if found is None or found.tense != "imperfect" or not found.row or not placed:
        return None
    return Spoken("imperfect", i, False, {**found.row, "now": found.row.get("now") or "ongoing"})


def _told(row: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in row.items() if value}


_WE = frozenset("احنا نحنا حنا انا هم هو هي انتو".split())


def _comes(scene: Scene, i: int, *, negated: bool = False) -> Spoken | None:
    """`رح نرجع`, `هنكمل`; behind a negation by its shape alone."""
    word = scene.text(i)
    if word in _WILL and (word != "راح" or negated or scene.text(i + 1)[:1] in "ان"):
        found = _present(scene, i + 1)
        return Spoken("future", i + 1, negated, found.row) if found else None
    known = verb(word[1:]) if _SHALL.match(word) else None
    if known is None or known.tense != "imperfect" or not (known.row or negated):
        return None
    return Spoken("future", i, negated, known.row) if negated or scene.quoted_at(i) or word.endswith("وا") else None


def _goes(scene: Scene, i: int, negated: bool) -> Spoken | None:
    found = _present(scene, i)
    return Spoken("imperfect", i, negated, found.row) if found else None


def _present(scene: Scene, i: int) -> Verb | None:
    """`نرجع`, `أرجع`, `بيرجع`"""
    word = _GOES_ON.sub("", scene.text(i))
    found = verb(word) or (of_me(word) if scene.written(i).startswith("أ") else None)
    plain = re.fullmatch(r"[ينت]\w{2,}", word) is not None
    if found is not None and found.tense == "imperfect":
        return found
    return Verb("imperfect", False, {}) if plain else None


def _nobody(scene: Scene, i: int) -> Spoken:
    """`محدش شاف`, `ما حدا بيعرف`"""
    found = next((v for k in range(i + 1, i + 5) if (v := verb(_GOES_ON.sub("", scene.text(k))))), None)
    return Spoken("perfect" if found and found.tense == "perfect" else "imperfect", i, True, {})


def _did_not(scene: Scene, i: int) -> Spoken | None:
    """`ما مدينا أيدينا`, `ما جاش حد`: no word of the table, but of us or with ش behind it."""
    word = scene.text(i + 1)
    first = scene.quoted_at(i) or scene.text(i - 1) == ":"
    bare = word.removesuffix("ش")
    told = verb(bare) if bare != word else None
    if told is not None and len(bare) > 2:
        return Spoken(told.tense, i + 1, True, told.row)
    ours = re.fullmatch(r"\w{2,}نا", word) is not None and word not in {"عندنا", "لدينا", "معنا", "لنا", "بيننا"}
    return Spoken("perfect", i + 1, True, {}) if first and ours and verb(word) is None else None

"""The outlet behind a medium and what tells of it: `، في مقال له بصحيفة X،`, `، في مقابلة بثتها قناة X،`."""

from __future__ import annotations

import re

from musnad.stages.attribution.nouns.heads import relays_it
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import next_comma, role
from musnad.stages.attribution.transmitters.outlets import (
    PROGRAMMES,
    favoured,
    in_outlet,
    is_outlet,
    outlet_at,
    outlet_end,
)

__all__ = ["as_told_by", "behind_medium", "copied", "of_medium", "past_host", "programme", "relayed", "told_to"]

_ITS = frozenset("له لها لهم".split())


def relayed(scene: Scene, k: int, hi: int) -> Place | None:
    """`في تصريح نقلته الصحيفة`: the outlet behind a verb of relaying with its object's pronoun."""
    if not relays_it(scene, k):
        return None
    first = k + 1 + (scene.text(k + 1) in {"معه", "معها", "معهم"})  # `مقابلة أجرتها معه قناة X`
    if first >= hi:
        return None
    quoted = scene.text(first) in OPENING and first in scene.quotations and scene.is_name(first)
    if not is_outlet(scene, first) and not (quoted and (k - 1 in scene.media or scene.text(k - 1) == "كما")):
        return None
    if scene.text(k - 1) == "ما":
        return None  # `ردا على ما نشرته الصحيفة`: what was answered
    end = outlet_end(scene, first, hi)
    return Place(first, end) if end > first else None


def behind_medium(scene: Scene, k: int, hi: int) -> Place | None:
    """`، في مقال له بصحيفة X،`, `، في مقابلة بثتها قناة X،`: the outlet behind a medium and what tells of it."""
    j = _past_name(scene, k) if scene.text(k - 1) in PROGRAMMES else k
    j += j == k and _plain(scene, k)  # `في مقال رأي بصحيفة X`
    while j < min(k + 9, hi):
        if scene.text(j) in {"في", "ضمن"} and j + 1 in scene.media:  # `استضافته في برنامج «X» على قناة Y`
            shown = programme(scene, j + 1, hi)
            if shown is not None:
                return shown
            j = _past_name(scene, j + 2)
            continue
        if (past := past_host(scene, j, hi)) > j:
            j = past
            continue
        outlet = relayed(scene, j, hi) or favoured(scene, j, hi) or in_outlet(scene, j, hi)
        if outlet is not None or not of_medium(scene, j):
            return outlet
        j += 1
    return None


def told_to(scene: Scene, k: int, hi: int) -> Place | None:
    """`بحسب دبلوماسي تحدث إلى صحيفة X`, `وفق ما قاله الوزير في مقابلة مع قناة X`: the outlet behind who spoke."""
    if _SPOKE.fullmatch(scene.text(k)):
        return outlet_at(scene, k + 1, hi)
    if scene.text(k) in {"في", "خلال"} and k + 1 in scene.media:
        near = next_comma(scene, k, min(k + _NEAR, hi))
        told = (outlet_at(scene, j, near) for j in range(k + 2, min(k + 4, near)))
        return next((place for place in told if place), None) or behind_medium(scene, k + 2, near)
    return None


_SPOKE = re.compile(r"(?:تحدث|صرح)(?:ت|ا|تا|وا)?")
_NEAR = 12  # words that a medium takes with its outlet


def as_told_by(scene: Scene, k: int, hi: int) -> Place | None:
    """`كما نقلت عنه وكالة X`, `فيما أوردته «الضفة»`, `كما ذكرت صحيفة Y`: the outlet that has what somebody says."""
    written_in = scene.text(k) == "في" and scene.text(k + 1) == "ما"
    if not written_in and scene.text(k).removeprefix("و") not in _AS:
        return None
    j = k + 1 + written_in
    told = any(hit.row["class"] == "perfect" and hit.row["lemma"] in _PASSES_ON for hit in scene.forms.get(j, ()))
    if not (told or relays_it(scene, j)):
        return None
    first = j + 1 + (scene.text(j + 1) in _OF_HIM)
    quoted = first in scene.quotations and scene.is_name(first)
    if first >= hi or not (quoted or is_outlet(scene, first)):
        return None
    end = scene.quotations[first][0].last if quoted else outlet_end(scene, first, hi)
    return Place(first, end) if end > first else None


_AS = frozenset({"كما", "فيما"})
_PASSES_ON = ("نقل", "ذكر", "أورد", "أفاد", "نشر", "بثّ")
_OF_HIM = frozenset("عنه عنها عنهم به".split())


def copied(scene: Scene, k: int, hi: int) -> tuple[Place | None, int]:
    """`(بيان) تلقت «X» نسخة منه`, `(مذكرة) حصلت وكالة X على نسخة منها`, `(بيان) ورد إلى «X»`: the outlet that has a
    copy, where it is known to be one, and the token behind; k for none."""
    if not _GOT.fullmatch(scene.text(k)):
        return None, k
    first = k + 1 + (scene.text(k + 1) in {"الي", "علي", "ل"})
    quoted = first in scene.quotations and scene.is_name(first)
    last = scene.quotations[first][0].last if quoted else outlet_end(scene, first, hi)
    end = last + (scene.text(last) == "علي")
    copy = scene.text(end) == "نسخه" and scene.text(end + 1) in {"منه", "منها"}
    if last == first or not (copy or (first > k + 1 and last <= hi)):
        return None, k
    return (Place(first, last) if is_outlet(scene, first) else None), end + 2 if copy else last


_GOT = re.compile(r"(?:تلق|تسلم|حصل|اطلع|وصل|ورد|استلم)ت?")


def _plain(scene: Scene, k: int) -> bool:
    """Whether at k stands what kind of medium it is, before where it appeared: `(مقال) رأي في صحيفة X`."""
    word, after = scene.text(k), scene.text(k + 1)
    kind = word.isalpha() and not role(word) and k not in scene.forms and k not in scene.mentions
    appears = after in {"في", "علي"} or (after[:1] == "ب" and after != "بها")
    return (kind or word == "راي") and not word.startswith("ال") and appears


def _past_name(scene: Scene, k: int) -> int:
    return scene.quotations[k][0].last if k in scene.quotations and scene.is_name(k) else k


def programme(scene: Scene, i: int, hi: int) -> Place | None:
    """`[في] برنامج «X»` at i, where no channel that shows it is named."""
    last = _past_name(scene, i + 1)
    if scene.text(i) not in PROGRAMMES or last == i + 1:
        return None
    shown = any(is_outlet(scene, j) for j in range(last, min(last + 5, next_comma(scene, last, hi))))
    return None if shown else Place(i, last)


def past_host(scene: Scene, k: int, hi: int) -> int:
    """`في مداخلة مع الإعلامي سامي الراوي على قناة X`: past who asks there, where an outlet follows; else k."""
    end = (
        noun_phrase(scene, k + 1, hi)
        if scene.text(k) == "مع" and bool(scene.names_in(Place(k + 1, k + 7), "PER"))
        else k
    )
    return end if end > k + 1 and in_outlet(scene, end, hi) is not None else k


_HELD = re.compile(r"(?:عقد|اقيم|صدر|نشر|بث|وزع|القي|اجري|نظم|جمع)(?:ت|ه|ها|ته|تها)?")


def of_medium(scene: Scene, k: int) -> bool:
    """`(تصريحات) صحافية`, `(كلمة) له`, `(تصريحات) أدلى بها`: what tells of a medium itself."""
    if scene.text(k) in _MADE or (scene.text(k) in {"به", "بها"} and scene.text(k - 1) in _MADE):
        return True
    return role(scene.text(k)) == "of media" or scene.text(k) in _ITS or _held(scene, k)


_MADE = frozenset("ادلي ادلت بعث بعثت".split())


def _held(scene: Scene, k: int) -> bool:
    """`مؤتمر صحفي عقد أمس`, `بيان صدر في ختام …`: behind the medium, when and where it was held or issued."""
    further = k + 1 in scene.times or role(scene.text(k + 1)) in ("preposition", "during", "adverb", "place")
    return bool(_HELD.fullmatch(scene.text(k))) and further

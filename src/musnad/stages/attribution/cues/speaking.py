"""What a speaker does with his own words: he threatens, commands, demands."""

from __future__ import annotations

import re

from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.speakers.carriers import ROWS

__all__ = ["first_person", "imperative", "threatens"]


def threatens(scene: Scene, first: int) -> bool:
    """`«إن لم يعودوا فسنغلق الطريق»`, `«إما أن تدفعوا أو نرحل»`"""
    first += scene.text(first) in OPENING
    word, after = scene.text(first), scene.text(first + 1)
    last = next((i for i in range(first, first + 30) if scene.text(i) in {".", "", "؟"}), first + 30)
    rest = map(scene.text, range(first + 2, last))
    if word in {"اي", "كل"}:
        return any(re.match("سي?[يت]قابل", later) for later in rest)
    if (word, after) == ("اما", "ان"):
        return any(later in {"او", "واما"} for later in rest)
    if word not in {"ان", "اذا"} or after != "لم" or scene.text(first + 2)[:1] in ("ن", "ا"):
        return False  # not `إن لم نسجل فسنعاني`
    return any(later.startswith(("فس", "فلن", "سن", "لن")) for later in rest)


def imperative(scene: Scene, first: int) -> bool:
    """`قائلا: «أكملوا العرض»`, `لا تصدقوا`: quoted words that begin with a command."""
    if first == 0 or scene.text(first - 1) not in OPENING + ":":
        return False
    told_not = scene.text(first) == "لا" and re.fullmatch(r"ت\w{2,}وا", scene.text(first + 1)) is not None
    if re.fullmatch(r"أ\wا\wوا|.*وأ|أ(?:خذ|كل|مر|سر|مل|تل)وا", scene.written(first)):
        return False  # `أزالوا اللوحة`
    yours = any(re.fullmatch(r"\w{2,}ك[من]", scene.text(i)) for i in range(first + 1, first + 4))
    yours = yours or any(scene.text(i) in _AT_ONCE for i in range(first + 1, first + 4))
    if yours and re.fullmatch(r"\w{2,}وا", scene.text(first)):
        return True  # `غيروا كلمات سركم`
    return told_not or re.fullmatch(r"(?:ا|ت(?=عال))\w{2,}وا", scene.text(first)) is not None


_AT_ONCE = frozenset("فورا حالا الان بسرعه".split())  # `غادروا الأودية فورا`


def first_person(scene: Scene, i: int) -> str | None:
    """`قالت: نطالب بـ…`: the speaker's own verb tells the act."""
    if re.fullmatch(r"[ان]عد(?:ك|كم|كن)", scene.text(i)):
        return "promises"
    if re.fullmatch("[أن]نفي", scene.written(i)):
        return "denies"
    for hit in scene.forms.get(i, ()):
        if hit.row.get("person") == "1" and hit.row["class"] == "imperfect":
            stance = ROWS[hit.row["lemma"]]["stance"]
            return None if stance in ("says", "confirms", "discusses") else stance
    return None

"""Participles that govern a preposition of their own: `المدافعون عن الخطة`, `الشركة المسؤولة عن الميناء`."""

from __future__ import annotations

import re

from musnad.stages.attribution.page.scene import Scene

__all__ = ["SEATS", "seated", "stands"]

# `المدافعون عن الخطة`, `الداعون إلى الإضراب`, `الشركة المسؤولة عن الميناء`: what a participle governs.
_STANDS = {
    "عن": "مدافع متحدث باحث معبر مسؤول مسوول منبثق صادر ناجم ناتج منشق بعيد مستقل",
    "الي": "داع داعي ساع ساعي منتم منتمي مستند منضم قادم عائد متجه رامي هادف",
    "علي": "قائم مشرف محتج معترض مطلع مؤتمن مطل واقع موقع حاصل حائز محسوب معتمد مسيطر مقبل حريص متمرد مصادق",
    "من": "ناج ناجي عائد قادم متضرر مقرب قريب متخوف مستفيد منسحب مدعوم مؤلف مكون ممول معين مكلف منتخب مستقيل منشق",
    "مع": "متحالف متعاقد متعاون متضامن متعاطف متعامل",
}
_STANDING = {
    preposition: re.compile(f"(?:ال)?(?:{stems.replace(' ', '|')})(?:ون|ين|ات)|ال(?:{stems.replace(' ', '|')})ه?")
    for preposition, stems in _STANDS.items()
}


def stands(scene: Scene, i: int) -> bool:
    """Whether the preposition at i is the one that the participle before it governs."""
    pattern = _STANDING.get(scene.text(i))
    return pattern is not None and pattern.fullmatch(scene.text(i - 1)) is not None


def seated(scene: Scene, i: int, stop: int) -> int:
    """`المرصد [ومقره لندن] إن`, `اللجنة [ومقرها في مدينة لاهاي بهولندا]`: past where a body has its seat, else i."""
    if scene.text(i) not in SEATS:
        return i
    k = i + 1 + (scene.text(i + 1) == "في")
    k += scene.text(k) in {"مدينه", "العاصمه"}
    while k < stop and k in scene.mentions and scene.mentions[k][1].type in ("GPE", "LOC"):
        i = scene.mentions[k][0].last
        k = i + (scene.text(i) == "في")
    return i


SEATS = frozenset("ومقره ومقرها ومركزه ومركزها".split())

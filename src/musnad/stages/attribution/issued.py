"""Who made a document or has seen it, told inside its phrase: `تقرير أصدرته X`, `وثيقة اطلعت على نسخة منها Y`."""

from __future__ import annotations

import re

from musnad.stages.attribution.scene import Scene
from musnad.stages.attribution.words import next_comma

__all__ = ["issued", "seen_end"]

_ISSUED = re.compile(r"(?:\w{3,}|بث)ت(?:ه|ها)|\w{3,}(?:ره|رها)|عنه|عنها|(?:ال)?صادره?|اطلعت|حصلت|عليه|عليها")


def issued(scene: Scene, first: int, i: int) -> bool:
    """`تقريرا أصدرته X`, `مسح أجرته Y`: a verb with a pronoun tells who made the document."""
    heads = scene.heads.get(first)
    document = heads is not None and any(hit.row["kind"] in ("document", "media_reports") for hit in heads)
    return document and (_ISSUED.fullmatch(scene.text(i)) is not None or _copy(scene, i))


def _copy(scene: Scene, i: int) -> bool:
    """`اطلعت [على نسخة منه] وكالة X`."""
    words = tuple(scene.text(k) for k in range(i - 2, i + 3))
    return any(words[n : n + 2] == ("علي", "نسخه") for n in (1, 2)) or words[1:3] in _OF_IT


_OF_IT = (("نسخه", "منه"), ("نسخه", "منها"))


def seen_end(scene: Scene, first: int, i: int, stop: int) -> int:
    """`مسودة وزعت أمس واطلعت «المرفأ» على نسخة منها`: where the clause at i ends that tells who has a copy, else i."""
    if i == first or first not in scene.heads or not _PASSED_ON.fullmatch(scene.text(i)):
        return i
    if not any(hit.row["kind"] == "document" for hit in scene.heads[first]):
        return i
    comma = next_comma(scene, i, min(stop, i + 16))
    seen = next((k for k in range(i, comma) if _SEEN.fullmatch(scene.text(k))), comma)
    copies = (k for k in range(seen + 1, comma) if (scene.text(k - 1), scene.text(k)) in _OF_IT)
    return next(copies, i - 1) + 1


_PASSED_ON = re.compile(r"(?:وزع|سرب|نشر|صدر|اعد|كتب|ارسل|عرض|اطلع|حصل)ت?")
_SEEN = re.compile(r"و?(?:اطلع|حصل)ت?")

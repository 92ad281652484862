"""Who made a document or has seen it, told inside its phrase: `تقرير أصدرته X`, `وثيقة اطلعت على نسخة منها Y`."""

from __future__ import annotations

import re

from musnad.stages.attribution.scene import Scene

__all__ = ["issued"]

_ISSUED = re.compile(r"\w{3,}ت(?:ه|ها)|\w{3,}(?:ره|رها)|عنه|عنها|(?:ال)?صادره?|اطلعت|حصلت|عليه|عليها")


def issued(scene: Scene, first: int, i: int) -> bool:
    """`تقريرا أصدرته X`, `مسح أجرته Y`: a verb with a pronoun tells who made the document."""
    document = any(hit.row["kind"] in ("document", "media_reports") for hit in scene.heads.get(first, ()))
    return document and (_ISSUED.fullmatch(scene.text(i)) is not None or _copy(scene, i))


def _copy(scene: Scene, i: int) -> bool:
    """`اطلعت [على نسخة منه] وكالة X`."""
    words = tuple(scene.text(k) for k in range(i - 2, i + 3))
    return any(words[n : n + 2] == ("علي", "نسخه") for n in (1, 2)) or words[1:3] in _OF_IT


_OF_IT = (("نسخه", "منه"), ("نسخه", "منها"))

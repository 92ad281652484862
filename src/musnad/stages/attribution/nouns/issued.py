"""Who made a document or has seen it, told inside its phrase: `تقرير أصدرته X`, `وثيقة اطلعت على نسخة منها Y`."""

from __future__ import annotations

import re

from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, next_comma

__all__ = ["came_out", "issued", "published_end", "seen_end"]

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
    if first not in scene.heads or not _PASSED_ON.fullmatch(scene.text(i)) or i == first:
        return i
    if not any(hit.row["kind"] == "document" for hit in scene.heads[first]):
        return i
    comma = next_comma(scene, i, min(stop, i + 16))
    seen = next((k for k in range(i, comma) if _SEEN.fullmatch(scene.text(k))), comma)
    copies = (k for k in range(seen + 1, comma) if (scene.text(k - 1), scene.text(k)) in _OF_IT)
    return next(copies, i - 1) + 1


_PASSED_ON = re.compile(r"(?:وزع|سرب|نشر|صدر|اعد|كتب|ارسل|عرض|اطلع|حصل)ت?")
_SEEN = re.compile(r"و?(?:اطلع|حصل)ت?")


_OUT = re.compile(r"(?:نشر|صدر|اجري|اجر|اعد|انجز|كتب|وضع|قدم|بث|اذيع|وزع|سجل)ت?")
_ITS_RESULTS = frozenset("نتائجه نتائجها تفاصيله تفاصيلها خلاصته خلاصتها نسخته نصه مقتطفات".split())
_WHERE = frozenset("في عن قبل خلال منذ من لدي عبر بين".split())


def published_end(scene: Scene, first: int, i: int, stop: int) -> int:
    """`تقرير اقتصادي [نشر أمس]`, `دراسة [أجريت في جامعة الساحل]`: where the clause at i ends that tells when and where
    an indefinite document came out, else i. `تقرير كتبه[، قبل عام،] معهد X`: past the time between commas."""
    hits = scene.heads.get(first)
    if not hits or i > first + 4 or hits[0].row["kind"] not in ("document", "media_reports"):
        return i
    if scene.text(i) in COMMAS and i + 1 in scene.times and _ISSUED.fullmatch(scene.text(i - 1)):
        close = scene.times[i + 1].last
        return close + 1 if scene.text(close) in COMMAS and close + 1 < stop else i
    if i == first or not _OUT.fullmatch(scene.text(i)) or scene.text(first).startswith("ال"):
        return i
    if any(k in scene.mentions or scene.text(k).startswith("ال") for k in range(first, i)):
        return i
    start = i + 1 + (scene.text(i + 1) in _ITS_RESULTS)
    end = start
    while end < stop and (past := _adjunct_end(scene, end, stop)) > end:
        end = past
    return end if end > start else i


def came_out(scene: Scene, i: int, end: int) -> bool:
    """Whether tokens [i, end) tell when or where a document came out, and so close its phrase."""
    return _OUT.fullmatch(scene.text(i)) is not None and scene.text(end - 1) not in {"منه", "منها"}


def _adjunct_end(scene: Scene, k: int, stop: int) -> int:
    """Past one adjunct at k: a time, a preposition with its noun and what closes it; else k."""
    if k in scene.times:
        return min(scene.times[k].last, stop)
    if scene.text(k) not in _WHERE or k + 1 >= stop or is_that(scene, k + 1):
        return k
    if k + 1 in scene.times:
        return min(scene.times[k + 1].last, stop)
    end = scene.mentions[k + 1][0].last if k + 1 in scene.mentions else k + 2
    while end < stop and not is_that(scene, end) and end not in scene.times:
        if end in scene.mentions and scene.mentions[end][1].span.start == scene.doc.span(*scene.tokens[end][:2]).start:
            end = scene.mentions[end][0].last
        elif scene.text(end) in OPENING and end in scene.quotations and scene.is_name(end):
            end = scene.quotations[end][0].last
        elif scene.text(end).startswith("ال"):
            end += 1
        else:
            break
    return min(end, stop)

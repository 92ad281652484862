"""Who made a document or has seen it, told inside its phrase: `تقرير أصدرته X`, `وثيقة اطلعت على نسخة منها Y`."""

from __future__ import annotations

import re

from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, next_comma

__all__ = ["apart_end", "came_out", "issued", "made_behind_topic", "published_end", "seen_end"]

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
_WHERE = frozenset("في عن حول بشان قبل خلال منذ من لدي عبر بين".split())


def published_end(scene: Scene, first: int, i: int, stop: int) -> int:
    """`تقرير اقتصادي [نشر أمس]`, `دراسة [أجريت في جامعة الساحل]`: where the clause at i ends that tells when and where
    an indefinite document came out, else i. `تقرير كتبه[، قبل عام،] معهد X`: past the time between commas; `مسح أجراه
    معهد X [في أيار]`, `النشرة الصادرة عن المرصد [مساء الأحد]`: past when somebody made it."""
    hits = scene.heads.get(first)
    dated = i + (scene.text(i) in {"في", "خلال", "منذ"})
    if hits and i > first + 2 and dated in scene.times and hits[0].row["kind"] == "document":
        made = any(_MAKES.fullmatch(scene.text(k)) or scene.text(k) in _GIVEN_OUT for k in range(first + 1, i - 1))
        return min(scene.times[dated].last, stop) if made and scene.text(i - 1) not in COMMAS else i
    if hits and hits[0].row["kind"] == "document" and (maker := _topic_end(scene, first, i, stop)) > i:
        return maker
    if not hits or i > first + 4 or hits[0].row["kind"] not in ("document", "media_reports"):
        return i
    if scene.text(i) in COMMAS and i + 1 in scene.times and _ISSUED.fullmatch(scene.text(i - 1)):
        close = scene.times[i + 1].last
        return close + 1 if scene.text(close) in COMMAS and close + 1 < stop else i
    if i in scene.times and _ISSUED.fullmatch(scene.text(i - 1)):
        return min(scene.times[i].last, stop)  # `بيان أصدرته [أمس] هيئة النقل`
    if i == first or not _OUT.fullmatch(scene.text(i)) or scene.text(first).startswith("ال"):
        return i
    if any(k in scene.mentions or scene.text(k).startswith("ال") for k in range(first, i)):
        return i
    start = i + 1 + (scene.text(i + 1) in _ITS_RESULTS)
    end = start
    while end < stop and (past := _adjunct_end(scene, end, stop)) > end:
        end = past
    return end if end > start else i


def _topic_end(scene: Scene, first: int, i: int, stop: int) -> int:
    """`تحليل [لصور الميناء] أجرته منظمة X`, `دراسة [على مئة طفل] أجرتها`: where what an indefinite document is about
    ends before who made it; i for none."""
    word = scene.text(i)
    topic = word in _ABOUT or (word[:1] == "ل" and len(word) > 3)
    if i == first or i > first + 3 or not topic or scene.text(first).startswith("ال"):
        return i
    for k in range(i + 1, min(i + 9, stop)):
        if _MAKES.fullmatch(scene.text(k)) and not scene.in_name(k):
            maker = scene.text(k + 1) not in _WHERE and k + 1 not in scene.times and scene.text(k + 1)[:1].isalnum()
            return k if maker or k + 1 in scene.quotations else i  # but `أجراه في أيار`
        if scene.text(k) in COMMAS or is_that(scene, k) or scene.text(k) in ".:":
            return i
    return i


def made_behind_topic(scene: Scene, document: Place) -> int:
    """`تقرير عن البنك أعدته منظمة X`: the verb behind which stands who made a paper on others; its end for none."""
    on = document.first + 1
    if on >= document.last or scene.text(on) not in {"عن", "علي", "حول", "بشان"}:
        return document.last
    return next((k for k in range(on + 1, document.last - 1) if _MAKES.fullmatch(scene.text(k))), document.last)


_ABOUT = frozenset("عن علي حول بشان ل في من".split())
_GIVEN_OUT = frozenset("الصادر الصادره المنشور المنشوره صادر صادره منشور منشوره".split())
_MAKES = re.compile(r"(?:اجرا|اجرت|(?:اعد|اصدر|نشر|وضع|انجز|نفذ|قدم|وزع|كتب|انتج|نظم|بث|صاغ)ت?)(?:ه|ها)")


_APART = re.compile(r"(?:ال)?(?:منشور|صادر)ه?|(?:صدر|حصل|اطلع|تلق|وصل)ت?|[يت]توفر")


def apart_end(scene: Scene, first: int, i: int, stop: int) -> int:
    """`تقرير للشركة، حصلت «المرفأ» على نسخة منه، إن`, `بيانات الدائرة، المنشورة أمس، بأن`: from the comma at i, the
    one that closes what tells when a document came out and who has it; else i."""
    paper = any(hit.row["kind"] == "document" for hit in scene.heads.get(first, ()))
    if not paper or scene.text(first).startswith("ال") or not _APART.fullmatch(scene.text(i + 1)):
        return i
    comma = next_comma(scene, i + 1, min(stop, i + 14))
    return comma if scene.text(comma) in COMMAS and not is_that(scene, i + 2) else i


def came_out(scene: Scene, first: int, i: int, end: int) -> bool:
    """Whether tokens [i, end) tell when or where a document came out, and so close its phrase; not before its issuer
    (`بيان أصدرته أمس [هيئة النقل]`)."""
    if scene.in_time(end - 1) and not issued(scene, first, i - 1):
        return True
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

"""Another sense: the words round a cue that make it no saying: `رفض المدير التعليق`, `أشار الوزير بيده`."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.attribution.cues.nothing_said import nothing_said
from musnad.stages.attribution.cues.opening import lacks, refused, strong
from musnad.stages.attribution.cues.thanks import thanking
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.nouns.phrases import LOOKS
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import withheld
from musnad.stages.attribution.speakers.objects import (
    added,
    blaming,
    bound,
    considered,
    directs,
    greeted,
    pleads,
    promising,
    published,
    told_deed,
    topic_only,
    wagered,
)

__all__ = ["other_sense"]


def other_sense(
    scene: Scene, i: int, hit: Hit, row: Mapping[str, str], start: int, hi: int, source: Place | None
) -> bool:
    """`رفض المدير التعليق`, `أشار الوزير بيده`, `تعتبر السياحة موردا`: the words round the cue make it another."""
    span = range(i + 1, scene.index(start))
    between = (j for j in span if scene.text(j)[:1] == "ب")
    return (
        (not strong(scene, start) and refused(scene, scene.index(start), row))
        or ((not strong(scene, start) or row["lemma"] == "وجّه") and _refused_within(scene, source, row))
        or lacks(scene, start, hi, row)
        or (row["lemma"] in _PRINTS and _told_in_it(scene, span))
        or any(refused(scene, j, row) for j in between)
        or (row["lemma"] == "لفت" and _looks(scene, start, span))
        or (row["lemma"] in ("أزاح", "أماط") and not _unveils(scene, start, span))
        or considered(scene, i, hit, start, source)
        or nothing_said(scene, i, hit, row, start, source)
        or (row["lemma"] == "التزم" and not bound(scene, source, start))
        or (row["lemma"] == "ردّ" and scene.text(i + 1).removeprefix("ال").startswith("فعل"))  # `رد الفعل`
        or (row["lemma"] == "دفع" and not pleads(scene, start, source))
        or (row["lemma"] == "وجّه" and not directs(scene, start, source))
        or (row["lemma"] == "راهن" and wagered(scene, start))
        or (row["lemma"] == "ألقى" and not blaming(scene, i, start))
        or (row["lemma"] == "اتفق" and _of_paper(scene, source))
        or topic_only(scene, i, start, row, source)
        or (row["lemma"] == "أضاف" and added(scene, i, start))
        or (row["lemma"] in ("رحّب", "احتفى") and greeted(scene, start))
        or (row["lemma"] == "أفاد" and not told_deed(scene, hit, source, start))
        or not thanking(scene, start, row)
        or (row["lemma"] == "وعد" and not promising(scene, hit, source, start))
        or (row["lemma"] in ("أظهر", "أثبت") and not strong(scene, start) and not published(scene, source, start))
    )


_PRINTS = ("نشر", "بثّ", "أورد", "عرض", "أصدر")


def _told_in_it(scene: Scene, span: range) -> bool:
    """`نشرت صحيفة X تقريرا ذكرت فيه مراسلتها أن`: another verb tells what stands in the paper."""
    told = (j - 1 for j in span if scene.text(j) in {"فيه", "فيها"})
    return any(hit.row["class"] in ("perfect", "imperfect") for j in told for hit in scene.forms.get(j, ()))


def _looks(scene: Scene, start: int, span: range) -> bool:
    """`لفت أنظار الجمهور إلى لوحته`; but `لفت النظر إلى أهمية اللوحة`."""
    matters = scene.text(scene.index(start)) in {"ضروره", "اهميه", "خطوره"}
    return not strong(scene, start) and not matters and not LOOKS.isdisjoint(map(scene.text, span))


def _unveils(scene: Scene, start: int, span: range) -> bool:
    """`أزاحت الصحيفة الستار عن صفقة`; but `أزاح العمال الركام عن الطريق`, `أزاح الوزير الستار عن تمثال الشاعر`."""
    thing = scene.text(scene.index(start)).removeprefix("ال") in _THINGS
    return not thing and not LOOKS.isdisjoint(map(scene.text, span))


_THINGS = frozenset("تمثال لوحه نصب مجسم جداريه لافته كشف نقش مجسمات لوحات".split())


def _of_paper(scene: Scene, source: Place | None) -> bool:
    """`تتفق هذه الرواية مع ما نقلته X`: a document agrees with nobody."""
    found = head(scene, source) if source else None
    return found is not None and found.row["kind"] == "document"


def _refused_within(scene: Scene, source: Place | None, row: Mapping[str, str]) -> bool:
    """`أعلنت الحكومات الحرب على الجوع`, `شددت الشرطة الإجراءات على`: behind or within what was read as the subject."""
    behind = range(source.first + 1, source.last + 1) if source else range(0)
    shy = next((j for j in behind if withheld(scene, j)), None)  # `كشف قيادي، فضل حجب اسمه، عن`
    behind = behind if shy is None else range(behind.start, shy)
    last = source.last if source else 0
    own = [j < last and scene.text(j) in {"علي", "طبي"} for j in behind]  # `كشف مصدر مطلع على الملف عن`
    said = (j for j, his in zip(behind, own, strict=True) if not his and scene.text(j) not in LOOKS)
    return any(refused(scene, j, row) for j in said)

"""Prepositions of a speaker's office and not of his verb: `الناطق بمديرية الغابات`, `النائب عن كتلة الوفاق`."""

from __future__ import annotations

from musnad.stages.attribution.nouns.titles import clause_ahead
from musnad.stages.attribution.nouns.within import represents
from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, next_comma, role, with_ba

__all__ = ["before_name", "of_body_ahead", "office", "sits_for"]


def of_body_ahead(scene: Scene, k: int, hi: int) -> bool:
    """`صرح الناطق الأول بمديرية الغابات أن`: the ب before أن is the speaker's office, and no content."""
    that = clause_ahead(scene, k, hi)
    kinds = ("official_body", "organization")
    return that is not None and any(
        with_ba(scene, j) and any(hit.row["kind"] in kinds for hit in scene.heads.get(j, ())) for j in range(k, that)
    )


def sits_for(scene: Scene, k: int, hi: int) -> bool:
    """`كشف النائب عن كتلة الوفاق سامر الراوي عن فساد`: the first عن is of whom he sits for, and his name follows."""
    if not represents(scene, k + 1):
        return False
    near = range(k + 2, min(k + 10, next_comma(scene, k, hi)))
    named = any(j in scene.mentions and scene.mentions[j][1].type == "PER" for j in near)
    return named or any(is_that(scene, j) for j in near)


def office(scene: Scene, k: int, hi: int) -> bool:
    """`وصف مدير الاحتراف بنادي النهر سليم الناجي القرار بالصائب`, `طالب رئيس اللجنة بغرفة النهر سليم الناجي، الوزارة
    بالتأجيل`: the first ب is of the office."""
    stop = next_comma(scene, k, min(k + 18, hi))
    if _sits_in(scene, k + 1, stop):
        return True
    if stop < hi and any(scene.mentions[j][0].last == stop for j in range(stop - 4, stop) if j in scene.mentions):
        stop = next_comma(scene, stop + 1, min(k + 18, hi))  # behind the name
    bas = [j for j in range(k + 1, stop) if with_ba(scene, j) or (scene.text(j)[:1] == "ب" and is_that(scene, j))]
    if len(bas) < 2 or not any(hit.row["class"] == "person" for hit in scene.heads.get(k, ())):
        return False
    body = any(hit.row["kind"] in ("official_body", "organization") for hit in scene.heads.get(bas[0], ()))
    town = scene.mentions.get(bas[0])  # `طمأن مدير المشفى بحمص الدكتور سليم الناجي الأهالي بأن`
    return (body or (town is not None and town[1].type == "GPE")) and any(
        j in scene.mentions and scene.mentions[j][1].type == "PER" for j in range(bas[0] + 1, min(bas[0] + 6, bas[1]))
    )


def _sits_in(scene: Scene, b: int, comma: int) -> bool:
    """`طالب نواب بالبرلمان، أمس، بتأجيل الجلسة`: a body with ب, and behind the time between commas the verb's own ب."""
    kinds = ("official_body", "organization")
    body = with_ba(scene, b) and any(hit.row["kind"] in kinds for hit in scene.heads.get(b, ()))
    when = scene.times.get(comma + 1) if body and scene.text(comma) in COMMAS else None
    return when is not None and scene.text(when.last) in COMMAS and with_ba(scene, when.last + 1)


def before_name(scene: Scene, i: int) -> bool:
    """`أشادت رئيسة لجنة المرافق بالمجلس البلدي، سلمى الراوي، ب`: where an office is, and then its holder's name."""
    if _holder_next(scene, i):
        return True
    comma = next_comma(scene, i, i + 6)
    after = next_comma(scene, comma + 1, comma + 9)
    near = (scene.mentions[k][1] for k in range(comma + 1, min(after, comma + 6)) if k in scene.mentions)
    if not any(mention.type == "PER" for mention in near):
        return False
    houses = ("official_body", "organization")
    place = i in scene.mentions or any(hit.row["kind"] in houses for hit in scene.heads.get(i, ()))
    opens = with_ba(scene, after + 1) or is_that(scene, after + 1) or role(scene.text(after + 1)) == "preposition"
    return place and opens


def _holder_next(scene: Scene, i: int) -> bool:
    """`طالبت مديرة العلاقات بمشروع القرية سلمى الراوي بدعم`: the holder's name behind it, and the verb's own ب."""
    of_deed = deed(scene.text(i)[1:]) is not None and scene.text(i) not in {"بمشروع", "ببرنامج"}
    if i in scene.mentions or of_deed or any(hit.row["class"] in _ONES for hit in scene.heads.get(i, ())):
        return False
    k = next((k for k in range(i + 1, i + 6) if not scene.text(k).startswith("ال")), i)
    closed = k > i + 1 or scene.text(i).startswith("بال")
    if not closed or k not in scene.mentions or scene.mentions[k][1].type != "PER":
        return False
    after = scene.mentions[k][0].last
    return (with_ba(scene, after) and after not in scene.mentions) or is_that(scene, after)


_ONES = ("person", "experts", "public")

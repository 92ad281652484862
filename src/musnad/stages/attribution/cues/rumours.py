"""What is passed on: `ما يتردد عن …`, `ما أوردته الصحف عن …`, `الأنباء التي تداولتها صفحات حول …`."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.attribution.cues.opening import Opening, can_speak
from musnad.stages.attribution.nouns.heads import report
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, finite, is_that
from musnad.stages.attribution.speakers.carriers import CUES, ROWS

__all__ = ["passed_on", "relayed", "rumour"]

_ABOUT = frozenset("عن حول بشان بخصوص من".split())
_RELAYS = frozenset("أورد نشر تداول تناقل ذكر نقل روّج بثّ أذاع أشاع ردّد".split())
_THEREIN = frozenset("علي في عبر".split())
_REACH = 12  # words between what passes on and what it is about


def rumour(scene: Scene, i: int, hi: int) -> Opening | None:
    """`ما أثير عن X`, `ما تم تداوله في المواقع بشأن X`: told by nobody, or by the medium it stands in."""
    hit = next((h for h in scene.phrases.get(i, ()) if h.row["class"] == "rumour"), None)
    if hit is None:
        return None
    row = ROWS[hit.row["lemma"]]
    k = scene.index(hit.end - 1) + 1
    source = None
    if scene.text(k) in _THEREIN:
        end = noun_phrase(scene, k + 1, hi)
        source = Place(k + 1, end) if can_speak(scene, k + 1, end) else None
    start = _about(scene, k, hi)
    if start is None:
        return None
    cue = (scene.tokens[i + 1].start, hit.end)  # without ما
    return Opening(
        cue=cue, at=i, edge=i, way="passive", row=row, rule=CUES.rule(row), form={}, source=source,
        begins=scene.tokens[start].start, ends=_judged(scene, start, hi), upto=start,
    )  # fmt: skip


def passed_on(scene: Scene, i: int, hit: Hit, row: Mapping[str, str], hi: int) -> Opening | None:
    """`تداولت صفحات، منذ أمس، منشورا يزعم أن`: who passes a post on, and behind them the post that says it."""
    token = scene.tokens[i]
    if row["lemma"] not in _SPREADS or hit.row["class"] not in ("perfect", "imperfect") or hit.end < token.end:
        return None
    end = noun_phrase(scene, i + 1, hi, frozenset({"obj"}))
    if end == i + 1 or not can_speak(scene, i + 1, end):
        return None
    posts = (k for k in range(i + 2, min(i + _FAR, hi - 2)) if _post(scene, k))
    post = next(posts, None)
    claims = (
        next((k for k in range(post + 1, min(post + 4, hi - 2)) if scene.text(k) in _CLAIMS), None) if post else None
    )
    if post is None or claims is None or not is_that(scene, claims + 1):
        return None
    claimed = ROWS["زعم"] if scene.text(claims)[1:] in ("زعم", "دعي") else row
    return Opening(
        cue=(hit.start, token.end), at=i, edge=i, way="verb", row=claimed, rule=CUES.rule(row), form=hit.row,
        source=Place(i + 1, min(end, post)), after=(Place(post, claims),), begins=scene.tokens[claims + 2].start,
        upto=claims + 2,
    )  # fmt: skip


_SPREADS = ("تداول", "تناقل", "روّج")
_CLAIMS = frozenset("يزعم تزعم يدعي تدعي يقول تقول يفيد تفيد مفاده مفادها فحواه فحواها".split())
_FAR = 20  # words between the verb and what is passed on


def _post(scene: Scene, k: int) -> bool:
    """`منشورا`, `مقطع فيديو`, `رسالة`, `أنباء`: an indefinite document, or news."""
    written = not scene.text(k).startswith("ال") and scene.text(k - 1) != "من"
    return written and any(hit.row["kind"] in ("document", "media_reports") for hit in scene.heads.get(k, ()))


def _judged(scene: Scene, start: int, hi: int) -> int | None:
    """`ما يتداول من أسعار لا ينبغي الالتفات إليه`, `ما قيل عن الرسوم غير صحيح`: where others judge what goes round."""
    for j in range(start + 1, start if is_that(scene, start) else min(start + _REACH, hi)):
        if scene.text(j) in _JUDGES:
            return j - (scene.text(j - 1) in OPENING)
        if scene.text(j) in COMMAS or finite(scene, j) or is_that(scene, j):
            return None
    return None


_JUDGES = frozenset("غير لا ليس ليست هو مجرد عار محض".split())


def relayed(scene: Scene, i: int, hit: Hit, row: Mapping[str, str], hi: int) -> Opening | None:
    """`ما أوردته الصحف أمس عن X`, `(نفى) خبرا نشره موقع X عن Y`: a verb whose pronoun is what was told, and what it was
    about behind a preposition."""
    token = scene.tokens[i]
    denied = _denied_report(scene, i - 1)
    told = denied or scene.text(i - 1) in {"ما", "لما", "التي", "الذي"}
    told = told and hit.end < token.end and row["lemma"] in _RELAYS
    if not told or hit.row["class"] not in ("perfect", "imperfect"):
        return None
    end = noun_phrase(scene, i + 1, hi)
    if end == i + 1 or not can_speak(scene, i + 1, end):
        return None
    start = end + 1 if denied and is_that(scene, end) else _about(scene, end, hi)
    if start is None or any(_that_is(scene, j) for j in range(end, min(end + _REACH, hi))):
        return None  # `ما نقلته X عن Y من أن`: a clause of its own
    return Opening(
        cue=(hit.start, token.end), at=i, edge=i, way="verb", row=row, rule=CUES.rule(row), form=hit.row,
        source=Place(i + 1, end), begins=scene.tokens[start].start, upto=start,
    )  # fmt: skip


def _denied_report(scene: Scene, k: int) -> bool:
    """`سارعت الشركة إلى تكذيب خبر`, `نفى أنباء`: a report at k that somebody denies."""
    near = (hit.row["lemma"] for j in range(k - 5, k) for hit in scene.forms.get(j, ()))
    return report(scene, k) and any(ROWS[lemma]["stance"] == "denies" for lemma in near if lemma in ROWS)


def _that_is(scene: Scene, j: int) -> bool:
    return scene.text(j) == "من" and is_that(scene, j + 1)


def _about(scene: Scene, k: int, hi: int) -> int | None:
    """Behind the preposition that tells what it was about, in the same clause."""
    for j in range(k, min(k + _REACH, hi - 1)):
        if scene.text(j) in _ABOUT and scene.text(j - 1) != "نقلا" and not (scene.text(j) == "من" and j > k):
            return j + 1
        if scene.text(j) in COMMAS or finite(scene, j) or is_that(scene, j):
            return None
    return None

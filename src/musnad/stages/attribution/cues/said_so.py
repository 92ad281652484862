"""`أوضح ذلك المدير العام سالم الراوي.`: who told what the sentence before says."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.attribution.contents.spans import spans
from musnad.stages.attribution.cues.opening import Opening, can_speak
from musnad.stages.attribution.cues.starts import past_and
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.government import governs
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, skip_connectives
from musnad.stages.attribution.speakers.carriers import CUES
from musnad.stages.attribution.speakers.past_hearers import past_hearer

__all__ = ["said_so", "sentence_before"]

_TOLD = ("قال", "أكّد", "أعلن", "صرّح", "ذكر", "أوضح", "كشف", "بيّن", "أفاد", "أشار")


def said_so(scene: Scene, i: int, hit: Hit, row: Mapping[str, str], lo: int, hi: int) -> Opening | None:
    """`صرّح بذلك رئيس الغرفة`, `قال ذلك لـ«المرفأ» الوزير`: at a sentence's head the verb, ذلك, the speaker."""
    k = _past_that(scene, i + 1)
    if row["lemma"] not in _TOLD or hit.row["class"] != "perfect" or i - lo > 1 or k == i + 1:
        return None
    k, told = past_hearer(scene, k, hi, governs(row))
    end = noun_phrase(scene, k, hi)
    if end == k or not can_speak(scene, k, end) or is_that(scene, end) or scene.text(end) == ":":
        return None  # `وأكد ذلك أن العمل بدأ`, `قال ذلك الشيخ إن`
    return Opening(
        cue=(hit.start, scene.tokens[i].end), at=i, edge=i, way="echo", row=row, rule=CUES.rule(row), form=hit.row,
        source=Place(k, end), before=told, begins=None, upto=k,
    )  # fmt: skip


def _past_that(scene: Scene, k: int) -> int:
    """Behind `ذلك`, `بذلك`, `عن ذلك`, `إلى ذلك` at token k, else k."""
    if scene.text(k) in {"ذلك", "بذلك"}:
        return k + 1
    return k + 2 if scene.text(k) in {"عن", "الي"} and scene.text(k + 1) == "ذلك" else k


def sentence_before(scene: Scene, opening: Opening) -> tuple[tuple[int, int], ...]:
    """The sentence before, or what stands before it in its own (`سينهار السد غدا، وهو ما نفاه الوزير`), where an
    opening points at it and nobody has been told to say it."""
    begins = scene.sentence_start(opening.at)
    first = skip_connectives(scene, begins, opening.edge)
    if scene.text(opening.edge - 1) in COMMAS and opening.edge - first > _CLAUSE and opening.row["lemma"] not in _DEEMS:
        return spans(scene, past_and(scene, first), opening.edge)
    if _past_that(scene, opening.at + 1) == opening.at + 1:
        return ()
    whole = (place for place, sentence in scene.sentences if place.last == begins and sentence.kind == "body")
    before = next(whole, None)
    return spans(scene, past_and(scene, before.first), before.last) if before is not None else ()


_CLAUSE = 2  # words and a comma of what is pointed at
_DEEMS = ("اعتبر", "عدّ", "وصف", "رأى", "سمّى", "فسّر")

"""Who ran another's document or holds it: `نشرت X استطلاعا أجراه Y`, `وثيقة اطلعت عليها X`, `بيان للوزارة بثته X`."""

from __future__ import annotations

import re
from dataclasses import replace

from musnad.doc import Link
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS
from musnad.stages.attribution.speakers.doers import doer
from musnad.stages.attribution.transmitters.kinds import link
from musnad.stages.attribution.transmitters.outlets import is_outlet

__all__ = ["held_by", "print_verb", "printed_by", "run_by"]


def run_by(scene: Scene, document: Place) -> Link | None:
    """`نشرت صحيفة X استطلاعا أجراه معهد Y`, `أما «X» فنشرت دراسة لجامعة Y`: the outlet that ran another's document."""
    lo = scene.sentence_start(document.first)
    ran = doer(scene, lo, document.first) or _quoted_first(scene, lo)
    near = range(max(lo, document.first - 6), document.first)
    if ran is None or not any(_RUNS.fullmatch(scene.text(i)) for i in near):
        return None
    one = link(scene, ran)
    return one if one.kind in ("outlet", "agency") else None


def held_by(scene: Scene, document: Place, last: tuple[Link, ...]) -> Link | None:
    """`وثيقة اطلعت عليها وكالة X`, `تقديرات اطلعت عليها` in a review of X: the outlet that has seen a document."""
    reach = range(document.first + 1, min(document.last + 5, len(scene.tokens) - 2))
    at = next((i for i in reach if _SEEN.fullmatch(scene.text(i))), None)
    if at is None or any(scene.text(i) in COMMAS | {"."} for i in range(document.last, at)):
        return None
    first = at + 1 + (scene.text(at + 1) in _OF_IT)
    if any(hit.row["kind"] in ("outlet", "agency") for hit in scene.heads.get(first, ())):
        one = link(scene, Place(first, noun_phrase(scene, first, first + 6)))
        return one if one.entity and scene.text(first)[:2] != "ال" else None
    alone = first > at + 1 and (scene.text(first) in COMMAS or scene.text(first) == ".")
    return last[0] if alone and last and last[0].kind in ("outlet", "agency") else None


_SEEN = re.compile(r"[وف]?(?:تلق|حصل|اطلع|تسلم|تحصل)ت")
_OF_IT = frozenset("عليه عليها منه منها".split())


def _quoted_first(scene: Scene, lo: int) -> Place | None:
    """A name in quotation marks at a clause's head: `أما «الضفة» فنشرت`, `نشرت «الضفة»`."""
    first = lo + (scene.text(lo) in {"اما", "واما"} or _RUNS.fullmatch(scene.text(lo)) is not None)
    return Place(first, scene.quotations[first][0].last) if first in scene.quotations and scene.is_name(first) else None


_RUNS = re.compile(r"[وف]?(?:نشر|اورد|عرض|بث|نقل)ت?")


def print_verb(scene: Scene, document: Place) -> int:
    """Where a relative clause begins that tells who printed a document (`بثته`); the phrase's end if none."""
    ahead = range(document.first + 1, document.last)
    return next((i for i in ahead if _PRINTS.fullmatch(scene.text(i))), document.last)


def printed_by(scene: Scene, document: Place) -> Link | None:
    """`بيان للديوان بثته وكالة X`, `دراسة لجامعة Y ونشرتها الأحد مجلة X`: the outlet behind the verb of printing."""
    at = print_verb(scene, document)
    if at + 1 in scene.quotations and scene.is_name(at + 1):
        one = link(scene, scene.quotations[at + 1][0])
        return one if one.kind in ("outlet", "agency") else replace(one, kind="outlet")
    first = next((k for k in range(at + 1, min(at + 5, document.last)) if is_outlet(scene, k)), None)
    if first is None:
        return None
    return link(scene, Place(first, max(noun_phrase(scene, first, document.last), first + 1)))


_PRINTS = re.compile(r"و?ت?(?:نشر|بث|اورد|نقل|عمم|اذاع)ت?(?:ه|ها)")

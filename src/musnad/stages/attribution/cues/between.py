"""Whether `بين`, `عبر`, `عقب` are verbs (`بين المدير أن`, `عبر عن قلقه`) or between, through, after."""

from __future__ import annotations

import re

from musnad.doc import Hit
from musnad.stages.attribution.contents.edges import SIDES
from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, next_comma, role, without_and

__all__ = ["between_or_told"]

_BETWEEN = re.compile(r"[وف]?بين(?:ه|ها|هم|هما|نا|ي)?")
_AMONG = frozenset("شاع شاعت انتشر انتشرت سري سرت دار دارت ساد سادت يدور تدور يشيع تشيع ينتشر تنتشر تداول جمع".split())


def between_or_told(scene: Scene, i: int, hit: Hit) -> bool:
    """Whether a form is the verb: `بين` and `عبر` are only where their doubling is written, or أن (عن) follows at once
    or behind a phrase."""
    if scene.text(i) == "بين" and without_and(scene.text(i - 1)) in _AMONG:
        return False  # `شاع بين الطلاب أن`
    if scene.text(i) == "وبين" and any(_BETWEEN.fullmatch(scene.text(j)) for j in range(i - 8, i)):
        return False  # `الفرق بينهم وبين الجماعة أن`
    if "\u0651" in scene.written(i) or scene.text(i + 1) == "ل":
        return True  # `بيّن`, `بين لـ«المرفأ»`
    if hit.row["lemma"] == "عبّر" and scene.text(i + 1) in {"فيها", "فيه"} and scene.text(i + 2) == "عن":
        return True  # `برقية عبر فيها عن تعازيه`
    joined = scene.tokens[i].text[:1] == "و" or i == scene.sentence_start(i)
    people = ("person", "public", "anonymous", "experts", "")
    if hit.row["lemma"] == "عبّر" and joined and any(h.row["kind"] in people for h in scene.heads.get(i + 1, ())):
        return True  # `وعبر عدد من السكان … عن`
    end = noun_phrase(scene, i + 1, len(scene.tokens))
    if any(role(scene.text(j)) == "relative" for j in range(i, end)):
        return False  # `بين الخلايا التي …`
    if hit.row["lemma"] == "عقّب":
        return False  # `عقب أن`: after
    heads = joined or scene.text(i - 1) in COMMAS or without_and(scene.text(i - 1)) in _CLAUSE or _beside(scene, i)
    heads = heads or scene.text(i - 1) in {"فيما", "بينما"}
    parted = heads and (_over_comma if hit.row["lemma"] == "بيّن" else _felt_behind_comma)(scene, i)
    clause = is_that(scene, end + (joined and scene.text(end) == "الي"))  # `وبين العقيد إلى أن`
    through = scene.text(i + 1) in _MEDIA or i + 1 in scene.media  # `تقارير عبر الإعلام المرئي عن`
    return clause or parted or (hit.row["lemma"] == "عبّر" and scene.text(end) == "عن" and not through)


_MEDIA = frozenset(
    "الاعلام وسائل القنوات قنوات قناه الانترنت الشاشات شاشات شاشه مواقع موقع الهاتف البريد تويتر".split()
)


_CLAUSE = frozenset("كما حيث قد".split())


def _beside(scene: Scene, i: int) -> bool:
    """`من جانبه بين العميد، أن`"""
    return scene.text(i - 1) in SIDES and scene.text(i - 2) in {"من", "ومن"}


def _felt_behind_comma(scene: Scene, i: int) -> bool:
    """`فيما عبر سليم الناجي، أمين عام المنظمة، عن اعتزازه`: who can speak, a comma, عن and a feeling."""
    last = min(i + _TITLES, len(scene.tokens))
    about = next((j for j in range(i + 2, last) if scene.text(j) == "عن" and scene.text(j - 1) in COMMAS), None)
    felt = about is not None and (about + 1 in scene.feelings or about + 2 in scene.feelings)
    return felt and can_speak(scene, i + 1, next_comma(scene, i + 1, last))


_TITLES = 24  # words of a speaker with his titles


def _over_comma(scene: Scene, i: int) -> bool:
    """`وبين مدير المتحف سليم الناجي، أن`, `وبين، أن`: at a clause's head a speaker or nobody, a comma, and أن."""
    comma = next_comma(scene, i + 1, min(i + 24, len(scene.tokens)))
    return is_that(scene, comma + 1) and (comma == i + 1 or can_speak(scene, i + 1, comma))

"""Who stands behind a verb and speaks, though another stands before it."""

from __future__ import annotations

from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.nouns.phrase_starts import starts_phrase
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.nouns.ranked import person_at
from musnad.stages.attribution.nouns.titles import clause_ahead
from musnad.stages.attribution.page.government import Governs
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, role
from musnad.stages.attribution.speakers.beside_verb import in_front_alone
from musnad.stages.attribution.transmitters.agreement import fits_phrase

__all__ = ["speaker_agrees", "speaker_behind", "speaker_follows"]


def speaker_follows(scene: Scene, k: int, hi: int, takes: Governs) -> bool:
    """`وحول شكوى التجار قال المحافظ:` - who stands between the verb and what it opens speaks, not who stands before."""
    end = noun_phrase(scene, k, hi)
    attached = any(hit.end < scene.tokens[k - 1].end for hit in scene.forms.get(k - 1, ()))
    if "ب" in takes.alone and scene.text(end)[:2] == "با" and not attached:
        return False  # `مكتب المبعوث وصف التقرير بأنه`; but `مسلحون وصفهم مسؤول بأنهم`
    that = end + (scene.text(end) in {"الي", "علي"})  # `الأرباح التي تشير التقارير إلى أنها`
    opens = is_that(scene, that) or scene.text(end) == ":" or (scene.text(end) in OPENING and not scene.is_name(end))
    return takes.hearer != "obj" and end > k and opens and can_speak(scene, k, end)


def speaker_behind(scene: Scene, edge: int, k: int, hi: int, takes: Governs) -> bool:
    """`وفي ختام اللقاء يؤكد المدير أن`: what stands before the verb hangs on a preposition."""
    near = range(edge - 3, edge)
    hung = any(role(scene.text(j)) in ("preposition", "during") for j in near)
    hung = hung and not any(scene.text(j) in COMMAS for j in near)
    if takes.hearer == "obj":
        return in_front_alone(scene, edge) and starts_phrase(scene, k) and person_at(scene, k)
    if not hung or not starts_phrase(scene, k):
        return False
    about = "عن" in takes.alone and scene.text(noun_phrase(scene, k, hi)) == "عن"
    about = about or any(hit.row["class"] == "person" and hit.row["number"] == "one" for hit in scene.heads.get(k, ()))
    about = about or (k in scene.mentions and scene.mentions[k][1].type == "PER")
    return about or clause_ahead(scene, k, hi) is not None


def speaker_agrees(scene: Scene, i: int, before: Place, k: int, hi: int, takes: Governs) -> bool:
    """`أمام جهات سياسية أكد الناشط سليم الناجي أن`: before stands another gender than the verb has."""
    if takes.hearer == "obj" or takes.weighs or not starts_phrase(scene, k):
        return False
    end = noun_phrase(scene, k, hi)
    if end == k or not any(hit.row["class"] in _WHO and hit.row["number"] == "one" for hit in scene.heads.get(k, ())):
        return False
    forms = [hit.row for hit in scene.forms[i] if hit.row["class"] in ("perfect", "imperfect")]
    told = (fits_phrase(scene, form, before) for form in forms)
    return bool(forms) and not any(told) and any(fits_phrase(scene, form, Place(k, end)) for form in forms)


_WHO = ("person", "experts", "public")

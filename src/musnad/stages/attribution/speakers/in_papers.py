"""Who speaks in a paper or a speech that the verb points to: `رسالة تعهدت فيها بغداد`, `كلمة المدير، أشاد فيها`."""

from __future__ import annotations

from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.nouns.phrase_starts import starts_phrase
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.government import Governs
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS
from musnad.stages.attribution.transmitters.agreement import fits_phrase

__all__ = ["in_it", "in_whose_words", "tells_in_it"]


def tells_in_it(scene: Scene, i: int, hi: int, takes: Governs) -> bool:
    """`حمل رسالة تعهدت فيها بغداد بإعادة السفير`: who speaks in a paper stands behind `فيها`; `دعا فيها الوزير` may be
    whom he calls upon."""
    if takes.hearer == "obj" or ("obj" in takes.prepositions and takes.weighs):
        return False
    end = noun_phrase(scene, i + 2, hi) if scene.text(i + 1) in {"فيه", "فيها"} else i + 2
    who = Place(i + 2, end)
    agrees = end > i + 2 and any(fits_phrase(scene, hit.row, who) for hit in scene.forms[i])
    return agrees and can_speak(scene, *who) and starts_phrase(scene, i + 2)


def in_whose_words(scene: Scene, i: int, lo: int) -> Place | None:
    """`تخلل الحفل كلمة سعيد بدر مدير المصنع، أشاد فيها ب`, `تلقى القسم بلاغا من المواطن سامي الراوي، قال فيه`: whose
    speech, or from whom it is, stands right before the comma."""
    if scene.text(i + 1) not in _IN_IT or scene.text(i - 1) not in COMMAS:
        return None
    for k in range(i - 2, max(lo, i - _OWNER) - 1, -1):
        if scene.text(k) in COMMAS:
            return None
        if scene.text(k) in _SPEECHES:
            first = k + 1 + (scene.text(k + 1) == "من")
            owner = Place(first, noun_phrase(scene, first, i - 1))
            person = any(hit.row["class"] == "person" for hit in scene.heads.get(first, ()))
            whole = owner.last == i - 1 and (scene.names_in(owner, "PER") or (person and first > k + 1))
            return owner if whole and can_speak(scene, *owner) else None
    return None


_IN_IT = frozenset("فيها فيه خلالها خلاله".split())
_SPEECHES = frozenset(
    "كلمه خطاب خطابا محاضره رساله مداخله خطبه كلمات تصريح تصريحا بيان بيانا احاطه بلاغ بلاغا شكوي شهاده مذكره برقيه "
    "تقرير تقريرا".split()
)
_OWNER = 14  # words of whose speech it is


def in_it(scene: Scene, k: int) -> bool:
    """`(بيانا قالت) فيه`, `(دراسة توقعت) من خلالها`"""
    through = scene.text(k) == "من" and scene.text(k + 1) in {"خلاله", "خلالها"}
    return through or scene.text(k) in {"فيه", "فيها"}

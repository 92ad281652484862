"""Nouns of attribution: which stand without their speaker, and which open a content."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.attribution.cues.opening import strong
from musnad.stages.attribution.cues.spoken_on import says
from musnad.stages.attribution.cues.starts import joined
from musnad.stages.attribution.nouns.modifiers import own_words
from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.government import governs
from musnad.stages.attribution.page.scene import CLOSING, OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, PRONOUNS, is_that, role

__all__ = ["may_lack_source", "noun_opens", "of_saying", "where_said"]


def may_lack_source(scene: Scene, k: int, hi: int, hit: Hit, text: str, row: Mapping[str, str]) -> bool:
    """A noun without a speaker of its own: with a pronoun or an article, or a speech act with its clause at hand; of
    `اكتفت البلدية بتذكير السكان بأن`, whom she reminds."""
    if row["hearer"] == "obj" and text[:1] == "ب":
        return True
    if text[:2] in ("با", "ال") or hit.end < scene.tokens[scene.index(hit.start)].end:
        return True
    opens = (
        is_that(scene, j) or (scene.text(j) == ":" and scene.text(j + 1) in OPENING) for j in range(k, min(k + 6, hi))
    )
    return row["statement"] == "speech" and any(opens)


def _states(scene: Scene, j: int) -> bool:
    """A verb of attribution, or the pronoun of a sentence without a verb."""
    verbs = (hit for hit in scene.forms.get(j, ()) if hit.row["class"] in ("perfect", "imperfect"))
    return scene.text(j) in PRONOUNS or any(not hit.row.get("risk") for hit in verbs)


def _asserts(scene: Scene, j: int) -> bool:
    """A participle of attribution with its clause behind it; `قائلا` only goes on with the noun."""
    hits = (hit for hit in scene.forms.get(j, ()) if hit.row["class"] == "participle" and hit.row["lemma"] != "قال")
    clause = is_that(scene, j + 1) or (scene.written(j).endswith(("اً", "ًا", "يا")) and is_that(scene, j + 2))
    return clause and scene.text(j).endswith(("ا", "ه", "ين")) and any(hits)  # `داعيا الله أن`


def _told_where(scene: Scene, k: int, start: int) -> bool:
    """`، عبر حسابه في منصة إكس: «…»`, `، في تغريدة له: «…»`: behind the noun an aside on where it was said."""
    spoken = scene.text(start - 1) == ":" and start in scene.quotations and start - k < 14
    return spoken and scene.text(k) in COMMAS and scene.text(k + 1) in _WHERE and k + 2 in scene.media


_WHERE = frozenset("عبر في علي خلال".split())


def noun_opens(scene: Scene, i: int, k: int, start: int, source: Place | None, row: Mapping[str, str]) -> bool:
    """A noun at i opens a content clause or a quotation; `إعلان X كذا`, `رفض X كذا` open a bare phrase too."""
    if source is not None and scene.text(source.last - 1) in {"فيها", "فيه"}:
        return False  # `تصريحات الوزير، التي قال فيها إن`: the verb attributes
    between = range(k, scene.index(start))
    if scene.text(scene.index(start) - 1) == "عن" and scene.is_name(scene.index(start)):
        return False  # `العاصفة التي أثارها كلام الوزير عن «ترقيع» الموازنة`: a topic
    if is_that(scene, i - 1) and scene.text(k) in OPENING and scene.index(start) in (k, k + 1):
        return False  # `رأى أن رد الوزير «لم يكن كافيا»`: what is said of it
    told_where = _told_where(scene, k, scene.index(start))  # `سارع إلى القول، عبر حسابه: «…»`
    apart = scene.text(k) in COMMAS and scene.text(scene.index(start) - 2) in COMMAS  # `بالقول، على لسان X، إنها`
    ends = any(scene.text(j) in COMMAS or scene.text(j) in CLOSING for j in between)
    if not (told_where or apart) and (len(between) > 9 or ends):
        return False
    that = scene.index(start) - 1
    if is_that(scene, that) and scene.text(that - 1) == "علي" and "على" not in governs(row).prepositions:
        return False  # `توقيع التعهد على أنهما`
    if any(_states(scene, j) and (source is None or scene.text(j) not in PRONOUNS) for j in between):
        return False  # `الأنباء الواردة تؤكد أن`, `الرسالة هي أن`
    if any(_asserts(scene, j) for j in between) or (row["lemma"] == "الرواية" and says(scene, k - 1)):
        return False  # `ختم حديثه مؤكدا أن`, `تمسك بروايته قائلا: «…»`: the participle attributes
    if scene.text(scene.index(start)) in {"بتاريخ", "تاريخ", "رقم"}:
        return False  # `إعلان الهيئة بتاريخ 12 رمضان`
    described = scene.text(scene.index(start)).startswith("ال") and deed(scene.text(scene.index(start))) is None
    if scene.text(scene.index(start))[:1] == "و" and joined(scene, scene.index(start)):
        return False  # `إعلان الجزيرة 2015 وقرارات المجلس`
    bare = source is not None and row["lemma"] in ("الإعلان", "النفي", "الرفض", "التكذيب") and not described
    bare = bare or (source is not None and source.last < k and scene.text(k - 2) == "الي" and row["stance"] == "denies")
    pledged = row["lemma"] in ("الإصرار", "التعهد", "المطالبة", "الدعوة") and (k == 0 or source is None)
    return bare or pledged or strong(scene, start)


def where_said(scene: Scene, i: int) -> bool:
    """`الوزير في تصريح صحفي: لا تراجع`: a medium between a speaker and a colon."""
    last = max((scene.index(hit.end - 1) + 1 for hit in scene.media.get(i, ())), default=i)
    while last > i and role(scene.text(last)) == "of media":
        last += 1
    return scene.text(i - 1) in {"في", "خلال", "عبر"} and last > i and scene.text(last) == ":"


def of_saying(scene: Scene, i: int) -> bool:
    """`أكمل حديثه بالقول إن`: the noun behind a speech with its pronoun is the cue."""
    nouns = (hit for hit in scene.forms.get(i + 1, ()) if hit.row["class"] == "noun")
    return own_words(scene, i) and scene.text(i + 1).startswith("بال") and any(nouns)

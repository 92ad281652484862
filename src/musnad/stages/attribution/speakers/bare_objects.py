"""Bare objects: what stands behind a verb and is no subject, and verbs without a subject that take one."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.attribution.contents.inner import ACTS
from musnad.stages.attribution.contents.voice import TURNS
from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.nouns.appositions import apart
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.government import PREPOSITIONS, Governs, governs
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, PRONOUNS, is_that, next_comma, role, unlisted, with_ba
from musnad.stages.attribution.speakers.actors import actor
from musnad.stages.attribution.speakers.carriers import ROWS
from musnad.stages.attribution.transmitters.agreement import fits_phrase

__all__ = ["IT", "demands", "described", "he_too", "in_few_words", "not_ruled_out", "object_there", "of_it"]

IT = frozenset("انه انها انهم وانه وانها وانهم لكنه لكنها لكنهم".split())


def of_it(scene: Scene, i: int, hit: Hit) -> bool:
    """`إنه يحذر الطلاب`, `إنها قد تدعو الأطراف`: a verb that addresses somebody, with its subject in the pronoun."""
    it = scene.text(i - 1 - (scene.text(i - 1) in _MAY))
    its = it in IT and it.endswith("ها") == (hit.row.get("gender") == "f")
    return its and governs(ROWS[hit.row["lemma"]]).hearer == "obj"


_MAY = frozenset("قد سوف لن لم لا".split())


def demands(scene: Scene, i: int, hit: Hit, row: Mapping[str, str], lo: int) -> bool:
    """`تسلمت الهيئة الملف وطلبت وثائق`, `وأنها رفضت العرض`: a clause's subject goes on with a demand, a refusal.

    In a headline in the present, too: `«النور» ترفع رأسمالها وتنفي البيع`.
    """
    if not_ruled_out(scene, i):
        return True
    joined = scene.text(i)[:1] in "وف" and hit.start == scene.tokens[i].start + 1
    told = hit.row["class"] == "perfect" or scene.is_title(scene.sentence_start(i))
    behind = scene.text(i - 1) in IT
    explains = scene.text(i + 1) == "ذلك" and governs(row).judges  # `خفض البنك توقعاته، وعزا ذلك إلى`
    clear = not hit.row.get("risk") or explains or _asks_for(scene, i)
    sure = told and (row["stance"] in ACTS or explains) and (behind or (joined and clear))
    return sure and actor(scene, lo, i) is not None


def not_ruled_out(scene: Scene, i: int) -> bool:
    """`ولم يستبعد الحظر`, `ولا يتوقع انفراجا`, `لكنها لا تستبعد الإغلاق`: whoever spoke goes on."""
    turned = scene.text(i - 2) in _BUT_HE or (scene.text(i - 2) in IT and scene.text(i - 3) in TURNS)
    heads = scene.text(i - 1) in {"ولم", "ولا"} or (scene.text(i - 1) in {"لم", "لا"} and turned)
    lemmas = {hit.row["lemma"] for hit in scene.forms.get(i, ())}
    if "اعتقد" in lemmas or "ظنّ" in lemmas:
        return scene.text(i - 1) == "ولا" and is_that(scene, i + 1) and scene.text(i - 2) in COMMAS
    told = bool(lemmas & {"استبعد", "أخفى", "نفى"})
    return heads and (told or ("توقّع" in lemmas and not is_that(scene, i + 1)))


_BUT_HE = frozenset({"لكنه", "لكنها", "لكنهم"})


def _asks_for(scene: Scene, i: int) -> bool:
    """`اشترط الحزب مهلة، وطلب ضمانة مكتوبة`: behind a comma, with an object that no noun could own."""
    ahead = scene.written(i + 1).endswith(("ة", "ا", "اً", "ًا")) and scene.text(i + 1)[:2] != "ال"
    return scene.text(i - 1) in COMMAS and ahead and scene.written(i + 2).endswith(("ة", "ا", "اً", "ًا"))


def in_few_words(scene: Scene, i: int, hi: int) -> bool:
    """`اكتفى بجملة واحدة: «…»`, `اكتفت بالرد: «…»`: the words that one lets it rest at follow."""
    near = range(i + 1, min(i + 7, hi))
    at = next((j for j in near if scene.text(j) in _BRIEFLY), None)
    if at is None:
        return False
    opens = (j for j in range(at + 1, min(at + 8, hi)) if scene.text(j) == ":" or j in scene.quotations)
    return next(opens, None) is not None


_BRIEFLY = frozenset(
    "بعباره بجمله بكلمه بكلمتين بجملتين بسطر برد بالرد بتعليق بالتعليق برساله بتغريده بتصريح بمنشور بسؤال".split()
)


def described(scene: Scene, i: int, hit: Hit, source: Place, start: int) -> bool:
    """`ووصف التهديد بالانسحاب بأنه ابتزاز`: the one phrase between the verb and بأن, or its ب, is what is described."""
    whole = (
        hit.row["lemma"] in ("وصف", "نعت", "صنّف", "شبّه") and hit.end == scene.tokens[i].end and source.first == i + 1
    )
    k = scene.index(start)
    stop = k if start > scene.tokens[k].start else k - 1
    owned = source.last > source.first + 1 and scene.text(source.last - 1).endswith(("ه", "ها", "هم"))
    second = owned and not scene.written(source.last - 1).endswith("ة")  # `وصفت الصحافة مسيرته بالناجحة`
    if not whole or second or scene.text(stop)[:1] != "ب" or stop < source.last:
        return False
    return all(_hung(scene, j, source) for j in range(source.last, stop))


def _hung(scene: Scene, j: int, source: Place) -> bool:
    """`بالانسحاب`, `عن الاستقالة`, `الموجهة إليه`: of the phrase before, and no second one."""
    behind = role(scene.text(j - 1)) == "preposition" and j - 1 >= source.last
    return with_ba(scene, j) or behind or role(scene.text(j)) == "preposition"


def object_there(scene: Scene, source: Place, k: int, takes: Governs, hit: Hit) -> bool:
    """`وأكد دعم بلاده`: what was read as the subject cannot speak: it is what the verb takes as its object."""
    another = _shown(scene, source) and not fits_phrase(scene, hit.row, source)
    if another and takes.weighs and "obj" in takes.alone and not is_that(scene, k) and scene.text(k) != ":":
        return True  # `وبررت القرار بضعف الإقبال`
    if another and "obj" in takes.alone and scene.text(source.first)[:2] == "هذ" and not is_that(scene, k):
        return True  # `وأكد هذه المزاعم، بالقول: «…»`
    if unlisted(scene, source.first) or apart(scene, source.first, len(scene.tokens)) == source.last:
        return False
    if takes.weighs and role(scene.text(source.last - 1)) == "relative" and scene.text(k) in OPENING:
        return True  # `كما هاجم خصومه الذين «يخلطون الأوراق»`
    this = scene.text(source.first)[:2] == "هذ" and takes.weighs  # `، فند هذه الأرقام جملة وتفصيلا`
    done = scene.text(source.first)[:2] == "ال" and deed(scene.text(source.first)) and not can_speak(scene, *source)
    defined = scene.text(source.first).startswith(("ال", "هذ", "هؤ", "تلك")) and not done  # `وتنفي التخلي عن المصنع`
    if is_that(scene, k) or scene.text(k) == ":" or (defined and not (this and _shown(scene, source))):
        return False
    shut = scene.text(k) in COMMAS and any(scene.text(j) in COMMAS for j in range(*source))  # `تقرير، صدر أمس، إلى أن`
    governed = PREPOSITIONS.get(scene.text(k + shut)) in takes.prepositions or is_that(scene, k + shut + 1)
    if takes.weighs and not (defined or governed) and _alone(scene, source, k):
        return True
    near = range(k, next_comma(scene, k, min(k + 8, len(scene.tokens))))
    about = "عن" in takes.alone and deed(scene.text(source.first)) is None and any(scene.text(j) == "عن" for j in near)
    speaks = can_speak(scene, *source) and not this
    return not about and "obj" in takes.alone and not speaks  # `أعلنت مدينة X الطبية عن`


def _shown(scene: Scene, source: Place) -> bool:
    """Whether a phrase is of a document or of what cannot speak."""
    found = head(scene, source)
    return found is None or found.row["kind"] in ("document", "media_reports")


def _alone(scene: Scene, source: Place, k: int) -> bool:
    """`تسلمت الهيئة الملف وطلبت وثائق`: a document with nothing behind it; but `نفت دراسة حديثة الفرضية`."""
    found = head(scene, source)
    document = found is not None and found.row["kind"] == "document"
    close = next_comma(scene, k + 1, min(k + 12, len(scene.tokens))) + 1
    if scene.text(k) in COMMAS and scene.text(close - 1) in COMMAS and role(scene.text(close)) == "preposition":
        return False  # `وحذرت دراسة، أجريت في المنارة، من قلة النوم`
    return document and (not scene.text(k).isalpha() or bool(role(scene.text(k))))


def he_too(scene: Scene, i: int, lo: int) -> bool:
    """`وهو يتوقع عودة الخدمة`, `وهي تطالب بتعويض`: a sentence that goes on with the speaker by his pronoun."""
    heads = scene.text(i - 1) in PRONOUNS and i - 1 == lo and scene.text(lo)[:1] == "و"
    lemmas = (hit.row["lemma"] for hit in scene.forms.get(i, ()) if hit.row["class"] == "imperfect")
    return heads and any(ROWS.get(one, {}).get("stance") in _WILLS for one in lemmas)


_WILLS = ("expects", "demands", "refuses", "hopes", "denies")

"""Whom a verb of saying tells it, before its subject comes: `قال لـ«المرفأ» مصدر`, `أبلغ القائد قناة «المدار» بأن`."""

from __future__ import annotations

from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.nouns.hearers import hearer
from musnad.stages.attribution.nouns.phrase_starts import starts_phrase
from musnad.stages.attribution.nouns.phrases import LOOKS, noun_phrase
from musnad.stages.attribution.page.government import Governs
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, role, with_ba
from musnad.stages.attribution.speakers.media_first import past_medium
from musnad.stages.attribution.speakers.named_hearers import named_hearer, own_hearer, past_named
from musnad.stages.attribution.speakers.told_first import past_place, told_first
from musnad.stages.attribution.transmitters.outlets import in_outlet, outlet_at

__all__ = ["OF_WHOM", "TELLING", "past_hearer", "told_outlet"]

# What may stand between a verb and its subject.
_BETWEEN = frozenset(
    "لبعضهم لبعضهن لبعض لي لنا الينا له لها لهم فيه فيها عليه عليها عليهم معه معها معهم ايضا كذلك بدوره بدورها قائلا "
    "قائله بالقول".split()
)

OF_WHOM = frozenset("مني منا منك منكم منه منها منهم منهما".split())

# Whom these are said to has been told; whom others (`اتهم`, `طالب`, `وعد`) have as their object tells nothing.
TELLING = frozenset("أبلغ أخبر أخطر أعلم أنبأ صارح".split())


def told_outlet(scene: Scene, k: int, hi: int) -> Place | None:
    """`أبلغ القائد[، طلب عدم نشر اسمه،] قناة «المدار» بأن`: the outlet behind the subject of a verb of telling."""
    k += scene.text(k) in COMMAS
    quoted = k in scene.quotations and scene.is_name(k)
    named = quoted or (k in scene.mentions and scene.mentions[k][1].type == "OUTLET")
    if not (named or any(hit.row["kind"] in _OUTLETS for hit in scene.heads.get(k, ()))):
        return None
    end = scene.quotations[k][0].last if quoted else noun_phrase(scene, k, hi)
    end = next((j for j in range(k + 1, end) if scene.in_time(j)), end)
    then = next((j for j in range(end, hi) if not scene.in_time(j)), end)  # `أبلغ المدير قناة «المدار» أمس أن`
    opens = is_that(scene, then) or with_ba(scene, then) or scene.text(then) in {":", *OPENING}
    return Place(k, end) if end > k and opens else None


_OUTLETS = ("outlet", "agency")


def past_hearer(scene: Scene, k: int, hi: int, takes: Governs) -> tuple[int, tuple[Place, ...]]:
    """Behind a verb, past who was spoken to before its subject comes: `قال لـ«المرفأ» مصدر`, `قال للصحفيين الوزير`."""
    told: tuple[Place, ...] = ()
    while k < hi:
        outlet = outlet_at(scene, k, hi) if "ل" in takes.hearer.split() and scene.text(k)[:1] == "ل" else None
        if outlet is not None and hearer(scene, k, k):
            told, k = (*told, outlet), _past_brackets(scene, outlet.last)
        elif k + 1 in scene.media and (through := past_medium(scene, k, hi, takes)) is not None:
            k, told = through[0], (*told, *through[1])
        elif (role(scene.text(k)) == "hearer" or own_hearer(scene, k)) and named_hearer(scene, k + 1):
            k = past_named(scene, k + 1, hi)
            while scene.text(k)[:1] == "و" and (k in scene.heads or k in scene.mentions):
                k = max(noun_phrase(scene, k, hi, hung=True), k + 1)  # `لنظيره سامي الراوي والرئيس فؤاد الحمود`
        elif own_hearer(scene, k):
            k += 1  # `أكد لزواره أنه لم يوقع`
        elif scene.text(k) == "في" and (printed := _printed_in(scene, k, hi)) is not None:
            told, k = (*told, printed), printed.last
        elif takes.hearer == "obj" and (first := told_first(scene, k, hi)) is not None:
            told, k = (*told, first), past_place(scene, first.last)
        elif scene.text(k) in {"يقول", "تقول"} and _tells(scene, k - 1, k + 1):
            k += 1  # `أردف يقول إن`
        elif "من" in takes.hearer.split() and scene.text(k) in OF_WHOM:
            k += 1  # `طلب منهم المدير مغادرة القاعة`
        elif scene.text(k) in _BETWEEN or role(scene.text(k)) == "hearer" or scene.text(k) in LOOKS:
            k += 1
        else:
            break
    k = _past_time(scene, k, hi)
    return (k if "من" in takes.prepositions else _past_side(scene, k, hi)), told


def _past_brackets(scene: Scene, k: int) -> int:
    """`قال لوكالة الأنباء العمانية (عمان) إن`: past the short name in brackets behind an outlet's."""
    shut = next((j for j in range(k + 2, k + 7) if scene.text(j) == ")"), k - 1) if scene.text(k) == "(" else k - 1
    return shut + 1


def _printed_in(scene: Scene, k: int, hi: int) -> Place | None:
    """`كتب في «الضفة» المحلل سامر الراوي أن`: where one writes, before who does."""
    place = in_outlet(scene, k, hi)
    if place is None or not starts_phrase(scene, place.last):
        return None
    person = any(hit.row["class"] in ("person", "experts") for hit in scene.heads.get(place.last, ()))
    named = place.last in scene.mentions and scene.mentions[place.last][1].type == "PER"
    return place if person or named else None


def _tells(scene: Scene, verb: int, k: int) -> bool:
    """Whether a verb stands before, and at k opens what is said: `أردف يقول إن`, not `رسالة تقول إن`."""
    told = any(hit.row["class"] in ("perfect", "imperfect") for hit in scene.forms.get(verb, ()))
    return told and (is_that(scene, k) or scene.text(k) in {":", *OPENING})


def _past_time(scene: Scene, k: int, hi: int) -> int:
    """`أفادت مؤخرا مؤسسة X`, `طالب أمس، سليم الناجي، ب`: past when it was said, where the speaker follows."""
    i = k
    while i < hi and (scene.in_time(i) or role(scene.text(i)) == "adverb" or (i > k and scene.text(i) in COMMAS)):
        i += 1
    if i == k or not starts_phrase(scene, i) or scene.text(i) in OPENING:
        return k
    end = noun_phrase(scene, i, hi)
    return i if end > i and can_speak(scene, i, end) and not is_that(scene, i) else k


def _past_side(scene: Scene, k: int, hi: int) -> int:
    """`يرد عليه [من الطرف الآخر] الحاج سامر الراوي: …`: past whose side he is on, where his name and words follow."""
    if scene.text(k) != "من" or role(scene.text(k + 1)) or k in scene.times:
        return k
    for j in range(k + 2, min(k + 7, hi)):
        person = any(hit.row["class"] == "person" and hit.row["number"] == "one" for hit in scene.heads.get(j, ()))
        if person or (j in scene.mentions and scene.mentions[j][1].type == "PER"):
            end = noun_phrase(scene, j, hi)
            named = bool(scene.names_in(Place(j, end), "PER"))
            return j if named and (is_that(scene, end) or scene.text(end) == ":") else k
    return k

"""How, when and where something was said, between a cue and its content: words that open nothing."""

from __future__ import annotations

from musnad.stages.attribution.contents.edges import SIDES
from musnad.stages.attribution.cues.occasions import event, fronted, in_terms, occasion
from musnad.stages.attribution.cues.opening import can_speak
from musnad.stages.attribution.nouns.phrase_starts import starts_phrase
from musnad.stages.attribution.nouns.phrases import LOOKS, noun_phrase
from musnad.stages.attribution.nouns.units import past_unit
from musnad.stages.attribution.page.deeds import deed_at
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import ON_THIS, role
from musnad.stages.attribution.speakers.beside_verb import REPRESENTED

__all__ = ["bracketed", "front_end", "how_said", "in_brackets", "past_occasions", "speaker_at"]

_OUTRIGHT = frozenset("قاطعا تاما باتا شديدا كاملا مطلقا جازما صريحا".split())
_OF_IT = frozenset("منه منها منهم عنه عنها".split())
_TIMELY = frozenset("في قبل منذ خلال بعد عقب".split())
_BENCH = frozenset("المحكمه القضاء القاضي القضاه النيابه المحققين المحقق اللجنه البرلمان النواب الصحافيين".split())
_IN_TURN = frozenset("بدوره بدورها بدورهم".split())
_THROUGH = frozenset({"خلاله", "خلالها", "خلالهم"})  # `بيانا حذرت من خلاله من السباحة`
_SAME = frozenset("ذاته نفسه عينه".split())
# `بشكل خاص`, `بصورة عاجلة`, `بلا مواربة`: how it was said, with the word behind.
_MANNER = frozenset("بشكل بصوره بطريقه بلا بصوت بنبره بلهجه".split())


# `نفى الناطق في هذا السياق وجود خلاف`: connectives that stand between a verb and its object as well.
_ASIDES = {
    "مع": frozenset({"ذلك"}),
    "في": frozenset(
        {"المقابل", "سياق متصل", "سياق اخر", "هذا السياق", "هذا الاطار", "هذا الصدد", "هذا الشان", "هذه الاثناء"}
    ),
    "من": frozenset({"جديد", "جهه اخري", "جانب اخر", "ناحيه اخري"}),
    "علي": frozenset({"صعيد اخر", "صعيد متصل", "الفور", "الاثر"}),
    "بالمقابل": frozenset({""}),
}


def _connective(scene: Scene, k: int) -> int:
    """How many words at k are a connective: `مع ذلك`, `في هذا السياق`; 0 for none."""
    behind = _ASIDES.get(fronted(scene, k))
    for n in (0, 1, 2) if behind else ():
        if " ".join(scene.text(k + j) for j in range(1, n + 1)) in (behind or ()):
            return n + 1
    return 0


_FOR = frozenset("نيابه ونيابه اصاله بالاصاله وبالاصاله وبالنيابه بالنيابه".split())
_TELLS_HOW = _FOR | (
    _IN_TURN
    | _MANNER
    | ON_THIS
    | REPRESENTED
    | _ASIDES.keys()
    | LOOKS
    | _TIMELY
    | frozenset("جمله عبر امام ( من مره ومره".split())
)


def how_said(scene: Scene, k: int) -> int:
    """How many words at k tell how or when it was said: `بشكل خاص`, `في الوقت ذاته`, `النقاب [عن]`; 0 for none."""
    word = scene.text(k)
    if word not in _TELLS_HOW and word[-1:] != "ا" and word[:1] != "ب":
        return 0
    if word in _IN_TURN:
        return 1
    if word in {"مره", "ومره"}:
        return 2 * (scene.text(k + 1) in {"اخري", "ثانيه"})
    if word in REPRESENTED:  # `أعلنت الوزارة ممثلة في إدارة الطوارئ عن`
        first = k + 1 + (scene.text(k + 1) == "في")
        last = noun_phrase(scene, first, min(k + 14, len(scene.tokens)), frozenset({"obj", "عن", "على"}), hung=True)
        return last - k if last > first else 0
    if word in _FOR and scene.text(k + 1) == "عن":
        return noun_phrase(scene, k + 2, scene.sentence_end(k)) - k  # `رفع المدير نيابة عن العاملين شكره`
    if word in _MANNER or word in ON_THIS or _with_manner(scene, k) or in_terms(scene, k):
        return 2
    if scene.text(k + 1) in _OUTRIGHT and word.endswith("ا") and len(word) > 3:
        return 2  # `نافيا نفيا قاطعا تسريب المحاضر`
    if word == "جمله" and scene.text(k + 1) == "وتفصيلا":
        return 2
    if word == "بدلا" and scene.text(k + 1) in _OF_IT:
        return 2  # `واقترحت بدلا منه نقطة واحدة`
    if word == "باي" and scene.text(k + 1) in {"شكل", "حال"} and scene.text(k + 2) == "من":
        return 4  # `يرفض بأي شكل من الأشكال تلك الفكرة`
    if (past := _connective(scene, k)) > 0:
        return past
    if word == "عبر" and any(hit.end < scene.tokens[k + 1].end for hit in scene.heads.get(k + 1, ())):
        return 2 + (scene.text(k + 2) in {"باسمه", "باسمها", "باسمهم"})  # `نفى اللاعب عبر محاميه بيع بيته`
    if word == "امام" and scene.text(k + 1) in _BENCH:
        return 2  # `أنكر المتهم أمام المحكمة التهمة`
    if word in LOOKS and scene.text(k + 1) == "عن":
        return 1
    if word == "(" and k not in scene.quotations and scene.in_name(k - 1):
        return past_unit(scene, k, k, min(k + 9, len(scene.tokens))) - k  # `لوكالة الأنباء الألمانية (د.ب.أ)`
    if word in _TIMELY and k + 1 in scene.times:
        return scene.times[k + 1].last - k  # `نفت قبل يومين وجود`, `أكد في وقت سابق رفضه`
    if word == "من" and scene.text(k + 1) in SIDES | _THROUGH:
        return 2  # `وينبه الخبير، من جانبه: «…»`
    same = word == "في" and scene.text(k + 2) in _SAME and scene.text(k + 1).startswith("ال")
    same = same and scene.text(k + 1) not in {"العدد", "البرنامج"}  # where it was printed or broadcast
    return 3 if same else 0


def _with_manner(scene: Scene, k: int) -> bool:
    """`بثقة تامة`, `بقوة كبيرة`: an adverb with ب and its adjective."""
    word = scene.text(k)
    manner = word[:1] == "ب" and role(word) == "adverb" and scene.written(k + 1).endswith("ة")
    return manner and deed_at(scene, k + 1) is None


def past_occasions(scene: Scene, k: int, *, told: bool) -> int:
    """`أكد [بعد الاجتماع] وزير النقل أن`: behind the occasions at k, where a speaker stands there; else k.

    `told`: the verb takes whom it addresses as its object, so that only a person by name is surely who speaks.
    """
    return speaker_at(scene, k, front_end(scene, k), told=told)


def speaker_at(scene: Scene, k: int, j: int, *, told: bool) -> int:
    """Token j behind what stands between a verb and its speaker, from k on, if a speaker stands there; else k."""
    told_there = j in scene.quotations or (j in scene.mentions and scene.mentions[j][1].type == "OUTLET")
    if j == k or told_there or not starts_phrase(scene, j) or deed_at(scene, j) is not None:
        return k
    end = noun_phrase(scene, j, scene.sentence_end(j), frozenset({"obj", "ب"}))
    person = scene.names_in(Place(j, end), "PER") or any(h.row["class"] in _ONES for h in scene.heads.get(j, ()))
    return j if person or (not told and can_speak(scene, j, end)) else k


_ONES = ("person", "experts", "unnamed")


def front_end(scene: Scene, lo: int) -> int:
    """The token behind the occasions that a sentence from `lo` on begins with, و before them or not."""
    j = lo
    while (n := how_said(scene, j) or (_headed(scene, j) if j == lo else 0) or _event_at(scene, j)) > 0:
        j += n
    return j


def _headed(scene: Scene, lo: int) -> int:
    """How many words a connective takes at a sentence's head, و before it: `وفي هذا السياق`, `وفي الوقت نفسه`."""
    same = fronted(scene, lo) == "في" and scene.text(lo + 2) in _SAME and scene.text(lo + 1).startswith("ال")
    return 3 if same else _connective(scene, lo)


def _event_at(scene: Scene, k: int) -> int:
    """How many words at k tell of an occasion, a medium or a place (`في بيان`, `في بيروت`); 0 for none."""
    if k in scene.times or fronted(scene, k) not in {"في", "من", "خلال"}:
        return occasion(scene, k) - k
    if k + 1 in scene.media:
        return event(scene, k + 1, scene.sentence_end(k)) - k
    there = scene.mentions.get(k + 1)
    return there[0].last - k if there and there[1].type in ("GPE", "LOC") else occasion(scene, k) - k


def bracketed(scene: Scene, k: int) -> Place | None:
    """`أعلنت (قوات الفجر) أن`, `قالت (رويترز) إن`: somebody known alone in brackets, at k."""
    if scene.text(k) != "(":
        return None
    last = next((j for j in range(k + 2, k + 7) if scene.text(j) == ")"), None)
    known = k + 1 in scene.heads or k + 1 in scene.mentions
    return Place(k + 1, last) if last is not None and known and can_speak(scene, k + 1, last) else None


def in_brackets(scene: Scene, k: int) -> bool:
    """`قال (هاشم النجار) رئيس الغرفة`: whether at k a bracket opens round a person's name and nothing else."""
    named = scene.mentions.get(k + 1) if scene.text(k) == "(" else None
    return named is not None and named[1].type == "PER" and scene.text(named[0].last) == ")"

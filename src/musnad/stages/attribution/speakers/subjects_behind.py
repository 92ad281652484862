"""The subject behind a verb: where it ends, when it speaks though another stands before, and its whole name."""

from __future__ import annotations

from musnad.doc import Hit
from musnad.stages.attribution.contents.edges import DASHES
from musnad.stages.attribution.cues.after_quote import last_words
from musnad.stages.attribution.cues.manner import bracketed, in_brackets, past_occasions
from musnad.stages.attribution.cues.occasions import breaks_off
from musnad.stages.attribution.cues.opening import can_speak, strong
from musnad.stages.attribution.cues.thanks import before_feeling, thanks_at
from musnad.stages.attribution.nouns.appositions import apart
from musnad.stages.attribution.nouns.clause_ends import own_clause
from musnad.stages.attribution.nouns.hearers import hearer
from musnad.stages.attribution.nouns.modifiers import speaks
from musnad.stages.attribution.nouns.offices import of_body_ahead, office, sits_for
from musnad.stages.attribution.nouns.phrase_starts import hangs, starts_phrase
from musnad.stages.attribution.nouns.phrases import LOOKS, noun_phrase
from musnad.stages.attribution.nouns.qualities import ba_behind, before_quoted
from musnad.stages.attribution.nouns.ranked import first_of_two, person_at, ranked_title, told_many
from musnad.stages.attribution.nouns.titles import clause_ahead, far_name, speaker_end, to_name
from musnad.stages.attribution.nouns.units import talking
from musnad.stages.attribution.page.deeds import deed_at
from musnad.stages.attribution.page.government import Governs, governs, sent
from musnad.stages.attribution.page.moods import MOOD
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS, ON_THIS, is_that, next_comma, role, unlisted, with_ba
from musnad.stages.attribution.speakers.bare_objects import IT, of_it
from musnad.stages.attribution.speakers.beside_verb import circumstance, past_adjunct, we_did_so
from musnad.stages.attribution.speakers.carriers import ROWS
from musnad.stages.attribution.speakers.demanded import called_on
from musnad.stages.attribution.speakers.objects import accusative, before_blame, described_apart
from musnad.stages.attribution.speakers.resumed import taken_up
from musnad.stages.attribution.speakers.speeches import own_speech
from musnad.stages.attribution.transmitters.persons import where_they_are

__all__ = ["has_subject", "right_subject", "whole_name"]


def right_subject(scene: Scene, i: int, k: int, hi: int, hit: Hit, way: str) -> tuple[Place | None, int]:
    """The subject behind a verb, or the speaker behind a noun, and the token after it."""
    if _none_behind(scene, i, k, hit):
        return None, k
    whole = _said_whole(scene, k) or last_words(scene, i, k) or own_speech(scene, k, hit.row["lemma"])
    if scene.text(k) in _MANNERS or (way == "verb" and whole):
        return None, k
    while way == "verb" and (step := _no_subject(scene, k, hit.row["lemma"])):
        k += step
    takes = governs(ROWS[hit.row["lemma"]])
    k += way == "verb" and in_brackets(scene, k)
    if way == "verb" and (alone := bracketed(scene, k)) is not None:
        return alone, alone.last + 1
    k = past_occasions(scene, k, told=takes.hearer == "obj") if way == "verb" else k
    if takes.feels and thanks_at(scene, k):
        return None, k  # `ورفع في هذا السياق الشكر`
    if way == "verb" or (way == "noun" and hit.end == scene.tokens[i].end):
        if way == "noun" and takes.hearer == "obj" and (scene.text(i - 1) in _DONE or scene.text(i)[:1] == "ب"):
            return None, k  # `تم إبلاغ النادي أن`, `اكتفت البلدية بتذكير السكان بأن`: who stands behind is told
        near = range(k, _another(scene, k, min(k + _NEAR + 5 * (hit.row["lemma"] == "أفاد"), hi), takes.weighs))
        so_much = hit.row["lemma"] == "قدّر" and any(is_that(scene, j) and scene.text(j)[:1] == "ب" for j in near)
        weighed = hit.row["lemma"] in _WEIGHED or so_much  # `وصف البنك الاقتصاد بأنه ينمو`
        told = (is_that(scene, j) and not (weighed and scene.text(j)[:1] == "ب") for j in near)
        worded = way == "verb" and _object_and_words(scene, k, hi, takes)
        colon_ahead = scene.colon(k, near.stop) is not None
        clause = takes.hearer != "obj" and (any(told) or (colon_ahead and not worded))
        clause = clause or (takes.hearer != "obj" and not takes.weighs and _name_and_comma(scene, k, hi))
        governed = takes.prepositions - ({"obj"} if clause else set())
        loose = "من" in governed and "من" not in (takes.relays, *takes.hearer.split())
        that = clause_ahead(scene, k, hi) if loose else None
        if that is not None and scene.text(that - 1) != "من" and scene.text(that)[:1] != "ب":
            governed -= {"من"}  # `يخشى محللون يتابعون السوق من سنغافورة أن`
        governed |= {"obj"} if weighed or (colon_ahead and worded) else set()
        if "ب" in governed and ((clause and of_body_ahead(scene, k, hi)) or office(scene, k, hi)):
            governed -= {"ب"}
        governed -= {"عن"} if sits_for(scene, k, hi) else set()
        governed -= {"في"} if clause and where_they_are(scene, k, hi) else set()
        end = noun_phrase(scene, k, hi, governed)
        titled = person_at(scene, k) or (k in scene.mentions and scene.mentions[k][1].type == "PER")
        if titled and not takes.weighs and takes.hearer != "obj" and end > k and ranked_title(scene, end):
            end = noun_phrase(scene, end, hi, governed)  # `أكد رئيس اللجنة المتحدث الرسمي باسم الاتحاد استمرار`
        end = end if colon_ahead and worded else to_name(scene, k, end, hi)
        if way == "verb":
            end = far_name(scene, k, end, hi, takes.prepositions)
        if way == "verb" and end > k and unlisted(scene, k):
            end = k + 1
        end = _short_of(scene, k, end, hit.row["lemma"])
        end = before_quoted(scene, k, end) if takes.weighs and "obj" in governed else end
        if person_at(scene, k):  # `وقال المدير "نشكر الجميع".`
            end = next((j for j in range(k + 1, end) if last_words(scene, i, j)), end)
        end = own_clause(scene, k, max(end, apart(scene, k, hi)), hi) if way == "verb" else end
        if way == "verb" and takes.hearer == "obj":
            end = first_of_two(scene, k, end)
        if end > k and (way == "verb" or can_speak(scene, k, end)):
            return Place(k, end), _past_dash(scene, k, end)
    if way == "noun" and hit.end == scene.tokens[i].end and scene.text(k) == "من" and sent(ROWS[hit.row["lemma"]]):
        end = noun_phrase(scene, k + 1, hi)  # `رسالة من العاصمة مفادها أن`
        if end > k + 1 and can_speak(scene, k + 1, end):
            return Place(k + 1, end), end
    return None, k


def _past_dash(scene: Scene, k: int, end: int) -> int:
    """`نفى سامي الراوي -محلل نفطي- [وجود خلاف]`: past the dash that closes an aside of the subject."""
    return end + (scene.text(end) in DASHES and any(scene.text(j) in DASHES for j in range(k, end)))


def _none_behind(scene: Scene, i: int, k: int, hit: Hit) -> bool:
    """`أخبر أصدقاءه`, `أنه اتفق ونظراؤه على`, `إذ عدّها «مبالغة»`: whether what stands at k is surely no subject."""
    with_him = scene.text(k)[:1] == "و" and scene.text(k).endswith(("ه", "ها", "هم")) and scene.text(i - 1) in IT
    held = hit.end < scene.tokens[i].end and hit.row["lemma"] in ("عدّ", "اعتبر") and _closed(scene, k)
    sent = hit.row["lemma"] in ("أرسل", "بعث", "وجّه", "حمل") and scene.text(k) in {"رساله", "رسائل", "اشاره", "برقيه"}
    another = _manner(scene, k) and speaks(scene, k + 1)  # `ونشرت اعتذارا تقول فيه إن`
    described = hit.row["lemma"] in ("وصف", "نعت") and _rumour(scene, k) and ba_behind(scene, k)
    none = with_him or held or sent or another or described
    return none or has_subject(scene, i, hit) or accusative(scene, k)


def _no_subject(scene: Scene, k: int, lemma: str) -> int:
    """How many words at k, right behind a verb, are not its subject."""
    return int(_manner(scene, k) or taken_up(scene, k) or past_adjunct(scene, k, lemma))


_WEIGHED = ("وصف", "نعت", "صنّف", "شبّه", "عدّ", "اعتبر", "علّل", "برّر")


def has_subject(scene: Scene, i: int, hit: Hit) -> bool:
    """`أبلغوا أهله`, `حذرتا المعرقلين`, `إنه يحذر الطلاب`: who stands behind is another than its subject."""
    several = hit.row.get("number") in ("many", "two") and hit.row["class"] == "perfect"
    return of_it(scene, i, hit) or several or we_did_so(scene, i)


def _short_of(scene: Scene, k: int, end: int, lemma: str) -> int:
    """Where a subject ends before what the verb alone takes: `ألقى سليم اللوم`, `تداولت صفحات محلية معلومات عن`."""
    if lemma in ("ألقى", "أبدى", "قدّم", "رفع", "وجّه"):
        end = before_blame(scene, k, end) if lemma == "ألقى" else before_feeling(scene, k, end)
        end = next((j for j in range(k + 1, end) if role(scene.text(j)) == "during"), end)  # `خلال الحفل`
        return end - (end > k + 1 and scene.text(end - 1) in COMMAS)
    end = next((j for j in range(k + 1, end) if own_speech(scene, j, lemma)), end)
    end -= lemma in ("وصف", "نعت") and described_apart(scene, k, end)
    end -= end - 1 > k and lemma in _EXPLAINS and scene.text(end - 1) in _MATTERS  # `يشرح الخبير [الأمر] بقوله`
    end = called_on(scene, k, end, lemma)
    return end - (lemma == "تداول" and end - 1 > k and scene.text(end) == "عن" and _rumour(scene, end - 1))


def _rumour(scene: Scene, i: int) -> bool:
    return any(hit.row["class"] == "reports" for hit in scene.heads.get(i, ()))


def _closed(scene: Scene, k: int) -> bool:
    """Whether at k stands a quotation and nothing more: no one's name (`اعتبرها «حزب الفجر» انقلابا`)."""
    return k in scene.quotations and scene.text(scene.quotations[k][0].last) in COMMAS | frozenset(".؛!")


def _said_whole(scene: Scene, k: int) -> bool:
    """`وأضاف "مستوى اللاعبين يرتفع"، متمنيا`: a quotation of words up to a comma and a participle is what was said."""
    quoted = scene.quotations.get(k)
    if quoted is None or quoted[0].last - k < 5 or k + 1 in scene.mentions or scene.heads.get(k + 1):
        return False
    after = quoted[0].last
    saying = any(hit.row["class"] == "participle" for hit in scene.forms.get(after + 1, ()))
    return scene.text(after) in COMMAS and saying


def _another(scene: Scene, k: int, stop: int, judged: bool) -> int:
    """`برر الغياب بالمرض، وأقسم: …`, `نفى الخبر، واصفا ما نشر بأنه`: where another cue stands behind a comma, or behind
    what somebody `judged`."""
    for j in (j for j in range(k + 1, stop) if j in scene.forms):
        ways = {hit.row["class"] for hit in scene.forms[j]}
        reason = any(hit.row["lemma"] == "الحجة" for hit in scene.forms[j])  # `رفض المدير العرض، وحجته أن`
        joined = scene.text(j)[:1] == "و" and ("perfect" in ways or reason)
        saying = "participle" in ways and scene.text(j).endswith(("ا", "ه", "ين"))
        if saying and judged and j > k + 1 and is_that(scene, j + 1):
            return j  # `رفض النادي الطلب قائلا إن`
        if scene.text(j - 1) in COMMAS and (joined or saying):
            return j
    return stop


_NEAR = 20  # words up to the أن of a speaker with a long title
_DONE = frozenset("تم يتم سيتم جري يجري".split())
_MANNERS = frozenset("نقلا حقا فعلا تماما باي لاي".split())  # `أضافت نقلا عنه أن`, `أخبرها بأي عيب`


def _name_and_comma(scene: Scene, k: int, hi: int) -> bool:
    """`أكد وكيل الوزارة رئيس الهيئة سليم الناجي، أهمية`: titles up to a name and its comma are the subject's."""
    comma = next_comma(scene, k, min(k + 24, hi))
    named = (j for j in range(k, comma) if j in scene.mentions and scene.mentions[j][1].type == "PER")
    return any(scene.mentions[j][0].last == comma for j in named) and scene.text(comma) in COMMAS


def _object_and_words(scene: Scene, k: int, hi: int, takes: Governs) -> bool:
    """`نفى النادي إقالة المدرب: «…»`: between the speaker and the colon stands what he denied."""
    if not takes.weighs or "obj" not in takes.alone | takes.soft:
        return False
    end = noun_phrase(scene, k, hi, takes.prepositions | {"obj"})
    deed_there = deed_at(scene, end) is not None or scene.text(end).startswith("ال")
    return end > k and deed_there and can_speak(scene, k, end) and end not in scene.mentions


def whole_name(
    scene: Scene, source: Place | None, k: int, start: int, takes: Governs, *, weighed: bool = False
) -> Place | None:
    """Between a verb and the أن, colon or quotation behind it a few plain words are all of the subject's name."""
    marker = scene.index(start)
    about = "عن" in takes.alone and scene.text(marker - 1) == "عن"
    marker -= is_that(scene, marker - 1) or scene.text(marker - 1) == "لو" or scene.text(marker - 1) == ":" or about
    first = source.last if source else k
    marker -= marker > first and scene.text(marker - 1) in _MATTERS
    if source and scene.text(first) in _MATTERS | {"باسمه", "باسمها"}:
        return source  # `يشرح الخبير سامي الراوي الأمر بقوله إن`, `أعرب الملك سلمان باسمه واسم شعبه عن`
    whom = scene.mentions[first][1].type if first in scene.mentions and takes.hearer == "obj" else ""
    if source and whom == "PER" and scene.names_in(source, "PER"):
        return source  # `أبلغ الرئيس ماكرون نتنياهو أن`
    attacks = source and takes.weighs and "obj" in takes.alone | takes.soft and scene.text(marker) == ":"
    if attacks and scene.text(first).startswith("ال"):
        return None  # `هاجم النائب سامر الراوي الحكومة: «…»`
    felt = takes.feels or scene.text(first).endswith(("ها", "ه", "هم"))
    if (felt and first in scene.feelings) or (weighed and source):
        return None  # `أبدى المصدر اعتقاده أن`, `أكدت ثقتها بأن`, `وصف الباحث سوق القمح بأنها`
    if any(talking(scene, j) or circumstance(scene, j) for j in range(first, marker)) or (
        about and _rumour(scene, marker - 1)
    ):
        return source  # `سامر الراوي، متحدثا إلى إذاعة X، أن`
    addressed = takes.hearer == "obj" or takes.relays or "ب" in takes.prepositions
    addressed = addressed or ("من" in takes.hearer and any(scene.text(j) == "من" for j in range(first, marker)))
    opens = is_that(scene, marker) or scene.text(marker) == ":" or (about and not _unveils(scene, first, marker))
    if not addressed and opens and (source or starts_phrase(scene, k)):
        beside = source is None or source.last == k
        end = speaker_end(scene, source.first if source else k, first, marker) if beside else first
        if end > first:
            return Place(source.first if source else k, end)
    rest = range(first, marker)
    if source is None and hangs(scene, first) and scene.text(first)[:1] == "ل":
        return None  # `وقال لهيئة المحكمة إنه بريء`
    if breaks_off(scene, first) or any(hearer(scene, source.first if source else k, j) for j in rest):
        return None  # `قال الوزير للصحيفة إن`: whom it was told
    plain = all(
        scene.text(j).isalpha() and not role(scene.text(j)) and j not in scene.forms and not scene.in_time(j)
        and not ("ب" in takes.prepositions and with_ba(scene, j)) and not _manner(scene, j)
        and scene.text(j) not in ON_THIS
        and not (source and scene.heads.get(j) and scene.written(j).endswith(("ا", "ًا")))
        for j in rest
    )  # fmt: skip
    plain = plain and scene.text(first) not in {"بصوت", "بنبره", "بلهجه", "بشكل"}  # `وقال بصوت خافت: …`
    object_like = scene.text(first).startswith("ال") or scene.text(first).endswith(("ها", "هم", "ه"))
    object_like = object_like or bool(source and told_many(scene, source.first))
    if (source or accusative(scene, first)) and object_like and ("ب" in takes.prepositions or takes.hearer == "obj"):
        return None  # `وصف محررها الخطوة بأنها`, `أخبر المدرب اللاعبين أن`
    if not (strong(scene, start) and plain and 0 < len(rest) <= (5 if source else 3)):
        return None
    return Place(source.first if source else k, marker)


_EXPLAINS = ("شرح", "لخّص", "فسّر", "وصف", "علّل", "برّر", "صوّر", "اختصر", "أوجز")
_MATTERS = frozenset("الموقف المشهد الوضع الحال الامر المساله القضيه الصوره الخلاف الازمه".split())  # none of the name


def _unveils(scene: Scene, first: int, marker: int) -> bool:
    """`كشف الوزير النقاب عن`, `تحدث المدير مطولا عن`: what stands before عن is of the verb, not of the subject."""
    last = scene.text(marker - 1)
    owned = last.startswith(("مسؤوليت", "مسئوليت"))  # `أعلن تنظيم القاعدة مسؤوليته عن`
    return marker > first and (last in LOOKS or owned or (last.endswith("ا") and not scene.in_name(marker - 1)))


def _manner(scene: Scene, k: int) -> bool:
    """`أضاف مازحا:`, `أضافت باكية:`: an accusative that tells how, not who."""
    if MOOD.fullmatch(scene.text(k)):
        return True
    written = scene.written(k)
    told = written.endswith(("ًا", "اً")) or (
        written.endswith("ا") and not written.endswith("نا") and scene.text(k + 1) == ":"
    )
    how = scene.text(k + 1) == ":" and any(hit.row["class"] == "participle" for hit in scene.forms.get(k, ()))
    return told and (how or not scene.heads.get(k)) and k not in scene.mentions

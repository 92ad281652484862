"""Openings by verb, participle and noun: `قال X إن`, `مشيرا إلى أن`, `تأكيدها أن`, `يُتوقع أن`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from musnad.doc import Hit
from musnad.stages.attribution.cues.after_quote import after_quote
from musnad.stages.attribution.cues.ahead import nothing_ahead
from musnad.stages.attribution.cues.behind import behind, echo, quoted_first
from musnad.stages.attribution.cues.governed import of_him
from musnad.stages.attribution.cues.impersonal import measured, of_nobody, passive
from musnad.stages.attribution.cues.noun_cues import may_lack_source, noun_opens, of_saying, where_said
from musnad.stages.attribution.cues.opening import Opening, can_speak, refused
from musnad.stages.attribution.cues.other_sense import other_sense
from musnad.stages.attribution.cues.prayers import prayer
from musnad.stages.attribution.cues.rumours import passed_on, relayed
from musnad.stages.attribution.cues.said_so import said_so
from musnad.stages.attribution.cues.senses import may_be_cue
from musnad.stages.attribution.cues.thanks import thanks_ahead, thanks_at
from musnad.stages.attribution.cues.unmarked import unmarked
from musnad.stages.attribution.cues.unspoken import unspoken
from musnad.stages.attribution.cues.walk import begins
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.page.government import SAYING, Governs, aloud, governs
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS, PRONOUNS, is_that, role, with_ba, withheld, without_and
from musnad.stages.attribution.speakers.addressees import addressed, addressed_by, past_addressed
from musnad.stages.attribution.speakers.bare_objects import (
    demands,
    described,
    he_too,
    in_few_words,
    object_there,
)
from musnad.stages.attribution.speakers.beside_verb import these
from musnad.stages.attribution.speakers.carriers import CUES, ROWS, Walk
from musnad.stages.attribution.speakers.doers import (
    actor_before_noun,
    doer,
    hurried,
    hurried_to,
    hurrier,
    keen,
    of_what_is_shown,
    turned_to_say,
    without_sent,
)
from musnad.stages.attribution.speakers.fronted import fronted_outlet
from musnad.stages.attribution.speakers.in_papers import in_it, in_whose_words, tells_in_it
from musnad.stages.attribution.speakers.objects import with_reason
from musnad.stages.attribution.speakers.past_hearers import OF_WHOM, TELLING, past_hearer, told_outlet
from musnad.stages.attribution.speakers.shown import said_of_it, shower
from musnad.stages.attribution.speakers.speeches import own_speech, owner_behind
from musnad.stages.attribution.speakers.subjects import before_quote, left_subject
from musnad.stages.attribution.speakers.subjects_behind import has_subject, right_subject, whole_name
from musnad.stages.attribution.speakers.taking_up import behind_occasion, shaky, takes_up
from musnad.stages.attribution.speakers.who_follows import speaker_agrees, speaker_behind, speaker_follows
from musnad.stages.attribution.transmitters.agreement import fits_phrase
from musnad.stages.attribution.transmitters.authors import author

__all__ = ["verbal"]


def verbal(scene: Scene, i: int, lo: int, hi: int) -> Opening | None:
    """A verb, participle or noun of attribution at i, with its subject on either side."""
    for hit in () if scene.in_name(i) else scene.forms.get(i, ()):
        row = ROWS.get(hit.row["lemma"])
        if row is not None and row["lemma"] == "وجّه" and thanks_ahead(scene, i):
            row = ROWS["قدّم"]  # `وجّه المدير شكره للعاملين`
        if hit.row["class"] == "passive" and hit.row["lemma"] == "سأل":
            continue  # `سئل عن`: the question is nobody's
        if hit.row["lemma"] == "اتّهم" and _accused(scene, i, hit):
            continue
        if hit.row["lemma"] in ("وصف", "نعت") and of_nobody(scene, i, hit):
            continue  # `معركة وصفت بالشرسة`
        if scene.text(i + 1) == "حجب" and withheld(scene, i):
            continue  # `والد الطفل، الذي طلب حجب اسمه، قال إن`
        if row is None or (row["statement"] == "no" and not (row["lemma"] == "اكتفى" and in_few_words(scene, i, hi))):
            continue
        told = after_quote(scene, i, hit, row, hi) or said_so(scene, i, hit, row, lo, hi)
        if told is not None or (told := prayer(scene, i, hit, row, lo, hi)) is not None:
            return told
        if not may_be_cue(scene, i, hit, row) or refused(scene, i + 1, row) or said_of_it(scene, i):
            continue
        if hit.row["class"] == "noun" and (_verb_there(scene, i, lo) or of_saying(scene, i)):
            continue
        if hit.row["class"] == "noun" and where_said(scene, i):
            continue
        opening = echo(scene, i, hit, row, hi) or relayed(scene, i, hit, row, hi) or passed_on(scene, i, hit, row, hi)
        takes = _takes(scene, i, row)
        if opening is None and not nothing_ahead(scene, i, hi, takes):
            opening = _open(scene, i, hit, row, takes, lo, hi)
        if opening is not None and opening.source is None and of_what_is_shown(scene, i, lo):
            he = scene.text(lo) in PRONOUNS  # `وهي تطور نظارات تقول إنها`
            return opening if he else replace(opening, actor=doer(scene, lo, i - 1))
        if opening is not None and opening.source is not None and _of_paper(scene, i, lo, opening.source):
            return replace(opening, source=None, actor=opening.source)
        if opening is not None:
            return opening
    return None


def _accused(scene: Scene, i: int, hit: Hit) -> bool:
    """`الرئيس الذي اتهم في تقرير بتسهيل الرشى`: he was accused, and accuses nobody."""
    alone = with_ba(scene, i + 1) or role(scene.text(i + 1)) in ("preposition", "during")
    return alone and role(scene.text(i - 1)) == "relative" and hit.end == scene.tokens[i].end


def _verb_there(scene: Scene, i: int, lo: int) -> bool:
    """`ورفض الوزير`: at the head of a clause a form that verb and noun share is the verb."""
    shared = any(hit.row["class"] == "perfect" for hit in scene.forms[i])
    if shared and scene.text(i - 1) == "من" and without_and(scene.text(i - 2)) in {"هناك", "ثمه", "هنالك"}:
        return True  # `وهناك من طلب أن`
    return shared and (i == lo or scene.forms[i][0].start > scene.tokens[i].start or scene.text(i - 1) in COMMAS)


def _open(scene: Scene, i: int, hit: Hit, row: Mapping[str, str], takes: Governs, lo: int, hi: int) -> Opening | None:
    way, token = _way(scene, i, hit), scene.tokens[i]
    k, told = past_hearer(scene, i + 1, hi, takes)
    if any(scene.text(j) in SAYING for j in range(i + 1, k)):
        takes = aloud(takes)
    wrote = author(scene, i, lo, hit.row) if way == "verb" else None
    own = way == "verb" and wrote is None
    source, edge, turned = _before(scene, i, lo, k, hi, hit, takes) if own else (None, i, False)
    if way == "verb" and source is None and passive(scene, i, hit):
        way = "passive"
    if way == "noun" and hurried(scene, lo, i) and (source := hurrier(scene, lo, i)) is not None:
        edge, told = min(i, source.first), (*told, *hurried_to(scene, lo, i))
    if wrote is not None:
        source, told = wrote[0], (*wrote[1], *told)
    elif source is None and not (takes.direct and unmarked(scene, k, hi)):  # `قال هدفنا هو الفوز`
        source, k = right_subject(scene, i, k, hi, hit, way)
    if way == "verb" and row["lemma"] == "قدّر" and measured(scene, source):
        way, source, k = "passive", None, i + 1
    beside = way == "verb" and source is not None and edge == i and takes.hearer == "obj"
    heard = beside and source is not None and addressed(scene, hit, source)
    k = past_addressed(scene, hit, source) if heard and source is not None else k
    subject, source = source, None if heard else source  # whoever stands behind the verb, if only to be addressed
    meant = source
    if way == "verb" and source and edge == i and object_there(scene, source, k, takes, hit):
        k, source = source.first, None
    if way == "noun" and source is None:
        if not may_lack_source(scene, k, hi, hit, token.text, row):
            return None
        source = actor_before_noun(scene, lo, i) if token.text.startswith("ب") else None
    outlet = told_outlet(scene, k, hi) if source is not None and row["lemma"] in TELLING else None
    if outlet is not None:
        told, k = (*told, outlet), outlet.last
    walk = Walk(k, heard=heard, same=of_him(scene, i + 1, takes))
    loose = way == "participle" or (way == "noun" and hit.end < token.end)
    objects = source is not None or way == "participle" or meant is not None or demands(scene, i, hit, row, lo)
    objects = (objects and not _of_that(scene, i, hit)) or _of_many(hit, row) or (takes.feels and thanks_at(scene, k))
    objects = objects or scene.text(k) == "عدم" or (way == "verb" and he_too(scene, i, lo))  # `وأكد عدم وجود خلاف`
    start = begins(scene, walk, hi, takes, loose=loose, objects=objects)
    if start is None or (way == "verb" and quoted_first(scene, i, k, scene.index(start))):
        return behind(scene, i, hit, row, source, k, hi) if way == "verb" else None
    if way == "verb" and outlet is None:
        source = _whole(scene, i, hit, takes, edge, source, k, start)
    if way == "verb" and source is None and (first := before_quote(scene, i, lo)) is not None:
        source, edge = first, lo
    if way == "verb" and source is None and not turned and not takes_up(scene, i, lo, start):
        return None
    taken = heard or (meant is not None and source is None and hit.row["gender"] == "f")  # `وبررت القرار ب`
    source = addressed_by(scene, lo, i) if way == "verb" and source is None else source
    if shaky(scene, i, hit, edge, subject if taken else source, k, start):
        return None
    if other_sense(scene, i, hit, row, start, hi, source) or unspoken(scene, i, hit, row, edge, source, start):
        return None
    if way == "noun" and not noun_opens(scene, i, k, start, source, row):
        return None
    return Opening(
        cue=walk.renewed or (hit.start, token.end), at=i, edge=edge, way=way, row=row, rule=CUES.rule(row),
        form=_form(scene, i, hit), source=source, same=walk.same,
        before=(*fronted_outlet(scene, edge, lo), *told, *walk.before), after=tuple(walk.after),
        begins=with_reason(scene, row, source, start), upto=scene.index(start), inner=walk.inner,
    )  # fmt: skip


def _way(scene: Scene, i: int, hit: Hit) -> str:
    verbal = hit.row["class"] in ("perfect", "imperfect")
    return "passive" if verbal and of_nobody(scene, i, hit) else "verb" if verbal else hit.row["class"]


def _form(scene: Scene, i: int, hit: Hit) -> Mapping[str, str]:
    """A verb's row; `وأكد هؤلاء` is said of many."""
    either = hit.row["lemma"] == "أسف" and hit.row["form"].startswith("تأسف")  # he did, or she does
    return {**hit.row, "number": "many"} if these(scene, i + 1) else {**hit.row, "gender": ""} if either else hit.row


def _whole(
    scene: Scene, i: int, hit: Hit, takes: Governs, edge: int, source: Place | None, k: int, start: int
) -> Place | None:
    """A verb's subject with all of its name; None where what stands there is only described."""
    lemma = hit.row["lemma"]
    ends = own_speech(scene, source.last if source else k, lemma)
    if ends or (source is None and has_subject(scene, i, hit)):
        return source
    so_much = lemma == "قدّر" and scene.text(scene.index(start) - 1)[:1] == "ب"  # `قدر الخبير المسافة بأنها`
    source = whole_name(scene, source, k, start, takes, weighed=lemma in _WEIGHED or so_much) or source
    return None if source is not None and edge == i and described(scene, i, hit, source, start) else source


def _of_many(hit: Hit, row: Mapping[str, str]) -> bool:
    """`واعتبروا ذلك خطأ`, `وانتقدوا نقص الأطباء`: the verb names its subject, what follows is its object."""
    judging = row["stance"] in _JUDGING and row["lemma"] != "حيّا"
    return hit.row["number"] == "many" and (judging or row["lemma"] in ("اعتبر", "عدّ"))


def _of_that(scene: Scene, i: int, hit: Hit) -> bool:
    """`القرار الذي أعلنه المجلس أمس`: what was announced is told of before the relative, and nothing behind it is."""
    owned = hit.end < scene.tokens[i].end and role(scene.text(i - 1)) == "relative"
    return owned and hit.row["lemma"] in ("أعلن", "ذكر", "أورد", "نقل", "تداول")


_JUDGING = ("criticises", "praises", "denies")
_WEIGHED = ("وصف", "نعت", "صنّف", "شبّه", "علّل", "برّر")


def _takes(scene: Scene, i: int, row: Mapping[str, str]) -> Governs:
    """What the cue at i governs; in `مع ما ذكرته رويترز من أن` also من, in `أثبت تقرير اللجنة إضافة` an object."""
    takes = governs(row)
    if row["lemma"] == "أثبت" and any(hit.row["kind"] == "document" for hit in scene.heads.get(i + 1, ())):
        clause = any(is_that(scene, j) for j in range(i + 1, i + 12))
        return takes if clause else replace(takes, alone=takes.alone | {"obj"})
    return replace(takes, soft=takes.soft | {"من"}) if scene.text(i - 1) == "ما" else takes


def _before(scene: Scene, i: int, lo: int, k: int, hi: int, hit: Hit, takes: Governs) -> tuple[Place | None, int, bool]:
    """Who stands before a verb, where the clause begins, and whether a verb of turning leads to it (`عاد ليؤكد`)."""
    if turned := turned_to_say(scene, i, lo, hit):
        return *turned, True
    willing = keen(scene, i, lo) or shower(scene, i, lo)
    if willing:
        return willing, i, False
    source, edge = _ahead(scene, i, lo, k, hi, takes)
    apart = source is not None and hit.row["lemma"] in _POINTING and not fits_phrase(scene, hit.row, source)
    return (None, i, False) if apart else (source, edge, False)


_POINTING = ("دلّ", "اشتبه")  # `هذه الحادثة بحق العامل تدل على أن`, `مواقع يشتبه في أنها`: not who stands before


def _ahead(scene: Scene, i: int, lo: int, k: int, hi: int, takes: Governs) -> tuple[Place | None, int]:
    """The subject before a verb and where its clause begins; none where whoever stands behind the verb speaks."""
    if scene.text(i)[:1] == "و" and scene.text(i + 1) in OF_WHOM and can_speak(scene, k, k + 1):
        return None, i  # `طلبت منها الإدارة`
    if of_what_is_shown(scene, i, lo) or behind_occasion(scene, i) or tells_in_it(scene, i, hi, takes):
        return None, i
    if (speaks := in_whose_words(scene, i, lo)) is not None:
        return speaks, i
    source, edge = left_subject(scene, i, lo)
    if source is not None and (
        owner_behind(scene, source, i, k, takes)
        or speaker_follows(scene, k, hi, takes)
        or speaker_behind(scene, edge, k, hi, takes)
        or speaker_agrees(scene, i, source, k, hi, takes)
    ):
        return None, i
    owned = source is not None and source.first - 1 in scene.media  # `تصريحات الوزير التي نفى فيها`
    if source is not None and in_it(scene, i + 1) and not owned:
        acting = doer(scene, lo, source.first)  # `أصدرت X بيانا قالت فيه`
        written = head(scene, acting) if acting else None
        source = acting if acting and not (written and written.row["kind"] == "document") else source
        source = without_sent(scene, source)
    if source is None and scene.text(i + 1) in {"فيه", "فيها"} and is_that(scene, i + 2):
        return doer(scene, lo, i), i  # `أصدرت X بيانا عن الحفل، أكدت فيه أن`
    return source, edge


def _of_paper(scene: Scene, i: int, lo: int, source: Place) -> bool:
    """`أصدر النادي بيانا عن الحفل، أكد فيه أن`: who gave out the paper stands in the clause before."""
    apart = scene.text(i - 1) in COMMAS and in_it(scene, i + 1) and source.last < i
    return apart or shower(scene, i, lo) == source

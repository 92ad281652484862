"""Openings by preposition and fixed phrase: `بحسب X`, `وفقا لـ X`, `جاء في X أن`, `من المتوقع أن`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.attribution.cues.leading import clause_told, front, leads, sets_scene
from musnad.stages.attribution.cues.no_source import (
    WORDS,
    answered,
    is_told,
    names_teller,
    own_word,
    reads,
    tells_nothing,
)
from musnad.stages.attribution.cues.opening import Opening, refused
from musnad.stages.attribution.cues.walk import begins
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.nouns.hearers import hearer
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.nouns.titles import clause_ahead
from musnad.stages.attribution.page.government import governs
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import (
    COMMAS,
    is_that,
    skip_connectives,
)
from musnad.stages.attribution.speakers.carriers import CUES, ROWS, Walk, after_lam, past_calling, relay_ahead, teller
from musnad.stages.attribution.speakers.doers import doer
from musnad.stages.attribution.speakers.past_hearers import past_hearer
from musnad.stages.attribution.speakers.told_through import as_told_by, told_to
from musnad.stages.attribution.transmitters.authors import author
from musnad.stages.attribution.transmitters.issuing import issues
from musnad.stages.attribution.transmitters.kinds import tells
from musnad.stages.attribution.transmitters.outlets import is_outlet, outlet_at
from musnad.verbs import verb

__all__ = ["WHOSE", "as_told", "phrase", "preposition"]


def phrase(scene: Scene, i: int, lo: int, hi: int) -> Opening | None:
    """`جاء في البيان أن …`, `من المتوقع أن …`: fixed words that open a content clause."""
    hit = next((h for h in scene.phrases.get(i, ()) if h.row["class"] == "phrase"), None)
    row = ROWS[hit.row["lemma"]] if hit else {}
    if hit is None or row["statement"] == "no":
        return None
    k = scene.index(hit.end - 1) + 1
    source, way, issuer = None, "passive", None
    before: tuple[Place, ...] = ()
    if row["lemma"] == "جاء في" and scene.text(k - 1) in {"فيه", "فيها"}:
        source, way = _paper(scene, lo, i), "verb"  # `رد الوزير ببيان جاء فيه أن`
        ran = author(scene, i, lo, {})  # `بثت وكالة X تصريحا للوزير Y جاء فيه`
        if ran is not None and ran[1]:
            source, before = ran
        else:
            issuer = _giver(scene, lo, source.first) if source else None
            source = source or doer(scene, lo, i)
    elif row["lemma"] == "مفاده" and (paper := _paper(scene, lo, i)) is not None:
        source, way = paper, "verb"  # `أصدرت الشركة بيانا مفاده أن`
        giver = _giver(scene, lo, paper.first)
        theirs = any(scene.text(k) == "من" for k in range(*paper))  # `وزعت وكالة X توضيحا من الوزارة مفاده أن`
        issuer, before = (None, (giver,)) if theirs and giver else (giver, ())
    elif row["lemma"] in ("جاء في", "كما ورد"):
        end = noun_phrase(scene, k, hi)
        if end == k or refused(scene, k, row):
            return None
        source, way, k = Place(k, end), "verb", end
    elif row["lemma"] == "لسان حال":  # `ولسان حال التجار أن`, `لسان حالهم: «…»`
        end = clause_ahead(scene, k, hi) or noun_phrase(scene, k, hi)
        source, way, k = Place(k, end) if end > k else None, "verb", end
        if not (is_that(scene, k) or scene.text(k) == ":" or scene.text(k) in OPENING):
            return None
    elif not is_that(scene, k):
        return None
    walk = Walk(k, after=[issuer] if issuer else [])
    start = begins(scene, walk, hi, governs(row), loose=False, objects=False)
    if start is None:
        return None
    return Opening(
        cue=(hit.start, hit.end), at=i, edge=i, way=way, row=row, rule=CUES.rule(row), form={}, source=source,
        before=(*before, *walk.before), after=tuple(walk.after), begins=start, upto=k,
    )  # fmt: skip


def _giver(scene: Scene, lo: int, paper: int) -> Place | None:
    """Who gives out the paper at a token: in the clause behind a comma (`وبينما …، رد المكتب ببيان`), else before; of
    `صدر عن الوزارة بيان`, the ministry."""
    if (issuer := issues(scene, Place(paper, paper + 1))) is not None:
        return issuer
    comma = next((k for k in range(paper - 1, lo, -1) if scene.text(k) in COMMAS), lo)
    acts = any(verb(scene.text(k)) is not None for k in range(comma, min(comma + 3, paper)))
    return (doer(scene, comma, paper) if acts else None) or doer(scene, lo, paper)


def _paper(scene: Scene, lo: int, i: int) -> Place | None:
    """The paper right before `جاء فيه`: `بيان مقتضب`, `توضيحا`, `بيانا تلقت الصحيفة نسخة منه`."""
    whole = i - (scene.text(i - 1) in COMMAS)
    copy = scene.text(whole - 2) == "نسخه" and scene.text(whole - 1) in {"منه", "منها"}
    for p in range(whole - 3 if copy else i - 1, max(lo, i - (14 if copy else 5)) - 1, -1):
        if scene.text(p) in COMMAS and p < i - 1 and not copy:
            return None
        if any(hit.row["kind"] == "document" for hit in scene.heads.get(p, ())):
            end = noun_phrase(scene, p, i, hung=True)
            together = copy and not any(scene.text(j) in COMMAS for j in range(p, whole))
            return Place(p, whole if together else end) if copy or end >= whole else None
    return None


def preposition(scene: Scene, i: int, lo: int, hi: int) -> Opening | None:
    """`بحسب X، …`, `… ، وفقا لـ X`, `حسب ما أعلنته X`, `حسب وصف X`."""
    hit = next((h for h in scene.phrases.get(i, ()) if h.row["class"] == "preposition"), None)
    if hit is None or hit.row["lemma"] == "عن" or answered(scene, i) or reads(scene, i, lo):
        return None
    row = ROWS[hit.row["lemma"]]
    k = scene.index(hit.end - 1) + 1
    if hit.end < scene.tokens[k - 1].end or refused(scene, k, row):
        return None
    if tells_nothing(scene, i) or (hit.row["lemma"] == "نقلا" and _headed_so(scene, i, lo, hi)):
        return None
    if scene.text(i) == "والكلام" and not (scene.text(i - 1) in COMMAS and scene.text(k)[:1] == "ل"):
        return None  # `، والكلام للدبلوماسي نفسه،`
    if WHOSE.fullmatch(scene.text(k - 1)):
        return _by_whom(scene, i, lo, hi, row, (hit.start, hit.end))
    k += scene.text(k) == "عن" and row["takes"] == "عن"
    spoken = _spoken(scene, k, hit.end)
    if spoken is None:  # `بحسب ما يراه مناسبا`, but `وفق ما ورد في بيان الجامعة`
        return _stated_in(scene, i, hit, lo, hi)
    cue_end, k, form = spoken
    if cue_end == hit.end and not form and own_word(scene, k):
        return _by_whom(scene, i, lo, hi, row, (hit.start, scene.tokens[k].end))
    k, heard_by = _heard_by(scene, k, hi, form)
    source = after_lam(scene, k, hi)
    if past_calling(scene, k) > k:  # `وفقا لمن وصفته بـ«مسؤول رفيع»`
        walk = Walk(k)
        source = walk.after[0] if teller(scene, walk, hi) else None
    if source is None and not form:
        return None
    if (
        source is not None
        and not (tells(scene, source) and names_teller(scene, source))
        and (not form or scene.written(source.first)[-1:] in "اً")
    ):
        return None  # `بحسب الحجز المسبق`, `وفق ما يراه مناسبا`
    source, walk = _learnt(scene, source, k, hi, form)
    outlet = told_to(scene, walk.k, hi) if source is not None else None
    if outlet is None and source is not None and hearer(scene, source.first, walk.k):
        outlet = outlet_at(scene, walk.k, hi)
    if outlet is not None:  # `بحسب مصادر لـ«المرفأ» فإن`
        walk.before.append(outlet)
        walk.k = outlet.last
    _past_relays(scene, walk, hi)
    if source is not None and (told := clause_told(scene, source, hi)) > max(source.last, walk.k - 1):
        source, walk.k = Place(source.first, told), told
    fronted = skip_connectives(scene, lo, i) >= i or scene.text(i - 1) == ":" or sets_scene(scene, lo, i, walk.k)
    start = front(scene, walk.k, hi) if fronted or leads(scene, i, hit, walk.k) else None
    if fronted and start is None:
        return None
    begun = hit.start + (scene.text(i) == "والكلام")
    return Opening(
        cue=(begun, cue_end), at=i, edge=i, way="preposition", row=row, rule=CUES.rule(row), form=form,
        source=source, before=(*heard_by, *walk.before), after=tuple(walk.after), begins=start, upto=walk.k,
        inner=ROWS.get(form["lemma"]) if form else None,
    )  # fmt: skip


def _headed_so(scene: Scene, i: int, lo: int, hi: int) -> bool:
    """`قناة «الأفق» نقلا عن شاهد: …`: before it stands only an outlet, behind it a colon."""
    outlet = is_outlet(scene, lo) and noun_phrase(scene, lo, i) == i
    return outlet and any(scene.text(j) == ":" for j in range(i, min(i + 10, hi)))


def _past_relays(scene: Scene, walk: Walk, hi: int) -> None:
    """`بحسب صحيفة X، نقلا عن مصدر، فإن`, `بحسب صحيفة X التي نقلت عن Y`: past those behind the source."""
    further = relay_ahead(scene, walk.k, hi)
    walk.k += scene.text(walk.k) in COMMAS and scene.text(walk.k + 1) == "نقلا"
    while further is not None or (walk.k < hi and scene.text(walk.k) in ("عن", "نقلا")):
        walk.k = further or walk.k + 1 + (scene.text(walk.k) == "نقلا")
        further = None
        if not teller(scene, walk, hi):
            break


def _heard_by(scene: Scene, k: int, hi: int, form: Mapping[str, str]) -> tuple[int, tuple[Place, ...]]:
    """`بحسب ما قال لـ«المرفأ» سامي الراوي، فإن`: past who was spoken to, to who spoke."""
    told = form and scene.text(k)[:1] == "ل"
    return past_hearer(scene, k, hi, governs(ROWS[form["lemma"]])) if told else (k, ())


def as_told(scene: Scene, i: int, lo: int, hi: int) -> Opening | None:
    """`وكما ذكرت وكالة X، فقد …`, `كما نقلت عنه «الضفة»، قال …`: an outlet in front of what it tells."""
    first = i - 1
    place = as_told_by(scene, first, hi) if skip_connectives(scene, lo, first) >= first else None
    start = front(scene, place.last, hi) if place and _main_clause(scene, place.last) else None
    hit = next((h for h in scene.forms.get(i, ()) if h.row["class"] == "perfect" and h.row["lemma"] in ROWS), None)
    if place is None or start is None or hit is None:
        return None
    row = ROWS[hit.row["lemma"]]
    return Opening(
        cue=(hit.start, hit.end), at=i, edge=first, way="preposition", row=row, rule=CUES.rule(row), form=hit.row,
        source=place, begins=start, upto=place.last,
    )  # fmt: skip


def _main_clause(scene: Scene, k: int) -> bool:
    """`، فقد …`, `، فإن …`, `، قال X`: behind a comma, what a clause before it leads to."""
    so = scene.text(k + 1) == "فقد" or (scene.text(k + 1)[:1] == "ف" and is_that(scene, k + 1))
    said = any(hit.row["class"] == "perfect" for hit in scene.forms.get(k + 1, ()))
    return scene.text(k) in COMMAS and (so or said)


def _by_whom(scene: Scene, i: int, lo: int, hi: int, row: Mapping[str, str], cue: tuple[int, int]) -> Opening | None:
    """`وبحسبه، ستعود اللجنة` at the head of a sentence, `لن تعود اللجنة، على حد قوله`: of whoever spoke last."""
    k = scene.index(cue[1] - 1) + 1
    fronted = skip_connectives(scene, lo, i) >= i
    opens = scene.text(k) in COMMAS or is_that(scene, k)
    start = front(scene, k, hi) if opens and fronted else None
    closes = scene.text(i - 1) in COMMAS and (scene.text(k) in COMMAS or k >= hi - 1)
    if start is None and (fronted or not closes):
        return None
    return Opening(
        cue=cue, at=i, edge=i, way="preposition", row=row, rule=CUES.rule(row), form={},
        source=None, begins=start, upto=k,
    )  # fmt: skip


WHOSE = re.compile(r"و?(?:بحسب|براي|راي|بنظر|نظر|تقدير)ه(?:ا|م|ما)?")


def _learnt(scene: Scene, source: Place | None, k: int, hi: int, form: Mapping[str, str]) -> tuple[Place | None, Walk]:
    """`بحسب ما علمت X من مصادرها`: who learnt it, and the walk past those it is learnt from; else past the source."""
    if source is not None and form.get("lemma") in ("علم", "استقى"):
        cut = next((j for j in range(source.first + 1, source.last + 1) if scene.text(j) == "من"), source.last)
        walk = Walk(cut + 1)
        if cut > source.first and scene.text(cut) == "من" and teller(scene, walk, hi):
            return Place(source.first, cut), walk
    return source, Walk(source.last if source else k)


def _spoken(scene: Scene, k: int, cue_end: int) -> tuple[int, int, Mapping[str, str]] | None:
    """Past the verb or noun of saying behind a preposition (`حسب ما أعلنته`, `حسب وصف`): where the cue ends, the token
    behind it, the verb's row. None where ما stands before no such verb."""
    if scene.text(k) in {"ما", "لما"} or scene.text(k - 1).removeprefix("و") in {"ما", "حسبما", "وفقما", "فقما"}:
        k += scene.text(k) in {"ما", "لما"}
        verbs = (hit for hit in scene.forms.get(k, ()) if hit.row["class"] in ("perfect", "imperfect"))
        form = next((hit.row for hit in verbs if is_told(scene, k, hit)), None)
        if form is None:
            return None
        k += scene.text(k + 1) in {"به", "عنه", "عنها"}
        past = k + 1 + (scene.text(k + 1) in {"لنا", "لي"})
        while scene.in_time(past):  # `حسبما أعلن أمس النائب العام`
            past += 1
        return scene.tokens[k].end, past, form
    nouns = (hit for hit in scene.forms.get(k, ()) if hit.row["class"] == "noun" and hit.end == scene.tokens[k].end)
    if any(hit.row["lemma"] in WORDS for hit in nouns):
        return scene.tokens[k].end, k + 1, {}
    return cue_end, k, {}


def _stated_in(scene: Scene, i: int, hit: Hit, lo: int, hi: int) -> Opening | None:
    """`…، وفق ما ورد في بيان الجامعة`, `وبحسب ما جاء في صحيفة X، فإن`: a document or an outlet, and what it tells."""
    near = (scene.index(hit.end - 1) + 1 + j for j in (0, 1))
    stands = next((h for k in near for h in scene.phrases.get(k, ()) if h.row["lemma"] == "جاء في"), None)
    if stands is None:
        return None
    k = scene.index(stands.end - 1) + 1
    end = noun_phrase(scene, k, hi)
    if end == k or head(scene, Place(k, end)) is None:
        return None
    row = ROWS[hit.row["lemma"]]
    start = front(scene, end, hi) if skip_connectives(scene, lo, i) >= i else None
    return Opening(
        cue=(hit.start, stands.end), at=i, edge=i, way="preposition", row=row, rule=CUES.rule(row), form={},
        source=Place(k, end), begins=start, upto=end,
    )  # fmt: skip

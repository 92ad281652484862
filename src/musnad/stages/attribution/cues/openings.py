"""Openings: where words of attribution open a content, who stands beside them, and where the content begins.

An opening knows nothing of other openings; `frames` decides which of them nest, break off or belong together.
"""

from __future__ import annotations

from musnad.stages.attribution.contents.edges import own_voice
from musnad.stages.attribution.cues.adverbial import as_told, phrase, preposition
from musnad.stages.attribution.cues.after_quote import reply, spoken
from musnad.stages.attribution.cues.datelines import only_where
from musnad.stages.attribution.cues.opening import Opening, strong
from musnad.stages.attribution.cues.rumours import rumour
from musnad.stages.attribution.cues.verbal import verbal
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.nouns.title_marks import work
from musnad.stages.attribution.nouns.titles import to_name
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, finite, role, skip_connectives, with_ba
from musnad.stages.attribution.speakers.actors import actor
from musnad.stages.attribution.speakers.carriers import ROWS, Walk, teller
from musnad.stages.attribution.transmitters.outlets import outlet_at
from musnad.verbs import verb

__all__ = ["Opening", "answers", "openings", "past_stamp"]


def openings(scene: Scene, lo: int, hi: int) -> list[Opening]:
    """All openings in tokens [lo, hi) of one sentence, in order of their cues."""
    found: list[Opening] = []
    if scene.text(lo + 1) == ":" and scene.text(lo).isdigit() and scene.text(lo + 2).isdigit():
        lo += 3  # `16:40 الصليب الأحمر يدعو إلى`
    taken, object_at = lo, -1
    for i in scene.triggers(lo, hi):
        if i < taken or (i == object_at and any(hit.row.get("risk") for hit in scene.forms.get(i, ()))):
            continue  # `رفض الاتحاد طلب النادي`: the object is no verb
        own = own_voice(scene, i, hi)
        if own > i:
            taken = own
            continue
        opening = (
            preposition(scene, i, lo, hi)
            or as_told(scene, i, lo, hi)
            or phrase(scene, i, lo, hi)
            or rumour(scene, i, hi)
            or verbal(scene, i, lo, hi)
            or _colon(scene, i, lo, hi)
            or reply(scene, i, lo)
            or _own_words(scene, i, hi, found)
            or _in_scene(scene, i, lo, hi)
        )
        if opening is not None:
            found.append(opening)
            taken = max(i + 1, opening.upto)
            bare = opening.begins and opening.row["lemma"] != "نقلا" and not strong(scene, opening.begins)
            object_at = scene.index(opening.begins) if opening.begins and bare else -1
    return found


def _own_words(scene: Scene, i: int, hi: int, found: list[Opening]) -> Opening | None:
    """`نفى النادي إقالة المدرب: «…»`: behind what somebody denied, asked for or warned of, his own words."""
    last = found[-1] if found else None
    if last is None or last.begins is None or last.way not in ("verb", "participle") or i + 2 >= hi:
        return None
    begins, quoted = scene.index(last.begins), scene.quotations.get(i + 1)
    near = range(begins, i)
    if scene.text(i) != ":" or quoted is None or not 0 < len(near) <= _OBJECT or strong(scene, last.begins):
        return None
    if quoted[0].last - i < _SAID or any(scene.text(k) in COMMAS or finite(scene, k) for k in near):
        return None
    token = scene.tokens[i]
    return Opening(
        cue=(token.start, token.end), at=i, edge=i, way="colon", row=ROWS["قال"], rule="attribution/rules:colon",
        form={}, source=None, begins=scene.tokens[i + 1].start, upto=i + 1,
    )  # fmt: skip


_OBJECT = 12  # words of what was denied, up to the colon
_SAID = 5  # words and marks of a quotation that is no name


def answers(scene: Scene, lo: int, hi: int) -> bool:
    """Whether a sentence opens like an interview's answer: a speaker, a colon, and no quotation."""
    colon = scene.colon(lo, min(lo + 12, hi))
    return colon is not None and scene.text(colon + 1) not in OPENING and _colon(scene, colon, lo, hi) is not None


_ENDS = frozenset(".؛!؟…")


_WHEN = frozenset("قبل بعد عقب خلال اثناء عشيه".split())


def _by_medium(scene: Scene, end: int, colon: int) -> bool:
    """Whether between a speaker and the colon stands no more than where he said it: `عبر حسابه`, `، على تويتر`."""
    k = end + (scene.text(end) in COMMAS)
    platform = any(scene.text(j) in _PLATFORMS or j in scene.media for j in range(k + 1, colon))
    return scene.text(k) in {"عبر", "علي", "في", "خلال"} and colon - k <= 6 and platform


_PLATFORMS = frozenset("تويتر اكس فيسبوك فيس تلغرام تيليغرام انستغرام حسابه حسابها حسابهم صفحته صفحتها منصه".split())


def _before_whom(scene: Scene, first: int, end: int) -> bool:
    """Whether behind a speaker named or by his title stands when he spoke, where, or before whom."""
    titled = any(hit.row["class"] == "person" and hit.row["number"] == "one" for hit in scene.heads.get(first, ()))
    place = scene.mentions.get(end + 1) if scene.text(end) == "من" else None
    there = place is not None and place[1].type in ("GPE", "LOC") and scene.text(place[0].last) == ":"
    then = scene.text(end) in _WHEN or scene.text(end) == "امام" or (scene.text(end), scene.text(end + 1)) in _MARKED
    return (first in scene.mentions or titled) and (then or there)


_MARKED = {("في", word) for word in ("ذكري", "ختام", "افتتاح", "مستهل", "بدايه", "قمه", "مؤتمر")}


def _joined(scene: Scene, first: int, stop: int) -> int:
    """Where the speaker ends whom a headline joins with و: `الطحين يشح.. ووزارة التموين: …`, `.. وباريس: …`."""
    if first in scene.mentions:
        return scene.mentions[first][0].last
    behind = any(hit.start > scene.tokens[first].start for hit in scene.heads.get(first, ()))
    return noun_phrase(scene, first, stop, hung=True) if behind else first


def past_stamp(scene: Scene, first: int, stop: int) -> int:
    """`10:15 الخارجية: …`, `عاجل | الرئاسة: …`: past the hour and the word that a live page's entry begins with."""
    i = first
    while i < stop and (scene.text(i).isdigit() or scene.text(i) in _STAMPS or scene.in_time(i)):
        i += 1
    return i if i < stop and any(scene.text(k) in _NEWS or scene.text(k).isdigit() for k in range(first, i)) else first


_PEOPLE = ("person", "public", "unnamed", "experts")


def _in_scene(scene: Scene, i: int, lo: int, hi: int) -> Opening | None:
    """`تمسح أم سالم دموعها: «لم يبق أحد».`: what somebody says whom the page shows at something else."""
    quote = scene.quotations.get(i + 1)
    if scene.text(i) != ":" or quote is None or scene.is_title(scene.sentence_start(i)):
        return None
    gesture = scene.text(i - 1).endswith(("ه", "ها", "هم")) and not work(scene.text(i - 1))
    if not (gesture or spoken(scene, quote[0])):
        return None
    closes = quote[0].last >= hi or scene.text(quote[0].last) in _ENDS
    first = next((k + 1 for k in range(i - 1, lo, -1) if scene.text(k) in _ENDS), lo)
    tells = (
        hit.row
        for k in range(first, i)
        for hit in scene.forms.get(k, ())
        if hit.row["class"] in ("perfect", "imperfect")
    )
    if any(not row.get("risk") and row["lemma"] != "أشار" for row in tells):
        return None
    who = actor(scene, first, i) if closes and i - first < 20 else None
    if who is None or not _person(scene, who):
        return None
    who = Place(who.first, next((k for k in range(who.first + 1, who.last) if with_ba(scene, k)), who.last))
    token = scene.tokens[i]
    return Opening(
        cue=(token.start, token.end), at=i, edge=i, way="colon", row=ROWS["قال"], rule="attribution/rules:colon",
        form={}, source=None, actor=who, begins=scene.tokens[i + 1].start, upto=i + 1,
    )  # fmt: skip


def _person(scene: Scene, place: Place) -> bool:
    named = scene.mentions.get(place.first)
    return any(hit.row["class"] in _PEOPLE for hit in scene.heads.get(place.first, ())) or (
        named is not None and named[1].type == "PER"
    )


_LABELS = frozenset(
    "الخلاصه خلاصه ملخص النتيجه الجواب السؤال سؤال جواب ملاحظه ملحوظه تنويه مثال المثال الحل الدليل"
    " افتتاحيه راي تحليل حوار مقابله قراءه حصري خاص فيديو".split()
)
_DEPARTMENTS = frozenset("كليه الكليه قسم".split())
_NEWS = frozenset("عاجل".split())
_STAMPS = _NEWS | frozenset(":|-–/.،")


def _labels(scene: Scene, k: int) -> bool:
    """`حوار: سوزان معلوف: …`: the colon of a label before another one."""
    return scene.text(k) == ":" and scene.text(k - 1) in _LABELS


def _does(scene: Scene, k: int) -> bool:
    """`المدرب يودع الجماهير`: a word in the shape of a present tense with a definite word behind it."""
    return scene.text(k)[:1] in ("ي", "ت") and len(scene.text(k)) > 3 and scene.text(k + 1).startswith("ال")


def _in_his_voice(scene: Scene, end: int, colon: int) -> bool:
    """`رئيس البلدية يستبق العاصفة: أخلينا المدارس`: behind what somebody does stands what he says of himself."""
    acts, said = verb(scene.text(end)), scene.text(colon + 1)
    present = end < colon and ((acts is not None and acts.tense == "imperfect") or _does(scene, end))
    own = verb(said)
    ours = own is not None and (
        said.endswith("نا") or said.startswith(("سن", "سا")) or (said[:1] == "ن" and not own.alike)
    )
    later = scene.quotations.get(colon + 1)
    quoted = later is not None and later[0].last > colon + 4
    told = any(k in scene.forms for k in range(end, colon))
    return present and not told and (quoted or said in {"لن", "لم"} or ours)


def _colon(scene: Scene, i: int, lo: int, hi: int) -> Opening | None:
    """`بوتين: …`, `وكالة X عن الوزير: …`: a speaker, a colon, and what was said."""
    if scene.text(i) != ":" or i + 1 >= hi or (scene.text(i - 1).isdigit() and scene.text(i + 1).isdigit()):
        return None
    behind = next((k + 1 for k in range(i - 1, lo, -1) if scene.text(k) in _ENDS or _labels(scene, k)), lo)
    first = skip_connectives(scene, past_stamp(scene, behind, i), i)
    first += scene.text(first) == "و"  # `الوزارة تنفي.. و«النقابة»: …`
    end = noun_phrase(scene, first, i)
    if end < i and scene.is_title(scene.sentence_start(i)):  # `النفط يرتفع ومندوبون: …`
        joined = (s for s in range(max(first, i - 6), i) if scene.text(s)[0] == "و" and noun_phrase(scene, s, i) == i)
        first = next((s for s in joined if any(h.start > scene.tokens[s].start for h in scene.heads.get(s, ()))), first)
        end = noun_phrase(scene, first, i)
    title = scene.is_title(scene.sentence_start(i))
    end = to_name(scene, first, end, i) if end > first and not (title and _does(scene, end)) else end
    if end == first and title and scene.text(first)[:1] == "و":
        end = _joined(scene, first, i)
    walk = Walk(end)
    taken = end + (scene.text(end) == "نقلا")  # `رويترز نقلا عن مسؤول إيراني: …`
    if end < i and scene.text(taken) == "عن":
        walk.k = taken + 1
        teller(scene, walk, i)
    elif end < i <= end + 4 and title and _before_whom(scene, first, end):
        walk.k = i  # `المدرب قبل القمة: …`, `وزير النقل أمام البرلمان: …`, `الرئيس من عدن: …`
    elif (
        end in (i - 1, i - 2)
        and role(scene.text(i - 1)) == "hearer"
        and scene.text(end) in {scene.text(i - 1), *COMMAS}
    ):
        walk.k = i  # `شاهد يدعى سليم لمراسلتنا: …`, `هدى كامل، وهي ممرضة، لمراسلنا: …`
    elif end < i and _by_medium(scene, end, i):
        walk.k = i  # `زوجة الأسير، عبر تويتر: …`, `الناطق في تصريح صحفي: …`
    elif end < i:
        outlet = outlet_at(scene, end, i)
        if outlet is not None:
            walk.before.append(outlet)
            walk.k = outlet.last
    if end == first + 1 and scene.text(first) in _LABELS:
        return None  # `الخلاصة: …`
    if scene.text(first) in _DEPARTMENTS and i + 1 not in scene.quotations:
        return None  # `كلية العلوم: كيمياء`
    known = head(scene, Place(first, end)) is not None or first in scene.mentions or scene.is_name(first)
    acts = title and walk.k != i and known and end > first and _in_his_voice(scene, end, i)
    if (walk.k != i and not acts) or end == first or not (known or first in scene.anaphors) or i - first > 16:
        return None
    named = scene.mentions.get(first)
    if named is not None and named[1].entity == scene.doc.outlet:
        return None  # an interviewer asks
    if only_where(scene, first, i):
        return None
    token = scene.tokens[i]
    return Opening(
        cue=(token.start, token.end), at=i, edge=first, way="colon", row=ROWS["قال"], rule="attribution/rules:colon",
        form={}, source=Place(first, end), before=tuple(walk.before), after=tuple(walk.after),
        begins=scene.tokens[i + 1].start, upto=i + 1,
    )  # fmt: skip

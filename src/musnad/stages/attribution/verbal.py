"""Openings by verb, participle and noun: `قال X إن`, `مشيرا إلى أن`, `تأكيدها أن`, `يُتوقع أن`."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.attribution.addressees import addressed, past_hearer, told_outlet
from musnad.stages.attribution.behind import behind, echo
from musnad.stages.attribution.carriers import CUES, ROWS, Walk
from musnad.stages.attribution.objects import considered, published, topic_only
from musnad.stages.attribution.opening import Opening, can_speak, lacks, refused, strong
from musnad.stages.attribution.phrases import LOOKS, doer, noun_phrase
from musnad.stages.attribution.scene import CLOSING, Place, Scene
from musnad.stages.attribution.subjects import (
    fronted_medium,
    left_subject,
    right_subject,
    speaker_behind,
    speaker_follows,
    whole_name,
)
from musnad.stages.attribution.walk import SAYING, aloud, begins, governs
from musnad.stages.attribution.words import COMMAS, is_that, role, topic_before, without_and

__all__ = ["verbal"]

_NEGATIONS = frozenset("لم لن لا ليس سوف دون بدون لو اذا".split())
_FATHERS = frozenset("ابي ابو ابا بن ابن".split())
_SIGNS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"


def verbal(scene: Scene, i: int, lo: int, hi: int) -> Opening | None:
    """A verb, participle or noun of attribution at i, with its subject on either side."""
    for hit in () if scene.in_name(i) else scene.forms.get(i, ()):
        row = ROWS.get(hit.row["lemma"])
        if hit.row["class"] == "passive" and hit.row["lemma"] == "سأل":
            continue  # `سئل عن`: the question is nobody's
        if row is None or row["statement"] == "no" or not _may_be_cue(scene, i, hit, row) or refused(scene, i + 1, row):
            continue
        if hit.row["class"] == "noun" and _verb_there(scene, i, lo):
            continue
        opening = echo(scene, i, hit, row, hi) or _open(scene, i, hit, row, lo, hi)
        if opening is not None:
            return opening
    return None


def _verb_there(scene: Scene, i: int, lo: int) -> bool:
    """`ورفض الوزير`: at the head of a clause a form that verb and noun share is the verb."""
    shared = any(hit.row["class"] == "perfect" for hit in scene.forms[i])
    return shared and (i == lo or scene.forms[i][0].start > scene.tokens[i].start or scene.text(i - 1) in COMMAS)


def _may_be_cue(scene: Scene, i: int, hit: Hit, row: Mapping[str, str]) -> bool:
    token = scene.tokens[i]
    ahead = scene.doc.reading.string[token.start : hit.start]
    way = hit.row["class"]
    written = scene.written(i)
    if "س" in ahead or ("ل" in ahead and way == "perfect") or role(token.text) == "called":
        return False  # `سيعلن`: nothing has been said yet
    if (hit.row["lemma"] == "وعد" and "\u0651" in written) or scene.text(i - 1) in _FATHERS:
        return False  # `وعدّ` is عدّ; `علي بن أبي طالب`
    if hit.end < token.end and written.rstrip(_SIGNS).endswith("ة"):
        return False  # `إذاعة` is no `أذاعه`
    if way in ("perfect", "imperfect") and written.lstrip("وف")[:1] == "إ" and hit.row["form"][:1] == "أ":
        return False
    if way == "noun":
        return ahead in ("", "ب", "ال", "بال", "و") and role(scene.text(i - 1)) not in ("withholds", "hides")
    if hit.row.get("person") == "1" or not _whole(scene, i, hit, row):
        return False  # `أقول`, `نرى`: the writer's own voice, or inside a quotation
    if hit.row["lemma"] == "عرض" and token.text.lstrip("وف")[:4] == "تعرض" and scene.text(i + 1)[:1] == "ل":
        return False  # `تعرض لإصابة`
    before = scene.text(i - 1).lstrip("وف") if scene.text(i - 1)[1:] in _NEGATIONS else without_and(scene.text(i - 1))
    if way == "participle":
        # `متخوفة من`, `مصادر متابعة` are predicates and adjectives where nothing parts them from their noun
        bare = token.text.endswith("ا") and row["statement"] == "yes" and row["lemma"] != "جدّد"
        parted = scene.text(i - 1) in COMMAS | {"؛"} or ahead == "و" or bare
        return ahead in ("", "و", "ف") and (parted or scene.text(i + 1) in {":", "ان"})
    bare = role(before) == "preposition" and not before.endswith(("ه", "ها", "هم"))  # `تحرى معه ذكر أنه`
    if before in _NEGATIONS or bare or role(before) == "hides":
        return before == "من" and way == "imperfect"
    grammatical = role(token.text) not in ("", "withholds", "hides", "of media")
    return not grammatical or _spoken(scene, i, hit)


def _whole(scene: Scene, i: int, hit: Hit, row: Mapping[str, str]) -> bool:
    """A verb with an object pronoun (`تحدده السلطة`, `تطلبه`) says something only with words of its own behind it."""
    token = scene.tokens[i]
    if hit.end == token.end or hit.row["class"] not in ("perfect", "imperfect") or scene.text(i - 1) == "ما":
        return True
    return row["hearer"] == "obj" or row["lemma"] in ("وصف", "نقل", "أورد", "تداول", "أعلن", "ذكر")


def _spoken(scene: Scene, i: int, hit: Hit) -> bool:
    """`بين` and `عبر` are verbs only where their doubling is written, or أن (عن) follows at once or behind a phrase."""
    if "\u0651" in scene.written(i):
        return True
    joined = scene.tokens[i].text[:1] == "و" or i == scene.sentence_start(i)
    people = ("person", "public", "anonymous", "experts", "")
    if hit.row["lemma"] == "عبّر" and joined and any(h.row["kind"] in people for h in scene.heads.get(i + 1, ())):
        return True  # `وعبر عدد من السكان … عن`
    end = noun_phrase(scene, i + 1, len(scene.tokens))
    if any(role(scene.text(j)) == "relative" for j in range(i, end)):
        return False  # `بين الخلايا التي …`
    if hit.row["lemma"] == "عقّب":
        return False  # `عقب أن`: after
    return is_that(scene, end) or (hit.row["lemma"] == "عبّر" and scene.text(end) == "عن")


def _open(scene: Scene, i: int, hit: Hit, row: Mapping[str, str], lo: int, hi: int) -> Opening | None:
    way = {"perfect": "verb", "imperfect": "verb"}.get(hit.row["class"], hit.row["class"])
    token = scene.tokens[i]
    edge, source = i, None
    takes = governs(row)
    if way == "verb":
        source, edge = left_subject(scene, i, lo)
    k, told = past_hearer(scene, i + 1, hi, takes)
    if any(scene.text(j) in SAYING for j in range(i + 1, k)):
        takes = aloud(takes)
    if source is not None and (speaker_follows(scene, k, hi, takes) or speaker_behind(scene, edge, k, hi, takes)):
        edge, source = i, None
    if source is not None and scene.text(i + 1) in {"فيه", "فيها"}:
        source = doer(scene, lo, source.first) or source  # `أصدرت X بيانا قالت فيه`
    if way == "verb" and source is None and _passive(scene, i, hit):
        way = "passive"
    if source is None:
        source, k = right_subject(scene, i, k, hi, hit, way)
    heard = (
        way == "verb" and source is not None and edge == i and takes.hearer == "obj" and addressed(scene, hit, source)
    )
    subject = source  # whoever stands behind the verb, if only to be addressed
    source = None if heard else source
    meant = source  # `وأكد دعم بلاده`: what cannot speak behind a verb of objects is its object
    possessed = (
        source is not None
        and not is_that(scene, k)
        and scene.text(k) != ":"
        and not scene.text(source.first).startswith(("ال", "هذ", "هؤ", "تلك"))
    )
    if way == "verb" and source and edge == i and possessed and "obj" in takes.alone and not can_speak(scene, *source):
        k, source = source.first, None
    if way == "noun" and source is None:
        if not _noun_may_lack_source(scene, k, hi, hit, token.text, row):
            return None
        if token.text.startswith("ب"):
            source = _actor(scene, lo, i)
    outlet = told_outlet(scene, k, hi, takes) if source is not None else None
    if outlet is not None:
        told, k = (*told, outlet), outlet.last
    walk = Walk(k, heard=heard)
    loose = way == "participle" or (way == "noun" and hit.end < token.end)
    objects = source is not None or way == "participle" or meant is not None
    start = begins(scene, walk, hi, takes, loose=loose, objects=objects)
    if start is None:
        return behind(scene, i, hit, row, source, k, hi) if way == "verb" else None
    if way == "verb":
        source = whole_name(scene, source, k, start, takes) or source
    if way == "verb" and source is None and not _takes_up(scene, i, lo):
        return None
    if _shaky(scene, i, hit, edge, subject if heard else source, k, start):
        return None
    if _other_sense(scene, i, hit, row, start, hi, source):
        return None
    if way == "noun" and not _noun_opens(scene, k, start, source, row):
        return None
    return Opening(
        cue=(hit.start, token.end), at=i, edge=edge, way=way, row=row, rule=CUES.rule(row), form=hit.row, source=source,
        same=walk.same, before=(*fronted_medium(scene, edge, lo), *told, *walk.before), after=tuple(walk.after),
        begins=start, upto=scene.index(start), inner=walk.inner,
    )  # fmt: skip


def _shaky(scene: Scene, i: int, hit: Hit, edge: int, source: Place | None, k: int, start: int) -> bool:
    """A form that is another word too, with nothing that makes it the verb: `عمل حلف جديد قائلا` is not حلف."""
    if not hit.row.get("risk") or hit.row["class"] == "participle":
        return False
    said = any(scene.text(j) in SAYING for j in range(k, scene.index(start)))
    return (said and edge < i) or (not strong(scene, start) and not _clear(scene, i, edge, source))


def _other_sense(
    scene: Scene, i: int, hit: Hit, row: Mapping[str, str], start: int, hi: int, source: Place | None
) -> bool:
    """`رفض المدير التعليق`, `أشار الوزير بيده`, `تعتبر السياحة موردا`: the words round the cue make it another."""
    span = range(i + 1, scene.index(start))
    between = (j for j in span if scene.text(j)[:1] == "ب")
    return (
        refused(scene, scene.index(start), row)
        or lacks(scene, start, hi, row)
        or any(refused(scene, j, row) for j in between)
        or (row["lemma"] == "لفت" and not strong(scene, start) and not LOOKS.isdisjoint(map(scene.text, span)))
        or considered(scene, i, hit, start, source)
        or topic_only(scene, i, start, row)
        or (row["lemma"] == "أظهر" and not strong(scene, start) and not published(scene, source))
    )


def _actor(scene: Scene, lo: int, i: int) -> Place | None:
    """`وختم المدرب حديثه بالقول إن`: who acts in the noun's own clause; behind a comma it is only carried."""
    found = doer(scene, lo, i)
    return found if found and not any(scene.text(j) in COMMAS for j in range(found.last, i)) else None


def _noun_may_lack_source(scene: Scene, k: int, hi: int, hit: Hit, text: str, row: Mapping[str, str]) -> bool:
    """A noun names its speaker, has a pronoun or an article, or is a speech act with a content clause at hand."""
    if text[:2] in ("با", "ال") or hit.end < scene.tokens[scene.index(hit.start)].end:
        return True
    return row["statement"] == "speech" and any(is_that(scene, j) for j in range(k, min(k + 6, hi)))


def _takes_up(scene: Scene, i: int, lo: int) -> bool:
    """A verb without a stated subject goes on with a speaker only at the head of a clause."""
    before = scene.text(i - 1)
    joined = scene.text(i)[:1] in "وف" and all(hit.start > scene.tokens[i].start for hit in scene.forms[i])
    if scene.text(i + 1) in {"فيه", "فيها"}:
        return True
    return (
        joined
        or i == lo
        or before in COMMAS
        or role(before) in ("conjunction", "modal")
        or without_and(before) in _HEADS_OF_CLAUSE
        or topic_before(scene, lo, i)
    )


_HEADS_OF_CLAUSE = frozenset("ان انه انها كما ثم وقد قد فقد لكنه لكنها لكنهم وكما الذي التي الذين".split())


def _clear(scene: Scene, i: int, edge: int, source: Place | None) -> bool:
    """A form that is another word too is a verb where its subject is before it, or behind it at a clause's head."""
    if edge < i:
        return True
    heads_clause = scene.tokens[i].text[:1] == "و" or scene.text(i - 1) in COMMAS or i == 0 or scene.text(i - 1) in ".؛"
    return source is not None and heads_clause and can_speak(scene, *source)


def _passive(scene: Scene, i: int, hit: Hit) -> bool:
    """`عُلم`, `ذُكر`, `يُتوقع`: the vowel tells; without it `يتوقع أن`, with no subject, is taken as impersonal."""
    written = scene.written(i).lstrip("وف")
    if hit.row["class"] == "perfect":
        rumoured = scene.text(i - 1) == "ما" and is_that(scene, i + 1) and hit.row["gender"] == "m"
        return written[1:2] == "\u064f" or rumoured  # `ما ذكر أنه خلاف`
    long = len(hit.row["form"]) > 5 or "ت" in hit.row["form"][1:3]
    if written[1:2] == "\u064f" and long:
        return True
    return (
        hit.row["lemma"] in ("توقّع", "رجّح", "خشي", "انتظر", "خشي")
        and hit.row["gender"] == "m"
        and is_that(scene, i + 1)
    )


def _states(scene: Scene, j: int) -> bool:
    """A verb of attribution, or the pronoun of a sentence without a verb."""
    verbs = (hit for hit in scene.forms.get(j, ()) if hit.row["class"] in ("perfect", "imperfect"))
    return scene.text(j) in {"هي", "هو"} or any(not hit.row.get("risk") for hit in verbs)


def _noun_opens(scene: Scene, k: int, start: int, source: Place | None, row: Mapping[str, str]) -> bool:
    """A noun opens a content clause or a quotation; `إعلان X كذا`, `رفض X كذا` open a bare phrase too."""
    between = range(k, scene.index(start))
    if len(between) > 9 or any(scene.text(j) in COMMAS or scene.text(j) in CLOSING for j in between):
        return False
    if source is None and any(_states(scene, j) for j in between):
        return False  # `الأنباء الواردة تؤكد أن`, `الرسالة هي أن`
    bare = source is not None and row["lemma"] in ("الإعلان", "النفي", "الرفض")
    pledged = row["lemma"] in ("الإصرار", "التعهد", "المطالبة", "الدعوة") and (k == 0 or source is None)
    return bare or pledged or strong(scene, start)

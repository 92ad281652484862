"""Words that stand behind a quotation and tell whose it is: `«…»، يقول، …`, `«…»، بهذه الكلمات لخصت X`, `«…». هكذا
روت X`, `«…»، عبارة نُقلت عن X`."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.attribution.cues.opening import Opening, can_speak
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS, finite, role, without_and
from musnad.stages.attribution.speakers.carriers import CUES, ROWS

__all__ = ["after_quote", "last_words", "reply", "spoken"]

_TENSES = ("perfect", "imperfect")
_SAYINGS = frozenset("عباره جمله كلمه كلمات عبارات مقوله صرخه سؤال نصيحه وصيه هتاف".split())
_THESE = frozenset("بهذه وبهذه بهذا وبهذا بتلك بهاتين بهذين".split())
_WORDS = frozenset("الكلمات العباره العبارات الجمله الجمل الكلمه الكلام القول السؤال التعليق الصرخه الوصف".split())
_MARKS = COMMAS | frozenset(".…")
_SAID = frozenset("قال أضاف تابع أردف أوضح أكّد علّق استدرك ختم حكى روى تمتم صرخ همس ردّد كرّر".split())


def after_quote(scene: Scene, i: int, hit: Hit, row: Mapping[str, str], hi: int) -> Opening | None:
    """The verb at i behind a quotation that is what was said."""
    if hit.row["class"] not in (*_TENSES, "passive"):
        return None
    if scene.text(i - 1) in COMMAS:
        alone = row["lemma"] in _SAID and _ends(scene, _past_mood(scene, i + 1), hi)
        quote = _ending(scene, i - 1) if alone and hit.end == scene.tokens[i].end else None
        return _opening(scene, i, hit, row, quote, None, (), i + 1) if quote else None
    if hit.row["class"] in _TENSES and (quote := _thus(scene, i)) is not None:
        end = noun_phrase(scene, i + 1, hi, frozenset({"obj"}))
        return _opening(scene, i, hit, row, quote, Place(i + 1, end), (), end) if end > i + 1 else None
    if scene.text(i - 1) not in _SAYINGS or scene.text(i - 2) not in COMMAS:
        return None
    quote = _ending(scene, i - 2)
    of_whom = scene.text(i + 1) == "عن" and row["lemma"] in ("نقل", "روى", "أثر")
    owned = hit.end < scene.tokens[i].end and scene.text(i).endswith(("ها", "ه"))
    first = i + 1 + of_whom
    end = noun_phrase(scene, first, hi) if of_whom or owned else first
    if quote is None or end == first or not can_speak(scene, first, end):
        return None
    place = Place(first, end)
    return _opening(scene, i, hit, row, quote, None if of_whom else place, (place,) if of_whom else (), end)


def _ends(scene: Scene, k: int, hi: int) -> bool:
    return k >= hi or scene.text(k) in COMMAS or scene.text(k) == "."


def _past_mood(scene: Scene, k: int) -> int:
    """`«…»، يضيف [ضاحكا بمرارة].`, `«…»، تقول [مبتسمة]`: past how it was said."""
    if not scene.written(k).endswith(("اً", "ًا", "ةً")) or scene.heads.get(k):
        return k
    return k + 1 + (scene.text(k + 1)[:1] == "ب" and role(scene.text(k + 1)) in ("", "adverb"))


def reply(scene: Scene, i: int, lo: int) -> Opening | None:
    """`سألت الصحيفة الشركة عن السبب، فكان الجواب: «…»`: at the colon what was answered, by whoever was asked."""
    came = scene.text(i - 1) in _REPLIES and scene.text(i - 2) in _CAME and i - 2 >= lo
    if scene.text(i) != ":" or not came or i + 1 not in scene.quotations:
        return None
    form = {"class": "perfect", "gender": "m", "number": "one", "person": "3"}
    token = scene.tokens[i - 1]
    return Opening(
        cue=(token.start, token.end), at=i - 1, edge=i - 2, way="verb", row=ROWS["ردّ"], rule=CUES.rule(ROWS["ردّ"]),
        form=form, source=None, actor=_asked(scene, lo, i - 2), begins=scene.tokens[i + 1].start, upto=i + 1,
    )  # fmt: skip


_REPLIES = frozenset("الجواب الرد الاجابه".split())
_CAME = frozenset("فكان وكان فجاء وجاء كان جاء فكانت فجاءت وكانت وجاءت".split())


def _asked(scene: Scene, lo: int, stop: int) -> Place | None:
    """Whom a verb of asking before `stop` asks: behind `سئل`, `سألنا`, or behind who asks."""
    for j in range(lo, stop):
        asks = [hit for hit in scene.forms.get(j, ()) if hit.row["lemma"] == "سأل" and hit.row["class"] != "noun"]
        if not asks:
            continue
        ours = asks[0].row["class"] == "passive" or scene.text(j).endswith("نا") or scene.text(j).startswith("ن")
        k = j + 1 if ours else noun_phrase(scene, j + 1, stop, frozenset({"obj"}))
        end = noun_phrase(scene, k, stop)
        return Place(k, end) if end > k and can_speak(scene, k, end) else None
    return None


def _thus(scene: Scene, i: int) -> Place | None:
    """`«…». هكذا روت بائعة ما جرى`, `«…»، بهذه الكلمات لخص المدرب المباراة`: the quotation before the verb at i."""
    words = 2 if scene.text(i - 2) in _THESE and scene.text(i - 1) in _WORDS else scene.text(i - 1) == "هكذا"
    stop = i - words
    while words and scene.text(stop - 1) in _MARKS:
        stop -= 1
    return _ending(scene, stop) if words else None


def _ending(scene: Scene, stop: int) -> Place | None:
    """The quotation of words that were said that ends at token `stop`, or before the comma there."""
    stop -= scene.text(stop - 1) in COMMAS
    return next((p for p, _ in scene.quotations.values() if p.last == stop and spoken(scene, p)), None)


def spoken(scene: Scene, quote: Place) -> bool:
    """Whether a quotation holds words that were said: many, or a verb or a negation among them."""
    inside = range(quote.first + 1, quote.last)
    return not scene.is_name(quote.first) or any(
        finite(scene, k) or role(scene.text(k)) == "negation" for k in inside if not scene.in_name(k)
    )


def _opening(
    scene: Scene, i: int, hit: Hit, row: Mapping[str, str], quote: Place, source: Place | None,
    whose: tuple[Place, ...], upto: int,
) -> Opening:  # fmt: skip
    way, rule = "passive" if whose else "verb", CUES.rule(row)
    return Opening(
        cue=(hit.start, scene.tokens[i].end), at=i, edge=quote.first, way=way, row=row, rule=rule,
        form=hit.row, source=source, before=whose, begins=scene.tokens[quote.first].start, ends=quote.last, upto=upto,
    )  # fmt: skip


def last_words(scene: Scene, i: int, k: int) -> bool:
    """`وقال "السقف آمن".`: few words in quotation marks that end what the verb at i tells; not `كما قالت «المرفأ».`"""
    quote = scene.quotations.get(k)
    if quote is None or quote[0].last - k < 4 or k + 1 in scene.mentions or scene.heads.get(k + 1):
        return False
    told = any(hit.row["lemma"] in _SAID and hit.end == scene.tokens[i].end for hit in scene.forms.get(i, ()))
    ends = scene.text(quote[0].last) in _STOPS or quote[0].last == scene.sentence_end(i)
    return told and ends and without_and(scene.text(i - 1)) not in _AS


_STOPS = frozenset(".؛!؟")
_AS = frozenset("كما ما حسبما وفقما مثلما الذي التي".split())

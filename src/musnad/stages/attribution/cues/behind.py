"""Verbs behind what was said: `«…»، يقول التقرير.`, `، كما قال X.`, `وهو ما نفاه X`."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.attribution.cues.after_quote import spoken
from musnad.stages.attribution.cues.opening import Opening, can_speak
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, next_comma, role, with_ba
from musnad.stages.attribution.speakers.carriers import CUES, ROWS, Walk, teller
from musnad.stages.attribution.transmitters.agreement import fits_phrase
from musnad.stages.attribution.transmitters.kinds import tells
from musnad.stages.attribution.transmitters.outlets import is_outlet, outlet_at

__all__ = ["behind", "echo", "quoted_first"]

# `وهو ما نفاه X`: the content is what was said before.
_ECHOES = frozenset({"وهو", "الامر", "هذا", "وهذا", "سرعان"})


def echo(scene: Scene, i: int, hit: Hit, row: Mapping[str, str], hi: int) -> Opening | None:
    """`وهو ما نفاه X`: a verb whose pronoun points to what was said."""
    token = scene.tokens[i]
    if row["lemma"] in ("نسب", "عزا") and scene.text(i + 1) in _IT and scene.text(i + 2) == "الي":
        end = noun_phrase(scene, i + 3, hi)
        from_whom = row["lemma"] == "نسب" or _has_it_from(scene, i, Place(i + 3, end))
        if from_whom:
            return _from_whom(scene, i, hit, Place(i + 3, end)) if end > i + 3 else None
    tally = _tally(scene, i, row)
    first = i + 1 + (scene.text(i + 1) in _OF_HIM)  # `في تصريحات نقلتها عنه صحيفة X`
    if tally is not None and (end := noun_phrase(scene, first, hi)) > first and can_speak(scene, first, end):
        return Opening(
            cue=(hit.start, token.end), at=i, edge=tally, way="preposition", row=row, rule=CUES.rule(row),
            form=hit.row, source=Place(first, end), begins=None, upto=end,
        )  # fmt: skip
    if (headline := _rejoinder(scene, i, row, hi)) is not None:
        return Opening(
            cue=(hit.start, token.end), at=i, edge=headline.first, way="echo", row=row, rule=CUES.rule(row),
            form=hit.row, source=headline, begins=None, upto=i + 1,
        )  # fmt: skip
    if (teller := _teller_of_this(scene, i, hit, row, hi)) is not None:
        return Opening(
            cue=(hit.start, token.end), at=i, edge=i - (scene.text(i - 1) in _TOO), way="echo", row=row,
            rule=CUES.rule(row), form=hit.row, source=teller, begins=None, upto=teller.last,
        )  # fmt: skip
    points = scene.text(i - 1) == "ما" and scene.text(i - 2) in _ECHOES
    weighs = row["stance"] in ("denies", "refuses", "confirms")
    points = points or (weighs and scene.text(i - 1) == "الذي" and scene.text(i - 2) == "الامر")
    named = weighs and scene.text(i - 2) in {"وهو", "وهي"} and scene.text(i - 1)[:2] != "ال"  # `وهي تهمة ينفيها`
    of_it = points and scene.text(i + 1) in _OF_IT and row["stance"] in _JUDGES
    owned = token.text.endswith(("ه", "ها")) or of_it
    truth = named and not owned  # `وهو كلام نفت الوزارة صحته`
    if not (points or named) or not (owned or truth):
        return None
    to_us = scene.text(i + 1) in {"لنا", "لي"}  # `وهو رقم أكده لنا موظف`
    first = i + 1 + (of_it or to_us or role(scene.text(i + 1)) == "adverb")
    end = noun_phrase(scene, first, hi, _BA if row["lemma"] in _READS else frozenset())
    if end == first or (truth and scene.text(end) not in _TRUTH):
        return None
    if points and row["lemma"] in _READS and (begins := _read_as(scene, end, hi, row)) is not None:
        return Opening(
            cue=(hit.start, token.end), at=i, edge=i - 2, way="verb", row=row, rule=CUES.rule(row), form=hit.row,
            source=Place(first, end), begins=begins, upto=end,
        )  # fmt: skip
    return Opening(
        cue=(hit.start, token.end), at=i, edge=i - 2, way="echo", row=row, rule=CUES.rule(row), form=hit.row,
        source=Place(first, end), begins=None, upto=end,
    )  # fmt: skip


def _read_as(scene: Scene, end: int, hi: int, row: Mapping[str, str]) -> int | None:
    """`وهو ما فسره مراقبون بأنه إقرار بالهزيمة`, `وهو ما وصفه المدرب بالإنجاز`, `وهو ما اعتبره الوزير مبالغة`: where
    begins, behind who speaks, what he makes of it."""
    if is_that(scene, end) and scene.text(end)[0] == "ب" and end + 1 < hi:
        return scene.tokens[end + 1].start
    if with_ba(scene, end) and end < hi:
        return scene.tokens[end].start + 1
    plain = scene.text(end).isalpha() and not role(scene.text(end)) and scene.text(end)[:2] not in ("ال", "لل")
    return scene.tokens[end].start if plain and end < hi and row["lemma"] in ("اعتبر", "عدّ", "رأى") else None


def _teller_of_this(scene: Scene, i: int, hit: Hit, row: Mapping[str, str], hi: int) -> Place | None:
    """`وأكد هذه المعلومات مصدر أمني`, `كما أكد ذلك رئيس البلدية`: who tells again what was told, behind the object."""
    if row["lemma"] not in _TELLS_THIS or hit.end < scene.tokens[i].end or scene.text(i + 1) not in _THIS:
        return None
    alone = scene.text(i + 1) == "ذلك" and not scene.text(i + 2).startswith("ال")
    first = i + 2 if alone else i + 3
    if not (alone or scene.text(i + 2).removeprefix("ال") in _NEWS) or is_that(scene, first):
        return None
    end = noun_phrase(scene, first, hi)
    speaks = end > first and can_speak(scene, first, end) and fits_phrase(scene, hit.row, Place(first, end))
    told = is_that(scene, end) or scene.text(end) in {":", *OPENING}
    return Place(first, end) if speaks and not told else None


_TELLS_THIS = frozenset("أكّد نفى كشف أعلن أورد ذكر كذّب فنّد أيّد رفض أنكر".split())
_THIS = frozenset("هذا هذه ذلك تلك".split())
_NEWS = frozenset(
    "معلومات معلومه انباء نبا ارقام خبر اخبار روايه روايات اتهامات اتهام تصريحات تصريح امر حقيقه ظاهره كلام شائعات "
    "ادعاءات مزاعم تقارير تقرير حصيله فرضيه نظريه توقعات احصاءات بيانات وقائع تفاصيل".split()
)
_TOO = frozenset("كما قد وقد لقد".split())
_OF_IT = frozenset("به بها فيه فيها عليه عليها".split())  # `وهو ما رحبت به بغداد`, `وهو ما شكك فيه خبراء`
_JUDGES = ("praises", "criticises", "confirms", "denies", "refuses")


def _has_it_from(scene: Scene, i: int, whom: Place) -> bool:
    """`قالت الوكالة إن …، عازية ذلك إلى مصدر`: from whom a paper has it; else why something is so."""
    paper = any(is_outlet(scene, k) for k in range(scene.sentence_start(i), i))
    return paper and whom.last > whom.first and tells(scene, whom)


def _from_whom(scene: Scene, i: int, hit: Hit, whom: Place) -> Opening:
    """`قالت الصحيفة إن …، ونسبت ذلك إلى مصادر`: from whom a paper has what it has told."""
    row = ROWS["نقلا"]
    return Opening(
        cue=(hit.start, scene.tokens[i].end), at=i, edge=i, way="preposition", row=row, rule=CUES.rule(row), form={},
        source=whom, begins=None, upto=whom.last,
    )  # fmt: skip


_IT = frozenset("ذلك الخبر المعلومات المعلومه النبا الكلام التصريح".split())


def _tally(scene: Scene, i: int, row: Mapping[str, str]) -> int | None:
    """`، في إحصاء مؤقت أعلنه مستشفى المدينة`, `، في أقوال نقلتها الصحف`: the preposition before figures that somebody
    gave, before words that somebody passed on."""
    passes = row["lemma"] in _PASSED
    if not (passes or row["lemma"] in _GIVEN) or not scene.text(i).endswith(("ها", "ه")):
        return None
    for j in range(i - 1, max(i - 4, 0), -1):
        words = any(hit.row["kind"] in ("speech", "text") for hit in scene.media.get(j, ()))
        if words or (not passes and any(hit.row["kind"] == "document" for hit in scene.heads.get(j, ()))):
            if passes and not _prints(scene, i + 1 + (scene.text(i + 1) in _OF_HIM)):
                return None  # `في رسالة نقلها السفير`
            behind_comma = scene.text(j - 2) in COMMAS and not scene.text(j).startswith("ال")
            return j - 1 if scene.text(j - 1) in {"في", "وفق", "حسب", "بحسب"} and behind_comma else None
    return None


def _prints(scene: Scene, k: int) -> bool:
    """Whether an outlet, an agency, the press stand at token k."""
    return is_outlet(scene, k) or any(hit.row["kind"] in _PRESS for hit in scene.heads.get(k, ()))


_PRESS = ("outlet", "agency", "media_reports")
_OF_HIM = frozenset({"عنه", "عنها", "عنهم"})


def _rejoinder(scene: Scene, i: int, row: Mapping[str, str], hi: int) -> Place | None:
    """`شائعات عن بيع النادي.. والإدارة تنفي`: the speaker, where a headline's last words are no more than a denial."""
    ends = i + 1 >= hi or scene.text(i + 1) in _STOPS
    if row["stance"] not in ("denies", "refuses") or not ends or not scene.is_title(scene.sentence_start(i)):
        return None
    begins = next((k for k in range(i - 1, max(i - 8, 0), -1) if scene.text(k - 1) in _STOPS), None)
    if begins is None:
        return None
    first = begins + (scene.text(begins) == "و")
    if first in scene.mentions or first in scene.quotations:
        named = first in scene.mentions or scene.is_name(first)
        last = scene.mentions[first][0].last if first in scene.mentions else scene.quotations[first][0].last
    else:
        last = noun_phrase(scene, first, i, hung=True)
        named = last > first and can_speak(scene, first, last)
    return Place(first, i) if named and last == i else None


_STOPS = frozenset(".…!؟")
_BA = frozenset({"ب"})
_READS = ("فسّر", "وصف", "اعتبر", "عدّ", "رأى")
_TRUTH = frozenset("صحته صحتها دقته دقتها".split())
_GIVEN = frozenset("أورد أعلن ذكر نشر".split())
_PASSED = frozenset("نقل بثّ أذاع تناقل تداول".split())


# `، كما قال X.`: the verb behind what was said, as a preposition would stand.
_TOLD = frozenset("قال ذكر أفاد أعلن أوضح أكّد أشار كتب نقل روى صرّح بيّن كشف زعم رأى وصف أورد".split())


_ASIDE = frozenset("قال أضاف تابع أوضح أكّد رأى ذكر كتب شرح".split())


def _quoted_before(scene: Scene, stop: int) -> bool:
    """Whether a quotation of words that were said ends right before token `stop`."""
    return any(spoken(scene, place) for place, _ in scene.quotations.values() if place.last == stop)


def quoted_first(scene: Scene, i: int, k: int, start: int) -> bool:
    """`«…»، قال أحدهم وهو يبتسم، قبل أن يضيف زميله: «…»`: the quotation at the sentence's head is what this verb says.

    `k` is the token behind the verb's subject, `start` where the content would begin: far off, behind a comma.
    """
    lo = scene.sentence_start(i)
    quote = scene.quotations.get(lo)
    told = quote is not None and quote[0].last == i - 1 and scene.text(i - 1) in COMMAS and not scene.is_name(lo)
    return told and any(scene.text(j) in COMMAS for j in range(k, start))


def _foretold(scene: Scene, i: int, k: int, hi: int) -> int | None:
    """`وكما كتب المؤرخ في كتابه، فإن الجغرافيا لا ترحم`: where the clause begins that a front with كما leads to."""
    if scene.text(i - 1) not in {"كما", "وكما"}:
        return None
    comma = next_comma(scene, k, min(k + _FRONT, hi))
    if any(scene.text(j) in ".؛:!؟" for j in range(k, comma)):
        return None
    opens = scene.text(comma) in COMMAS and scene.text(comma + 1)[:1] == "ف" and is_that(scene, comma + 1)
    return comma + 2 if opens and comma + 2 < hi else None


_FRONT = 14  # words between the speaker and the comma


def _past_when(scene: Scene, k: int, hi: int) -> int:
    """`، كما ذكرت الوزارة أمس.`, `، كما أفادت الشرطة مساء الاثنين، من`: behind when it was said, if that closes it."""
    end = k
    while end < hi and (scene.in_time(end) or role(scene.text(end)) == "adverb"):
        end += 1
    return end if end >= hi or scene.text(end) in COMMAS or not scene.text(end)[0].isalnum() else k


def behind(
    scene: Scene, i: int, hit: Hit, row: Mapping[str, str], source: Place | None, k: int, hi: int
) -> Opening | None:
    """`…، يقول التقرير.`: verb and speaker behind all that was said."""
    outlet = outlet_at(scene, k, hi) if scene.text(i - 1) == "كما" and source is not None else None
    k = outlet.last if outlet is not None else k  # `، كما قال مصدر لوكالة X.`
    k = _past_when(scene, k, hi) if scene.text(i - 1) == "كما" else k
    ends = k >= hi or (k == hi - 1 and not scene.text(k)[0].isalnum())
    as_told = scene.text(i - 1) == "كما" and row["lemma"] in _TOLD and (ends or scene.text(k) in COMMAS)
    if source is not None and as_told and can_speak(scene, *source):
        return Opening(
            cue=(hit.start, scene.tokens[i].end), at=i, edge=i - 1, way="preposition", row=row, rule=CUES.rule(row),
            form=hit.row, source=source, before=(outlet,) if outlet else (), begins=None, upto=k,
        )  # fmt: skip
    aside = row["lemma"] in _ASIDE and hit.row["class"] == "imperfect" and scene.text(i - 1) in COMMAS
    aside = aside and source is not None and scene.text(k) in COMMAS and can_speak(scene, *source)
    if source is not None and aside and not _quoted_before(scene, i - 1):
        return Opening(  # `والأزمة، يقول المحلل، لن تنتهي`
            cue=(hit.start, scene.tokens[i].end), at=i, edge=i, way="preposition", row=row, rule=CUES.rule(row),
            form=hit.row, source=source, begins=None, upto=k,
        )  # fmt: skip
    front = source is not None and row["lemma"] in _TOLD and can_speak(scene, *source)
    told = _foretold(scene, i, k, hi) if front else None
    if told is not None:
        return Opening(
            cue=(hit.start, scene.tokens[i].end), at=i, edge=i - 1, way="preposition", row=row, rule=CUES.rule(row),
            form=hit.row, source=source, begins=scene.tokens[told].start, upto=told,
        )  # fmt: skip
    joined = scene.text(i)[:1] == "و" and hit.start > scene.tokens[i].start  # `، ويشهد النفق محاولات.` goes on
    ending = (place for place, _ in scene.quotations.values() if place.last == i - 1)
    quote = next((p for p in ending if not (joined and scene.is_name(p.first))), None)  # `أسهم «نور»، وتضمنت`
    alone = source is None and quote is not None and k == i + 1 and (ends or scene.text(k) in COMMAS)
    alone = alone and hit.end == scene.tokens[i].end and not scene.is_name(quote.first if quote else 0)
    if not (source or alone) or scene.text(i - 1) not in COMMAS or row["stance"] not in ("says", "asks"):
        return None  # `«كنا نسحب الشباك»، قال، متسائلا`
    if quote is None and (joined or not ends or source is None or not can_speak(scene, *source)):
        return None
    walk = Walk(k + 1)  # `«…»، نقلت الوكالة عن الوزير قوله`
    passed = scene.text(k) == "عن" and row["lemma"] == "نقل" and teller(scene, walk, hi)
    return Opening(
        cue=(hit.start, scene.tokens[i].end), at=i, edge=quote.first if quote else i, way="verb", row=row,
        rule=CUES.rule(row), form=hit.row, source=source, begins=scene.tokens[quote.first].start if quote else None,
        ends=quote.last if quote else None, upto=walk.k if passed else k, after=tuple(walk.after), inner=walk.inner,
    )  # fmt: skip

"""Who answers: whom the page's own writer asks (`رأيت فلاحا يبيع التين. سألته: بكم؟ قال: بدينار`), and who is
questioned (`وباستجواب السائق، اعترف بأنه`)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from musnad.stages.attribution.nouns.phrase_starts import starts_phrase
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.nouns.titles import to_name
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS, finite, given, is_that, role, without_and
from musnad.stages.attribution.transmitters.agreement import may_act

__all__ = ["QUESTIONING", "asked_of", "on_being_asked", "put_to", "questioned", "turned_to"]

_ASKED = frozenset("سالته سالتها سالناه سالناها سالتهم سالناهم".split())
_NEAR = 12  # words of a question


def asked_of(scene: Scene, at: int, form: Mapping[str, str]) -> Place | None:
    """The person told of last before `سألته`, close before a verb at token `at`; None where nobody was asked."""
    near = range(at - 1, max(0, at - _NEAR), -1)
    asks = next((i for i in near if without_and(scene.text(i)) in _ASKED and not _own_subject(scene, i)), None)
    if asks is None:
        return None
    lo = scene.sentence_start(asks)
    lo = scene.sentence_start(lo - 1) if lo > 0 else lo
    for i in range(asks - 1, lo - 1, -1):
        if _somebody(scene, i) and starts_phrase(scene, i):
            last = max(i + 1, noun_phrase(scene, i, asks, frozenset({"obj"})))
            titles = (j for j in range(max(lo, i - 6), i) if _somebody(scene, j) and starts_phrase(scene, j))
            whole = (j for j in titles if noun_phrase(scene, j, asks, frozenset({"obj"})) == last)
            place = Place(next(whole, i), last)
            return place if may_act(scene, form, place, verb=True) else None
    return None


def _own_subject(scene: Scene, i: int) -> bool:
    """`سألته الصحفية عن`: somebody else asks."""
    return _somebody(scene, i + 1)


def _somebody(scene: Scene, i: int) -> bool:
    named = i in scene.mentions and scene.mentions[i][1].type == "PER"
    rows = (hit.row for hit in scene.heads.get(i, ()) if hit.end == scene.tokens[i].end)  # `أمامه` is no imam
    return named or any(row["kind"] in ("person", "public", "experts") and row["number"] != "many" for row in rows)


# `وبسؤال الحارس`, `وبالتحقيق مع السائق`, `وبسؤالها`: how a front begins that tells who is questioned.
_ASKING = r"(?:س[ؤء]ال|استجواب|مواجه[هت]|مساءل[هت]|مناقش[هت]|استدعاء?|استنطاق|التحقيق|الاستماع)(?:ها?|هما?)?"
QUESTIONING = re.compile("و?ب" + _ASKING)
_NOUN = re.compile(_ASKING)
_UPON = frozenset("لدي عند ولدي وعند وبعد بعد".split())
_WITH = frozenset("مع الي".split())
_WORDS = frozenset("اقوال افاده افادات شهاده شهادات".split())
_FRONT = 12  # words of such a front


def questioned(scene: Scene, lo: int, at: int) -> Place | None:
    """Who is questioned in the front right before the verb at token `at`: `وبمواجهة المتهم بالأدلة، أقر بـ`."""
    for i in range(max(lo, at - _FRONT), at - 1):
        upon = scene.text(i) in _UPON and _NOUN.fullmatch(scene.text(i + 1)) is not None
        upon = upon or (without_and(scene.text(i)) in _WHEN and scene.text(i + 1) in _IS_ASKED)  # `ولما سئل المدير عن`
        if not (upon or QUESTIONING.fullmatch(scene.text(i))):
            continue
        if i > lo and scene.text(i - 1) not in COMMAS | {".", "؛", ":"}:
            continue
        first = i + 1 + upon
        first += scene.text(first) in _WITH
        first += scene.text(first) in _WORDS  # `وبالاستماع إلى أقوال الجيران`
        stop = at - (scene.text(at - 1) in COMMAS)
        end = noun_phrase(scene, first, stop, frozenset({"ب", "عن"})) if starts_phrase(scene, first) else first
        parted = (scene.text(k) in COMMAS or finite(scene, k) or is_that(scene, k) for k in range(end, stop))
        return Place(first, end) if end > first and not any(parted) else None
    return None


def on_being_asked(scene: Scene, lo: int, at: int) -> bool:
    """`وعندما سئل عن موقف مصر قال`, `ولدى سؤاله عن الشركة أجاب`: whether a clause in front of the verb at token `at`
    tells only that whoever spoke before is asked; what he is asked about does not answer."""
    when = without_and(scene.text(lo)) in _WHEN and scene.text(lo + 1) in _IS_ASKED
    own = lo + (without_and(scene.text(lo)) in _UPON)
    front = when or without_and(scene.text(own)) in _HIS_BEING_ASKED
    return front and at - lo < _FRONT and not any(is_that(scene, k) for k in range(lo, at))


_WHEN = frozenset("حين عندما لما حينما".split())
_IS_ASKED = frozenset("سئل سئلت سئلوا".split())
_HIS_BEING_ASKED = frozenset("سؤاله سؤالها سؤالهم بسؤاله بسؤالها بسؤالهم مواجهته مواجهتها بمواجهته بمواجهتها".split())


def turned_to(scene: Scene, lo: int, at: int) -> Place | None:
    """`أما سوسن التي بقيت وحدها فتقول إن`: whom a page turns to by her given name alone, and what she says by ف."""
    if without_and(scene.text(lo)) != "اما" or scene.text(at)[:1] != "ف" or not given(scene.text(lo + 1)):
        return None
    alone = lo + 2 == at or role(scene.text(lo + 2)) == "relative"
    return Place(lo + 1, lo + 2) if alone and lo + 1 not in scene.heads else None


def put_to(scene: Scene, lo: int, at: int, form: Mapping[str, str]) -> Place | None:
    """`وبعرض الشكوى على رئيس البلدية سالم الراوي، أفاد بأن`, `«المرفأ» طرحت الشكوى أمام المدير سالم الراوي، وأوضح أن`,
    `وسألت قناة X المدير سالم الراوي عن الشكوى، فأجاب`: the one by his name whom a question is put to in tokens
    [lo, at), before a comma and his answer."""
    quoted = scene.quotations.get(lo)
    outlet = quoted is not None and scene.is_name(lo) and scene.text(quoted[0].last) in _PUTS
    outlet = outlet and form.get("gender") == "m" and scene.text((quoted[0].last if quoted else lo) + 1) != "عن"
    met = without_and(scene.text(lo)) in _MET or _asks(scene, lo)
    met = met and not any(scene.text(i).lstrip("و") in _AMONG for i in range(lo, at))
    answers = scene.text(at - 1) in COMMAS or (met and scene.text(at)[:1] == "ف")
    if not answers or not (outlet or met or without_and(scene.text(lo)) in _ON_PUTTING):
        return None
    for i in range(quoted[0].last + 1 if quoted and outlet else lo + 1 + _asks(scene, lo), at):
        if _somebody(scene, i) and starts_phrase(scene, i):
            place = Place(i, to_name(scene, i, max(i + 1, noun_phrase(scene, i, at)), at))
            named = scene.names_in(place, "PER")
            if (
                named
                and scene.text(i)[0] in "بل"
                and any(hit.start > scene.tokens[i].start for hit in scene.heads.get(i, ()))
            ):
                place = named[0][0]  # `وبالاتصال بمدير المياه سالم الراوي`
            return place if named and may_act(scene, form, place, verb=True) else None
    return None


def _asks(scene: Scene, lo: int) -> bool:
    """`سألت الصحيفة`, `سأل صحفيون`: whether the press asks at the head of a sentence."""
    press = scene.is_name(lo + 1) or any(
        hit.row["kind"] in ("outlet", "agency") or hit.row["form"].startswith(("صحفي", "صحافي"))
        for hit in scene.heads.get(lo + 1, ())
    )
    return press and without_and(scene.text(lo)) in {"سال", "سالت"}


_PUTS = frozenset("طرحت وضعت نقلت عرضت واجهت حملت سالت هاتفت حاورت التقت قابلت استضافت".split())
_MET = frozenset("تحدثنا التقينا سالنا هاتفنا حاورنا توجهنا".split())  # `وتحدثنا مع المدير سالم الراوي فقال`
_AMONG = frozenset("منهم بينهم منهن بينهن".split())
_ON_PUTTING = frozenset("بعرض بسؤال بمواجهه بالاتصال بالتواصل بنقل".split())

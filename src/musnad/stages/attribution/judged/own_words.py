"""Whether a clause without an event is told in its speaker's own words, and what is a plain fact in them."""

from __future__ import annotations

import re
from itertools import pairwise

from musnad.stages.attribution.judged.case import Case
from musnad.stages.attribution.judged.complements import governed
from musnad.stages.attribution.judged.evaluation import CONDITIONS, sound
from musnad.stages.attribution.judged.worth import weighs
from musnad.verbs import verb

__all__ = ["image", "in_own_words", "plain"]


def plain(case: Case) -> bool:
    """Whether a clause in its speaker's own words tells a fact, or what people do."""
    return fact(case) or many_do(case) or busy(case)


def image(case: Case) -> bool:
    """A subject with a quoted predicate to the clause's end (`اللوحة «قصيدة»`): what its teller likens it to."""
    scene, told, clause = case.scene, case.told, case.clause
    if told.tense == "imperfect" and (governed(case) or case.now) == "state":
        return False  # `الصور «تخص مبنى آخر»`
    stop = clause.first + 4 if told.at == clause.first else told.at + 1
    opening = next((i for i in range(clause.first + 1, min(stop, clause.last)) if scene.quoted_at(i)), None)
    if opening and re.fullmatch(r"ا\w{2,3}", scene.text(opening)):
        return False  # `«أغلى بثلاث مرات»`: a comparison can be counted
    if opening is None or told.at - opening > 1 or scene.text(opening)[:2] == "ال":
        return False
    word = scene.text(opening)
    return verb(word) is not None or not (weighs(word, "fact") or re.match(r"م\w\w+|\wا\w\wه?$|غير", word))


def many_do(case: Case) -> bool:
    """`«الجرحى ينزفون في الممرات»`: what people are seen to do."""
    return case.told.tense == "imperfect" and case.told.at > case.first and case.word(case.told.at).endswith("ون")


def fact(case: Case) -> bool:
    """`«القنوات مفتوحة»`: quoted, and yet a fact."""
    condition = CONDITIONS.fullmatch(case.word(case.first)) is not None  # `صحتي ممتازة`
    if case.told.tense == "none" and _well(case):
        return True
    word, after = case.word(case.told.at), case.word(case.told.at + 1)
    done = _DONE_TO.fullmatch(word) is not None and not weighs(word) and after[:1] != "ب"  # not `مقصوص بالمقص`
    if case.told.tense == "none" and done:
        return True  # `«الطريق مقطوع من الجهتين»`
    return case.told.tense == "none" and (condition or sound(case) or weighs(case.word(case.told.at), "fact"))


def busy(case: Case) -> bool:
    """`«أروي الحقل بالدلو»`, `«الناس تشتري بالحبة»`: what the speaker or people do."""
    told, first = case.told, case.first
    if told.tense != "imperfect" or told.negated or case.now or case.stance != "says":
        return False
    if told.at == first:
        return case.scene.written(first)[:1] in "أن" and case.place.last - first < 5
    return told.at == first + 1 and any(hit.row["class"] in _DOERS for hit in case.scene.heads.get(first, ()))


_DOERS = frozenset("person public body organization".split())


def _well(case: Case) -> bool:
    """`الرهينة بخير`, `ابني في المستشفى`: how or where somebody is."""
    words = [case.word(i) for i in range(case.first + 1, min(case.first + 5, case.place.last))]
    return "بخير" in words or any(a in {"في", "داخل"} and b in _PLACES for a, b in pairwise(words))


_DONE_TO = re.compile(r"م\w\wو\w(?:ه|ون|ين|ات)?")
_PLACES = frozenset("المستشفي المشفي السجن العنايه البيت المنزل الخارج المشرحه غيبوبه الطريق".split())


_WITNESSES = ("مراسل", "شاهد", "شهود", "مصدر", "مصادر")


def in_own_words(case: Case) -> bool:
    """A sentence without an event, quoted whole: what its speaker makes of things."""
    place, source = case.place, case.frame.opening.source
    if source is not None and case.word(source.first).startswith(_WITNESSES):
        return False  # `مراسلنا: طوابير تمتد إلى الشارع`
    if case.frame.opening.way == "colon":
        # A headline tells facts (`X: المخزون جاهز`) more often than what X makes of them.
        return not case.scene.in_title(place.first) or case.told.negated or place.last - place.first < 3
    return case.scene.quoted_at(case.scene.index(case.frame.content[0][0])) and place.last - place.first < 31

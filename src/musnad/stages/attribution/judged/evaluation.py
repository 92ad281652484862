"""Whether a clause says what its teller makes of things: an evaluative predicate, or an evaluative subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from musnad.stages.attribution.judged.case import Case
from musnad.stages.attribution.judged.figures import abstract, ailing
from musnad.stages.attribution.judged.predicative import elative
from musnad.stages.attribution.judged.worth import praise, weighs
from musnad.stages.attribution.page.scene import CLOSING, OPENING, Scene
from musnad.stages.attribution.page.words import role
from musnad.verbs import verb

__all__ = ["CONDITIONS", "judged", "likened", "sound"]

_MEASURED = frozenset(
    "الاكبر الاعلي الادني الاقل الاكثر الاطول الاخير الاول الاولي الاصغر الاقصر الاقدم الاحدث".split()
)
_ORDINALS = frozenset("الاول الاولي الثاني الثانيه الثالث الثالثه".split())
_COUNTED = frozenset("عرضه شيوعا انتشارا عددا".split())
_IS = frozenset("هو هي هم هما".split())
_THERE = frozenset({"هناك", "ثمه"})
_BEING = _IS | frozenset("كان كانت كانوا يكون تكون".split())


CONDITIONS = re.compile("(?:صح|حال|علاق|اصاب|لياق)(?:ه|ت(?:ي|ه|ها|هم|نا)?)|معنويات\\w*|حالات|اصابات")


def judged(case: Case) -> bool:
    """Whether a clause's predicate, or what it is said of, is an evaluation."""
    subject = case.word(case.first)
    if case.told.tense == "none" and CONDITIONS.fullmatch(subject):
        return False  # `صحته جيدة`, `علاقتها بالمخرجة ممتازة`: how it is
    if case.told.tense == "none" and sound(case):
        return False  # `الجسر سليم`
    if ailing(case):
        return True
    if case.told.tense == "none" and subject[:2] == "ال" and weighs(subject[2:], "subject"):
        return True
    return any(_heavy(case.scene, i) for i in _heads(case))


_SOUND = re.compile("(?:سليم|صامد|طبيعي|باق|حرج)(?:ه|ون|ين|ات)?")


def sound(case: Case) -> bool:
    """Whether the predicate tells the state that a thing is in, as anyone can see."""
    if not _SOUND.fullmatch(case.word(case.told.at)):
        return False
    if case.word(case.first).removeprefix("ال") == "وضع" or case.word(case.told.at).startswith(("صامد", "باق")):
        return True  # `وضع المريض حرج`, `الهدنة صامدة`
    return not abstract(case.word(case.first)) and case.word(case.first)[:2] != "ما"


def _heavy(scene: Scene, i: int) -> bool:
    word = scene.text(i)
    if word in _ORDINALS and scene.text(i + 1) in {"منذ", "من", "في"}:
        return False  # `الزيارة هي الأولى منذ عشر سنوات`
    if re.fullmatch(r"الأ\w\w\w", scene.written(i)) and word not in _MEASURED:
        return _is_it(scene, i - 1)  # `هذا الصيف هو الأقسى`
    if word[:2] == "ال":
        return _is_it(scene, i - 1) and weighs(word[2:], "definite")
    if word.startswith("مسؤول") and scene.text(i + 1) == "عن":
        return False  # `المصنع مسؤول عن التلوث`
    if scene.text(i + 1) in _COUNTED:
        return False  # `أكثر عرضة للجفاف`
    if scene.text(i + 1) == "من" and re.match(r"\d", scene.text(i + 2)):
        return False  # `أكثر من 22 مليونا`: a measure
    return weighs(word) or elative(scene, i)


def _is_it(scene: Scene, i: int) -> bool:
    return scene.text(i) in _BEING or (scene.text(i) in OPENING and scene.text(i - 1) in _BEING)


_COPULAS = frozenset("جاء بدا أصبح صار بات ظل أضحى غدا بقي عد مثل شكل كان".split())


def _heads(case: Case) -> Iterator[int]:
    """The tokens at which a predicate noun and its adjectives can stand."""
    told = case.told
    copula = told.tense != "none" and not (told.was and told.at == case.first)
    if copula and case.past not in _COPULAS and not re.fullmatch("[يتن]ك(?:ون)?ن?", case.word(told.at)):
        return
    if told.tense == "none" and case.word(case.first) in _THERE:
        yield case.first + 1 + (case.word(case.first + 1) in OPENING)  # `هناك شبهات قوية`: that there are any
        return
    first = told.at + (copula or told.negated or case.word(told.at) in _IS)
    for i in range(first, min(first + 4, case.place.last)):
        word = case.word(i)
        if word == "من" and case.word(i + 1)[:1] == "ا" and weighs(case.word(i + 1)):
            yield i + 1  # `المهنة من أشرف المهن`
        if word in OPENING or word in CLOSING or word in _IS or word == "غير":
            continue
        if role(word) == "preposition" or not word.isalpha() or (i > first and _does(word)):
            return
        yield i


def _does(word: str) -> bool:
    """`لديه تقارير تثبت علاجه`: what a predicate's own relative clause tells is not said of the subject."""
    found = verb(word)
    return found is not None and found.tense == "imperfect"


_NO = frozenset("غير عدم بلا دون ليس ليست لا".split())


def likened(scene: Scene, first: int, last: int) -> str:
    """What one does who calls a thing so: praises, criticises, or only says what it is like."""
    denied = False
    if any(scene.text(i) == "من" and scene.text(i + 1) == "اللازم" for i in range(first, last)):
        return "criticises"  # `وصف التقديرات بأنها متفائلة أكثر من اللازم`
    for i in range(first, min(first + 7, last)):
        if scene.text(i) in _NO:
            denied = True
            continue
        if i > first and role(scene.text(i)) == "preposition":
            break
        told = praise(scene.text(i))
        if told == "good":
            return "criticises" if denied else "praises"
        if told == "bad":
            return "says" if denied else "criticises"
    return "criticises" if denied or _mocked(scene, first, last) else "says"


def _mocked(scene: Scene, first: int, last: int) -> bool:
    """`وصف الاتفاق بأنه «زوبعة في فنجان»`: who likens a thing to another in quotation marks mocks it, mostly."""
    first += scene.text(first) in OPENING
    word = scene.text(first)
    plain = word in _EARNEST or word[1:] in _EARNEST
    return scene.quoted_at(first) and last - first > 1 and word[:2] != "ال" and not plain


_EARNEST = frozenset("بادره خطوه محاوله رساله معركه قتال خارطه غير اكثر اكبر اول ثمره نتيجه شريك رمز وثيقه خطه".split())

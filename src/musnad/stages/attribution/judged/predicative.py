"""Nouns and adjectives as parts of a nominal clause: what can end its subject, and what can be said of it."""

from __future__ import annotations

import re

from musnad.stages.attribution.judged.negation import IS_NOT, NEGATIONS
from musnad.stages.attribution.judged.worth import weighs
from musnad.stages.attribution.page.scene import Scene
from musnad.stages.attribution.page.words import COMMAS, is_number, role
from musnad.verbs import verb

__all__ = ["HE", "OF_IT", "adjective", "definite", "elative", "equals", "indefinite", "set_off", "tanwin", "worthy"]

HE = frozenset("هو هي هم".split())


def definite(scene: Scene, i: int) -> bool:
    """Whether a word can end a subject: it has the article or a pronoun."""
    word = scene.text(i)
    return (
        word.startswith(("ال", "وال"))
        or word in _MY_KIN
        or word in OF_IT
        or (len(word) > 3 and scene.written(i).endswith(("ه", "ها", "هم", "نا")))
    )


OF_IT = frozenset("به بها بهم فيه فيها عنه عنها عليه عليها اليه اليها".split())  # `المشتبه به سلم نفسه`
_MY_KIN = frozenset("ابي امي اخي اختي ابني ابنتي زوجي زوجتي والدي والدتي جدي جدتي عمي خالي موكلي".split())


def tanwin(scene: Scene, i: int) -> bool:
    """`[أن] انفجارا وقع`: an indefinite noun that nothing can belong to."""
    return len(scene.text(i)) > 3 and scene.written(i).endswith(("اً", "ا")) and scene.text(i)[:2] != "ال"


def indefinite(scene: Scene, i: int) -> bool:
    """Whether token i is a noun without article or pronoun, as a predicate is."""
    word, written = scene.text(i), scene.written(i)
    plain = word.isalpha() and len(word) > 2 and not role(word) and verb(word) is None and not scene.in_name(i)
    return (
        plain
        and not word.startswith(("ال", "و", "ف", "ب", "ل", "ك"))
        and not written.endswith(("ا", "اً", "ه", "ها", "هم"))
    )


def equals(scene: Scene, i: int) -> bool:
    """Whether a pronoun at i sets a noun as predicate behind its subject: `اللقب هو عبء`, and not `المدير هو من رفض`,
    `الحارس هو يرفض`."""
    after = scene.text(i + 1)
    if scene.text(i) not in HE or not after.isalpha() or after in NEGATIONS or after in IS_NOT:
        return False
    found = verb(after)
    acts = found is not None and found.tense != "perfect"
    return not (acts or role(after) == "relative" or after in {"من", "ما"})


def worthy(scene: Scene, i: int, first: int) -> bool:
    """`الحديث عن انفراجة مبالغ فيه`: evaluative, behind an indefinite noun that a subject ends with."""
    before = scene.text(i - 1)
    if before.endswith("اطلاق"):
        return False  # `إطلاق نار`
    return i > first + 1 and weighs(scene.text(i)) and not role(before) and not scene.written(i).endswith("ة")


def adjective(scene: Scene, i: int, first: int, was: bool) -> bool:
    """Whether an indefinite word behind a whole phrase is said of it: `الإجراءات جارية`, `القرار خطأ`."""
    word, written = scene.text(i), scene.written(i)
    if i <= first or not word.isalpha() or i in scene.times or word[:2] == "ال":
        return False
    if len(word) < 3 and (not weighs(word) or word in {"ام", "اب", "اخ"}):
        return False  # but `هش`, `حق`
    if is_number(scene.text(i - 1)):
        return False  # what is counted: `12 مدرسة`
    if (weighs(word) and role(word) in ("", "quantifier") and word != "كافه") or i in scene.signs:
        return not written.endswith(("اً", "ا")) or was
    if i in scene.heads or role(word) or word[0] in "وفبلك":
        return False
    related = len(word) > 4 and written.endswith("ي") and scene.text(i - 1)[:2] == "ال"  # `الحكم ابتدائي`
    related = related and verb(word) is None and not scene.in_name(i) and not scene.in_name(i - 1)
    return elative(scene, i) or related or written.endswith(("ة", "ون", "ٍ") if not was else ("ة", "اً", "ا", "ين"))


def elative(scene: Scene, i: int) -> bool:
    """`أهدأ من الجميع`, and no measure (`أكثر من مليون`)."""
    more = re.fullmatch(r"أ\w\w\w", scene.written(i)) is not None and scene.text(i + 1) == "من"
    return more and not is_number(scene.text(i + 2)) and scene.text(i) not in {"اكثر", "ابعد", "اعلي", "اقرب"}


def set_off(scene: Scene, i: int, first: int, said: bool) -> int:
    """The predicate before a negation at i, which is its own (`البطء ترف لا يملكه …`; `said`: a subject stands before
    it) or another clause's (`عشر سفن عالقة، ولن تتحرك`); 0 for none."""
    if said and indefinite(scene, i - 1):
        return i - 1
    apart = scene.text(i) in {"ولن", "ولم"} and scene.text(i - 1) in COMMAS and 2 < i - 1 - first < 8
    if not apart or not is_number(scene.text(first)):
        return 0
    ends = (k for k in range(first + 2, i - 1) if scene.written(k).endswith(("ة", "ون", "ين")))
    return next((k for k in ends if indefinite(scene, k)), 0)

"""A speaker's own words with no mark before them: `قال نحن نعمل ليلا`, `وقال المرصد تحطمت الطائرة`."""

from __future__ import annotations

from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import COMMAS, finite, given, is_that, role
from musnad.verbs import verb

__all__ = ["own_words_at", "unmarked"]


def own_words_at(scene: Scene, k: int, hi: int, *, first: bool) -> int | None:
    """The token at which words without a mark (right behind the cue or its speaker) or in brackets begin; else None."""
    if scene.text(k) == "(":
        return k + 1 if _in_brackets(scene, k, hi) else None
    return k + (scene.text(k) in COMMAS) if first and unmarked(scene, k, hi) else None


def unmarked(scene: Scene, k: int, hi: int) -> bool:
    """`قال نحن نعمل ليلا`, `وقال المدير لم ننته بعد`: a speaker's own words with no mark before them."""
    word, after = scene.text(k), scene.text(k + 1)
    if word in COMMAS:  # `قال رئيس النادي سالم العمري، لقد سعدنا`
        return after in _OURS and _whole_speaker(scene, k - 1) and not _marked_ahead(scene, k, hi)
    if word in _NOT and (finite(scene, k + 1) or after in {"زلنا", "نزال", "ازال", "بد"}):
        return True
    if not after.isalpha():
        return False
    if word == "اذ" and scene.text(k - 1)[:1] == "و" and after.startswith("ن"):
        return True  # `وأضاف إذ نتطلع`
    if word in _OURS or (word in _NO_MORE and after.startswith("ن")) or (word == "من" and after in _HARD):
        return True
    if word == "اما" and not scene.in_time(k + 1):
        return not _marked_ahead(scene, k, hi)
    if not _whole_speaker(scene, k - 1):
        return False
    return (word == "لقد" or _clause(scene, k)) and not _marked_ahead(scene, k, hi)


def _in_brackets(scene: Scene, k: int, hi: int) -> bool:
    """`وقال الملك فيصل (مصيرنا واحد).`: brackets for quotation marks, four words or more up to the sentence's end."""
    close = next((j for j in range(k + 1, hi) if scene.text(j) == ")"), None)
    return close is not None and close > k + 4 and (close + 1 >= hi or scene.text(close + 1) in {".", "؛", "!", "؟"})


def _whole_speaker(scene: Scene, last: int) -> bool:
    """A name or a definite noun, which nothing completes without a comma: `المرصد`, `سليم الناجي`."""
    word = scene.text(last)
    return scene.in_name(last) or (
        word.startswith("ال") and word.isalpha() and last not in scene.forms and not role(word)
    )


def _clause(scene: Scene, k: int) -> bool:
    """A clause of its own begins with the verb at k: a past (`تحطمت الطائرة`), a present before its subject."""
    found = verb(scene.text(k))
    if (
        found is None
        or found.alike
        or scene.in_name(k)
        or given(scene.text(k))
        or role(scene.text(k))
        or k in scene.forms
    ):
        return False
    ahead = scene.text(k + 1)
    if scene.written(k).endswith(("ه", "ها", "هم")) or not finite(scene, k):
        return False
    if found.tense == "imperfect":
        return ahead.startswith("ال")
    return found.tense == "perfect" and (ahead.startswith("ال") or k + 1 in scene.mentions)


def _marked_ahead(scene: Scene, k: int, hi: int) -> bool:
    """Whether أن, a colon or a quotation follows close behind, which what was said begins with."""
    near = range(k, min(k + _NEAR, hi))
    return any(scene.text(j) in {":", *OPENING} or (is_that(scene, j) and scene.text(j - 1) in COMMAS) for j in near)


_NEAR = 12
_NOT = frozenset("لا لم لن".split())
_NO_MORE = frozenset("لازلنا لازال مازلنا".split())
_HARD = frozenset(
    "الصعب السهل الممكن المهم الضروري الطبيعي المستحيل الواضح المبكر المؤسف الجيد الافضل حقنا حقي واجبنا".split()
)
_OURS = frozenset(
    "نحن هناك سوف لدينا لسنا هدفنا نعم نتمني نامل نسعي نعمل كنا كنت رايت رايتها رايته سمعت وجدت شعرت انا لدي "
    "لست اتمني اعتقد احب اشعر وجدنا راينا شعرنا سمعنا نريد نحتاج لقد نتطلع نشكر نطالب اشكر ارجو نرجو مازلنا طموحنا "
    "املنا رسالتنا رسالتي مشكلتنا نطمح نفتخر نحرص نؤكد نعتقد نعتز ناسف اؤكد اطالب نحترم نرفض نستعد تم تمت "
    "يتم سيتم ستتم لابد".split()
)

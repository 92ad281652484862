"""Where a bare object begins: what was announced, refused or praised, past all that is left of the subject."""

from __future__ import annotations

from musnad.rules import lexicon
from musnad.stages.attribution.deeds import deed, deed_at
from musnad.stages.attribution.government import Governs
from musnad.stages.attribution.phrases import noun_phrase, starts_phrase
from musnad.stages.attribution.scene import OPENING, Scene
from musnad.stages.attribution.titles import completes
from musnad.stages.attribution.verbs import verb
from musnad.stages.attribution.words import COMMAS, is_that, role, with_ba, without_and

__all__ = ["clause_at_hand", "may_begin", "named", "offered", "past_addressee", "past_subject"]

_POINTERS = frozenset("ذلك هذا هذه تلك".split())
_OBJECTS = frozenset("ما عدم اي كل قرب".split())
_LONG = 9  # words in a quotation behind `المهرجان` that is said, and not the name of it
_GIVEN_NAMES = lexicon("names/given_names")
_WORKS = lexicon("attribution/works")


def named(scene: Scene, k: int) -> bool:
    """Whether the quotation at token k is a name and not said: `رواية «…»`, `صاحب «…»، أن`, `«…» أن`."""
    after = scene.quotations[k][0].last
    word = without_and(scene.text(k - 1))
    if _work(word) and (not word.startswith("ال") or after - k < _LONG):
        return True
    while scene.text(after) == "و" and after + 1 in scene.quotations:
        after = scene.quotations[after + 1][0].last
    behind = after + (scene.text(after) in COMMAS)
    return (is_that(scene, behind) and scene.text(behind)[0] != "و") or (after < behind and scene.text(behind) in OPENING)


def _work(word: str) -> bool:
    """`رواية`, `روايته`, `بعنوان`: a noun behind which a name stands in quotation marks."""
    forms = {word, word.removeprefix("ب"), word.removeprefix("ال")}
    forms |= {form.removesuffix(end) for form in forms for end in ("ها", "ه", "هم")}
    forms |= {form[:-1] + "ه" for form in forms if form.endswith("ت")}
    return any(_WORKS.get(form) is not None for form in forms)


def may_begin(scene: Scene, k: int, takes: Governs) -> bool:
    """A noun phrase, or `ما …`, `عدم …`, may be what was said, refused, denied."""
    text = scene.text(k)
    if text in _POINTERS and not scene.text(k + 1).startswith("ال"):
        return takes.judges
    if text in _OBJECTS:
        return True
    if not starts_phrase(scene, k) or text in {"ان", "انه", "انها"}:
        return False
    if k in scene.mentions or scene.heads.get(k) or deed_at(scene, k) is not None:
        return True
    found = verb(text)
    return (found is None or found.alike or scene.written(k).endswith("ة")) and not _joined(scene, k)


def _joined(scene: Scene, k: int) -> bool:
    """`لعمليات التقنية`, `وحماية البيئة`: a word that و or ل ties to what stands before it; not `وفاة`, `لقاء`."""
    text = scene.text(k)
    if len(text) < 4 or text[0] not in "ول" or deed(text) is not None:
        return False
    known = any(hit.start == scene.tokens[k].start + 1 for hit in scene.heads.get(k, ()))
    return text[1:].startswith("ال") or known or deed(text[1:]) is not None or text.endswith("ات")


def past_subject(scene: Scene, k: int, hi: int) -> int:
    """`أعلنت شركة X [الدولية أمس] إطلاق …`: the noun of a deed behind what is left of the subject at k, else k."""
    text = scene.text(k)
    if deed(text) is not None or text in _OBJECTS or text in _POINTERS:
        return k
    left = text.startswith("ال") or k in scene.mentions or _GIVEN_NAMES.get(text) is not None
    if not left:
        return k
    for j in range(k + 1, min(k + 14, hi)):
        word = scene.text(j)
        if word in COMMAS or not word or role(word) in ("conjunction", "relative", "negation") or is_that(scene, j):
            return k
        if _deed_begins(scene, j):
            return j
    return k


def _deed_begins(scene: Scene, j: int) -> bool:
    """An indefinite noun of a deed behind a word that nothing can complete any more: a definite one, a name, a time."""
    word, before = scene.text(j), scene.text(j - 1)
    if word in {"عدم", "اي"}:
        return True
    if word.startswith("ال") or word[0] in "ول" or j in scene.times or scene.in_name(j) or deed_at(scene, j) is None:
        return False
    closed = without_and(before).startswith(("ال", "لل")) or scene.in_name(j - 1) or scene.in_time(j - 1)
    return closed or _GIVEN_NAMES.get(before) is not None


# What is offered, whatever its ending: compensation, a sum, a truce, mediation …
_GIVEN = frozenset("تعويض مبلغ مكافا راتب وساط مساعد هدن صفق مبادر تسوي قرض منح مليون مليار ربعين عشرين هبه".split())


def offered(scene: Scene, k: int) -> bool:
    """`عرضت الشركة رفع الأجور`, `عرض النادي 4 ملايين`; but `عرض المتحف لوحات`."""
    if any(w in scene.text(k) for w in _GIVEN):
        return True
    possessed = scene.written(k).endswith(("ه", "ها", "هم")) and k not in scene.mentions
    verbal_noun = scene.written(k).startswith("إ") or deed(scene.text(k)) is not None
    return scene.text(k).isdigit() or possessed or verbal_noun


def past_addressee(scene: Scene, k: int, hi: int, takes: Governs) -> int:
    """`ناشد الأهالي البلدية إصلاح الطريق`: the reading offset behind whom the cue addresses, of what is asked of them."""
    end = noun_phrase(scene, k, hi, frozenset({"obj", "ب"})) if takes.hearer == "obj" else k
    if k < end < hi and with_ba(scene, end):
        return scene.tokens[end].start + 1
    return scene.tokens[end if k < end < hi and deed_at(scene, end) is not None else k].start


def clause_at_hand(scene: Scene, k: int, hi: int, takes: Governs) -> bool:
    """`أوضح عبد الحميد إبراهيم أن`: a few plain words on, أن itself; what stands before it is no object."""
    for j in range(k, min(k + 5, hi)):
        if scene.text(j) == "ان" and is_that(scene, j):
            return "أن" in takes.alone and j > k and not completes(scene, j)
        if not scene.text(j).isalpha() or role(scene.text(j)) or scene.in_time(j) or j in scene.forms:
            return False
    return False

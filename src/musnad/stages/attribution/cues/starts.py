"""Where a bare object begins: what was announced, refused or praised, past all that is left of the subject."""

from __future__ import annotations

from musnad.stages.attribution.nouns.phrase_starts import hangs, starts_phrase
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.nouns.titles import completes
from musnad.stages.attribution.page.deeds import DEEDS, deed, deed_at
from musnad.stages.attribution.page.government import PREPOSITIONS, Governs
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import (
    COMMAS,
    finite,
    given,
    is_number,
    is_that,
    role,
    with_ba,
    withheld,
    without_and,
)
from musnad.verbs import verb

__all__ = [
    "clause_at_hand",
    "colon_ahead",
    "joined",
    "may_begin",
    "name_at",
    "offered",
    "past_addressee",
    "past_subject",
    "question",
    "seat",
    "whether",
]

_POINTERS = frozenset("ذلك هذا هذه تلك".split())
_OBJECTS = frozenset("ما عدم اي كل قرب".split())


def may_begin(scene: Scene, k: int, takes: Governs) -> bool:
    """A noun phrase, or `ما …`, `عدم …`, may be what was said, refused, denied."""
    text = scene.text(k)
    if without_and(text).startswith("لكن") or text in {"ذات", "ذو", "ذي", "ذوي", "نقلا"}:
        return False  # `شركة الساحل ذات السمعة`
    if text in _POINTERS and (not scene.text(k + 1).startswith("ال") or role(scene.text(k + 1)) == "preposition"):
        whole = scene.text(k + 1) in {"كله", "كلها", "جميعه"}  # `ونفى ذلك كله`
        behind = scene.heads.get(k + 1) and not hangs(scene, k + 1)  # `وأكد ذلك شهود`, but `نفى ذلك للموقع نفسه`
        return takes.judges and (whole or not behind)
    noun = any(hit.row["class"] == "noun" for hit in scene.forms.get(k, ()))
    own = noun or DEEDS.get(text) is not None
    if text in _OBJECTS or (own and role(text) in ("withholds", "hides") and not withheld(scene, k)):
        return True  # `رفض طلب النادي`, `عرضت نشر مراقبين`
    if not starts_phrase(scene, k) or text in {"ان", "انه", "انها"}:
        return False
    if k in scene.mentions or scene.heads.get(k) or deed_at(scene, k) is not None:
        return True
    if scene.written(k).endswith(("اً", "ًا")) or deed(text.removesuffix("ا")) is not None:
        return True
    return not finite(scene, k) and not joined(scene, k)


_ASKED = frozenset("لماذا كيف متي اين كم ماذا".split())
_WHETHER = frozenset("عما فيما وعما وفيما ما".split())
_WAS = frozenset({"كان", "كنت"})


def question(scene: Scene, k: int) -> int | None:
    """Where an indirect question begins: `روى كيف انهار`, `سأل هل يعود`, `تساءل عما [إذا كان]`; else None."""
    if scene.text(k + 1) == "اذا" and scene.text(k) in _WHETHER:
        return k + 1
    return k if scene.text(k) in _ASKED or whether(scene, k) else None


def whether(scene: Scene, k: int) -> bool:
    """`هل عاد`, `عما إذا عاد`, `إن كان قد عاد`: a question that yes or no answers."""
    word, ahead = scene.text(k), scene.text(k + 1)
    return word == "هل" or (word in _WHETHER and ahead == "اذا") or (word in {"اذا", "ان"} and ahead[:3] in _WAS)


def joined(scene: Scene, k: int) -> bool:
    """`لعمليات التقنية`, `وحماية البيئة`: a word that و or ل ties to what stands before it; not `وفاة`, `لقاء`."""
    text = scene.text(k)
    if len(text) < 4 or text[0] not in "ول" or deed(text) is not None:
        return False
    known = any(hit.start == scene.tokens[k].start + 1 for hit in scene.heads.get(k, ()))
    return text[1:].startswith("ال") or known or deed(text[1:]) is not None or text.endswith("ات")


def past_and(scene: Scene, i: int) -> int:
    """The reading offset of token i behind the و or ف that joins it to what stands before: `وتبلغ`, `فالقرار`."""
    text, start = scene.text(i), scene.tokens[i].start
    rest = text[1:]
    own = DEEDS.get(text) is not None or (deed(text) is not None and deed(rest) is None)  # `وصول`, `وفاته`
    if text[:1] not in ("و", "ف") or len(text) < 3 or own:
        return start
    if i in scene.mentions:
        return max(start, scene.doc.reading.find(scene.mentions[i][1].span.start))
    heads = {hit.start - start for hit in scene.heads.get(i, ())}
    apart = not verb(text) or verb(text) == verb(rest)
    known = rest.startswith("ال") or 1 in heads or deed(rest) or (role(rest) and not role(text)) or verb(rest)
    return start + 1 if known and 0 not in heads and apart else start


def colon_ahead(scene: Scene, k: int, hi: int) -> int | None:
    """The colon that a few words without a verb lead to."""
    for j in range(k, min(k + 9, hi - 1)):
        if scene.text(j) == ":":
            return j
        if scene.text(j) in COMMAS or finite(scene, j) or is_that(scene, j):
            return None
    return None


def name_at(scene: Scene, k: int, hi: int) -> bool:
    """`كشف سامر الراوي عن`: words that are no known nouns, right before the عن that the cue governs."""
    if deed_at(scene, k) is not None or scene.heads.get(k) or scene.text(k).startswith("ال") or role(scene.text(k)):
        return False
    for j in range(k + 1, min(k + 5, hi)):
        if scene.text(j) == "عن":
            return True
        if not scene.text(j).isalpha() or role(scene.text(j)) or deed_at(scene, j) is not None:
            return False
    return False


def settled(scene: Scene, k: int) -> bool:
    """A definite noun or a name that is no deed: nothing that can be announced or confirmed."""
    named = k in scene.mentions or given(scene.text(k))
    return deed_at(scene, k) is None and (named or scene.text(k).startswith("ال"))


def past_subject(scene: Scene, k: int, hi: int) -> int:
    """`أعلنت شركة X [الدولية أمس] إطلاق …`: the noun of a deed behind what is left of the subject at k, else k."""
    text = scene.text(k)
    if deed_at(scene, k) is not None or text in _OBJECTS or text in _POINTERS:
        return k
    titled = text.startswith("ال") and any(hit.row["class"] == "person" for hit in scene.heads.get(k, ()))
    hung = text[0] == "ل" and len(text) > 4 and not scene.heads.get(k) and DEEDS.get(text) is None
    if not (text.startswith("ال") or k in scene.mentions or given(text) or hung):
        return k
    for j in range(k + 1, min(k + 24, hi)):
        word = scene.text(j)
        if word in COMMAS and (titled or hung or given(text)) and _after_name(scene, j + 1):
            return j + 1  # `رئيس اللجنة المتحدث باسم الانتخابات، استمرار الحملة`
        if word in COMMAS or not word or role(word) in ("conjunction", "relative", "negation") or is_that(scene, j):
            if not (titled or hung):
                return k
        elif _deed_begins(scene, j) or (j == k + 1 and _deed_governs(scene, j)):
            return j
    return k


def _deed_governs(scene: Scene, j: int) -> bool:
    """`أعلن الوزير خالد الانتهاء من بناء الجسر`: behind a given name a definite deed with what it governs."""
    led = scene.text(j + 1) in PREPOSITIONS or scene.text(j + 1).startswith("بال")
    return given(scene.text(j - 1)) and scene.text(j).startswith("ال") and led and deed_at(scene, j) is not None


def _after_name(scene: Scene, j: int) -> bool:
    """A deed, definite or not, behind the comma that closes a name."""
    definite = scene.text(j).startswith("ال") and deed_at(scene, j) is not None
    return definite or _deed_begins(scene, j, closed=True)


def _deed_begins(scene: Scene, j: int, *, closed: bool = False) -> bool:
    """An indefinite noun of a deed behind a word that nothing can complete any more: a definite one, a name, a time."""
    word, before = scene.text(j), scene.text(j - 1)
    tied = word[0] in "ولب" and DEEDS.get(word) is None
    if (
        word.startswith("ال")
        or tied
        or j in scene.times
        or scene.in_name(j)
        or (deed_at(scene, j) is None and word not in {"عدم", "اي"})
    ):
        return False
    owned = len(before) > 3 and scene.written(j - 1).endswith(("ه", "ها", "هم"))
    closed = (
        closed
        or (without_and(before).startswith(("ال", "لل")) and not role(before))
        or (owned and not role(before))
        or scene.in_name(j - 1)
        or scene.in_time(j - 1)
    )
    return closed or given(before)


# What is offered, whatever its ending: compensation, a sum, a truce, mediation …
_GIVEN = frozenset("تعويض مبلغ مكافا راتب وساط مساعد هدن صفق مبادر تسوي قرض منح مليون مليار ربعين عشرين هبه".split())


def offered(scene: Scene, k: int) -> bool:
    """`عرضت الشركة رفع الأجور`, `عرض النادي 4 ملايين`; but `عرض المتحف لوحات`."""
    if any(w in scene.text(k) for w in _GIVEN):
        return True
    if any(
        scene.text(j)[:1] == "ب" and is_number(scene.text(j + (scene.text(j) == "ب")).lstrip("ب"))
        for j in (k + 1, k + 2)
    ):
        return True  # `عرضت الشركة الطن بـ300 دولار`: at a price
    possessed = scene.written(k).endswith(("ه", "ها", "هم")) and k not in scene.mentions
    verbal_noun = scene.written(k).startswith("إ") or deed(scene.text(k)) is not None
    return scene.text(k).isdigit() or possessed or verbal_noun


def seat(scene: Scene, k: int, hi: int) -> bool:
    """`وجه الهيئة الملكية بينبع بتشكيل`: the ب of a place where another one follows at once."""
    if k not in scene.mentions or scene.mentions[k][1].type not in ("GPE", "LOC"):
        return False
    after = scene.mentions[k][0].last
    return after < hi and with_ba(scene, after) and after not in scene.mentions


_EACH = frozenset("كافه جميعا جميعهم جميعها كلهم كلها اجمعين قاطبه".split())


def _what_is_asked(scene: Scene, j: int) -> bool:
    """`ناشد المواطنين [عدم الانسياق]`, `ناشدت العائلة القضاء [«تسريع المحاكمة»]`."""
    return scene.text(j) == "عدم" or (scene.text(j) in OPENING and deed_at(scene, j + 1) is not None)


def past_addressee(scene: Scene, k: int, hi: int, takes: Governs) -> int:
    """`ناشد الأهالي البلدية إصلاح الطريق`: the reading offset of what is asked, behind whom the cue addresses."""
    if deed_at(scene, k) is not None and scene.text(k + 1) == "الي" and "إلى" not in takes.prepositions:
        return scene.tokens[k].start  # `وناشد الأهالي العودة إلى بيوتهم`: no one is addressed any more
    end = noun_phrase(scene, k, hi, takes.prepositions | {"obj", "ب"}) if takes.hearer == "obj" else k
    end = next((j for j in range(k + 1, end) if _what_is_asked(scene, j)), end)
    end += scene.text(end) in _EACH and end > k  # `ناشدت الأطراف كافة السماح`
    end = scene.mentions[end][0].last if seat(scene, end, hi) else end
    if k < end < hi and with_ba(scene, end):
        return scene.tokens[end].start + 1
    if not k < end < hi:
        return scene.tokens[k].start
    described_so = scene.text(end).startswith("ال") and scene.text(end).endswith(("ه", "ين", "يه")) and k + 1 < end
    if described_so and deed_at(scene, end) is None and deed_at(scene, end + 1) is not None:
        end += 1  # `ناشد سكان الأحياء المنخفضة مغادرة منازلهم`
    word = scene.text(end)
    person = k in scene.heads or k in scene.mentions or k in scene.nations or scene.text(k).endswith(("ين", "ون"))
    described = end == k + 1 and scene.text(k).endswith("ه") == word.endswith("ه") and deed(word) is None
    if scene.text(k).startswith("ال") and word.startswith("ال") and described and not person:
        return scene.tokens[k].start  # `شاكرا الحماس الكبير`
    governed = word == "الي" or (takes.weighs and PREPOSITIONS.get(word) in takes.alone)
    if (governed or is_that(scene, end)) and end + 1 < hi:
        return scene.tokens[end + 1].start
    asked = word.startswith("ال") and not word.endswith(("ي", "يه", "يين")) and not role(word)
    asked = asked or word == "عدم" or deed_at(scene, end) is not None
    many = scene.text(k).startswith("ال") and scene.text(k).endswith("ين") and end == k + 1
    asked = asked or (many and not role(word) and word.isalpha())  # `ناشد المواطنين غلي المياه`
    quoted = word in OPENING and scene.text(end - 1).startswith("ال") and role(scene.text(end - 1)) != "relative"
    asked = asked or quoted
    return scene.tokens[end if asked else k].start


def clause_at_hand(scene: Scene, k: int, hi: int, takes: Governs) -> bool:
    """`أوضح عبد الحميد إبراهيم أن`: a few plain words on, أن itself; what stands before it is no object."""
    for j in range(k, min(k + 5, hi)):
        if scene.text(j) == "ان" and is_that(scene, j):
            return "أن" in takes.alone and j > k and not completes(scene, j)
        if not scene.text(j).isalpha() or role(scene.text(j)) or scene.in_time(j) or j in scene.forms:
            return False
    return False

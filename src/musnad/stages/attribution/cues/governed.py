"""The content behind a preposition that the cue governs, where the preposition is not the subject's own."""

from __future__ import annotations

import re

from musnad.stages.attribution.cues.starts import colon_ahead
from musnad.stages.attribution.nouns.modifiers import own_words
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.nouns.titles import clause_ahead
from musnad.stages.attribution.page.deeds import deed, deed_at, with_lam
from musnad.stages.attribution.page.government import PREPOSITIONS, Governs, governs
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import COMMAS, conditional, is_that, next_comma, with_ba, without_and
from musnad.stages.attribution.speakers.carriers import Walk, own_noun, past_calling, teller

__all__ = ["asked_with", "behind_preposition", "learnt_at", "of_him"]


def of_him(scene: Scene, k: int, takes: Governs) -> bool:
    """`نقلت الإذاعة عنه قوله`, `نقلت عنه الإذاعة أن`: at k, whoever spoke last."""
    return takes.relays == "عن" and scene.text(k) in {"عنه", "عنها", "عنهم"}


def behind_preposition(scene: Scene, walk: Walk, hi: int, takes: Governs, loose: bool) -> int | None:
    """The content behind a preposition that the cue governs; with `نقل … عن` it is a teller instead."""
    k = walk.k
    text = scene.text(k)
    preposition = PREPOSITIONS.get(text, "")
    if k in scene.phrases and any(hit.row["lemma"] == "على لسان" for hit in scene.phrases[k]):
        return None  # `أكدت النقابة، على لسان رئيسها، تمسكها ب`
    if text == "علي" and scene.text(k + 1) == "الرغم" and scene.text(k - 1) in COMMAS:
        walk.k = next_comma(scene, k, hi)  # `أكد الوزير، على الرغم من الخلاف، أن`
        return None
    if text == "لو" and text in takes.alone and k + 1 < hi:
        return scene.tokens[k + 1].start  # `تمنى لو يعود`
    if of_him(scene, k, takes):
        walk.k, walk.same = k + 1, True
        for hit in scene.forms.get(k + 1, ()):
            if hit.row["class"] == "noun":
                own_noun(walk, hit, k + 1)
        return None
    of_whom = _OF_WHOM.get(text, "")
    of_whom = of_whom if of_whom and past_calling(scene, k) > k else ""
    if takes.relays and (learnt_at(scene, k, takes) or takes.relays in (preposition, of_whom)):
        walk.k = k + (not of_whom)
        if not teller(scene, walk, hi):
            walk.k = k
        return None
    told = walk.inner is not None or (text == "من" and takes.relays and walk.after)  # `نقلت عن مسؤول من أن`
    if told and preposition and is_that(scene, k + 1) and k + 2 < hi:
        return scene.tokens[k + 2].start  # `عن X تنبيهه إلى أن`
    if walk.inner is not None and takes.renews:
        takes = governs(walk.inner)
    if preposition and preposition in takes.prepositions and k + 1 < hi:
        if is_that(scene, k + 1) and k + 2 < hi:
            return scene.tokens[k + 2].start
        pointing = scene.text(k + 1) == "ذلك" and not takes.judges
        if scene.text(k + 1) in {"القول", "التاكيد"} and is_that(scene, k + 2) and k + 3 < hi:
            return scene.tokens[k + 3].start  # `شدد على القول إنه`
        if (preposition in takes.alone or loose) and not pointing and not _of_subject(scene, k, hi):
            return scene.tokens[k + 1].start if takes.hearer == "obj" else _voiced(scene, k + 1, hi, walk)
    if preposition and preposition in takes.hearer.split() and k + 1 < hi:
        asked = frozenset({"obj", "ب"}) & takes.alone if clause_ahead(scene, k + 1, hi) is None else frozenset()
        end = max(noun_phrase(scene, k + 1, hi, asked), k + 1)
        quoted = (j for j in range(k + 2, end) if asked and j in scene.quotations and _whole(scene, j - 1))
        walk.k, walk.heard = next(quoted, end), "obj" in asked  # `طلب من الموظفين "الصبر"`
        return None
    if with_ba(scene, k) and "ب" in (*takes.hearer.split(), *takes.alone, *(takes.soft if loose else ())):
        return _behind_ba(scene, walk, hi, takes)
    if (
        "ل" in takes.alone and with_lam(scene, k) and not _in_aside(scene, k, takes)
    ):  # `دعا الشركات لاتخاذ الإجراءات`; `لرد` is no word of `للرد`
        return scene.tokens[k].start + (scene.text(k)[:2] != "لل")
    return None


def _behind_ba(scene: Scene, walk: Walk, hi: int, takes: Governs) -> int | None:
    """`(طالب) بتأجيل الجلسة`: the content behind a ب, which may be of the subject (`النائب بالبرلمان`), of a hearer."""
    k = walk.k
    if "ب" in takes.hearer.split():  # `أهاب بالسائقين توخي الحذر`
        walk.k, walk.heard = k + 1, "obj" in takes.alone
        while scene.text(walk.k).startswith(("ال", "وال")) and (
            deed_at(scene, walk.k) is None or scene.text(walk.k + 1) in OPENING
        ):
            walk.k += 1
        return None
    that = clause_ahead(scene, k, hi) if "أن" in takes.alone else None
    that = None if that is not None and _goes_on_saying(scene, k, that) else that
    in_subject = (that is not None and not conditional(scene, that, alike=True)) or _of_participle(scene, k, hi)
    in_subject = in_subject or _of_place(scene, k, hi, takes) or (scene.in_name(k) and k not in scene.mentions)
    in_subject = in_subject or ("colon" in takes.alone and colon_ahead(scene, k, hi) is not None)
    return scene.tokens[k].start + 1 if not in_subject else None


def _in_aside(scene: Scene, k: int, takes: Governs) -> bool:
    """`دعت الرابطة، المنضوية تحت لواء الاتحاد العربي للشغل، إلى المقاطعة`: what is governed stands behind it."""
    close = next_comma(scene, k, min(k + 6, len(scene.tokens)))
    opened = any(scene.text(j) in COMMAS for j in range(max(k - 8, scene.sentence_start(k)), k))
    return opened and scene.text(close) in COMMAS and PREPOSITIONS.get(scene.text(close + 1)) in takes.alone


def learnt_at(scene: Scene, k: int, takes: Governs) -> bool:
    """`علم [لدى مصالح الولاية] أن`: at k, of which body something is learnt; but `علمت الفرقة لدى وصولها أن`."""
    bodies = any(hit.row["kind"] in _BODIES for hit in scene.heads.get(k + 1, ()))
    return takes.relays == "من" and scene.text(k) == "لدي" and (bodies or k + 1 in scene.mentions)


_BODIES = ("official_body", "organization", "anonymous")


def _whole(scene: Scene, i: int) -> bool:
    """`الموظفين`, `جمهورها`: a word that closes who is told of."""
    return scene.text(i).startswith("ال") or scene.written(i).endswith(("ها", "هم", "ه"))


def asked_with(scene: Scene, k: int, takes: Governs, start: int) -> int | None:
    """`دعا الأطراف بمواصلة الحوار للتوصل إلى اتفاق`: a deed with ب right behind whom somebody urges or calls on."""
    if takes.hearer != "obj" or "ب" in takes.alone or not {"إلى", "على"} & takes.alone:
        return None
    if k == start or not with_ba(scene, k):
        return None
    deed_there = scene.text(k)[1:] in _ASKED or deed(scene.text(k)[1:].removeprefix("ال")) is not None
    heard = scene.text(k - 1).startswith("ال") or scene.text(k - 1) in {"كافه", "جميعا"} or scene.in_name(k - 1)
    together = scene.text(k).removeprefix("بال").removeprefix("ب") in _TOGETHER
    return scene.tokens[k].start + 1 if deed_there and heard and not together else None


def _of_place(scene: Scene, k: int, hi: int, takes: Governs) -> bool:
    """`واصفا مشاريع البلدية بمدينة المنارة بـ«النوعية»`: the ب of what is named is the one before the quotation."""
    if takes.hearer or takes.alone != {"أن", "ب"} or scene.text(k) == "ب":
        return False
    later = (j for j in range(k + 1, min(k + 6, next_comma(scene, k, hi))) if scene.text(j) == "ب")
    return any(scene.text(j + 1) in OPENING for j in later)


_OF_WHOM = {"عمن": "عن", "عما": "عن", "ممن": "من", "مما": "من"}
_ASKED = frozenset("ضروره سرعه اهميه عدم مزيد".split())
_TOGETHER = frozenset("تعاون تنسيق مشاركه حضور رعايه دعم تكليف دعوه توجيه قرار".split())


def _goes_on_saying(scene: Scene, k: int, that: int) -> bool:
    """`طالبت المتحدثة بإدراج السجناء، مذكرة بأن`: أن belongs to a participle behind a comma."""
    behind = (j for j in range(k + 1, that + 1) if scene.text(j - 1) in COMMAS)
    return any(hit.row["class"] == "participle" for j in behind for hit in scene.forms.get(j, ()))


def _of_subject(scene: Scene, k: int, hi: int) -> bool:
    """`أكد المشرف على البرنامج أن`, `حذر باحثون من الجامعة من أن`: the preposition is of the subject, or of where it
    was told."""
    if k + 1 in scene.media and scene.text(k + 1).endswith(("ه", "ها", "هم")):  # `نشرته على حسابها في X أن`
        told = (scene.text(j) == scene.text(k) or is_that(scene, j) for j in range(k + 2, min(k + 12, hi)))
        return any(told)
    if scene.text(k) == "الي" and scene.text(k - 1) in {"به", "بها"} and scene.text(k - 2) in _GAVE:
        return True  # `يشير السكان في شهادات أدلوا بها إلى «الأفق» إلى رؤيتهم`
    charge = scene.text(k - 1 - (scene.text(k - 1) == "العام"))
    if without_and(charge) in _IN_CHARGE:
        again = any(scene.text(j) == scene.text(k) for j in range(k + 2, min(k + 6, next_comma(scene, k, hi))))
        return again or clause_ahead(scene, k + 1, hi) is not None  # `شكر القائمين على المعرض على جهودهم`
    if scene.text(k) == "من" and is_that(scene, noun_phrase(scene, k + 1, hi)):
        return True  # `يخشى محللون يتابعون السوق من سنغافورة أن`
    near = range(k + 1, min(k + 24, next_comma(scene, k, hi) - 1))
    cue = next((j for j in near if j in scene.forms), hi)
    again = any(scene.text(j) == scene.text(k) and is_that(scene, j + 1) for j in near if j < cue)
    return again or _away_from(scene, k)


def _away_from(scene: Scene, k: int) -> bool:
    """`نيابة عن زملائه`, `بعد غيابه عن الملاعب`, `بعد مرور عام عن افتتاحه`: a noun before عن that governs it itself."""
    if scene.text(k) != "عن":
        return False
    passed = scene.text(k - 1) in _SPANS or any(scene.text(j) == "مرور" for j in range(k - 4, k - 1))
    return passed or _AWAY.fullmatch(scene.text(k - 1)) is not None or scene.text(k - 2) in _ABSENT


_GAVE = frozenset("ادلي ادلت ادلوا يدلي تدلي بعث بعثت بعثوا تقدم تقدمت".split())
_AWAY = re.compile("(?:با?ل?)?نيابه|بعيدا|بعيده|عوضا|فضلا|بمعزل|(?:غياب|ابتعاد|انقطاع|عزوف|تخلف|تخلي|بعد)(?:ه|ها|هم)?")
_ABSENT = frozenset("غياب ابتعاد انقطاع".split())  # `بعد غياب طويل عن`
_SPANS = frozenset("مرور مضي".split())


_IN_CHARGE = frozenset("المشرف المشرفه القائم القائمون القائمين".split())


def _of_participle(scene: Scene, k: int, hi: int) -> bool:
    """`طالب المدرب المهتم بالفئات السنية بتوفير الملاعب`: ب belongs to a participle, and another one follows."""
    if scene.text(k) == "ب" or scene.text(k).startswith("بالا"):
        return False  # `اتهم أصحاب المصانع بالاتجار بالبشر`
    before, comma = scene.text(k - 1), next_comma(scene, k, min(k + 4, hi))
    if comma < min(k + 4, hi) and with_ba(scene, comma + 1):
        return True  # `أشاد الإعلامي بدر الراوي، بالمشروع`
    if own_words(scene, k) and (is_that(scene, k + 1) or scene.text(k + 1) == ":" or scene.text(k + 1) in OPENING):
        return True  # `وصف الحالة بقوله: …`: the noun is the cue
    if not before.startswith(("الم", "والم")) or scene.in_name(k - 1):
        return False
    near = range(k + 1, min(k + 9, next_comma(scene, k, hi)))
    own = deed(scene.text(k)[1:]) is not None  # `طالب رئيس لجنة المرافق بإصلاح الطريق ودعم المزارعين بالمال`
    return any(with_ba(scene, j) and not (own and deed(scene.text(j)[1:]) is None) for j in near)


_FEARED = re.compile(r"(?:خشي[تة]|تخوف|تخوفات|مخاوف|خوف)(?:ه|ها|هم)")


def _voiced(scene: Scene, k: int, hi: int, walk: Walk) -> int:
    """`أعرب عن أمله في أن …`, `عبر عن اعتقاده أن …`: the noun tells the stance, and what it governs is the content."""
    feeling = next((hit.row for hit in scene.feelings.get(k, ())), None)
    if feeling is not None:
        walk.inner = feeling
        near = range(k + 1, min(k + 3, hi - 1))  # `عن إعجابهم بالمعرض وأنه …` tells both
        ahead = next((j for j in near if is_that(scene, j) and scene.text(j)[:1] != "و"), None)
        if ahead is not None:
            return scene.tokens[ahead + 1].start
        if _FEARED.fullmatch(scene.text(k)) and scene.text(k + 1) == "من" and k + 2 < hi:
            return scene.tokens[k + 2].start  # `معربا عن خشيته من ضياع الأموال`
        if scene.text(k).startswith(("امل", "امال")) and scene.text(k + 1) == "في" and k + 2 < hi:
            return scene.tokens[k + 2].start  # `أعرب عن أمله في عودة الوفد`
    return scene.tokens[k].start

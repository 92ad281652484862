"""What may stand inside a noun phrase: adjectives that agree, second titles, purposes, who issued what."""

from __future__ import annotations

import re

from musnad.stages.attribution.nouns.pronouns_within import sides_with
from musnad.stages.attribution.page.deeds import deed, with_lam
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import finite, is_that, role, with_ba
from musnad.verbs import verb

__all__ = [
    "another_body",
    "belongs",
    "body_at",
    "counts",
    "for_a_deed",
    "further_verb",
    "governing",
    "in_capital",
    "in_region",
    "outlet_told",
    "own_words",
    "public",
    "purpose",
    "said_again",
    "so_that",
    "speaks",
    "unnamed",
]

_FIELDS = frozenset(
    "كره شؤون شئون حقوق علوم بحوث ابحاث خدمات صناعه طيران رعايه تحليه شباب طاقه قطاع منطقه محافظه مدينه "
    "برامج مشاريع عمليات اعمال موارد استثمار جمرك ميناء مطار دراسات استشارات ثقافه فنون اداب تراث اسره طفل".split()
)
# `البوابة العربية للأخبار`, `مركز المدى للدراسات`
_PRESS = frozenset("للاخبار للانباء للاعلام للدراسات للابحاث للبحوث للتنميه للصحافه للنشر للاستشارات للانتاج".split())


def public(scene: Scene, first: int) -> bool:
    """Whether a phrase's head names people: `المعتصمون أمام السفارة`."""
    return any(hit.row["kind"] == "public" for hit in scene.heads.get(first, ()))


def unnamed(scene: Scene, first: int) -> bool:
    """`مصدر قضائي`: a word for somebody whom no name follows."""
    return any(hit.row["class"] == "unnamed" for hit in scene.heads.get(first, ()))


def outlet_told(scene: Scene, first: int, i: int) -> bool:
    """`أبلغ مصدر مطلع وكالة «المرافئ» أن`: behind an unnamed source and its adjective an outlet is who was told."""
    outlet = any(
        hit.row["kind"] in ("outlet", "agency") and hit.start == scene.tokens[i].start for hit in scene.heads.get(i, ())
    )
    quoted = i in scene.quotations and scene.is_name(i) and not scene.text(first).startswith("ال")
    if quoted and i > first + 2 and first not in scene.mentions and scene.text(i - 1).startswith("ال"):
        return is_that(scene, scene.quotations[i][0].last)  # `أبلغ صاحب فرن شملته الحملة «المرفأ» بأن`
    if quoted and unnamed(scene, first) and role(scene.text(i - 1)) == "":
        return is_that(scene, scene.quotations[i][0].last)  # `أبلغ مصدر أمني «المرفأ» بأن`
    closed = scene.text(i - 1).startswith("ال") and i - 1 not in scene.quotations  # `أبلغت الجمارك التونسية وكالة X أن`
    return outlet and (closed or (i > first + 1 and unnamed(scene, first))) and role(scene.text(i - 1)) == ""


def purpose(scene: Scene, i: int) -> bool:
    """`المديرية العامة لمكافحة المخدرات`, `الاتحاد السعودي لكرة القدم`: what a body or an office is for."""
    text = scene.text(i)
    if text[:1] != "ل" or i in scene.times:
        return False
    return text[1:] in _FIELDS or deed(text[1:]) is not None or text in _PRESS


def of_paper(scene: Scene, first: int, i: int) -> bool:
    """`التقرير الشهري لسوق العمل`, `البيان الختامي للقمة`, `الصفحة الرسمية لوزارة`: behind a paper or an
    account and its adjective, whose it is."""
    text = scene.text(i)
    if i == first + 2 and scene.text(i - 1).removeprefix("ال") in {"رسمي", "رسميه"} and _account(scene, first):
        return text[:1] == "ل" and len(text) > 1
    if i != first + 2 or text[:1] != "ل" or len(text) < 4 or i in scene.times or i in scene.mentions:
        return False
    if not any(hit.row["kind"] == "document" for hit in scene.heads.get(first, ())):
        return False
    pair = scene.text(first).startswith("ال") == scene.text(i - 1).startswith("ال")
    told = any(hit.row["kind"] in ("outlet", "agency", "person") for hit in scene.heads.get(i, ()))
    return pair and not told and role(text) == "" and not finite(scene, i)


def _account(scene: Scene, first: int) -> bool:
    return any(hit.row["form"].startswith(("حساب", "صفحة")) for hit in scene.heads.get(first, ()))


def counts(scene: Scene, i: int) -> bool:
    """`العديد`, `عدد`, `ثلاثة`: a quantifier; what it counts follows."""
    return role(scene.text(i)) == "quantifier" or any(
        hit.row["class"] == "quantifier" for hit in scene.heads.get(i, ())
    )


def said_again(scene: Scene, i: int) -> bool:
    """`جدد الوزير التأكيد على`, `ختم الوزير بالقول:`: a noun of saying with what it governs is not of the subject."""
    if i not in scene.forms or not scene.text(i).startswith(("ال", "بال")):
        return False
    nouns = (h for h in scene.forms[i] if h.row["class"] == "noun" and h.row["article"])
    opens = is_that(scene, i + 1) or scene.text(i + 1) in {"علي", ":"} or scene.text(i + 1) in OPENING
    body = any(hit.end == scene.tokens[i].end for hit in scene.heads.get(i, ()))  # `محامي الادعاء على`
    return any(nouns) and opens and not body


def belongs(scene: Scene, i: int) -> bool:
    """`[الناطق] لمديرية الطرق بمنطقة الساحل`: the body or the place of an office, named whole."""
    if in_region(scene, i):
        return True
    mention = scene.mentions[i][1]
    written_on = scene.text(i)[:1]
    if written_on == "ل" and sides_with(scene.text(i - 1)):
        return True
    return mention.type == "ORG" and written_on in ("ل", "ب") and scene.clitic_on_name(i)


def in_capital(scene: Scene, i: int) -> bool:
    """`سكان العاصمة الليبية طرابلس`: the name of the capital told of right before token i."""
    capital = i - 1 - (i - 1 in scene.nations)
    return i in scene.mentions and scene.mentions[i][1].type == "GPE" and scene.text(capital).endswith("العاصمه")


def in_region(scene: Scene, i: int) -> bool:
    """`مدير النقل بمنطقة الساحل`, `رئيس المجلس البلدي بالقطيف بضرورة`: of the office, and not what the verb governs."""
    place = scene.mentions.get(i)
    if place is not None and place[1].type == "GPE" and with_ba(scene, i) and with_ba(scene, place[0].last):
        return True
    holder = scene.mentions.get(place[0].last) if place is not None and place[1].type == "ORG" else None
    if holder is not None and holder[1].type == "PER" and with_ba(scene, i):
        return True  # `رئيس اللجنة بغرفة الساحل سالم الناجي`
    named = next((scene.mentions[j][1].type for j in (i, i + 1) if j in scene.mentions), "")
    return scene.text(i) in _REGIONS and named in ("GPE", "LOC")


_REGIONS = frozenset("بمنطقه بمحافظه بمدينه بولايه بقضاء بمديريه بقريه ببلده".split())


def own_words(scene: Scene, i: int) -> bool:
    """`قوله`, `بتأكيدها`: a noun of saying with a pronoun."""
    if i not in scene.forms:
        return False
    token = scene.tokens[i]
    pronoun = token.text.endswith(("ه", "ها", "هم", "هما", "هن"))
    nouns = (hit for hit in scene.forms[i] if hit.row["class"] == "noun")
    return pronoun and any(
        hit.start == token.start + (token.text[0] == "ب" and hit.row["form"][:1] != "ب") and hit.end < token.end
        for hit in nouns
    )


def speaks(scene: Scene, i: int) -> bool:
    """Whether token i reads as a finite verb or participle of attribution, or as any verb in the future."""
    found = verb(scene.text(i)) if scene.text(i)[:2] in ("سي", "ست") else None
    if found is not None and found.tense == "future" and not (found.alike or scene.in_name(i)):
        return True  # `وبحسب شهود سيرحل السكان`
    if i not in scene.forms or any(hit.end > scene.tokens[i].start for hit in scene.heads.get(i - 1, ())):
        return False  # `استطلاع رأي`, one word for both
    return any(
        (hit.row["class"] in ("perfect", "imperfect", "passive") and not hit.row.get("risk"))
        or (hit.row["class"] == "participle" and scene.text(i).endswith("ا"))
        for hit in scene.forms[i]
    )


def body_at(scene: Scene, i: int) -> bool:
    """Whether a body, an organization or a state begins at token i, with nothing written before it; no family."""
    if scene.written(i) == "آل" or in_capital(scene, i):
        return False
    if i in scene.mentions:
        mention = scene.mentions[i][1]
        bare = mention.span.start == scene.doc.span(*scene.tokens[i][:2]).start
        return bare and mention.type in ("ORG", "GPE")
    kinds = ("official_body", "organization", "state")
    return any(hit.row["kind"] in kinds and hit.start == scene.tokens[i].start for hit in scene.heads.get(i, ()))


def another_body(scene: Scene, i: int) -> bool:
    """`وزارة النقل وبلدية المنارة`, `مصر ودول الخليج`, `الإدارة وأعضاء الشرف`: a second body, or those of one, that و
    joins to the first; `وزير الخارجية وشؤون المغتربين`: a second charge."""
    charge = scene.text(i)[1:] if scene.text(i)[:1] == "و" else ""
    minister = any(_MINISTER.fullmatch(scene.text(j)) for j in (i - 2, i - 3))
    if minister and (charge in _FIELDS or deed(charge) is not None):
        return scene.text(i - 1).startswith("ال") and scene.text(i + 1).startswith("ال")
    hits = scene.heads.get(i, ()) if scene.text(i)[:1] == "و" and i not in scene.mentions else ()
    if not hits:
        return False
    joined = [hit.row for hit in hits if hit.start == scene.tokens[i].start + 1 and hit.end == scene.tokens[i].end]
    theirs = scene.text(i + 1).startswith("ال")
    many = theirs and any(row["kind"] in ("person", "public") and row["number"] == "many" for row in joined)
    return many or any(row["kind"] in ("official_body", "organization", "state") for row in joined)


_MINISTER = re.compile("(?:ال)?(?:وزيره?|وزاره)")


def further_verb(scene: Scene, i: int) -> bool:
    """`تمازحه وتقول وتطلب منه`: a verb joined to the one before."""
    if scene.text(i)[:1] not in ("و", "ف"):
        return False
    forms = (hit for hit in scene.forms.get(i, ()) if hit.start > scene.tokens[i].start and not hit.row.get("risk"))
    told = any(hit.row["class"] in ("perfect", "imperfect") for hit in forms)
    title = any(hit.start == scene.tokens[i].start for hit in scene.heads.get(i, ()))  # `ولي العهد`
    named = i in scene.mentions and not scene.clitic_on_name(i)  # `فتحي`
    return not named and (told or (finite(scene, i) and not title))


def for_a_deed(scene: Scene, i: int) -> bool:
    """`لمواجهة`, `لإطلاق`: what something is for."""
    return with_lam(scene, i) and deed(scene.text(i)[1:]) is not None and not scene.text(i).startswith("لل")


def so_that(scene: Scene, i: int) -> bool:
    """`ليعلم اللصوص أن`, `لتطمئن العائلات`: a verb that says what something is done for."""
    word = scene.text(i)
    found = verb(word[1:]) if word[:1] == "ل" and word[1:2] in ("ي", "ت", "ن") and len(word) > 4 else None
    verbal = found is not None and found.tense == "imperfect" and not found.alike
    return verbal and not (scene.in_name(i) or i in scene.heads)


_GOVERNING = re.compile("ال(?:معني|مهتم|مكلف|خاص|مختص|متخصص|منوط|متعلق|مرتبط|مولع|مطلع|وارد)(?:ه|ون|ين|ات)?")


def governing(scene: Scene, i: int, stop: int | None = None) -> bool:
    """`(الجمعية) المعنية بحقوق الطفل [بسن قانون]`: an adjective at i that takes the ب behind it; with `stop`, where
    another ب, a deed (`المعنية بالنقل زيادة الرسوم`) or أن stands before that token."""
    takes = with_ba(scene, i + 1) and _GOVERNING.fullmatch(scene.text(i)) is not None
    return takes and (stop is None or any(_goes_on_by(scene, j) for j in range(i + 2, min(i + 8, stop))))


def _goes_on_by(scene: Scene, j: int) -> bool:
    """Whether what a verb governs may begin at token j: a ب, a deed without the article, أن."""
    word = scene.text(j)
    deeds = deed(word) is not None and not word.startswith(("ال", "و")) and scene.text(j - 1).startswith(("ال", "بال"))
    return with_ba(scene, j) or deeds or is_that(scene, j)

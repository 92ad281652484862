"""Whom a verb of saying addresses, and when it was said, before its subject comes or instead of it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.attribution.nouns.heads import head
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.nouns.titles import clause_ahead
from musnad.stages.attribution.page.deeds import deed_at
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, finite, is_that, next_comma, role, with_ba
from musnad.stages.attribution.speakers.demanded import demanded_of
from musnad.stages.attribution.speakers.past_hearers import TELLING
from musnad.stages.attribution.transmitters.agreement import agreement, fits_phrase
from musnad.text import fold

__all__ = [
    "addressed",
    "addressed_by",
    "past_addressed",
]


def addressed(scene: Scene, hit: Hit, source: Place) -> bool:
    """`وحث جميع الأطراف على`, `ودعا المواطنين إلى`, `وطالب الوزارة ب`: whom the verb addresses, alone behind it."""
    row, word = hit.row, scene.text(source.first)
    owned = scene.written(source.first).endswith(("ه", "ها", "هم"))
    theirs = owned and word not in _HONOURED and source.first not in scene.mentions  # but `عبدالله`
    if (row["lemma"] in _SPEAKS_TO and theirs) or (
        row["lemma"] in TELLING and owned and word.endswith(("يه", "يها", "يهم"))
    ):
        return True  # `وخاطبت زملاءها`, `أبلغ مساعديه أن`: whose they are
    whole = hit.end == scene.tokens[scene.index(hit.start)].end
    if row["number"] == "many" and row["class"] in ("perfect", "imperfect") and whole:
        return not word.endswith("ون")  # `ويطالبون البلدية ب`, `ويتهمون ضباط القيادة`
    if (
        row["class"] not in ("perfect", "imperfect")
        or row["number"] != "one"
        or hit.end < scene.tokens[scene.index(hit.start)].end
    ):
        return False
    many = any(h.row["number"] == "many" for h in scene.heads.get(source.first, ()))
    if _same_subject(scene, scene.index(hit.start)):
        return True
    if (_goes_on(scene, hit) and demanded_of(scene, hit, source)) or _does_both(scene, hit, source):
        return True
    if row["lemma"] == "ناشد" and many and word.startswith("ال") and _tied(scene, scene.index(hit.start)):
        return _asked_at(scene, source.first + 1)  # `وناشد الأهالي العودة إلى بيوتهم`
    if row["lemma"] == "حمّل":
        return _burdened(scene, source)
    if word == "الجميع" or (word in _ALL and row["lemma"] != "طالب" and not _each(scene, row, source)):
        return True
    if many and _accusative(scene, source):
        return True
    if many and row["gender"] == "f" and _of_men(scene, source):
        return True  # `ودعت العلماء إلى`, `وطالبت الصيادلة ب`, `وتنصح مرضى القلب ب`: no verb of theirs
    if (
        row["lemma"] in _ORDERS | {"ناشد", "حذّر"}
        and _goes_on(scene, hit, too=True)
        and _many_known(scene, source, many)
    ):
        return clause_ahead(scene, source.first, source.last) is None
    spoken_of = row["lemma"] in _WHOM or scene.written(source.first).endswith(("اً", "ًا"))
    urged = row["lemma"] in _URGE and _tied(scene, scene.index(hit.start)) and _many_known(scene, source, many)
    spoken_of = spoken_of and (_goes_on(scene, hit) or _accused(scene, row, source) or urged)
    if spoken_of and _governed_next(scene, source.last):
        return True
    found = head(scene, source)
    if found is None and word.startswith("ال") and word.endswith("ين"):
        told = row["lemma"] in _ORDERS and len(word) > 7 and source.first not in scene.mentions
        if told or scene.nations.get(source.first):
            return True  # `ودعا الفلسطينيين إلى`, `ودعت الراغبين إلى`
    if found is None:
        named = scene.mentions.get(source.first)
        return named is not None and named[1].type == "GPE" and row["gender"] == "m" and word not in _MASCULINE
    if row["lemma"] in _ORDERS and many and word.startswith("ال") and found.row["kind"] in ("public", "state"):
        return not word.endswith("ون") and clause_ahead(scene, source.first, source.last) is None
    things = found.row["kind"] not in ("person", "public", "experts") and agreement(scene, source) == ("f", "one")
    single = found.row["number"] == "one" or things  # `اتهم جهات مسؤولة ب`
    return single and not fits_phrase(scene, row, source)


def _accusative(scene: Scene, source: Place) -> bool:
    """`(ودعا) المواطنين إلى`, `(وحث) مهندسي المشروع على`, `(واتهم) وزراء إسرائيليين`: many, whom the verb is not of."""
    word = scene.text(source.first)
    if word.startswith("ال") and word.endswith("ين"):
        return True
    if word.endswith("ي") and any(f"{word}ن" in _forms(hit) for hit in scene.heads.get(source.first, ())):
        return True
    later = map(scene.text, range(source.first + 1, source.last))
    return any(adjective.endswith("يين") and not adjective.startswith("ال") for adjective in later)


def _goes_on(scene: Scene, hit: Hit, *, too: bool = False) -> bool:
    """`…، ودعا النواب إلى`, `…»، وحث أصحاب المخابز على`: joined behind a comma, what a speaker says further.

    `too`: also `كما تنصح أصحاب المزارع ب`.
    """
    i = scene.index(hit.start)
    before = (one.row for j in range(scene.sentence_start(i), i) for one in scene.forms.get(j, ()))
    alike = any(row.get("gender") == hit.row["gender"] for row in before)
    joined = hit.start > scene.tokens[i].start and scene.text(i)[:1] == "و" and scene.text(i - 1) in COMMAS
    return alike and (joined or (too and scene.text(i - 1) == "كما"))


def _does_both(scene: Scene, hit: Hit, source: Place) -> bool:
    """`الوزارة تنفي ذلك وتتهم الشركة ب`: a second present right behind the first, with no comma, is of the same one."""
    i = scene.index(hit.start)
    if hit.row["class"] != "imperfect" or hit.start != scene.tokens[i].start + 1 or scene.text(i)[:1] != "و":
        return False
    for j in range(i - 1, max(scene.sentence_start(i), i - _BOTH) - 1, -1):
        if scene.text(j) in COMMAS or is_that(scene, j):
            return False
        if any(one.row["class"] == "imperfect" for one in scene.forms.get(j, ())):
            alike = any(one.row["gender"] == hit.row["gender"] for one in scene.forms[j])
            return alike and _governed_next(scene, source.last) and not scene.names_in(source, "PER")
    return False


_BOTH = 9  # words from the one verb to the other


def _each(scene: Scene, row: Mapping[str, str], source: Place) -> bool:
    """`حثت كل من تونس وموريتانيا الأطراف على`: each of two speaks, where whom they address still comes."""
    several = row["lemma"] != "ناشد" and scene.text(source.first + 1) == "من" and not finite(scene, source.first + 2)
    return several and not _governed_next(scene, source.last)


def _accused(scene: Scene, row: Mapping[str, str], source: Place) -> bool:
    """`كما اتهم حزب النهر بالتقصير`: who stands alone before what is laid against him."""
    named = bool(scene.names_in(source, "PER"))  # `اتهم المدير سامي الراوي مضربين بإحراق المخزن`
    also = scene.text(source.first - 2) == "كما" and scene.text(source.last)[:3] == "بان"  # `كما اتهم حزب X بأن`
    alone = also or (with_ba(scene, source.last) and not named)
    return row["lemma"] == "اتّهم" and row["class"] == "perfect" and alone


def _governed_next(scene: Scene, k: int) -> bool:
    """Whether a preposition stands behind the one phrase: `، وحث المجلس على`, `، واتهم دولا غربية، لم يسمها، بـ`."""
    after = next_comma(scene, k + 1, k + 6) + 1 if scene.text(k) in COMMAS else k
    behind = {k + (after > k), after}
    return scene.text(k)[:3] == "بان" or any(with_ba(scene, j) or role(scene.text(j)) == "preposition" for j in behind)


# These speak of somebody: without an object they are not said.
_URGE = ("حثّ", "حضّ")  # `وحث رواد الأعمال على`
_WHOM = (*_URGE, "اتّهم", "شكر")


def _of_men(scene: Scene, source: Place) -> bool:
    """`المواطنين`, `الوزراء`, `مرضى القلب`: known men, of whom no verb in the feminine is said; not `الجماهير`."""
    word, after = scene.text(source.first).removeprefix("ال"), scene.text(source.first + 1)
    people = any(hit.row["kind"] in ("public", "person", "experts") for hit in scene.heads.get(source.first, ()))
    known = scene.text(source.first) != word or (source.last > source.first + 1 and after.startswith("ال"))
    return people and known and not word.endswith("ات") and word not in _HERS


_HERS = frozenset("اسر جماهير عوائل نساء اصوات كوادر ضحايا فعاليات بعض اهل اهالي جميع ناس ساكنه".split())


def _many_known(scene: Scene, source: Place, many: bool) -> bool:
    """`النواب`, `أصحاب المخابز`, `المنشآت`: many that the reader knows; not `خبراء`, `المراقبون`."""
    word, after = scene.text(source.first), scene.text(source.first + 1)
    whole = word.startswith("ال") or (after.startswith("ال") and not role(after))
    return whole and not word.endswith("ون") and (many or (word.startswith("ال") and word.endswith("ات")))


def _past_others(scene: Scene, k: int) -> int:
    """Behind somebody addressed, past those who are addressed with them: `حث المنشآت وأصحاب المخابز على`."""
    while scene.text(k)[:3] == "وال" or (scene.text(k)[:1] == "و" and k in scene.heads):
        k += 1
        while scene.text(k).startswith("ال") and not role(scene.text(k)):
            k += 1
    return k


def past_addressed(scene: Scene, hit: Hit, addressee: Place) -> int:
    """Where what somebody is told begins: at himself where he is burdened, else behind him."""
    if hit.row["lemma"] == "ناشد" and _asked_at(scene, addressee.first + 1):
        return addressee.first + 1
    return addressee.first if hit.row["lemma"] == "حمّل" else _past_others(scene, addressee.last)


def _asked_at(scene: Scene, k: int) -> bool:
    """`(الأهالي) العودة إلى بيوتهم`, `(الأمهات) عدم الخوف`: what they are asked begins at k."""
    return deed_at(scene, k) is not None or scene.text(k) == "عدم"


def _tied(scene: Scene, i: int) -> bool:
    return scene.text(i)[:1] == "و" or scene.text(i - 1) in COMMAS


def _same_subject(scene: Scene, i: int) -> bool:
    """`وإذ أكد الرئيس أن …، دعا الوزراء إلى`: behind such a clause its subject goes on, and calls on others."""
    return scene.text(i - 1) in COMMAS and scene.text(scene.sentence_start(i)) in {"واذ", "بعدما", "وبعدما"}


def _burdened(scene: Scene, source: Place) -> bool:
    """`وحمّل الاتحاد مسؤولية الخسارة`: all that stands before the burden; but `حمّل التقرير المسؤولية لثلاثة`."""
    blame, word = scene.text(source.last), scene.text(source.first)
    another = any(scene.text(i) in OPENING for i in range(source.first + 1, source.last)) or word.endswith("ون")
    whose = blame.startswith("ال") and (scene.text(source.last + 1)[:1] == "ل" or scene.text(source.last + 1) == "علي")
    return _BLAME.fullmatch(blame) is not None and not (another or whose)


def _forms(hit: Hit) -> frozenset[str]:
    return frozenset(map(fold, hit.row["form"].split("|")))


# Who is told to by these is told by somebody else: `ودعت الحكومات إلى`, `ونصح المرضى ب`.
_ORDERS = frozenset("حثّ حضّ دعا نصح أمر أوصى نبّه توعّد وجّه".split())
_HONOURED = frozenset("سموه سموها معاليه معاليها سعادته سعادتها فضيلته سماحته سيادته جلالته فخامته دولته".split())
_SPEAKS_TO = frozenset("خاطب طمأن ناشد دعا حثّ حضّ أوصى نصح".split())
_MASCULINE = frozenset("لبنان العراق اليمن المغرب الاردن السودان الصومال الفاتيكان الكرملين".split())
_ALL = frozenset("جميع كافه كل الجميع المجتمع الاطراف".split())


# What somebody is burdened with.
_BLAME = re.compile("(?:ال)?(?:مس[ؤيو]+ليه|تبعات|تبعه|وزر|مغبه|عواقب|ذنب|نتائج)")


def addressed_by(scene: Scene, lo: int, at: int) -> Place | None:
    """`جلست إلى مزارع، فقال لي`: the person named right before the comma, behind a preposition."""
    if at - 2 <= lo or scene.text(at - 1) not in COMMAS or not scene.text(at).startswith("ف"):
        return None
    for i in range(at - 2, max(lo, at - 14), -1):
        if any(hit.row["kind"] in ("person", "public", "experts") for hit in scene.heads.get(i, ())):
            joined = role(scene.text(i - 1)) == "preposition" and noun_phrase(scene, i, at - 1) == at - 1
            return Place(i, at - 1) if joined else None
    return None

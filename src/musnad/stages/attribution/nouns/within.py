"""Prepositions inside a noun phrase: `مصدر في الشرطة`, `المسؤول عن الملف`; not `الوزير في تصريح`."""

from __future__ import annotations

import re

from musnad.stages.attribution.nouns.heads import many_so
from musnad.stages.attribution.nouns.modifiers import public
from musnad.stages.attribution.nouns.standing import stands
from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.unheard_of import unheard_of
from musnad.stages.attribution.page.words import is_that, role, with_ba

__all__ = ["ISSUED", "goes_on", "its_preposition", "within_body"]

_FOR = frozenset(
    (
        "الدفاع بالدفاع للدفاع المدافعه المدافعين المدافعون ممثل ممثله ممثلون ممثلين"
        " متحدث متحدثه المتحدث المتحدثه ناطق ناطقه الناطق الناطقه"
        " مندوب مندوبه نائب نائبه النائب النائبه موفد المسؤول المسؤوله المسؤولون المسيول المسول"
    ).split()
)
ISSUED = frozenset("صدر صدرت صادر صادره الصادر الصادره".split())  # `تقرير صدر عن المنظمة`
# `في معرض حديثه`, `في ذات الوقت`, `في ختام …`: said of the saying, not of the source.
_ASIDES = frozenset(
    "معرض ختام ذات الوقت سياق السياق السابق العدد ضوء اطار وقت هذا ذلك رد المقابل نهايه مستهل سؤال اسئله"
    " استفسار".split()
)
# `المختص في مجال المياه`: what somebody knows about.
_VERSED = tuple(
    f"{article}{word}" for article in ("", "ال") for word in "مختص متخصص خبير باحث محلل مستشار ناشط".split()
)
_BRANCHES = frozenset("مجال مجالات شؤون شئون قضايا قطاع علم علوم حقوق تاريخ".split())


_MEMBERS = frozenset("النائب النائبه نائبه النواب نواب العضو العضوه عضو مرشح المرشح المرشحه مرشحه المنتخب".split())
_SEATS = frozenset("دائره محافظه مدينه ولايه منطقه قضاء اقليم كتله".split())


def represents(scene: Scene, i: int) -> bool:
    """`النائب عن كتلة الوفاق`, `عضو لجنة الحوار عن الحزب`: for which body or place somebody sits; not `عن القرار`."""
    if scene.text(i) != "عن":
        return False
    near = range(i - 1, max(i - 5, -1), -1)
    sits = next((k for k in near if scene.text(k) in _MEMBERS or not scene.text(k).isalpha()), None)
    if sits is None or scene.text(sits) not in _MEMBERS:
        return False
    if any(k in scene.mentions and scene.mentions[k][1].type == "PER" for k in range(sits + 1, i)):
        return False
    named = i + 1 in scene.mentions and scene.mentions[i + 1][1].type in ("ORG", "GPE", "LOC")
    body = any(hit.row["kind"] in ("organization", "official_body") for hit in scene.heads.get(i + 1, ()))
    return named or body or scene.text(i + 1) in _SEATS


def its_preposition(scene: Scene, first: int, i: int) -> bool:
    """`المبعوثة الأممية [إلى] اليمن`, `المشرف التنفيذي [على] إدارة الكرة`: whether the preposition at i is a title's,
    where what the verb governs still comes."""
    text = scene.text(i)
    charged = any(scene.text(j).removeprefix("ال") in _CHARGED for j in (i - 1, i - 2) if j >= first)
    if text == "الي":
        place = i + 1 in scene.mentions and scene.mentions[i + 1][1].type in ("GPE", "LOC", "ORG")
        title = place and any(hit.row["form"].split("|")[0] in _SENT for hit in scene.heads.get(first, ()))
    else:
        body = any(hit.row["class"] in ("body", "organization") for hit in scene.heads.get(i + 1, ()))
        title = text == "علي" and charged and (body or scene.text(i + 1) in _IN_CHARGE)
        title = title or _STANDS_BY.get(text, "-") in scene.text(i - 1)  # `مطلعين على`, `مقرب من`
        title = title or (text == "عن" and scene.text(i - 1) == "الدفاع")  # `هيئة الدفاع عن المتهم`
    if text == "علي" and i > first and charged and _holder_behind(scene, i + 1):
        return True
    title = title or _whence(scene, first, i) or _on_line(scene, i) or represents(scene, i)
    if not (title or stands(scene, i)):
        return False
    ahead = range(i + 2, min(i + 14, len(scene.tokens)))
    stop = next((j for j in ahead if scene.text(j) in {".", "؛"}), ahead.stop)
    return any(scene.text(j) == text or is_that(scene, j) for j in range(i + 2, stop))


def _holder_behind(scene: Scene, i: int) -> bool:
    """`المشرف العام على [الملتقى الدكتور سامي الراوي]`: with what he is charged, right before who he is."""
    named = next((j for j in range(i + 1, i + 6) if scene.heads.get(j) or j in scene.mentions), i)
    title = any(hit.row["class"] == "person" and hit.row["number"] == "one" for hit in scene.heads.get(named, ()))
    named += title
    person = named > i and named in scene.mentions and scene.mentions[named][1].type == "PER"
    return person and all(scene.text(j).isalpha() and not role(scene.text(j)) for j in range(i, named))


def _whence(scene: Scene, first: int, i: int) -> bool:
    """`حذر سكان من حي الزيتون [من]`, `خبراء من الأمم المتحدة`: where somebody is from, by the من at token i."""
    if scene.text(i) != "من":
        return False
    people = {hit.row["class"] for hit in scene.heads.get(first, ())} & {"public", "unnamed", "experts", "person"}
    if not (people or many_so(scene.text(first))) or scene.text(first).startswith("ال"):
        return False
    ahead = i + 1 + (scene.text(i + 1) in {"داخل", "سكان", "ابناء", "اهالي"})
    named = ahead in scene.mentions and scene.mentions[ahead][1].type in ("GPE", "LOC", "ORG")
    bodies = ("body", "organization", "state", "agency")
    body = any(hit.row["class"] in bodies for hit in scene.heads.get(ahead, ()))
    return named or body or scene.text(ahead).removeprefix("ال") in _TOWNS or ahead > i + 1


def within_body(scene: Scene, first: int, i: int, stop: int) -> bool:
    """`طالب مسؤول [بالحكومة] بوقف العمل`: where somebody sits, before the deed that the verb governs."""
    people = {hit.row["class"] for hit in scene.heads.get(first, ())} & {"unnamed", "experts", "person"}
    bodies = ("body", "organization", "state")
    named = i in scene.mentions and scene.mentions[i][1].type == "ORG"
    body = named or any(hit.row["class"] in bodies for hit in scene.heads.get(i, ()))
    ahead = range(i + 1, min(i + 7, stop, len(scene.tokens)))
    near = next((j for j in ahead if with_ba(scene, j) or not scene.text(j).isalpha()), None)
    return bool(people) and body and near is not None and deed(scene.text(near)[1:]) is not None


def _on_line(scene: Scene, i: int) -> bool:
    """`أكد ناشطون على مواقع التواصل أن`: where people speak, by the على at token i."""
    return scene.text(i) == "علي" and scene.text(i + 1) in _SITES


_SITES = frozenset("مواقع منصات شبكات فيسبوك تويتر اكس انستغرام تلغرام".split())
_TOWNS = frozenset("حي بلده مدينه قريه محافظه منطقه مخيم ولايه قضاء اقليم ريف ناحيه ضاحيه شمال جنوب".split())
_STANDS_BY = {"علي": "مطلع", "من": "مقرب"}
_SENT = frozenset("مبعوث سفير موفد مندوب".split())
_CHARGED = frozenset("مشرف مشرفه قائم قائمه".split())
_IN_CHARGE = frozenset("برنامج مشروع فريق منتخب ملف اداره الفريق البرنامج المشروع المنتخب الملف الكره".split())


def _serves(scene: Scene, first: int, i: int) -> bool:
    """`أحد الضباط [في بلدة X]`, `متحدث باسم الشرطة [في بلدة X]`: those whom a place tells apart."""
    one_of = scene.text(first) in {"احد", "احدي", "بعض", "عدد"}
    return one_of or any(scene.text(k) == "باسم" for k in range(first + 1, min(first + 3, i)))


def _somewhere(scene: Scene, k: int) -> bool:
    """`محلل أسواق النفط في داريوا "…"`: a word that no list has, before what is said."""
    opens = scene.text(k + 1) in OPENING or scene.text(k + 1) == ":" or is_that(scene, k + 1)
    return opens and unheard_of(scene, k)


# `موقع X المتخصص [في] شؤون الهواتف`, `الفصيل المتمركز [في] ريف المدينة`: what is somewhere or works at something.
_BUSY = re.compile(
    r"(?:ال)?(?:متخصص|مختص|متمركز|متواجد|موجود|عامل|مقيم|قاطن|مشارك|ناشط|نشط|منخرط|محتجز|معتقل|مدرج|مسجل|مستثمر|منتشر"
    r"|واقع|كائن|مستقر|متورط|متعامل|راغب|مزاول)(?:ه|ين|ون|ات|تين|تان|ان)?"
)
_CRAFTS = frozenset("الاعلام الصحافه الاتصال".split())
_NAMED_FOR = frozenset("باسمه باسمها باسمهم باسمنا".split())


_MOST = 4  # letters of `أغنى`, `أكبر`


def goes_on(scene: Scene, i: int, stop: int, first: int, closed: bool, named: bool) -> bool:
    """Whether a preposition goes on with the phrase: `مصدر في الشرطة`, not `الوزير في تصريح`."""
    text, ahead = scene.text(i), scene.text(i + 1)
    sent = text == "الي" and any(
        hit.row["form"].split("|")[0] in {"مبعوث", "سفير"} for hit in scene.heads.get(first, ())
    )
    charge = i - 1 - (scene.text(i - 1) in {"الرسمي", "الرسميه", "رسمي"})
    sent = sent or (text == "عن" and scene.text(charge) in _FOR | ISSUED)
    sent = sent or represents(scene, i)
    if i > first and stands(scene, i):
        return i + 1 < stop and not is_that(scene, i + 1)
    joins = (sent or text in {"في", "من", "لدي", "علي", "بين"}) and i > first and not named
    if not joins or i + 1 >= stop or is_that(scene, i + 1):
        return False
    if text in {"علي", "الي"} and scene.text(i - 1) in _NAMED_FOR:
        return False  # `شدد على لسان الناطق باسمه على ضرورة`
    informed = text == "علي" and scene.text(i - 1).startswith("مطلع")  # `مطلعة على الاتصالات`
    kinds = {hit.row["kind"] for hit in scene.heads.get(first, ())}
    told = "media_reports" in kinds or (text == "من" and "document" in kinds)  # `المادة السادسة من اللائحة`
    sits = text == "في" and scene.text(i - 1).startswith(("مسؤول", "مسوول", "مسيول")) and ahead.startswith("ال")
    sits = sits or (text == "في" and ahead in _CRAFTS and scene.text(i - 1).startswith(_VERSED))  # `الباحث في الإعلام`
    medium = (
        (i + 1 in scene.media and not (public(scene, first) or told or informed or sits))
        or i + 1 in scene.times
        or role(ahead) == "demonstrative"
        or ahead in _ASIDES
    )
    most = closed and text == "من" and scene.written(i + 1).startswith("أ") and len(ahead) == _MOST
    most = most and i + 1 not in scene.mentions and i + 1 not in scene.heads
    if medium or most:  # `هذه الناحية وفقا للخبراء من أغنى النواحي`
        return False
    if not closed or text != "في":
        return True
    inside = (
        (ahead in OPENING and scene.is_name(i + 1))
        or ahead.startswith("ال")
        or i + 1 in scene.mentions
        or i + 1 in scene.heads
        or _somewhere(scene, i + 1)  # `محلل في داريوا "…`
        or (ahead in _TOWNS and _serves(scene, first, i))
        or (ahead in _BRANCHES and scene.text(i - 1).startswith(_VERSED))
    )
    return inside or _BUSY.fullmatch(scene.text(i - 1)) is not None

"""What stands beside a name as another name of the same one: behind a comma, or right behind a closed phrase."""

from __future__ import annotations

import re

from musnad.stages.attribution.cues.occasions import breaks_off
from musnad.stages.attribution.nouns.modifiers import in_capital, speaks, unnamed
from musnad.stages.attribution.nouns.ranked import titles
from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, next_comma, role, with_ba
from musnad.verbs import verb

__all__ = ["apart", "apposed", "body_apposed", "meanwhile", "names_again", "object_behind", "says_more"]


def names_again(scene: Scene, first: int, stop: int, *, named: bool) -> bool:
    """Whether behind a comma stands who somebody is: his name, his title, `أحد العاملين`."""
    own = named or first not in scene.mentions or scene.mentions[first][1].type != "PER"
    if not own or any(hit.row["class"] in ("person", "experts") for hit in scene.heads.get(first, ())):
        return True
    if named and scene.text(first) in {"احد", "احدي"}:
        return scene.text(first + 1).startswith("ال") or bool(scene.heads.get(first + 1))
    dash = named and scene.text(first - 1) in {"-", "–"}  # `سامي الراوي -موظف حكومي-`
    if dash and any(hit.row["number"] == "one" for hit in scene.heads.get(first, ())):
        return True
    return scene.text(first).startswith("ال") and bool(scene.names_in(Place(first, min(first + 4, stop)), "PER"))


def body_apposed(scene: Scene, first: int, stop: int) -> bool:
    """`أعلنت كتائب الصخر، الجناح العسكري للحركة، قصف الموقع`: what a body is, up to a comma and its deed or its أن."""
    comma = next_comma(scene, first, stop)
    if _DOING.fullmatch(scene.text(first)) and first - 2 >= 0 and 1 < comma - first < 12:
        said = scene.text(comma + 1) in OPENING and not scene.is_name(comma + 1)
        return said or deed(scene.text(comma + 1)) is not None or is_that(scene, comma + 1) or with_ba(scene, comma + 1)
    if scene.text(first) in OPENING and scene.is_name(first) and scene.text(first - 2).startswith("ال"):
        closes = scene.quotations[first][0].last == comma
        return closes and is_that(scene, comma + 1)  # `قال البنك المعني، «بنك السهول»، إنه`
    if not scene.text(first).startswith("ال") or any(scene.in_time(k) for k in range(first, comma)):
        return False  # `، اليوم الثلاثاء، أن`
    named = scene.in_name(first - 2) or scene.text(first - 2) in '»”"'
    return named and 1 < comma - first < 8 and (deed(scene.text(comma + 1)) is not None or is_that(scene, comma + 1))


# `أعلن المجلس، الملتئم أمس في الرباط، تنفيذ الإضراب`
_DOING = re.compile("ال(?:ملتئم|منعقد|مجتمع|مؤلف|مكون|تابع|مقرب|قريب|محسوب|معني|مشرف|مكلف|مالك|منظم|مشغل|مصنع|راعي)ه?")


def meanwhile(scene: Scene, i: int) -> bool:
    """`، وهي تبكي، `, `، وهو يقول`: what somebody did while he spoke; but `، وهو يعمل في الميناء، `."""
    if scene.text(i) in _MEASURES:
        return True  # `بحسب مكتب العمل، وهو أعلى معدل`: of what was said
    found = verb(scene.text(i))
    acts = found is not None and found.tense == "imperfect" and not found.alike
    return speaks(scene, i) or (acts and scene.text(i)[1:] not in _IS)


_MEASURES = frozenset(
    "اعلي ادني اكبر اقل اول اخر ما النسبه نسبه المعدل معدل الرقم رقم المستوي مستوي الاعلي الادني الاكبر زياده ارتفاع "
    "انخفاض تراجع قيمه القيمه مبلغ المبلغ حصيله الحصيله".split()
)
_IS = frozenset("عمل قيم سكن ملك دير راس نتمي شغل تولي عيش حمل درس بلغ نتسب عرف تراس مثل زور مارس".split())


def says_more(scene: Scene, first: int) -> bool:
    """`أيد القرار سامي الراوي، الذي يرى أن …`, `على ما قالت المديرة، التي اشتكت من الضجيج.`: a relative clause that
    says something itself, to the end."""
    if role(scene.text(first)) != "relative" or not scene.forms.get(first + 1):
        return False
    ends = scene.text(next_comma(scene, first, scene.sentence_end(first) - 1)) in ".؛"
    return is_that(scene, first + 2) or (ends and speaks(scene, first + 1) and led_on(scene, first + 2))


def led_on(scene: Scene, k: int) -> bool:
    """Whether at k, behind a verb, stands what it governs: `(اشتكت) من`, `(أشادت) بالقرار`, `(دعت) الأهالي إلى`."""
    near = range(k, k + 3)
    return any(role(scene.text(j)) == "preposition" or with_ba(scene, j) for j in near)


def apposed(scene: Scene, i: int) -> bool:
    """A name may follow a closed phrase directly: `وزير النقل الأردني سامي …`, `وكالدورا`."""
    mention, (start, end, *_) = scene.mentions[i][1], scene.tokens[i]
    starts_here = mention.span.start == scene.doc.span(start, end).start
    if in_capital(scene, i):
        return True
    near = (scene.mentions[j] for j in range(i - 4, i) if j in scene.mentions)
    if starts_here and mention.type == "PER" and any(p.last == i and one.type == "PER" for p, one in near):
        return False  # `أبلغ ماكرون نتنياهو أن`: whom he told
    return (mention.type in ("PER", "ORG", "OUTLET") and starts_here) or scene.text(i).startswith("و")


def object_behind(scene: Scene, first: int, comma: int, *, owned: bool) -> bool:
    """`وصف مدرب الفريق، الإسباني خوان مارتينيز، اللاعب بأنه`, `نفى مصدر في القصر، وزير المال …`: behind the comma
    stands no second apposition of the phrase. `owned`: the verb beside it has an object."""
    if unnamed(scene, first) and titles(scene, comma + 1):
        return True
    third = scene.text(comma + 1).startswith("ال") and any(scene.text(i) in COMMAS for i in range(first, comma))
    return owned and third and not _his_name(scene, first, comma)


def _his_name(scene: Scene, first: int, comma: int) -> bool:
    """`أكد وكيل الوزارة، رئيس الشركة[، الدكتور سامي الراوي،] أهمية`: the name, behind a comma and before another, of
    whom two titles have told."""
    near = (scene.mentions[i] for i in range(comma + 2, comma + 4) if i in scene.mentions)
    ends = any(mention.type == "PER" and scene.text(place.last) in COMMAS for place, mention in near)
    return ends and not scene.names_in(Place(first, comma), "PER")


def apart(scene: Scene, k: int, hi: int) -> int:
    """`أوضح ماك هارغيت، أسترالي يدرس الطيور، أن`: where a name of two or three words that no table has ends with
    what its bearer is, between commas and before أن; k for none."""
    comma = next_comma(scene, k, min(k + 4, hi))
    closes = next_comma(scene, comma + 1, min(comma + 14, hi))
    shut = scene.text(comma) in COMMAS and scene.text(closes) in COMMAS and is_that(scene, closes + 1)
    if not 2 <= comma - k <= 3 or not shut or breaks_off(scene, comma + 1):
        return k
    nation = bool(scene.nations.get(comma + 1)) and not scene.text(comma + 1).startswith("ال")
    one = nation or any(
        hit.row["kind"] in _ONES and hit.row["number"] == "one" for hit in scene.heads.get(comma + 1, ())
    )
    words = [scene.text(i) for i in range(k, comma)]
    plain = words[0][:2] != "ال" and (words[-1][:2] != "ال" or f"ال{words[0]}" == words[-1])  # `شامخ الشامخ، مدير`
    return closes if one and plain and all(word.isalpha() and not role(word) for word in words) else k


_ONES = ("person", "experts", "anonymous")

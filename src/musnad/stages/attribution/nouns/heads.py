"""The head noun of a source phrase, and what stands round it that is no part of the phrase."""

from __future__ import annotations

import re

from musnad.doc import Hit
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, finite, is_number, is_that, led, role

__all__ = [
    "FIRST",
    "HONOURS",
    "MINISTRIES",
    "SO_MANY",
    "THESE",
    "about_so_many",
    "bare",
    "head",
    "many_so",
    "past_honour",
    "past_share",
    "relays_it",
    "report",
    "rules",
    "without_clause",
    "without_parent",
    "wordless",
]

# Words of honour before a role or a name: `معالي الوزير`, `سمو أمير المنطقة`.
HONOURS = frozenset("معالي سعاده فضيله سماحه فخامه سمو جلاله سياده حضره نيافه قداسه غبطه".split())

_POINTS = frozenset("نفسه نفسها نفسهم ذاته ذاتها ذاتهم عينه عينها قوله قولها قولهم قولهما".split())


_RELAYED = re.compile(r"(?:(?:نقل|نشر|بث|اورد|اذاع|تناقل|عرض|اجر|خص)ت?|[يت](?:نقل|نشر|بث|ورد|ذيع))(?:ه|ها|هما|هم)")


# Ministries by what they are for: `قالت الصحة إن`.
MINISTRIES = frozenset("الصحه التجاره الزراعه الصناعه التربيه التعليم الاسكان الاوقاف".split())


def report(scene: Scene, k: int) -> bool:
    """`أنباء`, `شائعة`, `خبرا`: whether at k stands what is passed on from mouth to mouth."""
    return scene.text(k) in {"خبر", "خبرا"} or any(hit.row["class"] == "reports" for hit in scene.heads.get(k, ()))


def relays_it(scene: Scene, k: int) -> bool:
    """Whether at token k somebody gave out what stands before: `نشرته`, `أجرتها`."""
    return _RELAYED.fullmatch(scene.text(k)) is not None


def wordless(scene: Scene, place: Place) -> bool:
    """Whether a phrase names nobody: a reflexive or `قوله` alone."""
    return place.last == place.first + 1 and scene.text(place.first) in _POINTS


def bare(scene: Scene, place: Place) -> Place:
    """A phrase without a verb of relaying or أن before it (`نقلته الصحيفة`) and without `قوله` behind it."""
    first, last = place
    while (
        first + 1 < last
        and first not in scene.mentions
        and (is_that(scene, first) or (relays_it(scene, first) and not scene.heads.get(first)))
    ):
        first += 1
    while last - 1 > first and scene.text(last - 1) in _SAYINGS:
        last -= 1
    return Place(first, last)


_SAYINGS = frozenset("قوله قولها قولهم قولهما".split())


THESE = frozenset("هذا هذه هذان هؤلاء ذلك تلك اولئك".split())
SO_MANY = frozenset("الاثنين الثلاثه الاربعه الخمسه السته السبعه".split())  # `أحد الثلاثة`
FIRST = frozenset("احدث اخر اكبر اضخم اقدم اول ثاني ثالث ابرز".split())


def past_honour(scene: Scene, i: int) -> int:
    """Past `صاحب السمو الملكي`, `معالي`, behind a title and before the name: no object of a verb. `i` for none."""
    if scene.text(i) in {"صاحب", "صاحبه"} and scene.text(i + 1) in _HIGH:
        return i + 2 + (scene.text(i + 2) in {"الملكي", "الملكيه"})
    return i


_HIGH = frozenset("السمو المعالي السعاده الفضيله السماحه الجلاله الفخامه السياده الغبطه القداسه".split())
_AMONG = frozenset("من منهم منهن".split())
_SHARES = frozenset("المئه المائه الميه".split())


def past_share(scene: Scene, i: int) -> int:
    """Past `34%`, `34 في المئة`, `(34%) [فقط]`; `i` where no share of those who were asked stands there."""
    if i in scene.heads and scene.text(i + 1) == "من" and scene.text(i + 2) == "اصل":
        return i + 3 if scene.heads.get(i + 3) else i  # `تسعة من أصل عشرة خبراء`
    first, bracketed = i, scene.text(i) == "("
    i += bracketed
    if not scene.text(i).isdigit():
        return first
    if scene.text(i + 1) in {".", ",", "٫"} and scene.text(i + 2).isdigit():
        i += 2  # `85.5%`
    in_words = scene.text(i + 1) == "في" and scene.text(i + 2) in _SHARES
    after = i + 3 if in_words else i + 2 if scene.text(i + 1) in {"%", "٪"} else i
    if bracketed and scene.text(after) != ")":
        return first
    after += bracketed
    after += scene.text(after) == "فقط"
    return after if scene.text(after) in _AMONG or is_that(scene, after) else first  # and no `34% نموا`


def many_so(word: str) -> bool:
    """`مسرحيون`, `متسلقون`: people by an adjective of what they do, though no list has them."""
    known = word.startswith("ال") and len(word) > 6 and (word[2] == "م" or word[3] == "ا")  # `الواقفون`, `المنتظرون`
    known = known or (word.startswith("ال") and len(word) > 7 and word.endswith("يون"))  # `الجمهوريون`
    shaped = word.endswith("ون" if known or _DOERS.match(word) else "يون") and (known or not word.startswith("ال"))
    return shaped and len(word) > 5 and word not in _NO_PEOPLE and word[2:] not in _NO_PEOPLE


_DOERS = re.compile(r"م[^اي]\w{2,}ون$")
_NO_PEOPLE = frozenset(
    "مليون تلفزيون بليون تريليون صهيون كاميون وبليون ومليون هاليون قانون صابون طاعون "
    "بالون صالون كارتون نايلون ماراثون ماعون مضمون مخزون مكون معجون مظنون كانون هارمون كاربون".split()
)


def about_so_many(scene: Scene, i: int) -> bool:
    """`نحو عشرين موظفا`: about so many, and no direction."""
    return scene.text(i) == "نحو" and is_number(scene.text(i + 1)) and i + 1 not in scene.times


def head(scene: Scene, place: Place) -> Hit | None:
    """The head noun of a source phrase: behind quantifiers, numbers and `ذات`, inside quotation marks too."""
    known = scene.headed
    if place not in known:
        known[place] = _head(scene, place)
    return known[place]


def _head(scene: Scene, place: Place) -> Hit | None:
    start = past_share(scene, place.first)
    for i in range(start, min(place.last, start + 5)):
        if i in scene.mentions and (not scene.heads.get(i) or scene.mentions[i][1].type == "PER"):
            return None  # `القطب` behind `الدكتور سامر القطب`: a family name
        if scene.text(i) in THESE and i + 1 < place.last:
            continue  # `هؤلاء المراقبون`
        if i > start and role(scene.text(i)) == "relative":
            return None  # `تلك الجداول التي أوردتها صحيفة X`
        latest = scene.text(i) in {"احدث", "اخر"} or (scene.text(i) in FIRST and i not in scene.heads)
        if latest and i + 1 < place.last:
            continue  # `آخر إحصائية`, `أكبر بنك`
        titled = scene.text(i + 1) in OPENING and i + 1 in scene.quotations  # `كتاب «…»` is no writers
        for hit in scene.heads.get(i, ()):
            if hit.row["kind"] and not (titled and hit.row["form"] == "كتاب" and hit.row["kind"] == "person"):
                return hit
        text = scene.text(i)
        counted = role(text) == "quantifier" or bool(scene.heads.get(i)) or is_number(text) or about_so_many(scene, i)
        if not (text in OPENING or counted or text in {"من", "ل"} or text.isdigit() or text in HONOURS):
            return None
    return None


def rules(scene: Scene, first: int, stop: int) -> bool:
    """Whether before a country's name at `stop` stands what one person is there: `ملك`, `أمير`, `ولية عهد`."""
    ones = (hit for i in range(first, stop) for hit in scene.heads.get(i, ()) if hit.row["number"] == "one")
    return any(hit.row["class"] == "person" for hit in ones)


def without_clause(scene: Scene, place: Place) -> Place:
    """`القوة التي تقاتل تنظيم X`, `موظف التقى X`, `القوى المنضوية تحت راية X` are not X: a phrase up to its clause or
    participle."""
    inside = range(place.first + 1, place.last)
    if scene.text(place.first) in _ONE_OF_THEM or _is_so_named(scene, place):
        return place  # `أحدها، وهو موقع «نجمة»`
    bare = place.first not in scene.mentions and not scene.text(place.first).startswith("ال")
    ends = (
        i
        for i in inside
        if role(scene.text(i)) == "relative"
        or scene.text(i) in _AND_HE
        or _belonging(scene, i)
        or (bare and finite(scene, i))
    )
    stop = next(ends, place.last)
    stop -= stop < place.last and scene.text(stop - 1) in COMMAS
    return Place(place.first, stop) if stop > place.first else place


def without_parent(scene: Scene, place: Place) -> Place:
    """`منظمة الطيران المدني التابعة للأمم المتحدة` is not the United Nations: a body up to whose it is."""
    stop = next((i for i in range(place.first + 2, place.last) if scene.text(i).startswith("التابع")), None)
    named = stop is not None and scene.text(stop - 1).startswith("ال") and not scene.text(place.first).startswith("ال")
    return Place(place.first, stop) if stop is not None and named else place


def _is_so_named(scene: Scene, place: Place) -> bool:
    """`أحد الركاب، وهو المهندس سامي الراوي`: who the one of them is; but `أحدهم، وهو صديق سامي الراوي`."""
    if scene.text(place.first) not in {"احد", "احدي"}:
        return False
    first = next((i + 1 for i in range(place.first + 2, place.last) if scene.text(i) in _AND_HE), place.last)
    names = (i for i in range(first, place.last) if i in scene.mentions and scene.mentions[i][1].type == "PER")
    name = next((i for i in names if scene.mentions[i][0].last == place.last), None)
    if name is None:
        return False
    return name == first or all(scene.text(j).startswith("ال") and not role(scene.text(j)) for j in range(first, name))


_ONE_OF_THEM = frozenset("احدها احداها احدهم احداهن احدهما احداهما".split())
_AND_HE = frozenset("وهو وهي وهم".split())  # `سلمى الراوي وهي موظفة في «المرفأ»`


def _belonging(scene: Scene, i: int) -> bool:
    """`المنضوية تحت`, `المنتمية إلى`, `برئاسة`."""
    if scene.text(i) in {"برئاسه", "بقياده"} or led(scene, i):
        return True
    joins = scene.text(i).startswith(("المنضوي", "المنتمي", "المنخرط", "المنضم", "المتمركز", "الموجود", "المتواجد"))
    return joins and bool(role(scene.text(i + 1)))

"""Persons in a source phrase: which of the names told there speaks, and whether a role is somebody known."""

from __future__ import annotations

from itertools import pairwise

from musnad.doc import Hit, Mention
from musnad.stages.attribution.nouns.nicknames import nicknamed
from musnad.stages.attribution.page.deeds import deed
from musnad.stages.attribution.page.scene import OPENING, Place, Scene
from musnad.stages.attribution.page.words import COMMAS, role, withheld

__all__ = [
    "AIDES",
    "behind_preposition",
    "called_so",
    "charged",
    "client",
    "definite",
    "each_of",
    "hung_name",
    "indefinite",
    "joint",
    "near_somebody",
    "own_people",
    "people_in",
    "spoken_for",
    "where_they_are",
    "who",
]


def people_in(scene: Scene, place: Place) -> list[tuple[Place, Mention]]:
    """The persons named in a phrase; not whom a body in it is named after (`عضو مؤسسة الملك حمد`), if others are."""
    people = scene.names_in(place, "PER")
    own = [one for one in people if not _named_after(scene, one[0])]
    return own or people


def _named_after(scene: Scene, name: Place) -> bool:
    before = name.first - 1 - (scene.text(name.first - 1) in _RULERS)
    if scene.text(before).startswith(("ال", "لل")):
        return False  # `الأمين العام للاتحاد كمال الدرة`
    return any(hit.row["kind"] == "organization" for hit in scene.heads.get(before, ()))


_RULERS = frozenset("الملك الامير الشيخ السلطان الرئيس الاميره الملكه".split())


def called_so(scene: Scene, people: list[tuple[Place, Mention]], found: Hit) -> bool:
    """`المعارضة سلمى الناجي`: a person's name right behind a definite noun, or behind its people's adjective."""
    if not people or not definite(scene, found):
        return False
    i = scene.index(found.start) + 1
    return people[0][0].first in (i, i + 1 if scene.nations.get(i) else i)


def joint(scene: Scene, people: list[tuple[Place, Mention]]) -> bool:
    """`الوزير جاك مورو ونظيرته آنا هيل`: between each name and the next stands a و on a title or a name."""
    gaps = ((before.last, after.first) for (before, _), (after, _) in pairwise(people))
    return len(people) > 1 and all(_joins(scene, first, last) for first, last in gaps)


def who(scene: Scene, people: list[tuple[Place, Mention]], found: Hit) -> str:
    """The entity of the persons whom a phrase names: two or more that و joins, else the last."""
    both = (found.row["number"] == "two" and len(people) == 2) or joint(scene, people)
    return "; ".join(dict.fromkeys(mention.entity for _, mention in people)) if both else people[-1][1].entity


def each_of(scene: Scene, first: int, comma: int) -> bool:
    """`كل من سليم الناجي، والأمين العام سلمى الراوي`: whether one more of each stands behind a comma."""
    another = comma + 1 in scene.mentions or bool(scene.heads.get(comma + 1))
    return scene.text(first) == "كل" and scene.text(first + 1) == "من" and scene.text(comma + 1)[:1] == "و" and another


def _joins(scene: Scene, first: int, last: int) -> bool:
    first += scene.text(first) in COMMAS
    if scene.text(first)[:1] != "و":
        return False
    named = first == last
    return named or any(
        hit.row["class"] == "person" for hit in scene.heads.get(first, ()) if hit.row["number"] == "one"
    )


def definite(scene: Scene, found: Hit) -> bool:
    token = scene.tokens[scene.index(found.start)]
    return scene.doc.reading.string[token.start : found.start].endswith(("ال", "لل"))


def charged(scene: Scene, place: Place, name: Place, found: Hit) -> bool:
    """`مسؤول الملاعب في الرابطة الجبلية فريد العلاوي`, `مندوبة «المرفأ» في بيروت سلمى الراوي`: a charge that is
    somebody's, with the name behind it."""
    before = name.first - 1 - (scene.text(name.first - 1) in OPENING)
    another = any(hit.row["class"] == "person" for hit in scene.heads.get(before, ()))
    one = found.row["number"] == "one" and not indefinite(scene, place, found)
    return one and (scene.text(before).startswith("ال") or scene.in_name(before)) and not another


def indefinite(scene: Scene, place: Place, found: Hit) -> bool:
    """`حارس ليلي في المستودع` is anybody; `وزير النقل`, `شقيقة المتهم`, `الوزير` are somebody."""
    i = scene.index(found.start)
    token = scene.tokens[i]
    if scene.doc.reading.string[token.start : found.start].endswith(("ال", "لل")) or found.end < token.end:
        return False
    if any(withheld(scene, k) for k in range(i + 1, place.last)) or (i + 1 < place.last and hung_name(scene, i + 1)):
        return True
    following = scene.text(i + 1) if i + 1 < place.last else ""
    own = scene.written(i + 1).startswith(("أ", "إ"))  # `صحيفة ألمانية`: no article
    if not following or following in OPENING or (following.startswith("ال") and not own):
        return False
    if following.startswith(("بال", "لل")):
        return True
    of_another = any(hit.row["kind"] not in _TRAITS or hit.row["number"] != "one" for hit in scene.heads.get(i + 1, ()))
    return i + 1 not in scene.mentions and not of_another and not _closed(scene, i + 2, place.last)


_TRAITS = ("public", "anonymous", "experts")  # `رجل مسلح`


def _closed(scene: Scene, i: int, stop: int) -> bool:
    """`مدير مدرسة الرحاب`, `طبيب أسنان الفريق`: whether what a construct's second noun is of closes it."""
    word = scene.text(i - 1)
    adjective = (word.endswith(("ي", "يه")) and deed(word) is None) or scene.nations.get(i - 1)  # no `حماية`
    return i < stop and not adjective and (i in scene.mentions or scene.text(i).startswith("ال"))


def client(scene: Scene, place: Place, found: Hit) -> Place | None:
    """`محامي الشركة`, `ممثل عن النقابة`: the body that somebody unnamed speaks for."""
    first = scene.index(found.start) + 1
    first += first < place.last and scene.text(first) == "عن"
    if found.row["form"].split("|")[0] not in _SPEAKING or first >= place.last:
        return None
    named = first in scene.quotations or (first in scene.mentions and scene.mentions[first][1].type == "ORG")
    body = any(hit.row["kind"] in ("organization", "official_body") for hit in scene.heads.get(first, ()))
    return Place(first, place.last) if named or body else None


_SPEAKING = frozenset("محام محامون ممثل ممثلون".split())


def own_people(scene: Scene, place: Place, *types: str) -> list[tuple[Place, Mention]]:
    """Whom a phrase names (persons, or names of `types`); none where it tells of whoever is near them: `والدة سلمى`.

    `والد الفتاة، سليم الناجي` and `زوجته سلمى` name who is meant.
    """
    people = scene.names_in(place, *types) if types else people_in(scene, place)
    people = [one for one in people if not hung_name(scene, one[0].first) or one[0].first - 1 in scene.nations]
    people = [one for one in people if one is people[0] or not nicknamed(scene, one[0].first)]
    if not people:
        return people
    ahead = range(place.first, people[0][0].first)
    near = next((i for i in ahead if scene.text(i) in _NEAR and not scene.written(i).endswith("ه")), None)
    last = people[0][0].first - 1
    last -= scene.text(last) in _RULERS and scene.text(last - 1) in AIDES
    of_him = last in ahead and scene.text(last) in _FOR_SOMEBODY and not scene.written(last).endswith("ه")
    of_him = of_him or (last - 1 in ahead and scene.text(last) == "اعمال")  # `وكيل أعمال سامر`
    near = last if near is None and of_him else near
    near = spoken_for(scene, place.first, people[0][0].first) if near is None and len(people) == 1 else near
    apart = near is None or any(scene.text(i) in COMMAS for i in range(near, people[0][0].first))
    return people if apart else people[1:] if of_him else []  # `كبير مستشاري الرئيس سامر الراوي نادر الدوري`


def near_somebody(scene: Scene, place: Place) -> bool:
    """`محامي سلطان الشمري`, `زوجة الشمري`: whether a phrase names only whom the one meant is near."""
    return bool(people_in(scene, place)) and not own_people(scene, place)


def spoken_for(scene: Scene, first: int, name: int) -> int | None:
    """`متحدث باسم الملك السابق نادر الراوي`: where the word for whom somebody speaks stands; not where he is named
    himself (`المتحدث باسم الرئيس سامر الراوي`)."""
    at = next((i for i in range(first + 1, name - 1) if scene.text(i) in {"باسم", "بلسان"}), None)
    if at is None or not any(hit.row["class"] == "person" for hit in scene.heads.get(at + 1, ())):
        return None
    anybody = not scene.text(first).startswith("ال")
    return at + 1 if anybody or scene.text(at + 1) in _THRONES or scene.text(name - 1) in _FORMER else None


_THRONES = frozenset("الملك الامير السلطان الملكه الاميره".split())
_FORMER = frozenset("السابق السابقه الاسبق الراحل المخلوع المعزول المقال المنتخب المسجون".split())


def hung_name(scene: Scene, i: int) -> bool:
    """`مساعدون لسامر الراوي`: a name with ل written on it at token i, which is of whom the head is."""
    return scene.text(i)[:1] == "ل" and scene.clitic_on_name(i)


AIDES = frozenset("مساعدي مساعدو مستشاري مستشارو معاوني معاونو مرافقي مرافقو".split())
# `محامي سامر`, `أحد مساعدي سامر`; `محامي الأسرة سامر` is he
_FOR_SOMEBODY = frozenset("محامي محاميه محامو محاميا وكيل وكيله".split()) | AIDES
_NEAR = frozenset(
    "والد والده ابن ابنه ابناء نجل انجال زوج زوجه ارمله شقيق شقيقه اشقاء حفيد حفيده اقارب ذوو ذوي اسره عائله اصدقاء "
    "صديق صديقه زميل زميله خطيب خطيبه طليق طليقه جار جاره جيران حلفاء خصوم انصار مويدو معارضو محبو مقربون "
    "مقربين".split()
)


def behind_preposition(scene: Scene, place: Place, name: Place) -> bool:
    """Whether a preposition stands between the head and a name: `مصادر مقربة من X` is not X."""
    between = range(place.first, name.first)
    if any(role(scene.text(i)) == "called" for i in between) or _apposed(scene, name.first - 1):
        return False
    return any(role(scene.text(i)) == "preposition" for i in between)


def _apposed(scene: Scene, i: int) -> bool:
    """`مندوب مصر لدى الجامعة السفير سامي الراوي`: a title with its article behind a whole phrase: who he is."""
    title = any(hit.row["class"] == "person" and hit.row["number"] == "one" for hit in scene.heads.get(i, ()))
    before = scene.text(i - 1)
    return title and scene.text(i).startswith("ال") and (before.startswith("ال") or scene.in_name(i - 1))


def where_they_are(scene: Scene, k: int, hi: int) -> bool:
    """`محللون في بيروت`, `أستاذ المياه في جامعة الساحل`: whether في tells where a speaker is."""
    for j in range(k + 1, min(k + 8, hi - 1)):
        if scene.text(j) in COMMAS:
            return False
        if scene.text(j) == "في":
            body = any(hit.row["class"] in ("body", "organization") for hit in scene.heads.get(j + 1, ()))
            named = scene.mentions.get(j + 1)
            return body or (named is not None and named[1].type in ("GPE", "LOC", "ORG"))
    return False

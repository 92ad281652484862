"""Who is spoken to: `للصحفيين`, `لرويترز`, `لنظيره`. The preposition ends the phrase of whoever speaks."""

from __future__ import annotations

from musnad.stages.attribution.nouns.pronouns_within import sides_with
from musnad.stages.attribution.page.deeds import deed_at
from musnad.stages.attribution.page.scene import OPENING, Scene
from musnad.stages.attribution.page.words import COMMAS, is_that, role

__all__ = ["audience", "for_whom", "hearer", "told_outlet"]

_OUTLETS = ("outlet", "agency")
# `تقرير لوكالة X`, `مراسل لصحيفة Y`: whose it is, not who is told.
_MADE_BY = frozenset("مراسل مراسلة مندوب صحفي صحافي محرر مصور مستخدم مستخدمون رواد متابعون".split())


def told_outlet(scene: Scene, i: int) -> bool:
    """`الذي يعمل في المصنع [لوكالة X] إن`: in a relative clause an outlet with ل on it, right before what it is told;
    not `الذي يعمل مراسلا لوكالة X`."""
    if scene.text(i)[:1] != "ل" or scene.text(i - 1).removesuffix("ا") in _MADE_BY:
        return False
    named = i in scene.mentions and scene.mentions[i][1].type == "OUTLET" and scene.clitic_on_name(i)
    heads = (hit for hit in scene.heads.get(i, ()) if hit.start == scene.tokens[i].start + 1)
    near = range(i + 1, min(i + _OUTLET_WORDS, len(scene.tokens)))
    opens = any(is_that(scene, k) or (scene.text(k) in OPENING and not scene.is_name(k)) for k in near)
    return opens and (named or any(hit.row["kind"] in _OUTLETS for hit in heads))


_OUTLET_WORDS = 6  # of an outlet's name and what opens behind it


_ORDINALS = frozenset("اخر ثان ثالث رابع خامس اخري ثانيه ثالثه رابعه".split())


def _named_behind(scene: Scene, i: int) -> bool:
    """`الرئيسة التنفيذية لـ«مرساة»، ريم الراوي`: a title's company, which no list has as an outlet, before the name."""
    quoted = scene.quotations.get(i)
    known = scene.mentions.get(i + 1)
    if quoted is None or (known is not None and known[1].type == "OUTLET"):
        return False
    after = quoted[0].last + (scene.text(quoted[0].last) in COMMAS)
    return after in scene.mentions and scene.mentions[after][1].type == "PER"


def hearer(scene: Scene, first: int, i: int) -> bool:
    """Whether at token i, inside or behind a phrase that begins at `first`, somebody is addressed."""
    text = scene.text(i)
    if text[:1] != "ل" or i in scene.times or (i - 1 > first and sides_with(scene.text(i - 1))):
        return False
    if role(text) == "hearer":
        return True
    if text == "ل":
        return _outlet(scene, i + 1) and not (_makes(scene, first) or (i > first and _named_behind(scene, i + 1)))
    token = scene.tokens[i]
    if audience(scene, i) and (_behind_name(scene, first, i) or scene.text(i - 2) in {"باسم", "بلسان"}):
        return True  # `سليم الناجي لمجلس النواب`, `المتحدث باسم الوزارة لأهالي البلدة`
    if i == first + 1 and text.startswith("ل") and _body_alone(scene, first) and _people(scene, i):
        return True  # `الوزارة للرئيس الفرنسي`
    if i == first + 1 and text.startswith("لل") and _to_body(scene, first, i):
        return True  # `المرأة للشرطة`, `الشاهد للمحكمة الجنائية`
    if i in scene.mentions:
        outlet = scene.mentions[i][1].type == "OUTLET"
        return outlet and scene.clitic_on_name(i) and not _makes(scene, first)
    for hit in scene.heads.get(i, ()):
        if hit.start == token.start:
            return False
        if hit.row["kind"] in _OUTLETS and _office_of(scene, first, i):
            return False
        if hit.row["kind"] in _OUTLETS or hit.row["class"] == "reports":
            return not _makes(scene, first) or scene.text(i - 1) in _ORDINALS  # `لصحيفة`, `مندوب ثالث للوكالة`
        people = hit.row["kind"] in ("person", "public", "experts", "anonymous")
        one = _behind_name(scene, first, i) or (i == first + 1 and _officer(scene, first))
        if people and text.startswith("لل") and one:
            return True  # `سليم الناجي للموظفين`, `الوزير للتجار`
        spoken_to = hit.row["class"] == "person" and i > first + 1 and not text.startswith("لل")
        if spoken_to and any(h.row["kind"] == "state" for h in scene.heads.get(first, ())):
            return True  # `دول الساحل لوزير الخارجية`
        if hit.row["class"] == "person" and hit.end < token.end and not scene.written(i).endswith("ة"):
            return True  # `لنظيره`, `لابنها`
    return False


def _behind_name(scene: Scene, first: int, i: int) -> bool:
    """Whether token i stands right behind a person's name, with which a phrase that is no document's ends."""
    named = next((scene.mentions[j] for j in range(i - 1, max(first, i - 6) - 1, -1) if j in scene.mentions), None)
    return named is not None and named[0].last == i and named[1].type == "PER" and not _makes(scene, first)


def audience(scene: Scene, i: int) -> bool:
    """Whether behind the ل written on token i stands whom one speaks to: people, or a body of many."""
    return _people(scene, i) or scene.text(i).lstrip("ل").removeprefix("ال") in _BODIES or scene.text(i) in _MANY


def _people(scene: Scene, i: int) -> bool:
    hits = (hit for hit in scene.heads.get(i, ()) if hit.start > scene.tokens[i].start)
    return any(hit.row["kind"] in ("person", "public", "experts") or hit.row["class"] == "person" for hit in hits)


def _body_alone(scene: Scene, first: int) -> bool:
    """`الوزارة`, `الشركة`: a body by its word alone."""
    bodies = any(hit.row["class"] in ("body", "organization") for hit in scene.heads.get(first, ()))
    return bodies and scene.text(first).startswith("ال")


_MANY = frozenset("لوسائل لعدد لحشد لجمع لممثلي".split())
_BODIES = frozenset("مجلس برلمان لجنه محكمه كونغرس وفد نواب كنيست".split())


def _to_body(scene: Scene, first: int, i: int) -> bool:
    """`السائق للشرطة الألمانية`: a body of the state spoken to, by one who holds no office of it."""
    body = any(hit.row["kind"] == "official_body" for hit in scene.heads.get(i, ()))
    witness = any(hit.row["kind"] == "public" and hit.row["number"] == "one" for hit in scene.heads.get(first, ()))
    officer = i in scene.mentions and scene.text(first).removeprefix("ال") in _OFFICES
    return body and not officer and (_officer(scene, first) or (witness and scene.text(first).startswith("ال")))


_OFFICES = frozenset("مدير رئيس متحدث ناطق امين قائد مندوب ممثل محامي مستشار مشرف مفتش نائب قاضي".split())


def _office_of(scene: Scene, first: int, i: int) -> bool:
    """`المدير العام للوكالة سامي الراوي`: an agency between a title and a name is whose office it is."""
    titled = scene.text(i).startswith("لل") and scene.text(i - 1).startswith("ال") and not scene.in_name(i - 1)
    person = any(hit.row["class"] == "person" for hit in scene.heads.get(first, ()))
    return titled and person and i + 1 in scene.mentions and scene.mentions[i + 1][1].type == "PER"


def _outlet(scene: Scene, i: int) -> bool:
    if scene.text(i) in OPENING:
        return i in scene.quotations and scene.is_name(i)
    named = i in scene.mentions and scene.mentions[i][1].type == "OUTLET"
    return named or any(hit.row["kind"] in _OUTLETS for hit in scene.heads.get(i, ()))


def _officer(scene: Scene, first: int) -> bool:
    """`الوزير`, `الضابط`: one person by a word with its article."""
    people = (hit for hit in scene.heads.get(first, ()) if hit.row["number"] == "one")
    return scene.text(first).startswith("ال") and any(h.row["class"] in ("person", "anonymous") for h in people)


def _makes(scene: Scene, first: int) -> bool:
    return any(
        hit.row["kind"] in ("document", "media_reports") or hit.row["form"].split("|")[0] in _MADE_BY
        for hit in scene.heads.get(first, ())
    )


def for_whom(scene: Scene, k: int) -> int:
    """How many words at k tell for whom one wishes a thing: `تمنى [للمنتخب الوطني] التوفيق`; 0 for none."""
    if scene.text(k) not in _THEM and not scene.text(k).startswith("لل"):
        return 0
    j = k + 1
    while scene.text(j).startswith("ال") and scene.text(j) not in _WISHES and deed_at(scene, j) is None:
        j += 1
    return j - k if scene.text(j).isalpha() else 1


_THEM = frozenset("له لها لهم لهما لهن لكم لنا".split())
_WISHES = frozenset(
    "التوفيق النجاح الشفاء السلامه السعاده التقدم الصحه العافيه الخير المزيد السداد الازدهار الرخاء الفوز الامن الافضل "
    "الرحمه المغفره الصبر السلوان الحظ الاستقرار السلام".split()
)

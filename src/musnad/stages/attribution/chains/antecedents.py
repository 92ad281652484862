"""Of whom a clause tells that hangs on a noun: who stands before `الذي`, `الذين`, or before a comma and `إذ`."""

from __future__ import annotations

from collections.abc import Mapping

from musnad.stages.attribution.nouns.phrase_starts import starts_phrase
from musnad.stages.attribution.nouns.phrases import noun_phrase
from musnad.stages.attribution.page.scene import Place, Scene
from musnad.stages.attribution.page.words import COMMAS, finite, given, is_that, role, without_and
from musnad.stages.attribution.transmitters.agreement import fits_phrase
from musnad.verbs import verb

__all__ = ["antecedent", "many_before", "many_told_of", "met_last", "nearest", "one_among", "relative_doer"]


def relative_doer(scene: Scene, lo: int, at: int, form: Mapping[str, str], *, over_comma: bool = False) -> Place | None:
    """`مع الإداري سامي الراوي الذي أيد العقد ووصفه بالعادل`, `أغضب سامي الراوي، الذي غادر قائلا`: of whom a relative
    clause before a joined verb or a participle tells.

    `over_comma`: a comma before the verb does not part them.
    """
    manner = form.get("class") == "participle" and form.get("number") == "one"
    if not manner and (scene.text(at)[:1] != "و" or form.get("class") != "perfect"):
        return None
    over_comma = not manner and over_comma and scene.text(at - 1) in COMMAS
    word = "التي" if form.get("gender") == "f" else "الذي"
    near = range(at - 2, max(lo, at - (18 if over_comma else 9)), -1)
    relative = next((i for i in near if scene.text(i) == word), None)
    if relative is None or not (manner or verb(scene.text(relative + 1))):
        return None
    if any(scene.text(i) in COMMAS or is_that(scene, i) for i in range(relative, at - over_comma)):
        return None
    stop = relative - (manner and scene.text(relative - 1) in COMMAS)
    for s in range(max(lo, relative - 11), stop):
        if _person(scene, s) and starts_phrase(scene, s) and noun_phrase(scene, s, relative) in (stop, relative):
            return Place(s, stop)
    return None


def one_among(scene: Scene, lo: int, at: int, form: Mapping[str, str]) -> Place | None:
    """`التقينا بعض السياح، وبينهم سامي الراوي، الذي جاء …، فقال`: of many the one named, whose words ف leads to."""
    if scene.text(at)[:1] != "ف" or form.get("class") != "perfect" or form.get("number") != "one":
        return None
    among = next((i for i in range(at - 2, lo, -1) if scene.text(i).lstrip("و") in _AMONG), None)
    if among is None or not (_person(scene, among + 1) and starts_phrase(scene, among + 1)):
        return None
    first = among + 1
    stop = next((k for k in range(first, at) if role(scene.text(k)) == "relative" or scene.text(k) in COMMAS), at)
    end = noun_phrase(scene, first, stop)
    others = any(i in scene.forms and scene.text(i - 1) in COMMAS for i in range(end, at))
    return Place(first, end) if end > first and not others else None


_AMONG = frozenset("بينهم منهم بينهن منهن".split())


def _person(scene: Scene, s: int) -> bool:
    """Whether one person, by title or name, begins at token s."""
    named = s in scene.mentions and scene.mentions[s][1].type == "PER"
    return named or any(hit.row["class"] == "person" and hit.row["number"] == "one" for hit in scene.heads.get(s, ()))


def antecedent(scene: Scene, lo: int, at: int, form: Mapping[str, str]) -> Place | None:
    """`الزوار، الذين أبدوا سعادتهم، مشيدين ب`: the many of whom a relative clause before a participle of many tells."""
    if scene.text(at - 1) in _SINCE and scene.text(at - 2) in COMMAS:
        return _named_last(scene, lo, at - 2, form)
    if form.get("number") != "many" or form.get("class") != "participle":
        return None
    relative = next((i for i in range(at - 1, lo, -1) if without_and(scene.text(i)) == "الذين"), None)
    return many_before(scene, lo, relative) if relative is not None else None


_THEREOF = frozenset("اليه به عنه عليه فيه".split())
_SINCE = frozenset("اذ فقد حيث".split())


def _named_last(scene: Scene, lo: int, comma: int, form: Mapping[str, str]) -> Place | None:
    """`لم ترض الأرقام المدير سامر الراوي، إذ عدها «مبالغة»`: the person named right before the comma, past a title."""
    ends = (i for i in range(lo, comma) if i in scene.mentions and scene.mentions[i][0].last == comma)
    first = next((i for i in ends if scene.mentions[i][1].type == "PER"), None)
    if form.get("class") not in ("perfect", "imperfect"):
        return None
    if first is not None and scene.text(first - 1) in _THEREOF:
        return None  # `يتفق سامي الراوي مع ما ذهب إليه نادر، حيث قال`
    if first is None:
        return _called(scene, lo, comma, form)
    titles = (
        j for j in range(max(lo, first - 4), first) if noun_phrase(scene, j, comma) == comma and scene.heads.get(j)
    )
    return Place(next(titles, first), comma)


def _called(scene: Scene, lo: int, comma: int, form: Mapping[str, str]) -> Place | None:
    """`لا تخفي سارة حزنها، إذ تقول`, `الطبق الذي تفضله مريم، إذ تقول`: whose given name stands right behind a verb."""
    for i in range(comma - 1, lo, -1):
        word = without_and(scene.text(i - 1))
        present = word[:1] in ("ت", "ي") and (
            role(scene.text(i - 2)) in ("relative", "negation") or finite(scene, i - 1)
        )
        if given(scene.text(i)) and i not in scene.heads and (present or finite(scene, i - 1)):
            lady = word[:1] == "ت" if present else word.endswith("ت")
            return Place(i, i + 1) if lady == (form.get("gender") == "f") else None
    return None


def many_before(scene: Scene, lo: int, relative: int) -> Place | None:
    """`المسافرون في محطة القطار الصيفي، الذين عبروا عن`: the many nearest before `الذين`, with what describes them."""
    stop = relative - (scene.text(relative - 1) in COMMAS)
    return next((Place(s, stop) for s in range(stop - 1, max(lo, stop - 7) - 1, -1) if _many(scene, s)), None)


def many_told_of(scene: Scene, i: int, found: Place, lo: int, relative: int) -> Place:
    """`بعض المسؤولين الذين عملوا في وزارة المالية الذين أكدوا أن`: whom the second of two such clauses tells of; nobody
    (an empty place) where `والذين` tells of others than stand before: `بين الوالي والذين رفضوا`."""
    told = any(fits_phrase(scene, hit.row, found) for hit in scene.forms[i])
    named = scene.mentions.get(found.first)
    told = told and (named is None or found.first in scene.heads or named[1].type == "PER")
    if scene.text(relative) == "والذين":
        among = scene.text(found.first - 1) == "بين"
        return found if told and not among else Place(i, i)
    if told:
        return found
    first = next((j for j in range(relative - 1, max(lo, relative - 14), -1) if scene.text(j) == "الذين"), relative)
    return many_before(scene, lo, first) or found


def nearest(scene: Scene, i: int, found: Place) -> Place:
    """`جولة الوزير لا تشمل محطة في فرنسا الحليفة والتي تعارض الاتفاق`: of whom `التي` tells, and not of him."""
    forms = [hit.row for hit in scene.forms[i]]
    if any(fits_phrase(scene, form, found) for form in forms):
        return found
    for s in range(found.last - 1, max(found.first, found.last - 7), -1):
        named = scene.mentions.get(s)
        if named is not None and named[1].type in ("GPE", "ORG") and scene.text(s)[0] not in "ول":
            place = Place(s, max(noun_phrase(scene, s, found.last), named[0].last))
            return place if any(fits_phrase(scene, form, place) for form in forms) else found
        if any(hit.row["kind"] in _BODIES and hit.start == scene.tokens[s].start for hit in scene.heads.get(s, ())):
            place = Place(s, noun_phrase(scene, s, found.last))
            if place.last == found.last and any(fits_phrase(scene, form, place) for form in forms):
                return place  # `وهاجم المدرب إدارة النادي التي رفضت`
    return found


_BODIES = ("official_body", "organization", "company")


def met_last(scene: Scene, found: Place) -> Place:
    """`استقبل الوزير سامي الراوي المدير نادر العمر الذي أكد`: of two by title and name, the one before `الذي`."""
    named = [place for place, mention in scene.names_in(found, "PER") if mention.type == "PER"]
    if len(named) != 2 or named[1].last != found.last:
        return found
    title = named[0].last
    joined = title >= named[1].first or scene.text(title)[:1] == "و" or not starts_phrase(scene, title)
    heads = (hit for hit in scene.heads.get(title, ()) if hit.row["class"] == "person" and hit.row["number"] == "one")
    return found if joined or next(heads, None) is None else Place(title, found.last)


def _many(scene: Scene, i: int) -> bool:
    word = scene.text(i)
    if word.startswith("ال") and word.endswith(("ون", "ين")) and len(word) > 6 and scene.text(i + 1) == "الذين":
        return True  # `المتشائمين الذين كانوا يتوقعون`
    return any(hit.row["number"] == "many" for hit in scene.heads.get(i, ()))

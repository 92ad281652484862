"""Names behind a word for their kind that is no part of them: `شركة لوميراكس`, `نادي صقور الساحل`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from musnad.doc import Hit
from musnad.stages.names import constructs, extents, parts
from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import ordinary
from musnad.stages.names.words import Page
from musnad.verbs import verb

__all__ = ["behind"]

_CLANS = known.cues("headed clans")
_LOOSE = known.cues("apart loose")
_WHOLE = known.cues("apart whole")
_DESCRIBING = known.cues("apart describing")
_DESCRIBED = ("شركه", "منظمه", "مؤسسه")  # `شركة الأبحاث نورثلايت`
_NO_DEFINITE = ("تنظيم", "مصنع", "فصيل|ميليشيا|مليشيا|ميليشيات|مليشيات")
_WINDS = ("الشمال", "الجنوب", "الشرق", "الغرب", "الوسط", "الساحل")  # `نادي صقور الشمال`
_COMPANIES = ("شركه", "شركتي", "مجموعه شركات")
_WORKS = known.cues("apart works")
_UTILITIES = ("شركه", "مؤسسه")
_BODIES = frozenset(("بنك", "شركه", "منظمه", "مؤسسه"))
_RANKS = known.cues("general ranks")
_GENERIC = known.cues("apart generic")
_VERBAL = known.cues("apart verbal")
_TAILS = known.cues("apart tails")
_CITES = known.cues("apart cites")
_FIELDS = known.cues("constructs fields")
_OF = ("اوف", "اند", "ديلو", "ديلا", "ديل")
_OF_NEWS = ("للانباء", "للاعلام", "للصحافه")
_LATE = known.cues("headed late")
_ADJECTIVE = re.compile(r"\w{2}ي\wه|م\w+ه|م\w{2}و\w|\w+يه|\w+(?:ات|ين)")
_FEMININE = re.compile(r"\w{3,4}ت")


def behind(page: Page, hit: Hit, first: int, places: Mapping[int, Found]) -> tuple[int, int] | None:
    """The start (of the reading) and the word after the name that begins at word `first`, or None.

    What is not a name of its own, as in `بنك الواحة`, takes the word for its kind with it.
    """
    form = page.form(first)
    if form in _CLANS and page.gap(first + 1) == " ":
        return page.words[first].start, first + 2
    if hit.row["kind"] == "agency" and page.reading[hit.start : hit.end].endswith("الانباء"):
        stately = page.article(first) and form.endswith("يه") and page.gap(first) == " "
        return (hit.start, first + 1) if stately else None  # `وكالة الأنباء الكورسانية`
    if page.words[first].start in places:
        return _of_place(page, hit, first, places)
    royal = page.reading[hit.start : hit.end].endswith("نادي") and form == "ريال" and page.gap(first + 1) == " "
    if royal and parts.nameable(page.form(first + 1)):
        return page.words[first].start, first + 2  # `نادي ريال كورتينا`
    line = page.reading[hit.start : hit.end] in _UTILITIES and f"ال{form}" in _FIELDS and page.gap(first + 1) == " "
    town = places.get(page.words[first + 1].start) if line and page.form(first + 1) else None
    if town is not None and town.type in ("GPE", "LOC"):  # `شركة نقل تونس`, `مؤسسة مياه لبنان الجنوبي`
        after = constructs.adjectives(page, page.at(town.end))
        other = (
            places.get(page.words[after].start + 1) if page.gap(after) == " " and page.form(after)[:1] == "و" else None
        )
        return hit.start, page.at(other.end) if other is not None and other.type in ("GPE", "LOC") else after
    after = _definite(page, first, described=page.reading[hit.start : hit.end] in _DESCRIBED)
    if after:
        return _with_line(page, hit, _judged(page, hit, first, after))
    if page.form(page.holding(hit.start) - 1) == "باسم" and page.article(first) and _somebody(page, first + 1):
        return None  # `المتحدث باسم شركة النقل سامي الراوي`
    if form.startswith("ال") and hit.row["type"] == "ORG" and page.gap(first + 1) == " ":
        first += 1  # `شركة الأبحاث نورثلايت`
    if hit.row["type"] == "ORG" and form.isalpha() and page.gap(first + 1) == " " and _line(page, first + 1):
        return page.words[first].start, constructs.further(page, first + 1, places, "")
    return _unknown(page, hit, first, places)


def _somebody(page: Page, number: int) -> bool:
    """Whether a known given name and another part of a name stand at word `number`."""
    both = page.gap(number) == page.gap(number + 1) == " "
    return both and known.given(page.form(number)) and parts.listed(page.form(number + 1))


def _with_line(page: Page, hit: Hit, name: tuple[int, int] | None) -> tuple[int, int] | None:
    """The name with its line of business: `شركة المرجان للتأمين`."""
    if name is None or hit.row["type"] != "ORG" or page.gap(name[1]) != " ":
        return name
    if _line(page, name[1]):
        return name[0], name[1] + 1
    return name[0], _works(page, hit, name[1])


def _works(page: Page, hit: Hit, after: int) -> int:
    """`(شركة طيبة) لتشغيل المطارات`: the word after what a company does; `after` itself if nothing says so."""
    form = page.form(after)
    company = page.reading[hit.start : hit.end] in _COMPANIES and page.gap(after) == " "
    if not company or form[:1] != "ل" or form[1:] not in _WORKS or page.gap(after + 1) != " ":
        return after
    return constructs.purpose(page, after, {})


def _line(page: Page, number: int) -> bool:
    """`شركة رياح للشحن`: a company's line of business, behind whatever word it is called by."""
    form = page.form(number)
    return form.startswith("لل") and f"ال{form[2:]}" in _FIELDS


def _of_place(page: Page, hit: Hit, first: int, places: Mapping[int, Found]) -> tuple[int, int] | None:
    """A name that begins with a place's: `موقع ليمارا ويب`, `شركة الخليج للملاحة`."""
    after = page.at(places[page.words[first].start].end)
    if page.gap(after) != " ":
        return None
    if hit.row["type"] == "OUTLET":
        name = page.reading[page.words[first].start : page.words[after - 1].end]
        agency = page.form(after) in _OF_NEWS and page.whole(name, f" {page.form(after)}", "وكاله")
        tailed = page.form(after) in _TAILS or agency
        return (page.words[first].start, after + 1) if tailed else None
    purpose = page.form(after)
    whole = constructs.further(page, after, places, "") if purpose.startswith("لل") else after
    if whole == after and purpose[:1] == "ل" and (f"ال{purpose[1:]}" in _FIELDS or purpose[1:] in _WORKS):
        whole = constructs.purpose(page, after, places)  # `شركة البريقة لتسويق النفط`
        return (page.words[first].start, whole) if whole > after else None
    return (hit.start, whole) if whole > after else None


def _definite(page: Page, first: int, *, described: bool) -> int:
    """The word after one indefinite noun at most, a definite one and its adjectives; 0 if they are not there."""
    form, number = page.form(first), first
    if not page.article(first):
        if page.gap(first + 1) != " " or not page.article(first + 1) or not _noun(form):
            return 0
        number = first + 1
        adjective = constructs.adjectives(page, number) > number and page.form(number) not in _WINDS
        if page.form(number) in _VERBAL or (not known.common(form) and adjective) or constructs.foreign(form):
            return 0  # `شبكة حقاني المتشددة`, `حاولت شبكة نخيل الحصول على`
    noun = page.form(number)
    if known.nationality(noun) or known.title(noun[2:]) or noun in _GENERIC or noun in _DESCRIBING:
        return 0
    after = number + 1
    while page.gap(after) == " " and constructs.adjectives(page, after, stately=False) > after:
        if page.form(after) in _DESCRIBING:
            break
        after += 1
    unknown = page.gap(after) == " " and not page.article(after) and parts.nameable(page.form(after))
    if described and after == first + 1 and unknown:
        return 0  # `شركة الأبحاث نورثلايت`
    return after


def _noun(form: str) -> bool:
    """Whether a word can be the first noun of a construct that names something."""
    return (
        form.isalpha()
        and len(form) > 2
        and not _does(form)
        and not (known.binds(form) or known.says(form) or known.title(form) or known.nationality(form))
        and form not in known.HEADS.by_form
        and form not in _GENERIC
        and not form.startswith(("ال", "لل", "بال", "وال"))
        and not form.endswith(("يه", "ات", "ين", "ون"))
    )


def _does(form: str) -> bool:
    """`شركة استوفت الشروط`: a past of hers, which no noun is spelt like."""
    found = verb(form) if form.endswith("ت") else None
    return found is not None and bool(found.row) and not found.alike


def _judged(page: Page, hit: Hit, first: int, after: int) -> tuple[int, int] | None:
    """Whether everyday words make a name behind this head, and whether the head belongs to it."""
    head = page.reading[hit.start : hit.end]
    if head in _BODIES and after == first + 1 and page.form(first).endswith(("ات", "ين")):
        return None
    everyday = all(known.common(page.form(n)) for n in range(first, after))
    before = page.form(page.holding(hit.start) - 1)
    unknown = not ordinary(page.form(first))
    told = known.says(before) or before in _CITES or (unknown and extents.closed(page, after))
    if (
        hit.row["type"] == "OUTLET"
        and head not in _LOOSE
        and not told
        and not (unknown and known.says(page.form(after)))
    ):
        return None
    second = page.form(after - 1)
    ranked = second in _RANKS or known.nationality(second) is not None
    if head in _BODIES and everyday and after == first + 2 and ranked:
        return hit.start, after  # `شركة الكهرباء الوطنية`
    if head not in _LOOSE and (everyday or (after == first + 1 and hit.row["type"] == "ORG" and head not in _WHOLE)):
        return None
    if hit.row["form"] in _NO_DEFINITE:
        return None
    whole = head in _WHOLE and (known.common(page.form(first)) or page.article(first))
    return (hit.start if whole else page.words[first].start), after


def _by_itself(page: Page, number: int) -> bool:
    """Whether a word stands on the page without the word that follows it here."""
    form, second = page.form(number), page.form(number + 1)
    return any(word.form == form and page.form(n + 1) != second for n, word in enumerate(page.words) if n != number)


def _unknown(page: Page, hit: Hit, first: int, places: Mapping[int, Found]) -> tuple[int, int] | None:
    """One or two words of no known class, and what they are for (`ديلوران للأبحاث`)."""
    form = page.form(first)
    plain = hit.row["type"] != "OUTLET" or form.endswith("ي") or not extents.closed(page, first + 1)
    if page.words[first].start in places or not parts.nameable(form, person=plain):
        return None
    if hit.row["type"] == "OUTLET" and form.endswith("ي") and known.everyday(form):
        return None  # `موقع جبلي`
    if form.startswith(("ال", "و")) or form == "علي" or (hit.row["type"] == "ORG" and known.nationality(form)):
        return None
    owned = form.endswith("ه") and page.written(*page.words[first][:2]).endswith("ه")
    if owned or form in known.HEADS.by_form or form.startswith("كم"):
        return None
    if form in extents.BINDS or _ADJECTIVE.fullmatch(form) or parts.hung(form) or _does(form):
        return None
    if hit.row["type"] == "OUTLET" and known.given(form):
        return None
    if known.nationality(form) is not None or (known.nationality(f"ال{form}") and form.endswith("ي")):
        return None  # `فصيل عراقي`
    after = first + 1
    second = page.form(after)
    if hit.row["type"] == "OUTLET" and page.gap(after) == " " and second in _TAILS and second[:2] != "ال":
        after += 1  # `برو سبورت`
    elif (
        page.gap(after) == " "
        and second != "علي"
        and parts.nameable(second)
        and not second.startswith(("ال", "و"))
        and (
            not second.startswith(("ت", "ي", "ب", "ل"))
            or (extents.closed(page, after + 1) and not known.says(second))
            or not (ordinary(second) or verb(second))
        )
        and not _FEMININE.fullmatch(second)
        and second not in _LATE
        and not _by_itself(page, first)
    ):
        after += 1
    elif (
        hit.row["type"] == "OUTLET"
        and page.gap(after) == " "
        and known.describes(second)
        and extents.closed(page, after + 1)
    ):
        after += 1  # `موقع ضوء أحمر`
    while page.gap(after) == page.gap(after + 1) == " " and page.form(after) in _OF and page.form(after + 1):
        after += 2  # `نيو لايت أوف ليمارا`
    if page.gap(after) == " " and after - first > 1 and page.form(after - 1) in extents.BINDS:
        after += 1  # `كوريره دل بورتو`
    if hit.row["type"] == "OUTLET" and page.gap(after) == " " and page.form(after) in _OF_NEWS:
        name = page.reading[page.words[first].start : page.words[after - 1].end]
        after += page.whole(name, f" {page.form(after)}", "وكاله")
    if hit.row["type"] == "ORG":
        after = _works(page, hit, after)
    if hit.row["type"] == "ORG" and page.form(after).startswith("لل") and "ال" + page.form(after)[2:] in _FIELDS:
        after = constructs.further(page, after, places, "")
    of_news = page.reading[hit.start : hit.end] == "وكاله انباء" and page.form(after - 1) not in _OF_NEWS
    of_news = of_news and page.always(page.reading[page.words[first].start : page.words[after - 1].end], "وكاله انباء ")
    return (hit.start if of_news else page.words[first].start), after

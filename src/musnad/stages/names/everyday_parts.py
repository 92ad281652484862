"""Parts of a person's name that are everyday words too: where what stands round one tells."""

from __future__ import annotations

import re

from musnad.stages.names import knowledge as known
from musnad.stages.names.parts import everyday, listed, nisba
from musnad.stages.names.vocabulary import inflected, ordinary, sure
from musnad.stages.names.words import OPENING, Page
from musnad.verbs import verb

__all__ = [
    "CLOSES",
    "WEEKDAYS",
    "abroad",
    "closed",
    "everyday_part",
    "family_word",
    "father",
    "goes_no_further",
    "owner",
    "trade",
    "weekday_again",
]

CLOSES = known.cues("extents closes")
_THAT = ("ان", "انه", "انها", "بان")
_STYLES = known.cues("extents styles")  # what nobody bears with a given name alone: الدكتور، العقيد
_OFFICES = known.cues("extents offices")
_FAMILIES = known.cues("extents family titles")  # titles that families bear: الشيخ، السيد
_OBJECTS = known.cues("extents objects")  # what a verb of saying is about: أهمية، ضرورة
_TIMES = known.cues("constructs times")
_SPEAKS = known.cues("people speaks")
WEEKDAYS = ("السبت", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه")
_MANY = ("ين", "ون", "ات")


def closed(page: Page, number: int) -> bool:
    """Whether word `number` comes right behind a whole name: a mark, or what follows a speaker's name."""
    form = page.form(number)
    return page.gap(number) != " " or form in CLOSES or form in WEEKDAYS or (form[:1] == "ف" and known.says(form[1:]))


def trade(page: Page, number: int, before: str) -> bool:
    """A family name that is an everyday noun too (`سمير الحداد`): behind a given name, and closed after it."""
    form = page.form(number)
    return (
        sure(before)
        and page.article(number)
        and known.common(form)
        and known.is_noun(form[2:])
        and (form in _FAMILIES or not known.title(form[2:]))
        and form[2:] not in _OBJECTS
        and not _deed(page, number)
        and not form.endswith(("ه", "ات", "ين"))
        and (closed(page, number + 1) or known.says(page.form(number + 1)))
        and not _told_deed(page, number, before)
    )


def everyday_part(page: Page, first: int, number: int, before: str, titled: bool) -> bool | None:
    """Whether an everyday word is a part of a name where what stands round it tells; None where nothing does."""
    form, so_far = page.form(number), number - first
    named, everyday_noun = known.word_and_name(form), known.everyday(form)
    if not (named or everyday_noun):
        return None
    if so_far > 1 and form.endswith("ه") and page.written(*page.words[number][:2]).endswith("ه") and not listed(form):
        return False  # `(ختم) نادر الحلبي حديثه`
    after = page.form(number + 1) if page.gap(number + 1) == " " else ""
    if so_far == 1 and sure(before, world=titled) and (not after or (after in _THAT and sure(before, world=False))):
        return True  # `رامز شباك،`
    if so_far == 1 and titled and sure(before, world=False) and named and not _of(page, number):
        return True  # `المهندس أسامة ربيع`
    if so_far == 1 and titled and known.given(before) and _between(page, number):
        return True
    if so_far > 1 and named and (titled or sure(page.form(first), world=False)) and closed(page, number + 1):
        return True  # `سامر بلة شعبان إن`
    if so_far > 1 and titled and known.family(form) and listed(before) and after in _THAT:
        return True  # `بهنام أميري مقدم إن`
    if so_far == 1 and named and known.given(before) and after in ("عبد", "بن", "ولد", "ابو"):
        return True  # `خليفة رجب عبد الباقي`
    of_body = after in known.HEADS.by_form or after == "وزاره"
    if everyday_noun and ((known.place(after) and not nisba(after)) or (so_far > 1 and of_body)):
        return False  # `تشافي نجم برشلونة`, `سالم جابر عودة وزارة`
    if so_far > 1 and everyday_noun and _of(page, number) and (form.endswith("ه") or not nisba(after)):
        return False  # `أسامة ربيع عودة الملاحة`, `حاتم الجريبي رحيل المدرب`
    return None


_TAKES = re.compile(r"[وف]?(?:[يت]?[او]كد|[يت]?[ا]?علن|[يت]?جدد|[يت]?نفي|[يت]?رفض|[يت]?ا?بدي)(?:ت|وا)?")
_LED_ON = ("علي", "الي", "من", "في")


def _told_deed(page: Page, number: int, before: str) -> bool:
    """`أكد الأمير نادر الاتفاق على تشكيل لجنة`: behind a given name an everyday noun with what it governs, and no أن
    behind that is what was said; not `قال الأمير نادر الاتفاق في بيان إن`."""
    form, after = page.form(number), page.form(number + 1)
    noun = page.article(number) and inflected(form[2:]) and not (listed(form) or nisba(form))
    governs = after in _LED_ON or (after.startswith("بال") and ordinary(after[3:]) and not known.place(after[1:]))
    if not (noun and governs and known.given(before)) or page.gap(number + 1) != " ":
        return False
    said = any(_TAKES.fullmatch(page.form(k)) for k in range(max(0, number - 8), number - 1))
    ahead = range(number + 3, number + 12)
    marked = any(mark in page.gap(k) for k in ahead for mark in (":", *OPENING))
    return said and not marked and not any(page.form(k) in _THAT for k in ahead)


def abroad(page: Page, first: int, number: int) -> bool:
    """An everyday word that closes the name of somebody from abroad behind a title: `ناتالي كوري إن`."""
    form, opens, so_far = page.form(number), page.form(first), number - first
    ends = page.form(number + 1) in (*CLOSES, "،") or page.gap(number + 1)[:1] in tuple("،,:")
    ends = ends or known.says(page.form(number + 1))
    if so_far > 2 or not ends or page.article(number) or not sure(opens) or sure(opens, world=False):
        return False
    rest, noun = form[1:] if form[0] in "وبل" else "", form[:-1] if form.endswith("ه") else ""
    hung = form.endswith(("ا", "ات", "ين", "ها", "هم")) or known.binds(form) or known.says(form)
    hung = (
        hung or known.OUTLETS.get(rest) is not None or known.given(rest) or known.place(rest) or ordinary(rest)
    )  # `وسامي`, `بباريس`
    hung = hung or known.everyday(noun) or known.common(noun)  # `قوله`
    told = verb(form)
    verbal = told is not None and bool(told.row) and not told.alike
    return len(form) > 3 and not (hung or verbal or known.title(form) or known.describes(form) or form in CLOSES)


def _between(page: Page, number: int) -> bool:
    """An everyday noun between a given name and a family's is the father's: `المهندس سالم نهار القحطاني`."""
    form, last = page.form(number), page.form(number + 1)
    father = known.everyday(form) and not (page.article(number) or known.title(form) or form[0] in "وبل")
    family = page.gap(number + 1) == " " and nisba(last) and known.family(last) and known.nationality(last) is None
    told = verb(form)
    return father and family and (told is None or not told.row)


def _of(page: Page, number: int) -> bool:
    """Whether a word that is no family's stands behind word `number` with the article: what it is of."""
    return page.gap(number + 1) == " " and page.article(number + 1) and not listed(page.form(number + 1))


def family_word(page: Page, first: int, number: int, titled: bool) -> bool:
    """A family name that is an everyday word, behind what can be no whole name yet, or before what closes one."""
    form, before, so_far = page.form(number), page.form(number - 1), number - first
    if _ranked(page, number) or form.endswith(_MANY):
        return False
    named = page.article(number) and known.surname(form)
    ends = page.gap(number + 1)[:1] in tuple("،,:") or page.form(number + 1) in _THAT or _to(page, number + 1)
    if so_far == 1 and known.given(before) and not page.article(first) and _styled(page, first):
        house = named or (page.article(number) and form in _FAMILIES)
        if house and (closed(page, number + 1) or known.title(page.form(number + 1))):
            return True  # `الدكتور نادر الشيخ وهو`
        if known.title(form.removeprefix("ال")):
            return False
        bare = form.removeprefix("ال")
        plain = page.article(number) or (_noun(form) and not _of(page, number))
        return plain and (bare not in _OBJECTS or ends or _again(page, number))
    if so_far > 1 and _bare_house(page, first, number) and page.form(number + 1) in _THAT:
        return True
    if not titled:
        return False
    whole = known.given(page.form(first)) or known.word_and_name(page.form(first))
    if named and whole and closed(page, number + 1):
        return True  # `الناشط سامر عاتق القاضي إن`
    if so_far == 1:
        if _told_by(page, number, before, ends):
            return True
        unknown = page.article(number) and not (ordinary(before) or ordinary(form) or page.article(first))
        noun = known.is_noun(form) and not known.title(form) and sure(before, world=False)
        return ends and (unknown or noun)  # `مدير المعهد شلوح الموشان أن`, `نادر قدح أن`
    if nisba(form) and known.given(before) and not known.nationality(form):
        return not known.describes(form[2:])  # `العقيد نادر سالم العاصمي السكان`
    if not page.article(number) or not known.given(before) or not ends:
        return False
    return _styled(page, first) or (page.form(number - 2) == "بن" and not known.title(form[2:]))


def _bare_house(page: Page, first: int, number: int) -> bool:
    """A family's name without the article that a word of the language looks like: `ماجد بن سالم نقلي إن`, `هدى محمد
    فارسي أن`."""
    form, before = page.form(number), page.form(number - 1)
    if not form.endswith("ي") or len(form) < 4 or page.article(number) or form[0] in "وبل":
        return False
    if page.written(*page.words[number][:2]).endswith("ى"):
        return False  # `سالم الناجي محمد نفى أن`
    plain = known.title(form) or known.describes(form) or known.common(form) or known.nationality(form)
    return not plain and known.given(before) and known.given(page.form(first))


def _told_by(page: Page, number: int, before: str, ends: bool) -> bool:
    """`الدبلوماسي السابق سامي العظم إن`: any definite word between a given name that many bear and what is said.

    A weekday or an adjective only where the page calls somebody so again: `وقال الخميس:`.
    """
    form = page.form(number)
    bare = form.removeprefix("ال")
    told = ends or _to(page, number + 1)
    other = known.describes(bare) or known.title(bare) or bare in _OBJECTS or known.nationality(form) is not None
    named = sure(before, world=False) or (form in WEEKDAYS and known.given(before))
    whole = page.article(number) and named and not form.endswith("ه")
    if form in WEEKDAYS or (other and known.describes(bare)):  # `الخبير رامي الجديد إن`
        return told and whole and bool(weekday_again(page, form))
    return told and whole and not (other or known.binds(form) or form in _TIMES)


def _to(page: Page, number: int) -> bool:
    """`(قال فلان) لـ"X" إن`: who speaks to an outlet."""
    return page.form(number) == "ل" and page.gap(number + 1)[-1:] in OPENING


def weekday_again(page: Page, form: str) -> list[int]:
    """The words where somebody called like a weekday or a title speaks: `وقال الخميس:`, `وأضاف الشيخ أن`; but not where
    another has borne the title since: `وقال الشيخ صالح إن …. وأضاف الشيخ أن`."""
    titled = False
    found = []
    for number, word in enumerate(page.words):
        if word.form != form:
            continue
        if known.given(page.form(number + 1)) and page.gap(number + 1) == " ":
            titled = True
            continue
        titled = titled and not known.given(page.form(number - 1))
        speaks = page.gap(number) == " " and page.form(number - 1).lstrip("و") in _SPEAKS
        if speaks and not titled and (page.gap(number + 1)[:1] == ":" or page.form(number + 1) in _THAT):
            found.append(number)
    return found


def _noun(form: str) -> bool:
    """A noun that may be a family's: no accusative, none of the shapes of verbal nouns."""
    return known.is_noun(form) and not (form.endswith("ا") or everyday(form))


def _styled(page: Page, first: int) -> bool:
    """Whether a rank or a degree stands right before a name: a given name alone does not follow it."""
    return page.form(first - 1) in _STYLES and page.gap(first) in (" ", ". ", ".", "/", " / ")


def _again(page: Page, number: int) -> bool:
    """Whether the page calls somebody by word `number` alone: `وأضاف العمرة`, `المهندس قدح`."""
    form = page.form(number)
    alone = (n for n, word in enumerate(page.words) if word.form == form and n != number)
    return any(page.form(n - 1) in _STYLES or known.says(page.form(n - 1)) for n in alone)


def goes_no_further(page: Page, first: int, number: int) -> bool:
    """Whether a name ends before word `number`: a rank stands there, the next one's title, what is told."""
    adherents = page.form(number) == "انصار" and page.gap(number + 1) == " "  # `حث الملا أختر أنصار الحركة على`
    if adherents and (page.article(number + 1) or known.GROUPS.get(page.form(number + 1)) is not None):
        return True
    if page.form(number) == "باسمه" and page.written(*page.words[number][:2]).endswith("ه"):
        return True  # `وأعرب الملك سلمان باسمه واسم شعبه`; but `سلمى باسمة`
    return _ranked(page, number) or _next_one(page, first, number) or (number - first == 1 and _deed(page, number))


def _deed(page: Page, number: int) -> bool:
    """`أعلن الشيخ سلمان (الانسحاب) من البطولة`: a verbal noun with what it governs is what is told, and no family."""
    form, after = page.form(number), page.form(number + 1)
    if not page.article(number) or known.surname(form) or page.gap(number + 1) != " ":
        return False
    if form[2:3] == "ت" and after == "في":
        return False  # `الدكتور سالم التوفيق في ختام اللقاء`
    governs = after in _GOVERNED or after[:2] == "لل" or (after[:1] in "بل" and not listed(after) and len(after) > 3)
    return (_VERBAL.fullmatch(form[2:]) is not None or form[2:] in _OBJECTS) and governs


_VERBAL = re.compile(r"ا(?:ت\w{1,2}ا|\wت\wا|ن\w\wا|ست\w{2,3}ا)\w|ت\w\wي\w")  # اتفاق، التزام، انسحاب، استعداد، تحقيق
_GOVERNED = ("علي", "من", "في", "عن", "الي", "مع")


def _ranked(page: Page, number: int) -> bool:
    """`(فلان) الأمين العام`: a title that its rank follows."""
    return page.article(number) and known.title(page.form(number)[2:]) and page.form(number + 1) in _OFFICES


def _next_one(page: Page, first: int, number: int) -> bool:
    """`نائب الملا سالم الملا نادر`, `سالم نادر قائد «لواء X»`: at word `number` another title begins."""
    form = page.form(number)
    same = form == page.form(first - 1) and page.article(number) and known.given(page.form(number + 1))
    mark = page.gap(number + 1).strip(" ")[-1:]
    quoted = mark != "" and mark in OPENING
    told = number - first == 1 and _told_deed(page, number, page.form(first))
    return same or told or (number - first > 1 and quoted and known.title(form))


def father(page: Page, number: int) -> bool:
    """Whether word `number` can be a name behind `السيد` in the middle of one: `محمد السيد علي`, `هناء السيد غريب`."""
    form = page.form(number)
    named = listed(form) or known.family(form) or known.word_and_name(form)
    return named and not (page.article(number) and ordinary(form)) and not known.title(form)


def owner(page: Page, number: int) -> bool:
    """`ويضيف مالك:` on a page that has told of `مالك المطعم`: what he is, and not what he is called."""
    form = page.form(number)
    alike = (n for n, (_, other, second) in enumerate(page.around) if other == form and second.startswith("ال"))
    return known.title(form) and any(ordinary(page.form(n + 1)) and not listed(page.form(n + 1)) for n in alike)

"""Persons without a title: known parts side by side, names joined by و, and who speaks."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import lru_cache

from musnad.stages.names import extents, parts
from musnad.stages.names import knowledge as known
from musnad.stages.names.ali import after_ali
from musnad.stages.names.everyday_parts import WEEKDAYS, owner
from musnad.stages.names.fathers import SONS, anothers, apposed_name, of_state, ould
from musnad.stages.names.found import Found
from musnad.stages.names.honoured import named_after
from musnad.stages.names.kunya import kunya, topic_byname
from musnad.stages.names.vocabulary import ordinary, sure
from musnad.stages.names.words import Page
from musnad.verbs import verb

__all__ = ["find", "named_with_article", "person_at"]

_SPEAKS = known.cues("people speaks")
_SAID = known.cues("people said")
_APPOSED = known.cues("people apposed")
_IDIOMS = known.cues("people idioms")
_LONG = 8  # letters of what no everyday noun is, whatever its ending: `راشماواتي`
_SHORT = 4  # letters of a foreign name that another word may be with ب or ل on it: `بريكا`


def person_at(page: Page, first: int, after: int, rule: str) -> Found:
    return Found(page.words[first].start, page.words[after - 1].end, "PER", rule, kind="person", weight=1)


def find(page: Page, titles: set[int], places: Collection[int]) -> Iterator[Found]:
    """Names without a title: two known parts side by side, or a name between a verb of saying and its apposition.

    `titles` are the words that are titles, `places` where the names begin that are no persons.
    """
    past = 0
    for number, (before, form, second) in enumerate(page.around):
        letters = _written_on(page, number, second == "الدين")
        for name in _joined(page, number, letters, past == number) if letters else ():
            past = page.at(name.end)
            yield name
        opens = _opens(form)
        if opens and number >= past and _alone(page, number):
            yield replace(person_at(page, number, number + 1, known.RULES["given_alone"].name), weight=0)
        named = opens or second in SONS or form == "شيخ" or known.says(before) or apposed_name(page, number)
        if number < past or not (named or topic_byname(page, number)):
            continue
        found = _at(page, number, titles, places) if page.gap(number + 1) == " " else None
        if found is not None:
            yield found
            past = page.at(found.end)


@lru_cache(1 << 15)
def _opens(form: str) -> bool:
    """Whether a folded word may begin a name wherever it stands."""
    first = form in ("عبد", "علي") or form in extents.FAITH or form in parts.ARTICLED
    return first or known.given(form) or sure(form, world=False) or parts.latin(form)


def _at(page: Page, number: int, titles: set[int], places: Collection[int]) -> Found | None:
    """The name of two words or more that begins at word `number`; `titles`, `places`: as for `find`."""
    form, second, before = page.form(number), page.form(number + 1), page.form(number - 1)
    ali = form == "علي" and not extents.preposition(page, number) and " فى " not in page.doc.source
    servant = form == "عبد" and second in extents.SERVANTS
    if ould(page, number):
        return person_at(page, number, extents.person(page, number, titled=True), known.RULES["pair"].name)
    if apposed_name(page, number):
        return person_at(page, number, number + 2, known.RULES["pair"].name)
    son = second == "بن" and len(form) > 3 and parts.nameable(form) and not parts.everyday(form)
    faith = second == "الدين" and form in extents.FAITH
    begins = servant or son or faith or ali or known.given(form) or known.says(before) or topic_byname(page, number)
    sheikh = form == "شيخ" and of_state(before) and parts.listed(second) and not page.article(number + 1)
    begins = begins or sheikh  # `السنغالي شيخ ديالو`
    articled = form in parts.ARTICLED and named_with_article(page, number)
    articled = (articled and page.words[number].start not in places) or parts.latin(form)
    if not (begins or articled) or (page.article(number) and not articled) or before.endswith("عبد"):
        return None
    state = known.STATES.get(form) is not None and page.words[number].start in places
    if form == "الدين" or known.nationality(form) or state:  # `علماء الدين`, `يمني`, `(مع) إيران جيد`
        return None
    if known.everyday(form) and anothers(page, number) and not (known.title(form) and known.says(before)):
        return None  # `رحيل السيماوي مرهون` beside `ناصر السيماوي`; but `قال سلطان السيماوي`
    of_place = known.everyday(form) and known.place(second) and not parts.nisba(second)
    if of_place or (number in titles and number + 1 in titles):
        return None  # `جهاد القوقاز`, `وكيل أمين X`
    after = extents.person(page, number, titled=sheikh)
    if before.lstrip("وف") in _SPEAKS and after < number + 2:
        whole = _before_title(page, number, after, titles)
        if after == number + 1 and whole > after:
            return person_at(page, number, whole, known.RULES["speaker"].name)
        after = whole
    if after - number < 2 or (before == "ال" and page.gap(number) == " "):  # `آل فلان` is a clan
        return None
    if _of_a_body(before) or f"{form} {second}" in _IDIOMS or _house(page, number, after):
        return None
    if kunya(page, number, after):
        return person_at(page, number, after, known.RULES["pair"].name)
    if number in titles and (known.place(second) or known.nationality(second)):  # `أمين تبوك`, `عالم سوداني`
        return None
    owner = before.endswith(("ه", "ها")) and not page.article(number - 1)  # `مجلس إدارته أحمد سالم`
    institution = named_after(before) or (named_after(page.form(number - 2)) and not owner)
    listed = ((servant or faith) and after - number > 2) or (
        known.given(form)
        and (parts.listed(second) or second in ("بن", "ابو") or _letter(page, number + 1) or of_state(before))
    )
    if not listed and before.lstrip("وف") in _SPEAKS and not institution and _speaker(page, number, after, titles):
        return _speaker_found(page, number, after)
    if not (faith or servant) and known.everyday(form) and known.everyday(second.removeprefix("ال")):
        listed = False  # `ظهور الإسلام`, `حسن نية`
    if before.lstrip("وف") in _SPEAKS and parts.nisba(second) and extents.closed(page, number + 2):
        listed = listed or (known.given(form) and not known.describes(second[2:]))  # `وقال عوض الخازمي وهو بائع`
    listed = listed or _family(page, number, after) or (ali and after_ali(page, number + 1))
    bound = any(page.form(n) in ("ال", "بن", "ابو") for n in range(number + 1, after - 1))
    listed = listed or sheikh or (son and after - number > 2) or (articled and parts.listed(second))
    listed = listed or (bound and sure(form, world=False))
    apposed = "،" in page.gap(after) and (after in titles or page.form(after) in _APPOSED)
    if (listed and not institution) or (apposed and known.says(before)):
        return person_at(page, number, after, known.RULES["pair"].name)
    return None


def _letter(page: Page, number: int) -> bool:
    """`جون كيه. ميلر`, `روبرت أ. ميلر`: whether a letter stands at word `number`."""
    return len(page.form(number)) == 1 or (page.gap(number + 1) == ". " and extents.initial(page, number))


def _of_a_body(before: str) -> bool:
    row = known.HEADS.by_form.get(before)
    return row is not None and row[0]["type"] in ("ORG", "OUTLET", "GPE")


def _before_title(page: Page, number: int, after: int, titles: set[int]) -> int:
    """The word after a name that holds an everyday word, before a title: `قال عيد عماش المتحدث`, `سالم الخميس مدير X`.

    `after` is the word after what is a name without that title.
    """
    if after == number and known.word_and_name(page.form(number)):
        whole = extents.person(page, number, titled=True)
        return whole if whole in titles and page.article(whole) else number
    second = page.form(number + 1)
    trade = known.is_noun(second.removeprefix("ال")) and number + 1 not in titles  # `نفى أحمد عيد رئيس الاتحاد`
    day = second in WEEKDAYS and known.title(page.form(number + 2))
    house = trade or day or (second == "الشيخ" and page.article(number + 2))
    ends = number + 2 in titles and page.gap(number + 2).strip() in ("", "-", "–", "—", "،"[:day])
    return number + 2 if after == number + 1 and sure(page.form(number)) and house and ends else after


def _written_on(page: Page, number: int, faith: bool) -> int:
    """How many letters are written on a person's first name at word `number`; 0 if none. `faith`: `الدين` follows."""
    form = page.form(number)
    own = parts.listed(form) or known.place(form) if form[0] != "و" else sure(form) and known.given(form)
    if form[0] not in "وبل" or own:
        return 0  # `بلال`, `وسيم`
    letters = 2 if form[0] == "و" and form[1:2] in ("ب", "ل") and not parts.listed(form[1:]) else 1
    rest = form[letters:]
    served = rest == "عبد" and page.form(number + 1) in extents.SERVANTS
    if form == "وعلي" and page.written(*page.words[number][:2]).endswith("ي"):
        return 1 if known.given(page.form(number + 1)) else 0  # `(نادر الحلبي) وعلي رضا فرحات`
    if form[0] == "و" and letters == 1:
        return 1 if known.given(rest) or sure(rest, world=False) or (faith and rest in extents.FAITH) or served else 0
    common = known.everyday(form) or known.common(form)
    common = common or (ordinary(form) and not (sure(rest, world=False) or parts.nisba(page.form(number + 1))))
    return (
        letters
        if (sure(rest, world=len(rest) > _SHORT) and not common) or (faith and rest in extents.FAITH) or served
        else 0
    )


def _alone(page: Page, number: int) -> bool:
    """`وقال باسل، وهو نازح`: a given name that many bear, alone between a verb of saying and a mark."""
    before = page.form(number - 1)
    who = page.form(number + 1) in ("وهو", "وهي") and page.gap(number + 1).startswith("،")
    speaks = before.lstrip("وف") in _SPEAKS or (who and _tells(before))  # `تسأل حليمة، وهي أم`
    if not sure(page.form(number), world=False) or not speaks or owner(page, number):
        return False
    return page.gap(number + 1).strip()[:1] in ("،", "(", ":") and page.gap(number) == " "


def _tells(form: str) -> bool:
    told = verb(form)
    return known.says(form) or (told is not None and not told.alike)


def _house(page: Page, first: int, after: int) -> bool:
    """`كبير المحللين في «X Y»`: quotation marks behind a preposition fence off no person."""
    fenced = page.fenced(page.words[first].start, page.words[after - 1].end)
    return fenced and page.form(first - 1) in ("في", "فى", "لدي")


def _family(page: Page, first: int, after: int) -> bool:
    """Whether a given name and one word of no known class are a name: the word has an article, or closes the name."""
    form = page.form(first + 1)
    own = page.article(first + 1) and form.endswith("ي") and len(form) > 5 and not ordinary(form)
    if own and after == first + 2 and known.given(page.form(first)) and not ordinary(page.form(first)):
        return known.nationality(form) is None  # `نصيف الغراوي`
    if not sure(page.form(first)) or after != first + 2 or known.nationality(form) or page.article(first):
        return False
    if page.article(first + 1):
        goes_on = page.gap(after) == " " and page.article(after)  # where it ends is not clear
        nisba = form.endswith("ي") and page.gap(after) != " "  # `كريم السباعي،`
        everyday = known.common(form) or (known.everyday(form[2:]) and not nisba)
        return not goes_on and not everyday and not form.endswith(("ين", "ات", "يه"))
    return not ordinary(form) and (extents.closed(page, after) or not known.says(form))


def _speaker(page: Page, first: int, after: int, titles: set[int]) -> bool:
    """Whether two or three words between a verb of saying and what is said, or a title, can only be a name."""
    titled = after in titles and page.gap(after).strip() in ("", "-", "–", "—")  # `قال سبهان عماش المتحدث باسم …`
    closes = page.form(after) in _SAID or page.form(after) in ("الذي", "التي") or "،" in page.gap(after)
    if after - first > 3 or not (closes or titled):
        return False
    forms = [page.form(n) for n in range(first, after)]
    if first in titles and page.article(first + 1) and ordinary(forms[1]) and not parts.listed(forms[1]):
        return False  # `قال مالك المطعم إن`
    if forms[-1] in extents.ENDINGS:
        return True  # `قال إيشين أوغلو إن`
    if len(forms) == 3 and all(map(parts.listed, forms[1:])) and not (ordinary(forms[0]) or _hung(forms[0])):
        return True  # `وقالت زاندولي جورج مارتن، التي`
    if any(form[0] == "ل" and not parts.listed(form) for form in forms) or (forms[0].endswith("ان") and not titled):
        return False
    sure_place = titled and (parts.listed(forms[0]) or page.article(after))  # `قال بوب كوسكي المتحدث`
    if sure_place and not any(ordinary(form) and not parts.listed(form) for form in forms):
        return True
    plain = (form for form in forms if parts.everyday(form) and not parts.listed(form))
    return forms[0] not in extents.BINDS and all(len(form) > _LONG and not ordinary(form) for form in plain)


def _hung(form: str) -> bool:
    """`لسامي`, `وسامي`: a name with a letter written on it."""
    return form[0] in "لبكوف" and parts.listed(form[1:])


def _speaker_found(page: Page, first: int, after: int) -> Found:
    """A person; or a body, where the verb is feminine and the words come back together, as no person's name does."""
    found = person_at(page, first, after, known.RULES["speaker"].name)
    words = page.reading[found.start : found.end]
    listed = any(parts.listed(page.form(n)) for n in range(first, after))
    kin = known.title(page.form(after)) and page.gap(after) == " "
    if listed or kin or not page.form(first - 1).endswith("ت") or page.reading.count(words) < 2:
        return found
    return replace(found, type="ORG", kind="organization")


def _joined(page: Page, number: int, letters: int, beside: bool) -> Iterator[Found]:
    """`(X) وباسل الخياطي`: a given name behind `letters` written on it, with a family name.

    `beside`: another name ends before it.
    """
    form, second = page.form(number)[letters:], page.form(number + 1)
    if known.title(form) and known.place(second):
        return  # `وأمين الطائف`
    if (
        page.gap(number + 1) != " "
        or known.everyday(page.form(number))
        or not _family_behind(page, number, form, beside)
    ):
        return  # `وجود خلاف`: the و is the word's own
    if known.everyday(form) and ((ordinary(second) and not parts.nisba(second)) or not beside):
        # `وأكمل باقي`
        return
    after = extents.person(page, number, joined=letters)
    if after - number < 2 + (second == "الدين" or form == "عبد"):
        return
    start = page.words[number].start + letters
    yield Found(start, page.words[after - 1].end, "PER", known.RULES["joined"].name, kind="person", weight=1)


def _family_behind(page: Page, number: int, form: str, beside: bool) -> bool:
    """Whether what stands behind the given name `form`, with letters written on it, is the rest of a name."""
    second = page.form(number + 1)
    if second == "علي":
        return not extents.preposition(page, number + 1)
    if known.common(second):
        return form == "عبد" and second in extents.SERVANTS
    if parts.listed(second) or second in ("بن", "بنت", "ال", "ابو", "الدين"):
        return True
    if page.article(number + 1):
        return beside or (sure(form) and second.endswith("ي") and not ordinary(second))
    plain = parts.nameable(second) and extents.closed(page, number + 2)
    return (beside and plain) or (sure(form) and parts.nameable(second) and not ordinary(second))


def named_with_article(page: Page, number: int) -> bool:
    """`الطاهر بلعيفة`, `المختار ولد X`, `الوليد بن X`: a given name that bears the article."""
    form, second = page.form(number), page.form(number + 1)
    if page.gap(number + 1) != " " or not second:
        return False
    if second == "بن":
        return known.given(form[2:]) or form in parts.ARTICLED
    bound = second in extents.BINDS and second not in ("دي", "دا", "لو", "ام")
    closes = page.article(number + 1) and extents.closed(page, number + 2) and known.describes(second[2:])
    return form in parts.ARTICLED and (
        bound or closes or (parts.nameable(second) and known.nationality(second) is None)
    )

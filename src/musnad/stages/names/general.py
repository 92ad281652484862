"""Bodies with an article and no word of their own (`المديرية العامة للطرق`), clubs, and numbered roads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from musnad.stages.names import constructs, extents
from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.headed import OUTLET_TAILS
from musnad.stages.names.vocabulary import ordinary
from musnad.stages.names.words import Page

__all__ = ["find"]

_BODIES = known.cues("general bodies")
_OFFICIAL = known.cues("general official")
_RANKS = known.cues("general ranks")
_UNRANKED = known.cues("general unranked")
_PARTIES = known.cues("general parties")
_CHANNEL = re.compile(
    r"(?<![^\W_])القناه (?:\d{1,2}(?!\d)|(?:الاولي|الثانيه|الثالثه|الرابعه|الخامسه|السابعه|الثامنه|التاسعه)(?![^\W_]))"
    r"(?: عشره?(?![^\W_]))?"
)
_ROAD = re.compile(r"(?<![^\W_])الطريق (?:رقم )?\d{1,3}(?!\d)")
_ARMY = re.compile(
    r"(?<![^\W_])(?:اللواء|الفرقه|الفوج|الكتيبه|الفيلق|الفيلق) "
    r"(?:\d{1,3}(?!\d)|ال(?:اول|اولي|ثاني|ثانيه|ثالث|ثالثه|رابع|رابعه|خامس|خامسه|سادس|سادسه|سابع|سابعه|ثامن|ثامنه|تاسع|تاسعه|عاشر|عاشره)(?![^\W_]))"
    r"|(?<![^\W_])الفيلق ال(?:شرقي|غربي|شمالي|جنوبي)(?![^\W_])"
)
_SIDES = known.cues("general sides")
_LEADERS = ("قايد", "قائد", "رييس", "رئيس")
_RIVALS = known.cues("general rivals")
_NEVER = known.cues("clubs never")  # `مدرب اللياقة`
_GAMES = known.cues("general games")


def find(page: Page, places: Mapping[int, Found]) -> Iterator[Found]:
    """Bodies, clubs and roads of these shapes. `places` are the names found so far, by their start."""
    for road in _ROAD.finditer(page.reading):
        yield Found(road.start(), road.end(), "LOC", known.RULES["road"].name, weight=1)
    for channel in _CHANNEL.finditer(page.reading):
        rule = known.RULES["station"].name
        row = known.OUTLETS.get(channel.group())
        entity = row["entity"] if row else None
        yield Found(channel.start(), channel.end(), "OUTLET", rule, entity, kind="outlet", weight=1)
    for unit in _ARMY.finditer(page.reading):
        yield Found(unit.start(), unit.end(), "ORG", known.RULES["unit"].name, kind="official_body", weight=1)
    for number, word in enumerate(page.words):
        head, length = _head(word.form)
        if not head:
            continue
        start = word.end - length
        if word.form in OUTLET_TAILS:
            yield from _press(page, number)
        if head in _STATIONS:
            yield from _station(page, number, start)
        elif head in _BODIES:
            yield from _body(page, number, start, head, places)
        elif head in _SIDES_OF_STATE:
            yield from _region(page, number, start)
        elif head in _SIDES or (head in _LEADERS and len(page.forms & _GAMES) > 2):
            yield from _club(page, number + 1, head in _RIVALS)


@lru_cache(1 << 15)
def _head(form: str) -> tuple[str, int]:
    """The word for a kind that a folded word is without its clitics, and how many letters are left of it; or none."""
    bare = form.lstrip("وبفك") if form[:1] in "وبفك" else form
    head = "ا" + bare[1:] if bare.startswith("لل") else bare
    if form not in OUTLET_TAILS and head not in _HEADS:
        return "", 0
    return head, len(bare) - bare.startswith("لل")


def _body(page: Page, number: int, start: int, head: str, places: Mapping[int, Found]) -> Iterator[Found]:
    """`X + adjectives + لـ-phrase`: a rank, a state or what it is for makes it a name."""
    second = page.form(number + 1)
    after = constructs.adjectives(page, number + 1)
    while head == "القطب" and page.gap(after) == " " and _POLE.fullmatch(page.form(after)):
        after += 1  # `القطب القضائي البيئي والبحري`
    if after == number + 1 or (second in _UNRANKED and head != "المحكمه"):
        return
    while after > number + 1 and page.form(after - 1) in ("الجديد", "الجديده", "الحالي", "الحاليه"):
        after -= 1
    if second.endswith("ه") and not head.endswith(("ه", "الخطوط")):
        return  # `منتجات النادي الأصلية`
    while after > number + 1 and known.nationality(page.form(after - 1)) and not _agree(head, page.form(after - 1)):
        after -= 1  # `رئيس المنظمة العالمية الألماني`
    if after == number + 1 or (head == "الخطوط" and page.form(after - 1) == "الحمراء"):
        return
    if head in _OF_SCIENCE and after == number + 2 and not ordinary(second):
        yield Found(start, page.words[after - 1].end, "ORG", known.RULES["general"].name, kind="organization", weight=1)
        return  # `المرصد الجيوفيزيائي`
    described = [page.form(n) for n in range(number + 1, after)]
    ranked = second in _RANKS or any(form in _NATIONAL or known.nationality(form) for form in described)
    known_whole = known.ORGANIZATIONS.get(page.reading[start : page.words[after - 1].end]) is not None
    whole = after if known_whole else constructs.purpose(page, after, places)
    if head in _OF_PEOPLE and page.form(after) in ("للصحفيين", "للصحافيين") and page.gap(after) == " ":
        whole = after + 1
    body = places.get(page.words[after].start + 1) if head == "الامانه" and page.form(after).startswith("ل") else None
    if body is not None and body.type == "ORG":
        whole = page.at(body.end)  # `الأمانة العامة لمجلس الوزراء`
    if whole == after:
        how = "court" if head == "المحكمه" else "council" if page.form(after) == "بوزاره" else ""
        whole = constructs.further(page, after, places, how)
    if (whole > after and (ranked or head not in _PARTIES)) or (
        after - number > 2 and (ranked or head in _PARTIES or head in _COUNCILS)
    ):
        of_people = head == "الهيئه" and page.form(whole - 1).startswith("لل") and page.form(whole - 1).endswith("ين")
        official = (head in _OFFICIAL and not of_people) or (
            head in _OF_STATE and second in _NATIONAL
        )  # `المرصد الوطني للأسعار`
        kind = "official_body" if official else "organization"
        yield Found(start, page.words[whole - 1].end, "ORG", known.RULES["general"].name, kind=kind, weight=1)


def _region(page: Page, number: int, start: int) -> Iterator[Found]:
    """`الجنوب الليبي`, `الساحل السوري`: a part of a state."""
    second = page.form(number + 1)
    if page.gap(number + 1) == " " and known.nationality(second) and second.endswith("ي"):
        state = known.nationality(second) or ""
        side = next((side for part, side in _SIDES_IN_ENGLISH.items() if page.form(number).endswith(part)), "")
        english = side.format(state=state, adjective=known.adjective_of(state)) or None
        yield Found(start, page.words[number + 1].end, "LOC", known.RULES["region"].name, english, weight=1)


_SIDES_IN_ENGLISH = {
    "جنوب": "Southern {state}",
    "شمال": "Northern {state}",
    "شرق": "Eastern {state}",
    "غرب": "Western {state}",
    "ساحل": "{adjective} coast",
}


def _station(page: Page, number: int, start: int) -> Iterator[Found]:
    """`الإذاعة الوطنية`, `التلفزيون الليبي`: a state's own."""
    second = page.form(number + 1)
    if page.gap(number + 1) == " " and (known.nationality(second) or second in ("الوطني", "الوطنيه")):
        yield Found(start, page.words[number + 1].end, "OUTLET", known.RULES["station"].name, kind="outlet", weight=1)


def _agree(head: str, adjective: str) -> bool:
    """Whether a state's adjective has the gender of its noun, as far as their endings tell."""
    return not head.endswith("ه") or adjective.endswith(("ه", "ين", "ون", "ات"))


_OF_PEOPLE = ("الاتحاد", "الجمعيه", "الرابطه", "النقابه")
_OF_STATE = ("المركز", "المرصد", "المعهد", "المختبر", "المكتبه", "المتحف")
_NATIONAL = ("الوطني", "القومي", "الوطنيه", "القوميه")
_OF_SCIENCE = ("المرصد", "المعهد", "المختبر")
_COUNCILS = ("الجمعيه", "المجلس", "المحكمه", "المركز", "الهيئه", "اللجنه", "الرابطه", "المنتدي", "النقابه", "القطب")
_POLE = re.compile(r"وال\w+ي")
_SIDES_OF_STATE = known.cues("general parts of states")
_STATIONS = known.cues("general stations")
_HEADS = _BODIES | _STATIONS | _SIDES_OF_STATE | _SIDES | frozenset(_LEADERS)


def _press(page: Page, number: int) -> Iterator[Found]:
    """`مرمرة برس`, `فلاندر نيوز`: a word and what newspapers and agencies are called."""
    before = page.form(number - 1)
    if (
        page.gap(number) == " "
        and before.isalpha()
        and not known.common(before)
        and not known.common(before[1:])
        and len(before) > 2
    ):
        start = page.words[number - 1].start
        if known.OUTLETS.get(page.reading[start + 1 : page.words[number].end]) is not None:
            return  # `قال لفرانس برس`
        start += "\u0640" in page.written(start, start + 2)[:2] and before[0] == "ل"  # `لـمرايا برس`
        yield Found(start, page.words[number].end, "OUTLET", known.RULES["press"].name, kind="outlet", weight=2)


def _club(page: Page, number: int, rival: bool) -> Iterator[Found]:
    """`مهاجم السدرة`, `ضيفه شباب المرج`: a definite word, or an indefinite one with it, that is no everyday noun."""
    first = number
    if rival and page.gap(number) == " " and not page.article(number) and page.forms & _GAMES:
        number += 1
    form = page.form(number)
    if page.gap(number) != " " or not page.article(number) or known.nationality(form):
        return
    last = number
    sports = len(page.forms & _GAMES) > 1
    if sports and page.article(number + 1) and page.form(number + 1).endswith("ي") and extents.closed(page, number + 2):
        last = number + 1  # `مدرب الرجاء الساحلي إن`
    if (
        (known.common(form) and number == first and last == number)
        or known.title(form[2:])
        or (number > first and (known.given(page.form(first)) or known.binds(page.form(first))))
    ):
        return
    if form in _NEVER or form.endswith(("ي", "يه", "ين")) or page.form(last + 1).startswith("ال"):
        return
    start, end = page.words[first].start, page.words[last].end
    yield Found(start, end, "ORG", known.RULES["club"].name, kind="organization", weight=1)

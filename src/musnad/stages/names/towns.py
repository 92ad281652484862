"""Towns and states behind a word for their kind (`بلدة X`, `بلدتي X وY`, `محافظ X`, `العاصمة X`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from musnad.doc import Hit
from musnad.stages.names import extents, parts
from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import ordinary
from musnad.stages.names.words import Page
from musnad.verbs import verb

__all__ = ["behind", "find", "town"]

_FIRSTS = known.cues("towns firsts")
_SMALL = known.cues("towns small")
_MANY = known.cues("towns many")
_OFFICES = known.cues("towns offices")
_NEVER_DEFINITE = known.cues("towns never definite")
_NO_TOWN = known.cues("towns no town")
_NO_VILLAGE = known.cues("towns no village")
_WHERE = known.cues("towns where")
_WITHIN = known.cues("towns within")
_SECONDS = known.cues("towns seconds")
_BARE_FIRSTS = known.cues("towns bare firsts")
_SURE = known.cues("towns sure firsts")
_IDIOMS = known.cues("towns idioms")
_LATE = known.cues("headed late")
_ADJECTIVE = re.compile(r"\w{2}ي\wه|م\w+ه|\w+يه|\w+(?:ات|ين)")
_NAMED = re.compile(r"[^م]\wي\wه")  # `بلدة أريحة`
_FEMININE = re.compile(r"\w{3,4}ت")
_VERB = re.compile(r"[يتن]\w{2,4}|س[يت]\w{3,}|\w{2,}(?:ها|هم|[^ا]نا|هما)")


def behind(page: Page, hit: Hit, first: int, places: Mapping[int, Found]) -> Iterator[Found]:
    """The town at word `first`, and those joined to it where the word before them says that there are several."""
    head = page.reading[hit.start : hit.end]
    many = head in _MANY
    if page.form(page.holding(hit.start) - 1).isdigit():
        return  # `40 مقاطعة أخليت`
    if head == "ممر" and ordinary(page.form(first)) and not page.article(first):
        return  # `تتحرك في ممر بطيء`
    if head == "حي" and page.form(page.holding(hit.start)) == "وحي" and page.form(first - 2) in ("من", "في", "فى"):
        return  # `من وحي الخيال`
    start, number = page.words[first].start, first
    while True:
        taken = places.get(start)
        after = page.at(taken.end) if taken else town(page, number, start, small=head in _SMALL or head == "حي")
        if not taken and head in _NEVER_DEFINITE and page.reading.startswith("ال", start):
            before = page.form(page.holding(hit.start) - 1)
            if head != "ناحيه" or before not in ("في", "فى", "الي", "قرب", "مدير"):
                return
        if after == number:
            return
        if not taken:
            state = "state" if head == "دوله" else None
            yield Found(
                start, page.words[after - 1].end, hit.row["type"], known.RULES["apart"].name, kind=state, weight=2
            )
        form = page.form(after)
        if not many or form[:1] != "و" or len(form) < 4 or page.gap(after) not in (" ", "، "):
            return
        number, start = after, page.words[after].start + 1


def town(page: Page, number: int, start: int, *, small: bool = False) -> int:
    """The number of the word after the town that begins at `start` in word `number`; `number` itself if none does.

    `small`: a village or township, which may be called by any everyday noun.
    """
    form = page.reading[start : page.words[number].end]
    after = number + 1
    if form in _FIRSTS and page.gap(after) == " ":
        second = page.form(after)
        return after + 1 if second.isalpha() and len(second) > 2 and not known.binds(second) else number
    if form.startswith("ال") and len(form) > 4:
        bare = known.title(form[2:]) or known.says(form) or known.binds(form) or known.nationality(form)
        everyday = known.common(form) or form in _NO_TOWN or known.common(form.removesuffix("ه"))
        everyday = everyday or known.everyday(form[2:])
        plural = form.endswith(("ات", "ين"))
        return number if bare or form in _NO_VILLAGE or ((everyday or plural) and not small) else after
    if not parts.nameable(form) or form.startswith(("ال", "و")) or form == "علي" or form in extents.BINDS:
        return number
    described = _ADJECTIVE.fullmatch(form) is not None and (ordinary(form) or not (small and _NAMED.fullmatch(form)))
    if form in _NO_TOWN or described or parts.hung(form) or _acts(form) or known.common(form[1:]):
        return number
    second = page.form(after)
    if second in _SECONDS and page.gap(after) == " ":
        return after + 1  # `عيتا الجبل`
    goes_on = (
        page.gap(after) == " "
        and second != "علي"
        and parts.nameable(second)
        and not second.startswith(("ال", "و", "ت", "ي", "ب", "ل"))
        and not _FEMININE.fullmatch(second)
        and second not in _LATE
    )
    return after + 1 if goes_on else after


def _acts(form: str) -> bool:
    """Whether a word looks like a verb or a noun with its owner; a name from abroad may look so: `تامبا`, `يني`."""
    if not _VERB.fullmatch(form):
        return False
    foreign = form[0] in "يت" and form.endswith(("ا", "و", "ي")) and len(form) > 3
    foreign = foreign or (form.endswith("ينا") and len(form) > 4)  # `كورتينا`
    foreign = foreign or (form[0] == "س" and not form.endswith(("ها", "هم", "نا")) and not _listed(form[1:]))
    return not foreign or ordinary(form) or _listed(form)


def _listed(form: str) -> bool:
    told = verb(form)
    return told is not None and bool(told.row)


def find(page: Page, places: Mapping[int, Found]) -> Iterator[Found]:
    """Towns behind an office that is of one (`محافظ X`) and behind `العاصمة`."""
    for number, word in enumerate(page.words):
        if (
            word.form in _WHERE
            and page.form(number + 1) in _SURE | _BARE_FIRSTS
            and page.gap(number + 1) == page.gap(number + 2) == " "
        ):
            second = page.form(number + 2)
            named = page.article(number + 2) or (page.form(number + 1) in _BARE_FIRSTS and parts.nameable(second))
            if named and second not in _IDIOMS and page.words[number + 1].start not in places:
                start, end = page.words[number + 1].start, page.words[number + 2].end
                yield Found(start, end, "GPE", known.RULES["first_part"].name, weight=1)
        joined = word.form[:1] == "و" and word.form[1:] in _BARE_FIRSTS and word.start + 1 not in places
        if joined and page.gap(number + 1) == " " and parts.nameable(page.form(number + 1)):
            end = page.words[number + 1].end
            yield Found(word.start + 1, end, "GPE", known.RULES["first_part"].name, weight=1)
        if word.form in _WITHIN:
            yield from _within(page, number, places)
        bare = _office(word.form)
        if bare:
            first = number + 1
            if bare not in _OFFICES and _stately(page, first):
                first += 1
            if page.gap(first) != " " or not page.form(first) or page.words[first].start in places:
                continue
            yield from _of(page, first, bare in _OFFICES)


def _within(page: Page, number: int, places: Mapping[int, Found]) -> Iterator[Found]:
    """`(في) غوندا (بإقليم X)`: what lies in a part of a state is a town."""
    for first in (number - 1, number - 2):
        form = page.form(first)
        if page.form(first - 1) not in _WHERE or page.gap(first) != " " or page.words[first].start in places:
            continue
        some = page.form(number - 1).endswith("ه") and known.describes(page.form(number - 1)[:-1])  # `سوق شعبية`
        whole = (form in _FIRSTS and not some) if first == number - 2 else not (form.endswith(_ENDED) or ordinary(form))
        plain = parts.nameable(form, person=False) and not known.given(form) and not page.article(first)
        if page.gap(number) == page.gap(number - 1) == " " and whole and (plain or first == number - 2):
            rule = known.RULES["town"].name
            yield Found(page.words[first].start, page.words[number - 1].end, "GPE", rule, weight=1)
            return


_ENDED = ("ات", "ين", "ون", "يه", "ها", "هم")


@lru_cache(1 << 15)
def _office(form: str) -> str:
    """The office that is of a town, or `العاصمة`, that a folded word is without its clitics; empty if it is none."""
    bare = form.lstrip("وبل")
    return bare if bare in _OFFICES or bare == "العاصمه" or form == "للعاصمه" else ""


def governed(page: Page, first: int, places: Mapping[int, Found]) -> Iterator[Found]:
    """The town at word `first` behind a mayor's title: `رئيس بلدية سيلاف`; nothing where a list has it already."""
    if page.gap(first) == " " and page.form(first) and page.words[first].start not in places:
        after = min(town(page, first, page.words[first].start), first + (2 if page.form(first) in _FIRSTS else 1))
        if after > first:
            yield Found(page.words[first].start, page.words[after - 1].end, "GPE", known.RULES["town"].name, weight=1)


def _stately(page: Page, number: int) -> bool:
    form = page.form(number)
    return page.article(number) and form.endswith("يه")


def _of(page: Page, first: int, office: bool) -> Iterator[Found]:
    form, start = page.form(first), page.words[first].start
    if form.startswith("ال") and (not office or not page.article(first)):
        return
    if form.startswith("ال") and known.everyday(form[2:]):
        return  # `محافظ المنافذ`
    described = form.endswith("ه") and (known.describes(form[:-1]) or ordinary(form[:-1]))
    if office and described:
        return  # `جيوب ممتلئة ومحافظ فارغة`
    if known.given(form) or known.common(form[1:]) or _FEMININE.fullmatch(form) or (form in _FIRSTS and not office):
        return
    after = min(town(page, first, start), first + (2 if form in _FIRSTS else 1))
    if after > first:
        kind = None if office else "state"
        yield Found(start, page.words[after - 1].end, "GPE", known.RULES["town"].name, kind=kind, weight=1)

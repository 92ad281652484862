"""States and towns that no lexicon holds: by their adjectives, by datelines, by their place in the sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from musnad.stages.names import extents, parts
from musnad.stages.names import knowledge as known
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import inflected, ordinary
from musnad.stages.names.words import Page, Word, lines
from musnad.verbs import verb

__all__ = ["find"]

_PREPOSITIONS = known.cues("regions prepositions")
# Offices and seats that a state's adjective follows.
_STATELY = known.cues("regions stately")
_WITHIN = known.cues("regions within")
_THAT = known.cues("regions that")
_OF_PLACES = known.cues("regions of places")
_NEAR = _WITHIN | _THAT | _OF_PLACES
_OF_STATE = known.cues("regions of state")
_TANWIN = re.compile("[\u064b-\u064d]")
_DATE = r"(?!\d{1,2}-\d{1,2} [^\W\d])(?:\d{1,2}|٪)\s*(?:[^\W\d]+|[-/.]\s*\d)"
_OWNED = re.compile(r".*(?:ها|[^ا]نا|هما)|.{3}انا")
_ACCUSATIVE = re.compile(r"ا\w{2,4}ا\wا|ت\w{2}ي\wا|ت\wا\w{2}ا|[مي]\w{3}ا")  # `اكتشافا` without its sign, `تشابكا`
_PLURAL = re.compile(r"\w[وا]\w{1,2}ي\w|\w{2}ا\wي\w")  # `دهاليز`
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_]+(?: [^\W\d_]+)?)(?: في| فى)?\s*(?:[-–،,:/]\s*)?"
    rf"(?:{_DATE}|من مراسل|خاص «|[-–ـ]?\s*\([^()]{{2,30}}\))"
)
# `قورمان، 7 أيار 2021`: nothing else is followed so by a day.
_SURE = re.compile(
    r"(?P<place>[^\W\d_]+(?: [^\W\d_]+)?)(?: في| فى)?\s*[-–،,/]?\s*\d{1,2} [^\W\d_]+(?: (?:الثاني|الاول))?"
    r"(?:/[^\W\d_]+(?: (?:الثاني|الاول))?)?(?: \d{4})? ?م?(?: ?[/:(–-]|$)"
)
_WRITTEN = re.compile(r"(?P<writer>[^\W\d_]+(?: [^\W\d_]+){1,2}) ?[-–—/|] ?(?P<place>[^\W\d_]+(?: [^\W\d_]+)?)")
_BYLINE = re.compile(
    r"(?P<place>[^\W\d_]+(?: [^\W\d_]+)?) ?[-–—/|،] ?(?:(?:خاص|مراسله?|مكتب|متابعات) ?(?:[-–—/|:] ?)?)?(?P<rest>.+)"
)
_FIRSTS = known.cues("towns firsts")
_SHORT, _EARLY = 60, 700  # code points of a byline, and of the part of a page where bylines lie


def find(page: Page, taken: list[Found]) -> Iterator[Found]:
    """Unknown states and towns; `taken` are the names found so far."""
    articled = {word.form[2:] for word in page.words if word.form.startswith("ال")}
    forms = {**_of_use(page), **_of_adjectives(page), **_of_offices(page), **_of_origin(page)}
    forms |= _of_datelines(page, taken) | _of_shape(page)
    forms |= _beside(page, forms)
    forms = {form: rule for form, rule in forms.items() if form not in articled}
    inside = {at for name in taken for at in range(name.start, name.end)}
    endings = tuple(forms)
    for word in page.words if forms else ():
        bare = _bare(word, forms) if word.form.endswith(endings) else None
        if bare and bare.start not in inside and _plain(page, bare):
            yield Found(bare.start, bare.end, "GPE", forms[bare.form], kind="state", weight=1)
    for form in forms:
        if " " in form:
            at = page.reading.find(form)
            while at >= 0:
                yield Found(at, at + len(form), "GPE", forms[form], kind="state", weight=1)
                at = page.reading.find(form, at + 1)


def _bare(word: Word, forms: dict[str, str]) -> Word | None:
    """The word without the clitics that stand before one of `forms`."""
    for length in range(3):
        form = word.form[length:]
        if form in forms and word.form[:length] in ("", "و", "ف", "ب", "ل", "ك", "وب", "ول"):
            return Word(word.start + length, word.end, form)
    return None


def _unknown(form: str) -> bool:
    return (
        len(form) > 3
        and not known.common(form)
        and not known.place(form)
        and not (form[0] in "بلكو" and known.place(form[1:]))
        and not form.startswith(("ال", "ابو"))
        and not known.given(form)
        and not known.nationality(form)
        and not inflected(form)
        and not (form[0] == "و" and inflected(form[1:]))
    )


def _plain(page: Page, word: Word) -> bool:  # no name bears tanwin
    return not _TANWIN.search(page.written(word.start, word.end))


def _of_adjectives(page: Page) -> dict[str, str]:
    """`العاصمة الأورفينية` where أورفينيا stands on the page too."""
    stems = set()
    for number, word in enumerate(page.words):
        form = word.form
        if form.startswith("ال") and form.endswith(("ي", "يه")) and page.form(number - 1) in _STATELY:
            stem = form[2:].removesuffix("ه").removesuffix("ي")
            if len(stem) > 3 and not known.nationality(form) and not known.common(form):
                stems.add(stem)
    found: dict[str, str] = {}
    states = {stem + ending for stem in stems for ending in ("", "ا", "يا")}
    for word in page.words if states else ():
        for form in (word.form, word.form[1:]):
            if form in states and _plain(page, word):
                found[form] = known.RULES["state_of_adjective"].name
    return found


def _of_offices(page: Page) -> dict[str, str]:
    """`وزير خارجية كالدورا`, `عاصمة نورادا`: what an office without its article is of."""
    found = {}
    for number, word in enumerate(page.words):
        if word.form in _OF_STATE and page.gap(number + 1) == " " and _unknown(page.form(number + 1)):
            if word.form in ("خارجيه", "دفاع", "وزراء") and not page.form(number - 1).lstrip("و").startswith(
                ("وزير", "زير", "رئيس")
            ):
                continue
            if not re.fullmatch(r"[يت]\w{3}", page.form(number + 1)):  # `كل عاصمة تخيط`
                found[page.form(number + 1)] = known.RULES["state_of_office"].name
    return found


def _of_datelines(page: Page, taken: list[Found]) -> dict[str, str]:
    """Towns at the head of a line with a day, an agency, a writer or a publisher behind them; nobody who answers."""
    found = {}
    outlets = {name.start for name in taken if name.type == "OUTLET"}
    for start, end in lines(page.reading):
        line = page.reading[start:end]
        told = _SURE.match(line) or (_WRITTEN.fullmatch(line) if len(line) < _SHORT and 0 < start < _EARLY else None)
        if told is not None and _told(page, told, start, outlets):
            found[told["place"].removesuffix(" في")] = known.RULES["dateline"].name
            continue
        match = _DATELINE.match(line)
        if match is None or (len(line) > 60 and "(" not in line[:60]):
            match = _BYLINE.fullmatch(line) if len(line) < _SHORT and start < _EARLY else None
            at = start + match.start("rest") if match else end
            if match is None or not (match["rest"] == "وكالات" or at in outlets or _writer(page, at, end)):
                continue
        place = match["place"].removesuffix(" في").removesuffix(" فى").split(" ")
        whole, answers = " ".join(place), page.reading.count(f"\n{place[0]}:") > 1
        if not answers and _placeable(place, line) and known.ORGANIZATIONS.get(whole) is None:
            found[whole] = known.RULES["dateline"].name
    return found


def _told(page: Page, match: re.Match[str], start: int, outlets: set[int]) -> bool:
    """Whether a line of a place and a day, or of a writer and a place, tells a town that no lexicon holds."""
    first, *second = match["place"].removesuffix(" في").split(" ")
    at = start + match.start("place")
    if at in outlets or known.place(match["place"]) or first in _NO_PLACE or known.nationality(first):
        return False
    if match.re is _WRITTEN:
        end = start + match.end("writer")
        number = page.at(start)
        person = known.given(page.form(number)) and page.words[extents.person(page, number) - 1].end == end
        if not person and start not in outlets:
            return False
    if second:
        return first in _FIRSTS and second[0].isalpha() and not known.binds(second[0])
    return _unknown(first)


_NO_PLACE = known.cues("publisher bylines") | known.cues("publisher menu")


def _writer(page: Page, start: int, end: int) -> bool:
    after = extents.person(page, first := page.at(start))
    return after - first > 1 and known.given(page.form(first)) and page.words[after - 1].end == end


def _placeable(place: list[str], line: str) -> bool:
    """Whether the words at the head of a dateline can be a town that no lexicon holds."""
    first = place[0]
    if len(place) == 1:
        marked = "(" in line[:_SHORT] or _BYLINE.fullmatch(line) is not None
        articled = (
            marked
            and first.startswith("ال")
            and len(first) > 4
            and not (known.common(first) or known.nationality(first))
        )
        told = _unknown(first) and not first.endswith("وا")  # `تابعوا (X) على …`
        return told or (articled and not known.place(first) and not first.endswith(("ات", "ين")))
    if first in _FIRSTS:
        return True
    return place[1].startswith("ال") and not known.common(place[1]) and "مراسل" in line


@lru_cache(1 << 15)
def _foreign(form: str) -> bool:
    return (
        len(form) > 5
        and form.endswith("ا")
        and not form.endswith("وا")
        and _unknown(form)
        and not _OWNED.fullmatch(form)
        and not _ACCUSATIVE.fullmatch(form)
    )


@lru_cache(1 << 15)
def _acts(before: str) -> bool:
    """Whether a word is a verb in the feminine, as of a state or town: `رفضت`."""
    return known.says(before) and _feminine(before.lstrip("وف"))


def _feminine(verb: str) -> bool:
    return verb not in ("كانت", "ليست") and (verb.startswith("ت") or (verb.endswith("ت") and len(verb) > 3))


def _of_origin(page: Page) -> dict[str, str]:
    """`دبلوماسي من بيرقاد`: where somebody with a title is from."""
    found = {}
    for hit in page.doc.hits[known.TITLES.name]:
        number = page.holding(hit.end - 1) + 1
        form = page.form(number + 1)
        if page.form(number) != "من" or page.gap(number + 1) != " " or not _unknown(form) or len(form) < 5:
            continue
        acts = (told := verb(form)) is not None and told.row and not told.alike  # `(مدير) من شاركوا`
        if not (acts or page.written(*page.words[number + 1][:2]).endswith("ه")):
            found[form] = known.RULES["origin"].name
    return found


def _of_use(page: Page) -> dict[str, str]:
    """An unlisted word that acts (`رفضت X`) and is a place (`في X`, `حدود X`), without an article anywhere."""
    articled = {word.form.partition("ال")[2] for word in page.words if word.form.startswith(("ال", "وال", "بال"))}
    acts: Counter[str] = Counter()
    place: Counter[str] = Counter()
    stately: Counter[str] = Counter()
    behind: dict[str, set[str]] = {}
    for number, (before, form, after) in enumerate(page.around):
        tells, within = _acts(before), before in _WITHIN
        if not (tells or before in _NEAR) or len(form) < 4 or page.gap(number) != " ":
            continue
        if before in _THAT:
            refuses = after in ("لن", "لم", "لا") and page.form(number + 2).startswith("ت")
            tells = refuses or (known.says(after) and _feminine(after))
        if not (tells or within or before in _OF_PLACES):
            continue
        written = page.written(*page.words[number][:2])
        named = form.endswith("ه") and written.endswith("ة") and not ordinary(form[:-1])
        everyday = parts.everyday(form) or _PLURAL.fullmatch(form) is not None
        if (everyday and not named) or form in articled or not _unknown(form) or known.family(form):
            continue
        if parts.nameable(form) and not _TANWIN.search(written):
            (acts if tells else place if within else stately)[form] += 1
            behind.setdefault(form, set()).add(before)
    used = (acts.keys() & (place.keys() | stately.keys())) | (stately.keys() & place.keys())
    used |= {form for form, times in stately.items() if times > 1}
    twice = {form for form, words in behind.items() if len(words & _WITHIN) > 1}
    everywhere = Counter(word.form for word in page.words) if twice else Counter()
    used |= {form for form in twice if place[form] + stately[form] >= 0.6 * everywhere[form]}
    return dict.fromkeys(used, known.RULES["use"].name)


def _beside(page: Page, forms: Mapping[str, str]) -> dict[str, str]:
    """`بين (X) وبنورا`: what is named beside one of `forms`, and again on the page."""
    found: dict[str, str] = {}
    for number, word in enumerate(page.words) if forms else ():
        other = page.form(number + 1)
        if word.form not in forms or page.form(number - 1) != "بين" or other[:1] != "و" or page.gap(number + 1) != " ":
            continue
        again = any(other[1:] == form or other[1:] == form[1:] for form in page.forms if form != other)
        often = sum(word.form == other[1:] for word in page.words) > 2  # `قوات بنورا`, `كانت بنورا`
        if again and _unknown(other[1:]) and not known.family(other[1:]) and (often or not ordinary(other)):
            found[other[1:]] = known.RULES["use"].name
    return found


def _of_shape(page: Page) -> dict[str, str]:
    """A long foreign word that ends in bare alif, after a preposition; or one that is a subject twice."""
    seen: Counter[str] = Counter()
    placed, subject = set(), set()
    for number, word in ((n, word) for n, word in enumerate(page.words) if word.form[-1] == "ا"):
        form = word.form[1:] if word.form[0] == "و" else word.form
        if _foreign(form) and _plain(page, word):
            seen[form] += 1
            before = page.form(number - 1) if page.gap(number) == " " else ""
            if (before in _PREPOSITIONS and word.form == form) or "ڤ" in page.written(word.start, word.end):
                placed.add(form)
            elif word.form != form and _foreign(before) and not (before.endswith("يا") or form.endswith("يا")):
                placed |= {before, form}  # `كالدورا وداستريا`
            elif before in ("ان", "بين", "وان", "اما") or _acts(before):
                subject.add(form)
    guessed = placed | subject
    for number, word in enumerate(page.words) if guessed else ():  # a surname: `جوليوس ماليما`, `قال زانداميلا`
        before = page.form(number - 1) if word.form in guessed and page.gap(number) == " " else ""
        if known.given(before) or (known.says(before) and not _acts(before)):
            placed.discard(word.form)
            subject.discard(word.form)
    signs = len(_TANWIN.findall(page.doc.source)) > 2  # a page that writes tanwin leaves it off names only
    twice = {form for form in subject if (signs or seen[form] > 1) and form[:-1] not in page.forms}
    return dict.fromkeys(placed | twice, known.RULES["shape"].name)

"""Companies without a word for their kind: by how their names end (`سواقي القابضة`, `"بيت الساحل للوساطة"`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from musnad.stages.names import knowledge as known
from musnad.stages.names import parts
from musnad.stages.names.found import Found
from musnad.stages.names.vocabulary import ordinary
from musnad.stages.names.words import CLOSING, OPENING, Page

__all__ = ["find"]

_TAILS = "|".join(sorted(known.cues("companies tails")))
_FIELDS = known.cues("constructs fields") | known.cues("companies fields")
_NO_FIRST = known.cues("companies no first")  # `معرض`, `مهرجان`: what happens is no company
_FENCED = re.compile(rf"(?<=[{OPENING}])(?P<name>[^\W_]+(?: [^\W_]+){{1,3}})(?=[{CLOSING}])")
_BARE = re.compile(rf"(?<![^\W_])(?P<clitic>[وفبلك]?)(?P<name>[^\W\d_]{{3,}} (?:{_TAILS}))(?![^\W_])")
# `شركة بي.إم.دبليو`, `بنك إتش.إس.بي.سي`: Latin letters by their names, with points between them.
_LETTER = "اتش|اف|ال|ام|ان|او|اكس|ار|اس|اي|ايه|بي|تي|جي|جيه|دبليو|دي|زد|سي|في|كي|كيه|كيو|واي|يو|بيه|هـ|دابليو|ايتش"
_SPELT = re.compile(
    rf"(?<![^\W_.])[وبل]?(?P<name>(?:{_LETTER})(?:(?:\.(?:{_LETTER}))+|(?:\. (?:{_LETTER})){{2,}}))"
    r"(?![^\W_])(?!\.[^\W_])"
)
_THINGS = frozenset("سي.دي دي.في.دي بي.دي.اف جي.بي.اس دي.ان.ايه اي.بي تي.في اس.ام.اس يو.اس.بي دي.جي ام.بي".split())


def find(page: Page) -> Iterator[Found]:
    """Companies in quotation marks, by their tail or their line of business, and bare ones by their tail."""
    for match in _FENCED.finditer(page.reading):
        words = match["name"].split(" ")
        if any(table.get(match["name"]) for table in (known.ORGANIZATIONS, known.BODIES, known.GROUPS)):
            continue
        outlet = known.OUTLETS.get(match["name"]) is not None or page.form(page.at(match.start()) - 1) in _OUTLETS
        if outlet or words[0] in _NO_FIRST or any(map(known.binds, words)) or known.says(words[0]):
            continue
        if words[-1] in _TAILS.split("|") or _in_business(words):
            yield _found(*match.span("name"), weight=3)
    for match in _BARE.finditer(page.reading):
        yield from _bare(page, match)
    for match in _SPELT.finditer(page.reading):
        start, end = match.span("name")
        within = page.reading[start - 1 : start] in OPENING and page.reading[end : end + 1] not in CLOSING
        if match["name"] not in _THINGS and not within:  # `موقع "بي.سي ماجازين"`
            yield _found(*match.span("name"), weight=1)


def _bare(page: Page, match: re.Match[str]) -> Iterator[Found]:
    """`سواقي القابضة` without quotation marks, and what the names of two founders have between them."""
    number = page.holding(match.start("name"))
    word = page.form(number)
    clitic = len(match["clitic"]) if not parts.listed(word) and _whole(match["name"].split(" ")[0]) else 0
    first = word[clitic:]
    sunset = page.form(number + 1) in _SUNSETS and ordinary(first)  # `مع غروب الشمس`
    if sunset or not _whole(first) or first.startswith("لل") or (first.startswith("ال") and first.endswith("يه")):
        return
    if page.written(*page.words[number][:2]).endswith("ه"):
        return  # `وإخوانه القابضة`
    start = page.words[number].start + clitic
    while page.form(number - 1) in _AND and page.gap(number - 1) == page.gap(number) == " ":
        number -= 2
        start = page.words[number].start
    after = page.at(match.end())
    after += page.gap(after) == " " and page.form(after) in _FURTHER
    yield _found(start, page.words[after - 1].end, weight=1)


_SUNSETS = ("غروب", "جروب")
_AND = ("اند", "آند")
_FURTHER = known.cues("companies further")


def _in_business(words: list[str]) -> bool:
    """`دار الساحل للوساطة`: what it is for behind a name of two words or of one that is no everyday one."""
    line = words[-1].startswith("لل") and f"ال{words[-1][2:]}" in _FIELDS
    return line and (len(words) > 2 or not ordinary(words[0]))


def _whole(first: str) -> bool:
    """Whether a word can be all that stands before a company's tail: no body's word, no verb, no adjective."""
    other = known.says(first) or known.binds(first) or known.nationality(first) or known.title(first)
    return not (other or first in known.HEADS.by_form or first in _NO_FIRST or first in _COMPANIES)


_OUTLETS = frozenset("صحيفه جريده مجله موقع شبكه قناه اذاعه وكاله لقناه لصحيفه لموقع برنامج".split())
_COMPANIES = known.cues("companies heads")


def _found(start: int, end: int, weight: int) -> Found:
    return Found(start, end, "ORG", known.RULES["company"].name, kind="organization", weight=weight)

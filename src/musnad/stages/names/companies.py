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


def find(page: Page) -> Iterator[Found]:
    """Companies in quotation marks, by their tail or their line of business, and bare ones by their tail."""
    for match in _FENCED.finditer(page.reading):
        words = match["name"].split(" ")
        if words[0] in _NO_FIRST or any(map(known.binds, words)) or known.says(words[0]):
            continue
        if words[-1] in _TAILS.split("|") or _in_business(words):
            yield _found(*match.span("name"), weight=3)
    for match in _BARE.finditer(page.reading):
        start = match.start("name") - len(match["clitic"])
        word = page.reading[start : match.end()].split(" ")[0]
        clitic = match["clitic"] and not parts.listed(word) and _whole(match["name"].split(" ")[0])
        first = match["name"].split(" ")[0] if clitic else word
        if _whole(first) and page.gap(page.at(start)) in (" ", "\n", ": ", "، ", ".. ", "(") or clitic:
            yield _found(match.end() - len(match["name"]) if clitic else start, match.end(), weight=1)


def _in_business(words: list[str]) -> bool:
    """`دار الساحل للوساطة`: what it is for behind a name of two words or of one that is no everyday one."""
    line = words[-1].startswith("لل") and f"ال{words[-1][2:]}" in _FIELDS
    return line and (len(words) > 2 or not ordinary(words[0]))


def _whole(first: str) -> bool:
    """Whether a word can be all that stands before a company's tail: no body's word, no verb, no adjective."""
    other = known.says(first) or known.binds(first) or known.nationality(first) or known.title(first)
    return not (other or first in known.HEADS.by_form or first in _NO_FIRST or first in _COMPANIES)


_COMPANIES = known.cues("companies heads")


def _found(start: int, end: int, weight: int) -> Found:
    return Found(start, end, "ORG", known.RULES["company"].name, kind="organization", weight=weight)

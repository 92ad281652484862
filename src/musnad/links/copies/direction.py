"""Which of two pages with the same words took them from the other, how surely, and what speaks for it."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from musnad.doc import Span
from musnad.links.account import Account
from musnad.links.copies.credit import Told, agencies, credited
from musnad.links.copies.names import Outlets, keys
from musnad.wording import Phrase, phrase

__all__ = ["Verdict", "decide", "names_itself", "sentences"]

# How much a sign weighs: a line outweighs a day; what is told of pages as a whole is no more than a hint.
_LINE, _NAMED, _LATER, _OWN, _HINT, _LESS = 8, 6, 5, 4, 1, 0.5
_SURE = 4
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}(?:T\d\d(?::\d\d){0,2})?")


class Verdict(NamedTuple):
    """`first`: the first of the two pages is the copy. `credited`: the copy says so."""

    first: bool
    credited: bool
    sure: bool
    reasons: tuple[Phrase, ...]


class _Sign(NamedTuple):
    """Something that makes the first page the copy (weight above 0) or the second."""

    weight: float
    reason: Phrase


def sentences(page: Account, spans: Collection[Span]) -> list[Span]:
    """The sentences that words at `spans` lie in, and the headline."""
    return [
        Span(part.start, part.end)
        for part in page.parts
        if part.title or any(span.start < part.end and part.start < span.end for span in spans)
    ]


def decide(
    first: Account, second: Account, outlets: Outlets, here: Collection[Span], there: Collection[Span]
) -> Verdict:
    """Weigh the signs. `here` and `there` are the sentences in question on the first and the second page."""
    own = _own(first, second, outlets, here, there)
    signs = [
        *_credit(first, second, credited(first, second, outlets, here), 1),
        *_credit(second, first, credited(second, first, outlets, there), -1),
        *_time(first, second),
        *own,
        *(() if own else _asked(first, second, outlets)),
        *_borrows(first, second, outlets),
    ]
    total = sum(sign.weight for sign in signs)
    shorter = len(first.words) < len(second.words) or (len(first.words) == len(second.words) and first.doc > second.doc)
    guess = abs(total) < _SURE
    if not total:
        less, more = (first, second) if shorter else (second, first)
        signs.append(_Sign(_LESS if shorter else -_LESS, phrase("copying.shorter", less.doc, more.doc)))
        total = signs[-1].weight
    copy, source = (first, second) if total > 0 else (second, first)
    named = any(abs(sign.weight) in (_LINE, _NAMED) and (sign.weight > 0) == (total > 0) for sign in signs)
    reasons = [sign.reason for sign in signs if sign.weight]
    common = {} if named else _common(first, second, outlets, here, there)
    if guess:
        reasons.append(phrase("copying.undecided", copy.doc, source.doc))
    if common:
        reasons.append(phrase("copying.common", ", ".join(sorted(common))))
    elif guess and first.outlet != second.outlet:
        reasons.append(phrase("copying.uncommon"))
    if outlets.of(first) & outlets.of(second):
        reasons.append(phrase("copying.one_outlet"))
    against = any(abs(sign.weight) >= _SURE and (sign.weight > 0) != (total > 0) for sign in signs)
    return Verdict(total > 0, named, not (guess or against or common), tuple(reasons))


def _credit(page: Account, other: Account, told: Told | None, way: int) -> list[_Sign]:
    if told is None:
        return []
    how = {"line": "copying.credits", "link": "copying.links", "teller": "copying.names"}[told.how]
    why = phrase(how, page.doc, other.outlet or other.url, other.doc)
    return [_Sign(way * (_NAMED if told.how == "teller" else _LINE), why)]


def _time(first: Account, second: Account) -> list[_Sign]:
    ours, theirs = _days(first.published), _days(second.published)
    if ours is None or theirs is None:
        return []
    if theirs[1] < ours[0]:
        return [_Sign(_LATER, phrase("copying.later", first.doc, second.doc, first.published, second.published))]
    if ours[1] < theirs[0]:
        return [_Sign(-_LATER, phrase("copying.later", second.doc, first.doc, second.published, first.published))]
    return []


def _days(published: str | None) -> tuple[str, str] | None:
    """The earliest and the latest moment of an EDTF date, as strings that compare like time."""
    found = _DAY.findall(published or "")
    if not found:
        return None
    first, last = found[0], found[-1]
    low = first + "-01-01T00:00:00"[len(first) - 4 :] if len(first) <= 10 else first
    high = last + "-12-31T99"[len(last) - 4 :] if len(last) <= 10 else last
    return low, high


def _own(
    first: Account, second: Account, outlets: Outlets, here: Collection[Span], there: Collection[Span]
) -> list[_Sign]:
    """A report in which an outlet names itself (it was told to us) is its own; the other has left that out."""
    ours, theirs = names_itself(first, outlets, here), names_itself(second, outlets, there)
    if ours == theirs or outlets.of(first) & outlets.of(second):
        return []
    page = first if ours else second
    return [_Sign(-_OWN if ours else _OWN, phrase("copying.told_itself", page.doc, page.outlet))]


def _asked(first: Account, second: Account, outlets: Outlets) -> list[_Sign]:
    """A hint: one of the pages, if not in what both have, has people speak to its outlet."""
    whole = ([Span(part.start, part.end) for part in page.parts] for page in (first, second))
    ours, theirs = (names_itself(page, outlets, parts) for page, parts in zip((first, second), whole, strict=True))
    if ours == theirs or outlets.of(first) & outlets.of(second):
        return []
    page = first if ours else second
    return [_Sign(-_HINT if ours else _HINT, phrase("copying.speak", page.doc, page.outlet))]


def _borrows(first: Account, second: Account, outlets: Outlets) -> list[_Sign]:
    """A hint: one of the pages has a line that credits others."""
    ours, theirs = (
        bool(page.credits or page.signed) and not any(keys(credit) & outlets.of(page) for credit in page.credits)
        for page in (first, second)
    )
    if ours == theirs:
        return []
    return [_Sign(_HINT if ours else -_HINT, phrase("copying.line", (first if ours else second).doc))]


def names_itself(page: Account, outlets: Outlets, around: Collection[Span]) -> bool:
    """Whether a page names its own outlet within `around`: somebody spoke to it."""
    own = outlets.of(page)
    return any(
        name.type == "OUTLET"
        and keys(name.entity) & own
        and any(part.start <= name.start < part.end for part in around)
        for name in page.names
    )


def _common(
    first: Account, second: Account, outlets: Outlets, here: Collection[Span], there: Collection[Span]
) -> set[str]:
    ours, theirs = agencies(first, here), agencies(second, there)
    own = outlets.of(first) | outlets.of(second)
    return {name for key, name in ours.items() if key in theirs and key not in own}

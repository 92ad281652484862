"""Which claims are predictions, when they were made, and in which days they say that the thing will come."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from musnad.doc import Span
from musnad.links.account import Saying, When
from musnad.links.claims.words import future as is_future
from musnad.links.claims.words import particles
from musnad.links.findings import Claim, Ref
from musnad.links.process.days import OPEN, Days, bounds
from musnad.links.process.due import narrowed
from musnad.links.process.kinds import kind_of
from musnad.links.process.leaves import Leaf
from musnad.links.process.tables import has
from musnad.text import fold

__all__ = ["Foretold", "foretold"]

_OPEN = ("planned", "expected", "possible", "conditional")
_NOT = ("demands", "refuses", "denies", "asks", "praises", "criticises", "believes")
_VERB = re.compile(r"^[وف]?[يتنا]\w{3,}$")
_EDGES = re.compile(r"^\W+|\W+$")
_DATED = re.compile(r"\d{4}(?!-2[1-4]$)")  # no season
_EARLY = 9  # words from a statement's beginning: a possibility behind them is not what it says


class Foretold(msgspec.Struct, frozen=True, array_like=True):
    """A claim about what was still to come. `made`: the first day and the words' own day; `until`: the words of the
    event before which it is to come, where no day is named."""

    claim: str
    members: tuple[Ref, ...]
    made: str | None
    due: Days
    dated: bool
    until: Span | None
    lead: Ref


def foretold(claim: Claim, opened: Mapping[str, Leaf]) -> Foretold | None:
    """A claim as a prediction: where a member looks ahead and none tells that it came about already."""
    looking = [ref for ref in claim.members if _ahead(opened[ref.doc], opened[ref.doc].said[ref.number])]
    if not looking or 2 * len(looking) < len(claim.members):
        return None
    order = sorted(looking, key=lambda ref: (opened[ref.doc].page.published or "9999", ref))
    made = _made(opened[order[0].doc], opened[order[0].doc].said[order[0].number])
    found = [
        (ref, due) for ref in order if (due := _due(opened[ref.doc], opened[ref.doc].said[ref.number])) is not None
    ]
    if found:
        lead, (first, last, open_start) = min(found, key=lambda pair: (_width(pair[1]), order.index(pair[0])))
        day = bounds(made, None)
        start = day[0] if open_start and day else first
        return Foretold(claim.id, tuple(order), made, (start, last), True, None, lead)
    lead = order[0]
    return Foretold(claim.id, tuple(order), made, (made or OPEN, OPEN), False, _until(opened, order), lead)


def _ahead(leaf: Leaf, said: Saying) -> bool:
    """Whether a statement says that something will come, by its verb, its time or how it was put."""
    if said.stance in _NOT or said.status in ("denied", "demanded"):
        return False
    if said.negated and said.stance not in ("promises", "expects"):
        return False
    times = [due for when in leaf.times(said.content) if (due := bounds(when.value, leaf.page.published))]
    day = bounds(leaf.page.published, None)
    dated = day is not None and any(due[1] > day[0] and due[1] > day[1][: len(due[1])] for due in times)
    if not (dated or said.status in _OPEN) or kind_of(said) is not None:
        return False
    words = [word if word.isalnum() else _EDGES.sub("", word) for word in said.what.split()]
    future = [i for i, word in enumerate(words) if is_future(word) or has("ahead", word, "will")]
    standing = [i for i in future if has("ahead", words[i].lstrip("و").removeprefix("س"), "standing")]
    if future and (len(future) > len(standing) or dated):
        return True
    if said.stance == "warns" and said.status == "planned":
        return False  # a threat
    if said.status not in _OPEN:
        return said.status in ("opinion", "state") and said.title
    if said.stance == "hopes":
        return dated
    if said.stance == "expects" or _warned(said, words):
        return True
    if any(_may(words, i) for i in range(min(len(words), _EARLY))):
        return dated or said.status == "possible"
    if said.stance == "promises":
        return said.status in ("planned", "conditional")
    return dated or (bool(words) and said.status == "planned" and said.title and bool(_VERB.match(words[0])))


def _warned(said: Saying, words: Sequence[str]) -> bool:
    """`حذر من ارتفاع الأسعار`: a warning of what may come, in the speaker's own words and by a noun of its kind."""
    told = said.stance == "warns" and said.status in ("expected", "possible") and said.mode == "indirect"
    return told and not words[0].startswith("ال")


def _may(words: Sequence[str], at: int) -> bool:
    """A word of possibility, unless it only says how something is or what one may call it."""
    if not has("ahead", words[at], "may"):
        return False
    following = next((word for word in words[at + 1 : at + 3] if word != fold("أن")), "")
    return not (has("ahead", following, "standing") or following.startswith("ن"))


def _made(leaf: Leaf, said: Saying) -> str | None:
    """The page's day, else the day that the statement itself is said to have been made (`وعد الشهر الماضي بأن …`)."""
    published = leaf.page.published
    part = leaf.part(said.start)
    if part is not None and published:
        for when in leaf.times([Span(part.start, part.end)]):
            inside = any(span.start <= when.start < span.end for span in said.content)
            day, now = bounds(when.value, published), bounds(published, None)
            if not inside and day and now and OPEN not in day and day[1] < now[0] and _DATED.match(when.value):
                return when.value.split("/")[0][:10]  # of several years the first
    return published


def _due(leaf: Leaf, said: Saying) -> tuple[str, str, bool] | None:
    """The days that a statement names for what is to come; the third is true where it begins when it was made."""
    day = bounds(leaf.page.published, None)
    found: list[tuple[str, str, bool]] = []
    for when in leaf.page.times:
        if not any(span.start <= when.start < span.end for span in said.content):
            continue
        at = leaf.index(when.start)
        before = leaf.page.words[max(at - 2, 0) : at]
        days = narrowed(when, before, leaf.words(Span(when.start, when.end)), leaf.page.published)
        if days is None or (day and OPEN not in days and days[1] < day[0]) or _from_event(leaf, when):
            continue
        if any(has("ahead", word, "before") or has("ahead", word, "until") for word in before) or _at_most(leaf, when):
            found.append((OPEN, days[1], True))
        elif before and has("ahead", before[-1], "after") and not _counted(leaf.words(Span(when.start, when.end))):
            found.append((days[1], OPEN, False))
        else:
            wide = bool(day) and OPEN not in days and day is not None and days[0] < day[0]
            found.append((days[0], days[1], wide))
    return min(found, key=_width) if found else None


def _at_most(leaf: Leaf, when: When) -> bool:
    """`بعد أسبوعين على أقصى تقدير`: that day or one before it."""
    at = leaf.index(when.end - 1) + 1
    return any(has("ahead", " ".join(leaf.page.words[at : at + size]), "at_most") for size in (2, 3))


def _from_event(leaf: Leaf, when: When) -> bool:
    """`within a week of the signing`: days that nobody can count before that."""
    words, at = leaf.page.words, leaf.index(when.end - 1) + 1
    behind = words[at + 1] if at + 1 < len(words) else ""
    counted = _counted(leaf.words(Span(when.start, when.end)))
    event = behind.startswith(("ال", "ذلك", "هذا")) and not has("ahead", behind, "now")
    return counted and event and words[at : at + 1] == ("من",)


def _counted(words: Sequence[str]) -> bool:
    """`بعد أسبوعين`: days that are counted from the page's come to one day, and to none after it."""
    return any(word in particles("of_time") or has("ahead", word, "two") for word in words)


def _width(due: tuple[str, str, bool]) -> tuple[bool, bool, str]:
    return OPEN in (due[1],), due[2], due[1]


def _until(opened: Mapping[str, Leaf], refs: Sequence[Ref]) -> Span | None:
    """The words behind `قبل`, where an event and no day bounds it."""
    for ref in refs:
        leaf = opened[ref.doc]
        for part in leaf.said[ref.number].content:
            first, last = leaf.index(part.start), leaf.index(part.end)
            for i in range(first, min(last, len(leaf.page.words))):
                if has("ahead", leaf.page.words[i], "before") and i + 1 < last:
                    return Span(leaf.page.starts[i + 1], part.end)
    return None

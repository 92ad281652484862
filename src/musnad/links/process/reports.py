"""What later pages report as done, found by what a prediction has in common with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from musnad.doc import Span
from musnad.links.account import Account, Saying, When
from musnad.links.claims.marks import stretch
from musnad.links.claims.words import future, particles
from musnad.links.findings import Evidence, Ref
from musnad.links.process.days import OPEN, Days, bounds
from musnad.links.process.leaves import Leaf
from musnad.links.process.matter import Matter, Matters
from musnad.links.process.parties import Parties
from musnad.links.process.tables import has

__all__ = ["Report", "found_day", "reports"]

_NO = frozenset(("لم", "لن", "لا", "ليس", "ليست", "ولم", "ولن", "دون", "عدم"))
_FEW = 3  # words of the article's own that tell something
_DONE = ("occurred", "ongoing")


class Report(msgspec.Struct, frozen=True, array_like=True):
    """Words of a page that tell something as done: a statement's, or the article's own. `who`: its teller and names;
    `days`: those that it names."""

    evidence: Evidence
    ref: Ref | None
    matter: Matter
    who: frozenset[str]
    published: str | None
    days: Days | None


def reports(leaf: Leaf, who: Parties, matters: Matters) -> list[Report]:
    """All that a page tells as done, in its order."""
    return list(_reports(leaf, who, matters))


def _reports(leaf: Leaf, who: Parties, matters: Matters) -> Iterator[Report]:
    """What a page tells as done: what is said of it, and what is left of its sentences when all that is said is out."""
    page = leaf.page
    said: set[int] = set()
    for saying in page.sayings:
        spans = [stretch(page, *span) for span in saying.content]
        for span in spans:
            said.update(span)
        told = not saying.negated or any(page.words[at] in particles("undoes") for span in spans for at in span)
        done = saying.status in _DONE or _announced(leaf, saying)
        if done and saying.stance not in ("denies", "expects") and told:
            yield from _report(leaf, [at for span in spans for at in span], saying, who, matters)
        cue = stretch(page, saying.start, saying.end)
        said.update(cue)
        for link in saying.chain:
            named = stretch(page, link.start, link.end)
            if not named or not named.stop < cue.start:  # `X opened the bridge and said …`: he has done it himself
                said.update(named)
    for part in page.parts:
        for words in _runs(page, [at for at in stretch(page, part.start, part.end) if at not in said]):
            if not _ahead(leaf, words):
                reports = _report(leaf, words, None, who, matters)
                yield from (report for report in reports if len(report.matter.keys) >= _FEW)


def _announced(leaf: Leaf, saying: Saying) -> bool:
    """`أعلن البنك رفع الفائدة`: what is announced by its noun and of no day to come is done by that."""
    if saying.stance != "announces" or saying.status != "planned" or saying.title:
        return False
    day = bounds(leaf.page.published, None)
    coming = any(not (when := bounds(t.value, None)) or not day or when[1] > day[1] for t in leaf.times(saying.content))
    words = saying.what.split()
    return not coming and not any(future(word) or has("ahead", word, "will") or word[:1] in "يت" for word in words[:2])


def _runs(page: Account, places: Sequence[int]) -> Iterator[list[int]]:
    """Words that follow each other, up to a `not`; and with a `did not` and what is behind it."""
    run: list[int] = []
    for n, at in enumerate(places):
        if page.words[at] in _NO or (run and at != run[-1] + 1):
            yield run
            if page.words[at] in particles("undoes"):
                yield [*run, *(to for n, to in enumerate(places[n:]) if to == at + n)]
            run = []
            if page.words[at] in _NO:
                return
        run.append(at)
    yield run


def _ahead(leaf: Leaf, places: Sequence[int]) -> bool:
    """Whether one of these words is of what is still to come, or may come (`قد` before a verb of the present)."""
    words = leaf.page.words
    for at in places:
        if _coming(words[at]):
            if leaf.named(at) is None:
                return True
        elif words[at] == "قد" and at + 1 < len(words) and words[at + 1][0] in "يتن":
            return True
    return False


@lru_cache(maxsize=1 << 16)
def _coming(word: str) -> bool:
    return future(word) or has("ahead", word, "will")


def _report(leaf: Leaf, words: list[int], saying: Saying | None, who: Parties, matters: Matters) -> Iterator[Report]:
    matter = matters.of(leaf, words)
    if matter is None or not matter.keys:
        return
    page = leaf.page
    names = {key[1:] for key in matter.keys if key[0] == "@"}
    if saying is not None:
        names |= {who.entities.key(link.entity) for link in saying.chain if link.entity}
    days = [d for t in leaf.days(set(words)) if (d := _past(leaf, t))]
    if len(days) > 1 and days[0] == bounds(page.published, None):  # a dateline
        days = days[1:]
    yield Report(
        evidence=Evidence(page.doc, matter.span.start, matter.span.end),
        ref=Ref(page.doc, saying.number) if saying else None,
        matter=matter,
        who=frozenset(names | {party for name in names if (party := who.of(name))}),
        published=page.published,
        days=days[0] if days else None,
    )


def _past(leaf: Leaf, when: When) -> Days | None:
    """The days of a time; a bare weekday of what is past is the one before the page."""
    days, now = bounds(when.value, leaf.page.published), bounds(leaf.page.published, None)
    if days is None or now is None or OPEN in (*days, *now) or days[0] <= now[1] or days[0] != days[1]:
        return days
    if all(word in particles("weekday") for word in leaf.words(Span(when.start, when.end))):
        back = (date.fromisoformat(days[0]) - timedelta(7)).isoformat()
        return back, back
    return days


def found_day(report: Report) -> Days | None:
    """The day that a report tells, else that of its page."""
    return report.days or bounds(report.published, None)

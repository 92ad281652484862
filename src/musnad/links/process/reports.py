"""What later pages report as done, found by the words that a prediction has in common with it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log

from musnad.doc import Span
from musnad.links.account import Saying
from musnad.links.findings import Evidence, Ref
from musnad.links.process.days import Days, bounds, later
from musnad.links.process.leaves import Leaf
from musnad.links.process.parties import Parties
from musnad.links.process.tables import has
from musnad.links.process.tellings import full

__all__ = ["Report", "Reports", "content"]

_WILL = re.compile(r"^[وف]?س[يتنا]\w{2,}$")
_RARE = 4  # of a prediction's words, the rarest, by which reports are looked up
_COMMON = 0.05  # of all pages: a word on more is no way to look anything up
# What a report must share: of the weight of a prediction's words, of its words, and whether somebody of its own.
_ENOUGH = ((0.6, 4, False), (0.5, 2, True), (0.4, 3, True))


@dataclass(frozen=True)
class Report:
    """Words of a page that tell something as done: a statement's, or the article's own. `who`: its teller and names."""

    evidence: Evidence
    ref: Ref | None
    words: frozenset[str]
    who: frozenset[str]
    published: str | None
    days: Days | None


class Reports:
    """All reports of a casefile, to be looked up by their words."""

    def __init__(self, opened: Mapping[str, Leaf], who: Parties) -> None:
        self._all = [report for leaf in opened.values() for report in _reports(leaf, who)]
        on: Counter[str] = Counter()
        for leaf in opened.values():
            on.update({leaf.stem(word) for word in leaf.page.words})
        pages = max(len(opened), 1)
        self._weight = {word: log(1 + pages / often) for word, often in on.items()}
        self._common = {word for word, often in on.items() if often > max(pages * _COMMON, 12)}
        self._by: dict[str, list[int]] = defaultdict(list)
        for i, report in enumerate(self._all):
            for word in report.words:
                self._by[word].append(i)

    def of(self, words: frozenset[str], who: frozenset[str], after: str | None, without: Iterable[str]) -> list[Report]:
        """Reports that have most of these words and come from a later page, the closest first."""
        rare = sorted(words - self._common, key=lambda word: (-self._weight.get(word, 9.0), word))[:_RARE]
        total = sum(self._weight.get(word, 3.0) for word in words)
        pages = set(without)
        found: list[tuple[float, int]] = []
        for i in {i for word in rare for i in self._by.get(word, ())}:
            report = self._all[i]
            if report.evidence.doc in pages or not later(report.published, after):
                continue
            shared = words & report.words
            part = sum(self._weight[word] for word in shared) / total if total else 0.0
            known = bool(who & report.who)
            if any(part >= least and len(shared) >= words and (known or not one) for least, words, one in _ENOUGH):
                found.append((-part, i))
        return [self._all[i] for _, i in sorted(found)]


def content(leaf: Leaf, spans: Iterable[Span]) -> frozenset[str]:
    """Stems of what is said: without function words, words of time, and what only holds under a condition."""
    times = [Span(when.start, when.end) for when in leaf.page.times]
    found: set[str] = set()
    for span in spans:
        first, last = leaf.index(span.start), min(leaf.index(span.end), len(leaf.page.words))
        for i in range(first, last):
            word, start = leaf.page.words[i], leaf.page.starts[i]
            if has("ahead", word, "if"):
                break
            if has("ahead", word, "expect"):
                continue
            if len(word) > 2 and full(word) and not any(t.start <= start < t.end for t in times):
                found.add(leaf.stem(word))
    return frozenset(found)


def _reports(leaf: Leaf, who: Parties) -> Iterator[Report]:
    page = leaf.page
    for saying in page.sayings:
        if saying.status == "occurred" and saying.stance not in ("denies", "expects") and not saying.negated:
            yield _report(leaf, saying.content, Ref(page.doc, saying.number), saying, who)
    for part in page.parts:
        span = Span(part.start, part.end)
        if leaf.voice(part) and not any(_WILL.match(word) for word in leaf.words(span)):
            yield _report(leaf, (span,), None, None, who)


def _report(leaf: Leaf, spans: tuple[Span, ...], ref: Ref | None, saying: Saying | None, who: Parties) -> Report:
    page = leaf.page
    names = {who.entities.key(n.entity) for span in spans for n in leaf.names(span)}
    if saying is not None:
        names |= {who.entities.key(link.entity) for link in saying.chain if link.entity}
    days = [d for t in leaf.times(spans) if (d := bounds(t.value, page.published))]
    return Report(
        evidence=Evidence(page.doc, spans[0].start, spans[-1].end) if spans else Evidence(page.doc, 0, 0),
        ref=ref,
        words=content(leaf, spans),
        who=frozenset(names),
        published=page.published,
        days=days[0] if days else bounds(page.published, None),
    )

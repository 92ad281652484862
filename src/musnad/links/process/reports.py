"""What later pages report as done, found by the words that a prediction has in common with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from musnad.doc import Span
from musnad.links.account import Saying
from musnad.links.findings import Evidence, Ref
from musnad.links.process.days import Days, bounds
from musnad.links.process.leaves import Leaf
from musnad.links.process.parties import Parties
from musnad.links.process.tables import has
from musnad.links.process.tellings import full

__all__ = ["Report", "content", "reports"]

_WILL = re.compile(r"^[وف]?س[يتنا]\w{2,}$")


class Report(msgspec.Struct, frozen=True, array_like=True):
    """Words of a page that tell something as done: a statement's, or the article's own. `who`: its teller and names."""

    evidence: Evidence
    ref: Ref | None
    words: frozenset[str]
    who: frozenset[str]
    published: str | None
    days: Days | None


def reports(leaf: Leaf, who: Parties) -> list[Report]:
    """The reports of a page: its statements' first, then its own."""
    return list(_reports(leaf, who))


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

"""Pages that have an unnamed source of their own say, one after another, what another page's unnamed source said.

Such a page is a copy in other words, however few of the words it keeps: nobody can ask the source but who had it first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from musnad.doc import Span
from musnad.links.account import Account
from musnad.links.claims.content import Content
from musnad.links.claims.days import published
from musnad.links.claims.match import Weights, compare
from musnad.links.claims.origins import alike
from musnad.links.copies.direction import decide
from musnad.links.copies.names import Outlets
from musnad.links.findings import Copy, Retold
from musnad.wording import phrase

__all__ = ["borrowed"]

_NAMED = frozenset(("outlet", "agency", "media_reports", "document", "experts", "public"))
_ALIKE = 0.2  # from which two statements of unnamed sources may be one
_LEAST = 3  # statements of one source that the other's tells
_TOGETHER = 1.0  # how alike they are, added up
_SHARE = 0.5  # of the copy's statements of its unnamed source
_LONG_AFTER = 14  # days; later it is no copy but a look back


class _Pair(NamedTuple):
    """A statement of a later page and one of an earlier page that it may tell."""

    here: Content
    there: Content
    like: float


def borrowed(
    pages: Sequence[Account],
    contents: Sequence[Content],
    pairs: Iterable[tuple[int, int]],
    weights: Weights,
    known: Iterable[Copy],
) -> tuple[Copy, ...]:
    """The copies among pages that are not known already, one for each copy: the source that it tells most of, a copy
    itself only where there is no other."""
    outlets = Outlets(pages)
    taken = {copy.doc for copy in known}
    unnamed: dict[int, int] = defaultdict(int)
    for content in contents:
        unnamed[content.page] += _of_unnamed(content)
    found: dict[int, tuple[tuple[bool, float], Copy]] = {}
    for (one, other), rows in sorted(_between(contents, pairs, weights).items()):
        held = _told(rows, unnamed)
        if held is None or not _apart(pages[one], pages[other], outlets):
            continue
        copy = _copy(pages, one, other, held, outlets)
        weight = copy.of not in taken, sum(pair.like for pair in held)
        at = one if copy.doc == pages[one].doc else other
        if copy.doc not in taken and (at not in found or weight > found[at][0]):
            found[at] = weight, copy
    return tuple(copy for _, (_, copy) in sorted(found.items()))


def _of_unnamed(content: Content) -> bool:
    """Whether the page had it from somebody whom it does not name."""
    chain = content.said.chain
    return bool(chain) and not content.said.title and chain[0].entity is None and chain[0].kind not in _NAMED


def _between(
    contents: Sequence[Content], pairs: Iterable[tuple[int, int]], weights: Weights
) -> dict[tuple[int, int], list[_Pair]]:
    """Statements of unnamed sources that are alike, by their pages, the earlier first."""
    found: dict[tuple[int, int], list[_Pair]] = defaultdict(list)
    for i, j in pairs:
        there, here = contents[i], contents[j]
        if there.page == here.page or not (_of_unnamed(there) and _of_unnamed(here)):
            continue
        like = compare(there, here, weights)
        apart = like.conflicts & {"act", "date", "venue", "number"}
        if like.score >= _ALIKE and not apart and alike(there.said.chain[0], here.said.chain[0]):
            found[there.page, here.page].append(_Pair(here, there, like.score))
    return found


def _told(rows: Sequence[_Pair], unnamed: dict[int, int]) -> list[_Pair] | None:
    """The statements that one page tells in the other's order, where they are enough."""
    chosen = _in_order(rows)
    several = min(len({pair.there.ref for pair in chosen}), len({pair.here.ref for pair in chosen})) >= _LEAST
    if not several or sum(pair.like for pair in chosen) < _TOGETHER:
        return None
    fewer = min(unnamed[chosen[0].here.page], unnamed[chosen[0].there.page])
    return chosen if len(chosen) >= _SHARE * fewer else None


def _in_order(rows: Sequence[_Pair]) -> list[_Pair]:
    """The heaviest row of pairs that goes down both pages."""
    best: list[tuple[float, list[_Pair]]] = []
    for pair in sorted(rows, key=lambda pair: (pair.here.ref.number, pair.there.ref.number)):
        before = (
            held
            for held in best
            if held[1][-1].here.ref.number < pair.here.ref.number
            and held[1][-1].there.ref.number < pair.there.ref.number
        )
        total, way = max(before, key=lambda held: held[0], default=(0.0, []))
        best.append((total + pair.like, [*way, pair]))
    return max(best, key=lambda held: held[0], default=(0.0, []))[1]


def _apart(one: Account, other: Account, outlets: Outlets) -> bool:
    """Pages of two outlets that came out in the same days."""
    if outlets.of(one) & outlets.of(other):
        return False
    days = [days for page in (one, other) if (days := published(page.published))]
    return len(days) < 2 or abs((days[0][0] - days[1][0]).days) <= _LONG_AFTER


def _copy(pages: Sequence[Account], one: int, other: int, told: Sequence[_Pair], outlets: Outlets) -> Copy:
    here = [_span(pair.here) for pair in told]
    there = [_span(pair.there) for pair in told]
    verdict = decide(pages[other], pages[one], outlets, here, there)
    copy, source = (pages[other], pages[one]) if verdict.first else (pages[one], pages[other])
    spans = zip(here, there, strict=True) if verdict.first else zip(there, here, strict=True)
    return Copy(
        doc=copy.doc,
        of=source.doc,
        kind="rephrase",
        credited=verdict.credited,
        reasons=(phrase("copying.unnamed", len(told), copy.doc, source.doc), *verdict.reasons),
        sure=verdict.sure,
        retold=tuple(Retold(ours, theirs) for ours, theirs in spans),
    )


def _span(content: Content) -> Span:
    said = content.said
    return Span(said.content[0].start, said.content[-1].end) if said.content else Span(said.start, said.end)

"""Pages that have an unnamed source of their own say, one after another, what another page's unnamed source said.

Such a page is a copy in other words, however few of the words it keeps: nobody can ask the source but who had it first.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
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

__all__ = ["ALIKE", "Borrowed", "borrowed", "chosen", "heard", "of_unnamed"]

_NAMED = frozenset(("outlet", "agency", "media_reports", "document", "experts", "public"))
ALIKE = 0.2  # from which two statements of unnamed sources may be one
_LEAST = 3  # statements of one source that the other's tells
_TOGETHER = 1.0  # how alike they are, added up
_SHARE = 0.5  # of the copy's statements of its unnamed source
_LONG_AFTER = 14  # days; later it is no copy but a look back


class _Pair(NamedTuple):
    """A statement of a later page and one of an earlier page that it may tell."""

    here: Content
    there: Content
    like: float


def of_unnamed(content: Content) -> bool:
    """Whether the page had it from somebody whom it does not name."""
    chain = content.said.chain
    return bool(chain) and not content.title and chain[0].entity is None and chain[0].kind not in _NAMED


def heard(there: Content, here: Content, weights: Weights) -> float:
    """How much alike two statements of unnamed sources are, on an earlier page and a later one; 0 where they cannot be
    one."""
    if there.page == here.page or not (of_unnamed(there) and of_unnamed(here)):
        return 0.0
    like = compare(there, here, weights)
    apart = like.conflicts & {"act", "date", "venue", "number"}
    one = like.score >= ALIKE and not apart and alike(there.said.chain[0], here.said.chain[0])
    return like.score if one else 0.0


class Borrowed(NamedTuple):
    """A copy that unnamed sources tell, and how much of one its statements are together."""

    weight: float
    copy: Copy


def borrowed(
    earlier: Account, later: Account, rows: Iterable[tuple[Content, Content, float]], unnamed: Sequence[int],
    outlets: Outlets,
) -> Borrowed | None:  # fmt: skip
    """Whether one of two pages has its unnamed source say what the other's said. `rows`: statements of the earlier page
    and of the later one that may be one, with how much they are alike (`heard`); `unnamed`: how many statements of
    unnamed sources each page has."""
    held = _told([_Pair(here, there, like) for there, here, like in rows], min(unnamed))
    if held is None or not _apart(earlier, later, outlets):
        return None
    return Borrowed(sum(pair.like for pair in held), _copy(earlier, later, held, outlets))


def chosen(found: Iterable[Borrowed], taken: Container[str]) -> dict[str, Copy]:
    """By copy the source that it tells most of, a copy itself only where there is no other. `taken`: pages that are
    known for copies; `found` comes in the order of pages."""
    best: dict[str, tuple[tuple[bool, float], Copy]] = {}
    for weight, copy in found:
        rank = copy.of not in taken, weight
        if copy.doc not in taken and (copy.doc not in best or rank > best[copy.doc][0]):
            best[copy.doc] = rank, copy
    return {doc: copy for doc, (_, copy) in best.items()}


def _told(rows: Sequence[_Pair], fewer: int) -> list[_Pair] | None:
    """The statements that one page tells in the other's order, where they are enough."""
    row = _in_order(rows)
    several = min(len({pair.there.ref for pair in row}), len({pair.here.ref for pair in row})) >= _LEAST
    if not several or sum(pair.like for pair in row) < _TOGETHER:
        return None
    return row if len(row) >= _SHARE * fewer else None


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


def _copy(earlier: Account, later: Account, told: Sequence[_Pair], outlets: Outlets) -> Copy:
    here = [_span(pair.here) for pair in told]
    there = [_span(pair.there) for pair in told]
    verdict = decide(later, earlier, outlets, here, there)
    copy, source = (later, earlier) if verdict.first else (earlier, later)
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

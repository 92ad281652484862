"""Copies in other words: pages that retell another page, where that page alone can have told them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from musnad.doc import Span
from musnad.links.account import Account
from musnad.links.copies.direction import Verdict, decide, names_itself
from musnad.links.copies.features import Point, points
from musnad.links.copies.names import Outlets
from musnad.links.copies.retelling import Retelling, Weighed, likely, retelling, weighed, weights
from musnad.links.findings import Retold
from musnad.wording import phrase

__all__ = ["Rephrase", "Sheet", "rephrases", "retold", "sheets"]

_SHARE = 0.5  # of the article, where the source alone had the news or is credited
_ANY_ORDER_SHARE = 0.65  # the same, where the sentences come in another order
_PUBLIC_SHARE, _PUBLIC_LEAST = 0.75, 4  # and sentences, where anybody could have heard it
_LATER_ALIKE, _SAME_DAY_ALIKE = 0.45, 0.6  # reports of one evening are more alike than a later one's of its own
_CONTAINED = 0.28  # of the weight of what a page tells; pages on one subject have up to that in common
_EXPLAINED = 0.5  # share of a sentence, or of an article, that is somebody's words already
_LONG_AFTER = 14  # days; later it is no copy but a look back
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Rephrase(NamedTuple):
    """Page `copy` retells page `source` (places in the pages' order)."""

    copy: int
    source: int
    verdict: Verdict
    retelling: Retelling
    retold: tuple[Retold, ...]


class Sheet(NamedTuple):
    """A page's sentences, and the weights of all its traits together."""

    page: Account
    points: Sequence[Point]
    weighed: Sequence[Weighed]
    traits: Mapping[str, float]


def sheets(pages: Sequence[Account]) -> list[Sheet]:
    """Pages for laying beside each other; how much a trait tells depends on them all."""
    told = [points(page) for page in pages]
    rarity = weights(told)
    return [_sheet(page, each, weighed(each, rarity)) for page, each in zip(pages, told, strict=True)]


def _sheet(page: Account, told: Sequence[Point], heavy: Sequence[Weighed]) -> Sheet:
    return Sheet(page, told, heavy, {trait: weight for each in heavy for trait, weight in each.traits.items()})


def retold(here: Sheet, there: Sheet, without: Collection[int] = ()) -> tuple[float, tuple[Retold, ...]]:
    """The share of a page that retells another one, and the sentences that do; for all sentences but `without`."""
    found = retelling(here.weighed, there.weighed, without)
    return (found.share, _retold(found, here, there)) if found else (0.0, ())


def _retold(found: Retelling, here: Sheet, there: Sheet) -> tuple[Retold, ...]:
    return tuple(Retold(here.points[pair.here].span, there.points[pair.there].span) for pair in found.pairs)


def rephrases(
    laid: Sequence[Sheet],
    outlets: Outlets,
    known: Mapping[int, Collection[Span]],
    bound: Collection[tuple[int, int]],
) -> list[Rephrase]:
    """For each page the source that it retells best, if any.

    `known`: by page the spans that are another page's words already; `bound`: pairs (lower place first) that share
    words, and are judged by those.
    """
    best: dict[int, Rephrase] = {}
    for i, j in sorted(likely([sheet.traits for sheet in laid]) - set(bound)):
        for found in _between(i, j, laid, outlets, known):
            held = best.get(found.copy)
            if held is None or _nearness(found) < _nearness(held):
                best[found.copy] = found
    return [best[copy] for copy in sorted(best)]


def _contained(here: Sheet, there: Sheet) -> bool:
    """Whether enough of what one page tells is on the other at all, in whatever order."""
    shared = here.traits.keys() & there.traits.keys()
    return sum(here.traits[trait] for trait in shared) >= _CONTAINED * sum(here.traits.values())


def _nearness(found: Rephrase) -> tuple[float, bool, int]:
    return -round(found.retelling.weight, 3), not found.verdict.credited, found.source


def _between(
    i: int, j: int, laid: Sequence[Sheet], outlets: Outlets, known: Mapping[int, Collection[Span]]
) -> Iterator[Rephrase]:
    """What the later page retells of the earlier one, or the earlier of the later where signs say so."""
    if _far(laid[i].page, laid[j].page):
        return
    for copy, source in ((j, i), (i, j)):
        here, there = laid[copy], laid[source]
        if not _contained(here, there):
            continue
        without = {n for n, point in enumerate(here.points) if _within(point.span, known.get(copy, ()))}
        found = _best(here, there, without)
        if found is None or len(without) > _EXPLAINED * len(here.points):
            continue
        told = _retold(found, here, there)
        ours, theirs = [each.here for each in told], [each.there for each in told]
        verdict = decide(here.page, there.page, outlets, _titled(here.page, ours), _titled(there.page, theirs))
        alone = _only_there(there.page, outlets, theirs) or verdict.credited
        if verdict.first and (alone or _close(found, verdict)):
            doubt = (phrase("copying.others", there.page.doc),)
            verdict = verdict if alone else verdict._replace(sure=False, reasons=verdict.reasons + doubt)
            yield Rephrase(copy, source, verdict, found, told)
            return


def _best(here: Sheet, there: Sheet, without: Collection[int]) -> Retelling | None:
    """In the source's order; of pages that keep another order more is asked."""
    found = retelling(here.weighed, there.weighed, without)
    if found is not None and found.share >= _SHARE:
        return found
    found = retelling(here.weighed, there.weighed, without, in_order=False)
    several = found is not None and len({pair.there for pair in found.pairs}) >= _PUBLIC_LEAST
    return found if found is not None and several and found.share >= _ANY_ORDER_SHARE else None


def _close(found: Retelling, verdict: Verdict) -> bool:
    """Whether it follows the other page more closely than two reports of one public event do."""
    alike = sum(pair.alike for pair in found.pairs) / len(found.pairs)
    least = _LATER_ALIKE if verdict.sure else _SAME_DAY_ALIKE
    return found.in_order and found.share >= _PUBLIC_SHARE and alike >= least and len(found.pairs) >= _PUBLIC_LEAST


def _only_there(page: Account, outlets: Outlets, told: Collection[Span]) -> bool:
    """Whether the page had this to itself: it was told to its outlet, or mostly by people whom nobody can ask."""
    if names_itself(page, outlets, told):
        return True
    first = [said.chain[-1].kind for said in page.sayings if said.chain and _within(Span(said.start, said.end), told)]
    return bool(first) and first.count("anonymous") >= len(first) / 2


def _titled(page: Account, told: Sequence[Span]) -> list[Span]:
    return [*told, *(Span(part.start, part.end) for part in page.parts if part.title)]


def _within(span: Span, spans: Collection[Span]) -> bool:
    shared = sum(max(0, min(span.end, each.end) - max(span.start, each.start)) for each in spans)
    return shared >= _EXPLAINED * (span.end - span.start)


def _far(first: Account, second: Account) -> bool:
    days = [_DAY.match(page.published or "") for page in (first, second)]
    if days[0] is None or days[1] is None:
        return False
    try:
        return abs((date.fromisoformat(days[0][0]) - date.fromisoformat(days[1][0])).days) > _LONG_AFTER
    except ValueError:
        return False

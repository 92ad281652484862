"""Copies in other words: pages that retell another page, where that page alone can have told them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence, Set
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from musnad.doc import Span
from musnad.links.account import Account
from musnad.links.copies.direction import Verdict, decide, names_itself
from musnad.links.copies.features import Point, points
from musnad.links.copies.names import Outlets
from musnad.links.copies.overlap import leaf, overlap
from musnad.links.copies.retelling import Retelling, Weighed, retelling, rows, share, weighed
from musnad.links.copies.traits import Traits
from musnad.links.findings import Copy, Retold
from musnad.links.memory import Memory
from musnad.links.pages import Pages
from musnad.wording import phrase

__all__ = ["Rephrases", "Sheet", "retold", "sheet"]

_SHARE = 0.5  # of the article, where the source alone had the news or is credited
_ANY_ORDER_SHARE = 0.65  # the same, where the sentences come in another order
_PUBLIC_SHARE, _PUBLIC_LEAST = 0.75, 4  # and sentences, where anybody could have heard it
_LATER_ALIKE, _SAME_DAY_ALIKE = 0.45, 0.6  # reports of one evening are more alike than a later one's of its own
_CONTAINED = 0.33  # of the weight of what a page tells; pages on one subject have nearly as much in common
_EXPLAINED = 0.5  # share of a sentence, or of an article, that is somebody's words already
_LONG_AFTER = 14  # days; later it is no copy but a look back
_HELD = 500  # pages that are held for laying beside others
_AND = "\x1e"  # between the names of two pages
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Sheet(NamedTuple):
    """A page and what its sentences tell, weighed."""

    page: Account
    points: Sequence[Point]
    weighed: Sequence[Weighed]


class _Found(NamedTuple):
    """That a page retells another one. `order`: of several such, the lowest is the page that it comes from."""

    order: tuple[float, bool, str]
    copy: Copy


def sheet(page: Account) -> Sheet:
    """A page for laying beside another. How much two have in common is told by them alone, whatever others tell."""
    told = points(page)
    return Sheet(page, told, weighed(told))


def retold(here: Sheet, there: Sheet) -> tuple[float, tuple[Retold, ...]]:
    """The share of a page that retells another one, and the sentences that do."""
    found = retelling(here.weighed, rows(here.weighed, there.weighed), len(there.weighed))
    return (found.share, _retold(found, here, there)) if found else (0.0, ())


def _retold(found: Retelling, here: Sheet, there: Sheet) -> tuple[Retold, ...]:
    return tuple(Retold(here.points[pair.here].span, there.points[pair.there].span) for pair in found.pairs)


class Rephrases:
    """Pages that retell others, found pair by pair and kept as long as both stay as they are."""

    def __init__(self, memory: Memory, pages: Pages, traits: Traits) -> None:
        self._memory = memory
        self._pages = pages
        self._traits = traits
        self._found: dict[str, _Found] = memory.read("rephrases", dict[str, _Found]) or {}
        self._tried = set(memory.read("tried", list[str]) or ())
        self._sheet = lru_cache(_HELD)(lambda doc: sheet(pages[doc]))

    def update(
        self, other: Set[str], bound: Set[tuple[str, str]], outlets: Outlets, taken: Callable[[str], Sequence[Copy]]
    ) -> set[str]:
        """Lay side by side what is not as it was: pairs with one of the `other` pages. The pages whose sources may be
        others now. `bound`: pairs that share words, and are judged by those; `taken`: the copies of a page by these."""
        wanted = {_AND.join(pair): pair for pair in self._traits.likely - bound}
        again = {key for key, pair in wanted.items() if key not in self._tried or not other.isdisjoint(pair)}
        concerned: set[str] = set()
        for key in sorted(again | (self._tried - wanted.keys())):
            old = self._found.pop(key, None)
            new = self._between(*wanted[key], outlets, taken) if key in wanted else None
            concerned.update(found.copy.doc for found in (old, new) if found)
            if new:
                self._found[key] = new
        self._tried = set(wanted)
        self._memory.keep("rephrases", self._found)
        self._memory.keep("tried", sorted(self._tried))
        return concerned & self._pages.cards.keys()

    def best(self) -> dict[str, Copy]:
        """For each page the source that it retells best, if any."""
        found: dict[str, _Found] = {}
        for each in self._found.values():
            held = found.get(each.copy.doc)
            if held is None or each.order < held.order:
                found[each.copy.doc] = each
        return {doc: each.copy for doc, each in found.items()}

    def _between(self, one: str, other: str, outlets: Outlets, taken: Callable[[str], Sequence[Copy]]) -> _Found | None:
        """What the later page retells of the earlier one, or the earlier of the later where signs say so."""
        if _far(*(self._pages.cards[doc].published for doc in (one, other))):
            return None
        first, second = self._pages.ordered((one, other))
        for copy, source in ((second, first), (first, second)):
            if self._traits.contained(copy, source) >= _CONTAINED:
                known = [passage.here for each in taken(copy) for passage in each.passages]
                if found := self._retells(self._sheet(copy), self._sheet(source), known, outlets):
                    return found
        return None

    def _retells(self, here: Sheet, there: Sheet, known: Collection[Span], outlets: Outlets) -> _Found | None:
        without = {n for n, point in enumerate(here.points) if _within(point.span, known)}
        found = _best(here, there, without)
        if found is None or len(without) > _EXPLAINED * len(here.points):
            return None
        told = _retold(found, here, there)
        ours, theirs = [each.here for each in told], [each.there for each in told]
        verdict = decide(here.page, there.page, outlets, _titled(here.page, ours), _titled(there.page, theirs))
        alone = _only_there(there.page, outlets, theirs) or verdict.credited
        if not verdict.first or not (alone or _close(found, verdict)):
            return None
        doubt = (phrase("copying.others", there.page.doc),)
        verdict = verdict if alone else verdict._replace(sure=False, reasons=verdict.reasons + doubt)
        order = -round(found.weight, 3), not verdict.credited, self._pages.place(there.page.doc)
        return _Found(order, _copy(here.page, there.page, found, verdict, told))


def _copy(copy: Account, source: Account, found: Retelling, verdict: Verdict, told: tuple[Retold, ...]) -> Copy:
    laid = overlap(leaf(copy), leaf(source))
    shared_by = sorted({trait for pair in found.pairs for trait in pair.shared if trait[0] in "#@"})
    how = "copying.retells_in_order" if found.in_order else "copying.retells"
    what = [phrase(how, f"{found.share:.0%}", copy.doc, source.doc)]
    if shared_by:
        what.append(phrase("copying.shared", ", ".join(trait[1:] for trait in shared_by)))
    return Copy(
        doc=copy.doc,
        of=source.doc,
        kind="rephrase",
        credited=verdict.credited,
        passages=laid.passages,
        reasons=(*what, *verdict.reasons),
        sure=verdict.sure,
        retold=told,
    )


def _best(here: Sheet, there: Sheet, without: Collection[int]) -> Retelling | None:
    """In the source's order; of pages that keep another order more is asked."""
    alike, width = rows(here.weighed, there.weighed, without), len(there.weighed)
    if share(here.weighed, [i for i, row in enumerate(alike) if row], without) < _SHARE:
        return None
    found = retelling(here.weighed, alike, width, without)
    if found is not None and found.share >= _SHARE:
        return found
    found = retelling(here.weighed, alike, width, without, in_order=False)
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


def _far(first: str | None, second: str | None) -> bool:
    days = [_DAY.match(published or "") for published in (first, second)]
    if days[0] is None or days[1] is None:
        return False
    try:
        return abs((date.fromisoformat(days[0][0]) - date.fromisoformat(days[1][0])).days) > _LONG_AFTER
    except ValueError:
        return False

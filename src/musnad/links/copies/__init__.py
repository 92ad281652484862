"""Which page took its text from which, in whole, in part or re-phrased; credited or not.

`shingles` proposes pairs, `align` and `overlap` lay them side by side, `direction` tells the copy from its source
by `credit`, time and what a page says of itself, `parents` keeps the nearest source.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from musnad.doc import Span
from musnad.links.account import Account
from musnad.links.copies.credit import credited_outside
from musnad.links.copies.direction import decide, sentences
from musnad.links.copies.names import Outlets, address
from musnad.links.copies.overlap import Overlap, leaf, overlap
from musnad.links.copies.parents import Bond, Parent, parents
from musnad.links.copies.rephrase import Rephrase, Sheet, rephrases, retold, sheets
from musnad.links.copies.shingles import index
from musnad.links.findings import Copy
from musnad.wording import phrase

__all__ = ["credited_outside", "find", "shared"]

_WHOLE = 0.9  # share of the copy's article that is the source's
_MOST = 0.85  # share of the source's article, where words are changed throughout
_FEW, _RETOLD = 0.35, 0.6  # a copy with fewer of the source's words that tells so much of it is a rephrase


def find(pages: Sequence[Account]) -> tuple[Copy, ...]:
    """The copies among pages, by the order of their publication; the order in which pages come does not matter."""
    ordered = _first_versions(sorted(pages, key=lambda page: (page.published or "9999", page.doc)))
    outlets = Outlets(ordered)
    bonds = [_bond(i, j, laid, outlets) for i, j, laid in shared(ordered)]
    laid = sheets(ordered)
    found = [(parent.bond.copy, _copy(parent, laid)) for parent in parents(bonds)]
    known: dict[int, list[Span]] = {}
    for at, copy in found:
        known.setdefault(at, []).extend(passage.here for passage in copy.passages)
    bound = {(min(bond.copy, bond.source), max(bond.copy, bond.source)) for bond in bonds}
    found += [(each.copy, _rephrase(each, ordered)) for each in rephrases(laid, outlets, known, bound)]
    return tuple(copy for _, copy in sorted(found, key=lambda each: each[0]))


def shared(pages: Sequence[Account]) -> Iterable[tuple[int, int, Overlap]]:
    """All pairs of pages (lower place first) that have more words in common than chance or custom gives."""
    found = index(pages)
    leaves = [leaf(page, found.barred.get(at, ())) for at, page in enumerate(pages)]
    for i, j in found.pairs:
        laid = overlap(leaves[i], leaves[j])
        if laid.copied:
            yield i, j, laid


def _first_versions(pages: Iterable[Account]) -> list[Account]:
    """Pages with one address are versions of one page, and no copies: the first of them stands for all."""
    seen: dict[object, Account] = {}
    for page in pages:
        seen.setdefault(address(page.url) if page.url else (page.doc,), page)
    return list(seen.values())


def _bond(i: int, j: int, laid: Overlap, outlets: Outlets) -> Bond:
    here = sentences(laid.here.page, [passage.here for passage in laid.passages])
    there = sentences(laid.there.page, [passage.there for passage in laid.passages])
    verdict = decide(laid.here.page, laid.there.page, outlets, here, there)
    return Bond(i, j, laid, verdict) if verdict.first else Bond(j, i, laid.flipped, verdict)


def _copy(parent: Parent, sheets: Sequence[Sheet]) -> Copy:
    bond = parent.bond
    laid, verdict = bond.overlap, bond.verdict
    places = {(tile.here, tile.there) for tile in parent.tiles}
    passages = tuple(
        passage for tile, passage in zip(laid.tiles, laid.passages, strict=True) if (tile.here, tile.there) in places
    )
    words = sum(passage.words for passage in passages)
    here, there = laid.here.page, laid.there.page
    reasons = (phrase("copying.words", words, len(here.words), here.doc, there.doc),)
    whole = laid.share >= _WHOLE or (laid.told >= _WHOLE and laid.flipped.told >= _MOST)
    share, retelling = (0.0, ()) if whole or laid.share >= _FEW else retold(sheets[bond.copy], sheets[bond.source])
    rephrased = parent.first and share >= _RETOLD
    return Copy(
        doc=here.doc,
        of=there.doc,
        kind="whole" if whole and parent.first else "rephrase" if rephrased else "partial",
        credited=verdict.credited,
        passages=passages,
        reasons=reasons + verdict.reasons,
        sure=verdict.sure,
        retold=retelling if rephrased else (),
    )


def _rephrase(found: Rephrase, pages: Sequence[Account]) -> Copy:
    copy, source = pages[found.copy], pages[found.source]
    pairs = found.retelling.pairs
    laid = overlap(leaf(copy), leaf(source))
    shared_by = sorted({trait for pair in pairs for trait in pair.shared if trait[0] in "#@"})
    how = "copying.retells_in_order" if found.retelling.in_order else "copying.retells"
    told = [phrase(how, f"{found.retelling.share:.0%}", copy.doc, source.doc)]
    if shared_by:
        told.append(phrase("copying.shared", ", ".join(trait[1:] for trait in shared_by)))
    return Copy(
        doc=copy.doc,
        of=source.doc,
        kind="rephrase",
        credited=found.verdict.credited,
        passages=laid.passages,
        reasons=(*told, *found.verdict.reasons),
        sure=found.verdict.sure,
        retold=found.retold,
    )

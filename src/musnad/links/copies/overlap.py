"""How much of two pages is the same words, and whether that is more than a quotation, a formula or a name has."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from musnad.doc import Span
from musnad.links.account import Account
from musnad.links.copies.align import Row, Tile, blocks, in_row, tiles
from musnad.links.findings import Passage

__all__ = ["Leaf", "Overlap", "leaf", "overlap"]

_TILE = 4  # words; shorter runs are anybody's
_BLOCK = 8  # words of tiles that lie together; fewer are a formula, an office with its holder
_PLAIN = 8  # words of a block that are in no name and in nobody's quotation; with fewer it may come from anywhere
_LED = 3  # words of a block that are the page's own: of what was said in public only the words around it tell a copy
_SPOKEN = 40  # words of a block; what is said in public is not taken over at such length by two pages alike
_WORDS = 25  # words of such blocks that make a copy
_MUCH, _LONG = 0.3, 60  # a share and so many plain words that are a copy whoever said them
_AGAIN = 0.4  # share from which an outlet repeats an article; below it repeats a paragraph of background
_RESPELT = 2  # words: a name in another spelling
_SHARE, _ENOUGH = 0.2, 40  # a share of the shorter article, or so many words, that a copy takes
_PUBLIC = frozenset(("person", "official_body", "state", "document", "organization"))


@dataclass(frozen=True)
class Leaf:
    """A page for laying beside another: its words in a `row`, boilerplate made unlike anything, and for each word a
    byte that tells whether it is `body`, whether it is `plain`, in no name and in nobody's quotation, and whether it is
    the page's `own`, outside of what people said in public."""

    page: Account
    row: Row
    body: bytes
    plain: bytes
    own: bytes

    @cached_property
    def length(self) -> int:
        """Words of the article without headline and boilerplate."""
        return sum(self.body)


def leaf(page: Account, barred: Collection[int] = ()) -> Leaf:
    """A page without its words at `barred`."""
    spelt = list(page.words)
    body = bytearray(b"\1" * len(spelt))
    for at in barred:
        spelt[at] = f"{page.doc} {at}"
        body[at] = 0
    for part in page.parts:
        if part.title:
            _mark(page, body, Span(part.start, part.end), 0)
    plain = bytearray(b"\1" * len(spelt))
    own = bytearray(plain)
    for said in page.sayings:
        for span in said.content:
            if said.mode == "direct":
                _mark(page, plain, span, 0)
            if said.mode == "direct" or (said.chain and said.chain[-1].kind in _PUBLIC):
                _mark(page, own, span, 0)
    for name in page.names:
        _mark(page, plain, Span(name.start, name.end), 0)
    return Leaf(page, in_row(spelt, _TILE), bytes(body), bytes(plain), bytes(own))


def _mark(page: Account, marks: bytearray, span: Span, value: int) -> None:
    for at in range(bisect_left(page.starts, span.start), bisect_left(page.starts, span.end)):
        marks[at] = value


@dataclass(frozen=True)
class Overlap:
    """What page `here` has in common with page `there`: blocks of tiles, in the order of `here`.

    `common`: words in runs that both have, those too that are too short or too few to tell anything by themselves.
    """

    here: Leaf
    there: Leaf
    blocks: Sequence[Sequence[Tile]]
    common: int

    @cached_property
    def tiles(self) -> list[Tile]:
        return [tile for block in self.blocks for tile in block]

    @cached_property
    def words(self) -> int:
        return sum(tile.words for tile in self.tiles)

    @cached_property
    def covered(self) -> frozenset[int]:
        """The words of `here` that lie in tiles, with those in whose place the other page has as many others."""
        found = {at for tile in self.tiles for at in range(tile.here, tile.here + tile.words)}
        for block in self.blocks:
            for one, other in pairwise(block):
                gap = range(one.here + one.words, other.here)
                if len(gap) == other.there - one.there - one.words <= _RESPELT:
                    found.update(gap)
        return frozenset(found)

    @cached_property
    def share(self) -> float:
        """Of the article `here`."""
        return sum(self.here.body[at] for at in self.covered) / max(self.here.length, 1)

    @cached_property
    def told(self) -> float:
        """Share of the article `here` in sentences of which half or more lies in blocks: misspelt, reworded here and
        there, but the other page's."""
        reach = bytearray(len(self.here.body))
        for block in self.blocks:
            for at in range(block[0].here, block[-1].here + block[-1].words):
                reach[at] = self.here.body[at]
        total = 0
        for part in self.here.page.parts:
            first, last = (bisect_left(self.here.page.starts, place) for place in (part.start, part.end))
            words = sum(self.here.body[first:last])
            total += words if 2 * sum(reach[first:last]) >= words else 0
        return total / max(self.here.length, 1)

    @cached_property
    def weight(self) -> int:
        """Words of the blocks that are more than a quotation, a row of names or a formula."""
        return sum(words for block in self.blocks if (words := self._weight(block)))

    def _weight(self, block: Sequence[Tile]) -> int:
        words = sum(tile.words for tile in block)
        own = max(
            sum(sum(self.here.own[tile.here : tile.here + tile.words]) for tile in block),
            sum(sum(self.there.own[tile.there : tile.there + tile.words]) for tile in block),
        )
        return words if self._plain(block) >= _PLAIN and (own >= _LED or words >= _SPOKEN) else 0

    def _plain(self, block: Sequence[Tile]) -> int:
        return sum(sum(self.here.plain[tile.here : tile.here + tile.words]) for tile in block)

    @cached_property
    def flipped(self) -> Overlap:
        turned = sorted(Tile(tile.there, tile.here, tile.words) for tile in self.tiles)
        return Overlap(self.there, self.here, blocks(turned), self.common)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(
            Passage(
                _span(self.here.page, tile.here, tile.words), _span(self.there.page, tile.there, tile.words), tile.words
            )
            for tile in self.tiles
        )

    @property
    def copied(self) -> bool:
        """Whether it is more than two pages can have in common that know nothing of each other."""
        share = max(self.share, self.flipped.share)
        if self.same_outlet and share < _AGAIN and self.weight < _LONG:
            return False
        if share >= _MUCH and sum(self._plain(block) for block in self.blocks) >= _LONG:
            return True
        return self.weight >= _WORDS and (self.weight >= _ENOUGH or share >= _SHARE)

    @property
    def same_outlet(self) -> bool:
        return self.here.page.outlet is not None and self.here.page.outlet == self.there.page.outlet


def overlap(here: Leaf, there: Leaf) -> Overlap:
    """Lay one page beside the other."""
    found = tiles(here.row, there.row)
    common = sum(tile.words for tile in found)
    long = [block for block in blocks(found) if sum(tile.words for tile in block) >= _BLOCK]
    return Overlap(here, there, long, common)


def _span(page: Account, at: int, words: int) -> Span:
    return Span(page.starts[at], page.ends[at + words - 1])

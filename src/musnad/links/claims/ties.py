"""What ties two statements beyond their words: a headline to its story, a copy to its source, an outlet that is quoted
to its own page, a denial or an expectation to the quotation that words it, a denial to the same party's next one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from musnad.links.claims.both_sides import NEAR, counted_alike
from musnad.links.claims.content import Content, days_apart, tellers
from musnad.links.claims.origins import Setting, alike, outlet, press
from musnad.links.claims.parties import same_side
from musnad.links.claims.words import particles

__all__ = ["APART", "DENIED_AGAIN", "ONE_PLACE", "QUOTED", "RETOLD", "SAID_AGAIN", "Tie", "Ties"]

_LONG_AFTER = 14  # days within which an outlet is quoted and a denial is spoken of
_WORD = re.compile(r"\w+")
_AT_ONCE = 2  # statements from one to the next that takes it up
_FEW = 12  # words of a quotation that words what was just denied or expected
_PRESS = frozenset(("outlet", "agency"))


class Tie(NamedTuple):
    """`bar`: the score from which the two are one content. `ease`: by what the weight that they must have in common is
    multiplied. `close`: each goes with its best partner on the other page. `sure`: whatever their words have in
    common. Bars were set on the stories in tests."""

    bar: float
    ease: float = 1.0
    close: bool = False
    sure: bool = False


APART = Tie(0.50)
_SAME_PAGE = Tie(0.75)
_HEADLINE = Tie(0.30, 0.6, close=True)
_LEAD = Tie(0.12, 0.4, close=True)
_COPIED = Tie(0.34, 0.6, close=True)
RETOLD = Tie(0.18, 0.6, close=True)
QUOTED = Tie(0.22, 0.6, close=True)
DENIED_AGAIN = Tie(0.25, 0.5, close=True)
SAID_AGAIN = Tie(0.32, 0.6, close=True)
ONE_PLACE = Tie(0.12, 0.4, close=True)
_WORDED = Tie(-1.0, 0.0, sure=True)


def _begins_with_not(content: Content) -> bool:
    return any(word in particles("not") for word in _WORD.findall(content.said.what)[:1])


@dataclass(frozen=True)
class Ties:
    """The ties among the pages of a setting."""

    setting: Setting

    def of(self, a: Content, b: Content) -> Tie:
        """What ties two statements of which neither stands in the other, whichever comes first."""
        if a.page == b.page:
            if a.title != b.title:
                if self._denies_alike(a, b):
                    return _WORDED
                return _LEAD if self._leads(a, b) else _HEADLINE
            if counted_alike(a, b):
                return _WORDED
            return _WORDED if self.worded(*sorted((a, b), key=lambda c: c.ref.number)) else _SAME_PAGE
        copies = self.setting.copies
        if copies.between(a, b):
            return RETOLD if copies.told_again(a, b) else _COPIED
        if self._quotes(a, b) or self._quotes(b, a):
            return QUOTED
        if self._denies_alike(a, b) and days_apart(a, b) <= _LONG_AFTER:
            return DENIED_AGAIN
        if self._says_again(a, b):
            return SAID_AGAIN
        if a.only and b.only and a.who & b.who:
            return ONE_PLACE
        return APART

    def worded(self, first: Content, then: Content) -> bool:
        """`نفى كذا وقال: «لا …»`, `توقع كذا قائلا: «سـ…»`: a quotation that words what stands right before it."""
        if not 0 < then.ref.number - first.ref.number <= _AT_ONCE or first.title or then.title:
            return False
        if tellers(first)[-1:] != tellers(then)[-1:]:
            return False
        if then.act == "deny" and first.act == "say":  # `قال إنه لم يتفق على شيء، نافيا ما …`
            return first.against and not first.limited
        if then.said.mode == "indirect" or len(then.said.what.split()) > _FEW:
            return False
        if first.act == "deny":
            return then.act == "say" and not then.limited and _begins_with_not(then)
        coming = then.status in ("expected", "planned")
        return first.said.stance == "expects" and then.said.stance == "says" and coming

    def beside(self, contents: Sequence[Content]) -> Iterator[tuple[int, int]]:
        """Pairs of places on one page that are tied whatever words they have in common."""
        for at, content in enumerate(contents):
            yield from ((other, at) for other in range(max(at - NEAR, 0), at) if self.of(contents[other], content).sure)

    def _quotes(self, page: Content, other: Content) -> bool:
        """One has it from the outlet of the other's page, which had it from somebody of its own."""
        if self.setting.after(page.page, other.page) or days_apart(page, other) > _LONG_AFTER:
            return False
        quoted = [link.entity for link in other.said.chain if link.kind in _PRESS and link.entity]
        if not quoted or any(link.kind in _PRESS for link in page.said.chain):
            return False
        own = outlet(self.setting.pages[page.page], self.setting.known)
        return own is not None and own in {press(name, self.setting.known) for name in quoted}

    def _leads(self, a: Content, b: Content) -> bool:
        """A headline and the first statement of its story, by one teller."""
        if abs(a.ref.number - b.ref.number) != 1 or a.act != b.act:
            return False
        ours, theirs = (content.said.chain[-1] if content.said.chain else None for content in (a, b))
        if ours is None or theirs is None or ours.kind != theirs.kind:
            return False
        return a.actors == b.actors and (bool(a.actors) or alike(ours, theirs))

    def _says_again(self, a: Content, b: Content) -> bool:
        """A party's demand, offer or refusal, and one man's expectation, of which he or others speak again."""
        if a.act != b.act or a.said.stance != b.said.stance:
            return False
        if a.act in {"demand", "offer", "refuse"}:
            return any(same_side(x, y, self.setting.sides) for x in a.actors for y in b.actors)
        return a.said.stance == "expects" and bool(a.actors) and a.actors == b.actors

    def _denies_alike(self, a: Content, b: Content) -> bool:
        if a.act != "deny" or b.act != "deny":
            return False
        return any(same_side(x, y, self.setting.sides) for x in a.actors for y in b.actors)

"""Who `both sides` are on a page, and whom it names: its parties."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cache

from musnad.links.account import Account, Name
from musnad.links.process.parties import Parties
from musnad.links.process.tables import signed
from musnad.text import fold

__all__ = ["sides", "there", "twofold"]

_BETWEEN = ("mediates", "sponsors", "envoy")
_MEDIATOR = 4  # words from one for a mediator on that tell who it is
_POSITIONS = ("demands", "promises", "refuses")
_BOTH = frozenset(
    fold(f"ال{noun}{end}")
    for noun, ends in (
        ("بلد طرف جانب وفد حزب فصيل جيش فريق", "ان ين"),
        ("كتل دول حكوم حرك شرك جار عاصم جبه", "تان تين"),
    )
    for noun in noun.split()
    for end in ends.split()
) | {"بينهما"}


def twofold(word: str) -> bool:
    """Whether a word of the reading means both sides of a page: `الطرفان`, `للكتلتين`."""
    return word.lstrip("ول") in _BOTH or word in _BOTH


@cache
def _goes_between(word: str) -> bool:
    return any(signed(word, role) for role in _BETWEEN)


def sides(page: Account, who: Parties) -> tuple[str, ...]:
    """Who `البلدان` are on a page: the two that speak jointly, else the two of whom it tells what they want, offer or
    refuse, else the two parties that it speaks of most."""
    known = {party for party in there(page, who) & who.sides if not any(map(_goes_between, fold(party).split()))}
    for saying in page.sayings:
        for link in saying.chain:
            if ";" in (link.entity or "") and len(joint := who.all(link.entity)) > 1:
                return joint[:2]
    dealing = _dealing(page, who)
    if len(dealing) > 1:
        return dealing[:2]
    between = {at + n for at, word in enumerate(page.words) if _goes_between(word) for n in range(_MEDIATOR)}
    away = {start for at in between if at < len(page.words) for start in (page.starts[at],)}
    count = Counter(
        p for n in page.names if n.type != "OUTLET" and n.start not in away and (p := _party(n, who)) in known
    )
    between |= {
        at
        for saying in page.sayings
        for link in saying.chain
        for at in range(bisect_left(page.starts, link.start), bisect_left(page.starts, link.end))
    }
    for at, word in enumerate(page.words):
        if at not in between and word.startswith(("ال", "وال", "لل")):
            count[who.entities.of_adjective(word) or ""] += 1
    ranked = sorted(
        filter(None, count), key=lambda party: (-count[party], -who.sizes.get(party, 0))
    )  # of equals the first named
    return tuple(ranked[:2]) if len(ranked) > 1 else ()


def _dealing(page: Account, who: Parties) -> tuple[str, ...]:
    """Bodies and states of which a page tells what they want, offer or refuse, those that many pages name first; none
    that goes between them."""
    found = (
        party
        for saying in page.sayings
        if saying.stance in _POSITIONS and saying.chain and ";" not in (saying.chain[-1].entity or "")
        for party in who.all(saying.chain[-1].entity)
        if who.entities.types.get(party) in ("ORG", "GPE")
    )
    dealing = dict.fromkeys(p for p in found if not any(map(_goes_between, fold(p).split())))
    return tuple(sorted(dealing, key=lambda party: -who.sizes.get(party, 0)))


def there(page: Account, who: Parties) -> frozenset[str]:
    """The parties that a page names."""
    return frozenset(p for name in page.names if name.type != "OUTLET" and (p := _party(name, who)))


def _party(name: Name, who: Parties) -> str | None:
    return who.of(name.acts_for or name.entity)

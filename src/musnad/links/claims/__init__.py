"""Statements that put the same content forward, who they go back to, and where claims disagree.

Matching goes by who, what, when, where and the wording (`content`, `match`); polarity and numbers are compared, not
averaged. Which pairs are looked at (`propose`) and which are one content (`cluster`) are told apart, so that a page
that comes later needs only its own pairs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from musnad.links.account import Account
from musnad.links.claims.borrowed import borrowed as borrowed_among
from musnad.links.claims.both_sides import answers, beside
from musnad.links.claims.cluster import cluster
from musnad.links.claims.content import Content, contents
from musnad.links.claims.contrary import Dispute, Told, contrary, disputes
from musnad.links.claims.grade import grade
from musnad.links.claims.marks import Vocabulary, lexis
from musnad.links.claims.match import Weights
from musnad.links.claims.origins import Setting, origins, outlet
from musnad.links.claims.parties import parties
from musnad.links.claims.propose import propose
from musnad.links.claims.taken import taken
from musnad.links.claims.ties import Ties
from musnad.links.claims.tree import carriers, unseen
from musnad.links.entities import Entities, entities
from musnad.links.findings import Claim, Contradiction, Copy

__all__ = ["Readings", "contradictions", "find", "readings"]

_FEW = 4  # words


class Readings(NamedTuple):
    """What is read off the pages once, for claims and for contradictions: contents, their weights, the pairs worth a
    look and those of them that disagree; entities, for whom each speaks, and the outlets of the pages."""

    contents: list[Content]
    weights: Weights
    pairs: list[tuple[int, int]]
    disputes: list[Dispute]
    known: Entities
    sides: Mapping[str, frozenset[str]]
    outlets: frozenset[str]


def readings(pages: Sequence[Account]) -> Readings:
    """Read the pages; `find` and `contradictions` of the same pages take it."""
    known = entities(pages)
    sides = parties(pages, known)
    found = contents(pages, Vocabulary(known, lexis(pages)), sides)
    weights = Weights(found)
    pairs = list(propose(found, weights))
    outlets = frozenset(filter(None, (outlet(page, known) for page in pages)))
    looked_at = sorted({*pairs, *beside(found), *answers(found, sides)})
    disputed = list(disputes(((found[i], found[j]) for i, j in looked_at), weights, sides))
    return Readings(found, weights, pairs, disputed, known, sides, outlets)


def borrowed(pages: Sequence[Account], copies: Sequence[Copy], read: Readings) -> tuple[Copy, ...]:
    """Copies that only what unnamed sources say tells; `copies` are those that words tell."""
    return borrowed_among(pages, read.contents, read.pairs, read.weights, copies)


def find(pages: Sequence[Account], copies: Sequence[Copy], read: Readings | None = None) -> tuple[Claim, ...]:
    """Every statement stands in one claim; claims in the order of their earliest member."""
    read = read or readings(pages)
    setting = Setting(pages, read.known, read.sides, taken(copies), read.outlets)
    ties = Ties(setting)
    pairs = sorted({*read.pairs, *ties.beside(read.contents)})
    groups = [[read.contents[n] for n in group] for group in cluster(read.contents, pairs, read.weights, ties)]
    told = [Told(_id(group), tuple(group)) for group in groups]
    against = _facets(contrary(told, read.disputes, pages))
    return tuple(_claim(claim, against.get(claim.id, ()), setting) for claim in told)


def contradictions(
    pages: Sequence[Account], claims: Sequence[Claim], read: Readings | None = None
) -> tuple[Contradiction, ...]:
    """Pairs of claims that cannot both hold, with the words on both sides."""
    read = read or readings(pages)
    by_ref = {content.ref: content for content in read.contents}
    told = [Told(claim.id, tuple(by_ref[ref] for ref in claim.members)) for claim in claims]
    return contrary(told, read.disputes, pages)


def _id(group: Sequence[Content]) -> str:
    return f"{group[0].ref.doc}.{group[0].ref.number}"


def _facets(found: Sequence[Contradiction]) -> dict[str, tuple[str, ...]]:
    """By claim: on what others contradict it."""
    facets: dict[str, tuple[str, ...]] = {}
    for one in found:
        for claim in (one.a, one.b):
            facets[claim] = (*facets.get(claim, ()), one.on)
    return facets


def _claim(told: Told, against: Sequence[str], setting: Setting) -> Claim:
    members = told.members
    first = origins(members, setting)
    outlets = (outlet(setting.pages[content.page], setting.known) for content in members)
    return Claim(
        id=told.id,
        gist=_gist(members),
        members=tuple(content.ref for content in members),
        origins=first,
        outlets=tuple(dict.fromkeys(name for name in outlets if name)),
        carriers=carriers(members, setting),
        denial=any(content.act == "deny" for content in members),
        unseen=unseen(members, setting),
        grades=grade(members, first, against),
    )


def _gist(members: Sequence[Content]) -> str:
    """The words of the clearest statement: the one that tells most of who, when and how many in fewest words.

    A few words alone (`220`, `no summit`) are clear only beside their page, and stand back.
    """

    def clear(content: Content) -> tuple[bool, int, int]:
        facts = len(content.who) + len(content.when) + len(content.numbers)
        return len(content.said.what.split()) < _FEW, -facts, len(content.said.what)

    return min(members, key=clear).said.written

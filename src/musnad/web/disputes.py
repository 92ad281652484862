"""Contradictions as pages show them: the words of both sides, and where they stand."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from musnad.casefile import browse, found, pages
from musnad.links.findings import Claim, Contradiction, Evidence

__all__ = ["Quoted", "Side", "Sides", "quoted", "sides"]

_AROUND = 60  # characters of the page shown on each side of words that are quoted


@dataclass(frozen=True)
class Quoted:
    """Words of a page with some of what stands around them, and what is known of the page."""

    where: Evidence
    before: str
    words: str
    after: str
    page: browse.Shelved | None


@dataclass(frozen=True)
class Side:
    """One of two claims that cannot both hold."""

    id: str
    claim: Claim | None
    quoted: Quoted | None


@dataclass(frozen=True)
class Sides:
    """Both."""

    pair: Contradiction
    a: Side
    b: Side


def sides(db: sqlite3.Connection, pairs: Iterable[Contradiction]) -> list[Sides]:
    """Pairs of claims with their words."""
    pairs = list(pairs)
    claims = found.gists(db, (name for pair in pairs for name in (pair.a, pair.b)))
    words = quoted(db, [each for pair in pairs for each in (pair.here, pair.there)])
    return [
        Sides(
            pair,
            Side(pair.a, claims.get(pair.a), words.get(pair.here)),
            Side(pair.b, claims.get(pair.b), words.get(pair.there)),
        )
        for pair in pairs
    ]


def quoted(db: sqlite3.Connection, places: Iterable[Evidence]) -> dict[Evidence, Quoted]:
    """The words at these places; those of pages that are no more are left out."""
    places = list(dict.fromkeys(places))
    known = browse.titles(db, (place.doc for place in places))
    sources = {doc: pages.page(db, page.id).source for doc, page in known.items()}
    made = {}
    for place in places:
        source = sources.get(place.doc)
        if source is not None:
            before = source[max(0, place.start - _AROUND) : place.start].rsplit("\n", 1)[-1].lstrip()
            after = source[place.end : place.end + _AROUND].split("\n", 1)[0].rstrip()
            words = " ".join(source[place.start : place.end].split())
            made[place] = Quoted(place, before, words, after, known[place.doc])
    return made

"""Contradictions as pages show them: the words of both sides, and where they stand."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from musnad.casefile import browse, found, pages
from musnad.links.findings import Claim, Contradiction, Evidence

__all__ = ["Quoted", "Side", "Sides", "disputes", "quoted", "sides"]

_AROUND = 60  # characters of the page shown on each side of words that are quoted


@dataclass(frozen=True)
class Quoted:
    """Words of a page with some of what stands before and after them on their line, and what is known of the page."""

    where: Evidence
    before: str
    after: str
    words: str
    page: browse.Shelved | None


@dataclass(frozen=True)
class Side:
    """One of two claims that cannot both hold."""

    id: str
    claim: Claim | None
    quoted: Quoted | None


@dataclass(frozen=True)
class Sides:
    """Both, and all on which they differ; the words are those of the first."""

    on: tuple[str, ...]
    a: Side
    b: Side


def disputes(db: sqlite3.Connection, most: int) -> list[Sides]:
    """The disputes that most statements stand in."""
    pairs = found.contradictions(db)
    told = found.told(db, (name for pair in pairs for name in (pair.a, pair.b)))
    weight = {(pair.a, pair.b): told.get(pair.a, 0) + told.get(pair.b, 0) for pair in pairs}
    first = sorted(weight, key=lambda both: -weight[both])[:most]
    return sides(db, [pair for both in first for pair in pairs if (pair.a, pair.b) == both])


def sides(db: sqlite3.Connection, pairs: Iterable[Contradiction]) -> list[Sides]:
    """Pairs of claims with their words: two that differ in several things are one pair."""
    both: dict[tuple[str, str], list[Contradiction]] = {}
    for pair in pairs:
        both.setdefault((pair.a, pair.b), []).append(pair)
    claims = found.gists(db, (name for pair in both for name in pair))
    words = quoted(db, [each for (first, *_) in both.values() for each in (first.here, first.there)])
    return [
        Sides(
            tuple(dict.fromkeys(pair.on for pair in differing)),
            Side(a, claims.get(a), words.get(differing[0].here)),
            Side(b, claims.get(b), words.get(differing[0].there)),
        )
        for (a, b), differing in both.items()
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
            words = " ".join(source[place.start : place.end].split())
            made[place] = Quoted(place, *_around(source, place), words, known[place.doc])
    return made


def _around(source: str, place: Evidence) -> tuple[str, str]:
    """Whole words of the line before and after a place, as many as there is room for; `…` where there are more."""
    before = source[: place.start].rpartition("\n")[2].lstrip()
    after = source[place.end :].partition("\n")[0].rstrip()
    if len(before) > _AROUND:
        before = f"… {before[-_AROUND:].partition(' ')[2]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rpartition(' ')[0]} …"
    return before, after

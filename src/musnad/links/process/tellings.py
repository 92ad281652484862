"""What each page tells of events, made comparable across pages: keys for names, days for dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from musnad.links.account import Account, Happening, Saying
from musnad.links.findings import Claim, Ref
from musnad.links.process.days import Days, bounds
from musnad.links.process.leaves import Leaf, stems
from musnad.links.process.parties import Parties

__all__ = ["Telling", "tellings"]

_NEAR = 6  # words behind a trigger that say what is done to what
_OPEN = ("planned", "expected", "possible", "conditional")


@dataclass(frozen=True)
class Telling:
    """One page's words on one event. `definite`: it speaks of it as known (`اللقاء`). `said`: the statement that
    tells it, None in the article's own voice. `gist`: stems of the words that name it."""

    doc: str
    published: str | None
    start: int
    end: int
    type: str
    level: str | None
    actors: tuple[str, ...]
    parties: frozenset[str]
    place: str | None
    date: str | None
    days: Days | None
    status: str
    said: Ref | None
    claim: str | None
    definite: bool
    gist: frozenset[str]

    @property
    def bare(self) -> bool:
        return not (self.actors or self.place or self.days)

    @property
    def ahead(self) -> bool:
        """Still to come, as the page has it."""
        return self.status in _OPEN


def tellings(
    pages: Sequence[Account], opened: Mapping[str, Leaf], claims: Sequence[Claim], who: Parties
) -> Iterator[Telling]:
    """Every happening of every page, in the pages' order."""
    of = {ref: claim.id for claim in claims for ref in claim.members}
    for page in pages:
        leaf = opened[page.doc]
        for happening in page.happenings:
            yield _telling(leaf, happening, of, who)


def _telling(leaf: Leaf, told: Happening, of: Mapping[Ref, str], who: Parties) -> Telling:
    page, at = leaf.page, leaf.index(told.start)
    saying = _holding(page, told)
    ref = Ref(page.doc, saying.number) if saying else None
    known = who.entities
    actors = tuple(dict.fromkeys(known.key(actor) for actor in told.actors))
    word = page.words[at] if at < len(page.words) else ""
    days = bounds(told.date, page.published)
    part = leaf.part(told.start)
    near = page.words[max(at - 2, 0) : at + _NEAR + 1] if part else ()
    return Telling(
        doc=page.doc,
        published=page.published,
        start=told.start,
        end=told.end,
        type=told.type,
        level=told.level,
        actors=actors,
        parties=frozenset(p for actor in actors if (p := who.of(actor))),
        place=known.key(told.place) if told.place else None,
        date=told.date if days and re.match(r"\d{4}", told.date or "") else days and "/".join(dict.fromkeys(days)),
        days=days,
        status=told.status,
        said=ref,
        claim=of.get(ref) if ref else None,
        definite=word.startswith(("ال", "لل", "وال", "بال")),
        gist=stems(near),
    )


def _holding(page: Account, told: Happening) -> Saying | None:
    """The innermost statement whose content names the event."""
    holding = [
        (part.end - part.start, saying.number, saying)
        for saying in page.sayings
        for part in saying.content
        if part.start <= told.start < part.end
    ]
    return min(holding)[2] if holding else None


"""A prediction with all that its outcome is looked up by, as it is kept."""

from __future__ import annotations

import msgspec

from musnad.links.process.foretold import Foretold
from musnad.links.process.leaves import Leaf
from musnad.links.process.levels import level_in
from musnad.links.process.parties import Parties
from musnad.links.process.reports import content
from musnad.links.process.tables import has

__all__ = ["Matter", "matter"]


class Matter(msgspec.Struct, array_like=True):
    """A prediction with all that its outcome is looked up by: `words` and `who` of its first statement, what its verb
    says (`tells`: deny, annul or nothing), `all` of it; of the event that it is to come before the `level`, and the
    parties `there` on its page. `mains`: the events that it is about, `rival`: one that came instead, `settled`: one of
    its own came."""

    told: Foretold
    words: frozenset[str]
    who: frozenset[str]
    tells: str
    all: bool
    level: str | None
    there: frozenset[str]
    mains: list[str] = []
    rival: str = ""
    settled: bool = False


def matter(told: Foretold, leaf: Leaf, who: Parties) -> Matter:
    """What the outcome of a prediction is looked up by; `leaf`: the page of its first statement."""
    saying = leaf.said[told.lead.number]
    names = {who.entities.key(n.entity) for part in saying.content for n in leaf.names(part)}
    tellers = {who.entities.key(link.entity) for link in saying.chain[-1:] if link.entity}
    said = saying.what.split()
    return Matter(
        told=told,
        words=content(leaf, saying.content),
        who=frozenset(names | tellers | {p for teller in tellers if (p := who.of(teller))}),
        tells=next((role for role in ("deny", "annul") if any(_tells(word, role) for word in said[:2])), ""),
        all=any(has("ahead", word.strip('"“«'), "all") for word in said[:4]),
        level=level_in(leaf.words(told.until)) if told.until else None,
        there=frozenset(filter(None, (who.of(n.acts_for or n.entity) for n in leaf.page.names))) if told.until else frozenset(),
    )


def _tells(word: str, role: str) -> bool:
    return has("ahead", word, role) or has("ahead", word.removeprefix("س"), role)

"""Names that a page's own reading could not tell and other pages can: a surname alone, a place that nothing introduces.

The reading of one page is careful with words that it knows from nowhere. Once any page has told what `الدرعاوي` or
`كالدورا` is, the word is that name wherever it stands alone, unless it is a word of every day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from musnad.links.account import Account, Name, Saying, Teller
from musnad.links.entities import Entities

__all__ = ["MET", "met"]

MET = "met"  # the kind of a name that is told by other pages


def met(page: Account, known: Entities) -> Account:
    """The page with these names among its own, and the persons among its tellers called by their keys."""
    more = known.met.get(page.doc)
    if more is None:
        more = known.met[page.doc] = tuple(_names(page, known))
    sayings = tuple(_named(said, known) for said in page.sayings)
    if not more and all(a is b for a, b in zip(sayings, page.sayings, strict=True)):
        return page
    return replace(page, names=tuple(sorted((*page.names, *more))), sayings=sayings)


def _names(page: Account, known: Entities) -> Iterator[Name]:
    known_here = {word for word in set(page.words) if known.of_name(word)}
    if not known_here:
        return
    taken = iter((*((name.start, name.end) for name in page.names), (1 << 60, 1 << 60)))
    here = next(taken)
    for word, start, end in zip(page.words, page.starts, page.ends, strict=True):
        if word not in known_here:
            continue
        while here[1] <= start:
            here = next(taken)
        if end <= here[0] and (key := known.of_name(word)):
            yield Name(start, end, key, known.types[key], None, MET)


def _named(said: Saying, known: Entities) -> Saying:
    """A statement whose tellers of one word that are persons are called by the name that other pages give them."""
    chain = tuple(_teller(link, known) for link in said.chain)
    return said if chain == said.chain else said._replace(chain=chain)


def _teller(link: Teller, known: Entities) -> Teller:
    if link.entity or link.kind not in ("person", "public"):
        return link
    first = link.text.split("،")[0].split()
    key = known.of_word(first[0]) if len(first) == 1 else None
    return link._replace(entity=key, kind="person") if key and known.types.get(key) == "PER" else link

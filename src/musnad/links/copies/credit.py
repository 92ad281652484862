"""Whom a page says that it had its words from: lines that only credit, links, and tellers that are outlets."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from musnad.doc import Span
from musnad.links.account import Account
from musnad.links.copies.names import Outlets, host, inside, is_head, keys, named
from musnad.links.findings import Credit, Evidence
from musnad.text import fold

__all__ = ["Told", "agencies", "credited", "outside", "told"]

_LABEL = re.compile(r"^\W*(?:المصدر|المصادر|مصدر الخبر|نقلا عن|source)\s*[:/–—-]?\s*")
_BETWEEN = re.compile(r"\s*(?:[+،,/|&–—]| و(?=ال|وكال))\s*")
_NOBODY = frozenset(map(fold, "متابعات متابعة وكالات الوكالات رصد خاص".split()))
_PLATFORMS = frozenset(  # where people speak for themselves; a post is no outlet's report
    fold(name)
    for name in ("X (social network)", "Facebook", "YouTube", "Instagram", "WhatsApp", "Telegram", "TikTok", "Snapchat")
)
_AGENCIES = "وكالات"
_WORDS = re.compile(r"\w+")


class Told(NamedTuple):
    """`name` is credited on a page: `how` is line, link or teller; `words` is None for what a page's data says."""

    name: str
    how: str
    words: Span | None


def told(page: Account) -> list[Told]:
    """All that a page credits, in its order of weight: lines, links, tellers."""
    return [*_lines(page), *_links(page), *_tellers(page)]


def credited(page: Account, other: Account, outlets: Outlets, around: Collection[Span]) -> Told | None:
    """Where a page says that it had words from `other`: anywhere by a line or link, by name within `around`."""
    names = outlets.of(other)
    if names & outlets.of(page):
        return None
    for found in told(page):
        if found.how == "link" and other.url and found.name == other.url:
            return found
        near = found.how != "teller" or _near(found.words, around)
        if near and (keys(found.name) | {host(found.name), fold(found.name)}) & names:
            return found
    for name in page.names:
        span = Span(name.start, name.end)
        if name.type == "OUTLET" and _near(span, around) and keys(name.entity) & names:
            return Told(name.entity, "teller", span)
    return _spelt(page, other, around)


def _spelt(page: Account, other: Account, around: Collection[Span]) -> Told | None:
    """The name of the other's outlet as it is spelt, where nobody knew it for a name: two words, or one after
    a word for an outlet."""
    name = tuple(_WORDS.findall(fold(other.outlet or "")))
    if not name or name[0] not in page.words:
        return None
    for at in range(len(page.words) - len(name) + 1):
        if page.words[at : at + len(name)] == name and (len(name) > 1 or (at and is_head(page.words[at - 1]))):
            span = Span(page.starts[at], page.ends[at + len(name) - 1])
            if _near(span, around):
                return Told(other.outlet or "", "teller", span)
    return None


def agencies(page: Account, around: Collection[Span]) -> dict[str, str]:
    """Who else the words may come from: agencies named within `around` and all credit lines, by the keys of names."""
    found = [name.entity for name in page.names if name.kind == "agency" and _near(Span(name.start, name.end), around)]
    found += [line.name for line in _lines(page)]
    if any(_AGENCIES in fold(credit) for credit in page.credits):
        found.append(_AGENCIES)
    return {key: name for name in found for key in keys(name)}


def outside(
    doc: str, credited: Iterable[Told], own: frozenset[str], sources: frozenset[str], known: frozenset[str]
) -> tuple[Credit, ...]:
    """Credits of a page to outlets that cannot be followed up: no page of theirs is at hand, or none that the words are
    from. A page credits an outlet once, by its strongest way.

    `own`: the names of its outlet, `sources`: of those that it took words from, `known`: of all outlets at hand. A line
    or a link that a copy bears out is none of these.
    """
    found: dict[str, Credit] = {}
    for each in credited:
        name = host(each.name) if each.how == "link" else each.name
        names = keys(name) | {name}
        if names & (known if each.how == "teller" else sources | own):
            continue
        if fold(name) not in _PLATFORMS and each.words is not None and named(name):
            key = min(keys(name), default=name)
            found.setdefault(key, Credit(doc, name, each.how, Evidence(doc, *each.words)))
    return tuple(found.values())


def _near(span: Span | None, around: Collection[Span]) -> bool:
    return span is not None and any(span.start < part.end and part.start < span.end for part in around)


def _lines(page: Account) -> Iterator[Told]:
    """Names in lines that only credit. A line without a label counts by the outlets that are named in it."""
    for start, end, words in page.signed:
        known = [name for name in page.names if name.type == "OUTLET" and start <= name.start < end]
        yield from (Told(name.entity, "line", Span(name.start, name.end)) for name in known)
        label = _LABEL.match(words)
        if label and not known:
            for part in _BETWEEN.split(words[label.end() :]):
                if part.strip() and fold(part.strip()) not in _NOBODY:
                    yield Told(part.strip(), "line", Span(start, end))
    for name in page.names:
        if name.kind == "agency" and not inside(page, name):
            yield Told(name.entity, "line", Span(name.start, name.end))
    for credit in page.credits:
        if fold(credit) not in _NOBODY:
            yield Told(credit, "line", None)


def _links(page: Account) -> Iterator[Told]:
    own = host(page.url or "")
    for start, end, href in page.anchors:
        there = host(href)
        if there and there != own and any(part.start <= start < part.end for part in page.parts):
            yield Told(href, "link", Span(start, end))


def _tellers(page: Account) -> Iterator[Told]:
    own = keys(page.outlet or "")
    for said in page.sayings:
        for link in said.chain[:1]:
            name = link.entity or link.text
            if link.kind in ("outlet", "agency") and not keys(name) & own:
                yield Told(name, "teller", Span(link.start, link.end))

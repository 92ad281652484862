"""Which names mean which outlet: `صحيفة الضفاف`, `الضفاف`, `Al-Difaf` and `difaf.example` are one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple, Protocol
from urllib.parse import urlsplit

from musnad.links.account import Account, Name
from musnad.rules import lexicon
from musnad.text import fold

__all__ = ["Front", "Outlets", "address", "front", "host", "inside", "is_head", "keys", "named"]

_HEADS = frozenset(
    "صحيفه جريده موقع قناه وكاله انباء الانباء للانباء شبكه مجله تلفزيون اذاعه راديو منصه بوابه فضائيه الكتروني".split()
)
_WORD = re.compile(r"[^\W_]+")
_USUAL = 2  # pages of an outlet on which a name that stands ahead of the article is its own


class Front(NamedTuple):
    """What tells of a page's outlet before it is opened: its host, its address without what versions of one page may
    differ in, and the outlets that stand named ahead of the article."""

    host: str
    address: tuple[str, str, str]
    ahead: tuple[str, ...]


class _Known(Protocol):
    @property
    def outlet(self) -> str | None: ...

    @property
    def url(self) -> str | None: ...


class Outlets:
    """The names that the outlets of these pages go by. `of` tells those of one, `known` is all of them."""

    def __init__(self, pages: Iterable[tuple[str | None, Front]]) -> None:
        given = list(pages)
        told = _told_ahead(given)
        own: dict[str, frozenset[str]] = {}
        for name in {name for name, _ in given if name}:
            own[name] = frozenset().union(*map(keys, {name, *told.get(name, ())}))
        self.own: Mapping[str, frozenset[str]] = own
        self.known = frozenset().union(*own.values()) | frozenset(front.host for _, front in given) - {""}

    def of(self, page: _Known) -> frozenset[str]:
        """What a page's outlet is called; its host is one of the names."""
        return self.own.get(page.outlet or "", frozenset()) | {host(page.url or "")} - {""}


def front(page: Account) -> Front:
    """The front of a page. Agencies and lines that credit are left out: what an outlet always takes is not its name."""
    ahead = sorted({name.entity for name in page.names if _ahead(page, name)})
    return Front(host(page.url or ""), address(page.url) if page.url else ("", "", page.doc), tuple(ahead))


@lru_cache(maxsize=1 << 13)
def keys(name: str) -> frozenset[str]:
    """Forms of an outlet's name that are the same for all its spellings; a host's name is one as it stands."""
    forms = {name}
    words = [word for word in _WORD.findall(fold(name)) if word not in _HEADS]
    for form in (fold(name), " ".join(words)):
        if entity := _entities().get(form):
            forms.add(entity)
    return frozenset(filter(None, map(_key, forms)))


def named(name: str) -> bool:
    """Whether this is a name at all: `الصحيفة البريطانية` and `صحيفة يونانية` only tell what sort of outlet it is."""
    words = fold(name).split()
    if not words or keys(name) & _known() or not is_head(words[0]):
        return bool(words)
    return any(not word.endswith("يه") for word in words[1:])


def is_head(word: str) -> bool:
    """`صحيفة`, `والقناة`, `إذاعتنا`: a word for an outlet."""
    return _bare(re.sub("ت$", "ه", word.removesuffix("نا"))) in _HEADS


def _bare(word: str) -> str:
    return re.sub(r"^(?:لل|ال|[وبل]?ال|[بل])(?=\w{3})", "", word)


@cache
def _known() -> frozenset[str]:
    return frozenset(key for entity in _entities().values() for key in keys(entity))


def _key(name: str) -> str:
    words = [word for word in _WORD.findall(fold(name)) if word not in _HEADS]
    bare = "".join(word[2:] if word.startswith("ال") and len(word) > 4 else word for word in words)
    return re.sub(r"^(?:al|el)(?=[a-z]{3})", "", bare)


@cache
def _entities() -> Mapping[str, str]:
    return {form: rows[0]["entity"] for form, rows in lexicon("names/outlets").by_form.items()}


def host(url: str) -> str:
    """The name of an address's host without its `www.`; empty where it has none, or is no address."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def address(url: str) -> tuple[str, str, str]:
    """What versions of one page have in common: host, path and query."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", url, ""
    return host(url), parts.path.rstrip("/"), parts.query


def inside(page: Account, name: Name) -> bool:
    """Whether a name stands in the headline or the article."""
    return any(part.start <= name.start < part.end for part in page.parts)


def _told_ahead(pages: Iterable[tuple[str | None, Front]]) -> Mapping[str, set[str]]:
    """By outlet the names of outlets that most of its pages, and no other outlet's, carry ahead of their articles."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    totals: Counter[str] = Counter()
    for outlet, told in pages:
        if outlet:
            totals[outlet] += 1
            counts[outlet].update(told.ahead)
    whose = Counter(name for names in counts.values() for name in names)
    return {
        outlet: {name for name, count in names.items() if count >= max(_USUAL, totals[outlet] / 2) and whose[name] == 1}
        for outlet, names in counts.items()
    }


def _ahead(page: Account, name: Name) -> bool:
    begun = next((part.start for part in page.parts if not part.title), 0)
    credited = any(start <= name.start < end for start, end, _ in page.signed)
    return (
        name.type == "OUTLET" and name.kind != "agency" and name.start < begun and not (credited or inside(page, name))
    )
